/** The ledger of dues: for each person and month what is owed and why, what was paid, and how it stands. */
import {
  type Away,
  type DueReason,
  type DueState,
  dueOf,
  monthDays,
  monthsFrom,
  type RateInForce,
  type Stay,
  stateOf,
} from '../../../shared/domain/dues';
import type { Ctx } from '../../ipc/context';
import { groupState } from '../members/privacy/service';
import * as repo from './ledgerRepository';
import { type RateRecord, rates } from './ratesRepository';

export interface LedgerCell {
  month: string;
  departmentId: number | null;
  department: string | null;
  due: number | null;
  paid: number;
  state: DueState;
  payable: number;
  days: number;
  reasons: DueReason[];
  said: string | null;
}
export interface LedgerPerson {
  memberId: number;
  fullName: string;
  givenName: string;
  /** By month; null: no member. */
  cells: Map<string, LedgerCell | null>;
}
export interface Together {
  people: number;
  amount: number;
}
export interface Ledger {
  months: readonly string[];
  people: LedgerPerson[];
  /** Sums of departments, by `month/departmentId`. */
  together: Map<string, Together>;
}
type Store = Pick<Ctx, 'db'>;

/** The rate in force in a month. */
export const rateIn = (all: readonly RateRecord[], month: string): RateRecord | null =>
  all.find((rate) => rate.validFrom <= month) ?? null;

/** The month the dues are kept from: as set, else the first collected for; null while nothing was. */
export const keptFrom = (ctx: Store): string | null => repo.startMonth(ctx.db) ?? repo.firstMonth(ctx.db);

function grouped<T extends { memberId: number }>(rows: readonly T[]): Map<number, T[]> {
  const all = new Map<number, T[]>();
  for (const row of rows) {
    const own = all.get(row.memberId);
    if (own) own.push(row);
    else all.set(row.memberId, [row]);
  }
  return all;
}

interface Facts {
  rates: readonly RateRecord[];
  basesOn: boolean;
  away: Map<number, (Away & { memberId: number })[]>;
  bases: Map<number, { fromMonth: string; amount: number }[]>;
  overrides: Map<string, { amount: number; reason: string }>;
  paid: Map<string, number>;
  together: Map<string, Together>;
}

function factsOf(ctx: Store, first: string, last: string): Facts {
  const [from, to] = [monthDays(first).from, monthDays(last).to];
  const [paid, together] = [new Map<string, number>(), new Map<string, Together>()];
  for (const entry of repo.entries(ctx.db, first, last))
    if (entry.memberId !== null) paid.set(`${entry.month}/${entry.memberId}`, entry.amount);
    else together.set(`${entry.month}/${entry.departmentId}`, { people: entry.people, amount: entry.amount });
  return {
    rates: rates(ctx.db),
    basesOn: groupState(ctx).money,
    away: grouped(repo.away(ctx.db, from, to)),
    bases: grouped(repo.bases(ctx.db, last)),
    overrides: new Map(
      repo.overrides(ctx.db, first, last).map((row) => [`${row.month}/${row.memberId}`, row]),
    ),
    paid,
    together,
  };
}

function baseIn(facts: Facts, stay: repo.StayRow, month: string): number | null {
  if (!facts.basesOn) return null;
  const dated = facts.bases
    .get(stay.memberId)
    ?.filter((row) => row.fromMonth <= month)
    .at(-1);
  return dated?.amount ?? stay.base;
}

function cellOf(facts: Facts, own: readonly repo.StayRow[], month: string): LedgerCell | null {
  const last = own.at(-1)!;
  const { from, to } = monthDays(month);
  const here = own.filter((stay) => stay.from <= to && (stay.to === null || stay.to > from));
  if (here.length === 0) return null;
  const key = `${month}/${last.memberId}`;
  const override = facts.overrides.get(key) ?? null;
  const due = dueOf({
    month,
    rate: rateIn(facts.rates, month) as RateInForce | null,
    base: baseIn(facts, last, month),
    stays: joined(here),
    away: facts.away.get(last.memberId) ?? [],
    override,
  });
  if (!due) return null;
  const { departmentId, department } = here.at(-1)!;
  const paid = facts.paid.get(key) ?? 0;
  return {
    month,
    departmentId,
    department,
    due: due.amount,
    paid,
    state: stateOf(due.amount, paid, (facts.together.get(`${month}/${departmentId}`)?.people ?? 0) > 0),
    payable: due.payable,
    days: due.days,
    reasons: [...due.reasons],
    said: override?.reason ?? null,
  };
}

/** Stretches that follow each other without a gap are one. */
function joined(rows: readonly repo.StayRow[]): Stay[] {
  const all: { from: string; to: string | null }[] = [];
  for (const { from, to } of rows) {
    const before = all.at(-1);
    if (before && before.to === from) before.to = to;
    else all.push({ from, to });
  }
  return all;
}

/** What every member owed and paid for the months, in the order of names. */
export function ledger(ctx: Store, first: string, last: string): Ledger {
  const months = monthsFrom(first, last);
  const facts = factsOf(ctx, first, last);
  const people: LedgerPerson[] = [];
  for (const own of grouped(repo.stays(ctx.db, monthDays(first).from, monthDays(last).to)).values()) {
    const cells = new Map(months.map((month) => [month, cellOf(facts, own, month)]));
    if (![...cells.values()].some((cell) => cell !== null)) continue;
    const { memberId, fullName, givenName } = own[0]!;
    people.push({ memberId, fullName, givenName, cells });
  }
  return { months, people, together: facts.together };
}

/** What is missing of a month: nothing of one that is paid or freed; null: not known. */
export function missingOf(cell: LedgerCell): number | null {
  if (cell.state === 'paid' || cell.state === 'exempt' || cell.state === 'department') return 0;
  return cell.due === null ? null : cell.due - cell.paid;
}
