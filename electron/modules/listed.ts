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

/** Value and list from one reading of the records. */
export function listed(read: (db: Db, span: { from: string; to: string }) => IndicatorRecord[]): Source {
  return {
    value: (db, span) => ({ value: sum(read(db, come(span))) }),
    records(db, span, page) {
      const all = read(db, come(span));
      return { total: all.length, amount: sum(all), rows: all.slice(page.offset, page.offset + page.limit) };
    },
  };
}

/** A figure no record tells: only a typed one can give it. */
export const typedOnly: Source = {
  value: () => ({ value: null, gap: 'noSource' }),
  records: () => ({ total: 0, amount: 0, rows: [] }),
};
