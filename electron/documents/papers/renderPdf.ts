/**
 * Draws a paper as PDF with pdfkit, the engine that also draws certificates. The layout is ours because the
 * rules of these papers (totals and signature with at least two rows, a group row never left alone at a page
 * foot, short tables whole, figures in mm) cannot be told to a general table engine. The same paper gives the
 * same bytes in every host.
 */
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';
import { fontBytes } from '../fonts';
import { nameGlyphs } from '../glyphNames';
import { FIGURES, pageFrame } from './figures';
import type { Block, Orientation, Paper, RunningLines } from './paper';
import { type Area, type Box, paginate } from './pdf/boxes';
import { headingBox, titleBoxes } from './pdf/heading';
import {
  breakLines,
  createMeasurer,
  drawLine,
  type FontKey,
  type Measurer,
  mm,
  type Pen,
} from './pdf/measure';
import { paragraphBoxes } from './pdf/paragraph';
import { signatureBox } from './pdf/signature';
import { keepTail, pageTotal, tableBoxes } from './pdf/table';
import { basisLines, printable } from './text';

const FACES: Readonly<Record<FontKey, string>> = {
  regular: 'Tinos',
  bold: 'Tinos-Bold',
  italic: 'Tinos-Italic',
  boldItalic: 'Tinos-BoldItalic',
};

export interface PdfOptions {
  /** Folder of the shipped fonts, as `fontFile` takes it. */
  fontsDir: string;
}

const EPOCH = '2000-01-01';

/** Creation time is that of the paper, so that equal papers are equal files. */
function creationDate(date: string | null): Date {
  const [year = '2000', month = '01', day = '01'] = (date ?? EPOCH).split('-');
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}

const parsed = new WeakMap<Uint8Array, fontkit.Font>();

/** A parsed face, kept between papers: parsing and measuring its letters costs more than drawing them. */
function face(key: FontKey, fontsDir: string): fontkit.Font {
  const bytes = fontBytes(FACES[key], fontsDir);
  const known = parsed.get(bytes);
  if (known) return known;
  const font = fontkit.create(bytes) as fontkit.Font;
  nameGlyphs(font);
  parsed.set(bytes, font);
  return font;
}

function createPen(paper: Paper, options: PdfOptions): Pen {
  const title = paper.subject ? `${paper.title} ${paper.subject}` : paper.title;
  return openPen({ title, date: paper.date, bufferPages: paper.running !== undefined }, options);
}

/** An empty document with the faces of papers, for those that are not made of blocks. */
export function openPen(
  paper: { title: string; date: string | null; bufferPages?: boolean },
  options: PdfOptions,
): Pen {
  const pen = new PDFDocument({
    autoFirstPage: false,
    ...(paper.bufferPages ? { bufferPages: true } : {}),
    font: null as unknown as string,
    lang: 'vi-VN',
    displayTitle: true,
    info: {
      Title: printable(paper.title).replace(/\n/g, ' '),
      Producer: 'Sổ Công đoàn',
      Creator: 'Sổ Công đoàn',
      CreationDate: creationDate(paper.date),
    },
  });
  for (const key of Object.keys(FACES) as FontKey[]) {
    pen.registerFont(key, face(key, options.fontsDir) as unknown as string);
  }
  return pen;
}

function areaOf(orientation: Orientation): Area {
  const frame = pageFrame(orientation);
  return {
    left: mm(frame.left),
    top: mm(FIGURES.margin.top),
    width: mm(frame.textWidth),
    bottom: mm(frame.height - FIGURES.margin.bottom),
    pageWidth: mm(frame.width),
  };
}

function blockBoxes(block: Block, area: Area, measurer: Measurer): Box[] {
  const { indent } = FIGURES.body;
  switch (block.kind) {
    case 'paragraph': {
      const flush = block.align === 'center' || block.align === 'right';
      const first = (block.indent ?? !flush) ? indent : 0;
      return paragraphBoxes(block.text, { ...block, indent: first }, area, measurer);
    }
    case 'heading': {
      const centred = block.align === 'center';
      const style = { bold: true, keepNext: true, indent: centred ? 0 : indent };
      const align = centred ? 'center' : 'justify';
      return paragraphBoxes(block.text, { ...style, align }, area, measurer);
    }
    case 'basis':
      return basisLines(block).flatMap((line) =>
        paragraphBoxes(line, { italic: true, indent }, area, measurer),
      );
    case 'table':
      return tableBoxes(block, area, measurer);
    case 'signature':
      return [signatureBox(block, area, measurer)];
  }
}

const LEAST_ROWS_WITH_SIGNATURE = 2;
/** Closing words up to this many lines ("Bằng chữ: …") belong to the table above; longer ones are a text of their own. */
const CLOSING_LINES = 4;

/** All boxes of the blocks; before a signature, the closing words and the last rows or lines stay with it. */
function flowBoxes(blocks: readonly Block[], area: Area, measurer: Measurer): Box[] {
  const boxes: Box[] = [];
  blocks.forEach((block, i) => {
    if (block.kind === 'signature') {
      keepTail(boxes, tailOf(blocks.slice(0, i), area, measurer));
      const last = boxes[boxes.length - 1];
      if (last) last.keepNext = true;
    }
    boxes.push(...blockBoxes(block, area, measurer));
  });
  return boxes;
}

/** How many of the last boxes stand on the page of the signature that follows these blocks. */
function tailOf(before: readonly Block[], area: Area, measurer: Measurer): number {
  let first = before.length;
  while (first > 0 && before[first - 1]!.kind === 'paragraph') first -= 1;
  const table = before[first - 1];
  const lines = linesOf(before.slice(first), area, measurer);
  if (table?.kind !== 'table' || lines > CLOSING_LINES) return LEAST_ROWS_WITH_SIGNATURE;
  return table.rows.filter((row) => row.kind === 'total').length + LEAST_ROWS_WITH_SIGNATURE + lines;
}

function linesOf(blocks: readonly Block[], area: Area, measurer: Measurer): number {
  return blocks.reduce((sum, block) => sum + blockBoxes(block, area, measurer).length, 0);
}

function openPage(
  pen: Pen,
  orientation: Orientation,
  number: number,
  measurer: Measurer,
  running: boolean,
): void {
  const frame = pageFrame(orientation);
  pen.addPage({ size: [mm(frame.width), mm(frame.height)], margin: 0 });
  if (number === 1 || running) return;
  const { size, baseline } = FIGURES.pageNumber;
  const line = breakLines([{ text: String(number) }], { size, width: mm(frame.width) }, measurer)[0]!;
  drawLine(pen, line, { x: 0, width: mm(frame.width), baseline: mm(baseline), size, align: 'center' });
}

function drawPart(
  pen: Pen,
  orientation: Orientation,
  measurer: Measurer,
  boxesIn: (area: Area) => Box[],
  running?: RunningLines,
): void {
  const area = areaOf(orientation);
  let page = 1;
  openPage(pen, orientation, page, measurer, running !== undefined);
  const total = running?.countWord ? pageTotal(area, measurer, running.countWord) : undefined;
  const next = () => {
    page += 1;
    openPage(pen, orientation, page, measurer, running !== undefined);
  };
  paginate(pen, boxesIn(area), area, next, total);
  if (running) drawRunning(pen, orientation, measurer, running);
}

/** The running head of all pages but the first, and "Trang 2/5" at the foot of each, once their number is known. */
function drawRunning(pen: Pen, orientation: Orientation, measurer: Measurer, running: RunningLines): void {
  const area = areaOf(orientation);
  const { size, headBaseline, ruleDrop, footBaseline } = FIGURES.running;
  const { start, count } = pen.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    pen.switchToPage(start + i);
    const write = (text: string, baseline: number, align: 'left' | 'right') => {
      const runs = [{ text: printable(text), italic: true }];
      const line = breakLines(runs, { size, width: area.width }, measurer)[0]!;
      drawLine(pen, line, { x: area.left, width: area.width, baseline, size, align });
    };
    write(`Trang ${i + 1}/${count}`, mm(pageFrame(orientation).height - footBaseline), 'right');
    if (i === 0) continue;
    write(running.head, mm(headBaseline), 'left');
    const y = mm(headBaseline + ruleDrop);
    pen
      .lineWidth(mm(FIGURES.rule))
      .moveTo(area.left, y)
      .lineTo(area.left + area.width, y)
      .stroke('black');
  }
}

const TITLE_GAP = 18;
const AFTER_TITLE = 9;

function withFirstGap(boxes: Box[], gap: number): Box[] {
  if (boxes[0]) boxes[0].gap = gap;
  return boxes;
}

/** The bytes of a document, once it is ended. */
export function bytesOf(pen: Pen): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  pen.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise<Uint8Array>((resolve, reject) => {
    pen.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pen.on('error', reject);
  });
}

/** PDF of the paper and its annexes. Rejects when a font file is missing. */
export async function renderPdf(paper: Paper, options: PdfOptions): Promise<Uint8Array> {
  return renderPdfs([paper], options);
}

/** Papers one after another in one PDF; each begins on a page of its own with its own page numbers. */
export async function renderPdfs(
  papers: readonly [Paper, ...Paper[]],
  options: PdfOptions,
): Promise<Uint8Array> {
  const pen = createPen(papers[0], options);
  const ended = bytesOf(pen);
  const measurer = createMeasurer(pen);
  for (const paper of papers) drawPaper(pen, paper, measurer);
  pen.end();
  return ended;
}

function drawPaper(pen: Pen, paper: Paper, measurer: Measurer): void {
  const main = (area: Area): Box[] => {
    const notes = paper.note ? [paper.note] : [];
    const ruled = notes.length === 0;
    return [
      headingBox(paper, area, measurer),
      ...titleBoxes({ ...paper, notes, noteSize: FIGURES.title.noteSize, ruled }, area, measurer, TITLE_GAP),
      ...withFirstGap(flowBoxes(paper.blocks, area, measurer), AFTER_TITLE),
    ];
  };
  drawPart(pen, paper.orientation, measurer, main, paper.running);
  for (const annex of paper.annexes ?? []) {
    drawPart(pen, annex.orientation ?? 'portrait', measurer, (area) => [
      ...titleBoxes(
        {
          title: annex.title,
          subject: null,
          notes: annex.reference,
          noteSize: FIGURES.title.referenceSize,
          ruled: false,
        },
        area,
        measurer,
        0,
      ),
      ...withFirstGap(flowBoxes(annex.blocks, area, measurer), AFTER_TITLE),
    ]);
  }
}
