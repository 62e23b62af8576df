/** Wording and figures as papers print them. */
import type { BasisBlock, Inline, Run, Signer } from './paper';

/** NFC, without control characters other than the line break: what a font and Word can take. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}

export function runsOf(text: Inline, style: { bold?: boolean; italic?: boolean } = {}): Run[] {
  const runs = typeof text === 'string' ? [{ text }] : text;
  return runs.map((run) => ({
    text: printable(run.text),
    bold: (run as Run).bold ?? style.bold ?? false,
    italic: (run as Run).italic ?? style.italic ?? false,
  }));
}

/** A short name in quotation marks is not parted at the end of a line. */
export const heldTogether = (text: string): string =>
  text.replace(/“[^”]{1,32}”/g, (quoted) => quoted.replaceAll(' ', '\u00a0'));

export function plainText(text: Inline): string {
  return runsOf(text)
    .map((run) => run.text)
    .join('');
}

export function upper(text: string): string {
  return printable(text).toLocaleUpperCase('vi');
}

/** Capitals that fit a heading column of 72 mm at 12 pt. */
const LONGEST_HEADING_LINE = 27;
const UNION_PREFIX = /^(CÔNG ĐOÀN CƠ SỞ|CÔNG ĐOÀN BỘ PHẬN)\s+/;

/** The break that makes two lines most equal, the first being the longer of two equal choices. */
function inTwo(text: string): string[] {
  const words = text.split(' ');
  let best: string[] = [text];
  let least = Number.POSITIVE_INFINITY;
  for (let i = words.length - 1; i > 0; i--) {
    const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    const longest = Math.max(...lines.map((line) => line.length));
    if (longest < least) {
      least = longest;
      best = lines;
    }
  }
  return best;
}

function balanced(text: string): string[] {
  return text.length <= LONGEST_HEADING_LINE ? [text] : inTwo(text);
}

/** Lines of a body in the heading, in capitals; a long union name breaks after "CÔNG ĐOÀN CƠ SỞ". */
export function bodyLines(body: string): string[] {
  const text = upper(body).trim();
  const parts = text.length <= LONGEST_HEADING_LINE ? [text] : text.replace(UNION_PREFIX, '$1\n').split('\n');
  return parts
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '')
    .flatMap(balanced);
}

/** "Số: 05/BC-CĐCS": a number below ten has a leading zero; a missing one leaves room to write it. */
export function numberLine(number: string): string {
  const text = printable(number).trim();
  if (/^\d(?!\d)/.test(text)) return `Số: 0${text}`;
  return /^\d/.test(text) ? `Số: ${text}` : `Số: ${'\u00a0'.repeat(10)}${text}`;
}

const ROOM = '\u00a0'.repeat(6);

/** "ngày 05 tháng 01 năm 2026": zero before days below ten and months 1 and 2; unknown parts are left blank. */
export function longDate(date: string | null): string {
  const [year, month, day] = (date ?? '').split('-');
  const dayText = day ?? ROOM;
  const monthText = month ? (Number(month) < 3 ? month : String(Number(month))) : ROOM;
  return `ngày ${dayText} tháng ${monthText} năm ${year || ROOM}`;
}

/** "Suối Mơ, ngày 20 tháng 11 năm 2026". */
export function placeDateLine(place: string | null, date: string | null): string {
  const text = longDate(date);
  return place ? `${printable(place)}, ${text}` : `${text[0]?.toUpperCase()}${text.slice(1)}`;
}

/** Thousands with ".", decimals with ","; null is blank, never 0. */
export function figure(value: number | null | undefined): string {
  if (value === null || value === undefined) return '';
  const [whole = '', decimals] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${decimals ? `,${decimals}` : ''}`;
}

/** Two digits for small counts: 04 tập thể. */
export function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : figure(count);
}

/** Lines of căn cứ, each closed with ";" and the last with ".". */
export function basisLines(block: BasisBlock): string[] {
  const lines = block.lines.map((line) =>
    printable(line)
      .trim()
      .replace(/[;.,\s]+$/, ''),
  );
  const filled = lines.filter((line) => line !== '');
  return filled.map((line, i) => `${line}${i === filled.length - 1 ? '.' : ';'}`);
}

/** Lines of Nơi nhận: "- Như Điều 3;", the last ends with ".". */
export function recipientLines(lines: readonly string[]): string[] {
  const filled = lines.map((line) =>
    printable(line)
      .trim()
      .replace(/^-\s*/, '')
      .replace(/[;.\s]+$/, ''),
  );
  return filled.map((line, i) => `- ${line}${i === filled.length - 1 ? '.' : ';'}`);
}

/** Signers with as many lines above each name, so that the names stand on one line. */
export function levelSigners(signers: readonly Signer[]): Signer[] {
  const most = Math.max(...signers.map((one) => one.authority.length));
  return signers.map((one) => ({
    ...one,
    authority: [...one.authority, ...new Array<string>(most - one.authority.length).fill(' ')],
  }));
}
