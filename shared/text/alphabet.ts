/** Letters in Vietnamese dictionary order; f, j, w, z keep their Latin places. */
export const ALPHABET: readonly string[] = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];

/** Tones (thanh) in dictionary order: ngang, huyền, hỏi, ngã, sắc, nặng. */
export const TONES = ['ngang', 'huyền', 'hỏi', 'ngã', 'sắc', 'nặng'] as const;

/** Combining marks of the tones, at the index of the tone in {@link TONES}; ngang has none. */
export const TONE_MARKS: readonly string[] = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** One letter taken apart: the letter without its tone (ê, ơ, đ stay) and the index of the tone. */
export interface TonedLetter {
  readonly bare: string;
  readonly tone: number;
}

const KNOWN_LETTERS = new Map<string, TonedLetter>();
const KNOWN_LIMIT = 1000;

/** Takes the tone off one composed letter: "ệ" is "ê" and nặng. */
export function splitTone(letter: string): TonedLetter {
  const known = KNOWN_LETTERS.get(letter);
  if (known) return known;
  const parts = takeApart(letter);
  if (KNOWN_LETTERS.size < KNOWN_LIMIT) KNOWN_LETTERS.set(letter, parts);
  return parts;
}

function takeApart(letter: string): TonedLetter {
  const parts = letter.normalize('NFD');
  for (let tone = 1; tone < TONE_MARKS.length; tone += 1) {
    const mark = TONE_MARKS[tone]!;
    if (parts.includes(mark)) return { bare: parts.replace(mark, '').normalize('NFC'), tone };
  }
  return { bare: parts.normalize('NFC'), tone: 0 };
}

/** Puts a tone on one letter that has none. */
export function withTone(bare: string, tone: number): string {
  return (bare + (TONE_MARKS[tone] ?? '')).normalize('NFC');
}
