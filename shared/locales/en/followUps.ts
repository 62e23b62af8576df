/** Texts of followUps. */
import type { Same } from '../index';
import type { followUps as vi } from '../vi/followUps';

export const followUps = {} satisfies Same<typeof vi>;
