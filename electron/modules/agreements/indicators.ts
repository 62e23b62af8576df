/** Sources of the figures of agreements. */
import { agreementState } from '../../../shared/domain/agreements';
import { dateBounds } from '../../../shared/domain/dates';
import type { IndicatorId, IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import type { Source } from '../indicators';
import { listed } from '../listed';
import { type Commitment, commitmentsIn, type Delivery, deliveryRows, moneyLines, worldOf } from './record';
import * as repo from './repository';

type AgreementIndicator = Extract<IndicatorId, `agreements.${string}`>;
type Days = { from: string; to: string };

const surely = (date: string, days: Days): boolean => {
  const { first, last } = dateBounds(date);
  return first >= days.from && last <= days.to;
};
const recordOf = (
  row: repo.AgreementRecord,
  more: { label: string; date: string | null; amount: number },
): IndicatorRecord => ({
  ...{ entity: 'agreement', id: row.id, detail: more.label === row.title ? row.number : row.title },
  ...more,
});

/** Everything under the live agreements as it stood on a day. */
function under(db: Db, day: string) {
  const ctx = { db, today: () => day };
  const rows = repo.agreements(db);
  const world = worldOf(
    ctx,
    rows.map((row) => row.id),
  );
  return { ctx, rows, world };
}

/** The day a deadline was met: that of its entry marked so, or of the one that reached the target. */
function keptOn(one: Commitment, year: number | null): string | null {
  const own = one.progress.filter((entry) => year === null || entry.onDate.startsWith(String(year)));
  let sum = 0;
  for (const entry of own) {
    sum += entry.figure ?? 0;
    if (entry.done || (one.target != null && sum >= one.target)) return entry.onDate;
  }
  return null;
}

const kept = listed((db, days) => {
  const { rows, world } = under(db, days.to);
  return rows.flatMap((row) =>
    commitmentsIn(world, row, days.to).flatMap((one) =>
      one.standing.deadlines.flatMap(({ state, year }) => {
        const date = state === 'done' ? keptOn(one, year) : null;
        return date !== null && surely(date, days)
          ? [recordOf(row, { label: one.name, date, amount: 1 })]
          : [];
      }),
    ),
  );
});

const delivered = (
  amount: (line: Delivery) => number | null,
  pick: (lines: Delivery[]) => Delivery[],
): Source =>
  listed((db, days) => {
    const { ctx, rows, world } = under(db, days.to);
    return rows.flatMap((row) => {
      const own = world.deliveries.filter((line) => line.agreementId === row.id);
      return pick(deliveryRows(ctx, own)).flatMap((line) => {
        const value = amount(line);
        if (value === null || line.ahead || !surely(line.onDate, days)) return [];
        return [recordOf(row, { label: line.label, date: line.onDate, amount: value })];
      });
    });
  });

const inForce = listed((db, span) =>
  repo
    .agreements(db)
    .filter((row) => agreementState(row, span.to) === 'running')
    .map((row) => recordOf(row, { label: row.title, date: row.signedOn, amount: 1 })),
);

export const agreementSources: Record<AgreementIndicator, Source> = {
  'agreements.inForce': inForce,
  'agreements.kept': kept,
  'agreements.works': delivered(
    () => 1,
    (lines) => lines,
  ),
  'agreements.money': delivered((line) => line.amount, moneyLines),
};
