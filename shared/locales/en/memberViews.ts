/** Texts of memberViews. */
import type { Same } from '../index';
import type { memberViews as vi } from '../vi/memberViews';

export const memberViews = {} satisfies Same<typeof vi>;
