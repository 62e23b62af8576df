/** SQL of the calendar: what of each area falls in a span of days, and the unit's own occasions. */
import type { EventKindCode } from '../../../shared/domain/eventKinds';
import type { YearlyDay } from '../../../shared/domain/occasions';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface Span {
  from: string;
  to: string;
}

export interface DatedEvent {
  id: number;
  kind: EventKindCode;
  name: string;
  startsOn: string;
  endsOn: string | null;
  startsAt: string | null;
  endsAt: string | null;
  firstDay: string;
  lastDay: string;
  place: string | null;
}

const EVENT = `SELECT id, kind, name, starts_on AS startsOn, ends_on AS endsOn, starts_at AS startsAt, ends_at AS endsAt,
    first_day AS firstDay, last_day AS lastDay, place FROM event_live`;

/** Events that may touch the span; an end of less precision counts to its last day. */
export const eventsIn = (db: Db, span: Span): DatedEvent[] =>
  db.all(
    `${EVENT} WHERE first_day <= @to
       AND max(last_day, CASE length(ends_on) WHEN 10 THEN ends_on ELSE coalesce(ends_on, '') || '-99' END) >= @from
     ORDER BY first_day, starts_at, id`,
    { ...span },
  );

export const decisionsIn = (
  db: Db,
  span: Span,
): {
  id: number;
  number: string | null;
  form: string;
  formEn: string | null;
  firstDay: string;
  lastDay: string;
}[] =>
  db.all(
    `SELECT d.id, d.number, f.name AS form, f.name_en AS formEn, d.first_day AS firstDay, d.last_day AS lastDay
     FROM award_decision_live d JOIN award_form f ON f.id = d.form_id
     WHERE d.first_day <= @to AND d.last_day >= @from ORDER BY d.first_day, d.id`,
    { ...span },
  );

/** Requests of members that wait for an answer. */
export const openRequestsIn = (
  db: Db,
  span: Span,
): { id: number; memberId: number; name: string; dueOn: string }[] =>
  db.all(
    `SELECT r.id, r.member_id AS memberId, m.full_name AS name, r.due_on AS dueOn FROM member_request r JOIN member m ON m.id = r.member_id
     WHERE r.deleted_at IS NULL AND r.answered_on IS NULL AND r.due_on BETWEEN @from AND @to ORDER BY r.due_on, r.id`,
    { ...span },
  );

/** Reviews that are not closed, by the last day of their period. */
export const openReviewsIn = (
  db: Db,
  span: Span,
): { id: number; year: number; part: 'year' | 'firstHalf'; toDay: string }[] =>
  db.all(
    `SELECT id, year, part, to_day AS toDay FROM review
     WHERE deleted_at IS NULL AND closed_at IS NULL AND to_day BETWEEN @from AND @to ORDER BY to_day, id`,
    { ...span },
  );

export const termEnds = (db: Db): { id: number; name: string | null; startsOn: string; endsOn: string }[] =>
  db.all(
    `SELECT id, name, starts_on AS startsOn, ends_on AS endsOn FROM term
     WHERE deleted_at IS NULL AND ends_on IS NOT NULL ORDER BY ends_on, id`,
  );

/** Active members whose birthday ('MM-DD') is between two, over the turn of the year where from is after to. */
export const birthdaysIn = (
  db: Db,
  from: string,
  to: string,
): { id: number; name: string; birthDate: string }[] =>
  db.all(
    `SELECT id, full_name AS name, birth_date AS birthDate FROM member_live
     WHERE status = 'active' AND length(birth_date) = 10 AND CASE WHEN @from <= @to
       THEN substr(birth_date, 6) BETWEEN @from AND @to ELSE substr(birth_date, 6) >= @from OR substr(birth_date, 6) <= @to END
     ORDER BY sort_key, id`,
    { from, to },
  );

export interface OccasionFields extends YearlyDay {
  name: string;
  lasts: number;
  eventKind: EventKindCode | null;
  note: string | null;
}
export interface OwnOccasion extends OccasionFields {
  id: number;
  version: number;
}

const OWN = 'id, version, name, calendar, month, day, lasts, event_kind AS eventKind, note';

export const ownOccasions = (db: Db): OwnOccasion[] =>
  db.all(`SELECT ${OWN} FROM occasion WHERE deleted_at IS NULL ORDER BY month, day, id`);

export const ownOccasion = (db: Db, id: number): OwnOccasion | undefined =>
  db.get(`SELECT ${OWN} FROM occasion WHERE id = ? AND deleted_at IS NULL`, [id]);

const OCCASION = [
  'name',
  'calendar',
  'month',
  'day',
  'lasts',
  'eventKind',
  'note',
] as const satisfies readonly (keyof OccasionFields)[];
export const insertOccasion = (db: Db, row: OccasionFields & { uid: string }, now: string): number =>
  insertRecord(db, 'occasion', ['uid', ...OCCASION], row, now);

/** False when the version is stale. */
export const updateOccasion = (db: Db, row: OwnOccasion): boolean =>
  updateRecord(db, 'occasion', OCCASION, row);

export const setOccasionDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'occasion', id, at);

export const trashedOccasions = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM occasion WHERE deleted_at IS NOT NULL');

/** Codes of built-in occasions that are left out. */
export const hiddenOccasions = (db: Db): string[] =>
  db.all<{ code: string }>('SELECT code FROM occasion_hidden ORDER BY code').map(({ code }) => code);

export function hideOccasions(db: Db, codes: readonly string[]): void {
  db.run('DELETE FROM occasion_hidden');
  db.run('INSERT INTO occasion_hidden (code) SELECT DISTINCT value FROM json_each(?)', [
    JSON.stringify(codes),
  ]);
}

const REMINDER = 'calendar.reminderDays';
const USUAL_REMINDER = 14;
export const reminderDays = (db: Db): number =>
  Number(
    db.pluck<string>(`SELECT value FROM setting WHERE key = ? AND valid_from = ''`, [REMINDER]) ??
      USUAL_REMINDER,
  );
export const setReminderDays = (db: Db, days: number): void => {
  db.run(
    `INSERT INTO setting (key, valid_from, value) VALUES (?, '', ?)
     ON CONFLICT (key, valid_from) DO UPDATE SET value = excluded.value`,
    [REMINDER, String(days)],
  );
};

/** Sessions on days of the span, of events that last longer than a day. */
export const sessionsIn = (
  db: Db,
  span: Span,
): {
  id: number;
  eventId: number;
  event: string;
  name: string;
  onDay: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
}[] =>
  db.all(
    `SELECT s.id, e.id AS eventId, e.name AS event, s.name, s.on_day AS onDay, s.starts_at AS startsAt, s.ends_at AS endsAt, s.place
     FROM event_session s JOIN event_live e ON e.id = s.event_id
     WHERE s.deleted_at IS NULL AND s.on_day BETWEEN @from AND @to
       AND e.ends_on IS NOT NULL AND e.ends_on <> e.starts_on
     ORDER BY s.on_day, s.starts_at, s.id`,
    { ...span },
  );

/** Gift campaigns that touch the span. */
export const campaignsIn = (
  db: Db,
  span: Span,
): { id: number; name: string; onDate: string; endsOn: string; place: string | null }[] =>
  db.all(
    `SELECT id, name, on_date AS onDate, coalesce(ends_on, on_date) AS endsOn, place FROM welfare_campaign_live
     WHERE on_date <= @to AND coalesce(ends_on, on_date) >= @from ORDER BY on_date, id`,
    { ...span },
  );

/** Gift campaigns of an occasion ('tet', 'own:3') that begin within a span. */
export const campaignsFor = (
  db: Db,
  occasion: string,
  span: Span,
): { id: number; name: string; startsOn: string }[] =>
  db.all(
    `SELECT id, name, on_date AS startsOn FROM welfare_campaign_live
     WHERE occasion = @occasion AND on_date BETWEEN @from AND @to ORDER BY on_date, id`,
    { occasion, ...span },
  );

/** Events of a kind that begin surely within a span. */
export const eventsOfKind = (
  db: Db,
  kind: string,
  span: Span,
): { id: number; name: string; startsOn: string }[] =>
  db.all(
    `SELECT id, name, starts_on AS startsOn FROM event_live
     WHERE kind = @kind AND first_day >= @from AND last_day <= @to ORDER BY first_day, id`,
    { kind, ...span },
  );
