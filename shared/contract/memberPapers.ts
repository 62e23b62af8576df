/** Lists, cards and full records of members on paper; CSV; anonymising after the time records are kept. */
import type { Operations } from './kernel';

export const memberPapers = {} satisfies Operations;
