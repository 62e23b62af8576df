/** SQL of who is where in the organisation on a day. */
import type { Db } from '../../../db/database';

export type Seat = 'group' | 'department';
const COLUMN: Record<Seat, string> = { group: 'group_id', department: 'department_id' };

/** What held of members on @day; not in the trash, not of an import that is not in force. */
const ON_DAY = `member_state s JOIN member_live m ON m.id = s.member_id
  WHERE s.from_date <= @day AND (s.to_date IS NULL OR s.to_date > @day) AND s.status = 'active'`;

/** Active members of a day by group or department; null for none. */
export const headCounts = (db: Db, seat: Seat, day: string): { unitId: number | null; n: number }[] =>
  db.all(`SELECT s.${COLUMN[seat]} AS unitId, count(*) AS n FROM ${ON_DAY} GROUP BY s.${COLUMN[seat]}`, {
    day,
  });

export interface StayRow {
  memberId: number;
  unitId: number;
  status: string;
  from: string;
  to: string | null;
  /** 1 for somebody in the trash. */
  away: number;
}
/** Stretches in these parts that last beyond a day, by member and day; also of people in the trash, who may come back. */
export const stretchesIn = (db: Db, seat: Seat, unitIds: readonly number[], after: string): StayRow[] =>
  db.all(
    `SELECT s.member_id AS memberId, s.${COLUMN[seat]} AS unitId, s.status, s.from_date AS "from", s.to_date AS "to",
       m.deleted_at IS NOT NULL AS away
     FROM member_state s JOIN member m ON m.id = s.member_id
     WHERE (m.import_id IS NULL OR m.import_id NOT IN (SELECT import_id FROM import_hidden))
       AND (m.deleted_at IS NULL OR m.id NOT IN (SELECT gone_id FROM member_merge WHERE undone_at IS NULL)) AND s.${COLUMN[seat]} IN (SELECT value FROM json_each(@ids)) AND (s.to_date IS NULL OR s.to_date > @after)
     ORDER BY s.member_id, s.from_date`,
    { ids: JSON.stringify(unitIds), after },
  );

/** Moves into these parts recorded for days after one, also of people who are in them by then anyway. */
export const movesInto = (
  db: Db,
  seat: Seat,
  unitIds: readonly number[],
  after: string,
): { memberId: number; unitId: number; onDate: string }[] =>
  db.all(
    `SELECT member_id AS memberId, CAST(value AS INTEGER) AS unitId, on_date AS onDate FROM member_fact
     WHERE kind = @seat AND deleted_at IS NULL AND on_date > @after
       AND value IN (SELECT CAST(value AS TEXT) FROM json_each(@ids)) ORDER BY member_id, on_date, id`,
    { seat, ids: JSON.stringify(unitIds), after },
  );

export interface PersonRow {
  id: number;
  fullName: string;
  givenName: string;
  birthDate: string | null;
  jobTitle: string | null;
  departmentId: number | null;
  groupId: number | null;
}
/** Conditions on people of a day: in any of these parts; `outside` for those in none of them. */
export interface PeopleQuery {
  seat: Seat;
  unitIds: readonly number[];
  outside: boolean;
  day: string;
  /** Folded words. */
  search: string;
}
const where = (q: PeopleQuery) =>
  `${ON_DAY} AND ${q.outside ? `(s.${COLUMN[q.seat]} IS NULL OR s.${COLUMN[q.seat]} NOT IN` : `(s.${COLUMN[q.seat]} IN`}
     (SELECT value FROM json_each(@ids))) AND (@search = '' OR instr(m.name_key, @search) > 0)`;
const params = (q: PeopleQuery) => ({ ids: JSON.stringify(q.unitIds), day: q.day, search: q.search });

export const countPeople = (db: Db, q: PeopleQuery): number =>
  db.pluck<number>(`SELECT count(*) FROM ${where(q)}`, params(q)) ?? 0;
export const people = (db: Db, q: PeopleQuery, offset: number, limit: number): PersonRow[] =>
  db.all(
    `SELECT m.id, m.full_name AS fullName, m.given_name AS givenName, m.birth_date AS birthDate, s.job_title AS jobTitle,
       s.department_id AS departmentId, s.group_id AS groupId
     FROM ${where(q)} ORDER BY m.sort_key, m.id LIMIT @limit OFFSET @offset`,
    { ...params(q), offset, limit },
  );

/** Whether anybody ever is, or will be, in a part. */
export const everUsed = (db: Db, unitId: number): boolean =>
  db.pluck(
    `SELECT EXISTS (SELECT 1 FROM member_state WHERE group_id = @unitId OR department_id = @unitId)
       OR EXISTS (SELECT 1 FROM member WHERE group_id = @unitId OR department_id = @unitId)`,
    { unitId },
  ) === 1;
