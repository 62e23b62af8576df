/** SQL of what stands under an agreement: contents, commitments, progress, scores. */
import type { CommitmentMeasure, ScoreSide } from '../../../shared/domain/agreements';
import type { Vagueness } from '../../../shared/text/numbers';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

type Trashed = { id: number; label: string; deletedAt: string; placeClosed: number };
const listOf = (ids: readonly number[]) => [JSON.stringify(ids)];

export interface ContentRecord {
  id: number;
  version: number;
  agreementId: number;
  ordinal: number;
  name: string;
  detail: string | null;
  deletedAt: string | null;
}
const CONTENT = `SELECT c.id, c.version, c.agreement_id AS agreementId, c.ordinal, c.name, c.detail, c.deleted_at AS deletedAt
  FROM agreement_content c`;
/** Live contents in their order. */
export const contentsOf = (db: Db, agreementIds: readonly number[]): ContentRecord[] =>
  db.all(
    `${CONTENT} WHERE c.agreement_id IN (SELECT value FROM json_each(?)) AND c.deleted_at IS NULL
     ORDER BY c.agreement_id, c.ordinal, c.id`,
    listOf(agreementIds),
  );
/** A content, also one in the trash. */
export const contentById = (db: Db, id: number): ContentRecord | undefined =>
  db.get(`${CONTENT} WHERE c.id = ?`, [id]);
export const nextOrdinal = (db: Db, agreementId: number): number =>
  db.pluck<number>('SELECT coalesce(max(ordinal), 0) + 1 FROM agreement_content WHERE agreement_id = ?', [
    agreementId,
  ])!;
type ContentFields = Pick<ContentRecord, 'name' | 'detail'>;
export const insertContent = (
  db: Db,
  row: ContentFields & { agreementId: number; ordinal: number },
): number => insertRecord(db, 'agreement_content', ['agreementId', 'ordinal', 'name', 'detail'], row);
export const updateContent = (db: Db, row: ContentFields & { id: number; version: number }): boolean =>
  updateRecord(db, 'agreement_content', ['name', 'detail'], row);
export const orderContents = (db: Db, ids: readonly number[]): void => {
  db.run(
    `UPDATE agreement_content SET ordinal = w.key + 1 FROM json_each(?) w WHERE w.value = agreement_content.id`,
    listOf(ids),
  );
};
export const setContentDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'agreement_content', id, at);
export const trashedContents = (db: Db): Trashed[] =>
  db.all(
    `SELECT c.id, c.name || ' – ' || a.title AS label, c.deleted_at AS deletedAt, a.deleted_at IS NOT NULL AS placeClosed
     FROM agreement_content c JOIN agreement a ON a.id = c.agreement_id WHERE c.deleted_at IS NOT NULL`,
  );

export interface CommitmentRecord {
  id: number;
  version: number;
  contentId: number;
  name: string;
  party: string | null;
  memberId: number | null;
  personName: string | null;
  person: string | null;
  yearly: 0 | 1;
  dueOn: string | null;
  measure: CommitmentMeasure;
  unit: string | null;
  target: number | null;
  targetText: string | null;
  droppedOn: string | null;
  dropReason: string | null;
  note: string | null;
  deletedAt: string | null;
}
const COMMITMENT = `SELECT k.id, k.version, k.content_id AS contentId, k.name, k.party, k.member_id AS memberId,
    k.person_name AS personName, coalesce(m.full_name, k.person_name) AS person, k.yearly, k.due_on AS dueOn, k.measure,
    k.unit, k.target, k.target_text AS targetText, k.dropped_on AS droppedOn, k.drop_reason AS dropReason, k.note,
    k.deleted_at AS deletedAt
  FROM agreement_commitment k LEFT JOIN member m ON m.id = k.member_id`;
export const commitmentsOf = (db: Db, contentIds: readonly number[]): CommitmentRecord[] =>
  db.all(
    `${COMMITMENT} WHERE k.content_id IN (SELECT value FROM json_each(?)) AND k.deleted_at IS NULL ORDER BY k.id`,
    listOf(contentIds),
  );
/** A commitment, also one in the trash. */
export const commitmentById = (db: Db, id: number): CommitmentRecord | undefined =>
  db.get(`${COMMITMENT} WHERE k.id = ?`, [id]);
const COMMITMENT_FIELDS = [
  'contentId',
  'name',
  'party',
  'memberId',
  'personName',
  'yearly',
  'dueOn',
  'measure',
  'unit',
  'target',
  'targetText',
  'droppedOn',
  'dropReason',
  'note',
] as const;
export type EditableCommitment = Pick<CommitmentRecord, (typeof COMMITMENT_FIELDS)[number]>;
export const insertCommitment = (db: Db, row: EditableCommitment, now: string): number =>
  insertRecord(db, 'agreement_commitment', COMMITMENT_FIELDS, row, now);
export const updateCommitment = (
  db: Db,
  row: EditableCommitment & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'agreement_commitment', COMMITMENT_FIELDS, row, now);
export const setCommitmentDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'agreement_commitment', id, at);
export const trashedCommitments = (db: Db): Trashed[] =>
  db.all(
    `SELECT k.id, k.name AS label, k.deleted_at AS deletedAt,
       a.deleted_at IS NOT NULL OR c.deleted_at IS NOT NULL AS placeClosed
     FROM agreement_commitment k JOIN agreement_content c ON c.id = k.content_id JOIN agreement a ON a.id = c.agreement_id
     WHERE k.deleted_at IS NOT NULL`,
  );

export interface ProgressRecord {
  id: number;
  version: number;
  commitmentId: number;
  onDate: string;
  figure: number | null;
  flag: Vagueness;
  result: string | null;
  done: 0 | 1;
  files: number;
  deletedAt: string | null;
}
const PROGRESS = `SELECT p.id, p.version, p.commitment_id AS commitmentId, p.on_date AS onDate, p.figure, p.flag, p.result,
    p.done, p.deleted_at AS deletedAt, (SELECT count(*) FROM attachment f
      WHERE f.entity = 'agreement_progress' AND f.entity_id = p.id AND f.deleted_at IS NULL) AS files
  FROM agreement_progress p`;
export const progressOf = (db: Db, commitmentIds: readonly number[]): ProgressRecord[] =>
  db.all(
    `${PROGRESS} WHERE p.commitment_id IN (SELECT value FROM json_each(?)) AND p.deleted_at IS NULL ORDER BY p.on_date, p.id`,
    listOf(commitmentIds),
  );
export const progressById = (db: Db, id: number): ProgressRecord | undefined =>
  db.get(`${PROGRESS} WHERE p.id = ?`, [id]);
const PROGRESS_FIELDS = ['commitmentId', 'onDate', 'figure', 'flag', 'result', 'done'] as const;
export type EditableProgress = Pick<ProgressRecord, (typeof PROGRESS_FIELDS)[number]>;
export const insertProgress = (db: Db, row: EditableProgress, now: string): number =>
  insertRecord(db, 'agreement_progress', PROGRESS_FIELDS, row, now);
export const updateProgress = (
  db: Db,
  row: EditableProgress & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'agreement_progress', PROGRESS_FIELDS, row, now);
export const setProgressDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'agreement_progress', id, at);
export const trashedProgress = (db: Db): Trashed[] =>
  db.all(
    `SELECT p.id, coalesce(p.result, k.name) AS label, p.deleted_at AS deletedAt,
       a.deleted_at IS NOT NULL OR c.deleted_at IS NOT NULL OR k.deleted_at IS NOT NULL AS placeClosed
     FROM agreement_progress p JOIN agreement_commitment k ON k.id = p.commitment_id
       JOIN agreement_content c ON c.id = k.content_id JOIN agreement a ON a.id = c.agreement_id
     WHERE p.deleted_at IS NOT NULL`,
  );

export interface ScoreRecord {
  contentId: number;
  year: number;
  side: ScoreSide;
  score: number;
  note: string | null;
}
export const scoresOf = (db: Db, contentIds: readonly number[]): ScoreRecord[] =>
  db.all(
    `SELECT content_id AS contentId, year, side, score, note FROM agreement_score
     WHERE content_id IN (SELECT value FROM json_each(?)) ORDER BY year, content_id, side DESC`,
    listOf(contentIds),
  );
/** Writes a score; null takes it off. */
export const writeScore = (db: Db, row: Omit<ScoreRecord, 'score'> & { score: number | null }): void => {
  if (row.score === null)
    db.run('DELETE FROM agreement_score WHERE content_id = ? AND year = ? AND side = ?', [
      row.contentId,
      row.year,
      row.side,
    ]);
  else
    db.run(
      `INSERT INTO agreement_score (content_id, year, side, score, note) VALUES (@contentId, @year, @side, @score, @note)
       ON CONFLICT (content_id, year, side) DO UPDATE SET score = @score, note = @note`,
      { ...row },
    );
};
