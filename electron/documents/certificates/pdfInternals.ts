/** The parts of pdfkit used beneath its public interface: objects, page resources, encoded text. Pinned version. */

import type * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';

export interface PdfObject {
  readonly data: Record<string, unknown>;
  end(chunk?: Uint8Array | string): void;
}

export interface GlyphPlace {
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly advanceWidth: number;
}

export interface EmbeddedFont {
  readonly id: string;
  ref(): PdfObject;
  /** Hexadecimal glyph codes, and their places in thousandths of the size. */
  encode(text: string, features?: Record<string, boolean>): [string[], GlyphPlace[]];
}

export interface EmbeddedImage {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  obj: PdfObject | null;
  embed(doc: PdfDoc): void;
}

export interface PdfDoc extends NodeJS.ReadableStream {
  readonly page: { readonly fonts: Record<string, PdfObject>; readonly xobjects: Record<string, PdfObject> };
  readonly _font: EmbeddedFont;
  addPage(options: { size: [number, number]; margin: number }): this;
  addContent(operators: string): this;
  registerFont(key: string, source: unknown): this;
  font(key: string): this;
  openImage(source: Uint8Array): EmbeddedImage;
  ref(data: Record<string, unknown>): PdfObject;
  end(): void;
}

/** Dates are fixed so that the same sheets give the same bytes. */
const FIXED_DATE = new Date('2026-01-01T00:00:00Z');

/** An empty document that loads none of pdfkit's own standard fonts. */
export function openDocument(title: string): PdfDoc {
  const options = {
    autoFirstPage: false,
    font: null as unknown as string,
    pdfVersion: '1.5' as const,
    lang: 'vi-VN',
    info: { Title: title, Creator: 'Sổ Công đoàn', Producer: 'Sổ Công đoàn', CreationDate: FIXED_DATE },
  };
  return new PDFDocument(options) as unknown as PdfDoc;
}

/** Opens a registered font in a document. */
export function embedFont(doc: PdfDoc, key: string, font: fontkit.Font): EmbeddedFont {
  doc.registerFont(key, font);
  doc.font(key);
  return doc._font;
}
