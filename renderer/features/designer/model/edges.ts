/** Items whose ink comes nearer to the edge than a printer reaches. */
import { type Box, type DisplayItem, POINT, union } from '../../../../shared/domain/layout';
import type { Drawn } from '../useDrawn';
import { isArt, itemOf } from './edit';

/** Share of the size over the baseline and under it that letters take. */
const OVER = 0.9;
const UNDER = 0.25;

/** Where the letters of a text stand; null for anything else. */
function inkOf(item: DisplayItem): Box | null {
  if (item.kind !== 'text') return null;
  const em = item.size * POINT;
  return union(
    item.lines.map((line) => ({
      x: line.x,
      y: line.baseline - OVER * em,
      w: line.width,
      h: (OVER + UNDER) * em,
    })),
  );
}

export interface NearEdge {
  readonly id: string;
  /** Millimetres to the nearest edge; negative beyond it. */
  readonly distance: number;
}

export function nearEdge(drawn: Drawn, boxes: ReadonlyMap<string, Box>): NearEdge[] {
  const { w, h } = drawn.layout.page;
  return drawn.blocks.flatMap(({ id, items }) => {
    const item = itemOf(drawn.layout, id);
    if (!item || isArt(item) || items.length === 0) return [];
    const box = item.type === 'text' ? union(items.map(inkOf)) : (boxes.get(id) ?? null);
    if (!box) return [];
    const distance = Math.min(box.x, box.y, w - box.x - box.w, h - box.y - box.h);
    return distance < drawn.layout.safe - 0.005 ? [{ id, distance }] : [];
  });
}
