/** Fund drives: opened, given to, put into the cash book. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { voucherCode } from '../../../shared/domain/funds';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { liveVoucher, wordsOf } from '../funds/service';
import { book, tie, unbook } from './booking';
import { driveState } from './driveFigures';
import * as repo from './drivesRepository';
import { earmarkName, refuseEarmark } from './earmarks';
import { fundName } from './earmarksRepository';

type DriveFields = Omit<ParsedInputOf<'drives.save'>, 'id' | 'version'>;
type GiftFields = Omit<ParsedInputOf<'drives.updateGift'>, 'id' | 'version'>;
type Row = OutputOf<'drives.list'>['rows'][number];

const toColumns = (f: DriveFields): repo.EditableDrive => ({
  name: f.name,
  launched_by: f.launchedBy,
  launched_on: f.launchedOn,
  cut_off: f.cutOff,
  deadline: f.deadline,
  target_kind: f.targetKind,
  target_amount: f.targetKind === 'none' ? null : f.targetAmount || null,
  target_text: f.targetText,
  fund_id: f.fundId,
  earmark_id: f.earmarkId,
  purpose: f.purpose,
  note: f.note,
  search_key: fold([f.name, f.launchedBy, f.purpose].filter(Boolean).join(' ')),
});

const toFields = (r: repo.DriveRecord): DriveFields => ({
  name: r.name,
  launchedBy: r.launched_by,
  launchedOn: r.launched_on,
  cutOff: r.cut_off,
  deadline: r.deadline,
  targetKind: r.target_kind,
  targetAmount: r.target_amount,
  targetText: r.target_text,
  fundId: r.fund_id,
  earmarkId: r.earmark_id,
  purpose: r.purpose,
  note: r.note,
});

export function toDrive(ctx: Pick<Ctx, 'db' | 'today'>, r: repo.DriveRecord): Row {
  const { figures } = driveState(ctx, r);
  const late = r.deadline !== null && r.deadline < ctx.today() && figures.missing > 0;
  return { id: r.id, version: r.version, ...toFields(r), ...figures, late };
}

export function liveDrive(ctx: Pick<Ctx, 'db'>, id: number): repo.DriveRecord {
  const row = repo.driveById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  return row;
}

const wordsIn = (search: string): string[] => fold(search).split(' ').filter(Boolean);

function list(input: ParsedInputOf<'drives.list'>, ctx: Ctx): OutputOf<'drives.list'> {
  const words = wordsIn(input.search);
  const { year, late, offset, limit } = input;
  if (late || year !== null) {
    const rows = repo
      .driveList(ctx.db, words, { offset: 0, limit: -1 })
      .map((row) => toDrive(ctx, row))
      .filter((row) => row.late || (!late && row.launchedOn.startsWith(String(year))));
    return { total: rows.length, rows: rows.slice(offset, offset + limit) };
  }
  return {
    total: repo.countDrives(ctx.db, words),
    rows: repo.driveList(ctx.db, words, input).map((row) => toDrive(ctx, row)),
  };
}

function get(input: ParsedInputOf<'drives.get'>, ctx: Ctx): OutputOf<'drives.get'> {
  const row = liveDrive(ctx, input.id);
  const { departments, figures } = driveState(ctx, row);
  return {
    drive: toDrive(ctx, row),
    fundName: fundName(ctx.db, row.fund_id),
    earmarkName: earmarkName(ctx, row.earmark_id),
    departments,
    vouchers: repo.driveVouchers(ctx.db, row.id).map(({ kind, number, ...rest }) => ({
      ...rest,
      code: number === null ? null : voucherCode(kind, number),
    })),
    inWords: figures.amount > 0 ? wordsOf(ctx, figures.amount) : '',
  };
}

function save(input: ParsedInputOf<'drives.save'>, ctx: Ctx): OutputOf<'drives.save'> {
  const { id, version, ...fields } = input;
  if (fields.deadline !== null && fields.deadline < fields.launchedOn)
    throw new AppError('DATE_ORDER', { fields: { deadline: 'DATE_ORDER' } });
  refuseEarmark(ctx, fields.earmarkId);
  if (id === null) {
    const made = repo.insertDrive(ctx.db, { ...toColumns(fields), uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'drive', entityId: made, action: 'create', after: fields });
    ctx.undo('drives.trash', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = liveDrive(ctx, id);
  const held = version ?? row.version;
  if (!repo.updateDrive(ctx.db, { ...toColumns(fields), id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = toFields(row);
  recordChange(ctx, { entity: 'drive', entityId: id, action: 'update', before, after: fields });
  ctx.undo('drives.save', { id, version: held + 1, ...before });
  return { id, version: held + 1 };
}

function trash(input: ParsedInputOf<'drives.trash'>, ctx: Ctx): OutputOf<'drives.trash'> {
  for (const id of input.ids) {
    const row = liveDrive(ctx, id);
    if (repo.giftsOf(ctx.db, id).some((gift) => gift.voucherId !== null)) throw new AppError('GIFT_BOOKED');
    repo.setDriveDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'drive', entityId: id, action: 'trash', before: toFields(row) });
  }
  ctx.undo('drives.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'drives.restore'>, ctx: Ctx): OutputOf<'drives.restore'> {
  const back = input.ids.filter((id) => repo.setDriveDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'drive', entityId: id, action: 'restore' });
  ctx.undo('drives.trash', { ids: input.ids });
  return { count: back.length };
}

export const toGift = (
  r: repo.GiftRecord,
  asked: ReadonlySet<number>,
): OutputOf<'drives.gifts'>['rows'][number] => ({
  id: r.id,
  version: r.version,
  driveId: r.driveId,
  memberId: r.memberId,
  departmentId: r.departmentId,
  department: r.department,
  name: r.name,
  people: r.people,
  onDate: r.onDate,
  amount: r.amount,
  note: r.note,
  voucherId: r.voucherId,
  code: r.kind === null || r.number === null ? null : voucherCode(r.kind, r.number),
  outside: r.memberId !== null && !asked.has(r.memberId),
});

function gifts(input: ParsedInputOf<'drives.gifts'>, ctx: Ctx): OutputOf<'drives.gifts'> {
  const drive = liveDrive(ctx, input.id);
  const { asked } = driveState(ctx, drive);
  const home = new Map(repo.membersOn(ctx.db, drive.cut_off).map((one) => [one.memberId, one.departmentId]));
  const words = wordsIn(input.search);
  const rows = repo.giftsOf(ctx.db, drive.id).filter((gift) => {
    const key = fold(`${gift.name} ${gift.department ?? ''} ${gift.note ?? ''}`);
    const at = gift.departmentId ?? (gift.memberId === null ? null : (home.get(gift.memberId) ?? null));
    return (
      words.every((word) => key.includes(word)) &&
      (input.departmentId === null || at === input.departmentId) &&
      (input.booked === null || (gift.voucherId !== null) === input.booked)
    );
  });
  return {
    total: rows.length,
    amount: rows.reduce((sum, gift) => sum + gift.amount, 0),
    rows: rows.slice(input.offset, input.offset + input.limit).map((gift) => toGift(gift, asked)),
  };
}

function missing(input: ParsedInputOf<'drives.missing'>, ctx: Ctx): OutputOf<'drives.missing'> {
  const state = driveState(ctx, liveDrive(ctx, input.id));
  const words = wordsIn(input.search);
  const rows = state.missing.filter(
    (one) =>
      (input.departmentId === null || one.departmentId === input.departmentId) &&
      words.every((word) => fold(one.fullName).includes(word)),
  );
  return {
    total: rows.length,
    unnamed: state.unnamed.filter((part) => input.departmentId === null || part.id === input.departmentId),
    rows: rows.slice(input.offset, input.offset + input.limit),
  };
}

/** Who gave, by the name known here. Errors: DRIVE_GIFT when it is nobody, two at once, or nothing. */
function giver(ctx: Ctx, driveId: number, gift: GiftFields, at = ''): repo.EditableGift {
  const { memberId, departmentId, people, amount } = gift;
  const name =
    memberId !== null
      ? repo.nameOfMember(ctx.db, memberId)
      : departmentId !== null
        ? repo.nameOfDepartment(ctx.db, departmentId)
        : gift.name;
  const twice = memberId !== null && departmentId !== null;
  const uncounted = departmentId !== null && people === null && amount > 0;
  if (name === null || twice || uncounted || amount === 0 || (people !== null && departmentId === null))
    throw new AppError('DRIVE_GIFT', {
      fields: { [`${at}${uncounted ? 'people' : amount === 0 ? 'amount' : 'name'}`]: 'DRIVE_GIFT' },
    });
  return { driveId, memberId, departmentId, name, people, onDate: gift.onDate, amount, note: gift.note };
}

function record(input: ParsedInputOf<'drives.record'>, ctx: Ctx): OutputOf<'drives.record'> {
  const drive = liveDrive(ctx, input.id);
  const ids = input.gifts.map((gift, at) => {
    const row = giver(ctx, drive.id, gift, `gifts.${at}.`);
    const id = repo.insertGift(ctx.db, row, ctx.now());
    recordChange(ctx, { entity: 'drive_gift', entityId: id, action: 'create', after: { ...row } });
    return id;
  });
  ctx.undo('drives.trashGifts', { ids });
  return { ids, amount: input.gifts.reduce((sum, gift) => sum + gift.amount, 0) };
}

function liveGift(ctx: Ctx, id: number): repo.GiftRecord {
  const row = repo.giftById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

function refuseBooked(row: repo.GiftRecord): void {
  if (row.voucherId !== null) throw new AppError('GIFT_BOOKED');
}

const giftFields = (r: repo.GiftRecord): GiftFields => ({
  memberId: r.memberId,
  departmentId: r.departmentId,
  name: r.memberId === null && r.departmentId === null ? r.name : null,
  people: r.people,
  onDate: r.onDate,
  amount: r.amount,
  note: r.note,
});

function updateGift(input: ParsedInputOf<'drives.updateGift'>, ctx: Ctx): OutputOf<'drives.updateGift'> {
  const { id, version, ...fields } = input;
  const row = liveGift(ctx, id);
  refuseBooked(row);
  if (!repo.updateGift(ctx.db, { ...giver(ctx, row.driveId, fields), id, version }))
    throw new AppError('VERSION_CONFLICT');
  const before = giftFields(row);
  recordChange(ctx, { entity: 'drive_gift', entityId: id, action: 'update', before, after: fields });
  ctx.undo('drives.updateGift', { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

function trashGifts(input: ParsedInputOf<'drives.trashGifts'>, ctx: Ctx): OutputOf<'drives.trashGifts'> {
  for (const id of input.ids) {
    const row = liveGift(ctx, id);
    refuseBooked(row);
    repo.setDriveGiftDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'drive_gift', entityId: id, action: 'trash', before: giftFields(row) });
  }
  ctx.undo('drives.restoreGifts', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreGifts(
  input: ParsedInputOf<'drives.restoreGifts'>,
  ctx: Ctx,
): OutputOf<'drives.restoreGifts'> {
  const back = input.ids.filter((id) => repo.setDriveGiftDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'drive_gift', entityId: id, action: 'restore' });
  ctx.undo('drives.trashGifts', { ids: input.ids });
  return { count: back.length };
}

function bookGifts(input: ParsedInputOf<'drives.book'>, ctx: Ctx): OutputOf<'drives.book'> {
  const { id, giftIds, payer, ...where } = input;
  const drive = liveDrive(ctx, id);
  const all = repo.giftsOf(ctx.db, id);
  const chosen =
    giftIds === null
      ? all.filter((gift) => gift.voucherId === null)
      : giftIds.map((one) => liveGift(ctx, one));
  for (const gift of chosen) {
    if (gift.driveId !== id) throw new AppError('NOT_FOUND');
    refuseBooked(gift);
  }
  const amount = chosen.reduce((sum, gift) => sum + gift.amount, 0);
  if (amount === 0) throw new AppError('NOTHING_TO_BOOK');
  const [only] = chosen;
  const given = book(ctx, where, {
    code: 'T-UH',
    amount,
    reason: amount > 0 ? `Thu cuộc vận động ${drive.name}` : `Trả lại tiền cuộc vận động ${drive.name}`,
    personName: payer ?? (chosen.length === 1 ? only!.name : null),
    papers: 'Danh sách ủng hộ',
  });
  for (const gift of chosen) repo.setGiftVoucher(ctx.db, gift.id, given.id);
  tie(ctx, given.id, 'drive', id, drive.name);
  recordChange(ctx, {
    entity: 'drive',
    entityId: id,
    action: 'update',
    after: { number: given.code, amount },
  });
  ctx.undo('drives.unbook', { voucherId: given.id });
  return { voucherId: given.id, code: given.code, amount, count: chosen.length };
}

function unbookGifts(input: ParsedInputOf<'drives.unbook'>, ctx: Ctx): OutputOf<'drives.unbook'> {
  const rows = repo.giftsOfVoucher(ctx.db, input.voucherId);
  const [first] = rows;
  if (!first) throw new AppError('NOT_FOUND');
  const voucher = liveVoucher(ctx, input.voucherId);
  for (const gift of rows) repo.setGiftVoucher(ctx.db, gift.id, null);
  if (voucher.status === 'numbered') unbook(ctx, [input.voucherId]);
  const { fund_id: fundId, on_date: onDate, holding, person_name: payer } = voucher;
  recordChange(ctx, { entity: 'drive', entityId: first.driveId, action: 'update', after: { number: null } });
  ctx.undo('drives.book', {
    id: first.driveId,
    fundId,
    onDate,
    holding,
    payer,
    giftIds: rows.map((gift) => gift.id),
  });
  return { count: rows.length };
}

/** What a member gave: "Ủng hộ Mái ấm tình thương". */
export function driveTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  return repo.givenBy(ctx.db, memberId).map((row) => ({
    kind: 'drive',
    date: row.onDate,
    title: `Ủng hộ ${row.drive}`,
    titleEn: `Gave to ${row.drive}`,
    detail: null,
    recordId: row.driveId,
  }));
}

export const driveHandlers = {
  'drives.list': list,
  'drives.get': get,
  'drives.save': save,
  'drives.trash': trash,
  'drives.restore': restore,
  'drives.gifts': gifts,
  'drives.missing': missing,
  'drives.record': record,
  'drives.updateGift': updateGift,
  'drives.trashGifts': trashGifts,
  'drives.restoreGifts': restoreGifts,
  'drives.book': bookGifts,
  'drives.unbook': unbookGifts,
};
