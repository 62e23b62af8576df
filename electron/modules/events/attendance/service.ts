/** Who took part: people one by one, whole departments, the invited. Every change can be taken back exactly. */
import { AppError } from '../../../../shared/contract/errors';
import { recordChange } from '../../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { eventById, type ListedEvent } from '../repository';
import { departmentsFor, ensureList, listDay, liveEvent, retakeList } from './list';
import * as repo from './repository';

type Changed = OutputOf<'events.setPeople'>;
type Restore = ParsedInputOf<'events.restoreAttendance'>;

/** A change under way: remembers each person and department as they were before it touched them. */
class AttendanceEdit {
  private readonly people = new Map<number, repo.PersonState | undefined>();
  private readonly modes = new Map<number, repo.DepartmentMode | null>();

  constructor(
    private readonly ctx: Ctx,
    private readonly event: ListedEvent,
    readonly listId: number,
  ) {}

  person(memberId: number): repo.PersonState | undefined {
    return repo.personState(this.ctx.db, this.listId, memberId);
  }

  put(next: repo.PersonState, before = this.person(next.memberId)): void {
    if (
      before &&
      before.came === next.came &&
      before.reason === next.reason &&
      before.eligible === next.eligible
    )
      return;
    this.remember(next.memberId, before);
    repo.putPerson(this.ctx.db, this.listId, next);
  }

  drop(before: repo.PersonState): void {
    this.remember(before.memberId, before);
    repo.dropPerson(this.ctx.db, this.listId, before.memberId);
  }

  mode(departmentId: number): repo.DepartmentMode | null {
    return repo.modeOf(this.ctx.db, this.listId, departmentId) ?? null;
  }

  setMode(departmentId: number, mode: repo.DepartmentMode | null): void {
    const before = this.mode(departmentId);
    if (before === mode) return;
    if (!this.modes.has(departmentId)) this.modes.set(departmentId, before);
    repo.setMode(this.ctx.db, this.listId, departmentId, mode);
  }

  /** Puts members on the list who are not on it yet, in the department they were in that day. */
  admit(memberIds: readonly number[], state: Pick<repo.PersonState, 'eligible' | 'came'>): void {
    const day = repo.listOf(this.ctx.db, this.listId)?.takenOn ?? listDay(this.ctx, this.event);
    const found = repo.departmentsOf(this.ctx.db, memberIds, day);
    if (found.length < memberIds.length) throw new AppError('NOT_FOUND');
    for (const department of departmentsFor(this.ctx, found, day))
      repo.addDepartment(this.ctx.db, this.listId, department);
    for (const one of found) this.put({ ...one, ...state, reason: null }, undefined);
  }

  private remember(memberId: number, before: repo.PersonState | undefined): void {
    if (!this.people.has(memberId)) this.people.set(memberId, before);
  }

  /** Recounts, writes the log row and offers the undo. */
  finish(after: unknown): Changed {
    repo.refresh(this.ctx.db, this.event.id);
    const inverse: Restore = {
      id: this.event.id,
      departments: [...this.modes].map(([id, mode]) => ({ departmentId: id === 0 ? null : id, mode })),
      people: [...this.people].map(([memberId, before]) => ({
        memberId,
        listed: before !== undefined,
        departmentId: before && before.departmentId !== 0 ? before.departmentId : null,
        eligible: before?.eligible === 1,
        came: before?.came === 1 ? true : before?.came === 0 ? false : null,
        reason: before?.reason ?? null,
      })),
    };
    const changed = inverse.people.length + inverse.departments.length;
    if (changed > 0) {
      recordChange(this.ctx, {
        entity: 'event',
        entityId: this.event.id,
        action: 'update',
        before: { attendance: inverse },
        after,
      });
      this.ctx.undo('events.restoreAttendance', inverse);
    }
    return figures(this.ctx, this.event.id, inverse.people.length);
  }
}

function figures(ctx: Ctx, eventId: number, changed: number): Changed {
  const event = eventById(ctx.db, eventId);
  return { changed, eligible: event?.eligible_count ?? 0, present: event?.present_count ?? 0 };
}

function open(ctx: Ctx, id: number): { event: ListedEvent; edit: AttendanceEdit } {
  const event = liveEvent(ctx, id);
  return { event, edit: new AttendanceEdit(ctx, event, ensureList(ctx, event)) };
}

function setPeople(input: ParsedInputOf<'events.setPeople'>, ctx: Ctx): Changed {
  const { event, edit } = open(ctx, input.id);
  const strangers: number[] = [];
  for (const memberId of new Set(input.add)) {
    const before = edit.person(memberId);
    if (!before) strangers.push(memberId);
    else edit.put({ ...before, came: 1, reason: null }, before);
  }
  if (strangers.length > 0)
    edit.admit(strangers, { eligible: event.audience === 'invited' ? 1 : 0, came: 1 });
  for (const departmentId of departmentIds(edit, input.add)) {
    const mode = edit.mode(departmentId);
    if (mode === null || mode === 'none') edit.setMode(departmentId, 'only');
  }
  const reasons = new Map(input.reasons.map((one) => [one.memberId, one.reason]));
  const removed = [...new Set([...input.remove, ...reasons.keys()])];
  const left = departmentIds(edit, removed);
  for (const memberId of removed) {
    const before = edit.person(memberId);
    if (!before) continue;
    if (before.eligible === 0) edit.drop(before);
    else
      edit.put(
        {
          ...before,
          came: 0,
          reason: reasons.has(memberId) ? (reasons.get(memberId) ?? null) : before.reason,
        },
        before,
      );
  }
  for (const departmentId of left) {
    const mode = edit.mode(departmentId);
    if (mode === 'all') edit.setMode(departmentId, 'except');
    else if (mode === null) edit.setMode(departmentId, 'only');
  }
  return edit.finish({ attendance: { add: input.add, remove: input.remove, reasons: input.reasons } });
}

function departmentIds(edit: AttendanceEdit, memberIds: readonly number[]): Set<number> {
  const found = memberIds.map((memberId) => edit.person(memberId)).filter((person) => person?.eligible === 1);
  return new Set(found.map((person) => person!.departmentId));
}

function setDepartment(input: ParsedInputOf<'events.setDepartment'>, ctx: Ctx): Changed {
  const { edit } = open(ctx, input.id);
  const departmentId = input.departmentId ?? 0;
  const people = repo.statesIn(ctx.db, edit.listId, departmentId).filter((person) => person.eligible === 1);
  if (repo.modeOf(ctx.db, edit.listId, departmentId) === undefined) throw new AppError('NOT_FOUND');
  const named = new Map(input.people.map((one) => [one.memberId, one.reason]));
  const known = new Set(people.map((person) => person.memberId));
  for (const memberId of named.keys())
    if (!known.has(memberId)) throw new AppError('NOT_FOUND', { fields: { people: 'NOT_FOUND' } });
  for (const person of people) {
    const isNamed = named.has(person.memberId);
    const came = cameBy(input.mode, isNamed);
    const reason = input.mode === 'except' && isNamed ? (named.get(person.memberId) ?? null) : null;
    edit.put({ ...person, came, reason }, person);
  }
  edit.setMode(departmentId, input.mode);
  return edit.finish({
    attendance: { departmentId: input.departmentId, mode: input.mode, people: input.people },
  });
}

function cameBy(mode: repo.DepartmentMode | null, isNamed: boolean): number | null {
  if (mode === null) return null;
  if (mode === 'all') return 1;
  if (mode === 'none') return 0;
  return (mode === 'only') === isNamed ? 1 : 0;
}

function setInvited(input: ParsedInputOf<'events.setInvited'>, ctx: Ctx): Changed {
  const { edit } = open(ctx, input.id);
  const strangers: number[] = [];
  for (const memberId of new Set(input.add)) {
    const before = edit.person(memberId);
    if (!before) strangers.push(memberId);
    else edit.put({ ...before, eligible: 1 }, before);
  }
  if (strangers.length > 0) edit.admit(strangers, { eligible: 1, came: null });
  for (const memberId of new Set(input.remove)) {
    const before = edit.person(memberId);
    if (before) edit.drop(before);
  }
  return edit.finish({ invited: { add: input.add, remove: input.remove } });
}

/** A member's place on the list as a group's mark sets it. */
export interface MemberMark {
  memberId: number;
  came: number | null;
  reason: string | null;
}

/** Marks members on the event's list, which is taken first if need be. The caller writes the log and the undo. */
export function markOnList(ctx: Ctx, event: ListedEvent, marks: readonly MemberMark[]): void {
  if (marks.length === 0) return;
  const { edit } = open(ctx, event.id);
  const strangers = marks.filter(({ memberId, came }) => came !== null && !edit.person(memberId));
  if (strangers.length > 0)
    edit.admit(
      strangers.map(({ memberId }) => memberId),
      { eligible: event.audience === 'invited' ? 1 : 0, came: null },
    );
  for (const { memberId, came, reason } of marks) {
    const before = edit.person(memberId);
    if (before) edit.put({ ...before, came, reason }, before);
  }
  for (const [came, modes] of [
    [1, { none: 'only' }],
    [0, { all: 'except' }],
  ] as const)
    for (const id of departmentIds(
      edit,
      marks.filter((one) => one.came === came).map((one) => one.memberId),
    )) {
      const mode = edit.mode(id);
      const next =
        mode === null ? 'only' : (modes as Partial<Record<repo.DepartmentMode, repo.DepartmentMode>>)[mode];
      if (next) edit.setMode(id, next);
    }
  repo.refresh(ctx.db, event.id);
}

/** Puts members on the list of an event for the invited. */
export function inviteToList(ctx: Ctx, event: ListedEvent, memberIds: readonly number[]): void {
  const { edit } = open(ctx, event.id);
  const strangers = memberIds.filter((memberId) => !edit.person(memberId));
  if (strangers.length > 0) edit.admit(strangers, { eligible: 1, came: null });
  repo.refresh(ctx.db, event.id);
}

function restoreAttendance(input: Restore, ctx: Ctx): Changed {
  const { edit } = open(ctx, input.id);
  for (const state of input.people) {
    const before = edit.person(state.memberId);
    if (!state.listed) {
      if (before) edit.drop(before);
      continue;
    }
    if (!before) edit.admit([state.memberId], { eligible: state.eligible ? 1 : 0, came: null });
    const current = edit.person(state.memberId);
    const came = state.came === null ? null : state.came ? 1 : 0;
    if (current)
      edit.put({ ...current, eligible: state.eligible ? 1 : 0, came, reason: state.reason }, current);
  }
  for (const { departmentId, mode } of input.departments) edit.setMode(departmentId ?? 0, mode);
  return edit.finish({ attendance: { departments: input.departments, people: input.people } });
}

function retake(input: ParsedInputOf<'events.retakeList'>, ctx: Ctx): Changed {
  const event = liveEvent(ctx, input.id);
  const oldId = event.list_id;
  if (oldId !== null && input.listId === null && input.reason === null)
    throw new AppError('LIST_REASON', { fields: { reason: 'LIST_REASON' } });
  if (input.listId !== null) {
    if (repo.listOf(ctx.db, input.listId)?.eventId !== event.id) throw new AppError('NOT_FOUND');
    repo.switchList(ctx.db, event.id, input.listId);
  } else if (oldId === null) ensureList(ctx, event);
  else repo.sayWhy(ctx.db, retakeList(ctx, event, oldId), input.reason);
  repo.refresh(ctx.db, event.id);
  const after = figures(ctx, event.id, 0);
  recordChange(ctx, {
    entity: 'event',
    entityId: event.id,
    action: 'update',
    before: { listId: oldId },
    after: { list: after, reason: input.reason },
  });
  if (oldId !== null) ctx.undo('events.retakeList', { id: event.id, listId: oldId });
  return after;
}

export const attendanceHandlers: Pick<
  HandlersOf<'events'>,
  | 'events.setPeople'
  | 'events.setDepartment'
  | 'events.setInvited'
  | 'events.retakeList'
  | 'events.restoreAttendance'
> = {
  'events.setPeople': setPeople,
  'events.setDepartment': setDepartment,
  'events.setInvited': setInvited,
  'events.retakeList': retake,
  'events.restoreAttendance': restoreAttendance,
};
