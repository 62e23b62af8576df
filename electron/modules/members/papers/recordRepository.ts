/**
 * SQL of a member's full record: everything the store keeps of one person, whichever area wrote it. A person who asks
 * is told all of it, so this is the one place that reads across areas.
 */
import type { Db } from '../../../db/database';

type Row = Record<string, string | number | null>;
type Reader = (db: Db, id: number) => Row[];

const reader =
  (sql: string): Reader =>
  (db, id) =>
    db.all<Row>(sql, { id });

/** Each kind of record that tells of a member; `@id` is the member. */
export const RECORD_QUERIES = {
  extra: reader(
    `SELECT f.label, v.value, f.kind FROM extra_value v JOIN extra_field f ON f.id = v.field_id
     WHERE v.member_id = @id AND f.deleted_at IS NULL ORDER BY f.position`,
  ),
  facts: reader(
    `SELECT f.kind, f.on_date AS day, CASE WHEN f.kind IN ('department', 'group') THEN o.name ELSE f.value END AS value,
       f.place, f.decision_no AS decisionNo, f.decision_date AS decisionDate, f.reason
     FROM member_fact f LEFT JOIN org_unit o ON f.kind IN ('department', 'group') AND o.id = CAST(f.value AS INTEGER)
     WHERE f.member_id = @id AND f.deleted_at IS NULL ORDER BY f.on_date, f.id`,
  ),
  discipline: reader(
    `SELECT on_date AS day, side, form, effect_until AS until, decision_no AS decisionNo, decision_date AS decisionDate, reason
     FROM member_discipline WHERE member_id = @id AND deleted_at IS NULL ORDER BY on_date, id`,
  ),
  absence: reader(
    `SELECT kind, from_date AS day, to_date AS until, days, note FROM member_absence
     WHERE member_id = @id AND deleted_at IS NULL ORDER BY from_date, id`,
  ),
  posts: reader(
    `SELECT p.title, coalesce(p.committee_name, p.org_unit_name) AS body, p.from_date AS day, p.held_until AS until,
       p.decision_no AS decisionNo, p.end_reason AS reason
     FROM union_post_held p WHERE p.member_id = @id ORDER BY p.from_date, p.id`,
  ),
  marriages: reader(
    `SELECT coalesce(s.full_name, w.spouse_name) AS name, w.spouse_birth_date AS born, w.spouse_work AS work,
       w.spouse_phone AS phone, w.married_on AS day, w.end_kind AS ended, w.ended_on AS until, w.note
     FROM marriage w LEFT JOIN member s ON s.id = iif(w.member_id = @id, w.spouse_id, w.member_id)
     WHERE w.deleted_at IS NULL AND (w.member_id = @id OR w.spouse_id = @id) ORDER BY w.married_on`,
  ),
  children: reader(
    `SELECT c.id, c.full_name AS name, c.gender, c.birth_date AS born, c.note FROM child c
     JOIN child_parent p ON p.child_id = c.id WHERE p.member_id = @id AND c.deleted_at IS NULL ORDER BY c.birth_date`,
  ),
  school: reader(
    `SELECT c.full_name AS name, r.school_year AS year, r.class_name AS class, r.school, r.result, r.prize, r.prize_level AS prizeLevel
     FROM school_result r JOIN child c ON c.id = r.child_id JOIN child_parent p ON p.child_id = c.id
     WHERE p.member_id = @id AND r.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY c.birth_date, r.school_year`,
  ),
  events: reader(
    `SELECT e.name, e.starts_on AS day, e.place, l.came, l.reason FROM event_eligible l
     JOIN event_live e ON e.list_id = l.list_id
     WHERE l.member_id = @id ORDER BY e.first_day, e.id`,
  ),
  awards: reader(
    `SELECT f.name AS form, d.number, d.decided_on AS day, d.award_year AS year, r.name, r.post, r.unit_name AS unit,
       coalesce(r.reason_text, r.reason) AS reason, r.amount
     FROM award_recipient r JOIN award_decision_live d ON d.id = r.decision_id JOIN award_form f ON f.id = d.form_id
     WHERE r.member_id = @id OR r.spouse_id = @id ORDER BY d.first_day, d.id`,
  ),
  visits: reader(
    `SELECT v.on_date AS day, v.who, v.name, v.relation, r.name AS reason, v.words,
       iif(v.who = 'family', NULL, v.health_detail) AS health, v.cash,
       v.kind_text AS kind, v.note
     FROM care_visit_live v JOIN care_reason r ON r.id = v.reason_id WHERE v.member_id = @id ORDER BY v.on_date, v.id`,
  ),
  cases: reader(
    `SELECT c.opened_on AS day, c.closed_on AS until, c.title, k.name AS kind, c.object, c.circumstances, c.note,
       (SELECT sum(x.amount) FROM care_money x WHERE x.case_id = c.id) AS amount
     FROM care_case_live c JOIN care_kind k ON k.id = c.kind_id WHERE c.member_id = @id ORDER BY c.opened_on, c.id`,
  ),
  party: reader(
    `SELECT s.on_date AS day, g.name AS stage, s.decision_no AS decisionNo, s.note, f.stopped_on AS stopped, f.stop_reason AS reason
     FROM party_step s JOIN party_file f ON f.id = s.file_id JOIN party_stage g ON g.code = s.stage
     WHERE f.member_id = @id AND f.deleted_at IS NULL ORDER BY f.id, g.ordinal`,
  ),
  requests: reader(
    `SELECT kind, asked_by AS askedBy, asked_on AS day, due_on AS due, answered_on AS answered, answer_no AS answerNo, answer, note
     FROM member_request WHERE member_id = @id AND deleted_at IS NULL ORDER BY asked_on, id`,
  ),
  consents: reader(
    `SELECT purpose, given_on AS day, how, withdrawn_on AS withdrawn, note FROM member_consent
     WHERE member_id = @id AND deleted_at IS NULL ORDER BY given_on, id`,
  ),
  opinions: reader(
    `SELECT o.received_on AS day, t.name AS topic, o.text, o.answered_on AS answered, o.answer FROM opinion o
     JOIN opinion_topic t ON t.id = o.topic_id WHERE o.member_id = @id AND o.deleted_at IS NULL ORDER BY o.received_on, o.id`,
  ),
  gifts: reader(
    `SELECT c.name, r.relation, r.note FROM welfare_recipient r JOIN welfare_campaign c ON c.id = r.campaign_id
     WHERE r.member_id = @id AND r.deleted_at IS NULL ORDER BY c.id`,
  ),
  donations: reader(
    `SELECT g.on_date AS day, d.name, g.amount FROM drive_gift g JOIN drive d ON d.id = g.drive_id
     WHERE g.member_id = @id AND g.deleted_at IS NULL ORDER BY g.on_date, g.id`,
  ),
  files: reader(
    `SELECT a.created_at AS at, a.name, a.note FROM attachment a
     WHERE a.entity = 'member' AND a.entity_id = @id AND a.deleted_at IS NULL ORDER BY a.id`,
  ),
  /** Who saw private fields of the person, and who made files of the record. */
  seen: reader(
    `SELECT at, actor, role, action, after_json AS detail FROM audit
     WHERE entity = 'member' AND entity_id = @id AND action IN ('reveal', 'export', 'print')
     UNION ALL
     SELECT at, actor, role, action, json_object('fields', json_array('Phát triển Đảng'), 'format', json_extract(after_json, '$.format'),
       'purpose', json_extract(after_json, '$.purpose')) FROM audit
     WHERE entity = 'party_file' AND action IN ('reveal', 'export') AND EXISTS (SELECT 1
       FROM json_each(after_json, '$.files') seen JOIN party_file f ON f.id = seen.value WHERE f.member_id = @id)
     ORDER BY at`,
  ),
  changes: reader(
    `SELECT at, actor, role, action FROM audit
     WHERE entity = 'member' AND entity_id = @id AND action NOT IN ('reveal', 'export', 'print') ORDER BY id`,
  ),
} satisfies Record<string, Reader>;

/** Files with lists that left the program, newest last. */
export const takenFiles = (
  db: Db,
): { at: string; actor: string; role: string; action: string; detail: string }[] =>
  db.all(
    `SELECT at, actor, role, action, after_json AS detail FROM audit
     WHERE entity = 'member_list' AND after_json IS NOT NULL ORDER BY id`,
  );

/** Attached files of a member and of what members ask. */
export const filesOfMember = (db: Db, id: number): { id: number; hash: string; name: string }[] =>
  db.all(
    `SELECT id, hash, name FROM attachment WHERE deleted_at IS NULL AND (entity = 'member' AND entity_id = @id
       OR entity = 'member_request' AND entity_id IN (SELECT r.id FROM member_request r WHERE r.member_id = @id))
     ORDER BY id`,
    { id },
  );
