/** What the change log knows of awards, movements, proposals, rules of eligibility and award money. */
import type { EntityMeaning, FieldMeaning } from './changeFields';

const member = (label?: string): FieldMeaning => (label ? { refers: 'member', label } : { refers: 'member' });
const unit: FieldMeaning = { refers: 'org_unit' };
const money: FieldMeaning = { kind: 'money' };
const choice = (prefix: string): FieldMeaning => ({ kind: 'choice', choice: prefix });

export const AWARD_ENTITIES: Readonly<Record<string, EntityMeaning>> = {
  award_decision: {
    area: 'awards',
    words: 'awards.field',
    path: '/awards/:id',
    fields: {
      formId: { refers: 'award_form' },
      movementId: { refers: 'movement' },
      side: choice('awards.sides'),
      level: choice('awards.levels'),
      awardYear: { kind: 'text' },
      moneyIndividual: money,
      moneyCollective: money,
      moneyHousehold: money,
    },
  },
  award_round: {
    area: 'awards',
    words: 'proposals.field',
    path: '/awards/rounds/:id',
    fields: { kind: choice('proposals.roundKinds'), year: { kind: 'text' } },
  },
  proposal: {
    area: 'awards',
    words: 'proposals.field',
    fields: {
      kind: choice('awards.kinds'),
      memberId: member(),
      orgUnitId: unit,
      fromUnitId: unit,
      formId: { refers: 'award_form' },
    },
  },
  council_meeting: { area: 'awards', words: 'proposals.field' },
  movement: {
    area: 'awards',
    words: 'movements.field',
    path: '/awards/movements/:id',
    fields: { level: choice('awards.levels') },
  },
  movement_entry: {
    area: 'awards',
    words: 'movements.field',
    fields: { kind: choice('movements.entryKind'), memberId: member(), orgUnitId: unit },
  },
  award_form: {
    area: 'awards',
    fields: { side: choice('awards.sides'), level: choice('awards.levels') },
  },
  award_rule: {
    area: 'awards',
    words: 'awardRules.field',
    path: '/awards?tab=rules',
    fields: {
      kind: choice('awardRules.kinds'),
      mark: choice('awardRules.marks'),
      yearEnd: choice('awardRules.yearEnds'),
      base: choice('awardRules.bases'),
    },
  },
  award_override: {
    area: 'awards',
    words: 'awardRules.field',
    fields: { ruleId: { refers: 'award_rule' } },
  },
  award_hold: {
    area: 'awards',
    words: 'awardRules.field',
    path: '/awards?tab=rules&part=holds',
    fields: { memberId: member('awardRules.field.memberId'), orgUnitId: unit },
  },
  base_wage: {
    area: 'awards',
    words: 'awardRules.field',
    path: '/awards?tab=rules&part=money',
    fields: { amount: money },
  },
  award_coefficient: {
    area: 'awards',
    words: 'awardRules.field',
    path: '/awards?tab=rules&part=money',
    fields: { recipient: choice('awards.kinds') },
  },
  award_recipient: {
    area: 'awards',
    fields: {
      kind: choice('awards.kinds'),
      memberId: member(),
      spouseId: member(),
      orgUnitId: unit,
      amount: money,
    },
  },
};
