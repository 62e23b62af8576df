/** Sensitive fields of members: switched on with a purpose, shown on demand, and the unit’s own extra fields (cases.md section 4). */
import type { Operations } from './kernel';

export const memberPrivacy = {} satisfies Operations;
