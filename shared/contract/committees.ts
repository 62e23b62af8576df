/** Committees, their terms, and union posts as dated records (BCH, BTV, UBKT, Ban nữ công; domain.md 6.3). */
import type { Operations } from './kernel';

export const committees = {} satisfies Operations;
