/** Texts of funds. */
import type { Same } from '../index';
import type { funds as vi } from '../vi/funds';

export const funds = {} satisfies Same<typeof vi>;
