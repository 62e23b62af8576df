/** How many took part in an event (số người tham gia), its rate and the sentence a report prints. */
import type { Locale } from '../text/locale';
import { formatCount, formatPercent, NBSP, type Vagueness } from '../text/numbers';
import { formatCountOf } from './counts';
import { eventKind } from './eventKinds';
import { makeRate, rateFraction } from './rates';

/** Units a participation can be counted in. */
export const PARTICIPATION_UNITS = ['member', 'person', 'turn'] as const;
export type ParticipationUnit = (typeof PARTICIPATION_UNITS)[number];

/** How a department's participation is said: everyone, everyone except, only some, nobody. */
export const DEPARTMENT_MODES = ['all', 'except', 'only', 'none'] as const;

/** Whether a count is exact, or "hơn", "gần", "khoảng". */
export const COUNT_FLAGS = ['exact', 'atLeast', 'almost', 'about'] as const satisfies readonly Vagueness[];

/** A participation: how many, of how many and on which day that whole was taken. */
export interface Participation {
  readonly value: number;
  readonly unit: ParticipationUnit;
  readonly flag: Vagueness;
  readonly whole: number | null;
  readonly asOf: string | null;
}

/** The rate as text; null unless the figure is exact and its whole and day are known. */
export function participationRate(figure: Participation, locale: Locale = 'vi'): string | null {
  if (figure.flag !== 'exact' || figure.whole === null || figure.asOf === null) return null;
  const made = makeRate({ part: figure.value, whole: figure.whole, unit: figure.unit, asOf: figure.asOf });
  return made.ok ? formatPercent(figure.value, figure.whole, { locale }) : null;
}

/** "1.484/2.178 đoàn viên" or "1.023 người". */
export function participationText(figure: Participation, locale: Locale = 'vi'): string {
  if (figure.flag === 'exact' && figure.whole !== null && figure.asOf !== null)
    return rateFraction(
      { part: figure.value, whole: figure.whole, unit: figure.unit, asOf: figure.asOf },
      locale,
    );
  return formatCountOf({ value: figure.value, unit: figure.unit, flag: figure.flag }, locale);
}

/** "Cuộc thi có 1.484/2.178 đoàn viên tham gia, đạt tỷ lệ 68%.", or the words of the source; null when nothing is recorded. */
export function participationSentence(
  kindCode: string,
  figure: Participation | null,
  locale: Locale = 'vi',
  wording: string | null = null,
): string | null {
  const kind = eventKind(kindCode);
  if (!figure && wording !== null)
    return locale === 'en'
      ? `${kind.nounEn} had ${wording} taking part.`
      : `${kind.noun} có ${wording} tham gia.`;
  if (!figure) return null;
  const text = participationText(figure, locale);
  const rate = participationRate(figure, locale);
  if (locale === 'en') return `${kind.nounEn} had ${text} taking part${rate ? `, ${rate}` : ''}.`;
  return `${kind.noun} có ${text} tham gia${rate ? `, đạt tỷ lệ ${rate}` : ''}.`;
}

/** Participations of unlike units add up only as turns: "3.290 lượt". */
export function turnsText(turns: number, locale: Locale = 'vi'): string {
  return `${formatCount(turns, locale)}${NBSP}${locale === 'vi' ? 'lượt' : turns === 1 ? 'turn' : 'turns'}`;
}

export const ORDINALS_VI = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const ORDINALS_EN = [
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
];

/** Place of an event in its year: "lần thứ hai năm 2023". */
export function sequenceText(sequence: number, startsOn: string, locale: Locale = 'vi'): string {
  const year = startsOn.slice(0, 4);
  if (locale === 'en') return `${ORDINALS_EN[sequence - 1] ?? `No. ${sequence}`} of ${year}`;
  return `lần thứ ${ORDINALS_VI[sequence - 1] ?? sequence} năm ${year}`;
}
