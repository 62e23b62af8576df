/** The certificates in ceremony order: choose which to print, see which were printed, open one. */
import { Checkbox } from 'antd';
import { TriangleAlert } from 'lucide-react';
import { useText } from '../../client';
import { Icon, type SelectionControl } from '../../ui';
import type { Problem } from './PrintOutcome';
import type { Batch } from './PrintPage';

export interface CeremonyListProps {
  batch: Batch;
  ticks: SelectionControl;
  shownId: number;
  onShow(id: number): void;
  problems: readonly Problem[];
}

export function CeremonyList({ batch, ticks, shownId, onShow, problems }: CeremonyListProps) {
  const t = useText();
  const wrong = new Set(problems.map((problem) => problem.recipientId));
  const chosen = batch.rows.filter((row) => ticks.has(row.id)).length;
  const all = chosen === batch.rows.length;
  return (
    <section className="so-cert-list" aria-label={t('certificates.print.list')}>
      <div className="so-cert-listhead">
        <Checkbox
          checked={all}
          indeterminate={chosen > 0 && !all}
          aria-label={t('certificates.print.pickAll')}
          onChange={() => {
            if (all) ticks.clear();
            else ticks.add(batch.rows.map((row) => row.id));
          }}
        />
        <h2>{t('certificates.print.list')}</h2>
      </div>
      <ol>
        {batch.rows.map((row) => (
          <li key={row.id} className={row.id === shownId ? 'so-cert-current' : undefined}>
            <Checkbox
              checked={ticks.has(row.id)}
              aria-label={t('certificates.print.pickOne', { name: row.name })}
              onChange={() => ticks.toggle(row.id)}
            />
            <button
              type="button"
              aria-current={row.id === shownId ? 'true' : undefined}
              onClick={() => onShow(row.id)}
            >
              <span className="so-cert-name">
                {row.ordinal}. {row.name}
                {wrong.has(row.id) && <Icon of={TriangleAlert} />}
              </span>
              <span className="so-caption">
                {[row.register, row.prints > 0 && t('certificates.print.printedTimes', { count: row.prints })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
