/** What becomes of opinions somebody gave when that member is made anonymous: the count stays, the words go. */
import { HIDDEN, type Scrub } from './scrub';

const GONE = '{"anonymised":true}';
const LOG_GONE = `before_json = iif(before_json IS NULL, NULL, '${GONE}'), after_json = iif(after_json IS NULL, NULL, '${GONE}')`;

export const OPINION_SCRUBS: readonly Scrub[] = [
  {
    entity: 'opinion',
    links: ['opinion.member_id'],
    table: 'opinion',
    where: 'member_id = @id',
    set: `text = '${HIDDEN}', answer = NULL, note = NULL, search_key = '', version = version + 1`,
  },
  {
    entity: '',
    links: [],
    table: 'audit',
    where: `entity = 'opinion' AND entity_id IN (SELECT id FROM opinion WHERE member_id = @id)`,
    set: LOG_GONE,
  },
];
