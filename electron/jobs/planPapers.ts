/** Work plans beside the main loop. */
import { join } from 'node:path';
import { renderDocx } from '../documents/papers/renderDocx';
import { renderPdf } from '../documents/papers/renderPdf';
import { type WorkPlanData, workPlan } from '../documents/papers/workPlan';
import type { JobTools } from './worker';

export interface PlanPaper {
  data: WorkPlanData;
  format: 'pdf' | 'docx';
}

export async function planPapersJob({ data, format }: PlanPaper, tools: JobTools): Promise<Uint8Array> {
  const paper = workPlan(data);
  return format === 'docx'
    ? renderDocx(paper)
    : renderPdf(paper, { fontsDir: join(tools.resources, 'fonts') });
}
