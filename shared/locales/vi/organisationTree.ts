/** Texts of organisationTree. */
export const organisationTree = {} as const;
