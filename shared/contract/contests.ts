/** Contests: organiser level, rounds, entries, prizes, participation by department. */
import type { Operations } from './kernel';

export const contests = {} satisfies Operations;
