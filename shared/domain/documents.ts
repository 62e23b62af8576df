/** The register of documents (sổ văn bản đi, đến): its words, and how a number becomes a symbol (số, ký hiệu). */

export const DOCUMENT_DIRECTIONS = ['out', 'in'] as const;
export type DocumentDirection = (typeof DOCUMENT_DIRECTIONS)[number];

/** given; reserved: a number kept for a paper that is not written yet; void: a number that is not used. */
export const DOCUMENT_STATUSES = ['given', 'reserved', 'void'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** What a list can be asked for. soon: due within DUE_SOON_DAYS. */
export const DOCUMENT_CHECKS = ['overdue', 'soon', 'open', 'reserved', 'void', 'noFile'] as const;
export type DocumentCheck = (typeof DOCUMENT_CHECKS)[number];

/** A deadline is announced this many days before. */
export const DUE_SOON_DAYS = 7;

/** Records a document can belong to, by the names of their tables. */
export const DOCUMENT_LINKS = [
  'event',
  'award_decision',
  'movement',
  'welfare_campaign',
  'care_case',
  'fund_voucher',
  'agreement',
  'report',
  'work_plan',
  'inspection_plan',
  'inspection_session',
  'opinion',
  'dialogue',
  'labour_agreement',
  'member',
] as const;
export type DocumentLink = (typeof DOCUMENT_LINKS)[number];

export interface SymbolParts {
  number: number;
  /** "a" of "12a". */
  suffix?: string;
  /** "QĐ"; null: the type has none. */
  type: string | null;
  /** "CĐCS" */
  unit: string;
  year: number;
}

/** "12a": at least two digits (Nghị định 30/2020). */
export const numberText = (number: number, suffix = ''): string =>
  `${String(number).padStart(2, '0')}${suffix}`;

/** The symbol of a paper: "{so}/{loai}-{donvi}" gives "05/QĐ-CĐCS", and "05/CĐCS" where the type has no abbreviation. */
export function documentCode(pattern: string, parts: SymbolParts): string {
  const shape = parts.type === null ? pattern.replace(/\{loai\}[-/.]?/g, '') : pattern;
  return shape
    .replaceAll('{so}', numberText(parts.number, parts.suffix))
    .replaceAll('{loai}', parts.type ?? '')
    .replaceAll('{donvi}', parts.unit)
    .replaceAll('{nam}', String(parts.year));
}

/** The number a symbol begins with: 46 of "46/QĐ-CĐCS"; null when it begins with something else. */
export function numberIn(code: string): number | null {
  const [, digits] = /^\s*(\d{1,6})(?!\d)/.exec(code) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The letter after the last one used between two numbers; null when none is left. */
export function nextSuffix(used: readonly string[]): string | null {
  const last = [...used].sort().at(-1) ?? '';
  if (last === '') return 'a';
  return last === 'z' ? null : String.fromCharCode(last.charCodeAt(0) + 1);
}
