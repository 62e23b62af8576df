/** Collective labour agreements (thỏa ước lao động tập thể) and the classes of their quality. */
import { AppError } from '../../../shared/contract/errors';
import { daysBetween } from '../../../shared/domain/dateMath';
import { labourState, lastDay } from '../../../shared/domain/democracy';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { type Kept, keptMovers, liveKept, type Own, only, refuseTwin, refuseUsed, saveKept } from '../kept';
import { keyOf, wordsOf } from './dialogues';
import * as repo from './labourRepository';

type Fields = Omit<ParsedInputOf<'democracy.saveLabour'>, keyof Own>;
type ClassFields = Omit<ParsedInputOf<'democracy.saveClass'>, keyof Own>;
type Row = OutputOf<'democracy.labourAgreement'>['agreement'];

const articlesOf = (row: repo.LabourRecord): Fields['articles'] => JSON.parse(row.articles);
const PLAIN = [
  'number',
  'title',
  'orgUnitId',
  'employer',
  'employerSigner',
  'workerSigner',
  'signedOn',
  'fromOn',
  'toOn',
  'endedOn',
  'sentOn',
  'classId',
  'covered',
  'remindDays',
  'predecessorId',
  'note',
] as const satisfies readonly (keyof Fields)[];

function refuseDays({ fromOn, toOn, endedOn }: Fields): void {
  if (toOn !== null && toOn < fromOn) throw new AppError('DATE_ORDER', { fields: { toOn: 'DATE_ORDER' } });
  if (endedOn !== null && endedOn < fromOn)
    throw new AppError('DATE_ORDER', { fields: { endedOn: 'DATE_ORDER' } });
}

export const labourKept: Kept<Fields, repo.LabourRecord> = {
  table: 'labour_agreement',
  uid: true,
  operations: {
    save: 'democracy.saveLabour',
    trash: 'democracy.trashLabour',
    restore: 'democracy.restoreLabour',
  },
  find: repo.labourById,
  fields: (row) => ({ ...only(row, PLAIN), articles: articlesOf(row) }),
  written: (fields) => ({
    ...fields,
    articles: JSON.stringify(fields.articles),
    searchKey: keyOf(fields.title, fields.number, fields.employer, ...fields.articles.map((one) => one.text)),
  }),
  check(ctx, fields, before) {
    refuseDays(fields);
    if (fields.classId !== null) liveKept(ctx, classKept, fields.classId, 'classId');
    if (fields.predecessorId === null) return;
    if (fields.predecessorId === before?.id)
      throw new AppError('NOT_FOUND', { fields: { predecessorId: 'NOT_FOUND' } });
    liveKept(ctx, labourKept, fields.predecessorId, 'predecessorId');
  },
};

export const classKept: Kept<ClassFields, repo.ClassRecord> = {
  table: 'labour_class',
  operations: {
    save: 'democracy.saveClass',
    trash: 'democracy.trashClasses',
    restore: 'democracy.restoreClasses',
  },
  find: repo.classById,
  fields: ({ name, nameEn, meaning }) => ({ name, nameEn, meaning }),
  written: (fields) => ({ ...fields }),
  check: (ctx, { name }, before) => refuseTwin(repo.classes(ctx.db), name, before),
  checkTrash: (_, row) => refuseUsed(row),
};

export function toLabour({ deletedAt: _, ...row }: repo.LabourRecord, today: string): Row {
  const state = labourState(row, today);
  const last = lastDay(row);
  return {
    ...row,
    articles: articlesOf({ ...row, deletedAt: null }),
    state,
    daysLeft: last === null || state === 'ended' ? null : daysBetween(today, last),
  };
}

function list(input: ParsedInputOf<'democracy.labour'>, ctx: Ctx): OutputOf<'democracy.labour'> {
  const { search, state, orgUnitId, offset, limit } = input;
  const today = ctx.today();
  const conditions = { words: wordsOf(search), state, orgUnitId, today };
  const ending = { words: [], state: 'ending' as const, orgUnitId: null, today };
  return {
    total: repo.countLabour(ctx.db, conditions),
    ending: repo.countLabour(ctx.db, ending),
    rows: repo.listLabour(ctx.db, conditions, { offset, limit }).map((row) => toLabour(row, today)),
  };
}

function get(
  { id }: ParsedInputOf<'democracy.labourAgreement'>,
  ctx: Ctx,
): OutputOf<'democracy.labourAgreement'> {
  const row = repo.labourById(ctx.db, id);
  if (!row) throw new AppError('NOT_FOUND');
  return { agreement: toLabour(row, ctx.today()), deletedAt: row.deletedAt };
}

const movers = keptMovers(labourKept);
const classes = keptMovers(classKept);
export const labourHandlers = {
  'democracy.labour': list,
  'democracy.labourAgreement': get,
  'democracy.saveLabour': ({ id, version, ...fields }: ParsedInputOf<'democracy.saveLabour'>, ctx: Ctx) =>
    saveKept(ctx, labourKept, { id, version }, fields),
  'democracy.trashLabour': movers.trash,
  'democracy.restoreLabour': movers.restore,
  'democracy.classes': (_: ParsedInputOf<'democracy.classes'>, ctx: Ctx): OutputOf<'democracy.classes'> => ({
    rows: repo.classes(ctx.db).map(({ deletedAt: _deleted, ...row }) => row),
  }),
  'democracy.saveClass': ({ id, version, ...fields }: ParsedInputOf<'democracy.saveClass'>, ctx: Ctx) =>
    saveKept(ctx, classKept, { id, version }, fields),
  'democracy.trashClasses': classes.trash,
  'democracy.restoreClasses': classes.restore,
};
