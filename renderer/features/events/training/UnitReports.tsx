/** After a course: which units were asked to do what, and what they reported. */
import { Printer, Send } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  type Column,
  DateField,
  Drawer,
  ErrorState,
  LoadingBars,
  PlainTable,
  RecordForm,
  Tag,
  TextAreaField,
  useFormat,
} from '../../../ui';
import type { EventDetail } from '../EventPage';
import { FollowUpDrawer } from '../followUps/FollowUpDrawers';

type Row = OutputOf<'training.reports'>['rows'][number];

const TONES = { open: 'neutral', doing: 'muc', done: 'ok', dropped: 'line' } as const;

interface UnitReportsProps {
  event: EventDetail;
  /** What the programme says is to be done afterwards. */
  followUp: string | null;
}

export function UnitReports({ event, followUp }: UnitReportsProps) {
  const t = useText();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<number | null>(null);
  const query = useQueryOp('training.reports', { eventId: event.id });
  const paper = useJobOp('events.followUpsPaper', { done: () => t('followUps.printed') });
  const columns = useReportColumns(setOpened);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars rows={3} />;
  const { rows, asked, reported, batch } = query.data;
  if (rows.length === 0) return null;
  const print = () => void paper.run({ eventId: event.id, batch }).then(saveFile, () => undefined);
  return (
    <section className="so-stack">
      <div className="so-training__head">
        <h2>{t('training.reports.title')}</h2>
        <span className="so-muted">
          {asked === 0
            ? t('training.reports.units', { count: rows.length })
            : t('training.reports.facts', { reported: format.count(reported), asked: format.count(asked) })}
        </span>
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{
            key: 'ask',
            label: t('training.reports.ask'),
            icon: Send,
            onClick: () => setAsking(true),
          }}
        />
        {batch !== null && (
          <ActionButton
            size="small"
            action={{
              key: 'paper',
              label: t('training.reports.print'),
              icon: Printer,
              running: paper.running,
              onClick: print,
            }}
          />
        )}
      </div>
      <PlainTable
        framed
        caption={t('training.reports.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.unitId}
      />
      {asking && <AskDrawer event={event} followUp={followUp} onClose={() => setAsking(false)} />}
      <FollowUpDrawer id={opened} onClose={() => setOpened(null)} />
    </section>
  );
}

function useReportColumns(onOpen: (id: number) => void): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(
    () => [
      { key: 'unit', header: t('training.reports.unit'), width: 210, cell: (row) => row.unit },
      {
        key: 'came',
        header: t('training.reports.came'),
        width: 90,
        align: 'right',
        cell: (row) => format.count(row.came),
      },
      {
        key: 'task',
        header: t('training.reports.task'),
        cell: ({ task }) =>
          task === null ? (
            <span className="so-muted">{t('training.reports.notAsked')}</span>
          ) : (
            <button type="button" className="so-linklike" onClick={() => onOpen(task.id)}>
              {task.text}
            </button>
          ),
      },
      {
        key: 'due',
        header: t('followUps.dueOn'),
        width: 100,
        cell: ({ task }) => (task?.dueOn ? format.date(task.dueOn) : ''),
      },
      {
        key: 'state',
        header: t('followUps.state'),
        width: 112,
        cell: ({ task }) =>
          task && (
            <Tag tone={task.overdue ? 'bad' : TONES[task.state]}>
              {task.overdue ? t('followUps.late') : t(`followUps.states.${task.state}`)}
            </Tag>
          ),
      },
      {
        key: 'result',
        header: t('training.reports.result'),
        width: 230,
        cell: ({ task }) => task?.result ?? '',
      },
    ],
    [t, format, onOpen],
  );
}

function AskDrawer({ event, followUp, onClose }: UnitReportsProps & { onClose(): void }) {
  const t = useText();
  const ask = useCommandOp('training.askUnits', {
    failure: 'inline',
    done: (data) =>
      t(data.count === 0 ? 'training.reports.askedAll' : 'training.reports.asked', { count: data.count }),
  });
  return (
    <Drawer open onClose={onClose} title={t('training.reports.ask')} facts={event.fields.name}>
      <p>{t('training.reports.askBody')}</p>
      <RecordForm<{ text: string; dueOn: string | null }>
        draftKey={null}
        initial={{ text: followUp ?? '', dueOn: null }}
        saveLabel={t('training.reports.ask')}
        onCancel={onClose}
        onSubmit={async ({ text, dueOn }) => {
          await ask.run({ eventId: event.id, text, dueOn: dueOn ?? null });
          onClose();
        }}
      >
        <TextAreaField
          name="text"
          label={t('training.reports.task')}
          required
          rows={4}
          max={2000}
          autoFocus
        />
        <DateField name="dueOn" label={t('followUps.dueOn')} precision="day" />
      </RecordForm>
    </Drawer>
  );
}
