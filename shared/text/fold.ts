import { collapseSpaces } from './nfc';
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

/** Lower case, tone-position normal form, no apostrophes, single spaces; tones and đ stay. */
export function toneKey(text: string): string {
  const lower = text.normalize('NFC').toLowerCase().replace(APOSTROPHES, '');
  return collapseSpaces(toneNormal(lower));
}

/** Takes every mark off the letters, đ included. */
export function stripMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFC');
}

/** Search key: "Đặng Thị Hoà" and "dang thi hoa" both give "dang thi hoa". */
export function fold(text: string): string {
  return collapseSpaces(stripMarks(toneKey(text)).toLowerCase());
}
