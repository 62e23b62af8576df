/** Shortest password taken. */
export const MIN_PASSWORD = 8;

/** How hard a password is to guess, in words: length first, then what it is made of. */
export const STRENGTHS = ['weak', 'fair', 'good', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

const COMMON =
  /^(mat ?khau|password|congdoan|cong ?doan|qwerty|abc|admin|iloveyou|vietnam|0?123|111|1989|1990)/i;
const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d\s]/u, /\s/, /[^\p{ASCII}]/u];

/** How many different characters a password holds. */
const variety = (typed: string): number => new Set(typed.toLowerCase()).size;

export function strengthOf(typed: string): Strength {
  const kinds = KINDS.filter((kind) => kind.test(typed)).length;
  const plain = typed.normalize('NFD').replace(/\p{M}/gu, '');
  if (typed.length < 10 && kinds < 3) return 'weak';
  if (variety(typed) < 6 || /^(.+?)\1+$/.test(typed)) return 'weak';
  if (COMMON.test(plain) && typed.length < 16) return 'weak';
  const points = typed.length + kinds * 2;
  if (points < 16) return 'fair';
  return points < 22 ? 'good' : 'strong';
}
