/** Families of members: spouse, children, school results, households (domain.md 6.1). */
import type { Operations } from './kernel';

export const memberFamily = {} satisfies Operations;
