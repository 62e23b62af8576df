/** Resolutions (nghị quyết), and which congress belongs to which term. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { type CongressFinding, congressFindings } from '../../../shared/domain/congressTerms';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { movers } from './movers';
import * as repo from './repository';

const fieldsOf = (r: repo.ResolutionRecord): repo.ResolutionFields => ({
  name: r.name,
  level: r.level,
  body: r.body,
  number: r.number,
  passedOn: r.passedOn,
  fromYear: r.fromYear,
  toYear: r.toYear,
  note: r.note,
});

/** Congresses in a text that do not fit the years beside them. */
export const termFindings = (ctx: Pick<Ctx, 'db'>, text: string): CongressFinding[] =>
  congressFindings(text, repo.congressReference(ctx.db));

export function checkTerms(
  input: ParsedInputOf<'targets.checkTerms'>,
  ctx: Ctx,
): OutputOf<'targets.checkTerms'> {
  return { findings: termFindings(ctx, input.text) };
}

/** A name that does not say its years is read with those of the resolution. */
const readName = (row: { name: string; fromYear: number; toYear: number }): string =>
  /(19|20)\d\d\s*[-–—/]\s*(19|20)\d\d/.test(row.name)
    ? row.name
    : `${row.name} ${row.fromYear}-${row.toYear}`;

function resolutions(_: ParsedInputOf<'targets.resolutions'>, ctx: Ctx): OutputOf<'targets.resolutions'> {
  const known = repo.congressReference(ctx.db);
  return {
    rows: repo.resolutions(ctx.db).map(({ deletedAt: _d, ...row }) => ({
      ...row,
      findings: congressFindings(readName(row), known),
    })),
  };
}

function liveResolution(ctx: Ctx, id: number): repo.ResolutionRecord {
  const row = repo.resolutionById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

function save(input: ParsedInputOf<'targets.saveResolution'>, ctx: Ctx): OutputOf<'targets.saveResolution'> {
  const { id, version, ...fields } = input;
  if (fields.toYear < fields.fromYear) throw new AppError('DATE_ORDER', { fields: { toYear: 'DATE_ORDER' } });
  if (id === null) {
    const made = repo.insertResolution(ctx.db, { ...fields, uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'resolution', entityId: made, action: 'create', after: fields });
    ctx.undo('targets.trashResolutions', { ids: [made] });
    return { id: made, version: 1 };
  }
  const before = fieldsOf(liveResolution(ctx, id));
  const held = version ?? liveResolution(ctx, id).version;
  if (!repo.updateResolution(ctx.db, { ...fields, id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'resolution', entityId: id, action: 'update', before, after: fields });
  ctx.undo('targets.saveResolution', { ...before, id, version: held + 1 });
  return { id, version: held + 1 };
}

const congressFields = ({ body, number, fromYear, toYear }: repo.CongressFields) => ({
  ...{ body, number, fromYear, toYear },
});

function refuseCongress(ctx: Ctx, row: repo.CongressFields, id: number): void {
  if (row.toYear <= row.fromYear) throw new AppError('DATE_ORDER', { fields: { toYear: 'DATE_ORDER' } });
  if (repo.congressTaken(ctx.db, row, id))
    throw new AppError('DUPLICATE', { fields: { number: 'DUPLICATE' }, details: { name: row.body } });
}

function saveCongress(
  input: ParsedInputOf<'targets.saveCongress'>,
  ctx: Ctx,
): OutputOf<'targets.saveCongress'> {
  const { id, version, ...fields } = input;
  refuseCongress(ctx, fields, id ?? 0);
  if (id === null) {
    const made = repo.insertCongress(ctx.db, fields);
    recordChange(ctx, { entity: 'congress_term', entityId: made, action: 'create', after: fields });
    ctx.undo('targets.trashCongresses', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = repo.congressById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  const held = version ?? row.version;
  if (!repo.updateCongress(ctx.db, { ...fields, id, version: held })) throw new AppError('VERSION_CONFLICT');
  const before = congressFields(row);
  recordChange(ctx, { entity: 'congress_term', entityId: id, action: 'update', before, after: fields });
  ctx.undo('targets.saveCongress', { ...before, id, version: held + 1 });
  return { id, version: held + 1 };
}

const resolutionMovers = movers(
  'resolution',
  ['targets.trashResolutions', 'targets.restoreResolutions'],
  (ctx, id) => fieldsOf(liveResolution(ctx, id)),
);
const congressMovers = movers(
  'congress_term',
  ['targets.trashCongresses', 'targets.restoreCongresses'],
  (ctx, id) => {
    const row = repo.congressById(ctx.db, id);
    if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
    return congressFields(row);
  },
  (ctx, id) => {
    const row = repo.congressById(ctx.db, id);
    if (row) refuseCongress(ctx, row, id);
  },
);

export const resolutionHandlers = {
  'targets.resolutions': resolutions,
  'targets.saveResolution': save,
  'targets.trashResolutions': resolutionMovers.trash,
  'targets.restoreResolutions': resolutionMovers.restore,
  'targets.congresses': (
    _: ParsedInputOf<'targets.congresses'>,
    ctx: Ctx,
  ): OutputOf<'targets.congresses'> => ({
    rows: repo.congresses(ctx.db).map(({ deletedAt: _d, ...row }) => row),
  }),
  'targets.saveCongress': saveCongress,
  'targets.trashCongresses': congressMovers.trash,
  'targets.restoreCongresses': congressMovers.restore,
};
