/** Emulation movements: launched, registered for, with results by person and unit; unknown stays unknown. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { dateBounds } from '../../../shared/domain/dates';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { movementEntryHandlers } from './movementEntries';
import { movementPaperHandlers } from './movementPapers';
import { decisionsOf, type Fields, liveMovement, toColumns, toFields, toRow } from './movementRecord';
import * as repo from './movementsRepository';

function list(input: ParsedInputOf<'movements.list'>, ctx: Ctx): OutputOf<'movements.list'> {
  const conditions = {
    words: fold(input.search).split(' ').filter(Boolean),
    year: input.year,
    level: input.level,
  };
  return {
    total: repo.countMovements(ctx.db, conditions),
    rows: repo.movementList(ctx.db, conditions, input).map(toRow),
  };
}

function get(input: ParsedInputOf<'movements.get'>, ctx: Ctx): OutputOf<'movements.get'> {
  const row = repo.movementById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  return { movement: toRow(row), deletedAt: row.deleted_at, decisions: decisionsOf(ctx, row.id) };
}

function refuseOrder(f: Fields): void {
  if (f.startsOn !== null && f.endsOn !== null && dateBounds(f.endsOn).last < dateBounds(f.startsOn).first)
    throw new AppError('DATE_ORDER', { fields: { endsOn: 'DATE_ORDER' } });
}

function save(input: ParsedInputOf<'movements.save'>, ctx: Ctx): OutputOf<'movements.save'> {
  const { id, version, ...fields } = input;
  refuseOrder(fields);
  if (id === null) {
    const made = repo.insertMovement(ctx.db, { ...toColumns(fields), uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'movement', entityId: made, action: 'create', after: fields });
    ctx.undo('movements.trash', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = liveMovement(ctx, id);
  const held = version ?? row.version;
  if (!repo.updateMovement(ctx.db, { ...toColumns(fields), id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = toFields(row);
  recordChange(ctx, { entity: 'movement', entityId: id, action: 'update', before, after: fields });
  ctx.undo('movements.save', { id, version: held + 1, ...before });
  return { id, version: held + 1 };
}

function trash(input: ParsedInputOf<'movements.trash'>, ctx: Ctx): OutputOf<'movements.trash'> {
  for (const id of input.ids) {
    const row = liveMovement(ctx, id);
    repo.setMovementDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'movement', entityId: id, action: 'trash', before: toFields(row) });
  }
  ctx.undo('movements.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'movements.restore'>, ctx: Ctx): OutputOf<'movements.restore'> {
  const back = input.ids.filter((id) => repo.setMovementDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'movement', entityId: id, action: 'restore' });
  ctx.undo('movements.trash', { ids: input.ids });
  return { count: back.length };
}

/** Movements of one member's story. */
export function movementTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  return repo.movementsOfMember(ctx.db, memberId).map((row) => ({
    kind: 'movement',
    date: row.date,
    title: row.name,
    titleEn: null,
    detail: row.rank,
    recordId: row.movementId,
  }));
}

export { membersInMovements } from './movementsRepository';

export const movementsHandlers: HandlersOf<'movements'> = {
  'movements.list': list,
  'movements.get': get,
  'movements.save': save,
  'movements.trash': trash,
  'movements.restore': restore,
  ...movementEntryHandlers,
  ...movementPaperHandlers,
};
