import { splitTone, withTone } from './alphabet';

const VOWELS = 'aăâeêioôơuưy';
const INITIAL = `ngh|ng|nh|gh|gi(?=[${VOWELS}])|qu(?=[${VOWELS}])|kh|ph|th|tr|ch|[bcdđghklmnpqrstvx]`;
const SHAPE = new RegExp(`^(${INITIAL})?([${VOWELS}]+)(ch|ng|nh|[cmnpt])?$`, 'u');

const OPEN =
  'a|ai|ao|au|ay|âu|ây|e|eo|ê|êu|i|ia|iu|iêu|yêu|o|oi|oa|oai|oay|oao|oe|oeo|ô|ôi|ơ|ơi|u|ua|ui|uê|uơ|uy|uya|uyu|uây|uôi|ư|ưa|ưi|ưu|ươi|ươu|y';
const CLOSED = 'a|ă|â|e|ê|i|iê|yê|y|o|oa|oă|oe|oo|ô|ơ|u|uâ|uê|uô|uy|uyê|ư|ươ';
const OPEN_RIME = new RegExp(`^(?:${OPEN})$`, 'u');
const CLOSED_RIME = new RegExp(`^(?:${CLOSED})$`, 'u');
const SAC = 4;
const NANG = 5;

/** A written syllable taken apart; `letters` have their case and no tone. */
export interface Syllable {
  readonly letters: readonly string[];
  readonly initial: string;
  readonly vowels: string;
  readonly final: string;
  readonly tone: number;
}

/** Reads one word as a Vietnamese syllable by its shape; null when it is not one (Êban, Kbuôr, WHO). */
export function readSyllable(word: string): Syllable | null {
  const letters: string[] = [];
  let tone = 0;
  for (const letter of word.normalize('NFC')) {
    const part = splitTone(letter);
    if (part.tone > 0 && tone > 0) return null;
    tone ||= part.tone;
    letters.push(part.bare);
  }
  const shape = SHAPE.exec(letters.join('').toLowerCase());
  if (!shape) return null;
  return { letters, initial: shape[1] ?? '', vowels: shape[2] ?? '', final: shape[3] ?? '', tone };
}

/** True for a syllable the Kinh spelling allows: known rime, and sắc or nặng before c, ch, p, t. */
export function isKinhSyllable(word: string): boolean {
  const syllable = readSyllable(word);
  if (!syllable) return false;
  if (syllable.final === '') return OPEN_RIME.test(syllable.vowels);
  const stopped = /^(?:c|ch|p|t)$/.test(syllable.final);
  return CLOSED_RIME.test(syllable.vowels) && (!stopped || syllable.tone === SAC || syllable.tone === NANG);
}

function tonePlace(vowels: string, final: string): number {
  for (let at = vowels.length - 1; at >= 0; at -= 1) {
    if ('ăâêôơư'.includes(vowels[at]!)) return at;
  }
  if (vowels.length === 1) return 0;
  if (vowels.length === 2) return final === '' ? 0 : 1;
  return 1;
}

const PLACED = new Map<string, string>();
const PLACED_LIMIT = 20_000;

/** Moves the tone of one syllable to its normal letter: "hoà" and "hòa" are "hòa", "qúy" is "quý". */
export function placeTone(word: string): string {
  const known = PLACED.get(word);
  if (known !== undefined) return known;
  const placed = moveTone(word);
  if (PLACED.size < PLACED_LIMIT) PLACED.set(word, placed);
  return placed;
}

function moveTone(word: string): string {
  const syllable = readSyllable(word);
  if (!syllable || syllable.tone === 0 || syllable.vowels.length < 1 || syllable.vowels.length > 3)
    return word;
  const at = syllable.initial.length + tonePlace(syllable.vowels, syllable.final);
  return syllable.letters.map((letter, i) => (i === at ? withTone(letter, syllable.tone) : letter)).join('');
}
