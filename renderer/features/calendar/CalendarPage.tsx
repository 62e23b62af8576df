/** The calendar: a month or a year with lunar days, and the chosen day beside it. */
import {
  Cake,
  CalendarHeart,
  CalendarPlus,
  ChevronLeft,
  ChevronRight,
  Printer,
  Smartphone,
} from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { lunarYearName, monthGrid } from '../../../shared/domain/calendar';
import { addDays, daysBetween } from '../../../shared/domain/dateMath';
import { announcedOf, holidayOn } from '../../../shared/domain/holidays';
import { solarToLunar } from '../../../shared/domain/lunar';
import { saveFile, type Translate, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  ActionButton,
  ChoiceChips,
  ErrorState,
  IconButton,
  Page,
  todayIso,
  useFormat,
  useMedia,
  useShortcuts,
} from '../../ui';
import './calendar.css';
import { DayPanel } from './DayPanel';
import { MonthGrid } from './MonthGrid';
import { type CalendarState, dayOfKey, useCalendar } from './useCalendar';
import { type Day, type Item, isBusy, keyOf, pathOf, planAddress, titleOf } from './words';
import { YearGrid } from './YearGrid';

const NARROW = '(max-width: 1100px)';

export default function CalendarPage() {
  const t = useText();
  const navigate = useNavigate();
  const state = useCalendar();
  const narrow = useMedia(NARROW);
  const [birthdays, setBirthdays] = useState(false);
  const [year, month] = [Number(state.day.slice(0, 4)), Number(state.day.slice(5, 7))];
  const inYear = state.view === 'year';
  const monthQuery = useQueryOp(
    'calendar.month',
    { year, month, birthdays },
    { enabled: !inYear, keep: true },
  );
  const yearQuery = useQueryOp('calendar.year', { year }, { enabled: inYear, keep: true });
  const query = inYear ? yearQuery : monthQuery;
  const days = useDays(state);
  const items = within(query.data?.items ?? [], days);
  const files = useCalendarFiles(year, month);
  const openDay = useOpenDay(state);
  const plan = () => navigate(planAddress(state.day, null, t));
  useShortcuts({ 'Ctrl+N': plan, 'Ctrl+P': () => (inYear ? files.printYear() : files.printMonth()) });
  const showBirthdays: Action = {
    key: 'birthdays',
    label: birthdays ? t('calendar.hideBirthdays') : t('calendar.showBirthdays'),
    icon: Cake,
    disabled: inYear,
    onClick: () => setBirthdays(!birthdays),
  };
  const Grid = inYear ? YearGrid : MonthGrid;
  const count = countOf(items, state);
  return (
    <Page
      title={
        inYear
          ? t('calendar.titleYear', { year: String(year) })
          : t('calendar.titleMonth', { month: String(month), year: String(year) })
      }
      facts={[
        t('calendar.lunarYear', { name: lunarNames(days, state, t) }),
        count > 0 && t('calendar.counts', { count }),
      ]}
      extra={<Switch state={state} />}
      primary={{ key: 'plan', label: t('calendar.plan'), icon: CalendarPlus, keys: 'Ctrl N', onClick: plan }}
      more={[...files.actions, showBirthdays]}
      side={
        (!narrow || state.open) && (
          <DayPanel
            state={state}
            day={days.find((day) => day.date === state.day)}
            items={items}
            {...(narrow ? { onClose: state.close } : {})}
          />
        )
      }
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <div className="so-cal">
        <PeriodLine items={items} inYear={inYear} />
        <Grid state={state} days={days} items={items} today={todayIso()} onOpen={openDay} />
        <p className="so-sr">{t('calendar.keysHint')}</p>
      </div>
    </Page>
  );
}

const daysOfYear = (year: string): string[] =>
  Array.from({ length: daysBetween(`${year}-01-01`, `${year}-12-31`) + 1 }, (_, at) =>
    addDays(`${year}-01-01`, at),
  );

/** The days of the view; they need no answer of the store, so that keys find them at once. */
function useDays({ view, day }: CalendarState): Day[] {
  const part = day.slice(0, view === 'year' ? 4 : 7);
  const { data } = useQueryOp('settings.holidays', {});
  return useMemo(() => {
    const dates = part.length === 7 ? monthGrid(part) : daysOfYear(part);
    const announced = announcedOf(data?.years ?? []);
    return dates.map((date) => ({
      date,
      lunar: solarToLunar(date),
      off: holidayOn(date, announced) !== undefined,
    }));
  }, [part, data]);
}

/** Entries of the days shown: those of the view before may still be there. */
function within(items: readonly Item[], days: readonly Day[]): Item[] {
  const [first, last] = [days[0]!.date, days[days.length - 1]!.date];
  return items.filter((item) => item.from <= last && item.to >= first);
}

const goIntoPanel = (): boolean => {
  const panel = document.querySelector<HTMLElement>('.so-side');
  panel?.focus();
  return panel !== null;
};

/** Shows a day's panel and goes into it, as soon as it is there. */
function useOpenDay(state: CalendarState) {
  const waiting = useRef(false);
  useEffect(() => {
    if (waiting.current) waiting.current = !goIntoPanel();
  });
  return (day: string) => {
    waiting.current = !goIntoPanel();
    state.go(day, true);
  };
}

/** Names of the lunar years that the days shown lie in: "Ất Tỵ – Bính Ngọ". */
function lunarNames(
  days: readonly { date: string; lunar: { year: number } }[],
  state: CalendarState,
  t: Translate,
): string {
  const part = state.day.slice(0, state.view === 'year' ? 4 : 7);
  const years = days.filter((day) => day.date.startsWith(part)).map((day) => day.lunar.year);
  return [...new Set(years)].map((each) => lunarYearName(each, t.language)).join(' – ');
}

function countOf(items: readonly Item[], state: CalendarState): number {
  const part = state.day.slice(0, state.view === 'year' ? 4 : 7);
  return items.filter(
    (item) =>
      isBusy(item) && item.from.slice(0, part.length) <= part && item.to.slice(0, part.length) >= part,
  ).length;
}

function useCalendarFiles(year: number, month: number) {
  const t = useText();
  const printed = () => t('calendar.printed');
  const monthJob = useJobOp('calendar.printMonth', { done: printed });
  const yearJob = useJobOp('calendar.printYear', { done: printed });
  const icsJob = useJobOp('calendar.exportIcs', { done: () => t('calendar.icsDone') });
  const save = (made: Promise<Parameters<typeof saveFile>[0]>) =>
    void made.then(saveFile).catch(() => undefined);
  const printMonth = () => save(monthJob.run({ year, month }));
  const printYear = () => save(yearJob.run({ year }));
  const running = monthJob.running || yearJob.running || icsJob.running;
  const navigate = useNavigate();
  const actions: Action[] = [
    { key: 'month', label: t('calendar.print'), icon: Printer, disabled: running, onClick: printMonth },
    { key: 'year', label: t('calendar.printYear'), icon: Printer, disabled: running, onClick: printYear },
    {
      key: 'ics',
      label: t('calendar.ics'),
      icon: Smartphone,
      disabled: running,
      onClick: () => save(icsJob.run({ year })),
    },
    {
      key: 'occasions',
      label: t('calendar.manage'),
      icon: CalendarHeart,
      onClick: () => navigate('/calendar/occasions'),
    },
  ];
  return { actions, printMonth, printYear };
}

function Switch({ state }: { state: CalendarState }) {
  const t = useText();
  const { view, day } = state;
  const turn = (back: boolean) => {
    const key = `${view === 'year' ? 'Shift+' : ''}Page${back ? 'Up' : 'Down'}`;
    state.go(dayOfKey(key, day) ?? day);
  };
  return (
    <div className="so-row">
      <IconButton
        icon={ChevronLeft}
        size="small"
        label={t(`calendar.before.${view}`)}
        onClick={() => turn(true)}
      />
      <ActionButton
        size="small"
        action={{ key: 'today', label: t('calendar.today'), onClick: () => state.go(todayIso()) }}
      />
      <IconButton
        icon={ChevronRight}
        size="small"
        label={t(`calendar.after.${view}`)}
        onClick={() => turn(false)}
      />
      <ChoiceChips
        label={t('calendar.view')}
        items={(['month', 'year'] as const).map((key) => ({ key, label: t(`calendar.views.${key}`) }))}
        active={view}
        onChange={state.setView}
      />
    </div>
  );
}

/** Matters of the month or the year, not of a day. */
function PeriodLine({ items, inYear }: { items: readonly Item[]; inYear: boolean }) {
  const t = useText();
  const format = useFormat();
  const rows = items.filter((item) => item.precision === 'period');
  if (rows.length === 0) return null;
  return (
    <div className="so-cal-period">
      <span className="so-caption">{inYear ? t('calendar.periodYear') : t('calendar.period')}</span>
      <ul>
        {rows.map((item) => {
          const path = pathOf(item);
          const title = titleOf(item, t);
          return (
            <li key={keyOf(item)}>
              {path ? <Link to={path}>{title}</Link> : title}{' '}
              <span className="so-caption">{format.range(item.from, item.to)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
