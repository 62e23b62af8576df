/** SQL of remembered mappings. */
import { v7 as uuid } from 'uuid';
import { type RememberedColumn, readRemembered } from '../../../../shared/domain/import';
import type { Db } from '../../../db/database';
import { setDeletedAt } from '../../../db/trash';

export interface MappingRecord {
  id: number;
  name: string;
  shape: string;
  columns_json: string;
  used_count: number;
  used_at: string;
  version: number;
  deleted_at: string | null;
}

/** More than this many shapes are not looked through; the last used come first. */
const KEPT = 200;

export const mappings = (db: Db): MappingRecord[] =>
  db.all('SELECT * FROM import_mapping WHERE deleted_at IS NULL ORDER BY used_at DESC, id DESC LIMIT ?', [
    KEPT,
  ]);

export const liveMappings = (
  db: Db,
): { id: number; name: string; shape: string; usedAt: string; columns: RememberedColumn[] }[] =>
  mappings(db).map((row) => ({
    id: row.id,
    name: row.name,
    shape: row.shape,
    usedAt: row.used_at,
    columns: readRemembered(row.columns_json),
  }));

export const mappingById = (db: Db, id: number): MappingRecord | undefined =>
  db.get('SELECT * FROM import_mapping WHERE id = ?', [id]);
export const mappingOfShape = (db: Db, shape: string): MappingRecord | undefined =>
  db.get('SELECT * FROM import_mapping WHERE shape = ? AND deleted_at IS NULL', [shape]);

/** Remembers a shape's mapping, or brings what is remembered up to date. */
export function rememberMapping(
  db: Db,
  name: string,
  shape: string,
  columns: readonly RememberedColumn[],
  now: string,
): void {
  const known = mappingOfShape(db, shape);
  if (known)
    db.run(
      'UPDATE import_mapping SET columns_json = ?, used_at = ?, used_count = used_count + 1, version = version + 1 WHERE id = ?',
      [JSON.stringify(columns), now, known.id],
    );
  else
    db.run(
      `INSERT INTO import_mapping (uid, unit_id, name, shape, columns_json, used_at, created_at)
       VALUES (?, 1, ?, ?, ?, ?, ?)`,
      [uuid(), name, shape, JSON.stringify(columns), now, now],
    );
}

/** False when the version is stale. */
export const renameMapping = (db: Db, id: number, version: number, name: string): boolean =>
  db.run(
    'UPDATE import_mapping SET name = ?, version = version + 1 WHERE id = ? AND version = ? AND deleted_at IS NULL',
    [name, id, version],
  ).changes === 1;
export const setMappingDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'import_mapping', id, at);
export const trashedMappings = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    'SELECT id, name AS label, deleted_at AS deletedAt FROM import_mapping WHERE deleted_at IS NOT NULL',
  );
