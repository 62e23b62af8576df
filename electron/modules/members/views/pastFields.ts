/** Dated facts, discipline, absence and family, as conditions can ask by them on the day the register is seen on. */
import { sensitiveState } from '../privacy/service';
import { addConditionFields, type ConditionField } from './conditionSources';

const field = (
  key: string,
  section: 'history' | 'family',
  more: Pick<ConditionField, 'type' | 'value'> & Partial<ConditionField>,
): ConditionField => ({
  key,
  section,
  label: { key: `memberViews.field.${key}` },
  owner: 'x.member_id',
  ...more,
});

const facts = (kinds: string) =>
  `member_fact x WHERE x.deleted_at IS NULL AND x.on_date <> '' AND x.on_date <= {day} AND x.kind IN (${kinds})`;
/** Discipline of the Party is as private as membership of it. */
const discipline = (party: boolean) =>
  `member_discipline x WHERE x.deleted_at IS NULL AND x.on_date <= {day}${party ? '' : " AND x.side <> 'party'"}`;
const ABSENCE = 'member_absence x WHERE x.deleted_at IS NULL AND x.from_date <= {day}';
const CHILDREN = 'child_parent p JOIN child c ON c.id = p.child_id WHERE c.deleted_at IS NULL';
const choices = (area: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: { key: `memberHistory.${area}.${value}` } }));

addConditionFields((ctx) => [
  field('movedOn', 'history', { type: 'date', value: 'x.on_date', rows: facts(`'department', 'group'`) }),
  field('cameOn', 'history', {
    type: 'date',
    value: 'x.on_date',
    rows: facts(`'transferredIn', 'rejoined'`),
  }),
  field('goneOn', 'history', {
    type: 'date',
    value: 'x.on_date',
    rows: facts(`'transferredOut', 'retired', 'left', 'expelled', 'died'`),
  }),
  field('discipline', 'history', {
    type: 'choice',
    value: 'x.form',
    rows: discipline(sensitiveState(ctx).isParty),
    choices: choices('discipline.forms', [
      'reprimand',
      'warning',
      'payCut',
      'demotion',
      'dismissal',
      'termination',
      'expulsion',
      'other',
    ]),
  }),
  field('disciplineOn', 'history', {
    type: 'date',
    value: 'x.on_date',
    rows: discipline(sensitiveState(ctx).isParty),
  }),
  field('absence', 'history', {
    type: 'choice',
    value: 'x.kind',
    rows: ABSENCE,
    choices: choices('absence.kinds', ['sick', 'maternity', 'unpaid', 'study', 'other']),
  }),
  field('absenceFrom', 'history', { type: 'date', value: 'x.from_date', rows: ABSENCE }),
  field('children', 'family', {
    type: 'number',
    value: `(SELECT count(*) FROM ${CHILDREN} AND p.member_id = m.id)`,
  }),
  field('childBorn', 'family', { type: 'date', value: 'c.birth_date', rows: CHILDREN, owner: 'p.member_id' }),
]);
