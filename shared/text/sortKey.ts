import { ALPHABET, splitTone } from './alphabet';
import { toneKey } from './fold';
import { type NameParts, splitName } from './nameParts';
import { cleanName } from './nfc';

/** Ends one part of the key; below every other character of a key. */
const END = '!';
/** A space inside a part, below digits and letters. */
const GAP = '#';
const FIRST_LETTER = 0x41;
const OTHER_MARK = 6;

const LETTER_CODES = new Map(ALPHABET.map((letter, i) => [letter, String.fromCharCode(FIRST_LETTER + i)]));

interface Weight {
  readonly primary: string;
  readonly tone: number;
}

function weigh(letter: string): Weight | null {
  if (/[\s\u2010-\u2015-]/u.test(letter)) return { primary: GAP, tone: 0 };
  if (/[0-9]/.test(letter)) return { primary: letter, tone: 0 };
  if (!/\p{L}/u.test(letter)) return null;
  const { bare, tone } = splitTone(letter);
  const own = LETTER_CODES.get(bare);
  if (own) return { primary: own, tone };
  const base = LETTER_CODES.get(bare.normalize('NFD').charAt(0));
  if (base) return { primary: base, tone: tone + OTHER_MARK };
  return { primary: `~${(bare.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`, tone };
}

const KNOWN_PARTS = new Map<string, string>();
const KNOWN_LIMIT = 20_000;

/** Key of one part; the parts of names repeat, and their keys are remembered. */
function partKey(part: string): string {
  const known = KNOWN_PARTS.get(part);
  if (known !== undefined) return known;
  const key = makePartKey(part);
  if (KNOWN_PARTS.size < KNOWN_LIMIT && part.length <= 24) KNOWN_PARTS.set(part, key);
  return key;
}

/** Its letters, then its tones; trailing level tones are left out. */
function makePartKey(part: string): string {
  let letters = '';
  let tones = '';
  for (const letter of toneKey(part)) {
    const weight = weigh(letter);
    if (!weight) continue;
    letters += weight.primary;
    tones += String.fromCharCode(0x30 + weight.tone);
  }
  return letters + END + tones.replace(/0+$/, '') + END;
}

function indexOfWords(words: readonly string[], wanted: readonly string[]): number {
  const keys = words.map(toneKey);
  const sought = wanted.map(toneKey);
  return keys.findIndex((_, at) => sought.every((word, i) => keys[at + i] === word));
}

/** Parts of a name that its owner wants sorted under other words than the proposal. */
function partsSortedUnder(full: string, override: string): NameParts {
  const proposed = splitName(full);
  const words = cleanName(full).split(' ');
  const wanted = cleanName(override).split(' ');
  const at = indexOfWords(words, wanted);
  if (at < 0)
    return { family: proposed.family, middle: `${proposed.middle} ${proposed.given}`, given: override };
  const rest = [...words.slice(0, at), ...words.slice(at + wanted.length)];
  const family = proposed.family === '' ? [] : proposed.family.split(' ');
  const familyAt = family.length === 0 ? -1 : indexOfWords(rest, family);
  if (familyAt < 0) return { family: '', middle: rest.join(' '), given: override };
  const middle = [...rest.slice(0, familyAt), ...rest.slice(familyAt + family.length)];
  return { family: proposed.family, middle: middle.join(' '), given: override };
}

/**
 * A plain ASCII string whose byte order is the Vietnamese order of names: given name, then middle, then
 * family; in each, letters first (a ă â b … y), then tones (ngang huyền hỏi ngã sắc nặng).
 * `override` holds the words this person is sorted under ("sắp theo").
 *
 * Differs from ICU "vi" on purpose: both tone positions sort alike (hòa, hoà), apostrophes and other
 * signs are ignored, a hyphen counts as a space, case never decides.
 */
export function sortKey(full: string, override?: string | null): string {
  const wanted = override ? cleanName(override) : '';
  return sortKeyOfParts(wanted === '' ? splitName(full) : partsSortedUnder(full, wanted));
}

/** The same key of a name that was taken apart already. */
export function sortKeyOfParts(parts: NameParts): string {
  return partKey(parts.given) + partKey(parts.middle) + partKey(parts.family);
}

/** Key of a plain title or place name, sorted from its first word. */
export function textSortKey(text: string): string {
  return partKey(cleanName(text));
}
