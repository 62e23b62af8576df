/** Follow-ups: what leaders and meetings asked for, whose it is, until when, and what became of it. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { fold } from '../../../../shared/text/fold';
import { recordChange } from '../../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { type CalendarSource, calendarEntry } from '../../calendar/service';
import { liveEvent } from '../attendance/list';
import { followUpsPaper } from './papers';
import * as repo from './repository';

export { overdueCount } from './repository';

type Owner = ParsedInputOf<'events.createFollowUps'>['owners'][number];

function list(input: ParsedInputOf<'events.followUps'>, ctx: Ctx): OutputOf<'events.followUps'> {
  const { search, offset, limit, ...rest } = input;
  const conditions = { ...rest, words: fold(search).split(' ').filter(Boolean), today: ctx.today() };
  return {
    ...repo.totals(ctx.db, conditions),
    rows: repo
      .listFollowUps(ctx.db, conditions, { offset, limit })
      .map(({ ownerName: _, overdue, ...row }) => ({ ...row, overdue: overdue === 1 })),
  };
}

/** The owner's columns and name. Errors: FOLLOW_UP_OWNER unless exactly one is told, NOT_FOUND. */
function ownerColumns(ctx: Ctx, owner: Owner) {
  const told = [owner.memberId, owner.unitId, owner.name].filter((one) => one !== null);
  if (told.length !== 1) throw new AppError('FOLLOW_UP_OWNER', { fields: { owner: 'FOLLOW_UP_OWNER' } });
  const name = repo.ownerName(ctx.db, owner);
  if (name === undefined) throw new AppError('NOT_FOUND');
  return {
    columns: { ownerMemberId: owner.memberId, ownerUnitId: owner.unitId, ownerName: owner.name },
    name,
  };
}

const searchKey = (row: Pick<repo.FollowUpFields, 'text' | 'saidBy'>, owner: string): string =>
  fold([row.text, row.saidBy, owner].filter(Boolean).join(' '));

function refuseOrder(direction: { saidOn: string | null; dueOn: string | null }): void {
  const { saidOn, dueOn } = direction;
  if (saidOn !== null && dueOn !== null && dueOn < saidOn)
    throw new AppError('DATE_ORDER', { fields: { dueOn: 'DATE_ORDER' } });
}

function create(
  input: ParsedInputOf<'events.createFollowUps'>,
  ctx: Ctx,
): OutputOf<'events.createFollowUps'> {
  const { owners, ...direction } = input;
  refuseOrder(direction);
  if (direction.eventId !== null) liveEvent(ctx, direction.eventId);
  const batch = uuid();
  const ids = owners.map((owner) => {
    const { columns, name } = ownerColumns(ctx, owner);
    const row = { ...direction, ...columns, batch, state: 'open' as const, result: null, doneOn: null };
    const id = repo.insertFollowUp(
      ctx.db,
      { ...row, uid: uuid(), searchKey: searchKey(row, name) },
      ctx.now(),
    );
    recordChange(ctx, { entity: 'follow_up', entityId: id, action: 'create', after: row });
    return id;
  });
  ctx.undo('events.trashFollowUps', { ids });
  return { ids, batch };
}

/** The day it was done: told, kept, or today. Errors: FOLLOW_UP_DONE_ON for a day still to come. */
function doneOn(ctx: Ctx, report: { state: string; doneOn: string | null }): string | null {
  if (report.state !== 'done') return null;
  const day = report.doneOn ?? ctx.today();
  if (day > ctx.today()) throw new AppError('FOLLOW_UP_DONE_ON', { fields: { doneOn: 'FOLLOW_UP_DONE_ON' } });
  return day;
}

function save(ctx: Ctx, before: repo.FollowUpRecord, after: repo.FollowUpRecord, owner: string): number {
  if (!repo.updateFollowUp(ctx.db, { ...after, searchKey: searchKey(after, owner) }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'follow_up', entityId: before.id, action: 'update', before, after });
  const { id, version: _, batch: __, ownerMemberId, ownerUnitId, ownerName, ...fields } = before;
  ctx.undo('events.updateFollowUp', {
    ...fields,
    id,
    version: after.version + 1,
    owner: { memberId: ownerMemberId, unitId: ownerUnitId, name: ownerName },
  });
  return after.version + 1;
}

function update(input: ParsedInputOf<'events.updateFollowUp'>, ctx: Ctx): OutputOf<'events.updateFollowUp'> {
  const { id, version, owner, ...fields } = input;
  refuseOrder(fields);
  const before = repo.followUpById(ctx.db, id);
  if (!before) throw new AppError('NOT_FOUND');
  if (fields.eventId !== null && fields.eventId !== before.eventId) liveEvent(ctx, fields.eventId);
  const { columns, name } = ownerColumns(ctx, owner);
  const after = { ...fields, ...columns, id, version, batch: before.batch, doneOn: doneOn(ctx, fields) };
  return { id, version: save(ctx, before, after, name) };
}

function report(input: ParsedInputOf<'events.reportFollowUp'>, ctx: Ctx): OutputOf<'events.reportFollowUp'> {
  const { id, version, state, result } = input;
  const before = repo.followUpById(ctx.db, id);
  if (!before) throw new AppError('NOT_FOUND');
  const { ownerMemberId: memberId, ownerUnitId: unitId, ownerName: name } = before;
  const after = { ...before, version, state, result, doneOn: doneOn(ctx, input) };
  return { id, version: save(ctx, before, after, repo.ownerName(ctx.db, { memberId, unitId, name }) ?? '') };
}

function mover(direction: 'trash' | 'restore') {
  return (input: { ids: number[] }, ctx: Ctx): { count: number } => {
    let count = 0;
    for (const id of input.ids) {
      const moved = repo.setDeleted(ctx.db, id, direction === 'trash' ? ctx.now() : null);
      if (!moved && direction === 'trash') throw new AppError('NOT_FOUND');
      if (!moved) continue;
      recordChange(ctx, { entity: 'follow_up', entityId: id, action: direction });
      count++;
    }
    ctx.undo(direction === 'trash' ? 'events.restoreFollowUps' : 'events.trashFollowUps', { ids: input.ids });
    return { count };
  };
}

/** What a member was given to do, in that member's story. */
export function followUpTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  return repo.followUpsOf(ctx.db, memberId).map((row) => ({
    kind: 'followUp',
    date: row.saidOn ?? row.createdAt.slice(0, 10),
    title: row.text,
    detail: row.saidBy,
    recordId: null,
  }));
}

/** What an event left that is not dropped, by deadline. */
export function waitingOf(ctx: Ctx, eventId: number): repo.ListedFollowUp[] {
  const conditions = { memberId: null, unitId: null, owner: null, batch: null, id: null, words: [] };
  const rows = repo.listFollowUps(
    ctx.db,
    { ...conditions, eventId, show: 'all', today: ctx.today() },
    { offset: 0, limit: 2000 },
  );
  return rows.filter((row) => row.state !== 'dropped');
}

/** Deadlines on the calendar. */
export const followUpDeadlines: CalendarSource = ({ db }, span) =>
  repo
    .dueIn(db, span)
    .map((row) =>
      calendarEntry(
        'followUp',
        `${row.text.slice(0, 120)} · ${row.owner}`,
        { from: row.dueOn },
        { entity: 'follow_up', id: row.id, late: row.dueOn < span.today },
      ),
    );

export const followUpHandlers = {
  'events.followUps': list,
  'events.followUpOwners': (_: ParsedInputOf<'events.followUpOwners'>, ctx: Ctx) => ({
    rows: repo.owners(ctx.db),
  }),
  'events.followUpsPaper': followUpsPaper,
  'events.createFollowUps': create,
  'events.updateFollowUp': update,
  'events.reportFollowUp': report,
  'events.trashFollowUps': mover('trash'),
  'events.restoreFollowUps': mover('restore'),
} satisfies Partial<HandlersOf<'events'>>;
