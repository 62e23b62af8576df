/** Job: a report as PDF. */
import { join } from 'node:path';
import { renderPdf } from '../documents/papers/renderPdf';
import { type ReportPaperData, reportPaper } from '../documents/papers/report';
import type { JobTools } from './worker';

export function reportPaperJob(data: ReportPaperData, tools: JobTools): Promise<Uint8Array> {
  return renderPdf(reportPaper(data), { fontsDir: join(tools.resources, 'fonts') });
}
