/** Standing columns over time as SVG; zero baseline, the unfinished one lighter. */
import { useNavigate } from 'react-router-dom';
import { useFormat } from '../format';
import { chordOf } from '../keys';
import { ChartFrame, type ChartFrameProps } from './ChartFrame';

export interface ColumnBar {
  key: string;
  /** Under the column: "5". */
  label: string;
  /** Null: not reached yet. */
  value: number | null;
  /** For readers: "Tháng 5/2026". */
  name: string;
  /** Still running. */
  unfinished?: boolean;
  to?: string;
}

export interface ColumnChartProps extends Pick<ChartFrameProps, 'title' | 'note' | 'empty'> {
  bars: readonly ColumnBar[];
  /** Unit for readers: "lượt". */
  unit: string;
  /** Heads of the table: ["Tháng", "Lượt"]. */
  head: readonly [string, string];
}

const WIDTH = 330;
const HEIGHT = 160;
const LEFT = 40;
const BASE = 136;
const TOP = 14;

/** The round step that gives at most three grid lines. */
export function gridStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  for (const factor of [0.5, 1, 2, 5, 10])
    if (most / (power * factor) <= 3) return Math.max(1, power * factor);
  return power * 10;
}

export function ColumnChart({ bars, unit, head, ...frame }: ColumnChartProps) {
  const format = useFormat();
  const most = Math.max(1, ...bars.map((bar) => bar.value ?? 0));
  const step = gridStep(most);
  const lines = Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
  const y = (value: number) => BASE - (value / most) * (BASE - TOP - 8);
  const slot = (WIDTH - LEFT) / Math.max(1, bars.length);
  const hasValues = bars.some((bar) => bar.value !== null && bar.value > 0);
  return (
    <ChartFrame
      {...frame}
      head={head}
      table={
        hasValues ? bars.map((bar) => [bar.name, bar.value === null ? '' : format.count(bar.value)]) : []
      }
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="so-columns" role="group" aria-label={frame.title}>
        {lines.map((line) => (
          <g key={line} aria-hidden>
            <line x1={LEFT} x2={WIDTH} y1={y(line)} y2={y(line)} className="so-columns__line" />
            <text x={LEFT - 6} y={y(line) + 4} textAnchor="end" className="so-columns__axis">
              {format.count(line)}
            </text>
          </g>
        ))}
        {bars.map((bar, at) => (
          <Bar
            key={bar.key}
            bar={bar}
            x={LEFT + at * slot + slot * 0.16}
            width={slot * 0.68}
            top={y(bar.value ?? 0)}
            named={bar.value !== null && bar.value > 0 && (bar.value === most || bar.unfinished === true)}
            unit={unit}
          />
        ))}
      </svg>
    </ChartFrame>
  );
}

function Bar({
  bar,
  x,
  width,
  top,
  named,
  unit,
}: {
  bar: ColumnBar;
  x: number;
  width: number;
  top: number;
  named: boolean;
  unit: string;
}) {
  const format = useFormat();
  const navigate = useNavigate();
  const words = bar.value === null ? '' : `${bar.name}: ${format.count(bar.value)} ${unit}`;
  const go = () => {
    if (bar.to) navigate(bar.to);
  };
  const links =
    bar.to && bar.value
      ? { role: 'link', tabIndex: 0, 'aria-label': words, onClick: go, className: 'so-columns__link' }
      : {};
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is a link by its role when it leads somewhere
    <g
      {...links}
      onKeyDown={(event) => {
        if (chordOf(event) === 'Enter') go();
      }}
    >
      {bar.value !== null && bar.value > 0 && (
        <rect
          x={x}
          y={top}
          width={width}
          height={Math.max(1, BASE - top)}
          rx={2}
          className={bar.unfinished ? 'so-svg-2' : 'so-svg-1'}
        >
          <title>{words}</title>
        </rect>
      )}
      {named && (
        <text x={x + width / 2} y={top - 5} textAnchor="middle" className="so-columns__value">
          {format.count(bar.value as number)}
        </text>
      )}
      <text
        x={x + width / 2}
        y={BASE + 15}
        textAnchor="middle"
        className={bar.unfinished ? 'so-columns__now' : 'so-columns__axis'}
      >
        {bar.label}
      </text>
    </g>
  );
}
