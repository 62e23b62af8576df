/** Contests (hội thi, hội thao): kinds of entry, prizes. */
import type { Locale } from '../text/locale';

export const ENTRY_KINDS = ['person', 'team', 'unit', 'work'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Prizes, the highest first; `own` has a name of its own. */
export const PRIZE_RANKS = ['special', 'first', 'second', 'third', 'encourage', 'own'] as const;
export type PrizeRank = (typeof PRIZE_RANKS)[number];

/** Kinds of event that have entries and prizes. */
export const CONTEST_KINDS = [
  'online_contest',
  'contest',
  'sports',
  'arts',
  'vietnamese_womens_day',
  'womens_day',
] as const;

const PRIZES: Record<Locale, Record<Exclude<PrizeRank, 'own'>, string>> = {
  vi: {
    special: 'Giải Đặc biệt',
    first: 'Giải Nhất',
    second: 'Giải Nhì',
    third: 'Giải Ba',
    encourage: 'Giải Khuyến khích',
  },
  en: {
    special: 'Grand prize',
    first: 'First prize',
    second: 'Second prize',
    third: 'Third prize',
    encourage: 'Consolation prize',
  },
};

/** "Giải Nhất", or the name of an own prize. */
export function prizeName(prize: { rank: PrizeRank; name: string | null }, locale: Locale = 'vi'): string {
  return prize.rank === 'own' ? (prize.name ?? '') : PRIZES[locale][prize.rank];
}
