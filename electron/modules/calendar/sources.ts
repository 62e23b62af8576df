/** What falls on the days of a span, from every area. An area adds its own by `addCalendarSource`. */
import { CALENDAR_KINDS, type CalendarItem, type CalendarKind } from '../../../shared/domain/calendar';
import { addDays, dateBounds, daysBetween } from '../../../shared/domain/dateMath';
import { type HolidayKey, holidaysOf } from '../../../shared/domain/holidays';
import { daysOf, OCCASIONS, type OccasionCode } from '../../../shared/domain/occasions';
import type { Ctx } from '../../ipc/context';
import { announcedHolidays } from '../settings/holidays/service';
import * as repo from './repository';

/** The days asked for. Birthdays only where they are wanted. */
export interface CalendarSpan {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly birthdays?: boolean;
}
export type CalendarSource = (ctx: Pick<Ctx, 'db'>, span: CalendarSpan) => CalendarItem[];

/** Something that lasts longer is a matter of its period, not of each day. */
const LONGEST = 15;

const EMPTY: Omit<CalendarItem, 'kind' | 'from' | 'to' | 'title'> = {
  entity: null,
  id: null,
  precision: 'day',
  at: null,
  until: null,
  titleEn: null,
  place: null,
  code: null,
  eventKind: null,
  late: false,
};

/** An entry of one day, or of a period where its first and last day differ much. */
export function calendarEntry(
  kind: CalendarKind,
  title: string,
  days: { from: string; to?: string; certain?: boolean },
  more: Partial<CalendarItem> = {},
): CalendarItem {
  const { from, to = from, certain = true } = days;
  const precision = certain && daysBetween(from, to) < LONGEST ? 'day' : 'period';
  return { ...EMPTY, kind, title, from, to, precision, ...more };
}

const events: CalendarSource = ({ db }, span) =>
  repo.eventsIn(db, span).map((row) => {
    const last = row.endsOn === null ? row.lastDay : dateBounds(row.endsOn).last;
    const to = last < row.firstDay ? row.lastDay : last;
    const certain = row.startsOn.length === 10 && (row.endsOn === null || row.endsOn.length === 10);
    return calendarEntry(
      'event',
      row.name,
      { from: row.firstDay, to, certain },
      {
        entity: 'event',
        id: row.id,
        at: row.startsAt,
        until: row.endsAt,
        place: row.place,
        eventKind: row.kind,
      },
    );
  });

const occasions: CalendarSource = ({ db }, span) => {
  const hidden = new Set(repo.hiddenOccasions(db));
  const wide = { from: addDays(span.from, -31), to: span.to };
  const builtIn = OCCASIONS.filter((one) => !hidden.has(one.code)).flatMap((one) =>
    daysOf(one, wide.from, wide.to).map((day) =>
      calendarEntry(
        'occasion',
        one.name,
        { from: day, to: addDays(day, one.lasts - 1) },
        { code: one.code, titleEn: one.nameEn, eventKind: one.eventKind },
      ),
    ),
  );
  const own = repo
    .ownOccasions(db)
    .flatMap((one) =>
      daysOf(one, wide.from, wide.to).map((day) =>
        calendarEntry(
          'occasion',
          one.name,
          { from: day, to: addDays(day, one.lasts - 1) },
          { entity: 'occasion', id: one.id, eventKind: one.eventKind },
        ),
      ),
    );
  return [...builtIn, ...own];
};

const HOLIDAYS: Readonly<
  Record<Exclude<HolidayKey, 'swap'>, { code: OccasionCode; vi: string; en: string }>
> = {
  newYear: { code: 'new_year', vi: 'Tết Dương lịch', en: 'New Year' },
  tet: { code: 'tet', vi: 'Tết Nguyên đán', en: 'Tet' },
  hungKings: { code: 'hung_kings', vi: 'Giỗ Tổ', en: 'Hung Kings’ Day' },
  reunification: { code: 'reunification', vi: '30/4', en: '30 April' },
  labour: { code: 'labour_day', vi: '1/5', en: '1 May' },
  national: { code: 'national_day', vi: 'Quốc khánh', en: 'National Day' },
};

const SWAP = { vi: 'Nghỉ hoán đổi ngày làm việc', en: 'Day off, swapped' };

/** Days off beside the occasion itself: around Tết and 2/9, and in place of a weekend. */
const holidays: CalendarSource = ({ db }, { from, to }) => {
  const entries: CalendarItem[] = [];
  const announced = announcedHolidays(db);
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    for (const { on, key, instead } of holidaysOf(year, announced)) {
      if (key === 'swap') {
        entries.push(
          calendarEntry('holiday', SWAP.vi, { from: on }, { code: `swap-${on}`, titleEn: SWAP.en }),
        );
        continue;
      }
      const { code, vi, en } = HOLIDAYS[key];
      const { lasts, ...yearly } = OCCASIONS.find((one) => one.code === code)!;
      if (!instead && daysOf(yearly, addDays(on, 1 - lasts), on).length > 0) continue;
      const titles = instead ? [`Nghỉ bù ${vi}`, `Day in lieu, ${en}`] : [`Nghỉ ${vi}`, `Day off, ${en}`];
      entries.push(calendarEntry('holiday', titles[0]!, { from: on }, { code: key, titleEn: titles[1]! }));
    }
  return entries;
};

const sessions: CalendarSource = ({ db }, span) =>
  repo.sessionsIn(db, span).map((row) =>
    calendarEntry(
      'event',
      `${row.event}: ${row.name}`,
      { from: row.onDay },
      {
        entity: 'event',
        id: row.eventId,
        at: row.startsAt,
        until: row.endsAt,
        place: row.place,
        code: `session-${row.id}`,
      },
    ),
  );

const campaigns: CalendarSource = ({ db }, span) =>
  repo
    .campaignsIn(db, span)
    .map((row) =>
      calendarEntry(
        'campaign',
        row.name,
        { from: row.onDate, to: row.endsOn },
        { entity: 'welfare_campaign', id: row.id, place: row.place },
      ),
    );

const decisions: CalendarSource = ({ db }, span) =>
  repo.decisionsIn(db, span).map((row) => {
    const named = (form: string) => (row.number ? `${form}, ${row.number}` : form);
    return calendarEntry(
      'decision',
      named(row.form),
      { from: row.firstDay, to: row.lastDay, certain: row.firstDay === row.lastDay },
      { entity: 'award_decision', id: row.id, titleEn: named(row.formEn ?? row.form) },
    );
  });

const requests: CalendarSource = ({ db }, span) =>
  repo
    .openRequestsIn(db, span)
    .map((row) =>
      calendarEntry(
        'request',
        row.name,
        { from: row.dueOn },
        { entity: 'member', id: row.memberId, late: row.dueOn < span.today },
      ),
    );

const reviews: CalendarSource = ({ db }, span) =>
  repo.openReviewsIn(db, span).map((row) => {
    const half = row.part === 'firstHalf';
    return calendarEntry(
      'review',
      half ? `6 tháng đầu năm ${row.year}` : `năm ${row.year}`,
      { from: row.toDay },
      {
        entity: 'review',
        id: row.id,
        titleEn: half ? `first half of ${row.year}` : `year ${row.year}`,
        late: row.toDay < span.today,
      },
    );
  });

const terms: CalendarSource = ({ db }) =>
  repo.termEnds(db).map((row) => {
    const { first, last } = dateBounds(row.endsOn);
    const title = row.name ?? `${row.startsOn.slice(0, 4)}–${row.endsOn.slice(0, 4)}`;
    return calendarEntry(
      'term',
      title,
      { from: first, to: last, certain: first === last },
      { entity: 'term', id: row.id },
    );
  });

const birthdays: CalendarSource = ({ db }, span) =>
  span.birthdays
    ? repo.birthdaysIn(db, span.from.slice(5), span.to.slice(5)).flatMap((row) => {
        const on = { calendar: 'solar', month: Number(row.birthDate.slice(5, 7)) } as const;
        const days = daysOf({ ...on, day: Number(row.birthDate.slice(8)) }, span.from, span.to);
        return days
          .filter((day) => day > row.birthDate)
          .map((day) => calendarEntry('birthday', row.name, { from: day }, { entity: 'member', id: row.id }));
      })
    : [];

const sources: CalendarSource[] = [
  holidays,
  occasions,
  events,
  sessions,
  campaigns,
  decisions,
  requests,
  reviews,
  terms,
  birthdays,
];

/** Shows what an area has on days. */
export function addCalendarSource(source: CalendarSource): void {
  sources.push(source);
}

const rank = (item: CalendarItem): number => CALENDAR_KINDS.indexOf(item.kind);

/** Everything that touches the span, by day; on one day holidays, occasions and events by their hour come first. */
export function itemsIn(ctx: Pick<Ctx, 'db'>, span: CalendarSpan): CalendarItem[] {
  return sources
    .flatMap((source) => source(ctx, span))
    .filter((item) => item.from <= span.to && item.to >= span.from)
    .sort(
      (a, b) =>
        a.from.localeCompare(b.from) ||
        rank(a) - rank(b) ||
        (a.at ?? '').localeCompare(b.at ?? '') ||
        a.title.localeCompare(b.title, 'vi'),
    );
}
