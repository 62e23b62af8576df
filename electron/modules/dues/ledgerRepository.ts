/** SQL of what the dues of a span of months are counted from: who was a member where, away, on what pay, and what came in. */
import type { Db } from '../../db/database';

export interface StayRow {
  memberId: number;
  fullName: string;
  givenName: string;
  sortKey: string;
  departmentId: number | null;
  department: string | null;
  from: string;
  to: string | null;
  /** As in the member's record; null while pay is not kept. */
  base: number | null;
}

/** Stretches of active membership that touch the days, by department and name. */
export const stays = (db: Db, from: string, to: string): StayRow[] =>
  db.all(
    `SELECT m.id AS memberId, m.full_name AS fullName, m.given_name AS givenName, m.sort_key AS sortKey,
       s.department_id AS departmentId, d.name AS department, s.from_date AS "from", s.to_date AS "to", m.dues_base AS base
     FROM member_state s JOIN member_live m ON m.id = s.member_id LEFT JOIN org_unit d ON d.id = s.department_id
     WHERE s.status = 'active' AND s.from_date <= @to AND (s.to_date IS NULL OR s.to_date > @from)
     ORDER BY m.sort_key, m.id, s.from_date`,
    { from, to },
  );

export const away = (
  db: Db,
  from: string,
  to: string,
): { memberId: number; kind: string; from: string; to: string | null }[] =>
  db.all(
    `SELECT member_id AS memberId, kind, from_date AS "from", to_date AS "to" FROM member_absence
     WHERE deleted_at IS NULL AND from_date <= @to AND (to_date IS NULL OR to_date >= @from)`,
    { from, to },
  );

export const bases = (db: Db, until: string): { memberId: number; fromMonth: string; amount: number }[] =>
  db.all(
    `SELECT member_id AS memberId, from_month AS fromMonth, amount FROM dues_base WHERE from_month <= ? ORDER BY from_month`,
    [until],
  );

export interface OverrideRow {
  memberId: number;
  month: string;
  amount: number;
  reason: string;
}
export const overrides = (db: Db, first: string, last: string): OverrideRow[] =>
  db.all(
    `SELECT member_id AS memberId, month, amount, reason FROM dues_override WHERE month BETWEEN ? AND ?`,
    [first, last],
  );

export const overrideOf = (db: Db, memberId: number, month: string): OverrideRow | undefined =>
  db.get(
    `SELECT member_id AS memberId, month, amount, reason FROM dues_override WHERE member_id = ? AND month = ?`,
    [memberId, month],
  );

/** Sums of the entries that count, by person or department and month. */
export const entries = (
  db: Db,
  first: string,
  last: string,
): {
  memberId: number | null;
  departmentId: number | null;
  month: string;
  people: number;
  amount: number;
}[] =>
  db.all(
    `SELECT member_id AS memberId, department_id AS departmentId, month, sum(coalesce(people, 0)) AS people, sum(amount) AS amount
     FROM dues_entry WHERE month BETWEEN ? AND ? GROUP BY member_id, department_id, month`,
    [first, last],
  );

export const collectedIn = (db: Db, first: string, last: string): number =>
  db.pluck('SELECT coalesce(sum(amount), 0) FROM dues_entry WHERE month BETWEEN ? AND ?', [first, last]) ?? 0;

export const firstMonth = (db: Db): string | null =>
  db.pluck<string | null>('SELECT min(month) FROM dues_entry') ?? null;

export const startMonth = (db: Db): string | null =>
  db.pluck<string>('SELECT month FROM dues_start WHERE id = 1') ?? null;

export function setStartMonth(db: Db, month: string | null): void {
  db.run('DELETE FROM dues_start');
  if (month !== null) db.run('INSERT INTO dues_start (id, month) VALUES (1, ?)', [month]);
}

export function setOverride(
  db: Db,
  row: { memberId: number; month: string; amount: number | null; reason: string | null },
): void {
  db.run('DELETE FROM dues_override WHERE member_id = ? AND month = ?', [row.memberId, row.month]);
  if (row.amount !== null)
    db.run(
      'INSERT INTO dues_override (member_id, month, amount, reason) VALUES (@memberId, @month, @amount, @reason)',
      row,
    );
}

export const baseOf = (db: Db, memberId: number, fromMonth: string): number | null =>
  db.pluck<number>('SELECT amount FROM dues_base WHERE member_id = ? AND from_month = ?', [
    memberId,
    fromMonth,
  ]) ?? null;

export function setBase(db: Db, row: { memberId: number; fromMonth: string; amount: number | null }): void {
  db.run('DELETE FROM dues_base WHERE member_id = ? AND from_month = ?', [row.memberId, row.fromMonth]);
  if (row.amount !== null)
    db.run(
      'INSERT INTO dues_base (member_id, from_month, amount) VALUES (@memberId, @fromMonth, @amount)',
      row,
    );
}

/** Active members whose pay is known. */
export const countBases = (db: Db): number =>
  db.pluck(
    `SELECT count(*) FROM member_live m WHERE m.status = 'active'
       AND (m.dues_base IS NOT NULL OR EXISTS (SELECT 1 FROM dues_base b WHERE b.member_id = m.id))`,
  ) ?? 0;

export const isMember = (db: Db, id: number): boolean =>
  db.pluck('SELECT EXISTS (SELECT 1 FROM member_live WHERE id = ?)', [id]) === 1;

/** What came in for each month something came in for. */
export const collectedByMonth = (db: Db, first: string, last: string): { month: string; amount: number }[] =>
  db.all(
    `SELECT month, sum(amount) AS amount FROM dues_entry WHERE month BETWEEN ? AND ? GROUP BY month ORDER BY month`,
    [first, last],
  );
