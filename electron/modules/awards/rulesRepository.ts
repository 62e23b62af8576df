/** SQL of the rules of eligibility, of going past them, of people not considered, and of what award money is reckoned from. */
import type { AwardLevel, RecipientKind } from '../../../shared/domain/awards';
import type { Db } from '../../db/database';
import { setDeletedAt } from '../../db/trash';

/** Tables of this part; each row has a version and goes to the trash. */
export type RulesTable = 'award_rule' | 'award_override' | 'award_hold' | 'base_wage' | 'award_coefficient';

export interface RuleRecord {
  id: number;
  kind: string;
  name: string;
  name_en: string | null;
  enabled: 0 | 1;
  threshold: number | null;
  year_end: string;
  base: string;
  needs: string;
  forms: string;
  levels: string;
  recipients: string;
  source: string | null;
  mark: string;
  valid_from: string | null;
  valid_to: string | null;
  note: string | null;
  version: number;
  deleted_at: string | null;
}
export interface OverrideRecord {
  id: number;
  rule_id: number;
  subject_uid: string;
  subject_name: string;
  reason: string;
  decided_by: string;
  decided_on: string;
  version: number;
  deleted_at: string | null;
}
export interface HoldRecord {
  id: number;
  member_id: number | null;
  org_unit_id: number | null;
  from_on: string;
  until_on: string | null;
  reason: string | null;
  version: number;
  deleted_at: string | null;
}
export interface WageRecord {
  id: number;
  amount: number;
  valid_from: string;
  source: string | null;
  to_check: 0 | 1;
  note: string | null;
  version: number;
  deleted_at: string | null;
}
export interface CoefficientRecord {
  id: number;
  form_code: string;
  recipient: RecipientKind;
  hundredths: number;
  valid_from: string;
  valid_to: string | null;
  source: string | null;
  to_check: 0 | 1;
  version: number;
  deleted_at: string | null;
}
interface Records {
  award_rule: RuleRecord;
  award_override: OverrideRecord;
  award_hold: HoldRecord;
  base_wage: WageRecord;
  award_coefficient: CoefficientRecord;
}

/** A row, also one in the trash. */
export const rowById = <T extends RulesTable>(db: Db, table: T, id: number): Records[T] | undefined =>
  db.get(`SELECT * FROM ${table} WHERE id = ?`, [id]);

export const setRowDeleted = (db: Db, table: RulesTable, id: number, at: string | null): boolean =>
  setDeletedAt(db, table, id, at);

/** Live rules in the order of the catalogue. */
export const rules = (db: Db): RuleRecord[] =>
  db.all('SELECT * FROM award_rule WHERE deleted_at IS NULL ORDER BY ordinal, id');

/** What was decided past rules of these subjects; of a recipient also what was decided of its proposal. */
export const overridesOf = (db: Db, uids: readonly string[]): (OverrideRecord & { of_uid: string })[] =>
  db.all(
    `SELECT o.*, o.subject_uid AS of_uid FROM award_override o
     WHERE o.deleted_at IS NULL AND o.subject_uid IN (SELECT value FROM json_each(@uids))
     UNION ALL SELECT o.*, l.recipient_uid FROM proposal_recipient l JOIN proposal p ON p.id = l.proposal_id
       JOIN award_override o ON o.subject_uid = p.uid
     WHERE o.deleted_at IS NULL AND l.recipient_uid IN (SELECT value FROM json_each(@uids))`,
    { uids: JSON.stringify(uids) },
  );

/** What was decided past rules of these subjects, with the name of each rule. */
export const passedOver = (
  db: Db,
  uids: readonly string[],
): { name: string; rule: string; reason: string; decidedBy: string }[] =>
  db.all(
    `SELECT o.subject_name AS name, r.name AS rule, o.reason, o.decided_by AS decidedBy
     FROM award_override o JOIN award_rule r ON r.id = o.rule_id
     WHERE o.deleted_at IS NULL AND o.subject_uid IN (SELECT value FROM json_each(?)) ORDER BY o.id`,
    [JSON.stringify(uids)],
  );

/** Names of recipients and proposals by uid, for those who are there. */
export const subjectNames = (db: Db, uids: readonly string[]): { uid: string; name: string }[] =>
  db.all(
    `SELECT uid, name FROM award_recipient WHERE uid IN (SELECT value FROM json_each(@uids))
     UNION ALL SELECT uid, name FROM proposal_live WHERE uid IN (SELECT value FROM json_each(@uids))`,
    { uids: JSON.stringify(uids) },
  );

export const holds = (db: Db): (HoldRecord & { name: string; department: string | null })[] =>
  db.all(
    `SELECT h.*, coalesce(m.full_name, o.name, '') AS name, d.name AS department FROM award_hold h
       LEFT JOIN member m ON m.id = h.member_id LEFT JOIN org_unit o ON o.id = h.org_unit_id
       LEFT JOIN org_unit d ON d.id = m.department_id
     WHERE h.deleted_at IS NULL ORDER BY h.from_on DESC, h.id DESC`,
  );

export const memberThere = (db: Db, id: number): boolean =>
  db.pluck<number>('SELECT 1 FROM member_live WHERE id = ?', [id]) === 1;
export const unitThere = (db: Db, id: number): boolean =>
  db.pluck<number>('SELECT 1 FROM org_unit_live WHERE id = ?', [id]) === 1;

/** Base wages, the latest first. */
export const wages = (db: Db): WageRecord[] =>
  db.all('SELECT * FROM base_wage WHERE deleted_at IS NULL ORDER BY valid_from DESC');

export const coefficients = (
  db: Db,
): (CoefficientRecord & { form: string | null; form_en: string | null })[] =>
  db.all(
    `SELECT c.*, f.name AS form, f.name_en AS form_en FROM award_coefficient c
       LEFT JOIN award_form f ON f.id = (SELECT g.id FROM award_form g WHERE g.code = c.form_code AND g.deleted_at IS NULL
         ORDER BY coalesce(g.valid_from, '') DESC LIMIT 1)
     WHERE c.deleted_at IS NULL ORDER BY coalesce(f.ordinal, 9999), c.form_code, c.recipient, c.valid_from DESC`,
  );

/** The base wage of a day. */
export const wageOn = (db: Db, day: string): WageRecord | undefined =>
  db.get(
    'SELECT * FROM base_wage WHERE deleted_at IS NULL AND valid_from <= ? ORDER BY valid_from DESC LIMIT 1',
    [day],
  );

/** Coefficients of a form that hold on a day, the latest for each kind of recipient. */
export const coefficientsOn = (db: Db, formCode: string, day: string): CoefficientRecord[] =>
  db
    .all<CoefficientRecord>(
      `SELECT * FROM award_coefficient WHERE deleted_at IS NULL AND form_code = @formCode AND valid_from <= @day
         AND coalesce(valid_to, '9999') || '~' >= @day ORDER BY valid_from DESC`,
      { formCode, day },
    )
    .filter((row, at, all) => all.findIndex((one) => one.recipient === row.recipient) === at);

/** Money of a year's issued decisions: of their recipients, or of the numbers recorded without names. */
export const moneyOfYear = (
  db: Db,
  year: number | null,
): {
  id: number;
  number: string | null;
  form: string;
  formEn: string | null;
  source: string | null;
  level: AwardLevel;
  amount: number;
  paid: number;
}[] =>
  db.all(
    `SELECT * FROM (
       SELECT d.id, d.number, d.level, coalesce(json_extract(d.snapshot, '$.form'), f.name) AS form,
         json_extract(d.snapshot, '$.formEn') AS formEn, d.money_source AS source,
         CASE d.counts_only
           WHEN 1 THEN coalesce(d.count_individual * d.money_individual, 0) + coalesce(d.count_collective * d.money_collective, 0)
             + coalesce(d.count_household * d.money_household, 0)
           ELSE (SELECT coalesce(sum(coalesce(r.amount, CASE r.kind WHEN 'individual' THEN d.money_individual
             WHEN 'collective' THEN d.money_collective ELSE d.money_household END)), 0)
             FROM award_recipient r WHERE r.decision_id = d.id) END AS amount,
         (SELECT coalesce(sum(v.amount), 0) FROM fund_voucher v WHERE v.source_entity = 'award_decision' AND v.source_id = d.id
           AND v.kind = 'payment' AND v.status = 'numbered' AND v.deleted_at IS NULL) AS paid
       FROM award_decision_live d JOIN award_form f ON f.id = d.form_id
       WHERE d.status = 'issued' AND (@year IS NULL OR substr(d.first_day, 1, 4) = @year) ORDER BY d.first_day DESC, d.id)
     WHERE amount > 0`,
    { year: year === null ? null : String(year) },
  );

interface Trashed {
  id: number;
  label: string;
  deletedAt: string;
}
const trashedOf =
  (sql: string) =>
  (db: Db): Trashed[] =>
    db.all(sql);
export const trashedRules = trashedOf(
  'SELECT id, name AS label, deleted_at AS deletedAt FROM award_rule WHERE deleted_at IS NOT NULL',
);
export const trashedOverrides = trashedOf(
  `SELECT o.id, o.subject_name || ' – ' || r.name AS label, o.deleted_at AS deletedAt
   FROM award_override o JOIN award_rule r ON r.id = o.rule_id WHERE o.deleted_at IS NOT NULL`,
);
export const trashedHolds = trashedOf(
  `SELECT h.id, coalesce(m.full_name, o.name, '') || ', từ ' || strftime('%d/%m/%Y', h.from_on) AS label, h.deleted_at AS deletedAt
   FROM award_hold h LEFT JOIN member m ON m.id = h.member_id LEFT JOIN org_unit o ON o.id = h.org_unit_id
   WHERE h.deleted_at IS NOT NULL`,
);
export const trashedWages = trashedOf(
  `SELECT id, 'từ ' || strftime('%d/%m/%Y', valid_from) AS label, deleted_at AS deletedAt
   FROM base_wage WHERE deleted_at IS NOT NULL`,
);
export const trashedCoefficients = trashedOf(
  `SELECT id, form_code || ', từ ' || strftime('%d/%m/%Y', valid_from) AS label, deleted_at AS deletedAt
   FROM award_coefficient WHERE deleted_at IS NOT NULL`,
);

/** Members kept because somebody said they are not considered. */
export const membersHeld = (db: Db): number[] =>
  db.column('SELECT DISTINCT member_id FROM award_hold WHERE member_id IS NOT NULL');
