/**
 * Sentences of a report (câu báo cáo): words with figures in them. `{members.active}` prints a figure, `{event:12|rate}`
 * one form of it; what stands between `{?` and `?}` is left out while one of its figures is unknown or 0. A sentence
 * whose figures are unknown says so: an unknown figure is never a 0.
 */
import { amountInWords } from '../text/amountInWords';
import {
  formatCount,
  formatFraction,
  formatPercent,
  moneyProse,
  NBSP,
  twoDigits,
  type Vagueness,
  withVagueness,
} from '../text/numbers';

/** How a figure is written. Left out: in the manner of its unit. */
export const FIGURE_FORMS = [
  /** 08 */ 'two',
  /** 181.000.000 đồng */ 'full',
  /** Một trăm tám mươi mốt triệu đồng */ 'words',
  /** hơn 200 triệu đồng: only where it is true */ 'over',
  /** 1.484/2.178 */ 'fraction',
  /** 68% */ 'rate',
  /** 1.484/2.178 đoàn viên; 1.023 người */ 'counted',
  /** its name */ 'name',
  /** who held it */ 'by',
  /** its day */ 'day',
] as const;
export type FigureForm = (typeof FIGURE_FORMS)[number];

/** What is known of a figure when a sentence is written. */
export interface Fact {
  /** Unknown is null. */
  readonly value: number | null;
  readonly kind: 'count' | 'money' | 'percent';
  readonly part: number | null;
  readonly whole: number | null;
  /** đoàn viên, người, suất */
  readonly noun: string;
  readonly flag: Vagueness;
  /** What the source said where no number is known: "hàng trăm". */
  readonly wording: string | null;
  readonly name: string | null;
  readonly by: string | null;
  readonly day: string | null;
}

export interface Tag {
  readonly ref: string;
  readonly form: FigureForm | null;
}

export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'figure'; readonly tag: string }
  | { readonly kind: 'maybe'; readonly pieces: readonly Piece[] };

/** Printed where nothing is on record. */
export const NO_FIGURE = 'chưa có số liệu';

const TAG = /\{([a-zA-Z]+(?:[.:][a-zA-Z0-9_]+)*)(?:\|([a-z]+))?\}/g;
const MAYBE = /\{\?([\s\S]*?)\?\}/g;

/** The parts of a tag without its braces: "event:12|rate". */
export function readTag(tag: string): Tag {
  const [ref = '', form] = tag.split('|');
  return { ref, form: FIGURE_FORMS.find((one) => one === form) ?? null };
}

function wordsAndTags(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(TAG)) {
    if (match.index > at) pieces.push({ kind: 'words', text: text.slice(at, match.index) });
    pieces.push({ kind: 'figure', tag: match[2] ? `${match[1]}|${match[2]}` : match[1]! });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ kind: 'words', text: text.slice(at) });
  return pieces;
}

/** A template taken apart. */
export function readTemplate(template: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of template.matchAll(MAYBE)) {
    pieces.push(...wordsAndTags(template.slice(at, match.index)));
    pieces.push({ kind: 'maybe', pieces: wordsAndTags(match[1] ?? '') });
    at = match.index + match[0].length;
  }
  return [...pieces, ...wordsAndTags(template.slice(at))];
}

/** Every tag of a template, each once. */
export function tagsIn(template: string): string[] {
  const tags = readTemplate(template).flatMap((piece) => (piece.kind === 'maybe' ? piece.pieces : [piece]));
  return [...new Set(tags.flatMap((piece) => (piece.kind === 'figure' ? [piece.tag] : [])))];
}

/** The largest figure with two digits that is not above a sum: 201.300.000 is over 200.000.000. */
export function roundedDown(value: number): number {
  const step = 10 ** Math.max(0, String(Math.trunc(value)).length - 2);
  return Math.floor(value / step) * step;
}

function overText(fact: Fact & { value: number }): string {
  const down = roundedDown(fact.value);
  const flag = down < fact.value ? 'atLeast' : fact.flag;
  if (fact.kind === 'money') return moneyProse(down, flag);
  return withVagueness(`${formatCount(down)}`, flag);
}

const plain = (fact: Fact & { value: number }): string => {
  if (fact.kind === 'percent') return formatPercent(fact.part, fact.whole) ?? NO_FIGURE;
  return fact.kind === 'money'
    ? moneyProse(fact.value, fact.flag)
    : withVagueness(formatCount(fact.value), fact.flag);
};

const FORMS: Readonly<Record<FigureForm, (fact: Fact & { value: number }) => string | null>> = {
  two: (fact) => withVagueness(twoDigits(fact.value), fact.flag),
  full: (fact) => withVagueness(`${formatCount(fact.value)}${NBSP}đồng`, fact.flag),
  words: (fact) => amountInWords(fact.value),
  over: overText,
  fraction: (fact) =>
    fact.part === null || fact.whole === null ? null : formatFraction(fact.part, fact.whole),
  rate: (fact) => (fact.flag === 'exact' ? formatPercent(fact.part, fact.whole) : null),
  counted: (fact) =>
    fact.part !== null && fact.whole !== null && fact.flag === 'exact'
      ? `${formatFraction(fact.part, fact.whole)}${NBSP}${fact.noun}`
      : `${plain(fact)}${fact.kind === 'money' ? '' : `${NBSP}${fact.noun}`}`,
  name: (fact) => fact.name,
  by: (fact) => fact.by,
  day: (fact) => fact.day,
};

/** A figure as a sentence prints it; null where it is not known. */
export function factText(fact: Fact | null, form: FigureForm | null): string | null {
  if (fact === null) return null;
  if (form === 'name') return fact.name;
  if (form === 'by') return fact.by;
  if (form === 'day') return fact.day;
  const { value } = fact;
  if (value === null)
    return fact.wording && (form === 'counted' || form === null) ? `${fact.wording} ${fact.noun}` : null;
  return form === null ? plain({ ...fact, value }) : FORMS[form]({ ...fact, value });
}

/** A piece of a written sentence; `tag` where it is a figure. */
export interface SentenceRun {
  readonly text: string;
  readonly tag: string | null;
}

/** What each tag prints, and whether it is a 0. */
export type Printed = (tag: string) => { readonly text: string | null; readonly zero: boolean };

function runsOf(pieces: readonly Piece[], printed: Printed): SentenceRun[] | null {
  const runs: SentenceRun[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'words') runs.push({ text: piece.text, tag: null });
    else if (piece.kind === 'figure') {
      const { text } = printed(piece.tag);
      if (text === null) return null;
      runs.push({ text, tag: piece.tag });
    } else {
      const empty = piece.pieces.some(
        (inner) => inner.kind === 'figure' && (printed(inner.tag).zero || printed(inner.tag).text === null),
      );
      if (!empty) runs.push(...(runsOf(piece.pieces, printed) ?? []));
    }
  }
  return runs;
}

/** A template written out; null while a figure it cannot do without is unknown. */
export function writeSentence(template: string, printed: Printed): SentenceRun[] | null {
  const runs = runsOf(readTemplate(template), printed);
  return runs && joined(runs);
}

function joined(runs: readonly SentenceRun[]): SentenceRun[] {
  const out: SentenceRun[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last && last.tag === null && run.tag === null)
      out[out.length - 1] = { text: last.text + run.text, tag: null };
    else if (run.text !== '') out.push(run);
  }
  return out;
}

/** "Thăm hỏi: chưa có số liệu." */
export const unknownSentence = (name: string): string => `${name}: ${NO_FIGURE}.`;

export const textOfRuns = (runs: readonly SentenceRun[]): string => runs.map((run) => run.text).join('');

/** Braces mean figures in a template; typed ones become round. */
const withoutBraces = (text: string): string => text.replaceAll('{', '(').replaceAll('}', ')');

interface Token {
  text: string;
  /** Place among the runs; -1 for words. */
  figure: number;
}
const TOKENS = /\d[\d.,]*\d|\d|[\p{L}\p{M}]+|\s+|[^\s]/gu;
const tokensOf = (text: string, figure = -1): Token[] =>
  [...text.matchAll(TOKENS)].map((match) => ({ text: match[0], figure }));
const alike = (a: Token, b: Token): boolean =>
  a.text === b.text || (/^\s+$/.test(a.text) && /^\s+$/.test(b.text));

/** Which tokens of the old text stand in the new one, as places there; -1 for those that are gone. */
function matched(old: readonly Token[], now: readonly Token[]): number[] {
  const places = new Array<number>(old.length).fill(-1);
  let from = 0;
  while (from < old.length && from < now.length && alike(old[from]!, now[from]!)) places[from] = from++;
  let [oldTo, nowTo] = [old.length, now.length];
  while (oldTo > from && nowTo > from && alike(old[oldTo - 1]!, now[nowTo - 1]!)) places[--oldTo] = --nowTo;
  const [rows, columns] = [oldTo - from, nowTo - from];
  if (rows * columns > 4_000_000) return places;
  const longest = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      longest[i]![j] = alike(old[from + i]!, now[from + j]!)
        ? longest[i + 1]![j + 1]! + 1
        : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (alike(old[from + i]!, now[from + j]!)) places[from + i++] = from + j++;
    else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i++;
    else j++;
  }
  return places;
}

/**
 * What somebody made of a written sentence, as a template again: figures that still stand as they were printed stay
 * figures; one that was changed is words from then on.
 */
export function templateOfEdited(edited: string, runs: readonly SentenceRun[]): string {
  const old = runs.flatMap((run, at) => tokensOf(run.text, run.tag === null ? -1 : at));
  const now = tokensOf(edited.normalize('NFC'));
  const places = matched(old, now);
  const stands = new Map<number, { from: number; to: number }>();
  runs.forEach((run, at) => {
    if (run.tag === null) return;
    const own = places.filter((_, place) => old[place]!.figure === at);
    const whole = own.length > 0 && own.every((place, i) => place >= 0 && place === own[0]! + i);
    if (whole) stands.set(own[0]!, { from: at, to: own.at(-1)! });
  });
  let template = '';
  for (let at = 0; at < now.length; at++) {
    const figure = stands.get(at);
    if (figure) at = figure.to;
    template += figure ? `{${runs[figure.from]!.tag}}` : withoutBraces(now[at]!.text);
  }
  return template;
}
