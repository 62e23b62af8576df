/** The certificates in ceremony order: choose which to print, see which were printed, open one. */
import { Checkbox } from 'antd';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../client';
import { chordOf, Icon, isComposing, type SelectionControl, Tag } from '../../ui';
import { NumberPick } from './batch/NumberPick';
import { useCeremonyOrder } from './batch/useCeremony';
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
  const order = useCeremonyOrder(batch);
  const [dragged, setDragged] = useState<number | null>(null);
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
      <NumberPick batch={batch} ticks={ticks} />
      <ol title={t('batches.order.hint')}>
        {batch.rows.map((row, at) => (
          <li
            key={row.id}
            className={row.id === shownId ? 'so-cert-current' : undefined}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(row.id);
            }}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDragEnd={() => setDragged(null)}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) order.move(dragged, at);
              setDragged(null);
            }}
            onKeyDown={(event) => {
              const chord = isComposing(event) ? '' : chordOf(event);
              const by = chord === 'Alt+ArrowUp' ? -1 : chord === 'Alt+ArrowDown' ? 1 : 0;
              if (by === 0) return;
              event.preventDefault();
              event.stopPropagation();
              order.move(row.id, at + by);
            }}
          >
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
                {row.voidedOn !== null && <Tag tone="bad">{t('batches.voided')}</Tag>}
                {[
                  row.register,
                  row.copy > 0 && t('batches.copy', { count: row.copy }),
                  row.prints > 0 && t('certificates.print.printedTimes', { count: row.prints }),
                ]
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
