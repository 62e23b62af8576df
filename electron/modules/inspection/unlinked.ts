/** Events of inspection that are recorded only as events: counted beside the sessions, each once. */
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import { eventRecords } from '../events/service';
import { eventsOfSessions } from './findingsRepository';

export function otherInspections(db: Db, days: { from: string; to: string }): IndicatorRecord[] {
  const linked = new Set(eventsOfSessions(db));
  return eventRecords(db, ['inspection'], days).filter(({ id }) => !linked.has(id));
}
