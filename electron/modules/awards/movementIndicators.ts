/** Sources of the figures of emulation movements: an unknown day is in no period, unknown results are not counted. */
import { dateBounds } from '../../../shared/domain/dates';
import type { IndicatorId, IndicatorRecord } from '../../../shared/domain/indicators';
import { listed } from '../listed';
import * as repo from './movementsRepository';

type MovementIndicator = Extract<IndicatorId, `movements.${string}`>;
type Days = { from: string; to: string };

/** What surely lies in the days. */
function within(rows: readonly repo.DatedMovement[], days: Days): IndicatorRecord[] {
  return rows.flatMap(({ id, label, detail, date }) => {
    if (date === null) return [];
    const { first, last } = dateBounds(date);
    if (first < days.from || last > days.to) return [];
    return [{ entity: 'movement' as const, id, label, date, detail, amount: 1 }];
  });
}

const entriesOf = (kind: 'person' | 'unit', what: 'registered' | 'achieved') =>
  listed((db, days) => within(repo.datedEntries(db, kind, what), days));

export const movementSources: Record<MovementIndicator, ReturnType<typeof listed>> = {
  'movements.launched': listed((db, days) => within(repo.datedMovements(db), days)),
  'movements.unitsRegistered': entriesOf('unit', 'registered'),
  'movements.peopleRegistered': entriesOf('person', 'registered'),
  'movements.unitsAchieved': entriesOf('unit', 'achieved'),
  'movements.peopleAchieved': entriesOf('person', 'achieved'),
};
