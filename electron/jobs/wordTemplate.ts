/** Job: a Word template made, checked, filled or shown, away from the main loop: the file may come from anywhere. */
import type { ReportHeading } from '../../shared/domain/reports';
import { sampleOf, TEMPLATES, type WordData, type WordTemplateKey } from '../../shared/domain/wordTemplates';
import { blocksOf, type WordBlock } from '../documents/word/blocks';
import { builtinTemplate } from '../documents/word/builtins';
import { checkTemplate, type TemplateFindings } from '../documents/word/check';
import { openWord } from '../documents/word/container';
import { fillTemplate } from '../documents/word/fill';

export interface WordTemplateInput {
  key: WordTemplateKey;
  /** Null: the built-in one. */
  template: Uint8Array | null;
  step: 'template' | 'check' | 'fill' | 'show';
  /** For filling and showing; null takes samples; several make one paper each. */
  data: WordData | readonly WordData[] | null;
  /** Right side of the built-in heading. */
  heading?: ReportHeading;
}

export type WordTemplateResult = { bytes?: Uint8Array; findings?: TemplateFindings; blocks?: WordBlock[] };

export async function wordTemplateJob(input: WordTemplateInput): Promise<WordTemplateResult> {
  const { key, step } = input;
  const template = input.template ?? (await builtinTemplate(key, input.heading));
  const { fields } = TEMPLATES[key];
  if (step === 'template') return { bytes: template };
  const findings = checkTemplate(openWord(template), fields);
  if (step === 'check') return { findings };
  // Tags that are not known print a blank; those that do not fit together cannot be filled at all.
  if (findings.problems.some((one) => one.code !== 'unknown' && one.code !== 'outside'))
    return { findings, blocks: [] };
  const bytes = fillTemplate(template, input.data ?? sampleOf(fields));
  return step === 'show' ? { findings, blocks: blocksOf(bytes) } : { bytes };
}
