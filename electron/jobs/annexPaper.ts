/** The statistical annex beside the main loop. */
import { join } from 'node:path';
import { type AnnexPaperData, annexPaper, annexSheet } from '../documents/papers/annex';
import { renderDocx } from '../documents/papers/renderDocx';
import { renderPdf } from '../documents/papers/renderPdf';
import { writeWorkbook } from '../documents/spreadsheets/workbook';
import type { JobTools } from './worker';

export interface AnnexPaperInput {
  data: AnnexPaperData;
  format: 'pdf' | 'docx' | 'xlsx';
}

export async function annexPaperJob({ data, format }: AnnexPaperInput, tools: JobTools): Promise<Uint8Array> {
  if (format === 'xlsx') return writeWorkbook({ sheets: [annexSheet(data)] });
  const paper = annexPaper(data);
  return format === 'docx'
    ? renderDocx(paper)
    : renderPdf(paper, { fontsDir: join(tools.resources, 'fonts') });
}
