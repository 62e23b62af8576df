/** Opinions and petitions (ý kiến, kiến nghị, đơn thư): how they come, from whom, and where they stand. */

/** How one came: at a meeting, at a dialogue, in the opinion box, by letter, by phone, online, in person. */
export const OPINION_WAYS = ['meeting', 'dialogue', 'box', 'letter', 'phone', 'online', 'person'] as const;
export type OpinionWay = (typeof OPINION_WAYS)[number];

export const OPINION_SOURCES = ['anonymous', 'person', 'collective'] as const;
export type OpinionSource = (typeof OPINION_SOURCES)[number];

/** Where one stands: new, sent on, past its day without an answer, answered. */
export const OPINION_STATES = ['new', 'sent', 'overdue', 'answered'] as const;
export type OpinionState = (typeof OPINION_STATES)[number];

/** What is asked beside the state: open ones, those due within OPINION_SOON_DAYS, those answered after their day. */
export const OPINION_SHOWS = [...OPINION_STATES, 'open', 'soon', 'late'] as const;
export type OpinionShow = (typeof OPINION_SHOWS)[number];

/** A due day is announced this many days before. */
export const OPINION_SOON_DAYS = 3;

/** The state on a day. */
export function opinionState(
  row: { sentOn: string | null; dueOn: string | null; answeredOn: string | null },
  today: string,
): OpinionState {
  if (row.answeredOn !== null) return 'answered';
  if (row.dueOn !== null && row.dueOn < today) return 'overdue';
  return row.sentOn === null ? 'new' : 'sent';
}

/** "12/2026": the number in the register of a year. */
export const opinionCode = (row: { number: number; year: number }): string =>
  `${String(row.number).padStart(2, '0')}/${row.year}`;
