/** Award decisions of a movement; what they do not say is blank. */
import { Award } from 'lucide-react';
import { Link } from 'react-router-dom';
import { addKnown, RECIPIENT_KINDS } from '../../../../shared/domain/awards';
import { useText } from '../../../client';
import { EmptyState, PlainTable, useFormat } from '../../../ui';
import { useAwardWords } from '../words';
import type { MovementData } from './MovementPage';

export function MovementAwards({ data: { decisions } }: { data: MovementData }) {
  const t = useText();
  const format = useFormat();
  const words = useAwardWords();
  if (decisions.length === 0)
    return (
      <EmptyState icon={Award} title={t('movements.noAwards')}>
        {t('movements.noAwardsBody')}
      </EmptyState>
    );
  const count = (value: number | null) => (value === null ? '' : format.count(value));
  return (
    <PlainTable
      framed
      caption={t('movements.tabs.awards')}
      rows={decisions}
      rowKey={(row) => row.id}
      totals={{
        number: t('awards.col.total'),
        ...Object.fromEntries(
          RECIPIENT_KINDS.map((kind) => [kind, count(addKnown(decisions.map((row) => row[kind])))]),
        ),
      }}
      columns={[
        {
          key: 'number',
          header: t('awards.col.number'),
          width: 150,
          cell: (row) => <Link to={`/awards/${row.id}`}>{words.numberOf(row.number)}</Link>,
        },
        {
          key: 'date',
          header: t('awards.col.date'),
          width: 110,
          cell: (row) => format.date(row.decidedOn),
        },
        { key: 'form', header: t('awards.col.form'), cell: (row) => words.formName(row) },
        { key: 'level', header: t('awards.col.level'), width: 190, cell: (row) => words.level(row.level) },
        { key: 'status', header: t('awards.col.status'), width: 120, cell: (row) => words.status(row) },
        ...RECIPIENT_KINDS.map((kind) => ({
          key: kind,
          header: t(`awards.kinds.${kind}`),
          width: 90,
          align: 'right' as const,
          cell: (row: (typeof decisions)[number]) => count(row[kind]),
        })),
      ]}
    />
  );
}
