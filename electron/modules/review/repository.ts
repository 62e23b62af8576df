/** SQL of reviews: the review of a period, the officer's lines, and evidence. */

import type { ReviewPart } from '../../../shared/domain/reviewPeriod';
import type { Db } from '../../db/database';
import { setDeletedAt } from '../../db/trash';

export interface ReviewRow {
  id: number;
  uid: string;
  setId: number;
  year: number;
  part: ReviewPart;
  from: string;
  to: string;
  evidenceDue: string | null;
  groupBy: string | null;
  groupOn: string | null;
  upperBy: string | null;
  upperOn: string | null;
  closedAt: string | null;
  closedBy: string | null;
  snapshot: string | null;
  /** What closing wrote elsewhere, as plain JSON. */
  applied: string | null;
  version: number;
  deletedAt: string | null;
}

const REVIEW = `id, uid, set_id AS setId, year, part, from_day AS "from", to_day AS "to",
  evidence_due AS evidenceDue, group_by AS groupBy, group_on AS groupOn, upper_by AS upperBy, upper_on AS upperOn,
  closed_at AS closedAt, closed_by AS closedBy, snapshot_json AS snapshot, applied_json AS applied, version, deleted_at AS deletedAt`;

/** A review, also one in the trash. */
export const reviewById = (db: Db, id: number): ReviewRow | undefined =>
  db.get(`SELECT ${REVIEW} FROM review WHERE id = ?`, [id]);

export const reviewOf = (db: Db, year: number, part: string): ReviewRow | undefined =>
  db.get(`SELECT ${REVIEW} FROM review WHERE year = ? AND part = ? AND deleted_at IS NULL`, [year, part]);

/** Live reviews, the latest period first. */
export const reviews = (db: Db): (ReviewRow & { setName: string })[] =>
  db.all(
    `SELECT ${REVIEW}, (SELECT name FROM criteria_set WHERE id = r.set_id) AS setName
     FROM review r WHERE deleted_at IS NULL ORDER BY year DESC, part = 'year' DESC, part DESC`,
  );

export const insertReview = (
  db: Db,
  row: { uid: string; setId: number; year: number; part: string; from: string; to: string },
  now: string,
): number =>
  db.run(
    `INSERT INTO review (uid, unit_id, set_id, year, part, from_day, to_day, created_at, updated_at)
     VALUES (@uid, 1, @setId, @year, @part, @from, @to, @now, @now)`,
    { ...row, now },
  ).lastInsertRowid;

/** False when the version is stale. */
export const setReviewSet = (db: Db, id: number, version: number, setId: number, now: string): boolean =>
  db.run(
    `UPDATE review SET set_id = ?, version = version + 1, updated_at = ?
     WHERE id = ? AND version = ? AND closed_at IS NULL AND deleted_at IS NULL`,
    [setId, now, id, version],
  ).changes === 1;

/** Puts every open review of a set on another. */
export const moveOpenReviews = (db: Db, fromSet: number, toSet: number, now: string): void => {
  db.run(
    `UPDATE review SET set_id = ?, version = version + 1, updated_at = ? WHERE set_id = ? AND closed_at IS NULL`,
    [toSet, now, fromSet],
  );
};

/** Closes with a snapshot, or opens again with nulls. False when the version is stale. */
export const setClosed = (
  db: Db,
  row: {
    id: number;
    version: number;
    at: string | null;
    by: string | null;
    snapshot: string | null;
    applied: string | null;
    now: string;
  },
): boolean =>
  db.run(
    `UPDATE review SET closed_at = @at, closed_by = @by, snapshot_json = @snapshot,
       applied_json = @applied, version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    row,
  ).changes === 1;

export const setReviewDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'review', id, at);

/** Trashed reviews, for the trash of every area. */
export const trashedReviews = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT id, year || CASE part WHEN 'year' THEN '' WHEN 'firstHalf' THEN ' (1/2)' ELSE ' (2/2)' END AS label, deleted_at AS deletedAt
     FROM review WHERE deleted_at IS NOT NULL`,
  );

export interface ItemRow {
  criterionUid: string;
  score: number | null;
  note: string | null;
  groupScore: number | null;
  groupBy: string | null;
  groupOn: string | null;
  upperScore: number | null;
  upperBy: string | null;
  upperOn: string | null;
  version: number;
}
const ITEM = `criterion_uid AS criterionUid, score, note, group_score AS groupScore, group_by AS groupBy,
  group_on AS groupOn, upper_score AS upperScore, upper_by AS upperBy, upper_on AS upperOn, version`;

export const itemsOf = (db: Db, reviewId: number): ItemRow[] =>
  db.all(`SELECT ${ITEM} FROM review_item WHERE review_id = ?`, [reviewId]);

/** Writes an officer's line; its version rises by one. */
export const saveItem = (
  db: Db,
  reviewId: number,
  row: Pick<ItemRow, 'criterionUid' | 'score' | 'note'>,
): void => {
  db.run(
    `INSERT INTO review_item (review_id, criterion_uid, score, note) VALUES (@reviewId, @criterionUid, @score, @note)
     ON CONFLICT (review_id, criterion_uid) DO UPDATE SET score = excluded.score, note = excluded.note, version = version + 1`,
    { reviewId, ...row },
  );
};

/** Writes the score of those who check in one column; the version of the line rises by one. */
export const saveCheck = (
  db: Db,
  reviewId: number,
  column: 'group' | 'upper',
  row: { criterionUid: string; score: number | null; by: string | null; on: string | null },
): void => {
  db.run(
    `INSERT INTO review_item (review_id, criterion_uid, ${column}_score, ${column}_by, ${column}_on)
     VALUES (@reviewId, @criterionUid, @score, @by, @on)
     ON CONFLICT (review_id, criterion_uid) DO UPDATE SET ${column}_score = excluded.${column}_score,
       ${column}_by = excluded.${column}_by, ${column}_on = excluded.${column}_on, version = version + 1`,
    { reviewId, ...row },
  );
};

export interface CheckersRow {
  groupBy: string | null;
  groupOn: string | null;
  upperBy: string | null;
  upperOn: string | null;
  evidenceDue: string | null;
}
/** False when the version is stale. */
export const setCheckers = (
  db: Db,
  row: CheckersRow & { id: number; version: number },
  now: string,
): boolean =>
  db.run(
    `UPDATE review SET group_by = @groupBy, group_on = @groupOn, upper_by = @upperBy, upper_on = @upperOn,
       evidence_due = @evidenceDue, version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND closed_at IS NULL AND deleted_at IS NULL`,
    { ...row, now },
  ).changes === 1;

export interface EvidenceRow {
  id: number;
  reviewId: number;
  criterionUid: string;
  kind: 'file' | 'record';
  label: string;
  size: number | null;
  hash: string | null;
  entity: 'member' | 'event' | 'award' | 'org_unit' | null;
  recordId: number | null;
  createdAt: string;
  deletedAt: string | null;
}
const EVIDENCE = `SELECT e.id, e.review_id AS reviewId, e.criterion_uid AS criterionUid, e.kind, e.label, f.size, e.hash,
  e.entity, e.record_id AS recordId, e.created_at AS createdAt, e.deleted_at AS deletedAt
  FROM review_evidence e LEFT JOIN stored_file f ON f.hash = e.hash`;

export const evidenceOf = (db: Db, reviewId: number): EvidenceRow[] =>
  db.all(`${EVIDENCE} WHERE e.review_id = ? AND e.deleted_at IS NULL ORDER BY e.id`, [reviewId]);

/** Evidence by id, also removed. */
export const evidenceById = (db: Db, id: number): EvidenceRow | undefined =>
  db.get(`${EVIDENCE} WHERE e.id = ?`, [id]);

export const setEvidenceDeleted = (db: Db, id: number, at: string | null): boolean =>
  db.run(
    'UPDATE review_evidence SET deleted_at = ? WHERE id = ? AND (deleted_at IS NULL) = (? IS NOT NULL)',
    [at, id, at],
  ).changes === 1;

export const insertEvidence = (
  db: Db,
  row: {
    reviewId: number;
    criterionUid: string;
    kind: 'file' | 'record';
    label: string;
    hash: string | null;
    entity: string | null;
    recordId: number | null;
  },
  now: string,
): number =>
  db.run(
    `INSERT INTO review_evidence (review_id, criterion_uid, kind, label, hash, entity, record_id, created_at)
     VALUES (@reviewId, @criterionUid, @kind, @label, @hash, @entity, @recordId, @now)`,
    { ...row, now },
  ).lastInsertRowid;

/** Evidence taken off an item of a review that is still there. */
export const trashedEvidence = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT e.id, e.label || ' · ' || r.year AS label, e.deleted_at AS deletedAt
     FROM review_evidence e JOIN review r ON r.id = e.review_id
     WHERE e.deleted_at IS NOT NULL AND r.deleted_at IS NULL`,
  );
