/** What becomes of consents when the member is made anonymous: that there were so many stays, the words go. */
import type { Scrub } from './scrub';

export const CONSENT_SCRUBS: readonly Scrub[] = [
  {
    entity: 'member_consent',
    links: ['member_consent.member_id'],
    table: 'member_consent',
    where: 'member_id = @id',
    set: 'note = NULL',
  },
];
