/** SQL of staff conferences: of which parts, and which of them held one. */
import type { ConferenceScope } from '../../../shared/domain/democracy';
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';

export interface ConferenceRecord {
  id: number;
  version: number;
  orgUnitId: number | null;
  orgUnit: string | null;
  year: number;
  held: number;
  heldOn: string | null;
  invited: number | null;
  present: number | null;
  chair: string | null;
  result: string | null;
  reason: string | null;
  eventId: number | null;
  note: string | null;
  files: number;
  deletedAt: string | null;
}
const CONFERENCE = `SELECT c.id, c.version, c.org_unit_id AS orgUnitId, u.name AS orgUnit, c.year, c.held, c.held_on AS heldOn,
    c.invited, c.present, c.chair, c.result, c.reason, c.event_id AS eventId, c.note,
    (SELECT count(*) FROM attachment a WHERE a.entity = 'staff_conference' AND a.entity_id = c.id AND a.deleted_at IS NULL) AS files,
    c.deleted_at AS deletedAt
  FROM staff_conference c LEFT JOIN org_unit u ON u.id = c.org_unit_id`;

/** A staff conference, also one in the trash. */
export const conferenceById = (db: Db, id: number): ConferenceRecord | undefined =>
  db.get(`${CONFERENCE} WHERE c.id = ?`, [id]);
export const conferencesOf = (db: Db, year: number): ConferenceRecord[] =>
  db.all(`${CONFERENCE} WHERE c.year = ? AND c.deleted_at IS NULL ORDER BY u.name_key, c.id`, [year]);
/** The one a part has for a year; null asks for the whole office's. */
export const conferenceOf = (db: Db, year: number, orgUnitId: number | null): ConferenceRecord | undefined =>
  db.get(`${CONFERENCE} WHERE c.year = ? AND c.org_unit_id IS ? AND c.deleted_at IS NULL`, [year, orgUnitId]);
export const conferenceYears = (db: Db): number[] =>
  db.column('SELECT DISTINCT year FROM staff_conference WHERE deleted_at IS NULL ORDER BY year DESC');

/** Which parts hold the conference of a year. */
export const scopeOf = (db: Db, year: number): ConferenceScope =>
  db.pluck('SELECT scope FROM conference_scope WHERE from_year <= ? ORDER BY from_year DESC LIMIT 1', [
    year,
  ]) ?? 'department';
export const scopeAt = (db: Db, fromYear: number): ConferenceScope | undefined =>
  db.pluck('SELECT scope FROM conference_scope WHERE from_year = ?', [fromYear]);
export const setScope = (db: Db, fromYear: number, scope: ConferenceScope): void => {
  db.run(
    `INSERT INTO conference_scope (from_year, scope) VALUES (@fromYear, @scope)
     ON CONFLICT (from_year) DO UPDATE SET scope = @scope`,
    { fromYear, scope },
  );
};
export const dropScope = (db: Db, fromYear: number): void => {
  db.run('DELETE FROM conference_scope WHERE from_year = ?', [fromYear]);
};
export const unitIsLive = (db: Db, id: number): boolean =>
  db.pluck('SELECT 1 FROM org_unit_live WHERE id = ?', [id]) === 1;

/** Conferences held in a span. */
export const heldRecords = (db: Db, span: { from: string; to: string }): IndicatorRecord[] =>
  db.all(
    `SELECT 'staff_conference' AS entity, c.id, coalesce(u.name, (SELECT name FROM unit_profile ORDER BY valid_from DESC LIMIT 1), '') AS label,
       c.held_on AS date, c.chair AS detail, 1 AS amount
     FROM staff_conference c LEFT JOIN org_unit u ON u.id = c.org_unit_id
     WHERE c.deleted_at IS NULL AND c.held = 1 AND c.held_on BETWEEN @from AND @to ORDER BY c.held_on, c.id`,
    { ...span },
  );
export const eventsOfConferences = (db: Db): number[] =>
  db.column('SELECT event_id FROM staff_conference WHERE event_id IS NOT NULL AND deleted_at IS NULL');
export const trashedConferences = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT c.id, c.year || coalesce(' · ' || u.name, '') AS label, c.deleted_at AS deletedAt
     FROM staff_conference c LEFT JOIN org_unit u ON u.id = c.org_unit_id WHERE c.deleted_at IS NOT NULL`,
  );
