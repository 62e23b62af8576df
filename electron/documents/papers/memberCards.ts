/** Member cards (thẻ đoàn viên) as PDF: eight of 86 × 54 mm on A4, with marks to cut along. */
import { isDrawable } from '../pictures';
import { FIGURES } from './figures';
import type { Run } from './paper';
import {
  breakBalanced,
  breakLines,
  createMeasurer,
  drawLine,
  type Measurer,
  mm,
  type Pen,
} from './pdf/measure';
import { bytesOf, openPen, type PdfOptions } from './renderPdf';
import { printable, upper } from './text';

export interface MemberCard {
  fullName: string;
  birthDate: string | null;
  department: string | null;
  group: string | null;
  unionJoinDate: string | null;
  cardNo: string | null;
  cardDate: string | null;
  /** JPEG or PNG. */
  photo: Uint8Array | null;
}

export interface MemberCardsData {
  /** Bodies over the title: the union above and the unit. */
  upperBody: string | null;
  body: string;
  day: string;
  cards: readonly MemberCard[];
}

/** Millimetres. */
const CARD = { width: 86, height: 54, gap: 6, columns: 2, rows: 4 } as const;
const PHOTO = { x: 4, y: 18.5, width: 20, height: 30 } as const;
const TEXT_X = 27.5;
const MARK = { length: 3.5, away: 1 } as const;
const PER_PAGE = CARD.columns * CARD.rows;
const RED = '#A61B1B';
const GREY = '#8F887C';
const MARGIN = {
  x: (FIGURES.page.short - CARD.columns * CARD.width - (CARD.columns - 1) * CARD.gap) / 2,
  y: (FIGURES.page.long - CARD.rows * CARD.height - (CARD.rows - 1) * CARD.gap) / 2,
};

interface Desk {
  pen: Pen;
  measurer: Measurer;
}
interface Place {
  x: number;
  y: number;
}

const dateText = (iso: string | null) => (iso ? iso.split('-').reverse().join('/') : '');

/** Lines of text from a baseline down; a text too long for its lines is made smaller down to 70 %. */
function write(
  { pen, measurer }: Desk,
  runs: readonly Run[],
  at: { x: number; y: number; width: number; size: number; lines?: number; align?: 'left' | 'center' },
): number {
  const most = at.lines ?? 1;
  const breaks = at.align === 'center' ? breakBalanced : breakLines;
  const clean = runs.map((run) => ({ ...run, text: printable(run.text) }));
  let size = at.size;
  let lines = breaks(clean, { size, width: mm(at.width) }, measurer);
  while (lines.length > most && size > at.size * 0.7) {
    size -= 0.25;
    lines = breaks(clean, { size, width: mm(at.width) }, measurer);
  }
  const pitch = size * 1.18;
  lines.slice(0, most).forEach((line, i) => {
    const baseline = mm(at.y) + i * pitch;
    drawLine(pen, line, { x: mm(at.x), baseline, width: mm(at.width), size, align: at.align ?? 'left' });
  });
  return at.y + (Math.min(lines.length, most) * pitch) / mm(1);
}

function drawMarks({ pen }: Desk, { x, y }: Place): void {
  pen.lineWidth(mm(0.15));
  for (const [cx, sx] of [
    [x, -1],
    [x + CARD.width, 1],
  ] as const)
    for (const [cy, sy] of [
      [y, -1],
      [y + CARD.height, 1],
    ] as const) {
      const from = MARK.away;
      const to = MARK.away + MARK.length - 1.5;
      pen
        .moveTo(mm(cx + sx * from), mm(cy))
        .lineTo(mm(cx + sx * to), mm(cy))
        .moveTo(mm(cx), mm(cy + sy * from))
        .lineTo(mm(cx), mm(cy + sy * to))
        .stroke('black');
    }
}

function drawPhoto(desk: Desk, { x, y }: Place, photo: Uint8Array | null): void {
  const { pen } = desk;
  const box = [mm(x + PHOTO.x), mm(y + PHOTO.y), mm(PHOTO.width), mm(PHOTO.height)] as const;
  if (photo && isDrawable(photo)) {
    try {
      const [left, top, width, height] = box;
      pen
        .save()
        .rect(...box)
        .clip();
      pen.image(Buffer.from(photo), left, top, { cover: [width, height], align: 'center', valign: 'center' });
      pen.restore();
      return;
    } catch {
      pen.restore();
    }
  }
  pen
    .lineWidth(mm(0.2))
    .dash(2, { space: 2 })
    .rect(...box)
    .stroke(GREY)
    .undash();
  pen.fillColor(GREY);
  write(desk, [{ text: 'Ảnh' }], {
    x: x + PHOTO.x,
    y: y + PHOTO.y + 14.5,
    width: PHOTO.width,
    size: 8,
    align: 'center',
  });
  write(desk, [{ text: '2 × 3' }], {
    x: x + PHOTO.x,
    y: y + PHOTO.y + 18.5,
    width: PHOTO.width,
    size: 8,
    align: 'center',
  });
  pen.fillColor('black');
}

function drawCard(desk: Desk, card: MemberCard, data: MemberCardsData, place: Place): void {
  const { pen } = desk;
  const { x, y } = place;
  pen.lineWidth(mm(0.1)).rect(mm(x), mm(y), mm(CARD.width), mm(CARD.height)).stroke(GREY);
  drawMarks(desk, place);
  const centred = { x: x + 3, width: CARD.width - 6, align: 'center' as const };
  const bodies = [data.upperBody, data.body].filter((body): body is string => Boolean(body));
  bodies.forEach((body, i) => {
    const bold = i === bodies.length - 1;
    write(desk, [{ text: upper(body), bold }], { ...centred, y: y + 4.6 + i * 3.3, size: 7 });
  });
  pen.fillColor(RED);
  write(desk, [{ text: 'THẺ ĐOÀN VIÊN CÔNG ĐOÀN', bold: true }], { ...centred, y: y + 13.6, size: 11.5 });
  pen.rect(mm(x + CARD.width / 2 - 14), mm(y + 15), mm(28), mm(0.25)).fill(RED);
  pen.fillColor('black');
  drawPhoto(desk, place, card.photo);
  const width = CARD.width - TEXT_X - 3;
  let line = write(desk, [{ text: upper(card.fullName), bold: true }], {
    x: x + TEXT_X,
    y: y + 22,
    width,
    size: 10.5,
    lines: 2,
  });
  const unit = [card.group, card.department].filter(Boolean).join(', ');
  const facts: [string, string | null][] = [
    ['Ngày sinh: ', dateText(card.birthDate)],
    ['Đơn vị: ', unit],
    ['Ngày vào công đoàn: ', dateText(card.unionJoinDate)],
    ['Số thẻ: ', card.cardNo],
    ['Ngày cấp: ', dateText(card.cardDate)],
  ];
  for (const [label, value] of facts) {
    line = write(
      desk,
      [{ text: label }, { text: value || '……………………', bold: Boolean(value) && label === 'Số thẻ: ' }],
      {
        x: x + TEXT_X,
        y: line + 0.6,
        width,
        size: 8.5,
        lines: label === 'Đơn vị: ' ? 2 : 1,
      },
    );
    line += 0.6;
  }
}

/** Pages of cards; `onPage` is told after each. */
export async function memberCardsPdf(
  data: MemberCardsData,
  options: PdfOptions & { onPage?(done: number, total: number): void },
): Promise<Uint8Array> {
  const pen = openPen({ title: 'Thẻ đoàn viên', date: data.day }, options);
  const ended = bytesOf(pen);
  const desk = { pen, measurer: createMeasurer(pen) };
  const pages = Math.ceil(data.cards.length / PER_PAGE);
  for (let page = 0; page < pages; page++) {
    pen.addPage({ size: [mm(FIGURES.page.short), mm(FIGURES.page.long)], margin: 0 });
    data.cards.slice(page * PER_PAGE, (page + 1) * PER_PAGE).forEach((card, i) => {
      drawCard(desk, card, data, {
        x: MARGIN.x + (i % CARD.columns) * (CARD.width + CARD.gap),
        y: MARGIN.y + Math.floor(i / CARD.columns) * (CARD.height + CARD.gap),
      });
    });
    options.onPage?.(page + 1, pages);
  }
  pen.end();
  return ended;
}
