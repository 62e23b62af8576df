/** Gift campaigns: occasion, budget, sources, recipients, signature lists (cases.md rows 11-13). */
import { care } from './care';
import type { Operations } from './kernel';

export const welfare = {
  ...care,
} satisfies Operations;
