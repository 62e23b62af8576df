/** What the invented hospital has planned for the next weeks, and an occasion of its own. */
import type { InputOf } from '../../shared/contract';
import { addDays } from '../../shared/domain/dateMath';
import type { Invoke } from './seed';

type Planned = Omit<InputOf<'events.create'>, 'startsOn'> & { in: number };
const PLANNED: readonly Planned[] = [
  {
    in: 3,
    kind: 'committee_meeting',
    name: 'Họp Ban Chấp hành phiên cuối năm',
    startsAt: '14:00',
    endsAt: '16:30',
    place: 'Phòng họp tầng 2',
    audience: 'invited',
  },
  { in: 9, kind: 'visit', name: 'Thăm đoàn viên nằm viện', startsAt: '08:00', audience: 'invited' },
  {
    in: 16,
    kind: 'dialogue',
    name: 'Đối thoại định kỳ với Ban Giám đốc',
    startsAt: '08:00',
    place: 'Hội trường tầng 3',
  },
];

/** Records what is to come after `today` (ISO date). */
export async function seedCalendar(invoke: Invoke, today: string): Promise<void> {
  const year = today.slice(0, 4);
  for (const { in: days, ...event } of PLANNED) {
    const startsOn = addDays(today, days);
    if (startsOn.startsWith(year)) await invoke('events.create', { ...event, startsOn });
  }
  await invoke('calendar.saveOccasion', {
    name: 'Ngày truyền thống Trung tâm',
    calendar: 'solar',
    day: 12,
    month: 12,
    note: 'Ngày thành lập Trung tâm Y tế khu vực Suối Mơ',
  });
}
