/** Texts of dues. */
export const dues = {} as const;
