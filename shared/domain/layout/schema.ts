/**
 * A layout (mẫu trình bày) as data: one sheet in millimetres, origin top left, y down; only font sizes are
 * in points. The same description drives the preview on screen and the PDF.
 */
import { z } from 'zod';

const colour = z.string().min(1).max(40);
const mm = z.number().min(-2000).max(2000);
const size = z.number().min(0).max(2000);
const pathData = z
  .string()
  .max(200_000)
  .regex(/^M[MLHVCQAZ0-9.,\s-]*$/, 'absolute M L H V C Q A Z only');

const condition = { when: z.string().optional(), whenNot: z.string().optional() };
const common = {
  id: z.string().max(80).optional(),
  /** What the designer's list calls it. */
  name: z.string().max(80).optional(),
  /** The designer does not let it be moved by mistake; ornament is locked unless it says false. */
  locked: z.boolean().optional(),
  blank: z.boolean().optional(),
  ...condition,
};

/** How a text that does not fit its box gives way. */
export const fitSchema = z.strictObject({
  mode: z.enum(['none', 'shrink', 'shrink-wrap', 'wrap-shrink', 'flow']),
  min: z.number().positive().optional(),
  maxLines: z.number().int().min(1).max(20).optional(),
  lineHeight: z.number().positive().optional(),
  wrapSize: z.number().positive().optional(),
  wrapMin: z.number().positive().optional(),
  balance: z.boolean().optional(),
  indent: size.optional(),
  paraGap: size.optional(),
});

export const textItemSchema = z.strictObject({
  ...common,
  type: z.literal('text'),
  text: z.string().max(4000),
  x: mm,
  y: mm,
  w: size,
  h: size,
  font: z.string(),
  size: z.number().positive().max(400),
  colour,
  align: z.enum(['left', 'center', 'right', 'justify']).optional(),
  valign: z.enum(['top', 'middle', 'bottom']).optional(),
  tracking: z.number().min(-200).max(1000).optional(),
  wordSpacing: z.number().min(-500).max(2000).optional(),
  case: z.literal('upper').optional(),
  underline: z.strictObject({ ratio: z.number().positive(), gap: mm, width: size }).optional(),
  outline: z.strictObject({ colour, width: size }).optional(),
  fit: fitSchema.optional(),
  fitGroup: z.string().optional(),
});

const pathItemSchema = z.strictObject({
  ...common,
  type: z.literal('path'),
  d: pathData,
  /** Shift of the whole path. */
  x: mm.optional(),
  y: mm.optional(),
  fill: colour.optional(),
  stroke: colour.optional(),
  sw: size.optional(),
  dash: z.array(size).optional(),
  rule: z.literal('evenodd').optional(),
  join: z.enum(['miter', 'round', 'bevel']).optional(),
  cap: z.enum(['butt', 'round', 'square']).optional(),
});

const placement = {
  ref: z.string(),
  x: mm,
  y: mm,
  rotate: z.number().optional(),
  scale: z.number().optional(),
  sx: z.number().optional(),
  sy: z.number().optional(),
};

const useItemSchema = z.strictObject({ ...common, type: z.literal('use'), ...placement });

const repeatItemSchema = z.strictObject({
  ...common,
  type: z.literal('repeat'),
  ...placement,
  n: z.number().int().min(1).max(1000),
  dx: mm.optional(),
  dy: mm.optional(),
  dr: z.number().optional(),
});

const imageItemSchema = z.strictObject({
  ...common,
  type: z.literal('image'),
  field: z.string().optional(),
  /** SHA-256 of a picture kept with the store, in place of a field. */
  picture: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  x: mm,
  y: mm,
  w: size,
  h: size,
  fit: z.literal('contain').optional(),
  placeholder: z.string().optional(),
});

const qrItemSchema = z.strictObject({
  ...common,
  type: z.literal('qr'),
  text: z.string().max(1000),
  x: mm,
  y: mm,
  w: size,
  level: z.enum(['L', 'M', 'Q', 'H']).optional(),
  colour: colour.optional(),
});

/** A straight line from (x, y) to (x2, y2). */
const lineItemSchema = z.strictObject({
  ...common,
  type: z.literal('line'),
  x: mm,
  y: mm,
  x2: mm,
  y2: mm,
  colour,
  sw: size,
  dash: z.array(size).max(10).optional(),
});

const frameItemSchema = z.strictObject({
  ...common,
  type: z.literal('frame'),
  x: mm,
  y: mm,
  w: size,
  h: size,
  colour,
  sw: size,
  fill: colour.optional(),
  /** Radius of the corners. */
  radius: size.optional(),
  dash: z.array(size).max(10).optional(),
});

interface GroupShape {
  type: 'group';
  id?: string;
  name?: string;
  locked?: boolean;
  blank?: boolean;
  when?: string;
  whenNot?: string;
  clip?: string;
  x?: number;
  y?: number;
  items: ItemShape[];
}
type Leaf =
  | z.infer<typeof textItemSchema>
  | z.infer<typeof pathItemSchema>
  | z.infer<typeof useItemSchema>
  | z.infer<typeof repeatItemSchema>
  | z.infer<typeof imageItemSchema>
  | z.infer<typeof qrItemSchema>
  | z.infer<typeof lineItemSchema>
  | z.infer<typeof frameItemSchema>;
type ItemShape = Leaf | GroupShape;

const groupItemSchema: z.ZodType<GroupShape> = z.lazy(() =>
  z.strictObject({
    ...common,
    type: z.literal('group'),
    clip: pathData.optional(),
    x: mm.optional(),
    y: mm.optional(),
    items: z.array(itemSchema).max(2000),
  }),
);

export const itemSchema: z.ZodType<ItemShape> = z.lazy(() =>
  z.union([
    textItemSchema,
    pathItemSchema,
    useItemSchema,
    repeatItemSchema,
    imageItemSchema,
    qrItemSchema,
    lineItemSchema,
    frameItemSchema,
    groupItemSchema,
  ]),
);

/** The schema of each kind of item, for a check that can say which property is wrong. */
export const ITEM_SCHEMAS: Readonly<Record<ItemShape['type'], z.ZodType<ItemShape>>> = {
  text: textItemSchema,
  path: pathItemSchema,
  use: useItemSchema,
  repeat: repeatItemSchema,
  image: imageItemSchema,
  qr: qrItemSchema,
  line: lineItemSchema,
  frame: frameItemSchema,
  group: groupItemSchema,
};

export const calibrationSchema = z.strictObject({
  note: z.string().optional(),
  dx: z.number().min(-50).max(50),
  dy: z.number().min(-50).max(50),
  scale: z.number().min(0.9).max(1.1),
});

export const layoutSchema = z.strictObject({
  schema: z.literal('so-cong-doan/layout@1'),
  id: z.string().min(1).max(80),
  name: z.string().min(1).max(200),
  version: z.number().int().min(1),
  page: z.strictObject({
    w: z.number().min(20).max(1200),
    h: z.number().min(20).max(1200),
    unit: z.literal('mm'),
    paper: z.string(),
    orientation: z.enum(['portrait', 'landscape']),
  }),
  safe: z.number().min(0).max(30),
  palette: z.record(z.string(), z.string().regex(/^#[0-9A-Fa-f]{6}$/)),
  fonts: z.record(z.string(), z.strictObject({ package: z.string(), file: z.string() })),
  backdrop: z
    .strictObject({
      file: z.string(),
      x: mm,
      y: mm,
      w: size,
      h: size,
      dpi: z.number().optional(),
      print: z.literal(false),
    })
    .optional(),
  calibration: calibrationSchema.optional(),
  /** Guides of the designer, millimetres from the left and from the top. */
  guides: z.strictObject({ x: z.array(mm).max(50), y: z.array(mm).max(50) }).optional(),
  sample: z.record(z.string(), z.unknown()).optional(),
  symbols: z.record(z.string(), z.array(itemSchema)),
  items: z.array(itemSchema).max(2000),
});

/** A layout whose items are judged apart. */
export const layoutShellSchema = layoutSchema.extend({
  symbols: z.record(z.string(), z.array(z.unknown())),
  items: z.array(z.unknown()).max(2000),
});

export type Layout = z.infer<typeof layoutSchema>;
export type LayoutItem = ItemShape;
export type TextItem = z.infer<typeof textItemSchema>;
export type UseItem = z.infer<typeof useItemSchema>;
export type RepeatItem = z.infer<typeof repeatItemSchema>;
export type ImageItem = z.infer<typeof imageItemSchema>;
export type QrItem = z.infer<typeof qrItemSchema>;
export type PathItem = z.infer<typeof pathItemSchema>;
export type LineItem = z.infer<typeof lineItemSchema>;
export type FrameItem = z.infer<typeof frameItemSchema>;
export type GroupItem = GroupShape;
export type Fit = z.infer<typeof fitSchema>;
export type Calibration = z.infer<typeof calibrationSchema>;

/** Reads a layout file's content; throws a ZodError naming the wrong property. */
export function parseLayout(data: unknown): Layout {
  return layoutSchema.parse(data);
}
