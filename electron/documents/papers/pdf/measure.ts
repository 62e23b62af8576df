/** Words, lines and their widths in points: greedy line breaking with Vietnamese joins, justified drawing. */
import type { Align, Run } from '../paper';

export type FontKey = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** What is needed of pdfkit. */
export type Pen = PDFKit.PDFDocument;

export const PT_PER_MM = 72 / 25.4;
export const mm = (value: number): number => value * PT_PER_MM;

/** Metrics of Tinos in units of the font size. */
export const ASCENT = 0.891;
export const NATURAL_LINE = 1.149;

interface Piece {
  text: string;
  font: FontKey;
  width: number;
}

interface Word {
  pieces: Piece[];
  width: number;
  /** Width of the space after it. */
  space: number;
  /** A forced line break follows. */
  ends: boolean;
}

export interface Line {
  words: Word[];
  width: number;
  /** Last of its paragraph: never stretched. */
  last: boolean;
}

export interface Measurer {
  width(text: string, font: FontKey, size: number): number;
}

export function createMeasurer(pen: Pen): Measurer {
  const widths = new Map<string, number>();
  return {
    width(text, font, size) {
      const key = `${font}|${text}`;
      let unit = widths.get(key);
      if (unit === undefined) {
        unit = pen.font(font).fontSize(100).widthOfString(text) / 100;
        widths.set(key, unit);
      }
      return unit * size;
    },
  };
}

function fontOf(run: Run): FontKey {
  if (run.bold) return run.italic ? 'boldItalic' : 'bold';
  return run.italic ? 'italic' : 'regular';
}

function splitWords(runs: readonly Run[], size: number, measurer: Measurer): Word[] {
  const words: Word[] = [];
  let word: Word = { pieces: [], width: 0, space: 0, ends: false };
  const close = (ends: boolean, font: FontKey) => {
    if (word.pieces.length === 0 && !ends) return;
    word.space = measurer.width(' ', font, size);
    word.ends = ends;
    words.push(word);
    word = { pieces: [], width: 0, space: 0, ends: false };
  };
  for (const run of runs) {
    const font = fontOf(run);
    for (const token of run.text.split(/([ \n])/)) {
      if (token === '\n') close(true, font);
      else if (token === ' ') close(false, font);
      else if (token !== '') {
        const width = measurer.width(token, font, size);
        word.pieces.push({ text: token, font, width });
        word.width += width;
      }
    }
  }
  close(false, 'regular');
  return words;
}

const wordText = (word: Word): string => word.pieces.map((p) => p.text).join('');

const BEFORE_NUMBER = /^(ngày|tháng|năm|quý|số|điều|khoản|điểm|tờ|bảng)$/i;
const AFTER_NUMBER =
  /^(đồng|đ|người|suất|lượt|đoàn|tập|cá|đơn|buổi|cuộc|lớp|văn|điểm|%|triệu|tỷ|đại|tháng|năm)[,.;:)]*$/i;

/** No line break between these two words: "ngày 5", "Điều 1", "68 %", and never before a dash. */
function joined(word: Word, next: Word): boolean {
  const a = wordText(word);
  const b = wordText(next);
  if (/^[–—-]$/.test(b) || /^%/.test(b)) return true;
  if (/[≥≤<>]$/.test(a)) return true;
  if (BEFORE_NUMBER.test(a) && /^\d/.test(b)) return true;
  return /^\(?[\d.,/]+$/.test(a) && AFTER_NUMBER.test(b);
}

/** Cuts a word that is wider than the line (a long file name) into pieces that fit. */
function cutWord(word: Word, width: number, size: number, measurer: Measurer): Word[] {
  const parts: Word[] = [];
  let part: Word = { pieces: [], width: 0, space: 0, ends: false };
  for (const piece of word.pieces) {
    for (const letter of Array.from(piece.text)) {
      const w = measurer.width(letter, piece.font, size);
      if (part.width + w > width && part.pieces.length > 0) {
        parts.push(part);
        part = { pieces: [], width: 0, space: 0, ends: false };
      }
      part.pieces.push({ text: letter, font: piece.font, width: w });
      part.width += w;
    }
  }
  parts.push({ ...part, space: word.space, ends: word.ends });
  return parts;
}

/** Breaks text into lines no wider than `width` (the first one less `indent`). Empty text gives one empty line. */
export function breakLines(
  runs: readonly Run[],
  options: { size: number; width: number; indent?: number },
  measurer: Measurer,
): Line[] {
  const { size, width } = options;
  const words = splitWords(runs, size, measurer).flatMap((w) =>
    w.width > width ? cutWord(w, width, size, measurer) : [w],
  );
  const lines: Line[] = [];
  let current: Word[] = [];
  let used = options.indent ?? 0;
  const flush = (last: boolean) => {
    const natural = current.reduce((sum, w, i) => sum + w.width + (i < current.length - 1 ? w.space : 0), 0);
    lines.push({ words: current, width: natural, last });
    current = [];
    used = 0;
  };
  for (const word of words) {
    if (current.length > 0 && used + word.width > width + 0.01) {
      const carried: Word[] = [];
      while (current.length > 1 && joined(current[current.length - 1]!, carried[0] ?? word)) {
        carried.unshift(current.pop()!);
      }
      flush(false);
      current = carried;
      used = carried.reduce((sum, w) => sum + w.width + w.space, 0);
    }
    current.push(word);
    used += word.width + word.space;
    if (word.ends) flush(true);
  }
  if (current.length > 0 || lines.length === 0) flush(true);
  return lines;
}

const BALANCE_STEPS = 8;

/** As `breakLines`, with lines of nearly equal length: for titles and other centred text. */
export function breakBalanced(
  runs: readonly Run[],
  options: { size: number; width: number },
  measurer: Measurer,
): Line[] {
  let best = breakLines(runs, options, measurer);
  const count = best.length;
  if (count === 1) return best;
  let tooNarrow = options.width / 2;
  let enough = options.width;
  for (let i = 0; i < BALANCE_STEPS; i++) {
    const width = (tooNarrow + enough) / 2;
    const lines = breakLines(runs, { ...options, width }, measurer);
    if (lines.length > count) tooNarrow = width;
    else {
      best = lines;
      enough = width;
    }
  }
  return best;
}

export interface LinePlace {
  x: number;
  baseline: number;
  width: number;
  size: number;
  align: Align;
}

/** A justified line is not stretched beyond this many times its natural space. */
const MOST_STRETCH = 5;

function drawText(pen: Pen, piece: Piece, x: number, place: LinePlace): void {
  pen
    .font(piece.font)
    .fontSize(place.size)
    .text(piece.text, x, place.baseline, { lineBreak: false, baseline: 'alphabetic' });
}

/** Neighbouring pieces of one font become one string, so that the text can be copied whole. */
function segmentsOf(pen: Pen, line: Line, size: number): Piece[] {
  const segments: Piece[] = [];
  line.words.forEach((word, i) => {
    word.pieces.forEach((piece, k) => {
      const spaced = k === word.pieces.length - 1 && i < line.words.length - 1;
      const text = spaced ? `${piece.text} ` : piece.text;
      const open = segments[segments.length - 1];
      if (open && open.font === piece.font) open.text += text;
      else segments.push({ text, font: piece.font, width: 0 });
    });
  });
  for (const segment of segments) {
    segment.width = pen.font(segment.font).fontSize(size).widthOfString(segment.text);
  }
  return segments;
}

/** Drawn as it comes; the width is measured anew because letters also kern with the space after them. */
function drawNatural(pen: Pen, line: Line, place: LinePlace): void {
  const segments = segmentsOf(pen, line, place.size);
  const slack = place.width - segments.reduce((sum, segment) => sum + segment.width, 0);
  let x = place.x + (place.align === 'center' ? slack / 2 : place.align === 'right' ? slack : 0);
  for (const segment of segments) {
    drawText(pen, segment, x, place);
    x += segment.width;
  }
}

export function drawLine(pen: Pen, line: Line, place: LinePlace): void {
  const slack = place.width - line.width;
  const gaps = line.words.length - 1;
  if (place.align === 'justify' && !line.last && gaps > 0 && slack > 0) {
    const extra = slack / gaps;
    if (extra <= MOST_STRETCH * (line.words[0]?.space ?? 0)) {
      let x = place.x;
      line.words.forEach((word, i) => {
        word.pieces.forEach((piece, k) => {
          const spaced = k === word.pieces.length - 1 && i < gaps;
          drawText(pen, spaced ? { ...piece, text: `${piece.text} ` } : piece, x, place);
          x += piece.width;
        });
        x += word.space + extra;
      });
      return;
    }
  }
  drawNatural(pen, line, place);
}
