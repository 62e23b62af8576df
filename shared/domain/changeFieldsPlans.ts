/** What the change log knows of targets and work plans. */
import type { EntityMeaning, FieldMeaning } from './changeFields';

const choice = (prefix: string): FieldMeaning => ({ kind: 'choice', choice: prefix });
const year: FieldMeaning = { kind: 'text' };

export const PLAN_ENTITIES: Readonly<Record<string, EntityMeaning>> = {
  resolution: {
    area: 'targets',
    words: 'targets.field',
    path: '/targets?tab=resolutions',
    fields: { level: choice('targets.levels'), fromYear: year, toYear: year },
  },
  target: {
    area: 'targets',
    words: 'targets.field',
    path: '/targets?target=:id',
    fields: {
      direction: choice('targets.directions'),
      counting: choice('targets.countings'),
      pace: choice('targets.paces'),
      period: choice('targets.periods'),
    },
  },
  target_actual: {
    area: 'targets',
    words: 'targets.field',
    path: '/targets',
    fields: { flag: choice('targets.flags') },
  },
  congress_term: {
    area: 'targets',
    words: 'targets.field',
    path: '/targets?tab=resolutions',
    fields: { fromYear: year, toYear: year },
  },
  work_plan: { area: 'plans', words: 'plans.field', path: '/plans?tab=plan' },
  plan_item: {
    area: 'plans',
    words: 'plans.field',
    path: '/plans?item=:id',
    fields: {
      year,
      status: choice('plans.statuses'),
      memberId: { refers: 'member', label: 'plans.field.person' },
      committeeId: { refers: 'committee' },
    },
  },
  year_step: {
    area: 'plans',
    words: 'plans.field',
    path: '/plans',
    fields: { opens: choice('plans.opens') },
  },
};
