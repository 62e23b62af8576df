/** SQL of what is handed over: people with basic data only, open work, and how much each register holds. */
import type { Db } from '../../../db/database';

export interface HandedPerson {
  uid: string;
  fullName: string;
  birthDate: string | null;
  gender: 'male' | 'female' | null;
  departmentId: number | null;
  groupId: number | null;
  jobTitle: string | null;
  position: string | null;
  unionPosition: string | null;
  unionJoinDate: string | null;
  cardNo: string | null;
  phone: string | null;
}

/** Active members of a day in these groups or departments (null: everybody), by given name. */
export const handedPeople = (
  db: Db,
  day: string,
  seat: 'group' | 'department',
  unitIds: readonly number[] | null,
): HandedPerson[] =>
  db.all(
    `SELECT m.uid, m.full_name AS fullName, m.birth_date AS birthDate, m.gender, s.department_id AS departmentId,
       s.group_id AS groupId, s.job_title AS jobTitle, s.position, m.union_position AS unionPosition,
       m.union_join_date AS unionJoinDate, m.card_no AS cardNo, m.phone
     FROM member_state s JOIN member_live m ON m.id = s.member_id
     WHERE s.from_date <= @day AND (s.to_date IS NULL OR s.to_date > @day) AND s.status = 'active'
       AND (@ids IS NULL OR CASE @seat WHEN 'group' THEN s.group_id ELSE s.department_id END
         IN (SELECT value FROM json_each(@ids)))
     ORDER BY m.sort_key, m.id`,
    { day, seat, ids: unitIds === null ? null : JSON.stringify(unitIds) },
  );

export interface OpenWork {
  kind: 'event' | 'unrecorded' | 'draft' | 'review';
  name: string;
  date: string | null;
}
/** Work not finished on a day: events to come or without participation, drafts of decisions, reviews not closed. */
export const openWork = (db: Db, day: string): OpenWork[] =>
  db.all(
    `SELECT 'event' AS kind, name, starts_on AS date FROM event WHERE deleted_at IS NULL AND first_day > @day
     UNION ALL SELECT 'unrecorded', name, starts_on FROM event
       WHERE deleted_at IS NULL AND last_day <= @day AND last_day > date(@day, '-1 year')
         AND count_value IS NULL AND present_count IS NULL
     UNION ALL SELECT 'draft', coalesce(d.number || ' · ', '') || f.name, d.decided_on FROM award_decision_live d
       JOIN award_form f ON f.id = d.form_id WHERE d.status = 'draft' AND d.level = 'unit'
     UNION ALL SELECT 'review', CAST(year AS TEXT) || iif(part = 'firstHalf', ' (6 tháng đầu năm)', ''), NULL FROM review
       WHERE deleted_at IS NULL AND closed_at IS NULL
     ORDER BY 1, 3`,
    { day },
  );

export interface RegisterSize {
  key: 'events' | 'decisions' | 'recipients' | 'reviews' | 'files' | 'formerMembers';
  n: number;
  from: string | null;
  to: string | null;
}
/** Registers with how much they hold and from when to when. */
export const registers = (db: Db, day: string): RegisterSize[] =>
  db.all(
    `SELECT 'events' AS key, count(*) AS n, min(first_day) AS "from", max(first_day) AS "to" FROM event
       WHERE deleted_at IS NULL AND first_day <= @day
     UNION ALL SELECT 'decisions', count(*), min(first_day), max(first_day) FROM award_decision_live
       WHERE status = 'issued' AND first_day <= @day
     UNION ALL SELECT 'recipients', count(*), NULL, NULL FROM award_recipient r JOIN award_decision_live d ON d.id = r.decision_id
       WHERE d.status = 'issued' AND d.first_day <= @day
     UNION ALL SELECT 'reviews', count(*), min(from_day), max(to_day) FROM review WHERE deleted_at IS NULL
     UNION ALL SELECT 'files', count(*), NULL, NULL FROM stored_file
     UNION ALL SELECT 'formerMembers', count(*), NULL, NULL FROM member_live WHERE status <> 'active'`,
    { day },
  );

export interface PostOn {
  title: string;
  name: string;
  body: string;
  fromDate: string;
}
/** Posts on these parts on a day. */
export const postsOn = (db: Db, unitIds: readonly number[], day: string): PostOn[] =>
  db.all(
    `SELECT p.title, coalesce(m.full_name, p.person_name) AS name, p.org_unit_name AS body, p.from_date AS fromDate
     FROM union_post_held p LEFT JOIN member m ON m.id = p.member_id
     WHERE p.org_unit_id IN (SELECT value FROM json_each(@ids)) AND p.from_date <= @day
       AND (p.held_until IS NULL OR p.held_until > @day) ORDER BY p.org_unit_name, p.role = 'deputy', name`,
    { ids: JSON.stringify(unitIds), day },
  );
