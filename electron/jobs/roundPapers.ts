/** Job: papers of the award chain, of inspection and women's work as PDF, one after another, after the built-in templates. */
import { join } from 'node:path';
import type { WordData } from '../../shared/domain/wordTemplates';
import { renderPdfs } from '../documents/papers/renderPdf';
import { type FilledHeading, filledPaper } from '../documents/word/fillBlocks';
import { INSPECTION_SHEETS } from '../documents/word/inspectionSheets';
import { PROPOSAL_SHEETS } from '../documents/word/proposalSheets';
import type { JobTools } from './worker';

const SHEETS = { ...PROPOSAL_SHEETS, ...INSPECTION_SHEETS };

export interface RoundPapersInput {
  template: keyof typeof SHEETS;
  /** At least one. */
  copies: readonly WordData[];
  heading: FilledHeading;
}

export function roundPapersJob(input: RoundPapersInput, tools: JobTools): Promise<Uint8Array> {
  const { template, heading } = input;
  const [first, ...others] = input.copies.map((data) => filledPaper(SHEETS[template], data, heading));
  if (!first) throw new Error('no paper to draw');
  return renderPdfs([first, ...others], { fontsDir: join(tools.resources, 'fonts') });
}
