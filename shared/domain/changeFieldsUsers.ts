/** Users, passwords and the session in the change log. */
import type { EntityMeaning } from './changeFields';

const path = '/settings/users';

export const USER_ENTITIES: Readonly<Record<string, EntityMeaning>> = {
  app_user: {
    area: 'settings',
    path,
    fields: {
      role: { kind: 'choice', choice: 'users.roles' },
      memberId: { refers: 'member' },
    },
  },
  app_access: { area: 'settings', path },
  user_password: { area: 'settings', path },
  user_recovery: { area: 'settings', path },
  user_login: { area: 'settings' },
  user_refused: { area: 'settings' },
  user_locked: { area: 'settings' },
  user_left: { area: 'settings' },
  user_recovered: { area: 'settings' },
};
