/** SQL of closings, budgets and the year statement. */
import type { IncomeKind } from '../../../shared/domain/annexSums';
import type { CategoryDirection, Holding } from '../../../shared/domain/funds';
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import { FLOW } from './repository';

export interface ClosingRecord {
  id: number;
  fund_id: number;
  period: string;
  from_date: string;
  to_date: string;
  closing_cash: number;
  closing_bank: number;
  closed_at: string;
  closed_by: string;
  reopened_at: string | null;
  reopened_by: string | null;
  reopen_reason: string | null;
}

export const closings = (db: Db, fundId: number): ClosingRecord[] =>
  db.all('SELECT * FROM fund_closing WHERE fund_id = ? ORDER BY to_date DESC, id DESC', [fundId]);

export const closingById = (db: Db, id: number): ClosingRecord | undefined =>
  db.get('SELECT * FROM fund_closing WHERE id = ?', [id]);

export const insertClosing = (
  db: Db,
  row: Omit<ClosingRecord, 'id' | 'reopened_at' | 'reopened_by' | 'reopen_reason'>,
): number =>
  db.run(
    `INSERT INTO fund_closing (fund_id, period, from_date, to_date, closing_cash, closing_bank, closed_at, closed_by)
     VALUES (@fund_id, @period, @from_date, @to_date, @closing_cash, @closing_bank, @closed_at, @closed_by)`,
    { ...row },
  ).lastInsertRowid;

/** Opens a closing again; the store refuses any but the latest. */
export const reopenClosing = (db: Db, row: { id: number; at: string; by: string; reason: string }): boolean =>
  db.run(
    `UPDATE fund_closing SET reopened_at = @at, reopened_by = @by, reopen_reason = @reason
     WHERE id = @id AND reopened_at IS NULL`,
    { ...row },
  ).changes === 1;

export const draftsUpTo = (db: Db, fundId: number, day: string): number =>
  db.pluck(`SELECT count(*) FROM fund_voucher_live WHERE fund_id = ? AND status = 'draft' AND on_date <= ?`, [
    fundId,
    day,
  ]) ?? 0;

export interface BudgetRecord {
  category_id: number;
  amount: number;
  note: string | null;
}

export const budget = (db: Db, fundId: number, year: number): BudgetRecord[] =>
  db.all('SELECT category_id, amount, note FROM fund_budget WHERE fund_id = ? AND year = ?', [fundId, year]);

/** Writes a line of the budget, or takes it out when its amount is null. */
export function setBudgetLine(
  db: Db,
  line: { fundId: number; year: number; categoryId: number; amount: number | null; note: string | null },
): void {
  if (line.amount === null)
    db.run('DELETE FROM fund_budget WHERE fund_id = ? AND year = ? AND category_id = ?', [
      line.fundId,
      line.year,
      line.categoryId,
    ]);
  else
    db.run(
      `INSERT INTO fund_budget (fund_id, year, category_id, amount, note)
       VALUES (@fundId, @year, @categoryId, @amount, @note)
       ON CONFLICT (fund_id, year, category_id) DO UPDATE SET amount = excluded.amount, note = excluded.note`,
      { ...line },
    );
}

export interface StatementRecord {
  categoryId: number | null;
  name: string | null;
  nameEn: string | null;
  direction: CategoryDirection;
  internal: 0 | 1;
  budget: number | null;
  actual: number;
  vouchers: number;
  budgetNote: string | null;
}

/** A year's entries and budget by category; those without a category stand at the end of their side. */
export const statementLines = (db: Db, fundId: number, year: number): StatementRecord[] =>
  db.all(
    `WITH entries AS (
       SELECT e.category_id, coalesce(k.direction, CASE e.kind WHEN 'receipt' THEN 'in' ELSE 'out' END) AS direction,
         sum(e.signed) AS signed, count(*) AS vouchers
       FROM fund_entry e LEFT JOIN fund_category k ON k.id = e.category_id
       WHERE e.fund_id = @fundId AND e.year = @year GROUP BY 1, 2),
     lines AS (
       SELECT category_id, direction FROM entries
       UNION
       SELECT b.category_id, k.direction FROM fund_budget b JOIN fund_category k ON k.id = b.category_id
       WHERE b.fund_id = @fundId AND b.year = @year)
     SELECT l.category_id AS categoryId, k.name, k.name_en AS nameEn, l.direction, coalesce(k.internal, 0) AS internal,
       b.amount AS budget, b.note AS budgetNote, coalesce(e.vouchers, 0) AS vouchers,
       CASE l.direction WHEN 'in' THEN 1 ELSE -1 END * coalesce(e.signed, 0) AS actual
     FROM lines l
     LEFT JOIN entries e ON e.category_id IS l.category_id AND e.direction = l.direction
     LEFT JOIN fund_category k ON k.id = l.category_id
     LEFT JOIN fund_budget b ON b.fund_id = @fundId AND b.year = @year AND b.category_id = l.category_id
     ORDER BY l.direction, l.category_id IS NULL, k.ordinal, k.name`,
    { fundId, year },
  );

/** Days after which a fund holds less than nothing in cash or at the bank. */
export const negativeDays = (
  db: Db,
  fundId: number | null,
): { fundId: number; holding: Holding; onDate: string; balance: number }[] =>
  db.all(
    `WITH days AS (
       SELECT e.fund_id, e.holding, e.on_date, sum(e.signed) AS moved FROM fund_entry e GROUP BY 1, 2, 3),
     balances AS (
       SELECT d.fund_id, d.holding, d.on_date, iif(d.holding = 'cash', f.opening_cash, f.opening_bank) +
         sum(d.moved) OVER (PARTITION BY d.fund_id, d.holding ORDER BY d.on_date) AS balance
       FROM days d JOIN fund_live f ON f.id = d.fund_id)
     SELECT fund_id AS fundId, holding, on_date AS onDate, balance FROM balances
     WHERE balance < 0 AND (@fundId IS NULL OR fund_id = @fundId) ORDER BY on_date LIMIT 200`,
    { fundId },
  );

/** Codes of the categories an income is told apart by; the rest is 'other'. */
const INCOME_CODES = { dues: 'T-DP', fee: 'T-KP' } as const;
const OF_KIND = {
  dues: `AND k.code = '${INCOME_CODES.dues}'`,
  fee: `AND k.code = '${INCOME_CODES.fee}'`,
  other: `AND coalesce(k.code, '') NOT IN ('${INCOME_CODES.dues}', '${INCOME_CODES.fee}')`,
};

/** Vouchers of a side over a period as records behind a figure; a refund takes from its side. */
export const flowRecords = (
  db: Db,
  span: { from: string; to: string },
  side: CategoryDirection,
  kind: IncomeKind | null = null,
): IndicatorRecord[] =>
  db.all(
    `SELECT 'fund_voucher' AS entity, e.id, e.reason AS label, e.on_date AS date, k.name AS detail,
       ${side === 'in' ? '' : '-'}e.signed AS amount
     FROM fund_entry e JOIN fund_live f ON f.id = e.fund_id LEFT JOIN fund_category k ON k.id = e.category_id
     WHERE e.on_date BETWEEN @from AND @to AND ${FLOW} = @side ${kind === null ? '' : OF_KIND[kind]}
     ORDER BY e.on_date DESC, e.id DESC`,
    { ...span, side },
  );

/** What each fund whose book had begun holds at the end of a day. */
export const balanceRecords = (db: Db, day: string): IndicatorRecord[] =>
  db.all(
    `SELECT 'fund' AS entity, f.id, f.name AS label, f.opened_on AS date, NULL AS detail,
       f.opening_cash + f.opening_bank + coalesce(sum(e.signed), 0) AS amount
     FROM fund_live f LEFT JOIN fund_entry e ON e.fund_id = f.id AND e.on_date <= @day
     WHERE f.opened_on <= @day GROUP BY f.id ORDER BY f.id`,
    { day },
  );
