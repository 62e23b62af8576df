/** Texts of files. */
export const files = {} as const;
