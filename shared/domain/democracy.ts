/** Democracy at the workplace: dialogues, labour agreements, staff conferences, taking part, regulations. */
import { addDays } from './dateMath';

/** Regular (định kỳ), at somebody's request (theo yêu cầu), about one matter (theo vụ việc). */
export const DIALOGUE_KINDS = ['regular', 'extra', 'topic'] as const;
export type DialogueKind = (typeof DIALOGUE_KINDS)[number];

/** Drafts commented, programmes built together, meetings of the agency, supervision, rights protected. */
export const PARTICIPATION_KINDS = ['comment', 'programme', 'meeting', 'supervision', 'protect'] as const;
export type ParticipationKind = (typeof PARTICIPATION_KINDS)[number];

/** Parts that hold the staff conference; 'union': sections and groups together. */
export const CONFERENCE_SCOPES = ['department', 'group', 'section', 'union'] as const;
export type ConferenceScope = (typeof CONFERENCE_SCOPES)[number];

/** Not yet in force, in force, near its end, over. */
export const LABOUR_STATES = ['coming', 'active', 'ending', 'ended'] as const;
export type LabourState = (typeof LABOUR_STATES)[number];

/** A labour agreement is reminded of this many days before its end unless told otherwise. */
export const LABOUR_REMIND_DAYS = 90;

/** The state of a labour agreement on a day. */
export function labourState(
  row: { fromOn: string; toOn: string | null; endedOn: string | null; remindDays: number },
  today: string,
): LabourState {
  const last = lastDay(row);
  if (last !== null && last < today) return 'ended';
  if (row.fromOn > today) return 'coming';
  return last !== null && addDays(last, -row.remindDays) <= today ? 'ending' : 'active';
}

/** The last day in force: the planned one, or an earlier one on which it was ended. */
export function lastDay(row: { toOn: string | null; endedOn: string | null }): string | null {
  if (row.endedOn === null) return row.toOn;
  return row.toOn === null || row.endedOn < row.toOn ? row.endedOn : row.toOn;
}

/** Lists of workplace democracy that are printed. */
export const DEMOCRACY_LISTS = [
  'conferences',
  'dialogues',
  'labour',
  'participation',
  'regulations',
] as const;
export type DemocracyList = (typeof DEMOCRACY_LISTS)[number];
