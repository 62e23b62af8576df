/** A month as whole weeks: each day with its lunar day and what falls on it. */
import { Link } from 'react-router-dom';
import { isOn, lunarLong, lunarShort } from '../../../shared/domain/calendar';
import { dayOfWeek } from '../../../shared/domain/dateMath';
import { useText } from '../../client';
import { useFormat } from '../../ui';
import { type CalendarState, useDayKeys } from './useCalendar';
import { type Day, type Item, isBusy, keyOf, pathOf, titleOf } from './words';

/** Most lines in a day's cell. */
const LINES = 3;
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

interface GridProps {
  state: CalendarState;
  days: readonly Day[];
  items: readonly Item[];
  today: string;
  onOpen(day: string): void;
}

export function MonthGrid({ state, days, items, today, onOpen }: GridProps) {
  const t = useText();
  const { grid, onKeyDown } = useDayKeys(state, onOpen);
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7));
  const month = state.day.slice(0, 7);
  const name = t('calendar.titleMonth', { month: String(Number(month.slice(5))), year: month.slice(0, 4) });
  return (
    <div ref={grid} className="so-cal-month">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of days is a table with keys */}
      <table role="grid" aria-label={name} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {WEEK.map((day) => (
              <th key={day} scope="col" className={day === 0 ? 'so-cal--red' : undefined}>
                {t(`calendar.weekdayNames.d${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]!.date}>
              {week.map((day) => (
                <DayCell
                  key={day.date}
                  day={day}
                  items={items.filter((item) => isOn(item, day.date))}
                  inside={day.date.startsWith(month)}
                  chosen={day.date === state.day}
                  today={day.date === today}
                  onChoose={() => state.go(day.date, true)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  day: Day;
  items: readonly Item[];
  inside: boolean;
  chosen: boolean;
  today: boolean;
  onChoose(): void;
}

/** What a reader hears of a day. */
export function useDayLabel() {
  const t = useText();
  const format = useFormat();
  return (day: Day, items: readonly Item[], today: boolean): string => {
    const busy = items.filter(isBusy).length;
    const occasions = items.filter((item) => item.kind === 'occasion').map((item) => titleOf(item, t));
    return [
      format.weekdayDate(day.date),
      today && t('calendar.todayMark'),
      lunarLong(day.lunar, t.language),
      ...occasions,
      day.off && t('calendar.off'),
      busy === 0 ? t('calendar.nothing') : t('calendar.counts', { count: busy }),
    ]
      .filter(Boolean)
      .join(', ');
  };
}

function DayCell({ day, items, inside, chosen, today, onChoose }: CellProps) {
  const t = useText();
  const label = useDayLabel();
  const red = day.off || dayOfWeek(day.date) === 0;
  const shown = items.length > LINES ? items.slice(0, LINES - 1) : items;
  const classes = [
    'so-cal-day',
    inside ? '' : 'so-cal-day--other',
    chosen ? 'so-cal-day--chosen' : '',
    today ? 'so-cal-day--today' : '',
    day.off ? 'so-cal-day--off' : '',
    items.length > 2 ? 'so-cal-day--full' : '',
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
      className={classes.filter(Boolean).join(' ')}
      onClick={onChoose}
    >
      <div className="so-cal-day__head">
        <span className={red ? 'so-cal-day__number so-cal--red' : 'so-cal-day__number'}>
          {Number(day.date.slice(8))}
        </span>
        <span
          className={
            day.lunar.day === 1 || day.lunar.day === 15 ? 'so-cal-lunar so-cal-lunar--main' : 'so-cal-lunar'
          }
        >
          {lunarShort(day.lunar, day.date.endsWith('-01'))}
        </span>
      </div>
      {shown.map((item) => (
        <CellLine key={keyOf(item)} item={item} day={day.date} />
      ))}
      {items.length > shown.length && (
        <span className="so-cal-line so-cal-line--more">
          {t('calendar.more', { count: items.length - shown.length })}
        </span>
      )}
    </td>
  );
}

function CellLine({ item, day }: { item: Item; day: string }) {
  const t = useText();
  const title = titleOf(item, t);
  const path = pathOf(item);
  const words = (
    <>
      {item.at && item.from === day && <span className="so-cal-line__time">{item.at}</span>}
      {title}
    </>
  );
  const className = `so-cal-line so-cal-line--${item.kind}`;
  return path ? (
    <Link
      to={path}
      className={className}
      title={title}
      tabIndex={-1}
      onClick={(event) => event.stopPropagation()}
    >
      {words}
    </Link>
  ) : (
    <span className={className} title={title}>
      {words}
    </span>
  );
}
