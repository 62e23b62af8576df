/** Texts of memberFamily. */
export const memberFamily = {} as const;
