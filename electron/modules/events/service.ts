/** Rules of events (hoạt động). Other areas read this area's figures from here. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { EVENT_KINDS } from '../../../shared/domain/eventKinds';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { participantsPaper } from './attendance/papers';
import { attendanceHandlers } from './attendance/service';
import { attendance, participants } from './attendance/view';
import { toConditions } from './conditions';
import { followUpHandlers } from './followUps/service';
import { listPaper } from './listPaper';
import { planHandlers } from './plans/service';
import { countOf, type EventFields, figureOf, toColumns, toFields, toRow } from './record';
import * as repo from './repository';
import { signInSheet } from './signIn';
import { word } from './words';

export {
  countEvents,
  eventRecords,
  type Kinds,
  membersTakingPart,
  participationByMonth,
  participationRecords,
  participationTurns,
  type Turns,
  turnsByKind,
} from './figuresRepository';
export { trashedEvents } from './repository';

function kinds(_: ParsedInputOf<'events.kinds'>, ctx: Ctx): OutputOf<'events.kinds'> {
  const counts = new Map(repo.countByKind(ctx.db).map((row) => [row.kind, row.n]));
  return {
    rows: EVENT_KINDS.map(({ code, name, nameEn, category, audience }) => ({
      code,
      name,
      nameEn,
      category,
      audience,
      events: counts.get(code) ?? 0,
    })),
  };
}

function list(input: ParsedInputOf<'events.list'>, ctx: Ctx): OutputOf<'events.list'> {
  const conditions = toConditions(input);
  return { ...repo.totals(ctx.db, conditions), rows: repo.listEvents(ctx.db, conditions, input).map(toRow) };
}

function get(input: ParsedInputOf<'events.get'>, ctx: Ctx): OutputOf<'events.get'> {
  const row = repo.eventById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  return {
    id: row.id,
    version: row.version,
    uid: row.uid,
    deletedAt: row.deleted_at,
    fields: toFields(row),
    count: countOf(row),
    participation: figureOf(row),
  };
}

/** Refuses an end before the beginning, by day and, on one day, by hour. */
function refuseOrder(f: EventFields): void {
  const wrong = (field: 'endsOn' | 'endsAt') =>
    new AppError('DATE_ORDER', { fields: { [field]: 'DATE_ORDER' } });
  if (f.endsOn !== null) {
    const shared = Math.min(f.endsOn.length, f.startsOn.length);
    if (f.endsOn.slice(0, shared) < f.startsOn.slice(0, shared)) throw wrong('endsOn');
  }
  const oneDay = f.endsOn === null || f.endsOn === f.startsOn;
  if (oneDay && f.startsAt !== null && f.endsAt !== null && f.endsAt < f.startsAt) throw wrong('endsAt');
}

function create(input: ParsedInputOf<'events.create'>, ctx: Ctx): OutputOf<'events.create'> {
  refuseOrder(input);
  const id = repo.insertEvent(ctx.db, { ...toColumns(input), uid: uuid() }, ctx.now());
  recordChange(ctx, { entity: 'event', entityId: id, action: 'create', after: input });
  ctx.undo('events.trash', { ids: [id] });
  return { id, version: 1 };
}

function update(input: ParsedInputOf<'events.update'>, ctx: Ctx): OutputOf<'events.update'> {
  const { id, version, ...fields } = input;
  refuseOrder(fields);
  const before = repo.eventById(ctx.db, id);
  if (!before || before.deleted_at !== null) throw new AppError('NOT_FOUND');
  if (!repo.updateEvent(ctx.db, { ...toColumns(fields), id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'event',
    entityId: id,
    action: 'update',
    before: toFields(before),
    after: fields,
  });
  ctx.undo('events.update', { id, version: version + 1, ...toFields(before) });
  return { id, version: version + 1 };
}

function trash(input: ParsedInputOf<'events.trash'>, ctx: Ctx): OutputOf<'events.trash'> {
  for (const id of input.ids) {
    const before = repo.eventById(ctx.db, id);
    if (!before || !repo.setDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, { entity: 'event', entityId: id, action: 'trash', before: toFields(before) });
  }
  ctx.undo('events.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'events.restore'>, ctx: Ctx): OutputOf<'events.restore'> {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: 'event', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('events.trash', { ids: input.ids });
  return { count };
}

/** Refuses what could print a false rate: no day, another unit, more than there were. */
function refuseCount(count: NonNullable<ParsedInputOf<'events.setCount'>['count']>): void {
  const refuse = (field: string, code: 'COUNT_EMPTY' | 'COUNT_SOURCE') =>
    new AppError(code, { fields: { [`count.${field}`]: code } });
  if (count.value === null && count.wording === null) throw refuse('value', 'COUNT_EMPTY');
  if (count.source === null) throw refuse('source', 'COUNT_SOURCE');
  if (count.value === null) return;
  if (count.denominator === null) return;
  if (count.unit !== 'member')
    throw new AppError('DENOMINATOR_UNIT', { fields: { 'count.denominator': 'DENOMINATOR_UNIT' } });
  if (count.denominatorOn === null)
    throw new AppError('DENOMINATOR_DATE_REQUIRED', {
      fields: { 'count.denominatorOn': 'DENOMINATOR_DATE_REQUIRED' },
    });
  if (count.value > count.denominator)
    throw new AppError('COUNT_OVER_DENOMINATOR', {
      fields: { 'count.value': 'COUNT_OVER_DENOMINATOR' },
      details: { value: count.value, denominator: count.denominator, day: count.denominatorOn },
    });
}

/** A figure as columns; words stand alone, without a unit of their own. */
function storedCount(count: ParsedInputOf<'events.setCount'>['count']): repo.PlainCount {
  const nothing = { value: null, unit: null, flag: 'exact', denominator: null, denominatorOn: null } as const;
  if (count === null) return { ...nothing, wording: null, source: null };
  if (count.value === null) return { ...nothing, wording: count.wording, source: count.source };
  const denominatorOn = count.denominator === null ? null : count.denominatorOn;
  return { ...count, denominatorOn, wording: null };
}

function setCount(input: ParsedInputOf<'events.setCount'>, ctx: Ctx): OutputOf<'events.setCount'> {
  const { id, version, count } = input;
  if (count) refuseCount(count);
  const row = repo.eventById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  const before = countOf(row);
  const after = storedCount(count);
  if (!repo.setCount(ctx.db, id, version, after, ctx.now())) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'event',
    entityId: id,
    action: 'update',
    before: { count: before },
    after: { count },
  });
  ctx.undo('events.setCount', { id, version: version + 1, count: before });
  return { id, version: version + 1 };
}

/** Events of one member's story; shown by the members area. */
export function eventTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  return repo.eventsOf(ctx.db, memberId).map((row) => ({
    kind: 'event',
    date: row.startsOn,
    title: row.name,
    detail: row.place,
    recordId: row.id,
  }));
}

export const eventsHandlers: HandlersOf<'events'> = {
  'events.kinds': kinds,
  'events.years': (_, ctx) => ({ rows: repo.years(ctx.db) }),
  'events.list': list,
  'events.get': get,
  'events.create': create,
  'events.update': update,
  'events.trash': trash,
  'events.restore': restore,
  'events.attendance': attendance,
  'events.participants': participants,
  'events.listPaper': listPaper,
  'events.participantsPaper': participantsPaper,
  'events.setCount': setCount,
  'events.signInSheet': signInSheet,
  'events.word': word,
  ...attendanceHandlers,
  ...planHandlers,
  ...followUpHandlers,
};
