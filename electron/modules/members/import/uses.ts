/** Which members other areas point at; an import's undo keeps those people. Areas add their query here. */
import type { Db } from '../../../db/database';

type Use = (db: Db) => number[];
const uses: Use[] = [];

/** Adds an area's list of member ids in use. */
export function addMemberUse(use: Use): void {
  uses.push(use);
}

/** Ids of members that any area uses. */
export function memberUses(db: Db): Set<number> {
  return new Set(uses.flatMap((use) => use(db)));
}
