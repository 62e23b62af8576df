/** Job: papers of the award chain as PDF, one after another, after the built-in templates. */
import { join } from 'node:path';
import type { WordData } from '../../shared/domain/wordTemplates';
import { renderPdfs } from '../documents/papers/renderPdf';
import { type FilledHeading, filledPaper } from '../documents/word/fillBlocks';
import { PROPOSAL_SHEETS } from '../documents/word/proposalSheets';
import type { JobTools } from './worker';

export interface RoundPapersInput {
  template: keyof typeof PROPOSAL_SHEETS;
  /** At least one. */
  copies: readonly WordData[];
  heading: FilledHeading;
}

export function roundPapersJob(input: RoundPapersInput, tools: JobTools): Promise<Uint8Array> {
  const { template, heading } = input;
  const [first, ...others] = input.copies.map((data) =>
    filledPaper(PROPOSAL_SHEETS[template], data, heading),
  );
  if (!first) throw new Error('no paper to draw');
  return renderPdfs([first, ...others], { fontsDir: join(tools.resources, 'fonts') });
}
