/**
 * Fit rules: from words and a box to a font size and lines. Nothing is ever cut: below the floor the text is
 * set at the floor and flagged as overflow.
 */
import { breakLines, greedyLines, lineWidth, type Word } from './breaking';
import { POINT } from './measure';
import type { Fit } from './schema';
import { type BreakingPrices, SHIPPED_BREAKING } from './words';

export interface FitInput {
  readonly words: readonly Word[];
  /** Box in millimetres. */
  readonly w: number;
  readonly h: number;
  /** Wished size in points. */
  readonly size: number;
  readonly fit: Fit | undefined;
  /** Cap height in em. */
  readonly cap: number;
  /** The shipped prices when absent. */
  readonly prices?: BreakingPrices | undefined;
}

export interface Fitted {
  readonly size: number;
  /** First word of each line. */
  readonly starts: readonly number[];
  readonly lineHeight: number;
  readonly overflow: boolean;
}

const STEP = 0.5;
const SLACK = 1e-6;
const DEFAULT_LINE_HEIGHT = 1.3;

/** Sizes from `from` down to `floor` by half points, both included. */
function sizes(from: number, floor: number): number[] {
  const list: number[] = [];
  for (let size = from; size > floor + SLACK; size -= STEP) list.push(size);
  list.push(Math.min(from, floor));
  return list;
}

const pricesOf = (input: FitInput) => input.prices ?? SHIPPED_BREAKING.prices;
const capacityAt = (input: FitInput, size: number) => input.w / (size * POINT);
const forcedLines = (words: readonly Word[]) => 1 + words.filter((word) => word.forced).length;

/** Height of the cap box of `lines` lines, in millimetres. */
export function blockHeight(cap: number, lineHeight: number, lines: number, size: number): number {
  return (cap + (lines - 1) * lineHeight) * size * POINT;
}

function fixedStarts(words: readonly Word[]): number[] {
  return words.flatMap((word, i) => (i === 0 || word.forced ? [i] : []));
}

/** One line for each line of the text, shrunk to the width when the rule allows. */
function shrink(input: FitInput, floor: number): Fitted {
  const starts = fixedStarts(input.words);
  const lineHeight = input.fit?.lineHeight ?? DEFAULT_LINE_HEIGHT;
  const widest = Math.max(
    ...starts.map((start, i) => lineWidth(input.words, start, starts[i + 1] ?? input.words.length)),
  );
  for (const size of sizes(input.size, floor)) {
    if (widest <= capacityAt(input, size) + SLACK) return { size, starts, lineHeight, overflow: false };
  }
  return { size: Math.min(input.size, floor), starts, lineHeight, overflow: true };
}

/** The cheapest lines at one size, among all allowed counts that stay inside the box. */
function cheapest(input: FitInput, size: number, least: number, lineHeight: number) {
  let best: { starts: readonly number[]; cost: number } | null = null;
  for (let lines = least; lines <= (input.fit?.maxLines ?? 2); lines++) {
    if (lines > 1 && blockHeight(input.cap, lineHeight, lines, size) > input.h + SLACK) break;
    const found = breakLines(input.words, capacityAt(input, size), lines, false, pricesOf(input));
    if (!found) continue;
    const cost = found.cost + pricesOf(input).line * Math.max(0, lines - 2);
    if (!best || cost < best.cost) best = { starts: found.starts, cost };
  }
  return best;
}

/** At the floor, and still too big: the fewest lines that hold the width, or the least excess. */
function atFloor(input: FitInput, size: number, lineHeight: number): Fitted {
  const least = forcedLines(input.words);
  const most = Math.max(least, input.fit?.maxLines ?? 2);
  for (let lines = least; lines <= most; lines++) {
    const found = breakLines(input.words, capacityAt(input, size), lines, false, pricesOf(input));
    if (found) return { size, starts: found.starts, lineHeight, overflow: true };
  }
  for (let lines = Math.min(most, input.words.length); lines >= least; lines--) {
    const found = breakLines(input.words, capacityAt(input, size), lines, true, pricesOf(input));
    if (found) return { size, starts: found.starts, lineHeight, overflow: true };
  }
  return { size, starts: fixedStarts(input.words), lineHeight, overflow: true };
}

/** One line down to `min`, then lines from `wrapSize` down to `wrapMin`. */
function shrinkWrap(input: FitInput, fit: Fit): Fitted {
  const min = fit.min ?? input.size;
  const single = shrink(input, min);
  const lineHeight = fit.lineHeight ?? DEFAULT_LINE_HEIGHT;
  const most = fit.maxLines ?? 2;
  if (!single.overflow && single.starts.length === 1) return single;
  if (most < 2) return single;
  const wrapSize = Math.min(input.size, fit.wrapSize ?? min);
  const wrapMin = Math.min(wrapSize, fit.wrapMin ?? min);
  for (const size of sizes(wrapSize, wrapMin)) {
    const found = cheapest(input, size, Math.max(2, forcedLines(input.words)), lineHeight);
    if (found) return { size, starts: found.starts, lineHeight, overflow: false };
  }
  return atFloor(input, wrapMin, lineHeight);
}

/** Every count of lines at every size; each half point of shrinking has its price. */
function wrapShrink(input: FitInput, fit: Fit): Fitted {
  const lineHeight = fit.lineHeight ?? DEFAULT_LINE_HEIGHT;
  const floor = fit.min ?? input.size;
  const least = forcedLines(input.words);
  const { opener, comma, shrink } = pricesOf(input);
  const mostBonus = Math.max(0, -opener - comma) * ((fit.maxLines ?? 2) - 1);
  let best: { size: number; starts: readonly number[]; cost: number } | null = null;
  for (const [step, size] of sizes(input.size, floor).entries()) {
    if (best && best.cost <= shrink * step - mostBonus) break;
    const found = cheapest(input, size, least, lineHeight);
    if (!found) continue;
    const cost = found.cost + shrink * step;
    if (!best || cost < best.cost) best = { size, starts: found.starts, cost };
  }
  return best
    ? { size: best.size, starts: best.starts, lineHeight, overflow: false }
    : atFloor(input, Math.min(input.size, floor), lineHeight);
}

/** Height of flowing lines with the gaps between their paragraphs, in millimetres. */
function flowHeight(input: FitInput, starts: readonly number[], size: number, lineHeight: number): number {
  const paragraphs = starts.filter((start) => input.words[start]?.forced).length;
  return blockHeight(input.cap, lineHeight, starts.length, size) + paragraphs * (input.fit?.paraGap ?? 0);
}

function flow(input: FitInput, fit: Fit): Fitted {
  const lineHeight = fit.lineHeight ?? DEFAULT_LINE_HEIGHT;
  let last: Fitted | undefined;
  for (const size of sizes(input.size, fit.min ?? input.size)) {
    const { starts, fits } = greedyLines(
      input.words,
      capacityAt(input, size),
      (fit.indent ?? 0) / (size * POINT),
    );
    const overflow = !fits || flowHeight(input, starts, size, lineHeight) > input.h + SLACK;
    last = { size, starts, lineHeight, overflow };
    if (!overflow) return last;
  }
  return last as Fitted;
}

/** Applies the item's rule. */
export function fitText(input: FitInput): Fitted {
  const fit = input.fit;
  switch (fit?.mode) {
    case 'shrink':
      return shrink(input, fit.min ?? input.size);
    case 'shrink-wrap':
      return shrinkWrap(input, fit);
    case 'wrap-shrink':
      return wrapShrink(input, fit);
    case 'flow':
      return flow(input, fit);
    default:
      return shrink(input, input.size);
  }
}
