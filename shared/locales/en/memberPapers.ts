/** Texts of memberPapers. */
import type { Same } from '../index';
import type { memberPapers as vi } from '../vi/memberPapers';

export const memberPapers = {} satisfies Same<typeof vi>;
