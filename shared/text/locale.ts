/** Languages the product speaks; Vietnamese first. */
export type Locale = 'vi' | 'en';
