/** Every handler of the product. A missing one does not compile. */
import type { Handlers } from '../ipc/context';
import { membersHandlers } from './members/service';
import { organisationHandlers } from './organisation/service';
import { settingsHandlers } from './settings/service';

export const handlers: Handlers = {
  ...organisationHandlers,
  ...membersHandlers,
  ...settingsHandlers,
};
