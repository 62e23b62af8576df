/** A member's awards over the years, from the register: union and state side apart. */
import { Award } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { AWARD_SIDES } from '../../../../shared/domain/awards';
import { useQueryOp, useText } from '../../../client';
import { type Column, EmptyState, ErrorState, LoadingBars, PlainTable, Tag, useFormat } from '../../../ui';
import { useAwardWords } from '../../awards/words';

type Row = OutputOf<'awards.register'>['rows'][number];

export default function AwardsTab({ member }: { member: OutputOf<'members.get'> }) {
  const t = useText();
  const format = useFormat();
  const query = useQueryOp('awards.register', { memberId: member.id, limit: 500 });
  const columns = useAwardColumns();
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data?.rows;
  if (!rows) return <LoadingBars kind="lines" />;
  if (rows.length === 0) return <EmptyState icon={Award} title={t('proof.history.none')} />;
  const ordered = AWARD_SIDES.flatMap((side) => rows.filter((row) => row.side === side));
  const sides = AWARD_SIDES.flatMap((side) => {
    const count = rows.filter((row) => row.side === side && row.voidedOn === null).length;
    return count === 0 ? [] : [`${t(`awards.sides.${side}`)}: ${format.count(count)}`];
  });
  return (
    <div className="so-stack">
      <p className="so-row">
        <span className="so-strong">{sides.join(' · ')}</span>
        <span className="so-push" />
        <Link to={`/awards?tab=register&year=all&member=${member.id}`}>{t('awardHistory.memberList')}</Link>
      </p>
      <PlainTable
        framed
        caption={t('proof.history.tab')}
        columns={columns}
        rows={ordered}
        rowKey={(row) => row.key}
        groupOf={(row) => t(`awards.sides.${row.side}`)}
      />
    </div>
  );
}

function useAwardColumns() {
  const t = useText();
  const format = useFormat();
  const words = useAwardWords();
  return useMemo<Column<Row>[]>(
    () => [
      {
        key: 'date',
        header: t('proof.fact.decidedOn'),
        width: 120,
        cell: (row) => format.date(row.decidedOn),
      },
      {
        key: 'form',
        header: t('proof.fact.form'),
        cell: (row) => <Link to={`/awards/${row.decisionId}`}>{words.formName(row)}</Link>,
      },
      { key: 'level', header: t('proof.history.level'), width: 190, cell: (row) => words.level(row.level) },
      { key: 'number', header: t('proof.fact.decisionNo'), width: 150, cell: (row) => row.number },
      {
        key: 'register',
        header: t('proof.fact.registerNo'),
        width: 220,
        cell: (row) => (
          <span className="so-row">
            {row.register}
            {row.voidedOn !== null && <Tag tone="bad">{t('batches.voided')}</Tag>}
          </span>
        ),
      },
    ],
    [t, format, words],
  );
}
