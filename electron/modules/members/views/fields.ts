/** The register's own fields, as conditions can ask by them. */
import { MEMBER_STATUSES } from '../../../../shared/contract/memberFilter';
import { CARD_STATUSES, HARDSHIP_LEVELS, type SensitiveField } from '../../../../shared/domain/privateFields';
import { extraColumns, extraRows } from '../extra/service';
import { openTo, sensitiveState } from '../privacy/service';
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

/** A long text, looked through in an index of its own. */
const longText = (key: string, section: Section) =>
  field(key, 'text', section, `x.${key}`, {
    rows: `member x WHERE x.${key} IS NOT NULL`,
    owner: 'x.id',
    distinct: `m.${key}`,
    column: `m.${key}`,
  });

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
    // Half of everybody has either value: the + keeps SQLite from starting at the index of it.
    field('gender', 'choice', 'person', '+m.gender', {
      choices: (['female', 'male'] as const).map((value) => ({
        value,
        label: { key: `members.gender.${value}` },
      })),
    }),
    field('birthDate', 'date', 'person', 'm.birth_date'),
    field('age', 'number', 'person', yearsSince('m.birth_date'), {
      label: { key: 'memberViews.field.age' },
      since: 'm.birth_date',
    }),
    field('birthMonth', 'choice', 'person', `nullif(substr(m.birth_date, 6, 2), '')`, {
      label: { key: 'memberViews.field.birthMonth' },
      choices: MONTHS,
    }),
    longText('hometown', 'person'),
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
      since: 'm.union_join_date',
    }),
    field('unionJoinPlace', 'text', 'union', 'm.union_join_place'),
    field('unionJoinDecision', 'text', 'union', 'm.union_join_decision'),
    field('cardNo', 'text', 'union', 'lower(m.card_no)', { folded: true }),
    field('cardDate', 'date', 'union', 'm.card_date'),
    field('cardStatus', 'choice', 'union', 'm.card_status', {
      choices: CARD_STATUSES.map((value) => ({ value, label: { key: `memberPrivacy.cardStatus.${value}` } })),
    }),
    field('phone', 'text', 'contact', 'm.phone', { folded: true }),
    field('email', 'text', 'contact', 'lower(m.email)', { folded: true }),
    longText('address', 'contact'),
    field('idNumber', 'text', 'contact', 'm.id_number', { folded: true, off: !openTo(ctx, 'identity') }),
    field('idDate', 'date', 'contact', 'm.id_date', { off: !openTo(ctx, 'identity') }),
    field('idPlace', 'text', 'contact', 'm.id_place', { off: !openTo(ctx, 'identity') }),
    longText('note', 'contact'),
  ];
});

/** Sensitive fields; one that is switched off is named so that people know it can be switched on. */
addConditionFields((ctx) => {
  const on = sensitiveState(ctx);
  const sensitive = (
    key: SensitiveField,
    type: ConditionField['type'],
    value: string,
    more: Partial<ConditionField> = {},
  ) => field(key, type, 'sensitive', value, { off: !on[key], ...more });
  return [
    sensitive('isParty', 'yesNo', 'm.is_party'),
    sensitive('partyDate', 'date', 'm.party_date'),
    sensitive('hardship', 'choice', 'm.hardship', {
      choices: HARDSHIP_LEVELS.map((value) => ({ value, label: { key: `memberPrivacy.hardship.${value}` } })),
    }),
    sensitive('hardshipNote', 'text', 'm.hardship_note'),
    sensitive('healthNote', 'text', 'm.health_note'),
    sensitive('ethnicity', 'text', 'm.ethnicity'),
    sensitive('religion', 'text', 'm.religion'),
    sensitive('salaryCoefficient', 'number', 'm.salary_coefficient'),
    sensitive('duesBase', 'number', 'm.dues_base'),
  ];
});

/** The fields the unit added itself. */
addConditionFields((ctx) =>
  extraColumns(ctx.db).map((own): ConditionField => {
    return {
      key: own.key,
      type: own.kind,
      section: 'extra',
      label: { text: own.label },
      rows: extraRows(own.id),
      single: true,
      owner: 'x.member_id',
      value: own.kind === 'number' ? 'x.number' : 'x.folded',
      folded: own.kind !== 'number',
      ...(own.kind === 'choice'
        ? { choices: own.choices.map((choice) => ({ value: choice, label: { text: choice } })) }
        : {}),
    };
  }),
);
