/** Where items stand: fitting into a box, aligning, spreading, snapping. */
import { type Box, boxOf, type Layout, symbolBoxes } from '../../../../shared/domain/layout';
import { type Item, moved, tidy } from './edit';

export const MIN_SIDE = 1;

/** An item whose box went from one to the other. */
export function fitInto(item: Item, from: Box, to: Box): Item {
  const place = { x: tidy(to.x), y: tidy(to.y) };
  const w = Math.max(MIN_SIDE, tidy(to.w));
  const h = Math.max(MIN_SIDE, tidy(to.h));
  switch (item.type) {
    case 'text':
    case 'image':
    case 'frame':
      return { ...item, ...place, w, h };
    case 'qr':
      return { ...item, ...place, w: from.w === to.w ? h : w };
    case 'line': {
      const across = (x: number) => tidy(to.x + (from.w === 0 ? 0 : ((x - from.x) / from.w) * to.w));
      const down = (y: number) => tidy(to.y + (from.h === 0 ? 0 : ((y - from.y) / from.h) * to.h));
      return { ...item, x: across(item.x), x2: across(item.x2), y: down(item.y), y2: down(item.y2) };
    }
    default:
      return moved(item, to.x - from.x, to.y - from.y);
  }
}

/** The box of every item that has one, by id, in drawing order. */
export function boxesOf(layout: Layout): Map<string, Box> {
  const symbols = symbolBoxes(layout);
  const boxes = new Map<string, Box>();
  for (const item of layout.items) {
    const box = item.id ? boxOf(item, symbols) : null;
    if (item.id && box) boxes.set(item.id, box);
  }
  return boxes;
}

export type Edge = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';

function shiftTo(box: Box, frame: Box, edge: Edge): { dx: number; dy: number } {
  switch (edge) {
    case 'left':
      return { dx: frame.x - box.x, dy: 0 };
    case 'center':
      return { dx: frame.x + frame.w / 2 - box.x - box.w / 2, dy: 0 };
    case 'right':
      return { dx: frame.x + frame.w - box.x - box.w, dy: 0 };
    case 'top':
      return { dx: 0, dy: frame.y - box.y };
    case 'middle':
      return { dx: 0, dy: frame.y + frame.h / 2 - box.y - box.h / 2 };
    default:
      return { dx: 0, dy: frame.y + frame.h - box.y - box.h };
  }
}

type Shifts = ReadonlyMap<string, { dx: number; dy: number }>;

function applied(layout: Layout, shifts: Shifts): Layout {
  const items = layout.items.map((item) => {
    const shift = item.id ? shifts.get(item.id) : undefined;
    return shift ? moved(item, shift.dx, shift.dy) : item;
  });
  return { ...layout, items };
}

/** Lines the items up within the frame. */
export function align(
  layout: Layout,
  boxes: ReadonlyMap<string, Box>,
  ids: readonly string[],
  frame: Box,
  edge: Edge,
): Layout {
  const shifts = ids.flatMap((id) => {
    const box = boxes.get(id);
    return box ? [[id, shiftTo(box, frame, edge)] as const] : [];
  });
  return applied(layout, new Map(shifts));
}

/** Equal gaps between three items or more, the outer two staying. */
export function distribute(
  layout: Layout,
  boxes: ReadonlyMap<string, Box>,
  ids: readonly string[],
  axis: 'x' | 'y',
): Layout {
  const side = axis === 'x' ? 'w' : 'h';
  const all = ids
    .flatMap((id) => {
      const box = boxes.get(id);
      return box ? [{ id, box }] : [];
    })
    .sort((a, b) => a.box[axis] + a.box[side] / 2 - b.box[axis] - b.box[side] / 2);
  const [first, last] = [all[0], all[all.length - 1]];
  if (!first || !last || all.length < 3) return layout;
  const room = last.box[axis] + last.box[side] - first.box[axis];
  const gap = (room - all.reduce((sum, { box }) => sum + box[side], 0)) / (all.length - 1);
  let at = first.box[axis];
  const shifts = new Map<string, { dx: number; dy: number }>();
  for (const { id, box } of all) {
    const by = at - box[axis];
    shifts.set(id, axis === 'x' ? { dx: by, dy: 0 } : { dx: 0, dy: by });
    at += box[side] + gap;
  }
  return applied(layout, shifts);
}

/** Lines things are drawn to. */
export interface Targets {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Page edges and middle, the safe margin, guides, and the edges and middles of the other items. */
export function targetsOf(
  layout: Layout,
  boxes: ReadonlyMap<string, Box>,
  without: ReadonlySet<string>,
): Targets {
  const { w, h } = layout.page;
  const x = [0, w / 2, w, layout.safe, w - layout.safe, ...(layout.guides?.x ?? [])];
  const y = [0, h / 2, h, layout.safe, h - layout.safe, ...(layout.guides?.y ?? [])];
  for (const item of layout.items) {
    const box = item.id && !without.has(item.id) ? boxes.get(item.id) : undefined;
    if (!box || item.type === 'path' || item.type === 'group') continue;
    x.push(box.x, box.x + box.w / 2, box.x + box.w);
    y.push(box.y, box.y + box.h / 2, box.y + box.h);
  }
  return { x, y };
}

interface Pull {
  readonly by: number;
  /** The line it was drawn to. */
  readonly to: number | null;
}

function pull(points: readonly number[], targets: readonly number[], reach: number): Pull {
  let best: Pull = { by: 0, to: null };
  let nearest = reach;
  for (const point of points)
    for (const target of targets) {
      const off = Math.abs(target - point);
      if (off < nearest - 1e-9) {
        nearest = off;
        best = { by: target - point, to: target };
      }
    }
  return best;
}

export interface Snap {
  readonly dx: number;
  readonly dy: number;
  readonly x: number | null;
  readonly y: number | null;
}

/** How far a box, or some points of it, must still move to stand on the nearest lines within reach. */
export function snapPoints(
  points: { x: readonly number[]; y: readonly number[] },
  targets: Targets,
  reach: number,
): Snap {
  const x = pull(points.x, targets.x, reach);
  const y = pull(points.y, targets.y, reach);
  return { dx: x.by, dy: y.by, x: x.to, y: y.to };
}

export const pointsOf = (box: Box) => ({
  x: [box.x, box.x + box.w / 2, box.x + box.w],
  y: [box.y, box.y + box.h / 2, box.y + box.h],
});
