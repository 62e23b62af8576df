/** State of a group of criteria: full, hatched and hollow squares. Shape first, colour second. */
import { useId } from 'react';
import { useText } from '../../client/i18n';

export type Evidence = 'full' | 'part' | 'none';

export function EvidenceSquares({ states }: { states: readonly Evidence[] }) {
  const t = useText();
  const hatch = useId();
  const count = (state: Evidence) => states.filter((one) => one === state).length;
  const label = t('ui.chart.evidence', { full: count('full'), part: count('part'), none: count('none') });
  const width = states.length * 13.5;
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={12}
      viewBox={`0 0 ${width} 12`}
      className="so-squares"
    >
      <title>{label}</title>
      <defs>
        <pattern id={hatch} width={4} height={4} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={4} height={4} className="so-squares__ground" />
          <rect width={2} height={4} className="so-squares__hatch" />
        </pattern>
      </defs>
      {states.map((state, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: squares keep their places
          key={at}
          x={at * 13.5 + 0.5}
          y={1}
          width={11}
          height={9}
          rx={1.5}
          className={`so-squares__${state}`}
          {...(state === 'part' ? { fill: `url(#${hatch})` } : {})}
        />
      ))}
    </svg>
  );
}
