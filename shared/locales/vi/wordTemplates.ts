/** Texts of wordTemplates. */
export const wordTemplates = {} as const;
