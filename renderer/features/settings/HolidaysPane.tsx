/** Settings: the days off of a year, by habit or as they were announced. */
import { Button } from 'antd';
import { CalendarCheck, CalendarClock, ChevronLeft, ChevronRight, Pencil, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { announcedOf, type Holiday, holidaysOf } from '../../../shared/domain/holidays';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  type Column,
  ErrorState,
  IconButton,
  LoadingBars,
  Note,
  PlainTable,
  Tag,
  todayIso,
  useFormat,
} from '../../ui';
import { HolidaysForm } from './HolidaysForm';
import { Pane } from './Pane';

export type AnnouncedRow = OutputOf<'settings.holidays'>['years'][number];

export function HolidaysPane() {
  const t = useText();
  const title = t('settings.tabs.holidays');
  const [year, setYear] = useState(Number(todayIso().slice(0, 4)));
  const query = useQueryOp('settings.holidays', {});
  return (
    <Pane title={title}>
      <h2>{title}</h2>
      <p className="so-pane__lead">{t('holidays.lead')}</p>
      <div className="so-row">
        <IconButton label={t('holidays.before')} icon={ChevronLeft} onClick={() => setYear(year - 1)} />
        <strong aria-live="polite">{t('holidays.year', { year })}</strong>
        <IconButton label={t('holidays.next')} icon={ChevronRight} onClick={() => setYear(year + 1)} />
      </div>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <Year year={year} years={query.data.years} onReload={() => void query.refetch()} />
      ) : (
        <LoadingBars rows={6} />
      )}
    </Pane>
  );
}

function Year({ year, years, onReload }: { year: number; years: readonly AnnouncedRow[]; onReload(): void }) {
  const t = useText();
  const [editing, setEditing] = useState(false);
  const row = years.find((one) => one.year === year) ?? { year, version: 0, announced: null };
  const clear = useCommandOp('settings.setHolidays', { done: () => t('holidays.cleared', { year }) });
  const days = useMemo(() => holidaysOf(year, announcedOf(years)), [year, years]);
  return (
    <>
      <Note
        tone={row.announced ? 'ok' : 'muc'}
        icon={row.announced ? CalendarCheck : CalendarClock}
        title={t(row.announced ? 'holidays.announced' : 'holidays.byHabit', { year })}
      >
        {row.announced ? row.announced.note : t('holidays.byHabitBody')}
      </Note>
      <div className="so-row">
        <Button icon={<Pencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
          {t('holidays.edit')}
        </Button>
        {row.announced && (
          <Button
            icon={<Undo2 size={16} aria-hidden />}
            onClick={() => clear.fire({ year, version: row.version, announced: null })}
          >
            {t('holidays.clear')}
          </Button>
        )}
      </div>
      <Days year={year} days={days} row={row} />
      {editing && <HolidaysForm row={row} onClose={() => setEditing(false)} onReload={onReload} />}
    </>
  );
}

function Days({ year, days, row }: { year: number; days: readonly Holiday[]; row: AnnouncedRow }) {
  const t = useText();
  const format = useFormat();
  const columns = useMemo<Column<Holiday>[]>(
    () => [
      { key: 'on', header: t('holidays.day'), width: 190, cell: ({ on }) => format.weekdayDate(on) },
      { key: 'name', header: t('holidays.name'), cell: ({ key }) => t(`holidays.names.${key}`) },
      {
        key: 'instead',
        header: '',
        width: 220,
        cell: ({ on, instead }) => {
          const work = row.announced?.swaps.find((one) => one.off === on)?.work;
          if (work) return <Tag tone="line">{t('holidays.workedOn', { day: format.weekdayDate(work) })}</Tag>;
          return instead ? <Tag tone="line">{t('holidays.instead')}</Tag> : null;
        },
      },
    ],
    [t, format, row],
  );
  return (
    <PlainTable
      framed
      caption={t('holidays.year', { year })}
      columns={columns}
      rows={days}
      rowKey={(day) => day.on}
    />
  );
}
