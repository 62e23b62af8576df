/** SQL of funds and of the kinds of income and spending. */
import type { CategoryDirection } from '../../../shared/domain/funds';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface FundRecord {
  id: number;
  name: string;
  opened_on: string;
  opening_cash: number;
  opening_bank: number;
  book_number: string | null;
  account_holder: string | null;
  accountant: string | null;
  preparer: string | null;
  treasurer: string | null;
  note: string | null;
  version: number;
  deleted_at: string | null;
}
const FUND_COLUMNS = [
  'name',
  'opened_on',
  'opening_cash',
  'opening_bank',
  'book_number',
  'account_holder',
  'accountant',
  'preparer',
  'treasurer',
  'note',
] as const satisfies readonly (keyof FundRecord)[];
export type EditableFund = Pick<FundRecord, (typeof FUND_COLUMNS)[number]>;

export type ListedFund = FundRecord & {
  cash: number;
  bank: number;
  income: number;
  spending: number;
  vouchers: number;
  drafts: number;
  closed_to: string | null;
};

/** Live funds with their balances and a year's figures. */
export function funds(db: Db, year: number): ListedFund[] {
  return db.all(
    `SELECT f.*, c.closed_to,
       f.opening_cash + coalesce(sum(e.signed) FILTER (WHERE e.holding = 'cash'), 0) AS cash,
       f.opening_bank + coalesce(sum(e.signed) FILTER (WHERE e.holding = 'bank'), 0) AS bank,
       coalesce(sum(e.signed) FILTER (WHERE e.year = @year AND ${FLOW} = 'in'), 0) AS income,
       coalesce(sum(-e.signed) FILTER (WHERE e.year = @year AND ${FLOW} = 'out'), 0) AS spending,
       count(e.id) FILTER (WHERE e.year = @year) AS vouchers,
       (SELECT count(*) FROM fund_voucher_live d WHERE d.fund_id = f.id AND d.status = 'draft') AS drafts
     FROM fund_live f
     LEFT JOIN fund_entry e ON e.fund_id = f.id
     LEFT JOIN fund_category k ON k.id = e.category_id
     LEFT JOIN fund_closed c ON c.fund_id = f.id
     GROUP BY f.id ORDER BY f.id`,
    { year },
  );
}

/** Which side of a statement an entry counts on: its category's, else its own; null when money only changed its place. */
export const FLOW = `CASE WHEN k.internal = 1 THEN NULL
  ELSE coalesce(k.direction, CASE e.kind WHEN 'receipt' THEN 'in' ELSE 'out' END) END`;

/** A fund, also one in the trash. */
export const fundById = (db: Db, id: number): FundRecord | undefined =>
  db.get('SELECT * FROM fund WHERE id = ?', [id]);

export const insertFund = (db: Db, row: EditableFund & { uid: string }, now: string): number =>
  insertRecord(db, 'fund', ['uid', ...FUND_COLUMNS], row, now);

export const updateFund = (
  db: Db,
  row: EditableFund & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'fund', FUND_COLUMNS, row, now);

export const setFundDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'fund', id, at);

/** Vouchers of a fund that are not in the trash. */
export const vouchersOfFund = (db: Db, id: number): number =>
  db.pluck('SELECT count(*) FROM fund_voucher_live WHERE fund_id = ?', [id]) ?? 0;

export const firstVoucherDay = (db: Db, fundId: number): string | null =>
  db.pluck<string | null>('SELECT min(on_date) FROM fund_voucher_live WHERE fund_id = ?', [fundId]) ?? null;

export const closedTo = (db: Db, fundId: number): string | null =>
  db.pluck<string>('SELECT closed_to FROM fund_closed WHERE fund_id = ?', [fundId]) ?? null;

export const trashedFunds = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM fund WHERE deleted_at IS NOT NULL');

export interface CategoryRecord {
  id: number;
  code: string;
  name: string;
  name_en: string | null;
  direction: CategoryDirection;
  internal: 0 | 1;
  valid_from: string | null;
  valid_to: string | null;
  source: string | null;
  version: number;
  deleted_at: string | null;
  vouchers: number;
}
const CATEGORY_COLUMNS = [
  'code',
  'name',
  'name_en',
  'direction',
  'internal',
  'valid_from',
  'valid_to',
  'source',
] as const satisfies readonly (keyof CategoryRecord)[];
export type EditableCategory = Pick<CategoryRecord, (typeof CATEGORY_COLUMNS)[number]>;

const CATEGORY = `SELECT k.*, (SELECT count(*) FROM fund_voucher_live v WHERE v.category_id = k.id) AS vouchers
  FROM fund_category k`;

/** Live categories, income first; with a day, only those in force. */
export const categories = (db: Db, on: string | null): CategoryRecord[] =>
  db.all(
    `${CATEGORY} WHERE k.deleted_at IS NULL
       AND (@on IS NULL OR (coalesce(k.valid_from, '') <= @on AND (k.valid_to IS NULL OR k.valid_to || '~' >= @on)))
     ORDER BY k.direction, k.ordinal, k.name, k.id`,
    { on },
  );

/** A category, also one in the trash. */
export const categoryById = (db: Db, id: number): CategoryRecord | undefined =>
  db.get(`${CATEGORY} WHERE k.id = ?`, [id]);

/** Whether a voucher or a budget names it, also from the trash. */
export const categoryInUse = (db: Db, id: number): boolean =>
  db.pluck<number>(
    `SELECT EXISTS (SELECT 1 FROM fund_voucher WHERE category_id = @id)
       OR EXISTS (SELECT 1 FROM fund_budget WHERE category_id = @id)`,
    { id },
  ) === 1;

export const insertCategory = (db: Db, row: EditableCategory): number =>
  insertRecord(db, 'fund_category', CATEGORY_COLUMNS, row);

export const updateCategory = (db: Db, row: EditableCategory & { id: number; version: number }): boolean =>
  updateRecord(db, 'fund_category', CATEGORY_COLUMNS, row);

export const setCategoryDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'fund_category', id, at);

export const trashedCategories = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM fund_category WHERE deleted_at IS NOT NULL');
