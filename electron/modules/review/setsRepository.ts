/** SQL of criteria sets: a set with its groups, criteria and ranks is written and read whole. */
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface SetRow {
  id: number;
  uid: string;
  name: string;
  nameEn: string | null;
  kind: 'union' | 'group' | 'member';
  /** Weights of half-years as JSON. */
  formulaJson: string | null;
  unprovenShare: number | null;
  edition: number;
  basedOn: number | null;
  validFrom: string | null;
  source: string | null;
  confirmedOn: string | null;
  version: number;
  deletedAt: string | null;
}
const SET = `id, uid, name, name_en AS nameEn, kind, formula_json AS formulaJson, unproven_share AS unprovenShare, edition, based_on AS basedOn, valid_from AS validFrom, source,
  confirmed_on AS confirmedOn, version, deleted_at AS deletedAt`;

/** A set, also one in the trash. */
export const setById = (db: Db, id: number): SetRow | undefined =>
  db.get(`SELECT ${SET} FROM criteria_set WHERE id = ?`, [id]);

/** Reviews and ratings in use of set `s`, open or closed. */
const usedBy = (closed: 'IS NULL' | 'IS NOT NULL') =>
  ['review', 'rating']
    .map(
      (table) =>
        `(SELECT count(*) FROM ${table} r WHERE r.set_id = s.id AND r.deleted_at IS NULL AND r.closed_at ${closed})`,
    )
    .join(' + ');

/** Live sets of one kind or all, the newest first. */
export const sets = (
  db: Db,
  kind: SetRow['kind'] | null = 'union',
): (SetRow & { criteria: number; max: number; openReviews: number; closedReviews: number })[] =>
  db.all(
    `SELECT ${SET},
       (SELECT count(*) FROM criterion c WHERE c.set_id = s.id) AS criteria,
       (SELECT coalesce(sum(max), 0) FROM criterion_group g WHERE g.set_id = s.id) AS max,
       ${usedBy('IS NULL')} AS openReviews, ${usedBy('IS NOT NULL')} AS closedReviews
     FROM criteria_set s WHERE deleted_at IS NULL AND (@kind IS NULL OR kind = @kind) ORDER BY s.id DESC`,
    { kind },
  );

/** How many open and closed reviews and ratings use the set. */
export const setUse = (db: Db, id: number): { open: number; closed: number } =>
  db.get(
    `SELECT ${usedBy('IS NULL')} AS open, ${usedBy('IS NOT NULL')} AS closed FROM criteria_set s WHERE s.id = ?`,
    [id],
  ) ?? { open: 0, closed: 0 };

export interface SetHead {
  name: string;
  nameEn: string | null;
  kind: SetRow['kind'];
  formulaJson: string | null;
  unprovenShare: number | null;
  validFrom: string | null;
  source: string | null;
}

const HEAD = [
  'name',
  'nameEn',
  'kind',
  'formulaJson',
  'unprovenShare',
  'validFrom',
  'source',
] as const satisfies readonly (keyof SetHead)[];
export const insertSet = (
  db: Db,
  row: SetHead & { uid: string; edition: number; basedOn: number | null },
  now: string,
): number => insertRecord(db, 'criteria_set', ['uid', 'edition', 'basedOn', ...HEAD], row, now);

/** False when the version is stale. */
export const updateSet = (db: Db, row: SetHead & { id: number; version: number }, now: string): boolean =>
  updateRecord(db, 'criteria_set', HEAD, row, now);

export const setConfirmed = (db: Db, id: number, version: number, on: string | null, now: string): boolean =>
  db.run(
    `UPDATE criteria_set SET confirmed_on = ?, version = version + 1, updated_at = ?
     WHERE id = ? AND version = ? AND deleted_at IS NULL`,
    [on, now, id, version],
  ).changes === 1;

export const setSetDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'criteria_set', id, at);

/** Trashed sets, for the trash of every area. */
export const trashedSets = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM criteria_set WHERE deleted_at IS NOT NULL');

export interface GroupRow {
  id: number;
  code: string;
  title: string;
  titleEn: string | null;
  max: number;
  bonus: 0 | 1;
}
export interface CriterionRow {
  uid: string;
  groupId: number;
  code: string;
  title: string;
  titleEn: string | null;
  max: number;
  evidence: string | null;
  evidenceEn: string | null;
  indicators: string;
  rule: string | null;
}
export interface RankRow {
  name: string;
  nameEn: string | null;
  min: number;
  class: 'excellent' | 'good' | 'done' | 'failed' | null;
  /** Conditions as JSON. */
  conditions: string;
}

export const groupsOf = (db: Db, setId: number): GroupRow[] =>
  db.all(
    `SELECT id, code, title, title_en AS titleEn, max, bonus FROM criterion_group WHERE set_id = ? ORDER BY position, id`,
    [setId],
  );
export const criteriaOf = (db: Db, setId: number): CriterionRow[] =>
  db.all(
    `SELECT uid, group_id AS groupId, code, title, title_en AS titleEn, max, evidence, evidence_en AS evidenceEn,
       indicators_json AS indicators, rule_json AS rule
     FROM criterion WHERE set_id = ? ORDER BY position, id`,
    [setId],
  );
export const ranksOf = (db: Db, setId: number): RankRow[] =>
  db.all(
    'SELECT name, name_en AS nameEn, min, class, conditions_json AS conditions FROM rank_level WHERE set_id = ? ORDER BY min DESC, id',
    [setId],
  );

const RENEWED = 'criteria_figures';
export const figuresAreOld = (db: Db): boolean =>
  db.pluck('SELECT 1 FROM meta WHERE key = ?', [RENEWED]) === undefined;
export const figuresRenewed = (db: Db): void => {
  db.run("INSERT INTO meta (key, value) VALUES (?, '1')", [RENEWED]);
};

/** Gives a criterion other figures in every set whose office did not choose its own. */
export const renewFigures = (
  db: Db,
  row: { uid: string; old: string; oldRule: string | null; indicators: string; rule: string | null },
): void => {
  db.run(
    `UPDATE criterion SET indicators_json = @indicators, rule_json = @rule
     WHERE uid = @uid AND indicators_json = @old AND rule_json IS @oldRule`,
    row,
  );
};

const PARTS = ['criterion', 'criterion_group', 'rank_level'] as const;
/** Ids of the parts a set had, by table: parts written again take them up. */
export type FreeIds = Record<(typeof PARTS)[number], number[]>;

/** Empties a set before its parts are written again. */
export function clearParts(db: Db, setId: number): FreeIds {
  const free: FreeIds = { criterion: [], criterion_group: [], rank_level: [] };
  for (const table of PARTS) {
    free[table] = db.column<number>(`SELECT id FROM ${table} WHERE set_id = ? ORDER BY id`, [setId]);
    db.run(`DELETE FROM ${table} WHERE set_id = ?`, [setId]);
  }
  return free;
}

export const insertGroup = (
  db: Db,
  setId: number,
  position: number,
  row: Omit<GroupRow, 'id'> & { id: number | null },
): number =>
  db.run(
    `INSERT INTO criterion_group (id, set_id, position, code, title, title_en, max, bonus)
     VALUES (@id, @setId, @position, @code, @title, @titleEn, @max, @bonus)`,
    { setId, position, ...row },
  ).lastInsertRowid;
export const insertCriterion = (
  db: Db,
  setId: number,
  position: number,
  row: CriterionRow & { id: number | null },
): void => {
  db.run(
    `INSERT INTO criterion (id, uid, set_id, group_id, position, code, title, title_en, max, evidence, evidence_en, indicators_json, rule_json)
     VALUES (@id, @uid, @setId, @groupId, @position, @code, @title, @titleEn, @max, @evidence, @evidenceEn, @indicators, @rule)`,
    { setId, position, ...row },
  );
};
export const insertRank = (db: Db, setId: number, row: RankRow & { id: number | null }): void => {
  db.run(
    `INSERT INTO rank_level (id, set_id, name, name_en, min, class, conditions_json)
     VALUES (@id, @setId, @name, @nameEn, @min, @class, @conditions)`,
    { setId, ...row },
  );
};
