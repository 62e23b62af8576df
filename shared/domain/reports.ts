/** Reports (báo cáo): their kinds, parts, numbering of headings and the outlines an office starts from. */
import { roman } from '../text/roman';
import { halfPeriod, type Period, unionHalfPeriod, unionYearPeriod, yearPeriod } from './periods';

export const REPORT_KINDS = ['year', 'halfYear', 'thematic', 'inspection', 'annex'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** heading; text: a paragraph, with or without figures; table: lines of the statistical annex. */
export const PART_KINDS = ['heading', 'text', 'table'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** national: Quốc hiệu, tiêu ngữ (Nghị định 30/2020). party: "ĐẢNG CỘNG SẢN VIỆT NAM". plain: nothing on the right. */
export const REPORT_HEADINGS = ['national', 'party', 'plain'] as const;
export type ReportHeading = (typeof REPORT_HEADINGS)[number];

export const PARTY_TITLE = 'ĐẢNG CỘNG SẢN VIỆT NAM';

/** The days a report of a year counts: to 31/5 and 30/11, the cut-off of form 1-HĐCĐ. */
export function usualPeriod(kind: ReportKind, year: number, union = true): Period {
  if (kind === 'halfYear') return union ? unionHalfPeriod(year) : halfPeriod(year, 1);
  return union ? unionYearPeriod(year) : yearPeriod(year);
}

const FIRST = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám'];

/** "Phần thứ nhất", "II.", "3." or "b)" for the headings of a report, by their levels 1 to 4. */
export function headingNumbers(levels: readonly number[]): string[] {
  const counts = [0, 0, 0, 0];
  return levels.map((level) => {
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    const n = counts[level - 1]!;
    if (level === 1) return `Phần thứ ${FIRST[n - 1] ?? n}`;
    if (level === 2) return `${roman(n)}.`;
    return level === 3 ? `${n}.` : `${String.fromCharCode(96 + Math.min(n, 26))})`;
  });
}

/** A heading with its number: "I. ĐẶC ĐIỂM TÌNH HÌNH". */
export const numberedHeading = (number: string, level: number, text: string): string =>
  level === 1 ? `${number}\n${text}` : `${number} ${text}`;

/** The year in what is copied from another year's report: only one that stands after "năm". */
export const inYear = (text: string, from: number, to: number): string =>
  text.replace(/(?<=năm )(\d{4})(?![\d–/-])/giu, (found) =>
    Math.abs(Number(found) - from) <= 1 ? String(Number(found) + to - from) : found,
  );

export interface OutlinePart {
  readonly kind: PartKind;
  readonly level?: number;
  /** Template of a heading or a text; lines of a table. */
  readonly text?: string;
  /** A sentence of the catalogue. */
  readonly sentence?: string;
}
