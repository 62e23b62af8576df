/**
 * From a layout and a record to the display list. Art is turned once per layout and text once per wording, and the
 * same objects come back for the next record, so that a drawer may keep what it made of them.
 */
import {
  type DisplayCode,
  type DisplayItem,
  type DisplayPage,
  type DrawMode,
  type Matrix,
  type Problem,
  placeMatrix,
} from './display';
import { fillTemplate, type LayoutRecord } from './fields';
import type { Measure } from './measure';
import type {
  FrameItem,
  ImageItem,
  Layout,
  LayoutItem,
  PathItem,
  QrItem,
  RepeatItem,
  TextItem,
  UseItem,
} from './schema';
import { type Block, layText, sizeOf } from './textBlock';

export interface DisplayOptions {
  /** Fields for which the caller has a picture. */
  readonly images?: ReadonlySet<string>;
  /** Items the user switched off. */
  readonly skip?: ReadonlySet<string>;
  readonly calibration?: { dx: number; dy: number; scale: number };
}

/** Diameter for which placeholder symbols are drawn. */
const PLACEHOLDER = 20;
/** A QR module smaller than this does not survive an office printer. */
const SMALLEST_MODULE = 0.4;
type QrCode = ReturnType<Measure['qr']>;
/** Levels of error correction, the strongest first. */
const QR_LEVELS = ['H', 'Q', 'M', 'L'] as const;
const MEMO_LIMIT = 20_000;

class Sheet {
  readonly symbols: Record<string, readonly DisplayItem[]> = {};
  private readonly fixed = new Map<LayoutItem, Block>();
  private readonly memo = new Map<string, Block>();
  private readonly symbolFonts = new Set<string>();
  private readonly paint = (name: string) => this.layout.palette[name] ?? name;

  constructor(
    private readonly layout: Layout,
    private readonly measure: Measure,
  ) {
    for (const [name, items] of Object.entries(layout.symbols)) {
      const blocks = items.map((item) => this.artOf(item));
      this.symbols[name] = blocks.flatMap((block) => block.items);
      for (const block of blocks) for (const font of block.fonts) this.symbolFonts.add(font);
    }
  }

  /** What each item shown became, in drawing order. */
  blocks(
    record: LayoutRecord,
    mode: DrawMode,
    options: DisplayOptions,
  ): { item: LayoutItem; block: Block }[] {
    const shown = this.layout.items.filter((item) => this.isShown(item, record, mode, options));
    const shared = this.groupSizes(shown, record);
    return shown.map((item) => ({ item, block: this.blockOf(item, record, shared, options) }));
  }

  page(record: LayoutRecord, mode: DrawMode, options: DisplayOptions): DisplayPage {
    const items: DisplayItem[] = [];
    const problems: Problem[] = [];
    const fonts = new Set<string>(mode === 'full' ? this.symbolFonts : []);
    for (const { block } of this.blocks(record, mode, options)) {
      items.push(...block.items);
      problems.push(...block.problems);
      for (const font of block.fonts) fonts.add(font);
    }
    const { w, h } = this.layout.page;
    const calibration = options.calibration;
    return {
      w,
      h,
      safe: this.layout.safe,
      symbols: this.symbols,
      items,
      fonts: [...fonts],
      problems,
      ...(calibration ? { calibration } : {}),
    };
  }

  private isShown(item: LayoutItem, record: LayoutRecord, mode: DrawMode, options: DisplayOptions): boolean {
    if (mode === 'blank' && !item.blank) return false;
    if (item.id && options.skip?.has(item.id)) return false;
    const flag = (name: string) => Boolean(record[name]);
    return !(item.when && !flag(item.when)) && !(item.whenNot && flag(item.whenNot));
  }

  /** Smallest size found in each fit group. */
  private groupSizes(items: readonly LayoutItem[], record: LayoutRecord): Map<string, number> {
    const sizes = new Map<string, number>();
    for (const item of items) {
      if (item.type !== 'text' || !item.fitGroup) continue;
      const size = sizeOf(item, fillTemplate(item.text, record), this.measure);
      sizes.set(item.fitGroup, Math.min(size, sizes.get(item.fitGroup) ?? size));
    }
    return sizes;
  }

  private blockOf(
    item: LayoutItem,
    record: LayoutRecord,
    shared: ReadonlyMap<string, number>,
    options: DisplayOptions,
  ): Block {
    switch (item.type) {
      case 'text':
        return this.textOf(
          item,
          fillTemplate(item.text, record),
          item.fitGroup ? shared.get(item.fitGroup) : undefined,
        );
      case 'qr':
        return this.qrOf(item, fillTemplate(item.text, record));
      case 'image':
        return this.imageOf(item, options);
      default:
        return this.artOf(item);
    }
  }

  private remember(key: string, make: () => Block): Block {
    const known = this.memo.get(key);
    if (known) return known;
    if (this.memo.size >= MEMO_LIMIT) this.memo.clear();
    const made = make();
    this.memo.set(key, made);
    return made;
  }

  private readonly keys = new Map<LayoutItem, number>();
  private keyOf(item: LayoutItem): number {
    const known = this.keys.get(item) ?? this.keys.size;
    this.keys.set(item, known);
    return known;
  }

  private textOf(item: TextItem, text: string, size = item.size): Block {
    if (text === '') return { items: [], fonts: [], problems: [] };
    return this.remember(`${this.keyOf(item)}|${size}|${text}`, () =>
      layText(item, text, this.measure, this.paint, size),
    );
  }

  private qrOf(item: QrItem, text: string): Block {
    if (text === '') return { items: [], fonts: [], problems: [] };
    return this.remember(`${this.keyOf(item)}|qr|${text}`, () => {
      const code = this.codeFor(item, text);
      const problem: Problem = { item: item.id ?? 'qr', reason: 'qr' };
      if (!code) return { items: [], fonts: [], problems: [problem] };
      const module = item.w / code.size;
      const { x, y } = item;
      const colour = this.paint(item.colour ?? 'ink');
      const drawn: DisplayCode = { kind: 'code', x, y, module, rects: moduleRects(code), colour };
      return { items: [drawn], fonts: [], problems: module < SMALLEST_MODULE ? [problem] : [] };
    });
  }

  /** At the level asked for, or the highest below it whose modules are not too fine to scan. */
  private codeFor(item: QrItem, text: string): QrCode {
    const levels = QR_LEVELS.slice(QR_LEVELS.indexOf(item.level ?? 'M'));
    let code: QrCode = null;
    for (const level of levels) {
      code = this.measure.qr(text, level) ?? code;
      if (code && item.w / code.size >= SMALLEST_MODULE) break;
    }
    return code;
  }

  private imageOf(item: ImageItem, options: DisplayOptions): Block {
    const field = item.picture ?? item.field ?? '';
    if (field !== '' && options.images?.has(field)) {
      return this.remember(`${this.keyOf(item)}|image`, () => ({
        items: [{ kind: 'image', field, x: item.x, y: item.y, w: item.w, h: item.h }],
        fonts: [],
        problems: [],
      }));
    }
    const symbol = item.placeholder;
    if (!symbol || !this.symbols[symbol]) return { items: [], fonts: [], problems: [] };
    return this.remember(`${this.keyOf(item)}|placeholder`, () => {
      const scale = Math.min(item.w, item.h) / PLACEHOLDER;
      const at = placeMatrix(item.x + item.w / 2, item.y + item.h / 2, 0, scale);
      return { items: [{ kind: 'use', ref: symbol, at: [at] }], fonts: [], problems: [] };
    });
  }

  /** Art: what no record changes. */
  private artOf(item: LayoutItem): Block {
    const known = this.fixed.get(item);
    if (known) return known;
    const made = this.makeArt(item);
    this.fixed.set(item, made);
    return made;
  }

  private pathOf(item: PathItem): DisplayItem {
    const { d, fill, stroke, sw, dash, rule, join, cap, x, y } = item;
    const path: DisplayItem = {
      kind: 'path',
      d,
      ...(fill ? { fill: this.paint(fill) } : {}),
      ...(stroke ? { stroke: this.paint(stroke), sw: sw ?? 0.3 } : {}),
      ...(dash ? { dash } : {}),
      ...(rule ? { rule } : {}),
      ...(join ? { join } : {}),
      ...(cap ? { cap } : {}),
    };
    return x || y ? { kind: 'group', matrix: [1, 0, 0, 1, x ?? 0, y ?? 0], items: [path] } : path;
  }

  private makeArt(item: LayoutItem): Block {
    const one = (entry: DisplayItem, fonts: readonly string[] = []): Block => ({
      items: [entry],
      fonts,
      problems: [],
    });
    switch (item.type) {
      case 'path':
        return one(this.pathOf(item));
      case 'line': {
        const d = `M${item.x},${item.y}L${item.x2},${item.y2}`;
        const stroke = this.paint(item.colour);
        return one({
          kind: 'path',
          d,
          stroke,
          sw: item.sw,
          cap: 'butt',
          ...(item.dash ? { dash: item.dash } : {}),
        });
      }
      case 'frame': {
        const fill = item.fill ? { fill: this.paint(item.fill) } : {};
        const stroke = { stroke: this.paint(item.colour), sw: item.sw };
        const dash = item.dash ? { dash: item.dash } : {};
        return one({ kind: 'path', d: framePath(item), ...fill, ...stroke, ...dash, join: 'miter' });
      }
      case 'use':
      case 'repeat':
        return one({ kind: 'use', ref: item.ref, at: placesOf(item) });
      case 'group': {
        const blocks = item.items.map((child) => this.blockOf(child, {}, new Map(), {}));
        const matrix: Matrix | null = item.x || item.y ? [1, 0, 0, 1, item.x ?? 0, item.y ?? 0] : null;
        return one(
          {
            kind: 'group',
            ...(item.clip ? { clip: item.clip } : {}),
            ...(matrix ? { matrix } : {}),
            items: blocks.flatMap((block) => block.items),
          },
          blocks.flatMap((block) => [...block.fonts]),
        );
      }
      default:
        return this.blockOf(item, {}, new Map(), {});
    }
  }
}

/** Outline of a frame, its corners rounded by arcs. */
function framePath({ x, y, w, h, radius = 0 }: FrameItem): string {
  const r = Math.min(radius, w / 2, h / 2);
  const [right, bottom] = [x + w, y + h];
  if (r === 0) return `M${x},${y}H${right}V${bottom}H${x}Z`;
  const corner = (toX: number, toY: number) => `A${r},${r} 0 0 1 ${toX},${toY}`;
  return `M${x + r},${y}H${right - r}${corner(right, y + r)}V${bottom - r}${corner(right - r, bottom)}H${x + r}${corner(x, bottom - r)}V${y + r}${corner(x + r, y)}Z`;
}

function placesOf(item: UseItem | RepeatItem): Matrix[] {
  const sx = item.sx ?? item.scale ?? 1;
  const sy = item.sy ?? item.scale ?? 1;
  const [n, dx, dy, dr] =
    item.type === 'repeat' ? [item.n, item.dx ?? 0, item.dy ?? 0, item.dr ?? 0] : [1, 0, 0, 0];
  return Array.from({ length: n }, (_, i) =>
    placeMatrix(item.x + i * dx, item.y + i * dy, (item.rotate ?? 0) + i * dr, sx, sy),
  );
}

/** Dark modules as rectangles: runs of a row, carried down while the next rows repeat them. */
function moduleRects(code: { size: number; dark: (row: number, column: number) => boolean }): number[] {
  const { size } = code;
  const left = new Uint8Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) left[row * size + column] = code.dark(row, column) ? 1 : 0;
  }
  const full = (row: number, from: number, to: number) => {
    for (let column = from; column < to; column++) if (left[row * size + column] !== 1) return false;
    return true;
  };
  const rects: number[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (left[row * size + column] !== 1) continue;
      let right = column + 1;
      while (right < size && left[row * size + right] === 1) right++;
      let bottom = row + 1;
      while (bottom < size && full(bottom, column, right)) bottom++;
      for (let r = row; r < bottom; r++) left.fill(0, r * size + column, r * size + right);
      rects.push(column, row, right - column, bottom - row);
    }
  }
  return rects;
}

const sheets = new WeakMap<Layout, WeakMap<Measure, Sheet>>();

function sheetOf(layout: Layout, measure: Measure): Sheet {
  const byMeasure = sheets.get(layout) ?? new WeakMap<Measure, Sheet>();
  sheets.set(layout, byMeasure);
  const sheet = byMeasure.get(measure) ?? new Sheet(layout, measure);
  byMeasure.set(measure, sheet);
  return sheet;
}

/** The display list of one sheet. A blank sheet carries only the items marked `blank`. */
export function displayList(
  layout: Layout,
  record: LayoutRecord,
  measure: Measure,
  mode: DrawMode,
  options: DisplayOptions = {},
): DisplayPage {
  return sheetOf(layout, measure).page(record, mode, options);
}

/** One item of a layout and what it became. */
export interface DisplayBlock {
  readonly id: string;
  readonly items: readonly DisplayItem[];
}

/** The same display list kept apart by item, for a screen where each can be taken hold of. */
export function displayBlocks(
  layout: Layout,
  record: LayoutRecord,
  measure: Measure,
  mode: DrawMode,
  options: DisplayOptions = {},
): { page: DisplayPage; blocks: DisplayBlock[] } {
  const sheet = sheetOf(layout, measure);
  const blocks = sheet
    .blocks(record, mode, options)
    .map(({ item, block }) => ({ id: item.id ?? '', items: block.items }));
  return { page: sheet.page(record, mode, options), blocks };
}
