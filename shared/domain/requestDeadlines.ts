/**
 * How long the unit has for what members ask about the data kept of them (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP):
 * an answer in working days; what is to be done in days of the calendar, where a last day off moves to the next working
 * day (Bộ luật Dân sự 2015, Điều 148 khoản 5). Needs a lawyer's word, so it is data.
 */
import { addDays } from './dateMath';
import { type Announced, isDayOff } from './holidays';
import { addWorkingDays } from './workingDays';

export interface Deadline {
  count: number;
  unit: 'workingDays' | 'days';
  source: string;
}

const LAW = 'Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP';

export const REQUEST_DEADLINES = {
  copy: { count: 2, unit: 'workingDays', source: LAW },
  correct: { count: 15, unit: 'days', source: LAW },
  erase: { count: 15, unit: 'days', source: LAW },
  stop: { count: 15, unit: 'days', source: LAW },
} as const satisfies Record<string, Deadline>;

/** The last day for a request that came on a full date; its own day is not counted. */
export function requestDueOn(
  kind: keyof typeof REQUEST_DEADLINES,
  askedOn: string,
  announced?: Announced,
): string {
  const { count, unit } = REQUEST_DEADLINES[kind];
  if (unit === 'workingDays') return addWorkingDays(askedOn, count, announced);
  const last = addDays(askedOn, count);
  return isDayOff(last, announced) ? addWorkingDays(last, 1, announced) : last;
}
