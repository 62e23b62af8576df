/** Texts of committees. */
export const committees = {} as const;
