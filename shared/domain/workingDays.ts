/** Working days, Monday to Friday; public holidays are not known here. */
import { addDays, dayOfWeek } from './dateMath';

/** The day that comes `count` working days after a full date. */
export function addWorkingDays(iso: string, count: number): string {
  let day = iso;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (dayOfWeek(day) % 6 !== 0) left -= 1;
  }
  return day;
}
