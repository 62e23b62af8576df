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
  see: { count: 2, unit: 'workingDays', source: LAW },
  copy: { count: 2, unit: 'workingDays', source: LAW },
  correct: { count: 15, unit: 'days', source: LAW },
  erase: { count: 15, unit: 'days', source: LAW },
  stop: { count: 15, unit: 'days', source: LAW },
  withdraw: { count: 15, unit: 'days', source: LAW },
} as const satisfies Record<string, Deadline>;
export type RequestKind = keyof typeof REQUEST_DEADLINES;

/** Days more when the data are with others too. */
export const THIRD_PARTY_DAYS = 5;
/** Most days of the one extension. */
export const MOST_EXTRA_DAYS = 15;
/** Whatever is asked, the person is told within these working days that the request came in. */
const REPLY_WORKING_DAYS = 2;

/** The last day to tell the person that the request came in. */
export const replyDueOn = (askedOn: string, announced?: Announced): string =>
  addWorkingDays(askedOn, REPLY_WORKING_DAYS, announced);

/** The last day for a request that came on a full date; its own day is not counted. */
export function requestDueOn(
  kind: RequestKind,
  askedOn: string,
  announced?: Announced,
  more: { thirdParty: boolean; extraDays: number } = { thirdParty: false, extraDays: 0 },
): string {
  const { count, unit } = REQUEST_DEADLINES[kind];
  const added = more.extraDays + (more.thirdParty && unit === 'days' ? THIRD_PARTY_DAYS : 0);
  if (unit === 'workingDays' && added === 0) return addWorkingDays(askedOn, count, announced);
  const first = unit === 'workingDays' ? addWorkingDays(askedOn, count, announced) : addDays(askedOn, count);
  const last = addDays(first, added);
  return isDayOff(last, announced) ? addWorkingDays(last, 1, announced) : last;
}
