/** Texts of contests. */
export const contests = {} as const;
