import { fold, stripMarks, toneKey } from './fold';
import { initials as initialsOf, splitName } from './nameParts';
import { cleanName } from './nfc';

/** What a person typed into a search box, read once and matched against many names. */
export interface NameQuery {
  /** The text as typed, cleaned. */
  readonly text: string;
  /** Words without marks. */
  readonly words: readonly string[];
  /** The same words with the tones as typed, in tone-position normal form. */
  readonly exact: readonly string[];
  /** Digits to look for at the end of a phone, card or identity number; null when none were typed. */
  readonly digits: string | null;
  /** A code with letters and digits, such as a card number, in capitals without signs. */
  readonly code: string | null;
  /** Letters that may be the initials of a name. */
  readonly initials: string | null;
}

const MIN_DIGITS = 3;
const MAX_INITIALS = 7;

/** Digits of a phone or card number, with +84 read as a leading 0. */
export function digitsOf(value: string): string {
  if (/^\d+$/.test(value)) return value;
  return value
    .replace(/[^\d+]/g, '')
    .replace(/^\+84/, '0')
    .replace(/\+/g, '');
}

/** Reads typed text into words, initials, a number tail and a code. */
export function parseQuery(typed: string): NameQuery {
  const text = cleanName(typed);
  const numbers: string[] = [];
  const names: string[] = [];
  let code: string | null = null;
  for (const token of text === '' ? [] : text.split(' ')) {
    if (/^[+\d][\d.\-/]*$/.test(token)) numbers.push(digitsOf(token));
    else {
      names.push(token);
      if (/\d/.test(token))
        code = stripMarks(token)
          .toUpperCase()
          .replace(/[^A-Z0-9]/g, '');
    }
  }
  const joined = numbers.join('');
  const named = names.join(' ');
  const words = fold(named).split(' ').filter(Boolean);
  const single = words.length === 1 ? words[0]! : '';
  return {
    text,
    words,
    exact: toneKey(named).split(' ').filter(Boolean),
    digits: joined.length >= MIN_DIGITS ? joined : null,
    code,
    initials: /^[a-z]+$/.test(single) && single.length >= 2 && single.length <= MAX_INITIALS ? single : null,
  };
}

/** True when a phone, card or identity number ends with the typed digits. */
export function digitsMatch(value: string | null | undefined, query: NameQuery): boolean {
  return query.digits !== null && value != null && digitsOf(value).endsWith(query.digits);
}

type Same = (nameWord: string, queryWord: string, isLast: boolean) => boolean;
const whole: Same = (name, wanted) => name === wanted;
const lastPrefix: Same = (name, wanted, isLast) => (isLast ? name.startsWith(wanted) : name === wanted);
const prefix: Same = (name, wanted) => name.startsWith(wanted);

/** Finds a different name word for each query word: 0 in order, 1 in another order, null not at all. */
function matchWords(name: readonly string[], query: readonly string[], same: Same): 0 | 1 | null {
  let from = 0;
  const inOrder = query.every((word, i) => {
    const at = name.findIndex((candidate, j) => j >= from && same(candidate, word, i === query.length - 1));
    from = at + 1;
    return at >= 0;
  });
  if (inOrder) return 0;
  const left = [...name];
  const anyOrder = query.every((word, i) => {
    const at = left.findIndex((candidate) => same(candidate, word, i === query.length - 1));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return anyOrder ? 1 : null;
}

type Tier = readonly [tier: number, order: 0 | 1];

/** Same words with and without tones; the tones are read only of names that match without them. */
function matchWholeWords(name: string, folded: readonly string[], query: NameQuery): Tier | null {
  const begun = matchWords(folded, query.words, prefix);
  if (begun === null) return null;
  const exact = toneKey(name).split(' ');
  const trials: readonly (readonly [readonly string[], readonly string[], Same])[] = [
    [exact, query.exact, whole],
    [exact, query.exact, lastPrefix],
    [folded, query.words, whole],
  ];
  for (const [tier, [words, wanted, same]] of trials.entries()) {
    const order = matchWords(words, wanted, same);
    if (order !== null) return [tier, order];
  }
  return [3, begun];
}

function matchTier(name: string, folded: string, query: NameQuery): Tier | null {
  const words = folded.split(' ');
  const match = matchWholeWords(name, words, query);
  if (match) return match;
  if (query.initials !== null) {
    const own = /['’‘ʼ-]/.test(name) ? initialsOf(name) : words.map((word) => word.charAt(0)).join('');
    if (own === query.initials) return [4, 0];
    if (own.endsWith(query.initials)) return [5, 0];
  }
  const joined = query.words.join('');
  if (words.some((_, at) => words.slice(at).join('').startsWith(joined))) return [6, 0];
  return query.words.every((word) => folded.includes(word)) ? [6, 1] : null;
}

/** Folded given name: the last word, save for highland names with a marker and a clan last. */
function givenKey(name: string, folded: string): string {
  if (/^[yhk][\s'’‘ʼ]/i.test(name)) return fold(splitName(name).given);
  return folded.slice(folded.lastIndexOf(' ') + 1);
}

/**
 * How well a name answers a query: 0 is best, null is no match. Same tones and whole words come first,
 * then the same letters without tones, beginnings of words, initials, and last a part of a word; within
 * each, words in the typed order and a hit on the given name come first. An empty query matches all alike.
 * `folded` may be the stored search key, to spare the folding.
 */
export function matchRank(name: string, query: NameQuery, folded: string = fold(name)): number | null {
  if (query.words.length === 0) return query.text === '' ? 0 : null;
  const match = matchTier(name, folded, query);
  if (!match) return null;
  const last = query.words[query.words.length - 1]!;
  const givenHit = givenKey(name, folded).startsWith(last) ? 0 : 1;
  return match[0] * 4 + match[1] * 2 + givenHit;
}
