/** SQL of sessions held (cuộc kiểm tra, họp, hoạt động nữ công) and their teams. */
import type { InspectionKind, InspectionTopic, TeamPart } from '../../../shared/domain/inspection';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';
import { SUBJECT } from './plansRepository';

export interface SessionFields {
  kind: InspectionKind;
  itemId: number | null;
  eventId: number | null;
  topic: InspectionTopic;
  title: string;
  heldOn: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  orgUnitId: number | null;
  subjectName: string | null;
  fundId: number | null;
  scope: string | null;
  legalBasis: string | null;
  others: string | null;
  people: number | null;
  content: string | null;
  strengths: string | null;
  conclusion: string | null;
}
const SESSION_FIELDS = [
  'kind',
  'itemId',
  'eventId',
  'topic',
  'title',
  'heldOn',
  'startsAt',
  'endsAt',
  'place',
  'orgUnitId',
  'subjectName',
  'fundId',
  'scope',
  'legalBasis',
  'others',
  'people',
  'content',
  'strengths',
  'conclusion',
] as const satisfies readonly (keyof SessionFields)[];
export type SessionRecord = SessionFields & {
  id: number;
  version: number;
  deletedAt: string | null;
  subject: string | null;
  fund: string | null;
  event: string | null;
  eventPeople: number | null;
};

const SESSION = `SELECT s.id, s.version, s.deleted_at AS deletedAt, s.kind, s.item_id AS itemId, s.event_id AS eventId, s.topic,
    s.title, s.held_on AS heldOn, s.starts_at AS startsAt, s.ends_at AS endsAt, s.place, s.org_unit_id AS orgUnitId,
    s.subject_name AS subjectName, s.fund_id AS fundId, s.scope, s.legal_basis AS legalBasis, s.others, s.people, s.content,
    s.strengths, s.conclusion, coalesce(o.name, s.subject_name) AS subject, f.name AS fund, e.name AS event,
    coalesce(e.count_value, e.present_count) AS eventPeople
  FROM inspection_session s ${SUBJECT('s')} LEFT JOIN event_live e ON e.id = s.event_id`;

/** A session, also one in the trash. */
export const sessionById = (db: Db, id: number): SessionRecord | undefined =>
  db.get(`${SESSION} WHERE s.id = ?`, [id]);
/** Sessions of the days from one to another, in their order. */
export const sessionsBetween = (
  db: Db,
  kind: InspectionKind,
  days: { from: string; to: string },
): SessionRecord[] =>
  db.all(
    `${SESSION} WHERE s.deleted_at IS NULL AND s.kind = @kind AND s.held_on BETWEEN @from AND @to ORDER BY s.held_on, s.id`,
    { ...days, kind },
  );
export const lastPlace = (db: Db, kind: InspectionKind): string | null =>
  db.pluck<string>(
    'SELECT place FROM inspection_session_live WHERE kind = ? AND place IS NOT NULL ORDER BY held_on DESC, id DESC LIMIT 1',
    [kind],
  ) ?? null;

export interface SessionConditions {
  kind: InspectionKind;
  words: readonly string[];
  year: number | null;
  topic: InspectionTopic | null;
  itemId: number | null;
  eventId: number | null;
  today: string;
}
const WHERE = `s.kind = @kind AND (@year IS NULL OR substr(s.held_on, 1, 4) = printf('%d', @year))
  AND (@topic IS NULL OR s.topic = @topic) AND (@itemId IS NULL OR s.item_id = @itemId)
  AND (@eventId IS NULL OR s.event_id = @eventId)
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(s.search_key, w.value) = 0)`;
const params = ({ words, ...c }: SessionConditions) => ({ ...c, words: JSON.stringify(words) });
const FOUND = `(SELECT count(*) FROM inspection_finding f WHERE f.session_id = s.id AND f.deleted_at IS NULL`;

export interface SessionLine {
  id: number;
  version: number;
  kind: InspectionKind;
  topic: InspectionTopic;
  title: string;
  heldOn: string;
  place: string | null;
  subject: string | null;
  fund: string | null;
  itemId: number | null;
  eventId: number | null;
  team: number;
  present: number;
  findings: number;
  open: number;
  overdue: number;
  files: number;
}
export const countSessions = (db: Db, c: SessionConditions): number =>
  db.pluck(`SELECT count(*) FROM inspection_session_live s WHERE ${WHERE}`, params(c)) ?? 0;
/** The latest first. */
export const listSessions = (
  db: Db,
  c: SessionConditions,
  page: { offset: number; limit: number },
): SessionLine[] =>
  db.all(
    `SELECT s.id, s.version, s.kind, s.topic, s.title, s.held_on AS heldOn, s.place, coalesce(o.name, s.subject_name) AS subject,
       f.name AS fund, s.item_id AS itemId, s.event_id AS eventId,
       (SELECT count(*) FROM inspection_attendee a WHERE a.session_id = s.id) AS team,
       (SELECT count(*) FROM inspection_attendee a WHERE a.session_id = s.id AND a.present = 1) AS present,
       ${FOUND}) AS findings, ${FOUND} AND f.mended_on IS NULL) AS open,
       ${FOUND} AND f.mended_on IS NULL AND f.due_on < @today) AS overdue,
       (SELECT count(*) FROM attachment a WHERE a.entity = 'inspection_session' AND a.entity_id = s.id AND a.deleted_at IS NULL) AS files
     FROM inspection_session_live s ${SUBJECT('s')} WHERE ${WHERE}
     ORDER BY s.held_on DESC, s.id DESC LIMIT @limit OFFSET @offset`,
    { ...params(c), ...page },
  );

type Written = SessionFields & { searchKey: string };
export const insertSession = (db: Db, row: Written & { uid: string }, now: string): number =>
  insertRecord(db, 'inspection_session', ['uid', 'searchKey', ...SESSION_FIELDS], row, now);
export const updateSession = (db: Db, row: Written & { id: number; version: number }, now: string): boolean =>
  updateRecord(db, 'inspection_session', ['searchKey', ...SESSION_FIELDS], row, now);
export const setSessionDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'inspection_session', id, at);
export const trashedSessions = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT id, title || ' – ' || strftime('%d/%m/%Y', held_on) AS label, deleted_at AS deletedAt
     FROM inspection_session WHERE deleted_at IS NOT NULL`,
  );

export interface Attendee {
  memberId: number | null;
  name: string | null;
  post: string | null;
  part: TeamPart;
  present: boolean;
}
export type ShownAttendee = Attendee & { shown: string };

export const attendeesOf = (db: Db, sessionId: number): ShownAttendee[] =>
  db
    .all<Omit<ShownAttendee, 'present'> & { present: 0 | 1 }>(
      `SELECT a.member_id AS memberId, a.name, a.post, a.part, a.present, coalesce(m.full_name, a.name) AS shown
       FROM inspection_attendee a LEFT JOIN member m ON m.id = a.member_id WHERE a.session_id = ? ORDER BY a.ordinal`,
      [sessionId],
    )
    .map((row) => ({ ...row, present: row.present === 1 }));
export function setAttendees(db: Db, sessionId: number, rows: readonly Attendee[]): void {
  db.run('DELETE FROM inspection_attendee WHERE session_id = ?', [sessionId]);
  rows.forEach(({ memberId, name, post, part, present }, ordinal) => {
    db.run(
      `INSERT INTO inspection_attendee (session_id, ordinal, member_id, name, post, part, present)
       VALUES (@sessionId, @ordinal, @memberId, @name, @post, @part, @present)`,
      { memberId, name, post, part, present: present ? 1 : 0, sessionId, ordinal },
    );
  });
}
export const memberExists = (db: Db, id: number): boolean =>
  db.pluck<number>('SELECT count(*) FROM member_live WHERE id = ?', [id]) === 1;

/** Sessions a member was at, for the story of that member. */
export const sessionsOfMember = (
  db: Db,
  memberId: number,
): { id: number; title: string; heldOn: string; post: string | null }[] =>
  db.all(
    `SELECT s.id, s.title, s.held_on AS heldOn, a.post FROM inspection_attendee a
     JOIN inspection_session_live s ON s.id = a.session_id WHERE a.member_id = ? AND a.present = 1`,
    [memberId],
  );
