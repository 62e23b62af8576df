/** Sessions held: an inspection, a supervision, a meeting of the committee, an activity of women's work. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import type { InspectionKind } from '../../../shared/domain/inspection';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { eventsHandlers } from '../events/service';
import { fundsHandlers } from '../funds/service';
import { organisationHandlers } from '../organisation/service';
import { toRow as findingRow } from './findings';
import { findingsOf } from './findingsRepository';
import { refuseTopic, tidySubject } from './plans';
import { itemById } from './plansRepository';
import * as repo from './sessionsRepository';
import { mover } from './trash';

/** Errors: NOT_FOUND. */
export function liveSession(ctx: Pick<Ctx, 'db'>, id: number): repo.SessionRecord {
  const row = repo.sessionById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

export const sessionFields = (r: repo.SessionRecord): repo.SessionFields => ({
  kind: r.kind,
  itemId: r.itemId,
  eventId: r.eventId,
  topic: r.topic,
  title: r.title,
  heldOn: r.heldOn,
  startsAt: r.startsAt,
  endsAt: r.endsAt,
  place: r.place,
  orgUnitId: r.orgUnitId,
  subjectName: r.subjectName,
  fundId: r.fundId,
  scope: r.scope,
  legalBasis: r.legalBasis,
  others: r.others,
  people: r.people,
  content: r.content,
  strengths: r.strengths,
  conclusion: r.conclusion,
});

/** What a fund held at the end of a day; null when the fund is gone or began later. */
export function balanceOf(
  ctx: Ctx,
  fundId: number | null,
  day: string,
): { cash: number; bank: number } | null {
  if (fundId === null) return null;
  const fund = fundsHandlers['funds.list']({ year: null }, ctx).rows.find((one) => one.id === fundId);
  if (!fund || fund.openedOn > day) return null;
  const held = (holding: 'cash' | 'bank') =>
    fundsHandlers['funds.book']({ fundId, holding, from: day, to: day }, ctx).closing;
  return { cash: held('cash'), bank: held('bank') };
}

function list(input: ParsedInputOf<'inspection.sessions'>, ctx: Ctx): OutputOf<'inspection.sessions'> {
  const { search, offset, limit, ...rest } = input;
  const conditions = { ...rest, words: fold(search).split(' ').filter(Boolean), today: ctx.today() };
  return {
    total: repo.countSessions(ctx.db, conditions),
    rows: repo.listSessions(ctx.db, conditions, { offset, limit }),
  };
}

function get(input: ParsedInputOf<'inspection.session'>, ctx: Ctx): OutputOf<'inspection.session'> {
  const row = repo.sessionById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  const item = row.itemId === null ? undefined : itemById(ctx.db, row.itemId);
  return {
    id: row.id,
    version: row.version,
    deletedAt: row.deletedAt,
    fields: sessionFields(row),
    subject: row.subject,
    fund: row.fund,
    event: row.event,
    eventPeople: row.eventPeople,
    item: item ? { id: item.id, title: item.title, year: item.year } : null,
    attendees: repo.attendeesOf(ctx.db, row.id),
    findings: findingsOf(ctx.db, row.id).map((one) => findingRow(one, ctx.today())),
    balance: balanceOf(ctx, row.fundId, row.heldOn),
  };
}

/** The committee of a line of work as in post on a day, each person once; whoever chairs it leads. */
function teamOn(ctx: Ctx, kind: InspectionKind, day: string): repo.ShownAttendee[] {
  const { committees } = organisationHandlers['organisation.committees']({ termId: null, asOf: day }, ctx);
  const people = new Map<string, repo.ShownAttendee>();
  for (const post of committees.find((one) => one.kind === kind)?.posts ?? []) {
    const key = post.memberId === null ? fold(post.name) : String(post.memberId);
    if (people.has(key)) continue;
    people.set(key, {
      memberId: post.memberId,
      name: post.memberId === null ? post.name : null,
      shown: post.name,
      post: post.title,
      part: people.size === 0 ? 'leader' : 'member',
      present: true,
    });
  }
  return [...people.values()];
}

function defaults(
  input: ParsedInputOf<'inspection.sessionDefaults'>,
  ctx: Ctx,
): OutputOf<'inspection.sessionDefaults'> {
  const { kind, heldOn, itemId } = input;
  const item = itemId === null ? undefined : itemById(ctx.db, itemId);
  if (itemId !== null && item?.kind !== kind) throw new AppError('NOT_FOUND');
  const day = heldOn.length === 10 ? heldOn : ctx.today();
  return {
    topic: item?.topic ?? (kind === 'women' ? 'activity' : 'charter'),
    title: item?.title ?? null,
    place: repo.lastPlace(ctx.db, kind),
    orgUnitId: item?.orgUnitId ?? null,
    subjectName: item?.subjectName ?? null,
    fundId: item?.fundId ?? null,
    legalBasis: item?.legalBasis ?? null,
    attendees: teamOn(ctx, kind, day),
  };
}

type Saving = Omit<ParsedInputOf<'inspection.saveSession'>, 'id' | 'version'>;

/** Errors: INSPECTION_TOPIC, INSPECTION_PERSON, INSPECTION_FUTURE, DATE_ORDER, NOT_FOUND. */
function refuseWrong(ctx: Ctx, typed: Saving, before: repo.SessionRecord | null): void {
  refuseTopic(typed.kind, typed.topic);
  if (typed.heldOn > ctx.today())
    throw new AppError('INSPECTION_FUTURE', { fields: { heldOn: 'INSPECTION_FUTURE' } });
  if (typed.startsAt !== null && typed.endsAt !== null && typed.endsAt < typed.startsAt)
    throw new AppError('DATE_ORDER', { fields: { endsAt: 'DATE_ORDER' } });
  if (typed.itemId !== null && typed.itemId !== before?.itemId)
    if (itemById(ctx.db, typed.itemId)?.kind !== typed.kind) throw new AppError('NOT_FOUND');
  if (typed.eventId !== null && typed.eventId !== before?.eventId)
    if (eventsHandlers['events.get']({ id: typed.eventId }, ctx).deletedAt !== null)
      throw new AppError('NOT_FOUND');
  for (const { memberId, name } of typed.attendees) {
    if ((memberId === null) === (name === null))
      throw new AppError('INSPECTION_PERSON', { fields: { attendees: 'INSPECTION_PERSON' } });
    if (!before && memberId !== null && !repo.memberExists(ctx.db, memberId)) throw new AppError('NOT_FOUND');
  }
}

const searchKey = (f: repo.SessionFields): string =>
  fold([f.title, f.place, f.subjectName, f.scope].filter(Boolean).join(' '));

function save(input: ParsedInputOf<'inspection.saveSession'>, ctx: Ctx): OutputOf<'inspection.saveSession'> {
  const { id, version, ...typed } = input;
  const row = id === null ? null : liveSession(ctx, id);
  refuseWrong(ctx, typed, row);
  const { attendees, ...rest } = typed;
  const fields = tidySubject(rest);
  const written = { ...fields, searchKey: searchKey(fields) };
  const after = { ...fields, attendees };
  if (row === null) {
    const made = repo.insertSession(ctx.db, { ...written, uid: uuid() }, ctx.now());
    repo.setAttendees(ctx.db, made, attendees);
    recordChange(ctx, { entity: 'inspection_session', entityId: made, action: 'create', after });
    ctx.undo('inspection.trashSessions', { ids: [made] });
    return { id: made, version: 1 };
  }
  if (row.kind !== fields.kind) throw new AppError('NOT_FOUND');
  const held = version ?? row.version;
  const before = {
    ...sessionFields(row),
    attendees: repo.attendeesOf(ctx.db, row.id).map(({ shown: _, ...one }) => one),
  };
  if (!repo.updateSession(ctx.db, { ...written, id: row.id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  repo.setAttendees(ctx.db, row.id, attendees);
  recordChange(ctx, { entity: 'inspection_session', entityId: row.id, action: 'update', before, after });
  ctx.undo('inspection.saveSession', { id: row.id, version: held + 1, ...before });
  return { id: row.id, version: held + 1 };
}

const sessions = mover('inspection_session', 'Sessions', repo.setSessionDeleted);

export const sessionHandlers = {
  'inspection.sessions': list,
  'inspection.session': get,
  'inspection.sessionDefaults': defaults,
  'inspection.saveSession': save,
  'inspection.trashSessions': sessions.trash,
  'inspection.restoreSessions': sessions.restore,
};
