/**
 * Balanced line breaking. Promises: the words come back in order, none lost or cut, and words joined by a hard
 * space (U+00A0) stay on one line. Widths are in em; a capacity is a width divided by the font size.
 */
import { type Breaking, type BreakingPrices, SHIPPED_BREAKING } from './words';

export const HARD_SPACE = '\u00a0';

/** Measures one run of letters in em; `spaced` when a space follows it on the line. */
export type WordMeasure = (text: string, spaced: boolean) => number;

/** What a line is broken into: one or more parts joined by hard spaces. */
export interface Word {
  readonly parts: readonly string[];
  /** Width when last on a line, and when a space follows (that space included), in em. */
  readonly end: number;
  readonly full: number;
  /** Price of a break before this word; infinite where none may be. */
  readonly price: number;
  /** The text demands a new line here. */
  readonly forced: boolean;
}

const DASH = /^[-–—]+$/;
const bare = (token: string) => token.toLocaleLowerCase('vi').replace(/^[“"'(‘]+|[”"'),.;:!?’…]+$/gu, '');
const closes = (token: string) => /[”"'),.;:!?’…]$/u.test(token);

/** Joins by hard spaces what must not part: honorific and name, number and unit, “ngày 5”, “Điều 1”. */
export function glue(text: string, rules: Breaking = SHIPPED_BREAKING): string {
  return text
    .split('\n')
    .map((line) => {
      const tokens = line.split(' ');
      let out = tokens[0] ?? '';
      for (let i = 1; i < tokens.length; i++) {
        const [left, right] = [tokens[i - 1] as string, tokens[i] as string];
        const name = i === 1 && rules.honorifics.has(left.toLocaleLowerCase('vi')) && /^\p{Lu}/u.test(right);
        const number = rules.beforeNumber.has(bare(left)) && !closes(left) && /^\d/.test(right);
        const unit = /^\d[\d.,]*$/.test(left) && rules.units.has(bare(right));
        out += (name || number || unit ? HARD_SPACE : ' ') + right;
      }
      return out;
    })
    .join('\n');
}

/** Marks the tokens that continue a compound begun by the token before. */
function compoundInner(tokens: readonly string[], rules: Breaking): boolean[] {
  const inner = tokens.map(() => false);
  const low = tokens.map(bare);
  for (let i = 0; i < tokens.length; i++) {
    for (const syllables of rules.compounds.get(low[i] as string) ?? []) {
      const fits = syllables.every(
        (syllable, k) =>
          low[i + k] === syllable && (k === syllables.length - 1 || !closes(tokens[i + k] as string)),
      );
      if (fits) for (let k = 1; k < syllables.length; k++) inner[i + k] = true;
    }
  }
  return inner;
}

function priceBefore(
  left: string,
  right: string,
  quoted: boolean,
  inCompound: boolean,
  { prices, openers }: Breaking,
): number {
  if (DASH.test(right) || /^[–—]/.test(right)) return Number.POSITIVE_INFINITY;
  let price = 0;
  if (quoted) price += prices.quoted;
  if (inCompound) price += prices.compound;
  if (/^\d/.test(right)) price += prices.number;
  if (DASH.test(left) || /[–—]$/.test(left)) price += prices.dash;
  if (openers.has(bare(right))) price += prices.opener;
  if (/[,;:]$/.test(left)) price += prices.comma;
  return price;
}

/** Cuts a text into words with their widths and break prices. Line feeds force a new line. */
export function toWords(text: string, measure: WordMeasure, rules: Breaking = SHIPPED_BREAKING): Word[] {
  const words: Word[] = [];
  for (const [index, line] of glue(text, rules).split('\n').entries()) {
    const tokens = line.split(' ').filter((token) => token !== '');
    const inner = compoundInner(tokens, rules);
    let depth = 0;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as string;
      const left = tokens[i - 1];
      const price = left === undefined ? 0 : priceBefore(left, token, depth > 0, inner[i] as boolean, rules);
      depth = Math.max(0, depth + (token.split('“').length - 1) - (token.split('”').length - 1));
      const parts = token.split(HARD_SPACE).filter((part) => part !== '');
      if (parts.length === 0) continue;
      const head = parts.slice(0, -1).reduce((sum, part) => sum + measure(part, true), 0);
      const last = parts[parts.length - 1] as string;
      words.push({
        parts,
        end: head + measure(last, false),
        full: head + measure(last, true),
        price,
        forced: i === 0 && index > 0,
      });
    }
  }
  return words;
}

/** Width of words[from..to) as one line, in em. */
export function lineWidth(words: readonly Word[], from: number, to: number): number {
  let width = 0;
  for (let i = from; i < to - 1; i++) width += (words[i] as Word).full;
  return to > from ? width + (words[to - 1] as Word).end : 0;
}

/** Where each line starts, and what the set costs (shrinking and surplus lines not counted). */
export interface Breaks {
  readonly starts: readonly number[];
  readonly cost: number;
}

const EPSILON = 1e-9;

/**
 * The cheapest set of exactly `lines` lines no wider than `capacity`: `uneven` × Σ((line − mean)/capacity)² plus the
 * price of each break; null when there is none. What a line feed ends is evened by itself: a short line somebody broke
 * by hand does not break the next one. With `stretch`, lines may be too wide at a ruinous price.
 */
export function breakLines(
  words: readonly Word[],
  capacity: number,
  lines: number,
  stretch = false,
  prices: Pick<BreakingPrices, 'uneven'> = SHIPPED_BREAKING.prices,
): Breaks | null {
  let best: (Breaks | null)[] = [{ starts: [], cost: 0 }];
  let from = 0;
  for (const part of paragraphsOf(words)) {
    const next: (Breaks | null)[] = [];
    for (let count = 1; count <= Math.min(lines, part.length); count++) {
      const own = evenLines(part, capacity, count, stretch, prices);
      if (!own) continue;
      for (const [before, found] of best.entries()) {
        const total = before + count;
        if (!found || total > lines) continue;
        const cost = found.cost + own.cost;
        if (cost < (next[total]?.cost ?? Number.POSITIVE_INFINITY))
          next[total] = { starts: [...found.starts, ...own.starts.map((start) => start + from)], cost };
      }
    }
    best = next;
    from += part.length;
  }
  return best[lines] ?? null;
}

/** Words between line feeds. */
function paragraphsOf(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [];
  for (const word of words) {
    if (word.forced || parts.length === 0) parts.push([]);
    parts[parts.length - 1]?.push(word);
  }
  return parts;
}

function evenLines(
  words: readonly Word[],
  capacity: number,
  lines: number,
  stretch: boolean,
  { uneven }: Pick<BreakingPrices, 'uneven'>,
): Breaks | null {
  const n = words.length;
  if (lines > n) return null;
  const mean = lineWidth(words, 0, n) / lines;
  let costs: number[] = new Array(n + 1).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  const from: number[][] = [];
  for (let line = 1; line <= lines; line++) {
    const next: number[] = new Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const back: number[] = new Array(n + 1).fill(-1);
    for (let start = line - 1; start < n; start++) {
      const before = costs[start] as number;
      const first = words[start] as Word;
      const price = start === 0 ? 0 : first.price;
      if (before === Number.POSITIVE_INFINITY || price === Number.POSITIVE_INFINITY) continue;
      let width = 0;
      for (let end = start + 1; end <= n; end++) {
        const word = words[end - 1] as Word;
        const total = width + word.end;
        width += word.full;
        const over = total - capacity;
        if (over > EPSILON && !stretch) break;
        const off = (total - mean) / capacity;
        const cost = before + price + uneven * off * off + (over > EPSILON ? 1e6 * (1 + over) : 0);
        if (cost < (next[end] as number)) {
          next[end] = cost;
          back[end] = start;
        }
      }
    }
    costs = next;
    from.push(back);
  }
  const cost = costs[n] as number;
  if (cost === Number.POSITIVE_INFINITY) return null;
  const starts: number[] = [];
  let at = n;
  for (let line = lines - 1; line >= 0; line--) {
    at = (from[line] as number[])[at] as number;
    starts.unshift(at);
  }
  return { starts, cost };
}

/** First-fit lines, for flowing text; the first line of a paragraph is `indent` em shorter. */
export function greedyLines(
  words: readonly Word[],
  capacity: number,
  indent: number,
): { starts: number[]; fits: boolean } {
  const starts: number[] = [];
  let fits = true;
  let width = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const paragraph = i === 0 || word.forced;
    const room = capacity + EPSILON;
    if (paragraph || (word.price !== Number.POSITIVE_INFINITY && width + word.end > room)) {
      starts.push(i);
      width = paragraph ? indent : 0;
    }
    if (width + word.end > room) fits = false;
    width += word.full;
  }
  return { starts, fits };
}
