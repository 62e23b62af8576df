/** The day and the view shown, in the address; and the keys that move through the days. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { addDays, addMonths, dateBounds, dayOfWeek } from '../../../shared/domain/dateMath';
import { isPartialDate } from '../../../shared/domain/partialDate';
import { chordOf, todayIso } from '../../ui';

export type View = 'month' | 'year';
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

const isShown = (day: string): boolean =>
  Number(day.slice(0, 4)) >= FIRST_YEAR && Number(day.slice(0, 4)) <= LAST_YEAR;

export interface CalendarState {
  view: View;
  day: string;
  /** The day's panel lies open over a narrow window. */
  open: boolean;
  /** Go to a day; with `open` its panel too. Days out of reach are ignored. */
  go(day: string, open?: boolean): void;
  setView(view: View): void;
  close(): void;
}

export function useCalendar(): CalendarState {
  const [address, setAddress] = useSearchParams();
  const asked = address.get('day') ?? '';
  const day = isPartialDate(asked) && asked.length === 10 && isShown(asked) ? asked : todayIso();
  const view = address.get('view') === 'year' ? 'year' : 'month';
  const put = (change: Record<string, string | null>) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(change)) {
          if (value === null) next.delete(key);
          else next.set(key, value);
        }
        return next;
      },
      { replace: true },
    );
  return {
    view,
    day,
    open: address.has('open'),
    go: (to, open = false) => {
      if (isShown(to)) put({ day: to, open: open ? '1' : null });
    },
    setView: (to) => put({ view: to === 'year' ? 'year' : null, open: null }),
    close: () => put({ open: null }),
  };
}

const monday = (day: string): string => addDays(day, -((dayOfWeek(day) + 6) % 7));

/** The day a key leads to; undefined for other keys. */
export function dayOfKey(chord: string, day: string): string | undefined {
  switch (chord) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    case 'Shift+PageUp':
      return addMonths(day, -12);
    case 'Shift+PageDown':
      return addMonths(day, 12);
    case 'Home':
      return monday(day);
    case 'End':
      return addDays(monday(day), 6);
    case 'Ctrl+Home':
      return dateBounds(day.slice(0, 7)).first;
    case 'Ctrl+End':
      return dateBounds(day.slice(0, 7)).last;
  }
  return undefined;
}

/** Keys of a grid of days: one day holds the focus, and keeps it when the month turns. */
export function useDayKeys(state: CalendarState, onOpen: (day: string) => void) {
  const grid = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const { day } = state;
  useEffect(() => {
    if (wanted.current !== day) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`);
    if (!cell) return;
    wanted.current = null;
    cell.focus();
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.day === undefined) return;
    const chord = chordOf(event);
    const to = dayOfKey(chord, day);
    if (to === undefined && chord !== 'Enter' && chord !== 'Space') return;
    event.preventDefault();
    if (to === undefined) return onOpen(day);
    wanted.current = to;
    state.go(to);
  };
  return { grid, onKeyDown };
}
