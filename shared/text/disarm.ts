/**
 * Text in a CSV file that a spreadsheet would run as a formula gets an apostrophe in front, and reading takes exactly
 * that apostrophe off again: every text comes back as it was. Signed numbers (“-5”, “+84 912 345 678”) stay as they are.
 */

const FORMULA = /^'*[=+\-@\t\r\n|%＝＋－＠]/;
const SIGNED_NUMBER = /^[+-]\d[\d .,]*$/;

/** The text as it may stand in a CSV cell. */
export const disarm = (text: string): string =>
  FORMULA.test(text) && !SIGNED_NUMBER.test(text) ? `'${text}` : text;

/** The text that `disarm` made safe. */
export function rearm(text: string): string {
  const bare = text.startsWith("'") ? text.slice(1) : text;
  return bare !== text && FORMULA.test(bare) && !SIGNED_NUMBER.test(bare) ? bare : text;
}
