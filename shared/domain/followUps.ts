/** Follow-ups of what leaders asked for. */
export const FOLLOW_UP_STATES = ['open', 'doing', 'done', 'dropped'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** States in which the work still waits for its owner. */
export const WAITING_STATES: readonly FollowUpState[] = ['open', 'doing'];

/** What the list shows: what waits, what is overdue of it, what is finished. */
export const FOLLOW_UP_SHOWS = ['waiting', 'overdue', 'done', 'all'] as const;
