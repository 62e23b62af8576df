/** SQL of the events area's indicators: one query for each value and one for the records behind it. */
import type { IndicatorRecord, Period } from '../../../shared/domain/indicators';
import type { Vagueness } from '../../../shared/text/numbers';
import type { Db } from '../../db/database';

/** null stands for every kind. */
export type Kinds = readonly string[] | null;

const IN_PERIOD = `e.first_day >= @from AND e.last_day <= @to AND e.first_day <= @until
  AND (@kinds IS NULL OR e.kind IN (SELECT value FROM json_each(@kinds)))`;
const FIGURE = 'coalesce(e.count_value, e.present_count)';

const params = (kinds: Kinds, period: Period) => ({
  from: period.from,
  to: period.to,
  until: period.until ?? period.to,
  kinds: kinds === null ? null : JSON.stringify(kinds),
});

/** How many events of these kinds surely began in the period. */
export const countEvents = (db: Db, kinds: Kinds, period: Period): number =>
  db.pluck<number>(`SELECT count(*) FROM event_live e WHERE ${IN_PERIOD}`, params(kinds, period)) ?? 0;

/** The events behind countEvents; each adds 1. */
export const eventRecords = (db: Db, kinds: Kinds, period: Period): IndicatorRecord[] =>
  db.all(
    `SELECT 'event' AS entity, e.id, e.name AS label, e.starts_on AS date, e.place AS detail, 1 AS amount
     FROM event_live e WHERE ${IN_PERIOD} ORDER BY e.first_day, e.id`,
    params(kinds, period),
  );

export interface Turns {
  /** Turns (lượt): every participation counts once. */
  turns: number;
  events: number;
  /** Events whose participation is not recorded; they add nothing. */
  unrecorded: number;
  /** How the counts were said: each flag once. */
  flags: readonly Vagueness[];
}

/** Participations in the period, added as turns. */
export function participationTurns(db: Db, period: Period, kinds: Kinds = null): Turns {
  const { flags, ...sums } = db.get<Omit<Turns, 'flags'> & { flags: string | null }>(
    `SELECT coalesce(sum(${FIGURE}), 0) AS turns, count(*) AS events, coalesce(sum(${FIGURE} IS NULL), 0) AS unrecorded,
       group_concat(DISTINCT iif(e.count_value IS NULL, 'exact', e.count_flag)) AS flags
     FROM event_live e WHERE ${IN_PERIOD}`,
    params(kinds, period),
  )!;
  return { ...sums, flags: (flags?.split(',') ?? []) as Vagueness[] };
}

/** The events behind participationTurns; amount is the turns each adds. */
export const participationRecords = (db: Db, period: Period, kinds: Kinds = null): IndicatorRecord[] =>
  db.all(
    `SELECT 'event' AS entity, e.id, e.name AS label, e.starts_on AS date, e.place AS detail, ${FIGURE} AS amount
     FROM event_live e WHERE ${IN_PERIOD} AND ${FIGURE} IS NOT NULL ORDER BY e.first_day, e.id`,
    params(kinds, period),
  );

/** Events of the period whose participation is not recorded. */
export const unrecordedRecords = (db: Db, period: Period): IndicatorRecord[] =>
  db.all(
    `SELECT 'event' AS entity, e.id, e.name AS label, e.starts_on AS date, e.place AS detail, 1 AS amount
     FROM event_live e WHERE ${IN_PERIOD} AND ${FIGURE} IS NULL ORDER BY e.first_day, e.id`,
    params(null, period),
  );

/** Events and turns of each month of a year; events known only by their year have no month and are left out. */
export const participationByMonth = (
  db: Db,
  year: number,
): { month: number; events: number; turns: number }[] => {
  const rows = db.all<{ month: number; events: number; turns: number }>(
    `SELECT CAST(substr(e.first_day, 6, 2) AS INTEGER) AS month, count(*) AS events, coalesce(sum(${FIGURE}), 0) AS turns
     FROM event_live e
     WHERE e.first_day >= @from AND e.last_day <= @to AND substr(e.first_day, 1, 7) = substr(e.last_day, 1, 7)
     GROUP BY 1`,
    { from: `${year}-01-01`, to: `${year}-12-31` },
  );
  return Array.from(
    { length: 12 },
    (_, i) => rows.find((row) => row.month === i + 1) ?? { month: i + 1, events: 0, turns: 0 },
  );
};

/** Events and turns of each kind in the period, the most frequent first. */
export const turnsByKind = (db: Db, period: Period): { kind: string; events: number; turns: number }[] =>
  db.all(
    `SELECT e.kind, count(*) AS events, coalesce(sum(${FIGURE}), 0) AS turns FROM event_live e WHERE ${IN_PERIOD}
     GROUP BY e.kind ORDER BY events DESC, e.kind`,
    params(null, period),
  );

/** Members whose participation in anything of the period is recorded: distinct people, not turns. */
export const membersTakingPart = (db: Db, period: Period, kinds: Kinds = null): number =>
  db.pluck<number>(
    `SELECT count(DISTINCT p.member_id) FROM event_live e JOIN event_eligible p ON p.list_id = e.list_id AND p.came = 1
     WHERE ${IN_PERIOD}`,
    params(kinds, period),
  ) ?? 0;

/** Events of the period with a count of members and the whole it was taken against. */
export const ratedEvents = (
  db: Db,
  period: Period,
  kinds: Kinds,
): { id: number; label: string; date: string; part: number; whole: number; wholeOn: string }[] =>
  db.all(
    `SELECT e.id, e.name AS label, e.starts_on AS date, coalesce(e.count_value, e.present_eligible) AS part,
       iif(e.count_value IS NULL, e.eligible_count, e.denominator) AS whole,
       iif(e.count_value IS NULL, (SELECT l.taken_on FROM event_list l WHERE l.id = e.list_id), e.denominator_on) AS wholeOn
     FROM event_live e WHERE ${IN_PERIOD} AND part IS NOT NULL AND whole > 0 ORDER BY e.first_day, e.id`,
    params(kinds, period),
  );
