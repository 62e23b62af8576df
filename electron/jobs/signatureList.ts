/** Draws the list to sign for gifts beside the main loop. */
import { join } from 'node:path';
import { renderDocx } from '../documents/papers/renderDocx';
import { renderPdf } from '../documents/papers/renderPdf';
import {
  type SignatureListData,
  signatureListPaper,
  signatureListSheet,
} from '../documents/papers/signatureList';
import { writeWorkbook } from '../documents/spreadsheets/workbook';
import type { JobTools } from './worker';

export interface SignatureListInput {
  format: 'pdf' | 'xlsx' | 'docx';
  data: SignatureListData;
}

export async function signatureListJob(input: SignatureListInput, tools: JobTools): Promise<Uint8Array> {
  if (input.format === 'xlsx') return writeWorkbook({ sheets: [signatureListSheet(input.data)] });
  const paper = signatureListPaper(input.data, { paged: input.format === 'pdf' });
  return input.format === 'docx'
    ? renderDocx(paper)
    : renderPdf(paper, { fontsDir: join(tools.resources, 'fonts') });
}
