/** Whether two records may be one person: the reasons, and how sure they make it (0–100). */
import { fold } from '../text/fold';
import { digitsOf } from '../text/search';

export const DUPLICATE_REASONS = [
  'idNumber',
  'card',
  'nameBirthDate',
  'nameBirthSwapped',
  'nameBirthYear',
  'email',
  'phone',
  'alikeBirthDate',
  'nameNoBirth',
  'sameDepartment',
] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** What is compared of a person. Dates ISO partial; unknown is null. */
export interface ComparedPerson {
  fullName: string;
  gender: string | null;
  birthDate: string | null;
  idNumber: string | null;
  cardNo: string | null;
  phone: string | null;
  email: string | null;
  departmentId: number | null;
}

/** How much each reason says alone; the others of a pair add a little each. */
const WEIGHT: Readonly<Record<DuplicateReason, number>> = {
  idNumber: 97,
  card: 90,
  nameBirthDate: 88,
  nameBirthSwapped: 72,
  nameBirthYear: 66,
  email: 58,
  phone: 52,
  alikeBirthDate: 60,
  nameNoBirth: 40,
  sameDepartment: 0,
};
const ADDED = 7;
/** A pair below this is not proposed. */
export const LEAST_SCORE = 40;

const codeOf = (text: string | null): string | null =>
  text === null ? null : fold(text).replace(/[^a-z0-9]/g, '') || null;
const phoneOf = (text: string | null): string | null => {
  const digits = text === null ? '' : digitsOf(text).replace(/^84/, '0');
  return digits.length >= 8 ? digits : null;
};
const equal = (a: string | null, b: string | null): boolean => a !== null && a === b;

/** The reasons and the score; null when nothing speaks for one person. */
export function judgePair(
  a: ComparedPerson,
  b: ComparedPerson,
): { score: number; reasons: DuplicateReason[] } | null {
  const reasons: DuplicateReason[] = [];
  if (equal(codeOf(a.idNumber), codeOf(b.idNumber))) reasons.push('idNumber');
  if (equal(codeOf(a.cardNo), codeOf(b.cardNo))) reasons.push('card');
  const named = nameReason(a, b);
  if (named) reasons.push(named);
  if (equal(a.email?.trim().toLowerCase() ?? null, b.email?.trim().toLowerCase() ?? null))
    reasons.push('email');
  if (equal(phoneOf(a.phone), phoneOf(b.phone))) reasons.push('phone');
  if (reasons.length === 0) return null;
  if (a.departmentId !== null && a.departmentId === b.departmentId) reasons.push('sameDepartment');
  const score = Math.round(scoreOf(reasons) - doubts(a, b, reasons));
  return score < LEAST_SCORE
    ? null
    : { score, reasons: DUPLICATE_REASONS.filter((reason) => reasons.includes(reason)) };
}

function scoreOf(reasons: readonly DuplicateReason[]): number {
  const best = Math.max(...reasons.map((reason) => WEIGHT[reason]));
  return Math.min(99, best + ADDED * (reasons.length - 1));
}

/** What speaks against it. */
function doubts(a: ComparedPerson, b: ComparedPerson, reasons: readonly DuplicateReason[]): number {
  let doubt = 0;
  if (a.gender !== null && b.gender !== null && a.gender !== b.gender) doubt += 20;
  const ids = [codeOf(a.idNumber), codeOf(b.idNumber)];
  if (ids.every((code) => code?.length === 12) && ids[0] !== ids[1]) doubt += 30;
  const birthsDiffer =
    a.birthDate !== null && b.birthDate !== null && birthReason(a.birthDate, b.birthDate) === null;
  const sameNumber = reasons.includes('idNumber') || reasons.includes('card');
  if (birthsDiffer) doubt += sameNumber ? 15 : 25;
  if (
    reasons.some((reason) => reason === 'phone' || reason === 'email') &&
    !likeNames(a.fullName, b.fullName)
  )
    doubt += sameNumber ? 0 : 30;
  return doubt;
}

function nameReason(a: ComparedPerson, b: ComparedPerson): DuplicateReason | null {
  const same = fold(a.fullName) === fold(b.fullName);
  if (a.birthDate === null || b.birthDate === null) return same ? 'nameNoBirth' : null;
  const birth = birthReason(a.birthDate, b.birthDate);
  if (same) return birth;
  return birth === 'nameBirthDate' && likeNames(a.fullName, b.fullName) ? 'alikeBirthDate' : null;
}

function birthReason(a: string, b: string): 'nameBirthDate' | 'nameBirthSwapped' | 'nameBirthYear' | null {
  if (a === b) return a.length === 10 ? 'nameBirthDate' : 'nameBirthYear';
  if (a.startsWith(b) || b.startsWith(a)) return 'nameBirthYear';
  const swapped = `${a.slice(0, 4)}-${a.slice(8)}-${a.slice(5, 7)}`;
  return a.length === 10 && swapped === b ? 'nameBirthSwapped' : null;
}

/** Names that differ by a middle name left out, or by a slip of the pen. */
export function likeNames(a: string, b: string): boolean {
  const [one, two] = [fold(a), fold(b)];
  if (one === two) return true;
  const [x, y] = [one.split(' '), two.split(' ')];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  const inside = short.every((word) => long.includes(word));
  if (inside && short.length > 1 && short[0] === long[0] && short.at(-1) === long.at(-1)) return true;
  return Math.abs(one.length - two.length) <= 2 && distance(one, two) <= 2;
}

/** Letters to add, drop or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (next[j - 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
