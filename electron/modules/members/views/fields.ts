/** The register's own fields, as conditions can ask by them. */
import { MEMBER_STATUSES } from '../../../../shared/contract/memberFilter';
import { addConditionFields, type ConditionField } from './conditionSources';
import { unitChoices } from './repository';

type Section = ConditionField['section'];
const field = (
  key: string,
  type: ConditionField['type'],
  section: Section,
  value: string,
  more: Partial<ConditionField> = {},
): ConditionField => ({ key, type, section, value, label: { key: `members.field.${key}` }, ...more });

const MONTHS = Array.from({ length: 12 }, (_, at) => ({
  value: String(at + 1).padStart(2, '0'),
  label: { text: String(at + 1) },
}));
/** Full years from a date of any precision to the day: one known to the year counts from its first day. */
const yearsSince = (column: string) =>
  `(CAST(substr({day}, 1, 4) AS INTEGER) - CAST(substr(${column}, 1, 4) AS INTEGER)
    - (substr({day}, 6) < substr(${column} || '-01-01', 6, 5)))`;

addConditionFields((ctx) => {
  const places = (kind: 'department' | 'group') =>
    unitChoices(ctx.db, kind).map((unit) => ({ value: unit.id, label: { text: unit.name } }));
  return [
    field('fullName', 'text', 'person', 'm.name_key', { folded: true }),
    field('gender', 'choice', 'person', 'm.gender', {
      choices: (['female', 'male'] as const).map((value) => ({
        value,
        label: { key: `members.gender.${value}` },
      })),
    }),
    field('birthDate', 'date', 'person', 'm.birth_date'),
    field('age', 'number', 'person', yearsSince('m.birth_date'), { label: { key: 'memberViews.field.age' } }),
    field('birthMonth', 'choice', 'person', `nullif(substr(m.birth_date, 6, 2), '')`, {
      label: { key: 'memberViews.field.birthMonth' },
      choices: MONTHS,
    }),
    field('hometown', 'text', 'person', 'm.hometown'),
    field('status', 'choice', 'union', 'm.status', {
      choices: MEMBER_STATUSES.map((value) => ({ value, label: { key: `members.status.${value}` } })),
    }),
    field('department', 'choice', 'work', 'm.department_id', { choices: places('department') }),
    field('jobTitle', 'text', 'work', 'm.job_title'),
    field('position', 'text', 'work', 'm.position'),
    field('contractType', 'text', 'work', 'm.contract_type'),
    field('hireDate', 'date', 'work', 'm.hire_date'),
    field('education', 'text', 'work', 'm.education'),
    field('politicalTheory', 'text', 'work', 'm.political_theory'),
    field('group', 'choice', 'union', 'm.group_id', { choices: places('group') }),
    field('unionPosition', 'text', 'union', 'm.union_position'),
    field('unionJoinDate', 'date', 'union', 'm.union_join_date'),
    field('unionYears', 'number', 'union', yearsSince('m.union_join_date'), {
      label: { key: 'memberViews.field.unionYears' },
    }),
    field('cardNo', 'text', 'union', 'm.card_no'),
    field('phone', 'text', 'contact', 'm.phone'),
    field('email', 'text', 'contact', 'm.email'),
    field('address', 'text', 'contact', 'm.address'),
    field('idNumber', 'text', 'contact', 'm.id_number'),
    field('idDate', 'date', 'contact', 'm.id_date'),
    field('idPlace', 'text', 'contact', 'm.id_place'),
    field('note', 'text', 'contact', 'm.note'),
  ];
});

/** Sensitive fields, shown off until they are switched on. */
addConditionFields((ctx) => {
  const off = sensitiveOff(ctx);
  return [
    field('ethnicity', 'text', 'sensitive', 'm.ethnicity', { off: off('ethnicity') }),
    field('religion', 'text', 'sensitive', 'm.religion', { off: off('religion') }),
    field('isParty', 'yesNo', 'sensitive', 'm.is_party', { off: off('party') }),
    field('partyDate', 'date', 'sensitive', 'm.party_date', { off: off('party') }),
    field('salaryCoefficient', 'number', 'sensitive', 'm.salary_coefficient', { off: off('money') }),
  ];
});
function sensitiveOff(_: unknown): (group: string) => boolean {
  return () => false;
}
