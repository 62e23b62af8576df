/** SQL of the office's own lists: reasons, norms, kinds of cases; and what the trash and other areas ask. */
import type { Relation } from '../../../shared/domain/care';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface ReasonRecord {
  id: number;
  name: string;
  name_en: string | null;
  health: number;
  version: number;
  deleted_at: string | null;
}
export interface NormRecord {
  id: number;
  reason_id: number;
  relation: Relation | null;
  cash: number;
  kind_text: string | null;
  valid_from: string | null;
  valid_to: string | null;
  source: string | null;
  version: number;
  deleted_at: string | null;
}
export interface KindRecord {
  id: number;
  name: string;
  name_en: string | null;
  handover: number;
  steps: string;
  version: number;
  deleted_at: string | null;
}
export type CatalogueTable = 'care_reason' | 'care_norm' | 'care_kind';
type Records = { care_reason: ReasonRecord; care_norm: NormRecord; care_kind: KindRecord };
type Columns<T extends CatalogueTable> = Omit<Records[T], 'id' | 'version' | 'deleted_at'>;

/** A row of a list, also one in the trash. */
export const rowById = <T extends CatalogueTable>(db: Db, table: T, id: number): Records[T] | undefined =>
  db.get(`SELECT * FROM ${table} WHERE id = ?`, [id]);

export const insertRow = <T extends CatalogueTable>(db: Db, table: T, row: Columns<T>): number =>
  insertRecord<string>(db, table, Object.keys(row), { ...row });

/** Returns false when the version is stale. */
export const updateRow = <T extends CatalogueTable>(
  db: Db,
  table: T,
  { id, version, ...fields }: Columns<T> & { id: number; version: number },
): boolean => updateRecord<string>(db, table, Object.keys(fields), { ...fields, id, version });

export const setRowDeleted = (db: Db, table: CatalogueTable, id: number, at: string | null): boolean =>
  setDeletedAt(db, table, id, at);

export const reasons = (db: Db): (ReasonRecord & { code: string | null; used: number })[] =>
  db.all(
    `SELECT r.*, (SELECT count(*) FROM care_visit v WHERE v.reason_id = r.id AND v.deleted_at IS NULL) AS used
     FROM care_reason r WHERE r.deleted_at IS NULL ORDER BY r.ordinal, r.id`,
  );
export const norms = (db: Db): NormRecord[] =>
  db.all(
    `SELECT n.* FROM care_norm n JOIN care_reason r ON r.id = n.reason_id WHERE n.deleted_at IS NULL
     ORDER BY r.ordinal, r.id, n.relation IS NOT NULL, n.valid_from DESC, n.id`,
  );
export const kinds = (db: Db): (KindRecord & { used: number })[] =>
  db.all(
    `SELECT k.*, (SELECT count(*) FROM care_case c WHERE c.kind_id = k.id AND c.deleted_at IS NULL) AS used
     FROM care_kind k WHERE k.deleted_at IS NULL ORDER BY k.ordinal, k.id`,
  );

/** What points at a row, also from the trash. */
export function usesOf(db: Db, table: CatalogueTable, id: number): number {
  if (table === 'care_norm') return 0;
  const uses =
    table === 'care_kind'
      ? 'SELECT count(*) FROM care_case WHERE kind_id = @id'
      : `SELECT (SELECT count(*) FROM care_visit WHERE reason_id = @id)
           + (SELECT count(*) FROM care_norm WHERE reason_id = @id AND deleted_at IS NULL)`;
  return db.pluck<number>(uses, { id }) ?? 0;
}

/** The norm in force on a day: the one for the relation before the one for everybody, the latest first. */
export const normOn = (
  db: Db,
  of: { reasonId: number; relation: Relation; day: string },
): NormRecord | undefined =>
  db.get(
    `SELECT * FROM care_norm WHERE reason_id = @reasonId AND deleted_at IS NULL
       AND (relation IS NULL OR relation = @relation) AND coalesce(valid_from, '') <= @day
       AND coalesce(valid_to, '9999') || '~' >= @day
     ORDER BY relation IS NULL, coalesce(valid_from, '') DESC, id DESC LIMIT 1`,
    of,
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
export const trashedVisits = trashedOf(
  `SELECT v.id, v.name || ' – ' || r.name AS label, v.deleted_at AS deletedAt FROM care_visit v
   JOIN care_reason r ON r.id = v.reason_id WHERE v.deleted_at IS NOT NULL`,
);
export const trashedCases = trashedOf(
  'SELECT id, title AS label, deleted_at AS deletedAt FROM care_case WHERE deleted_at IS NOT NULL',
);
export const trashedReasons = trashedOf(
  'SELECT id, name AS label, deleted_at AS deletedAt FROM care_reason WHERE deleted_at IS NOT NULL',
);
export const trashedNorms = trashedOf(
  `SELECT n.id, r.name AS label, n.deleted_at AS deletedAt FROM care_norm n JOIN care_reason r ON r.id = n.reason_id
   WHERE n.deleted_at IS NOT NULL`,
);
export const trashedKinds = trashedOf(
  'SELECT id, name AS label, deleted_at AS deletedAt FROM care_kind WHERE deleted_at IS NOT NULL',
);

/** Members a visit or a case points at, also a trashed one: an import's undo keeps them. */
export const membersCaredFor = (db: Db): number[] =>
  db.column(
    `SELECT member_id FROM care_visit WHERE member_id IS NOT NULL
     UNION SELECT member_id FROM care_visitor WHERE member_id IS NOT NULL
     UNION SELECT member_id FROM care_case WHERE member_id IS NOT NULL`,
  );
