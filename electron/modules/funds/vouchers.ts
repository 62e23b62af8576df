/** Receipts and payments: drafts, numbers without gaps, cancelling, correcting, and what each was for. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import {
  codeOf,
  liveFund,
  liveVoucher,
  otherHalf,
  refuseClosed,
  refuseDay,
  refuseHalf,
  toVoucherFields,
  toVoucherRow,
  type VoucherFields,
  voucherColumns,
} from './record';
import { categoryById } from './repository';
import * as repo from './vouchersRepository';
import { wordsOf } from './words';

export interface VoucherSource {
  entity: string;
  id: number;
  label?: string | null;
}
export type NewVoucher = Pick<VoucherFields, 'fundId' | 'kind' | 'onDate' | 'amount' | 'reason'> &
  Partial<VoucherFields> & {
    numbered?: boolean;
    firstNumber?: number | null;
    source?: VoucherSource | null;
    exception?: string | null;
    oldNumber?: string | null;
    correctsId?: number | null;
  };
type Given = OutputOf<'funds.createVoucher'>;

const BLANK = {
  holding: 'cash',
  categoryId: null,
  memberId: null,
  personName: null,
  address: null,
  papers: null,
  paperCount: null,
  note: null,
} as const;

/** Fills in the member's name and department, and refuses a category of the other side or of another time. */
function checked(ctx: Ctx, fields: VoucherFields, correction: boolean): VoucherFields {
  if (fields.categoryId !== null) {
    const category = categoryById(ctx.db, fields.categoryId);
    if (!category) throw new AppError('NOT_FOUND', { fields: { categoryId: 'NOT_FOUND' } });
    const fits =
      correction ||
      (category.direction === (fields.kind === 'receipt' ? 'in' : 'out') && !category.deleted_at);
    const inForce =
      (category.valid_from ?? '') <= fields.onDate && `${category.valid_to ?? '9999'}~` >= fields.onDate;
    if (!fits || !inForce)
      throw new AppError('VOUCHER_CATEGORY', { fields: { categoryId: 'VOUCHER_CATEGORY' } });
  }
  if (fields.memberId === null) return fields;
  const payer = repo.payerOf(ctx.db, fields.memberId);
  if (!payer) throw new AppError('NOT_FOUND', { fields: { memberId: 'NOT_FOUND' } });
  return {
    ...fields,
    personName: fields.personName ?? payer.name,
    address: fields.address ?? payer.department,
  };
}

/**
 * Records a receipt or a payment, numbered at once unless told otherwise; for other areas too. Logs it; the undo is
 * the caller's: `funds.takeBack { ids }`. Errors: PERIOD_CLOSED, VOUCHER_BEFORE_OPENING, VOUCHER_CATEGORY, NOT_FOUND.
 */
export function createVoucher(ctx: Ctx, voucher: NewVoucher): Given {
  const { numbered = true, firstNumber, source, exception, oldNumber, correctsId, ...rest } = voucher;
  const fields = checked(ctx, { ...BLANK, ...rest }, correctsId != null);
  refuseDay(ctx, fields.fundId, fields.onDate);
  const row: repo.NewVoucher = {
    ...voucherColumns(fields),
    uid: uuid(),
    old_number: oldNumber ?? null,
    corrects_id: correctsId ?? null,
    source_entity: source?.entity ?? null,
    source_id: source?.id ?? null,
    source_label: source?.label ?? null,
    exception: exception ?? null,
  };
  const id = repo.insertVoucher(ctx.db, row, ctx.now());
  recordChange(ctx, { entity: 'fund_voucher', entityId: id, action: 'create', after: fields });
  return numbered ? number(ctx, id, firstNumber ?? 1) : { id, version: 1, number: null, code: null };
}

/** Says what a voucher was for, or that it was for nothing recorded. Errors: NOT_FOUND, VOUCHER_CANCELLED. */
export function linkVoucher(
  ctx: Ctx,
  voucherId: number,
  source: VoucherSource | null,
  exception: string | null = null,
): { id: number; version: number } {
  const row = liveVoucher(ctx, voucherId);
  if (row.status === 'cancelled') throw new AppError('VOUCHER_CANCELLED');
  const { source: before, exception: said } = toVoucherRow(row);
  repo.setSource(
    ctx.db,
    {
      id: voucherId,
      entity: source?.entity ?? null,
      sourceId: source?.id ?? null,
      label: source?.label ?? null,
      exception,
    },
    ctx.now(),
  );
  recordChange(ctx, {
    entity: 'fund_voucher',
    entityId: voucherId,
    action: 'update',
    before: { source: before?.label ?? before?.entity ?? null, exception: said },
    after: { source: source?.label ?? source?.entity ?? null, exception },
  });
  return { id: voucherId, version: row.version + 1 };
}

/** Vouchers that a record of another area is the source of; cancelled ones are left out. */
export const vouchersFor = (ctx: Pick<Ctx, 'db'>, entity: string, id: number) =>
  repo
    .vouchersOf(ctx.db, entity, id)
    .filter((row) => row.status !== 'cancelled')
    .map(toVoucherRow);

function number(ctx: Ctx, id: number, first = 1): Given {
  const row = liveVoucher(ctx, id);
  refuseClosed(ctx, row.fund_id, row.on_date);
  if (!repo.giveNumber(ctx.db, id, first, ctx.now())) throw new AppError('NOT_FOUND');
  const after = liveVoucher(ctx, id);
  recordChange(ctx, {
    entity: 'fund_voucher',
    entityId: id,
    action: 'issue',
    after: { number: codeOf(after) },
  });
  return { id, version: after.version, number: after.number, code: codeOf(after) };
}

function create(input: ParsedInputOf<'funds.createVoucher'>, ctx: Ctx): Given {
  const made = createVoucher(ctx, input);
  if (input.numbered) ctx.undo('funds.takeBack', { ids: [made.id], trash: true });
  else ctx.undo('funds.trashVouchers', { ids: [made.id] });
  return made;
}

function update(input: ParsedInputOf<'funds.updateVoucher'>, ctx: Ctx): OutputOf<'funds.updateVoucher'> {
  const { id, version, ...given } = input;
  const row = liveVoucher(ctx, id);
  if (row.status === 'cancelled') throw new AppError('VOUCHER_CANCELLED');
  refuseClosed(ctx, row.fund_id, row.on_date);
  refuseDay(ctx, given.fundId, given.onDate);
  const kept =
    given.fundId === row.fund_id && given.kind === row.kind && Number(given.onDate.slice(0, 4)) === row.year;
  if (row.number !== null && !kept) throw new AppError('VOUCHER_SERIES');
  const same = given.amount === row.amount && given.onDate === row.on_date && given.holding === row.holding;
  if (!same) refuseHalf(ctx, id);
  const fields = checked(ctx, given, row.corrects_id !== null);
  if (!repo.updateVoucher(ctx.db, { ...voucherColumns(fields), id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = toVoucherFields(row);
  recordChange(ctx, { entity: 'fund_voucher', entityId: id, action: 'update', before, after: fields });
  ctx.undo('funds.updateVoucher', { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

/** Gives drafts the next numbers, out of the trash first when told; for other areas too. */
export function numberVouchers(ctx: Ctx, ids: readonly number[], restore: boolean): Given[] {
  if (restore) restoreDrafts(ctx, ids);
  return ids.map((id) => number(ctx, id));
}

function numberAll(input: ParsedInputOf<'funds.numberVouchers'>, ctx: Ctx): OutputOf<'funds.numberVouchers'> {
  const rows = numberVouchers(ctx, input.ids, input.restore);
  ctx.undo('funds.takeBack', { ids: input.ids, trash: input.restore });
  return { rows };
}

/** Takes the latest numbers back; for other areas too. Errors: PERIOD_CLOSED, VOUCHER_KEPT, NOT_FOUND. */
export function takeVouchersBack(ctx: Ctx, ids: readonly number[], trash: boolean): void {
  const latestFirst = [...ids].reverse();
  for (const id of latestFirst) {
    const row = liveVoucher(ctx, id);
    refuseClosed(ctx, row.fund_id, row.on_date);
    if (!repo.takeNumber(ctx.db, id, ctx.now())) throw new AppError('VOUCHER_KEPT');
    recordChange(ctx, {
      entity: 'fund_voucher',
      entityId: id,
      action: 'update',
      before: { number: codeOf(row) },
      after: { number: null },
    });
  }
  if (trash) trashDrafts(ctx, ids);
}

function takeBack(input: ParsedInputOf<'funds.takeBack'>, ctx: Ctx): OutputOf<'funds.takeBack'> {
  takeVouchersBack(ctx, input.ids, input.trash);
  ctx.undo('funds.numberVouchers', { ids: input.ids, restore: input.trash });
  return { count: input.ids.length };
}

function trashDrafts(ctx: Ctx, ids: readonly number[]): void {
  for (const id of ids) {
    const row = liveVoucher(ctx, id);
    if (row.number !== null) throw new AppError('VOUCHER_KEPT');
    refuseClosed(ctx, row.fund_id, row.on_date);
    repo.setVoucherDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, {
      entity: 'fund_voucher',
      entityId: id,
      action: 'trash',
      before: toVoucherFields(row),
    });
  }
}

function restoreDrafts(ctx: Ctx, ids: readonly number[]): number {
  let count = 0;
  for (const id of ids) {
    const row = repo.voucherById(ctx.db, id);
    if (!row || row.deleted_at === null) continue;
    liveFund(ctx, row.fund_id);
    refuseClosed(ctx, row.fund_id, row.on_date);
    repo.setVoucherDeleted(ctx.db, id, null);
    recordChange(ctx, { entity: 'fund_voucher', entityId: id, action: 'restore' });
    count++;
  }
  return count;
}

function trash(input: ParsedInputOf<'funds.trashVouchers'>, ctx: Ctx): OutputOf<'funds.trashVouchers'> {
  trashDrafts(ctx, input.ids);
  ctx.undo('funds.restoreVouchers', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'funds.restoreVouchers'>, ctx: Ctx): OutputOf<'funds.restoreVouchers'> {
  const count = restoreDrafts(ctx, input.ids);
  ctx.undo('funds.trashVouchers', { ids: input.ids });
  return { count };
}

function cancelOne(ctx: Ctx, row: repo.VoucherRecord, version: number, reason: string | null): void {
  refuseClosed(ctx, row.fund_id, row.on_date);
  const set = { id: row.id, version, reason, on: ctx.today(), by: ctx.user.name };
  if (!repo.setCancelled(ctx.db, set, ctx.now())) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'fund_voucher',
    entityId: row.id,
    action: 'update',
    before: { cancelReason: row.cancel_reason },
    after: { cancelReason: reason },
  });
}

function cancel(input: ParsedInputOf<'funds.cancelVoucher'>, ctx: Ctx): OutputOf<'funds.cancelVoucher'> {
  const { id, version, reason } = input;
  const row = liveVoucher(ctx, id);
  if (row.number === null) throw new AppError('VOUCHER_DRAFT');
  cancelOne(ctx, row, version, reason);
  const half = otherHalf(ctx, row);
  if (half && half.number !== null && half.cancel_reason !== reason)
    cancelOne(ctx, half, half.version, reason);
  ctx.undo('funds.cancelVoucher', { id, version: version + 1, reason: row.cancel_reason });
  return { id, version: version + 1 };
}

function correct(input: ParsedInputOf<'funds.correctVoucher'>, ctx: Ctx): Given {
  const row = liveVoucher(ctx, input.id);
  if (row.number === null) throw new AppError('VOUCHER_DRAFT');
  refuseHalf(ctx, row.id);
  const later = repo.corrections(ctx.db, row.id).filter((one) => one.status === 'numbered');
  const stands = later.reduce(
    (sum, one) => sum + (one.kind === row.kind ? one.amount : -one.amount),
    row.status === 'cancelled' ? 0 : row.amount,
  );
  const difference = input.amount - stands;
  if (difference === 0) throw new AppError('VOUCHER_SAME', { fields: { amount: 'VOUCHER_SAME' } });
  const opposite = row.kind === 'receipt' ? 'payment' : 'receipt';
  const made = createVoucher(ctx, {
    ...toVoucherFields(row),
    kind: difference > 0 ? row.kind : opposite,
    onDate: input.onDate,
    amount: Math.abs(difference),
    reason: input.reason,
    papers: `Phiếu ${codeOf(row)} năm ${row.year}`,
    paperCount: null,
    note: null,
    correctsId: row.id,
    source: toVoucherRow(row).source,
    exception: row.exception,
  });
  ctx.undo('funds.takeBack', { ids: [made.id], trash: true });
  return made;
}

function link(input: ParsedInputOf<'funds.linkVoucher'>, ctx: Ctx): OutputOf<'funds.linkVoucher'> {
  refuseHalf(ctx, input.id);
  const { source, exception } = toVoucherRow(liveVoucher(ctx, input.id));
  const saved = linkVoucher(ctx, input.id, input.source, input.exception);
  ctx.undo('funds.linkVoucher', { id: input.id, source, exception });
  return saved;
}

/** Vouchers waiting for their number, of every fund. */
export const voucherDrafts = (ctx: Pick<Ctx, 'db'>): number => repo.countDrafts(ctx.db);

export function toConditions(input: ParsedInputOf<'funds.vouchers'>): repo.VoucherConditions {
  const { search, sort: _s, descending: _d, offset: _o, limit: _l, ...rest } = input;
  return {
    ...rest,
    words: fold(search.replace(/(?<=\d)\.(?=\d)/g, ''))
      .split(' ')
      .filter(Boolean),
  };
}

function list(input: ParsedInputOf<'funds.vouchers'>, ctx: Ctx): OutputOf<'funds.vouchers'> {
  const conditions = toConditions(input);
  return {
    ...repo.voucherTotals(ctx.db, conditions),
    rows: repo.listVouchers(ctx.db, conditions, input).map(toVoucherRow),
  };
}

function get(input: ParsedInputOf<'funds.voucher'>, ctx: Ctx): OutputOf<'funds.voucher'> {
  const row = repo.voucherById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  const corrected = row.corrects_id === null ? undefined : repo.voucherById(ctx.db, row.corrects_id);
  return {
    voucher: toVoucherRow(row),
    inWords: wordsOf(ctx, row.amount),
    fundName: liveFund(ctx, row.fund_id).name,
    corrects: corrected ? { id: corrected.id, code: codeOf(corrected) } : null,
    correctedBy: repo.corrections(ctx.db, row.id).map((one) => ({ id: one.id, code: codeOf(one) })),
  };
}

export const voucherHandlers = {
  'funds.vouchers': list,
  'funds.voucher': get,
  'funds.reasons': (input: ParsedInputOf<'funds.reasons'>, ctx: Ctx): OutputOf<'funds.reasons'> => ({
    rows: repo.reasons(ctx.db, input.kind, fold(input.text).split(' ').filter(Boolean)),
  }),
  'funds.createVoucher': create,
  'funds.updateVoucher': update,
  'funds.numberVouchers': numberAll,
  'funds.takeBack': takeBack,
  'funds.trashVouchers': trash,
  'funds.restoreVouchers': restore,
  'funds.cancelVoucher': cancel,
  'funds.correctVoucher': correct,
  'funds.linkVoucher': link,
};
