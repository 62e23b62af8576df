/** Visits: recorded in a few keys, numbered within the year, found again, taken away and brought back. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { AGAIN_DAYS } from '../../../shared/domain/care';
import { addDays } from '../../../shared/domain/dateMath';
import { formatDate } from '../../../shared/domain/dates';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { wordsOf } from '../funds/service';
import { groupState, requireOn } from '../members/privacy/service';
import { postsHeld } from '../organisation/committees/service';
import { normOn, rowById } from './catalogueRepository';
import {
  personKey,
  type Recipient,
  recipientOn,
  slipCode,
  toVisitFields,
  toVisitRow,
  type VisitFields,
} from './record';
import * as repo from './repository';

export const VISIT = 'care_visit';

export function toConditions(
  input: Omit<repo.VisitConditions, 'words'> & { search: string },
): repo.VisitConditions {
  const { from, to, reasonId, who, source, departmentId, memberId, check, ids } = input;
  const words = fold(input.search.replace(/(?<=\d)\.(?=\d)/g, ''))
    .split(' ')
    .filter(Boolean);
  return { words, from, to, reasonId, who, source, departmentId, memberId, check, ids };
}

/** Visits with those who went, as lists show them. */
export function shownVisits(ctx: Ctx, found: readonly repo.VisitRecord[]): OutputOf<'care.visits'>['rows'] {
  const visitors = repo.visitorsOf(
    ctx.db,
    found.map(({ id }) => id),
  );
  const { health } = groupState(ctx);
  return found.map((row) => toVisitRow(row, visitors.get(row.id) ?? [], health));
}

function list(input: ParsedInputOf<'care.visits'>, ctx: Ctx): OutputOf<'care.visits'> {
  const conditions = toConditions(input);
  return {
    ...repo.visitSums(ctx.db, conditions),
    rows: shownVisits(ctx, repo.listVisits(ctx.db, conditions, input)),
  };
}

function get(input: ParsedInputOf<'care.visit'>, ctx: Ctx): OutputOf<'care.visit'> {
  const row = repo.visitById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  return {
    row: shownVisits(ctx, [row])[0]!,
    deletedAt: row.deleted_at,
    inWords: wordsOf(ctx, row.cash),
  };
}

/** A visit that is not in the trash. Errors: NOT_FOUND. */
export function liveVisit(ctx: Pick<Ctx, 'db'>, id: number): repo.VisitRecord {
  const row = repo.visitById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  return row;
}

interface Place {
  id: number | null;
  person: string;
  memberId: number | null;
  reasonId: number;
  onDate: string;
}
const recentVisits = (ctx: Ctx, { id, person, memberId, reasonId, onDate }: Place): repo.VisitRecord[] =>
  repo.visitsOfPerson(ctx.db, {
    person,
    memberId,
    reasonId,
    from: addDays(onDate, -AGAIN_DAYS),
    to: addDays(onDate, AGAIN_DAYS),
    except: id ?? 0,
  });

function advise(input: ParsedInputOf<'care.advise'>, ctx: Ctx): OutputOf<'care.advise'> {
  const { id, reasonId, onDate, ...who } = input;
  const recipient: Recipient = { ...who, address: null };
  const norm = normOn(ctx.db, {
    reasonId,
    relation: who.who === 'family' && who.relation === 'self' ? 'other' : who.relation,
    day: onDate,
  });
  let recent: repo.VisitRecord[] = [];
  try {
    const known = recipientOn(ctx, recipient, onDate);
    const place = { id, person: personKey(known), memberId: known.member_id };
    recent = recentVisits(ctx, { ...place, reasonId, onDate });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  return {
    norm: norm ? { cash: norm.cash, kindText: norm.kind_text, source: norm.source } : null,
    recent: recent.map((row) => ({
      id: row.id,
      code: slipCode(row.number),
      onDate: row.on_date,
      cash: row.cash,
    })),
  };
}

/** Those who went, members under their names, with the posts of the day. */
function visitorsOn(ctx: Ctx, asked: VisitFields['visitors'], day: string): repo.VisitorRecord[] {
  const ids = asked.flatMap(({ memberId }) => memberId ?? []);
  const posts = postsHeld(ctx, ids, day);
  return asked.flatMap(({ memberId, name, post }) => {
    const member = memberId === null ? undefined : repo.memberOn(ctx.db, 'member_live', day, memberId);
    if (memberId !== null && !member && name === null) throw new AppError('NOT_FOUND');
    const known = name ?? member?.full_name ?? null;
    if (known === null) return [];
    const held = memberId === null ? null : (posts.get(memberId) ?? null);
    return [{ member_id: memberId, name: known, post: post ?? held }];
  });
}

interface Prepared {
  columns: Omit<repo.EditableVisit, 'number'>;
  visitors: repo.VisitorRecord[];
}

/** Errors: CARE_PERSON, NOT_FOUND, CARE_AGAIN, FIELD_OFF. */
function prepare(
  ctx: Ctx,
  fields: VisitFields & { healthDetail?: string | null | undefined },
  before: repo.VisitRecord | null,
): Prepared {
  const reason = rowById(ctx.db, 'care_reason', fields.reasonId);
  if (!reason) throw new AppError('NOT_FOUND', { fields: { reasonId: 'NOT_FOUND' } });
  const kept = before?.health_detail ?? null;
  const health = fields.healthDetail === undefined ? kept : fields.healthDetail;
  if (health !== kept) requireOn(ctx, ['healthNote']);
  const recipient = recipientOn(ctx, fields, fields.onDate);
  const person = personKey(recipient);
  if (
    fields.eventId !== null &&
    fields.eventId !== before?.event_id &&
    !repo.eventNamed(ctx.db, fields.eventId)
  )
    throw new AppError('NOT_FOUND', { fields: { eventId: 'NOT_FOUND' } });
  const place = { id: before?.id ?? null, person, memberId: recipient.member_id };
  const [last] = recentVisits(ctx, { ...fields, ...place });
  if (last && fields.again === null)
    throw new AppError('CARE_AGAIN', {
      fields: { again: 'CARE_AGAIN' },
      details: { day: formatDate(last.on_date), code: slipCode(last.number) },
    });
  const visitors = visitorsOn(ctx, fields.visitors, fields.onDate);
  const known = [
    recipient.name,
    recipient.department_name,
    reason.name,
    fields.words,
    fields.place,
    fields.note,
  ];
  const money = [fields.kindText, fields.sourceName, String(fields.cash)];
  return {
    visitors,
    columns: {
      ...recipient,
      year: Number(fields.onDate.slice(0, 4)),
      reason_id: fields.reasonId,
      words: fields.words,
      health_detail: health,
      on_date: fields.onDate,
      place: fields.place,
      cash: fields.cash,
      kind_text: fields.kindText,
      kind_value: fields.kindValue,
      source: fields.source,
      source_name: fields.sourceName,
      event_id: fields.eventId,
      note: fields.note,
      again: fields.again,
      person,
      search_key: fold([...known, ...money, ...visitors.map(({ name }) => name)].filter(Boolean).join(' ')),
    },
  };
}

function create(input: ParsedInputOf<'care.createVisit'>, ctx: Ctx): OutputOf<'care.createVisit'> {
  const { columns, visitors } = prepare(ctx, input, null);
  const number = repo.nextNumber(ctx.db, columns.year);
  const id = repo.insertVisit(ctx.db, { ...columns, number, uid: uuid() }, ctx.now());
  repo.putVisitors(ctx.db, id, visitors);
  recordChange(ctx, {
    entity: VISIT,
    entityId: id,
    action: 'create',
    after: { ...input, name: columns.name, visitors: visitors.length },
  });
  ctx.undo('care.trashVisits', { ids: [id] });
  return { id, version: 1, code: slipCode(number), name: columns.name };
}

function update(input: ParsedInputOf<'care.updateVisit'>, ctx: Ctx): OutputOf<'care.updateVisit'> {
  const { id, version, ...fields } = input;
  const row = liveVisit(ctx, id);
  const was = repo.visitorsOf(ctx.db, [id]).get(id) ?? [];
  const { columns, visitors } = prepare(ctx, fields, row);
  const number = columns.year === row.year ? row.number : repo.nextNumber(ctx.db, columns.year);
  if (!repo.updateVisit(ctx.db, { ...columns, number, id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  repo.putVisitors(ctx.db, id, visitors);
  const before = toVisitFields(row, was);
  const health = fields.healthDetail === undefined ? {} : { healthDetail: row.health_detail };
  recordChange(ctx, {
    entity: VISIT,
    entityId: id,
    action: 'update',
    before: { ...before, ...health, visitors: was },
    after: { ...fields, name: columns.name, visitors },
  });
  ctx.undo('care.updateVisit', { id, version: version + 1, ...before, ...health });
  return { id, version: version + 1 };
}

function trash(input: ParsedInputOf<'care.trashVisits'>, ctx: Ctx): OutputOf<'care.trashVisits'> {
  for (const id of input.ids) {
    const row = liveVisit(ctx, id);
    repo.setVisitDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: VISIT, entityId: id, action: 'trash', before: toVisitFields(row, []) });
  }
  ctx.undo('care.restoreVisits', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'care.restoreVisits'>, ctx: Ctx): OutputOf<'care.restoreVisits'> {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setVisitDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: VISIT, entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('care.trashVisits', { ids: input.ids });
  return { count };
}

export const visitHandlers = {
  'care.visits': list,
  'care.visit': get,
  'care.advise': advise,
  'care.createVisit': create,
  'care.updateVisit': update,
  'care.trashVisits': trash,
  'care.restoreVisits': restore,
};
