/** A month as one page of A4 landscape: a wall calendar with lunar days and what falls on each day. */
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
  PALE,
  pitchOf,
  RED,
  SHEET,
  sheetTitle,
  TINT,
  write,
} from './calendarSheet';
import { bytesOf, openPen, type PdfOptions } from './renderPdf';

export interface CalendarPaperDay {
  date: string;
  lunar: LunarDate;
  /** Public holiday. */
  off: boolean;
  /** "14:00 Họp ban chấp hành" */
  lines: readonly { text: string; strong: boolean }[];
}

export interface CalendarMonthData {
  unit: string;
  /** 'YYYY-MM' */
  month: string;
  title: string;
  note: string;
  days: readonly CalendarPaperDay[];
  /** Matters of the month or a part of it, not of a day. */
  period: readonly string[];
  /** Heading of the page that lists what did not fit. */
  wholeTitle: string;
}

const HEAD = 6.5;
const SMALL = 9;
const PERIOD = 9.5;
const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'];
const isSunday = (date: string): boolean => dayOfWeek(date) === 0;

interface Cell {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Lines of a day in its cell; false when some did not fit. */
function drawLines(desk: Desk, day: CalendarPaperDay, cell: Cell): boolean {
  const pitch = pitchOf(SMALL);
  const top = cell.y + 9.6;
  const room = Math.floor((cell.y + cell.height - 1 - top) / pitch) + 1;
  let used = 0;
  for (const [at, line] of day.lines.entries()) {
    const rest = day.lines.length - at - 1;
    const free = room - used - (rest > 0 ? 1 : 0);
    const spot = { x: cell.x + 1.3, y: top + used * pitch, width: cell.width - 2.6, size: SMALL };
    if (free < 1) {
      write(desk, `và ${rest + 1} việc nữa`, { ...spot, italic: true, colour: GREY });
      return false;
    }
    const lines = Math.min(free, 3);
    used += write(desk, line.text, { ...spot, lines, bold: line.strong });
  }
  return true;
}

function drawDay(desk: Desk, day: CalendarPaperDay, cell: Cell, data: CalendarMonthData): boolean {
  const inside = day.date.startsWith(data.month);
  const red = day.off || isSunday(day.date);
  box(desk.pen, cell, inside ? (red ? '#FCF5F4' : undefined) : TINT);
  const lunar = lunarShort(day.lunar, day.date.endsWith('-01'));
  const number = String(Number(day.date.slice(8)));
  const y = cell.y + 5.4;
  const at = { x: cell.x + 1.4, width: cell.width - 2.8, y };
  write(desk, number, { ...at, size: 14, bold: true, colour: inside ? (red ? RED : '#000000') : PALE });
  write(desk, lunar, {
    ...at,
    size: 9,
    align: 'right',
    italic: true,
    bold: day.lunar.day === 1 || day.lunar.day === 15,
    colour: inside ? GREY : PALE,
  });
  return !inside || drawLines(desk, day, cell);
}

/** What did not fit its cell, on a page of its own in two columns. */
function drawWhole(desk: Desk, data: CalendarMonthData): void {
  const days = data.days.filter((day) => day.date.startsWith(data.month) && day.lines.length > 0);
  const column = (INNER - 8) / 2;
  const pitch = pitchOf(11);
  let [x, y] = [SHEET.margin, SHEET.height];
  const open = () => {
    addSheet(desk.pen);
    x = SHEET.margin;
    y = sheetTitle(desk, data.unit, data.wholeTitle, data.note) + 5;
  };
  for (const day of days)
    for (const line of day.lines) {
      if (y > SHEET.height - SHEET.margin - 2 * pitch) {
        if (x === SHEET.margin && y < SHEET.height) {
          x += column + 8;
          y = SHEET.margin + 24.5;
        } else open();
      }
      write(desk, `${day.date.slice(8)}/${day.date.slice(5, 7)}`, { x, y, width: 14, size: 11, bold: true });
      const spot = { x: x + 14, y, width: column - 14, size: 11, lines: 2, bold: line.strong };
      y += write(desk, line.text, spot) * pitch + 0.8;
    }
}

export async function calendarMonthPdf(data: CalendarMonthData, options: PdfOptions): Promise<Uint8Array> {
  const pen = openPen({ title: data.title, date: `${data.month}-01` }, options);
  const ended = bytesOf(pen);
  const desk = deskOf(pen);
  addSheet(pen);
  const top = sheetTitle(desk, data.unit, data.title, data.note);
  const width = INNER / 7;
  WEEKDAYS.forEach((name, at) => {
    const cell = { x: SHEET.margin + at * width, y: top, width, height: HEAD };
    box(pen, cell, TINT);
    const colour = at === 6 ? RED : '#000000';
    write(desk, name, { ...cell, y: top + 4.6, size: 10.5, bold: true, align: 'center', colour });
  });
  const periods = data.period.slice(0, 4);
  const foot = periods.length === 0 ? 0 : 2 + periods.length * pitchOf(PERIOD);
  const height = (SHEET.height - SHEET.margin - foot - top - HEAD) / (data.days.length / 7);
  let whole = true;
  data.days.forEach((day, at) => {
    const cell = {
      x: SHEET.margin + (at % 7) * width,
      y: top + HEAD + Math.floor(at / 7) * height,
      width,
      height,
    };
    whole = drawDay(desk, day, cell, data) && whole;
  });
  periods.forEach((text, at) => {
    const y = SHEET.height - SHEET.margin - foot + 5 + at * pitchOf(PERIOD);
    write(desk, text, { x: SHEET.margin, y, width: INNER, size: PERIOD });
  });
  if (!whole) drawWhole(desk, data);
  pen.end();
  return ended;
}
