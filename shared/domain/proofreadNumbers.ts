/** Proof-reading: listed parts against their sum, percentages against their fractions, "hơn X" against what is known. */
import { formatCount, formatPercent } from '../text/numbers';
import type { LineFinding, LineRule, ProofLine } from './proofread';

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`;
const SCALE = String.raw`(?:[ \u00a0]+(nghìn|ngàn|triệu|tỷ|tỉ)(?![\p{L}\p{M}]))?`;
const SCALES: Readonly<Record<string, number>> = {
  nghìn: 1e3,
  ngàn: 1e3,
  triệu: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
};
const amount = (digits: string, scale?: string): number =>
  Number(digits.replaceAll('.', '').replace(',', '.')) * (SCALES[scale?.toLowerCase() ?? ''] ?? 1);

interface Amount {
  at: number;
  end: number;
  value: number;
}

/** Numbers of a text; null where one of them is a date, a fraction, a percentage or part of a symbol. */
function amountsIn(text: string, from: number): Amount[] | null {
  if (/%|\d\s*\/\s*\d|năm\s+\d{4}|tháng\s+\d|ngày\s+\d|\p{L}\d|\d\p{L}|\d-\d/iu.test(text)) return null;
  return [...text.matchAll(new RegExp(`(${NUMBER})${SCALE}`, 'giu'))].map((match) => ({
    at: from + match.index,
    end: from + match.index + match[0].length,
    value: amount(match[1]!, match[2]),
  }));
}

const LISTED = new RegExp(
  String.raw`(?<![\d/.,\p{L}])(${NUMBER})${SCALE}((?:[ \u00a0]+[\p{L}\p{M}]+){0,8})[ \u00a0]*[,;:(–-]?[ \u00a0]*(gồm có|bao gồm|gồm|chia ra|cụ thể|trong đó)[ \u00a0]*(?:có[ \u00a0]+)?[:,]?[ \u00a0]*([^.;()\n]|\.(?=\d))*`,
  'giu',
);
const ADDED = new RegExp(
  String.raw`(?<![\d/.,+])((?:${NUMBER})(?:[ \u00a0]+[\p{L}\p{M}]+){0,4}(?:[ \u00a0]*\+[ \u00a0]*(?:${NUMBER})(?:[ \u00a0]+[\p{L}\p{M}]+){0,4})+)[ \u00a0]*=[ \u00a0]*(${NUMBER})`,
  'giu',
);
const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.005 * Math.max(1, Math.min(a, b) / 1e4);

/** "4 giấy khen, gồm 2 tập thể và 3 cá nhân"; of what is only "trong đó" no part may be larger than the whole. */
export const sumFindings: LineRule = ({ text }) => {
  const found: LineFinding[] = [];
  for (const match of text.matchAll(LISTED)) {
    const [whole, digits, scale, , word] = match;
    const head = whole.slice(
      0,
      whole.toLowerCase().indexOf(word!.toLowerCase(), digits!.length) + word!.length,
    );
    const listed = amountsIn(whole.slice(head.length), match.index + head.length);
    const total = amount(digits!, scale);
    if (!listed || /^\s*năm\s/iu.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    const place = { at: match.index, length: digits!.length };
    const parts = listed.map((one) => formatCount(one.value)).join(' + ');
    if (word!.toLowerCase() === 'trong đó') {
      const over = listed.find((one) => one.value > total);
      if (over)
        found.push({
          ...place,
          rule: 'partOver',
          proposal: null,
          details: { part: text.slice(over.at, over.end), whole: digits! },
        });
      continue;
    }
    const sum = listed.reduce((all, one) => all + one.value, 0);
    if (listed.length < 2 || same(sum, total)) continue;
    found.push({
      ...place,
      rule: 'sum',
      proposal: scale ? null : likeWritten(digits!, sum),
      details: { parts, sum: formatCount(sum), written: formatCount(total) },
    });
  }
  for (const match of text.matchAll(ADDED)) {
    const listed = amountsIn(match[1]!, match.index);
    const sum = listed?.reduce((all, one) => all + one.value, 0) ?? null;
    const written = match[2]!;
    if (sum === null || same(sum, amount(written))) continue;
    const at = match.index + match[0].length - written.length;
    found.push({
      rule: 'sum',
      at,
      length: written.length,
      proposal: likeWritten(written, sum),
      details: {
        parts: listed!.map((one) => formatCount(one.value)).join(' + '),
        sum: formatCount(sum),
        written,
      },
    });
  }
  return found;
};

/** With a leading zero where the other had one. */
const likeWritten = (written: string, value: number): string =>
  written.startsWith('0') && value < 10 ? `0${value}` : formatCount(value);

const COUNTED = 'đoàn viên|người|suất|đơn vị|tập thể|cá nhân|lượt|khoa|tổ|công đoàn';
const FRACTION = new RegExp(
  String.raw`(?<![\d/.,-])(${NUMBER})[ \u00a0]*(?:/|(?:[ \u00a0](?:${COUNTED}))?[ \u00a0](?:trên tổng số|trong tổng số)[ \u00a0])[ \u00a0]*(${NUMBER})(?![\d/]|,\d)`,
  'giu',
);
const PERCENT = /(\d{1,3}(?:,\d+)?)[ \u00a0]*%/gu;

interface Percent {
  at: number;
  end: number;
  text: string;
}

/** The percentage a fraction is said to be: in the same clause, or right before its parenthesis. */
function percentOf(text: string, at: number, end: number): Percent | null {
  const after = /^(?:[^.;\d]|\.(?!\s)){0,70}?(?=\d)/u.exec(text.slice(end));
  const next = after && new RegExp(PERCENT.source, 'yu');
  if (next && after) {
    next.lastIndex = end + after[0].length;
    const match = next.exec(text);
    if (match) return { at: match.index, end: match.index + match[0].length, text: match[1]! };
  }
  const before = /(\d{1,3}(?:,\d+)?)[ \u00a0]*%[ \u00a0]*\(\s*$/u.exec(text.slice(0, at));
  return before ? { at: before.index, end: before.index + before[1]!.length + 1, text: before[1]! } : null;
}

export const percentFindings: LineRule = ({ text }) => {
  const found: LineFinding[] = [];
  for (const match of text.matchAll(FRACTION)) {
    const [part, whole] = [amount(match[1]!), amount(match[2]!)];
    const end = match.index + match[0].length;
    const percent = percentOf(text, match.index, end);
    const counted = new RegExp(`^[ \\u00a0]+(?:${COUNTED})(?![\\p{L}\\p{M}])`, 'iu').test(text.slice(end));
    if (part > whole && (percent || counted)) {
      found.push({
        rule: 'partOver',
        at: match.index,
        length: match[0].length,
        proposal: null,
        details: { part: match[1]!, whole: match[2]! },
      });
      continue;
    }
    if (!percent || whole === 0) continue;
    const decimals = percent.text.split(',')[1]?.length ?? 0;
    const right = formatPercent(part, whole, { decimals });
    if (right === null || right === `${percent.text}%`) continue;
    found.push({
      rule: 'percent',
      at: percent.at,
      length: percent.end - percent.at,
      proposal: right,
      details: { fraction: match[0], right, written: `${percent.text}%` },
    });
  }
  return found;
};

const VAGUE = new RegExp(String.raw`(?<![\p{L}\p{M}])(hơn|trên|gần)[ \u00a0]+(${NUMBER})${SCALE}`, 'giu');
const EXACT = new RegExp(
  String.raw`^[^.;()]{0,30}\((?:cụ thể|chính xác)?[ \u00a0:]*(${NUMBER})${SCALE}`,
  'iu',
);

/** The exact sum a vague one stands for: in the parenthesis after it, or the only linked sum of the line. */
function exactFor(line: ProofLine, end: number, isMoney: boolean): number | null {
  const beside = EXACT.exec(line.text.slice(end));
  if (beside) return amount(beside[1]!, beside[2]);
  const linked = (line.figures ?? []).filter((one) => one.money && one.value !== null && !one.vague);
  return isMoney && linked.length === 1 ? linked[0]!.value : null;
}

/** "hơn 200 triệu đồng (181.000.000 đồng)"; "hơn" before a figure that is exact. */
export const vagueFindings: LineRule = (line) => {
  const found: LineFinding[] = [];
  for (const match of line.text.matchAll(VAGUE)) {
    const [all, word, digits, scale] = match;
    const own = line.figures?.some(
      ({ vague, at, length }) => vague && at <= match.index && match.index < at + length,
    );
    if (own) continue;
    const over = word!.toLowerCase() !== 'gần';
    const numberAt = match.index + all.indexOf(digits!, word!.length);
    const place = { rule: 'vague' as const, at: match.index, length: all.length };
    const linked = line.figures?.find((one) => one.at === numberAt && !one.vague);
    if (linked) {
      found.push({
        ...place,
        length: word!.length + 1,
        proposal: '',
        details: { word: word!, exact: line.text.slice(linked.at, linked.at + linked.length) },
      });
      continue;
    }
    const stated = amount(digits!, scale);
    const end = match.index + all.length;
    const isMoney = scale !== undefined || /^[ \u00a0]*đồng/iu.test(line.text.slice(end));
    const exact = exactFor(line, end, isMoney);
    if (exact === null || (over ? exact > stated : exact < stated)) continue;
    found.push({ ...place, proposal: null, details: { word: word!, exact: formatCount(exact) } });
  }
  return found;
};
