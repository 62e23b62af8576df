/**
 * Which congress belongs to which term (đại hội và nhiệm kỳ). Finds in a text a congress that does not fit the years
 * beside it, and says both ways to read it. The reference is given: it is the office's data.
 */

export interface CongressTerm {
  /** "Công đoàn Việt Nam" */
  readonly body: string;
  readonly number: number;
  readonly fromYear: number;
  readonly toYear: number;
}

export interface CongressFinding {
  /** Where the words stand in the text. */
  readonly at: number;
  readonly length: number;
  readonly text: string;
  readonly body: string;
  /** As written. */
  readonly number: number;
  readonly fromYear: number;
  readonly toYear: number;
  /** The congress of those years; null when the reference does not know it. */
  readonly byTerm: CongressTerm | null;
  /** The years of that congress; null when the reference does not know it. */
  readonly byNumber: CongressTerm | null;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** 12 of "XII"; null of what is no Roman number. */
export function fromRoman(text: string): number | null {
  const digits = [...text.toUpperCase()].map((letter) => ROMAN[letter]);
  if (digits.length === 0 || digits.some((digit) => digit === undefined)) return null;
  const value = (digits as number[]).reduce(
    (sum, digit, at, all) => sum + (digit < (all[at + 1] ?? 0) ? -digit : digit),
    0,
  );
  return toRoman(value) === text.toUpperCase() ? value : null;
}

/** "XII" of 12. */
export function toRoman(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let [left, text] = [value, ''];
  for (const [size, letters] of steps)
    while (left >= size) {
      text += letters;
      left -= size;
    }
  return text;
}

/** "Đại hội XII", "Đại hội Công đoàn Việt Nam lần thứ 12", "Đại hội đại biểu … khóa XII", and the years after it in the sentence. */
const SAID =
  /đại hội([^.;\n]{0,80}?)\s(?:lần thứ\s+|khóa\s+|khoá\s+|thứ\s+)?([IVXL]{1,7}|\d{1,2})(?![\p{L}\d/])([^.;\n]{0,80}?)((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)/giu;

/** A body that is named and not in the reference (a province's own congress) is not judged. */
function bodyOf(words: string, terms: readonly CongressTerm[]): string | null | undefined {
  const lower = words.toLocaleLowerCase('vi');
  const named = [...new Set(terms.map((term) => term.body))]
    .sort((a, b) => b.length - a.length)
    .find((body) => lower.includes(body.toLocaleLowerCase('vi')));
  if (named) return named;
  if (/tổng liên đoàn/u.test(lower)) return terms.find((term) => term.body === 'Công đoàn Việt Nam')?.body;
  if (/(?<!\p{L})đảng(?!\p{L})/u.test(lower)) return terms.find((term) => /Đảng/.test(term.body))?.body;
  if (/y tế/u.test(lower)) return terms.find((term) => /Y tế/.test(term.body))?.body;
  if (/tỉnh|thành phố|liên đoàn|cơ sở|ngành|phường|xã|huyện|trung tâm|bệnh viện|chi bộ/u.test(lower))
    return undefined;
  return null;
}

/** Congresses that do not fit the years beside them. */
export function congressFindings(text: string, terms: readonly CongressTerm[]): CongressFinding[] {
  const findings: CongressFinding[] = [];
  for (const found of text.normalize('NFC').matchAll(SAID)) {
    const [whole, before, numeral, after, from, to] = found as unknown as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const number = /^\d+$/.test(numeral) ? Number(numeral) : fromRoman(numeral);
    if (number === null) continue;
    const named = bodyOf(`${before} ${after}`, terms);
    if (named === undefined) continue;
    const [fromYear, toYear] = [Number(from), Number(to)];
    const mine = terms.filter((term) => named === null || term.body === named);
    const fits = (term: CongressTerm) => term.fromYear === fromYear && term.toYear === toYear;
    if (mine.some((term) => term.number === number && fits(term))) continue;
    const body = named ?? (terms.find(fits) ?? terms.find((term) => term.number === number))?.body;
    if (body === undefined) continue;
    const own = terms.filter((term) => term.body === body);
    const byTerm = own.find(fits) ?? null;
    const byNumber = own.find((term) => term.number === number) ?? null;
    if (!byTerm && !byNumber) continue;
    findings.push({
      ...{ at: found.index ?? 0, length: whole.length, text: whole, body },
      ...{ number, fromYear, toYear, byTerm, byNumber },
    });
  }
  return findings;
}

/** Both readings: "Đại hội XIII nhiệm kỳ 2023-2028", "Đại hội XII nhiệm kỳ 2018-2023". */
export const congressReadings = (
  finding: Pick<CongressFinding, 'byTerm' | 'byNumber'>,
): { number: string; years: string }[] =>
  [finding.byTerm, finding.byNumber].flatMap((term) =>
    term ? [{ number: toRoman(term.number), years: `${term.fromYear}-${term.toYear}` }] : [],
  );
