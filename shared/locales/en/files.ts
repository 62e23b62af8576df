/** Texts of files. */
import type { Same } from '../index';
import type { files as vi } from '../vi/files';

export const files = {} satisfies Same<typeof vi>;
