/** Which period, day and lines the figures show; they live in the address, so that a bookmark shows the same. */
import { type Period, unionHalfPeriod, unionYearPeriod, yearPeriod } from '../../../shared/domain/periods';
import { reviewPeriod, reviewYearOf } from '../../../shared/domain/reviewPeriod';
import { useQueryOp } from '../../client';
import { todayIso, useAddressConditions } from '../../ui';

export const PERIOD_KINDS = ['unionYear', 'unionHalf', 'year', 'office', 'custom'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];
export const LINE_CHECKS = ['unknown', 'typed', 'changed'] as const;
export type LineCheck = (typeof LINE_CHECKS)[number];

const UNION_START = '12-01';
const CALENDAR_START = '01-01';

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

function periodOf(kind: PeriodKind, year: number, start: string): Pick<Period, 'from' | 'to'> {
  if (kind === 'unionYear') return unionYearPeriod(year);
  if (kind === 'unionHalf') return unionHalfPeriod(year);
  return kind === 'office' ? reviewPeriod(year, 'year', start) : yearPeriod(year);
}

/** The kind an office sees first: the year its settings work by. */
const usualOf = (start: string): PeriodKind =>
  start === UNION_START ? 'unionYear' : start === CALENDAR_START ? 'year' : 'office';

export function useFiguresPeriod() {
  const { params, set } = useAddressConditions();
  const today = todayIso();
  const settings = useQueryOp('settings.get', {}).data;
  const start = settings?.unionYearStart ?? CALENDAR_START;
  const usual = usualOf(start);
  const asked = params.get('period');
  const kind = PERIOD_KINDS.find((each) => each === asked) ?? usual;
  const first =
    kind === 'year' || kind === 'custom' ? CALENDAR_START : kind === 'office' ? start : UNION_START;
  const running = reviewYearOf(today, first);
  const typed = Number(params.get('year') ?? '');
  const year = Number.isInteger(typed) && typed >= 1991 && typed <= 2100 ? typed : running;
  const [from, to] = [params.get('from'), params.get('to')];
  const own = kind === 'custom' && isDay(from) && isDay(to) && from <= to;
  const period = own ? { from, to } : periodOf(kind, year, start);
  const day = params.get('on');
  const on = isDay(day) && day >= period.from && day <= period.to && day < today ? day : null;
  return {
    ...{ kind, year, on, params, set },
    /** False until the settings tell which year comes first. */
    ready: settings !== undefined,
    from: period.from,
    to: period.to,
    kinds: PERIOD_KINDS.filter((each) => each !== 'office' || usual === 'office'),
    setKind(next: PeriodKind) {
      const days = next === 'custom' ? { from: period.from, to: period.to } : { from: null, to: null };
      set({ period: next === usual ? null : next, year: null, on: null, list: null, ...days });
    },
    setYear: (next: number) => set({ year: next === running ? null : String(next), on: null, list: null }),
    setDays: (days: { from: string; to: string }) => set({ ...days, period: 'custom', on: null, list: null }),
    setDay: (next: string | null) => set({ on: next, list: null }),
  };
}
export type FiguresPeriod = ReturnType<typeof useFiguresPeriod>;
