/** Texts of contests. */
import type { Same } from '../index';
import type { contests as vi } from '../vi/contests';

export const contests = {} satisfies Same<typeof vi>;
