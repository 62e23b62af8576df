/** Texts of training. */
export const training = {} as const;
