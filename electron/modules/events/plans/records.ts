/** Sessions, attendee groups and the people of groups, as records with a trash. */
import { AppError } from '../../../../shared/contract/errors';
import { type AttendeeGroupKind, GROUP_NAMES, READ_GROUPS } from '../../../../shared/domain/eventPlans';
import { fold } from '../../../../shared/text/fold';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { liveEvent } from '../attendance/list';
import { candidatesOn } from '../attendance/repository';
import type { ListedEvent } from '../repository';
import { followSessions, inviteMembers } from './marks';
import * as repo from './repository';

export function saveSession(
  input: ParsedInputOf<'events.saveSession'>,
  ctx: Ctx,
): OutputOf<'events.saveSession'> {
  const { id, version, ...fields } = input;
  liveEvent(ctx, fields.eventId);
  if (fields.startsAt !== null && fields.endsAt !== null && fields.endsAt < fields.startsAt)
    throw new AppError('DATE_ORDER', { fields: { endsAt: 'DATE_ORDER' } });
  if (id === null) {
    const newId = repo.insertSession(ctx.db, fields, ctx.now());
    recordChange(ctx, { entity: 'event_session', entityId: newId, action: 'create', after: fields });
    ctx.undo('events.trashSessions', { ids: [newId] });
    return { id: newId, version: 1 };
  }
  const before = repo.sessionById(ctx.db, id);
  if (!before || before.eventId !== fields.eventId) throw new AppError('NOT_FOUND');
  const after = { ...fields, id, version: version ?? 0 };
  if (!repo.updateSession(ctx.db, after, ctx.now())) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'event_session', entityId: id, action: 'update', before, after });
  ctx.undo('events.saveSession', { ...before, version: after.version + 1 });
  return { id, version: after.version + 1 };
}

/** The day a group's people hold their posts: the event's own, whether past or to come. */
const dayOfGroup = (event: ListedEvent): string => event.last_day;

/** Words of posts, without tones, that an imported list gives for those of a group. */
const SAID: Partial<Record<AttendeeGroupKind, RegExp>> = {
  chairs: /^(to truong|truong to)\b/,
  vices: /^(to pho|pho to)\b/,
  executive: /chap hanh|\bbch\b|^(pho )?chu tich\b/,
  standing: /thuong vu|\bbtv\b/,
  inspection: /kiem tra|\bubkt\b/,
  women: /nu cong/,
};

function postHolders(db: Ctx['db'], kind: AttendeeGroupKind, day: string): repo.ReadPerson[] {
  if (kind === 'chairs') return repo.groupHeads(db, ['chair', 'head'], day);
  if (kind === 'vices') return repo.groupHeads(db, ['vice', 'deputy'], day);
  return repo.committeePeople(db, kind, day);
}

/** The words of an imported list count while no post of the kind is recorded for the day. */
const saidHolders = (db: Ctx['db'], kind: AttendeeGroupKind, day: string): repo.ReadPerson[] =>
  repo
    .saidPosts(db, day)
    .filter(({ post }) => SAID[kind]?.test(fold(post)))
    .map(({ memberId, post, groupName }) => ({
      memberId,
      name: null,
      title: groupName && (kind === 'chairs' || kind === 'vices') ? `${post}, ${groupName}` : post,
    }));

/** People the register gives a group for the day of its event. */
export function readPeople(
  ctx: Pick<Ctx, 'db'>,
  event: ListedEvent,
  group: repo.GroupFields,
): repo.ReadPerson[] {
  const day = dayOfGroup(event);
  if (group.kind !== 'departments') {
    const held = postHolders(ctx.db, group.kind, day);
    return held.length > 0 ? held : saidHolders(ctx.db, group.kind, day);
  }
  const wanted = new Set(group.departmentIds);
  return candidatesOn(ctx.db, day, 'members')
    .filter((one) => wanted.size === 0 || wanted.has(one.departmentId))
    .map((one) => ({ memberId: one.memberId, name: null, title: null }));
}

const keyOf = (person: { memberId: number | null; name: string | null }) =>
  person.memberId === null ? `n${person.name}` : `m${person.memberId}`;

/** Fills a group from the register: who is still in it keeps the row and the marks. */
function takePeople(ctx: Ctx, event: ListedEvent, groupId: number, group: repo.GroupFields): void {
  const before = new Map(repo.attendeesOf(ctx.db, event.id, 0, groupId).map((row) => [keyOf(row), row]));
  const order = readPeople(ctx, event, group).map((person) => {
    const known = before.get(keyOf(person));
    before.delete(keyOf(person));
    if (known) {
      repo.updateAttendee(ctx.db, { ...known, groupId, title: person.title });
      return known.id;
    }
    return repo.insertAttendee(ctx.db, {
      ...person,
      groupId,
      honorific: null,
      organisation: null,
      invitation: 'invited',
      note: null,
    });
  });
  for (const gone of before.values()) repo.setDeleted(ctx.db, 'event_attendee', gone.id, ctx.now());
  repo.orderAttendees(ctx.db, order);
  repo.setTakenOn(ctx.db, groupId, dayOfGroup(event));
  inviteMembers(ctx, event);
}

function groupFields(input: ParsedInputOf<'events.saveGroup'>): repo.GroupFields {
  const { id: _, version: __, name, quorum, quorumPart, quorumWhole, quorumStrict, ...rest } = input;
  const own = quorum === 'own';
  if (own && (quorumPart === null || quorumWhole === null || quorumPart > quorumWhole))
    throw new AppError('QUORUM_SHARE', { fields: { quorumPart: 'QUORUM_SHARE' } });
  return {
    ...rest,
    name: name ?? GROUP_NAMES[rest.kind],
    quorum,
    quorumPart: own ? quorumPart : null,
    quorumWhole: own ? quorumWhole : null,
    quorumStrict: own && quorumStrict,
  };
}

export function saveGroup(input: ParsedInputOf<'events.saveGroup'>, ctx: Ctx): OutputOf<'events.saveGroup'> {
  const event = liveEvent(ctx, input.eventId);
  const fields = groupFields(input);
  if (input.id === null) {
    const id = repo.insertGroup(ctx.db, fields, ctx.now());
    if (READ_GROUPS.has(fields.kind)) takePeople(ctx, event, id, fields);
    recordChange(ctx, { entity: 'event_group', entityId: id, action: 'create', after: fields });
    ctx.undo('events.trashGroups', { ids: [id] });
    return { id, version: 1 };
  }
  const before = repo.groupById(ctx.db, input.id);
  if (!before || before.eventId !== input.eventId) throw new AppError('NOT_FOUND');
  const after = { ...fields, kind: before.kind, id: before.id, version: input.version ?? 0 };
  if (!repo.updateGroup(ctx.db, after, ctx.now())) throw new AppError('VERSION_CONFLICT');
  if (after.kind === 'departments' && after.departmentIds.join() !== before.departmentIds.join())
    takePeople(ctx, event, before.id, after);
  recordChange(ctx, { entity: 'event_group', entityId: before.id, action: 'update', before, after });
  const { takenOn: _, ...back } = before;
  ctx.undo('events.saveGroup', { ...back, version: after.version + 1 });
  return { id: before.id, version: after.version + 1 };
}

const idsOf = (ctx: Ctx, group: repo.GroupRow): number[] =>
  repo.attendeesOf(ctx.db, group.eventId, 0, group.id).map((row) => row.id);

/** Logs that the people of a group are others now; `before` are those the undo puts back. */
function peopleChanged(ctx: Ctx, group: repo.GroupRow, before: readonly number[], after: number) {
  recordChange(ctx, {
    entity: 'event_group',
    entityId: group.id,
    action: 'update',
    before: { people: before.length },
    after: { people: after },
  });
  ctx.undo('events.restoreGroupPeople', {
    id: group.id,
    attendeeIds: [...before],
    takenOn: group.takenOn,
  });
  return { count: after };
}

export function retakeGroup(
  input: ParsedInputOf<'events.retakeGroup'>,
  ctx: Ctx,
): OutputOf<'events.retakeGroup'> {
  const group = repo.groupById(ctx.db, input.id);
  if (!group || !READ_GROUPS.has(group.kind)) throw new AppError('NOT_FOUND');
  const before = idsOf(ctx, group);
  takePeople(ctx, liveEvent(ctx, group.eventId), group.id, group);
  const after = idsOf(ctx, group);
  return peopleChanged(ctx, group, before, after.length);
}

export function restoreGroupPeople(
  input: ParsedInputOf<'events.restoreGroupPeople'>,
  ctx: Ctx,
): OutputOf<'events.restoreGroupPeople'> {
  const group = repo.groupById(ctx.db, input.id);
  if (!group) throw new AppError('NOT_FOUND');
  const before = idsOf(ctx, group);
  const wanted = new Set(input.attendeeIds);
  for (const id of before) if (!wanted.has(id)) repo.setDeleted(ctx.db, 'event_attendee', id, ctx.now());
  for (const id of wanted) {
    if (repo.eventIdOf(ctx.db, 'event_attendee', id) !== group.eventId) throw new AppError('NOT_FOUND');
    repo.setDeleted(ctx.db, 'event_attendee', id, null);
  }
  repo.orderAttendees(ctx.db, input.attendeeIds);
  repo.setTakenOn(ctx.db, group.id, input.takenOn);
  return peopleChanged(ctx, group, before, wanted.size);
}

export function saveAttendee(
  input: ParsedInputOf<'events.saveAttendee'>,
  ctx: Ctx,
): OutputOf<'events.saveAttendee'> {
  const { id, version, ...fields } = input;
  if ((fields.memberId === null) === (fields.name === null))
    throw new AppError('ATTENDEE_PERSON', { fields: { name: 'ATTENDEE_PERSON' } });
  const group = repo.groupById(ctx.db, fields.groupId);
  if (!group) throw new AppError('NOT_FOUND');
  const event = liveEvent(ctx, group.eventId);
  const others = repo.attendeesOf(ctx.db, event.id, 0, group.id);
  if (fields.memberId !== null && others.some((row) => row.memberId === fields.memberId && row.id !== id))
    throw new AppError('ATTENDEE_TWICE', { fields: { name: 'ATTENDEE_TWICE' } });
  if (id === null) {
    const newId = repo.insertAttendee(ctx.db, fields);
    inviteMembers(ctx, event);
    recordChange(ctx, { entity: 'event_attendee', entityId: newId, action: 'create', after: fields });
    ctx.undo('events.trashAttendees', { ids: [newId] });
    return { id: newId, version: 1 };
  }
  const before = repo.attendeeById(ctx.db, id);
  if (!before || before.groupId !== group.id) throw new AppError('NOT_FOUND');
  const after = { ...fields, id, version: version ?? 0 };
  if (!repo.updateAttendee(ctx.db, after)) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'event_attendee', entityId: id, action: 'update', before, after });
  ctx.undo('events.saveAttendee', { ...before, version: after.version + 1 });
  return { id, version: after.version + 1 };
}

export function orderAttendees(
  input: ParsedInputOf<'events.orderAttendees'>,
  ctx: Ctx,
): OutputOf<'events.orderAttendees'> {
  const group = repo.groupById(ctx.db, input.groupId);
  if (!group) throw new AppError('NOT_FOUND');
  const before = idsOf(ctx, group);
  const wanted = new Set(input.ids);
  if (wanted.size !== before.length || before.some((id) => !wanted.has(id))) throw new AppError('NOT_FOUND');
  repo.orderAttendees(ctx.db, input.ids);
  recordChange(ctx, {
    entity: 'event_group',
    entityId: group.id,
    action: 'update',
    before: { order: before },
    after: { order: input.ids },
  });
  ctx.undo('events.orderAttendees', { groupId: group.id, ids: before });
  return { count: wanted.size };
}

const TRASHES = {
  event_session: ['events.trashSessions', 'events.restoreSessions'],
  event_group: ['events.trashGroups', 'events.restoreGroups'],
  event_attendee: ['events.trashAttendees', 'events.restoreAttendees'],
} as const;

/** To the trash or back; the event's figures follow where sessions or people of sessions come or go. */
export function mover(entity: keyof typeof TRASHES, direction: 'trash' | 'restore') {
  return (input: { ids: number[] }, ctx: Ctx): { count: number } => {
    const events = new Set<number>();
    let count = 0;
    for (const id of input.ids) {
      const moved = repo.setDeleted(ctx.db, entity, id, direction === 'trash' ? ctx.now() : null);
      if (!moved && direction === 'trash') throw new AppError('NOT_FOUND');
      if (!moved) continue;
      recordChange(ctx, { entity, entityId: id, action: direction });
      events.add(repo.eventIdOf(ctx.db, entity, id)!);
      count++;
    }
    for (const eventId of events) followSessions(ctx, eventId);
    ctx.undo(TRASHES[entity][direction === 'trash' ? 1 : 0], { ids: input.ids });
    return { count };
  };
}

/** Whether the register would give a group other people now; null when it gives the same. */
export function registerNow(
  ctx: Ctx,
  event: ListedEvent,
  group: repo.GroupRow,
  people: readonly repo.AttendeeRow[],
): number | null {
  if (!READ_GROUPS.has(group.kind)) return null;
  const now = readPeople(ctx, event, group);
  const known = new Set(people.map(keyOf));
  return now.length === known.size && now.every((person) => known.has(keyOf(person))) ? null : now.length;
}
