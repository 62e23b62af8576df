/** The calendar on paper and for phones. What is printed is Vietnamese. */
import ical from 'ical-generator';
import { type CalendarItem, calendarTitle, isOn } from '../../../shared/domain/calendar';
import { formatRange, formatWeekdayDate } from '../../../shared/domain/dates';
import { canChi, tet } from '../../../shared/domain/lunar';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { CalendarPaper } from '../../jobs/calendarPaper';
import { profileOn } from '../organisation/service';
import { itemsIn } from './sources';
import { monthView, yearView } from './views';

type File = OutputOf<'calendar.printMonth'>;

const unitOn = (ctx: Ctx): string => {
  const profile = profileOn(ctx, ctx.today());
  return profile?.name ?? '';
};

/** "14:00 Họp ban chấp hành, Hội trường tầng 3" */
function lineOf(item: CalendarItem, day: string): string {
  const title = [calendarTitle(item), item.place].filter(Boolean).join(', ');
  return item.at && item.from === day ? `${item.at} ${title}` : title;
}

async function draw(ctx: Ctx, paper: CalendarPaper, name: string): Promise<File> {
  const bytes = await ctx.jobs.run<Uint8Array>('calendarPaper', paper, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  return ctx.files.put(name, 'application/pdf', bytes);
}

/** "tháng Chạp năm Kỷ Dậu" years of the lunar days shown: "Kỷ Dậu – Canh Tuất". */
function lunarYears(days: readonly { lunar: { year: number } }[]): string {
  const [first, last] = [days[0]!.lunar.year, days[days.length - 1]!.lunar.year];
  return first === last ? canChi(first) : `${canChi(first)} – ${canChi(last)}`;
}

export async function printMonth(input: ParsedInputOf<'calendar.printMonth'>, ctx: Ctx): Promise<File> {
  const view = monthView({ ...input, birthdays: false }, ctx);
  const month = `${input.year}-${String(input.month).padStart(2, '0')}`;
  const inside = view.days.filter((day) => day.date.startsWith(month));
  const data = {
    unit: unitOn(ctx),
    month,
    title: `Lịch công tác tháng ${input.month} năm ${input.year}`,
    note: `Âm lịch: năm ${lunarYears(inside)}`,
    wholeTitle: `Công việc tháng ${input.month} năm ${input.year}`,
    days: view.days.map((day) => ({
      ...day,
      lines: view.items
        .filter((item) => isOn(item, day.date))
        .map((item) => ({ text: lineOf(item, day.date), strong: item.kind === 'occasion' })),
    })),
    period: view.items
      .filter((item) => item.precision === 'period')
      .map((item) => `${formatRange(item.from, item.to)}: ${calendarTitle(item)}`),
  };
  return draw(ctx, { page: 'month', data }, `Lịch tháng ${input.month}-${input.year}.pdf`);
}

export async function printYear(input: ParsedInputOf<'calendar.printYear'>, ctx: Ctx): Promise<File> {
  const { year } = input;
  const view = yearView(input, ctx);
  const data = {
    unit: unitOn(ctx),
    year,
    title: `Lịch công tác năm ${year}`,
    note: `Năm ${canChi(year)} bắt đầu ${formatWeekdayDate(tet(year))} (mùng 1 Tết)`,
    days: view.days.map((day) => {
      const on = view.items.filter((item) => isOn(item, day.date));
      return {
        ...day,
        busy: on.some((item) => item.kind !== 'occasion' && item.kind !== 'holiday'),
        occasion: on.some((item) => item.kind === 'occasion'),
      };
    }),
  };
  return draw(ctx, { page: 'year', data }, `Lịch năm ${year}.pdf`);
}

/** A moment of Vietnam time. */
const moment = (day: string, clock: string): Date => new Date(`${day}T${clock}:00+07:00`);
/** A whole day, as the calendar file counts it. */
const whole = (day: string): Date => new Date(`${day}T00:00:00Z`);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** When an entry is, as iCalendar has it: the end of whole days is the day after. */
function timesOf(item: CalendarItem) {
  if (item.at === null)
    return { start: whole(item.from), end: new Date(whole(item.to).getTime() + DAY_MS), allDay: true };
  const start = moment(item.from, item.at);
  const end = item.until ? moment(item.to, item.until) : new Date(start.getTime() + HOUR_MS);
  return { start, end: end > start ? end : new Date(start.getTime() + HOUR_MS) };
}

const YEARLY: readonly CalendarItem['kind'][] = ['holiday', 'occasion', 'birthday'];

/** The lasting name of an entry: a record keeps it when its day moves, so that phones move it too. */
function uidOf(item: CalendarItem): string {
  const day = YEARLY.includes(item.kind) ? item.from : null;
  return `${[item.kind, item.id, item.code, day].filter((part) => part !== null).join('-')}@so-cong-doan`;
}

export async function exportIcs(input: ParsedInputOf<'calendar.exportIcs'>, ctx: Ctx): Promise<File> {
  const span = { from: `${input.year}-01-01`, to: `${input.year}-12-31`, today: ctx.today() };
  const name = `Lịch năm ${input.year}`;
  const file = ical({
    name: `${name} · ${unitOn(ctx)}`,
    prodId: { company: 'Sổ Công đoàn', product: 'Lịch' },
  });
  for (const item of itemsIn(ctx, span)) {
    if (item.kind === 'term' && item.precision === 'period') continue;
    const made = file.createEvent({
      id: uidOf(item),
      stamp: new Date(ctx.now()),
      summary: calendarTitle(item),
      ...timesOf(item),
    });
    if (item.place) made.location(item.place);
  }
  return ctx.files.put(`${name}.ics`, 'text/calendar', Buffer.from(file.toString(), 'utf8'));
}
