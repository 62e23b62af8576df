/**
 * The tree of the organisation as of any day, from dated facts. A fact holds from its day until the next of its kind;
 * of two on one day the later written one holds. '' is before every day.
 */

export const ORG_KINDS = ['section', 'group', 'department'] as const;
export type OrgKind = (typeof ORG_KINDS)[number];
export type OrgFactKind = 'open' | 'close' | 'name' | 'parent' | 'department';

export interface OrgFact {
  unitId: number;
  kind: OrgFactKind;
  from: string;
  name: string | null;
  shortName: string | null;
  refId: number | null;
}
export interface OrgNode {
  id: number;
  kind: OrgKind;
  name: string;
  shortName: string | null;
  /** Section of a group, department above a department. */
  parentId: number | null;
  /** Department a group belongs to. */
  departmentId: number | null;
  open: boolean;
  /** First day known, null when always. */
  openedOn: string | null;
  /** Day from which it is closed, when it is. */
  closedOn: string | null;
}

/** Facts in the order in which they hold; the order given decides within one day. */
export function inOrder(facts: readonly OrgFact[]): OrgFact[] {
  return facts
    .map((fact, at) => ({ fact, at }))
    .sort((a, b) => (a.fact.from < b.fact.from ? -1 : a.fact.from > b.fact.from ? 1 : a.at - b.at))
    .map(({ fact }) => fact);
}

/** Every part ever known on a day; those not begun yet are left out, those closed are marked. */
export function treeOn(
  units: readonly { id: number; kind: OrgKind }[],
  facts: readonly OrgFact[],
  day: string,
): Map<number, OrgNode> {
  const nodes = new Map<number, OrgNode>();
  for (const { id, kind } of units)
    nodes.set(id, {
      id,
      kind,
      name: '',
      shortName: null,
      parentId: null,
      departmentId: null,
      open: false,
      openedOn: null,
      closedOn: null,
    });
  const begun = new Set<number>();
  for (const fact of inOrder(facts)) {
    const node = nodes.get(fact.unitId);
    if (!node || fact.from > day) continue;
    if (fact.kind === 'open') begun.add(fact.unitId);
    apply(node, fact);
  }
  for (const id of [...nodes.keys()]) if (!begun.has(id)) nodes.delete(id);
  return nodes;
}

function apply(node: OrgNode, fact: OrgFact): void {
  if (fact.kind === 'open') {
    node.open = true;
    node.openedOn = fact.from || null;
    node.closedOn = null;
  } else if (fact.kind === 'close') {
    node.open = false;
    node.closedOn = fact.from;
  } else if (fact.kind === 'name') {
    node.name = fact.name ?? node.name;
    node.shortName = fact.shortName;
  } else if (fact.kind === 'parent') node.parentId = fact.refId;
  else node.departmentId = fact.refId;
}

/** Days on which something changes after `day`. */
export function daysAfter(facts: readonly OrgFact[], day: string): string[] {
  return [...new Set(facts.map((fact) => fact.from).filter((from) => from > day))].sort();
}

/** True if `id` is `above` or stands somewhere under it. */
export function isUnder(nodes: ReadonlyMap<number, OrgNode>, id: number | null, above: number): boolean {
  const seen = new Set<number>();
  for (let at = id; at !== null && !seen.has(at); at = nodes.get(at)?.parentId ?? null) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}

/** Open parts right under `id`. */
export function childrenOf(nodes: ReadonlyMap<number, OrgNode>, id: number): OrgNode[] {
  return [...nodes.values()].filter((node) => node.open && node.parentId === id);
}
