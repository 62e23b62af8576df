/**
 * What is linked to a member and follows when two records of one person are merged. Each area registers its links in
 * electron/modules/index.ts. `move` answers, as plain JSON, what `back` needs to take exactly those links apart again,
 * days later and after other work; what was changed meanwhile stays as it is and is counted.
 */
import type { Ctx } from '../../../ipc/context';
import { type ColumnLink, countRows, type MovedRows, moveRows, returnRows } from './rowsRepository';

/** Which record the merged person takes a field from; fields that are not named keep the value of the record kept. */
export interface MergeChoice {
  /** Contract names of the fields taken from the record that goes, e.g. 'departmentId'. */
  readonly taken: ReadonlySet<string>;
  /** The marriage in force that the household keeps, when both records have one. */
  readonly marriageId: number | null;
}

export interface MemberReference {
  /** Kind of record moved; its name on screens is `memberMerge.linked.ENTITY`. */
  readonly entity: string;
  /** Every 'table.column' pointing at a member that this reference takes care of. */
  readonly columns?: readonly string[];
  /** How many records of the kind are linked to a member. */
  count?(ctx: Ctx, memberId: number): number;
  move(ctx: Ctx, fromId: number, toId: number, choice: MergeChoice): unknown;
  /** Answers how many records could not go back. */
  back(ctx: Ctx, saved: never): number | undefined;
}

const references: MemberReference[] = [];

/** Adds a kind of record that follows a merge. */
export function addMemberReference(reference: MemberReference): void {
  if (references.some(({ entity }) => entity === reference.entity))
    throw new Error(`${reference.entity}: registered twice`);
  references.push(reference);
}

export const memberReferences = (): readonly MemberReference[] => references;

/** Links that are one column of a table: all rows move, those already there for the other record stay behind. */
export function columnReference(entity: string, ...links: readonly ColumnLink[]): MemberReference {
  return {
    entity,
    columns: links.map((link) => `${link.table}.${link.column}`),
    count: (ctx, memberId) => links.reduce((sum, link) => sum + countRows(ctx.db, link, memberId), 0),
    move: (ctx, fromId, toId): MovedRows[] => links.map((link) => moveRows(ctx.db, link, fromId, toId)),
    back: (ctx, saved: MovedRows[]) =>
      links.reduce((lost, link, at) => lost + (saved[at] ? returnRows(ctx.db, link, saved[at]) : 0), 0),
  };
}
