/** Texts of followUps. */
export const followUps = {} as const;
