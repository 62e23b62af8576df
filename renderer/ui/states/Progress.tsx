/** Long work: what is being done, how far, how long still, and "Dừng". */
import { useEffect, useState } from 'react';
import type { JobProgress } from '../../client/hooks';
import { type Translate, useText } from '../../client/i18n';
import { useFormat } from '../format';
import { Meter } from '../parts/Figure';

export interface ProgressPanelProps {
  /** "Đang tạo 76 giấy khen". */
  title: string;
  /** Null draws nothing: the work is not running. */
  progress: JobProgress | null;
  onStop?: () => void;
  stopping?: boolean;
}

export function ProgressPanel({ title, progress, onStop, stopping = false }: ProgressPanelProps) {
  const t = useText();
  const format = useFormat();
  const now = useNow(1000);
  if (!progress) return null;
  const { done, total, startedAt } = progress;
  const facts = [
    total ? `${format.count(done)}/${format.count(total)}` : done > 0 ? format.count(done) : '',
    total ? timeLeft(t, done, total, now - startedAt) : '',
  ].filter(Boolean);
  return (
    <div className="so-progress" role="group" aria-label={title}>
      <div className="so-row">
        <strong>{title}</strong>
        <span className="so-caption">{facts.join(' · ')}</span>
        {onStop && (
          <button type="button" className="so-linklike so-push" onClick={onStop} disabled={stopping}>
            {stopping ? t('ui.progress.stopping') : t('ui.progress.stop')}
          </button>
        )}
      </div>
      <div
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={total ? done : undefined}
        className={total ? '' : 'so-progress__unknown'}
      >
        <Meter share={total ? done / total : 0.3} />
      </div>
    </div>
  );
}

function useNow(every: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

/** "còn khoảng 4 giây"; empty until it can be told. */
export function timeLeft(t: Translate, done: number, total: number, elapsedMs: number): string {
  if (done <= 0 || elapsedMs < 1500 || done >= total) return '';
  const seconds = Math.ceil(((elapsedMs / done) * (total - done)) / 1000);
  const time =
    seconds < 90
      ? t('ui.progress.seconds', { count: seconds })
      : t('ui.progress.minutes', { count: Math.round(seconds / 60) });
  return t('ui.progress.left', { time });
}
