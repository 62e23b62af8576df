/** Paragraphs as boxes, one per line, without widows or orphans. */
import { FIGURES } from '../figures';
import type { Align, Inline } from '../paper';
import { runsOf } from '../text';
import type { Area, Box } from './boxes';
import { ASCENT, breakBalanced, breakLines, drawLine, type Measurer, mm, NATURAL_LINE } from './measure';

export interface ParagraphStyle {
  size?: number;
  align?: Align;
  bold?: boolean;
  italic?: boolean;
  /** First line indent in mm. */
  indent?: number;
  /** White space above in pt. */
  gap?: number;
  line?: number;
  keepNext?: boolean;
}

export function paragraphBoxes(text: Inline, style: ParagraphStyle, area: Area, measurer: Measurer): Box[] {
  const size = style.size ?? FIGURES.body.size;
  const align = style.align ?? 'justify';
  const indent = mm(style.indent ?? 0);
  const breaks = align === 'center' ? breakBalanced : breakLines;
  const lines = breaks(runsOf(text, style), { size, width: area.width, indent }, measurer);
  const natural = size * NATURAL_LINE;
  const height = natural * (style.line ?? FIGURES.body.line);
  const drop = (height - natural) / 2 + size * ASCENT;
  const count = lines.length;
  return lines.map((line, i) => ({
    height,
    gap: i === 0 ? (style.gap ?? FIGURES.body.gap) : 0,
    keepNext: i === count - 1 ? style.keepNext === true : i === 0 || i === count - 2,
    draw: (pen, top) => {
      const shift = i === 0 ? indent : 0;
      drawLine(pen, line, {
        x: area.left + shift,
        baseline: top + drop,
        width: area.width - shift,
        size,
        align,
      });
    },
  }));
}
