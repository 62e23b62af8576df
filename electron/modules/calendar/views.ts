/** The days of a month or a year with what falls on them. */
import { type CalendarItem, monthGrid } from '../../../shared/domain/calendar';
import { addDays, dateBounds, daysBetween } from '../../../shared/domain/dateMath';
import { holidayOn } from '../../../shared/domain/holidays';
import { solarToLunar } from '../../../shared/domain/lunar';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { announcedHolidays } from '../settings/holidays/service';
import { itemsIn } from './sources';

type View = OutputOf<'calendar.month'>;
const TWO_MONTHS = 62;

const daysOfSpan = (from: string, to: string): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at));

function viewOf(ctx: Ctx, days: readonly string[], birthdays: boolean): View {
  const [from, to] = [days[0]!, days[days.length - 1]!];
  const today = ctx.today();
  const announced = announcedHolidays(ctx.db);
  return {
    from,
    to,
    today,
    days: days.map((date) => ({
      date,
      lunar: solarToLunar(date),
      off: holidayOn(date, announced) !== undefined,
    })),
    items: itemsIn(ctx, { from, to, today, birthdays }),
  };
}

/** A period of many months says nothing of one of them. */
export const ofMonth = (item: CalendarItem): boolean =>
  item.precision === 'day' || daysBetween(item.from, item.to) < TWO_MONTHS;

export function monthView(input: ParsedInputOf<'calendar.month'>, ctx: Ctx): View {
  const month = `${input.year}-${String(input.month).padStart(2, '0')}`;
  const view = viewOf(ctx, monthGrid(month), input.birthdays);
  const { first, last } = dateBounds(month);
  const touches = (item: CalendarItem) => item.precision === 'day' || (item.from <= last && item.to >= first);
  return { ...view, items: view.items.filter((item) => ofMonth(item) && touches(item)) };
}

export function yearView(input: ParsedInputOf<'calendar.year'>, ctx: Ctx): View {
  return viewOf(ctx, daysOfSpan(`${input.year}-01-01`, `${input.year}-12-31`), false);
}
