/** Numbers, money, dates and sizes as the chosen language writes them. */
import { useMemo } from 'react';
import {
  formatDate,
  formatDayMonth,
  formatRange,
  formatWeekdayDate,
  weekday,
} from '../../shared/domain/dates';
import {
  formatCount,
  formatDecimal,
  formatFraction,
  formatMoney,
  formatPercent,
  NBSP,
} from '../../shared/text/numbers';
import { useText } from '../client/i18n';

const VIETNAM_MS = 7 * 3_600_000;

/** Day and time in Vietnam of a UTC instant. */
export function localParts(instant: string | number | Date): { date: string; time: string } {
  const moved = new Date(new Date(instant).getTime() + VIETNAM_MS).toISOString();
  return { date: moved.slice(0, 10), time: moved.slice(11, 16) };
}

/** Today in Vietnam, ISO. */
export const todayIso = (): string => localParts(Date.now()).date;

/** Formatters bound to the language of the screen. */
export function useFormat() {
  const { language } = useText();
  return useMemo(
    () => ({
      count: (value: number) => formatCount(value, language),
      decimal: (value: number, decimals = 1) => formatDecimal(value, decimals, language),
      percent: (part: number | null, whole: number | null, decimals = 0) =>
        formatPercent(part, whole, { locale: language, decimals }),
      fraction: (part: number, whole: number) => formatFraction(part, whole, { locale: language }),
      money: (dong: number) => formatMoney(dong, language),
      date: (iso: string | null | undefined) => formatDate(iso, language),
      dayMonth: (iso: string) => formatDayMonth(iso, language),
      weekday: (iso: string) => weekday(iso, language),
      weekdayDate: (iso: string) => formatWeekdayDate(iso, language),
      range: (from: string | null, to: string | null) => formatRange(from, to, language),
      /** 14:20 in Vietnam. */
      time: (instant: string | number | Date) => localParts(instant).time,
      /** The day an instant falls on in Vietnam. */
      dayOf: (instant: string | number | Date) => formatDate(localParts(instant).date, language),
      dateTime: (instant: string | number | Date) => {
        const { date, time } = localParts(instant);
        return `${formatDate(date, language)}${NBSP}${time}`;
      },
      size: (bytes: number) =>
        bytes < 1_000_000
          ? `${formatCount(Math.max(1, Math.round(bytes / 1000)), language)}${NBSP}KB`
          : bytes < 1_000_000_000
            ? `${formatDecimal(bytes / 1_000_000, 1, language)}${NBSP}MB`
            : `${formatDecimal(bytes / 1_000_000_000, 1, language)}${NBSP}GB`,
    }),
    [language],
  );
}
