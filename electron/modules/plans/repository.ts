/** SQL of the work plans of years and of the steps of the union's year. */
import type { PlanCheck, PlanStatus } from '../../../shared/domain/plans';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface ItemFields {
  year: number;
  month: number;
  onDate: string | null;
  text: string;
  ownerCommitteeId: number | null;
  ownerMemberId: number | null;
  ownerName: string | null;
  status: PlanStatus;
  result: string | null;
  doneOn: string | null;
  linkEntity: string | null;
  linkId: number | null;
  linkLabel: string | null;
  origin: string | null;
  copiedFromId: number | null;
  note: string | null;
}
export type ItemRecord = ItemFields & {
  id: number;
  version: number;
  committee: string | null;
  person: string | null;
  due: string;
  copiedOn: number;
  files: number;
  deletedAt: string | null;
};

const DUE = `coalesce(p.on_date, date(printf('%04d-%02d-01', p.year, p.month), '+1 month', '-1 day'))`;
const ITEM = `SELECT p.id, p.version, p.year, p.month, p.on_date AS onDate, p.text, p.owner_committee_id AS ownerCommitteeId,
    p.owner_member_id AS ownerMemberId, p.owner_name AS ownerName, p.status, p.result, p.done_on AS doneOn,
    p.link_entity AS linkEntity, p.link_id AS linkId, p.link_label AS linkLabel, p.origin, p.copied_from_id AS copiedFromId,
    p.note, c.name AS committee, coalesce(m.full_name, p.owner_name) AS person, ${DUE} AS due,
    EXISTS (SELECT 1 FROM plan_item n WHERE n.copied_from_id = p.id AND n.deleted_at IS NULL) AS copiedOn,
    (SELECT count(*) FROM attachment f WHERE f.entity = 'plan_item' AND f.entity_id = p.id AND f.deleted_at IS NULL) AS files,
    p.deleted_at AS deletedAt
  FROM plan_item p LEFT JOIN committee c ON c.id = p.owner_committee_id LEFT JOIN member m ON m.id = p.owner_member_id`;
const WAITS = `p.status IN ('todo', 'doing')`;
const CHECKS: Readonly<Record<PlanCheck, string>> = {
  open: WAITS,
  overdue: `${WAITS} AND ${DUE} < @today`,
  soon: `${WAITS} AND ${DUE} BETWEEN @today AND @soon`,
  done: `p.status = 'done'`,
};

export interface ItemConditions {
  year: number;
  words: readonly string[];
  check: PlanCheck | null;
  today: string;
  soon: string;
}
/** Months in order; in a month those with a day first. */
export const items = (db: Db, { words, check, ...c }: ItemConditions): ItemRecord[] =>
  db.all(
    `${ITEM} WHERE p.deleted_at IS NULL AND p.year = @year AND ${check === null ? '1' : CHECKS[check]}
       AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(p.search_key, w.value) = 0)
       AND @today IS NOT NULL AND @soon IS NOT NULL
     ORDER BY p.month, coalesce(p.on_date, '9999'), p.id`,
    { ...c, words: JSON.stringify(words) },
  );
export const itemById = (db: Db, id: number): ItemRecord | undefined =>
  db.get(`${ITEM} WHERE p.id = ?`, [id]);

export interface Counts {
  all: number;
  open: number;
  done: number;
  overdue: number;
  soon: number;
}
/** Of a year; of all when it is null. */
export const counts = (db: Db, c: { year: number | null; today: string; soon: string }): Counts =>
  db.get(
    `SELECT count(*) AS "all", count(*) FILTER (WHERE ${CHECKS.open}) AS open, count(*) FILTER (WHERE ${CHECKS.done}) AS done,
       count(*) FILTER (WHERE ${CHECKS.overdue}) AS overdue, count(*) FILTER (WHERE ${CHECKS.soon}) AS soon
     FROM plan_item_live p WHERE @year IS NULL OR p.year = @year`,
    { ...c },
  )!;
export const years = (db: Db): { year: number; count: number }[] =>
  db.all('SELECT year, count(*) AS count FROM plan_item_live GROUP BY year ORDER BY year DESC');
/** Of a year, not dropped and not copied into a later one. */
export const notCopied = (db: Db, year: number): { id: number; month: number; text: string }[] =>
  db.all(
    `SELECT p.id, p.month, p.text FROM plan_item_live p WHERE p.year = ? AND p.status <> 'dropped' AND NOT EXISTS
       (SELECT 1 FROM plan_item_live n WHERE n.copied_from_id = p.id) ORDER BY p.month, p.id`,
    [year],
  );
/** What a year has already: from a copy, or under the same words. */
export const hasItem = (db: Db, year: number, same: { copiedFromId: number | null; text: string }): boolean =>
  db.pluck<number>(
    `SELECT count(*) FROM plan_item_live WHERE year = @year
       AND (copied_from_id = @copiedFromId OR @copiedFromId IS NULL AND text = @text)`,
    { year, ...same },
  ) !== 0;

const WRITTEN = [
  'year',
  'month',
  'onDate',
  'text',
  'ownerCommitteeId',
  'ownerMemberId',
  'ownerName',
  'status',
  'result',
  'doneOn',
  'linkEntity',
  'linkId',
  'linkLabel',
  'origin',
  'copiedFromId',
  'note',
  'searchKey',
] as const satisfies readonly (keyof ItemFields | 'searchKey')[];
export type WrittenItem = ItemFields & { searchKey: string };
export const insertItem = (db: Db, row: WrittenItem & { uid: string }, now: string): number =>
  insertRecord(db, 'plan_item', ['uid', ...WRITTEN], row, now);
export const updateItem = (
  db: Db,
  row: WrittenItem & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'plan_item', WRITTEN, row, now);

/** Names of who does an item; undefined for one that is not there. */
export const committeeName = (db: Db, id: number): string | undefined =>
  db.pluck('SELECT name FROM committee WHERE id = ? AND deleted_at IS NULL', [id]);
/** The committee of that kind in office when a year begins; undefined where there is none. */
export const committeeInYear = (db: Db, id: number, year: number): number | undefined =>
  db.pluck(
    `SELECT n.id FROM committee c JOIN committee n ON n.kind = c.kind AND (c.kind <> 'other' OR n.name = c.name)
       JOIN term t ON t.id = n.term_id
     WHERE c.id = ? AND n.deleted_at IS NULL AND t.deleted_at IS NULL AND t.starts_on <= ?
     ORDER BY t.starts_on DESC LIMIT 1`,
    [id, `${year}-01-01`],
  );
export const memberName = (db: Db, id: number): string | undefined =>
  db.pluck('SELECT full_name FROM member_live WHERE id = ?', [id]);

export interface HeaderRecord {
  year: number;
  version: number;
  number: string | null;
  signedOn: string | null;
  focus: string | null;
}
export const headerOf = (db: Db, year: number): HeaderRecord =>
  db.get('SELECT year, version, number, signed_on AS signedOn, focus FROM work_plan WHERE year = ?', [
    year,
  ]) ?? {
    ...{ year, version: 0, number: null, signedOn: null, focus: null },
  };
export const setHeader = (db: Db, row: HeaderRecord): void => {
  db.run(
    `INSERT INTO work_plan (year, unit_id, number, signed_on, focus, version)
     VALUES (@year, 1, @number, @signedOn, @focus, @version)
     ON CONFLICT (year) DO UPDATE SET number = @number, signed_on = @signedOn, focus = @focus, version = @version`,
    { ...row },
  );
};

/** Open items due in a span of days, with a day of their own. */
export const dueIn = (
  db: Db,
  span: { from: string; to: string },
): { id: number; year: number; text: string; onDate: string }[] =>
  db.all(
    `SELECT p.id, p.year, p.text, p.on_date AS onDate FROM plan_item_live p
     WHERE ${WAITS} AND p.on_date BETWEEN @from AND @to`,
    { ...span },
  );
export const itemsOfMember = (
  db: Db,
  memberId: number,
): { id: number; text: string; due: string; status: PlanStatus }[] =>
  db.all(
    `SELECT p.id, p.text, ${DUE} AS due, p.status FROM plan_item_live p WHERE p.owner_member_id = ? ORDER BY due, p.id`,
    [memberId],
  );
export const membersInPlans = (db: Db): number[] =>
  db.column('SELECT DISTINCT owner_member_id FROM plan_item WHERE owner_member_id IS NOT NULL');

export const setDeleted = (
  db: Db,
  table: 'plan_item' | 'year_step',
  id: number,
  at: string | null,
): boolean => setDeletedAt(db, table, id, at);
type Trashed = { id: number; label: string; deletedAt: string };
export const trashedPlanItems = (db: Db): Trashed[] =>
  db.all(
    `SELECT id, 'Tháng ' || month || '/' || year || ' · ' || text AS label, deleted_at AS deletedAt FROM plan_item
     WHERE deleted_at IS NOT NULL`,
  );
export const trashedSteps = (db: Db): Trashed[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM year_step WHERE deleted_at IS NOT NULL');
