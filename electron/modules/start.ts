/** What is settled when a store is opened, and when a new day begins. */
import { todayInVietnam } from '../../shared/domain/dateMath';
import type { Db } from '../db/database';
import { payRewrite } from '../db/vacuum';
import type { Log } from '../log';
import { followDueFacts } from './members/history/service';
import { recoverImports } from './members/import/recover';
import { renewIndex } from './members/service';
import { settleUnits } from './organisation/tree/world';
import { renewSteps } from './plans/service';
import { renewCriteria } from './review/renewals';

/** Clears away what an interrupted run left, and brings what was derived by an older version up to date. */
export function settleStore(db: Db, clock: () => Date, log: Pick<Log, 'write' | 'failure'>): void {
  recoverImports(db, clock, log);
  renewIndex(db);
  renewCriteria(db);
  renewSteps(db);
  payRewrite(db);
}

/** Takes dated facts over whose day has come; answers how many. */
export function followDay(db: Db, now: Date): number {
  const today = todayInVietnam(now);
  const parts = db.immediate(() => settleUnits({ db }, today)).length;
  return parts + followDueFacts(db, today, now.toISOString());
}
