/** Unicode text as old fonts and code pages hold it, for lists that come from old machines. */
import { TCVN3_LETTERS } from '../../shared/text/legacy/tcvn3';
import { vniToUnicode } from '../../shared/text/legacy/vni';
import { windows1258ToUnicode } from '../../shared/text/legacy/windows1258';

const toTcvn3Letter = new Map([...TCVN3_LETTERS].map(([shown, letter]) => [letter, shown]));

/** The characters a .VnTime font needs; toned capitals fall to small letters, as they did. */
export const toTcvn3 = (text: string) =>
  [...text.normalize('NFC')]
    .map((letter) => toTcvn3Letter.get(letter) ?? toTcvn3Letter.get(letter.toLowerCase()) ?? letter)
    .join('');

const toVniLetters = new Map<string, string>();
for (const base of 'aeiouyôödAEIOUYÔÖDñÑíìæóòîÍÌÆÓÒÎ') {
  for (const sign of ['', ...'ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË']) {
    const letter = vniToUnicode(base + sign);
    const known = toVniLetters.get(letter);
    if (
      [...letter].length === 1 &&
      letter !== base + sign &&
      (!known || known.length > base.length + sign.length)
    ) {
      toVniLetters.set(letter, base + sign);
    }
  }
}

/** The characters a VNI-Times font needs. */
export const toVni = (text: string) =>
  [...text.normalize('NFC')].map((letter) => toVniLetters.get(letter) ?? letter).join('');

const to1258 = new Map<string, number>();
for (let byte = 0; byte < 256; byte++) {
  const letter = windows1258ToUnicode(Uint8Array.of(byte));
  if (letter !== '\ufffd' && !to1258.has(letter)) to1258.set(letter, byte);
}

/** Bytes of the Windows-1258 code page: tones follow their letter. */
export function toWindows1258(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of text.normalize('NFC')) {
    const byte = to1258.get(letter);
    if (byte !== undefined) {
      bytes.push(byte);
      continue;
    }
    const parts = letter.normalize('NFD');
    const tone = [...parts].find((part) => '\u0300\u0301\u0303\u0309\u0323'.includes(part)) ?? '';
    const bare = parts.replace(tone, '').normalize('NFC');
    bytes.push(to1258.get(bare) ?? 63);
    if (tone) bytes.push(to1258.get(tone) ?? 63);
  }
  return Uint8Array.from(bytes);
}
