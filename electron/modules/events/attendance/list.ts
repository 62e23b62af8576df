/**
 * The list an event's participation is recorded against: the active members whom it is for, on its day, each in
 * the department of that day. It is taken once, at the first recording, so that later joins do not change a rate.
 */
import { AppError } from '../../../../shared/contract/errors';
import type { Ctx } from '../../../ipc/context';
import { eventById, type ListedEvent } from '../repository';
import * as repo from './repository';

/** An event that can be recorded; NOT_FOUND for one that is missing or in the trash. */
export function liveEvent(ctx: Ctx, id: number): ListedEvent {
  const event = eventById(ctx.db, id);
  if (!event || event.deleted_at !== null) throw new AppError('NOT_FOUND');
  return event;
}

/** Day the list is taken on: the event's day (the last it may be), or today for one still to come. */
export function listDay(ctx: Pick<Ctx, 'today'>, event: ListedEvent): string {
  const today = ctx.today();
  return event.last_day < today ? event.last_day : today;
}

/** Departments of these people under the names of the day; 0 is for people without one. */
export function departmentsFor(
  ctx: Ctx,
  people: readonly { departmentId: number }[],
  day: string,
): repo.ListDepartment[] {
  const ids = [...new Set(people.map((person) => person.departmentId))];
  const named = repo.departmentNames(ctx.db, ids, day);
  return ids.includes(0) ? [...named, { departmentId: 0, name: null, nameKey: '' }] : named;
}

/** The list in force, taken now if there is none. Must run inside a command. */
export function ensureList(ctx: Ctx, event: ListedEvent): number {
  if (event.list_id !== null) return event.list_id;
  const day = listDay(ctx, event);
  const people = repo.candidatesOn(ctx.db, day, event.audience);
  return writeList(
    ctx,
    event.id,
    day,
    departmentsFor(ctx, people, day).map((department) => ({ ...department, mode: null })),
    people.map((person) => ({ ...person, eligible: 1, came: null, reason: null })),
  );
}

function writeList(
  ctx: Ctx,
  eventId: number,
  day: string,
  departments: readonly (repo.ListDepartment & { mode: repo.DepartmentMode | null })[],
  people: readonly repo.PersonState[],
): number {
  const listId = repo.insertList(ctx.db, eventId, day, ctx.now());
  for (const department of departments) repo.addDepartment(ctx.db, listId, department, department.mode);
  repo.insertPeople(ctx.db, listId, people);
  repo.switchList(ctx.db, eventId, listId);
  return listId;
}

const CAME_BY_MODE = { all: 1, except: 1, only: 0, none: 0 } as const;

/** Takes the list again for the event's day; what was recorded of each person stays. */
export function retakeList(ctx: Ctx, event: ListedEvent, oldId: number): number {
  const day = listDay(ctx, event);
  const old = repo.allStates(ctx.db, oldId);
  const modes = new Map(repo.departmentFigures(ctx.db, oldId).map((row) => [row.departmentId, row.mode]));
  const invited = old.filter((person) => person.eligible === 1).map((person) => person.memberId);
  const now =
    event.audience === 'invited'
      ? repo.departmentsOf(ctx.db, invited, day)
      : repo.candidatesOn(ctx.db, day, event.audience);
  const before = new Map(old.map((person) => [person.memberId, person]));
  const people = now.map(({ memberId, departmentId }): repo.PersonState => {
    const known = before.get(memberId);
    const mode = modes.get(departmentId);
    const came = known ? known.came : mode ? CAME_BY_MODE[mode] : null;
    return { memberId, departmentId, eligible: 1, came, reason: known?.reason ?? null };
  });
  const kept = new Set(now.map((person) => person.memberId));
  const outside = old
    .filter((person) => !kept.has(person.memberId) && person.came === 1)
    .map((person) => ({ ...person, eligible: 0 }));
  const all = [...people, ...outside];
  const departments = departmentsFor(ctx, all, day).map((one) => ({
    ...one,
    mode: modes.get(one.departmentId) ?? null,
  }));
  return writeList(ctx, event.id, day, departments, all);
}
