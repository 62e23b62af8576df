/** How opinions are named and marked on screen. */
import { useQueryOp, useText } from '../../client';
import { Tag, useFormat } from '../../ui';
import type { OpinionRow } from './useOpinions';

/** Where an opinion stands; one that waits also shows its day. */
export function StateTag({ row }: { row: OpinionRow }) {
  const t = useText();
  const format = useFormat();
  if (row.answeredOn !== null)
    return (
      <Tag tone={row.answeredLate ? 'warn' : 'ok'}>
        {t('opinions.state.answered', { date: format.date(row.answeredOn) })}
      </Tag>
    );
  if (row.late !== null) return <Tag tone="bad">{t('opinions.state.late', { count: row.late })}</Tag>;
  return <Tag tone={row.state === 'sent' ? 'muc' : 'neutral'}>{t(`opinions.shows.${row.state}`)}</Tag>;
}

/** Open departments, sections and groups as choices. */
export function useUnitOptions(): { value: number; label: string }[] {
  const rows = useQueryOp('organisation.units', {}).data?.rows ?? [];
  return rows.filter((row) => row.closedOn === null).map((row) => ({ value: row.id, label: row.name }));
}
