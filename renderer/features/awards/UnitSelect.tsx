/** The department or group whose awards the register shows: its own and those of its people on the day. */
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import type { InputOf } from '../../../shared/contract';
import { addCounts, RECIPIENT_KINDS } from '../../../shared/domain/awards';
import { useQueryOp, useText } from '../../client';
import { Icon, matchesTyped } from '../../ui';
import { useAwardWords } from './words';

/** Departments and groups, also those closed since. */
function useUnits() {
  const t = useText();
  const rows = useQueryOp('organisation.units', { withClosed: true }).data?.rows ?? [];
  return rows
    .filter((row) => row.kind !== 'section')
    .map((row) => ({
      id: row.id,
      name: row.closedOn === null ? row.name : t('awardHistory.closed', { name: row.name }),
    }));
}

export function UnitSelect({
  value,
  onChange,
}: {
  value: number | null;
  onChange(unit: string | null): void;
}) {
  const t = useText();
  const units = useUnits();
  if (units.length === 0) return null;
  return (
    <Select<string>
      size="small"
      className="so-awards-unit"
      aria-label={t('awardHistory.unit')}
      showSearch={{ filterOption: (typed, option) => matchesTyped(typed, String(option?.label ?? '')) }}
      value={value === null ? 'all' : String(value)}
      onChange={(unit) => onChange(unit === 'all' ? null : unit)}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        { value: 'all', label: t('awardHistory.everyUnit') },
        ...units.map((unit) => ({ value: String(unit.id), label: unit.name })),
      ]}
    />
  );
}

type Conditions = Required<Omit<InputOf<'awards.register'>, 'offset' | 'limit' | 'search'>>;

/** The chosen department's name, and how many collectives and people of it the list names. */
export function useUnitFacts(input: Conditions): { name: string | null; facts: string[] } {
  const words = useAwardWords();
  const chosen = input.orgUnitId !== null;
  const name = useUnits().find((unit) => unit.id === input.orgUnitId)?.name ?? null;
  const { year, side, level, formId, kind, memberId, orgUnitId } = input;
  const days = year === null ? input : { from: `${year}-01-01`, to: `${year}-12-31` };
  const asked = { from: days.from, to: days.to, side, level, formId, kind, memberId, orgUnitId };
  const years = useQueryOp('awards.byYear', asked, { enabled: chosen }).data?.rows;
  if (!chosen || !years || years.length === 0) return { name, facts: [] };
  const sum = addCounts(years);
  return { name, facts: RECIPIENT_KINDS.flatMap((each) => (sum[each] ? [words.part(each, sum[each])] : [])) };
}
