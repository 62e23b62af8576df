/** SQL of committees and union posts. Posts are read through union_post_held, which knows until when each is held. */
import type { CommitteeKind, PostRole, PostRow } from '../../../../shared/contract/committees';
import type { Db } from '../../../db/database';
import { insertRecord, updateRecord } from '../../../db/records';
import { setDeletedAt } from '../../../db/trash';

export interface CommitteeFields {
  termId: number;
  kind: CommitteeKind;
  name: string;
  seats: number | null;
  decisionNo: string | null;
  decisionDate: string | null;
  note: string | null;
}
export type CommitteeRecord = CommitteeFields & { id: number; version: number };

export interface PostEnd {
  endedOn: string | null;
  endReason: string | null;
  endDecisionNo: string | null;
  endDecisionDate: string | null;
}
export interface PostFields extends PostEnd {
  committeeId: number | null;
  orgUnitId: number | null;
  memberId: number | null;
  personName: string | null;
  personNote: string | null;
  role: PostRole;
  title: string;
  fromDate: string;
  how: PostRow['how'];
  decisionNo: string | null;
  decisionDate: string | null;
  note: string | null;
}
export type PostRecord = PostFields & { id: number; version: number };

const COMMITTEE = `id, version, term_id AS termId, kind, name, seats, decision_no AS decisionNo,
  decision_date AS decisionDate, note`;
const POST = `p.id, p.version, p.committee_id AS committeeId, p.org_unit_id AS orgUnitId, p.member_id AS memberId,
  p.person_name AS personName, p.person_note AS personNote, p.role, p.title, p.from_date AS fromDate, p.how,
  p.decision_no AS decisionNo, p.decision_date AS decisionDate, p.ended_on AS endedOn, p.end_reason AS endReason,
  p.end_decision_no AS endDecisionNo, p.end_decision_date AS endDecisionDate, p.note`;

/** Committees of a term, the usual ones first. */
export const committeesOf = (db: Db, termId: number): CommitteeRecord[] =>
  db.all(
    `SELECT ${COMMITTEE} FROM committee WHERE term_id = ? AND deleted_at IS NULL
     ORDER BY instr('executive standing inspection women other', kind), id`,
    [termId],
  );

export const committeeById = (db: Db, id: number): CommitteeRecord | undefined =>
  db.get(`SELECT ${COMMITTEE} FROM committee WHERE id = ? AND deleted_at IS NULL`, [id]);

const COMMITTEE_FIELDS = [
  'termId',
  'kind',
  'name',
  'seats',
  'decisionNo',
  'decisionDate',
  'note',
] as const satisfies readonly (keyof CommitteeFields)[];
export const insertCommittee = (db: Db, row: CommitteeFields & { uid: string }, now: string): number =>
  insertRecord(db, 'committee', ['uid', ...COMMITTEE_FIELDS], row, now);

/** False when the version is stale. */
export const updateCommittee = (db: Db, row: CommitteeRecord): boolean =>
  updateRecord(db, 'committee', COMMITTEE_FIELDS, row);

export interface HeldFilter {
  memberId?: number | null;
  orgUnitId?: number | null;
  committeeId?: number | null;
  termId?: number | null;
  onUnits?: boolean;
  /** Also those not held on the day. */
  all: boolean;
}
type StoredPost = Omit<PostRow, 'held' | 'gone'> & { held: number; gone: number };

const HELD = `(p.from_date <= @day AND (p.ended_on IS NULL OR p.ended_on > @day) AND (p.held_until IS NULL OR p.held_until > @day))`;

/** What stands after FROM to ask by the posts members hold on `{day}`. */
export const HELD_ROWS = `union_post_held p WHERE p.from_date <= {day} AND (p.ended_on IS NULL OR p.ended_on > {day})
  AND (p.held_until IS NULL OR p.held_until > {day})`;

/** Lists the titles of all posts as `v`. */
export const TITLES = 'SELECT title AS v FROM union_post';

/** Posts as of a day with the people who hold them, highest first; a member's own newest first. */
export function posts(db: Db, day: string, filter: HeldFilter): PostRow[] {
  const where = ['1'];
  if (filter.memberId != null) where.push('p.member_id = @memberId');
  if (filter.orgUnitId != null) where.push('p.org_unit_id = @orgUnitId');
  if (filter.committeeId != null) where.push('p.committee_id = @committeeId');
  if (filter.termId != null) where.push('p.term_id = @termId');
  if (filter.onUnits) where.push('p.org_unit_id IS NOT NULL');
  if (!filter.all) where.push(HELD);
  const order =
    filter.memberId != null
      ? 'held DESC, p.from_date DESC, p.id DESC'
      : `instr('chair vice standing member head deputy other', p.role), p.from_date, coalesce(m.sort_key, p.person_name), p.id`;
  const rows = db.all<StoredPost>(
    `SELECT ${POST}, coalesce(m.full_name, p.person_name) AS name, m.given_name AS givenName,
       m.birth_date AS birthDate, d.name AS department, coalesce(p.committee_name, p.org_unit_name) AS body,
       p.committee_kind AS committeeKind, p.held_until AS heldUntil, ${HELD} AS held,
       (m.id IS NOT NULL AND (m.deleted_at IS NOT NULL OR m.status <> 'active')) AS gone
     FROM union_post_held p LEFT JOIN member m ON m.id = p.member_id LEFT JOIN org_unit d ON d.id = m.department_id
     WHERE ${where.join(' AND ')} ORDER BY ${order}`,
    {
      day,
      memberId: filter.memberId ?? null,
      orgUnitId: filter.orgUnitId ?? null,
      committeeId: filter.committeeId ?? null,
      termId: filter.termId ?? null,
    },
  );
  return rows.map((row) => ({ ...row, held: row.held === 1, gone: row.gone === 1 }));
}

export const postById = (db: Db, id: number): PostRecord | undefined =>
  db.get(`SELECT ${POST} FROM union_post p WHERE p.id = ? AND p.deleted_at IS NULL`, [id]);

/** Another post of the same person on the same body that is held at the same time. */
export const sameTime = (db: Db, post: PostFields, exceptId: number | null): { title: string } | undefined =>
  db.get(
    `SELECT p.title FROM union_post p
     WHERE p.deleted_at IS NULL AND p.committee_id IS @committeeId AND p.org_unit_id IS @orgUnitId
       AND p.member_id IS @memberId AND p.person_name IS @personName AND p.id IS NOT @exceptId
       AND (p.ended_on IS NULL OR p.ended_on > @fromDate) AND (@endedOn IS NULL OR p.from_date < @endedOn)`,
    {
      committeeId: post.committeeId,
      orgUnitId: post.orgUnitId,
      memberId: post.memberId,
      personName: post.personName,
      fromDate: post.fromDate,
      endedOn: post.endedOn,
      exceptId,
    },
  );

const POST_FIELDS = [
  'committeeId',
  'orgUnitId',
  'memberId',
  'personName',
  'personNote',
  'role',
  'title',
  'fromDate',
  'how',
  'decisionNo',
  'decisionDate',
  'endedOn',
  'endReason',
  'endDecisionNo',
  'endDecisionDate',
  'note',
] as const satisfies readonly (keyof PostFields)[];
export const insertPost = (db: Db, row: PostFields & { uid: string }, now: string): number =>
  insertRecord(db, 'union_post', ['uid', ...POST_FIELDS], row, now);

/** False when the version is stale. */
export const updatePost = (db: Db, row: PostRecord): boolean =>
  updateRecord(db, 'union_post', POST_FIELDS, row);

export type TrashedTable = 'committee' | 'union_post' | 'term' | 'unit_profile';
export const setDeleted = (db: Db, table: TrashedTable, id: number, at: string | null): boolean =>
  setDeletedAt(db, table, id, at);

type Trashed = { id: number; label: string; deletedAt: string };
export const trashedCommittees = (db: Db): Trashed[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM committee WHERE deleted_at IS NOT NULL');
export const trashedPosts = (db: Db): Trashed[] =>
  db.all(
    `SELECT p.id, coalesce(m.full_name, p.person_name) || ' · ' || p.title || ' · ' || coalesce(c.name, o.name) AS label,
       p.deleted_at AS deletedAt
     FROM union_post p LEFT JOIN member m ON m.id = p.member_id LEFT JOIN committee c ON c.id = p.committee_id
       LEFT JOIN org_unit o ON o.id = p.org_unit_id
     WHERE p.deleted_at IS NOT NULL`,
  );
export const trashedTerms = (db: Db): Trashed[] =>
  db.all(
    `SELECT id, coalesce(name, substr(starts_on, 1, 4) || coalesce('–' || substr(ends_on, 1, 4), '')) || ' · ' || chair_name
       AS label, deleted_at AS deletedAt
     FROM term WHERE deleted_at IS NOT NULL`,
  );
export const trashedProfiles = (db: Db): Trashed[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM unit_profile WHERE deleted_at IS NOT NULL');

/** A live member by the exact name, when there is only one. */
export const onlyMemberNamed = (db: Db, nameKey: string): number | null => {
  const found = db.all<{ id: number }>(
    `SELECT id FROM member_live WHERE name_key = ? AND status = 'active' LIMIT 2`,
    [nameKey],
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
};

/** Titles of the posts members hold on a day, by member. */
export const titlesHeld = (
  db: Db,
  memberIds: readonly number[],
  day: string,
): { memberId: number; title: string; body: string; kind: CommitteeKind | null }[] =>
  db.all(
    `SELECT p.member_id AS memberId, p.title, coalesce(p.committee_name, p.org_unit_name) AS body,
       p.committee_kind AS kind
     FROM union_post_held p
     WHERE p.member_id IN (SELECT value FROM json_each(@ids)) AND ${HELD}
     ORDER BY instr('executive standing inspection women other group', coalesce(p.committee_kind, 'group')),
       instr('chair vice standing member head deputy other', p.role), p.id`,
    { ids: JSON.stringify(memberIds), day },
  );

/** Chairs and vice chairs of the executive committee of a term, the longest in post first. */
export const leadersOf = (
  db: Db,
  termId: number,
  day: string,
): { role: 'chair' | 'vice'; title: string; name: string; fromDate: string; held: number }[] =>
  db.all(
    `SELECT p.role, p.title, coalesce(m.full_name, p.person_name) AS name, p.from_date AS fromDate, ${HELD} AS held
     FROM committee c JOIN union_post_held p ON p.committee_id = c.id LEFT JOIN member m ON m.id = p.member_id
     WHERE c.term_id = @termId AND c.kind = 'executive' AND p.role IN ('chair', 'vice')
     ORDER BY p.from_date, p.id`,
    { termId, day },
  );

/** Facts of a committee's members for the printed list, in the order of their posts. */
export interface ShortFacts {
  name: string;
  title: string;
  gender: 'male' | 'female' | null;
  birthDate: string | null;
  jobTitle: string | null;
  position: string | null;
  department: string | null;
  education: string | null;
  unionJoinDate: string | null;
  personNote: string | null;
}
export const shortFacts = (db: Db, committeeId: number, day: string): ShortFacts[] =>
  db.all(
    `SELECT coalesce(m.full_name, p.person_name) AS name, p.title, m.gender, m.birth_date AS birthDate,
       m.job_title AS jobTitle, m.position, d.name AS department, m.education, m.union_join_date AS unionJoinDate,
       p.person_note AS personNote
     FROM union_post_held p LEFT JOIN member m ON m.id = p.member_id LEFT JOIN org_unit d ON d.id = m.department_id
     WHERE p.committee_id = @committeeId AND ${HELD}
     ORDER BY instr('chair vice standing member head deputy other', p.role), p.from_date, coalesce(m.sort_key, p.person_name), p.id`,
    { committeeId, day },
  );
