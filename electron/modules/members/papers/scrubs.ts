/** Every table that tells of a member, and what happens to those rows when the member is made anonymous. */

import { HIDDEN, type Scrub } from './scrub';
import { AWARD_SCRUBS } from './scrubsOfAwards';
import { CONSENT_SCRUBS } from './scrubsOfConsent';
import { INSPECTION_SCRUBS } from './scrubsOfInspection';
import { OPINION_SCRUBS } from './scrubsOfOpinions';
import { PARTY_SCRUBS } from './scrubsOfParty';
import { USER_SCRUBS } from './scrubsOfUsers';

const EMPTY_ROW = '{"values":{},"changes":[],"notes":[],"problems":[],"candidates":[],"reason":null}';
const GONE = '{"anonymised":true}';
const LOG_GONE = `before_json = iif(before_json IS NULL, NULL, '${GONE}'), after_json = iif(after_json IS NULL, NULL, '${GONE}')`;

/** A child whose only parents among members are the person, or already anonymous. */
const OWN_CHILD = `child_id IN (SELECT p.child_id FROM child_parent p WHERE p.member_id = @id) AND child_id NOT IN (
  SELECT q.child_id FROM child_parent q WHERE q.member_id <> @id
    AND q.member_id NOT IN (SELECT member_id FROM member_anonymised))`;
export const OWN_CHILD_ID = OWN_CHILD.replace(/child_id (IN|NOT IN)/g, 'id $1');

/** Files attached to the person and to records that tell of the person alone; those of vouchers are accounting papers and stay. */
const OWN_FILE = `(${[
  "entity = 'member' AND entity_id = @id",
  ...['member_discipline', 'member_absence', 'member_request', 'care_visit', 'care_case', 'opinion'].map(
    (table) => `entity = '${table}' AND entity_id IN (SELECT id FROM ${table} WHERE member_id = @id)`,
  ),
  "entity = 'care_step' AND entity_id IN (SELECT id FROM care_step WHERE case_id IN (SELECT id FROM care_case WHERE member_id = @id))",
].join(' OR ')})`;

/** Who was visited with a voucher's money. */
const VISITED = `(SELECT v.name FROM care_visit v
  WHERE v.voucher_id = fund_voucher.id AND v.member_id = @id ORDER BY v.id LIMIT 1)`;

/** Every table that tells of a member. `@name` and its keys are the new name. */
export const SCRUBS: readonly Scrub[] = [
  ...OPINION_SCRUBS,
  ...CONSENT_SCRUBS,
  ...PARTY_SCRUBS,
  ...USER_SCRUBS,
  {
    entity: 'document',
    links: ['document.member_id', 'document.link_id'],
    table: 'document',
    where: "member_id = @id OR link_entity = 'member' AND link_id = @id",
    set: `link_label = iif(link_entity = 'member' AND link_id = @id, @full_name, link_label),
      search_key = iif(link_entity = 'member' AND link_id = @id, coalesce(code, ''), search_key), version = version + 1`,
  },
  {
    entity: 'member_photo',
    links: ['member_photo.member_id'],
    table: 'member_photo',
    where: 'member_id = @id',
    set: 'delete',
  },
  {
    entity: 'attachment',
    links: [],
    table: 'attachment',
    where: OWN_FILE,
    set: `name = '${HIDDEN}' || iif(instr(name, '.') > 0, '.' || replace(name, rtrim(name, replace(name, '.', '')), ''), ''),
      taken_on = NULL, author = NULL, source = NULL, note = NULL, version = version + 1,
      deleted_at = coalesce(deleted_at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,
  },
  {
    entity: '',
    links: [],
    table: 'audit',
    where: `entity = 'attachment' AND entity_id IN (SELECT id FROM attachment WHERE ${OWN_FILE})`,
    set: LOG_GONE,
  },
  {
    entity: 'extra_value',
    links: ['extra_value.member_id'],
    table: 'extra_value',
    where: 'member_id = @id',
    set: 'delete',
  },
  {
    entity: 'member_fact',
    links: ['member_fact.member_id'],
    table: 'member_fact',
    where: 'member_id = @id',
    set: `value = iif(kind = 'position', NULL, value), place = NULL, decision_no = NULL, reason = NULL`,
  },
  {
    entity: '',
    links: ['member_movement.member_id'],
    table: 'member_movement',
    where: 'member_id = @id',
    set: 'reason = NULL',
  },
  {
    entity: 'event_attendee',
    links: ['event_attendee.member_id'],
    table: 'event_attendee',
    where: 'member_id = @id',
    set: 'title = NULL, organisation = NULL, note = NULL',
  },
  {
    entity: 'event_mark',
    links: [],
    table: 'event_mark',
    where: 'attendee_id IN (SELECT id FROM event_attendee WHERE member_id = @id) AND reason IS NOT NULL',
    set: 'reason = NULL',
  },
  {
    entity: 'follow_up',
    links: ['follow_up.owner_member_id'],
    table: 'follow_up',
    where: 'owner_member_id = @id',
    set: "result = NULL, search_key = ''",
  },
  {
    entity: 'plan_item',
    links: ['plan_item.owner_member_id'],
    table: 'plan_item',
    where: 'owner_member_id = @id',
    set: "result = NULL, note = NULL, search_key = ''",
  },
  {
    entity: '',
    links: ['member_state.member_id'],
    table: 'member_state',
    where: 'member_id = @id',
    set: 'keep',
  },
  {
    entity: 'member_discipline',
    links: ['member_discipline.member_id'],
    table: 'member_discipline',
    where: 'member_id = @id',
    set: 'decision_no = NULL, reason = NULL',
  },
  {
    entity: 'member_absence',
    links: ['member_absence.member_id'],
    table: 'member_absence',
    where: 'member_id = @id',
    set: 'note = NULL',
  },
  {
    entity: 'marriage',
    links: ['marriage.member_id', 'marriage.spouse_id'],
    table: 'marriage',
    where: '(member_id = @id OR spouse_id = @id)',
    set: `spouse_name = iif(spouse_name IS NULL, NULL, '${HIDDEN}'), spouse_birth_date = substr(spouse_birth_date, 1, 4),
      spouse_work = NULL, spouse_phone = NULL, note = NULL`,
  },
  {
    entity: 'school_result',
    links: [],
    table: 'school_result',
    where: OWN_CHILD,
    set: 'class_name = NULL, school = NULL, prize = NULL, note = NULL',
  },
  {
    entity: 'child',
    links: ['child_parent.member_id'],
    table: 'child',
    where: OWN_CHILD_ID,
    set: `full_name = '${HIDDEN}', given_name = '${HIDDEN}', sort_key = '${HIDDEN}', name_key = 'an danh',
      birth_date = substr(birth_date, 1, 4), note = NULL`,
  },
  {
    entity: '',
    links: ['child.member_id'],
    table: 'child',
    where: 'member_id = @id',
    set: 'full_name = @full_name, given_name = @given_name, sort_key = @sort_key, name_key = @name_key, birth_date = substr(birth_date, 1, 4)',
  },
  {
    entity: 'union_post',
    links: ['union_post.member_id'],
    table: 'union_post',
    where: 'member_id = @id',
    set: 'person_note = NULL, decision_no = NULL, end_reason = NULL, end_decision_no = NULL, note = NULL',
  },
  {
    entity: 'event_eligible',
    links: ['event_eligible.member_id'],
    table: 'event_eligible',
    where: 'member_id = @id AND reason IS NOT NULL',
    set: 'reason = NULL',
  },
  {
    entity: '',
    links: ['training_speaker.member_id'],
    table: 'training_speaker',
    where: 'member_id = @id',
    set: 'name = @full_name, post = NULL',
  },
  {
    entity: 'training_certificate',
    links: ['training_certificate.member_id'],
    table: 'training_certificate',
    where: 'member_id = @id',
    set: 'honorific = NULL, name = @full_name, post = NULL',
  },
  {
    entity: '',
    links: [],
    table: 'contest_entry',
    where: `kind = 'person' AND id IN (SELECT entry_id FROM contest_person WHERE member_id = @id)`,
    set: 'name = @full_name, note = NULL',
  },
  {
    entity: 'contest_entry',
    links: ['contest_person.member_id'],
    table: 'contest_person',
    where: 'member_id = @id',
    set: 'name = @full_name',
  },
  ...AWARD_SCRUBS,
  ...INSPECTION_SCRUBS,
  {
    entity: 'welfare_recipient',
    links: ['welfare_recipient.member_id'],
    table: 'welfare_recipient',
    where: 'member_id = @id',
    set: 'name = @full_name, name_key = @name_key, sort_key = @sort_key, address = NULL, relation = NULL, note = NULL, received_by = NULL',
  },
  {
    entity: '',
    links: [],
    table: 'fund_voucher',
    where: 'id IN (SELECT voucher_id FROM care_visit WHERE member_id = @id)',
    set: `source_label = '${HIDDEN}', search_key = CAST(amount AS TEXT),
      reason = replace(reason, ${VISITED}, '${HIDDEN}'), person_name = replace(person_name, ${VISITED}, '${HIDDEN}')`,
  },
  {
    entity: '',
    links: [],
    table: 'fund_voucher',
    where: "source_entity = 'care_case' AND source_id IN (SELECT id FROM care_case WHERE member_id = @id)",
    set: `source_label = '${HIDDEN}', search_key = CAST(amount AS TEXT),
      reason = replace(reason, (SELECT title FROM care_case WHERE id = fund_voucher.source_id), '${HIDDEN}'),
      person_name = replace(person_name, (SELECT name FROM care_case WHERE id = fund_voucher.source_id), '${HIDDEN}')`,
  },
  {
    entity: 'care_visit',
    links: ['care_visit.member_id'],
    table: 'care_visit',
    where: 'member_id = @id',
    set: `name = iif(who = 'family', '${HIDDEN}', @full_name), person = 'm' || member_id || iif(who = 'family', '/' || id, ''),
      address = NULL, words = NULL, health_detail = NULL, place = NULL, note = NULL, again = NULL, search_key = @name_key`,
  },
  {
    entity: '',
    links: ['care_visitor.member_id'],
    table: 'care_visitor',
    where: 'member_id = @id',
    set: 'name = @full_name, post = NULL',
  },
  {
    entity: 'care_case',
    links: ['care_case.member_id'],
    table: 'care_case',
    where: 'member_id = @id',
    set: `name = iif(who = 'family', '${HIDDEN}', @full_name), title = '${HIDDEN}', address = NULL, circumstances = NULL,
      object = NULL, close_reason = NULL, note = NULL, search_key = @name_key`,
  },
  {
    entity: '',
    links: [],
    table: 'care_step',
    where: 'case_id IN (SELECT id FROM care_case WHERE member_id = @id) AND note IS NOT NULL',
    set: 'note = NULL',
  },
  {
    entity: '',
    links: ['dues_base.member_id'],
    table: 'dues_base',
    where: 'member_id = @id',
    set: 'delete',
  },
  {
    entity: '',
    links: ['dues_override.member_id'],
    table: 'dues_override',
    where: 'member_id = @id',
    set: `reason = '${HIDDEN}'`,
  },
  {
    entity: '',
    links: ['dues_line.member_id'],
    table: 'dues_line',
    where: 'member_id = @id',
    set: 'keep',
  },
  {
    entity: 'drive_gift',
    links: ['drive_gift.member_id'],
    table: 'drive_gift',
    where: 'member_id = @id',
    set: 'name = @full_name, note = NULL',
  },
  {
    entity: 'fund_voucher',
    links: ['fund_voucher.member_id'],
    table: 'fund_voucher',
    where: 'member_id = @id',
    set: `person_name = @full_name, address = NULL, note = NULL, search_key = @name_key || ' ' || amount`,
  },
  {
    entity: '',
    links: ['rating_line.member_id'],
    table: 'rating_line',
    where: 'member_id = @id',
    set: 'note = NULL',
  },
  {
    entity: '',
    links: ['review_task.member_id'],
    table: 'review_task',
    where: 'member_id = @id',
    set: 'name = NULL',
  },
  {
    entity: '',
    links: [],
    table: 'review_evidence',
    where: `entity = 'member' AND record_id = @id`,
    set: 'label = @full_name',
  },
  {
    entity: 'import_row',
    links: [],
    table: 'import_row',
    where: 'member_id = @id',
    set: `row_json = '${EMPTY_ROW}', before_json = NULL, written_json = NULL`,
  },
  {
    entity: 'bulk_change_row',
    links: ['bulk_change_row.member_id'],
    table: 'bulk_change_row',
    where: 'member_id = @id',
    set: `before_json = '{}', after_json = '{}'`,
  },
  {
    entity: 'member_request',
    links: ['member_request.member_id'],
    table: 'member_request',
    where: 'member_id = @id',
    set: `asked_by = '${HIDDEN}', answer = NULL, answer_no = NULL, note = NULL`,
  },
  {
    entity: '',
    links: ['member_merge.kept_id', 'member_merge.gone_id'],
    table: 'member_merge',
    where: '(kept_id = @id OR gone_id = @id)',
    set: `kept_before_json = '${GONE}', gone_before_json = '${GONE}', kept_after_json = '${GONE}', moved_json = '${GONE}'`,
  },
  {
    entity: '',
    links: ['member_distinct.low_id', 'member_distinct.high_id'],
    table: 'member_distinct',
    where: '(low_id = @id OR high_id = @id)',
    set: 'keep',
  },
  {
    entity: '',
    links: ['member_anonymised.member_id'],
    table: 'member_anonymised',
    where: 'member_id = @id',
    set: 'keep',
  },
  {
    entity: 'audit',
    links: [],
    table: 'audit',
    where: `(entity = 'marriage' AND entity_id IN (SELECT id FROM marriage WHERE member_id = @id OR spouse_id = @id))
      OR (entity = 'child' AND entity_id IN (SELECT id FROM child WHERE ${OWN_CHILD_ID}))
      OR (entity = 'school_result' AND entity_id IN (SELECT id FROM school_result WHERE ${OWN_CHILD}))`,
    set: LOG_GONE,
  },
  {
    entity: 'audit',
    links: [],
    table: 'audit',
    where: `entity IN ('training', 'contest_entry') AND EXISTS (SELECT 1
      FROM json_tree(json_array(json(coalesce(before_json, 'null')), json(coalesce(after_json, 'null'))))
      WHERE key = 'memberId' AND atom = @id)`,
    set: LOG_GONE,
  },
  {
    entity: 'audit',
    links: [],
    table: 'audit',
    where: `entity = 'member' AND entity_id = @id`,
    set: LOG_GONE,
  },
  {
    entity: 'audit',
    links: [],
    table: 'audit',
    where: `entity <> 'member' AND coalesce(json_extract(after_json, '$.memberId'), json_extract(before_json, '$.memberId')) = @id`,
    set: `before_json = iif(before_json IS NULL, NULL, json_object('anonymised', json('true'), 'memberId', @id)),
      after_json = iif(after_json IS NULL, NULL, json_object('anonymised', json('true'), 'memberId', @id))`,
  },
];
