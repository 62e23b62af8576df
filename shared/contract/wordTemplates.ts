/** Word templates an office edits itself: invitations, agendas, minutes, resolutions, letters. */
import type { Operations } from './kernel';

export const wordTemplates = {} satisfies Operations;
