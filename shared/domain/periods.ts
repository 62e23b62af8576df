import type { Locale } from '../text/locale';
import { formatRange } from './dateFormat';
import { dateBounds, relateDates } from './dateMath';

/** Kinds of period an office reports on. */
export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'unionYear' | 'unionHalf' | 'custom';

/** A span of full days, both ends included. */
export interface Period {
  readonly kind: PeriodKind;
  readonly from: string;
  readonly to: string;
}

const pad = (value: number): string => String(value).padStart(2, '0');

function months(kind: PeriodKind, year: number, first: number, last: number): Period {
  return { kind, from: `${year}-${pad(first)}-01`, to: dateBounds(`${year}-${pad(last)}`).last };
}

/** Calendar year: 01/01 – 31/12. */
export function yearPeriod(year: number): Period {
  return months('year', year, 1, 12);
}

/** Half of a calendar year. */
export function halfPeriod(year: number, half: 1 | 2): Period {
  return half === 1 ? months('half', year, 1, 6) : months('half', year, 7, 12);
}

/** Quarter of a calendar year. */
export function quarterPeriod(year: number, quarter: 1 | 2 | 3 | 4): Period {
  return months('quarter', year, quarter * 3 - 2, quarter * 3);
}

/** One month. */
export function monthPeriod(year: number, month: number): Period {
  return months('month', year, month, month);
}

/** Union year (năm công đoàn): 01/12 of the year before – 30/11, the cut-off of form 1-HĐCĐ. */
export function unionYearPeriod(year: number): Period {
  return { kind: 'unionYear', from: `${year - 1}-12-01`, to: `${year}-11-30` };
}

/** First six months of the union year: 01/12 of the year before – 31/05. */
export function unionHalfPeriod(year: number): Period {
  return { kind: 'unionHalf', from: `${year - 1}-12-01`, to: `${year}-05-31` };
}

/** Any two days, put in order; partial dates stand for their first and last day. */
export function customPeriod(from: string, to: string): Period {
  const [one, two] = [dateBounds(from), dateBounds(to)];
  return one.first <= two.last
    ? { kind: 'custom', from: one.first, to: two.last }
    : { kind: 'custom', from: two.first, to: one.last };
}

/** The period of the same kind one year earlier. */
export function yearBefore(period: Period): Period {
  const back = (iso: string): string => {
    const month = `${Number(iso.slice(0, 4)) - 1}${iso.slice(4, 7)}`;
    const last = dateBounds(month).last;
    const ended = iso === dateBounds(iso.slice(0, 7)).last;
    const same = `${month}${iso.slice(7)}`;
    return ended || same > last ? last : same;
  };
  return { kind: period.kind, from: back(period.from), to: back(period.to) };
}

/** Whether a date of any precision falls in a period; "unsure" when it may or may not. */
export function inPeriod(iso: string, period: Period): 'in' | 'out' | 'unsure' {
  const { first, last } = dateBounds(iso);
  if (first >= period.from && last <= period.to) return 'in';
  return last < period.from || first > period.to ? 'out' : 'unsure';
}

/** True when two periods share a day. */
export function periodsOverlap(a: Period, b: Period): boolean {
  return relateDates(a.to, b.from) !== 'before' && relateDates(a.from, b.to) !== 'after';
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** Name of a period: "Năm 2026", "6 tháng đầu năm 2026", "Quý III/2026", "Năm công đoàn 2026", or its days. */
export function periodLabel(period: Period, locale: Locale = 'vi'): string {
  const year = period.to.slice(0, 4);
  const month = Number(period.from.slice(5, 7));
  const vi = locale === 'vi';
  switch (period.kind) {
    case 'year':
      return vi ? `Năm ${year}` : `Year ${year}`;
    case 'half':
      if (!vi) return `${month === 1 ? 'First' : 'Second'} half of ${year}`;
      return `6 tháng ${month === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'quarter':
      return vi ? `Quý ${ROMAN[(month - 1) / 3]}/${year}` : `Q${(month + 2) / 3} ${year}`;
    case 'month':
      return vi ? `Tháng ${month}/${year}` : `Month ${month}/${year}`;
    case 'unionYear':
      return vi ? `Năm công đoàn ${year}` : `Union year ${year}`;
    case 'unionHalf':
      return vi ? `6 tháng đến 31/05/${year}` : `Six months to 31 May ${year}`;
    case 'custom':
      return formatRange(period.from, period.to, locale);
  }
}
