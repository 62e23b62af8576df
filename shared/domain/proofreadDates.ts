/** Proof-reading: weekdays against their dates (24/07/2024 is Thứ Tư), and days that do not exist. */
import { weekday } from './dateFormat';
import type { LineFinding, LineRule } from './proofread';

const DATE =
  /(?<![\d/.])(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)(?![\d/])|(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+((?:19|20)\d\d)(?!\d)/giu;
const WEEKDAY =
  /(?<![\p{L}\p{M}])(?:thứ\s+(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(chủ\s*nhật))(?![\p{L}\p{M}\d])/giu;
const NAMES = ['chủ nhật', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'];
const NUMBERED = ['Chủ Nhật', 'Thứ 2', 'Thứ 3', 'Thứ 4', 'Thứ 5', 'Thứ 6', 'Thứ 7'];

interface FoundDate {
  at: number;
  end: number;
  /** null: there is no such day. */
  iso: string | null;
}

function datesIn(text: string): FoundDate[] {
  return [...text.matchAll(DATE)].map((match) => {
    const [day, month, year] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]].map(Number);
    const made = new Date(Date.UTC(year!, month! - 1, day!));
    const real = made.getUTCMonth() === month! - 1 && made.getUTCDate() === day!;
    return {
      at: match.index,
      end: match.index + match[0].length,
      iso: real ? made.toISOString().slice(0, 10) : null,
    };
  });
}

/** 0 for Sunday. */
function dayOfWord(name: string | undefined, sunday: string | undefined): number {
  if (sunday) return 0;
  const word = (name ?? '').toLowerCase();
  if (/\d/.test(word)) return Number(word) - 1;
  return NAMES.indexOf(word === 'bẩy' ? 'bảy' : word);
}

/** The right weekday in the manner of the wrong one. */
function wordFor(day: number, like: string): string {
  const small = /^\p{Ll}/u.test(like);
  if (/\d/.test(like)) return NUMBERED[day]!;
  const name = weekday(`2023-01-0${day + 1}`);
  if (/\s\p{Lu}/u.test(like)) return small ? name[0]!.toLowerCase() + name.slice(1) : name;
  const low = name.toLocaleLowerCase('vi');
  return small ? low : low[0]!.toUpperCase() + low.slice(1);
}

const BEFORE = /^[\s,(:–-]*(?:\(?\s*ngày\s*)?$/iu;
const AFTER = /^[\s,(–-]*(?:nhằm\s+)?(?:vào\s+)?$/iu;

export const dateFindings: LineRule = ({ text }) => {
  const dates = datesIn(text);
  const found: LineFinding[] = dates.flatMap((date) =>
    date.iso === null
      ? [{ rule: 'noDate' as const, at: date.at, length: date.end - date.at, proposal: null }]
      : [],
  );
  for (const match of text.matchAll(WEEKDAY)) {
    const end = match.index + match[0].length;
    const date =
      dates.find((one) => one.at >= end && one.at - end <= 12 && BEFORE.test(text.slice(end, one.at))) ??
      dates.find(
        (one) =>
          one.end <= match.index &&
          match.index - one.end <= 8 &&
          AFTER.test(text.slice(one.end, match.index)),
      );
    if (!date?.iso) continue;
    const right = new Date(`${date.iso}T00:00:00Z`).getUTCDay();
    if (dayOfWord(match[1], match[2]) === right) continue;
    const proposal = wordFor(right, match[0]);
    found.push({
      rule: 'weekday',
      at: match.index,
      length: match[0].length,
      proposal,
      details: { date: text.slice(date.at, date.end), right: proposal },
    });
  }
  return found;
};
