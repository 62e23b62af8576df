/** Guides: pulled out of a ruler, moved, and put away by pulling them off the sheet. */
import { type PointerEvent, type RefObject, useState } from 'react';
import { setGuides, tidy } from './model/edit';
import type { Design } from './model/state';

export interface PulledGuide {
  readonly axis: 'x' | 'y';
  /** Millimetres. */
  readonly at: number;
}

export function useGuides(design: Design, sheet: RefObject<HTMLElement | null>, scale: number) {
  const [pulled, setPulled] = useState<PulledGuide | null>(null);
  const pull = (event: PointerEvent, axis: 'x' | 'y', index: number | null) => {
    event.preventDefault();
    const { page, guides = { x: [], y: [] } } = design.layout;
    const length = axis === 'x' ? page.w : page.h;
    const others = guides[axis].filter((_, i) => i !== index);
    const placeOf = (pointer: { clientX: number; clientY: number }) => {
      const box = sheet.current?.getBoundingClientRect();
      if (!box) return 0;
      const px = axis === 'x' ? pointer.clientX - box.left : pointer.clientY - box.top;
      return Math.round((px / scale) * 2) / 2;
    };
    const onMove = (next: globalThis.PointerEvent) => setPulled({ axis, at: placeOf(next) });
    const end = (next: globalThis.PointerEvent) => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', end);
      setPulled(null);
      const at = tidy(placeOf(next));
      const inside = at >= 0 && at <= length;
      if (!inside && index === null) return;
      const now = inside ? [...others, at].sort((a, b) => a - b) : others;
      design.change((layout) => setGuides(layout, { ...guides, [axis]: now }));
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', end);
  };
  return { pulled, pull };
}
