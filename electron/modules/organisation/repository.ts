/** SQL of the organisation area. */
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface ProfileRow {
  id: number;
  version: number;
  name: string;
  shortName: string;
  symbol: string;
  upperName: string | null;
  upperLevel: 'province' | 'sector' | 'commune' | 'other' | null;
  employer: string | null;
  place: string | null;
  staffCount: number | null;
  validFrom: string | null;
}
export interface TermRow {
  id: number;
  version: number;
  name: string | null;
  startsOn: string;
  endsOn: string | null;
  chairName: string;
  chairTitle: string;
  onBehalfOf: string;
}
export type OrgKind = 'department' | 'group' | 'section';
export interface OrgUnitRow {
  id: number;
  version: number;
  kind: OrgKind;
  name: string;
  shortName: string | null;
  departmentId: number | null;
  leaderName: string | null;
  closedOn: string | null;
}

const PROFILE = `id, version, name, short_name AS shortName, symbol, upper_name AS upperName, upper_level AS upperLevel,
  employer, place, staff_count AS staffCount, valid_from AS validFrom`;
const TERM = `id, version, name, starts_on AS startsOn, ends_on AS endsOn, chair_name AS chairName,
  chair_title AS chairTitle, on_behalf_of AS onBehalfOf`;
const ORG = `id, version, kind, name, short_name AS shortName, department_id AS departmentId,
  leader_name AS leaderName, closed_on AS closedOn`;

/** Who leads part `o` on `@{day}`: whoever holds the post then, else the name that was typed. */
export const leaderOn = (day: 'day' | 'today'): string =>
  `coalesce((SELECT group_concat(name, ', ') FROM (SELECT coalesce(m.full_name, p.person_name) AS name
     FROM union_post_held p LEFT JOIN member m ON m.id = p.member_id
     WHERE p.org_unit_id = o.id AND p.role = 'head' AND p.from_date <= @${day}
       AND (p.held_until IS NULL OR p.held_until > @${day}) ORDER BY p.from_date, p.id)), o.leader_name)`;

/** Dated profiles, the latest first. */
export const profiles = (db: Db): ProfileRow[] =>
  db.all(
    `SELECT ${PROFILE} FROM unit_profile WHERE deleted_at IS NULL ORDER BY coalesce(valid_from, '') DESC, id DESC`,
  );

const PROFILE_FIELDS = [
  'name',
  'shortName',
  'symbol',
  'upperName',
  'upperLevel',
  'employer',
  'place',
  'staffCount',
  'validFrom',
] as const satisfies readonly (keyof ProfileRow)[];
export const insertProfile = (db: Db, row: Omit<ProfileRow, 'id' | 'version'>, now: string): number =>
  insertRecord(db, 'unit_profile', PROFILE_FIELDS, row, now);

/** Returns false when the version is stale. */
export const updateProfile = (db: Db, row: ProfileRow): boolean =>
  updateRecord(db, 'unit_profile', PROFILE_FIELDS, row);

/** Terms, the latest first. */
export const terms = (db: Db): TermRow[] =>
  db.all(`SELECT ${TERM} FROM term WHERE deleted_at IS NULL ORDER BY starts_on DESC, id DESC`);

const TERM_FIELDS = [
  'name',
  'startsOn',
  'endsOn',
  'chairName',
  'chairTitle',
  'onBehalfOf',
] as const satisfies readonly (keyof TermRow)[];
export const insertTerm = (db: Db, row: Omit<TermRow, 'id' | 'version'>): number =>
  insertRecord(db, 'term', TERM_FIELDS, row);

export const updateTerm = (db: Db, row: TermRow): boolean => updateRecord(db, 'term', TERM_FIELDS, row);

export const setupDone = (db: Db): boolean =>
  db.pluck<number>('SELECT setup_done FROM unit WHERE id = 1') === 1;
export const setSetupDone = (db: Db, done: boolean): void => {
  db.run('UPDATE unit SET setup_done = ? WHERE id = 1', [done ? 1 : 0]);
};

/** Parts open on a day, or all, with their number of active members; a section has those of its groups. */
export const orgUnits = (
  db: Db,
  kind: OrgKind | null,
  withClosed: boolean,
  today = '9999-12-31',
): (OrgUnitRow & { members: number; leader: string | null })[] =>
  db.all(
    `SELECT ${ORG}, ${leaderOn('today')} AS leader,
       CASE o.kind
         WHEN 'department' THEN (SELECT count(*) FROM member_live m WHERE m.status = 'active' AND m.department_id = o.id)
         WHEN 'group' THEN (SELECT count(*) FROM member_live m WHERE m.status = 'active' AND m.group_id = o.id)
         ELSE (SELECT count(*) FROM member_live m WHERE m.status = 'active' AND o.id = (
           SELECT f.ref_id FROM org_unit_fact_live f WHERE f.org_unit_id = m.group_id AND f.kind = 'parent'
             AND f.from_date <= @today ORDER BY f.from_date DESC, f.id DESC LIMIT 1))
       END AS members
     FROM org_unit_live o
     WHERE (@kind IS NULL OR o.kind = @kind) AND (@withClosed = 1 OR
       (o.closed_on IS NULL OR o.closed_on > @today) AND (o.opened_on IS NULL OR o.opened_on <= @today))
     ORDER BY o.kind, o.name_key, o.id`,
    { kind, withClosed: withClosed ? 1 : 0, today },
  );

export const orgUnit = (db: Db, id: number): OrgUnitRow | undefined =>
  db.get(`SELECT ${ORG} FROM org_unit_live WHERE id = ?`, [id]);

export const orgUnitByKey = (db: Db, kind: OrgKind, nameKey: string): { id: number } | undefined =>
  db.get(
    'SELECT id FROM org_unit_live WHERE kind = ? AND name_key = ? ORDER BY closed_on IS NOT NULL, id LIMIT 1',
    [kind, nameKey],
  );

export interface NewOrgUnit {
  uid: string;
  kind: OrgKind;
  name: string;
  nameKey: string;
  shortName: string | null;
  departmentId: number | null;
  leaderName: string | null;
  openedOn: string | null;
  importId: number | null;
}
export const insertOrgUnit = (db: Db, row: NewOrgUnit, now: string): number =>
  db.run(
    `INSERT INTO org_unit (uid, unit_id, kind, name, name_key, short_name, department_id, leader_name, opened_on, import_id, created_at)
     VALUES (@uid, 1, @kind, @name, @nameKey, @shortName, @departmentId, @leaderName, @openedOn, @importId, @now)`,
    { ...row, now },
  ).lastInsertRowid;

/** Its names, place and days are facts; see tree/. False when the version is stale. */
export const updateLeader = (db: Db, id: number, version: number, leaderName: string | null): boolean =>
  db.run(
    `UPDATE org_unit SET leader_name = ?, version = version + 1 WHERE id = ? AND version = ? AND deleted_at IS NULL`,
    [leaderName, id, version],
  ).changes === 1;

/** Active members in a department or group. */
export const membersIn = (db: Db, id: number): number =>
  db.pluck<number>(
    `SELECT count(*) FROM member_live WHERE status = 'active' AND (department_id = @id OR group_id = @id)`,
    {
      id,
    },
  ) ?? 0;

export const setOrgUnitDeleted = (db: Db, id: number, deletedAt: string | null): boolean =>
  setDeletedAt(db, 'org_unit', id, deletedAt);

export const trashedOrgUnits = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT id, name AS label, deleted_at AS deletedAt FROM org_unit WHERE deleted_at IS NOT NULL AND id NOT IN
       (SELECT u.org_unit_id FROM org_change_unit u JOIN org_change c ON c.id = u.change_id
        WHERE u.role = 'created' AND c.undone_at IS NOT NULL)`,
  );

/** Members of the union today. */
export const activeMembers = (db: Db): number =>
  db.pluck<number>(`SELECT count(*) FROM member_live WHERE status = 'active'`) ?? 0;

export const hasMembers = (db: Db): boolean => db.pluck('SELECT EXISTS (SELECT 1 FROM member_live)') === 1;
