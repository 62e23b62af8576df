/** SQL of award decisions and their recipients. Reading goes through award_decision_live, which leaves out the trash. */
import type { AwardLevel, AwardSide, RecipientKind } from '../../../shared/domain/awards';
import type { Db } from '../../db/database';
import { insertRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

/** A decision as stored. */
export interface DecisionRecord {
  id: number;
  uid: string;
  number: string | null;
  number_key: string | null;
  decided_on: string | null;
  first_day: string;
  last_day: string;
  side: AwardSide;
  level: AwardLevel;
  form_id: number;
  /** Movement it answers. */
  movement_id: number | null;
  authority: string | null;
  signer_for: string | null;
  signer_title: string | null;
  signer_name: string | null;
  occasion: string | null;
  reason_template: string | null;
  award_year: number;
  money_individual: number | null;
  money_collective: number | null;
  money_household: number | null;
  money_source: string | null;
  basis: string | null;
  note: string | null;
  counts_only: 0 | 1;
  count_collective: number | null;
  count_individual: number | null;
  count_household: number | null;
  status: 'draft' | 'issued';
  issued_at: string | null;
  snapshot: string | null;
  version: number;
  deleted_at: string | null;
}

/** Columns a form writes. */
export const EDITABLE = [
  'number',
  'number_key',
  'decided_on',
  'first_day',
  'last_day',
  'side',
  'level',
  'form_id',
  'movement_id',
  'authority',
  'signer_for',
  'signer_title',
  'signer_name',
  'occasion',
  'reason_template',
  'award_year',
  'money_individual',
  'money_collective',
  'money_household',
  'money_source',
  'basis',
  'note',
  'counts_only',
  'count_collective',
  'count_individual',
  'count_household',
] as const satisfies readonly (keyof DecisionRecord)[];
export type EditableDecision = Pick<DecisionRecord, (typeof EDITABLE)[number]>;

/** A decision with its form's names and its recipients counted by kind. */
export type ListedDecision = DecisionRecord & {
  form: string;
  form_en: string | null;
  named_collective: number;
  named_individual: number;
  named_household: number;
};

const NAMED = (['collective', 'individual', 'household'] as const)
  .map(
    (kind) =>
      `(SELECT count(*) FROM award_recipient r WHERE r.decision_id = d.id AND r.kind = '${kind}') AS named_${kind}`,
  )
  .join(', ');
/** An issued decision shows the name its form had then. */
const LISTED = `SELECT d.*, coalesce(json_extract(d.snapshot, '$.form'), f.name) AS form,
  CASE WHEN d.snapshot IS NULL THEN f.name_en ELSE json_extract(d.snapshot, '$.formEn') END AS form_en, ${NAMED}`;

export interface DecisionConditions {
  words: readonly string[];
  year: number | null;
  side: AwardSide | null;
  levels: readonly AwardLevel[];
  status: 'draft' | 'issued' | null;
}

const CONDITIONS = `(@year IS NULL OR substr(d.first_day, 1, 4) = @year) AND (@side IS NULL OR d.side = @side)
  AND (@levels = '[]' OR d.level IN (SELECT value FROM json_each(@levels)))
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(lower(d.number_key), w.value) = 0)`;

const parameters = (c: DecisionConditions) => ({
  year: c.year === null ? null : String(c.year),
  side: c.side,
  levels: JSON.stringify(c.levels),
  words: JSON.stringify(c.words),
  status: c.status,
});

export function totals(db: Db, c: DecisionConditions): { total: number; drafts: number } {
  const row = db.get<{ total: number; drafts: number }>(
    `SELECT coalesce(sum(@status IS NULL OR d.status = @status), 0) AS total,
       coalesce(sum(d.status = 'draft'), 0) AS drafts
     FROM award_decision_live d WHERE ${CONDITIONS}`,
    parameters(c),
  );
  return row ?? { total: 0, drafts: 0 };
}

/** A page of decisions, the latest first. */
export const listDecisions = (
  db: Db,
  c: DecisionConditions,
  page: { offset: number; limit: number },
): ListedDecision[] =>
  db.all(
    `${LISTED} FROM award_decision_live d JOIN award_form f ON f.id = d.form_id
     WHERE ${CONDITIONS} AND (@status IS NULL OR d.status = @status)
     ORDER BY d.first_day DESC, d.id DESC LIMIT @limit OFFSET @offset`,
    { ...parameters(c), offset: page.offset, limit: page.limit },
  );

/** A decision, also one in the trash. */
export const decisionById = (db: Db, id: number): ListedDecision | undefined =>
  db.get(`${LISTED} FROM award_decision d JOIN award_form f ON f.id = d.form_id WHERE d.id = ?`, [id]);

export const years = (db: Db): { year: number; decisions: number }[] =>
  db.all(
    `SELECT CAST(substr(first_day, 1, 4) AS INTEGER) AS year, count(*) AS decisions
     FROM award_decision_live GROUP BY 1 ORDER BY 1 DESC`,
  );

const plainNumber = (number: string | null) => (number ?? '').replace(/\s/g, '').toLocaleLowerCase('vi');

/** Another live decision of the year, of the same body's level, with this number. */
export const numberTaken = (
  db: Db,
  d: Pick<DecisionRecord, 'number' | 'first_day' | 'level'>,
  exceptId: number | null,
): number | undefined =>
  db
    .all<{ id: number; number: string }>(
      `SELECT id, number FROM award_decision_live
       WHERE number IS NOT NULL AND substr(first_day, 1, 4) = ? AND level = ? AND id IS NOT ?`,
      [d.first_day.slice(0, 4), d.level, exceptId],
    )
    .find((row) => plainNumber(row.number) === plainNumber(d.number))?.id;

/** Numbers of the unit's own decisions of a year. */
export const ownNumbers = (db: Db, year: number): string[] =>
  db
    .all<{ number: string }>(
      `SELECT number FROM award_decision WHERE level = 'unit' AND number IS NOT NULL AND substr(first_day, 1, 4) = ?`,
      [String(year)],
    )
    .map((row) => row.number);

export const insertDecision = (db: Db, row: EditableDecision & { uid: string }, now: string): number =>
  insertRecord(db, 'award_decision', ['uid', ...EDITABLE], row, now);

/** Returns false when the version is stale or the decision is issued. */
export const updateDecision = (
  db: Db,
  row: EditableDecision & { id: number; version: number },
  now: string,
): boolean =>
  db.run(
    `UPDATE award_decision SET ${EDITABLE.map((column) => `${column} = @${column}`).join(', ')},
       version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND status = 'draft' AND deleted_at IS NULL`,
    { ...row, now },
  ).changes === 1;

export const setStatus = (
  db: Db,
  row: {
    id: number;
    version: number;
    status: 'draft' | 'issued';
    at: string | null;
    snapshot: string | null;
  },
): boolean =>
  db.run(
    `UPDATE award_decision SET status = @status, issued_at = @at, snapshot = @snapshot, version = version + 1
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    row,
  ).changes === 1;

export const setDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'award_decision', id, at);

export const trashedDecisions = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT d.id, trim(coalesce(d.number, '') || ' ' || f.name || coalesce(' · ' || d.occasion, '')) AS label,
       d.deleted_at AS deletedAt
     FROM award_decision d JOIN award_form f ON f.id = d.form_id WHERE d.deleted_at IS NOT NULL`,
  );

/** A recipient as stored. */
export interface RecipientRecord {
  id: number;
  uid: string;
  decision_id: number;
  ordinal: number;
  kind: RecipientKind;
  member_id: number | null;
  spouse_id: number | null;
  org_unit_id: number | null;
  honorific: string | null;
  name: string;
  name_key: string;
  sort_key: string;
  spouse_honorific: string | null;
  spouse_name: string | null;
  post: string | null;
  unit_name: string | null;
  movement_id: number | null;
  reason: string | null;
  amount: number | null;
  reason_text: string | null;
  register_year: number | null;
  register_no: number | null;
  /** The day its last valid certificate was made void: it no longer counts. */
  withdrawn_on: string | null;
  /** Place in the ceremony where it is not the decision's. */
  ceremony: number | null;
  version: number;
}
const RECIPIENT_COLUMNS = [
  'kind',
  'member_id',
  'spouse_id',
  'org_unit_id',
  'honorific',
  'name',
  'name_key',
  'sort_key',
  'spouse_honorific',
  'spouse_name',
  'post',
  'unit_name',
  'movement_id',
  'reason',
  'amount',
] as const satisfies readonly (keyof RecipientRecord)[];
export type EditableRecipient = Pick<RecipientRecord, (typeof RECIPIENT_COLUMNS)[number]>;

/** A recipient beside what the register of members says today. */
export type CheckedRecipient = RecipientRecord & {
  member_name: string | null;
  member_status: string | null;
  member_gone: 0 | 1;
};

/** Recipients in ceremony order with what a warning is made of. */
export const checkedRecipients = (db: Db, decisionId: number): CheckedRecipient[] =>
  db.all(
    `SELECT r.*, m.full_name AS member_name, m.status AS member_status,
       (r.member_id IS NOT NULL AND m.deleted_at IS NOT NULL) AS member_gone
     FROM award_recipient r LEFT JOIN member m ON m.id = r.member_id
     WHERE r.decision_id = ? ORDER BY r.ordinal, r.id`,
    [decisionId],
  );

/** Recipients in the order of the decision. */
export const recipientsOf = (db: Db, decisionId: number): RecipientRecord[] =>
  db.all('SELECT * FROM award_recipient WHERE decision_id = ? ORDER BY ordinal, id', [decisionId]);

/** Recipients in the order of the ceremony: its own where there is one, else the decision's. */
export const recipientsInCeremony = (db: Db, decisionId: number): RecipientRecord[] =>
  db.all(
    'SELECT * FROM award_recipient WHERE decision_id = ? ORDER BY ceremony IS NULL, ceremony, ordinal, id',
    [decisionId],
  );

export const recipientById = (db: Db, id: number): RecipientRecord | undefined =>
  db.get('SELECT * FROM award_recipient WHERE id = ?', [id]);

export const insertRecipient = (
  db: Db,
  row: EditableRecipient & { uid: string; decision_id: number; ordinal: number },
): number =>
  db.run(
    `INSERT INTO award_recipient (uid, decision_id, ordinal, ${RECIPIENT_COLUMNS.join(', ')})
     VALUES (@uid, @decision_id, @ordinal, ${RECIPIENT_COLUMNS.map((column) => `@${column}`).join(', ')})`,
    { ...row },
  ).lastInsertRowid;

/** Puts a recipient back under its own id. */
export const putRecipient = (
  db: Db,
  row: Omit<RecipientRecord, 'reason_text' | 'version' | 'withdrawn_on' | 'ceremony'>,
): void => {
  db.run(
    `INSERT INTO award_recipient (id, uid, decision_id, ordinal, register_year, register_no, ${RECIPIENT_COLUMNS.join(', ')})
     VALUES (@id, @uid, @decision_id, @ordinal, @register_year, @register_no, ${RECIPIENT_COLUMNS.map((column) => `@${column}`).join(', ')})`,
    { ...row },
  );
};

export const updateRecipient = (db: Db, row: EditableRecipient & { id: number; version: number }): boolean =>
  db.run(
    `UPDATE award_recipient SET ${RECIPIENT_COLUMNS.map((column) => `${column} = @${column}`).join(', ')},
       version = version + 1 WHERE id = @id AND version = @version`,
    { ...row },
  ).changes === 1;

export const removeRecipient = (db: Db, id: number): void => {
  db.run('DELETE FROM award_recipient WHERE id = ?', [id]);
};

export const setOrdinal = (db: Db, id: number, ordinal: number): void => {
  db.run('UPDATE award_recipient SET ordinal = ? WHERE id = ?', [ordinal, id]);
};

/** What issuing fixes of one recipient. */
export const fixRecipient = (
  db: Db,
  row: { id: number; reasonText: string | null; year: number; no: number },
): void => {
  db.run(
    'UPDATE award_recipient SET reason_text = @reasonText, register_year = @year, register_no = @no WHERE id = @id',
    row,
  );
};

/** The next number of a year's register; never given again. */
export const nextRegisterNumber = (db: Db, year: number): number =>
  db.pluck<number>(
    `INSERT INTO award_register (year, last_no) VALUES (?, 1)
     ON CONFLICT (year) DO UPDATE SET last_no = last_no + 1 RETURNING last_no`,
    [year],
  ) ?? 1;

/** What the register of members says of somebody to be named. */
export const memberFacts = (
  db: Db,
  id: number,
):
  | {
      fullName: string;
      gender: 'male' | 'female' | null;
      sortName: string | null;
      post: string | null;
      unit: string | null;
    }
  | undefined =>
  db.get(
    `SELECT m.full_name AS fullName, m.gender, m.sort_name AS sortName,
       coalesce(m.position, m.job_title) AS post, o.name AS unit
     FROM member_live m LEFT JOIN org_unit o ON o.id = m.department_id WHERE m.id = ?`,
    [id],
  );

export const orgUnitName = (db: Db, id: number): string | undefined =>
  db.pluck('SELECT name FROM org_unit_live WHERE id = ?', [id]);
