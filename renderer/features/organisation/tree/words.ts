/** Shared by the screens of the tree. */
import { Building2, Network, Users } from 'lucide-react';
import type { InputOf, OutputOf } from '../../../../shared/contract';

export type Tree = OutputOf<'organisation.tree'>;
export type Part = Tree['units'][number];
export type PartKind = Part['kind'];
export type Change = InputOf<'organisation.change'>['change'];

export const KIND_ICON = { section: Network, group: Users, department: Building2 } as const;

/** A part with those under it. */
export interface Branch {
  part: Part;
  level: number;
  parts: Branch[];
}

/** Parts of these kinds as branches, in the order of the list; one whose parent is not shown stands at the root. */
export function branchesOf(parts: readonly Part[], kinds: readonly PartKind[]): Branch[] {
  const own = parts.filter((part) => kinds.includes(part.kind));
  const known = new Set(own.map((part) => part.id));
  const under = new Map<number | null, Part[]>();
  for (const part of own) {
    const parent = part.parentId !== null && known.has(part.parentId) ? part.parentId : null;
    const list = under.get(parent);
    if (list) list.push(part);
    else under.set(parent, [part]);
  }
  const make = (parent: number | null, level: number): Branch[] =>
    (under.get(parent) ?? []).map((part) => ({ part, level, parts: make(part.id, level + 1) }));
  return make(null, 1);
}

/** Branches one after another, without what is under a folded one. */
export function flatten(branches: readonly Branch[], folded: ReadonlySet<number>): Branch[] {
  return branches.flatMap((one) => [one, ...(folded.has(one.part.id) ? [] : flatten(one.parts, folded))]);
}
