/** Signature block of a Word file: a borderless row that no page break can cut. */
import type { Paragraph, Table } from 'docx';
import { FIGURES, type PageFrame, SIGNER_SHARES } from '../figures';
import type { SignatureBlock, Signer } from '../paper';
import { levelSigners, placeDateLine, printable, recipientLines, upper } from '../text';
import { plainColumns, twoColumns } from './heading';
import { lineOf, paragraph, points, SINGLE, twips } from './units';

const keep = { keepNext: true, spacing: SINGLE };

function signerParagraphs(signer: Signer, placeDate: string | null): Paragraph[] {
  const { size, free } = FIGURES.signature;
  const bold = { align: 'center' as const, size, bold: true };
  const date = placeDate
    ? [paragraph(placeDate, { align: 'center', size: FIGURES.heading.dateSize, italic: true, options: keep })]
    : [];
  const room = { spacing: { before: twips(free) - points(size * 0.345), after: 0, ...lineOf(1) } };
  return [
    ...date,
    ...signer.authority.map((line) => paragraph(upper(line), { ...bold, options: keep })),
    paragraph(printable(signer.name ?? ''), { ...bold, options: room }),
  ];
}

function recipientParagraphs(recipients: readonly string[]): Paragraph[] {
  const { headSize, size } = FIGURES.recipients;
  return [
    paragraph('Nơi nhận:', { align: 'left', size: headSize, bold: true, italic: true, options: keep }),
    ...recipientLines(recipients).map((text) => paragraph(text, { align: 'left', size, options: keep })),
  ];
}

/** Three signers side by side, their names on one line; the date stands over the right half. */
function threeSigners(block: SignatureBlock, middle: Signer, frame: PageFrame): Table[] {
  const half = frame.textWidth / 2;
  const all = levelSigners([block.leftSigner ?? { authority: [], name: null }, middle, block.signer]);
  const columns = all.map((one) => signerParagraphs(one, null));
  const dated = block.placeDate ? placeDateLine(block.placeDate.place, block.placeDate.date) : ' ';
  const date = { align: 'center' as const, size: FIGURES.heading.dateSize, italic: true, options: keep };
  return [
    twoColumns([[[paragraph('', date)], [paragraph(dated, date)]]], half, half),
    plainColumns(
      [columns],
      SIGNER_SHARES.map((share) => frame.textWidth * share),
    ),
  ];
}

export function docxSignature(block: SignatureBlock, frame: PageFrame): (Paragraph | Table)[] {
  const half = frame.textWidth / 2;
  const placeDate = block.placeDate ? placeDateLine(block.placeDate.place, block.placeDate.date) : null;
  const blank = placeDate
    ? [paragraph(' ', { align: 'left', size: FIGURES.heading.dateSize, options: keep })]
    : [];
  const [right, other] = block.leftSigner ? levelSigners([block.signer, block.leftSigner]) : [block.signer];
  const left = other
    ? [...blank, ...signerParagraphs(other, null)]
    : block.recipients && block.recipients.length > 0
      ? [...blank, ...recipientParagraphs(block.recipients)]
      : [paragraph('', { align: 'left', size: 11 })];
  const space = paragraph('', {
    align: 'left',
    size: 6,
    options: { keepNext: true, spacing: { before: points(6), after: 0, ...lineOf(1) } },
  });
  if (block.middleSigner) return [space, ...threeSigners(block, block.middleSigner, frame)];
  return [space, twoColumns([[left, signerParagraphs(right!, placeDate)]], half, half)];
}
