/** Shared by the calendar's papers: the sheet, its title, and text that shrinks to its place. */
import type { Align, Run } from './paper';
import { breakLines, createMeasurer, drawLine, type Measurer, mm, type Pen } from './pdf/measure';
import { printable, upper } from './text';

/** A4 landscape, millimetres. */
export const SHEET = { width: 297, height: 210, margin: 12 } as const;
export const INNER = SHEET.width - 2 * SHEET.margin;
export const RED = '#A61B1B';
export const GREY = '#656A72';
export const PALE = '#B9B4AA';
export const LINE = '#8F887C';
export const TINT = '#F4F2ED';
export const INK = '#000000';

export interface Desk {
  pen: Pen;
  measurer: Measurer;
}

export const deskOf = (pen: Pen): Desk => ({ pen, measurer: createMeasurer(pen) });

export interface Spot {
  x: number;
  /** Baseline of the first line. */
  y: number;
  width: number;
  size: number;
  align?: Align;
  colour?: string;
  /** Most lines; what does not fit ends in "…". */
  lines?: number;
  bold?: boolean;
  italic?: boolean;
}

/** Distance of lines in millimetres. */
export const pitchOf = (size: number): number => (size * 1.16) / mm(1);

const ELLIPSIS = '…';

/** The text cut at a word so that it fits its lines. */
function fitted({ measurer }: Desk, runs: readonly Run[], spot: Spot) {
  const most = spot.lines ?? 1;
  const options = { size: spot.size, width: mm(spot.width) };
  const lines = breakLines(runs, options, measurer);
  if (lines.length <= most) return lines;
  const words = runs
    .map((run) => run.text)
    .join('')
    .split(' ');
  for (let kept = words.length - 1; kept > 0; kept--) {
    const text = `${words
      .slice(0, kept)
      .join(' ')
      .replace(/[\s,;–-]+$/, '')}${ELLIPSIS}`;
    const shorter = breakLines([{ ...runs[0]!, text }], options, measurer);
    if (shorter.length <= most) return shorter;
  }
  return lines.slice(0, most);
}

/** Writes text; answers how many lines it took. */
export function write(desk: Desk, text: string, spot: Spot): number {
  const runs: Run[] = [{ text: printable(text), bold: spot.bold ?? false, italic: spot.italic ?? false }];
  const lines = fitted(desk, runs, spot);
  desk.pen.fillColor(spot.colour ?? INK);
  lines.forEach((line, i) => {
    drawLine(desk.pen, line, {
      x: mm(spot.x),
      baseline: mm(spot.y + i * pitchOf(spot.size)),
      width: mm(spot.width),
      size: spot.size,
      align: spot.align ?? 'left',
    });
  });
  desk.pen.fillColor(INK);
  return lines.length;
}

export const addSheet = (pen: Pen): void => {
  pen.addPage({ size: [mm(SHEET.width), mm(SHEET.height)], margin: 0 });
};

/** Unit, title and the line under it; answers where the body begins. */
export function sheetTitle(desk: Desk, unit: string, title: string, note: string): number {
  const { margin } = SHEET;
  write(desk, upper(unit), { x: margin, y: margin + 3, width: INNER, size: 10, bold: true, align: 'center' });
  write(desk, upper(title), {
    x: margin,
    y: margin + 10.5,
    width: INNER,
    size: 16,
    bold: true,
    align: 'center',
    colour: RED,
  });
  write(desk, note, {
    x: margin,
    y: margin + 16,
    width: INNER,
    size: 11,
    italic: true,
    align: 'center',
    colour: GREY,
  });
  return margin + 19.5;
}

export function box(
  pen: Pen,
  at: { x: number; y: number; width: number; height: number },
  fill?: string,
): void {
  pen.lineWidth(mm(0.2)).rect(mm(at.x), mm(at.y), mm(at.width), mm(at.height));
  if (fill) pen.fillAndStroke(fill, LINE);
  else pen.stroke(LINE);
  pen.fillColor(INK);
}
