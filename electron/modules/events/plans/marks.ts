/**
 * Who of the groups came. Of an event without sessions, members are marked on the event's own list; with sessions each
 * has its marks, and the list says who came to any of them.
 */
import { AppError } from '../../../../shared/contract/errors';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { liveEvent } from '../attendance/list';
import { inviteToList, type MemberMark, markOnList } from '../attendance/service';
import { eventById, type ListedEvent, setCount } from '../repository';
import * as repo from './repository';

type Mark = ParsedInputOf<'events.markPeople'>['people'][number];
type Marked = OutputOf<'events.markPeople'>;

/** Members of the groups of an event for the invited stand on its list. */
export function inviteMembers(ctx: Ctx, event: ListedEvent): void {
  if (event.audience !== 'invited') return;
  const ids = repo
    .attendeesOf(ctx.db, event.id, 0)
    .flatMap((row) => (row.memberId === null ? [] : [row.memberId]));
  if (ids.length > 0) inviteToList(ctx, event, [...new Set(ids)]);
}

/** Writes marks of a session, or of the whole event. */
function write(ctx: Ctx, event: ListedEvent, sessionId: number, marks: readonly Mark[]): void {
  const people = new Map(repo.attendeesOf(ctx.db, event.id, sessionId).map((row) => [row.id, row]));
  const onList: MemberMark[] = [];
  for (const { attendeeId, came, reason } of marks) {
    const person = people.get(attendeeId);
    if (!person) throw new AppError('NOT_FOUND');
    const state = { came: came === null ? null : Number(came), reason: came === false ? reason : null };
    if (sessionId === 0 && person.memberId !== null) onList.push({ memberId: person.memberId, ...state });
    else repo.putMark(ctx.db, sessionId, { attendeeId, ...state });
  }
  if (sessionId === 0) markOnList(ctx, event, onList);
  else followSessions(ctx, event.id);
}

/** Brings the list, the outsiders' marks and a figure in turns up to date with the sessions. */
export function followSessions(ctx: Ctx, eventId: number): void {
  const event = eventById(ctx.db, eventId);
  if (!event || event.deleted_at !== null) return;
  const rows = repo.overSessions(ctx.db, eventId);
  const ofMember = new Map<number, MemberMark>();
  const sessions = repo.sessionsOf(ctx.db, eventId);
  if (sessions.some((session) => session.came !== null)) {
    for (const { attendeeId, memberId, came, reason } of rows) {
      const state = { came, reason: came === 0 ? reason : null };
      if (memberId === null) repo.putMark(ctx.db, 0, { attendeeId, ...state });
      else {
        const known = ofMember.get(memberId);
        if (known === undefined || (came ?? -1) > (known.came ?? -1))
          ofMember.set(memberId, { memberId, ...state });
      }
    }
    markOnList(ctx, event, [...ofMember.values()]);
  }
  followTurns(ctx, eventId);
}

/** The figure of an event that counts turns is their sum over the sessions. */
export function followTurns(ctx: Ctx, eventId: number): void {
  const event = eventById(ctx.db, eventId);
  if (!event || repo.planOf(ctx.db, eventId).figure !== 'turns') return;
  const value = repo.turnsOf(ctx.db, eventId);
  if (event.count_value === value && event.count_unit === 'turn') return;
  const count = {
    value,
    unit: 'turn' as const,
    flag: 'exact' as const,
    denominator: null,
    denominatorOn: null,
    wording: null,
    source: null,
  };
  setCount(ctx.db, eventId, event.version, count, ctx.now());
}

function sessionOf(ctx: Ctx, eventId: number, sessionId: number | null): number {
  if (sessionId === null) return 0;
  if (repo.sessionById(ctx.db, sessionId)?.eventId !== eventId) throw new AppError('NOT_FOUND');
  return sessionId;
}

export function markPeople(input: ParsedInputOf<'events.markPeople'>, ctx: Ctx): Marked {
  const event = liveEvent(ctx, input.id);
  const session = sessionOf(ctx, event.id, input.sessionId);
  const before = new Map(repo.attendeesOf(ctx.db, event.id, session).map((row) => [row.id, row]));
  write(ctx, event, session, input.people);
  const back = input.people.map(({ attendeeId }): Mark => {
    const row = before.get(attendeeId);
    return { attendeeId, came: row?.came == null ? null : row.came === 1, reason: row?.reason ?? null };
  });
  recordChange(ctx, {
    entity: 'event',
    entityId: event.id,
    action: 'update',
    before: { attendance: { sessionId: input.sessionId, people: back } },
    after: { attendance: { sessionId: input.sessionId, people: input.people } },
  });
  ctx.undo('events.markPeople', { id: event.id, sessionId: input.sessionId, people: back });
  return figures(ctx, event.id, session);
}

export function markGroup(input: ParsedInputOf<'events.markGroup'>, ctx: Ctx): Marked {
  const group = repo.groupById(ctx.db, input.id);
  if (!group) throw new AppError('NOT_FOUND');
  const absent = new Map(input.except.map((one) => [one.attendeeId, one.reason]));
  const people = repo.attendeesOf(ctx.db, group.eventId, 0, group.id).map((row): Mark => {
    const missing = absent.has(row.id);
    const reason = missing ? (absent.get(row.id) ?? null) : null;
    absent.delete(row.id);
    return { attendeeId: row.id, came: !missing, reason };
  });
  if (absent.size > 0 || people.length === 0) throw new AppError('NOT_FOUND');
  return markPeople({ id: group.eventId, sessionId: input.sessionId, people }, ctx);
}

function figures(ctx: Ctx, eventId: number, session: number): Marked {
  const rows = repo.attendeesOf(ctx.db, eventId, session);
  return { people: rows.length, came: rows.filter((row) => row.came === 1).length };
}
