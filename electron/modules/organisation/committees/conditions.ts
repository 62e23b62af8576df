/** Union posts as something the register can be asked by: held on the day the register is seen on. */
import { COMMITTEE_KINDS } from '../../../../shared/contract/committees';
import type { ConditionField } from '../../members/service';
import { HELD_ROWS, TITLES } from './repository';

const field = (
  key: string,
  more: Pick<ConditionField, 'type' | 'value'> & Partial<ConditionField>,
): ConditionField => ({
  key,
  label: { key: `committees.condition.${key}` },
  section: 'union',
  rows: HELD_ROWS,
  owner: 'p.member_id',
  ...more,
});

/** What can be asked about union posts. */
export const postConditions = (): ConditionField[] => [
  field('post', { type: 'text', value: 'p.title', distinct: TITLES }),
  field('postBody', {
    type: 'choice',
    value: `coalesce(p.committee_kind, 'group')`,
    choices: [
      ...COMMITTEE_KINDS.map((kind) => ({ value: kind, label: { key: `committees.kinds.${kind}` } })),
      { value: 'group', label: { key: 'committees.groups.group' } },
    ],
  }),
  field('postFrom', { type: 'date', value: 'p.from_date' }),
];
