/**
 * Proof-reading before printing (soát lỗi trước khi in): every rule looks at the words of a paper as they stand and says
 * where, what and, where it can, what to write instead. A rule that is not sure says nothing.
 */
import type { CongressTerm } from './congressTerms';
import { dateFindings } from './proofreadDates';
import { congressFindings, nameFindings } from './proofreadNames';
import { percentFindings, sumFindings, vagueFindings } from './proofreadNumbers';
import { typingFindings } from './proofreadTyping';
import { toneFindings, wordFindings } from './proofreadWords';

export const PROOF_RULES = [
  'weekday',
  'noDate',
  'sum',
  'partOver',
  'percent',
  'vague',
  'congress',
  'oldName',
  'spaces',
  'letters',
  'tone',
  'repeated',
  'misprint',
  'pairs',
  'unfinished',
  'recipients',
  'copied',
] as const;
export type ProofRule = (typeof PROOF_RULES)[number];

/** A figure in a line that comes from records. */
export interface LinkedFigure {
  readonly at: number;
  readonly length: number;
  readonly value: number | null;
  readonly money: boolean;
  /** Its own words say "hơn", "gần" or "khoảng". */
  readonly vague: boolean;
}

export interface ProofLine {
  /** Names the line; null for the paper as a whole. */
  readonly id: number | null;
  readonly text: string;
  readonly figures?: readonly LinkedFigure[];
  /** Taken from an older paper and not looked at since. */
  readonly copied?: boolean;
  readonly heading?: boolean;
}

/** A name that held for some days only. */
export interface DatedName {
  readonly name: string;
  readonly from: string | null;
  /** Exclusive; null: still. */
  readonly to: string | null;
  /** The name on the day of the paper. */
  readonly now: string | null;
}

export interface ProofContext {
  /** Day of the paper, or the last day it counts. */
  readonly onDate: string;
  readonly names: readonly DatedName[];
  readonly recipients: readonly string[];
  readonly terms: readonly CongressTerm[];
}

export interface ProofFinding {
  readonly rule: ProofRule;
  readonly line: number | null;
  readonly at: number;
  readonly length: number;
  readonly proposal: string | null;
  readonly details: Readonly<Record<string, string>>;
}

/** What a rule answers for one line. */
export type LineFinding = Omit<ProofFinding, 'line' | 'details'> & {
  details?: Readonly<Record<string, string>>;
};
export type LineRule = (line: ProofLine, context: ProofContext) => LineFinding[];

const RULES: readonly LineRule[] = [
  dateFindings,
  sumFindings,
  percentFindings,
  vagueFindings,
  congressFindings,
  nameFindings,
  typingFindings,
  wordFindings,
];

/** Looks over a whole paper; findings in the order of its lines and of their places in them. */
export function proofread(lines: readonly ProofLine[], context: ProofContext): ProofFinding[] {
  const tones = toneFindings(lines);
  const found = lines.flatMap((line) =>
    [...RULES.flatMap((rule) => rule(line, context)), ...(tones.get(line) ?? [])]
      .sort((a, b) => a.at - b.at)
      .map((one): ProofFinding => ({ ...one, line: line.id, details: one.details ?? {} })),
  );
  return [...found, ...recipientFindings(context)];
}

function recipientFindings({ recipients }: ProofContext): ProofFinding[] {
  const paper = { rule: 'recipients' as const, line: null, at: 0, length: 0, proposal: null };
  if (recipients.length === 0) return [{ ...paper, details: { what: 'none' } }];
  const kept = recipients.some((line) => /^\s*-?\s*lưu\b/iu.test(line));
  return kept ? [] : [{ ...paper, details: { what: 'kept' } }];
}

/** The text with a finding's proposal in its place. */
export const withProposal = (text: string, { at, length, proposal }: LineFinding): string =>
  proposal === null ? text : text.slice(0, at) + proposal + text.slice(at + length);
