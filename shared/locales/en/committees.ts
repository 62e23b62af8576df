import type { Same } from '..';
import type { committees as vi } from '../vi/committees';

/** Texts of committees, posts and terms. */
export const committees = {
  timeline: { post: 'In post: {{title}}', postEnded: 'Left the post: {{title}}' },
} as const satisfies Same<typeof vi>;
