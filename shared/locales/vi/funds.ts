/** Texts of funds. */
export const funds = {} as const;
