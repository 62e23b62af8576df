/** Yearly classes (xếp loại) of the union's parts: one per part and year, kept for good. */
import { AppError } from '../../../../shared/contract/errors';
import { recordChange } from '../../../db/audit';
import { setDeletedAt } from '../../../db/trash';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { orgUnit } from '../repository';
import * as repo from './repository';

export function classes(
  input: ParsedInputOf<'organisation.classes'>,
  ctx: Ctx,
): OutputOf<'organisation.classes'> {
  return { rows: repo.classes(ctx.db, input.unitId, input.year) };
}

function refuseSecond(ctx: Ctx, unitId: number | null, year: number, exceptId: number | null): void {
  if (!repo.classTaken(ctx.db, unitId, year, exceptId)) return;
  const name = unitId === null ? 'Công đoàn cơ sở' : (orgUnit(ctx.db, unitId)?.name ?? '');
  throw new AppError('CLASS_TAKEN', { fields: { year: 'CLASS_TAKEN' }, details: { name, year } });
}

export function saveClass(
  input: ParsedInputOf<'organisation.saveClass'>,
  ctx: Ctx,
): OutputOf<'organisation.saveClass'> {
  const { id, version, ...fields } = input;
  if (fields.unitId !== null && !orgUnit(ctx.db, fields.unitId)) throw new AppError('NOT_FOUND');
  refuseSecond(ctx, fields.unitId, fields.year, id);
  if (id === null) {
    const newId = repo.insertClass(ctx.db, fields, ctx.now());
    recordChange(ctx, { entity: 'org_unit_class', entityId: newId, action: 'create', after: fields });
    ctx.undo('organisation.trashClasses', { ids: [newId] });
    return { id: newId, version: 1 };
  }
  const before = repo.classById(ctx.db, id);
  if (!before || before.deletedAt !== null) throw new AppError('NOT_FOUND');
  if (!repo.updateClass(ctx.db, { ...fields, id, version: version ?? 0 }))
    throw new AppError('VERSION_CONFLICT');
  const { unitName: _n, deletedAt: _d, version: _v, ...old } = before;
  recordChange(ctx, { entity: 'org_unit_class', entityId: id, action: 'update', before: old, after: fields });
  ctx.undo('organisation.saveClass', { ...old, version: (version ?? 0) + 1 });
  return { id, version: (version ?? 0) + 1 };
}

export function trashClasses(
  { ids }: ParsedInputOf<'organisation.trashClasses'>,
  ctx: Ctx,
): OutputOf<'organisation.trashClasses'> {
  for (const id of ids) {
    const before = repo.classById(ctx.db, id);
    if (!before || !setDeletedAt(ctx.db, 'org_unit_class', id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, { entity: 'org_unit_class', entityId: id, action: 'trash', before });
  }
  ctx.undo('organisation.restoreClasses', { ids });
  return { count: ids.length };
}

export function restoreClasses(
  { ids }: ParsedInputOf<'organisation.restoreClasses'>,
  ctx: Ctx,
): OutputOf<'organisation.restoreClasses'> {
  let count = 0;
  for (const id of ids) {
    const row = repo.classById(ctx.db, id);
    if (!row || row.deletedAt === null) continue;
    refuseSecond(ctx, row.unitId, row.year, id);
    setDeletedAt(ctx.db, 'org_unit_class', id, null);
    recordChange(ctx, { entity: 'org_unit_class', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('organisation.trashClasses', { ids });
  return { count };
}
