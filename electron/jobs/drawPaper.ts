/** One paper drawn beside the main loop, as PDF or Word. */
import { join } from 'node:path';
import type { Paper } from '../documents/papers/paper';
import { renderDocx } from '../documents/papers/renderDocx';
import { renderPdf } from '../documents/papers/renderPdf';
import type { JobTools } from './worker';

export interface DrawnPaper {
  /** Plain data: no page sums. */
  paper: Paper;
  format: 'pdf' | 'docx';
}

export const drawPaperJob = ({ paper, format }: DrawnPaper, tools: JobTools): Promise<Uint8Array> =>
  format === 'docx' ? renderDocx(paper) : renderPdf(paper, { fontsDir: join(tools.resources, 'fonts') });
