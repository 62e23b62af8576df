/** Follow-ups of what leaders asked for: owner, deadline, result (cases.md rows 6, 44, 50). */
import type { Operations } from './kernel';

export const followUps = {} satisfies Operations;
