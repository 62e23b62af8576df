/** SQL of money given for one purpose. */
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface EarmarkRecord {
  id: number;
  name: string;
  purpose: string | null;
  beneficiary: string | null;
  fundId: number | null;
  fundName: string | null;
  closedOn: string | null;
  note: string | null;
  version: number;
  deletedAt: string | null;
  received: number;
  spent: number;
}
const SELECT = `SELECT e.id, e.name, e.purpose, e.beneficiary, e.fund_id AS fundId, f.name AS fundName, e.closed_on AS closedOn,
    e.note, e.version, e.deleted_at AS deletedAt,
    coalesce((SELECT sum(x.amount) FROM earmark_entry x WHERE x.earmark_id = e.id AND x.kind IN ('gift', 'drive')), 0) AS received,
    -coalesce((SELECT sum(x.amount) FROM earmark_entry x WHERE x.earmark_id = e.id AND x.kind IN ('use', 'campaign', 'case')), 0) AS spent
  FROM earmark e LEFT JOIN fund f ON f.id = e.fund_id`;

/** Live purposes, those in use first. */
export const earmarks = (db: Db): EarmarkRecord[] =>
  db.all(`${SELECT} WHERE e.deleted_at IS NULL ORDER BY e.closed_on IS NOT NULL, e.id DESC`);
/** A purpose, also one in the trash. */
export const earmarkById = (db: Db, id: number): EarmarkRecord | undefined =>
  db.get(`${SELECT} WHERE e.id = ?`, [id]);

export type EditableEarmark = Pick<
  EarmarkRecord,
  'name' | 'purpose' | 'beneficiary' | 'fundId' | 'closedOn' | 'note'
>;
const WRITTEN = [
  'name',
  'purpose',
  'beneficiary',
  'fundId',
  'closedOn',
  'note',
] as const satisfies readonly (keyof EditableEarmark)[];
export const insertEarmark = (db: Db, row: EditableEarmark & { uid: string }, now: string): number =>
  insertRecord(db, 'earmark', ['uid', ...WRITTEN], row, now);
export const updateEarmark = (
  db: Db,
  row: EditableEarmark & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'earmark', WRITTEN, row, now);
export const setEarmarkDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'earmark', id, at);

/** Whether anything names it, also from the trash. */
export const earmarkInUse = (db: Db, id: number): boolean =>
  db.pluck<number>(
    `SELECT EXISTS (SELECT 1 FROM donor_gift WHERE earmark_id = @id) OR EXISTS (SELECT 1 FROM earmark_use WHERE earmark_id = @id)
       OR EXISTS (SELECT 1 FROM drive WHERE earmark_id = @id) OR EXISTS (SELECT 1 FROM welfare_source WHERE earmark_id = @id)
       OR EXISTS (SELECT 1 FROM care_money WHERE earmark_id = @id)`,
    { id },
  ) === 1;

export interface EntryRecord {
  kind: 'gift' | 'drive' | 'use' | 'campaign' | 'case';
  id: number;
  onDate: string;
  amount: number;
  what: string;
  voucherId: number | null;
  voucherKind: 'receipt' | 'payment' | null;
  number: number | null;
  version: number | null;
}
/** What came for a purpose and went out, the earliest first; what came stands before what went on one day. */
export const entriesOf = (db: Db, earmarkId: number): EntryRecord[] =>
  db.all(
    `SELECT x.kind, x.id, x.on_date AS onDate, sum(x.amount) AS amount,
       CASE x.kind WHEN 'gift' THEN iif(d.anonymous, 'Nhà hảo tâm không nêu tên', d.name) WHEN 'drive' THEN r.name
         WHEN 'use' THEN u.what WHEN 'case' THEN k.title ELSE c.name END AS what,
       coalesce(g.voucher_id, u.voucher_id) AS voucherId, v.kind AS voucherKind, v.number, u.version
     FROM earmark_entry x
     LEFT JOIN donor_gift g ON x.kind = 'gift' AND g.id = x.id LEFT JOIN donor d ON d.id = g.donor_id
     LEFT JOIN drive r ON x.kind = 'drive' AND r.id = x.id
     LEFT JOIN earmark_use u ON x.kind = 'use' AND u.id = x.id
     LEFT JOIN welfare_campaign c ON x.kind = 'campaign' AND c.id = x.id
     LEFT JOIN care_case k ON x.kind = 'case' AND k.id = x.id
     LEFT JOIN fund_voucher v ON v.id = coalesce(g.voucher_id, u.voucher_id)
     WHERE x.earmark_id = ? GROUP BY x.kind, x.id, x.on_date
     ORDER BY x.on_date, x.kind IN ('use', 'campaign', 'case'), x.id`,
    [earmarkId],
  );

export interface UseRecord {
  id: number;
  earmarkId: number;
  onDate: string;
  amount: number;
  what: string;
  voucherId: number | null;
  sourceEntity: string | null;
  sourceId: number | null;
  version: number;
  deletedAt: string | null;
}
const USE = `SELECT id, earmark_id AS earmarkId, on_date AS onDate, amount, what, voucher_id AS voucherId,
  source_entity AS sourceEntity, source_id AS sourceId, version, deleted_at AS deletedAt FROM earmark_use`;
export const spendingById = (db: Db, id: number): UseRecord | undefined =>
  db.get(`${USE} WHERE id = ?`, [id]);
export const usesOfSource = (db: Db, entity: string, id: number): UseRecord[] =>
  db.all(`${USE} WHERE source_entity = ? AND source_id = ? AND deleted_at IS NULL ORDER BY id`, [entity, id]);
export type EditableUse = Omit<UseRecord, 'id' | 'version' | 'deletedAt'>;
const USE_FIELDS = [
  'earmarkId',
  'onDate',
  'amount',
  'what',
  'voucherId',
] as const satisfies readonly (keyof EditableUse)[];
export const insertUse = (db: Db, row: EditableUse, now: string): number =>
  insertRecord(db, 'earmark_use', [...USE_FIELDS, 'sourceEntity', 'sourceId'], row, now);
export const updateUse = (db: Db, row: EditableUse & { id: number; version: number }): boolean =>
  updateRecord(db, 'earmark_use', USE_FIELDS, row);
export const setUseDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'earmark_use', id, at);

/** Whether a payment is counted for the purpose already: by another entry, or as the voucher of a campaign it pays for. */
export const voucherCounted = (
  db: Db,
  earmarkId: number,
  voucherId: number,
  exceptUse: number | null,
): boolean =>
  db.pluck<number>(
    `SELECT EXISTS (SELECT 1 FROM earmark_use u WHERE u.voucher_id = @voucherId AND u.deleted_at IS NULL AND u.id IS NOT @exceptUse)
       OR EXISTS (SELECT 1 FROM fund_voucher v JOIN welfare_source s ON s.campaign_id = v.source_id AND s.earmark_id = @earmarkId
         WHERE v.id = @voucherId AND v.source_entity = 'welfare_campaign')
       OR EXISTS (SELECT 1 FROM care_money m JOIN care_case_live c ON c.id = m.case_id
         WHERE m.voucher_id = @voucherId AND m.earmark_id = @earmarkId)`,
    { earmarkId, voucherId, exceptUse },
  ) === 1;

export const fundName = (db: Db, id: number | null): string | null =>
  id === null ? null : (db.pluck<string>('SELECT name FROM fund WHERE id = ?', [id]) ?? null);

export const trashedEarmarks = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM earmark WHERE deleted_at IS NOT NULL');
export const trashedUses = (
  db: Db,
): { id: number; label: string; deletedAt: string; placeClosed: number }[] =>
  db.all(
    `SELECT u.id, u.what || ' – ' || e.name AS label, u.deleted_at AS deletedAt, e.deleted_at IS NOT NULL AS placeClosed
     FROM earmark_use u JOIN earmark e ON e.id = u.earmark_id WHERE u.deleted_at IS NOT NULL`,
  );
