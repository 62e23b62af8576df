/** Rules of inspection and supervision, and of women's work. */
import { addDays } from '../../../shared/domain/dateMath';
import type { InspectionKind } from '../../../shared/domain/inspection';
import type { Ctx, HandlersOf, OutputOf } from '../../ipc/context';
import { type CalendarSource, calendarEntry } from '../calendar/service';
import { findingHandlers } from './findings';
import { findingsDueIn, overdueFindings } from './findingsRepository';
import { lines, linesPaper } from './lines';
import { paperHandlers } from './papers';
import { itemsOf, planHandlers } from './plans';
import { sessionHandlers } from './sessions';
import { sessionsOfMember } from './sessionsRepository';

export { membersInspecting } from './plansRepository';

/** What waits too long: findings past their day, and what last month's plan named and nobody held. */
export function inspectionDue(ctx: Ctx, kind: InspectionKind): { overdue: number; late: number } {
  const year = Number(addDays(ctx.today(), -31).slice(0, 4));
  const years = new Set([year, Number(ctx.today().slice(0, 4))]);
  return {
    overdue: overdueFindings(ctx.db, kind, ctx.today()),
    late: [...years].flatMap((one) => itemsOf(ctx, kind, one)).filter((item) => item.state === 'late').length,
  };
}

/** Sessions a member took part in as one of the team. */
export const inspectionTimeline = (ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] =>
  sessionsOfMember(ctx.db, memberId).map((row) => ({
    kind: 'inspection',
    date: row.heldOn,
    title: row.title,
    detail: row.post,
    recordId: row.id,
  }));

/** Days by which findings are to be mended, on the calendar. */
export const findingDeadlines: CalendarSource = ({ db }, span) =>
  findingsDueIn(db, span).map((row) =>
    calendarEntry(
      'followUp',
      row.text.slice(0, 120),
      { from: row.dueOn },
      { entity: 'inspection_session', id: row.sessionId, late: row.dueOn < span.today },
    ),
  );

export const inspectionHandlers: HandlersOf<'inspection'> = {
  ...planHandlers,
  ...sessionHandlers,
  ...findingHandlers,
  ...paperHandlers,
  'inspection.lines': lines,
  'inspection.linesPaper': linesPaper,
};
