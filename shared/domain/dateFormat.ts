import type { Locale } from '../text/locale';
import { dayOfWeek } from './dateMath';
import { partsOf } from './partialDate';

const WEEKDAYS: Record<Locale, readonly string[]> = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const MONTHS_EN =
  'January February March April May June July August September October November December'.split(' ');
const pad = (value: number): string => String(value).padStart(2, '0');

/** A stored date for tables: dd/mm/yyyy, mm/yyyy or yyyy ("23 Nov 2026" in English); empty when unknown. */
export function formatDate(iso: string | null | undefined, locale: Locale = 'vi'): string {
  const parts = iso == null ? null : partsOf(iso.slice(0, 10));
  if (!parts) return '';
  const { year, month, day } = parts;
  if (month === null) return String(year);
  if (locale === 'en') {
    const name = MONTHS_EN[month - 1]!.slice(0, 3);
    return day === null ? `${name} ${year}` : `${day} ${name} ${year}`;
  }
  return day === null ? `${pad(month)}/${year}` : `${pad(day)}/${pad(month)}/${year}`;
}

/** Day and month inside a year's timeline: "18/11" ("18 Nov"). */
export function formatDayMonth(iso: string, locale: Locale = 'vi'): string {
  const parts = partsOf(iso.slice(0, 10));
  if (!parts || parts.month === null || parts.day === null) return formatDate(iso, locale);
  const month = parts.month;
  return locale === 'en'
    ? `${parts.day} ${MONTHS_EN[month - 1]!.slice(0, 3)}`
    : `${pad(parts.day)}/${pad(month)}`;
}

/**
 * A date on papers: "ngày 05 tháng 02 năm 2026". By Decree 30/2020 days under 10 and months 1 and 2 take
 * a leading zero, months 3 to 9 do not. Less precise dates give "tháng 3 năm 2026" or "năm 2026".
 */
export function formatLongDate(iso: string | null | undefined, locale: Locale = 'vi'): string {
  const parts = iso == null ? null : partsOf(iso.slice(0, 10));
  if (!parts) return '';
  const { year, month, day } = parts;
  if (locale === 'en') {
    return [day, month === null ? null : MONTHS_EN[month - 1], year].filter((part) => part != null).join(' ');
  }
  if (month === null) return `năm ${year}`;
  const monthText = `tháng ${month <= 2 ? pad(month) : month} năm ${year}`;
  return day === null ? monthText : `ngày ${pad(day)} ${monthText}`;
}

/** Day of the week: "Thứ Hai" … "Chủ Nhật"; empty unless the date is full. */
export function weekday(iso: string, locale: Locale = 'vi'): string {
  const parts = partsOf(iso.slice(0, 10));
  return parts?.day == null ? '' : WEEKDAYS[locale][dayOfWeek(iso.slice(0, 10))]!;
}

/** A date in page headers: "Thứ Hai, 23/11/2026". */
export function formatWeekdayDate(iso: string, locale: Locale = 'vi'): string {
  const name = weekday(iso, locale);
  return name === '' ? formatDate(iso, locale) : `${name}, ${formatDate(iso, locale)}`;
}

/** Two dates as a range: "01/07 – 20/07/2026", "2025–2030"; a single date where both are the same. */
export function formatRange(from: string | null, to: string | null, locale: Locale = 'vi'): string {
  if (!from || !to || from === to) return formatDate(from ?? to, locale);
  if (from.length === 4 && to.length === 4) return `${from}–${to}`;
  const sameYear = from.slice(0, 4) === to.slice(0, 4) && from.length === 10 && to.length === 10;
  return `${sameYear ? formatDayMonth(from, locale) : formatDate(from, locale)} – ${formatDate(to, locale)}`;
}
