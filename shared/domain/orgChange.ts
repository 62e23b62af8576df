/**
 * What a change of the organisation does, worked out before anything is written: the facts it adds and the people who
 * follow. The same plan is shown as a preview and carried out. A change holds from its day on also where later facts
 * are already known: who came to a closed part later, or was put under it, is led on to where it went.
 */
import { fold } from '../text/fold';
import {
  childrenOf,
  daysAfter,
  inOrder,
  isUnder,
  type OrgFact,
  type OrgFactKind,
  type OrgKind,
  type OrgNode,
  treeOn,
} from './orgTree';

export interface NewPart {
  name: string;
  shortName: string | null;
  parentId: number | null;
}
/** One receiver of a split: an open part, or a new one. */
export interface SplitPart extends NewPart {
  targetId: number | null;
  memberIds: readonly number[];
  childIds: readonly number[];
}
export type OrgChange = { on: string } & (
  | ({ kind: 'open'; unitKind: OrgKind; departmentId: number | null } & NewPart)
  | { kind: 'rename'; unitId: number; name: string; shortName: string | null }
  | { kind: 'move'; unitId: number; parentId: number | null }
  | { kind: 'merge'; unitIds: readonly number[]; targetId: number | null; into: NewPart | null }
  | { kind: 'split'; unitId: number; parts: readonly SplitPart[]; restTo: number | null }
  | { kind: 'close'; unitId: number; targetId: number | null }
);
export type OrgChangeKind = OrgChange['kind'];

/** A stay of a member in a part: from its day ('' unknown) until the day it ends, null while it lasts. */
export interface Stay {
  memberId: number;
  unitId: number;
  from: string;
  to: string | null;
  /** In the trash: follows like everybody, but is neither counted nor asked about. */
  away?: boolean;
}
export interface OrgWorld {
  units: readonly { id: number; kind: OrgKind }[];
  facts: readonly OrgFact[];
  /** Stays in these parts that last beyond a day. */
  stays(kind: 'group' | 'department', unitIds: readonly number[], after: string): Stay[];
}

export interface OrgMove {
  memberId: number;
  kind: 'group' | 'department';
  fromId: number;
  toId: number;
  onDate: string;
  away: boolean;
}
export type OrgRole = 'subject' | 'target' | 'created' | 'child';
/** New parts have the ids −1, −2 … until they are written. */
export interface OrgPlan {
  created: {
    id: number;
    kind: OrgKind;
    name: string;
    shortName: string | null;
    departmentId: number | null;
  }[];
  facts: OrgFact[];
  moves: OrgMove[];
  roles: Map<number, OrgRole>;
}

export type OrgProblemCode =
  | 'ORG_NOT_OPEN'
  | 'ORG_CLOSED_LATER'
  | 'ORG_CYCLE'
  | 'ORG_KIND'
  | 'ORG_TARGET_NEEDED'
  | 'ORG_NOT_INSIDE'
  | 'ORG_NOTHING'
  | 'DUPLICATE'
  | 'NOT_FOUND';
/** Why a change cannot be made; the details fill the sentence. */
export class OrgProblem extends Error {
  constructor(
    readonly code: OrgProblemCode,
    readonly details: Record<string, string | number> = {},
    readonly field?: string,
  ) {
    super(code);
  }
}

/** Works a change out, or throws an OrgProblem. */
export function planChange(world: OrgWorld, change: OrgChange): OrgPlan {
  const planner = new Planner(world, change.on);
  if (change.kind === 'open') planner.open(change);
  else if (change.kind === 'rename') planner.rename(change.unitId, change.name, change.shortName);
  else if (change.kind === 'move') planner.move(change.unitId, change.parentId);
  else if (change.kind === 'merge') planner.merge(change);
  else if (change.kind === 'split') planner.split(change);
  else planner.close(change.unitId, change.targetId);
  planner.check();
  return planner.plan;
}

class Planner {
  readonly plan: OrgPlan = { created: [], facts: [], moves: [], roles: new Map() };
  private readonly nodes: Map<number, OrgNode>;
  private readonly kinds: Map<number, OrgKind>;

  constructor(
    private readonly world: OrgWorld,
    private readonly on: string,
  ) {
    this.nodes = treeOn(world.units, world.facts, on);
    this.kinds = new Map(world.units.map((unit) => [unit.id, unit.kind]));
  }

  open(change: Extract<OrgChange, { kind: 'open' }>): void {
    this.make(change.unitKind, change, change.departmentId);
  }

  rename(unitId: number, name: string, shortName: string | null): void {
    const node = this.subject(unitId);
    if (node.name === name && node.shortName === shortName) throw new OrgProblem('ORG_NOTHING', {}, 'name');
    this.refuseTwin(node.kind, name, [unitId]);
    this.fact(unitId, 'name', { name, shortName });
  }

  move(unitId: number, parentId: number | null): void {
    const node = this.subject(unitId);
    if (node.parentId === parentId) throw new OrgProblem('ORG_NOTHING', {}, 'parentId');
    this.fitParent(node.kind, parentId);
    if (parentId !== null && isUnder(this.nodes, parentId, unitId))
      throw new OrgProblem('ORG_CYCLE', { name: node.name, parent: this.nameOf(parentId) }, 'parentId');
    this.fact(unitId, 'parent', { refId: parentId });
    if (parentId !== null) this.plan.roles.set(parentId, 'target');
  }

  merge({ unitIds, targetId, into }: Extract<OrgChange, { kind: 'merge' }>): void {
    const away = [...new Set(unitIds)].filter((id) => id !== targetId);
    const first = this.subject(away[0] ?? 0);
    for (const id of away) {
      const node = this.subject(id);
      if (node.kind !== first.kind) throw new OrgProblem('ORG_KIND', { name: node.name, other: first.name });
    }
    let goal = targetId;
    if (goal === null) {
      if (!into || away.length < 2) throw new OrgProblem('ORG_NOTHING', {}, 'unitIds');
      goal = this.make(first.kind, into, this.commonDepartment(away), away);
    } else this.target(goal, first.kind);
    if (away.some((id) => goal !== null && isUnder(this.nodes, goal, id)))
      throw new OrgProblem('ORG_CYCLE', { name: first.name, parent: this.nameOf(goal) }, 'targetId');
    for (const id of away) this.leave(id, goal, goal);
  }

  split({ unitId, parts, restTo }: Extract<OrgChange, { kind: 'split' }>): void {
    const node = this.subject(unitId);
    if (parts.length === 0) throw new OrgProblem('ORG_NOTHING', {}, 'parts');
    const goals = parts.map((part) => {
      if (part.targetId === unitId) throw new OrgProblem('ORG_NOTHING', {}, 'parts');
      if (part.targetId === null)
        return this.make(node.kind, part, node.departmentId, restTo === null ? [] : [unitId]);
      this.target(part.targetId, node.kind);
      return part.targetId;
    });
    const goalOf = new Map<number, number>();
    for (const [at, part] of parts.entries())
      for (const id of part.memberIds) {
        if (goalOf.has(id)) throw new OrgProblem('ORG_NOT_INSIDE', { name: node.name }, 'parts');
        goalOf.set(id, goals[at]!);
      }
    const children = childrenOf(this.nodes, unitId);
    for (const [at, part] of parts.entries())
      for (const id of part.childIds) {
        if (!children.some((child) => child.id === id))
          throw new OrgProblem('ORG_NOT_INSIDE', { name: node.name }, 'parts');
        this.fact(id, 'parent', { refId: goals[at]! });
        this.plan.roles.set(id, 'child');
      }
    const stays = this.staysIn(node);
    const inside = new Set(
      stays.filter((stay) => stay.from <= this.on && !stay.away).map((stay) => stay.memberId),
    );
    for (const id of goalOf.keys())
      if (!inside.has(id)) throw new OrgProblem('ORG_NOT_INSIDE', { name: node.name }, 'parts');
    for (const stay of stays) {
      const goal = stay.from <= this.on ? goalOf.get(stay.memberId) : undefined;
      if (goal !== undefined) this.lead(node, stay, goal);
    }
    if (restTo === null) return;
    const rest = goals[restTo];
    if (rest === undefined)
      throw new OrgProblem('ORG_TARGET_NEEDED', { name: node.name, count: 0 }, 'restTo');
    const chosen = new Set(parts.flatMap((part) => part.childIds));
    this.leave(unitId, rest, rest, { members: goalOf, children: chosen });
  }

  close(unitId: number, targetId: number | null): void {
    const node = this.subject(unitId);
    if (targetId !== null) {
      this.target(targetId, node.kind);
      if (isUnder(this.nodes, targetId, unitId))
        throw new OrgProblem('ORG_CYCLE', { name: node.name, parent: this.nameOf(targetId) }, 'targetId');
    }
    this.leave(unitId, targetId, targetId ?? node.parentId);
  }

  /** After all: on the day and on every later day no part stands in a closed one or in itself. */
  check(): void {
    const units = [...this.world.units, ...this.plan.created];
    const facts = [...this.world.facts, ...this.plan.facts];
    for (const day of [this.on, ...daysAfter(facts, this.on)]) {
      const nodes = treeOn(units, facts, day);
      for (const node of nodes.values()) {
        if (!node.open || node.parentId === null) continue;
        const parent = nodes.get(node.parentId);
        if (!parent?.open)
          throw new OrgProblem('ORG_CLOSED_LATER', { name: this.nameOf(node.parentId), date: day });
        if (isUnder(nodes, node.parentId, node.id))
          throw new OrgProblem('ORG_CYCLE', { name: node.name, parent: parent.name });
      }
    }
  }

  /** Closes a part and leads its people, its parts and what belongs to it on. */
  private leave(
    unitId: number,
    goal: number | null,
    children: number | null,
    but: { members?: ReadonlyMap<number, number>; children?: ReadonlySet<number> } = {},
  ): void {
    const node = this.subject(unitId);
    const stays = this.staysIn(node).filter(
      (stay) => !(stay.from <= this.on && but.members?.has(stay.memberId)),
    );
    const present = new Set(stays.filter((stay) => !stay.away).map((stay) => stay.memberId));
    if (goal === null && present.size > 0)
      throw new OrgProblem('ORG_TARGET_NEEDED', { name: node.name, count: present.size }, 'targetId');
    if (goal !== null) for (const stay of stays) this.lead(node, stay, goal);
    this.redirect('parent', unitId, children, but.children ?? new Set());
    if (node.kind === 'department') this.redirect('department', unitId, goal, new Set());
    this.fact(unitId, 'close', {});
  }

  private lead(node: OrgNode, stay: Stay, goal: number): void {
    if (node.kind === 'section') return;
    this.plan.moves.push({
      memberId: stay.memberId,
      kind: node.kind,
      fromId: node.id,
      toId: goal,
      onDate: stay.from > this.on ? stay.from : this.on,
      away: stay.away ?? false,
    });
  }

  /** Every part that stands under `unitId` on the day or comes under it later goes to `goal` instead. */
  private redirect(
    kind: 'parent' | 'department',
    unitId: number,
    goal: number | null,
    but: ReadonlySet<number>,
  ): void {
    for (const { id } of this.world.units) {
      const node = this.nodes.get(id);
      if (node?.open === false || but.has(id) || this.refOf(id, kind) !== unitId) continue;
      this.plan.facts.push(emptyFact(id, kind, this.on, { refId: goal }));
      if (kind === 'parent') this.plan.roles.set(id, 'child');
    }
    for (const fact of this.world.facts)
      if (fact.kind === kind && fact.refId === unitId && fact.from > this.on)
        this.plan.facts.push(emptyFact(fact.unitId, kind, fact.from, { refId: goal }));
  }

  /** What a part stands under on the day, or will when it begins. */
  private refOf(unitId: number, kind: 'parent' | 'department'): number | null {
    const held = inOrder(
      this.world.facts.filter((f) => f.unitId === unitId && f.kind === kind && f.from <= this.on),
    );
    return held[held.length - 1]?.refId ?? null;
  }

  private staysIn(node: OrgNode): Stay[] {
    return node.kind === 'section' ? [] : this.world.stays(node.kind, [node.id], this.on);
  }

  private make(
    kind: OrgKind,
    part: NewPart,
    departmentId: number | null,
    replaced: readonly number[] = [],
  ): number {
    this.refuseTwin(kind, part.name, replaced);
    this.fitParent(kind, part.parentId);
    const id = -1 - this.plan.created.length;
    const created = { id, kind, name: part.name, shortName: part.shortName };
    this.plan.created.push({ ...created, departmentId: kind === 'group' ? departmentId : null });
    this.plan.facts.push(emptyFact(id, 'open', this.on, {}));
    this.plan.facts.push(emptyFact(id, 'name', '', { name: part.name, shortName: part.shortName }));
    if (part.parentId !== null)
      this.plan.facts.push(emptyFact(id, 'parent', this.on, { refId: part.parentId }));
    if (kind === 'group' && departmentId !== null)
      this.plan.facts.push(emptyFact(id, 'department', this.on, { refId: departmentId }));
    this.plan.roles.set(id, 'created');
    return id;
  }

  private commonDepartment(ids: readonly number[]): number | null {
    const all = new Set(ids.map((id) => this.nodes.get(id)?.departmentId ?? null));
    return all.size === 1 ? [...all][0]! : null;
  }

  private refuseTwin(kind: OrgKind, name: string, but: readonly number[]): void {
    const same = (node: OrgNode) =>
      node.open && node.kind === kind && !but.includes(node.id) && sameName(node.name, name);
    const made = this.plan.created.some((one) => one.kind === kind && sameName(one.name, name));
    if (made || [...this.nodes.values()].some(same)) throw new OrgProblem('DUPLICATE', { name }, 'name');
  }

  private fitParent(kind: OrgKind, parentId: number | null): void {
    if (parentId === null) return;
    const wanted = kind === 'group' ? 'section' : kind === 'department' ? 'department' : null;
    if (wanted === null || this.kinds.get(parentId) !== wanted)
      throw new OrgProblem('ORG_KIND', { name: this.nameOf(parentId), other: '' }, 'parentId');
    this.stillOpen(parentId, 'parentId');
  }

  /** The part a change is about: open on its day and, if it ends, not before. */
  private subject(id: number): OrgNode {
    const node = this.stillOpen(id, 'unitId');
    if (!this.plan.roles.has(id)) this.plan.roles.set(id, 'subject');
    return node;
  }

  private target(id: number, kind: OrgKind): void {
    const node = this.stillOpen(id, 'targetId');
    if (node.kind !== kind) throw new OrgProblem('ORG_KIND', { name: node.name, other: '' }, 'targetId');
    this.plan.roles.set(id, 'target');
  }

  private stillOpen(id: number, field: string): OrgNode {
    if (!this.kinds.has(id)) throw new OrgProblem('NOT_FOUND');
    const node = this.nodes.get(id);
    if (!node?.open) throw new OrgProblem('ORG_NOT_OPEN', { name: this.nameOf(id), date: this.on }, field);
    const closing = this.world.facts.find(
      (fact) => fact.unitId === id && fact.kind === 'close' && fact.from > this.on,
    );
    if (closing) throw new OrgProblem('ORG_CLOSED_LATER', { name: node.name, date: closing.from }, field);
    return node;
  }

  private nameOf(id: number): string {
    const known = this.nodes.get(id)?.name;
    if (known) return known;
    const made = this.plan.created.find((one) => one.id === id)?.name;
    const named = this.world.facts.filter((fact) => fact.unitId === id && fact.kind === 'name');
    return made ?? named[named.length - 1]?.name ?? '';
  }

  private fact(unitId: number, kind: OrgFactKind, more: Partial<OrgFact>): void {
    this.plan.facts.push(emptyFact(unitId, kind, this.on, more));
  }
}

function emptyFact(unitId: number, kind: OrgFactKind, from: string, more: Partial<OrgFact>): OrgFact {
  return { unitId, kind, from, name: null, shortName: null, refId: null, ...more };
}

const sameName = (a: string, b: string): boolean => fold(a) === fold(b);
