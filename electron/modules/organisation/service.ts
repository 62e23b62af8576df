/** Rules of the organisation area: everything about the unit is dated, and issued papers keep the names they had. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { committeesHandlers } from './committees/service';
import * as repo from './repository';
import { closeUnit, nameUnit, placeUnit, unitCalled } from './tree/corrections';
import { hasParts } from './tree/factsRepository';
import { treeHandlers } from './tree/service';
import { settleUnits } from './tree/world';

export { unitRecords as unitsOpenOn } from './figuresRepository';

/** The profile that holds on a day: the latest valid from that day or before; the earliest if none is. */
export function profileOn(ctx: Pick<Ctx, 'db'>, day: string): repo.ProfileRow | null {
  const rows = repo.profiles(ctx.db);
  return rows.find((row) => (row.validFrom ?? '') <= day) ?? rows.at(-1) ?? null;
}

/** The bodies and the place in the heading of the unit's papers. */
export const paperUnit = (profile: repo.ProfileRow | null) => ({
  upperBody: profile?.upperName ?? null,
  body: profile?.shortName || (profile?.name ?? ''),
  national: true,
  place: profile?.place ?? null,
});

/** The committee term that holds on a day, and so the signer of that day's papers. */
export function termOn(ctx: Pick<Ctx, 'db'>, day: string): repo.TermRow | null {
  const rows = repo.terms(ctx.db);
  return (
    rows.find((row) => row.startsOn <= day && (row.endsOn === null || day <= `${row.endsOn}~`)) ??
    rows.find((row) => row.startsOn <= day) ??
    rows[0] ??
    null
  );
}

function get(_: ParsedInputOf<'organisation.get'>, ctx: Ctx): OutputOf<'organisation.get'> {
  const today = ctx.today();
  const profile = profileOn(ctx, today);
  const term = termOn(ctx, today);
  return {
    profile,
    history: repo.profiles(ctx.db),
    term,
    terms: repo.terms(ctx.db),
    setup: {
      unit: profile !== null,
      term: term !== null,
      departments: repo.orgUnits(ctx.db, 'department', false, today).length > 0,
      members: repo.hasMembers(ctx.db),
      done: repo.setupDone(ctx.db),
    },
  };
}

function saveProfile(
  input: ParsedInputOf<'organisation.saveProfile'>,
  ctx: Ctx,
): OutputOf<'organisation.saveProfile'> {
  const { id, version, ...fields } = input;
  if (id === null) {
    const newId = repo.insertProfile(ctx.db, fields, ctx.now());
    recordChange(ctx, { entity: 'unit_profile', entityId: newId, action: 'create', after: fields });
    return { id: newId, version: 1 };
  }
  const before = repo.profiles(ctx.db).find((row) => row.id === id);
  if (!before) throw new AppError('NOT_FOUND');
  const after = { ...fields, id, version: version ?? 0 };
  if (!repo.updateProfile(ctx.db, after)) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'unit_profile', entityId: id, action: 'update', before, after });
  ctx.undo('organisation.saveProfile', { ...before, version: after.version + 1 });
  return { id, version: after.version + 1 };
}

function saveTerm(
  input: ParsedInputOf<'organisation.saveTerm'>,
  ctx: Ctx,
): OutputOf<'organisation.saveTerm'> {
  const { id, version, ...fields } = input;
  if (fields.endsOn !== null && fields.endsOn < fields.startsOn.slice(0, fields.endsOn.length))
    throw new AppError('DATE_ORDER', { fields: { endsOn: 'DATE_ORDER' } });
  if (id === null) {
    const newId = repo.insertTerm(ctx.db, fields);
    recordChange(ctx, { entity: 'term', entityId: newId, action: 'create', after: fields });
    return { id: newId, version: 1 };
  }
  const before = repo.terms(ctx.db).find((row) => row.id === id);
  if (!before) throw new AppError('NOT_FOUND');
  const after = { ...fields, id, version: version ?? 0 };
  if (!repo.updateTerm(ctx.db, after)) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'term', entityId: id, action: 'update', before, after });
  ctx.undo('organisation.saveTerm', { ...before, version: after.version + 1 });
  return { id, version: after.version + 1 };
}

function finishSetup(
  input: ParsedInputOf<'organisation.finishSetup'>,
  ctx: Ctx,
): OutputOf<'organisation.finishSetup'> {
  const before = repo.setupDone(ctx.db);
  repo.setSetupDone(ctx.db, input.done);
  recordChange(ctx, {
    entity: 'unit',
    entityId: 1,
    action: 'update',
    before: { setupDone: before },
    after: { setupDone: input.done },
  });
  return { done: input.done };
}

function units(input: ParsedInputOf<'organisation.units'>, ctx: Ctx): OutputOf<'organisation.units'> {
  return { rows: repo.orgUnits(ctx.db, input.kind, input.withClosed, ctx.today()) };
}

function createUnit(
  input: ParsedInputOf<'organisation.createUnit'>,
  ctx: Ctx,
): OutputOf<'organisation.createUnit'> {
  const { parentId, ...fields } = input;
  const nameKey = fold(input.name);
  if (repo.orgUnitByKey(ctx.db, input.kind, nameKey))
    throw new AppError('DUPLICATE', { fields: { name: 'DUPLICATE' }, details: { name: input.name } });
  const parent = parentId === null ? undefined : repo.orgUnit(ctx.db, parentId);
  const wanted = { group: 'section', department: 'department', section: null }[input.kind];
  if (parentId !== null && (!parent || parent.kind !== wanted)) throw new AppError('NOT_FOUND');
  const id = repo.insertOrgUnit(ctx.db, { ...fields, uid: uuid(), nameKey, importId: null }, ctx.now());
  if (parentId !== null) placeUnit(ctx, id, 'parent', parentId);
  recordChange(ctx, { entity: 'org_unit', entityId: id, action: 'create', after: input });
  ctx.undo('organisation.trash', { ids: [id] });
  return { id, version: 1 };
}

/** Finds a department or group by a name it has or had, or makes it; used by the import. Returns its id. */
export function findOrCreateUnit(
  ctx: Ctx,
  kind: repo.OrgKind,
  name: string,
  importId: number | null,
): { id: number; created: boolean } {
  const nameKey = fold(name);
  const found = unitCalled(ctx, kind, name);
  if (found !== null) return { id: found, created: false };
  const id = repo.insertOrgUnit(
    ctx.db,
    {
      uid: uuid(),
      kind,
      name,
      nameKey,
      shortName: null,
      departmentId: null,
      leaderName: null,
      openedOn: null,
      importId,
    },
    ctx.now(),
  );
  recordChange(ctx, { entity: 'org_unit', entityId: id, action: 'create', after: { kind, name, importId } });
  return { id, created: true };
}

function updateUnit(
  input: ParsedInputOf<'organisation.updateUnit'>,
  ctx: Ctx,
): OutputOf<'organisation.updateUnit'> {
  const before = repo.orgUnit(ctx.db, input.id);
  if (!before) throw new AppError('NOT_FOUND');
  const nameKey = fold(input.name);
  const twin = repo.orgUnitByKey(ctx.db, before.kind, nameKey);
  if (twin && twin.id !== input.id)
    throw new AppError('DUPLICATE', { fields: { name: 'DUPLICATE' }, details: { name: input.name } });
  const { renamedOn, version, ...fields } = input;
  if (!repo.updateLeader(ctx.db, input.id, version, input.leaderName)) throw new AppError('VERSION_CONFLICT');
  const takenBack = nameUnit(ctx, input.id, input, renamedOn);
  if (before.departmentId !== input.departmentId) placeUnit(ctx, input.id, 'department', input.departmentId);
  if (before.closedOn !== input.closedOn)
    closeUnit(ctx, before, input.closedOn, repo.membersIn(ctx.db, input.id));
  settleUnits(ctx, ctx.today(), 0);
  const after = { ...before, ...fields };
  recordChange(ctx, { entity: 'org_unit', entityId: input.id, action: 'update', before, after });
  const { kind: _kind, ...undoInput } = before;
  ctx.undo('organisation.updateUnit', { ...undoInput, version: input.version + 1, renamedOn: takenBack });
  return { id: input.id, version: input.version + 1 };
}

function trash(input: ParsedInputOf<'organisation.trash'>, ctx: Ctx): OutputOf<'organisation.trash'> {
  for (const id of input.ids) {
    const before = repo.orgUnit(ctx.db, id);
    if (!before) throw new AppError('NOT_FOUND');
    const inside = repo.membersIn(ctx.db, id);
    if (inside > 0 || hasParts(ctx.db, id))
      throw new AppError('IN_USE', { details: { name: before.name, count: inside } });
    repo.setOrgUnitDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'org_unit', entityId: id, action: 'trash', before });
  }
  ctx.undo('organisation.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'organisation.restore'>, ctx: Ctx): OutputOf<'organisation.restore'> {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setOrgUnitDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: 'org_unit', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('organisation.trash', { ids: input.ids });
  return { count };
}

export const organisationHandlers: HandlersOf<'organisation'> = {
  'organisation.get': get,
  'organisation.saveProfile': saveProfile,
  'organisation.saveTerm': saveTerm,
  'organisation.finishSetup': finishSetup,
  'organisation.units': units,
  'organisation.createUnit': createUnit,
  'organisation.updateUnit': updateUnit,
  'organisation.trash': trash,
  'organisation.restore': restore,
  ...committeesHandlers,
  ...treeHandlers,
};
