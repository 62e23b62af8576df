/** A user of the program who was a member: the account stays, as the change log names it; its link to the record goes. */
import type { Scrub } from './scrub';

export const USER_SCRUBS: readonly Scrub[] = [
  {
    entity: '',
    links: ['app_user.member_id'],
    table: 'app_user',
    where: 'member_id = @id',
    set: 'member_id = NULL, version = version + 1',
  },
];
