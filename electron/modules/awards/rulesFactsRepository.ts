/** SQL of what the records say of people and collectives who are considered for an award. */
import type { AwardLevel, FORM_KINDS, RecipientKind } from '../../../shared/domain/awards';
import type { Db } from '../../db/database';

export interface AwardFactRow {
  decisionId: number;
  memberId: number | null;
  spouseId: number | null;
  orgUnitId: number | null;
  formCode: string;
  formKind: (typeof FORM_KINDS)[number];
  theme: string | null;
  level: AwardLevel;
  awardYear: number;
  lastDay: string;
  label: string;
  status: 'draft' | 'issued';
  movementId: number | null;
}

const AWARD = `d.id AS decisionId, f.code AS formCode, f.kind AS formKind, f.theme, d.level, d.award_year AS awardYear,
  d.last_day AS lastDay, trim(coalesce(json_extract(d.snapshot, '$.form'), f.name) || coalesce(' · ' || d.number, '')) AS label,
  d.status`;

/** Every award of these members and units, in live decisions. */
export const awardsOfAll = (db: Db, members: readonly number[], units: readonly number[]): AwardFactRow[] =>
  db.all(
    `SELECT ${AWARD}, r.member_id AS memberId, r.spouse_id AS spouseId, r.org_unit_id AS orgUnitId,
       coalesce(r.movement_id, d.movement_id) AS movementId
     FROM award_recipient r JOIN award_decision_live d ON d.id = r.decision_id JOIN award_form f ON f.id = d.form_id
     WHERE r.withdrawn_on IS NULL AND r.id IN (SELECT a.id FROM award_recipient a WHERE a.member_id IN (SELECT value FROM json_each(@members))
       UNION SELECT a.id FROM award_recipient a WHERE a.spouse_id IN (SELECT value FROM json_each(@members))
       UNION SELECT a.id FROM award_recipient a WHERE a.org_unit_id IN (SELECT value FROM json_each(@units)))
     ORDER BY d.first_day DESC, d.id DESC`,
    { members: JSON.stringify(members), units: JSON.stringify(units) },
  );

/** Issued decisions recorded as numbers: who was named is not known. */
export const namelessDecisions = (db: Db): AwardFactRow[] =>
  db.all(
    `SELECT ${AWARD}, NULL AS memberId, NULL AS spouseId, NULL AS orgUnitId, d.movement_id AS movementId
     FROM award_decision_live d JOIN award_form f ON f.id = d.form_id
     WHERE d.counts_only = 1 AND d.status = 'issued' ORDER BY d.first_day DESC`,
  );

export const hireDates = (db: Db, members: readonly number[]): { id: number; hireDate: string | null }[] =>
  db.all('SELECT id, hire_date AS hireDate FROM member WHERE id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(members),
  ]);

interface Period {
  from: string;
  to: string;
}

/** Absences that touch a period, maternity left out. */
export const absencesIn = (
  db: Db,
  members: readonly number[],
  period: Period,
): {
  id: number;
  memberId: number;
  kind: string;
  fromDate: string;
  toDate: string | null;
  days: number | null;
}[] =>
  db.all(
    `SELECT id, member_id AS memberId, kind, from_date AS fromDate, to_date AS toDate, days FROM member_absence
     WHERE deleted_at IS NULL AND kind <> 'maternity' AND member_id IN (SELECT value FROM json_each(@members))
       AND from_date <= @to AND coalesce(to_date, '9999') >= @from ORDER BY from_date`,
    { members: JSON.stringify(members), ...period },
  );

export const anyAbsenceIn = (db: Db, period: Period): boolean =>
  db.pluck<number>(
    `SELECT EXISTS (SELECT 1 FROM member_absence WHERE deleted_at IS NULL AND from_date <= @to
       AND coalesce(to_date, '9999') >= @from)`,
    { ...period },
  ) === 1;

/** Disciplines of these members by sides that may be shown. */
export const disciplinesOfAll = (
  db: Db,
  members: readonly number[],
  sides: readonly string[],
): { id: number; memberId: number; form: string; onDate: string; effectUntil: string | null }[] =>
  db.all(
    `SELECT id, member_id AS memberId, form, on_date AS onDate, effect_until AS effectUntil FROM member_discipline
     WHERE deleted_at IS NULL AND member_id IN (SELECT value FROM json_each(@members))
       AND side IN (SELECT value FROM json_each(@sides)) ORDER BY on_date`,
    { members: JSON.stringify(members), sides: JSON.stringify(sides) },
  );

export interface RegistrationRow {
  kind: 'movement' | 'registration';
  id: number;
  memberId: number | null;
  orgUnitId: number | null;
  label: string;
  registeredOn: string | null;
}

/** The department each of these groups belongs to. */
export const departmentsOf = (db: Db, units: readonly number[]): { id: number; departmentId: number }[] =>
  db.all(
    `SELECT id, department_id AS departmentId FROM org_unit
     WHERE kind = 'group' AND department_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(units)],
  );

const IN_YEAR = `substr(coalesce(e.registered_on, m.first_day), 1, 4) = @year`;

/** Registrations for the movements of a year, by person and unit. */
export const registrationsIn = (db: Db, year: number): RegistrationRow[] =>
  db.all(
    `SELECT 'movement' AS kind, m.id, e.member_id AS memberId, e.org_unit_id AS orgUnitId, m.name AS label,
       e.registered_on AS registeredOn
     FROM movement_entry_live e JOIN movement_live m ON m.id = e.movement_id
     WHERE ${IN_YEAR} AND (e.registered_on IS NOT NULL OR e.undertakes IS NOT NULL)
     UNION ALL SELECT 'registration', p.round_id, p.member_id, p.org_unit_id, f.name, u.handed_on
     FROM proposal_live p JOIN award_form f ON f.id = p.form_id
       LEFT JOIN award_round_unit u ON u.round_id = p.round_id AND u.org_unit_id = p.from_unit_id
     WHERE p.round_kind = 'registration' AND p.year = @yearNo`,
    { year: String(year), yearNo: year },
  );

/** Who is in a department or a group on a day; `source` is the register of that day. */
export const membersOfUnit = (db: Db, source: string, unitId: number): number[] =>
  db.column(
    `SELECT r.id FROM ${source} r WHERE r.status = 'active' AND (r.department_id = ? OR r.group_id = ?)`,
    [unitId, unitId],
  );

export const activeOn = (db: Db, source: string): number =>
  db.pluck<number>(`SELECT count(*) FROM ${source} r WHERE r.status = 'active'`) ?? 0;

/** How many live decisions of a form and an award year name, by kind; null where a number is not known. */
export const namedInYear = (
  db: Db,
  codes: readonly string[],
  year: number,
  kinds: readonly RecipientKind[],
  options: { level: AwardLevel | null; issuedOnly: boolean },
): { decisionId: number; label: string; lastDay: string; named: number | null }[] =>
  db.all(
    `SELECT d.id AS decisionId, trim(f.name || coalesce(' · ' || d.number, '')) AS label, d.last_day AS lastDay,
       CASE d.counts_only
         WHEN 1 THEN iif(instr(@kinds, 'individual'), d.count_individual, 0) + iif(instr(@kinds, 'collective'), d.count_collective, 0)
           + iif(instr(@kinds, 'household'), coalesce(d.count_household, 0), 0)
         ELSE (SELECT count(*) FROM award_recipient r WHERE r.decision_id = d.id AND r.withdrawn_on IS NULL
           AND instr(@kinds, r.kind)) END AS named
     FROM award_decision_live d JOIN award_form f ON f.id = d.form_id
     WHERE f.code IN (SELECT value FROM json_each(@codes)) AND d.award_year = @year
       AND (@level IS NULL OR d.level = @level) AND (@issuedOnly = 0 OR d.status = 'issued')
     ORDER BY d.first_day, d.id`,
    {
      codes: JSON.stringify(codes),
      year,
      kinds: kinds.join(','),
      level: options.level,
      issuedOnly: options.issuedOnly ? 1 : 0,
    },
  );

/** Proposals of a round with the form each is for, and the decision it stands in. */
export const proposalsOf = (
  db: Db,
  roundId: number,
): {
  uid: string;
  id: number;
  kind: RecipientKind;
  name: string;
  unitName: string | null;
  memberId: number | null;
  orgUnitId: number | null;
  formCode: string;
  formKind: (typeof FORM_KINDS)[number];
  theme: string | null;
  level: AwardLevel;
  awardYear: number;
  decisionId: number | null;
}[] =>
  db.all(
    `SELECT p.uid, p.id, p.kind, p.name, coalesce(p.unit_name, o.name) AS unitName, p.member_id AS memberId,
       p.org_unit_id AS orgUnitId, f.code AS formCode, f.kind AS formKind, f.theme, f.level, p.year AS awardYear,
       (SELECT d.id FROM proposal_recipient l JOIN award_recipient r ON r.uid = l.recipient_uid
         JOIN award_decision_live d ON d.id = r.decision_id WHERE l.proposal_id = p.id LIMIT 1) AS decisionId
     FROM proposal_live p JOIN award_form f ON f.id = p.form_id LEFT JOIN member m ON m.id = p.member_id
       LEFT JOIN org_unit o ON o.id = m.department_id
     WHERE p.round_id = ? ORDER BY p.kind = 'individual', p.sort_key, p.id`,
    [roundId],
  );
