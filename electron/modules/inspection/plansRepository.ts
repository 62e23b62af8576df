/** SQL of the plans of inspection and women's work, and of what they plan. */
import type { InspectionKind, InspectionTopic } from '../../../shared/domain/inspection';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface PlanFields {
  approvedOn: string | null;
  legalBasis: string | null;
  purpose: string | null;
  shortcomings: string | null;
  directions: string | null;
}
const PLAN_FIELDS = [
  'approvedOn',
  'legalBasis',
  'purpose',
  'shortcomings',
  'directions',
] as const satisfies readonly (keyof PlanFields)[];
export type PlanRecord = PlanFields & {
  id: number;
  version: number;
  kind: InspectionKind;
  year: number;
  files: number;
  deletedAt: string | null;
};

const PLAN = `SELECT p.id, p.version, p.kind, p.year, p.approved_on AS approvedOn, p.legal_basis AS legalBasis, p.purpose,
    p.shortcomings, p.directions, p.deleted_at AS deletedAt,
    (SELECT count(*) FROM attachment a WHERE a.entity = 'inspection_plan' AND a.entity_id = p.id AND a.deleted_at IS NULL) AS files
  FROM inspection_plan p`;

/** A plan, also one in the trash. */
export const planById = (db: Db, id: number): PlanRecord | undefined =>
  db.get(`${PLAN} WHERE p.id = ?`, [id]);
export const planOf = (db: Db, kind: InspectionKind, year: number): PlanRecord | undefined =>
  db.get(`${PLAN} WHERE p.kind = ? AND p.year = ? AND p.deleted_at IS NULL`, [kind, year]);
/** The nearest year before with a plan. */
export const planBefore = (db: Db, kind: InspectionKind, year: number): number | null =>
  db.pluck<number | null>('SELECT max(year) FROM inspection_plan_live WHERE kind = ? AND year < ?', [
    kind,
    year,
  ]) ?? null;
export const insertPlan = (
  db: Db,
  row: PlanFields & { uid: string; kind: InspectionKind; year: number },
  now: string,
): number => insertRecord(db, 'inspection_plan', ['uid', 'kind', 'year', ...PLAN_FIELDS], row, now);
export const updatePlan = (db: Db, row: PlanFields & { id: number; version: number }, now: string): boolean =>
  updateRecord(db, 'inspection_plan', PLAN_FIELDS, row, now);
export const setPlanDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'inspection_plan', id, at);
export const trashedPlans = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT id, iif(kind = 'women', 'Kế hoạch nữ công năm ', 'Kế hoạch kiểm tra, giám sát năm ') || year AS label,
       deleted_at AS deletedAt FROM inspection_plan WHERE deleted_at IS NOT NULL`,
  );
export const yearsOf = (db: Db, kind: InspectionKind): number[] =>
  db.column(
    `SELECT year FROM inspection_plan_live WHERE kind = @kind
     UNION SELECT CAST(substr(held_on, 1, 4) AS INTEGER) FROM inspection_session_live WHERE kind = @kind ORDER BY 1 DESC`,
    { kind },
  );

export interface ItemFields {
  topic: InspectionTopic;
  title: string;
  orgUnitId: number | null;
  subjectName: string | null;
  fundId: number | null;
  memberId: number | null;
  personName: string | null;
  month: number | null;
  legalBasis: string | null;
  note: string | null;
}
const ITEM_FIELDS = [
  'topic',
  'title',
  'orgUnitId',
  'subjectName',
  'fundId',
  'memberId',
  'personName',
  'month',
  'legalBasis',
  'note',
] as const satisfies readonly (keyof ItemFields)[];
export type ItemRecord = ItemFields & {
  id: number;
  version: number;
  planId: number;
  kind: InspectionKind;
  year: number;
  subject: string | null;
  fund: string | null;
  person: string | null;
};

/** Joins that name whom a row is about. */
export const SUBJECT = (row: string) =>
  `LEFT JOIN org_unit o ON o.id = ${row}.org_unit_id LEFT JOIN fund f ON f.id = ${row}.fund_id`;
const ITEM = `SELECT i.id, i.version, i.plan_id AS planId, i.kind, i.year, i.topic, i.title, i.org_unit_id AS orgUnitId,
    i.subject_name AS subjectName, i.fund_id AS fundId, i.member_id AS memberId, i.person_name AS personName, i.month,
    i.legal_basis AS legalBasis, i.note, coalesce(o.name, i.subject_name) AS subject, f.name AS fund,
    coalesce(m.full_name, i.person_name) AS person
  FROM inspection_item_live i ${SUBJECT('i')} LEFT JOIN member m ON m.id = i.member_id`;

/** A planned session of a live plan. */
export const itemById = (db: Db, id: number): ItemRecord | undefined =>
  db.get(`${ITEM} WHERE i.id = ?`, [id]);
/** By month; those without one at the end. */
export const itemsOf = (db: Db, kind: InspectionKind, year: number): ItemRecord[] =>
  db.all(`${ITEM} WHERE i.kind = ? AND i.year = ? ORDER BY i.month IS NULL, i.month, i.id`, [kind, year]);
/** Sessions held under the items of a plan. */
export const heldUnder = (
  db: Db,
  kind: InspectionKind,
  year: number,
): { itemId: number; id: number; heldOn: string }[] =>
  db.all(
    `SELECT s.item_id AS itemId, s.id, s.held_on AS heldOn FROM inspection_session_live s
     JOIN inspection_item_live i ON i.id = s.item_id WHERE i.kind = ? AND i.year = ? ORDER BY s.held_on, s.id`,
    [kind, year],
  );
export const insertItem = (db: Db, row: ItemFields & { uid: string; planId: number }, now: string): number =>
  insertRecord(db, 'inspection_item', ['uid', 'planId', ...ITEM_FIELDS], row, now);
export const updateItem = (db: Db, row: ItemFields & { id: number; version: number }, now: string): boolean =>
  updateRecord(db, 'inspection_item', ITEM_FIELDS, row, now);
export const setItemDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'inspection_item', id, at);
export const trashedPlanned = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT i.id, i.title || ' – ' || p.year AS label, i.deleted_at AS deletedAt
     FROM inspection_item i JOIN inspection_plan p ON p.id = i.plan_id WHERE i.deleted_at IS NOT NULL`,
  );
/** Members who are in the register still. */
export const stillMembers = (db: Db, ids: readonly number[]): Set<number> =>
  new Set(
    db.column<number>(
      `SELECT id FROM member_live WHERE status = 'active' AND id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(ids)],
    ),
  );

/** Members who lead a planned session, are of a team or mend a finding. */
export const membersInspecting = (db: Db): number[] =>
  db.column(
    `SELECT member_id FROM inspection_item WHERE member_id IS NOT NULL
     UNION SELECT member_id FROM inspection_attendee WHERE member_id IS NOT NULL
     UNION SELECT owner_member_id FROM inspection_finding WHERE owner_member_id IS NOT NULL`,
  );
