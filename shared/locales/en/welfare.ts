/** Texts of welfare. */
import type { Same } from '../index';
import type { welfare as vi } from '../vi/welfare';

export const welfare = {} satisfies Same<typeof vi>;
