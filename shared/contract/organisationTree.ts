/** Changes of the organisation from a day on: rename, merge, split, move, close; the tree as of any day; handover. */
import type { Operations } from './kernel';

export const organisationTree = {} satisfies Operations;
