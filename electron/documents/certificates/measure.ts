/** Measures text with the font files the PDF embeds, through the shaper the PDF is drawn with. */
import * as fontkit from 'fontkit';
import { fallbackOf } from '../../../shared/domain/layout/fontFiles';
import type { Measure, Span } from '../../../shared/domain/layout/measure';
import type { Breaking } from '../../../shared/domain/layout/words';
import { fontBytes } from '../fonts';
import { nameGlyphs } from '../glyphNames';
import { qrModules } from './qr';

export interface FontMeasure extends Measure {
  /** The opened font behind a key. */
  font(key: string): fontkit.Font;
}

/** Off while letters are tracked: a ligature would keep its letters together. */
export const NO_LIGATURES = { liga: false, clig: false, dlig: false, calt: true };

const CACHE_LIMIT = 50_000;

/** Splits into letters with the marks on them, so that a mark never leaves its letter for another font. */
function clusters(text: string): string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

class FontkitMeasure implements FontMeasure {
  private readonly fonts = new Map<string, fontkit.Font>();
  private readonly cache = new Map<string, readonly Span[]>();

  constructor(private readonly fontsDir: string) {}

  font(key: string): fontkit.Font {
    const known = this.fonts.get(key);
    if (known) return known;
    const opened = fontkit.create(fontBytes(key, this.fontsDir)) as fontkit.Font;
    nameGlyphs(opened);
    this.fonts.set(key, opened);
    return opened;
  }

  capHeight(key: string): number {
    const font = this.font(key);
    return font.capHeight / font.unitsPerEm;
  }

  qr(text: string, level: 'L' | 'M' | 'Q' | 'H') {
    return qrModules(text, level);
  }

  spans(key: string, text: string, ligatures: boolean): readonly Span[] {
    const id = `${ligatures ? '' : '-'}${key}|${text}`;
    const known = this.cache.get(id);
    if (known) return known;
    if (this.cache.size >= CACHE_LIMIT) this.cache.clear();
    const spans = this.split(key, text).map((part) =>
      this.span(part.key, part.text, part.missing, ligatures),
    );
    this.cache.set(id, spans);
    return spans;
  }

  private has(key: string, text: string): boolean {
    const font = this.font(key);
    for (const char of text) if (!font.hasGlyphForCodePoint(char.codePointAt(0) as number)) return false;
    return true;
  }

  private split(key: string, text: string): { key: string; text: string; missing: string }[] {
    if (this.has(key, text)) return [{ key, text, missing: '' }];
    const fallback = fallbackOf(key);
    const parts: { key: string; text: string; missing: string }[] = [];
    for (const cluster of clusters(text)) {
      const known = this.has(key, cluster);
      const helped = !known && this.has(fallback, cluster);
      const use = helped ? fallback : key;
      const missing = known || helped ? '' : cluster;
      const last = parts[parts.length - 1];
      if (last?.key === use) {
        last.text += cluster;
        last.missing += missing;
      } else parts.push({ key: use, text: cluster, missing });
    }
    return parts;
  }

  private span(key: string, text: string, missing: string, ligatures: boolean): Span {
    const font = this.font(key);
    const run = this.layout(key, text, ligatures);
    return {
      font: key,
      text,
      advance: run.advanceWidth / font.unitsPerEm,
      glyphs: run.glyphs.length,
      missing,
    };
  }

  private layout(key: string, text: string, ligatures: boolean): fontkit.GlyphRun {
    const font = this.font(key);
    return ligatures ? font.layout(text) : font.layout(text, NO_LIGATURES);
  }

  outline(key: string, text: string, at: { x: number; y: number; scale: number; tracking: number }): string {
    const font = this.font(key);
    const unit = at.scale / font.unitsPerEm;
    const run = this.layout(key, text, at.tracking === 0);
    let x = at.x;
    let d = '';
    for (const [i, glyph] of run.glyphs.entries()) {
      const position = run.positions[i] as fontkit.GlyphPosition;
      d += commandsToPath(
        glyph.path.commands,
        x + position.xOffset * unit,
        at.y - position.yOffset * unit,
        unit,
      );
      x += position.xAdvance * unit + at.tracking * at.scale;
    }
    return d;
  }
}

const LETTERS: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

function commandsToPath(
  commands: readonly { command: string; args: number[] }[],
  x: number,
  y: number,
  unit: number,
) {
  const mm = (value: number) => Math.round(value * 1e3) / 1e3;
  let d = '';
  for (const { command, args } of commands) {
    d += LETTERS[command] ?? '';
    for (let i = 0; i < args.length; i += 2) {
      d += `${i > 0 ? ' ' : ''}${mm(x + (args[i] as number) * unit)},${mm(y - (args[i + 1] as number) * unit)}`;
    }
  }
  return d;
}

const measures = new Map<string, FontMeasure>();

/** The measure over a folder of fonts; fonts are opened once and kept. */
export function measureFor(fontsDir: string): FontMeasure {
  const known = measures.get(fontsDir) ?? new FontkitMeasure(fontsDir);
  measures.set(fontsDir, known);
  return known;
}

const ruled = new WeakMap<FontMeasure, WeakMap<Breaking, FontMeasure>>();

/** The same measure, breaking lines by an office's own rules. */
export function withBreaking(measure: FontMeasure, breaking: Breaking | undefined): FontMeasure {
  if (!breaking) return measure;
  const known = ruled.get(measure) ?? new WeakMap<Breaking, FontMeasure>();
  ruled.set(measure, known);
  const made = known.get(breaking) ?? Object.assign(Object.create(measure) as FontMeasure, { breaking });
  known.set(breaking, made);
  return made;
}
