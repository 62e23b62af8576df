/** Agreements (quy chế, chương trình phối hợp): how they stand on a day, whether commitments are kept, what may be said of a sum. */
import { moneyProse, type Vagueness } from '../text/numbers';
import { joinFlags, maySayOver } from './counts';
import { addYears, dateBounds, daysBetween } from './dateMath';

/** upcoming: signed, not yet begun; ended: its last day has passed without a closing review. */
export const AGREEMENT_STATES = ['draft', 'upcoming', 'running', 'ended', 'closed'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export const COMMITMENT_MEASURES = ['count', 'money', 'text'] as const;
export type CommitmentMeasure = (typeof COMMITMENT_MEASURES)[number];

export const COMMITMENT_STATES = ['open', 'done', 'overdue', 'dropped'] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

export const SCORE_SIDES = ['self', 'partner'] as const;
export type ScoreSide = (typeof SCORE_SIDES)[number];

/** Records that can be delivered under an agreement, by the names of their tables. */
export const DELIVERED_ENTITIES = [
  'event',
  'welfare_campaign',
  'care_case',
  'donor_gift',
  'drive',
  'fund_voucher',
  'award_decision',
  'movement',
  'document',
  'follow_up',
  'opinion',
  'dialogue',
] as const;
export type DeliveredEntity = (typeof DELIVERED_ENTITIES)[number];

export interface AgreementDays {
  signedOn: string | null;
  startsOn: string;
  endsOn: string;
  closedOn: string | null;
}

/** How an agreement stands on a day. */
export function agreementState(days: AgreementDays, today: string): AgreementState {
  if (days.closedOn !== null && days.closedOn <= today) return 'closed';
  if (days.signedOn === null) return 'draft';
  if (today < dateBounds(days.startsOn).first) return 'upcoming';
  return today > dateBounds(days.endsOn).last ? 'ended' : 'running';
}

/** "năm thứ 3/5": the year a running agreement is in, and how many it has; null outside its days. */
export function agreementYear(
  period: { startsOn: string; endsOn: string },
  today: string,
): { at: number; of: number } | null {
  const first = dateBounds(period.startsOn).first;
  const last = dateBounds(period.endsOn).last;
  if (today < first || today > last) return null;
  const yearOf = (day: string): number => {
    let years = Number(day.slice(0, 4)) - Number(first.slice(0, 4));
    if (addYears(first, years) > day) years--;
    return years + 1;
  };
  return { at: yearOf(today), of: yearOf(last) };
}

/** Calendar years an agreement has days in. */
export function agreementYears(period: { startsOn: string; endsOn: string }): number[] {
  const from = Number(period.startsOn.slice(0, 4));
  return Array.from({ length: Number(period.endsOn.slice(0, 4)) - from + 1 }, (_, at) => from + at);
}

/** Days between an agreement and the one that follows it, or days they share; null when one takes over from the other. */
export function seamOf(
  before: { endsOn: string },
  after: { startsOn: string },
): { kind: 'gap' | 'overlap'; days: number } | null {
  const apart = daysBetween(dateBounds(before.endsOn).last, dateBounds(after.startsOn).first) - 1;
  if (apart === 0) return null;
  return apart > 0 ? { kind: 'gap', days: apart } : { kind: 'overlap', days: -apart };
}

/** The nearest reminder reached: 60 days before the end, of 180, 90, 30, it is 90; null before the first and after the end. */
export function reminderReached(lastDay: string, today: string, reminders: readonly number[]): number | null {
  const left = daysBetween(today, lastDay);
  if (left < 0) return null;
  const reached = reminders.filter((days) => left <= days);
  return reached.length === 0 ? null : Math.min(...reached);
}

export interface Commitment {
  yearly: boolean;
  /** Of a yearly one the day and month that count. */
  dueOn: string | null;
  measure: CommitmentMeasure;
  target: number | null;
  droppedOn: string | null;
}
export interface Progress {
  onDate: string;
  figure: number | null;
  flag: Vagueness;
  done: boolean;
}
/** One deadline of a commitment: its only one, or that of a year. */
export interface Deadline {
  /** null: not a yearly commitment. */
  year: number | null;
  dueOn: string | null;
  /** Sum of what is known; null: no figure. */
  sum: number | null;
  flag: Vagueness;
  state: CommitmentState;
}
export interface Standing {
  state: CommitmentState;
  sum: number | null;
  flag: Vagueness;
  /** Days past the earliest deadline that was missed. */
  lateDays: number | null;
  /** The next deadline still open. */
  nextDue: string | null;
  /** This year, when a yearly commitment is kept for it and none before was missed. */
  keptYear: number | null;
  deadlines: Deadline[];
}

/** Known figures added; "hơn" or "gần" stays on the sum. */
function added(progress: readonly Progress[]): { sum: number | null; flag: Vagueness } {
  const known = progress.filter((one) => one.figure !== null);
  if (known.length === 0) return { sum: null, flag: 'exact' };
  const sum = known.reduce((total, one) => total + one.figure!, 0);
  return { sum, flag: joinFlags(known.map((one) => one.flag)) };
}

/** "gần 300" does not reach 300. */
const reaches = (sum: number | null, flag: Vagueness, target: number | null): boolean =>
  sum !== null &&
  target !== null &&
  (sum > target || (sum === target && (flag === 'exact' || flag === 'atLeast')));

function deadlineOf(
  commitment: Commitment,
  progress: readonly Progress[],
  when: { year: number | null; dueOn: string | null },
  today: string,
): Deadline {
  const { sum, flag } = added(progress);
  const kept = progress.some((one) => one.done) || reaches(sum, flag, commitment.target);
  const late = when.dueOn !== null && when.dueOn < today;
  const dropped =
    commitment.droppedOn !== null && (when.dueOn === null || commitment.droppedOn <= when.dueOn);
  const state = kept ? 'done' : dropped ? 'dropped' : late ? 'overdue' : 'open';
  return { ...when, sum, flag, state };
}

/** The day a yearly commitment falls due in a year, kept inside the agreement. */
function dueIn(year: number, dueOn: string | null, lastDay: string): string {
  const monthDay = dueOn === null ? '12-31' : dueOn.slice(5);
  const month = dateBounds(`${year}-${monthDay.slice(0, 2)}`).last;
  const day = `${year}-${monthDay}` > month ? month : `${year}-${monthDay}`;
  return day < lastDay ? day : lastDay;
}

/** How a commitment stands on a day, by its progress and deadlines. */
export function standingOf(
  commitment: Commitment,
  progress: readonly Progress[],
  period: { startsOn: string; endsOn: string },
  today: string,
): Standing {
  const lastDay = dateBounds(period.endsOn).last;
  const deadlines = commitment.yearly
    ? agreementYears(period).map((year) =>
        deadlineOf(
          commitment,
          progress.filter((one) => one.onDate.startsWith(String(year))),
          { year, dueOn: dueIn(year, commitment.dueOn, lastDay) },
          today,
        ),
      )
    : [deadlineOf(commitment, progress, { year: null, dueOn: commitment.dueOn }, today)];
  const missed = deadlines.find((one) => one.state === 'overdue');
  const open = deadlines.find((one) => one.state === 'open');
  const now = deadlines.find((one) => one.year === Number(today.slice(0, 4)));
  const state = missed
    ? 'overdue'
    : open
      ? 'open'
      : deadlines.some((one) => one.state === 'dropped')
        ? 'dropped'
        : 'done';
  return {
    state,
    ...added(progress),
    lateDays: missed ? daysBetween(missed.dueOn!, today) : null,
    nextDue: open?.dueOn ?? null,
    keptYear: !missed && now?.state === 'done' ? now.year : null,
    deadlines,
  };
}

/** A sum of money with the flag of its rows, and how many rows are not known. */
export interface MoneySum {
  total: number | null;
  flag: Vagueness;
  unknown: number;
}

/** Rows of money added; rows without a figure are counted apart. */
export function sumMoney(rows: readonly { amount: number | null; flag: Vagueness }[]): MoneySum {
  const known = rows.filter((row) => row.amount !== null);
  return {
    total: known.length === 0 ? null : known.reduce((total, row) => total + row.amount!, 0),
    flag: joinFlags(known.map((row) => row.flag)),
    unknown: rows.length - known.length,
  };
}

/** A rounded figure may be this far from the sum to be called "gần" or "khoảng", in hundredths. */
const NEAR = 5;

/** Whether a text may state a rounded figure of a sum: "hơn 800 triệu" only when the rows make more, or say "at least". */
export function mayState(
  stated: { amount: number; flag: Vagueness },
  sum: number | null,
  flags: readonly Vagueness[],
): boolean {
  if (sum === null) return false;
  const { amount, flag } = stated;
  const near = Math.abs(sum - amount) * 100 <= amount * NEAR;
  switch (flag) {
    case 'exact':
      return sum === amount && flags.every((one) => one === 'exact');
    case 'atLeast':
      return maySayOver(amount, sum, flags);
    case 'almost':
      return near && (sum < amount || (sum === amount && flags.includes('almost')));
    case 'about':
      return near;
  }
}

/** The figure stated where it may be, or else the sum itself: "hơn 800 triệu đồng", "812.350.000 đồng"; null when nothing is known. */
export function sayMoney(
  sum: MoneySum,
  flags: readonly Vagueness[],
  stated: { amount: number; flag: Vagueness } | null,
): string | null {
  if (stated !== null && mayState(stated, sum.total, flags)) return moneyProse(stated.amount, stated.flag);
  return sum.total === null ? null : moneyProse(sum.total, sum.flag);
}

export interface Grade {
  least: number;
  name: string;
  nameEn: string | null;
}
/** The grade a score reaches, by grades with the least score of each. */
export function gradeOf(score: number | null, grades: readonly Grade[]): Grade | null {
  if (score === null) return null;
  const reached = grades.filter((grade) => score >= grade.least);
  return reached.sort((a, b) => b.least - a.least)[0] ?? null;
}

/** Mean of the scores that are known, to one decimal; null when there is none. */
export function meanScore(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null);
  if (known.length === 0) return null;
  return Math.round((known.reduce((sum, score) => sum + score, 0) / known.length) * 10) / 10;
}
