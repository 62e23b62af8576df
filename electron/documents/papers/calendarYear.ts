/** A year on one page of A4 landscape: twelve small months with lunar days, and the days that have something. */
import { lunarShort } from '../../../shared/domain/calendar';
import { dayOfWeek } from '../../../shared/domain/dateMath';
import type { LunarDate } from '../../../shared/domain/lunar';
import {
  addSheet,
  box,
  type Desk,
  deskOf,
  GREY,
  INNER,
  LINE,
  RED,
  SHEET,
  sheetTitle,
  write,
} from './calendarSheet';
import { mm } from './pdf/measure';
import { bytesOf, openPen, type PdfOptions } from './renderPdf';

export interface CalendarYearDay {
  date: string;
  lunar: LunarDate;
  off: boolean;
  /** Has an event or a deadline. */
  busy: boolean;
  /** Is an occasion. */
  occasion: boolean;
}

export interface CalendarYearData {
  unit: string;
  year: number;
  title: string;
  note: string;
  days: readonly CalendarYearDay[];
}

const COLUMNS = 4;
const GAP = { x: 6, y: 3.5 } as const;
const FOOT = 6;
const WEEKDAYS = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];
const BUSY = '#DCE7F5';

interface Block {
  x: number;
  y: number;
  width: number;
  height: number;
}

function markDay({ pen }: Desk, day: CalendarYearDay, cell: Block): void {
  const inner = { x: cell.x + 0.4, y: cell.y + 0.3, width: cell.width - 0.8, height: cell.height - 0.6 };
  if (day.busy)
    pen.rect(mm(inner.x), mm(inner.y), mm(inner.width), mm(inner.height)).fill(BUSY).fillColor('#000000');
  if (day.occasion)
    pen
      .lineWidth(mm(0.3))
      .rect(mm(inner.x), mm(inner.y), mm(inner.width), mm(inner.height))
      .stroke(day.off ? RED : LINE);
}

function drawMonth(desk: Desk, days: readonly CalendarYearDay[], title: string, block: Block): void {
  const width = block.width / 7;
  write(desk, title, { ...block, y: block.y + 4.2, size: 11, bold: true, align: 'center' });
  desk.pen
    .lineWidth(mm(0.25))
    .moveTo(mm(block.x), mm(block.y + 5.8))
    .lineTo(mm(block.x + block.width), mm(block.y + 5.8))
    .stroke(LINE);
  WEEKDAYS.forEach((name, at) => {
    const colour = at === 6 ? RED : GREY;
    write(desk, name, {
      x: block.x + at * width,
      y: block.y + 9,
      width,
      size: 7.5,
      align: 'center',
      colour,
      bold: true,
    });
  });
  const top = block.y + 10;
  const height = (block.height - 10) / 6;
  const lead = (dayOfWeek(days[0]!.date) + 6) % 7;
  days.forEach((day, at) => {
    const place = lead + at;
    const x = block.x + (place % 7) * width;
    const y = top + Math.floor(place / 7) * height;
    markDay(desk, day, { x, y, width, height });
    const red = day.off || dayOfWeek(day.date) === 0;
    const colour = red ? RED : '#000000';
    const number = String(Number(day.date.slice(8)));
    write(desk, number, { x, y: y + 3.3, width: width * 0.62, size: 9, align: 'right', bold: red, colour });
    write(desk, lunarShort(day.lunar), {
      x,
      y: y + height - 0.9,
      width: width - 0.8,
      size: 5.6,
      align: 'right',
      colour: GREY,
    });
  });
}

function drawLegend(desk: Desk): void {
  const y = SHEET.height - SHEET.margin;
  let x = SHEET.margin;
  const key = (text: string, draw: (at: Block) => void, width: number) => {
    draw({ x, y: y - 3, width: 5, height: 3.6 });
    write(desk, text, { x: x + 6.5, y, width, size: 9 });
    x += width + 10;
  };
  key(
    'Có hoạt động, việc đến hạn',
    (at) => desk.pen.rect(mm(at.x), mm(at.y), mm(at.width), mm(at.height)).fill(BUSY),
    45,
  );
  key('Ngày lễ, kỷ niệm', (at) => box(desk.pen, at), 35);
  write(desk, '1', { x: x + 1, y, width: 5, size: 9, bold: true, colour: RED });
  write(desk, 'Nghỉ lễ, Chủ Nhật', { x: x + 6.5, y, width: 50, size: 9 });
  x += 60;
  write(desk, 'Số nhỏ: ngày âm lịch; 1/2 là mùng 1 tháng Hai, n là tháng nhuận', {
    x,
    y,
    width: SHEET.width - SHEET.margin - x,
    size: 9,
    colour: GREY,
  });
}

export async function calendarYearPdf(data: CalendarYearData, options: PdfOptions): Promise<Uint8Array> {
  const pen = openPen({ title: data.title, date: `${data.year}-01-01` }, options);
  const ended = bytesOf(pen);
  const desk = deskOf(pen);
  addSheet(pen);
  const top = sheetTitle(desk, data.unit, data.title, data.note) + 1;
  const width = (INNER - (COLUMNS - 1) * GAP.x) / COLUMNS;
  const height = (SHEET.height - SHEET.margin - FOOT - top - 2 * GAP.y) / 3;
  for (let month = 1; month <= 12; month++) {
    const prefix = `${data.year}-${String(month).padStart(2, '0')}-`;
    const block = {
      x: SHEET.margin + ((month - 1) % COLUMNS) * (width + GAP.x),
      y: top + Math.floor((month - 1) / COLUMNS) * (height + GAP.y),
      width,
      height,
    };
    drawMonth(
      desk,
      data.days.filter((day) => day.date.startsWith(prefix)),
      `Tháng ${month}`,
      block,
    );
  }
  drawLegend(desk);
  pen.end();
  return ended;
}
