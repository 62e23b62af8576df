/** The work plan of a year (chương trình công tác) and what a union's year is usually made of. */
import { dateBounds } from './dateMath';

export const PLAN_STATUSES = ['todo', 'doing', 'done', 'dropped'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];
/** What a plan can be asked for. soon: due within PLAN_SOON_DAYS. */
export const PLAN_CHECKS = ['open', 'overdue', 'soon', 'done'] as const;
export type PlanCheck = (typeof PLAN_CHECKS)[number];
/** Work is announced this many days before its day, or before its month is over. */
export const PLAN_SOON_DAYS = 14;

/** Records that can fulfil an item, by the names of their tables. */
export const PLAN_LINKS = ['event', 'welfare_campaign', 'movement', 'award_decision', 'document'] as const;
export type PlanLink = (typeof PLAN_LINKS)[number];

export const STEP_OPENS = ['event', 'campaign', 'page'] as const;
/** Pages a step of the year can open. */
export const STEP_PAGES = [
  'plans',
  'targets',
  'figures',
  'reports',
  'yearEnd',
  'dashboard',
  'movements',
  'proposals',
  'review',
  'ratings',
  'inspection',
  'women',
  'agreements',
  'opinions',
  'party',
  'organisation',
  'families',
  'documents',
  'dues',
  'funds',
  'welfare',
  'members',
] as const;
export type StepPage = (typeof STEP_PAGES)[number];

/** The last day of an item: its own, or that of its month. */
export const planDue = (item: { year: number; month: number; onDate: string | null }): string =>
  item.onDate ?? dateBounds(`${item.year}-${String(item.month).padStart(2, '0')}`).last;

/** A day in another year; the last of its month where that has no such day. */
export function dayInYear(day: string, year: number): string {
  const month = `${year}${day.slice(4, 7)}`;
  const { last } = dateBounds(month);
  const same = `${month}${day.slice(7)}`;
  return same > last ? last : same;
}

/** Years told in a text go along when it is copied: "năm 2025" becomes "năm 2026". */
export const textInYear = (text: string, from: number, to: number): string =>
  text.replace(/(?<=năm )(\d{4})(?![\d–-])/giu, (found) =>
    Number(found) === from ? String(to) : Number(found) === from + 1 ? String(to + 1) : found,
  );

export const isPage = (what: string): what is StepPage => (STEP_PAGES as readonly string[]).includes(what);
