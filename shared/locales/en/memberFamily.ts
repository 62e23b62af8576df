/** Texts of memberFamily. */
import type { Same } from '../index';
import type { memberFamily as vi } from '../vi/memberFamily';

export const memberFamily = {} satisfies Same<typeof vi>;
