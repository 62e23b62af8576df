/** Job: papers of agreements as PDF or Word. */
import { join } from 'node:path';
import { type AgreementPaperData, agreementSheet } from '../documents/papers/agreementSheet';
import { renderDocx } from '../documents/papers/renderDocx';
import { renderPdf } from '../documents/papers/renderPdf';
import type { JobTools } from './worker';

export interface AgreementPapersInput {
  format: 'pdf' | 'docx';
  data: AgreementPaperData;
}

export async function agreementPapersJob(
  { format, data }: AgreementPapersInput,
  tools: JobTools,
): Promise<Uint8Array> {
  const paper = agreementSheet(data);
  return format === 'docx'
    ? renderDocx(paper)
    : renderPdf(paper, { fontsDir: join(tools.resources, 'fonts') });
}
