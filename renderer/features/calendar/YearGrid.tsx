/** A year as twelve small months; days that have something are marked. */
import { isOn, lunarShort, monthGrid } from '../../../shared/domain/calendar';
import { dayOfWeek } from '../../../shared/domain/dateMath';
import { useText } from '../../client';
import { useDayLabel } from './MonthGrid';
import { type CalendarState, useDayKeys } from './useCalendar';
import { type Day, type Item, isBusy, titleOf } from './words';

const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

interface YearProps {
  state: CalendarState;
  days: readonly Day[];
  items: readonly Item[];
  today: string;
  onOpen(day: string): void;
}

export function YearGrid({ state, days, items, today, onOpen }: YearProps) {
  const t = useText();
  const { grid, onKeyDown } = useDayKeys(state, onOpen);
  const byDate = new Map(days.map((day) => [day.date, day]));
  const year = state.day.slice(0, 4);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the twelve grids inside
    <div ref={grid} className="so-cal-year" onKeyDown={onKeyDown}>
      {MONTHS.map((month) => (
        <SmallMonth
          key={month}
          month={`${year}-${month}`}
          byDate={byDate}
          items={items}
          state={state}
          today={today}
        />
      ))}
      <p className="so-cal-legend so-caption">
        <span className="so-cal-key so-cal-key--busy" aria-hidden /> {t('calendar.legend.busy')}
        <span className="so-cal-key so-cal-key--occasion" aria-hidden /> {t('calendar.legend.occasion')}
        <span className="so-cal-key so-cal--red" aria-hidden>
          1
        </span>{' '}
        {t('calendar.legend.off')}
      </p>
    </div>
  );
}

interface MonthProps {
  month: string;
  byDate: ReadonlyMap<string, Day>;
  items: readonly Item[];
  state: CalendarState;
  today: string;
}

function SmallMonth({ month, byDate, items, state, today }: MonthProps) {
  const t = useText();
  const days = monthGrid(month);
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7));
  const name = t('calendar.monthShort', { month: String(Number(month.slice(5))) });
  return (
    <section className="so-cal-small">
      <h2>
        <button
          type="button"
          className="so-linklike"
          onClick={() => {
            state.go(`${month}-01`);
            state.setView('month');
          }}
        >
          {name}
        </button>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of days is a table with keys */}
      <table role="grid" aria-label={name}>
        <thead>
          <tr>
            {WEEK.map((day) => (
              <th key={day} scope="col" abbr={t(`calendar.weekdayNames.d${day}`)}>
                {t(`calendar.weekdays.d${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => {
                const day = date.startsWith(month) ? byDate.get(date) : undefined;
                return day ? (
                  <SmallDay
                    key={date}
                    day={day}
                    items={items.filter((item) => isOn(item, date))}
                    chosen={date === state.day}
                    today={date === today}
                    onChoose={() => state.go(date, true)}
                  />
                ) : (
                  <td key={date} className="so-cal-small__none" />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface SmallDayProps {
  day: Day;
  items: readonly Item[];
  chosen: boolean;
  today: boolean;
  onChoose(): void;
}

function SmallDay({ day, items, chosen, today, onChoose }: SmallDayProps) {
  const t = useText();
  const label = useDayLabel();
  const red = day.off || dayOfWeek(day.date) === 0;
  const classes = [
    'so-cal-small__day',
    red ? 'so-cal--red' : '',
    items.some(isBusy) ? 'so-cal-small__day--busy' : '',
    items.some((item) => item.kind === 'occasion') ? 'so-cal-small__day--occasion' : '',
    chosen ? 'so-cal-small__day--chosen' : '',
    today ? 'so-cal-small__day--today' : '',
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of all its days
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a day of a grid
      role="gridcell"
      data-day={day.date}
      tabIndex={chosen ? 0 : -1}
      aria-selected={chosen}
      aria-label={label(day, items, today)}
      aria-current={today ? 'date' : undefined}
      title={items.map((item) => titleOf(item, t)).join('\n') || undefined}
      className={classes.filter(Boolean).join(' ')}
      onClick={onChoose}
    >
      {Number(day.date.slice(8))}
      <small aria-hidden>{lunarShort(day.lunar)}</small>
    </td>
  );
}
