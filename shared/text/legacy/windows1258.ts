/** What bytes 0x80–0x9F mean; the undefined ones are kept as U+FFFD. */
const HIGH_CONTROLS = '€\ufffd‚ƒ„…†‡ˆ‰\ufffd‹Œ\ufffd\ufffd\ufffd\ufffd‘’“”•–—˜™\ufffd›œ\ufffd\ufffdŸ';
const OWN_LETTERS: ReadonlyMap<number, string> = new Map([
  [0xc3, 'Ă'],
  [0xcc, '\u0300'],
  [0xd0, 'Đ'],
  [0xd2, '\u0309'],
  [0xd5, 'Ơ'],
  [0xdd, 'Ư'],
  [0xde, '\u0303'],
  [0xe3, 'ă'],
  [0xec, '\u0301'],
  [0xf0, 'đ'],
  [0xf2, '\u0323'],
  [0xf5, 'ơ'],
  [0xfd, 'ư'],
  [0xfe, '₫'],
]);

function letterOf(byte: number): string {
  if (byte >= 0x80 && byte <= 0x9f) return HIGH_CONTROLS.charAt(byte - 0x80);
  return OWN_LETTERS.get(byte) ?? String.fromCharCode(byte);
}

/** Windows-1258 bytes as composed text; the code page writes tones as separate marks. */
export function windows1258ToUnicode(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += letterOf(byte);
  return text.normalize('NFC');
}

/** Letters that code page 1252 shows for the bytes 0x80–0x9F. */
const SHOWN_1252 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** Text whose Windows-1258 bytes were once read as Western European ("NguyÞn"), as it was meant. */
export function windows1258Text(text: string): string {
  let meant = '';
  for (const letter of text.normalize('NFC')) {
    const code = letter.charCodeAt(0);
    const high = code > 0xff ? SHOWN_1252.indexOf(letter) : -1;
    meant += high >= 0 ? letterOf(0x80 + high) : code > 0xff ? letter : letterOf(code);
  }
  return meant.normalize('NFC');
}
