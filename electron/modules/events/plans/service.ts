/** Plans of events: what is prepared before, and what groups and sessions say after. */
import { AppError } from '../../../../shared/contract/errors';
import { recordChange } from '../../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { liveEvent } from '../attendance/list';
import { setCount } from '../repository';
import { followTurns, markGroup, markPeople } from './marks';
import * as records from './records';
import * as repo from './repository';
import { moverOf, saveSeries, series, setEdition } from './series';
import { groupSheets } from './sheets';
import { addUsualTemplates, createFrom, keepTemplate, saveTemplate, templates } from './templates';
import { groupPeople, plan } from './view';

export { guestText, type PlanPapers, planPapers } from './view';

type Saved = ParsedInputOf<'events.savePlan'>;

/** The saved part of a plan as savePlan takes it. */
function savedPlan(ctx: Ctx, id: number): Saved {
  const { chair, secretary, figure, version } = repo.planOf(ctx.db, id);
  const items = repo.itemsOf(ctx.db, id);
  return {
    id,
    version,
    chair,
    secretary,
    figure,
    agenda: items.filter((item) => item.kind === 'agenda').map(({ at, text, who }) => ({ at, text, who })),
    resolutions: items
      .filter((item) => item.kind === 'resolution')
      .map(({ text, votesFor, votesAgainst, votesOther }) => ({ text, votesFor, votesAgainst, votesOther })),
  };
}

function savePlan(input: Saved, ctx: Ctx): OutputOf<'events.savePlan'> {
  const event = liveEvent(ctx, input.id);
  const before = savedPlan(ctx, event.id);
  const { chair, secretary, figure, version } = input;
  if (version !== before.version || !repo.putPlan(ctx.db, event.id, { chair, secretary, figure, version }))
    throw new AppError('VERSION_CONFLICT');
  const none = { at: null, who: null, votesFor: null, votesAgainst: null, votesOther: null };
  repo.putItems(ctx.db, event.id, [
    ...input.agenda.map((line) => ({ ...none, ...line, kind: 'agenda' as const })),
    ...input.resolutions.map((line) => ({ ...none, ...line, kind: 'resolution' as const })),
  ]);
  if (figure === 'turns') followTurns(ctx, event.id);
  else if (before.figure === 'turns' && event.count_unit === 'turn')
    setCount(
      ctx.db,
      event.id,
      event.version,
      {
        value: null,
        unit: null,
        flag: 'exact',
        denominator: null,
        denominatorOn: null,
        wording: null,
        source: null,
      },
      ctx.now(),
    );
  recordChange(ctx, {
    entity: 'event',
    entityId: event.id,
    action: 'update',
    before: { plan: before },
    after: { plan: input },
  });
  ctx.undo('events.savePlan', { ...before, version: version + 1 });
  return { id: event.id, version: version + 1 };
}

export const planHandlers = {
  'events.plan': plan,
  'events.savePlan': savePlan,
  'events.setEdition': setEdition,
  'events.saveSession': records.saveSession,
  'events.trashSessions': records.mover('event_session', 'trash'),
  'events.restoreSessions': records.mover('event_session', 'restore'),
  'events.saveGroup': records.saveGroup,
  'events.retakeGroup': records.retakeGroup,
  'events.restoreGroupPeople': records.restoreGroupPeople,
  'events.trashGroups': records.mover('event_group', 'trash'),
  'events.restoreGroups': records.mover('event_group', 'restore'),
  'events.groupPeople': groupPeople,
  'events.saveAttendee': records.saveAttendee,
  'events.trashAttendees': records.mover('event_attendee', 'trash'),
  'events.restoreAttendees': records.mover('event_attendee', 'restore'),
  'events.orderAttendees': records.orderAttendees,
  'events.markGroup': markGroup,
  'events.markPeople': markPeople,
  'events.groupSheets': groupSheets,
  'events.series': series,
  'events.saveSeries': saveSeries,
  'events.trashSeries': moverOf('event_series', 'trash'),
  'events.restoreSeries': moverOf('event_series', 'restore'),
  'events.templates': templates,
  'events.saveTemplate': saveTemplate,
  'events.addUsualTemplates': addUsualTemplates,
  'events.keepTemplate': keepTemplate,
  'events.trashTemplates': moverOf('event_template', 'trash'),
  'events.restoreTemplates': moverOf('event_template', 'restore'),
  'events.createFrom': createFrom,
} satisfies Partial<HandlersOf<'events'>>;
