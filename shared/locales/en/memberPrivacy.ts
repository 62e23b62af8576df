/** Texts of memberPrivacy. */
import type { Same } from '../index';
import type { memberPrivacy as vi } from '../vi/memberPrivacy';

export const memberPrivacy = {} satisfies Same<typeof vi>;
