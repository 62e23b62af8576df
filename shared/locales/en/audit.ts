/** Texts of audit. */
import type { Same } from '../index';
import type { audit as vi } from '../vi/audit';

export const audit = {} satisfies Same<typeof vi>;
