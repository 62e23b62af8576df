/** Texts of care. */
import type { Same } from '../index';
import type { care as vi } from '../vi/care';

export const care = {} satisfies Same<typeof vi>;
