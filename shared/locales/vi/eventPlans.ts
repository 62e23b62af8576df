/** Texts of eventPlans. */
export const eventPlans = {} as const;
