/** Heading, number, date and title of a Word file. */
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { FIGURES, headingWidths, MOTTO, NATIONAL_TITLE, type PageFrame } from '../figures';
import type { Paper } from '../paper';
import { bodyLines, numberLine, placeDateLine, printable, upper } from '../text';
import { lineOf, NO_BORDERS, NO_MARGINS, paragraph, points, ruleParagraph, twips } from './units';

/** Width of the tiêu ngữ at 13 pt bold in Times New Roman, mm. */
const MOTTO_WIDTH = 56.2;

/** Average width of a bold letter of 14 pt in Vietnamese text, mm: for the rule under the subject. */
const SUBJECT_LETTER = 2.42;

function cell(children: Paragraph[], width: number): TableCell {
  return new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    margins: NO_MARGINS,
    borders: NO_BORDERS,
    children,
  });
}

/** A borderless table of one row of cells for each of `rows`; `widths` are mm. */
export function plainColumns(rows: readonly (readonly Paragraph[][])[], widths: readonly number[]): Table {
  return new Table({
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: NO_MARGINS,
    rows: rows.map(
      (cells) =>
        new TableRow({ cantSplit: true, children: cells.map((one, at) => cell([...one], widths[at]!)) }),
    ),
  });
}

/** A borderless two-column table; `left` + `right` mm are its widths. */
export const twoColumns = (rows: [Paragraph[], Paragraph[]][], left: number, right: number): Table =>
  plainColumns(rows, [left, right]);

export function docxHeading(paper: Paper, frame: PageFrame): Table {
  const F = FIGURES.heading;
  const right = headingWidths(frame).right;
  const left = frame.textWidth - right;
  const inner = headingWidths(frame).left;
  const gap = { spacing: { before: 0, after: 0, ...lineOf(1) }, indent: { right: twips(left - inner) } };
  const centred = { align: 'center' as const, options: gap };
  const upperLines = paper.heading.upperBody ? bodyLines(paper.heading.upperBody) : [];
  const leftSide = [
    ...upperLines.map((text) => paragraph(text, { ...centred, size: F.bodySize })),
    ...bodyLines(paper.heading.body).map((text) =>
      paragraph(text, { ...centred, size: F.bodySize, bold: true }),
    ),
    ruleParagraph(inner, inner * F.bodyRule, false, left - inner),
  ];
  const rightSide = paper.heading.national
    ? [
        paragraph(NATIONAL_TITLE, { align: 'center', size: F.bodySize, bold: true }),
        paragraph(MOTTO, { align: 'center', size: F.mottoSize, bold: true }),
        ruleParagraph(right, MOTTO_WIDTH),
      ]
    : paper.heading.right
      ? [
          paragraph(paper.heading.right, { align: 'center', size: F.mottoSize, bold: true }),
          ruleParagraph(right, MOTTO_WIDTH),
        ]
      : [new Paragraph({})];
  const rows: [Paragraph[], Paragraph[]][] = [[leftSide, rightSide]];
  const before = { spacing: { before: points(6), after: 0, ...lineOf(1) } };
  if (paper.number !== null || paper.date !== null) {
    const number = paper.number === null ? '' : numberLine(paper.number);
    const date = placeDateLine(paper.place, paper.date);
    rows.push([
      [paragraph(number, { align: 'center', size: F.numberSize, options: { ...gap, ...before } })],
      [paragraph(date, { align: 'center', size: F.dateSize, italic: true, options: before })],
    ]);
  }
  return twoColumns(rows, left, right);
}

/** Width of the last line of a subject, roughly: Word lays the lines out itself. */
function lastLineWidth(text: string, width: number): number {
  const last = text.split('\n').pop() ?? '';
  const full = last.length * SUBJECT_LETTER;
  return Math.min(width, full > width ? full % width || width : full);
}

export interface DocxTitle {
  title: string;
  subject: string | null;
  notes: readonly string[];
  noteSize: number;
  ruled: boolean;
  /** White space above, pt. */
  gap: number;
}

export function docxTitle(title: DocxTitle, frame: PageFrame): Paragraph[] {
  const { size, rule } = FIGURES.title;
  const options = (before: number) => ({
    keepNext: true,
    spacing: { before: points(before), after: 0, ...lineOf(1) },
  });
  const bold = { align: 'center' as const, size, bold: true };
  const out = [paragraph(upper(title.title), { ...bold, options: options(title.gap) })];
  const subject = title.subject ? printable(title.subject) : '';
  if (subject) out.push(paragraph(subject, { ...bold, options: options(0) }));
  for (const note of title.notes) {
    const style = { align: 'center' as const, size: title.noteSize, italic: true };
    out.push(paragraph(note, { ...style, options: options(1) }));
  }
  if (title.ruled && subject)
    out.push(ruleParagraph(frame.textWidth, lastLineWidth(subject, frame.textWidth) * rule, true));
  return out;
}
