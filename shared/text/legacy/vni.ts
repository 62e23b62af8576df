const TONE_SIGNS: readonly (readonly [sign: string, mark: string])[] = [
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
];
/** Second characters that mean a circumflex, alone or with a tone (after a, e, o). */
const HAT_SIGNS: readonly (readonly [sign: string, mark: string])[] = [
  ['â', ''],
  ['á', '\u0301'],
  ['à', '\u0300'],
  ['å', '\u0309'],
  ['ã', '\u0303'],
  ['ä', '\u0323'],
];
/** Second characters that mean a breve, alone or with a tone (after a). */
const BREVE_SIGNS: readonly (readonly [sign: string, mark: string])[] = [
  ['ê', ''],
  ['é', '\u0301'],
  ['è', '\u0300'],
  ['ú', '\u0309'],
  ['ü', '\u0303'],
  ['ë', '\u0323'],
];
const SINGLES = 'í=í ì=ì æ=ỉ ó=ĩ ò=ị î=ỵ ô=ơ ö=ư ñ=đ';

function buildPairs(): Map<string, string> {
  const pairs = new Map<string, string>();
  const add = (base: string, sign: string, letter: string): void => {
    const composed = letter.normalize('NFC');
    const capital = composed.toUpperCase().normalize('NFC');
    pairs.set(base + sign, composed);
    pairs.set(base.toUpperCase() + sign.toUpperCase(), capital);
    pairs.set(base.toUpperCase() + sign, capital);
  };
  for (const base of ['a', 'e', 'i', 'o', 'u', 'y'])
    for (const [sign, mark] of TONE_SIGNS) add(base, sign, base + mark);
  for (const [base, bare] of [
    ['ô', 'ơ'],
    ['ö', 'ư'],
  ] as const) {
    for (const [sign, mark] of TONE_SIGNS) add(base, sign, bare + mark);
  }
  for (const base of ['a', 'e', 'o'])
    for (const [sign, mark] of HAT_SIGNS) add(base, sign, `${base}\u0302${mark}`);
  for (const [sign, mark] of BREVE_SIGNS) add('a', sign, `a\u0306${mark}`);
  return pairs;
}

const PAIRS = buildPairs();
const SINGLE_LETTERS = new Map(
  SINGLES.split(' ').flatMap((pair): [string, string][] => {
    const [sign = '', letter = ''] = pair.split('=');
    return [
      [sign, letter],
      [sign.toUpperCase(), letter.toUpperCase()],
    ];
  }),
);

/** Letters typed for a VNI- font (a base letter and its marks as two characters), as Unicode. */
export function vniToUnicode(text: string): string {
  const letters = Array.from(text.normalize('NFC'));
  let out = '';
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at]!;
    const pair = PAIRS.get(letter + (letters[at + 1] ?? ''));
    if (pair !== undefined) {
      out += pair;
      at += 1;
    } else out += SINGLE_LETTERS.get(letter) ?? letter;
  }
  return out.normalize('NFC');
}
