/** Moving and resizing by mouse: one step of the history for each pull, drawn to lines within reach. */
import { type PointerEvent, useRef, useState } from 'react';
import { type Box, union } from '../../../shared/domain/layout';
import { looseOf, moveItems, resizeItem, tidy } from './model/edit';
import { boxesOf, MIN_SIDE, pointsOf, type Snap, snapPoints, type Targets, targetsOf } from './model/place';
import type { Design } from './model/state';

/** Corner or side taken hold of: -1 left or top, 1 right or bottom, 0 neither. */
export interface Handle {
  readonly h: -1 | 0 | 1;
  readonly v: -1 | 0 | 1;
}

/** Pixels from which a line draws. */
const REACH_PX = 6;

type Pull = (dx: number, dy: number, free: boolean) => void;

export interface Dragging {
  /** Lines drawn to at the moment. */
  readonly lines: { x: number | null; y: number | null };
  readonly active: boolean;
  move(event: PointerEvent, ids: readonly string[]): void;
  resize(event: PointerEvent, id: string, handle: Handle): void;
}

function resized(box: Box, handle: Handle, dx: number, dy: number): Box {
  let { x, y, w, h } = box;
  if (handle.h === 1) w = Math.max(MIN_SIDE, w + dx);
  if (handle.h === -1) [x, w] = [Math.min(x + dx, x + w - MIN_SIDE), Math.max(MIN_SIDE, w - dx)];
  if (handle.v === 1) h = Math.max(MIN_SIDE, h + dy);
  if (handle.v === -1) [y, h] = [Math.min(y + dy, y + h - MIN_SIDE), Math.max(MIN_SIDE, h - dy)];
  return { x, y, w, h };
}

/** Follows the pointer until it is let go, telling the distance in millimetres from where it began. */
function follow(event: PointerEvent, scale: number, pull: Pull, done: () => void): void {
  const from = { x: event.clientX, y: event.clientY };
  let started = false;
  const onMove = (next: globalThis.PointerEvent) => {
    const [px, py] = [next.clientX - from.x, next.clientY - from.y];
    if (!started && Math.hypot(px, py) < 3) return;
    started = true;
    pull(px / scale, py / scale, next.altKey);
  };
  const end = () => {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    done();
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}

export function useDrag(design: Design, scale: number, snapping: boolean): Dragging {
  const [lines, setLines] = useState<Dragging['lines']>({ x: null, y: null });
  const [active, setActive] = useState(false);
  const count = useRef(0);
  const reach = REACH_PX / scale;

  const begin = (event: PointerEvent, pull: Pull) => {
    setActive(true);
    follow(event, scale, pull, () => {
      setActive(false);
      setLines({ x: null, y: null });
      design.settle();
    });
  };

  const snapped = (points: Parameters<typeof snapPoints>[0], targets: Targets, free: boolean): Snap => {
    const none = { dx: 0, dy: 0, x: null, y: null };
    const snap = snapping && !free ? snapPoints(points, targets, reach) : none;
    setLines({ x: snap.x, y: snap.y });
    return snap;
  };

  const move = (event: PointerEvent, ids: readonly string[]) => {
    const begun = design.layout;
    const loose = looseOf(begun, ids);
    const boxes = boxesOf(begun);
    const all = union(loose.map((id) => boxes.get(id) ?? null));
    if (!all) return;
    const targets = targetsOf(begun, boxes, new Set(loose));
    const tag = `drag.${++count.current}`;
    begin(event, (dx, dy, free) => {
      const at = { ...all, x: all.x + dx, y: all.y + dy };
      const snap = snapped(pointsOf(at), targets, free);
      const by = { x: tidy(dx + snap.dx), y: tidy(dy + snap.dy) };
      design.change(() => moveItems(begun, loose, by.x, by.y), tag);
    });
  };

  const resize = (event: PointerEvent, id: string, handle: Handle) => {
    const begun = design.layout;
    const boxes = boxesOf(begun);
    const box = boxes.get(id);
    if (!box) return;
    const targets = targetsOf(begun, boxes, new Set([id]));
    const tag = `drag.${++count.current}`;
    begin(event, (dx, dy, free) => {
      const to = resized(box, handle, dx, dy);
      const points = {
        x: handle.h === 0 ? [] : [handle.h === 1 ? to.x + to.w : to.x],
        y: handle.v === 0 ? [] : [handle.v === 1 ? to.y + to.h : to.y],
      };
      const snap = snapped(points, targets, free);
      const final = resized(box, handle, dx + snap.dx, dy + snap.dy);
      design.change(() => resizeItem(begun, id, box, final), tag);
    });
  };

  return { lines, active, move, resize };
}
