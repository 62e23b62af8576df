/** Planning of events: how an edition is said, attendee groups, and the quorum of a meeting. */
import type { Locale } from '../text/locale';
import { formatCount } from '../text/numbers';
import { roman } from '../text/roman';
import { ORDINALS_VI, sequenceText } from './eventFigures';

export const SERIES_NUMBERINGS = ['roman', 'words', 'digits'] as const;
export type SeriesNumbering = (typeof SERIES_NUMBERINGS)[number];

export const ATTENDEE_GROUP_KINDS = [
  'executive',
  'standing',
  'inspection',
  'women',
  'chairs',
  'vices',
  'departments',
  'guests',
  'own',
] as const;
export type AttendeeGroupKind = (typeof ATTENDEE_GROUP_KINDS)[number];

/** Groups whose people are read from the register for the day of the event. */
export const READ_GROUPS: ReadonlySet<AttendeeGroupKind> = new Set([
  'executive',
  'standing',
  'inspection',
  'women',
  'chairs',
  'vices',
  'departments',
]);

/** What a group is called on paper unless the office names it. */
export const GROUP_NAMES: Readonly<Record<AttendeeGroupKind, string>> = {
  executive: 'Ủy viên Ban Chấp hành',
  standing: 'Ủy viên Ban Thường vụ',
  inspection: 'Ủy viên Ủy ban kiểm tra',
  women: 'Ban nữ công',
  chairs: 'Tổ trưởng công đoàn',
  vices: 'Tổ phó công đoàn',
  departments: 'Đoàn viên các khoa, phòng',
  guests: 'Đại biểu khách mời',
  own: 'Đại biểu khác',
};

/** The word after a count of a group: "9/11 ủy viên". */
export function groupWord(kind: AttendeeGroupKind, locale: Locale = 'vi'): string {
  if (kind === 'executive' || kind === 'standing' || kind === 'inspection')
    return locale === 'vi' ? 'ủy viên' : 'committee members';
  if (kind === 'departments') return locale === 'vi' ? 'đoàn viên' : 'members';
  return locale === 'vi' ? 'đại biểu' : 'delegates';
}

export const INVITATIONS = ['planned', 'invited', 'confirmed', 'declined'] as const;

export const QUORUMS = ['majority', 'twoThirds', 'own'] as const;
export type QuorumCode = (typeof QUORUMS)[number];

/** A share of those in post; strict: more than it. */
export interface Threshold {
  readonly part: number;
  readonly whole: number;
  readonly strict: boolean;
}

/** Thresholds a meeting of the union is usually held to. */
export const THRESHOLDS: Readonly<Record<Exclude<QuorumCode, 'own'>, Threshold>> = {
  majority: { part: 1, whole: 2, strict: true },
  twoThirds: { part: 2, whole: 3, strict: false },
};

/** The fewest who must come. */
export function fewestFor(threshold: Threshold, eligible: number): number {
  const exact = (threshold.part * eligible) / threshold.whole;
  return threshold.strict ? Math.floor(exact) + 1 : Math.ceil(exact);
}

export const reachesQuorum = (threshold: Threshold, came: number, eligible: number): boolean =>
  eligible > 0 && came >= fewestFor(threshold, eligible);

function thresholdText(code: QuorumCode, { part, whole, strict }: Threshold, locale: Locale): string {
  if (code === 'majority') return locale === 'vi' ? 'quá nửa' : 'more than half';
  return `${strict ? (locale === 'vi' ? 'quá ' : 'more than ') : ''}${part}/${whole}`;
}

/** "9/11 ủy viên, đủ 2/3". */
export function quorumText(
  quorum: { code: QuorumCode; threshold: Threshold; came: number; eligible: number; word: string },
  locale: Locale = 'vi',
): string {
  const { code, threshold, came, eligible, word } = quorum;
  const reached = reachesQuorum(threshold, came, eligible);
  const verdict = locale === 'vi' ? (reached ? 'đủ' : 'chưa đủ') : reached ? 'meets' : 'short of';
  const figure = `${formatCount(came, locale)}/${formatCount(eligible, locale)} ${word}`;
  return `${figure}, ${verdict} ${thresholdText(code, threshold, locale)}`;
}

/** "lần thứ II năm 2023"; over two years "lần thứ II, 2023–2024". */
export function editionText(
  edition: { number: number; yearFrom: number; yearTo: number; numbering: SeriesNumbering },
  locale: Locale = 'vi',
): string {
  const { number, yearFrom, yearTo, numbering } = edition;
  const oneYear = yearFrom === yearTo;
  if (locale === 'en' && numbering === 'words' && oneYear)
    return sequenceText(number, String(yearFrom), 'en');
  const written =
    numbering === 'roman'
      ? roman(number)
      : numbering === 'words' && locale === 'vi'
        ? (ORDINALS_VI[number - 1] ?? String(number))
        : String(number);
  const years = oneYear ? String(yearFrom) : `${yearFrom}–${yearTo}`;
  if (locale === 'en') return `Edition ${written}, ${years}`;
  return oneYear ? `lần thứ ${written} năm ${years}` : `lần thứ ${written}, ${years}`;
}

/** A name with the years and the edition of the one before replaced by those of the one to come. */
export function renamed(
  name: string,
  from: Edition | null,
  to: Edition | null,
  years: readonly [number, number],
): string {
  const before = from && editionText(from);
  const after = to && editionText(to);
  if (before && after && name.includes(before)) return name.replace(before, after);
  const [old, now] = years;
  return name.replace(new RegExp(`(?<!\\d)${old}(?!\\d)`, 'g'), String(now));
}
export type Edition = Parameters<typeof editionText>[0];

/** Reasons kept when someone was excused without a reason being given. */
export const EXCUSED = 'có phép';
