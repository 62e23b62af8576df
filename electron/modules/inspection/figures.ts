/** Figures of a line of work in a year: planned, held, found, mended. */
import type { InspectionKind, ItemState } from '../../../shared/domain/inspection';
import type { Ctx, OutputOf } from '../../ipc/context';
import { filesOfYear, findingTotals } from './findingsRepository';
import { sessionsBetween } from './sessionsRepository';
import { otherInspections } from './unlinked';

export function yearFigures(
  ctx: Pick<Ctx, 'db' | 'today'>,
  kind: InspectionKind,
  year: number,
  items: readonly { state: ItemState }[],
): OutputOf<'inspection.plan'>['figures'] {
  const days = { from: `${year}-01-01`, to: `${year}-12-31` };
  const sessions = sessionsBetween(ctx.db, kind, days);
  const meetings = sessions.filter((one) => one.topic === 'meeting').length;
  const found = findingTotals(ctx.db, {
    ...{ kind, year, show: 'all', words: [], sessionId: null },
    today: ctx.today(),
  });
  const inState = (state: ItemState) => items.filter((one) => one.state === state).length;
  return {
    planned: items.length,
    plannedDone: inState('done'),
    plannedLate: inState('late'),
    sessions: sessions.length - meetings,
    meetings,
    unlinked: kind === 'inspection' ? otherInspections(ctx.db, days).length : 0,
    outsidePlan: sessions.filter((one) => one.itemId === null && one.topic !== 'meeting').length,
    findings: found.total,
    mended: found.total - found.open,
    open: found.open,
    overdue: found.overdue,
    files: filesOfYear(ctx.db, kind, year),
  };
}
