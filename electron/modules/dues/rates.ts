/** Dated rates of dues, the month they are kept from, pay by month, and what is set by hand for one person. */
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { groupState, requireOn } from '../members/privacy/service';
import { keptFrom } from './ledger';
import * as ledger from './ledgerRepository';
import * as repo from './ratesRepository';

type Fields = Omit<ParsedInputOf<'dues.saveRate'>, 'id' | 'version'>;

const toFields = ({
  kind,
  points,
  amount,
  ceiling,
  partial,
  validFrom,
  source,
}: repo.RateRecord): Fields => ({
  kind,
  points,
  amount,
  ceiling,
  partial,
  validFrom,
  source,
});

export const toRate = (row: repo.RateRecord) => ({ id: row.id, version: row.version, ...toFields(row) });

function rates(_: ParsedInputOf<'dues.rates'>, ctx: Ctx): OutputOf<'dues.rates'> {
  const set = ledger.startMonth(ctx.db);
  const basesOn = groupState(ctx).money;
  return {
    rows: repo.rates(ctx.db).map(toRate),
    start: keptFrom(ctx),
    startSet: set !== null,
    basesOn,
    withBase: basesOn ? ledger.countBases(ctx.db) : 0,
  };
}

/** Only what its kind has; refuses one that says nothing. */
function tidied(fields: Fields): Fields {
  const percent = fields.kind === 'percent';
  const said = percent ? fields.points : fields.amount;
  if (!said) throw new AppError('DUES_RATE', { fields: { [percent ? 'points' : 'amount']: 'DUES_RATE' } });
  return {
    ...fields,
    points: percent ? fields.points : null,
    amount: percent ? null : fields.amount,
    ceiling: percent ? fields.ceiling || null : null,
  };
}

function saveRate(input: ParsedInputOf<'dues.saveRate'>, ctx: Ctx): OutputOf<'dues.saveRate'> {
  const { id, version, ...given } = input;
  const fields = tidied(given);
  if (id === null) {
    const made = repo.insertRate(ctx.db, fields);
    recordChange(ctx, { entity: 'dues_rate', entityId: made, action: 'create', after: fields });
    ctx.undo('dues.trashRates', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = liveRate(ctx, id);
  const held = version ?? row.version;
  if (!repo.updateRate(ctx.db, { ...fields, id, version: held })) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'dues_rate',
    entityId: id,
    action: 'update',
    before: toFields(row),
    after: fields,
  });
  ctx.undo('dues.saveRate', { id, version: held + 1, ...toFields(row) });
  return { id, version: held + 1 };
}

function liveRate(ctx: Ctx, id: number): repo.RateRecord {
  const row = repo.rateById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

function trashRates(input: ParsedInputOf<'dues.trashRates'>, ctx: Ctx): OutputOf<'dues.trashRates'> {
  for (const id of input.ids) {
    const before = toFields(liveRate(ctx, id));
    repo.setRateDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'dues_rate', entityId: id, action: 'trash', before });
  }
  ctx.undo('dues.restoreRates', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreRates(input: ParsedInputOf<'dues.restoreRates'>, ctx: Ctx): OutputOf<'dues.restoreRates'> {
  const back = input.ids.filter((id) => repo.setRateDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'dues_rate', entityId: id, action: 'restore' });
  ctx.undo('dues.trashRates', { ids: input.ids });
  return { count: back.length };
}

function setStart(input: ParsedInputOf<'dues.setStart'>, ctx: Ctx): OutputOf<'dues.setStart'> {
  const before = ledger.startMonth(ctx.db);
  ledger.setStartMonth(ctx.db, input.month);
  recordChange(ctx, {
    entity: 'dues_start',
    entityId: null,
    action: 'update',
    before: { month: before },
    after: { month: input.month },
  });
  ctx.undo('dues.setStart', { month: before });
  return { month: input.month };
}

function refuseStranger(ctx: Ctx, memberId: number): void {
  if (!ledger.isMember(ctx.db, memberId))
    throw new AppError('NOT_FOUND', { fields: { memberId: 'NOT_FOUND' } });
}

function setBases(input: ParsedInputOf<'dues.setBases'>, ctx: Ctx): OutputOf<'dues.setBases'> {
  requireOn(ctx, ['duesBase']);
  const before = input.rows.map(({ memberId, fromMonth }) => ({
    memberId,
    fromMonth,
    amount: ledger.baseOf(ctx.db, memberId, fromMonth),
  }));
  for (const [at, row] of input.rows.entries()) {
    refuseStranger(ctx, row.memberId);
    ledger.setBase(ctx.db, row);
    const { memberId, fromMonth } = row;
    recordChange(ctx, {
      entity: 'dues_base',
      entityId: memberId,
      action: 'update',
      before: { memberId, fromMonth, duesBase: before[at]!.amount },
      after: { memberId, fromMonth, duesBase: row.amount },
    });
  }
  ctx.undo('dues.setBases', { rows: before });
  return { count: input.rows.length };
}

function setDue(input: ParsedInputOf<'dues.setDue'>, ctx: Ctx): OutputOf<'dues.setDue'> {
  const { memberId, month, amount, reason } = input;
  refuseStranger(ctx, memberId);
  if (amount !== null && reason === null)
    throw new AppError('REASON_REQUIRED', { fields: { reason: 'REASON_REQUIRED' } });
  const old = ledger.overrideOf(ctx.db, memberId, month);
  const before = { amount: old?.amount ?? null, reason: old?.reason ?? null };
  ledger.setOverride(ctx.db, input);
  recordChange(ctx, {
    entity: 'dues_override',
    entityId: memberId,
    action: 'update',
    before: { memberId, month, ...before },
    after: { memberId, month, amount, reason },
  });
  ctx.undo('dues.setDue', { memberId, month, ...before });
  return { count: 1 };
}

export const rateHandlers = {
  'dues.rates': rates,
  'dues.saveRate': saveRate,
  'dues.trashRates': trashRates,
  'dues.restoreRates': restoreRates,
  'dues.setStart': setStart,
  'dues.setBases': setBases,
  'dues.setDue': setDue,
};
