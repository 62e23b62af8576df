/** Between the contract's field names and the columns of funds, categories and vouchers; the rules every writer asks. */
import type { z } from 'zod';
import { AppError } from '../../../shared/contract/errors';
import type {
  categoryFields,
  fundFields,
  voucherFields,
  voucherRow,
} from '../../../shared/contract/fundFields';
import { formatDate } from '../../../shared/domain/dates';
import { voucherCode } from '../../../shared/domain/funds';
import { fold } from '../../../shared/text/fold';
import type { Ctx } from '../../ipc/context';
import * as repo from './repository';
import * as vouchers from './vouchersRepository';

type FieldsOf<T> = { [K in keyof T]: z.output<T[K]> };
export type FundFields = FieldsOf<typeof fundFields>;
export type CategoryFields = FieldsOf<typeof categoryFields>;
export type VoucherFields = FieldsOf<typeof voucherFields>;

export const fundColumns = (f: FundFields): repo.EditableFund => ({
  name: f.name,
  opened_on: f.openedOn,
  opening_cash: f.openingCash,
  opening_bank: f.openingBank,
  book_number: f.bookNumber,
  account_holder: f.accountHolder,
  accountant: f.accountant,
  preparer: f.preparer,
  treasurer: f.treasurer,
  note: f.note,
});

export const toFundFields = (r: repo.FundRecord): FundFields => ({
  name: r.name,
  openedOn: r.opened_on,
  openingCash: r.opening_cash,
  openingBank: r.opening_bank,
  bookNumber: r.book_number,
  accountHolder: r.account_holder,
  accountant: r.accountant,
  preparer: r.preparer,
  treasurer: r.treasurer,
  note: r.note,
});

export const categoryColumns = (f: CategoryFields): repo.EditableCategory => ({
  code: f.code,
  name: f.name,
  name_en: f.nameEn,
  direction: f.direction,
  internal: f.internal ? 1 : 0,
  valid_from: f.validFrom,
  valid_to: f.validTo,
  source: f.source,
});

export const toCategoryFields = (r: repo.CategoryRecord): CategoryFields => ({
  code: r.code,
  name: r.name,
  nameEn: r.name_en,
  direction: r.direction,
  internal: r.internal === 1,
  validFrom: r.valid_from,
  validTo: r.valid_to,
  source: r.source,
});

export const voucherColumns = (f: VoucherFields): vouchers.EditableVoucher => ({
  fund_id: f.fundId,
  kind: f.kind,
  year: Number(f.onDate.slice(0, 4)),
  on_date: f.onDate,
  holding: f.holding,
  category_id: f.categoryId,
  amount: f.amount,
  member_id: f.memberId,
  person_name: f.personName,
  address: f.address,
  reason: f.reason,
  papers: f.papers,
  paper_count: f.paperCount,
  note: f.note,
  search_key: fold([f.reason, f.personName, f.address, f.papers, String(f.amount)].filter(Boolean).join(' ')),
});

export const toVoucherFields = (r: vouchers.VoucherRecord): VoucherFields => ({
  fundId: r.fund_id,
  kind: r.kind,
  onDate: r.on_date,
  holding: r.holding,
  categoryId: r.category_id,
  amount: r.amount,
  memberId: r.member_id,
  personName: r.person_name,
  address: r.address,
  reason: r.reason,
  papers: r.papers,
  paperCount: r.paper_count,
  note: r.note,
});

export const codeOf = (r: { kind: vouchers.VoucherRecord['kind']; number: number | null }): string | null =>
  r.number === null ? null : voucherCode(r.kind, r.number);

/** A voucher as lists and pages show it. */
export function toVoucherRow(r: vouchers.VoucherRecord): z.output<typeof voucherRow> {
  return {
    id: r.id,
    version: r.version,
    ...toVoucherFields(r),
    status: r.status,
    year: r.year,
    number: r.number,
    code: codeOf(r),
    oldNumber: r.old_number,
    category: r.category,
    correctsId: r.corrects_id,
    source:
      r.source_entity === null || r.source_id === null
        ? null
        : { entity: r.source_entity, id: r.source_id, label: r.source_label },
    exception: r.exception,
    cancelReason: r.cancel_reason,
    printedAt: r.printed_at,
    closed: r.closed_to !== null && r.on_date <= r.closed_to,
  };
}

/** A fund that is not in the trash. Errors: NOT_FOUND on the field `fundId`. */
export function liveFund(ctx: Pick<Ctx, 'db'>, id: number): repo.FundRecord {
  const row = repo.fundById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND', { fields: { fundId: 'NOT_FOUND' } });
  return row;
}

/** A voucher that is not in the trash. */
export function liveVoucher(ctx: Pick<Ctx, 'db'>, id: number): vouchers.VoucherRecord {
  const row = vouchers.voucherById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  return row;
}

/** Refuses a day before the fund begins or in its closed book. */
export function refuseDay(ctx: Pick<Ctx, 'db'>, fundId: number, day: string): void {
  const { opened_on } = liveFund(ctx, fundId);
  if (day < opened_on)
    throw new AppError('VOUCHER_BEFORE_OPENING', {
      fields: { onDate: 'VOUCHER_BEFORE_OPENING' },
      details: { day: formatDate(opened_on) },
    });
  refuseClosed(ctx, fundId, day);
}

/** Refuses a day of the closed book; the store refuses it as well. */
export function refuseClosed(ctx: Pick<Ctx, 'db'>, fundId: number, day: string): void {
  const closed = repo.closedTo(ctx.db, fundId);
  if (closed !== null && day <= closed)
    throw new AppError('PERIOD_CLOSED', {
      fields: { onDate: 'PERIOD_CLOSED' },
      details: { day: formatDate(closed) },
    });
}

/** What the halves of a move of money name each other as. */
export const HALF = 'fund_voucher';

/** The other half of a move of money; undefined for any other voucher. */
export function otherHalf(
  ctx: Pick<Ctx, 'db'>,
  row: vouchers.VoucherRecord,
): vouchers.VoucherRecord | undefined {
  if (row.source_entity !== HALF || row.source_id === null) return undefined;
  const other = vouchers.voucherById(ctx.db, row.source_id);
  return other && other.deleted_at === null && other.source_id === row.id ? other : undefined;
}

/** Half of a move keeps its amount and its place: the move is cancelled whole. Errors: VOUCHER_MOVE. */
export function refuseHalf(ctx: Pick<Ctx, 'db'>, id: number): void {
  const other = otherHalf(ctx, liveVoucher(ctx, id));
  if (other) throw new AppError('VOUCHER_MOVE', { details: { code: codeOf(other) ?? '' } });
}
