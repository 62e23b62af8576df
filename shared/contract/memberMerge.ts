/** Duplicates: proposed with reasons, merged field by field, taken apart again. */
import type { Operations } from './kernel';

export const memberMerge = {} satisfies Operations;
