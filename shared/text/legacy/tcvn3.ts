import { cleanName, titleCaseName } from '../nfc';

const SMALL =
  'à=b5 ả=b6 ã=b7 á=b8 ạ=b9 ằ=bb ẳ=bc ẵ=bd ắ=be ặ=c6 ầ=c7 ẩ=c8 ẫ=c9 ấ=ca ậ=cb è=cc ẻ=ce ẽ=cf é=d0 ẹ=d1 ' +
  'ề=d2 ể=d3 ễ=d4 ế=d5 ệ=d6 ì=d7 ỉ=d8 ĩ=dc í=dd ị=de ò=df ỏ=e1 õ=e2 ó=e3 ọ=e4 ồ=e5 ổ=e6 ỗ=e7 ố=e8 ộ=e9 ' +
  'ờ=ea ở=eb ỡ=ec ớ=ed ợ=ee ù=ef ủ=f1 ũ=f2 ú=f3 ụ=f4 ừ=f5 ử=f6 ữ=f7 ứ=f8 ự=f9 ỳ=fa ỷ=fb ỹ=fc ý=fd ỵ=fe ' +
  'ă=a8 â=a9 ê=aa ô=ab ơ=ac ư=ad đ=ae';
const CAPITALS = 'Ă=a1 Â=a2 Ê=a3 Ô=a4 Ơ=a5 Ư=a6 Đ=a7';

/** TCVN 5712 VN3, the encoding of the .Vn (ABC) fonts: from the character Windows shows to the letter meant. */
export const TCVN3_LETTERS: ReadonlyMap<string, string> = new Map([
  ...`${SMALL} ${CAPITALS}`.split(' ').map((pair): [string, string] => {
    const [letter = '', code = ''] = pair.split('=');
    return [String.fromCharCode(Number.parseInt(code, 16)), letter];
  }),
  ['\u03bc', 'à'],
]);

/** How the text was set. */
export interface Tcvn3Options {
  /** The text was in a capitals font (.VnTimeH, .VnArialH …), which shows every letter as a capital. */
  readonly capitals?: boolean;
}

/** Letters typed for an ABC font, as Unicode. Characters outside the table stay. */
export function tcvn3ToUnicode(text: string, options: Tcvn3Options = {}): string {
  const decoded = Array.from(text, (letter) => TCVN3_LETTERS.get(letter) ?? letter)
    .join('')
    .normalize('NFC');
  return options.capitals ? decoded.toUpperCase().normalize('NFC') : decoded;
}

/** True for the name of an ABC font whose small letters are drawn as capitals. */
export function isCapitalsFont(font: string): boolean {
  return /^\.vn.*h$/i.test(font.trim());
}

/** True when every small letter bears a tone, the only letters TCVN3 has no capital for. */
function onlyTonedAreSmall(text: string): boolean {
  const small = text.match(/\p{Ll}/gu) ?? [];
  return small.every((letter) => /[\u0300\u0301\u0303\u0309\u0323]/u.test(letter.normalize('NFD')));
}

/**
 * Gives names back the capitals TCVN3 could not hold: a toned letter that begins a word ("ý" is "Ý"), and
 * a name typed in capitals whose toned letters came out small ("NGUYễN THị HOA" is "Nguyễn Thị Hoa").
 */
export function repairNameCapitals(text: string): string {
  const name = cleanName(text);
  if (/\p{Lu}{2}/u.test(name) && onlyTonedAreSmall(name)) return titleCaseName(name);
  return name.replace(
    /(^|[\s-])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
