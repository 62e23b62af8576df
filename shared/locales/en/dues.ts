/** Texts of dues. */
import type { Same } from '../index';
import type { dues as vi } from '../vi/dues';

export const dues = {} satisfies Same<typeof vi>;
