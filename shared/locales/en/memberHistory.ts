/** Texts of memberHistory. */
import type { Same } from '../index';
import type { memberHistory as vi } from '../vi/memberHistory';

export const memberHistory = {} satisfies Same<typeof vi>;
