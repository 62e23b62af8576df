/** Texts of welfare. */
export const welfare = {} as const;
