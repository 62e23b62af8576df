/** Funds with their opening balance, and the dated kinds of income and spending. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dates';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { categoryColumns, fundColumns, liveFund, toCategoryFields, toFundFields } from './record';
import * as repo from './repository';

function list(input: ParsedInputOf<'funds.list'>, ctx: Ctx): OutputOf<'funds.list'> {
  const year = input.year ?? Number(ctx.today().slice(0, 4));
  return {
    year,
    rows: repo.funds(ctx.db, year).map((row) => ({
      id: row.id,
      version: row.version,
      ...toFundFields(row),
      cash: row.cash,
      bank: row.bank,
      income: row.income,
      spending: row.spending,
      vouchers: row.vouchers,
      drafts: row.drafts,
      closedTo: row.closed_to,
    })),
  };
}

function save(input: ParsedInputOf<'funds.save'>, ctx: Ctx): OutputOf<'funds.save'> {
  const { id, version, ...fields } = input;
  if (id === null) {
    const newId = repo.insertFund(ctx.db, { ...fundColumns(fields), uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'fund', entityId: newId, action: 'create', after: fields });
    ctx.undo('funds.trash', { ids: [newId] });
    return { id: newId, version: 1 };
  }
  const row = liveFund(ctx, id);
  const before = toFundFields(row);
  refuseOpening(ctx, id, before, fields);
  const held = version ?? row.version;
  if (!repo.updateFund(ctx.db, { ...fundColumns(fields), id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'fund', entityId: id, action: 'update', before, after: fields });
  ctx.undo('funds.save', { id, version: held + 1, ...before });
  return { id, version: held + 1 };
}

type Opening = Pick<ReturnType<typeof toFundFields>, 'openedOn' | 'openingCash' | 'openingBank'>;

function refuseOpening(ctx: Ctx, id: number, before: Opening, after: Opening): void {
  const same = (['openedOn', 'openingCash', 'openingBank'] as const).every(
    (key) => before[key] === after[key],
  );
  if (same) return;
  const closed = repo.closedTo(ctx.db, id);
  if (closed !== null) throw new AppError('PERIOD_CLOSED', { details: { day: formatDate(closed) } });
  const first = repo.firstVoucherDay(ctx.db, id);
  if (first !== null && first < after.openedOn)
    throw new AppError('VOUCHER_BEFORE_OPENING', {
      fields: { openedOn: 'VOUCHER_BEFORE_OPENING' },
      details: { day: formatDate(after.openedOn) },
    });
}

function trash(input: ParsedInputOf<'funds.trash'>, ctx: Ctx): OutputOf<'funds.trash'> {
  for (const id of input.ids) {
    const before = toFundFields(liveFund(ctx, id));
    if (repo.vouchersOfFund(ctx.db, id) > 0) throw new AppError('IN_USE');
    repo.setFundDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'fund', entityId: id, action: 'trash', before });
  }
  ctx.undo('funds.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'funds.restore'>, ctx: Ctx): OutputOf<'funds.restore'> {
  const back = input.ids.filter((id) => repo.setFundDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'fund', entityId: id, action: 'restore' });
  ctx.undo('funds.trash', { ids: input.ids });
  return { count: back.length };
}

function categories(input: ParsedInputOf<'funds.categories'>, ctx: Ctx): OutputOf<'funds.categories'> {
  return {
    rows: repo.categories(ctx.db, input.on).map((row) => ({
      id: row.id,
      version: row.version,
      ...toCategoryFields(row),
      vouchers: row.vouchers,
    })),
  };
}

/** The category of a code in force on a day; null when the office keeps none. */
export const categoryOf = (ctx: Pick<Ctx, 'db'>, code: string, day: string): number | null =>
  repo.categories(ctx.db, day).find((row) => row.code === code)?.id ?? null;

/** What each fund holds now, in cash and at the bank. */
export const fundBalances = (ctx: Pick<Ctx, 'db' | 'today'>): { id: number; name: string; holds: number }[] =>
  repo
    .funds(ctx.db, Number(ctx.today().slice(0, 4)))
    .map(({ id, name, cash, bank }) => ({ id, name, holds: cash + bank }));

function liveCategory(ctx: Ctx, id: number): repo.CategoryRecord {
  const row = repo.categoryById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  return row;
}

function saveCategory(input: ParsedInputOf<'funds.saveCategory'>, ctx: Ctx): OutputOf<'funds.saveCategory'> {
  const { id, version, ...fields } = input;
  if (fields.validFrom !== null && fields.validTo !== null && fields.validTo < fields.validFrom)
    throw new AppError('DATE_ORDER', { fields: { validTo: 'DATE_ORDER' } });
  if (id === null) {
    const newId = repo.insertCategory(ctx.db, categoryColumns(fields));
    recordChange(ctx, { entity: 'fund_category', entityId: newId, action: 'create', after: fields });
    ctx.undo('funds.trashCategories', { ids: [newId] });
    return { id: newId, version: 1 };
  }
  const row = liveCategory(ctx, id);
  const before = toCategoryFields(row);
  const turned = before.direction !== fields.direction || before.internal !== fields.internal;
  if (turned && repo.categoryInUse(ctx.db, id)) throw new AppError('IN_USE');
  const held = version ?? row.version;
  if (!repo.updateCategory(ctx.db, { ...categoryColumns(fields), id, version: held }))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'fund_category', entityId: id, action: 'update', before, after: fields });
  ctx.undo('funds.saveCategory', { id, version: held + 1, ...before });
  return { id, version: held + 1 };
}

function trashCategories(
  input: ParsedInputOf<'funds.trashCategories'>,
  ctx: Ctx,
): OutputOf<'funds.trashCategories'> {
  for (const id of input.ids) {
    const before = toCategoryFields(liveCategory(ctx, id));
    if (repo.categoryInUse(ctx.db, id)) throw new AppError('IN_USE');
    repo.setCategoryDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'fund_category', entityId: id, action: 'trash', before });
  }
  ctx.undo('funds.restoreCategories', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreCategories(
  input: ParsedInputOf<'funds.restoreCategories'>,
  ctx: Ctx,
): OutputOf<'funds.restoreCategories'> {
  const back = input.ids.filter((id) => repo.setCategoryDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'fund_category', entityId: id, action: 'restore' });
  ctx.undo('funds.trashCategories', { ids: input.ids });
  return { count: back.length };
}

export const catalogueHandlers = {
  'funds.list': list,
  'funds.save': save,
  'funds.trash': trash,
  'funds.restore': restore,
  'funds.categories': categories,
  'funds.saveCategory': saveCategory,
  'funds.trashCategories': trashCategories,
  'funds.restoreCategories': restoreCategories,
};
