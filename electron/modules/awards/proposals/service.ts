/** The award chain: rounds, lists of departments, proposals, the council, draft decisions, papers. */
import { addDays } from '../../../../shared/domain/dateMath';
import type { Ctx, HandlersOf, OutputOf } from '../../../ipc/context';
import { type CalendarSource, calendarEntry } from '../../calendar/service';
import { councilHandlers } from './council';
import { chainHandlers } from './decisions';
import { listHandlers } from './lists';
import { paperHandlers } from './papers';
import { proposalHandlers } from './proposals';
import { approvedOf } from './repository';
import { roundHandlers } from './rounds';
import { deadlinesIn, roundsWaiting } from './roundsRepository';

export { membersProposed } from './repository';

/** A round is announced this many days before its deadline while lists are missing. */
const NOTICE_DAYS = 14;

/** Rounds whose deadline is near or over while departments have not handed in. */
export const roundsDue = (ctx: Pick<Ctx, 'db' | 'today'>): ReturnType<typeof roundsWaiting> =>
  roundsWaiting(ctx.db, addDays(ctx.today(), NOTICE_DAYS));

/** Last days to hand in, on the calendar. */
export const roundDeadlines: CalendarSource = ({ db }, span) =>
  deadlinesIn(db, span).map((row) =>
    calendarEntry(
      'round',
      row.name,
      { from: row.deadline },
      { entity: 'award_round', id: row.id, late: row.missing > 0 && row.deadline < span.today },
    ),
  );

/** What the council approved for a member. */
export const proposalTimeline = (ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] =>
  approvedOf(ctx.db, memberId).map((row) => ({
    kind: 'proposal' as const,
    date: row.date,
    title: row.form,
    titleEn: row.formEn,
    detail: row.round,
    recordId: row.roundId,
  }));

export const proposalsHandlers: HandlersOf<'proposals'> = {
  ...roundHandlers,
  ...proposalHandlers,
  ...listHandlers,
  ...councilHandlers,
  ...chainHandlers,
  ...paperHandlers,
};
