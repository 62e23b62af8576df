/** Courses (tập huấn) and communication sessions: types, hours, the words certificates and annexes use. */
import type { Locale } from '../text/locale';
import { formatDecimal, NBSP, twoDigits } from '../text/numbers';

/** Types of course, as reports tell them apart ("lý luận chính trị", cases of the sector). */
export const TRAINING_TYPES = [
  'union_work',
  'political_theory',
  'law',
  'ethics',
  'skills',
  'professional',
  'other',
] as const;
export type TrainingType = (typeof TRAINING_TYPES)[number];

/** tiết, giờ */
export const HOUR_UNITS = ['period', 'hour'] as const;
export type HourUnit = (typeof HOUR_UNITS)[number];

/** Officers an audience can be made of, by the posts held on the event's day. */
export const OFFICER_GROUPS = ['executive', 'standing', 'inspection', 'women', 'heads', 'every'] as const;
export type OfficerGroup = (typeof OFFICER_GROUPS)[number];

/** Officers in a list: all, trained since their election, or not. */
export const OFFICER_SHOWS = ['untrained', 'trained', 'all'] as const;

const UNIT_WORDS: Record<Locale, Record<HourUnit, string>> = {
  vi: { period: 'tiết', hour: 'giờ' },
  en: { period: 'periods', hour: 'hours' },
};

/** "24 tiết", "1,5 giờ"; hours are kept in tenths. */
export function hoursText(tenths: number, unit: HourUnit, locale: Locale = 'vi'): string {
  return `${formatDecimal(tenths / 10, 1, locale)}${NBSP}${UNIT_WORDS[locale][unit]}`;
}

/** Sum of the known hours; null while none is known. */
export function sumTenths(topics: readonly { tenths: number | null }[]): number | null {
  const known = topics.flatMap(({ tenths }) => tenths ?? []);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}

/** "01 buổi" */
export const sessionsText = (sessions: number): string => `${twoDigits(sessions)}${NBSP}buổi`;

/** "12/2026/CN-CĐCS" */
export const certificateNumber = (number: number, year: number, symbol: string): string =>
  `${twoDigits(number)}/${year}/CN-${symbol}`;

/** The highest of the posts held, with the body it needs on a certificate: "Ủy viên Ban Chấp hành". */
export function certificatePost(posts: string | null): string | null {
  const [first] = posts?.split('; ') ?? [];
  if (!first) return null;
  if (first === 'Ủy viên') return 'Ủy viên Ban Chấp hành';
  return /^(Phó )?Chủ tịch$/.test(first) ? `${first} công đoàn cơ sở` : first;
}

const MONTHS = /^(\d{4})-(\d{2})-(\d{2})$/;

/** "Ngày 23 tháng 11 năm 2023", "Từ ngày 12 đến ngày 14 tháng 10 năm 2026"; less where less is known. */
export function courseDays(startsOn: string, endsOn: string | null): string {
  const first = MONTHS.exec(startsOn);
  if (!first)
    return startsOn.length === 7
      ? `Tháng ${Number(startsOn.slice(5))} năm ${startsOn.slice(0, 4)}`
      : `Năm ${startsOn}`;
  const day = (match: RegExpExecArray) => `ngày ${match[3]}`;
  const month = (match: RegExpExecArray) => `tháng ${Number(match[2]) < 3 ? match[2] : Number(match[2])}`;
  const last = endsOn === null || endsOn === startsOn ? null : MONTHS.exec(endsOn);
  if (!last) return `Ngày ${first[3]} ${month(first)} năm ${first[1]}`;
  const tail = `${day(last)} ${month(last)} năm ${last[1]}`;
  if (first[1] !== last[1]) return `Từ ${day(first)} ${month(first)} năm ${first[1]} đến ${tail}`;
  if (first[2] !== last[2]) return `Từ ${day(first)} ${month(first)} đến ${tail}`;
  return `Từ ${day(first)} đến ${tail}`;
}
