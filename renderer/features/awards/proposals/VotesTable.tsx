/** Votes on every proposal, typed straight into the table; the threshold gives the result, a reason may go against it. */
import { Select } from 'antd';
import { Check, ChevronDown, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { reachesThreshold } from '../../../../shared/domain/proposals';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  type Column,
  EmptyState,
  ErrorState,
  Icon,
  LoadingBars,
  Note,
  PlainTable,
  Tag,
  useFormat,
} from '../../../ui';
import { TextCell } from '../movements/Cells';
import { useAwardWords } from '../words';
import type { RoundData } from './RoundPage';

type Meeting = OutputOf<'proposals.meeting'>;
type Row = Meeting['rows'][number];
type Change = Omit<InputOf<'proposals.vote'>['rows'][number], 'proposalId'>;

export function VotesTable({ data, meetingId }: { data: RoundData; meetingId: number }) {
  const t = useText();
  const format = useFormat();
  const query = useQueryOp('proposals.meeting', { id: meetingId }, { keep: true });
  const vote = useCommandOp('proposals.vote', {
    done: (done) => t('proposals.council.voted', { count: done.count }),
  });
  /** Results that wait for their reason. */
  const [waiting, setWaiting] = useState(new Map<number, Change>());
  const columns = useVoteColumns(data, query.data, waiting, (row, change) => {
    const asked = { ...waiting.get(row.proposalId), ...change };
    const next = new Map(waiting);
    if (query.data && needsReason(row, asked, query.data)) {
      setWaiting(next.set(row.proposalId, asked));
      return;
    }
    next.delete(row.proposalId);
    setWaiting(next);
    vote.fire({ meetingId, rows: [{ proposalId: row.proposalId, ...asked }] });
  });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  const { rows, present, fields } = query.data;
  if (rows.length === 0) return <EmptyState icon={Check} title={t('proposals.proposal.empty')} />;
  const open = rows.filter((row) => row.result === null);
  return (
    <>
      {present === 0 ? (
        <Note tone="warn" icon={CircleAlert}>
          {t('proposals.council.nobody')}
        </Note>
      ) : (
        <div className="so-row so-wrap">
          <span className="so-caption so-proposals-hint">
            {t('proposals.council.hint', {
              threshold: format.decimal(fields.threshold, 2),
              present: format.count(present),
            })}
          </span>
          <span className="so-push" />
          {open.length > 0 && (
            <ActionButton
              size="small"
              action={{
                key: 'all',
                label: t('proposals.council.allAgree', { present: format.count(present) }),
                icon: Check,
                onClick: () =>
                  vote.fire({
                    meetingId,
                    rows: open.map(({ proposalId }) => ({ proposalId, votesFor: present })),
                  }),
              }}
            />
          )}
        </div>
      )}
      <PlainTable
        framed
        caption={t('proposals.col.votes')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.proposalId}
        groupOf={(row) => t(`awards.kinds.${row.kind}`)}
      />
    </>
  );
}

/** Another form, or a result the votes do not give, waits for a reason. */
function needsReason(row: Row, change: Change, meeting: Meeting): boolean {
  const result = change.result === undefined ? row.result : change.result;
  const reason = change.reason === undefined ? row.reason : change.reason;
  if (result === null || reason) return false;
  if (result === 'changed') return true;
  const votesFor = change.votesFor === undefined ? row.votesFor : change.votesFor;
  const voters = row.voters ?? meeting.present;
  if (change.result === undefined || votesFor == null || voters === 0) return false;
  return (result === 'approved') !== reachesThreshold(votesFor, voters, meeting.fields.threshold);
}

function useVoteColumns(
  data: RoundData,
  meeting: Meeting | undefined,
  waiting: ReadonlyMap<number, Change>,
  save: (row: Row, change: Change) => void,
): Column<Row>[] {
  const t = useText();
  const words = useAwardWords();
  const voters = (row: Row) => row.voters ?? meeting?.present ?? 0;
  return [
    {
      key: 'name',
      header: t('proposals.col.name'),
      width: 220,
      cell: (row) => (
        <span>
          <span className="so-strong">{row.name}</span> <span className="so-caption">{row.unitName}</span>
        </span>
      ),
    },
    { key: 'form', header: t('proposals.col.form'), width: 200, cell: (row) => words.formName(row) },
    {
      key: 'votesFor',
      header: t('proposals.col.votesFor'),
      width: 84,
      align: 'right',
      cell: (row) => (
        <TextCell
          right
          label={t('proposals.council.votesOf', { name: row.name })}
          value={row.votesFor === null ? '' : String(row.votesFor)}
          onSave={(typed) => {
            if (typed === '') save(row, { votesFor: null, result: null, reason: null });
            else if (/^\d{1,3}$/.test(typed)) save(row, { votesFor: Number(typed), voters: voters(row) });
          }}
        />
      ),
    },
    {
      key: 'votes',
      header: t('proposals.col.votes'),
      width: 112,
      cell: (row) => <span className="so-caption">{row.votes}</span>,
    },
    {
      key: 'result',
      header: t('proposals.col.result'),
      width: 220,
      cell: (row) => <ResultCell {...{ data, row }} asked={waiting.get(row.proposalId)} save={save} />,
    },
    {
      key: 'reason',
      header: t('proposals.col.reason'),
      cell: (row) => (
        <>
          <TextCell
            label={t('proposals.council.reasonOf', { name: row.name })}
            value={row.reason ?? ''}
            onSave={(typed) => save(row, { reason: typed === '' ? null : typed })}
          />
          {waiting.has(row.proposalId) && (
            <Tag tone="warn">{t('proposals.council.reasonFirst', { name: row.name })}</Tag>
          )}
        </>
      ),
    },
  ];
}

function ResultCell({
  data,
  row,
  asked,
  save,
}: {
  data: RoundData;
  row: Row;
  asked: Change | undefined;
  save(row: Row, change: Change): void;
}) {
  const t = useText();
  const words = useAwardWords();
  const result = asked?.result === undefined ? row.result : asked.result;
  const formId = asked?.formId === undefined ? row.changedFormId : asked.formId;
  const value = result === 'changed' ? `form:${formId}` : (result ?? '');
  const others = data.forms.filter((form) => form.id !== row.formId);
  return (
    <Select<string>
      size="small"
      variant="borderless"
      className="so-movements-cell"
      aria-label={t('proposals.council.resultOf', { name: row.name })}
      value={value}
      onChange={(chosen) => {
        if (chosen.startsWith('form:')) save(row, { result: 'changed', formId: Number(chosen.slice(5)) });
        else save(row, { result: chosen === '' ? null : (chosen as 'approved' | 'refused'), formId: null });
      }}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        { value: '', label: <span className="so-muted">{t('proposals.proposal.open')}</span> },
        { value: 'approved', label: t('proposals.results.approved') },
        { value: 'refused', label: t('proposals.results.refused') },
        ...others.map((form) => ({
          value: `form:${form.id}`,
          label: t('proposals.council.changeTo', {
            form: words.formName({ form: form.name, formEn: form.nameEn }),
          }),
        })),
      ]}
    />
  );
}
