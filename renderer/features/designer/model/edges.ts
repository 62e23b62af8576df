/** Items whose ink comes nearer to the edge than a printer reaches. */
import { type Box, inkOf, type NearEdge, union } from '../../../../shared/domain/layout';
import type { Drawn } from '../useDrawn';
import { isArt, itemOf } from './edit';

export function nearEdge(drawn: Drawn, boxes: ReadonlyMap<string, Box>): NearEdge[] {
  const { w, h } = drawn.layout.page;
  return drawn.blocks.flatMap(({ id, items }) => {
    const item = itemOf(drawn.layout, id);
    if (!item || isArt(item) || items.length === 0) return [];
    const box =
      item.type === 'text'
        ? union(items.map((one) => (one.kind === 'text' ? inkOf(one) : null)))
        : (boxes.get(id) ?? null);
    if (!box) return [];
    const distance = Math.min(box.x, box.y, w - box.x - box.w, h - box.y - box.h);
    return distance < drawn.layout.safe - 0.005 ? [{ id, distance }] : [];
  });
}
