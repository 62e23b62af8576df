import { isKinhSyllable } from '../syllable';
import { TCVN3_LETTERS, tcvn3ToUnicode } from './tcvn3';
import { vniToUnicode } from './vni';
import { windows1258Text } from './windows1258';

/** Ways Vietnamese was typed before Unicode, and Unicode itself. */
export const TEXT_ENCODINGS = ['unicode', 'tcvn3', 'vni', 'windows-1258'] as const;
export type TextEncodingName = (typeof TEXT_ENCODINGS)[number];

/** The likely encoding of a set of texts, and how sure it is from 0 to 1. */
export interface Detection {
  readonly encoding: TextEncodingName;
  readonly confidence: number;
}

const BEYOND_ASCII = /[\u0080-\u{10ffff}]/u;
const TYPOGRAPHIC = /[\u2010-\u2027\u2030-\u205e]/gu;

/** Words that tell encodings apart: those with letters beyond ASCII. */
function tellingWords(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) =>
      text
        .normalize('NFC')
        .replace(TYPOGRAPHIC, ' ')
        .split(/[\s,.;:()[\]/"'+\-0-9]+/u),
    )
    .filter((word) => BEYOND_ASCII.test(word));
}

function fitsTcvn3(word: string): boolean {
  const known = Array.from(word).every((letter) => !BEYOND_ASCII.test(letter) || TCVN3_LETTERS.has(letter));
  return known && isKinhSyllable(tcvn3ToUnicode(word));
}

function fitsVni(word: string): boolean {
  const meant = vniToUnicode(word);
  return meant !== word && !/[\u0100-\u{10ffff}]/u.test(word) && isKinhSyllable(meant);
}

function fitsWindows1258(word: string): boolean {
  if (/[\u0100-\u0151\u0154-\u0177\u1e00-\u1fff]/.test(word)) return false;
  const meant = windows1258Text(word);
  return meant !== word && isKinhSyllable(meant);
}

/**
 * Which encoding makes most of the words Vietnamese syllables; Unicode wins a tie. Give it a whole
 * column: one word alone may read well in two encodings ("Lê" is also TCVN3 for "Lờ").
 */
export function detectLegacy(texts: readonly string[]): Detection {
  const words = tellingWords(texts);
  if (words.length === 0) return { encoding: 'unicode', confidence: 1 };
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const share = (fits: (word: string) => boolean): number => {
    let fitting = 0;
    for (const [word, count] of counts) if (fits(word)) fitting += count;
    return fitting / words.length;
  };
  const scores: readonly (readonly [TextEncodingName, number])[] = [
    ['unicode', share(isKinhSyllable)],
    ['tcvn3', share(fitsTcvn3)],
    ['vni', share(fitsVni)],
    ['windows-1258', share(fitsWindows1258)],
  ];
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [best, second] = [ranked[0]!, ranked[1]!];
  return { encoding: best[1] === 0 ? 'unicode' : best[0], confidence: best[1] - second[1] };
}

/** The text as Unicode, from the encoding it was typed in. */
export function decodeLegacy(text: string, encoding: TextEncodingName): string {
  if (encoding === 'tcvn3') return tcvn3ToUnicode(text);
  if (encoding === 'windows-1258') return windows1258Text(text);
  return encoding === 'vni' ? vniToUnicode(text) : text.normalize('NFC');
}
