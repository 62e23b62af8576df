/** SQL of vouchers. Numbers, closed periods and what may be deleted are kept by the triggers of the store as well. */
import type { VOUCHER_SORTS } from '../../../shared/contract/funds';
import type { FundCheck, Holding, VoucherKind, VoucherStatus } from '../../../shared/domain/funds';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface VoucherRecord {
  id: number;
  fund_id: number;
  kind: VoucherKind;
  status: VoucherStatus;
  year: number;
  number: number | null;
  old_number: string | null;
  on_date: string;
  holding: Holding;
  category_id: number | null;
  amount: number;
  member_id: number | null;
  person_name: string | null;
  address: string | null;
  reason: string;
  papers: string | null;
  paper_count: number | null;
  note: string | null;
  corrects_id: number | null;
  source_entity: string | null;
  source_id: number | null;
  source_label: string | null;
  exception: string | null;
  cancel_reason: string | null;
  printed_at: string | null;
  search_key: string;
  version: number;
  deleted_at: string | null;
  /** Of its category. */
  category: string | null;
  closed_to: string | null;
}

const EDITABLE = [
  'fund_id',
  'kind',
  'year',
  'on_date',
  'holding',
  'category_id',
  'amount',
  'member_id',
  'person_name',
  'address',
  'reason',
  'papers',
  'paper_count',
  'note',
  'search_key',
] as const satisfies readonly (keyof VoucherRecord)[];
export type EditableVoucher = Pick<VoucherRecord, (typeof EDITABLE)[number]>;
const ONCE = [
  'old_number',
  'corrects_id',
  'source_entity',
  'source_id',
  'source_label',
  'exception',
] as const;
export type NewVoucher = EditableVoucher & Pick<VoucherRecord, (typeof ONCE)[number]> & { uid: string };

const SELECT = `SELECT e.*, k.name AS category, c.closed_to FROM fund_voucher e
  LEFT JOIN fund_category k ON k.id = e.category_id LEFT JOIN fund_closed c ON c.fund_id = e.fund_id`;

/** A voucher, also one in the trash. */
export const voucherById = (db: Db, id: number): VoucherRecord | undefined =>
  db.get(`${SELECT} WHERE e.id = ?`, [id]);

export const insertVoucher = (db: Db, row: NewVoucher, now: string): number =>
  insertRecord(db, 'fund_voucher', ['uid', ...EDITABLE, ...ONCE], row, now);

export const updateVoucher = (
  db: Db,
  row: EditableVoucher & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'fund_voucher', EDITABLE, row, now);

/** Gives a draft the next number of its series, or `first` when it is the first of the year. */
export const giveNumber = (db: Db, id: number, first: number, now: string): boolean =>
  db.run(
    `UPDATE fund_voucher AS v SET status = 'numbered', version = version + 1, updated_at = @now,
       number = coalesce((SELECT max(o.number) + 1 FROM fund_voucher o
         WHERE o.fund_id = v.fund_id AND o.kind = v.kind AND o.year = v.year), @first)
     WHERE id = @id AND status = 'draft' AND deleted_at IS NULL`,
    { id, first, now },
  ).changes === 1;

/** Makes the last voucher of its series a draft again. */
export const takeNumber = (db: Db, id: number, now: string): boolean =>
  db.run(
    `UPDATE fund_voucher SET status = 'draft', number = NULL, version = version + 1, updated_at = ?
     WHERE id = ? AND status = 'numbered'`,
    [now, id],
  ).changes === 1;

export const setVoucherDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'fund_voucher', id, at);

export const setCancelled = (
  db: Db,
  row: { id: number; version: number; reason: string | null; on: string; by: string },
  now: string,
): boolean =>
  db.run(
    `UPDATE fund_voucher SET status = iif(@reason IS NULL, 'numbered', 'cancelled'), cancel_reason = @reason,
       cancelled_on = iif(@reason IS NULL, NULL, @on), cancelled_by = iif(@reason IS NULL, NULL, @by),
       version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND number IS NOT NULL AND deleted_at IS NULL`,
    { ...row, now },
  ).changes === 1;

export const setSource = (
  db: Db,
  row: {
    id: number;
    entity: string | null;
    sourceId: number | null;
    label: string | null;
    exception: string | null;
  },
  now: string,
): void => {
  db.run(
    `UPDATE fund_voucher SET source_entity = @entity, source_id = @sourceId, source_label = @label,
       exception = @exception, version = version + 1, updated_at = @now WHERE id = @id`,
    { ...row, now },
  );
};

export const markPrinted = (db: Db, ids: readonly number[], now: string): void => {
  db.run(
    `UPDATE fund_voucher SET printed_at = coalesce(printed_at, ?)
     WHERE id IN (SELECT value FROM json_each(?)) AND number IS NOT NULL`,
    [now, JSON.stringify(ids)],
  );
};

/** Codes of the vouchers that correct one. */
export const corrections = (db: Db, id: number): VoucherRecord[] =>
  db.all(`${SELECT} WHERE e.corrects_id = ? AND e.deleted_at IS NULL ORDER BY e.id`, [id]);

/** Live vouchers a record of another area is the source of. */
export const vouchersOf = (db: Db, entity: string, id: number): VoucherRecord[] =>
  db.all(`${SELECT} WHERE e.source_entity = ? AND e.source_id = ? AND e.deleted_at IS NULL ORDER BY e.id`, [
    entity,
    id,
  ]);

/** Reasons typed before that hold all the words. */
export const reasons = (
  db: Db,
  kind: VoucherKind,
  words: readonly string[],
): { reason: string; categoryId: number | null; amount: number; times: number }[] =>
  db.all(
    `SELECT reason, categoryId, amount, times FROM (
     SELECT reason, category_id AS categoryId, amount, count(*) AS times, max(id) AS latest FROM fund_voucher_live
     WHERE kind = @kind AND status <> 'cancelled' AND corrects_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(search_key, w.value) = 0)
     GROUP BY reason) ORDER BY times DESC, latest DESC LIMIT 8`,
    { kind, words: JSON.stringify(words) },
  );

export const trashedVouchers = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    'SELECT id, reason AS label, deleted_at AS deletedAt FROM fund_voucher WHERE deleted_at IS NOT NULL',
  );

/** A member's name and department, for the slip. */
export const payerOf = (db: Db, memberId: number): { name: string; department: string | null } | undefined =>
  db.get(
    `SELECT m.full_name AS name, u.name AS department FROM member m
     LEFT JOIN org_unit u ON u.id = m.department_id WHERE m.id = ? AND m.deleted_at IS NULL`,
    [memberId],
  );

export interface VoucherConditions {
  fundId: number | null;
  words: readonly string[];
  kind: VoucherKind | null;
  status: VoucherStatus | null;
  holding: Holding | null;
  year: number | null;
  from: string | null;
  to: string | null;
  categoryId: number | 'none' | null;
  check: FundCheck | null;
  source: { entity: string; id: number } | null;
  ids: readonly number[] | null;
}

const SPENT = `e.status = 'numbered' AND e.kind = 'payment' AND e.corrects_id IS NULL AND coalesce(k.internal, 0) = 0`;
const NO_PAPERS = 'e.papers IS NULL AND coalesce(e.paper_count, 0) = 0';
const CHECKS: Record<Exclude<FundCheck, 'negative'>, string> = {
  noSource: `${SPENT} AND e.source_id IS NULL AND ${NO_PAPERS}`,
  noPapers: `${SPENT} AND e.source_id IS NOT NULL AND ${NO_PAPERS}`,
  noCategory: `e.status = 'numbered' AND e.category_id IS NULL`,
  draft: `e.status = 'draft'`,
};

function where(c: VoucherConditions): { sql: string; params: Record<string, unknown> } {
  const parts = ['e.deleted_at IS NULL', 'e.fund_id IN (SELECT id FROM fund_live)'];
  const params: Record<string, unknown> = {};
  const equal = (column: string, name: string, value: unknown) => {
    if (value === null) return;
    parts.push(`${column} = @${name}`);
    params[name] = value;
  };
  equal('e.fund_id', 'fundId', c.fundId);
  equal('e.kind', 'kind', c.kind);
  equal('e.status', 'status', c.status);
  equal('e.holding', 'holding', c.holding);
  equal('e.year', 'year', c.year);
  if (c.from !== null) parts.push('e.on_date >= @from');
  if (c.to !== null) parts.push('e.on_date <= @to');
  if (c.categoryId === 'none') parts.push('e.category_id IS NULL');
  else equal('e.category_id', 'categoryId', c.categoryId);
  if (c.check !== null && c.check !== 'negative') parts.push(CHECKS[c.check]);
  if (c.source) parts.push('e.source_entity = @sourceEntity AND e.source_id = @sourceId');
  if (c.ids) parts.push('e.id IN (SELECT value FROM json_each(@ids))');
  c.words.forEach((word, i) => {
    parts.push(`instr(e.search_key, @word${i}) > 0`);
    params[`word${i}`] = word;
  });
  if (c.from !== null) params.from = c.from;
  if (c.to !== null) params.to = c.to;
  if (c.source) Object.assign(params, { sourceEntity: c.source.entity, sourceId: c.source.id });
  if (c.ids) params.ids = JSON.stringify(c.ids);
  return { sql: parts.join(' AND '), params };
}

/** How many vouchers meet the conditions and what the numbered ones among them add up to. */
export function voucherTotals(
  db: Db,
  c: VoucherConditions,
): { total: number; received: number; paid: number } {
  const { sql, params } = where(c);
  return db.get(
    `SELECT count(*) AS total,
       coalesce(sum(e.amount) FILTER (WHERE e.status = 'numbered' AND e.kind = 'receipt'), 0) AS received,
       coalesce(sum(e.amount) FILTER (WHERE e.status = 'numbered' AND e.kind = 'payment'), 0) AS paid
     FROM fund_voucher e LEFT JOIN fund_category k ON k.id = e.category_id WHERE ${sql}`,
    params,
  )!;
}

const ORDERS: Record<(typeof VOUCHER_SORTS)[number], string> = {
  date: 'e.on_date DIR, e.id DIR',
  number: 'e.year DIR, e.kind DIR, e.number DIR, e.id DIR',
  amount: 'e.amount DIR, e.on_date DIR, e.id DIR',
  person: 'e.person_name IS NULL, e.person_name DIR, e.id DIR',
};

export function listVouchers(
  db: Db,
  c: VoucherConditions,
  page: { sort: (typeof VOUCHER_SORTS)[number]; descending: boolean; offset: number; limit: number },
): VoucherRecord[] {
  const { sql, params } = where(c);
  return db.all(
    `${SELECT} WHERE ${sql} ORDER BY ${ORDERS[page.sort].replace(/DIR/g, page.descending ? 'DESC' : 'ASC')}
     LIMIT @limit OFFSET @offset`,
    { ...params, limit: page.limit, offset: page.offset },
  );
}

export const countDrafts = (db: Db): number =>
  db.pluck<number>(
    `SELECT count(*) FROM fund_voucher_live WHERE status = 'draft' AND fund_id IN (SELECT id FROM fund_live)`,
  ) ?? 0;

/** How many vouchers a check finds, and how many of them are explained. */
export function countCheck(db: Db, c: VoucherConditions): { count: number; explained: number } {
  const { sql, params } = where(c);
  return db.get(
    `SELECT count(*) AS count, count(e.exception) AS explained
     FROM fund_voucher e LEFT JOIN fund_category k ON k.id = e.category_id WHERE ${sql}`,
    params,
  )!;
}

/** Vouchers that stand in the book of days, in its order: days, receipts before payments, numbers. */
export function bookRows(
  db: Db,
  book: { fundId: number; holding: Holding | null; from: string; to: string },
): VoucherRecord[] {
  return db.all(
    `${SELECT} WHERE e.fund_id = @fundId AND e.deleted_at IS NULL AND e.number IS NOT NULL
       AND (@holding IS NULL OR e.holding = @holding) AND e.on_date BETWEEN @from AND @to
     ORDER BY e.on_date, e.kind DESC, e.number`,
    book,
  );
}

/** Sum of the entries of a fund before a day, by where the money lies. */
export function sumsBefore(db: Db, fundId: number, day: string): { cash: number; bank: number } {
  return db.get(
    `SELECT coalesce(sum(signed) FILTER (WHERE holding = 'cash'), 0) AS cash,
       coalesce(sum(signed) FILTER (WHERE holding = 'bank'), 0) AS bank
     FROM fund_entry WHERE fund_id = ? AND on_date < ?`,
    [fundId, day],
  )!;
}

/** The last number given in a series; null when it has none. */
export const lastNumber = (db: Db, fundId: number, kind: VoucherKind, year: number): number | null =>
  db.pluck<number | null>(
    'SELECT max(number) FROM fund_voucher WHERE fund_id = ? AND kind = ? AND year = ?',
    [fundId, kind, year],
  ) ?? null;

/** What an imported row is compared with. */
export const knownEntries = (
  db: Db,
  fundId: number,
): { onDate: string; kind: VoucherKind; amount: number; reason: string }[] =>
  db.all(
    `SELECT on_date AS onDate, kind, amount, reason FROM fund_voucher_live
     WHERE fund_id = ? AND status <> 'cancelled'`,
    [fundId],
  );
