/** SQL of the office's own layouts: designs, their versions, pictures, words of breaking lines. */
import type { RecipientKind } from '../../../shared/domain/awards';
import type { Db } from '../../db/database';
import { setDeletedAt } from '../../db/trash';

export interface DesignRow {
  id: number;
  uid: string;
  name: string;
  kinds: string;
  current: number;
  draft: string | null;
  draftAt: string | null;
  version: number;
}
const DESIGN = 'id, uid, name, kinds, current, draft, draft_at AS draftAt, version';

export const designs = (db: Db): DesignRow[] =>
  db.all(`SELECT ${DESIGN} FROM certificate_design WHERE deleted_at IS NULL ORDER BY name, id`);
export const designById = (db: Db, id: number): DesignRow | undefined =>
  db.get(`SELECT ${DESIGN} FROM certificate_design WHERE id = ? AND deleted_at IS NULL`, [id]);

export const insertDesign = (
  db: Db,
  row: { uid: string; name: string; kinds: readonly RecipientKind[]; now: string },
): number =>
  db.run(
    `INSERT INTO certificate_design (uid, name, kinds, current, created_at)
     VALUES (@uid, @name, @kinds, 1, @now)`,
    { ...row, kinds: JSON.stringify(row.kinds) },
  ).lastInsertRowid;

/** Returns false when the version is stale. */
export const renameDesign = (
  db: Db,
  row: { id: number; version: number; name: string; kinds: readonly RecipientKind[] },
): boolean =>
  db.run(
    `UPDATE certificate_design SET name = @name, kinds = @kinds, version = version + 1
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { ...row, kinds: JSON.stringify(row.kinds) },
  ).changes === 1;

export const setDraft = (db: Db, id: number, draft: string | null, at: string | null): void => {
  db.run('UPDATE certificate_design SET draft = ?, draft_at = ? WHERE id = ?', [draft, at, id]);
};

/** Returns false when the version is stale. */
export const setCurrent = (db: Db, row: { id: number; version: number; number: number }): boolean =>
  db.run(
    `UPDATE certificate_design SET current = @number, draft = NULL, draft_at = NULL, version = version + 1
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { ...row },
  ).changes === 1;

export const setDesignDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'certificate_design', id, at);
export const trashedDesigns = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    'SELECT id, name AS label, deleted_at AS deletedAt FROM certificate_design WHERE deleted_at IS NOT NULL',
  );

export interface VersionRow {
  number: number;
  note: string | null;
  actor: string;
  at: string;
}
/** The latest first. */
export const versions = (db: Db, designId: number): VersionRow[] =>
  db.all(
    'SELECT number, note, actor, at FROM certificate_design_version WHERE design_id = ? ORDER BY number DESC',
    [designId],
  );
export const versionText = (
  db: Db,
  designId: number,
  number: number,
): { layout: string; hash: string } | undefined =>
  db.get('SELECT layout, hash FROM certificate_design_version WHERE design_id = ? AND number = ?', [
    designId,
    number,
  ]);
export const lastNumber = (db: Db, designId: number): number =>
  db.pluck<number>('SELECT coalesce(max(number), 0) FROM certificate_design_version WHERE design_id = ?', [
    designId,
  ]) ?? 0;
export const insertVersion = (
  db: Db,
  row: { designId: number; number: number; layout: string; hash: string } & Omit<VersionRow, 'number'>,
): void => {
  db.run(
    `INSERT INTO certificate_design_version (design_id, number, layout, hash, note, actor, at)
     VALUES (@designId, @number, @layout, @hash, @note, @actor, @at)`,
    { ...row },
  );
};

export interface PictureRow {
  hash: string;
  mime: string;
  width: number;
  height: number;
  bytes: Uint8Array;
}
export const picture = (db: Db, hash: string): PictureRow | undefined =>
  db.get('SELECT hash, mime, width, height, bytes FROM certificate_picture WHERE hash = ?', [hash]);
export const hasPicture = (db: Db, hash: string): boolean =>
  db.pluck('SELECT 1 FROM certificate_picture WHERE hash = ?', [hash]) === 1;
export const insertPicture = (db: Db, row: PictureRow, now: string): void => {
  db.run(
    `INSERT OR IGNORE INTO certificate_picture (hash, mime, width, height, bytes, created_at)
     VALUES (@hash, @mime, @width, @height, @bytes, @now)`,
    { ...row, bytes: Buffer.from(row.bytes), now },
  );
};

export const words = (db: Db): { rules: string; version: number } | undefined =>
  db.get('SELECT rules, version FROM certificate_words WHERE id = 1');
/** Versions go on counting after the shipped words were taken back, so that a stale form is told. */
export const saveWords = (db: Db, rules: string, version: number): void => {
  db.run('INSERT OR REPLACE INTO certificate_words (id, rules, version) VALUES (1, ?, ?)', [rules, version]);
};

/** Longest names of people and of recipients, to be measured. */
export const longNames = (db: Db, limit: number): string[] =>
  db
    .all<{ name: string }>(
      `SELECT name FROM (SELECT full_name AS name FROM member_live
         UNION SELECT name FROM award_recipient WHERE kind = 'individual')
       ORDER BY length(name) DESC, name LIMIT ?`,
      [limit],
    )
    .map((row) => row.name);
