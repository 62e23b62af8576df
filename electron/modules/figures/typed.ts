/** Typed figures: entered with a source, refused when they say nothing or stand twice; and notes of changed counting. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { indicatorOf } from '../../../shared/domain/indicators';
import type { ManualFigure } from '../../../shared/domain/manualFigures';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './repository';

type Fields = Omit<ParsedInputOf<'figures.saveTyped'>, 'id' | 'version'>;
export type TypedRow = OutputOf<'figures.typed'>['rows'][number];

const toFields = (r: repo.TypedRecord): Fields => ({
  indicator: r.indicator,
  from: r.fromDate,
  to: r.toDate,
  value: r.value,
  part: r.part,
  whole: r.whole,
  flag: r.flag,
  wording: r.wording,
  source: r.source,
  instead: r.instead === 1,
  note: r.note,
});
export const toRow = (r: repo.TypedRecord): TypedRow => ({
  id: r.id,
  version: r.version,
  ...toFields(r),
  files: r.files,
});
/** What the change log keeps: the figure by its name. */
const logged = ({ indicator, ...fields }: Fields) => ({
  indicator: indicatorOf(indicator).label,
  ...fields,
});
/** As the domain reads it. */
export const toFigure = (r: repo.TypedRecord): ManualFigure => ({ id: r.id, ...toFields(r) });

/** What is stored: a fraction makes its percentage; words stand only where there is no number. */
function tidied(fields: Fields): Fields {
  const { unit, kind } = indicatorOf(fields.indicator);
  const fraction = unit === 'percent' && fields.part !== null && fields.whole !== null;
  const value = fraction ? Math.round((fields.part! / fields.whole!) * 1e6) / 1e4 : fields.value;
  return {
    ...fields,
    from: kind === 'asOf' ? fields.to : fields.from,
    value,
    part: fraction ? fields.part : null,
    whole: fraction ? fields.whole : null,
    flag: value === null ? 'exact' : fields.flag,
    wording: value === null ? fields.wording : null,
  };
}

function refuse(fields: Fields): void {
  if (fields.to < fields.from) throw new AppError('DATE_ORDER', { fields: { to: 'DATE_ORDER' } });
  if (fields.part !== null && fields.whole !== null && fields.part > fields.whole)
    throw new AppError('COUNT_OVER_DENOMINATOR', { fields: { part: 'COUNT_OVER_DENOMINATOR' } });
  const over = indicatorOf(fields.indicator).unit === 'percent' && (fields.value ?? 0) > 100;
  const broken = indicatorOf(fields.indicator).unit !== 'percent' && !Number.isInteger(fields.value ?? 0);
  if (over || broken || (fields.value === null && fields.wording === null))
    throw new AppError('FIGURE_VALUE', { fields: { value: 'FIGURE_VALUE' } });
}

const columns = ({ from, to, instead, ...fields }: Fields): repo.TypedColumns => ({
  ...fields,
  fromDate: from,
  toDate: to,
  instead: instead ? 1 : 0,
});

function liveTyped(ctx: Ctx, id: number): repo.TypedRecord {
  const row = repo.typedById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

function save(input: ParsedInputOf<'figures.saveTyped'>, ctx: Ctx): OutputOf<'figures.saveTyped'> {
  const { id, version, ...given } = input;
  const fields = tidied(given);
  refuse(fields);
  const row = columns(fields);
  if (repo.twinOf(ctx.db, { ...row, id: id ?? 0 }) !== undefined)
    throw new AppError('FIGURE_TWICE', { fields: { to: 'FIGURE_TWICE' } });
  if (id === null) {
    const made = repo.insertTyped(ctx.db, { ...row, uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'manual_figure', entityId: made, action: 'create', after: logged(fields) });
    ctx.undo('figures.trashTyped', { ids: [made] });
    return { id: made, version: 1 };
  }
  const before = toFields(liveTyped(ctx, id));
  if (version === null || !repo.updateTyped(ctx.db, { ...row, id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'manual_figure',
    entityId: id,
    action: 'update',
    before: logged(before),
    after: logged(fields),
  });
  ctx.undo('figures.saveTyped', { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

function trash({ ids }: ParsedInputOf<'figures.trashTyped'>, ctx: Ctx): { count: number } {
  for (const id of ids) {
    const row = liveTyped(ctx, id);
    repo.setTypedDeleted(ctx.db, id, ctx.now());
    const before = logged(toFields(row));
    recordChange(ctx, { entity: 'manual_figure', entityId: id, action: 'trash', before });
  }
  ctx.undo('figures.restoreTyped', { ids });
  return { count: ids.length };
}

function restore({ ids }: ParsedInputOf<'figures.restoreTyped'>, ctx: Ctx): { count: number } {
  let count = 0;
  for (const id of ids) {
    const row = repo.typedById(ctx.db, id);
    if (!row || row.deletedAt === null) continue;
    if (repo.twinOf(ctx.db, row) !== undefined) throw new AppError('FIGURE_TWICE');
    repo.setTypedDeleted(ctx.db, id, null);
    recordChange(ctx, { entity: 'manual_figure', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('figures.trashTyped', { ids });
  return { count };
}

type ChangeFields = Omit<ParsedInputOf<'figures.saveChange'>, 'id' | 'version'>;
const changeFields = ({ indicator, validFrom, what }: repo.ChangeRecord): ChangeFields => ({
  indicator,
  validFrom,
  what,
});
const loggedChange = ({ indicator, ...fields }: ChangeFields) => ({
  indicator: indicator && indicatorOf(indicator).label,
  ...fields,
});
function liveChange(ctx: Ctx, id: number): repo.ChangeRecord {
  const row = repo.changeById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

function saveChange(input: ParsedInputOf<'figures.saveChange'>, ctx: Ctx): OutputOf<'figures.saveChange'> {
  const { id, version, ...fields } = input;
  const after = loggedChange(fields);
  if (id === null) {
    const made = repo.insertChange(ctx.db, { ...fields, uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'indicator_change', entityId: made, action: 'create', after });
    ctx.undo('figures.trashChanges', { ids: [made] });
    return { id: made, version: 1 };
  }
  const before = changeFields(liveChange(ctx, id));
  if (version === null || !repo.updateChange(ctx.db, { ...fields, id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'indicator_change',
    entityId: id,
    action: 'update',
    before: loggedChange(before),
    after,
  });
  ctx.undo('figures.saveChange', { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

function trashChanges({ ids }: ParsedInputOf<'figures.trashChanges'>, ctx: Ctx): { count: number } {
  for (const id of ids) {
    const before = loggedChange(changeFields(liveChange(ctx, id)));
    repo.setChangeDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'indicator_change', entityId: id, action: 'trash', before });
  }
  ctx.undo('figures.restoreChanges', { ids });
  return { count: ids.length };
}

function restoreChanges({ ids }: ParsedInputOf<'figures.restoreChanges'>, ctx: Ctx): { count: number } {
  let count = 0;
  for (const id of ids) {
    if (!repo.setChangeDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: 'indicator_change', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('figures.trashChanges', { ids });
  return { count };
}

export const typedHandlers = {
  'figures.typed': (input: ParsedInputOf<'figures.typed'>, ctx: Ctx): OutputOf<'figures.typed'> => ({
    rows: repo
      .typedFigures(ctx.db, input.indicator)
      .filter((row) => input.id === null || row.id === input.id)
      .map(toRow),
  }),
  'figures.saveTyped': save,
  'figures.trashTyped': trash,
  'figures.restoreTyped': restore,
  'figures.changes': (_: unknown, ctx: Ctx): OutputOf<'figures.changes'> => ({
    rows: repo.changes(ctx.db).map(({ deletedAt: _deleted, ...row }) => row),
  }),
  'figures.saveChange': saveChange,
  'figures.trashChanges': trashChanges,
  'figures.restoreChanges': restoreChanges,
};
