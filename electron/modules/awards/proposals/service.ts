/** The award chain: rounds, lists of departments, proposals, the council, draft decisions, papers. */
import { addDays } from '../../../../shared/domain/dateMath';
import type { Ctx, HandlersOf } from '../../../ipc/context';
import { councilHandlers } from './council';
import { chainHandlers } from './decisions';
import { listHandlers } from './lists';
import { paperHandlers } from './papers';
import { proposalHandlers } from './proposals';
import { roundHandlers } from './rounds';
import { roundsWaiting } from './roundsRepository';

export { membersProposed } from './repository';

/** A round is announced this many days before its deadline while lists are missing. */
const NOTICE_DAYS = 14;

/** Rounds whose deadline is near or over while departments have not handed in. */
export const roundsDue = (ctx: Pick<Ctx, 'db' | 'today'>): ReturnType<typeof roundsWaiting> =>
  roundsWaiting(ctx.db, addDays(ctx.today(), NOTICE_DAYS));

export const proposalsHandlers: HandlersOf<'proposals'> = {
  ...roundHandlers,
  ...proposalHandlers,
  ...listHandlers,
  ...councilHandlers,
  ...chainHandlers,
  ...paperHandlers,
};
