/** Corrections of one part without a decision, and the way from a name in a list to the part it means. */
import { AppError } from '../../../../shared/contract/errors';
import { fold } from '../../../../shared/text/fold';
import type { Ctx } from '../../../ipc/context';
import * as facts from './factsRepository';
import { addChangeUnit, changeById, insertChange, insertFact, markUndone } from './repository';

const NO_VALUES = { name: null, shortName: null, refId: null };

/** The fact in force today, else the first to come. */
function inForce(list: readonly facts.StoredFact[], today: string): number {
  const at = list.filter((fact) => fact.from <= today).length - 1;
  return Math.max(at, 0);
}

/**
 * Gives a part another name: from a day on, or as a correction. A correction to the name it had just before takes that
 * renaming back; answers its day then, else null.
 */
export function nameUnit(
  ctx: Ctx,
  unitId: number,
  { name, shortName }: { name: string; shortName: string | null },
  renamedOn: string | null,
): string | null {
  const names = facts.factsOfKind(ctx.db, unitId, 'name');
  const at = inForce(names, ctx.today());
  const now = names[at];
  if (!now) return null;
  if (renamedOn !== null && now.name !== name) {
    addRenaming(ctx, unitId, [now.name ?? '', name], shortName, renamedOn);
    return null;
  }
  const before = names[at - 1];
  const taken = now.name !== name && before?.name === name ? takeBack(ctx, now) : false;
  if (taken && before) {
    facts.setName(ctx.db, before.id, name, shortName);
    return now.from;
  }
  facts.setName(ctx.db, now.id, name, shortName);
  return null;
}

/** A renaming without a decision is a change too, so that it stands in the history. */
function addRenaming(
  ctx: Ctx,
  unitId: number,
  [from, to]: readonly [string, string],
  shortName: string | null,
  on: string,
): void {
  const none = { decisionNo: null, decisionDate: null, note: null };
  const inputJson = JSON.stringify({ kind: 'rename', on, unitId, name: to, shortName });
  const effectJson = JSON.stringify({ from: [from], to: [to], moved: 0, created: [] });
  const id = insertChange(ctx.db, { kind: 'rename', on, ...none, inputJson, effectJson, at: ctx.now() });
  addChangeUnit(ctx.db, id, unitId, 'subject');
  insertFact(ctx.db, { ...NO_VALUES, unitId, kind: 'name', from: on, name: to, shortName }, id, ctx.now());
}

/** Takes the latest naming back, unless it belongs to a change that did more. */
function takeBack(ctx: Ctx, now: facts.StoredFact): boolean {
  if (now.changeId === null) facts.removeFact(ctx.db, now.id);
  else if (changeById(ctx.db, now.changeId)?.kind === 'rename') markUndone(ctx.db, now.changeId, ctx.now());
  else return false;
  return true;
}

/** Corrects what a part stands under, or the department of a group. */
export function placeUnit(
  ctx: Ctx,
  unitId: number,
  kind: 'parent' | 'department',
  refId: number | null,
): void {
  const list = facts.factsOfKind(ctx.db, unitId, kind);
  const now = list[inForce(list, ctx.today())];
  if (!now) {
    if (refId !== null) insertFact(ctx.db, { ...NO_VALUES, unitId, kind, from: '', refId }, null, ctx.now());
  } else if (refId === null && now.from === '' && list.length === 1) facts.removeFact(ctx.db, now.id);
  else facts.setRef(ctx.db, now.id, refId);
}

/** Closes an empty part or opens it again. Errors: IN_USE when a change closed it, or something is left in it. */
export function closeUnit(
  ctx: Ctx,
  unit: { id: number; name: string },
  closedOn: string | null,
  inside: number,
): void {
  const last = facts.factsOfKind(ctx.db, unit.id, 'close').at(-1);
  if (last && last.changeId !== null)
    throw new AppError('IN_USE', { details: { name: unit.name, count: 0 } });
  if (closedOn === null) {
    if (last) facts.removeFact(ctx.db, last.id);
    return;
  }
  if (inside > 0 || facts.hasParts(ctx.db, unit.id))
    throw new AppError('IN_USE', { details: { name: unit.name, count: inside } });
  if (last) facts.setFrom(ctx.db, last.id, closedOn);
  else insertFact(ctx.db, { ...NO_VALUES, unitId: unit.id, kind: 'close', from: closedOn }, null, ctx.now());
}

/** The part a name in a list means: an open one called so, now or formerly, or the one a closed one went into. */
export function unitCalled(ctx: Pick<Ctx, 'db' | 'today'>, kind: string, name: string): number | null {
  const key = fold(name);
  const today = ctx.today();
  const called = facts.everCalled(ctx.db, kind).filter((row) => fold(row.name) === key);
  const isOpen = (row: { closedOn: string | null }) => row.closedOn === null || row.closedOn > today;
  const open = called.find(isOpen);
  if (open) return open.id;
  for (const { id } of called) {
    const seen = new Set<number>();
    for (
      let at: number | undefined = id;
      at !== undefined && !seen.has(at);
      at = facts.successorOf(ctx.db, at)
    ) {
      seen.add(at);
      if (facts.stillOpen(ctx.db, at, today)) return at;
    }
  }
  return null;
}
