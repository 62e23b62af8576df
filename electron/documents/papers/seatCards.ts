/**
 * Seat cards (bảng tên để bàn): two on an A4 sheet, each cut out and folded once, with the name on both sides so
 * that the guest and the hosts can read it.
 */
import { FIGURES } from './figures';
import type { Run } from './paper';
import { breakBalanced, createMeasurer, drawLine, type Measurer, mm, type Pen } from './pdf/measure';
import { bytesOf, openPen, type PdfOptions } from './renderPdf';
import { printable } from './text';

export interface SeatCard {
  /** "Ông", "Bà"; null for a collective. */
  honorific: string | null;
  name: string;
  post: string | null;
}

export interface SeatCardsData {
  body: string;
  day: string;
  cards: readonly SeatCard[];
}

const SHEET = { w: FIGURES.page.short, h: FIGURES.page.long } as const;
const CARD = SHEET.h / 2;
/** One side of a folded card. */
const SIDE = CARD / 2;
const WIDTH = 178;
const RED = '#B5121B';
const GREY = '#8F887C';
const LINE = 1.16;

interface Desk {
  pen: Pen;
  measurer: Measurer;
}

/** Text centred in a box, smaller and in at most two lines until it fits; answers the height it took, mm. */
function centred(
  { pen, measurer }: Desk,
  run: Run,
  at: { middle: number; size: number; min: number; lines: number },
): void {
  const clean = [{ ...run, text: printable(run.text) }];
  let size = at.size;
  const broken = () => breakBalanced(clean, { size, width: mm(WIDTH) }, measurer);
  while (broken().length > at.lines && size > at.min) size -= 1;
  const lines = broken();
  const pitch = size * LINE;
  const cap = size * 0.66;
  const top = mm(at.middle) - ((lines.length - 1) * pitch + cap) / 2;
  lines.forEach((line, i) => {
    const place = { x: mm((SHEET.w - WIDTH) / 2), width: mm(WIDTH), size, align: 'center' as const };
    drawLine(pen, line, { ...place, baseline: top + cap + i * pitch });
  });
}

/** One side, its top edge at `top`. */
function drawSide(desk: Desk, card: SeatCard, body: string, top: number): void {
  desk.pen.fillColor(RED);
  centred(desk, { text: body, bold: true }, { middle: top + 11, size: 13, min: 9, lines: 1 });
  desk.pen.fillColor('black');
  const two = card.name.length > 24;
  if (card.honorific)
    centred(desk, { text: card.honorific, italic: true }, { middle: top + 21, size: 20, min: 20, lines: 1 });
  const name = { middle: top + (card.honorific ? 38 : 35), size: 54, min: 22, lines: two ? 2 : 1 };
  centred(desk, { text: card.name, bold: true }, name);
  if (card.post) centred(desk, { text: card.post }, { middle: top + 60, size: 20, min: 11, lines: 2 });
}

function dashed({ pen }: Desk, y: number, space: number): void {
  pen
    .lineWidth(mm(0.2))
    .dash(mm(space), { space: mm(space) })
    .moveTo(mm(5), mm(y))
    .lineTo(mm(SHEET.w - 5), mm(y))
    .stroke(GREY)
    .undash();
}

function drawCard(desk: Desk, card: SeatCard, body: string, top: number): void {
  const { pen } = desk;
  const fold = top + SIDE;
  drawSide(desk, card, body, fold);
  pen.save().rotate(180, { origin: [mm(SHEET.w / 2), mm(fold)] });
  drawSide(desk, card, body, fold);
  pen.restore();
  dashed(desk, fold, 0.8);
}

/** Pages of cards; `onPage` is told after each. */
export async function seatCardsPdf(
  data: SeatCardsData,
  options: PdfOptions & { onPage?(done: number, total: number): void },
): Promise<Uint8Array> {
  const pen = openPen({ title: 'Bảng tên để bàn', date: data.day }, options);
  const ended = bytesOf(pen);
  const desk = { pen, measurer: createMeasurer(pen) };
  const pages = Math.ceil(data.cards.length / 2);
  for (let page = 0; page < pages; page++) {
    pen.addPage({ size: [mm(SHEET.w), mm(SHEET.h)], margin: 0 });
    data.cards.slice(page * 2, page * 2 + 2).forEach((card, i) => {
      drawCard(desk, card, data.body, i * CARD);
    });
    dashed(desk, CARD, 3);
    options.onPage?.(page + 1, pages);
  }
  pen.end();
  return ended;
}
