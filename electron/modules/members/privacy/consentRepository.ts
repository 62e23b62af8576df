/** SQL of what members were told, and of consents. */
import type { ConsentWay, Purpose } from '../../../../shared/domain/consent';
import type { Db } from '../../../db/database';
import { insertRecord } from '../../../db/records';
import { setDeletedAt } from '../../../db/trash';

export interface PurposeRow {
  purpose: Purpose;
  told: string | null;
  toldOn: string | null;
  toldHow: string | null;
  asks: number;
  years: number | null;
  version: number;
}
export const purposeRows = (db: Db): PurposeRow[] =>
  db.all(
    `SELECT code AS purpose, told, told_on AS toldOn, told_how AS toldHow, asks, years, version FROM data_purpose`,
  );

/** Writes over the version given (0: a new row); false when it is stale. */
export const savePurpose = (
  db: Db,
  row: Omit<PurposeRow, 'asks'> & { asks: boolean; now: string },
): boolean =>
  db.run(
    `INSERT INTO data_purpose (code, told, told_on, told_how, asks, years, version, created_at, updated_at)
     SELECT @purpose, @told, @toldOn, @toldHow, @asks, @years, 1, @now, @now WHERE @version = 0
       OR EXISTS (SELECT 1 FROM data_purpose WHERE code = @purpose)
     ON CONFLICT (code) DO UPDATE SET told = excluded.told, told_on = excluded.told_on, told_how = excluded.told_how,
       asks = excluded.asks, years = excluded.years, version = version + 1, updated_at = excluded.updated_at
     WHERE data_purpose.version = @version`,
    { ...row, asks: row.asks ? 1 : 0 },
  ).changes === 1;

export interface ConsentRow {
  id: number;
  memberId: number;
  purpose: Purpose;
  givenOn: string;
  how: ConsentWay;
  note: string | null;
  withdrawnOn: string | null;
  requestId: number | null;
  version: number;
  deletedAt: string | null;
}
const CONSENT = `SELECT id, member_id AS memberId, purpose, given_on AS givenOn, how, note, withdrawn_on AS withdrawnOn,
  request_id AS requestId, version, deleted_at AS deletedAt FROM member_consent`;

export const consentById = (db: Db, id: number): ConsentRow | undefined =>
  db.get(`${CONSENT} WHERE id = ?`, [id]);

/** Consents of a member, the one in force last, so that it stands over those before it. */
export const consentsOf = (db: Db, memberId: number): ConsentRow[] =>
  db.all(
    `${CONSENT} WHERE member_id = ? AND deleted_at IS NULL ORDER BY withdrawn_on IS NULL, given_on, id`,
    [memberId],
  );

const FIELDS = ['uid', 'memberId', 'purpose', 'givenOn', 'how', 'note'] as const;
export const insertConsent = (
  db: Db,
  row: Pick<ConsentRow, 'memberId' | 'purpose' | 'givenOn' | 'how' | 'note'> & { uid: string; now: string },
): number => insertRecord(db, 'member_consent', FIELDS, row, row.now);

/** Ends a consent, or takes the end back; false when the version is stale. */
export const setWithdrawn = (
  db: Db,
  row: { id: number; version: number; withdrawnOn: string | null; requestId: number | null; now: string },
): boolean =>
  db.run(
    `UPDATE member_consent SET withdrawn_on = @withdrawnOn, request_id = @requestId, version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    row,
  ).changes === 1;

export const setConsentDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'member_consent', id, at);

export const trashedConsents = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT c.id, m.full_name || ' · ' || c.given_on AS label, c.deleted_at AS deletedAt
     FROM member_consent c JOIN member m ON m.id = c.member_id WHERE c.deleted_at IS NOT NULL`,
  );

/** Whose last word about a purpose is that they withdrew. */
export const WITHDRAWN = `SELECT w.member_id FROM member_consent w WHERE w.withdrawn_on IS NOT NULL AND w.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM member_consent g WHERE g.member_id = w.member_id AND g.purpose = w.purpose
    AND g.withdrawn_on IS NULL AND g.deleted_at IS NULL)`;

/** Purposes a member has withdrawn from. */
export const withdrawnOf = (db: Db, memberId: number): Purpose[] =>
  db.column(
    `SELECT DISTINCT purpose FROM member_consent c WHERE c.member_id = @memberId
       AND c.member_id IN (${WITHDRAWN} AND w.purpose = c.purpose AND w.member_id = @memberId)`,
    { memberId },
  );

/** What people have withdrawn from, by person. */
export function withdrawnGroups(db: Db): Map<number, Purpose[]> {
  const found = new Map<number, Purpose[]>();
  const rows = db.all<{ memberId: number; purpose: Purpose }>(
    `SELECT DISTINCT c.member_id AS memberId, c.purpose FROM member_consent c
     WHERE c.member_id IN (${WITHDRAWN} AND w.purpose = c.purpose)`,
  );
  for (const { memberId, purpose } of rows) found.set(memberId, [...(found.get(memberId) ?? []), purpose]);
  return found;
}

export interface Standing {
  purpose: Purpose;
  given: number;
  withdrawn: number;
}
/** Members in force with a consent in force, and those who withdrew, by purpose. */
export const standings = (db: Db): Standing[] =>
  db.all(
    `SELECT c.purpose, count(DISTINCT CASE WHEN c.withdrawn_on IS NULL THEN c.member_id END) AS given,
       count(DISTINCT CASE WHEN c.member_id IN (${WITHDRAWN} AND w.purpose = c.purpose) THEN c.member_id END) AS withdrawn
     FROM member_consent c JOIN member_live m ON m.id = c.member_id AND m.status = 'active'
     WHERE c.deleted_at IS NULL GROUP BY c.purpose`,
  );

export const activeMembers = (db: Db): number =>
  db.pluck<number>("SELECT count(*) FROM member_live WHERE status = 'active'") ?? 0;

const LACKING = `FROM member_live m WHERE m.status = 'active' AND (@search = '' OR instr(m.name_key, @search) > 0)
  AND NOT EXISTS (SELECT 1 FROM member_consent c WHERE c.member_id = m.id AND c.purpose = @purpose AND c.deleted_at IS NULL)`;
export interface LackingPerson {
  id: number;
  fullName: string;
  givenName: string;
  department: string | null;
}
interface LackingFilter {
  purpose: Purpose;
  search: string;
}
export const countLacking = (db: Db, filter: LackingFilter): number =>
  db.pluck<number>(`SELECT count(*) ${LACKING}`, { ...filter }) ?? 0;
/** Those without an answer; `by` the order they are listed in. */
export const lacking = (
  db: Db,
  filter: LackingFilter & { offset: number; limit: number },
  by: 'name' | 'department' = 'name',
): LackingPerson[] =>
  db.all(
    `SELECT m.id, m.full_name AS fullName, m.given_name AS givenName,
       (SELECT u.name FROM org_unit u WHERE u.id = m.department_id) AS department
     ${LACKING} ORDER BY ${by === 'department' ? 'department IS NULL, department, ' : ''}m.sort_key, m.id
     LIMIT @limit OFFSET @offset`,
    { ...filter },
  );

const STORED: Readonly<Record<Purpose, string>> = {
  basic: '1',
  publish: '0',
  photo: 'EXISTS (SELECT 1 FROM member_photo p WHERE p.member_id = m.id)',
  party: 'm.is_party IS NOT NULL OR m.party_date IS NOT NULL',
  hardship: 'm.hardship IS NOT NULL OR m.hardship_note IS NOT NULL',
  health: 'm.health_note IS NOT NULL',
  money: 'm.salary_coefficient IS NOT NULL OR m.dues_base IS NOT NULL OR m.bank_account IS NOT NULL',
  ethnicity: 'm.ethnicity IS NOT NULL',
  religion: 'm.religion IS NOT NULL',
};
/** Who left before a day and still has something stored for a purpose. */
export const countDue = (db: Db, purpose: Purpose, before: string): number =>
  db.pluck<number>(
    `SELECT count(*) FROM member_live m WHERE m.status <> 'active' AND m.status_date IS NOT NULL AND m.status_date <= ?
       AND NOT EXISTS (SELECT 1 FROM member_anonymised a WHERE a.member_id = m.id) AND (${STORED[purpose]})`,
    [before],
  ) ?? 0;
