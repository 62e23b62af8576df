/** SQL of the time records are kept: the setting, and whose time has passed. */
import type { Db } from '../../../db/database';

export interface DueMember {
  id: number;
  fullName: string;
  givenName: string;
  department: string | null;
  status: string;
  leftOn: string;
  birthDate: string | null;
}

/** Last day a partial date may mean: enough to compare with. */
const LEFT = `CASE length(m.status_date) WHEN 4 THEN m.status_date || '-12-31' WHEN 7 THEN m.status_date || '-31' ELSE m.status_date END`;
const DUE = `FROM member m WHERE m.status <> 'active' AND m.status_date IS NOT NULL AND ${LEFT} <= @cutoff
  AND NOT EXISTS (SELECT 1 FROM member_anonymised a WHERE a.member_id = m.id)
  AND NOT EXISTS (SELECT 1 FROM member_merge g WHERE g.gone_id = m.id AND g.undone_at IS NULL)
  AND (m.import_id IS NULL OR m.import_id NOT IN (SELECT import_id FROM import_hidden))`;

export const countDue = (db: Db, cutoff: string): number =>
  db.pluck<number>(`SELECT count(*) ${DUE}`, { cutoff }) ?? 0;
export const dueMembers = (db: Db, cutoff: string, offset: number, limit: number): DueMember[] =>
  db.all(
    `SELECT m.id, m.full_name AS fullName, m.given_name AS givenName, m.status, m.status_date AS leftOn,
       m.birth_date AS birthDate, (SELECT name FROM org_unit WHERE id = m.department_id) AS department
     ${DUE} ORDER BY m.status_date, m.sort_key, m.id LIMIT @limit OFFSET @offset`,
    { cutoff, offset, limit },
  );
export const isDue = (db: Db, id: number, cutoff: string): boolean =>
  db.pluck(`SELECT 1 ${DUE} AND m.id = @id`, { cutoff, id }) !== undefined;
export const isAnonymised = (db: Db, id: number): boolean =>
  db.pluck('SELECT 1 FROM member_anonymised WHERE member_id = ?', [id]) !== undefined;
export const countAnonymised = (db: Db): number =>
  db.pluck<number>('SELECT count(*) FROM member_anonymised') ?? 0;

const SETTING = 'members.retentionYears';
export const retentionYears = (db: Db): number | null => {
  const value = db.pluck<string>(`SELECT value FROM setting WHERE key = ? AND valid_from = ''`, [SETTING]);
  return value === undefined || value === '' ? null : Number(value);
};
export const setRetentionYears = (db: Db, years: number | null): void => {
  db.run(
    `INSERT INTO setting (key, valid_from, value) VALUES (?, '', ?)
     ON CONFLICT (key, valid_from) DO UPDATE SET value = excluded.value`,
    [SETTING, years === null ? '' : String(years)],
  );
};
