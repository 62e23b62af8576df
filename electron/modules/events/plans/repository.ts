/** SQL of plans: sessions, attendee groups and their people, agenda and resolutions. */
import type { AttendeeGroupKind, INVITATIONS, QuorumCode } from '../../../../shared/domain/eventPlans';
import type { Db } from '../../../db/database';
import { insertRecord, updateRecord } from '../../../db/records';
import { setDeletedAt } from '../../../db/trash';

export interface PlanRow {
  chair: string | null;
  secretary: string | null;
  figure: 'people' | 'turns';
  version: number;
}
export interface ItemRow {
  kind: 'agenda' | 'resolution';
  at: string | null;
  text: string;
  who: string | null;
  votesFor: number | null;
  votesAgainst: number | null;
  votesOther: number | null;
}

/** A plan that was never saved is empty and has version 0. */
export const planOf = (db: Db, eventId: number): PlanRow =>
  db.get<PlanRow>('SELECT chair, secretary, figure, version FROM event_plan WHERE event_id = ?', [
    eventId,
  ]) ?? {
    chair: null,
    secretary: null,
    figure: 'people',
    version: 0,
  };

/** Returns false when the version is stale. */
export const putPlan = (db: Db, eventId: number, plan: PlanRow): boolean =>
  db.run(
    `INSERT INTO event_plan (event_id, chair, secretary, figure, version)
     SELECT @eventId, @chair, @secretary, @figure, 1 WHERE true
     ON CONFLICT (event_id) DO UPDATE SET chair = @chair, secretary = @secretary, figure = @figure, version = version + 1
     WHERE version = @version`,
    { ...plan, eventId },
  ).changes === 1;

export const itemsOf = (db: Db, eventId: number): ItemRow[] =>
  db.all(
    `SELECT kind, at, text, who, votes_for AS votesFor, votes_against AS votesAgainst, votes_other AS votesOther
     FROM event_item WHERE event_id = ? ORDER BY kind, ordinal, id`,
    [eventId],
  );

export const putItems = (db: Db, eventId: number, items: readonly ItemRow[]): void => {
  db.run('DELETE FROM event_item WHERE event_id = ?', [eventId]);
  for (const [ordinal, item] of items.entries())
    db.run(
      `INSERT INTO event_item (event_id, kind, ordinal, at, text, who, votes_for, votes_against, votes_other)
       VALUES (@eventId, @kind, @ordinal, @at, @text, @who, @votesFor, @votesAgainst, @votesOther)`,
      { ...item, eventId, ordinal },
    );
};

export interface SessionFields {
  eventId: number;
  name: string;
  onDay: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
}
export type SessionRow = SessionFields & { id: number; version: number };

const SESSION = `id, version, event_id AS eventId, name, on_day AS onDay, starts_at AS startsAt, ends_at AS endsAt, place`;

export const sessionsOf = (db: Db, eventId: number): (SessionRow & { came: number | null })[] =>
  db.all(
    `SELECT ${SESSION}, (SELECT count(DISTINCT coalesce('m' || a.member_id, 'a' || a.id)) FILTER (WHERE k.came = 1)
       FROM event_mark k JOIN event_attendee a ON a.id = k.attendee_id AND a.deleted_at IS NULL
       JOIN event_group g ON g.id = a.group_id AND g.deleted_at IS NULL
       WHERE k.session_id = s.id HAVING count(*) > 0) AS came
     FROM event_session s WHERE event_id = ? AND deleted_at IS NULL ORDER BY on_day, starts_at IS NOT NULL, starts_at, id`,
    [eventId],
  );

export const sessionById = (db: Db, id: number): SessionRow | undefined =>
  db.get(`SELECT ${SESSION} FROM event_session WHERE id = ? AND deleted_at IS NULL`, [id]);

const SESSION_FIELDS = [
  'name',
  'onDay',
  'startsAt',
  'endsAt',
  'place',
] as const satisfies readonly (keyof SessionFields)[];
export const insertSession = (db: Db, row: SessionFields, now: string): number =>
  insertRecord(db, 'event_session', ['eventId', ...SESSION_FIELDS], row, now);

export const updateSession = (db: Db, row: SessionRow, now: string): boolean =>
  updateRecord(db, 'event_session', SESSION_FIELDS, row, now);

export interface GroupFields {
  eventId: number;
  kind: AttendeeGroupKind;
  name: string;
  departmentIds: number[];
  quorum: QuorumCode | null;
  quorumPart: number | null;
  quorumWhole: number | null;
  quorumStrict: boolean;
}
export type GroupRow = GroupFields & { id: number; version: number; takenOn: string | null };

type StoredGroup = Omit<GroupRow, 'departmentIds' | 'quorumStrict'> & { departments: string; strict: number };
const GROUP = `id, version, event_id AS eventId, kind, name, departments_json AS departments, quorum,
  quorum_part AS quorumPart, quorum_whole AS quorumWhole, quorum_strict AS strict, taken_on AS takenOn`;
const toGroup = ({ departments, strict, ...row }: StoredGroup): GroupRow => ({
  ...row,
  departmentIds: JSON.parse(departments) as number[],
  quorumStrict: strict === 1,
});
const toStored = (row: GroupFields) => {
  const { departmentIds, quorumStrict, ...plain } = row;
  return { ...plain, departments: JSON.stringify(departmentIds), strict: quorumStrict ? 1 : 0 };
};

export const groupsOf = (db: Db, eventId: number): GroupRow[] =>
  db
    .all<StoredGroup>(
      `SELECT ${GROUP} FROM event_group WHERE event_id = ? AND deleted_at IS NULL ORDER BY ordinal, id`,
      [eventId],
    )
    .map(toGroup);

export const groupById = (db: Db, id: number): GroupRow | undefined => {
  const row = db.get<StoredGroup>(`SELECT ${GROUP} FROM event_group WHERE id = ? AND deleted_at IS NULL`, [
    id,
  ]);
  return row && toGroup(row);
};

export const insertGroup = (db: Db, row: GroupFields, now: string): number =>
  db.run(
    `INSERT INTO event_group (event_id, kind, name, departments_json, quorum, quorum_part, quorum_whole, quorum_strict, created_at, updated_at)
     VALUES (@eventId, @kind, @name, @departments, @quorum, @quorumPart, @quorumWhole, @strict, @now, @now)`,
    { ...toStored(row), now },
  ).lastInsertRowid;

export const updateGroup = (
  db: Db,
  row: GroupFields & { id: number; version: number },
  now: string,
): boolean =>
  db.run(
    `UPDATE event_group SET kind = @kind, name = @name, departments_json = @departments, quorum = @quorum,
       quorum_part = @quorumPart, quorum_whole = @quorumWhole, quorum_strict = @strict, version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { ...toStored(row), id: row.id, version: row.version, now },
  ).changes === 1;

export const setTakenOn = (db: Db, groupId: number, day: string | null): void => {
  db.run('UPDATE event_group SET taken_on = ? WHERE id = ?', [day, groupId]);
};

export interface AttendeeFields {
  groupId: number;
  memberId: number | null;
  name: string | null;
  honorific: string | null;
  title: string | null;
  organisation: string | null;
  invitation: (typeof INVITATIONS)[number];
  note: string | null;
}
export type AttendeeRecord = AttendeeFields & { id: number; version: number };

const ATTENDEE = `a.id, a.version, a.group_id AS groupId, a.member_id AS memberId, a.name, a.honorific, a.title,
  a.organisation, a.invitation, a.note`;

export const attendeeById = (db: Db, id: number): AttendeeRecord | undefined =>
  db.get(`SELECT ${ATTENDEE} FROM event_attendee a WHERE a.id = ? AND a.deleted_at IS NULL`, [id]);

/** After the last of the group. */
export const insertAttendee = (db: Db, row: AttendeeFields): number =>
  db.run(
    `INSERT INTO event_attendee (group_id, ordinal, member_id, name, honorific, title, organisation, invitation, note)
     VALUES (@groupId, (SELECT coalesce(max(ordinal), 0) + 1 FROM event_attendee WHERE group_id = @groupId AND deleted_at IS NULL),
       @memberId, @name, @honorific, @title, @organisation, @invitation, @note)`,
    { ...row },
  ).lastInsertRowid;

export const updateAttendee = (db: Db, row: AttendeeRecord): boolean =>
  db.run(
    `UPDATE event_attendee SET member_id = @memberId, name = @name, honorific = @honorific, title = @title,
       organisation = @organisation, invitation = @invitation, note = @note, version = version + 1
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { ...row },
  ).changes === 1;

export const orderAttendees = (db: Db, ids: readonly number[]): void => {
  for (const [at, id] of ids.entries())
    db.run('UPDATE event_attendee SET ordinal = ? WHERE id = ?', [at + 1, id]);
};

/** A person of a group with the mark of a session, or of the whole event for session 0. */
export interface AttendeeRow extends AttendeeFields {
  id: number;
  version: number;
  fullName: string;
  givenName: string | null;
  nameKey: string | null;
  department: string | null;
  came: number | null;
  reason: string | null;
}

/** Members of the whole event are read from its list, everybody else from the marks. */
const MARKED = `LEFT JOIN event_mark k ON k.attendee_id = a.id AND k.session_id = @sessionId
  LEFT JOIN event_eligible p ON @sessionId = 0 AND p.list_id = e.list_id AND p.member_id = a.member_id`;
const CAME = `iif(@sessionId = 0 AND a.member_id IS NOT NULL, p.came, k.came)`;
const REASON = `iif(@sessionId = 0 AND a.member_id IS NOT NULL, p.reason, k.reason)`;

/** People of all groups of an event, or of one, by group and precedence. */
export const attendeesOf = (
  db: Db,
  eventId: number,
  sessionId: number,
  groupId: number | null = null,
): AttendeeRow[] =>
  db.all(
    `SELECT ${ATTENDEE}, coalesce(m.full_name, a.name) AS fullName, m.given_name AS givenName, m.name_key AS nameKey,
       d.name AS department, ${CAME} AS came, ${REASON} AS reason
     FROM event_group g JOIN event e ON e.id = g.event_id
     JOIN event_attendee a ON a.group_id = g.id AND a.deleted_at IS NULL
     LEFT JOIN member m ON m.id = a.member_id LEFT JOIN org_unit d ON d.id = m.department_id ${MARKED}
     WHERE g.event_id = @eventId AND g.deleted_at IS NULL AND (@groupId IS NULL OR g.id = @groupId)
     ORDER BY g.ordinal, g.id, a.ordinal, a.id`,
    { eventId, sessionId, groupId },
  );

/** Comings of all live sessions, each person once for each session. */
export const turnsOf = (db: Db, eventId: number): number =>
  db.pluck<number>(
    `SELECT count(DISTINCT s.id || ':' || coalesce('m' || a.member_id, 'a' || a.id)) FROM event_session s
     JOIN event_mark k ON k.session_id = s.id AND k.came = 1
     JOIN event_attendee a ON a.id = k.attendee_id AND a.deleted_at IS NULL
     JOIN event_group g ON g.id = a.group_id AND g.deleted_at IS NULL
     WHERE s.event_id = ? AND s.deleted_at IS NULL`,
    [eventId],
  ) ?? 0;

export const putMark = (
  db: Db,
  sessionId: number,
  mark: { attendeeId: number; came: number | null; reason: string | null },
): void => {
  if (mark.came === null)
    db.run('DELETE FROM event_mark WHERE session_id = ? AND attendee_id = ?', [sessionId, mark.attendeeId]);
  else
    db.run('INSERT OR REPLACE INTO event_mark (session_id, attendee_id, came, reason) VALUES (?, ?, ?, ?)', [
      sessionId,
      mark.attendeeId,
      mark.came,
      mark.reason,
    ]);
};

/** What the live sessions say of people: came to any, or to none of those recorded. */
export const overSessions = (
  db: Db,
  eventId: number,
): { attendeeId: number; memberId: number | null; came: number | null; reason: string | null }[] =>
  db.all(
    `SELECT a.id AS attendeeId, a.member_id AS memberId, max(k.came) AS came, max(k.reason) AS reason
     FROM event_group g JOIN event_attendee a ON a.group_id = g.id AND a.deleted_at IS NULL
     LEFT JOIN event_mark k ON k.attendee_id = a.id
       AND k.session_id IN (SELECT id FROM event_session WHERE event_id = @eventId AND deleted_at IS NULL)
     WHERE g.event_id = @eventId AND g.deleted_at IS NULL GROUP BY a.id`,
    { eventId },
  );

export interface ReadPerson {
  memberId: number | null;
  name: string | null;
  title: string | null;
}

/** Who holds a post of committees of a kind on a day, each person once under the highest post. */
export const committeePeople = (db: Db, kind: string, day: string): ReadPerson[] =>
  db.all(
    `SELECT memberId, name, title FROM (
       SELECT h.member_id AS memberId, h.person_name AS name, h.title, min(instr('chair vice standing member head deputy other', h.role)) AS rank,
         min(h.id) AS first
       FROM union_post_held h WHERE h.committee_kind = @kind AND h.from_date <= @day AND (h.held_until IS NULL OR h.held_until > @day)
       GROUP BY coalesce('m' || h.member_id, 'n' || h.person_name))
     ORDER BY rank, first`,
    { kind, day },
  );

/** Heads (tổ trưởng) or deputies (tổ phó) of union groups in post on a day. */
export const groupHeads = (db: Db, roles: readonly string[], day: string): ReadPerson[] =>
  db.all(
    `SELECT h.member_id AS memberId, h.person_name AS name, h.title || ', ' || h.org_unit_name AS title
     FROM union_post_held h JOIN org_unit o ON o.id = h.org_unit_id
     WHERE h.role IN (SELECT value FROM json_each(@roles)) AND h.from_date <= @day AND (h.held_until IS NULL OR h.held_until > @day)
     GROUP BY coalesce('m' || h.member_id, 'n' || h.person_name) ORDER BY o.name_key, h.id`,
    { roles: JSON.stringify(roles), day },
  );

/** Active members on a day with the post the register says they hold, as it was typed or imported, and their union group. */
export const saidPosts = (
  db: Db,
  day: string,
): { memberId: number; post: string; groupName: string | null }[] =>
  db.all(
    `SELECT m.id AS memberId, m.union_position AS post, g.name AS groupName
     FROM member_state s JOIN member_live m ON m.id = s.member_id
     LEFT JOIN org_unit g ON g.id = s.group_id
     WHERE s.status = 'active' AND s.from_date <= @day AND (s.to_date IS NULL OR s.to_date > @day)
       AND m.union_position IS NOT NULL ORDER BY m.sort_key, m.id`,
    { day },
  );

export const setDeleted = (
  db: Db,
  table: 'event_session' | 'event_group' | 'event_attendee' | 'event_series' | 'event_template',
  id: number,
  at: string | null,
): boolean => setDeletedAt(db, table, id, at);

/** The event a session, group or person belongs to, also when it is in the trash. */
export const eventIdOf = (
  db: Db,
  table: 'event_session' | 'event_group' | 'event_attendee',
  id: number,
): number | undefined =>
  table === 'event_attendee'
    ? db.pluck(
        'SELECT g.event_id FROM event_attendee a JOIN event_group g ON g.id = a.group_id WHERE a.id = ?',
        [id],
      )
    : db.pluck(`SELECT event_id FROM ${table} WHERE id = ?`, [id]);

type Trashed = { id: number; label: string; deletedAt: string }[];
export const trashedSessions = (db: Db): Trashed =>
  db.all(
    `SELECT s.id, s.name || ' · ' || e.name AS label, s.deleted_at AS deletedAt FROM event_session s
     JOIN event e ON e.id = s.event_id WHERE s.deleted_at IS NOT NULL`,
  );
export const trashedGroups = (db: Db): Trashed =>
  db.all(
    `SELECT g.id, g.name || ' · ' || e.name AS label, g.deleted_at AS deletedAt FROM event_group g
     JOIN event e ON e.id = g.event_id WHERE g.deleted_at IS NOT NULL`,
  );
export const trashedAttendees = (db: Db): Trashed =>
  db.all(
    `SELECT a.id, coalesce(m.full_name, a.name) || ' · ' || g.name AS label, a.deleted_at AS deletedAt FROM event_attendee a
     JOIN event_group g ON g.id = a.group_id LEFT JOIN member m ON m.id = a.member_id WHERE a.deleted_at IS NOT NULL`,
  );
