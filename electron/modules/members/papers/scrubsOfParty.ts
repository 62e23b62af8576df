/** What Party development tells of a member. None of it is counted by kind: that there is a file says enough. */
import { HIDDEN, type Scrub } from './scrub';

const OWN = '(SELECT id FROM party_file WHERE member_id = @id)';
const GONE = '{"anonymised":true}';

export const PARTY_SCRUBS: readonly Scrub[] = [
  {
    entity: '',
    links: [],
    table: 'audit',
    where: `entity = 'party_file' AND entity_id IN ${OWN}`,
    set: `before_json = iif(before_json IS NULL, NULL, '${GONE}'), after_json = iif(after_json IS NULL, NULL, '${GONE}')`,
  },
  {
    entity: '',
    links: [],
    table: 'party_step',
    where: `file_id IN ${OWN}`,
    set: 'decision_no = NULL, note = NULL',
  },
  {
    entity: '',
    links: ['party_file.member_id'],
    table: 'party_file',
    where: 'member_id = @id',
    set: `stop_reason = iif(stop_reason IS NULL, NULL, '${HIDDEN}'), version = version + 1`,
  },
];
