/** Units and small parts of Word files. */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';
import { FIGURES } from '../figures';
import type { Align, Inline } from '../paper';
import { runsOf } from '../text';

export const FONT = 'Times New Roman';

export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440);
export const points = (pt: number): number => Math.round(pt * 20);
export const halfPoints = (pt: number): number => Math.round(pt * 2);

/** Word counts lines of a paragraph in 240ths. */
export const lineOf = (factor: number) => ({
  line: Math.round(240 * factor),
  lineRule: LineRuleType.AUTO,
});
export const SINGLE = { before: 0, after: 0, ...lineOf(1) };

/** 0.25 mm in eighths of a point. */
export const RULE_SIZE = Math.round(((FIGURES.rule * 72) / 25.4) * 8);
export const RULE = { style: BorderStyle.SINGLE, size: RULE_SIZE, color: '000000' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};
export const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 };

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

export interface TextStyle {
  size: number;
  align: Align;
  bold?: boolean;
  italic?: boolean;
  /** Second text at the right tab stop, italic. */
  aside?: string;
  options?: Omit<IParagraphOptions, 'children' | 'alignment'>;
}

/** Runs of a text; forced line breaks become breaks of Word. */
export function textRuns(text: Inline, style: Pick<TextStyle, 'size' | 'bold' | 'italic'>): TextRun[] {
  return runsOf(text, style).flatMap((run) =>
    run.text.split('\n').map(
      (part, i) =>
        new TextRun({
          text: part,
          size: halfPoints(style.size),
          bold: run.bold,
          italics: run.italic,
          break: i > 0 ? 1 : undefined,
        }),
    ),
  );
}

export function paragraph(text: Inline, style: TextStyle): Paragraph {
  return new Paragraph({
    spacing: SINGLE,
    run: { size: halfPoints(style.size) },
    ...style.options,
    alignment: ALIGN[style.align],
    children: [...textRuns(text, style), ...(style.aside ? [asideRun(style.aside, style.size)] : [])],
  });
}

function asideRun(text: string, size: number): TextRun {
  return new TextRun({ children: [new Tab(), text], size: halfPoints(size), italics: true });
}

/** An empty paragraph whose top border is a rule of `width` mm centred in `column` mm; `beside`: what the cell is wider. */
export function ruleParagraph(column: number, width: number, keepNext = false, beside = 0): Paragraph {
  const side = twips(Math.max(0, (column - width) / 2));
  return new Paragraph({
    keepNext,
    indent: { left: side, right: side + twips(beside) },
    spacing: { before: points(3.5), after: 0, line: points(3), lineRule: LineRuleType.EXACT },
    border: { top: { ...RULE, space: 1 } },
    children: [],
  });
}
