/** SQL of the rates of dues. */
import type { PartialRule, RateKind } from '../../../shared/domain/dues';
import type { Db } from '../../db/database';
import { setDeletedAt } from '../../db/trash';

export interface RateRecord {
  id: number;
  kind: RateKind;
  points: number | null;
  amount: number | null;
  ceiling: number | null;
  partial: PartialRule;
  validFrom: string;
  source: string | null;
  version: number;
  deletedAt: string | null;
}
const COLUMNS =
  'id, kind, points, amount, ceiling, partial, valid_from AS validFrom, source, version, deleted_at AS deletedAt';
type RateFields = Omit<RateRecord, 'id' | 'version' | 'deletedAt'>;

/** Live rates, the latest first. */
export const rates = (db: Db): RateRecord[] =>
  db.all(`SELECT ${COLUMNS} FROM dues_rate WHERE deleted_at IS NULL ORDER BY valid_from DESC`);

export const rateById = (db: Db, id: number): RateRecord | undefined =>
  db.get(`SELECT ${COLUMNS} FROM dues_rate WHERE id = ?`, [id]);

export const insertRate = (db: Db, row: RateFields): number =>
  db.run(
    `INSERT INTO dues_rate (kind, points, amount, ceiling, partial, valid_from, source)
     VALUES (@kind, @points, @amount, @ceiling, @partial, @validFrom, @source)`,
    { ...row },
  ).lastInsertRowid;

export const updateRate = (db: Db, row: RateFields & { id: number; version: number }): boolean =>
  db.run(
    `UPDATE dues_rate SET kind = @kind, points = @points, amount = @amount, ceiling = @ceiling, partial = @partial,
       valid_from = @validFrom, source = @source, version = version + 1
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { ...row },
  ).changes === 1;

export const setRateDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'dues_rate', id, at);

export const trashedRates = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT id, 'Mức đóng từ ' || substr(valid_from, 6, 2) || '/' || substr(valid_from, 1, 4) AS label, deleted_at AS deletedAt
     FROM dues_rate WHERE deleted_at IS NOT NULL`,
  );
