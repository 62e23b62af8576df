/** Lying bars: one row per kind (BarList), or two sides of one axis (PyramidChart). Bars are links. */
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../format';
import { ChartFrame, type ChartFrameProps, Legend } from './ChartFrame';

type Frame = Pick<ChartFrameProps, 'title' | 'note' | 'empty'>;

export interface BarPart {
  /** Null is unknown: shown as a dash, without a bar. */
  value: number | null;
  tone: 1 | 2 | 3;
  /** "cá nhân" */
  label: string;
  to?: string;
}
export interface BarRow {
  key: string;
  label: string;
  parts: readonly BarPart[];
  /** Right of the label; by default "**n** label · …". */
  words?: ReactNode;
}

/** One line of words and one bar per row; parts are like units set beside each other, never added in words. */
export function BarList({
  rows,
  legend,
  head,
  ...frame
}: Frame & {
  rows: readonly BarRow[];
  legend?: Parameters<typeof Legend>[0]['items'];
  head: readonly string[];
}) {
  const format = useFormat();
  const most = Math.max(1, ...rows.map((row) => row.parts.reduce((sum, part) => sum + (part.value ?? 0), 0)));
  return (
    <ChartFrame
      {...frame}
      head={head}
      table={rows.map((row) => [
        row.label,
        ...row.parts.map((part) => (part.value === null ? '–' : format.count(part.value))),
      ])}
    >
      <ul className="so-barlist">
        {rows.map((row) => (
          <li key={row.key}>
            <div className="so-barlist__words">
              <span>{row.label}</span>
              <span className="so-muted">
                {row.words ??
                  row.parts.map((part, at) => (
                    <span key={part.label}>
                      {at > 0 && ' · '}
                      <strong>{part.value === null ? '–' : format.count(part.value)}</strong> {part.label}
                    </span>
                  ))}
              </span>
            </div>
            <div className="so-barlist__bar">
              {row.parts
                .filter((part): part is BarPart & { value: number } => part.value !== null && part.value > 0)
                .map((part) => (
                  <BarPiece
                    key={part.label}
                    part={part}
                    name={`${row.label}: ${format.count(part.value)} ${part.label}`}
                    share={part.value / most}
                  />
                ))}
            </div>
          </li>
        ))}
      </ul>
      {legend && <Legend items={legend} />}
    </ChartFrame>
  );
}

function BarPiece({ part, name, share }: { part: BarPart; name: string; share: number }) {
  const style = { width: `${share * 100}%` };
  const className = `so-barlist__piece so-fill-${part.tone}`;
  return part.to ? (
    <Link to={part.to} className={className} style={style} title={name} aria-label={name} />
  ) : (
    <span className={className} style={style} title={name} />
  );
}

export interface PyramidRow {
  key: string;
  label: string;
  left: number;
  right: number;
  leftTo?: string;
  rightTo?: string;
}

/** Two sides of one zero line, e.g. women and men by age. */
export function PyramidChart({
  rows,
  leftLabel,
  rightLabel,
  rowHead,
  ...frame
}: Frame & { rows: readonly PyramidRow[]; leftLabel: string; rightLabel: string; rowHead: string }) {
  const format = useFormat();
  const most = Math.max(1, ...rows.flatMap((row) => [row.left, row.right]));
  const total = (side: 'left' | 'right') => rows.reduce((sum, row) => sum + row[side], 0);
  return (
    <ChartFrame
      {...frame}
      head={[rowHead, leftLabel, rightLabel]}
      table={rows.map((row) => [row.label, format.count(row.left), format.count(row.right)])}
    >
      <div className="so-pyramid">
        {rows.map((row) => (
          <div key={row.key} className="so-pyramid__row">
            <span className="so-pyramid__label">{row.label}</span>
            <Side
              value={row.left}
              most={most}
              to={row.leftTo}
              name={`${leftLabel}, ${row.label}`}
              side="left"
            />
            <Side
              value={row.right}
              most={most}
              to={row.rightTo}
              name={`${rightLabel}, ${row.label}`}
              side="right"
            />
          </div>
        ))}
        <div className="so-pyramid__row so-pyramid__foot" aria-hidden>
          <span />
          <span>{`${leftLabel} ${format.count(total('left'))}`}</span>
          <span>{`${rightLabel} ${format.count(total('right'))}`}</span>
        </div>
      </div>
    </ChartFrame>
  );
}

function Side({
  value,
  most,
  to,
  name,
  side,
}: {
  value: number;
  most: number;
  to: string | undefined;
  name: string;
  side: 'left' | 'right';
}) {
  const format = useFormat();
  const share = value / most;
  const words = format.count(value);
  const bar = { width: `${share * 78}%` };
  const inside = side === 'left' && share > 0.22;
  const body = (
    <>
      <span className={`so-pyramid__bar so-fill-${side === 'left' ? 1 : 2}`} style={bar}>
        {inside ? words : ''}
      </span>
      {!inside && <span className="so-pyramid__value">{words}</span>}
    </>
  );
  const className = `so-pyramid__side so-pyramid__side--${side}`;
  return to ? (
    <Link to={to} className={className} aria-label={`${name}: ${words}`}>
      {body}
    </Link>
  ) : (
    <span className={className}>{body}</span>
  );
}
