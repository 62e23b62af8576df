/** Draws the calendar's pages as PDF beside the main loop. */
import { join } from 'node:path';
import { type CalendarMonthData, calendarMonthPdf } from '../documents/papers/calendarMonth';
import { type CalendarYearData, calendarYearPdf } from '../documents/papers/calendarYear';
import type { JobTools } from './worker';

export type CalendarPaper =
  | { page: 'month'; data: CalendarMonthData }
  | { page: 'year'; data: CalendarYearData };

export async function calendarPaperJob(paper: CalendarPaper, tools: JobTools): Promise<Uint8Array> {
  const options = { fontsDir: join(tools.resources, 'fonts') };
  return paper.page === 'month'
    ? calendarMonthPdf(paper.data, options)
    : calendarYearPdf(paper.data, options);
}
