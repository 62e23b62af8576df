/** Texts of training. */
import type { Same } from '../index';
import type { training as vi } from '../vi/training';

export const training = {} satisfies Same<typeof vi>;
