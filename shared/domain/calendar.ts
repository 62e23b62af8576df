/** What the calendar (lịch năm) shows of a day, and how its months and weeks are laid out. */
import type { Locale } from '../text/locale';
import { addDays, dateBounds, dayOfWeek } from './dateMath';
import { canChi, type LunarDate } from './lunar';

/** Kinds of entry, in the order a day lists them. */
export const CALENDAR_KINDS = [
  'holiday',
  'occasion',
  'event',
  'followUp',
  'plan',
  'round',
  'agreement',
  'agreementEnd',
  'labourEnd',
  'campaign',
  'money',
  'decision',
  'document',
  'request',
  'opinion',
  'review',
  'term',
  'birthday',
] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** How exactly the day is known. A period is no matter of one day: a month of action, an event dated "5/2026". */
export type CalendarPrecision = 'day' | 'period';

export interface CalendarItem {
  readonly kind: CalendarKind;
  /** The record behind it; null for an occasion or holiday that is built in. */
  readonly entity: string | null;
  readonly id: number | null;
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  readonly precision: CalendarPrecision;
  /** "14:00" */
  readonly at: string | null;
  readonly until: string | null;
  /** As recorded, or the name of the occasion. */
  readonly title: string;
  readonly titleEn: string | null;
  readonly place: string | null;
  /** Code of a built-in occasion. */
  readonly code: string | null;
  /** Kind of the event made for an occasion. */
  readonly eventKind: string | null;
  /** A deadline that has passed and is still open. */
  readonly late: boolean;
}

/** Words before the title of a kind that is a deadline or the like. */
const PREFIXES: Partial<Record<CalendarKind, Readonly<Record<Locale, string>>>> = {
  followUp: { vi: 'Hạn việc: ', en: 'Follow-up due: ' },
  plan: { vi: 'Chương trình: ', en: 'Plan: ' },
  round: { vi: 'Hạn nộp danh sách: ', en: 'Lists due: ' },
  agreement: { vi: 'Hạn cam kết: ', en: 'Commitment due: ' },
  agreementEnd: { vi: 'Hết hạn: ', en: 'Ends: ' },
  labourEnd: { vi: 'Hết hạn: ', en: 'Ends: ' },
  decision: { vi: 'Khen thưởng: ', en: 'Award: ' },
  document: { vi: 'Hạn trả lời: ', en: 'Answer due: ' },
  request: { vi: 'Hạn trả lời yêu cầu của ', en: 'Request to answer: ' },
  opinion: { vi: 'Hạn trả lời ý kiến ', en: 'Opinion to answer: ' },
  review: { vi: 'Hạn tự kiểm tra: ', en: 'Self-review due: ' },
  term: { vi: 'Hết nhiệm kỳ ', en: 'End of term ' },
  birthday: { vi: 'Sinh nhật ', en: 'Birthday of ' },
};

/** "Hết nhiệm kỳ 2025–2030", "Tết Nguyên đán". */
export function calendarTitle(
  item: Pick<CalendarItem, 'kind' | 'title' | 'titleEn'>,
  locale: Locale = 'vi',
): string {
  const title = locale === 'en' ? (item.titleEn ?? item.title) : item.title;
  return `${PREFIXES[item.kind]?.[locale] ?? ''}${title}`;
}

/** True when an entry is of a day. */
export const isOn = (item: Pick<CalendarItem, 'from' | 'to' | 'precision'>, day: string): boolean =>
  item.precision === 'day' && item.from <= day && day <= item.to;

/** Days of whole weeks, Monday first, that a month ('YYYY-MM') lies in. */
export function monthGrid(month: string): string[] {
  const { first, last } = dateBounds(month);
  const lead = (dayOfWeek(first) + 6) % 7;
  const trail = (7 - dayOfWeek(last)) % 7;
  const start = addDays(first, -lead);
  const count = lead + Number(last.slice(8)) + trail;
  return Array.from({ length: count }, (_, at) => addDays(start, at));
}

const LUNAR_MONTHS = [
  'Giêng',
  'Hai',
  'Ba',
  'Tư',
  'Năm',
  'Sáu',
  'Bảy',
  'Tám',
  'Chín',
  'Mười',
  'Mười một',
  'Chạp',
] as const;

const ANIMALS = [
  'Rat',
  'Buffalo',
  'Tiger',
  'Cat',
  'Dragon',
  'Snake',
  'Horse',
  'Goat',
  'Monkey',
  'Rooster',
  'Dog',
  'Pig',
] as const;

/** Name of a lunar year: "Bính Ngọ"; in English its animal, "Horse". */
export const lunarYearName = (year: number, locale: Locale = 'vi'): string =>
  locale === 'vi' ? canChi(year) : ANIMALS[(year + 8) % 12]!;

/** Short lunar day for a cell: the number, with its month on the first: "15", "1/2", "1/6n" in a leap month. */
export function lunarShort({ day, month, leap }: LunarDate, whole = false): string {
  return day === 1 || whole ? `${day}/${month}${leap ? 'n' : ''}` : String(day);
}

/** "mùng 1 tháng Giêng năm Canh Tuất", "rằm tháng Tám năm Bính Ngọ"; in English "day 1 of lunar month 1". */
export function lunarLong({ day, month, year, leap }: LunarDate, locale: Locale = 'vi'): string {
  if (locale === 'en') return `day ${day} of ${leap ? 'leap ' : ''}lunar month ${month}`;
  const name = day <= 10 ? `mùng ${day}` : day === 15 ? 'rằm' : `ngày ${day}`;
  return `${name} tháng ${LUNAR_MONTHS[month - 1]}${leap ? ' nhuận' : ''} năm ${canChi(year)}`;
}
