/** Every handler of the product. A missing one does not compile. */
import type { Handlers } from '../ipc/context';
import { backupHandlers, rescueHandlers } from './backup/service';
import { eventsHandlers, eventTimeline } from './events/service';
import { membersHandlers } from './members/service';
import { addTimelineSource } from './members/timeline';
import { organisationHandlers } from './organisation/service';
import { settingsHandlers } from './settings/service';

export const handlers: Handlers = {
  ...organisationHandlers,
  ...membersHandlers,
  ...eventsHandlers,
  ...backupHandlers,
  ...rescueHandlers,
  ...settingsHandlers,
};

addTimelineSource(eventTimeline);
