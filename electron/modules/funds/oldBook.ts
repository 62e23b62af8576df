/** An older cash book read in: a preview that says what each row would become, then all rows or none. */
import type { BookReading } from '../../../shared/domain/cashBook';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { ReadBookJob } from '../../jobs/readCashBook';
import { liveFund } from './record';
import { closedTo } from './repository';
import { createVoucher } from './vouchers';
import { knownEntries, lastNumber } from './vouchersRepository';

type Preview = OutputOf<'funds.readBook'>;
type PreviewRow = Preview['rows'][number];
type Row = ParsedInputOf<'funds.importBook'>['rows'][number];

const keyOf = (row: { onDate: string | null; kind: string; amount: number; reason: string | null }) =>
  JSON.stringify([row.onDate, row.kind, row.amount, row.reason]);

async function readBook(input: ParsedInputOf<'funds.readBook'>, ctx: Ctx): Promise<Preview> {
  const fund = liveFund(ctx, input.fundId);
  const file = ctx.files.open(input.token);
  const job: ReadBookJob = {
    path: file.path,
    fileName: file.name,
    sheet: input.sheet,
    columns: input.columns,
  };
  const read = await ctx.jobs.run<BookReading & { sheets: string[] }>('readCashBook', job, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const closed = closedTo(ctx.db, fund.id) ?? '';
  const known = new Set(knownEntries(ctx.db, fund.id).map(keyOf));
  const problemOf = (row: BookReading['lines'][number]): PreviewRow['problem'] => {
    if (row.problem !== null || row.onDate === null) return row.problem ?? 'noDate';
    if (row.onDate < fund.opened_on) return 'early';
    if (row.onDate <= closed) return 'closed';
    return known.has(keyOf(row)) ? 'known' : null;
  };
  const { heads, mapping: columns, skipped, sheets } = read;
  const rows = read.lines.map((row) => ({ ...row, problem: problemOf(row) }));
  return { fileName: file.name, sheets, heads, columns, skipped, rows };
}

const digits = (text: string | null): number | null => {
  const found = /(\d{1,5})\D*$/.exec(text ?? '')?.[1];
  return found === undefined ? null : Number(found);
};

/** The number a series of the old book begins with, when its numbers follow each other; else 1. */
function firstOf(rows: readonly Row[]): number {
  const numbers = rows.map((row) => digits(row.oldNumber));
  const [first] = numbers;
  if (first == null || first < 1) return 1;
  return numbers.every((number, i) => number === first + i) ? first : 1;
}

function importBook(input: ParsedInputOf<'funds.importBook'>, ctx: Ctx): OutputOf<'funds.importBook'> {
  const fund = liveFund(ctx, input.fundId);
  const rows = [...input.rows].sort((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0));
  const seriesOf = (row: Row) => `${row.kind}${row.onDate.slice(0, 4)}`;
  const series = new Map<string, Row[]>();
  for (const row of rows) series.set(seriesOf(row), [...(series.get(seriesOf(row)) ?? []), row]);
  const ids = rows.map((row) => {
    const empty = lastNumber(ctx.db, fund.id, row.kind, Number(row.onDate.slice(0, 4))) === null;
    const made = createVoucher(ctx, {
      fundId: fund.id,
      kind: row.kind,
      onDate: row.onDate,
      amount: row.amount,
      reason: row.reason,
      personName: row.person,
      oldNumber: row.oldNumber,
      firstNumber: empty ? firstOf(series.get(seriesOf(row)) ?? []) : null,
    });
    return made.id;
  });
  const sum = (kind: Row['kind']) =>
    rows.filter((row) => row.kind === kind).reduce((total, row) => total + row.amount, 0);
  recordChange(ctx, {
    entity: 'fund',
    entityId: fund.id,
    action: 'import',
    after: { name: fund.name, fileName: input.fileName, rows: rows.length },
  });
  ctx.undo('funds.takeBack', { ids, trash: true });
  return { count: rows.length, received: sum('receipt'), paid: sum('payment') };
}

export const oldBookHandlers = { 'funds.readBook': readBook, 'funds.importBook': importBook };
