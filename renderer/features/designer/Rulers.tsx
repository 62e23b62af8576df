/** Rulers in millimetres on two sides, with the reach of what is chosen; a guide is pulled out of them. */
import type { PointerEvent } from 'react';
import type { Box } from '../../../shared/domain/layout';
import { useText } from '../../client';

export const RULER = 22;

interface RulerProps {
  axis: 'x' | 'y';
  /** Length of the page, millimetres. */
  length: number;
  /** Pixels in a millimetre. */
  scale: number;
  chosen: Box | null;
  label: string;
  onPull(event: PointerEvent): void;
}

/** Millimetres between numbers, so that they never touch. */
function stepFor(scale: number): number {
  return [5, 10, 20, 50, 100].find((step) => step * scale >= 34) ?? 100;
}

function Ruler({ axis, length, scale, chosen, label, onPull }: RulerProps) {
  const across = axis === 'x';
  const size = length * scale;
  const step = stepFor(scale);
  const small = step / (step >= 50 ? 5 : step >= 10 ? 10 : 5);
  const ticks = Array.from({ length: Math.floor(length / small + 1e-6) + 1 }, (_, i) => i * small);
  const [from, reach] = chosen ? (across ? [chosen.x, chosen.w] : [chosen.y, chosen.h]) : [0, 0];
  const mark = across
    ? { x: from * scale, y: 0, width: reach * scale, height: RULER }
    : { x: 0, y: from * scale, width: RULER, height: reach * scale };
  return (
    <svg
      className={`so-des-ruler so-des-ruler--${axis}`}
      width={across ? size : RULER}
      height={across ? RULER : size}
      aria-label={label}
      role="img"
      onPointerDown={onPull}
    >
      {chosen && <rect {...mark} className="so-des-reach" />}
      {ticks.map((mm) => {
        const large = Math.abs(mm / step - Math.round(mm / step)) < 1e-6;
        const at = Math.round(mm * scale) + 0.5;
        const from2 = RULER - (large ? 9 : 4);
        return (
          <g key={mm}>
            <line
              {...(across
                ? { x1: at, x2: at, y1: from2, y2: RULER }
                : { y1: at, y2: at, x1: from2, x2: RULER })}
            />
            {large && mm < length && (
              <text
                {...(across
                  ? { x: at + 3, y: 11 }
                  : { x: 0, y: 0, transform: `translate(10 ${at + 3}) rotate(-90)`, textAnchor: 'end' })}
              >
                {mm}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Both rulers; pulling down from the top one makes a horizontal guide, pulling right a vertical one. */
export function Rulers(props: {
  w: number;
  h: number;
  scale: number;
  chosen: Box | null;
  onPull(event: PointerEvent, axis: 'x' | 'y', index: null): void;
}) {
  const t = useText();
  const { w, h, scale, chosen, onPull } = props;
  const shared = { scale, chosen };
  return (
    <>
      <Ruler
        axis="x"
        length={w}
        {...shared}
        label={t('designer.rulerX')}
        onPull={(event) => onPull(event, 'y', null)}
      />
      <Ruler
        axis="y"
        length={h}
        {...shared}
        label={t('designer.rulerY')}
        onPull={(event) => onPull(event, 'x', null)}
      />
    </>
  );
}
