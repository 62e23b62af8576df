/**
 * A criteria set in a workbook: the words it is written in, the same both ways. What officers edit are names and
 * Vietnamese words; the identity of a criterion stands in a hidden column, so that scores follow it.
 */
import { fold } from '../text/fold';
import { INDICATORS, type IndicatorId, isIndicatorId } from './indicators';
import type { ScoringRule } from './scoring';

export const SET_SHEETS = { head: 'Bộ tiêu chí', criteria: 'Tiêu chí', ranks: 'Xếp loại' } as const;

export const HEAD_LINES = {
  name: 'Tên bộ',
  nameEn: 'Tên tiếng Anh',
  kind: 'Dùng cho',
  validFrom: 'Áp dụng từ',
  source: 'Căn cứ',
  first: 'Hệ số 6 tháng đầu',
  second: 'Hệ số 6 tháng cuối',
  unproven: 'Thiếu minh chứng được nhiều nhất (%)',
} as const;

export const CRITERIA_COLUMNS = {
  line: 'Dòng',
  code: 'Mã',
  title: 'Nội dung',
  titleEn: 'Nội dung tiếng Anh',
  max: 'Điểm tối đa',
  evidence: 'Minh chứng cần có',
  evidenceEn: 'Minh chứng tiếng Anh',
  indicators: 'Số liệu lấy từ sổ',
  rule: 'Đề xuất điểm',
  uid: 'Định danh',
} as const;

export const RANK_COLUMNS = {
  name: 'Tên mức',
  nameEn: 'Tên tiếng Anh',
  min: 'Từ số điểm',
  class: 'Xếp loại năm',
  groupShare: 'Mỗi nhóm đạt ít nhất (%)',
  discipline: 'Không có kỷ luật từ',
  age: 'Thành lập ít nhất (tháng)',
  quota: 'Nhiều nhất (%)',
} as const;

export const LINE_WORDS = { group: 'Nhóm', bonus: 'Nhóm thưởng', criterion: 'Tiêu chí' } as const;
export const KIND_WORDS = { union: 'Công đoàn cơ sở', group: 'Tổ công đoàn', member: 'Đoàn viên' } as const;
export const CLASS_WORDS = {
  excellent: 'Xuất sắc',
  good: 'Tốt',
  done: 'Hoàn thành',
  failed: 'Không hoàn thành',
} as const;
export const DISCIPLINE_WORDS = { reprimand: 'Khiển trách', warning: 'Cảnh cáo' } as const;

/** Key of a word in such a list, however its tone marks and case are typed. */
export function keyOfWord<K extends string>(words: Readonly<Record<K, string>>, typed: string): K | null {
  const wanted = fold(typed.trim());
  const found = (Object.entries(words) as [K, string][]).find(([, word]) => fold(word) === wanted);
  return found?.[0] ?? null;
}

const SEPARATORS = /[;|+:]/;
const byLabel = new Map<string, IndicatorId[]>();
for (const { id, label } of INDICATORS) {
  const key = fold(label);
  byLabel.set(key, [...(byLabel.get(key) ?? []), id]);
}

/** Name of a figure when it says which one, else its id. */
export function indicatorWord(id: IndicatorId): string {
  const label = INDICATORS.find((each) => each.id === id)?.label ?? id;
  return byLabel.get(fold(label))?.length === 1 && !SEPARATORS.test(label) ? label : id;
}

/** The figure of a name or id; null where there is none. */
export function indicatorOfWord(word: string): IndicatorId | null {
  const typed = word.trim();
  if (isIndicatorId(typed)) return typed;
  const found = byLabel.get(fold(typed));
  return found?.length === 1 ? found[0]! : null;
}

export const indicatorWords = (ids: readonly IndicatorId[], mark = '; '): string =>
  ids.map(indicatorWord).join(mark);

/** Figures of a list; the first word that names none is answered instead. */
export function readIndicators(text: string, mark: RegExp = /;/): IndicatorId[] | { wrong: string } {
  const ids: IndicatorId[] = [];
  for (const word of text.split(mark)) {
    if (word.trim() === '') continue;
    const id = indicatorOfWord(word);
    if (id === null) return { wrong: word.trim() };
    ids.push(id);
  }
  return ids;
}

const numberWord = (value: number): string => String(Number(value.toFixed(8))).replace('.', ',');

/** A number as typed in Vietnam: "2,5" or "2.5". */
export function readNumber(text: string): number | null {
  const typed = text.trim();
  if (!/^-?\d{1,9}([.,]\d{1,10})?$/.test(typed)) return null;
  return Number(typed.replace(',', '.'));
}

/** "Theo mức: Họp Ban Chấp hành | từ 4: 100% | từ 2: 50% | tính cả năm". */
export function ruleWords(rule: ScoringRule | null): string {
  if (rule === null) return '';
  if (rule.kind === 'each')
    return `Chia đều: ${rule.parts.map((part) => `${indicatorWords(part.of, ' + ')} từ ${numberWord(part.min)}`).join(' | ')}`;
  const steps = rule.steps.map(({ min, share }) => `từ ${numberWord(min)}: ${numberWord(share * 100)}%`);
  const parts = [
    `Theo mức: ${indicatorWords(rule.of, ' + ')}`,
    ...steps,
    ...(rule.perYear ? ['tính cả năm'] : []),
  ];
  return parts.join(' | ');
}

const STEP = /^t(?:ừ|u)\s+([\d.,]+)\s*:\s*([\d.,]+)\s*%$/i;
const PART = /^(.*?)\s+t(?:ừ|u)\s+([\d.,]+)$/i;

function readSteps(parts: readonly string[]): ScoringRule | null {
  const of = readIndicators(parts[0] ?? '', /\+/);
  if (!Array.isArray(of) || of.length === 0) return null;
  const perYear = parts.some((part) => fold(part) === fold('tính cả năm'));
  const steps = parts.slice(1).flatMap((part) => {
    const found = STEP.exec(part);
    const [min, percent] = [readNumber(found?.[1] ?? ''), readNumber(found?.[2] ?? '')];
    return min === null || percent === null ? [] : [{ min, share: Number((percent / 100).toFixed(10)) }];
  });
  const lost = parts.length - 1 - steps.length - (perYear ? 1 : 0);
  return steps.length === 0 || lost > 0 ? null : { kind: 'steps', of, steps, perYear };
}

function readEach(parts: readonly string[]): ScoringRule | null {
  const read = parts.map((part) => {
    const found = PART.exec(part);
    const of = readIndicators(found?.[1] ?? '', /\+/);
    const min = readNumber(found?.[2] ?? '');
    return Array.isArray(of) && of.length > 0 && min !== null ? { of, min } : null;
  });
  const known = read.filter((part) => part !== null);
  return known.length === 0 || known.length < read.length ? null : { kind: 'each', parts: known };
}

/** The rule of such words; undefined where they say none. */
export function readRule(text: string): ScoringRule | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const head = /^([^:]+):\s*(.*)$/s.exec(typed);
  if (!head) return undefined;
  const parts = head[2]!.split('|').map((part) => part.trim());
  const kind = fold(head[1]!);
  if (kind === fold('Theo mức')) return readSteps(parts) ?? undefined;
  return kind === fold('Chia đều') ? (readEach(parts) ?? undefined) : undefined;
}
