/** What a course taught and by whom, and the certificates of those who came. */
import { BookOpen, PencilLine, UsersRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { hoursText } from '../../../../shared/domain/training';
import { useQueryOp, useText } from '../../../client';
import {
  type Column,
  EmptyState,
  ErrorState,
  Facts,
  LoadingBars,
  Page,
  PlainTable,
  useFormat,
} from '../../../ui';
import type { RecordTabProps } from '../recordTabs';
import { Certificates } from './Certificates';
import { InviteDrawer } from './InviteDrawer';
import { ProgrammeDrawer } from './ProgrammeDrawer';
import { UnitReports } from './UnitReports';
import './training.css';

export type Training = OutputOf<'training.get'>;
type Topic = Training['fields']['topics'][number] & { n: number };

export function TrainingTab({ event, frame }: RecordTabProps) {
  const t = useText();
  const query = useQueryOp('training.get', { eventId: event.id });
  const [open, setOpen] = useState<'edit' | 'invite' | null>(null);
  const course = event.fields.kind === 'training';
  const recorded = (query.data?.version ?? 0) > 0;
  const edit = {
    key: 'programme',
    label: t(recorded ? 'training.edit' : 'training.add'),
    icon: PencilLine,
    onClick: () => setOpen('edit'),
  };
  const invite = {
    key: 'invite',
    label: t('training.invite'),
    icon: UsersRound,
    onClick: () => setOpen('invite'),
  };
  return (
    <Page {...frame} primary={edit} more={[...(course ? [invite] : []), ...(frame.more ?? [])]}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <LoadingBars rows={6} />
      ) : (
        <div className="so-stack so-training">
          {recorded ? (
            <Programme training={query.data} />
          ) : (
            <EmptyState icon={BookOpen} title={t('training.empty')}>
              {t('training.emptyBody')}
            </EmptyState>
          )}
          {course && <Certificates event={event} />}
          {course && <UnitReports event={event} followUp={query.data.fields.followUp} />}
        </div>
      )}
      {query.data && open === 'edit' && (
        <ProgrammeDrawer event={event} training={query.data} onClose={() => setOpen(null)} />
      )}
      <InviteDrawer event={event} open={open === 'invite'} onClose={() => setOpen(null)} />
    </Page>
  );
}

function Programme({ training }: { training: Training }) {
  const t = useText();
  const { fields, tenths } = training;
  const items = [
    { label: t('training.field.type'), value: t(`training.types.${fields.type}`) },
    { label: t('training.field.courseName'), value: fields.courseName },
    { label: t('training.field.decisionNo'), value: fields.decisionNo },
    {
      label: t('training.list.hours'),
      value: tenths === null ? null : hoursText(tenths, fields.hourUnit, t.language),
    },
  ];
  return (
    <>
      <Facts items={items.filter((item) => item.value)} />
      <Topics training={training} />
      {fields.speakers.length > 0 && (
        <section>
          <h2>{t('training.speakers')}</h2>
          <ul className="so-training__speakers">
            {fields.speakers.map((speaker, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: speakers have no other name than their place
              <li key={at}>
                <span className="so-strong">{speaker.name}</span>
                {speaker.post && <span className="so-muted"> · {speaker.post}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {fields.followUp && (
        <section>
          <h2>{t('training.followUp')}</h2>
          <p className="so-events-text">{fields.followUp}</p>
        </section>
      )}
    </>
  );
}

function Topics({ training: { fields, tenths } }: { training: Training }) {
  const t = useText();
  const format = useFormat();
  const columns = useMemo<Column<Topic>[]>(
    () => [
      { key: 'n', header: '', width: 36, cell: (row) => row.n },
      { key: 'name', header: t('training.topic'), cell: (row) => row.name },
      {
        key: 'hours',
        header: t(`training.hours_${fields.hourUnit}`),
        width: 76,
        align: 'right',
        cell: (row) => (row.tenths === null ? '' : format.decimal(row.tenths / 10)),
      },
      {
        key: 'speaker',
        header: t('training.speaker'),
        width: 190,
        cell: (row) => (row.speaker === null ? '' : (fields.speakers[row.speaker]?.name ?? '')),
      },
      { key: 'material', header: t('training.material'), width: 200, cell: (row) => row.material ?? '' },
    ],
    [t, format, fields],
  );
  if (fields.topics.length === 0) return null;
  return (
    <PlainTable
      framed
      caption={t('training.topics')}
      columns={columns}
      rows={fields.topics.map((topic, at) => ({ ...topic, n: at + 1 }))}
      rowKey={(row) => row.n}
      {...(tenths === null
        ? {}
        : { totals: { name: t('training.total'), hours: format.decimal(tenths / 10) } })}
    />
  );
}
