/** SQL of changes of many: the batch, and of each person the fields it changed. */
import type { Db } from '../../../db/database';
import type { ListedMember } from '../repository';

/** These people with the names of their places, in the order of the register; the trash too. */
export const membersById = (db: Db, ids: readonly number[]): ListedMember[] =>
  db.all(
    `SELECT m.*, d.name AS department, g.name AS group_name FROM json_each(?) asked CROSS JOIN member m ON m.id = asked.value
     LEFT JOIN org_unit d ON d.id = m.department_id LEFT JOIN org_unit g ON g.id = m.group_id
     WHERE m.import_id IS NULL OR m.import_id NOT IN (SELECT import_id FROM import_hidden)
     ORDER BY m.sort_key, m.id`,
    [JSON.stringify(ids)],
  );

export const unitNames = (db: Db, ids: readonly number[]): Map<number, string> =>
  new Map(
    db
      .all<{ id: number; name: string }>(
        'SELECT id, name FROM org_unit WHERE id IN (SELECT value FROM json_each(?))',
        [JSON.stringify(ids)],
      )
      .map((row) => [row.id, row.name]),
  );

export const insertBulk = (
  db: Db,
  bulk: { actor: string; fields: string; onDate: string | null; now: string },
): number =>
  db.run(
    `INSERT INTO bulk_change (unit_id, actor, fields_json, on_date, created_at)
     VALUES (1, @actor, @fields, @onDate, @now)`,
    bulk,
  ).lastInsertRowid;

export const setMovesBatch = (db: Db, bulkId: number, batchId: number | null): void => {
  db.run('UPDATE bulk_change SET moves_batch = ? WHERE id = ?', [batchId, bulkId]);
};

export const insertBulkRow = (
  db: Db,
  bulkId: number,
  memberId: number,
  before: unknown,
  after: unknown,
): void => {
  db.run('INSERT INTO bulk_change_row (bulk_id, member_id, before_json, after_json) VALUES (?, ?, ?, ?)', [
    bulkId,
    memberId,
    JSON.stringify(before),
    JSON.stringify(after),
  ]);
};

export interface BulkRecord {
  id: number;
  fields_json: string;
  on_date: string | null;
  moves_batch: number | null;
  undone_at: string | null;
}
export const bulkById = (db: Db, id: number): BulkRecord | undefined =>
  db.get('SELECT id, fields_json, on_date, moves_batch, undone_at FROM bulk_change WHERE id = ?', [id]);

export const bulkRows = (
  db: Db,
  bulkId: number,
): { memberId: number; before: Record<string, unknown>; after: Record<string, unknown> }[] =>
  db
    .all<{ member_id: number; before_json: string; after_json: string }>(
      'SELECT member_id, before_json, after_json FROM bulk_change_row WHERE bulk_id = ? ORDER BY member_id',
      [bulkId],
    )
    .map((row) => ({
      memberId: row.member_id,
      before: JSON.parse(row.before_json) as Record<string, unknown>,
      after: JSON.parse(row.after_json) as Record<string, unknown>,
    }));

export const setUndone = (db: Db, bulkId: number, at: string | null): void => {
  db.run('UPDATE bulk_change SET undone_at = ? WHERE id = ?', [at, bulkId]);
};

export const lastBulks = (
  db: Db,
  limit: number,
): {
  id: number;
  at: string;
  actor: string;
  fields_json: string;
  people: number;
  undone_at: string | null;
}[] =>
  db.all(
    `SELECT id, created_at AS at, actor, fields_json, undone_at,
       (SELECT count(*) FROM bulk_change_row r WHERE r.bulk_id = b.id) AS people
     FROM bulk_change b ORDER BY id DESC LIMIT ?`,
    [limit],
  );
