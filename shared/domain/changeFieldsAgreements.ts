/** What the change log knows of agreements, their contents, commitments, deliveries and scales. */
import type { EntityMeaning, FieldMeaning } from './changeFields';

const choice = (prefix: string): FieldMeaning => ({ kind: 'choice', choice: prefix });
const about = { area: 'agreements', words: 'agreements.field' } as const;

export const AGREEMENT_ENTITIES: Readonly<Record<string, EntityMeaning>> = {
  agreement: {
    ...about,
    path: '/agreements/:id',
    fields: {
      predecessorId: { refers: 'agreement' },
      scaleId: { refers: 'agreement_scale' },
      statedSum: { kind: 'money' },
      statedFlag: choice('agreements.flag'),
    },
  },
  agreement_content: about,
  agreement_commitment: {
    ...about,
    fields: {
      contentId: { refers: 'agreement_content' },
      memberId: { refers: 'member', label: 'agreements.field.person' },
      personName: { label: 'agreements.field.person' },
      measure: choice('agreements.measure'),
    },
  },
  agreement_progress: {
    ...about,
    fields: { commitmentId: { refers: 'agreement_commitment' }, flag: choice('agreements.flag') },
  },
  agreement_delivery: {
    ...about,
    fields: {
      contentId: { refers: 'agreement_content' },
      amount: { kind: 'money' },
      flag: choice('agreements.flag'),
    },
  },
  agreement_scale: { ...about, path: '/agreements?tab=settings' },
  agreement_reminder: { ...about, path: '/agreements?tab=settings' },
};
