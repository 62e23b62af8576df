/** Marks over a layout: "Bản cấp lại lần n" beside the register number, "ĐÃ THU HỒI" across the sheet. */
import * as fontkit from 'fontkit';
import { placeMatrix } from '../../../shared/domain/layout/display';
import type { Layout, LayoutItem } from '../../../shared/domain/layout/schema';
import { fontBytes } from '../fonts';

const VOID_TEXT = 'ĐÃ THU HỒI';
const VOID_FONT = 'Arimo-Bold';
const VOID_COLOUR = 'mau-thu-hoi';
/** The words take this share of the sheet's diagonal. */
const SHARE = 0.72;
/** Least share of its size a register number shrinks to beside the words of a copy. */
const FLOOR = 0.65;

export const copyText = (copy: number): string => `Bản cấp lại lần ${copy}`;

const drawn = new Map<string, { d: string; width: number; cap: number }>();

/** The words as one outline, one unit to the em, baseline at y = 0. */
function outline(fontsDir: string): { d: string; width: number; cap: number } {
  const known = drawn.get(fontsDir);
  if (known) return known;
  const font = fontkit.create(fontBytes(VOID_FONT, fontsDir)) as fontkit.Font;
  const run = font.layout(VOID_TEXT);
  let x = 0;
  const parts = run.glyphs.map((glyph, i) => {
    const path = glyph.path.transform(1, 0, 0, -1, x, 0).toSVG();
    x += run.positions[i]?.xAdvance ?? glyph.advanceWidth;
    return path;
  });
  const made = { d: parts.join(''), width: x, cap: font.capHeight };
  drawn.set(fontsDir, made);
  return made;
}

const short = (value: number) => Math.round(value * 1000) / 1000;

/** The outline turned along the diagonal of a sheet and centred on it, in millimetres and absolute commands. */
function across(w: number, h: number, fontsDir: string): string {
  const { d, width, cap } = outline(fontsDir);
  const scale = (Math.hypot(w, h) * SHARE) / width;
  const degrees = (-Math.atan2(h, w) * 180) / Math.PI;
  const [a, b, c, e] = placeMatrix(0, 0, degrees, scale);
  const at = (x: number, y: number) =>
    `${short(w / 2 + a * (x - width / 2) + c * (y + cap / 2))} ${short(h / 2 + b * (x - width / 2) + e * (y + cap / 2))}`;
  return d.replace(/([MLQC])([^MLQCZ]*)/g, (_, command: string, numbers: string) => {
    const values = (numbers.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const points: string[] = [];
    for (let i = 0; i + 1 < values.length; i += 2)
      points.push(at(values[i] as number, values[i + 1] as number));
    return `${command}${points.join(' ')}`;
  });
}

function beside(item: LayoutItem, copy: number): LayoutItem {
  if (item.type === 'group') return { ...item, items: item.items.map((one) => beside(one, copy)) };
  if (item.type !== 'text' || !item.text.includes('{register.no}')) return item;
  const fit = item.fit ?? { mode: 'shrink' as const, min: item.size * FLOOR };
  return { ...item, text: `${item.text} – ${copyText(copy)}`, fit };
}

/** A layout that says which copy a certificate is, and that it is void. */
export function withMarks(
  layout: Layout,
  marks: { copy: number; voided: boolean },
  fontsDir: string,
): Layout {
  if (marks.copy === 0 && !marks.voided) return layout;
  const { w, h } = layout.page;
  const items = marks.copy > 0 ? layout.items.map((item) => beside(item, marks.copy)) : [...layout.items];
  const over: LayoutItem[] = marks.voided
    ? [
        {
          type: 'path',
          id: 'voided',
          d: across(w, h, fontsDir),
          stroke: VOID_COLOUR,
          sw: 0.7,
          join: 'round',
          blank: true,
        },
      ]
    : [];
  return {
    ...layout,
    id: `${layout.id}-${marks.copy}${marks.voided ? '-thu-hoi' : ''}`,
    palette: marks.voided ? { ...layout.palette, [VOID_COLOUR]: '#B5121B' } : layout.palette,
    items: [...items, ...over],
  };
}
