/** Texts of committees, posts and terms. */
export const committees = {
  timeline: { post: 'Giữ chức {{title}}', postEnded: 'Thôi giữ chức {{title}}' },
} as const;
