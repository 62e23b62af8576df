/** Looks a report over before it is printed: figures against the records of now, and the proof-reading of its words. */
import { AppError } from '../../../shared/contract/errors';
import type { ReportPart } from '../../../shared/contract/reports';
import { indicatorOf, isIndicatorId } from '../../../shared/domain/indicators';
import {
  type LinkedFigure,
  type ProofContext,
  type ProofFinding,
  type ProofLine,
  proofread,
  withProposal,
} from '../../../shared/domain/proofread';
import { readTag, templateOfEdited } from '../../../shared/domain/sentences';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { type FactOf, keptTerms } from './facts';
import { openPart, writePart } from './parts';
import { factsOfReport, liveReport, openReport, partsAsRead } from './record';
import type { ReportRecord } from './repository';
import * as repo from './repository';
import { keptOf, written } from './writing';

export const recipientsOf = (ctx: Pick<Ctx, 'db'>, report: Pick<ReportRecord, 'recipients'>): string[] =>
  (report.recipients ?? repo.style(ctx.db).recipients ?? '').split('\n').filter((line) => line.trim() !== '');

function linkedFigures(
  part: ReportPart,
  facts: FactOf,
  values: Record<string, number | null>,
): LinkedFigure[] {
  let at = 0;
  return part.runs.flatMap(({ text, tag }): LinkedFigure[] => {
    const place = { at, length: text.length };
    at += text.length;
    if (tag === null) return [];
    const { ref, form } = readTag(tag);
    if (form === 'name' || form === 'by' || form === 'day') return [];
    const vague = form === 'over' || /^(?:hơn|gần|khoảng)\s/u.test(text);
    return [{ ...place, value: values[tag] ?? null, money: facts(ref)?.kind === 'money', vague }];
  });
}

function linesOf(ctx: Ctx, report: ReportRecord, parts: readonly ReportPart[], facts: FactOf): ProofLine[] {
  const kept = new Map(repo.partsOf(ctx.db, report.id).map((part) => [part.id, keptOf(part)]));
  return parts
    .filter((part) => part.kind !== 'table')
    .map((part) => {
      const values = Object.fromEntries(
        Object.entries(kept.get(part.id) ?? {}).map(([tag, figure]) => [tag, figure.value]),
      );
      return {
        id: part.id,
        text: part.runs.map((run) => run.text).join(''),
        figures: linkedFigures(part, facts, values),
        copied: part.copied,
        heading: part.kind === 'heading',
      };
    });
}

interface Found {
  finding: ProofFinding;
  text: string;
  key: string;
}

/** What the proof-reading finds; a finding is known by its rule, its part and what stands there. */
function findingsOf(ctx: Ctx, report: ReportRecord, parts: readonly ReportPart[], facts: FactOf): Found[] {
  const context: ProofContext = {
    onDate: report.onDate ?? report.asOf,
    names: repo
      .datedNames(ctx.db)
      .map(({ name, validFrom, validTo, now }) => ({ name, from: validFrom, to: validTo, now })),
    recipients: recipientsOf(ctx, report),
    terms: keptTerms(ctx),
  };
  const subject: ProofLine = { id: 0, text: report.subject, heading: true };
  const lines = [subject, ...linesOf(ctx, report, parts, facts)];
  const uids = new Map(parts.map((part) => [part.id, part.uid]));
  const textOf = new Map(lines.map((line) => [line.id, line.text]));
  const seen = new Map<string, number>();
  return proofread(lines, context).map((finding) => {
    const text = finding.line === null ? '' : (textOf.get(finding.line) ?? '');
    const uid = finding.line === null ? 'paper' : (uids.get(finding.line) ?? 'subject');
    const excerpt = text.slice(Math.max(0, finding.at - 12), finding.at + finding.length + 12).slice(0, 200);
    const base = [finding.rule, uid, excerpt || (finding.details.what ?? '')].join('|').slice(0, 500);
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return { finding, text, key: times === 1 ? base : `${base}#${times}` };
  });
}

/** Letters shown on each side of a finding, at most; words are not cut. */
const AROUND = 40;

function before(text: string, at: number): string {
  if (at <= AROUND) return text.slice(0, at);
  const part = text.slice(at - AROUND, at);
  return `…${part.slice(part.indexOf(' ') + 1)}`;
}

function after(text: string, from: number): string {
  if (text.length - from <= AROUND) return text.slice(from);
  const part = text.slice(from, from + AROUND);
  const end = part.lastIndexOf(' ');
  return `${end < 0 ? part : part.slice(0, end)}…`;
}

export function check(input: ParsedInputOf<'reports.check'>, ctx: Ctx): OutputOf<'reports.check'> {
  const report = liveReport(ctx, input.id);
  const facts = factsOfReport(ctx, report);
  const parts = partsAsRead(ctx, report, facts);
  const ignored = new Set(repo.ignoredOf(ctx.db, report.id));
  const texts = parts.filter((part) => part.kind !== 'table');
  return {
    findings: findingsOf(ctx, report, parts, facts).map(({ finding, text, key }) => ({
      key,
      rule: finding.rule,
      partId: finding.line || null,
      before: before(text, finding.at),
      excerpt: text.slice(finding.at, finding.at + finding.length),
      after: after(text, finding.at + finding.length),
      proposal: finding.proposal,
      details: finding.details,
      ignored: ignored.has(key),
    })),
    changes: report.closedAt === null ? changesOf(parts) : [],
    byHand: texts.filter((part) => part.byHand).length,
    unknown: texts.filter((part) => part.unknown).length,
  };
}

function labelOf(tag: string): string {
  const { ref } = readTag(tag);
  return isIndicatorId(ref) ? indicatorOf(ref).label : '';
}

function changesOf(parts: readonly ReportPart[]): OutputOf<'reports.check'>['changes'] {
  return parts.flatMap((part) => {
    const partId = part.id;
    if (part.kind === 'table')
      return part.lines.flatMap((line) =>
        line.now === null
          ? []
          : [
              {
                partId,
                tag: line.indicator ?? '',
                label: line.label,
                was: line.value,
                now: line.now || null,
              },
            ],
      );
    const runs = part.runs.flatMap(({ tag, text, now }) =>
      tag === null || now === null ? [] : [{ partId, tag, label: labelOf(tag), was: text, now: now || null }],
    );
    if (runs.length > 0 || !part.changed) return runs;
    return [
      {
        partId,
        tag: '',
        label: part.runs
          .map((run) => run.text)
          .join('')
          .slice(0, 80),
        was: null,
        now: null,
      },
    ];
  });
}

export function ignore(input: ParsedInputOf<'reports.ignore'>, ctx: Ctx): OutputOf<'reports.ignore'> {
  const report = openReport(ctx, input.id);
  const was = repo.ignoredOf(ctx.db, report.id).includes(input.key);
  repo.setIgnored(ctx.db, report.id, input.key, input.ignored);
  recordChange(ctx, {
    entity: 'report',
    entityId: report.id,
    action: 'update',
    before: { ignored: was },
    after: { ignored: input.ignored },
  });
  ctx.undo('reports.ignore', { ...input, ignored: was });
  return { count: was === input.ignored ? 0 : 1 };
}

/** Writes a proposal into its part. Errors: NOT_FOUND where the finding is gone or has nothing to write. */
export function accept(input: ParsedInputOf<'reports.accept'>, ctx: Ctx): OutputOf<'reports.accept'> {
  const report = openReport(ctx, input.id);
  const facts = factsOfReport(ctx, report);
  const found = findingsOf(ctx, report, partsAsRead(ctx, report, facts), facts).find(
    (one) => one.key === input.key,
  );
  if (!found?.finding.line || found.finding.proposal === null) throw new AppError('NOT_FOUND');
  const { part } = openPart(ctx, found.finding.line);
  const { runs, unknown } = written(part);
  const text = withProposal(found.text, found.finding);
  const template = templateOfEdited(text, unknown ? [] : runs);
  writePart(ctx, part, { template, level: part.level, copied: part.copied, version: part.version });
  return { id: part.id, version: part.version + 1 };
}
