/**
 * Families when two records are merged: marriages and children follow. A marriage or a child recorded twice becomes
 * one; of two marriages in force the chosen one stays. What is set aside goes with the record that goes.
 */
import { fold } from '../../../../shared/text/fold';
import type { Ctx } from '../../../ipc/context';
import type { OwnChild, OwnMarriage } from './familyRepository';
import * as repo from './familyRepository';
import type { MemberReference, MergeChoice } from './references';
import { type MovedRows, moveRows, returnRows } from './rowsRepository';

const MEMBER_SIDE = { table: 'marriage', column: 'member_id' } as const;
const SPOUSE_SIDE = { table: 'marriage', column: 'spouse_id' } as const;
const GROWN = { table: 'child', column: 'member_id' } as const;

const sameSpouse = (a: OwnMarriage, b: OwnMarriage, ids: readonly number[]): boolean => {
  const spouse = (m: OwnMarriage) => (ids.includes(m.memberId) ? m.spouseId : m.memberId);
  if (spouse(a) !== null || spouse(b) !== null) return spouse(a) === spouse(b);
  return fold(a.spouseName ?? '') === fold(b.spouseName ?? '');
};

/** Marriages in force of the two records with different people; empty when nothing must be chosen. */
export function rivalMarriages(
  ctx: Pick<Ctx, 'db'>,
  keptId: number,
  goneId: number,
): { kept: OwnMarriage; gone: OwnMarriage } | null {
  const open = (id: number) => repo.marriagesOf(ctx.db, id).find((m) => m.open === 1);
  const [kept, gone] = [open(keptId), open(goneId)];
  return kept && gone && !sameSpouse(kept, gone, [keptId, goneId]) ? { kept, gone } : null;
}

interface SavedFamily {
  at: string;
  keptId: number;
  goneId: number;
  /** Marriages set aside; `owned` were the kept record's and changed places. */
  aside: number[];
  owned: { member: MovedRows; spouse: MovedRows };
  came: { member: MovedRows; spouse: MovedRows; grown: MovedRows };
  /** Children whose parent row came; of `both`, the kept record was a parent already. */
  children: number[];
  both: number[];
  twins: { stays: number; aside: number; results: number[]; parents: number[]; keptOwned: boolean }[];
}

/** Marriages that give way: the second record of a marriage, and of two in force the one not chosen. */
function givingWay(ctx: Ctx, keptId: number, goneId: number, choice: MergeChoice) {
  const kept = repo.marriagesOf(ctx.db, keptId);
  const gone = repo.marriagesOf(ctx.db, goneId);
  const doubled = gone.filter((m) =>
    kept.some((o) => o.open === m.open && sameSpouse(o, m, [keptId, goneId])),
  );
  const rivals = rivalMarriages(ctx, keptId, goneId);
  const loser = rivals && (choice.marriageId === rivals.gone.id ? rivals.kept : rivals.gone);
  return {
    ofGone: [...doubled.map((m) => m.id), ...(loser && loser === rivals?.gone ? [loser.id] : [])],
    ofKept: loser && loser === rivals?.kept ? [loser.id] : [],
  };
}

const only = (ids: readonly number[]) => `id IN (${ids.length === 0 ? 'NULL' : ids.join(', ')})`;
const but = (ids: readonly number[]) => (ids.length === 0 ? 'TRUE' : `id NOT IN (${ids.join(', ')})`);

function move(ctx: Ctx, goneId: number, keptId: number, choice: MergeChoice): SavedFamily {
  const at = ctx.now();
  const way = givingWay(ctx, keptId, goneId, choice);
  const twins = joinChildren(ctx, goneId, keptId, at);
  const swap = (link: { table: string; column: string }, ids: readonly number[], from: number, to: number) =>
    moveRows(ctx.db, { ...link, where: only(ids) }, from, to);
  // A marriage of the two with each other, long in the trash, stays where it is.
  const take = (link: { table: string; column: string }, other: string) =>
    moveRows(
      ctx.db,
      { ...link, where: `${but([...way.ofGone, ...way.ofKept])} AND ${other} IS NOT ${keptId}` },
      goneId,
      keptId,
    );
  const owned = {
    member: swap(MEMBER_SIDE, way.ofKept, keptId, goneId),
    spouse: swap(SPOUSE_SIDE, way.ofKept, keptId, goneId),
  };
  const came = {
    member: take(MEMBER_SIDE, 'spouse_id'),
    spouse: take(SPOUSE_SIDE, 'member_id'),
    grown: moveRows(ctx.db, GROWN, goneId, keptId),
  };
  const aside = [...way.ofGone, ...way.ofKept];
  for (const id of aside) repo.setAside(ctx.db, 'marriage', id, at);
  const left = new Set(twins.map((twin) => twin.aside));
  const children = repo.allChildIds(ctx.db, goneId).filter((id) => !left.has(id));
  const both = children.filter((id) => {
    repo.dropParent(ctx.db, id, goneId);
    return !repo.addParent(ctx.db, id, keptId);
  });
  return { at, keptId, goneId, aside, owned, came, children, both, twins };
}

/** Of a child recorded for both, the record with the fuller date of birth stays. */
function joinChildren(ctx: Ctx, goneId: number, keptId: number, at: string): SavedFamily['twins'] {
  const kept = repo.childrenOf(ctx.db, keptId);
  return repo.childrenOf(ctx.db, goneId).flatMap((theirs) => {
    const ours = kept.find((child) => child.id !== theirs.id && sameChild(child, theirs));
    if (!ours) return [];
    kept.splice(kept.indexOf(ours), 1);
    const fuller = (theirs.birthDate?.length ?? 0) > (ours.birthDate?.length ?? 0);
    const [stays, aside] = fuller ? [theirs, ours] : [ours, theirs];
    const results = repo.moveResults(ctx.db, aside.id, stays.id);
    const others = repo.parentIdsOf(ctx.db, aside.id).filter((id) => id !== goneId && id !== keptId);
    const room = repo.parentIdsOf(ctx.db, stays.id).length < 2;
    const parents = room ? others.filter((id) => repo.addParent(ctx.db, stays.id, id)) : [];
    if (fuller) {
      repo.dropParent(ctx.db, ours.id, keptId);
      repo.addParent(ctx.db, ours.id, goneId);
    }
    repo.setAside(ctx.db, 'child', aside.id, at);
    return [{ stays: stays.id, aside: aside.id, results, parents, keptOwned: fuller }];
  });
}

const sameChild = (a: OwnChild, b: OwnChild): boolean =>
  a.nameKey === b.nameKey &&
  (a.birthDate === null ||
    b.birthDate === null ||
    a.birthDate.startsWith(b.birthDate) ||
    b.birthDate.startsWith(a.birthDate));

function back(ctx: Ctx, saved: SavedFamily): number {
  let lost = 0;
  const { keptId, goneId, at } = saved;
  for (const childId of saved.children) {
    if (!saved.both.includes(childId) && !repo.dropParent(ctx.db, childId, keptId)) {
      lost++;
      continue;
    }
    repo.addParent(ctx.db, childId, goneId);
  }
  for (const id of saved.aside) if (!repo.takeBack(ctx.db, 'marriage', id, at)) lost++;
  for (const [link, rows] of [
    [MEMBER_SIDE, saved.came.member],
    [SPOUSE_SIDE, saved.came.spouse],
    [GROWN, saved.came.grown],
    [MEMBER_SIDE, saved.owned.member],
    [SPOUSE_SIDE, saved.owned.spouse],
  ] as const)
    lost += returnRows(ctx.db, link, rows);
  for (const twin of saved.twins) {
    if (twin.keptOwned) {
      repo.dropParent(ctx.db, twin.aside, goneId);
      repo.addParent(ctx.db, twin.aside, keptId);
    }
    for (const id of twin.parents) repo.dropParent(ctx.db, twin.stays, id);
    for (const id of twin.results) if (!repo.pointResult(ctx.db, id, twin.stays, twin.aside)) lost++;
    if (!repo.takeBack(ctx.db, 'child', twin.aside, at)) lost++;
  }
  return lost;
}

export const familyLinks: MemberReference = {
  entity: 'family',
  columns: ['marriage.member_id', 'marriage.spouse_id', 'child.member_id', 'child_parent.member_id'],
  count: (ctx, memberId) =>
    repo.marriagesOf(ctx.db, memberId).length + repo.childrenOf(ctx.db, memberId).length,
  move,
  back,
};
