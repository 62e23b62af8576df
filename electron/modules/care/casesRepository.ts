/** SQL of cases of help: the case, its steps and its money. */
import type { CaseCheck, CaseSource, CaseState } from '../../../shared/domain/care';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';
import { CASE_UNPAID, CASES, NO_HANDOVER, OVERDUE } from './figuresRepository';
import type { RecipientColumns } from './repository';

export interface CaseRecord extends RecipientColumns {
  id: number;
  kind_id: number;
  title: string;
  opened_on: string;
  state: CaseState;
  closed_on: string | null;
  close_reason: string | null;
  circumstances: string | null;
  object: string | null;
  budget: number | null;
  decision: string | null;
  note: string | null;
  search_key: string;
  version: number;
  deleted_at: string | null;
}

const EDITABLE = [
  'kind_id',
  'title',
  'who',
  'member_id',
  'org_unit_id',
  'name',
  'relation',
  'department_id',
  'department_name',
  'address',
  'opened_on',
  'circumstances',
  'object',
  'budget',
  'decision',
  'note',
  'search_key',
] as const satisfies readonly (keyof CaseRecord)[];
export type EditableCase = Pick<CaseRecord, (typeof EDITABLE)[number]>;

/** A case, also one in the trash. */
export const caseById = (db: Db, id: number): CaseRecord | undefined =>
  db.get('SELECT * FROM care_case WHERE id = ?', [id]);

export const insertCase = (db: Db, row: EditableCase & { uid: string }, now: string): number =>
  insertRecord(db, 'care_case', ['uid', ...EDITABLE], row, now);

/** Returns false when the version is stale. */
export const updateCase = (
  db: Db,
  row: EditableCase & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'care_case', EDITABLE, row, now);

export const setCaseState = (
  db: Db,
  row: { id: number; version: number; state: CaseState; closedOn: string | null; reason: string | null },
  now: string,
): boolean =>
  db.run(
    `UPDATE care_case SET state = @state, closed_on = @closedOn, close_reason = @reason, version = version + 1,
       updated_at = @now WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { ...row, now },
  ).changes === 1;

/** Raises the version of a case whose steps changed; false when it is stale. */
export const touchCase = (db: Db, id: number, version: number, now: string): boolean =>
  db.run(
    `UPDATE care_case SET version = version + 1, updated_at = ? WHERE id = ? AND version = ? AND deleted_at IS NULL`,
    [now, id, version],
  ).changes === 1;

export const setCaseDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'care_case', id, at);

export interface StepRecord {
  id: number;
  name: string;
  planned_on: string | null;
  done_on: string | null;
  note: string | null;
  papers: number;
}

export const stepsOf = (db: Db, caseId: number): StepRecord[] =>
  db.all(
    `SELECT s.id, s.name, s.planned_on, s.done_on, s.note, (SELECT count(*) FROM attachment a
       WHERE a.entity = 'care_step' AND a.entity_id = s.id AND a.deleted_at IS NULL) AS papers
     FROM care_step s WHERE s.case_id = ? AND s.off = 0 ORDER BY s.ordinal, s.id`,
    [caseId],
  );

export type NewStep = Omit<StepRecord, 'id' | 'papers'> & { id: number | null };

/** Puts these steps in the place of those there; one with an id of the case keeps its row and its papers. */
export function putSteps(db: Db, caseId: number, steps: readonly NewStep[]): void {
  db.run('UPDATE care_step SET off = 1 WHERE case_id = ?', [caseId]);
  steps.forEach((step, ordinal) => {
    const row = { ...step, caseId, ordinal };
    const kept = db.run(
      `UPDATE care_step SET ordinal = @ordinal, name = @name, planned_on = @planned_on, done_on = @done_on,
         note = @note, off = 0 WHERE id = @id AND case_id = @caseId`,
      row,
    ).changes;
    if (kept === 0)
      db.run(
        `INSERT INTO care_step (case_id, ordinal, name, planned_on, done_on, note)
         VALUES (@caseId, @ordinal, @name, @planned_on, @done_on, @note)`,
        row,
      );
  });
}

export interface MoneyRecord {
  source: CaseSource;
  name: string | null;
  amount: number;
  on_date: string | null;
  kind_text: string | null;
  voucher_id: number | null;
  earmark_id: number | null;
  exception: string | null;
  note: string | null;
  earmark: string | null;
  voucher_kind: 'receipt' | 'payment' | null;
  voucher_number: number | null;
}

export const moneyOf = (db: Db, caseId: number): MoneyRecord[] =>
  db.all(
    `SELECT x.source, x.name, x.amount, x.on_date, x.kind_text, f.id AS voucher_id, x.earmark_id, x.exception,
       x.note, e.name AS earmark, f.kind AS voucher_kind, f.number AS voucher_number
     FROM care_money x LEFT JOIN fund_voucher_live f ON f.id = x.voucher_id AND f.status <> 'cancelled'
     LEFT JOIN earmark e ON e.id = x.earmark_id WHERE x.case_id = ? ORDER BY x.ordinal`,
    [caseId],
  );

export function putMoney(
  db: Db,
  caseId: number,
  rows: readonly Omit<MoneyRecord, 'earmark' | 'voucher_kind' | 'voucher_number'>[],
): void {
  db.run('DELETE FROM care_money WHERE case_id = ?', [caseId]);
  rows.forEach((row, ordinal) => {
    db.run(
      `INSERT INTO care_money (case_id, ordinal, source, name, amount, on_date, kind_text, voucher_id, earmark_id, exception, note)
       VALUES (@caseId, @ordinal, @source, @name, @amount, @on_date, @kind_text, @voucher_id, @earmark_id, @exception,
         @note)`,
      { ...row, caseId, ordinal },
    );
  });
}

export const setMoneyVoucher = (db: Db, caseId: number, ordinal: number, voucherId: number): void => {
  db.run('UPDATE care_money SET voucher_id = ? WHERE case_id = ? AND ordinal = ?', [
    voucherId,
    caseId,
    ordinal,
  ]);
};

export interface ListedCase extends CaseRecord {
  kind: string;
  kind_en: string | null;
  handover: number;
  member: string | null;
  total: number;
  step: string | null;
  step_planned_on: string | null;
  steps_done: number;
  steps: number;
  overdue: number;
  papers: number;
  missing_handover: number;
}

const STEPS = 'care_step s WHERE s.case_id = c.id AND s.off = 0';
const NEXT = `${STEPS} AND s.done_on IS NULL ORDER BY s.ordinal LIMIT 1`;
const LISTED = `SELECT c.*, m.full_name AS member,
  (SELECT coalesce(sum(x.amount), 0) FROM care_money x WHERE x.case_id = c.id) AS total,
  (SELECT s.name FROM ${NEXT}) AS step, (SELECT s.planned_on FROM ${NEXT}) AS step_planned_on,
  (SELECT count(*) FROM ${STEPS} AND s.done_on IS NOT NULL) AS steps_done, (SELECT count(*) FROM ${STEPS}) AS steps,
  ${OVERDUE} AS overdue, ${NO_HANDOVER} AS missing_handover,
  (SELECT count(*) FROM attachment a WHERE a.deleted_at IS NULL AND ((a.entity = 'care_case' AND a.entity_id = c.id)
    OR (a.entity = 'care_step' AND a.entity_id IN (SELECT id FROM care_step WHERE case_id = c.id)))) AS papers
  FROM CASES_HERE c LEFT JOIN member m ON m.id = c.member_id`;
const ofCases = (cases: string) => LISTED.replace('CASES_HERE', cases);
const ALL_CASES =
  '(SELECT c.*, k.name AS kind, k.name_en AS kind_en, k.handover FROM care_case c JOIN care_kind k ON k.id = c.kind_id)';

/** A case as lists show it, also one in the trash. */
export const listedCase = (db: Db, id: number, today: string): ListedCase | undefined =>
  db.get(`${ofCases(ALL_CASES)} WHERE c.id = @id`, { id, today });

export interface CaseConditions {
  words: readonly string[];
  kindId: number | null;
  state: CaseState | null;
  from: string | null;
  to: string | null;
  source: CaseSource | null;
  memberId: number | null;
  check: CaseCheck | null;
  today: string;
}

const CHECKS = { overdue: OVERDUE, noHandover: NO_HANDOVER, noVoucher: CASE_UNPAID } as const;

function where(c: CaseConditions): { sql: string; params: Record<string, unknown> } {
  const parts = ['1'];
  const params: Record<string, unknown> = { today: c.today };
  const equal = (column: string, name: string, value: unknown) => {
    if (value === null) return;
    parts.push(`${column} = @${name}`);
    params[name] = value;
  };
  equal('c.kind_id', 'kindId', c.kindId);
  equal('c.member_id', 'memberId', c.memberId);
  const closed = c.state === 'finished' || c.state === 'stopped';
  // A case open on the last day of a past period counts there as open, whatever became of it since.
  if (c.state === 'open' && c.to !== null) parts.push('(c.closed_on IS NULL OR c.closed_on > @to)');
  else equal('c.state', 'state', c.state);
  if (c.from !== null) {
    parts.push(closed ? 'c.closed_on >= @from' : '(c.closed_on IS NULL OR c.closed_on >= @from)');
    params.from = c.from;
  }
  if (c.to !== null) {
    parts.push(closed ? 'c.closed_on <= @to' : 'c.opened_on <= @to');
    params.to = c.to;
  }
  if (c.source !== null) {
    parts.push('EXISTS (SELECT 1 FROM care_money x WHERE x.case_id = c.id AND x.source = @source)');
    params.source = c.source;
  }
  if (c.check !== null) parts.push(CHECKS[c.check]);
  c.words.forEach((word, at) => {
    parts.push(`instr(c.search_key, @word${at}) > 0`);
    params[`word${at}`] = word;
  });
  return { sql: parts.join(' AND '), params };
}

export function caseSums(db: Db, c: CaseConditions): { total: number; money: number } {
  const { sql, params } = where(c);
  return db.get(
    `SELECT count(*) AS total, coalesce(sum((SELECT sum(x.amount) FROM care_money x WHERE x.case_id = c.id)), 0) AS money
     FROM ${CASES} c WHERE ${sql}`,
    params,
  )!;
}

export function listCases(db: Db, c: CaseConditions, page: { offset: number; limit: number }): ListedCase[] {
  const { sql, params } = where(c);
  return db.all(
    `${ofCases(CASES)} WHERE ${sql} ORDER BY c.state <> 'open', coalesce(c.closed_on, c.opened_on) DESC, c.id DESC
     LIMIT @limit OFFSET @offset`,
    { ...params, ...page },
  );
}
