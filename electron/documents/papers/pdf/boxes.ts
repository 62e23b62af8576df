/** Boxes of a page from top to bottom, and the paginator that keeps together what belongs together. */
import type { Pen } from './measure';

/** Everything a block needs to lay itself out. Points, origin at the top left of the sheet. */
export interface Area {
  left: number;
  top: number;
  width: number;
  bottom: number;
  pageWidth: number;
}

export interface RepeatedHead {
  height: number;
  draw(pen: Pen, top: number): void;
}

export interface Box {
  height: number;
  /** White space above, dropped at the top of a page. */
  gap: number;
  /** Stays on the page of the next box. */
  keepNext: boolean;
  /** Table head drawn again when the box begins a page. */
  head?: RepeatedHead;
  /** What it adds to the total of its page. */
  counts?: number;
  /** Begins a page. */
  breakBefore?: boolean;
  /** Drawn under the box when a page ends with it; there is always room for it. */
  foot?: RepeatedHead;
  draw(pen: Pen, top: number): void;
}

/** Drawn under the last counted box of every page. */
export interface PageTotal {
  height: number;
  draw(pen: Pen, top: number, total: { onPage: number; soFar: number }): void;
}

/** Consecutive boxes that must not be parted. */
function chunksOf(boxes: readonly Box[]): Box[][] {
  const chunks: Box[][] = [];
  let open: Box[] = [];
  for (const box of boxes) {
    open.push(box);
    if (!box.keepNext) {
      chunks.push(open);
      open = [];
    }
  }
  if (open.length > 0) chunks.push(open);
  return chunks;
}

const EPSILON = 0.01;

/**
 * Draws the boxes on the open page and on as many further pages as they need (`nextPage` opens one).
 * A chunk taller than a page is cut between its boxes rather than lost. With `total`, room is kept for it on every page.
 */
export function paginate(
  pen: Pen,
  boxes: readonly Box[],
  area: Area,
  nextPage: () => void,
  total?: PageTotal,
): void {
  const bottom = area.bottom - (total?.height ?? 0);
  let left = boxes.reduce((sum, box) => sum + (box.counts ? 1 : 0), 0);
  let y = area.top;
  let atTop = true;
  let onPage = 0;
  let soFar = 0;
  const close = () => {
    if (!total || onPage === 0) return;
    total.draw(pen, y, { onPage, soFar });
    y += total.height;
    onPage = 0;
  };
  let foot: RepeatedHead | undefined;
  const room = (box: Box | undefined) => bottom - (box?.foot && !box.keepNext ? box.foot.height : 0);
  const turn = () => {
    close();
    foot?.draw(pen, y);
    nextPage();
    y = area.top;
    atTop = true;
  };
  const place = (box: Box) => {
    if (!atTop && (box.breakBefore || y + box.gap + box.height > room(box) + EPSILON)) turn();
    if (box.breakBefore) soFar = 0;
    if (atTop && box.head) {
      box.head.draw(pen, y);
      y += box.head.height;
    } else if (!atTop) y += box.gap;
    box.draw(pen, y);
    y += box.height;
    atTop = false;
    foot = box.foot;
    if (!box.counts) return;
    onPage += box.counts;
    soFar += box.counts;
    left -= 1;
    if (left === 0) close();
  };
  for (const chunk of chunksOf(boxes)) {
    const height = chunk.reduce((sum, box, i) => sum + box.height + (i === 0 && atTop ? 0 : box.gap), 0);
    const fitsPage = height + (chunk[0]?.head?.height ?? 0) <= bottom - area.top;
    const limit = room(chunk[chunk.length - 1]);
    if (!atTop && fitsPage && y + height > limit + EPSILON) turn();
    chunk.forEach(place);
  }
}
