/** Both languages of the interface. Vietnamese comes first: English is typed to hold the same keys. */
import * as en from './en';
import * as vi from './vi';

/** The shape of a tree of texts, with any strings. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

export const locales = { vi, en } as const;
export type Language = keyof typeof locales;

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? `${Prefix}${WithoutPlural<K>}`
    : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];
type WithoutPlural<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;

/** Every key of the texts, e.g. `members.title`. A plural pair `x_one`, `x_other` counts as `x`. */
export type TextKey = Leaves<typeof vi>;
