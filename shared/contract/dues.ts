/** Dues by dated rates, fund drives, donors and earmarks (domain.md 7; cases.md rows 7, 37). */
import type { Operations } from './kernel';

export const dues = {} satisfies Operations;
