/** Job: a yearly rating as Word, PDF or workbook, and the work a self-review leaves for the next year. */
import { join } from 'node:path';
import { type RatingPaperData, ratingPaper } from '../documents/papers/rating';
import { renderDocx } from '../documents/papers/renderDocx';
import { renderPdf } from '../documents/papers/renderPdf';
import { type ReviewGapsData, reviewGapsPaper } from '../documents/papers/reviewGaps';
import { ratingWorkbook } from '../documents/spreadsheets/rating';
import type { JobTools } from './worker';

export type RatingPapersInput =
  | { paper: 'rating'; kind: 'docx' | 'pdf' | 'xlsx'; data: RatingPaperData }
  | { paper: 'gaps'; kind: 'docx' | 'pdf'; data: ReviewGapsData };

export async function ratingPapersJob(input: RatingPapersInput, tools: JobTools): Promise<Uint8Array> {
  if (input.paper === 'rating' && input.kind === 'xlsx') return ratingWorkbook(input.data);
  const paper = input.paper === 'rating' ? ratingPaper(input.data) : reviewGapsPaper(input.data);
  return input.kind === 'docx'
    ? renderDocx(paper)
    : renderPdf(paper, { fontsDir: join(tools.resources, 'fonts') });
}
