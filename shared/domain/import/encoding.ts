/** Columns typed in fonts of the time before Unicode, and their text as Unicode. */
import { decodeLegacy, detectLegacy, type TextEncodingName } from '../../text/legacy/detect';
import { cellText, type RawCell, type RawRow, type RawSheet } from './raw';

export { TEXT_ENCODINGS, type TextEncodingName } from '../../text/legacy/detect';

const SAMPLE_ROWS = 300;
/** Fewer texts with marks than this do not outvote the rest of the sheet. */
const MIN_TELLING = 8;

/** Encoding of every column, judged by its letters; the font it is set in and its neighbours break a tie. */
export function columnEncodings(sheet: RawSheet): TextEncodingName[] {
  const texts: string[][] = [];
  for (const row of sheet.rows.slice(0, SAMPLE_ROWS)) {
    row.cells.forEach((cell, column) => {
      if (typeof cell !== 'string') return;
      let list = texts[column];
      if (!list) {
        list = [];
        texts[column] = list;
      }
      list.push(cell);
    });
  }
  const whole = detectLegacy(texts.flat());
  const base = whole.confidence > 0.2 ? whole.encoding : 'unicode';
  return Array.from(texts, (list, column) => {
    const font = sheet.legacyFonts[column];
    const byFont: TextEncodingName | undefined = font ? (/^vni/i.test(font) ? 'vni' : 'tcvn3') : undefined;
    const telling = list?.filter((text) => /[\u0080-\uffff]/.test(text) && !/\d/.test(text)) ?? [];
    if (telling.length < MIN_TELLING && telling.length < sheet.rows.length / 2) return byFont ?? base;
    const own = detectLegacy(telling);
    return own.confidence >= (base === 'unicode' ? 0.25 : 0.6) ? own.encoding : (byFont ?? base);
  });
}

const CHUNK = 6;
const CHUNKS = 40;

/** Columns, among `columns`, whose rows were typed in different fonts: one of them is misread all through. */
export function mixedColumns(rows: readonly RawRow[], columns: readonly number[]): number[] {
  const step = Math.max(CHUNK, Math.floor(rows.length / CHUNKS));
  return columns.filter((column) => {
    const found = new Set<TextEncodingName>();
    for (let from = 0; from < rows.length; from += step) {
      const texts = rows.slice(from, from + CHUNK).flatMap(({ cells }) => {
        const cell = cells[column];
        return typeof cell === 'string' && /[\u0080-\uffff]/.test(cell) && !/\d/.test(cell) ? [cell] : [];
      });
      if (texts.length < 3) continue;
      const { encoding, confidence } = detectLegacy(texts);
      if (confidence > 0.4) found.add(encoding);
    }
    return found.size > 1;
  });
}

/** A letter that neither old font shows: the text is Unicode already, whatever its column is. */
const BEYOND_OLD_FONTS = /[\u0100-\u02c5\u02c8-\u03bb\u03bd-\u1fff]/;

/** Whether a text may be typed in an old font: letters beyond ASCII, none that only Unicode has. */
export const isOldText = (text: string) => /[\u0080-\uffff]/.test(text) && !BEYOND_OLD_FONTS.test(text);

/** The text as composed Unicode; a Unicode value inside an old column stays as it is. */
export function decodeText(text: string, encoding: TextEncodingName): string {
  if (encoding === 'unicode') return text.normalize('NFC');
  if (!/[\u0080-\uffff]/.test(text) || BEYOND_OLD_FONTS.test(text)) return text.normalize('NFC');
  return decodeLegacy(text, encoding);
}

/** Text of a cell as composed Unicode with single spaces. */
export function readText(cell: RawCell | undefined, encoding: TextEncodingName): string {
  const text = cellText(cell);
  return text === '' ? '' : tidy(decodeText(text, encoding));
}

/** Single spaces, nothing invisible, nothing at the ends. */
export function tidy(text: string): string {
  if (!/\s\s|^\s|\s$|[\t\r\n\u00a0\u200b-\u200d\u2060\ufeff]/.test(text)) return text;
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
