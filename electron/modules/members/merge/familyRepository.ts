/** SQL of families when two records are merged. What is set aside stays with the record that goes, out of sight. */
import type { Db } from '../../../db/database';

export interface OwnMarriage {
  id: number;
  memberId: number;
  spouseId: number | null;
  spouseName: string | null;
  spouse: string;
  open: number;
}

/** Marriages of a member outside the trash. */
export const marriagesOf = (db: Db, memberId: number): OwnMarriage[] =>
  db.all(
    `SELECT h.id, h.member_id AS memberId, h.spouse_id AS spouseId, h.spouse_name AS spouseName, h.end_kind IS NULL AS open,
       CASE WHEN h.member_id = @memberId THEN coalesce(s.full_name, h.spouse_name) ELSE m.full_name END AS spouse
     FROM marriage h JOIN member m ON m.id = h.member_id LEFT JOIN member s ON s.id = h.spouse_id
     WHERE (h.member_id = @memberId OR h.spouse_id = @memberId) AND h.deleted_at IS NULL ORDER BY h.id`,
    { memberId },
  );

/** Married to each other, or the parent of the other. */
export const relatedDirectly = (db: Db, a: number, b: number): boolean =>
  db.pluck(
    `SELECT 1 FROM marriage WHERE deleted_at IS NULL AND ((member_id = @a AND spouse_id = @b) OR (member_id = @b AND spouse_id = @a))
     UNION SELECT 1 FROM child c JOIN child_parent p ON p.child_id = c.id
     WHERE c.deleted_at IS NULL AND ((c.member_id = @a AND p.member_id = @b) OR (c.member_id = @b AND p.member_id = @a))`,
    { a, b },
  ) === 1;

export const setAside = (db: Db, table: 'marriage' | 'child', id: number, at: string): void => {
  db.run(`UPDATE ${table} SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL`, [at, id]);
};
/** Takes back what was set aside at that moment; false when it is not there any more. */
export const takeBack = (db: Db, table: 'marriage' | 'child', id: number, at: string): boolean =>
  db.run(`UPDATE ${table} SET deleted_at = NULL WHERE id = ? AND deleted_at = ?`, [id, at]).changes === 1;

export interface OwnChild {
  id: number;
  nameKey: string;
  birthDate: string | null;
}
export const childrenOf = (db: Db, memberId: number): OwnChild[] =>
  db.all(
    `SELECT c.id, c.name_key AS nameKey, c.birth_date AS birthDate FROM child_parent p JOIN child c ON c.id = p.child_id
     WHERE p.member_id = ? AND c.deleted_at IS NULL ORDER BY c.id`,
    [memberId],
  );
/** Every child a member is a parent of, those in the trash too. */
export const allChildIds = (db: Db, memberId: number): number[] =>
  db
    .all<{ id: number }>('SELECT child_id AS id FROM child_parent WHERE member_id = ? ORDER BY child_id', [
      memberId,
    ])
    .map(({ id }) => id);
export const parentIdsOf = (db: Db, childId: number): number[] =>
  db
    .all<{ id: number }>('SELECT member_id AS id FROM child_parent WHERE child_id = ? ORDER BY member_id', [
      childId,
    ])
    .map(({ id }) => id);
export const addParent = (db: Db, childId: number, memberId: number): boolean =>
  db.run('INSERT OR IGNORE INTO child_parent (child_id, member_id) VALUES (?, ?)', [childId, memberId])
    .changes === 1;
export const dropParent = (db: Db, childId: number, memberId: number): boolean =>
  db.run('DELETE FROM child_parent WHERE child_id = ? AND member_id = ?', [childId, memberId]).changes === 1;

/** School results of a child that the other child has none of in that year go over to it; answers which. */
export function moveResults(db: Db, fromChild: number, toChild: number): number[] {
  const ids = db
    .all<{ id: number }>(
      `SELECT r.id FROM school_result r WHERE r.child_id = @fromChild AND NOT EXISTS (SELECT 1 FROM school_result o
         WHERE o.child_id = @toChild AND o.school_year = r.school_year AND o.deleted_at IS NULL) ORDER BY r.id`,
      { fromChild, toChild },
    )
    .map(({ id }) => id);
  for (const id of ids) pointResult(db, id, fromChild, toChild);
  return ids;
}
export const pointResult = (db: Db, id: number, fromChild: number, toChild: number): boolean =>
  db.run('UPDATE school_result SET child_id = ? WHERE id = ? AND child_id = ?', [toChild, id, fromChild])
    .changes === 1;
