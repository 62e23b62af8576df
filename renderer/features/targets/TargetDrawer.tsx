/** One target: what is asked and reached in its term and every year, what was typed, and the evidence of it. */
import { PencilLine, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  Drawer,
  ErrorState,
  Facts,
  FigureLink,
  IconButton,
  LoadingBars,
  PlainTable,
  useFormat,
} from '../../ui';
import { type FigureList, indicatorName } from '../dashboard/RecordsDrawer';
import { EvidenceBox } from '../files/EvidenceBox';
import { ActualForm } from './ActualForm';
import { TargetForm } from './TargetForm';
import { type ActualRow, StateTag, useReadingWords } from './words';

type Data = OutputOf<'targets.get'>;

interface TargetDrawerProps {
  id: number | null;
  /** The year in view. */
  year: number | null;
  onClose(): void;
  onRecords(list: FigureList): void;
}

export function TargetDrawer({ id, year, onClose, onRecords }: TargetDrawerProps) {
  const t = useText();
  const query = useQueryOp('targets.get', { id: id ?? 1 }, { enabled: id !== null });
  const data = id === null ? undefined : query.data;
  return (
    <Drawer
      open={id !== null}
      onClose={onClose}
      title={data ? <span lang="vi">{data.target.text}</span> : t('targets.title')}
      facts={data && <span lang="vi">{data.target.resolution}</span>}
      width={640}
    >
      {query.error && id !== null && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {id !== null && !data && !query.error && <LoadingBars kind="lines" />}
      {data && <Loaded key={data.target.id} {...{ data, year, onClose, onRecords }} />}
    </Drawer>
  );
}

function Loaded({ data, year, onClose, onRecords }: Omit<TargetDrawerProps, 'id'> & { data: Data }) {
  const t = useText();
  const { target } = data;
  const [editing, setEditing] = useState<'target' | { actual: ActualRow | null } | null>(null);
  const trash = useCommandOp('targets.trash', { done: () => t('targets.trashed') });
  if (editing === 'target')
    return <TargetForm target={target} values={data.values} year={year} onDone={() => setEditing(null)} />;
  if (editing !== null)
    return <ActualForm target={target} actual={editing.actual} onDone={() => setEditing(null)} />;
  return (
    <div className="so-stack">
      <Facts
        items={[
          { label: t('targets.field.counting'), value: t(`targets.countings.${target.counting}`) },
          { label: t('targets.field.pace'), value: t(`targets.paces.${target.pace}`) },
          { label: t('targets.field.period'), value: t(`targets.periods.${target.period}`) },
          {
            label: t('targets.field.indicator'),
            value:
              target.indicator === null
                ? t('targets.source.typed')
                : indicatorName(target.indicator, t.language),
          },
          ...(target.note
            ? [{ label: t('targets.field.note'), value: <span lang="vi">{target.note}</span> }]
            : []),
        ]}
      />
      <div className="so-row">
        <ActionButton
          size="small"
          action={{
            key: 'edit',
            label: t('targets.edit'),
            icon: PencilLine,
            onClick: () => setEditing('target'),
          }}
        />
        <ActionButton
          size="small"
          action={{
            ...{ key: 'trash', label: t('targets.trash'), icon: Trash2 },
            onClick: () => {
              trash.fire({ ids: [target.id] });
              onClose();
            },
          }}
        />
      </div>
      <Readings data={data} onRecords={onRecords} />
      {target.indicator === null && <Actuals data={data} onEdit={(actual) => setEditing({ actual })} />}
    </div>
  );
}

function Readings({ data, onRecords }: { data: Data; onRecords(list: FigureList): void }) {
  const t = useText();
  const words = useReadingWords();
  const { target } = data;
  const rows = data.readings.filter(
    (row) => row.value !== null || row.actual.value !== null || row.year === null,
  );
  return (
    <>
      <h2>{t('targets.page.readings')}</h2>
      <PlainTable
        framed
        caption={t('targets.page.readings')}
        rows={rows}
        rowKey={(row) => row.year ?? 0}
        columns={[
          {
            ...{ key: 'year', header: t('targets.field.year'), width: 110 },
            cell: (row) => row.year ?? t('targets.term'),
          },
          {
            ...{ key: 'asked', header: t('targets.field.asked'), width: 130 },
            cell: (row) => <span lang="vi">{words(target, row).asked}</span>,
          },
          {
            ...{ key: 'actual', header: t('targets.field.actual') },
            cell: (row) => {
              const { shown, rate } = words(target, row);
              if (shown === null) return <span className="so-muted">{t('targets.noActual')}</span>;
              const { indicator } = target;
              return (
                <>
                  <FigureLink
                    label={target.text}
                    onOpen={
                      indicator === null
                        ? undefined
                        : () => onRecords({ id: indicator, from: row.from, to: row.to })
                    }
                  >
                    {shown}
                  </FigureLink>{' '}
                  <span className="so-muted">{rate}</span>
                </>
              );
            },
          },
          {
            ...{ key: 'state', header: t('targets.field.state'), width: 150 },
            cell: (row) => <StateTag state={row.state} />,
          },
        ]}
      />
    </>
  );
}

function Actuals({ data, onEdit }: { data: Data; onEdit(actual: ActualRow | null): void }) {
  const t = useText();
  const format = useFormat();
  const words = useReadingWords();
  const [shown, setShown] = useState<number | null>(null);
  const trash = useCommandOp('targets.trashActuals', { done: () => t('targets.trashedActual') });
  const { target, actuals } = data;
  const evidence = actuals.find((row) => row.id === shown);
  return (
    <>
      <div className="so-row">
        <h2>{t('targets.page.actuals')}</h2>
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{ key: 'add', label: t('targets.addActual'), icon: Plus, onClick: () => onEdit(null) }}
        />
      </div>
      {actuals.length === 0 && <p className="so-caption">{t('targets.page.noActuals')}</p>}
      {actuals.length > 0 && (
        <PlainTable
          framed
          caption={t('targets.page.actuals')}
          rows={actuals}
          rowKey={(row) => row.id}
          columns={[
            {
              ...{ key: 'day', header: t('targets.field.onDay'), width: 110 },
              cell: (row) => format.date(row.onDay),
            },
            {
              ...{ key: 'value', header: t('targets.field.actual'), width: 100 },
              cell: (row) =>
                words(target, {
                  ...{ value: null, expected: null },
                  actual: { ...row, wholeOn: null, from: 'typed' },
                }).shown ?? t('targets.noActual'),
            },
            {
              ...{ key: 'source', header: t('targets.field.source') },
              cell: (row) => <span lang="vi">{row.source}</span>,
            },
            {
              ...{ key: 'files', header: t('targets.field.files'), width: 60 },
              cell: (row) => (
                <FigureLink
                  label={t('targets.page.evidence', { date: format.date(row.onDay) })}
                  onOpen={() => setShown(row.id)}
                >
                  {format.count(row.files)}
                </FigureLink>
              ),
            },
            {
              ...{ key: 'tools', header: '', width: 76 },
              cell: (row) => (
                <span className="so-row">
                  <IconButton
                    {...{ icon: PencilLine, size: 'small', label: t('targets.editActual') }}
                    onClick={() => onEdit(row)}
                  />
                  <IconButton
                    {...{ icon: Trash2, size: 'small', label: t('targets.trash') }}
                    onClick={() => trash.fire({ ids: [row.id] })}
                  />
                </span>
              ),
            },
          ]}
        />
      )}
      {evidence && (
        <EvidenceBox
          entity="target_actual"
          entityId={evidence.id}
          title={t('targets.page.evidence', { date: format.date(evidence.onDay) })}
        />
      )}
    </>
  );
}
