/** SQL of the organisation area's indicators. */
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import { nameOnDay } from '../members/history/names';

type Kind = 'department' | 'group';
const OPEN = `o.kind = @kind AND (o.opened_on IS NULL OR o.opened_on <= @day) AND (o.closed_on IS NULL OR o.closed_on > @day)`;

/** Departments or union groups open on a day. */
export const countUnits = (db: Db, kind: Kind, day: string): number =>
  db.pluck<number>(`SELECT count(*) FROM org_unit_live o WHERE ${OPEN}`, { kind, day }) ?? 0;

/** The departments or groups behind countUnits. */
export const unitRecords = (db: Db, kind: Kind, day: string): IndicatorRecord[] =>
  db.all(
    `SELECT 'org_unit' AS entity, o.id, ${nameOnDay('o.id')} AS label, o.opened_on AS date, o.leader_name AS detail, 1 AS amount
     FROM org_unit_live o WHERE ${OPEN} ORDER BY o.name_key, o.id`,
    { kind, day },
  );
