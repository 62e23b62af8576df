/** The calendar by month and year, with lunar days and occasions in Vietnam time. */
import type { Operations } from './kernel';

export const calendar = {} satisfies Operations;
