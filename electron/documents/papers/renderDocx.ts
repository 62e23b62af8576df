/** Writes a paper as a Word file, from the same data and figures as the PDF. */
import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { docxHeading, docxTitle } from './docx/heading';
import { docxSignature } from './docx/signature';
import { docxTable } from './docx/table';
import { FONT, halfPoints, lineOf, paragraph, points, SINGLE, twips } from './docx/units';
import { FIGURES, pageFrame } from './figures';
import type { Block, Orientation, Paper, ParagraphBlock } from './paper';
import { basisLines, printable } from './text';

type Child = Paragraph | Table;

const { margin, page, body } = FIGURES;

/** Distance of the page number from the sheet's edge that puts its baseline where the figures say. */
const headerTop = FIGURES.pageNumber.baseline - FIGURES.pageNumber.size * 0.891 * (25.4 / 72);

function pageProperties(orientation: Orientation): ISectionOptions['properties'] {
  const landscape = orientation === 'landscape';
  return {
    titlePage: true,
    page: {
      size: {
        width: twips(page.short),
        height: twips(page.long),
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: twips(margin.top),
        bottom: twips(margin.bottom),
        left: twips(landscape ? margin.leftLandscape : margin.left),
        right: twips(margin.right),
        header: twips(headerTop),
        footer: twips(10),
      },
      pageNumbers: { start: 1 },
    },
  };
}

/** Page number centred at the top, from page 2 of each part. */
function pageHeaders(orientation: Orientation): ISectionOptions['headers'] {
  const { left, textWidth, width } = pageFrame(orientation);
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: SINGLE,
    // Centred on the sheet, not between the unequal margins.
    indent: { right: twips(Math.max(0, textWidth - 2 * (width / 2 - left))) },
    children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(FIGURES.pageNumber.size) })],
  });
  return {
    default: new Header({ children: [number] }),
    first: new Header({ children: [new Paragraph({})] }),
  };
}

function bodyOptions(indented: boolean, keepNext: boolean) {
  return {
    keepNext,
    indent: indented ? { firstLine: twips(body.indent) } : undefined,
    spacing: { before: points(body.gap), after: 0, ...lineOf(body.line) },
  };
}

function textParagraph(block: ParagraphBlock, keepNext: boolean): Paragraph {
  const flush = block.align === 'center' || block.align === 'right';
  return paragraph(block.text, {
    size: block.size ?? body.size,
    align: block.align ?? 'justify',
    bold: block.bold,
    italic: block.italic,
    options: bodyOptions(block.indent ?? !flush, keepNext || block.keepNext === true),
  });
}

/** Do only paragraphs stand between block `i` and a signature? Then they stay together with it. */
function leadsToSignature(blocks: readonly Block[], i: number): boolean {
  let next = i + 1;
  while (blocks[next]?.kind === 'paragraph') next += 1;
  return blocks[next]?.kind === 'signature';
}

function afterTable(blocks: readonly Block[], i: number): boolean {
  let before = i;
  while (before > 0 && blocks[before]?.kind === 'paragraph') before -= 1;
  return blocks[before]?.kind === 'table';
}

function blockChildren(blocks: readonly Block[], i: number, orientation: Orientation): Child[] {
  const block = blocks[i]!;
  const frame = pageFrame(orientation);
  const tied = leadsToSignature(blocks, i);
  switch (block.kind) {
    case 'paragraph':
      return [textParagraph(block, tied && (afterTable(blocks, i) || blocks[i + 1]?.kind === 'signature'))];
    case 'heading': {
      const centred = block.align === 'center';
      const style = {
        size: body.size,
        align: centred ? ('center' as const) : ('justify' as const),
        bold: true,
      };
      const options = { ...bodyOptions(!centred, true), pageBreakBefore: block.pageBreak === true };
      return [paragraph(block.text, { ...style, options })];
    }
    case 'basis':
      return basisLines(block).map((line) =>
        paragraph(line, {
          size: body.size,
          align: 'justify',
          italic: true,
          options: bodyOptions(true, false),
        }),
      );
    case 'table':
      return docxTable(block, frame.textWidth, tied);
    case 'signature':
      return docxSignature(block, frame);
  }
}

/** Blocks one after another. */
export function flow(blocks: readonly Block[], orientation: Orientation): Child[] {
  return blocks.flatMap((_, i) => blockChildren(blocks, i, orientation));
}

/** A line of white between the title and the first block. */
export function titleSpace(): Paragraph {
  return paragraph('', { size: 4, align: 'left', options: { keepNext: true, spacing: SINGLE } });
}

/** Pages of the administrative layout. */
export const docxPages = (orientation: Orientation, children: Child[]): ISectionOptions => ({
  properties: pageProperties(orientation),
  headers: pageHeaders(orientation),
  children,
});

function sections(paper: Paper): ISectionOptions[] {
  const frame = pageFrame(paper.orientation);
  const notes = paper.note ? [paper.note] : [];
  const title = { ...paper, notes, noteSize: FIGURES.title.noteSize, ruled: notes.length === 0, gap: 18 };
  const first = [docxHeading(paper, frame), ...docxTitle(title, frame), titleSpace()];
  const main = docxPages(paper.orientation, [...first, ...flow(paper.blocks, paper.orientation)]);
  const annexes = (paper.annexes ?? []).map((annex) => {
    const orientation = annex.orientation ?? 'portrait';
    const head = { title: annex.title, subject: null, notes: annex.reference, ruled: false, gap: 0 };
    const noted = { ...head, noteSize: FIGURES.title.referenceSize };
    const titles = docxTitle(noted, pageFrame(orientation));
    return docxPages(orientation, [...titles, titleSpace(), ...flow(annex.blocks, orientation)]);
  });
  return [main, ...annexes];
}

/** DOCX of the paper and its annexes: Times New Roman, language vi-VN, no embedded font. */
export function renderDocx(paper: Paper): Promise<Uint8Array> {
  const title = printable(paper.subject ? `${paper.title} ${paper.subject}` : paper.title);
  return packDocx(title.replace(/\n/g, ' '), sections(paper));
}

/** A Word file of these pages, in the styles of every paper. */
export async function packDocx(title: string, pages: ISectionOptions[]): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Sổ Công đoàn',
    lastModifiedBy: 'Sổ Công đoàn',
    styles: {
      default: {
        document: {
          run: {
            font: FONT,
            size: halfPoints(body.size),
            language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' },
          },
          paragraph: { spacing: SINGLE },
        },
      },
    },
    sections: pages,
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
