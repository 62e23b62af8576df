/** SQL of typed figures and of changes in how figures are counted. */
import { type IndicatorId, indicatorOf } from '../../../shared/domain/indicators';
import type { Vagueness } from '../../../shared/text/numbers';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface TypedRecord {
  id: number;
  version: number;
  indicator: IndicatorId;
  fromDate: string;
  toDate: string;
  value: number | null;
  part: number | null;
  whole: number | null;
  flag: Vagueness;
  wording: string | null;
  source: string;
  instead: 0 | 1;
  note: string | null;
  files: number;
  deletedAt: string | null;
}
const TYPED = `SELECT t.id, t.version, t.indicator, t.from_date AS fromDate, t.to_date AS toDate, t.value, t.part, t.whole,
    t.flag, t.wording, t.source, t.instead, t.note, t.deleted_at AS deletedAt,
    (SELECT count(*) FROM attachment f WHERE f.entity = 'manual_figure' AND f.entity_id = t.id AND f.deleted_at IS NULL) AS files
  FROM manual_figure t`;
const TYPED_FIELDS = [
  'indicator',
  'fromDate',
  'toDate',
  'value',
  'part',
  'whole',
  'flag',
  'wording',
  'source',
  'instead',
  'note',
] as const satisfies readonly (keyof TypedRecord)[];
export type TypedColumns = Pick<TypedRecord, (typeof TYPED_FIELDS)[number]>;

/** Live ones, of one indicator or all, the latest period first. */
export const typedFigures = (db: Db, indicator: IndicatorId | null): TypedRecord[] =>
  db.all(
    `${TYPED} WHERE t.deleted_at IS NULL AND (@indicator IS NULL OR t.indicator = @indicator)
     ORDER BY t.to_date DESC, t.from_date DESC, t.id DESC`,
    { indicator },
  );
/** A typed figure, also one in the trash. */
export const typedById = (db: Db, id: number): TypedRecord | undefined =>
  db.get(`${TYPED} WHERE t.id = ?`, [id]);
/** Another live one of the same indicator and period. */
export const twinOf = (
  db: Db,
  row: { id: number; indicator: string; fromDate: string; toDate: string },
): number | undefined =>
  db.pluck(
    `SELECT id FROM manual_figure WHERE deleted_at IS NULL AND indicator = @indicator AND from_date = @fromDate
       AND to_date = @toDate AND id <> @id`,
    { id: row.id, indicator: row.indicator, fromDate: row.fromDate, toDate: row.toDate },
  );
export const insertTyped = (db: Db, row: TypedColumns & { uid: string }, now: string): number =>
  insertRecord(db, 'manual_figure', ['uid', ...TYPED_FIELDS], row, now);
export const updateTyped = (
  db: Db,
  row: TypedColumns & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'manual_figure', TYPED_FIELDS, row, now);
export const setTypedDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'manual_figure', id, at);
export const trashedTyped = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db
    .all<TypedRecord & { deletedAt: string }>(`${TYPED} WHERE t.deleted_at IS NOT NULL`)
    .map(({ id, indicator, source, deletedAt }) => ({
      id,
      label: `${indicatorOf(indicator).label} · ${source}`,
      deletedAt,
    }));

export interface ChangeRecord {
  id: number;
  version: number;
  indicator: IndicatorId | null;
  validFrom: string;
  what: string;
  deletedAt: string | null;
}
const CHANGE = `SELECT id, version, indicator, valid_from AS validFrom, what, deleted_at AS deletedAt FROM indicator_change`;
const CHANGE_FIELDS = ['indicator', 'validFrom', 'what'] as const;
export type ChangeColumns = Pick<ChangeRecord, (typeof CHANGE_FIELDS)[number]>;

export const changes = (db: Db): ChangeRecord[] =>
  db.all(`${CHANGE} WHERE deleted_at IS NULL ORDER BY valid_from DESC, id DESC`);
export const changeById = (db: Db, id: number): ChangeRecord | undefined =>
  db.get(`${CHANGE} WHERE id = ?`, [id]);
export const insertChange = (db: Db, row: ChangeColumns & { uid: string }, now: string): number =>
  insertRecord(db, 'indicator_change', ['uid', ...CHANGE_FIELDS], row, now);
export const updateChange = (
  db: Db,
  row: ChangeColumns & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'indicator_change', CHANGE_FIELDS, row, now);
export const setChangeDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'indicator_change', id, at);
export const trashedChanges = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    'SELECT id, what AS label, deleted_at AS deletedAt FROM indicator_change WHERE deleted_at IS NOT NULL',
  );
