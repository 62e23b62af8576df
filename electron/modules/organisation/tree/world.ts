/** The organisation as read from the store: what a plan needs, and the tree of a day with its head counts. */
import type { OrgWorld, Stay } from '../../../../shared/domain/orgChange';
import { isUnder, type OrgFact, type OrgKind, type OrgNode, treeOn } from '../../../../shared/domain/orgTree';
import { fold } from '../../../../shared/text/fold';
import type { Ctx } from '../../../ipc/context';
import { headCounts, movesInto, type Seat, stretchesIn } from './peopleRepository';
import * as repo from './repository';

type Reader = Pick<Ctx, 'db'>;

export function worldOf(ctx: Reader): OrgWorld {
  return {
    units: repo.treeUnits(ctx.db),
    facts: repo.treeFacts(ctx.db),
    stays: (kind, unitIds, after) =>
      partStays(
        joinStays(stretchesIn(ctx.db, kind, unitIds, after)),
        movesInto(ctx.db, kind, unitIds, after),
      ),
  };
}

/** One stay for stretches that follow each other in the same part; stays of people never active in it are left out. */
export function joinStays(rows: readonly ReturnType<typeof stretchesIn>[number][]): Stay[] {
  const stays: (Stay & { active: boolean })[] = [];
  for (const row of rows) {
    const last = stays[stays.length - 1];
    const follows =
      last && last.memberId === row.memberId && last.unitId === row.unitId && last.to === row.from;
    if (follows) {
      last.to = row.to;
      last.active ||= row.status === 'active';
    } else
      stays.push({
        memberId: row.memberId,
        unitId: row.unitId,
        from: row.from,
        to: row.to,
        active: row.status === 'active',
        away: row.away === 1,
      });
  }
  return stays.filter((stay) => stay.active).map(({ active: _, ...stay }) => stay);
}

/** A move into the part somebody is in already begins a stay of its own: it counts once an earlier change leads them out. */
export function partStays(stays: readonly Stay[], moves: ReturnType<typeof movesInto>): Stay[] {
  return stays.flatMap((stay) => {
    const again = moves.filter(
      ({ memberId, unitId, onDate }) =>
        memberId === stay.memberId &&
        unitId === stay.unitId &&
        onDate > stay.from &&
        (stay.to === null || onDate < stay.to),
    );
    const days = [stay.from, ...new Set(again.map(({ onDate }) => onDate))];
    return days.map((from, at) => ({ ...stay, from, to: days[at + 1] ?? stay.to }));
  });
}

export interface TreeOfDay {
  day: string;
  nodes: Map<number, OrgNode>;
  /** Active members right in a group or department. */
  direct: Map<number, number>;
  /** The same with everything under it. */
  members: Map<number, number>;
  /** Active members of the day by seat, and those without an open seat. */
  total: number;
  without: Record<Seat, number>;
}

/** The tree of a day with head counts. */
export function treeOfDay(
  ctx: Reader,
  day: string,
  world: Pick<OrgWorld, 'units' | 'facts'> = worldOf(ctx),
): TreeOfDay {
  const nodes = treeOn(world.units, world.facts, day);
  const direct = new Map<number, number>();
  const without: Record<Seat, number> = { group: 0, department: 0 };
  let total = 0;
  for (const seat of ['group', 'department'] as const) {
    const counts = headCounts(ctx.db, seat, day);
    if (seat === 'group') total = counts.reduce((sum, row) => sum + row.n, 0);
    for (const { unitId, n } of counts) {
      const node = unitId === null ? undefined : nodes.get(unitId);
      if (!node?.open || node.kind !== seat) without[seat] += n;
      if (node) direct.set(node.id, n);
    }
  }
  return { day, nodes, direct, members: addUp(nodes, direct), total, without };
}

/** Head counts with everything that stands under a part. */
export function addUp(
  nodes: ReadonlyMap<number, OrgNode>,
  direct: ReadonlyMap<number, number>,
): Map<number, number> {
  const members = new Map<number, number>();
  for (const [id, n] of direct) {
    const seen = new Set<number>();
    for (let at: number | null = id; at !== null && !seen.has(at); at = nodes.get(at)?.parentId ?? null) {
      members.set(at, (members.get(at) ?? 0) + n);
      seen.add(at);
    }
  }
  return members;
}

/** A part and all that stands under it on a day. */
export function withAllUnder(nodes: ReadonlyMap<number, OrgNode>, id: number): number[] {
  return [...nodes.keys()].filter((one) => isUnder(nodes, one, id));
}

/** Writes the columns of every part as they hold on `today`, `rise` added to the version of those that change. */
export function settleUnits(ctx: Reader, today: string, rise: 0 | 1 = 1): number[] {
  const world = worldOf(ctx);
  const nodes = treeOn(world.units, world.facts, today);
  const byUnit = new Map<number, OrgFact[]>();
  for (const fact of world.facts) {
    const list = byUnit.get(fact.unitId);
    if (list) list.push(fact);
    else byUnit.set(fact.unitId, [fact]);
  }
  const changed: number[] = [];
  for (const { id, kind } of world.units) {
    const facts = byUnit.get(id) ?? [];
    const node = nodes.get(id) ?? beginning(id, kind, facts);
    if (!node || node.name === '') continue;
    const ends = facts.filter((fact) => fact.kind === 'open' || fact.kind === 'close');
    const last = ends[ends.length - 1];
    const row = {
      id,
      name: node.name,
      nameKey: fold(node.name),
      shortName: node.shortName,
      departmentId: node.departmentId,
      openedOn: facts.find((fact) => fact.kind === 'open')?.from || null,
      closedOn: last?.kind === 'close' ? last.from : null,
    };
    if (repo.settleUnit(ctx.db, row, rise)) changed.push(id);
  }
  return changed;
}

/** A part that has not begun yet is shown as it will begin; undefined for one whose beginning was taken back. */
function beginning(id: number, kind: OrgKind, facts: readonly OrgFact[]): OrgNode | undefined {
  const opening = facts.find((fact) => fact.kind === 'open');
  return opening && treeOn([{ id, kind }], facts, opening.from).get(id);
}
