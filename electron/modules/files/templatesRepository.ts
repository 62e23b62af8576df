/** SQL of the office's Word templates. */
import type { Db } from '../../db/database';

export interface TemplateRow {
  id: number;
  key: string;
  edition: number;
  hash: string;
  size: number;
  name: string;
  note: string | null;
  inUse: number;
  actor: string;
  at: string;
}

/** Every edition, the latest first. */
export const templateEditions = (db: Db): TemplateRow[] =>
  db.all(
    `SELECT t.id, t.key, t.edition, t.hash, f.size, t.name, t.note, t.in_use AS inUse, t.actor, t.created_at AS at
     FROM word_template t JOIN stored_file f ON f.hash = t.hash ORDER BY t.key, t.edition DESC`,
  );

export const insertEdition = (
  db: Db,
  row: { key: string; edition: number; hash: string; name: string; note: string | null; actor: string },
  now: string,
): number =>
  db.run(
    `INSERT INTO word_template (key, edition, hash, name, note, actor, created_at)
     VALUES (@key, @edition, @hash, @name, @note, @actor, @now)`,
    { ...row, now },
  ).lastInsertRowid;

/** Uses an edition, or none of the office's own. */
export const setEdition = (db: Db, key: string, edition: number | null): void => {
  db.run('UPDATE word_template SET in_use = 0 WHERE key = ? AND in_use = 1', [key]);
  db.run('UPDATE word_template SET in_use = 1 WHERE key = ? AND edition = ?', [key, edition]);
};
