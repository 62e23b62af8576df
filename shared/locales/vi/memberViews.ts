/** Texts of memberViews. */
export const memberViews = {} as const;
