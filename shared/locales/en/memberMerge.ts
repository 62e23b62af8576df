/** Texts of memberMerge. */
import type { Same } from '../index';
import type { memberMerge as vi } from '../vi/memberMerge';

export const memberMerge = {} satisfies Same<typeof vi>;
