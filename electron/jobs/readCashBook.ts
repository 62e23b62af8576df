/** Reads an older cash book from a table file beside the main loop. */
import { readFileSync } from 'node:fs';
import { type BookMapping, type BookReading, readCashBook } from '../../shared/domain/cashBook';
import { readTables } from '../documents/tables';
import type { JobTools } from './worker';

export interface ReadBookJob {
  path: string;
  fileName: string;
  sheet: number;
  columns: Partial<BookMapping>;
}

export async function readCashBookJob(
  job: ReadBookJob,
  tools: JobTools,
): Promise<BookReading & { sheets: string[] }> {
  const bytes = new Uint8Array(readFileSync(job.path));
  const workbook = await readTables(bytes, job.fileName, {
    onProgress: (rows) => tools.progress(rows, null, 'reading'),
  });
  const sheet = workbook.sheets[job.sheet] ?? workbook.sheets[0]!;
  return { ...readCashBook(sheet, job.columns), sheets: workbook.sheets.map(({ name }) => name) };
}
