/** The photo of a blank with the four corners of its sheet to be put in their places, by mouse and by keys. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { isSheet, type Point } from '../../../../shared/domain/layout';
import { useText } from '../../../client';
import { isComposing } from '../../../ui';

/** Corners a little inside a photo, to be taken hold of. */
export const FIRST_CORNERS: Point[] = [
  { x: 0.05, y: 0.05 },
  { x: 0.95, y: 0.05 },
  { x: 0.95, y: 0.95 },
  { x: 0.05, y: 0.95 },
];
const NAMES = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'] as const;
/** Share of the photo that an arrow key moves a corner; ten times that with Shift. */
const STEP = 0.0005;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const within = (value: number) => Math.min(1, Math.max(0, Math.round(value * 10_000) / 10_000));

export interface CornerBoardProps {
  href: string;
  corners: Point[];
  onChange(corners: Point[]): void;
}

export function CornerBoard({ href, corners, onChange }: CornerBoardProps) {
  const t = useText();
  const board = useRef<HTMLDivElement>(null);
  const put = (index: number, x: number, y: number) => {
    const next = corners.map((one, i) => (i === index ? { x: within(x), y: within(y) } : one));
    if (isSheet(next)) onChange(next);
  };
  const drag = (index: number) => (event: PointerEvent<HTMLButtonElement>) => {
    const frame = board.current?.getBoundingClientRect();
    if (!frame || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    put(index, (event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height);
  };
  const press = (index: number) => (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    const corner = corners[index];
    if (!arrow || !corner || isComposing(event)) return;
    event.preventDefault();
    const by = event.shiftKey ? STEP * 10 : STEP;
    put(index, corner.x + arrow[0] * by, corner.y + arrow[1] * by);
  };
  return (
    <div ref={board} className="so-blank-photo">
      <img src={href} alt={t('blanks.photo')} draggable={false} />
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
      </svg>
      {NAMES.map((name, i) => (
        <button
          key={name}
          type="button"
          className="so-blank-corner"
          aria-label={t(`blanks.corner.${name}`)}
          style={{ left: `${(corners[i]?.x ?? 0) * 100}%`, top: `${(corners[i]?.y ?? 0) * 100}%` }}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag(i)}
          onKeyDown={press(i)}
        />
      ))}
    </div>
  );
}
