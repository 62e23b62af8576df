/** Both languages of the interface. Vietnamese comes first: English is typed to hold the same keys. */
import * as en from './en';
import * as vi from './vi';

/** The shape of a tree of texts, with any strings. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

export const locales = { vi, en } as const;
export type Language = keyof typeof locales;
