/** SQL of events. Reading goes through event_live, which leaves out the trash. */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { EVENT_SORTS } from '../../../shared/contract/events';
import type { COUNT_FLAGS, ParticipationUnit } from '../../../shared/domain/eventFigures';
import type {
  EVENT_MODES,
  EventAudience,
  EventKindCode,
  OrganiserLevel,
} from '../../../shared/domain/eventKinds';
import type { Db } from '../../db/database';
import { queryBuilder, runQuery } from '../../db/query';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

/** An event as stored; dates ISO with possibly less precision. */
export interface EventRecord {
  id: number;
  uid: string;
  kind: EventKindCode;
  name: string;
  search_key: string;
  mode: (typeof EVENT_MODES)[number];
  starts_on: string;
  ends_on: string | null;
  starts_at: string | null;
  ends_at: string | null;
  first_day: string;
  last_day: string;
  place: string | null;
  organiser_level: OrganiserLevel | null;
  organiser_name: string | null;
  audience: EventAudience;
  sequence: number | null;
  sessions: number | null;
  content: string | null;
  result: string | null;
  documents: string | null;
  count_value: number | null;
  count_unit: ParticipationUnit | null;
  count_flag: (typeof COUNT_FLAGS)[number];
  denominator: number | null;
  denominator_on: string | null;
  count_source: string | null;
  count_wording: string | null;
  list_id: number | null;
  eligible_count: number | null;
  present_count: number | null;
  present_eligible: number | null;
  version: number;
  deleted_at: string | null;
}

/** Columns a form writes, in order. */
export const EDITABLE = [
  'kind',
  'name',
  'search_key',
  'mode',
  'starts_on',
  'ends_on',
  'starts_at',
  'ends_at',
  'first_day',
  'last_day',
  'place',
  'organiser_level',
  'organiser_name',
  'audience',
  'sequence',
  'sessions',
  'content',
  'result',
  'documents',
] as const satisfies readonly (keyof EventRecord)[];
export type EditableEvent = Pick<EventRecord, (typeof EDITABLE)[number]>;

export type ListedEvent = EventRecord & { taken_on: string | null };

/** Conditions of the list, all of which must hold. */
export interface EventConditions {
  words: readonly string[];
  from: string | null;
  to: string | null;
  kinds: readonly EventKindCode[];
  recorded: boolean | null;
  memberId: number | null;
}

interface Tables {
  event_live: EventRecord;
}
type From = Tables & { e: EventRecord };

const qb = queryBuilder<Tables>();
const base = () => qb.selectFrom('event_live as e') as unknown as SelectQueryBuilder<From, 'e', object>;
const FIGURE = sql<number | null>`coalesce(e.count_value, e.present_count)`;

function where<O>(
  query: SelectQueryBuilder<From, 'e', O>,
  c: EventConditions,
): SelectQueryBuilder<From, 'e', O> {
  let q = query;
  for (const word of c.words) q = q.where(sql<boolean>`instr(e.search_key, ${word}) > 0`);
  if (c.from !== null) q = q.where('e.first_day', '>=', c.from);
  if (c.to !== null) q = q.where('e.last_day', '<=', c.to);
  if (c.kinds.length > 0) q = q.where('e.kind', 'in', [...c.kinds]);
  if (c.recorded !== null)
    q = q.where(c.recorded ? sql<boolean>`${FIGURE} IS NOT NULL` : sql<boolean>`${FIGURE} IS NULL`);
  if (c.memberId !== null)
    q = q.where(
      sql<boolean>`EXISTS (SELECT 1 FROM event_eligible p WHERE p.list_id = e.list_id AND p.member_id = ${c.memberId} AND p.came = 1)`,
    );
  return q;
}

/** Number of events, their participations added as turns, and how many have none recorded. */
export function totals(db: Db, c: EventConditions): { total: number; turns: number; unrecorded: number } {
  const query = where(
    base().select([
      sql<number>`count(*)`.as('total'),
      sql<number>`coalesce(sum(${FIGURE}), 0)`.as('turns'),
      sql<number>`coalesce(sum(${FIGURE} IS NULL), 0)`.as('unrecorded'),
    ]),
    c,
  );
  return runQuery(db, query)[0] ?? { total: 0, turns: 0, unrecorded: 0 };
}

/** A page of events; ties are broken by day and id so that pages never overlap. */
export function listEvents(
  db: Db,
  c: EventConditions,
  order: { sort: (typeof EVENT_SORTS)[number]; descending: boolean; offset: number; limit: number },
): ListedEvent[] {
  const direction = order.descending ? 'desc' : 'asc';
  let q = where(base(), c);
  if (order.sort === 'name') q = q.orderBy('e.search_key', direction);
  if (order.sort === 'kind') q = q.orderBy('e.kind', direction);
  if (order.sort === 'participants') q = q.orderBy(FIGURE, direction);
  q = q.orderBy('e.first_day', order.sort === 'date' ? direction : 'desc').orderBy('e.id', 'desc');
  const page = q
    .selectAll('e')
    .select(sql<string | null>`(SELECT taken_on FROM event_list WHERE id = e.list_id)`.as('taken_on'))
    .limit(order.limit)
    .offset(order.offset);
  return runQuery<ListedEvent>(db, page as never);
}

const GET =
  'SELECT e.*, (SELECT taken_on FROM event_list WHERE id = e.list_id) AS taken_on FROM event e WHERE e.id = ?';

/** An event, also one in the trash. */
export const eventById = (db: Db, id: number): ListedEvent | undefined => db.get(GET, [id]);

export const insertEvent = (db: Db, row: EditableEvent & { uid: string }, now: string): number =>
  insertRecord(db, 'event', ['uid', ...EDITABLE], row, now);

/** Returns false when the version is stale. */
export const updateEvent = (
  db: Db,
  row: EditableEvent & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'event', EDITABLE, row, now);

/** A count without names, or none. */
export interface PlainCount {
  value: number | null;
  unit: ParticipationUnit | null;
  flag: (typeof COUNT_FLAGS)[number];
  denominator: number | null;
  denominatorOn: string | null;
  wording?: string | null;
  source?: string | null;
}

export const setCount = (db: Db, id: number, version: number, count: PlainCount, now: string): boolean =>
  db.run(
    `UPDATE event SET count_value = @value, count_unit = @unit, count_flag = @flag, denominator = @denominator,
       denominator_on = @denominatorOn, count_wording = @wording, count_source = @source, version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { wording: null, source: null, ...count, id, version, now },
  ).changes === 1;

export const setDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'event', id, at);

/** Trashed events, for the trash of every area. */
export const trashedEvents = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM event WHERE deleted_at IS NOT NULL');

export const countByKind = (db: Db): { kind: string; n: number }[] =>
  db.all('SELECT kind, count(*) AS n FROM event_live GROUP BY kind');

export const years = (db: Db): { year: number; events: number }[] =>
  db.all(
    `SELECT CAST(substr(first_day, 1, 4) AS INTEGER) AS year, count(*) AS events FROM event_live GROUP BY 1 ORDER BY 1 DESC`,
  );

/** Events a member took part in, the latest first. */
export const eventsOf = (
  db: Db,
  memberId: number,
): { id: number; name: string; startsOn: string; place: string | null }[] =>
  db.all(
    `SELECT e.id, e.name, e.starts_on AS startsOn, e.place
     FROM event_eligible p JOIN event_live e ON e.list_id = p.list_id
     WHERE p.member_id = ? AND p.came = 1 ORDER BY e.first_day DESC, e.id DESC`,
    [memberId],
  );
