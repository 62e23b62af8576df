/** Papers and pictures stored once by their hash, and what they are attached to. */
import type { Operations } from './kernel';
import { wordTemplates } from './wordTemplates';

export const files = {
  ...wordTemplates,
} satisfies Operations;
