/** The signature block: one box, so that no page foot can cut it. */
import { FIGURES, SIGNER_SHARES } from '../figures';
import type { SignatureBlock, Signer } from '../paper';
import { levelSigners, placeDateLine, printable, recipientLines, upper } from '../text';
import type { Area, Box } from './boxes';
import { ASCENT, breakLines, drawLine, type Line, type Measurer, mm, NATURAL_LINE } from './measure';

interface Placed {
  line: Line;
  size: number;
  /** Baseline below the top of the block, pt. */
  drop: number;
  align: 'left' | 'center';
}

interface Text {
  text: string;
  size: number;
  bold?: boolean;
  italic?: boolean;
  align?: 'left' | 'center';
  /** White space above, pt. */
  gap?: number;
}

function stack(
  texts: readonly Text[],
  width: number,
  measurer: Measurer,
): { lines: Placed[]; height: number } {
  const lines: Placed[] = [];
  let y = 0;
  for (const item of texts) {
    y += item.gap ?? 0;
    for (const line of breakLines([item], { size: item.size, width }, measurer)) {
      lines.push({ line, size: item.size, drop: y + item.size * ASCENT, align: item.align ?? 'center' });
      y += item.size * NATURAL_LINE;
    }
  }
  return { lines, height: y };
}

function signerTexts(signer: Signer, placeDate: string | null): Text[] {
  const { size, free } = FIGURES.signature;
  const texts: Text[] = placeDate ? [{ text: placeDate, size: FIGURES.heading.dateSize, italic: true }] : [];
  for (const line of signer.authority) texts.push({ text: upper(line), size, bold: true });
  texts.push({ text: printable(signer.name ?? ' '), size, bold: true, gap: mm(free) - size * (1 - 0.655) });
  return texts;
}

function recipientTexts(recipients: readonly string[]): Text[] {
  const { headSize, size } = FIGURES.recipients;
  return [
    { text: 'Nơi nhận:', size: headSize, bold: true, italic: true, align: 'left', gap: 1.5 },
    ...recipientLines(recipients).map((text) => ({ text, size, align: 'left' as const })),
  ];
}

/** Three signers side by side, their names on one line; the date stands over the right half. */
function threeSigners(block: SignatureBlock, middle: Signer, area: Area, measurer: Measurer): Box {
  const { signer, placeDate } = block;
  const half = area.width / 2;
  const date = placeDate ? placeDateLine(placeDate.place, placeDate.date) : null;
  const dated = stack(
    date ? [{ text: date, size: FIGURES.heading.dateSize, italic: true }] : [],
    half,
    measurer,
  );
  const all = levelSigners([block.leftSigner ?? { authority: [], name: null }, middle, signer]);
  let x = area.left;
  const columns = all.map((one, at) => {
    const width = area.width * SIGNER_SHARES[at]!;
    const column = { ...stack(signerTexts(one, null), width, measurer), x, width };
    x += width;
    return column;
  });
  return {
    height: dated.height + Math.max(...columns.map((column) => column.height)),
    gap: mm(FIGURES.signature.gap),
    keepNext: false,
    draw: (pen, top) => {
      const parts = [{ ...dated, x: area.left + half, width: half, y: top }];
      for (const column of columns) parts.push({ ...column, y: top + dated.height });
      for (const { lines, x: left, width, y } of parts)
        for (const { line, size, drop } of lines)
          drawLine(pen, line, { x: left, width, baseline: y + drop, size, align: 'center' });
    },
  };
}

/** Recipients or a second signer on the left half, the signer on the right half; three signers stand side by side. */
export function signatureBox(block: SignatureBlock, area: Area, measurer: Measurer): Box {
  if (block.middleSigner) return threeSigners(block, block.middleSigner, area, measurer);
  const half = area.width / 2;
  const placeDate = block.placeDate ? placeDateLine(block.placeDate.place, block.placeDate.date) : null;
  const [right, left] = block.leftSigner ? levelSigners([block.signer, block.leftSigner]) : [block.signer];
  const signed = stack(signerTexts(right!, placeDate), half, measurer);
  const dateHeight = placeDate ? FIGURES.heading.dateSize * NATURAL_LINE : 0;
  const columns = [{ ...signed, x: area.left + half, shift: 0 }];
  if (left) {
    columns.push({ ...stack(signerTexts(left, null), half, measurer), x: area.left, shift: dateHeight });
  } else if (block.recipients && block.recipients.length > 0) {
    const texts = stack(recipientTexts(block.recipients), half - mm(3), measurer);
    columns.push({ ...texts, x: area.left, shift: dateHeight });
  }
  return {
    height: Math.max(...columns.map((column) => column.height + column.shift)),
    gap: mm(FIGURES.signature.gap),
    keepNext: false,
    draw: (pen, top) => {
      for (const column of columns) {
        for (const item of column.lines) {
          drawLine(pen, item.line, {
            x: column.x,
            width: item.align === 'center' ? half : half - mm(3),
            baseline: top + column.shift + item.drop,
            size: item.size,
            align: item.align,
          });
        }
      }
    },
  };
}
