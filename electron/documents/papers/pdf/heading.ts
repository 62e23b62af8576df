/** Heading, number and date, title: the top of the first page. */
import { FIGURES, headingWidths, MOTTO, NATIONAL_TITLE, pageFrame } from '../figures';
import type { Paper } from '../paper';
import { bodyLines, numberLine, placeDateLine, printable, upper } from '../text';
import type { Area, Box } from './boxes';
import { breakBalanced, breakLines, drawLine, type Line, type Measurer, mm, type Pen } from './measure';
import { paragraphBoxes } from './paragraph';

interface Column {
  x: number;
  width: number;
}

interface SizedLine {
  line: Line;
  size: number;
}

function rule(pen: Pen, centre: number, y: number, width: number): void {
  pen
    .lineWidth(mm(FIGURES.rule))
    .moveTo(centre - width / 2, y)
    .lineTo(centre + width / 2, y)
    .stroke('black');
}

/** One line at the largest size from `size` down to `least` that fits the column. */
function fittedLine(
  text: string,
  size: number,
  least: number,
  width: number,
  measurer: Measurer,
): SizedLine[] {
  const natural = measurer.width(text, 'bold', size);
  const fitted = natural <= width ? size : Math.max(least, Math.floor(((size * width) / natural) * 10) / 10);
  return lines(text, true, fitted, Number.MAX_SAFE_INTEGER, measurer);
}

function lines(text: string, bold: boolean, size: number, width: number, measurer: Measurer): SizedLine[] {
  return breakLines([{ text, bold }], { size, width }, measurer).map((line) => ({ line, size }));
}

function drawColumn(pen: Pen, column: Column, rows: readonly SizedLine[], top: number): number {
  const { firstBaseline, pitch } = FIGURES.heading;
  let baseline = top + mm(firstBaseline);
  rows.forEach((row, i) => {
    baseline = top + mm(firstBaseline + i * pitch);
    drawLine(pen, row.line, { ...column, baseline, size: row.size, align: 'center' });
  });
  return baseline;
}

/** The two columns with their rules, then "Số: …" and the date on one baseline. */
export function headingBox(paper: Paper, area: Area, measurer: Measurer): Box {
  const F = FIGURES.heading;
  const widths = headingWidths(pageFrame(paper.orientation));
  const left = { x: area.left, width: mm(widths.left) };
  const right = { x: area.left + area.width - mm(widths.right), width: mm(widths.right) };
  const leftRows = [
    ...(paper.heading.upperBody
      ? bodyLines(paper.heading.upperBody).flatMap((text) =>
          lines(text, false, F.bodySize, left.width, measurer),
        )
      : []),
    ...bodyLines(paper.heading.body).flatMap((text) => lines(text, true, F.bodySize, left.width, measurer)),
  ];
  const rightRows = paper.heading.national
    ? [
        ...fittedLine(NATIONAL_TITLE, F.nationalSize, F.bodySize, right.width, measurer),
        ...lines(MOTTO, true, F.mottoSize, right.width, measurer),
      ]
    : paper.heading.right
      ? lines(paper.heading.right, true, F.mottoSize, right.width, measurer)
      : [];
  const dated = paper.number !== null || paper.date !== null;
  const rowCount = Math.max(leftRows.length, rightRows.length);
  const ruleY = F.firstBaseline + (rowCount - 1) * F.pitch + F.ruleDrop;
  return {
    height: mm(ruleY + (dated ? F.numberDrop + 1 : 1)),
    gap: 0,
    keepNext: true,
    draw: (pen, top) => {
      const leftEnd = drawColumn(pen, left, leftRows, top);
      rule(pen, left.x + left.width / 2, leftEnd + mm(F.ruleDrop), left.width * F.bodyRule);
      if (rightRows.length > 0) {
        const end = drawColumn(pen, right, rightRows, top);
        const last = rightRows[rightRows.length - 1]!;
        rule(pen, right.x + right.width / 2, end + mm(F.ruleDrop), last.line.width);
      }
      const baseline = top + mm(ruleY + F.numberDrop);
      const draw = (text: string, italic: boolean, size: number, column: Column) => {
        const line = breakLines([{ text, italic }], { size, width: column.width }, measurer)[0]!;
        drawLine(pen, line, { ...column, baseline, size, align: 'center' });
      };
      if (paper.number !== null) draw(numberLine(paper.number), false, F.numberSize, left);
      if (dated) draw(placeDateLine(paper.place, paper.date), true, F.dateSize, right);
    },
  };
}

function ruleBox(width: number, area: Area): Box {
  return {
    height: mm(1),
    gap: mm(1.2),
    keepNext: true,
    draw: (pen, top) => rule(pen, area.left + area.width / 2, top, width),
  };
}

/** Title in capitals, subject with its rule, or a note in italic instead of the rule. */
export function titleBoxes(
  paper: {
    title: string;
    subject: string | null;
    notes: readonly string[];
    noteSize: number;
    ruled: boolean;
  },
  area: Area,
  measurer: Measurer,
  gap: number,
): Box[] {
  const F = FIGURES.title;
  const centred = { size: F.size, align: 'center', bold: true, line: 1.03, keepNext: true } as const;
  const boxes = paragraphBoxes(upper(paper.title), { ...centred, gap }, area, measurer);
  const subject = paper.subject ? printable(paper.subject) : '';
  if (subject !== '') boxes.push(...paragraphBoxes(subject, { ...centred, gap: 0 }, area, measurer));
  for (const note of paper.notes) {
    const style = { ...centred, bold: false, italic: true, size: paper.noteSize, gap: 1 };
    boxes.push(...paragraphBoxes(note, style, area, measurer));
  }
  if (paper.ruled && subject !== '') {
    const all = breakBalanced([{ text: subject, bold: true }], { size: F.size, width: area.width }, measurer);
    boxes.push(ruleBox((all[all.length - 1]?.width ?? 0) * F.rule, area));
  }
  return boxes;
}
