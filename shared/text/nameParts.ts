import { fold, toneKey } from './fold';
import { cleanName } from './nfc';
import { isKinhSyllable } from './syllable';

/** A name taken apart: họ, tên đệm, tên. Always a proposal that a person may correct. */
export interface NameParts {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}

/** Highland clan names that look like Kinh syllables; other clans show by their spelling. */
const CLANS = new Set(['siu', 'nay']);
const TWO_WORD_FAMILIES = new Set([
  'tôn thất',
  'tôn nữ',
  'rơ châm',
  'rah lan',
  'rơ mah',
  'buôn yă',
  'buôn krông',
]);
/** Sex markers before the given name: Ê Đê Y (men) and H' (women), Cơ Ho K' (men). */
const MARKER = /^(?:y|h|[hk]['’‘ʼ])$/iu;
const JOINED_MARKER = /^([hk]['’‘ʼ])(\p{L}.*)$/iu;

function isClan(word: string): boolean {
  return CLANS.has(toneKey(word)) || !isKinhSyllable(word);
}

function parts(family: readonly string[], middle: readonly string[], given: string): NameParts {
  return { family: family.join(' '), middle: middle.join(' '), given };
}

/** Highland order: marker, given name, clan last ("Y Bảo Niê", "H'Hen Niê"). */
function splitMarked(marker: string, rest: readonly string[]): NameParts {
  let named = rest.length;
  const lastTwo = rest.slice(-2).map(toneKey).join(' ');
  if (rest.length > 2 && TWO_WORD_FAMILIES.has(lastTwo)) named -= 2;
  else while (named > 1 && isClan(rest[named - 1]!)) named -= 1;
  return parts(rest.slice(named), [marker, ...rest.slice(0, named - 1)], rest[named - 1]!);
}

function splitKinh(words: readonly string[]): NameParts {
  const last = words[words.length - 1]!;
  const firstTwo = words.slice(0, 2).map(toneKey).join(' ');
  const familyLength = words.length > 2 && TWO_WORD_FAMILIES.has(firstTwo) ? 2 : 1;
  const family = words.slice(0, familyLength);
  const middle = words.slice(familyLength, -1);
  const joined = JOINED_MARKER.exec(last);
  return joined ? parts(family, [...middle, joined[1]!], joined[2]!) : parts(family, middle, last);
}

/**
 * Proposes family, middle and given name. Kinh order is family first and one-syllable given name last;
 * with the markers Y, H' or K' a clan name at the end is the family ("Y Bảo Niê" is sorted under Bảo).
 */
export function splitName(full: string): NameParts {
  const words = cleanName(full).split(' ');
  const first = words[0] ?? '';
  if (first === '') return { family: '', middle: '', given: '' };
  const joined = JOINED_MARKER.exec(first);
  if (joined) return splitMarked(joined[1]!, [joined[2]!, ...words.slice(1)]);
  if (words.length === 1) return { family: '', middle: '', given: first };
  if (MARKER.test(first)) return splitMarked(first, words.slice(1));
  return splitKinh(words);
}

/** First letters of all words without marks: "Nguyễn Thị Hoa Anh" gives "ntha", "H'Hen Niê" gives "hhn". */
export function initials(full: string): string {
  return cleanName(full)
    .split(/[\s'’‘ʼ-]+/u)
    .map((word) => fold(word).charAt(0))
    .join('');
}
