/** The history of members: dated facts, and what other areas need of them. */
import type { Db } from '../../../db/database';
import * as repo from './repository';

export { daysWithin } from './absence';
export { asOfSource, stretchesOn } from './asOf';
export { shownSides } from './discipline';
export {
  type DatedChange,
  follow,
  leaveClosedParts,
  type Move,
  recordFormChanges,
  recordMembership,
  recordMoves,
  restoreMoves,
  revertMoves,
} from './moves';

/** Makes the stretches of members anew from their facts. */
export function rebuildPeriods(db: Db, memberIds: readonly number[]): void {
  repo.rebuildStates(db, memberIds);
}

/** Takes facts over into the register whose day has come. Called when the store opens and when a new day begins. */
export function followDueFacts(db: Db, today: string, now: string): number {
  const after = repo.followedDay(db);
  if (after === today) return 0;
  return db.immediate(() => {
    const due = after === null ? [] : repo.dueMembers(db, after, today);
    repo.followStates(db, due, today, 1, now);
    repo.setFollowedDay(db, today);
    return due.length;
  });
}
