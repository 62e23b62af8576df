/**
 * Judges a layout that comes from outside: a file, a draft, the designer. Promises: what it answers can be drawn
 * in bounded time, names only fonts, colours and fields that exist, and reaches for nothing outside itself. On
 * failure nothing is kept and the first fault is named with its item.
 */
import { pathBox } from './bounds';
import { fieldsOf, LAYOUT_FIELDS } from './fields';
import { isFontKey } from './fontFiles';
import { ITEM_SCHEMAS, type Layout, type LayoutItem, layoutShellSchema } from './schema';

/** Longest layout as JSON text, without its pictures. */
export const MAX_LAYOUT_CHARS = 1_000_000;
const MAX_DEPTH = 16;
const MAX_NODES = 100_000;
/** Copies drawn by use and repeat, symbols within symbols counted through. */
const MAX_COPIES = 60_000;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export type LayoutFault =
  | 'LAYOUT_BROKEN'
  | 'LAYOUT_LARGE'
  | 'LAYOUT_DEEP'
  | 'LAYOUT_KIND'
  | 'LAYOUT_VALUE'
  | 'LAYOUT_PATH'
  | 'LAYOUT_FONT'
  | 'LAYOUT_COLOUR'
  | 'LAYOUT_FIELD'
  | 'LAYOUT_LOOP'
  | 'LAYOUT_TWICE'
  | 'LAYOUT_PICTURE';

/** What is wrong with a layout; `item` says where, `what` gives the value. */
export class LayoutError extends Error {
  constructor(
    readonly code: LayoutFault,
    readonly item = '',
    readonly what = '',
  ) {
    super(`${code} ${item} ${what}`.trim());
  }
}

const short = (value: unknown) => String(value).slice(0, 60);
const label = (item: { id?: unknown; name?: unknown; type?: unknown }) =>
  short(item.name ?? item.id ?? item.type ?? '');

/** Bounds depth and size before anything recursive looks at the value. */
function measureTree(root: unknown): void {
  let nodes = 0;
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (++nodes > MAX_NODES) throw new LayoutError('LAYOUT_LARGE');
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAX_DEPTH) throw new LayoutError('LAYOUT_DEEP');
    for (const [key, child] of Object.entries(value)) {
      if (FORBIDDEN.has(key)) throw new LayoutError('LAYOUT_BROKEN');
      open.push({ value: child, depth: depth + 1 });
    }
  }
}

function checkShape(item: unknown): void {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    throw new LayoutError('LAYOUT_BROKEN');
  const one = item as Record<string, unknown>;
  const kind = String(one.type);
  if (!Object.hasOwn(ITEM_SCHEMAS, kind)) throw new LayoutError('LAYOUT_KIND', label(one), short(kind));
  if (kind === 'group') for (const child of Array.isArray(one.items) ? one.items : []) checkShape(child);
  const read = ITEM_SCHEMAS[kind as LayoutItem['type']].safeParse(item);
  if (read.success) return;
  const path = read.error.issues[0]?.path.join('.') ?? '';
  const isPath = path === 'd' || path === 'clip';
  throw new LayoutError(isPath ? 'LAYOUT_PATH' : 'LAYOUT_VALUE', label(one), short(path || kind));
}

const known = new Set<string>(LAYOUT_FIELDS.map((field) => field.field));

class Checker {
  private readonly copies = new Map<string, number>();

  constructor(
    private readonly layout: Layout,
    private readonly hasPicture: (hash: string) => boolean,
  ) {}

  run(): void {
    for (const name of Object.keys(this.layout.symbols)) this.copiesOf(name, []);
    for (const items of Object.values(this.layout.symbols)) items.forEach((item) => void this.item(item));
    this.layout.items.forEach((item) => void this.item(item));
    const total = this.layout.items.reduce((sum, item) => sum + this.copiesIn(item, []), 0);
    if (total > MAX_COPIES) throw new LayoutError('LAYOUT_LARGE');
    const seen = new Set<string>();
    for (const { id } of this.layout.items) {
      if (id === undefined) continue;
      if (seen.has(id)) throw new LayoutError('LAYOUT_TWICE', short(id));
      seen.add(id);
    }
  }

  private copiesOf(name: string, above: readonly string[]): number {
    if (above.includes(name)) throw new LayoutError('LAYOUT_LOOP', short(name));
    const found = this.copies.get(name);
    if (found !== undefined) return found;
    const items = Object.hasOwn(this.layout.symbols, name) ? this.layout.symbols[name] : undefined;
    if (!items) throw new LayoutError('LAYOUT_LOOP', short(name));
    const sum = items.reduce((all, item) => all + this.copiesIn(item, [...above, name]), 0);
    if (sum > MAX_COPIES) throw new LayoutError('LAYOUT_LARGE');
    this.copies.set(name, sum);
    return sum;
  }

  private copiesIn(item: LayoutItem, above: readonly string[]): number {
    if (item.type === 'group') return item.items.reduce((sum, one) => sum + this.copiesIn(one, above), 0);
    if (item.type === 'use') return this.copiesOf(item.ref, above);
    if (item.type === 'repeat') return item.n * this.copiesOf(item.ref, above);
    if (item.type === 'image' && item.placeholder !== undefined)
      return this.copiesOf(item.placeholder, above);
    return 1;
  }

  private colour(item: LayoutItem, value: string | undefined): void {
    if (value === undefined || /^#[0-9A-Fa-f]{6}$/.test(value)) return;
    if (!Object.hasOwn(this.layout.palette, value))
      throw new LayoutError('LAYOUT_COLOUR', label(item), short(value));
  }

  private fields(item: LayoutItem, template: string): void {
    for (const field of fieldsOf(template))
      if (!known.has(field)) throw new LayoutError('LAYOUT_FIELD', label(item), short(field));
  }

  private path(item: LayoutItem, d: string | undefined): void {
    const box = d === undefined ? undefined : pathBox(d);
    const wild = box && Math.max(Math.abs(box.x), Math.abs(box.y), box.w, box.h) > 5000;
    if (box === null || wild) throw new LayoutError('LAYOUT_PATH', label(item));
  }

  private item(item: LayoutItem): void {
    switch (item.type) {
      case 'text':
        if (!isFontKey(item.font)) throw new LayoutError('LAYOUT_FONT', label(item), short(item.font));
        this.colour(item, item.colour);
        this.colour(item, item.outline?.colour);
        this.fields(item, item.text);
        break;
      case 'qr':
        this.colour(item, item.colour ?? '#000000');
        this.fields(item, item.text);
        break;
      case 'image':
        if (item.field !== undefined) this.fields(item, `{${item.field}}`);
        if (item.picture !== undefined && !this.hasPicture(item.picture))
          throw new LayoutError('LAYOUT_PICTURE', label(item));
        break;
      case 'path':
        this.colour(item, item.fill);
        this.colour(item, item.stroke);
        this.path(item, item.d);
        break;
      case 'line':
      case 'frame':
        this.colour(item, item.colour);
        if (item.type === 'frame') this.colour(item, item.fill);
        break;
      case 'group':
        this.path(item, item.clip);
        for (const child of item.items) this.item(child);
        break;
      default:
    }
  }
}

/** Throws LayoutError; `hasPicture` knows the pictures that the store, or the file, holds. */
export function checkLayout(data: unknown, hasPicture: (hash: string) => boolean = () => false): Layout {
  measureTree(data);
  if (typeof data !== 'object' || data === null) throw new LayoutError('LAYOUT_BROKEN');
  const { schema, items, symbols } = data as Record<string, unknown>;
  if (schema !== 'so-cong-doan/layout@1' || !Array.isArray(items) || typeof symbols !== 'object')
    throw new LayoutError('LAYOUT_BROKEN');
  const inside = Object.values(symbols ?? {}).flatMap((list) => (Array.isArray(list) ? list : [null]));
  for (const item of [...inside, ...items]) checkShape(item);
  const read = layoutShellSchema.safeParse(data);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new LayoutError('LAYOUT_VALUE', '', short(issue?.path.join('.') ?? ''));
  }
  const layout = read.data as Layout;
  new Checker(layout, hasPicture).run();
  return layout;
}

/** Reads JSON text; throws LayoutError. */
export function readLayout(text: string, hasPicture?: (hash: string) => boolean): Layout {
  if (text.length > MAX_LAYOUT_CHARS) throw new LayoutError('LAYOUT_LARGE');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new LayoutError('LAYOUT_BROKEN');
  }
  return checkLayout(data, hasPicture);
}

const picturesIn = (items: readonly LayoutItem[]): string[] =>
  items.flatMap((item) =>
    item.type === 'group'
      ? picturesIn(item.items)
      : item.type === 'image' && item.picture
        ? [item.picture]
        : [],
  );

/** Pictures a layout shows, by hash, each once. */
export function layoutPictures(layout: Pick<Layout, 'items' | 'symbols'>): string[] {
  return [...new Set(picturesIn([...layout.items, ...Object.values(layout.symbols).flat()]))];
}
