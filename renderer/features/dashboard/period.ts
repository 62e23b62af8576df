/**
 * Which period and day the dashboard shows and which list is open; they live in the address, so that a past day can be
 * kept as a bookmark and Back returns to what was shown before.
 */
import { useMemo } from 'react';
import { SLICES, type Slice } from '../../../shared/domain/dashboard';
import { isIndicatorId } from '../../../shared/domain/indicators';
import {
  halfPeriod,
  type Period,
  periodLabel,
  unionYearPeriod,
  yearPeriod,
} from '../../../shared/domain/periods';
import { useText } from '../../client';
import { todayIso, useAddressConditions } from '../../ui';
import type { FigureList } from './RecordsDrawer';

export const PERIOD_KINDS = ['year', 'half', 'union'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

function periodOf(kind: PeriodKind, year: number, today: string): Period {
  if (kind === 'union') return unionYearPeriod(year);
  if (kind === 'half')
    return halfPeriod(year, year === Number(today.slice(0, 4)) && today.slice(5) > '06-30' ? 2 : 1);
  return yearPeriod(year);
}

/** The union year that holds a day: 1/12 already belongs to the next. */
const unionYearOf = (day: string): number => Number(day.slice(0, 4)) + (day.slice(5) >= '12-01' ? 1 : 0);

/** The year of a period that holds a day. */
const yearOf = (kind: PeriodKind, day: string): number =>
  kind === 'union' ? unionYearOf(day) : Number(day.slice(0, 4));

/** Takes the opened list out of the address. */
const NO_LIST = { list: null, by: null, key: null };

export function useDashboardPeriod() {
  const t = useText();
  const { params, set } = useAddressConditions();
  const today = todayIso();
  const kind = PERIOD_KINDS.find((each) => each === params.get('period')) ?? 'year';
  const running = yearOf(kind, today);
  const asked = params.get('on');
  const typed = Number(params.get('year') ?? (asked && isDay(asked) ? yearOf(kind, asked) : ''));
  const year = Number.isInteger(typed) && typed >= 1991 && typed <= 2100 ? typed : running;
  const period = useMemo(() => periodOf(kind, year, today), [kind, year, today]);
  // A day before the period ends: everything is counted as it stood then.
  const on =
    asked && isDay(asked) && asked >= period.from && asked <= period.to && asked < today ? asked : null;
  const put = (next: Record<string, string | null>) => set({ ...NO_LIST, ...next }, true);
  const title = {
    year: () => t('dashboard.titleYear', { year }),
    half: () => t('dashboard.titleHalf', { half: lowerFirst(periodLabel(period, t.language)) }),
    union: () => t('dashboard.titleUnion', { year }),
  }[kind]();
  return {
    kind,
    year,
    running,
    title,
    from: period.from,
    to: on ?? period.to,
    on,
    /** Shows the period that holds the day up to it; null goes back to the whole of it. */
    setDay(day: string | null) {
      if (day === null) return put({ on: null });
      const of = yearOf(kind, day);
      const half =
        kind === 'half' && day <= periodOf(kind, of, today).to && day >= periodOf(kind, of, today).from;
      put({
        on: day,
        // Always told, so that a bookmark of a day still opens it in a later year.
        year: String(of),
        ...(kind === 'half' && !half ? { period: null } : {}),
      });
    },
    setKind: (next: PeriodKind) => put({ period: next === 'year' ? null : next, year: null, on: null }),
    setYear: (next: number) => put({ year: next === running ? null : String(next), on: null }),
  };
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** The list that the address opens, and addresses that open one. */
export function useListAddress(period: { from: string; to: string }) {
  const { params, set } = useAddressConditions();
  const id = params.get('list');
  const by = SLICES.find((each) => each === params.get('by'));
  const key = params.get('key');
  const list: FigureList | null =
    id && isIndicatorId(id) ? { id, ...period, slice: by && key ? { by, key } : null } : null;
  const to = (indicator: FigureList['id'], slice?: { by: Slice; key: string }): string => {
    const next = new URLSearchParams(params);
    next.set('list', indicator);
    for (const name of ['by', 'key'] as const) {
      if (slice) next.set(name, slice[name]);
      else next.delete(name);
    }
    return `?${next}`;
  };
  return { list, to, close: () => set(NO_LIST) };
}
