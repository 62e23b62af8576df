/** Sets one text item: words, fit, cap-box anchor, alignment, positions of every run. */
import { lineWidth, toWords, type Word, type WordMeasure } from './breaking';
import type { DisplayItem, DisplayLine, DisplayRun, DisplayText, Problem } from './display';
import { blockHeight, type Fitted, fitText } from './fit';
import { type Measure, POINT, type Span } from './measure';
import type { TextItem } from './schema';

export interface Block {
  readonly items: readonly DisplayItem[];
  readonly fonts: readonly string[];
  readonly problems: readonly Problem[];
}

const NOTHING: Block = { items: [], fonts: [], problems: [] };

/** Everything about an item's text that does not depend on the size. */
interface Setting {
  readonly item: TextItem;
  readonly measure: Measure;
  readonly words: readonly Word[];
  readonly tracking: number;
  readonly ligatures: boolean;
  readonly wordSpacing: number;
}

function spansOf(setting: Pick<Setting, 'item' | 'measure' | 'ligatures'>, text: string, spaced: boolean) {
  return setting.measure.spans(setting.item.font, spaced ? `${text} ` : text, setting.ligatures);
}

const spanWidth = (span: Span, tracking: number) => span.advance + span.glyphs * tracking;

function prepare(item: TextItem, text: string, measure: Measure): Setting {
  const tracking = (item.tracking ?? 0) / 1000;
  const wordSpacing = (item.wordSpacing ?? 0) / 1000;
  const base = { item, measure, tracking, ligatures: tracking === 0, wordSpacing };
  const width: WordMeasure = (word, spaced) => {
    const advance = spansOf(base, word, spaced).reduce((sum, span) => sum + spanWidth(span, tracking), 0);
    return spaced ? advance + wordSpacing : advance - tracking;
  };
  return { ...base, words: toWords(text, width, measure.breaking) };
}

function fitSetting(setting: Setting, size: number): Fitted {
  const { item, words, measure } = setting;
  return fitText({
    words,
    w: item.w,
    h: item.h,
    size,
    fit: item.fit,
    cap: measure.capHeight(item.font),
    prices: measure.breaking?.prices,
  });
}

/** Baseline of each line, in millimetres, by the cap box. */
function baselines(setting: Setting, fitted: Fitted): number[] {
  const { item, words } = setting;
  const cap = setting.measure.capHeight(item.font);
  const em = fitted.size * POINT;
  const gap = item.fit?.mode === 'flow' ? (item.fit.paraGap ?? 0) : 0;
  let paragraphs = 0;
  const offsets = fitted.starts.map((start, i) => {
    if (words[start]?.forced) paragraphs++;
    return i * fitted.lineHeight * em + paragraphs * gap;
  });
  const height = blockHeight(cap, fitted.lineHeight, offsets.length, fitted.size) + paragraphs * gap;
  const slack = item.h - height;
  const top =
    item.y +
    ((item.valign ?? 'bottom') === 'bottom' ? slack : (item.valign ?? 'bottom') === 'middle' ? slack / 2 : 0);
  return offsets.map((offset) => top + cap * em + offset);
}

function setLine(setting: Setting, from: number, to: number, fitted: Fitted, baseline: number): DisplayLine {
  const { item, words, tracking } = setting;
  const em = fitted.size * POINT;
  const flow = item.fit?.mode === 'flow';
  const opens = from === 0 || (words[from] as Word).forced;
  const closes = to === words.length || (words[to] as Word).forced;
  const indent = flow && opens ? (item.fit?.indent ?? 0) : 0;
  const parts = words.slice(from, to).flatMap((word) => word.parts);
  const natural = lineWidth(words, from, to) * em;
  const room = item.w - indent;
  const justify = item.align === 'justify' && !closes && parts.length > 1 && natural < room;
  const extra = justify ? (room - natural) / (parts.length - 1) : 0;
  const width = natural + extra * (parts.length - 1);
  const shift = item.align === 'center' ? (room - width) / 2 : item.align === 'right' ? room - width : 0;
  let x = item.x + indent + shift;
  const line = { x, baseline, width, text: parts.join(' '), runs: [] as DisplayRun[] };
  for (const [i, part] of parts.entries()) {
    const spaced = i < parts.length - 1;
    const spans = spansOf(setting, part, spaced);
    for (const [k, span] of spans.entries()) {
      const ends = spaced && k === spans.length - 1;
      line.runs.push({ x, text: ends ? span.text.slice(0, -1) : span.text, font: span.font, spaced: ends });
      x += spanWidth(span, tracking) * em;
    }
    if (spaced) x += setting.wordSpacing * em + extra;
  }
  return line;
}

/** Glyph outlines drawn under the live text: half of the stroke shows outside the letters. */
function outlineOf(setting: Setting, text: DisplayText, colour: string): DisplayItem | null {
  const { item, measure, tracking } = setting;
  if (!item.outline) return null;
  const scale = text.size * POINT;
  const d = text.lines
    .flatMap((line) =>
      line.runs.map((run) =>
        measure.outline(run.font, run.text, { x: run.x, y: line.baseline, scale, tracking }),
      ),
    )
    .join('');
  return d === '' ? null : { kind: 'path', d, stroke: colour, sw: item.outline.width * 2, join: 'round' };
}

function underlineOf(item: TextItem, text: DisplayText): DisplayItem | null {
  const line = text.lines[text.lines.length - 1];
  if (!item.underline || !line) return null;
  const { ratio, gap, width } = item.underline;
  const length = line.width * ratio;
  const left = Math.round((line.x + (line.width - length) / 2) * 1e4) / 1e4;
  const y = Math.round((line.baseline + gap) * 1e4) / 1e4;
  const right = Math.round((left + length) * 1e4) / 1e4;
  return { kind: 'path', d: `M${left},${y}H${right}`, stroke: text.colour, sw: width };
}

const cased = (item: TextItem, text: string) =>
  item.case === 'upper' ? text.toLocaleUpperCase('vi').normalize('NFC') : text;

/** The size an item would take alone; the group of `fitGroup` then takes the smallest. */
export function sizeOf(item: TextItem, text: string, measure: Measure): number {
  return text === '' ? item.size : fitSetting(prepare(item, cased(item, text), measure), item.size).size;
}

/** Lays one text out; `size` overrides the item's own where a group shares one. */
export function layText(
  item: TextItem,
  text: string,
  measure: Measure,
  paint: (name: string) => string,
  size = item.size,
): Block {
  const setting = prepare(item, cased(item, text), measure);
  if (setting.words.length === 0) return NOTHING;
  const fitted = fitSetting(setting, size);
  const heights = baselines(setting, fitted);
  const lines = fitted.starts.map((start, i) =>
    setLine(setting, start, fitted.starts[i + 1] ?? setting.words.length, fitted, heights[i] as number),
  );
  const display: DisplayText = {
    kind: 'text',
    id: item.id ?? '',
    size: fitted.size,
    tracking: item.tracking ?? 0,
    colour: paint(item.colour),
    lines,
    box: { x: item.x, y: item.y, w: item.w, h: item.h },
  };
  const items = [
    outlineOf(setting, display, item.outline ? paint(item.outline.colour) : ''),
    display,
    underlineOf(item, display),
  ].filter((entry) => entry !== null);
  const problems: Problem[] = [];
  if (fitted.overflow) problems.push({ item: display.id, reason: 'overflow' });
  const lost = setting.words.some((word) =>
    word.parts.some((part) => spansOf(setting, part, false).some((span) => span.missing !== '')),
  );
  if (lost) problems.push({ item: display.id, reason: 'letters' });
  return { items, problems, fonts: [...new Set(lines.flatMap((line) => line.runs.map((run) => run.font)))] };
}
