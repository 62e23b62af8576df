/** Draws the list to sign for gifts beside the main loop. */
import { join } from 'node:path';
import { renderPdf } from '../documents/papers/renderPdf';
import {
  type SignatureListData,
  signatureListPaper,
  signatureListSheet,
} from '../documents/papers/signatureList';
import { writeWorkbook } from '../documents/spreadsheets/workbook';
import type { JobTools } from './worker';

export interface SignatureListInput {
  format: 'pdf' | 'xlsx';
  data: SignatureListData;
}

export async function signatureListJob(input: SignatureListInput, tools: JobTools): Promise<Uint8Array> {
  return input.format === 'xlsx'
    ? writeWorkbook({ sheets: [signatureListSheet(input.data)] })
    : renderPdf(signatureListPaper(input.data), { fontsDir: join(tools.resources, 'fonts') });
}
