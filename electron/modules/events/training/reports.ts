/** What units were asked to do after a course, and what they reported. */
import { AppError } from '../../../../shared/contract/errors';
import { fold } from '../../../../shared/text/fold';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { liveEvent } from '../attendance/list';
import { listDepartments } from '../attendance/repository';
import { followUpHandlers } from '../followUps/service';
import type { ListedEvent } from '../repository';
import { cameTo } from './record';
import * as repo from './repository';

/** Units whose people came, by name, each with how many came and have a certificate. */
function unitsThatCame(ctx: Ctx, event: ListedEvent) {
  const people = cameTo(ctx, event);
  const certified = new Set(repo.certificatesOf(ctx.db, event.id).map(({ memberId }) => memberId));
  const units = event.list_id === null ? [] : listDepartments(ctx.db, event.list_id);
  return units
    .filter(({ departmentId }) => departmentId !== 0)
    .sort((a, b) => (a.nameKey < b.nameKey ? -1 : 1))
    .map(({ departmentId, name }) => {
      const own = people.filter((person) => person.departmentId === departmentId);
      const certificates = own.filter(({ memberId }) => certified.has(memberId)).length;
      return { unitId: departmentId, unit: name ?? '', came: own.length, certificates };
    })
    .filter(({ came }) => came > 0);
}

/** Follow-ups of an event given to units, the latest first. */
const tasksOf = (ctx: Ctx, eventId: number) =>
  followUpHandlers['events.followUps'](
    {
      search: '',
      show: 'all',
      eventId,
      memberId: null,
      unitId: null,
      owner: null,
      batch: null,
      id: null,
      offset: 0,
      limit: 500,
    },
    ctx,
  )
    .rows.filter(({ ownerUnitId }) => ownerUnitId !== null)
    .sort((a, b) => b.id - a.id);

function reports(input: ParsedInputOf<'training.reports'>, ctx: Ctx): OutputOf<'training.reports'> {
  const event = liveEvent(ctx, input.eventId);
  const tasks = tasksOf(ctx, event.id);
  const rows = unitsThatCame(ctx, event).map((unit) => {
    const task = tasks.find(({ ownerUnitId }) => ownerUnitId === unit.unitId);
    if (!task) return { ...unit, task: null };
    const { id, text, dueOn, state, result, overdue } = task;
    return { ...unit, task: { id, text, dueOn, state, result, overdue } };
  });
  const asked = rows.flatMap(({ task }) => task ?? []);
  return {
    batch: tasks[0]?.batch ?? null,
    rows,
    asked: asked.length,
    reported: asked.filter(({ state }) => state === 'done').length,
  };
}

function askUnits(input: ParsedInputOf<'training.askUnits'>, ctx: Ctx): OutputOf<'training.askUnits'> {
  const event = liveEvent(ctx, input.eventId);
  const units = unitsThatCame(ctx, event);
  if (units.length === 0) throw new AppError('NOBODY_CAME');
  const asked = new Set(
    tasksOf(ctx, event.id)
      .filter(({ text }) => fold(text) === fold(input.text))
      .map(({ ownerUnitId }) => ownerUnitId),
  );
  const owners = units
    .filter(({ unitId }) => !asked.has(unitId))
    .map(({ unitId }) => ({ memberId: null, unitId, name: null }));
  if (owners.length === 0) return { count: 0 };
  followUpHandlers['events.createFollowUps'](
    {
      eventId: event.id,
      text: input.text,
      saidBy: null,
      saidTitle: null,
      saidOn: event.last_day,
      dueOn: input.dueOn,
      owners,
    },
    ctx,
  );
  return { count: owners.length };
}

export const reportHandlers = { 'training.reports': reports, 'training.askUnits': askUnits };
