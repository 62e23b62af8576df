/** Job: a self-review as Word, PDF or workbook. */
import { join } from 'node:path';
import { renderDocx } from '../documents/papers/renderDocx';
import { renderPdf } from '../documents/papers/renderPdf';
import { type SelfReviewData, selfReviewPaper } from '../documents/papers/selfReview';
import { selfReviewWorkbook } from '../documents/spreadsheets/selfReview';
import type { JobTools } from './worker';

export interface ExportReviewInput {
  kind: 'docx' | 'pdf' | 'xlsx';
  data: SelfReviewData;
}

export async function exportReview(input: ExportReviewInput, tools: JobTools): Promise<Uint8Array> {
  if (input.kind === 'xlsx') return selfReviewWorkbook(input.data);
  const paper = selfReviewPaper(input.data);
  return input.kind === 'docx'
    ? renderDocx(paper)
    : renderPdf(paper, { fontsDir: join(tools.resources, 'fonts') });
}
