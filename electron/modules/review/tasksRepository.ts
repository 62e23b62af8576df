/** SQL of the work given to people in a review, and of those disciplined in its period. */
import type { Db } from '../../db/database';

export interface TaskRow {
  criterionUid: string;
  memberId: number | null;
  /** As typed, or the member's name. */
  name: string | null;
  dueOn: string | null;
}

/** Work of a review with the names of members. */
export const tasksOf = (db: Db, reviewId: number): TaskRow[] =>
  db.all(
    `SELECT t.criterion_uid AS criterionUid, t.member_id AS memberId, coalesce(m.full_name, t.name) AS name, t.due_on AS dueOn
     FROM review_task t LEFT JOIN member m ON m.id = t.member_id WHERE t.review_id = ?`,
    [reviewId],
  );

/** Name of a live member; null where there is none. */
export const memberName = (db: Db, id: number): string | null =>
  db.pluck<string>('SELECT full_name FROM member_live WHERE id = ?', [id]) ?? null;

/** Writes a task over the one before; one without a person and a day is taken off. */
export const saveTask = (db: Db, reviewId: number, row: TaskRow): void => {
  if (row.memberId === null && row.name === null && row.dueOn === null) {
    db.run('DELETE FROM review_task WHERE review_id = ? AND criterion_uid = ?', [reviewId, row.criterionUid]);
    return;
  }
  db.run(
    `INSERT INTO review_task (review_id, criterion_uid, member_id, name, due_on)
     VALUES (@reviewId, @criterionUid, @memberId, @name, @dueOn)
     ON CONFLICT (review_id, criterion_uid) DO UPDATE SET member_id = excluded.member_id, name = excluded.name, due_on = excluded.due_on`,
    { reviewId, ...row, name: row.memberId === null ? row.name : null },
  );
};

/** Live members disciplined in a period by these sides, each with the group of that day and the gravest form told. */
export const disciplinedIn = (
  db: Db,
  period: { from: string; to: string; sides: readonly string[] },
): { memberId: number; groupId: number | null; warned: 0 | 1 }[] =>
  db.all(
    `SELECT d.member_id AS memberId,
       (SELECT s.group_id FROM member_state s WHERE s.member_id = d.member_id
          AND s.from_date <= substr(d.on_date || '-01-01', 1, 10)
          AND (s.to_date IS NULL OR s.to_date > substr(d.on_date || '-01-01', 1, 10))
        ORDER BY s.from_date DESC LIMIT 1) AS groupId,
       max(d.form NOT IN ('reprimand', 'other')) AS warned
     FROM member_discipline d JOIN member_live m ON m.id = d.member_id
     WHERE d.deleted_at IS NULL AND substr(d.on_date || '-01-01', 1, 10) BETWEEN @from AND @to
       AND d.side IN (SELECT value FROM json_each(@sides))
     GROUP BY d.member_id`,
    { from: period.from, to: period.to, sides: JSON.stringify(period.sides) },
  );

/** The earliest day the unit is known to exist; null when nothing dated is known. */
export const knownSince = (db: Db): string | null =>
  db.pluck<string | null>(
    `SELECT min(day) FROM (
       SELECT starts_on AS day FROM term WHERE deleted_at IS NULL
       UNION ALL SELECT valid_from FROM unit_profile WHERE deleted_at IS NULL)`,
  ) ?? null;
