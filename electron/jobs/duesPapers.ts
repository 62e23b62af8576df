/** Lists of dues, drives and donors beside the main loop. */
import { join } from 'node:path';
import { type MoneyListData, moneyList, moneySheet } from '../documents/papers/duesLists';
import { renderPdf } from '../documents/papers/renderPdf';
import { writeWorkbook } from '../documents/spreadsheets/workbook';
import type { JobTools } from './worker';

export interface DuesPaper {
  data: MoneyListData;
  format: 'pdf' | 'xlsx';
}

export async function duesPapersJob({ data, format }: DuesPaper, tools: JobTools): Promise<Uint8Array> {
  return format === 'xlsx'
    ? writeWorkbook({ sheets: [moneySheet(data)] })
    : renderPdf(moneyList(data), { fontsDir: join(tools.resources, 'fonts') });
}
