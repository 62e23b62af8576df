import type { Breaking } from './words';

/** A piece of a word set in one font; several only where a letter is missing and a fallback font steps in. */
export interface Span {
  readonly font: string;
  readonly text: string;
  /** Kerned advance in em, without tracking. */
  readonly advance: number;
  /** Glyphs drawn: tracking is added once after each. */
  readonly glyphs: number;
  /** Letters that neither the font nor its fallback can draw. */
  readonly missing: string;
}

/**
 * Text measuring, answered by whoever owns the font files with the same figures the PDF is drawn with. A space
 * at the end of `text` is kerned with the letter before it and counts.
 */
export interface Measure {
  /** How lines may break; the shipped rules when absent. */
  readonly breaking?: Breaking | undefined;
  spans(font: string, text: string, ligatures: boolean): readonly Span[];
  /** Height of a flat capital, in em. */
  capHeight(font: string): number;
  /** Outlines of the glyphs in em, y down, as absolute M L Q C Z commands, from the first letter's origin. */
  outline(
    font: string,
    text: string,
    place: { x: number; y: number; scale: number; tracking: number },
  ): string;
  /** The dark modules of a QR code, row by row; null when the text does not fit any. */
  qr(
    text: string,
    level: 'L' | 'M' | 'Q' | 'H',
  ): { size: number; dark: (row: number, column: number) => boolean } | null;
}

/** Millimetres in a point. */
export const POINT = 25.4 / 72;
