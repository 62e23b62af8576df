/** Figures of administrative papers, inside the ranges of Nghị định 30/2020/NĐ-CP. Lengths mm, sizes pt. */
import type { Column, Orientation } from './paper';

export const FIGURES = {
  page: { short: 210, long: 297 },
  margin: { top: 20, bottom: 20, left: 30, leftLandscape: 20, right: 15 },
  rule: 0.25,
  pageNumber: { size: 13.5, baseline: 12.5 },
  /** Head and foot of registers: millimetres from the top and from the bottom of the sheet. */
  running: { size: 10.5, headBaseline: 14, ruleDrop: 1.6, footBaseline: 11 },
  heading: {
    left: 72,
    right: 90,
    /** Heading columns are made for 165 mm of text and grow with wider pages up to this factor. */
    maxScale: 1.25,
    textWidth: 165,
    firstBaseline: 4.3,
    pitch: 5.1,
    bodySize: 12,
    nationalSize: 12.5,
    mottoSize: 13,
    bodyRule: 0.42,
    ruleDrop: 1.8,
    numberDrop: 6,
    numberSize: 13,
    dateSize: 13.5,
  },
  title: { size: 14, noteSize: 12, referenceSize: 13, rule: 0.42 },
  body: { size: 14, line: 1.08, indent: 12.7, gap: 6 },
  signature: { size: 14, free: 25, gap: 5 },
  recipients: { headSize: 12, size: 11 },
  table: {
    size: 12,
    captionSize: 13,
    padX: 1.2,
    padY: 1.1,
    rowHeight: 7,
    signedRowHeight: 9.4,
    unsplit: 60,
    headFill: '#E6E6E6',
    groupFill: '#F2F2F2',
  },
} as const;

export const NATIONAL_TITLE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Shares of the width that three signers take. */
export const SIGNER_SHARES = [0.31, 0.31, 0.38] as const;

/** A page of a paper: size, left margin and text width in mm. */
export interface PageFrame {
  width: number;
  height: number;
  left: number;
  textWidth: number;
  textHeight: number;
}

export function pageFrame(orientation: Orientation): PageFrame {
  const { page, margin } = FIGURES;
  const landscape = orientation === 'landscape';
  const width = landscape ? page.long : page.short;
  const height = landscape ? page.short : page.long;
  const left = landscape ? margin.leftLandscape : margin.left;
  return {
    width,
    height,
    left,
    textWidth: width - left - margin.right,
    textHeight: height - margin.top - margin.bottom,
  };
}

/** Widths in mm of all columns in a table as wide as the text; fixed widths shrink if they exceed it. */
export function columnWidths(columns: readonly Column[], total: number): number[] {
  const fixed = columns.reduce((sum, c) => sum + (c.width === '*' ? 0 : c.width), 0);
  const stars = columns.filter((c) => c.width === '*').length;
  const leastStar = 20;
  const room = total - stars * leastStar;
  const scale = stars === 0 ? total / fixed : fixed > room ? room / fixed : 1;
  const star = stars === 0 ? 0 : (total - fixed * scale) / stars;
  return columns.map((c) => (c.width === '*' ? star : c.width * scale));
}

/** Widths in mm of the two heading columns; left one at the left margin, right one at the right margin. */
export function headingWidths(frame: PageFrame): { left: number; right: number } {
  const { left, right, maxScale, textWidth } = FIGURES.heading;
  const scale = Math.min(maxScale, frame.textWidth / textWidth);
  return { left: left * scale, right: right * scale };
}
