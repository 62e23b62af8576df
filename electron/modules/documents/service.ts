/** The register of documents: entries, void numbers, answers and deadlines. */
import { AppError } from '../../../shared/contract/errors';
import { addDays } from '../../../shared/domain/dateMath';
import { DUE_SOON_DAYS } from '../../../shared/domain/documents';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { type CalendarSource, calendarEntry } from '../calendar/service';
import { codeFor, enterDocument, liveType, next, seriesOf, takeNumber, voidDocument } from './numbers';
import { registerPaper } from './papers';
import { liveDocument, logged, refuseFields, toColumns, toFields, toRow } from './record';
import * as repo from './repository';
import { typeHandlers } from './types';

export { enterTyped, nextCode, takeNumber, takenBy, takenElsewhere } from './numbers';
export { membersAnswering } from './repository';

const soonOf = (ctx: Ctx): string => addDays(ctx.today(), DUE_SOON_DAYS);

function list(input: ParsedInputOf<'documents.list'>, ctx: Ctx): OutputOf<'documents.list'> {
  const { search, direction, year, typeId, check } = input;
  const about = { direction, today: ctx.today(), soon: soonOf(ctx) };
  const conditions = { ...about, year, typeId, check, words: fold(search).split(' ').filter(Boolean) };
  const all = { ...about, words: [], year: null, typeId: null, check: 'overdue' as const };
  return {
    total: repo.countDocuments(ctx.db, conditions),
    overdue: repo.countDocuments(ctx.db, all),
    rows: repo.listDocuments(ctx.db, conditions, input).map((row) => toRow(row, about.today)),
  };
}

function get(input: ParsedInputOf<'documents.get'>, ctx: Ctx): OutputOf<'documents.get'> {
  const row = repo.documentById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  return {
    document: toRow(row, ctx.today()),
    deletedAt: row.deletedAt,
    answers: repo.answersOf(ctx.db, row.id),
  };
}

function create(input: ParsedInputOf<'documents.create'>, ctx: Ctx): OutputOf<'documents.create'> {
  const { direction, number, between, reserved, ...fields } = input;
  const made = enterDocument(ctx, fields, { direction, number, between, reserved });
  ctx.undo('documents.takeBack', { ids: [made.id] });
  return made;
}

function take(input: ParsedInputOf<'documents.take'>, ctx: Ctx): OutputOf<'documents.take'> {
  const { typeCode, onDate, subject, link, number } = input;
  const made = takeNumber(ctx, { type: typeCode, date: onDate, subject, link, number });
  if (made.version === 1) ctx.undo('documents.takeBack', { ids: [made.id] });
  return made;
}

function update(input: ParsedInputOf<'documents.update'>, ctx: Ctx): OutputOf<'documents.update'> {
  const { id, version, reserved, ...fields } = input;
  const row = liveDocument(ctx, id);
  if (row.status === 'void') throw new AppError('DOCUMENT_VOID');
  refuseFields(fields, reserved);
  const type = liveType(ctx, fields.typeId);
  const series = seriesOf(ctx, row.direction, type, fields.onDate);
  if (series.year !== row.year || series.series !== row.series) {
    const where = series.year === row.year ? 'typeId' : 'onDate';
    throw new AppError('DOCUMENT_SERIES', { fields: { [where]: 'DOCUMENT_SERIES' } });
  }
  const place = { number: row.number!, suffix: row.suffix, onDate: fields.onDate };
  const code = fields.typeId === row.typeId ? row.code! : codeFor(ctx, series, type, place);
  const columns = toColumns(fields, { status: reserved ? 'reserved' : 'given', code });
  if (!repo.updateDocument(ctx.db, { ...columns, id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = toFields(row);
  recordChange(ctx, {
    entity: 'document',
    entityId: id,
    action: 'update',
    before: logged(before),
    after: logged(fields),
  });
  ctx.undo('documents.update', { id, version: version + 1, reserved: row.status === 'reserved', ...before });
  return { id, version: version + 1 };
}

function makeVoid(input: ParsedInputOf<'documents.void'>, ctx: Ctx): OutputOf<'documents.void'> {
  const row = liveDocument(ctx, input.id);
  if (row.status === 'void') throw new AppError('DOCUMENT_VOID');
  voidDocument(ctx, { ...row, version: input.version }, input.reason);
  const version = input.version + 1;
  ctx.undo('documents.unvoid', { id: row.id, version, reserved: row.status === 'reserved' });
  return { id: row.id, version };
}

function unvoid(input: ParsedInputOf<'documents.unvoid'>, ctx: Ctx): OutputOf<'documents.unvoid'> {
  const { id, version } = input;
  const row = liveDocument(ctx, id);
  if (row.status !== 'void') throw new AppError('VERSION_CONFLICT');
  const status = input.reserved || row.subject === null ? ('reserved' as const) : ('given' as const);
  if (!repo.setVoid(ctx.db, { id, version, status, voidReason: null, voidedAt: null }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'document',
    entityId: id,
    action: 'update',
    before: { voidReason: row.voidReason },
    after: { voidReason: null },
  });
  ctx.undo('documents.void', { id, version: version + 1, reason: row.voidReason! });
  return { id, version: version + 1 };
}

function answer(input: ParsedInputOf<'documents.answer'>, ctx: Ctx): OutputOf<'documents.answer'> {
  const { id, version, answeredOn } = input;
  const row = liveDocument(ctx, id);
  const answeredById = answeredOn === null ? null : input.answeredById;
  if (answeredOn !== null && answeredOn < row.onDate)
    throw new AppError('DATE_ORDER', { fields: { answeredOn: 'DATE_ORDER' } });
  if (answeredById !== null) {
    const reply = repo.documentById(ctx.db, answeredById);
    const fits = reply?.direction === 'out' && reply.deletedAt === null && reply.status !== 'void';
    if (!fits || answeredById === id)
      throw new AppError('DOCUMENT_ANSWER', { fields: { answeredById: 'DOCUMENT_ANSWER' } });
  }
  const after = { answeredOn, answeredById };
  if (!repo.setAnswer(ctx.db, { id, version, ...after }, ctx.now())) throw new AppError('VERSION_CONFLICT');
  const before = { answeredOn: row.answeredOn, answeredById: row.answeredById };
  recordChange(ctx, { entity: 'document', entityId: id, action: 'update', before, after });
  ctx.undo('documents.answer', { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

function toTrash(ctx: Ctx, id: number): repo.DocumentRecord {
  const row = liveDocument(ctx, id);
  repo.setDocumentDeleted(ctx.db, id, ctx.now());
  const before = { code: row.code, ...logged(toFields(row)) };
  recordChange(ctx, { entity: 'document', entityId: id, action: 'trash', before });
  return row;
}

/** Latest first, so that several slips in a row all free their numbers. */
function takeBack(input: ParsedInputOf<'documents.takeBack'>, ctx: Ctx): OutputOf<'documents.takeBack'> {
  for (const id of [...input.ids].reverse()) {
    toTrash(ctx, id);
    repo.freeNumber(ctx.db, id);
  }
  ctx.undo('documents.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function trash(input: ParsedInputOf<'documents.trash'>, ctx: Ctx): OutputOf<'documents.trash'> {
  for (const id of input.ids) toTrash(ctx, id);
  ctx.undo('documents.restore', { ids: input.ids });
  return { count: input.ids.length };
}

/** An entry whose number was taken back gets the next one of its row, before it leaves the trash. */
function numberAgain(ctx: Ctx, row: repo.DocumentRecord): void {
  const type = liveType(ctx, row.typeId);
  const series = seriesOf(ctx, row.direction, type, row.onDate);
  const number = (repo.seriesState(ctx.db, series).last ?? 0) + 1;
  const code = codeFor(ctx, series, type, { number, suffix: '', onDate: row.onDate });
  repo.giveNumber(ctx.db, { id: row.id, number, series: series.series, code });
}

function restore(input: ParsedInputOf<'documents.restore'>, ctx: Ctx): OutputOf<'documents.restore'> {
  let count = 0;
  for (const id of input.ids) {
    const row = repo.documentById(ctx.db, id);
    if (!row || row.deletedAt === null) continue;
    if (row.number === null) numberAgain(ctx, row);
    repo.setDocumentDeleted(ctx.db, id, null);
    recordChange(ctx, { entity: 'document', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('documents.trash', { ids: input.ids });
  return { count };
}

/** What waits for an answer: past its deadline, and within the days before it. */
export const documentsDue = (ctx: Ctx): { overdue: number; soon: number } =>
  repo.waitingCounts(ctx.db, ctx.today(), soonOf(ctx));

/** Days by which papers must be answered. */
export const documentDeadlines: CalendarSource = ({ db }, span) =>
  repo
    .deadlinesIn(db, span)
    .map((row) =>
      calendarEntry(
        'document',
        [row.number, row.subject].filter(Boolean).join(' · '),
        { from: row.deadline },
        { entity: 'document', id: row.id, late: row.deadline < span.today },
      ),
    );

/** Documents a member answers or is the subject of, in that member's story. */
export function documentTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  return repo.documentsOfMember(ctx.db, memberId).map((row) => ({
    kind: 'document',
    date: row.onDate,
    title: [row.direction === 'out' ? row.code : (row.theirNumber ?? row.type), row.subject]
      .filter(Boolean)
      .join(' · '),
    detail: row.party,
    recordId: row.id,
  }));
}

export const documentsHandlers: HandlersOf<'documents'> = {
  'documents.list': list,
  'documents.get': get,
  'documents.of': (input, ctx) => ({
    rows: repo.documentsOf(ctx.db, input.entity, input.id).map((row) => toRow(row, ctx.today())),
  }),
  'documents.next': next,
  'documents.create': create,
  'documents.take': take,
  'documents.update': update,
  'documents.void': makeVoid,
  'documents.unvoid': unvoid,
  'documents.answer': answer,
  'documents.takeBack': takeBack,
  'documents.trash': trash,
  'documents.restore': restore,
  'documents.register': registerPaper,
  'documents.years': (input, ctx) => ({ rows: repo.yearsOf(ctx.db, input.direction) }),
  ...typeHandlers,
};
