/** How large the sheet is shown: to fit, or a share of its true size; Ctrl and the wheel step through. */
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { RULER } from './Rulers';

/** Pixels in a millimetre at true size. */
const TRUE = 96 / 25.4;
export const ZOOMS = [50, 75, 100, 150, 200, 300, 400] as const;
const MARGIN = 22;

export interface Zoom {
  /** Per cent of true size. */
  readonly percent: number;
  readonly fits: boolean;
  /** Pixels in a millimetre. */
  readonly scale: number;
  set(percent: number | 'fit'): void;
  step(by: 1 | -1): void;
}

export function useZoom(room: RefObject<HTMLElement | null>, page: { w: number; h: number }): Zoom {
  const [wish, setWish] = useState<number | 'fit'>('fit');
  const [size, setSize] = useState({ w: 800, h: 500 });
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setSize({ w: element.clientWidth, h: element.clientHeight }));
    watch.observe(element);
    return () => watch.disconnect();
  }, [room]);
  const fit = Math.min((size.w - RULER - 2 * MARGIN) / page.w, (size.h - RULER - 2 * MARGIN) / page.h);
  const scale = wish === 'fit' ? Math.max(0.4, fit) : (wish / 100) * TRUE;
  const percent = Math.round((scale / TRUE) * 100);
  const step = useCallback(
    (by: 1 | -1) => {
      const next =
        by === 1
          ? ZOOMS.find((value) => value > percent + 0.5)
          : [...ZOOMS].reverse().find((value) => value < percent - 0.5);
      if (next !== undefined) setWish(next);
    },
    [percent],
  );
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      step(event.deltaY < 0 ? 1 : -1);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [room, step]);
  return { percent, fits: wish === 'fit', scale, set: setWish, step };
}
