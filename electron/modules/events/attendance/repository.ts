/**
 * SQL of participation: the list of an event (taken once, on a day) and who of it came. Department 0 stands for
 * people without one. `refresh` keeps the event's three figures in step and must follow every change.
 */
import type { DEPARTMENT_MODES } from '../../../../shared/domain/eventFigures';
import type { EventAudience } from '../../../../shared/domain/eventKinds';
import type { Db } from '../../../db/database';

export type DepartmentMode = (typeof DEPARTMENT_MODES)[number];

export interface Candidate {
  memberId: number;
  departmentId: number;
}
export interface ListDepartment {
  departmentId: number;
  name: string | null;
  nameKey: string;
}
export interface PersonState {
  memberId: number;
  departmentId: number;
  eligible: number;
  came: number | null;
  reason: string | null;
}

/** The stretch of a member that @day lies in. */
const THAT_DAY = `s.member_id = m.id AND s.from_date <= @day AND (s.to_date IS NULL OR s.to_date > @day)`;

/** Officers are those in post that day; the words of an imported list count while no post is recorded for the day. */
const IN_POST = `SELECT h.member_id FROM union_post_held h
  WHERE h.from_date <= @day AND (h.held_until IS NULL OR h.held_until > @day) AND h.member_id IS NOT NULL`;
const AUDIENCE = `CASE @audience WHEN 'women' THEN m.gender = 'female'
  WHEN 'officers' THEN iif(EXISTS (${IN_POST}), m.id IN (${IN_POST}), m.union_position IS NOT NULL)
  WHEN 'invited' THEN 0 ELSE 1 END`;

/** Active members on a day whom an event of this audience is for. */
export const candidatesOn = (db: Db, day: string, audience: EventAudience): Candidate[] =>
  db.all(
    `SELECT m.id AS memberId, coalesce(s.department_id, 0) AS departmentId
     FROM member_state s JOIN member_live m ON ${THAT_DAY} WHERE s.status = 'active' AND ${AUDIENCE}`,
    { day, audience },
  );

/** The department each of these members was in on a day. */
export const departmentsOf = (db: Db, memberIds: readonly number[], day: string): Candidate[] =>
  db.all(
    `SELECT m.id AS memberId, coalesce(iif(s.member_id IS NULL, m.department_id, s.department_id), 0) AS departmentId
     FROM member m LEFT JOIN member_state s ON ${THAT_DAY} WHERE m.id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(memberIds), day },
  );

/** Names departments had on a day. */
export const departmentNames = (db: Db, ids: readonly number[], day: string): ListDepartment[] =>
  db.all(
    `SELECT u.id AS departmentId, u.name_key AS nameKey, coalesce((SELECT n.name FROM org_unit_name n
       WHERE n.org_unit_id = u.id AND n.valid_until > @day ORDER BY n.valid_until LIMIT 1), u.name) AS name
     FROM org_unit u WHERE u.id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(ids), day },
  );

export const insertList = (db: Db, eventId: number, takenOn: string, now: string): number =>
  db.run('INSERT INTO event_list (event_id, taken_on, created_at) VALUES (?, ?, ?)', [eventId, takenOn, now])
    .lastInsertRowid;

/** Why a list was taken again. */
export const sayWhy = (db: Db, listId: number, reason: string | null): void => {
  db.run('UPDATE event_list SET reason = ? WHERE id = ?', [reason, listId]);
};

export const listOf = (
  db: Db,
  listId: number,
): { eventId: number; takenOn: string; reason: string | null } | undefined =>
  db.get('SELECT event_id AS eventId, taken_on AS takenOn, reason FROM event_list WHERE id = ?', [listId]);

export const switchList = (db: Db, eventId: number, listId: number): void => {
  db.run('UPDATE event SET list_id = ? WHERE id = ?', [listId, eventId]);
};

export const addDepartment = (
  db: Db,
  listId: number,
  d: ListDepartment,
  mode: DepartmentMode | null = null,
): void => {
  db.run(
    'INSERT OR IGNORE INTO event_department (list_id, department_id, name, name_key, mode) VALUES (?, ?, ?, ?, ?)',
    [listId, d.departmentId, d.name, d.nameKey, mode],
  );
};

export const putPerson = (db: Db, listId: number, p: PersonState): void => {
  db.run(
    `INSERT INTO event_eligible (list_id, member_id, department_id, eligible, came, reason)
     VALUES (@listId, @memberId, @departmentId, @eligible, @came, @reason)
     ON CONFLICT (list_id, member_id) DO UPDATE SET department_id = @departmentId, eligible = @eligible, came = @came,
       reason = @reason`,
    { listId, ...p },
  );
};

/** Writes a new list at once. */
export const insertPeople = (db: Db, listId: number, people: readonly PersonState[]): void => {
  db.run(
    `INSERT INTO event_eligible (list_id, member_id, department_id, eligible, came, reason)
     SELECT @listId, value ->> 'memberId', value ->> 'departmentId', value ->> 'eligible', value ->> 'came', value ->> 'reason'
     FROM json_each(@people)`,
    { listId, people: JSON.stringify(people) },
  );
};

export const dropPerson = (db: Db, listId: number, memberId: number): void => {
  db.run('DELETE FROM event_eligible WHERE list_id = ? AND member_id = ?', [listId, memberId]);
};

const STATE = 'member_id AS memberId, department_id AS departmentId, eligible, came, reason';

export const personState = (db: Db, listId: number, memberId: number): PersonState | undefined =>
  db.get(`SELECT ${STATE} FROM event_eligible WHERE list_id = ? AND member_id = ?`, [listId, memberId]);

export const statesIn = (db: Db, listId: number, departmentId: number): PersonState[] =>
  db.all(`SELECT ${STATE} FROM event_eligible WHERE list_id = ? AND department_id = ?`, [
    listId,
    departmentId,
  ]);

export const allStates = (db: Db, listId: number): PersonState[] =>
  db.all(`SELECT ${STATE} FROM event_eligible WHERE list_id = ?`, [listId]);

export const setMode = (db: Db, listId: number, departmentId: number, mode: DepartmentMode | null): void => {
  db.run('UPDATE event_department SET mode = ? WHERE list_id = ? AND department_id = ?', [
    mode,
    listId,
    departmentId,
  ]);
};

export const modeOf = (db: Db, listId: number, departmentId: number): DepartmentMode | null | undefined =>
  db.pluck('SELECT mode FROM event_department WHERE list_id = ? AND department_id = ?', [
    listId,
    departmentId,
  ]);

export interface DepartmentFigures {
  departmentId: number;
  name: string | null;
  mode: DepartmentMode | null;
  eligible: number;
  present: number;
}

/** Departments of a list by name with their figures; people without a department last. */
export const departmentFigures = (db: Db, listId: number): DepartmentFigures[] =>
  db.all(
    `SELECT d.department_id AS departmentId, d.name, d.mode, coalesce(sum(p.eligible), 0) AS eligible,
       coalesce(sum(p.came = 1 AND p.eligible = 1), 0) AS present
     FROM event_department d LEFT JOIN event_eligible p ON p.list_id = d.list_id AND p.department_id = d.department_id
     WHERE d.list_id = ? GROUP BY d.department_id ORDER BY d.department_id = 0, d.name_key, d.department_id`,
    [listId],
  );

/** Departments of a taken list under the names they had then. */
export const listDepartments = (db: Db, listId: number): ListDepartment[] =>
  db.all(
    'SELECT department_id AS departmentId, name, name_key AS nameKey FROM event_department WHERE list_id = ?',
    [listId],
  );

/** The exceptions of "except" departments and those who came of "only" ones, by given name. */
export const namedPeople = (
  db: Db,
  listId: number,
): { departmentId: number; memberId: number; fullName: string; reason: string | null }[] =>
  db.all(
    `SELECT p.department_id AS departmentId, p.member_id AS memberId, m.full_name AS fullName, p.reason
     FROM event_department d
     JOIN event_eligible p ON p.list_id = d.list_id AND p.department_id = d.department_id
     JOIN member m ON m.id = p.member_id
     WHERE d.list_id = ? AND ((d.mode = 'except' AND p.came = 0) OR (d.mode = 'only' AND p.came = 1))
     ORDER BY p.department_id, m.sort_key, m.id`,
    [listId],
  );

/** Recounts the figures kept with the event; they are null until anyone is recorded. */
export const refresh = (db: Db, eventId: number): void => {
  db.run(
    `UPDATE event SET (eligible_count, present_count, present_eligible) = (
       SELECT sum(p.eligible), CASE WHEN count(p.came) > 0 THEN coalesce(sum(p.came), 0) END,
         CASE WHEN count(p.came) > 0 THEN coalesce(sum(p.came AND p.eligible), 0) END
       FROM event_eligible p WHERE p.list_id = event.list_id)
     WHERE id = ?`,
    [eventId],
  );
};

export interface ListedPerson {
  memberId: number;
  fullName: string;
  givenName: string;
  nameKey: string;
  sortKey: string;
  birthDate: string | null;
  jobTitle: string | null;
  position: string | null;
  unionPosition: string | null;
  departmentId: number;
  eligible: number;
  came: number | null;
  reason: string | null;
}

const PERSON = `m.id AS memberId, m.full_name AS fullName, m.given_name AS givenName, m.name_key AS nameKey,
  m.sort_key AS sortKey, m.birth_date AS birthDate, m.job_title AS jobTitle, m.position, m.union_position AS unionPosition`;

/** Everyone of a taken list, or of one department of it. */
export const peopleOfList = (db: Db, listId: number, departmentId: number | null = null): ListedPerson[] =>
  db.all(
    `SELECT ${PERSON}, p.department_id AS departmentId, p.eligible, p.came, p.reason
     FROM event_eligible p JOIN member m ON m.id = p.member_id
     WHERE p.list_id = @listId AND (@departmentId IS NULL OR p.department_id = @departmentId)
     ORDER BY m.sort_key, m.id`,
    { listId, departmentId },
  );

/** The same for a list that would be taken on a day. */
export const peopleOn = (db: Db, day: string, audience: EventAudience): ListedPerson[] =>
  db.all(
    `SELECT ${PERSON}, coalesce(s.department_id, 0) AS departmentId, 1 AS eligible, NULL AS came, NULL AS reason
     FROM member_state s JOIN member_live m ON ${THAT_DAY} WHERE s.status = 'active' AND ${AUDIENCE}
     ORDER BY m.sort_key, m.id`,
    { day, audience },
  );
