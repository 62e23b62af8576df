/** SQL of the organisation area's indicators: parts open on a day, under the names of that day. */
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import { leaderOn } from './repository';

/** 'union': sections and groups together (công đoàn trực thuộc). */
type Kind = 'department' | 'group' | 'section' | 'union';

const OPEN = `(o.opened_on IS NULL OR o.opened_on <= @day) AND (o.closed_on IS NULL OR o.closed_on > @day)`;
const OF_KIND = `CASE @kind WHEN 'union' THEN o.kind IN ('section', 'group') ELSE o.kind = @kind END`;
const PRESENT = `s.status = 'active' AND s.from_date <= @day AND (s.to_date IS NULL OR s.to_date > @day)`;
/** Section or department a part stood under on the day. */
const PARENT = (unit: string) =>
  `(SELECT f.ref_id FROM org_unit_fact_live f WHERE f.org_unit_id = ${unit} AND f.kind = 'parent' AND f.from_date <= @day
    ORDER BY f.from_date DESC, f.id DESC LIMIT 1)`;
/** With at least one active member of the day. */
const ACTIVE = `CASE o.kind
  WHEN 'department' THEN EXISTS (SELECT 1 FROM member_state s JOIN member_live m ON m.id = s.member_id
    WHERE s.department_id = o.id AND ${PRESENT})
  WHEN 'group' THEN EXISTS (SELECT 1 FROM member_state s JOIN member_live m ON m.id = s.member_id
    WHERE s.group_id = o.id AND ${PRESENT})
  ELSE EXISTS (SELECT 1 FROM org_unit_live g WHERE g.kind = 'group' AND ${PARENT('g.id')} = o.id
    AND EXISTS (SELECT 1 FROM member_state s JOIN member_live m ON m.id = s.member_id WHERE s.group_id = g.id AND ${PRESENT}))
  END`;
const where = (active: boolean) =>
  `FROM org_unit_live o WHERE ${OF_KIND} AND ${OPEN}${active ? ` AND ${ACTIVE}` : ''}`;

/** Parts of a kind open on a day; `active`: only those with members. */
export const countUnits = (db: Db, kind: Kind, day: string, active = false): number =>
  db.pluck<number>(`SELECT count(*) ${where(active)}`, { kind, day }) ?? 0;

/** The parts behind countUnits. */
export const unitRecords = (db: Db, kind: Kind, day: string, active = false): IndicatorRecord[] =>
  db.all(
    `SELECT 'org_unit' AS entity, o.id, coalesce((SELECT f.name FROM org_unit_fact_live f
         WHERE f.org_unit_id = o.id AND f.kind = 'name' AND f.from_date <= @day
         ORDER BY f.from_date DESC, f.id DESC LIMIT 1), o.name) AS label,
       o.opened_on AS date, ${leaderOn('day')} AS detail, 1 AS amount
     ${where(active)} ORDER BY o.kind DESC, o.name_key, o.id`,
    { kind, day },
  );

/** Union groups classed for a year, by name. */
export const classedGroups = (
  db: Db,
  year: number,
): { id: number; label: string; detail: string | null; class: string }[] =>
  db.all(
    `SELECT o.id, o.name AS label, c.decision_no AS detail, c.class
     FROM org_unit_class c JOIN org_unit_live o ON o.id = c.org_unit_id AND o.kind = 'group'
     WHERE c.deleted_at IS NULL AND c.year = ? ORDER BY o.name_key, o.id`,
    [year],
  );
