/** SQL of courses: programme, speakers, topics, certificates of attendance, and who came to which. */
import type { HourUnit, TrainingType } from '../../../../shared/domain/training';
import type { Db } from '../../../db/database';
import { setDeletedAt } from '../../../db/trash';

export interface ProgrammeRow {
  type: TrainingType;
  hourUnit: HourUnit;
  courseName: string | null;
  decisionNo: string | null;
  followUp: string | null;
  version: number;
}
export interface TopicRow {
  name: string;
  tenths: number | null;
  material: string | null;
  speaker: number | null;
}
export interface SpeakerRow {
  memberId: number | null;
  name: string;
  post: string | null;
}

export const programmeOf = (db: Db, eventId: number): ProgrammeRow | undefined =>
  db.get(
    `SELECT type, hour_unit AS hourUnit, course_name AS courseName, decision_no AS decisionNo, follow_up AS followUp, version
     FROM training WHERE event_id = ?`,
    [eventId],
  );

export const topicsOf = (db: Db, eventId: number): TopicRow[] =>
  db.all('SELECT name, tenths, material, speaker FROM training_topic WHERE event_id = ? ORDER BY ordinal', [
    eventId,
  ]);

export const speakersOf = (db: Db, eventId: number): SpeakerRow[] =>
  db.all(
    'SELECT member_id AS memberId, name, post FROM training_speaker WHERE event_id = ? ORDER BY ordinal',
    [eventId],
  );

/** Writes the programme anew. */
export function putProgramme(
  db: Db,
  eventId: number,
  row: ProgrammeRow,
  parts: { topics: readonly TopicRow[]; speakers: readonly SpeakerRow[] },
  now: string,
): void {
  db.run(
    `INSERT INTO training (event_id, type, hour_unit, course_name, decision_no, follow_up, version, updated_at)
     VALUES (@eventId, @type, @hourUnit, @courseName, @decisionNo, @followUp, @version, @now)
     ON CONFLICT (event_id) DO UPDATE SET type = @type, hour_unit = @hourUnit, course_name = @courseName,
       decision_no = @decisionNo, follow_up = @followUp, version = @version, updated_at = @now`,
    { eventId, ...row, now },
  );
  db.run('DELETE FROM training_topic WHERE event_id = ?', [eventId]);
  db.run('DELETE FROM training_speaker WHERE event_id = ?', [eventId]);
  for (const [ordinal, speaker] of parts.speakers.entries())
    db.run(
      'INSERT INTO training_speaker (event_id, ordinal, member_id, name, post) VALUES (@eventId, @ordinal, @memberId, @name, @post)',
      { eventId, ordinal, ...speaker },
    );
  for (const [ordinal, topic] of parts.topics.entries())
    db.run(
      `INSERT INTO training_topic (event_id, ordinal, name, tenths, material, speaker)
       VALUES (@eventId, @ordinal, @name, @tenths, @material, @speaker)`,
      { eventId, ordinal, ...topic },
    );
}

/** Full name, gender, job and department of members as on a day. */
export interface PersonThatDay {
  memberId: number;
  fullName: string;
  gender: 'male' | 'female' | null;
  job: string | null;
  department: string | null;
}
export const peopleThatDay = (db: Db, ids: readonly number[], day: string): PersonThatDay[] =>
  db.all(
    `SELECT m.id AS memberId, m.full_name AS fullName, m.gender,
       iif(s.member_id IS NULL, coalesce(m.position, m.job_title), coalesce(s.position, s.job_title)) AS job,
       coalesce((SELECT n.name FROM org_unit_name n WHERE n.org_unit_id = d.id AND n.valid_until > @day
         ORDER BY n.valid_until LIMIT 1), d.name) AS department
     FROM member m LEFT JOIN member_state s ON s.member_id = m.id AND s.from_date <= @day
       AND (s.to_date IS NULL OR s.to_date > @day)
     LEFT JOIN org_unit d ON d.id = iif(s.member_id IS NULL, m.department_id, s.department_id)
     WHERE m.id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(ids), day },
  );

/** Members holding posts of these committees, or leading groups, on a day; `kinds` null is everybody in post. */
export const inPost = (db: Db, day: string, kinds: readonly string[] | null, heads: boolean): number[] =>
  db
    .all<{ id: number }>(
      `SELECT DISTINCT h.member_id AS id FROM union_post_held h JOIN member_live m ON m.id = h.member_id
       WHERE h.from_date <= @day AND (h.held_until IS NULL OR h.held_until > @day)
         AND (@kinds IS NULL OR h.committee_kind IN (SELECT value FROM json_each(@kinds))
           OR (@heads AND h.committee_kind IS NULL AND h.role = 'head'))`,
      { day, kinds: kinds === null ? null : JSON.stringify(kinds), heads: heads ? 1 : 0 },
    )
    .map((row) => row.id);

/** Posts held on a day with the kind of their committee; null for those who lead groups. */
export const postKinds = (db: Db, day: string): { id: number; kind: string | null }[] =>
  db.all(
    `SELECT id, committee_kind AS kind FROM union_post_held
     WHERE from_date <= @day AND (held_until IS NULL OR held_until > @day)`,
    { day },
  );

/** Courses of a period with their figures. */
export interface CourseRow {
  eventId: number;
  name: string;
  kind: string;
  type: TrainingType | null;
  mode: 'onsite' | 'online' | 'both';
  startsOn: string;
  endsOn: string | null;
  topics: number;
  tenths: number | null;
  hourUnit: HourUnit;
  turns: number | null;
  certificates: number;
  firstDay: string;
}
export interface CourseFilter {
  from: string | null;
  to: string | null;
  type: TrainingType | null;
  kind: string | null;
}
const COURSES = `FROM event_live e LEFT JOIN training t ON t.event_id = e.id
  WHERE e.kind IN ('training', 'communication') AND (@kind IS NULL OR e.kind = @kind)
    AND (@type IS NULL OR t.type = @type) AND (@from IS NULL OR e.first_day >= @from) AND (@to IS NULL OR e.last_day <= @to)`;

export const courses = (db: Db, filter: CourseFilter): CourseRow[] =>
  db.all(
    `SELECT e.id AS eventId, e.name, e.kind, t.type, e.mode, e.starts_on AS startsOn, e.ends_on AS endsOn,
       (SELECT count(*) FROM training_topic p WHERE p.event_id = e.id) AS topics,
       (SELECT sum(p.tenths) FROM training_topic p WHERE p.event_id = e.id) AS tenths,
       coalesce(t.hour_unit, 'period') AS hourUnit, coalesce(e.count_value, e.present_count) AS turns,
       (SELECT count(*) FROM training_certificate c WHERE c.event_id = e.id AND c.deleted_at IS NULL) AS certificates,
       e.first_day AS firstDay
     ${COURSES} ORDER BY e.first_day DESC, e.id DESC`,
    { ...filter },
  );

export const coursePeople = (
  db: Db,
  filter: CourseFilter,
): {
  memberId: number;
  fullName: string;
  givenName: string;
  department: string | null;
  courses: number;
  certificates: number;
}[] =>
  db.all(
    `SELECT m.id AS memberId, m.full_name AS fullName, m.given_name AS givenName, d.name AS department,
       count(*) AS courses, (SELECT count(*) FROM training_certificate c JOIN event_live e ON e.id = c.event_id
         WHERE c.member_id = m.id AND c.deleted_at IS NULL AND e.id IN (SELECT e.id ${COURSES})) AS certificates
     FROM event_live e JOIN event_eligible p ON p.list_id = e.list_id AND p.came = 1
     JOIN member m ON m.id = p.member_id LEFT JOIN org_unit d ON d.id = m.department_id
     WHERE e.id IN (SELECT e.id ${COURSES}) GROUP BY m.id ORDER BY m.sort_key, m.id`,
    { ...filter },
  );

/** Courses (not mere sessions) each of these members came to until a day, the latest first. */
export const coursesOf = (
  db: Db,
  ids: readonly number[],
  day: string,
): { memberId: number; startsOn: string; lastDay: string; name: string }[] =>
  db.all(
    `SELECT p.member_id AS memberId, e.starts_on AS startsOn, e.last_day AS lastDay, e.name
     FROM event_eligible p JOIN event_live e ON e.list_id = p.list_id
     WHERE p.came = 1 AND e.kind = 'training' AND e.first_day <= @day
       AND p.member_id IN (SELECT value FROM json_each(@ids)) ORDER BY e.last_day DESC, e.id DESC`,
    { ids: JSON.stringify(ids), day },
  );

export interface CertificateRecord {
  id: number;
  eventId: number;
  memberId: number;
  year: number;
  number: number;
  symbol: string;
  issuedOn: string;
  honorific: string | null;
  name: string;
  post: string | null;
  result: string | null;
  printedAt: string | null;
  version: number;
  deletedAt: string | null;
}
const CERTIFICATE = `id, event_id AS eventId, member_id AS memberId, year, number, symbol, issued_on AS issuedOn, honorific,
  name, post, result, printed_at AS printedAt, version, deleted_at AS deletedAt`;

/** Certificates in force of a course, by number. */
export const certificatesOf = (db: Db, eventId: number): CertificateRecord[] =>
  db.all(
    `SELECT ${CERTIFICATE} FROM training_certificate WHERE event_id = ? AND deleted_at IS NULL ORDER BY year, number`,
    [eventId],
  );

export const certificateById = (db: Db, id: number): CertificateRecord | undefined =>
  db.get(`SELECT ${CERTIFICATE} FROM training_certificate WHERE id = ?`, [id]);

/** Also numbers of those in the trash are used. */
export const lastNumber = (db: Db, year: number): number =>
  db.pluck<number>('SELECT coalesce(max(number), 0) FROM training_certificate WHERE year = ?', [year]) ?? 0;

export const insertCertificate = (
  db: Db,
  row: Omit<CertificateRecord, 'id' | 'printedAt' | 'version' | 'deletedAt'>,
  now: string,
): number =>
  db.run(
    `INSERT INTO training_certificate (event_id, member_id, year, number, symbol, issued_on, honorific, name, post, result, created_at)
     VALUES (@eventId, @memberId, @year, @number, @symbol, @issuedOn, @honorific, @name, @post, @result, @now)`,
    { ...row, now },
  ).lastInsertRowid;

export const setCertificateDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'training_certificate', id, at);

export const markPrinted = (db: Db, ids: readonly number[], at: string): void => {
  db.run('UPDATE training_certificate SET printed_at = @at WHERE id IN (SELECT value FROM json_each(@ids))', {
    ids: JSON.stringify(ids),
    at,
  });
};

export const trashedCertificates = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT id, number || '/' || year || ' ' || name AS label, deleted_at AS deletedAt FROM training_certificate
     WHERE deleted_at IS NOT NULL`,
  );

/** Certificates of one member, for the story. */
export const certificatesOfMember = (
  db: Db,
  memberId: number,
): { eventId: number; issuedOn: string; course: string; number: number; year: number; symbol: string }[] =>
  db.all(
    `SELECT c.event_id AS eventId, c.issued_on AS issuedOn, e.name AS course, c.number, c.year, c.symbol
     FROM training_certificate c JOIN event_live e ON e.id = c.event_id
     WHERE c.member_id = ? AND c.deleted_at IS NULL ORDER BY c.issued_on DESC`,
    [memberId],
  );
