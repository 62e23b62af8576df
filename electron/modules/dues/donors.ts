/** Donors, their gifts with the receipt, and when they were thanked. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { voucherCode } from '../../../shared/domain/funds';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { type Booking, book, rebook, tie, unbook } from './booking';
import * as repo from './donorsRepository';
import { refuseEarmark } from './earmarks';

type DonorFields = Omit<ParsedInputOf<'donors.save'>, 'id' | 'version'>;
type GiftFields = Omit<ParsedInputOf<'donors.saveGift'>, 'id' | 'version' | 'book'>;

/** How papers and lists call somebody who is not to be named. */
export const UNNAMED = 'Nhà hảo tâm không nêu tên';

const toColumns = (f: DonorFields): repo.EditableDonor => ({
  ...f,
  anonymous: f.anonymous ? 1 : 0,
  searchKey: fold([f.name, f.contact, f.phone, f.address].filter(Boolean).join(' ')),
});
const toFields = (r: repo.DonorRecord): DonorFields => ({
  kind: r.kind,
  name: r.name,
  anonymous: r.anonymous === 1,
  addressForm: r.addressForm,
  contact: r.contact,
  phone: r.phone,
  email: r.email,
  address: r.address,
  note: r.note,
});
const toDonor = (r: repo.DonorRecord) => ({
  id: r.id,
  version: r.version,
  ...toFields(r),
  gifts: r.gifts,
  money: r.money,
  lastOn: r.lastOn,
  notThanked: r.notThanked,
});
const giftFields = (r: repo.GiftRecord): GiftFields => ({
  donorId: r.donorId,
  onDate: r.onDate,
  kind: r.kind,
  amount: r.amount,
  goods: r.goods,
  occasion: r.occasion,
  programme: r.programme,
  usedFor: r.usedFor,
  earmarkId: r.earmarkId,
  note: r.note,
});
const toGift = (r: repo.GiftRecord) => ({
  id: r.id,
  version: r.version,
  ...giftFields(r),
  donor: r.donor,
  anonymous: r.anonymous === 1,
  earmark: r.earmark,
  voucherId: r.voucherId,
  code: r.voucherKind === null || r.number === null ? null : voucherCode(r.voucherKind, r.number),
  thankedOn: r.thankedOn,
});

function liveDonor(ctx: Ctx, id: number): repo.DonorRecord {
  const row = repo.donorById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND', { fields: { donorId: 'NOT_FOUND' } });
  return row;
}

export function liveGift(ctx: Ctx, id: number): repo.GiftRecord {
  const row = repo.giftById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

const wordsIn = (search: string): string[] => fold(search).split(' ').filter(Boolean);

function list(input: ParsedInputOf<'donors.list'>, ctx: Ctx): OutputOf<'donors.list'> {
  const conditions = { words: wordsIn(input.search), notThanked: input.notThanked };
  return {
    total: repo.countDonors(ctx.db, conditions),
    rows: repo.donorList(ctx.db, conditions, input).map(toDonor),
  };
}

const ALL = { words: [], year: null, donorId: null, earmarkId: null, notThanked: false };

function get(input: ParsedInputOf<'donors.get'>, ctx: Ctx): OutputOf<'donors.get'> {
  const donor = liveDonor(ctx, input.id);
  const gifts = repo.giftList(ctx.db, { ...ALL, donorId: donor.id }, { offset: 0, limit: 5000 });
  return { donor: toDonor(donor), gifts: gifts.map(toGift) };
}

function save(input: ParsedInputOf<'donors.save'>, ctx: Ctx): OutputOf<'donors.save'> {
  const { id, version, ...fields } = input;
  if (id === null) {
    const made = repo.insertDonor(ctx.db, { ...toColumns(fields), uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'donor', entityId: made, action: 'create', after: fields });
    ctx.undo('donors.trash', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = liveDonor(ctx, id);
  const held = version ?? row.version;
  if (!repo.updateDonor(ctx.db, { ...toColumns(fields), id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'donor',
    entityId: id,
    action: 'update',
    before: toFields(row),
    after: fields,
  });
  ctx.undo('donors.save', { id, version: held + 1, ...toFields(row) });
  return { id, version: held + 1 };
}

function trash(input: ParsedInputOf<'donors.trash'>, ctx: Ctx): OutputOf<'donors.trash'> {
  for (const id of input.ids) {
    const row = liveDonor(ctx, id);
    if (row.gifts > 0) throw new AppError('IN_USE');
    repo.setDonorDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'donor', entityId: id, action: 'trash', before: toFields(row) });
  }
  ctx.undo('donors.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'donors.restore'>, ctx: Ctx): OutputOf<'donors.restore'> {
  const back = input.ids.filter((id) => repo.setDonorDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'donor', entityId: id, action: 'restore' });
  ctx.undo('donors.trash', { ids: input.ids });
  return { count: back.length };
}

function gifts(input: ParsedInputOf<'donors.gifts'>, ctx: Ctx): OutputOf<'donors.gifts'> {
  const { search, ...rest } = input;
  const conditions = { ...rest, words: wordsIn(search) };
  return {
    ...repo.giftTotals(ctx.db, conditions),
    rows: repo.giftList(ctx.db, conditions, input).map(toGift),
  };
}

/** Errors: DONOR_GIFT for money without an amount, or a thing without a name. */
function checked(ctx: Ctx, fields: GiftFields): GiftFields {
  liveDonor(ctx, fields.donorId);
  refuseEarmark(ctx, fields.earmarkId);
  const money = fields.kind === 'money';
  const amount = fields.amount || null;
  if (money && amount === null) throw new AppError('DONOR_GIFT', { fields: { amount: 'DONOR_GIFT' } });
  if (!money && fields.goods === null) throw new AppError('DONOR_GIFT', { fields: { goods: 'DONOR_GIFT' } });
  return { ...fields, amount, goods: money ? null : fields.goods };
}

function enter(ctx: Ctx, id: number, where: Booking): { id: number; code: string | null } {
  const gift = liveGift(ctx, id);
  if (gift.kind !== 'money' || gift.amount === null) throw new AppError('DONOR_GIFT');
  if (gift.voucherId !== null) throw new AppError('GIFT_BOOKED');
  const name = gift.anonymous === 1 ? UNNAMED : gift.donor;
  const purpose = gift.earmark ?? gift.programme;
  const given = book(ctx, where, {
    code: 'T-UH',
    amount: gift.amount,
    reason: purpose ? `${name} ủng hộ: ${purpose}` : `${name} ủng hộ`,
    personName: name.slice(0, 150),
    address: gift.anonymous === 1 ? null : (gift.address?.slice(0, 200) ?? null),
  });
  repo.setGiftVoucher(ctx.db, id, given.id);
  tie(ctx, given.id, 'donor_gift', id, name);
  recordChange(ctx, {
    entity: 'donor_gift',
    entityId: id,
    action: 'update',
    before: { number: null },
    after: { number: given.code },
  });
  return { id: given.id, code: given.code };
}

function saveGift(input: ParsedInputOf<'donors.saveGift'>, ctx: Ctx): OutputOf<'donors.saveGift'> {
  const { id, version, book: where, ...given } = input;
  const fields = checked(ctx, given);
  if (id === null) {
    const made = repo.insertGift(ctx.db, fields, ctx.now());
    recordChange(ctx, { entity: 'donor_gift', entityId: made, action: 'create', after: fields });
    const entered = where && enter(ctx, made, { ...where, onDate: fields.onDate });
    ctx.undo('donors.trashGifts', { ids: [made] });
    return { id: made, version: entered ? 2 : 1, code: entered?.code ?? null };
  }
  const row = liveGift(ctx, id);
  const before = giftFields(row);
  const held = version ?? row.version;
  const moved = (['donorId', 'onDate', 'kind', 'amount'] as const).some((key) => before[key] !== fields[key]);
  if (row.voucherId !== null && moved) throw new AppError('GIFT_BOOKED');
  if (!repo.updateGift(ctx.db, { ...fields, id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'donor_gift', entityId: id, action: 'update', before, after: fields });
  ctx.undo('donors.saveGift', { id, version: held + 1, ...before });
  return { id, version: held + 1, code: toGift(row).code };
}

function bookGift(input: ParsedInputOf<'donors.bookGift'>, ctx: Ctx): OutputOf<'donors.bookGift'> {
  const { id, ...where } = input;
  const given = enter(ctx, id, where);
  ctx.undo('donors.unbookGift', { id });
  return { voucherId: given.id, code: given.code };
}

function unbookGift(input: ParsedInputOf<'donors.unbookGift'>, ctx: Ctx): OutputOf<'donors.unbookGift'> {
  const gift = liveGift(ctx, input.id);
  if (gift.voucherId === null) throw new AppError('NOT_FOUND');
  repo.setGiftVoucher(ctx.db, gift.id, null);
  if (gift.voucherStatus === 'numbered') unbook(ctx, [gift.voucherId]);
  recordChange(ctx, {
    entity: 'donor_gift',
    entityId: gift.id,
    action: 'update',
    before: { number: toGift(gift).code },
    after: { number: null },
  });
  return { count: 1 };
}

const numbered = (rows: readonly repo.GiftRecord[], status: string): number[] =>
  rows.flatMap((row) => (row.voucherId !== null && row.voucherStatus === status ? [row.voucherId] : []));

function trashGifts(input: ParsedInputOf<'donors.trashGifts'>, ctx: Ctx): OutputOf<'donors.trashGifts'> {
  const rows = input.ids.map((id) => liveGift(ctx, id));
  for (const row of rows) {
    repo.setGiftDeleted(ctx.db, row.id, ctx.now());
    recordChange(ctx, { entity: 'donor_gift', entityId: row.id, action: 'trash', before: giftFields(row) });
  }
  unbook(ctx, numbered(rows, 'numbered'));
  ctx.undo('donors.restoreGifts', { ids: input.ids });
  return { count: rows.length };
}

function restoreGifts(
  input: ParsedInputOf<'donors.restoreGifts'>,
  ctx: Ctx,
): OutputOf<'donors.restoreGifts'> {
  const rows = input.ids
    .flatMap((id) => repo.giftById(ctx.db, id) ?? [])
    .filter((row) => row.deletedAt !== null);
  rebook(ctx, numbered(rows, 'draft'));
  for (const row of rows) {
    repo.setGiftDeleted(ctx.db, row.id, null);
    recordChange(ctx, { entity: 'donor_gift', entityId: row.id, action: 'restore' });
  }
  ctx.undo('donors.trashGifts', { ids: input.ids });
  return { count: rows.length };
}

/** Writes when the donors of gifts were thanked, within the transaction of the caller. */
export function thank(ctx: Ctx, ids: readonly number[], on: string | null): void {
  for (const id of ids) {
    const row = liveGift(ctx, id);
    if (row.thankedOn === on) continue;
    repo.setThanked(ctx.db, id, on);
    recordChange(ctx, {
      entity: 'donor_gift',
      entityId: id,
      action: 'update',
      before: { thankedOn: row.thankedOn },
      after: { thankedOn: on },
    });
  }
}

function setThanked(input: ParsedInputOf<'donors.setThanked'>, ctx: Ctx): OutputOf<'donors.setThanked'> {
  const rows = input.ids.map((id) => liveGift(ctx, id));
  thank(ctx, input.ids, input.on);
  const [first] = rows;
  const same = rows.every((row) => row.thankedOn === first!.thankedOn);
  if (same) ctx.undo('donors.setThanked', { ids: input.ids, on: first!.thankedOn });
  else
    ctx.undo('donors.setThanked', {
      ids: rows.filter((row) => row.thankedOn === null).map((row) => row.id),
      on: null,
    });
  return { count: input.ids.length };
}

export const donorHandlers = {
  'donors.list': list,
  'donors.get': get,
  'donors.save': save,
  'donors.trash': trash,
  'donors.restore': restore,
  'donors.gifts': gifts,
  'donors.saveGift': saveGift,
  'donors.bookGift': bookGift,
  'donors.unbookGift': unbookGift,
  'donors.trashGifts': trashGifts,
  'donors.restoreGifts': restoreGifts,
  'donors.setThanked': setThanked,
};
