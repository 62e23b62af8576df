/** The ledger as screens and papers ask for it: a month by department, a year, and who is behind. */
import { addMonths } from '../../../shared/domain/dateMath';
import { monthsFrom } from '../../../shared/domain/dues';
import { fold } from '../../../shared/text/fold';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import {
  keptFrom,
  type Ledger,
  type LedgerCell,
  type LedgerPerson,
  ledger,
  missingOf,
  rateIn,
} from './ledger';
import { toRate } from './rates';
import { rates } from './ratesRepository';

type Sums = OutputOf<'dues.month'>['figures'];
type Department = OutputOf<'dues.month'>['departments'][number];
type MonthRow = OutputOf<'dues.month'>['rows'][number];

const NOTHING: Sums = { people: 0, due: 0, unknown: 0, paid: 0, missing: 0, settled: 0, open: 0, exempt: 0 };

function add(sums: Sums, cell: LedgerCell): void {
  sums.people++;
  sums.due += cell.due ?? 0;
  sums.paid += cell.paid;
  sums.missing += missingOf(cell) ?? 0;
  if (cell.due === null) sums.unknown++;
  if (cell.state === 'paid' || cell.state === 'department') sums.settled++;
  else if (cell.state === 'exempt') sums.exempt++;
  else sums.open++;
}

const named = (search: string) => {
  const words = fold(search).split(' ').filter(Boolean);
  return (name: string) => {
    const key = fold(name);
    return words.every((word) => key.includes(word));
  };
};
/** Vietnamese order; people without a department last. */
export const byName = (a: { name: string | null }, b: { name: string | null }): number =>
  a.name === null ? 1 : b.name === null ? -1 : a.name.localeCompare(b.name, 'vi', { numeric: true });

/** Members of a month as rows, in the order of departments and names. */
export function monthRows({ people }: Pick<Ledger, 'people'>, month: string): MonthRow[] {
  const rows = people.flatMap(({ memberId, fullName, givenName, cells }) => {
    const cell = cells.get(month);
    return cell ? [{ memberId, fullName, givenName, ...cell }] : [];
  });
  const place = new Map(rows.map((row, at) => [row.memberId, at]));
  return rows.sort(
    (a, b) =>
      byName({ name: a.department }, { name: b.department }) ||
      place.get(a.memberId)! - place.get(b.memberId)!,
  );
}

interface Part extends Department {
  /** Those paid for only in the sum of the department. */
  via: { people: number; due: number };
}

/** One sum of a department settles as many people as it is for; its money is held against what these owe. */
function settled({ via, ...part }: Part): Department {
  if (!part.together) return part;
  const short = Math.max(0, via.people - part.together.people);
  return {
    ...part,
    paid: part.paid + part.together.amount,
    open: part.open + short,
    settled: part.settled - short,
    missing: part.missing + Math.max(0, via.due - part.together.amount),
  };
}

export function departmentsOf(found: Ledger, rows: readonly MonthRow[], month: string): Department[] {
  const all = new Map<number | null, Part>();
  for (const row of rows) {
    const key = row.departmentId;
    const together = found.together.get(`${month}/${key}`) ?? null;
    const part = all.get(key) ?? {
      id: key,
      name: row.department,
      ...NOTHING,
      together,
      via: { people: 0, due: 0 },
    };
    all.set(key, part);
    add(part, row);
    if (row.state === 'department')
      part.via = { people: part.via.people + 1, due: part.via.due + (row.due ?? 0) };
  }
  return [...all.values()].map(settled).sort(byName);
}

const total = (parts: readonly Sums[]): Sums =>
  parts.reduce(
    (sum, part) =>
      Object.fromEntries(
        (Object.keys(NOTHING) as (keyof Sums)[]).map((key) => [key, sum[key] + part[key]]),
      ) as Sums,
    NOTHING,
  );

export function monthView(input: ParsedInputOf<'dues.month'>, ctx: Ctx): OutputOf<'dues.month'> {
  const { month } = input;
  const found = ledger(ctx, month, month);
  const all = monthRows(found, month);
  const departments = departmentsOf(found, all, month);
  const fits = named(input.search);
  const rows = all.filter(
    (row) =>
      (input.departmentId === null || row.departmentId === input.departmentId) &&
      (input.state === null ||
        row.state === input.state ||
        (input.state === 'open' && row.state === 'part')) &&
      fits(row.fullName),
  );
  const shown = departments.filter((part) => input.departmentId === null || part.id === input.departmentId);
  const rate = rateIn(rates(ctx.db), month);
  return {
    month,
    rate: rate && toRate(rate),
    figures: total(shown),
    departments,
    total: rows.length,
    rows: rows.slice(input.offset, input.offset + input.limit),
  };
}

const lastCell = (person: LedgerPerson): LedgerCell =>
  [...person.cells.values()].findLast((cell) => cell !== null)!;

export function yearRows(ctx: Pick<Ctx, 'db' | 'today'>, year: number, departmentId: number | null) {
  const found = ledger(ctx, `${year}-01`, `${year}-12`);
  const [start, now] = [keptFrom(ctx) ?? '', ctx.today().slice(0, 7)];
  /** Months that are kept here and have begun. */
  const owed = (month: string) => month >= start && month <= now;
  const rows = found.people
    .map((person) => {
      const cells = found.months.map((month) => person.cells.get(month) ?? null);
      const { departmentId: at, department } = lastCell(person);
      const sum = (key: 'due' | 'paid') =>
        cells.reduce(
          (all, cell) => all + (cell && (key === 'paid' || owed(cell.month)) ? (cell[key] ?? 0) : 0),
          0,
        );
      return {
        memberId: person.memberId,
        fullName: person.fullName,
        givenName: person.givenName,
        at,
        department,
        cells,
        due: sum('due'),
        paid: sum('paid'),
      };
    })
    .filter((row) => departmentId === null || row.at === departmentId);
  const place = new Map(rows.map((row, at) => [row.memberId, at]));
  rows.sort(
    (a, b) =>
      byName({ name: a.department }, { name: b.department }) ||
      place.get(a.memberId)! - place.get(b.memberId)!,
  );
  return { found, rows, owed };
}

export function yearView(input: ParsedInputOf<'dues.year'>, ctx: Ctx): OutputOf<'dues.year'> {
  const { found, rows: all, owed } = yearRows(ctx, input.year, input.departmentId);
  const fits = named(input.search);
  const rows = all.filter((row) => fits(row.fullName));
  const sumsOf = (month: string, at: number) => ({
    month,
    due: owed(month) ? all.reduce((sum, row) => sum + (row.cells[at]?.due ?? 0), 0) : 0,
    paid:
      all.reduce((sum, row) => sum + (row.cells[at]?.paid ?? 0), 0) +
      [...found.together]
        .filter(
          ([key]) =>
            key.startsWith(`${month}/`) &&
            (input.departmentId === null || key.endsWith(`/${input.departmentId}`)),
        )
        .reduce((sum, [, { amount }]) => sum + amount, 0),
  });
  const months = found.months.map(sumsOf);
  return {
    months,
    due: months.reduce((sum, one) => sum + one.due, 0),
    paid: months.reduce((sum, one) => sum + one.paid, 0),
    total: rows.length,
    rows: rows.slice(input.offset, input.offset + input.limit).map(({ at: _, ...row }) => row),
  };
}

/** The last full month. */
export const lastFull = (today: string): string => addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);

type BehindRow = OutputOf<'dues.behind'>['rows'][number];

function behindOf(person: LedgerPerson): BehindRow | null {
  const months = [...person.cells.values()].flatMap((cell) => {
    if (!cell || (cell.state !== 'open' && cell.state !== 'part')) return [];
    return [{ month: cell.month, missing: missingOf(cell) }];
  });
  if (months.length === 0) return null;
  const { departmentId, department } = lastCell(person);
  return {
    memberId: person.memberId,
    fullName: person.fullName,
    givenName: person.givenName,
    departmentId,
    department,
    months,
    amount: months.reduce((sum, one) => sum + (one.missing ?? 0), 0),
    unknown: months.filter((one) => one.missing === null).length,
  };
}

/** Everybody behind since the dues are kept, up to a full month. */
export function behindRows(
  ctx: Pick<Ctx, 'db' | 'today'>,
  until = lastFull(ctx.today()),
): { from: string | null; rows: BehindRow[] } {
  const from = keptFrom(ctx);
  if (from === null || from > until) return { from, rows: [] };
  const rows = ledger(ctx, from, until).people.flatMap((person) => behindOf(person) ?? []);
  return { from, rows };
}

export function behindView(input: ParsedInputOf<'dues.behind'>, ctx: Ctx): OutputOf<'dues.behind'> {
  const until = input.until ?? lastFull(ctx.today());
  const { from, rows: everybody } = behindRows(ctx, until);
  const fits = named(input.search);
  const long = everybody.filter((row) => row.months.length >= input.leastMonths && fits(row.fullName));
  const departments = new Map<
    number | null,
    { id: number | null; name: string | null; people: number; amount: number }
  >();
  for (const row of long) {
    const part = departments.get(row.departmentId) ?? {
      id: row.departmentId,
      name: row.department,
      people: 0,
      amount: 0,
    };
    departments.set(row.departmentId, { ...part, people: part.people + 1, amount: part.amount + row.amount });
  }
  const rows = long
    .filter((row) => input.departmentId === null || row.departmentId === input.departmentId)
    .sort((a, b) => b.months.length - a.months.length || b.amount - a.amount);
  return {
    from,
    until,
    months: rows.reduce((sum, row) => sum + row.months.length, 0),
    amount: rows.reduce((sum, row) => sum + row.amount, 0),
    unknown: rows.reduce((sum, row) => sum + row.unknown, 0),
    departments: [...departments.values()].sort((a, b) => b.people - a.people || byName(a, b)),
    total: rows.length,
    rows: rows.slice(input.offset, input.offset + input.limit),
  };
}

/** What was to come in for the months of a year up to today, and for how many months of people it is not known. */
export function expectedIn(
  ctx: Pick<Ctx, 'db' | 'today'>,
  year: number,
): { expected: number; unknown: number } {
  const now = ctx.today().slice(0, 7);
  const start = keptFrom(ctx) ?? now;
  const first = start > `${year}-01` ? start : `${year}-01`;
  const last = now < `${year}-12` ? now : `${year}-12`;
  if (first > last) return { expected: 0, unknown: 0 };
  const found = ledger(ctx, first, last);
  let [expected, unknown] = [0, 0];
  for (const person of found.people)
    for (const month of monthsFrom(first, last)) {
      const cell = person.cells.get(month);
      if (!cell) continue;
      expected += cell.due ?? 0;
      if (cell.due === null) unknown++;
    }
  return { expected, unknown };
}
