/** SQL of collections of dues. */
import type { Db } from '../../db/database';
import { setDeletedAt } from '../../db/trash';

export interface CollectionRecord {
  id: number;
  onDate: string;
  voucherId: number | null;
  payer: string | null;
  note: string | null;
  correctsId: number | null;
  version: number;
  deletedAt: string | null;
  amount: number;
  people: number;
  months: string;
  departments: string;
  kind: 'receipt' | 'payment' | null;
  number: number | null;
  status: string | null;
  closed: 0 | 1;
}
export interface LineRecord {
  memberId: number | null;
  departmentId: number | null;
  name: string;
  department: string | null;
  month: string;
  people: number | null;
  amount: number;
}

const SELECT = `SELECT c.id, c.on_date AS onDate, c.voucher_id AS voucherId, c.payer, c.note, c.corrects_id AS correctsId, c.version,
    c.deleted_at AS deletedAt, v.kind, v.number, v.status, EXISTS (SELECT 1 FROM voucher_closed k WHERE k.id = v.id) AS closed,
    (SELECT coalesce(sum(l.amount), 0) FROM dues_line l WHERE l.collection_id = c.id) AS amount,
    (SELECT coalesce(sum(l.people), 0) + count(DISTINCT l.member_id) FROM dues_line l WHERE l.collection_id = c.id) AS people,
    (SELECT json_group_array(DISTINCT l.month) FROM dues_line l WHERE l.collection_id = c.id) AS months,
    (SELECT json_group_array(DISTINCT d.name) FROM dues_line l JOIN org_unit d ON d.id = l.department_id
      WHERE l.collection_id = c.id) AS departments
  FROM dues_collection c LEFT JOIN fund_voucher v ON v.id = c.voucher_id`;
const WHERE = `c.deleted_at IS NULL AND (@year IS NULL OR substr(c.on_date, 1, 4) = printf('%d', @year))
  AND (@ids IS NULL OR c.id IN (SELECT value FROM json_each(@ids)))
  AND (@month IS NULL OR EXISTS (SELECT 1 FROM dues_line l WHERE l.collection_id = c.id AND l.month = @month))`;

interface Conditions {
  year: number | null;
  month: string | null;
  ids: readonly number[] | null;
}
const params = (c: Conditions) => ({ year: c.year, month: c.month, ids: c.ids && JSON.stringify(c.ids) });

export const collections = (
  db: Db,
  c: Conditions,
  page: { offset: number; limit: number },
): CollectionRecord[] =>
  db.all(`${SELECT} WHERE ${WHERE} ORDER BY c.on_date DESC, c.id DESC LIMIT @limit OFFSET @offset`, {
    ...params(c),
    limit: page.limit,
    offset: page.offset,
  });

export const collectionTotals = (db: Db, c: Conditions): { total: number; amount: number } =>
  db.get(
    `SELECT count(*) AS total, coalesce(sum((SELECT sum(l.amount) FROM dues_line l WHERE l.collection_id = c.id)), 0) AS amount
     FROM dues_collection c WHERE ${WHERE}`,
    params(c),
  )!;

/** A collection, also one in the trash. */
export const collectionById = (db: Db, id: number): CollectionRecord | undefined =>
  db.get(`${SELECT} WHERE c.id = ?`, [id]);

export const linesOf = (db: Db, id: number): LineRecord[] =>
  db.all(
    `SELECT l.member_id AS memberId, l.department_id AS departmentId, coalesce(m.full_name, d.name) AS name,
       coalesce(d.name, h.name) AS department, l.month, l.people, l.amount
     FROM dues_line l LEFT JOIN member m ON m.id = l.member_id LEFT JOIN org_unit d ON d.id = l.department_id
     LEFT JOIN org_unit h ON h.id = m.department_id
     WHERE l.collection_id = ? ORDER BY l.month, coalesce(d.name, h.name), m.sort_key, l.id`,
    [id],
  );

export interface NewCollection {
  uid: string;
  onDate: string;
  payer: string | null;
  note: string | null;
  correctsId: number | null;
  voucherId: number;
}
export const insertCollection = (db: Db, row: NewCollection, now: string): number =>
  db.run(
    `INSERT INTO dues_collection (uid, unit_id, on_date, voucher_id, payer, note, corrects_id, created_at)
     VALUES (@uid, 1, @onDate, @voucherId, @payer, @note, @correctsId, @now)`,
    { ...row, now },
  ).lastInsertRowid;

export type NewLine = Omit<LineRecord, 'name' | 'department'>;
export function insertLines(db: Db, collectionId: number, lines: readonly NewLine[]): void {
  for (const line of lines)
    db.run(
      `INSERT INTO dues_line (collection_id, month, member_id, department_id, people, amount)
       VALUES (@collectionId, @month, @memberId, @departmentId, @people, @amount)`,
      { ...line, collectionId },
    );
}

export const setCollectionDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'dues_collection', id, at);

/** Live corrections of a collection. */
export const correctionsOf = (db: Db, id: number): number =>
  db.pluck('SELECT count(*) FROM dues_collection WHERE corrects_id = ? AND deleted_at IS NULL', [id]) ?? 0;

/** What a line of a collection comes to with its corrections; only what counts. */
export const standing = (
  db: Db,
  id: number,
  about: { memberId: number | null; departmentId: number | null; month: string },
): { lines: number; amount: number; people: number } =>
  db.get(
    `SELECT count(*) AS lines, coalesce(sum(l.amount), 0) AS amount, coalesce(sum(l.people), 0) AS people
     FROM dues_entry l JOIN dues_collection c ON c.id = l.collection_id
     WHERE @id IN (c.id, c.corrects_id) AND l.month = @month AND l.member_id IS @memberId AND l.department_id IS @departmentId`,
    { ...about, id },
  )!;

export const trashedCollections = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT c.id, 'Thu đoàn phí ngày ' || strftime('%d/%m/%Y', c.on_date) || coalesce(', ' || c.payer, '') AS label,
       c.deleted_at AS deletedAt FROM dues_collection c WHERE c.deleted_at IS NOT NULL`,
  );

/** What a member handed in, the latest first. */
export const paidBy = (
  db: Db,
  memberId: number,
): { onDate: string; months: string; amount: number; id: number }[] =>
  db.all(
    `SELECT e.on_date AS onDate, json_group_array(DISTINCT e.month) AS months, sum(e.amount) AS amount, e.collection_id AS id
     FROM dues_entry e WHERE e.member_id = ? GROUP BY e.collection_id ORDER BY e.on_date DESC`,
    [memberId],
  );

/** Collections whose voucher was changed or cancelled in the cash book. */
export const torn = (db: Db, year: number | null): { id: number; onDate: string; amount: number }[] =>
  db.all(
    `SELECT c.id, c.on_date AS onDate, (SELECT sum(l.amount) FROM dues_line l WHERE l.collection_id = c.id) AS amount
     FROM dues_collection c JOIN fund_voucher v ON v.id = c.voucher_id
     WHERE c.deleted_at IS NULL AND (@year IS NULL OR substr(c.on_date, 1, 4) = printf('%d', @year))
       AND (v.status <> 'numbered' OR v.deleted_at IS NOT NULL
         OR v.amount <> abs((SELECT sum(l.amount) FROM dues_line l WHERE l.collection_id = c.id)))`,
    { year },
  );

export const departmentExists = (db: Db, id: number): boolean =>
  db.pluck(
    `SELECT EXISTS (SELECT 1 FROM org_unit WHERE id = ? AND kind = 'department' AND deleted_at IS NULL)`,
    [id],
  ) === 1;
