/** Money given for one purpose: what came, what went out, what is left. Never part of what a fund may freely spend. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import type { EarmarkBalance } from '../../../shared/domain/dues';
import { voucherCode } from '../../../shared/domain/funds';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { fundBalances, liveVoucher, wordsOf } from '../funds/service';
import * as repo from './earmarksRepository';

type Fields = Omit<ParsedInputOf<'donors.saveEarmark'>, 'id' | 'version'>;
type Store = Pick<Ctx, 'db'>;

const toFields = (r: repo.EarmarkRecord): Fields => ({
  name: r.name,
  purpose: r.purpose,
  beneficiary: r.beneficiary,
  fundId: r.fundId,
  closedOn: r.closedOn,
  note: r.note,
});
const balanceOf = ({ received, spent }: repo.EarmarkRecord): EarmarkBalance => ({
  received,
  spent,
  left: received - spent,
});
const toEarmark = (r: repo.EarmarkRecord) => ({
  id: r.id,
  version: r.version,
  ...toFields(r),
  fundName: r.fundName,
  ...balanceOf(r),
});

function liveEarmark(ctx: Store, id: number): repo.EarmarkRecord {
  const row = repo.earmarkById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND', { fields: { earmarkId: 'NOT_FOUND' } });
  return row;
}

/** Errors: NOT_FOUND for a purpose that is not kept; null passes. */
export function refuseEarmark(ctx: Store, id: number | null): void {
  if (id !== null) liveEarmark(ctx, id);
}

export const earmarkName = (ctx: Store, id: number | null): string | null =>
  id === null ? null : (repo.earmarkById(ctx.db, id)?.name ?? null);

/** What came for a purpose, went out and is left, in whole đồng. Errors: NOT_FOUND. */
export const earmarkBalance = (ctx: Store, id: number): EarmarkBalance => balanceOf(liveEarmark(ctx, id));

/** Purposes kept, with their balance; only those still open unless told. */
export const listEarmarks = (ctx: Store, all = false) =>
  repo
    .earmarks(ctx.db)
    .filter((row) => all || row.closedOn === null)
    .map(toEarmark);

/**
 * Says what a record of another area spent of a purpose; null or 0 takes it out. Answers what is left; below nothing
 * is for the caller to warn of. Logged; the undo is the caller's. Errors: NOT_FOUND.
 */
export function spendEarmark(
  ctx: Ctx,
  source: { entity: string; id: number; label: string },
  spending: { earmarkId: number; amount: number; onDate: string } | null,
): { left: number } | null {
  for (const old of repo.usesOfSource(ctx.db, source.entity, source.id)) {
    repo.setUseDeleted(ctx.db, old.id, ctx.now());
    recordChange(ctx, {
      entity: 'earmark_use',
      entityId: old.id,
      action: 'trash',
      before: { what: old.what, amount: old.amount },
    });
  }
  if (spending === null || spending.amount <= 0) return null;
  liveEarmark(ctx, spending.earmarkId);
  const row = {
    ...spending,
    what: source.label,
    voucherId: null,
    sourceEntity: source.entity,
    sourceId: source.id,
  };
  const id = repo.insertUse(ctx.db, row, ctx.now());
  recordChange(ctx, { entity: 'earmark_use', entityId: id, action: 'create', after: row });
  return { left: earmarkBalance(ctx, spending.earmarkId).left };
}

function list(input: ParsedInputOf<'donors.earmarks'>, ctx: Ctx): OutputOf<'donors.earmarks'> {
  const all = repo.earmarks(ctx.db);
  const funds = fundBalances(ctx).map((fund) => {
    const earmarked = all
      .filter((row) => row.fundId === fund.id)
      .reduce((sum, row) => sum + balanceOf(row).left, 0);
    return { ...fund, earmarked, free: fund.holds - earmarked };
  });
  return { rows: all.filter((row) => !input.open || row.closedOn === null).map(toEarmark), funds };
}

function get(input: ParsedInputOf<'donors.earmark'>, ctx: Ctx): OutputOf<'donors.earmark'> {
  const row = liveEarmark(ctx, input.id);
  let left = 0;
  return {
    earmark: toEarmark(row),
    entries: repo.entriesOf(ctx.db, row.id).map(({ voucherKind, number, ...entry }) => {
      left += entry.amount;
      return {
        ...entry,
        left,
        code: voucherKind === null || number === null ? null : voucherCode(voucherKind, number),
      };
    }),
    inWords: left > 0 ? wordsOf(ctx, left) : '',
  };
}

function save(input: ParsedInputOf<'donors.saveEarmark'>, ctx: Ctx): OutputOf<'donors.saveEarmark'> {
  const { id, version, ...fields } = input;
  if (id === null) {
    const made = repo.insertEarmark(ctx.db, { ...fields, uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'earmark', entityId: made, action: 'create', after: fields });
    ctx.undo('donors.trashEarmarks', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = liveEarmark(ctx, id);
  const held = version ?? row.version;
  if (!repo.updateEarmark(ctx.db, { ...fields, id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'earmark',
    entityId: id,
    action: 'update',
    before: toFields(row),
    after: fields,
  });
  ctx.undo('donors.saveEarmark', { id, version: held + 1, ...toFields(row) });
  return { id, version: held + 1 };
}

function trash(input: ParsedInputOf<'donors.trashEarmarks'>, ctx: Ctx): OutputOf<'donors.trashEarmarks'> {
  for (const id of input.ids) {
    const before = toFields(liveEarmark(ctx, id));
    if (repo.earmarkInUse(ctx.db, id)) throw new AppError('IN_USE');
    repo.setEarmarkDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'earmark', entityId: id, action: 'trash', before });
  }
  ctx.undo('donors.restoreEarmarks', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(
  input: ParsedInputOf<'donors.restoreEarmarks'>,
  ctx: Ctx,
): OutputOf<'donors.restoreEarmarks'> {
  const back = input.ids.filter((id) => repo.setEarmarkDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'earmark', entityId: id, action: 'restore' });
  ctx.undo('donors.trashEarmarks', { ids: input.ids });
  return { count: back.length };
}

type UseFields = Omit<ParsedInputOf<'donors.saveUse'>, 'id' | 'version'>;
const spendingFields = ({ earmarkId, onDate, amount, what, voucherId }: repo.UseRecord): UseFields => ({
  earmarkId,
  onDate,
  amount,
  what,
  voucherId,
});

function liveSpending(ctx: Store, id: number): repo.UseRecord {
  const row = repo.spendingById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

function saveUse(input: ParsedInputOf<'donors.saveUse'>, ctx: Ctx): OutputOf<'donors.saveUse'> {
  const { id, version, ...fields } = input;
  liveEarmark(ctx, fields.earmarkId);
  if (fields.voucherId !== null) {
    liveVoucher(ctx, fields.voucherId);
    if (repo.voucherCounted(ctx.db, fields.earmarkId, fields.voucherId, id))
      throw new AppError('EARMARK_TWICE', { fields: { voucherId: 'EARMARK_TWICE' } });
  }
  const left = () => earmarkBalance(ctx, fields.earmarkId).left;
  if (id === null) {
    const made = repo.insertUse(ctx.db, { ...fields, sourceEntity: null, sourceId: null }, ctx.now());
    recordChange(ctx, { entity: 'earmark_use', entityId: made, action: 'create', after: fields });
    ctx.undo('donors.trashUses', { ids: [made] });
    return { id: made, version: 1, left: left() };
  }
  const row = liveSpending(ctx, id);
  const held = version ?? row.version;
  const kept = { sourceEntity: row.sourceEntity, sourceId: row.sourceId };
  if (!repo.updateUse(ctx.db, { ...fields, ...kept, id, version: held }))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'earmark_use',
    entityId: id,
    action: 'update',
    before: spendingFields(row),
    after: fields,
  });
  ctx.undo('donors.saveUse', { id, version: held + 1, ...spendingFields(row) });
  return { id, version: held + 1, left: left() };
}

function trashUses(input: ParsedInputOf<'donors.trashUses'>, ctx: Ctx): OutputOf<'donors.trashUses'> {
  for (const id of input.ids) {
    const before = spendingFields(liveSpending(ctx, id));
    repo.setUseDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'earmark_use', entityId: id, action: 'trash', before });
  }
  ctx.undo('donors.restoreUses', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreUses(input: ParsedInputOf<'donors.restoreUses'>, ctx: Ctx): OutputOf<'donors.restoreUses'> {
  const back = input.ids.filter((id) => repo.setUseDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'earmark_use', entityId: id, action: 'restore' });
  ctx.undo('donors.trashUses', { ids: input.ids });
  return { count: back.length };
}

export const earmarkHandlers = {
  'donors.earmarks': list,
  'donors.earmark': get,
  'donors.saveEarmark': save,
  'donors.trashEarmarks': trash,
  'donors.restoreEarmarks': restore,
  'donors.saveUse': saveUse,
  'donors.trashUses': trashUses,
  'donors.restoreUses': restoreUses,
};
