import { placeTone } from './syllable';

const WORD = /[\p{L}\p{M}]+/gu;
const APOSTROPHES = /['’‘ʼ`´]/g;

/**
 * Tone-position normal form: "hoà" and "hòa", "thuỷ" and "thủy" become one spelling (tone on the first
 * vowel of open oa, oe, uy), and a tone set on the wrong letter ("qúy") moves home. Tones and case stay.
 */
export function toneNormal(text: string): string {
  return text.normalize('NFC').replace(WORD, placeTone);
}

const KNOWN_LIMIT = 20_000;
const LONGEST_KNOWN = 12;

/** Makes a key of each word; names and places repeat the same few thousand words, whose keys are remembered. */
function wordByWord(keyOf: (word: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  const remembered = (word: string): string => {
    const own = known.get(word);
    if (own !== undefined) return own;
    const key = keyOf(word);
    if (known.size < KNOWN_LIMIT && word.length <= LONGEST_KNOWN && !/\d/.test(word)) known.set(word, key);
    return key;
  };
  return (text) => {
    let keys = '';
    for (const word of text.split(/\s+/u)) {
      const key = word === '' ? '' : remembered(word);
      if (key !== '') keys = keys === '' ? key : `${keys} ${key}`;
    }
    return keys;
  };
}

/** Lower case, tone-position normal form, no apostrophes, single spaces; tones and đ stay. */
export const toneKey = wordByWord((word) =>
  toneNormal(word.normalize('NFC').toLowerCase().replace(APOSTROPHES, '')),
);

/** Takes every mark off the letters, đ included. */
export function stripMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFC');
}

/** Search key: "Đặng Thị Hoà" and "dang thi hoa" both give "dang thi hoa". */
export const fold = wordByWord((word) => stripMarks(toneKey(word)).toLowerCase());
