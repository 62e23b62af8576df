/** How copies are named: "14:20", "Thứ Bảy 21/11", "31/10"; and the group each belongs to. */
import { addDays } from '../../../shared/domain/dates';
import type { Translate } from '../../client';
import { localParts, todayIso, type useFormat } from '../../ui';

type Format = ReturnType<typeof useFormat>;

/** Group headings of the list of copies. */
export function groupOf(at: string, t: Translate): string {
  const { date } = localParts(at);
  const today = todayIso();
  if (date === today) return t('settings.backup.today');
  return date > addDays(today, -7) ? t('settings.backup.week') : t('settings.backup.earlier');
}

/** Short name inside its group. */
export function shortWhen(at: string, format: Format): string {
  const { date, time } = localParts(at);
  const today = todayIso();
  if (date === today) return time;
  if (date > addDays(today, -7)) return `${format.weekday(date)} ${format.dayMonth(date)}, ${time}`;
  return `${format.date(date)}, ${time}`;
}

/** Name that stands alone: "hôm nay" is said by the time only when it is today. */
export function fullWhen(at: string, t: Translate, format: Format): string {
  const { date, time } = localParts(at);
  return date === todayIso()
    ? `${t('settings.backup.today')}, ${time}`
    : `${format.weekday(date)} ${format.date(date)}, ${time}`;
}

/** "3 giờ 15 phút", "12 ngày". */
export function span(ms: number, t: Translate): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return t('settings.rescue.days', { count: Math.round(hours / 24) });
  if (hours === 0) return t('settings.rescue.minutes', { count: minutes });
  const rest = minutes % 60;
  const words = t('settings.rescue.hours', { count: hours });
  return rest === 0 ? words : `${words} ${t('settings.rescue.minutes', { count: rest })}`;
}

/** "2 giờ trước": how long ago a copy was made. */
export function ago(at: string, now: number, t: Translate): string {
  const minutes = Math.floor(Math.max(0, now - Date.parse(at)) / 60_000);
  if (minutes < 1) return t('copies.justNow');
  if (minutes < 60) return t('copies.minutesAgo', { count: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 24
    ? t('copies.hoursAgo', { count: hours })
    : t('copies.daysAgo', { count: Math.floor(hours / 24) });
}
