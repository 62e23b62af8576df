/** Delimited text: comma, semicolon, tab or bar, whichever divides the lines most evenly. */
import Papa from 'papaparse';
import { AppError } from '../../../shared/contract/errors';
import type { RawCell, RawRow, RawSheet } from '../../../shared/domain/import/raw';
import { rearm } from '../../../shared/text/disarm';
import { MAX_COLUMNS, type SizeGuard } from './limits';

const DELIMITERS = [';', ',', '\t', '|'];

/** Reads the one sheet of a text file; every cell stays text. Errors: FILE_NOT_TABLE, FILE_TOO_LARGE, CANCELLED. */
export function readCsv(text: string, oneColumnAllowed: boolean, guard: SizeGuard): RawSheet {
  refuseBinary(text);
  const directive = /^sep=(.)\r?\n/i.exec(text);
  const body = directive ? text.slice(directive[0].length) : text;
  const delimiter = directive?.[1] ?? guessDelimiter(body);
  if (!delimiter && !oneColumnAllowed) throw new AppError('FILE_NOT_TABLE');
  const rows: RawRow[] = [];
  let line = directive ? 1 : 0;
  Papa.parse<string[]>(body, {
    delimiter: delimiter ?? '\t',
    skipEmptyLines: false,
    step: ({ data }) => {
      line += 1;
      const cells: RawCell[] = [];
      let filled = 0;
      for (let column = 0; column < Math.min(data.length, MAX_COLUMNS); column++) {
        const value = data[column];
        const empty = value === undefined || value.trim() === '';
        cells.push(empty ? null : rearm(keptText(value)));
        if (!empty) filled += 1;
      }
      if (filled === 0) return;
      guard.row(filled);
      rows.push({ line, cells });
    },
  });
  return { name: '', hidden: false, rows, merges: [], legacyFonts: {} };
}

/** `="0351"`: how some programs make a spreadsheet keep a number as text. */
const keptText = (value: string): string =>
  value.startsWith('="') ? value.replace(/^="([^"]*)"$/, '$1') : value;

function refuseBinary(text: string): void {
  const sample = text.slice(0, 65_536);
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code === 0 || code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13)) odd += 1;
  }
  if (odd > sample.length * 0.005) throw new AppError('FILE_NOT_TABLE');
}

/** The delimiter whose count per line is the same on most lines, undefined when none divides anything. */
export function guessDelimiter(text: string): string | undefined {
  const lines = linesOutsideQuotes(text.slice(0, 65_536)).slice(0, 100);
  let best: { delimiter: string; score: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const frequency = new Map<number, number>();
    for (const line of lines) {
      const count = countOutsideQuotes(line, delimiter);
      if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
    }
    for (const [count, times] of frequency) {
      const score = times * times * Math.min(count, 12);
      if (!best || score > best.score) best = { delimiter, score };
    }
  }
  return best?.delimiter;
}

function linesOutsideQuotes(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') quoted = !quoted;
    else if (letter === '\n' && !quoted) {
      if (text.slice(start, at).trim()) lines.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (text.slice(start).trim()) lines.push(text.slice(start));
  return lines;
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at];
    if (letter === '"') quoted = !quoted;
    else if (letter === delimiter && !quoted) count += 1;
  }
  return count;
}
