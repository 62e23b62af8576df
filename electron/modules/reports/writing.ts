/** Parts of a report written out: words with their figures, headings with their numbers, lines of a table. */

import type { ReportPart } from '../../../shared/contract/reports';
import { indicatorOf, isIndicatorId } from '../../../shared/domain/indicators';
import { headingNumbers } from '../../../shared/domain/reports';
import {
  type SentenceRun,
  tagsIn,
  textOfRuns,
  unknownSentence,
  writeSentence,
} from '../../../shared/domain/sentences';
import { type FactOf, figureNow, type KeptFigures, sourceOf } from './facts';
import type { PartRecord } from './repository';

export const keptOf = (part: Pick<PartRecord, 'figures'>): KeptFigures =>
  JSON.parse(part.figures) as KeptFigures;

/** Lines of a table: an indicator each, or "# …" for a part of it. */
const linesOf = (template: string): string[] =>
  template
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('#') || isIndicatorId(line));

/** Tags a part is made of. */
export const tagsOfPart = (part: Pick<PartRecord, 'kind' | 'template'>): string[] =>
  part.kind === 'table'
    ? linesOf(part.template).filter((line) => !line.startsWith('#'))
    : tagsIn(part.template);

/** Every figure of a part as it is now; those in `keep` stay as they are. */
export function countFigures(
  part: Pick<PartRecord, 'kind' | 'template'>,
  facts: FactOf,
  keep: KeptFigures = {},
): KeptFigures {
  return Object.fromEntries(
    tagsOfPart(part).map((tag) => [tag, keep[tag] ?? figureNow(facts, tag, part.kind === 'table')]),
  );
}

export interface Written {
  runs: SentenceRun[];
  unknown: boolean;
}

/** A heading or paragraph with the figures it keeps. */
export function written(part: Pick<PartRecord, 'template' | 'name' | 'figures'>): Written {
  const kept = keptOf(part);
  const runs = writeSentence(part.template, (tag) => ({
    text: kept[tag]?.text ?? null,
    zero: kept[tag]?.value === 0,
  }));
  if (runs) return { runs, unknown: false };
  return { runs: [{ text: unknownSentence(part.name ?? 'Nội dung này'), tag: null }], unknown: true };
}

export const textOf = (part: Pick<PartRecord, 'template' | 'name' | 'figures'>): string =>
  textOfRuns(written(part).runs);

/** Words without figures: also in what a maybe-part would add. */
const rewritten = (part: PartRecord, now: KeptFigures): string =>
  textOf({ ...part, figures: JSON.stringify(now) });

function tableLines(part: PartRecord, now: KeptFigures): ReportPart['lines'] {
  const kept = keptOf(part);
  let no = 0;
  return linesOf(part.template).map((line) => {
    if (line.startsWith('#')) {
      no = 0;
      const [, number = '', label = ''] = /^#\s*(?:([IVXLC]+)\.\s*)?(.*)$/.exec(line) ?? [];
      return {
        group: true,
        no: number,
        label,
        labelEn: label,
        unit: '',
        value: null,
        indicator: null,
        now: null,
      };
    }
    no++;
    const { label, labelEn, noun, unit } = indicatorOf(line as never);
    const value = kept[line]?.text ?? null;
    const current = now[line]?.text ?? null;
    return {
      group: false,
      no: String(no),
      label,
      labelEn,
      unit: unit === 'money' ? 'đồng' : unit === 'percent' ? '%' : noun,
      value,
      indicator: line,
      now: current === value ? null : (current ?? ''),
    };
  });
}

/** Whether words of the catalogue were changed by hand. */
const changedByHand = (part: PartRecord): boolean =>
  part.original !== null && part.original !== part.template;

/** One part as it reads, beside the figures of now; without `facts` it is as it was. */
export function toPart(part: PartRecord, number: string | null, facts: FactOf | null): ReportPart {
  const kept = keptOf(part);
  const now = facts ? countFigures(part, facts) : kept;
  const { runs, unknown } = part.kind === 'table' ? { runs: [], unknown: false } : written(part);
  const different = (tag: string) => now[tag]?.text !== kept[tag]?.text;
  return {
    id: part.id,
    uid: part.uid,
    version: part.version,
    kind: part.kind,
    level: part.level,
    number,
    runs: runs.map(({ text, tag }) => ({
      text,
      tag,
      source: tag === null ? null : sourceOf(tag.split('|')[0]!),
      now: tag !== null && different(tag) ? (now[tag]?.text ?? '') : null,
    })),
    lines: part.kind === 'table' ? tableLines(part, now) : [],
    unknown,
    byHand: changedByHand(part),
    changed:
      part.kind === 'table'
        ? tagsOfPart(part).some(different)
        : tagsOfPart(part).some(different) && rewritten(part, now) !== textOfRuns(runs),
    copied: part.copied === 1,
    template: part.template,
    original: part.original,
  };
}

/** All parts, headings numbered. */
export function toParts(parts: readonly PartRecord[], facts: FactOf | null): ReportPart[] {
  const headings = parts.filter((part) => part.kind === 'heading');
  const numbers = headingNumbers(headings.map((part) => part.level ?? 2));
  return parts.map((part) => {
    const at = headings.indexOf(part);
    return toPart(part, at < 0 ? null : (numbers[at] ?? null), facts);
  });
}
