/** Texts of memberPrivacy. */
export const memberPrivacy = {} as const;
