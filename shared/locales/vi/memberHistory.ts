/** Texts of memberHistory. */
export const memberHistory = {} as const;
