/** Texts of memberPapers. */
export const memberPapers = {} as const;
