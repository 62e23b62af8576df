/** SQL of yearly ratings of union groups and of members: the rating, its lines and scores, and who is rated. */
import type { Rater } from '../../../shared/contract/reviewRatings';
import type { Db } from '../../db/database';
import { insertRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';
import { stretchesOn } from '../members/history/service';

export interface RatingRow {
  id: number;
  uid: string;
  kind: 'group' | 'member';
  year: number;
  orgUnitId: number | null;
  orgUnitName: string | null;
  setId: number;
  from: string;
  to: string;
  closedAt: string | null;
  closedBy: string | null;
  snapshot: string | null;
  applied: string | null;
  version: number;
  deletedAt: string | null;
}

const RATING = `SELECT r.id, r.uid, r.kind, r.year, r.org_unit_id AS orgUnitId, o.name AS orgUnitName, r.set_id AS setId,
  r.from_day AS "from", r.to_day AS "to", r.closed_at AS closedAt, r.closed_by AS closedBy, r.snapshot_json AS snapshot,
  r.applied_json AS applied, r.version, r.deleted_at AS deletedAt
  FROM rating r LEFT JOIN org_unit o ON o.id = r.org_unit_id`;

/** A rating, also one in the trash. */
export const ratingById = (db: Db, id: number): RatingRow | undefined =>
  db.get(`${RATING} WHERE r.id = ?`, [id]);

export const ratingOf = (
  db: Db,
  key: { kind: string; year: number; orgUnitId: number | null },
): RatingRow | undefined =>
  db.get(
    `${RATING} WHERE r.kind = @kind AND r.year = @year AND r.org_unit_id IS @orgUnitId AND r.deleted_at IS NULL`,
    key,
  );

/** Live ratings of a year or of all, groups first. */
export const ratings = (db: Db, year: number | null): RatingRow[] =>
  db.all(
    `${RATING} WHERE r.deleted_at IS NULL AND (@year IS NULL OR r.year = @year)
     ORDER BY r.year DESC, r.kind, o.name_key, r.id`,
    { year },
  );

export const insertRating = (
  db: Db,
  row: {
    uid: string;
    kind: string;
    year: number;
    orgUnitId: number | null;
    setId: number;
    from: string;
    to: string;
  },
  now: string,
): number =>
  insertRecord(
    db,
    'rating',
    ['uid', 'kind', 'year', 'orgUnitId', 'setId', 'fromDay', 'toDay'],
    { ...row, fromDay: row.from, toDay: row.to },
    now,
  );

/** Closes with a snapshot, or opens again with nulls. False when the version is stale. */
export const setRatingClosed = (
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
    `UPDATE rating SET closed_at = @at, closed_by = @by, snapshot_json = @snapshot, applied_json = @applied,
       version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    row,
  ).changes === 1;

export const setRatingDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'rating', id, at);

/** Puts every open rating of a set on another. */
export const moveOpenRatings = (db: Db, fromSet: number, toSet: number, now: string): void => {
  db.run(
    'UPDATE rating SET set_id = ?, version = version + 1, updated_at = ? WHERE set_id = ? AND closed_at IS NULL',
    [toSet, now, fromSet],
  );
};

/** Trashed ratings, for the trash of every area. */
export const trashedRatings = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT r.id, coalesce(o.name, 'Tổ công đoàn') || ' · ' || r.year AS label, r.deleted_at AS deletedAt
     FROM rating r LEFT JOIN org_unit o ON o.id = r.org_unit_id WHERE r.deleted_at IS NOT NULL`,
  );

export interface Subject {
  id: number;
  name: string;
  detail: string | null;
  /** First day it is known to exist; null: always. */
  since: string | null;
}

/** Union groups open on the last day of a period. */
export const groupsOn = (db: Db, day: string): (Subject & { members: number })[] =>
  db.all(
    `SELECT o.id, o.name, o.leader_name AS detail, o.opened_on AS since,
       (SELECT count(*) FROM ${stretchesOn(day)} s WHERE s.group_id = o.id AND s.status = 'active') AS members
     FROM org_unit_live o WHERE o.kind = 'group' AND (o.closed_on IS NULL OR o.closed_on > @day)
       AND (o.opened_on IS NULL OR o.opened_on <= @day)
     ORDER BY o.name_key, o.id`,
    { day },
  );

/** Active members of a group on a day, as their names sort. */
export const membersOn = (db: Db, groupId: number, day: string): Subject[] =>
  db.all(
    `SELECT m.id, m.full_name AS name, s.job_title AS detail, m.union_join_date AS since
     FROM ${stretchesOn(day)} s JOIN member m ON m.id = s.id
     WHERE s.group_id = @groupId AND s.status = 'active' ORDER BY m.sort_key, m.id`,
    { groupId },
  );

/** A rated group or member that is no longer among those of the day. */
export const subjectOf = (db: Db, kind: RatingRow['kind'], id: number): Subject | undefined =>
  kind === 'group'
    ? db.get(
        `SELECT id, name, leader_name AS detail, opened_on AS since FROM org_unit_live WHERE id = ? AND kind = 'group'`,
        [id],
      )
    : db.get(
        `SELECT id, full_name AS name, job_title AS detail, union_join_date AS since FROM member_live WHERE id = ?`,
        [id],
      );

export interface LineRow {
  id: number;
  subjectId: number;
  note: string | null;
}

const SUBJECT = 'coalesce(org_unit_id, member_id)';

export const linesOf = (db: Db, ratingId: number): LineRow[] =>
  db.all(`SELECT id, ${SUBJECT} AS subjectId, note FROM rating_line WHERE rating_id = ? ORDER BY id`, [
    ratingId,
  ]);

/** Writes a line for one that has none yet. */
export const insertLine = (db: Db, rating: Pick<RatingRow, 'id' | 'kind'>, subjectId: number): number =>
  db.run(
    `INSERT INTO rating_line (rating_id, ${rating.kind === 'group' ? 'org_unit_id' : 'member_id'}) VALUES (?, ?)`,
    [rating.id, subjectId],
  ).lastInsertRowid;

export const setLineNote = (db: Db, id: number, note: string | null): void => {
  db.run('UPDATE rating_line SET note = ? WHERE id = ?', [note, id]);
};

export interface ScoreRow {
  subjectId: number;
  criterionUid: string;
  who: Rater;
  score: number;
}

export const scoresOf = (db: Db, ratingId: number): ScoreRow[] =>
  db.all(
    `SELECT ${SUBJECT} AS subjectId, s.criterion_uid AS criterionUid, s.who, s.score
     FROM rating_score s JOIN rating_line l ON l.id = s.line_id WHERE l.rating_id = ?`,
    [ratingId],
  );

/** Writes a score over the one before; null takes it away. */
export const saveScore = (
  db: Db,
  row: { lineId: number; criterion: string; who: Rater; score: number | null; by: string; on: string },
): void => {
  if (row.score === null)
    db.run('DELETE FROM rating_score WHERE line_id = @lineId AND criterion_uid = @criterion AND who = @who', {
      lineId: row.lineId,
      criterion: row.criterion,
      who: row.who,
    });
  else
    db.run(
      `INSERT INTO rating_score (line_id, criterion_uid, who, score, by_name, on_day)
       VALUES (@lineId, @criterion, @who, @score, @by, @on)
       ON CONFLICT (line_id, criterion_uid, who) DO UPDATE SET score = excluded.score, by_name = excluded.by_name,
         on_day = excluded.on_day`,
      row,
    );
};
