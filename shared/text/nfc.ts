/** Characters that carry no text of their own: zero-width space and joiners, byte-order mark, word joiner. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;

/** Unicode composed form, the only form text is stored in. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/** Every run of blanks, no-break spaces included, as one space; none at the ends. */
export function collapseSpaces(text: string): string {
  if (!/[^\S ]|^ | $| {2}/.test(text)) return text;
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * A name as it is stored: composed, single spaces, no invisible characters.
 * Spelling, capitals and the kind of apostrophe stay as on the identity card.
 */
export function cleanName(text: string): string {
  return collapseSpaces(nfc(text.replace(INVISIBLE, '')));
}

/** True when the text has at least two letters and none of them is lower case. */
export function isAllCaps(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 1 && !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);
}

/** Each word with a capital first letter, the rest small; a letter after an apostrophe is a first letter (H'Hen). */
export function titleCaseName(text: string): string {
  return cleanName(text)
    .toLowerCase()
    .normalize('NFC')
    .replace(/(^|[\s'’ʼ-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** Repairs a name typed all in capitals ("NGUYỄN THỊ HOA"); any other name is only cleaned. */
export function repairAllCaps(text: string): string {
  return isAllCaps(text) ? titleCaseName(text) : cleanName(text);
}
