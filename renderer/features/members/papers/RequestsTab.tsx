/** What one member asked about the data kept of them, and the full record as the answer. */
import { FileText, Plus, ShieldQuestion } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  type Column,
  EmptyState,
  ErrorState,
  LoadingBars,
  MoreMenu,
  PlainTable,
  ProgressPanel,
  Tag,
  todayIso,
  useFormat,
} from '../../../ui';
import { ConsentsOf } from '../consent/ConsentsOf';
import { RequestForm } from './RequestForm';
import './papers.css';

type Row = OutputOf<'members.requests'>['rows'][number];
const FORMATS = ['pdf', 'xlsx', 'json', 'zip'] as const;

export default function RequestsTab({ member }: { member: OutputOf<'members.get'> }) {
  const t = useText();
  const format = useFormat();
  const name = member.fields.fullName;
  const [open, setOpen] = useState<Row | 'new' | null>(null);
  const query = useQueryOp('members.requests', { memberId: member.id });
  const trash = useCommandOp('members.trashRequests', {
    done: (data) => t('memberPapers.request.trashed', { count: data.count }),
  });
  const job = useJobOp('members.recordFile', { done: () => t('memberPapers.request.made', { name }) });
  const make = async (kind: (typeof FORMATS)[number], requestId: number | null) => {
    const file = await job.run({ id: member.id, requestId, format: kind });
    if (file) await saveFile(file);
  };
  const files = (requestId: number | null) =>
    FORMATS.map((kind) => ({
      key: kind,
      label: t(`memberPapers.request.${kind}`),
      disabled: job.running,
      onClick: () => void make(kind, requestId).catch(() => undefined),
    }));
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'askedOn',
        header: t('memberPapers.request.askedOn'),
        width: 110,
        cell: (r) => format.date(r.askedOn),
      },
      {
        key: 'kind',
        header: t('memberPapers.request.kind'),
        width: 190,
        cell: (r) => t(`memberPapers.request.kinds.${r.kind}`),
      },
      { key: 'askedBy', header: t('memberPapers.request.askedBy'), cell: (r) => r.askedBy },
      {
        key: 'state',
        header: t('memberPapers.request.dueOn'),
        width: 190,
        cell: (r) => <RequestState row={r} />,
      },
      { key: 'answer', header: t('memberPapers.request.answer'), cell: (r) => r.answer },
    ],
    [t, format],
  );
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars kind="lines" />;
  const { rows } = query.data;
  const add = { key: 'add', label: t('memberPapers.request.add'), icon: Plus, onClick: () => setOpen('new') };
  const more = (row: Row) => (
    <MoreMenu
      actions={[
        ...files(row.id),
        { key: 'edit', label: t('memberPapers.request.edit'), onClick: () => setOpen(row) },
        {
          key: 'trash',
          label: t('memberPapers.request.toTrash'),
          danger: true,
          onClick: () => trash.fire({ ids: [row.id] }),
        },
      ]}
    />
  );
  const withMenu: Column<Row>[] = [...columns, { key: 'more', header: '', width: 44, cell: more }];
  return (
    <section className="so-stack" aria-label={t('memberPapers.request.title', { name })}>
      <ConsentsOf memberId={member.id} />
      <p className="so-muted">{t('memberPapers.request.lead')}</p>
      <div className="so-row">
        <ActionButton action={add} primary={rows.length === 0} />
        <ActionButton action={{ ...files(null)[0]!, icon: FileText }} />
        <MoreMenu actions={files(null).slice(1)} />
      </div>
      <p className="so-caption">{t('memberPapers.request.whole')}</p>
      {job.running && (
        <ProgressPanel
          title={t('memberPapers.request.making')}
          progress={job.progress}
          onStop={job.cancel}
          stopping={job.stopping}
        />
      )}
      {rows.length === 0 ? (
        <EmptyState icon={ShieldQuestion} title={t('memberPapers.request.empty')}>
          {t('memberPapers.request.emptyBody')}
        </EmptyState>
      ) : (
        <PlainTable
          caption={t('memberPapers.request.title', { name })}
          columns={withMenu}
          rows={rows}
          rowKey={(row) => row.id}
        />
      )}
      {open && (
        <RequestForm
          memberId={member.id}
          name={name}
          request={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** Whether a request is answered, or until when it is to be. */
export function RequestState({ row }: { row: Row }) {
  const t = useText();
  const format = useFormat();
  if (row.answeredOn)
    return (
      <Tag tone="ok">{t('memberPapers.request.answered', { date: format.date(row.answeredOn) ?? '' })}</Tag>
    );
  const date = format.date(row.dueOn) ?? '';
  return row.dueOn < todayIso() ? (
    <Tag tone="bad">{t('memberPapers.request.late', { date })}</Tag>
  ) : (
    <Tag tone="warn">{t('memberPapers.request.due', { date })}</Tag>
  );
}
