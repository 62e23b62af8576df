/** How far items reach, in page millimetres: exact for boxes, the hull of control points for curves. */
import type { Matrix } from './display';
import { placeMatrix } from './display';
import type { Layout, LayoutItem, RepeatItem, UseItem } from './schema';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const TOKEN = /([MLHVCQAZ])|(-?(?:\d+\.?\d*|\.\d+))|([^\s,])/g;
const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };

type Corners = [number, number, number, number];

class Reach {
  private corners: Corners = [Infinity, Infinity, -Infinity, -Infinity];

  add(x: number, y: number): void {
    const [x0, y0, x1, y1] = this.corners;
    this.corners = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  }

  box(): Box | null {
    const [x, y, x1, y1] = this.corners;
    return x1 < x ? null : { x, y, w: x1 - x, h: y1 - y };
  }
}

/** Adds one command; answers where the pen is now. */
function reachOf(
  reach: Reach,
  command: string,
  a: readonly number[],
  x: number,
  y: number,
): [number, number] {
  const at = (i: number) => a[i] as number;
  if (command === 'H' || command === 'V') {
    const to: [number, number] = command === 'H' ? [at(0), y] : [x, at(0)];
    reach.add(...to);
    return to;
  }
  if (command === 'A') {
    const [toX, toY] = [at(5), at(6)];
    const [midX, midY] = [(x + toX) / 2, (y + toY) / 2];
    const r = Math.max(Math.abs(at(0)), Math.abs(at(1)));
    if (Math.hypot(toX - x, toY - y) > r) {
      reach.add(midX - r, midY - r);
      reach.add(midX + r, midY + r);
    }
    reach.add(toX, toY);
    return [toX, toY];
  }
  for (let i = 0; i + 1 < a.length; i += 2) reach.add(at(i), at(i + 1));
  return a.length < 2 ? [x, y] : [at(a.length - 2), at(a.length - 1)];
}

/** Reach of path data; null when the data is none: a number missing, a letter unknown, nothing drawn. */
export function pathBox(d: string): Box | null {
  const tokens = Array.from(d.matchAll(TOKEN));
  if (tokens[0]?.[1] !== 'M' || tokens.some((token) => token[3] !== undefined)) return null;
  const reach = new Reach();
  let [x, y, command] = [0, 0, ''];
  for (let i = 0; i < tokens.length; ) {
    const letter = tokens[i]?.[1];
    if (letter) {
      command = letter;
      i++;
    } else if (command === 'Z') return null;
    const count = ARGUMENTS[command] as number;
    const values = tokens.slice(i, i + count).map((token) => Number(token[2] ?? Number.NaN));
    if (values.length < count || !values.every(Number.isFinite)) return null;
    i += count;
    [x, y] = reachOf(reach, command, values, x, y);
    if (command === 'M') command = 'L';
  }
  return reach.box();
}

function moved(box: Box, m: Matrix): Box {
  const reach = new Reach();
  for (const [x, y] of [
    [box.x, box.y],
    [box.x + box.w, box.y],
    [box.x, box.y + box.h],
    [box.x + box.w, box.y + box.h],
  ] as const)
    reach.add(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
  return reach.box() as Box;
}

/** The smallest box around all. */
export function union(boxes: readonly (Box | null)[]): Box | null {
  const reach = new Reach();
  for (const box of boxes) {
    if (!box) continue;
    reach.add(box.x, box.y);
    reach.add(box.x + box.w, box.y + box.h);
  }
  return reach.box();
}

function intersection(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const [w, h] = [Math.min(a.x + a.w, b.x + b.w) - x, Math.min(a.y + a.h, b.y + b.h) - y];
  return w < 0 || h < 0 ? null : { x, y, w, h };
}

function copiesBox(item: UseItem | RepeatItem, symbol: Box): Box | null {
  const [sx, sy] = [item.sx ?? item.scale ?? 1, item.sy ?? item.scale ?? 1];
  const [n, dx, dy, dr] =
    item.type === 'repeat' ? [item.n, item.dx ?? 0, item.dy ?? 0, item.dr ?? 0] : [1, 0, 0, 0];
  const all = Array.from({ length: n }, (_, i) =>
    moved(symbol, placeMatrix(item.x + i * dx, item.y + i * dy, (item.rotate ?? 0) + i * dr, sx, sy)),
  );
  return union(all);
}

export type SymbolBoxes = (name: string) => Box | null;

/** Reach of each symbol of a layout around its own origin, worked out once. */
export function symbolBoxes(layout: Pick<Layout, 'symbols'>): SymbolBoxes {
  const known = new Map<string, Box | null>();
  const find: SymbolBoxes = (name) => {
    if (known.has(name)) return known.get(name) ?? null;
    known.set(name, null);
    const box = union((layout.symbols[name] ?? []).map((item) => boxOf(item, find)));
    known.set(name, box);
    return box;
  };
  return find;
}

/** Reach of an item: its box where it has one, else what it draws. Null when it draws nothing. */
export function boxOf(item: LayoutItem, symbols: SymbolBoxes): Box | null {
  switch (item.type) {
    case 'text':
    case 'image':
    case 'frame':
      return { x: item.x, y: item.y, w: item.w, h: item.h };
    case 'qr':
      return { x: item.x, y: item.y, w: item.w, h: item.w };
    case 'line':
      return {
        x: Math.min(item.x, item.x2),
        y: Math.min(item.y, item.y2),
        w: Math.abs(item.x2 - item.x),
        h: Math.abs(item.y2 - item.y),
      };
    case 'path': {
      const box = pathBox(item.d);
      return box && { ...box, x: box.x + (item.x ?? 0), y: box.y + (item.y ?? 0) };
    }
    case 'group': {
      const inner = union(item.items.map((child) => boxOf(child, symbols)));
      const box = inner && { ...inner, x: inner.x + (item.x ?? 0), y: inner.y + (item.y ?? 0) };
      const clip = item.clip ? pathBox(item.clip) : null;
      return box && clip ? intersection(box, clip) : box;
    }
    default: {
      const symbol = symbols(item.ref);
      return symbol && copiesBox(item, symbol);
    }
  }
}
