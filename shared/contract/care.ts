/** Visits, bereavement, hardship and housing cases (domain.md 7, C01-TLĐ). */
import type { Operations } from './kernel';

export const care = {} satisfies Operations;
