/** Texts of committees. */
import type { Same } from '../index';
import type { committees as vi } from '../vi/committees';

export const committees = {} satisfies Same<typeof vi>;
