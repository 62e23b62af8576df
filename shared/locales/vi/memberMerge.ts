/** Texts of memberMerge. */
export const memberMerge = {} as const;
