/** Changes of the organisation: previewed, made, taken back and brought again. People follow as dated moves. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { formatDate } from '../../../../shared/domain/dates';
import {
  type OrgChange,
  type OrgPlan,
  OrgProblem,
  type OrgWorld,
  planChange,
} from '../../../../shared/domain/orgChange';
import { type OrgNode, treeOn } from '../../../../shared/domain/orgTree';
import { fold } from '../../../../shared/text/fold';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { recordMoves, restoreMoves, revertMoves } from '../../members/history/service';
import { insertOrgUnit, setOrgUnitDeleted } from '../repository';
import { everUsed } from './peopleRepository';
import * as repo from './repository';
import { addUp, settleUnits, type TreeOfDay, treeOfDay, worldOf } from './world';

interface Effect {
  from: string[];
  to: string[];
  moved: number;
  /** Moved people with those in the trash; missing in changes made before they followed. */
  led?: number;
  created: number[];
}

/** The plan of a change; what stands against it is told as an error of the operation. */
function plan(world: OrgWorld, change: OrgChange): OrgPlan {
  try {
    return planChange(world, change);
  } catch (error) {
    if (!(error instanceof OrgProblem)) throw error;
    const details = { ...error.details };
    if (typeof details.date === 'string') details.date = formatDate(details.date);
    throw new AppError(error.code, {
      details,
      ...(error.field ? { fields: { [`change.${error.field}`]: error.code } } : {}),
    });
  }
}

export function preview(
  { change }: ParsedInputOf<'organisation.previewChange'>,
  ctx: Ctx,
): OutputOf<'organisation.previewChange'> {
  const world = worldOf(ctx);
  const made = plan(world, change);
  const before = treeOfDay(ctx, change.on, world);
  const after = afterPlan(world, made, before);
  const ids = [...made.roles.keys()];
  const sides = (nodes: ReadonlyMap<number, OrgNode>, members: ReadonlyMap<number, number>, id: number) => {
    const node = nodes.get(id);
    if (!node) return null;
    const parent = node.parentId === null ? null : (nodes.get(node.parentId)?.name ?? null);
    return { name: node.name, parent, open: node.open, members: members.get(id) ?? 0 };
  };
  const lines = ids.map((id) => ({
    id,
    kind: after.nodes.get(id)?.kind ?? before.nodes.get(id)?.kind ?? ('group' as const),
    before: sides(before.nodes, before.members, id),
    after: sides(after.nodes, after.members, id),
    created: id < 0,
  }));
  const pairs = new Map<string, { from: string; to: string; people: Set<number> }>();
  for (const move of shown(made)) {
    const key = `${move.fromId}>${move.toId}`;
    const name = (id: number) => after.nodes.get(id)?.name ?? '';
    const pair = pairs.get(key) ?? { from: name(move.fromId), to: name(move.toId), people: new Set() };
    pairs.set(key, pair);
    pair.people.add(move.memberId);
  }
  return {
    lines,
    moves: [...pairs.values()].map(({ from, to, people }) => ({ from, to, members: people.size })),
    moved: movedIn(made),
  };
}

const shown = (made: OrgPlan) => made.moves.filter((move) => !move.away);
const ledIn = (made: OrgPlan): number => new Set(made.moves.map((move) => move.memberId)).size;
const movedIn = (made: OrgPlan): number => new Set(shown(made).map((move) => move.memberId)).size;

/** The tree of the day as the plan would leave it. */
function afterPlan(
  world: OrgWorld,
  made: OrgPlan,
  before: TreeOfDay,
): { nodes: Map<number, OrgNode>; members: Map<number, number> } {
  const nodes = treeOn([...world.units, ...made.created], [...world.facts, ...made.facts], before.day);
  const direct = new Map(before.direct);
  for (const move of shown(made)) {
    if (move.onDate > before.day) continue;
    direct.set(move.fromId, (direct.get(move.fromId) ?? 0) - 1);
    direct.set(move.toId, (direct.get(move.toId) ?? 0) + 1);
  }
  return { nodes, members: addUp(nodes, direct) };
}

export function change(
  input: ParsedInputOf<'organisation.change'>,
  ctx: Ctx,
): OutputOf<'organisation.change'> {
  const world = worldOf(ctx);
  const made = plan(world, input.change);
  const { on, kind } = input.change;
  const id = repo.insertChange(ctx.db, {
    kind,
    on,
    decisionNo: input.decisionNo,
    decisionDate: input.decisionDate,
    note: input.note,
    inputJson: JSON.stringify(input.change),
    effectJson: '{}',
    at: ctx.now(),
  });
  const real = writeParts(ctx, made, id, on);
  const idOf = (planned: number) => real.get(planned) ?? planned;
  for (const fact of made.facts)
    if (!(fact.unitId < 0 && (fact.kind === 'open' || fact.kind === 'name' || fact.kind === 'department')))
      repo.insertFact(
        ctx.db,
        { ...fact, unitId: idOf(fact.unitId), refId: fact.refId === null ? null : idOf(fact.refId) },
        id,
        ctx.now(),
      );
  for (const [unitId, role] of made.roles) repo.addChangeUnit(ctx.db, id, idOf(unitId), role);
  const batch = moveAll(ctx, made, idOf, input);
  const effect = effectOf(world, made, input.change, [...real.values()]);
  repo.completeChange(ctx.db, id, JSON.stringify(effect), batch);
  settleUnits(ctx, ctx.today());
  const { decisionNo, decisionDate, note } = input;
  recordChange(ctx, {
    entity: 'org_change',
    entityId: id,
    action: 'create',
    after: {
      kind,
      onDate: on,
      decisionNo,
      decisionDate,
      note,
      from: effect.from,
      to: effect.to,
      moved: effect.moved,
    },
  });
  ctx.undo('organisation.revertChange', { id });
  return { id, moved: effect.moved, created: effect.created };
}

/** Writes the new parts; answers their ids by those of the plan. */
function writeParts(ctx: Ctx, made: OrgPlan, changeId: number, on: string): Map<number, number> {
  const real = new Map<number, number>();
  for (const part of made.created) {
    const id = insertOrgUnit(
      ctx.db,
      {
        uid: uuid(),
        kind: part.kind,
        name: part.name,
        nameKey: fold(part.name),
        shortName: part.shortName,
        departmentId: part.departmentId,
        leaderName: null,
        openedOn: on,
        importId: null,
      },
      ctx.now(),
    );
    repo.claimFacts(ctx.db, id, changeId);
    real.set(part.id, id);
  }
  return real;
}

function moveAll(
  ctx: Ctx,
  made: OrgPlan,
  idOf: (planned: number) => number,
  { decisionNo, decisionDate, note }: ParsedInputOf<'organisation.change'>,
): number | null {
  if (made.moves.length === 0) return null;
  const moves = made.moves.map((move) => ({
    memberId: move.memberId,
    kind: move.kind,
    to: idOf(move.toId),
    onDate: move.onDate,
    away: move.away,
    decisionNo,
    decisionDate,
    reason: note,
  }));
  return recordMoves(ctx, moves).batchId;
}

/** Names as they were just before, and as they are from then on. */
function effectOf(world: OrgWorld, made: OrgPlan, change: OrgChange, created: number[]): Effect {
  const before = treeOn(world.units, world.facts, change.on);
  const after = treeOn([...world.units, ...made.created], [...world.facts, ...made.facts], change.on);
  const named = (nodes: ReadonlyMap<number, OrgNode>, role: string) =>
    [...made.roles].filter(([, r]) => r === role).map(([id]) => nodes.get(id)?.name ?? '');
  const subjects = named(before, 'subject');
  const to =
    change.kind === 'rename'
      ? named(after, 'subject')
      : [...named(after, 'created'), ...named(after, 'target')];
  return { from: subjects, to, moved: movedIn(made), led: ledIn(made), created };
}

function found(ctx: Ctx, id: number, undone: boolean): repo.ChangeRow {
  const row = repo.changeById(ctx.db, id);
  if (!row || (row.undoneAt !== null) !== undone) throw new AppError('NOT_FOUND');
  return row;
}

export function revertChange(
  { id }: ParsedInputOf<'organisation.revertChange'>,
  ctx: Ctx,
): OutputOf<'organisation.revertChange'> {
  const row = found(ctx, id, false);
  const later = repo.builtOn(ctx.db, id);
  if (later) throw new AppError('ORG_LATER_CHANGE', { details: { date: formatDate(later.on) } });
  if (row.moveBatch !== null) revertMoves(ctx, row.moveBatch);
  for (const part of repo.createdBy(ctx.db, id)) {
    if (everUsed(ctx.db, part.id)) throw new AppError('IN_USE', { details: { name: part.name } });
    setOrgUnitDeleted(ctx.db, part.id, ctx.now());
  }
  repo.markUndone(ctx.db, id, ctx.now());
  settleUnits(ctx, ctx.today());
  recordChange(ctx, {
    entity: 'org_change',
    entityId: id,
    action: 'trash',
    before: JSON.parse(row.effectJson),
  });
  ctx.undo('organisation.repeatChange', { id });
  return { id };
}

export function repeatChange(
  { id }: ParsedInputOf<'organisation.repeatChange'>,
  ctx: Ctx,
): OutputOf<'organisation.repeatChange'> {
  const row = found(ctx, id, true);
  const world = worldOf(ctx);
  const asked = JSON.parse(row.inputJson) as OrgChange;
  const again = plan(world, asked);
  const { moved, led = moved } = JSON.parse(row.effectJson) as Effect;
  // Somebody came or went since: the old moves would leave people behind, so it is to be made as a new change.
  if (ledIn(again) !== led)
    throw new AppError('ORG_NOT_INSIDE', {
      details: { name: effectOf(world, again, asked, []).from.join(', ') },
    });
  for (const part of repo.createdBy(ctx.db, id)) setOrgUnitDeleted(ctx.db, part.id, null);
  repo.markUndone(ctx.db, id, null);
  if (row.moveBatch !== null) restoreMoves(ctx, row.moveBatch);
  settleUnits(ctx, ctx.today());
  recordChange(ctx, { entity: 'org_change', entityId: id, action: 'restore' });
  ctx.undo('organisation.revertChange', { id });
  return { id };
}

export function changes(
  { unitId }: ParsedInputOf<'organisation.changes'>,
  ctx: Ctx,
): OutputOf<'organisation.changes'> {
  return {
    rows: repo.changesOf(ctx.db, unitId).map((row) => {
      const { from, to, moved } = JSON.parse(row.effectJson) as Effect;
      const { id, kind, on, decisionNo, decisionDate, note, at, undoneAt } = row;
      return { id, kind, on, decisionNo, decisionDate, note, from, to, moved, at, undoneAt };
    }),
  };
}
