/** SQL of saved filters, of the layout of views, and of what the editor of conditions offers. */
import type { Db } from '../../../db/database';
import { setDeletedAt } from '../../../db/trash';
import { remembered } from './remembered';

const COLUMN = /^m\.([a-z_]+)$/;
const table = (value: string): string => {
  const column = COLUMN.exec(value)?.[1];
  return column ? `SELECT ${column} AS v FROM member WHERE deleted_at IS NULL` : value;
};

/**
 * Each text there is in a column of member (`m.job_title`), or that a query lists as `v`, which may hold one of the
 * folded words: none that does is left out, some that do not are in.
 */
export function distinctTexts(db: Db, value: string, words: readonly string[]): string[] {
  return remembered(db, `texts ${value} ${words}`, () => readTexts(db, value, words));
}
function readTexts(db: Db, value: string, words: readonly string[]): string[] {
  return db.column(
    `WITH texts AS MATERIALIZED (SELECT DISTINCT v FROM (${table(value)}) WHERE v IS NOT NULL)
     SELECT v FROM texts WHERE ${words.map(() => 'v LIKE ?').join(' OR ') || '1'}`,
    words.map(roughly),
  );
}

/** A LIKE pattern of a folded word: numbers, and letters that no language here writes with a mark, in their order. */
const roughly = (word: string): string => `%${(word.match(/\d+|[bfghjkmpqrtvwx]/g) ?? []).join('%')}%`;

/** Whether so many rows meet the conditions that going through everyone is faster than looking up each of them. */
export const areMany = (db: Db, rows: string, params: readonly unknown[]): boolean =>
  (db.pluck<number>(`SELECT count(*) FROM (SELECT 1 FROM ${rows} LIMIT ${MANY})`, params) ?? 0) === MANY;
const MANY = 5000;

/** The same, the most common first. */
export const commonTexts = (db: Db, value: string): string[] =>
  db
    .all<{ v: string }>(
      `SELECT v FROM (${table(value)}) WHERE v IS NOT NULL GROUP BY v ORDER BY count(*) DESC, v LIMIT 3000`,
    )
    .map((row) => row.v);

export const unitChoices = (db: Db, kind: 'department' | 'group'): { id: number; name: string }[] =>
  db.all('SELECT id, name FROM org_unit_live WHERE kind = ? AND closed_on IS NULL ORDER BY name_key', [kind]);

/** Whether a department or group is there to be chosen. */
export const isLiveUnit = (db: Db, id: number, kind: 'department' | 'group'): boolean =>
  db.pluck('SELECT 1 FROM org_unit_live WHERE id = ? AND kind = ?', [id, kind]) === 1;

export interface ViewRecord {
  id: number;
  version: number;
  name: string;
  filter_json: string;
  deleted_at: string | null;
}
const VIEW = 'SELECT id, version, name, filter_json, deleted_at FROM member_view';

export const liveViews = (db: Db): ViewRecord[] =>
  db.all(`${VIEW} WHERE deleted_at IS NULL ORDER BY position, id`);
export const viewById = (db: Db, id: number): ViewRecord | undefined => db.get(`${VIEW} WHERE id = ?`, [id]);
export const viewNamed = (db: Db, key: string, exceptId: number | null): boolean =>
  db.pluck('SELECT 1 FROM member_view WHERE name_key = ? AND deleted_at IS NULL AND id IS NOT ?', [
    key,
    exceptId,
  ]) === 1;

export const insertView = (
  db: Db,
  view: { uid: string; name: string; key: string; filter: string; now: string },
): number =>
  db.run(
    `INSERT INTO member_view (uid, unit_id, name, name_key, filter_json, position, created_at)
     VALUES (@uid, 1, @name, @key, @filter, (SELECT coalesce(max(position), 0) + 1 FROM member_view), @now)`,
    view,
  ).lastInsertRowid;

/** Filters, those in the trash too, whose conditions may name a field. */
export const viewsNaming = (db: Db, field: string): { id: number; filter: string }[] =>
  db.all('SELECT id, filter_json AS filter FROM member_view WHERE instr(filter_json, ?) > 0', [
    JSON.stringify(field),
  ]);
export const rewriteFilter = (db: Db, id: number, filter: string): void => {
  db.run('UPDATE member_view SET filter_json = ?, version = version + 1 WHERE id = ?', [filter, id]);
};

export const updateView = (
  db: Db,
  view: { id: number; version: number; name: string; key: string; filter: string },
): boolean =>
  db.run(
    `UPDATE member_view SET name = @name, name_key = @key, filter_json = @filter, version = version + 1
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    view,
  ).changes === 1;

export const placeView = (db: Db, id: number, position: number): void => {
  db.run('UPDATE member_view SET position = ? WHERE id = ?', [position, id]);
};

export const setViewDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'member_view', id, at);

export const trashedViews = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    'SELECT id, name AS label, deleted_at AS deletedAt FROM member_view WHERE deleted_at IS NOT NULL ORDER BY deleted_at',
  );

export const layouts = (db: Db): { view: string; layout_json: string }[] =>
  db.all('SELECT view, layout_json FROM member_view_layout');
export const saveLayout = (db: Db, view: string, layout: string | null): void => {
  if (layout === null) db.run('DELETE FROM member_view_layout WHERE view = ?', [view]);
  else db.run('INSERT OR REPLACE INTO member_view_layout (view, layout_json) VALUES (?, ?)', [view, layout]);
};
