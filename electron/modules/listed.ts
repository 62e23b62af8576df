/** A figure that is the sum of what its records add. */
import type { IndicatorRecord } from '../../shared/domain/indicators';
import type { Db } from '../db/database';
import type { Source, Span } from './indicators';

/** The days of a span that have come. */
export const come = ({ from, to, until }: Span): { from: string; to: string } => ({
  from,
  to: until < to ? until : to,
});
const sum = (rows: readonly IndicatorRecord[]): number => rows.reduce((total, row) => total + row.amount, 0);

/** Value and list from one reading of the records of a span. */
export function listedOver(read: (db: Db, span: Span) => IndicatorRecord[]): Source {
  return {
    value: (db, span) => ({ value: sum(read(db, span)) }),
    records(db, span, page) {
      const all = read(db, span);
      return { total: all.length, amount: sum(all), rows: all.slice(page.offset, page.offset + page.limit) };
    },
  };
}

/** Value and list from one reading of the records of the days that have come. */
export const listed = (read: (db: Db, span: { from: string; to: string }) => IndicatorRecord[]): Source =>
  listedOver((db, span) => read(db, come(span)));

/** A figure no record tells: only a typed one can give it. */
export const typedOnly: Source = {
  value: () => ({ value: null, gap: 'noSource' }),
  records: () => ({ total: 0, amount: 0, rows: [] }),
};
