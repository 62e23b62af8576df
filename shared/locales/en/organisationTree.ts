/** Texts of organisationTree. */
import type { Same } from '../index';
import type { organisationTree as vi } from '../vi/organisationTree';

export const organisationTree = {} satisfies Same<typeof vi>;
