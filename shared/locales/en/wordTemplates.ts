/** Texts of wordTemplates. */
import type { Same } from '../index';
import type { wordTemplates as vi } from '../vi/wordTemplates';

export const wordTemplates = {} satisfies Same<typeof vi>;
