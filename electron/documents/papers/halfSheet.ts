/** What is drawn on a half of an A4 sheet: filled-in lines over dots, names under signatures, the line to cut along. */
import { FIGURES } from './figures';
import type { Run } from './paper';
import {
  breakBalanced,
  breakLines,
  createMeasurer,
  drawLine,
  type Line,
  type Measurer,
  mm,
  type Pen,
} from './pdf/measure';
import { bytesOf, openPen, type PdfOptions } from './renderPdf';
import { longDate, printable, upper } from './text';

/** Height of a half, mm. */
const HALF = 148.5;
export const LEFT = 18;
export const RIGHT = 192;
const HEAD = { leftCentre: 54, rightCentre: 160, width: 76, first: 14, pitch: 4.9 } as const;
const TITLE = 31;
export const FIRST_FIELD = 46;
const SIZES = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5] as const;
const SIGN = { names: 30, last: 141 } as const;
const SIZE = 12;

export interface Desk {
  pen: Pen;
  measurer: Measurer;
  /** Top of the half, mm. */
  top: number;
}

/** One line about a centre, smaller where it would be too long. */
export function centred(desk: Desk, run: Run, centre: number, y: number, width: number, size: number): void {
  let fitted = size;
  const clean = { ...run, text: printable(run.text) };
  const broken = () => breakLines([clean], { size: fitted, width: mm(width) }, desk.measurer);
  while (broken().length > 1 && fitted > size * 0.7) fitted -= 0.25;
  const place = { x: mm(centre - width / 2), width: mm(width), size: fitted, align: 'center' as const };
  drawLine(desk.pen, broken()[0]!, { ...place, baseline: mm(desk.top + y) });
}

/** The unit on the left, form and number on the right, the title and its day. */
export function drawHead(
  desk: Desk,
  head: { body: string; right: readonly Run[]; title: string; date: string },
): void {
  const { pen } = desk;
  const lines = upper(head.body)
    .replace(/^(CÔNG ĐOÀN CƠ SỞ)\s+/, '$1\n')
    .split('\n');
  lines.forEach((text, i) => {
    const bold = i > 0 || lines.length === 1;
    centred(desk, { text, bold }, HEAD.leftCentre, HEAD.first + i * HEAD.pitch, HEAD.width, SIZE);
  });
  const rule = mm(desk.top + HEAD.first + (lines.length - 1) * HEAD.pitch + 1.8);
  pen
    .lineWidth(mm(FIGURES.rule))
    .moveTo(mm(HEAD.leftCentre - 12), rule)
    .lineTo(mm(HEAD.leftCentre + 12), rule)
    .stroke('black');
  head.right.forEach((run, i) => {
    centred(desk, run, HEAD.rightCentre, HEAD.first + i * HEAD.pitch, 64, SIZE);
  });
  centred(desk, { text: head.title, bold: true }, 105, TITLE, 120, 17);
  const day = longDate(head.date);
  const dated = `${day[0]!.toUpperCase()}${day.slice(1)}`;
  centred(desk, { text: dated, italic: true }, 105, TITLE + 6.2, 120, 12.5);
}

interface Filled {
  label: string;
  lines: Line[];
  labelWidth: number;
}
interface Laid {
  filled: Filled[];
  size: number;
  /** Millimetres from line to line. */
  pitch: number;
}
/** Label and what is filled in. */
export type FieldText = readonly [string, string];

function layFields(desk: Desk, texts: readonly FieldText[], size: number): Laid {
  const filled = texts.map(([label, value]) => {
    const labelWidth = desk.measurer.width(label, 'regular', size) + mm(1.5);
    const runs = [{ text: printable(value), bold: true }];
    const lines = breakLines(runs, { size, width: mm(RIGHT - LEFT), indent: labelWidth }, desk.measurer);
    return { label, lines, labelWidth };
  });
  return { filled, size, pitch: filled.some(({ lines }) => lines.length > 1) ? size * 0.52 : size * 0.58 };
}

/** The largest size at which all fields end above `last`, mm. */
function fittedFields(desk: Desk, texts: readonly FieldText[], last: number): Laid {
  const tried = SIZES.map((size) => layFields(desk, texts, size));
  const heightOf = ({ filled, pitch }: Laid) =>
    filled.reduce((sum, field) => sum + field.lines.length, 0) * pitch;
  return tried.find((laid) => FIRST_FIELD + heightOf(laid) <= last) ?? tried[tried.length - 1]!;
}

function dots(desk: Desk, from: number, baseline: number): void {
  desk.pen
    .lineWidth(0.5)
    .dash(0.6, { space: 1.8 })
    .moveTo(from, baseline + 1.8)
    .lineTo(mm(RIGHT), baseline + 1.8)
    .stroke('black')
    .undash();
}

/** Answers the last baseline, mm inside the half. */
export function drawFields(desk: Desk, texts: readonly FieldText[], last: number): number {
  const { filled, size, pitch } = fittedFields(desk, texts, last);
  const place = { size, align: 'left' as const };
  let y: number = FIRST_FIELD;
  for (const { label, lines, labelWidth } of filled) {
    const [named] = breakLines([{ text: label }], { size, width: mm(200) }, desk.measurer);
    drawLine(desk.pen, named!, { ...place, x: mm(LEFT), width: mm(100), baseline: mm(desk.top + y) });
    lines.forEach((line, i) => {
      const shift = i === 0 ? labelWidth : 0;
      const baseline = mm(desk.top + y);
      dots(desk, mm(LEFT) + shift, baseline);
      drawLine(desk.pen, line, { ...place, x: mm(LEFT) + shift, width: mm(RIGHT - LEFT) - shift, baseline });
      y += pitch;
    });
  }
  return y - pitch;
}

/** A name over at most two lines, the last on the baseline. */
function drawName(desk: Desk, name: string, centre: number, y: number, width: number): void {
  let size = 11;
  const runs = [{ text: printable(name), bold: true }];
  const broken = () => breakBalanced(runs, { size, width: mm(width) }, desk.measurer);
  while (broken().length > 2 && size > 7) size -= 0.25;
  const lines = broken();
  lines.forEach((line, i) => {
    const baseline = mm(desk.top + y - (lines.length - 1 - i) * 4.4);
    drawLine(desk.pen, line, {
      x: mm(centre - width / 2),
      width: mm(width),
      size,
      align: 'center',
      baseline,
    });
  });
}

/** Title, how to sign, and the name printed under it. */
export type SignColumn = readonly [title: string, how: string, name: string | null];

export function drawSigners(desk: Desk, columns: readonly SignColumn[], from: number): void {
  const width = (RIGHT - LEFT) / columns.length;
  const names = Math.min(from + SIGN.names, SIGN.last);
  columns.forEach(([title, how, name], i) => {
    const centre = LEFT + width * (i + 0.5);
    centred(desk, { text: title, bold: true }, centre, from, width, 11);
    centred(desk, { text: how, italic: true }, centre, from + 4.5, width, 10.5);
    if (name) drawName(desk, name, centre, names, width - 2);
  });
}

function drawCut(pen: Pen): void {
  pen
    .lineWidth(mm(0.2))
    .dash(5, { space: 4 })
    .moveTo(mm(10), mm(HALF))
    .lineTo(mm(200), mm(HALF))
    .stroke('black')
    .undash();
}

/** A4 sheets with two halves each. */
export async function halfSheets<T>(
  sheets: { title: string; day: string; halves: readonly T[] },
  draw: (desk: Desk, half: T) => void,
  options: PdfOptions & { onPage?(done: number, total: number): void },
): Promise<Uint8Array> {
  const pen = openPen({ title: sheets.title, date: sheets.day }, options);
  const ended = bytesOf(pen);
  const measurer = createMeasurer(pen);
  const pages = Math.ceil(sheets.halves.length / 2);
  for (let page = 0; page < pages; page++) {
    pen.addPage({ size: [mm(FIGURES.page.short), mm(FIGURES.page.long)], margin: 0 });
    sheets.halves.slice(page * 2, page * 2 + 2).forEach((half, i) => {
      draw({ pen, measurer, top: i * HALF }, half);
    });
    drawCut(pen);
    options.onPage?.(page + 1, pages);
  }
  pen.end();
  return ended;
}
