/** Dues handed in: one receipt for each collection, put right only by new entries. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { voucherCode } from '../../../shared/domain/funds';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { book, monthWords, placeOf, rebook, tie, unbook } from './booking';
import * as repo from './collectionsRepository';
import { isMember } from './ledgerRepository';

type Row = OutputOf<'dues.collections'>['rows'][number];
type Lines = ParsedInputOf<'dues.collect'>['lines'];

/** Months further ahead than this are a slip of the hand. */
const MONTHS_AHEAD = 12;

export const toCollection = (r: repo.CollectionRecord): Row => ({
  id: r.id,
  version: r.version,
  onDate: r.onDate,
  payer: r.payer,
  note: r.note,
  amount: r.amount,
  people: r.people,
  months: (JSON.parse(r.months) as string[]).sort(),
  departments: JSON.parse(r.departments) as string[],
  voucherId: r.voucherId,
  code: r.kind === null || r.number === null ? null : voucherCode(r.kind, r.number),
  counts: r.status === 'numbered',
  closed: r.closed === 1,
  correctsId: r.correctsId,
});

function live(ctx: Pick<Ctx, 'db'>, id: number): repo.CollectionRecord {
  const row = repo.collectionById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

function list(input: ParsedInputOf<'dues.collections'>, ctx: Ctx): OutputOf<'dues.collections'> {
  return {
    ...repo.collectionTotals(ctx.db, input),
    rows: repo.collections(ctx.db, input, input).map(toCollection),
  };
}

function get(input: ParsedInputOf<'dues.collection'>, ctx: Ctx): OutputOf<'dues.collection'> {
  return { collection: toCollection(live(ctx, input.id)), lines: repo.linesOf(ctx.db, input.id) };
}

/** Errors: DUES_LINE on a line that names nobody, two at once or nobody's number; DUES_FUTURE far ahead. */
function refuseLines(ctx: Ctx, lines: Lines, onDate: string): void {
  const last = `${Number(onDate.slice(0, 4)) + Math.floor(MONTHS_AHEAD / 12)}-${onDate.slice(5, 7)}`;
  const seen = new Set<string>();
  for (const [at, line] of lines.entries()) {
    const { memberId, departmentId, people, month } = line;
    const key = `${month}/${memberId}/${departmentId}`;
    const known =
      memberId !== null
        ? departmentId === null && people === null && isMember(ctx.db, memberId)
        : departmentId !== null && people !== null && repo.departmentExists(ctx.db, departmentId);
    if (!known || seen.has(key))
      throw new AppError('DUES_LINE', { fields: { [`lines.${at}`]: 'DUES_LINE' } });
    if (month > last) throw new AppError('DUES_FUTURE', { fields: { [`lines.${at}.month`]: 'DUES_FUTURE' } });
    seen.add(key);
  }
}

interface NewCollection {
  payer: string | null;
  note: string | null;
  correctsId: number | null;
  onDate: string;
  lines: readonly repo.NewLine[];
}

function write(ctx: Ctx, voucherId: number, collection: NewCollection, label: string): number {
  const { lines, ...facts } = collection;
  const id = repo.insertCollection(ctx.db, { ...facts, uid: uuid(), voucherId }, ctx.now());
  repo.insertLines(ctx.db, id, lines);
  tie(ctx, voucherId, 'dues_collection', id, label);
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  recordChange(ctx, {
    entity: 'dues_collection',
    entityId: id,
    action: 'create',
    after: {
      onDate: facts.onDate,
      payer: facts.payer,
      amount,
      months: monthWords(lines.map((line) => line.month)),
      note: facts.note,
    },
  });
  ctx.undo('dues.trashCollections', { ids: [id] });
  return id;
}

function peopleOf(lines: readonly repo.NewLine[]): number {
  const named = new Set(lines.flatMap((line) => line.memberId ?? []));
  return named.size + lines.reduce((sum, line) => sum + (line.people ?? 0), 0);
}

function collect(input: ParsedInputOf<'dues.collect'>, ctx: Ctx): OutputOf<'dues.collect'> {
  const { lines, payer, note, ...where } = input;
  refuseLines(ctx, lines, where.onDate);
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  const label = `Thu đoàn phí ${monthWords(lines.map((line) => line.month))}`;
  const about = {
    code: 'T-DP',
    amount,
    reason: `${label} (${peopleOf(lines)} người)`,
    personName: payer,
    papers: 'Danh sách thu đoàn phí',
  };
  const given = book(ctx, where, about);
  const id = write(ctx, given.id, { onDate: where.onDate, payer, note, correctsId: null, lines }, label);
  return { id, voucherId: given.id, code: given.code, amount };
}

function correct(input: ParsedInputOf<'dues.correct'>, ctx: Ctx): OutputOf<'dues.correct'> {
  const { id, memberId, departmentId, month, onDate, reason } = input;
  const row = live(ctx, id);
  if (row.status !== 'numbered') throw new AppError('VOUCHER_CANCELLED');
  const stands = repo.standing(ctx.db, id, { memberId, departmentId, month });
  if (stands.lines === 0) throw new AppError('NOT_FOUND');
  const amount = input.amount - stands.amount;
  if (amount === 0) throw new AppError('VOUCHER_SAME', { fields: { amount: 'VOUCHER_SAME' } });
  const people = departmentId === null ? null : (input.people ?? stands.people) - stands.people;
  const where = { ...placeOf(ctx, row.voucherId!), onDate };
  const given = book(ctx, where, {
    code: 'T-DP',
    amount,
    reason,
    personName: row.payer,
    papers: row.kind && row.number ? `Phiếu ${voucherCode(row.kind, row.number)}` : null,
    correctsId: row.voucherId,
  });
  const lines = [{ memberId, departmentId, month, people, amount }];
  const label = `Điều chỉnh đoàn phí ${monthWords([month])}`;
  const made = write(ctx, given.id, { onDate, payer: row.payer, note: reason, correctsId: id, lines }, label);
  return { id: made, voucherId: given.id, code: given.code, amount };
}

function trash(input: ParsedInputOf<'dues.trashCollections'>, ctx: Ctx): OutputOf<'dues.trashCollections'> {
  const rows = input.ids.map((id) => live(ctx, id));
  for (const row of rows) {
    if (repo.correctionsOf(ctx.db, row.id) > 0) throw new AppError('IN_USE');
    repo.setCollectionDeleted(ctx.db, row.id, ctx.now());
    recordChange(ctx, {
      entity: 'dues_collection',
      entityId: row.id,
      action: 'trash',
      before: { onDate: row.onDate, payer: row.payer, amount: row.amount },
    });
  }
  unbook(
    ctx,
    rows.flatMap((row) => (row.status === 'numbered' && row.voucherId !== null ? [row.voucherId] : [])),
  );
  ctx.undo('dues.restoreCollections', { ids: input.ids });
  return { count: rows.length };
}

function restore(
  input: ParsedInputOf<'dues.restoreCollections'>,
  ctx: Ctx,
): OutputOf<'dues.restoreCollections'> {
  const rows = input.ids
    .flatMap((id) => repo.collectionById(ctx.db, id) ?? [])
    .filter((row) => row.deletedAt !== null);
  rebook(
    ctx,
    rows.flatMap((row) => (row.status === 'draft' && row.voucherId !== null ? [row.voucherId] : [])),
  );
  for (const row of rows) {
    repo.setCollectionDeleted(ctx.db, row.id, null);
    recordChange(ctx, { entity: 'dues_collection', entityId: row.id, action: 'restore' });
  }
  ctx.undo('dues.trashCollections', { ids: input.ids });
  return { count: rows.length };
}

/** What a member handed in: "Nộp đoàn phí tháng 8, 9/2026". */
export function duesTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  return repo.paidBy(ctx.db, memberId).map((row) => {
    const months = JSON.parse(row.months) as string[];
    return {
      kind: 'dues',
      date: row.onDate,
      title: `Nộp đoàn phí ${monthWords(months)}`,
      titleEn: `Paid dues for ${months
        .sort()
        .map((month) => `${month.slice(5)}/${month.slice(0, 4)}`)
        .join(', ')}`,
      detail: null,
      recordId: row.id,
    };
  });
}

/** Collections whose voucher no longer says the same. */
export const tornCollections = (ctx: Ctx, year: number | null) =>
  repo.torn(ctx.db, year).map((row) => ({
    key: `dues-${row.id}`,
    label: `Lần thu đoàn phí ngày ${row.onDate.split('-').reverse().join('/')} không khớp phiếu thu trong sổ quỹ`,
    path: `/dues?tab=collections&collection=${row.id}`,
    explained: null,
  }));

export const collectionHandlers = {
  'dues.collections': list,
  'dues.collection': get,
  'dues.collect': collect,
  'dues.correct': correct,
  'dues.trashCollections': trash,
  'dues.restoreCollections': restore,
};
