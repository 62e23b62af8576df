/** What the change log knows of the settings, of the store as a whole and of its copies. */
import type { EntityMeaning } from './changeFields';

const about = { area: 'settings', path: '/settings/backup' } as const;

export const STORE_ENTITIES: Readonly<Record<string, EntityMeaning>> = {
  settings: {
    area: 'settings',
    path: '/settings/look',
    fields: { language: { kind: 'choice', choice: 'settings.look.names' } },
  },
  store: { area: 'settings', fields: { copyAt: { kind: 'date' } } },
  store_copy: { ...about, fields: { copyAt: { kind: 'date' }, encrypted: { kind: 'yes' } } },
  copy_place: { ...about, fields: { encrypted: { kind: 'yes' } } },
};
