/** What people and units undertake in a movement and what came of it. One entry for each of them. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { liveMovement } from './movementRecord';
import * as repo from './movementsRepository';

type Typed = ParsedInputOf<'movements.saveEntries'>['rows'][number];
type Whole = ParsedInputOf<'movements.putEntries'>['put'][number];
type Row = OutputOf<'movements.entries'>['rows'][number];

const EMPTY: repo.EntryState = {
  undertakes: null,
  registeredOn: null,
  achieved: null,
  figure: null,
  figureUnit: null,
  rank: null,
  resultOn: null,
  note: null,
};
const bit = (value: boolean | null): 0 | 1 | null => (value === null ? null : value ? 1 : 0);

/** The state of an entry with what was typed over it. */
function typedOver(state: repo.EntryState, typed: Typed): repo.EntryState {
  const keep = <T>(given: T | undefined, now: T): T => (given === undefined ? now : given);
  return {
    undertakes: keep(typed.undertakes, state.undertakes),
    registeredOn: keep(typed.registeredOn, state.registeredOn),
    achieved: typed.achieved === undefined ? state.achieved : bit(typed.achieved),
    figure: keep(typed.figure, state.figure),
    figureUnit: keep(typed.figureUnit, state.figureUnit),
    rank: keep(typed.rank, state.rank),
    resultOn: keep(typed.resultOn, state.resultOn),
    note: keep(typed.note, state.note),
  };
}

const stateOf = (r: repo.EntryRecord): repo.EntryState => ({
  undertakes: r.undertakes,
  registeredOn: r.registeredOn,
  achieved: r.achieved,
  figure: r.figure,
  figureUnit: r.figureUnit,
  rank: r.rank,
  resultOn: r.resultOn,
  note: r.note,
});
const wholeOf = (r: repo.EntryRecord): Whole => ({
  id: r.id,
  kind: r.kind,
  memberId: r.memberId,
  orgUnitId: r.orgUnitId,
  name: r.name,
  ...stateOf(r),
  achieved: r.achieved === null ? null : r.achieved === 1,
});

/** An entry of movement lists and papers. */
export const toEntry = (r: repo.EntryRecord): Row => ({
  ...wholeOf(r),
  version: r.version,
  department: r.department,
});

function liveEntry(ctx: Pick<Ctx, 'db'>, id: number): repo.EntryRecord {
  const row = repo.entryById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

/** A department that has nothing recorded yet. */
const blank = ({ id, name }: { id: number; name: string }): Row => ({
  ...{ id: null, version: null, kind: 'unit', memberId: null, orgUnitId: id, name, department: null },
  ...EMPTY,
  achieved: null,
});

function entries(input: ParsedInputOf<'movements.entries'>, ctx: Ctx): OutputOf<'movements.entries'> {
  liveMovement(ctx, input.id);
  const known = repo.entriesOf(ctx.db, input.id).map(toEntry);
  const rows = input.everyDepartment ? withDepartments(ctx, known) : known;
  const words = fold(input.search).split(' ').filter(Boolean);
  const found = rows.filter((row) => {
    const key = fold(`${row.name} ${row.department ?? ''} ${row.undertakes ?? ''} ${row.rank ?? ''}`);
    return (input.kind === null || row.kind === input.kind) && words.every((word) => key.includes(word));
  });
  return { total: found.length, rows: found.slice(input.offset, input.offset + input.limit) };
}

/** Departments in their order, each with its entry or a blank one; other units and people after them. */
function withDepartments(ctx: Ctx, known: readonly Row[]): Row[] {
  const departments = repo.openDepartments(ctx.db);
  const open = new Set(departments.map((one) => one.id));
  const own = new Map(
    known.flatMap((row) => (row.orgUnitId === null ? [] : [[row.orgUnitId, row] as const])),
  );
  return [
    ...departments.map((one) => own.get(one.id) ?? blank(one)),
    ...known.filter((row) => row.orgUnitId === null || !open.has(row.orgUnitId)),
  ];
}

/** Whose an entry is. Errors: INVALID_INPUT when it is nobody or two at once, NOT_FOUND. */
function ownerOf(ctx: Ctx, typed: Typed, at: number): repo.EntryOwner {
  const { memberId, orgUnitId } = typed;
  const refuse = (code: 'INVALID_INPUT' | 'NOT_FOUND') =>
    new AppError(code, { fields: { [`rows.${at}.name`]: code } });
  if (memberId !== null && orgUnitId !== null) throw refuse('INVALID_INPUT');
  const kind = memberId !== null ? 'person' : orgUnitId !== null ? 'unit' : typed.kind;
  if (memberId === null && orgUnitId === null && typed.name === null) throw refuse('INVALID_INPUT');
  const name =
    memberId !== null
      ? repo.memberName(ctx.db, memberId)
      : orgUnitId !== null
        ? repo.unitName(ctx.db, orgUnitId)
        : typed.name;
  if (name === null) throw refuse('NOT_FOUND');
  return { kind, memberId, orgUnitId, name };
}

function saveEntries(
  input: ParsedInputOf<'movements.saveEntries'>,
  ctx: Ctx,
): OutputOf<'movements.saveEntries'> {
  liveMovement(ctx, input.id);
  const before: Whole[] = [];
  const made: number[] = [];
  const ids = input.rows.map((typed, at) => {
    const held = typed.entryId === null ? null : liveEntry(ctx, typed.entryId);
    if (held !== null && held.movementId !== input.id) throw new AppError('NOT_FOUND');
    const unnamed =
      held !== null && typed.memberId === null && typed.orgUnitId === null && typed.name === null;
    const owner = unnamed ? held : ownerOf(ctx, typed, at);
    const known = held ?? repo.entryOf(ctx.db, input.id, owner);
    if (!known) {
      const state = typedOver(EMPTY, typed);
      const id = repo.insertEntry(
        ctx.db,
        { ...pick(owner), ...state, movementId: input.id, uid: uuid() },
        ctx.now(),
      );
      recordChange(ctx, {
        entity: 'movement_entry',
        entityId: id,
        action: 'create',
        after: { ...pick(owner), ...state },
      });
      made.push(id);
      return id;
    }
    if (!made.includes(known.id) && !before.some((one) => one.id === known.id)) before.push(wholeOf(known));
    write(ctx, known, { ...pick(owner), ...typedOver(stateOf(known), typed) });
    return known.id;
  });
  ctx.undo('movements.putEntries', { id: input.id, put: before, drop: made });
  return { ids, created: made.length };
}

const pick = ({ kind, memberId, orgUnitId, name }: repo.EntryOwner): repo.EntryOwner => ({
  kind,
  memberId,
  orgUnitId,
  name,
});

function write(ctx: Ctx, known: repo.EntryRecord, row: repo.EntryOwner & repo.EntryState): void {
  repo.writeEntry(ctx.db, { ...row, id: known.id }, ctx.now());
  recordChange(ctx, {
    entity: 'movement_entry',
    entityId: known.id,
    action: 'update',
    before: { ...pick(known), ...stateOf(known) },
    after: row,
  });
}

function putEntries(
  input: ParsedInputOf<'movements.putEntries'>,
  ctx: Ctx,
): OutputOf<'movements.putEntries'> {
  liveMovement(ctx, input.id);
  const before: Whole[] = [];
  const drop: number[] = [];
  for (const { id, ...whole } of input.put) {
    const known = repo.entryById(ctx.db, id);
    if (!known || known.movementId !== input.id) throw new AppError('NOT_FOUND');
    if (known.deletedAt === null) before.push(wholeOf(known));
    else drop.push(id);
    write(ctx, known, { ...whole, achieved: bit(whole.achieved) });
  }
  for (const id of input.drop) {
    const known = liveEntry(ctx, id);
    if (known.movementId !== input.id) throw new AppError('NOT_FOUND');
    before.push(wholeOf(known));
    dropEntry(ctx, known);
  }
  ctx.undo('movements.putEntries', { id: input.id, put: before, drop });
  return { count: input.put.length + input.drop.length };
}

function dropEntry(ctx: Ctx, row: repo.EntryRecord): void {
  repo.setEntryDeleted(ctx.db, row.id, ctx.now());
  recordChange(ctx, {
    entity: 'movement_entry',
    entityId: row.id,
    action: 'trash',
    before: { ...pick(row), ...stateOf(row) },
  });
}

function trashEntries(
  input: ParsedInputOf<'movements.trashEntries'>,
  ctx: Ctx,
): OutputOf<'movements.trashEntries'> {
  for (const id of input.ids) dropEntry(ctx, liveEntry(ctx, id));
  ctx.undo('movements.restoreEntries', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreEntries(
  input: ParsedInputOf<'movements.restoreEntries'>,
  ctx: Ctx,
): OutputOf<'movements.restoreEntries'> {
  const back = input.ids.filter((id) => repo.setEntryDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'movement_entry', entityId: id, action: 'restore' });
  ctx.undo('movements.trashEntries', { ids: input.ids });
  return { count: back.length };
}

export const movementEntryHandlers = {
  'movements.entries': entries,
  'movements.saveEntries': saveEntries,
  'movements.putEntries': putEntries,
  'movements.trashEntries': trashEntries,
  'movements.restoreEntries': restoreEntries,
};
