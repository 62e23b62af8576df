/** What inspection and women's work tell of a member. */
import { HIDDEN, type Scrub } from './scrub';

export const INSPECTION_SCRUBS: readonly Scrub[] = [
  {
    entity: '',
    links: ['inspection_item.member_id'],
    table: 'inspection_item',
    where: 'member_id = @id',
    set: 'keep',
  },
  {
    entity: '',
    links: ['inspection_attendee.member_id'],
    table: 'inspection_attendee',
    where: 'member_id = @id',
    set: 'post = NULL',
  },
  {
    entity: 'inspection_finding',
    links: ['inspection_finding.owner_member_id'],
    table: 'inspection_finding',
    where: 'owner_member_id = @id',
    set: `text = '${HIDDEN}', recommendation = NULL, result = NULL, search_key = ''`,
  },
];
