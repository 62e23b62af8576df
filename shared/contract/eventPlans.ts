/** Templates and series of events, sessions, guests, attendee groups, quorum (cases.md rows 34, 47, 53). */
import type { Operations } from './kernel';

export const eventPlans = {} satisfies Operations;
