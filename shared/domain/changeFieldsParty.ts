/** What the change log knows of Party development. */
import type { EntityMeaning } from './changeFields';

export const PARTY_ENTITIES: Readonly<Record<string, EntityMeaning>> = {
  party_file: {
    area: 'members',
    words: 'party.field',
    path: '/party?tab=files',
    fields: { stage: { kind: 'choice', choice: 'party.stage' }, number: { kind: 'text' } },
  },
  party_stage: { area: 'members', words: 'party.field', path: '/party?tab=stages' },
};
