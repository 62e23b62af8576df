/** Texts of care. */
export const care = {} as const;
