/** Occasions that come soon and have nothing planned: each leads to a new event or a gift campaign for it. */
import { CalendarHeart } from 'lucide-react';
import { Link } from 'react-router-dom';
import { daysBetween } from '../../../shared/domain/dateMath';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { Icon, todayIso, useFormat } from '../../ui';
import './calendar.css';
import { dayAddress, giftAddress, planAddress } from './words';

const MOST = 4;
const CHOICES = [0, 3, 7, 14, 21, 30, 45, 60, 90] as const;

export function OccasionReminders() {
  const t = useText();
  const format = useFormat();
  const rows =
    useQueryOp('calendar.occasions', {})
      .data?.rows.filter((row) => row.due)
      .slice(0, MOST) ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="so-card so-cal-due" aria-label={t('calendar.reminder.title')}>
      <h2>{t('calendar.reminder.title')}</h2>
      <ul>
        {rows.map((row) => {
          const name = t.language === 'en' ? (row.nameEn ?? row.name) : row.name;
          const left = daysBetween(todayIso(), row.next);
          return (
            <li key={row.code ?? row.id}>
              <Icon of={CalendarHeart} className="so-cal-item__icon so-cal-item__icon--occasion" />
              <Link to={dayAddress(row.next)} className="so-strong">
                {name}
              </Link>
              <span className="so-caption">
                {[
                  format.weekdayDate(row.next),
                  left === 0 ? t('calendar.day.now') : t('calendar.day.inDays', { count: left }),
                ].join(' · ')}
              </span>
              <span className="so-push" />
              <Link
                to={planAddress(row.next, { title: name, eventKind: row.eventKind }, t)}
                aria-label={t('calendar.planFor', { name })}
              >
                {t('calendar.plan')}
              </Link>
              <Link to={giftAddress(row, name, t)} aria-label={t('calendar.giftFor', { name })}>
                {t('calendar.gift')}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How many days before an occasion it is told of. */
export function ReminderDays({ days }: { days: number }) {
  const t = useText();
  const save = useCommandOp('calendar.setReminder', { done: () => t('calendar.reminder.saved') });
  const choices = CHOICES.some((one) => one === days) ? CHOICES : [...CHOICES, days];
  return (
    <label className="so-row">
      <span className="so-caption">{t('calendar.reminder.label')}</span>
      <select
        className="so-cal-reminder"
        value={days}
        onChange={(change) => save.fire({ days: Number(change.target.value) })}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {one === 0 ? t('calendar.reminder.never') : t('calendar.reminder.days', { count: one })}
          </option>
        ))}
      </select>
    </label>
  );
}
