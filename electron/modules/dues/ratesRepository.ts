/** SQL of the rates of dues. */
import type { PartialRule, RateKind } from '../../../shared/domain/dues';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
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

const RATE = [
  'kind',
  'points',
  'amount',
  'ceiling',
  'partial',
  'validFrom',
  'source',
] as const satisfies readonly (keyof RateFields)[];
export const insertRate = (db: Db, row: RateFields): number => insertRecord(db, 'dues_rate', RATE, row);

export const updateRate = (db: Db, row: RateFields & { id: number; version: number }): boolean =>
  updateRecord(db, 'dues_rate', RATE, row);

export const setRateDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'dues_rate', id, at);

export const trashedRates = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT id, 'Mức đóng từ ' || substr(valid_from, 6, 2) || '/' || substr(valid_from, 1, 4) AS label, deleted_at AS deletedAt
     FROM dues_rate WHERE deleted_at IS NOT NULL`,
  );
