/** Figures: every one opens the records behind it. */
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useText } from '../../client/i18n';

export interface FigureLinkProps {
  /** The figure as shown: "1.484". */
  children: ReactNode;
  /** What is counted, for readers: "đoàn viên tham gia". */
  label: string;
  /** Address of the list… */
  to?: string | undefined;
  /** …or opens a drawer. */
  onOpen?: (() => void) | undefined;
  className?: string;
}

/** A figure with the dotted underline. Without `to` and `onOpen` it is plain text. */
export function FigureLink({ children, label, to, onOpen, className = '' }: FigureLinkProps) {
  const t = useText();
  const name = t('ui.figure.open', { label });
  if (to)
    return (
      <Link to={to} className={`so-figure ${className}`} title={name}>
        {children}
        <span className="so-sr"> {label}</span>
      </Link>
    );
  if (!onOpen) return <span className={className}>{children}</span>;
  return (
    <button type="button" className={`so-figure ${className}`} title={name} onClick={onOpen}>
      {children}
      <span className="so-sr"> {label}</span>
    </button>
  );
}

export interface StripFigure {
  key: string;
  label: string;
  value: ReactNode;
  /** Beside the figure: unit or fraction. */
  unit?: ReactNode;
  /** Under it: a breakdown, or the day of the denominator. */
  note?: ReactNode;
  /** 0–1: draws a bar with `note` at its right. */
  share?: number;
  to?: string;
  onOpen?: () => void;
  tone?: 'warn';
}

/** A row of up to six key figures in one frame. */
export function FiguresStrip({ figures, label }: { figures: readonly StripFigure[]; label: string }) {
  const noted = figures.some((figure) => figure.note || figure.share !== undefined);
  return (
    <ul className="so-strip" aria-label={label}>
      {figures.map((figure) => (
        <li
          key={figure.key}
          className={figure.tone === 'warn' ? 'so-strip__cell so-strip__cell--warn' : 'so-strip__cell'}
        >
          <div className="so-strip__label">{figure.label}</div>
          <div className="so-strip__value">
            <FigureLink label={figure.label} to={figure.to} onOpen={figure.onOpen}>
              {figure.value}
            </FigureLink>
            {figure.unit && <span className="so-strip__unit">{figure.unit}</span>}
          </div>
          {!noted ? null : figure.share === undefined ? (
            <div className="so-strip__note">{figure.note}</div>
          ) : (
            <div className="so-strip__note so-row">
              <Meter share={figure.share} />
              <span>{figure.note}</span>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A thin bar for a share of one whole; the words beside it carry the value. */
export function Meter({ share, tone = 'muc' }: { share: number; tone?: 'muc' | 'soft' | 'nhu' }) {
  const width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return (
    <span className={`so-meter so-meter--${tone}`} aria-hidden>
      <span style={{ width }} />
    </span>
  );
}
