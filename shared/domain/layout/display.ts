/** The display list: what is drawn and where, in millimetres, for the preview and for the PDF alike. */
import type { Calibration } from './schema';

/** a b c d e f of an SVG or PDF matrix. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface DisplayPath {
  readonly kind: 'path';
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly sw?: number;
  readonly dash?: readonly number[];
  readonly rule?: 'evenodd';
  readonly join?: 'miter' | 'round' | 'bevel';
  readonly cap?: 'butt' | 'round' | 'square';
}

/** Letters set without a break, from their own origin on the line's baseline. */
export interface DisplayRun {
  readonly x: number;
  readonly text: string;
  readonly font: string;
  /** A space glyph follows, before the next run. */
  readonly spaced: boolean;
}

export interface DisplayLine {
  readonly x: number;
  readonly baseline: number;
  /** Advance without the tracking after the last letter. */
  readonly width: number;
  readonly text: string;
  readonly runs: readonly DisplayRun[];
}

export interface DisplayText {
  readonly kind: 'text';
  readonly id: string;
  /** Points. */
  readonly size: number;
  /** Thousandths of the size. */
  readonly tracking: number;
  readonly colour: string;
  readonly lines: readonly DisplayLine[];
  readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
}

export interface DisplayImage {
  readonly kind: 'image';
  readonly field: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A QR code, as rectangles on the grid of its modules. */
export interface DisplayCode {
  readonly kind: 'code';
  readonly x: number;
  readonly y: number;
  /** Side of a module, millimetres. */
  readonly module: number;
  /** Column, row, width, height, and again. */
  readonly rects: readonly number[];
  readonly colour: string;
}

export interface DisplayUse {
  readonly kind: 'use';
  readonly ref: string;
  readonly at: readonly Matrix[];
}

export interface DisplayGroup {
  readonly kind: 'group';
  readonly clip?: string;
  readonly matrix?: Matrix;
  readonly items: readonly DisplayItem[];
}

export type DisplayItem = DisplayPath | DisplayText | DisplayImage | DisplayCode | DisplayUse | DisplayGroup;

/** Why a sheet must be looked at before it goes to the printer. */
export interface Problem {
  readonly item: string;
  readonly reason: 'overflow' | 'letters' | 'qr';
}

export interface DisplayPage {
  readonly w: number;
  readonly h: number;
  readonly safe: number;
  readonly symbols: Readonly<Record<string, readonly DisplayItem[]>>;
  readonly items: readonly DisplayItem[];
  /** Keys of the fonts used. */
  readonly fonts: readonly string[];
  readonly problems: readonly Problem[];
  readonly calibration?: Pick<Calibration, 'dx' | 'dy' | 'scale'>;
}

export type DrawMode = 'full' | 'blank';

/** Move, then rotate (degrees, clockwise), then scale. */
export function placeMatrix(x: number, y: number, rotate = 0, sx = 1, sy = sx): Matrix {
  const angle = (rotate * Math.PI) / 180;
  const exact = (value: number) => (Math.abs(value) < 1e-15 ? 0 : value);
  const [cos, sin] = [exact(Math.cos(angle)), exact(Math.sin(angle))];
  return [cos * sx, sin * sx, -sin * sy, cos * sy, x, y];
}
