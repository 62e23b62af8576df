/** Sources of the indicators of dues, drives and donors. */
import { addDays } from '../../../shared/domain/dateMath';
import { monthsFrom } from '../../../shared/domain/dues';
import { type Measured, measuredRate } from '../../../shared/domain/figures';
import type { IndicatorId, IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import { type Page, pageOf, type RecordPage, type Source, type Span } from '../indicators';
import { come, listed } from '../listed';
import { groupState } from '../members/privacy/service';
import { donorRecords } from './donorsRepository';
import { driveState } from './driveFigures';
import { driveList, driveMoneyRecords } from './drivesRepository';
import { keptFrom, ledger } from './ledger';
import { collectedByMonth } from './ledgerRepository';
import { behindRows, lastFull } from './ledgerViews';

type Id = Extract<IndicatorId, `dues.${string}` | `drives.${string}` | `donors.${string}`>;
interface Month {
  month: string;
  due: number;
  paid: number;
}
interface Months {
  rows: Month[];
  /** People and months whose due is not known. */
  unknown: number;
}

const monthOf = (day: string): string => day.slice(0, 7);
const words = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`;

/** What was owed and collected for the months of a span that have come; null while no dues are kept. */
function monthsOf(db: Db, span: Span): Months | null {
  const start = keptFrom({ db });
  if (start === null) return null;
  const [from, last] = [monthOf(span.from), monthOf(come(span).to)];
  const first = start > from ? start : from;
  if (first > last) return { rows: [], unknown: 0 };
  const paid = new Map(collectedByMonth(db, first, last).map((row) => [row.month, row.amount]));
  const rows = new Map(
    monthsFrom(first, last).map((month) => [month, { month, due: 0, paid: paid.get(month) ?? 0 }]),
  );
  let unknown = 0;
  for (const { cells } of ledger({ db }, first, last).people)
    for (const cell of cells.values()) {
      if (!cell) continue;
      rows.get(cell.month)!.due += cell.due ?? 0;
      if (cell.due === null) unknown++;
    }
  return { rows: [...rows.values()], unknown };
}

const monthRecord = (month: string, amount: number): IndicatorRecord => ({
  entity: 'dues_month',
  id: Number(month.replace('-', '')),
  label: `Đoàn phí tháng ${words(month)}`,
  date: null,
  detail: null,
  amount,
});
const monthPage = (db: Db, span: Span, page: Page, adds: 'due' | 'paid'): RecordPage =>
  pageOf(
    (monthsOf(db, span)?.rows ?? []).map((row) => monthRecord(row.month, row[adds])),
    page,
  );

const NOT_KEPT: Measured = { value: null, gap: 'noSource' };
const gapOf = (db: Db) => (groupState({ db }).money ? 'someUnknown' : 'fieldOff');

const expected: Source = {
  value(db, span) {
    const found = monthsOf(db, span);
    if (!found) return NOT_KEPT;
    if (found.unknown > 0) return { value: null, gap: gapOf(db) };
    return { value: found.rows.reduce((sum, row) => sum + row.due, 0) };
  },
  records: (db, span, page) => monthPage(db, span, page, 'due'),
};

const rate: Source = {
  value(db, span) {
    const found = monthsOf(db, span);
    if (!found) return NOT_KEPT;
    const part = found.rows.reduce((sum, row) => sum + row.paid, 0);
    if (found.unknown > 0) return { value: null, part, gap: gapOf(db) };
    return measuredRate(
      part,
      found.rows.reduce((sum, row) => sum + row.due, 0),
      span.asOf,
    );
  },
  records: (db, span, page) => monthPage(db, span, page, 'paid'),
};

/** Also what was paid ahead for months of the period still to come. */
const collected: Source = {
  value(db, span) {
    if (keptFrom({ db }) === null) return NOT_KEPT;
    const rows = collectedByMonth(db, monthOf(span.from), monthOf(span.to));
    return { value: rows.reduce((sum, row) => sum + row.amount, 0) };
  },
  records: (db, span, page) =>
    pageOf(
      collectedByMonth(db, monthOf(span.from), monthOf(span.to)).map((row) =>
        monthRecord(row.month, row.amount),
      ),
      page,
    ),
};

/** A month that ends on the day a past period ends is behind it; today's is not over yet. */
function behindOn(db: Db, span: Span): IndicatorRecord[] {
  const day = span.asOf < span.to ? span.asOf : addDays(span.asOf, 1);
  return behindRows({ db, today: () => day }, lastFull(day)).rows.map((row) => ({
    entity: 'member',
    id: row.memberId,
    label: row.fullName,
    date: null,
    detail: row.months.map(({ month }) => words(month)).join(', '),
    amount: 1,
  }));
}

const behind: Source = {
  value: (db, span) => (keptFrom({ db }) === null ? NOT_KEPT : { value: behindOn(db, span).length }),
  records: (db, span, page) => pageOf(behindOn(db, span), page),
};

/** Drives opened in a span, with who was asked and who gave. */
const drivesIn = (db: Db, span: Span) => {
  const { from, to } = come(span);
  return driveList(db, [], { offset: 0, limit: 500 })
    .filter((drive) => drive.launched_on >= from && drive.launched_on <= to)
    .map((drive) => ({ drive, ...driveState({ db }, drive).figures }));
};

const driveRate: Source = {
  value(db, span) {
    const drives = drivesIn(db, span);
    const sum = (key: 'given' | 'members') => drives.reduce((total, one) => total + one[key], 0);
    const last = drives.reduce<string | null>(
      (day, { drive }) => (day === null || drive.cut_off > day ? drive.cut_off : day),
      null,
    );
    return measuredRate(sum('given'), drives.length === 0 ? null : sum('members'), last);
  },
  records: (db, span, page) =>
    pageOf(
      drivesIn(db, span).map(({ drive, given, members }) => ({
        entity: 'drive',
        id: drive.id,
        label: drive.name,
        date: drive.launched_on,
        detail: `${given}/${members} đoàn viên`,
        amount: given,
      })),
      page,
    ),
};

export const duesSources: Record<Id, Source> = {
  'dues.collected': collected,
  'dues.expected': expected,
  'dues.rate': rate,
  'dues.behind': behind,
  'drives.rate': driveRate,
  'drives.money': listed(driveMoneyRecords),
  'donors.gifts': listed((db, span) => donorRecords(db, span, 'gifts')),
  'donors.money': listed((db, span) => donorRecords(db, span, 'money')),
};
