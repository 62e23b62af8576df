/** What a printer does not reach: ink too near the edge of the sheet. */
import { type Box, union } from './bounds';
import type { DisplayItem, DisplayPage, DisplayText } from './display';
import { POINT } from './measure';

/** White that office printers leave around a sheet, millimetres. */
export const REACH = 5;
/** Share of the size over the baseline and under it that letters take. */
const OVER = 0.9;
const UNDER = 0.25;

/** Where the letters of a text stand. */
export const inkOf = (item: DisplayText): Box | null =>
  union(
    item.lines.map((line) => {
      const em = item.size * POINT;
      return { x: line.x, y: line.baseline - OVER * em, w: line.width, h: (OVER + UNDER) * em };
    }),
  );

export interface NearEdge {
  readonly id: string;
  /** Millimetres to the nearest edge; negative beyond it. */
  readonly distance: number;
}

function placed(item: DisplayItem): { id: string; box: Box | null } | null {
  if (item.kind === 'text') return { id: item.id, box: inkOf(item) };
  if (item.kind === 'image') return { id: item.field, box: item };
  if (item.kind !== 'code') return null;
  const side =
    item.module * Math.max(0, ...item.rects.map((at, i) => (i % 4 < 2 ? at + (item.rects[i + 2] ?? 0) : 0)));
  return { id: 'qr', box: { x: item.x, y: item.y, w: side, h: side } };
}

/** Words, pictures and codes that, adjusted for the printer, come nearer to the edge than it reaches. */
export function nearEdge(page: DisplayPage): NearEdge[] {
  const { dx, dy, scale } = page.calibration ?? { dx: 0, dy: 0, scale: 1 };
  return page.items.flatMap((item) => {
    const found = placed(item);
    if (!found?.box) return [];
    const { x, y, w, h } = found.box;
    const [left, top] = [dx + scale * x, dy + scale * y];
    const distance = Math.min(left, top, page.w - left - scale * w, page.h - top - scale * h);
    return distance < REACH - 0.005 ? [{ id: found.id, distance }] : [];
  });
}
