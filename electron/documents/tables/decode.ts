/** Which encoding a text file is in, and its text. */
import { detectLegacy } from '../../../shared/text/legacy/detect';
import { windows1258ToUnicode } from '../../../shared/text/legacy/windows1258';

export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'latin1';
  /** True when the bytes do not say it and the letters decided. */
  guessed: boolean;
}

/** The file's text: byte-order mark first, then what a page declares, then what the bytes allow. */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return sure('utf-8', bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return sure('utf-16le', bytes.subarray(2));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return sure('utf-16be', bytes.subarray(2));
  const wide = wideOrder(bytes);
  if (wide) return { ...sure(wide, bytes), guessed: true };
  if (declared && /1258/.test(declared)) {
    return { text: windows1258ToUnicode(bytes), encoding: 'windows-1258', guessed: false };
  }
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
      guessed: false,
    };
  } catch {
    return oldCodePage(bytes);
  }
}

function sure(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed: false };
}

/** Text without a mark in which every other byte is mostly zero is UTF-16. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at++) if (bytes[at] === 0) at % 2 === 0 ? even++ : odd++;
  if (odd > length * 0.2 && even < length * 0.02) return 'utf-16le';
  if (even > length * 0.2 && odd < length * 0.02) return 'utf-16be';
  return undefined;
}

/** Windows-1258 text, or the bytes of a TCVN3 or VNI font, which the columns will show. */
function oldCodePage(bytes: Uint8Array): DecodedText {
  const windows = windows1258ToUnicode(bytes);
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const sample = (text: string) => text.slice(0, 20_000).split(/[\r\n;,\t]+/);
  const asFont = detectLegacy(sample(latin));
  const asWindows = detectLegacy(sample(windows));
  const fontWins =
    (asFont.encoding === 'tcvn3' || asFont.encoding === 'vni') &&
    (asWindows.encoding !== 'unicode' || asFont.confidence > asWindows.confidence);
  return fontWins
    ? { text: latin, encoding: 'latin1', guessed: true }
    : { text: windows, encoding: 'windows-1258', guessed: true };
}
