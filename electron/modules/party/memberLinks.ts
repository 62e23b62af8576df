/** Files follow when two records of one person are merged; the merge does not count them, which would tell of them. */
import { columnReference, type MemberReference } from '../members/merge/references';

const { count: _told, ...moved } = columnReference('party_file', {
  table: 'party_file',
  column: 'member_id',
});
export const partyFiles: MemberReference = moved;
