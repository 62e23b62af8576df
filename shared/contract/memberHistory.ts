/** Dated facts of members: joining, moves, leaving, discipline, absence; the register as of any day. */
import type { Operations } from './kernel';

export const memberHistory = {} satisfies Operations;
