/**
 * Writes a display list as PDF operators in millimetres, y down. What a display item became is kept with the item,
 * so that a batch serialises its art once; runs of art become one form object that every page refers to.
 */
import type {
  DisplayCode,
  DisplayGroup,
  DisplayImage,
  DisplayItem,
  DisplayLine,
  DisplayPage,
  DisplayPath,
  DisplayText,
  DisplayUse,
  Matrix,
} from '../../../shared/domain/layout/display';
import { POINT } from '../../../shared/domain/layout/measure';
import { isDrawable } from '../pictures';
import { type FontMeasure, NO_LIGATURES } from './measure';
import { pdfNumber as n, pathOperators } from './path';
import {
  type EmbeddedFont,
  type EmbeddedImage,
  embedFont,
  type PdfDoc,
  type PdfObject,
} from './pdfInternals';

/** Operators, and the resources they name. */
interface Piece {
  readonly ops: string;
  readonly fonts: readonly EmbeddedFont[];
}

/** One run of letters as the inside of TJ arrays, cut where a mark is raised. */
interface EncodedRun {
  readonly parts: readonly { readonly rise: number; readonly array: string }[];
  readonly advance: number;
  readonly glyphs: number;
}

const JOINS = { miter: 0, round: 1, bevel: 2 } as const;
const CAPS = { butt: 0, round: 1, square: 2 } as const;
/** From this tracking on, readers may take the gaps for spaces: the text is spelt out beside the glyphs. */
const SPELL_OUT = 80;

const matrixOp = (m: Matrix) =>
  `${m.map((value, i) => (i < 4 ? String(Math.round(value * 1e6) / 1e6) : n(value))).join(' ')} cm\n`;

function colour(hex: string): string {
  const part = (at: number) => n(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return `${part(1)} ${part(3)} ${part(5)}`;
}

function pathPiece(item: DisplayPath): string {
  const filled = item.fill !== undefined;
  const stroked = item.stroke !== undefined && (item.sw ?? 0) > 0;
  if (!filled && !stroked) return '';
  let state = '';
  if (filled) state += `${colour(item.fill as string)} rg\n`;
  if (stroked) {
    state += `${colour(item.stroke as string)} RG\n${n(item.sw as number)} w\n`;
    state += `${JOINS[item.join ?? 'round']} j\n${CAPS[item.cap ?? 'butt']} J\n`;
    if (item.dash) state += `[${item.dash.map(n).join(' ')}] 0 d\n`;
  }
  const even = item.rule === 'evenodd' ? '*' : '';
  const paint = filled && stroked ? `B${even}` : filled ? `f${even}` : 'S';
  const ops = `${state}${pathOperators(item.d)}${paint}\n`;
  return item.dash ? `q\n${ops}Q\n` : ops;
}

/** Rectangles in module units under a scale: short numbers. */
function codeOps(item: DisplayCode): string {
  const side = item.module.toFixed(6);
  let ops = `q\n${colour(item.colour)} rg\n${side} 0 0 ${side} ${n(item.x)} ${n(item.y)} cm\n`;
  for (let i = 0; i < item.rects.length; i += 4) {
    ops += `${item.rects[i]} ${item.rects[i + 1]} ${item.rects[i + 2]} ${item.rects[i + 3]} re\n`;
  }
  return `${ops}f\nQ\n`;
}

function utf16Hex(text: string): string {
  let hex = 'FEFF';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  return hex;
}

const isArt = (item: DisplayItem) => item.kind === 'path' || item.kind === 'use' || item.kind === 'group';

export class ContentWriter {
  private readonly fonts = new Map<string, EmbeddedFont>();
  private readonly runs = new Map<string, EncodedRun>();
  private readonly pieces = new WeakMap<DisplayItem, Piece>();
  private readonly numbers = new WeakMap<DisplayItem, number>();
  private readonly forms = new Map<string, { name: string; object: PdfObject }>();
  private readonly symbols = new Map<string, Piece>();
  private readonly images = new Map<string, EmbeddedImage>();
  private nextNumber = 0;

  constructor(
    private readonly doc: PdfDoc,
    private readonly measure: FontMeasure,
    private readonly pictures: Readonly<Record<string, Uint8Array>>,
  ) {}

  /** Draws one page; its `cm` has been set to millimetres. */
  drawPage(page: DisplayPage): void {
    const { items } = page;
    for (let i = 0; i < items.length; ) {
      let end = i;
      while (end < items.length && isArt(items[end] as DisplayItem)) end++;
      if (end > i) {
        this.drawForm(page, items.slice(i, end));
        i = end;
        continue;
      }
      const item = items[i++] as DisplayItem;
      if (item.kind === 'image') this.drawImage(item);
      else this.drawPiece(this.pieceOf(page, item));
    }
  }

  private drawPiece(piece: Piece): void {
    for (const font of piece.fonts) this.doc.page.fonts[font.id] ??= font.ref();
    this.doc.addContent(piece.ops);
  }

  private drawForm(page: DisplayPage, items: readonly DisplayItem[]): void {
    const key = items.map((item) => this.numberOf(item)).join(',');
    let form = this.forms.get(key);
    if (!form) {
      const pieces = items.map((item) => this.pieceOf(page, item));
      const Font: Record<string, PdfObject> = {};
      for (const font of pieces.flatMap((piece) => [...piece.fonts])) Font[font.id] = font.ref();
      const object = this.doc.ref({
        Type: 'XObject',
        Subtype: 'Form',
        FormType: 1,
        BBox: [0, 0, page.w, page.h],
        Resources: { ProcSet: ['PDF', 'Text'], Font },
      });
      object.end(pieces.map((piece) => piece.ops).join(''));
      form = { name: `Art${this.forms.size + 1}`, object };
      this.forms.set(key, form);
    }
    this.doc.page.xobjects[form.name] = form.object;
    this.doc.addContent(`/${form.name} Do`);
  }

  private numberOf(item: DisplayItem): number {
    const known = this.numbers.get(item);
    if (known !== undefined) return known;
    this.numbers.set(item, this.nextNumber);
    return this.nextNumber++;
  }

  private drawImage(item: DisplayImage): void {
    const bytes = this.pictures[item.field];
    if (!bytes) return;
    let image = this.images.get(item.field);
    if (!image) {
      if (!isDrawable(bytes)) return;
      image = this.doc.openImage(bytes);
      this.images.set(item.field, image);
    }
    if (!image.obj) image.embed(this.doc);
    this.doc.page.xobjects[image.label] = image.obj as PdfObject;
    const scale = Math.min(item.w / image.width, item.h / image.height);
    const [w, h] = [image.width * scale, image.height * scale];
    const [x, y] = [item.x + (item.w - w) / 2, item.y + (item.h - h) / 2];
    this.doc.addContent(`q\n${n(w)} 0 0 ${n(-h)} ${n(x)} ${n(y + h)} cm\n/${image.label} Do\nQ`);
  }

  private pieceOf(page: DisplayPage, item: DisplayItem): Piece {
    const known = this.pieces.get(item);
    if (known) return known;
    const made = this.makePiece(page, item);
    this.pieces.set(item, made);
    return made;
  }

  private makePiece(page: DisplayPage, item: DisplayItem): Piece {
    switch (item.kind) {
      case 'path':
        return { ops: pathPiece(item), fonts: [] };
      case 'code':
        return { ops: codeOps(item), fonts: [] };
      case 'text':
        return this.textPiece(item);
      case 'use':
        return this.symbolPiece(page, item);
      case 'group':
        return this.groupPiece(page, item);
      default:
        return { ops: '', fonts: [] };
    }
  }

  private groupPiece(page: DisplayPage, item: DisplayGroup): Piece {
    const pieces = item.items.map((child) => this.pieceOf(page, child));
    const clip = item.clip ? `${pathOperators(item.clip)}W n\n` : '';
    const matrix = item.matrix ? matrixOp(item.matrix) : '';
    return {
      ops: `q\n${clip}${matrix}${pieces.map((piece) => piece.ops).join('')}Q\n`,
      fonts: pieces.flatMap((piece) => [...piece.fonts]),
    };
  }

  private symbolPiece(page: DisplayPage, item: DisplayUse): Piece {
    let symbol = this.symbols.get(item.ref);
    if (!symbol) {
      const pieces = (page.symbols[item.ref] ?? []).map((child) => this.pieceOf(page, child));
      symbol = {
        ops: pieces.map((piece) => piece.ops).join(''),
        fonts: pieces.flatMap((piece) => [...piece.fonts]),
      };
      this.symbols.set(item.ref, symbol);
    }
    const { ops, fonts } = symbol;
    return { ops: item.at.map((matrix) => `q\n${matrixOp(matrix)}${ops}Q\n`).join(''), fonts };
  }

  private fontOf(key: string): EmbeddedFont {
    let font = this.fonts.get(key);
    if (!font) {
      font = embedFont(this.doc, key, this.measure.font(key));
      this.fonts.set(key, font);
    }
    return font;
  }

  private textPiece(item: DisplayText): Piece {
    const fonts = new Set<EmbeddedFont>();
    let ops = `BT\n${colour(item.colour)} rg\n`;
    if (item.tracking !== 0) ops += `${n((item.tracking / 1000) * item.size)} Tc\n`;
    for (const line of item.lines) ops += this.lineOps(item, line, fonts);
    if (item.tracking !== 0) ops += '0 Tc\n';
    ops += 'ET\n';
    if (item.tracking >= SPELL_OUT) {
      const text = item.lines.map((line) => line.text).join(' ');
      ops = `/Span <</ActualText <${utf16Hex(text)}>>> BDC\n${ops}EMC\n`;
    }
    return { ops, fonts: [...fonts] };
  }

  /** One line: its origin, then glyphs; every run begins exactly where the display list puts it. */
  private lineOps(item: DisplayText, line: DisplayLine, fonts: Set<EmbeddedFont>): string {
    const em = item.size * POINT;
    let ops = `${POINT.toFixed(8)} 0 0 ${(-POINT).toFixed(8)} ${n(line.x)} ${n(line.baseline)} Tm\n`;
    let array = '';
    let current: EmbeddedFont | null = null;
    let x = line.x;
    const flush = () => {
      if (array !== '') ops += `[${array}] TJ\n`;
      array = '';
    };
    for (const run of line.runs) {
      const font = this.fontOf(run.font);
      if (font !== current) {
        flush();
        ops += `/${font.id} ${n(item.size)} Tf\n`;
        fonts.add(font);
        current = font;
      }
      const gap = ((run.x - x) / em) * 1000;
      if (Math.abs(gap) > 0.005) array += n(-gap);
      const encoded = this.encode(run.font, run.spaced ? `${run.text} ` : run.text, item.tracking === 0);
      for (const part of encoded.parts) {
        if (part.rise === 0) array += part.array;
        else {
          flush();
          ops += `${n((part.rise / 1000) * item.size)} Ts\n[${part.array}] TJ\n0 Ts\n`;
        }
      }
      x = run.x + ((encoded.advance + encoded.glyphs * item.tracking) / 1000) * em;
    }
    flush();
    return ops;
  }

  private encode(key: string, text: string, ligatures: boolean): EncodedRun {
    const id = `${ligatures ? '' : '-'}${key}|${text}`;
    const known = this.runs.get(id);
    if (known) return known;
    const [codes, places] = this.fontOf(key).encode(text, ligatures ? undefined : NO_LIGATURES);
    const parts: { rise: number; array: string }[] = [];
    let [array, hex, rise, advance] = ['', '', 0, 0];
    const endHex = () => {
      if (hex !== '') array += `<${hex}>`;
      hex = '';
    };
    const endPart = () => {
      endHex();
      if (array !== '') parts.push({ rise, array });
      array = '';
    };
    const move = (by: number) => {
      if (Math.abs(by) < 0.005) return;
      endHex();
      array += n(-by);
    };
    for (const [i, place] of places.entries()) {
      if (place.yOffset !== rise) {
        endPart();
        rise = place.yOffset;
      }
      move(place.xOffset);
      hex += codes[i];
      move(place.xAdvance - place.advanceWidth - place.xOffset);
      advance += place.xAdvance;
    }
    endPart();
    const run = { parts, advance, glyphs: codes.length };
    this.runs.set(id, run);
    return run;
  }
}
