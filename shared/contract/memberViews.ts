/** Finding and changing many: saved filters, bulk edit with preview. */
import type { Operations } from './kernel';

export const memberViews = {} satisfies Operations;
