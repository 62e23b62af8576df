/** SQL of stored files and of what they are attached to. */
import type { AttachmentKind } from '../../../shared/domain/attachments';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface AttachmentRow {
  id: number;
  version: number;
  entity: string;
  entityId: number;
  hash: string;
  size: number;
  mime: string;
  name: string;
  kind: AttachmentKind;
  takenOn: string | null;
  author: string | null;
  source: string | null;
  note: string | null;
  createdAt: string;
  deletedAt: string | null;
}
export type Facts = Pick<AttachmentRow, 'name' | 'kind' | 'takenOn' | 'author' | 'source' | 'note'>;

const ATTACHMENT = `SELECT a.id, a.version, a.entity, a.entity_id AS entityId, a.hash, f.size, f.mime, a.name, a.kind,
  a.taken_on AS takenOn, a.author, a.source, a.note, a.created_at AS createdAt, a.deleted_at AS deletedAt
  FROM attachment a JOIN stored_file f ON f.hash = a.hash`;

/** Attached files of a record, pictures first. */
export const attachmentsOf = (db: Db, entity: string, entityId: number): AttachmentRow[] =>
  db.all(
    `${ATTACHMENT} WHERE a.entity = ? AND a.entity_id = ? AND a.deleted_at IS NULL ORDER BY a.kind <> 'photo', a.id`,
    [entity, entityId],
  );

/** An attached file, also one in the trash. */
export const attachmentById = (db: Db, id: number): AttachmentRow | undefined =>
  db.get(`${ATTACHMENT} WHERE a.id = ?`, [id]);

/** Whether a record of a table is there. */
export function recordExists(db: Db, table: string, id: number): boolean {
  const known = db.pluck<number>(
    `SELECT count(*) FROM sqlite_schema s JOIN pragma_table_info(s.name) c ON c.name = 'id' WHERE s.type = 'table' AND s.name = ?`,
    [table],
  );
  return known === 1 && db.pluck<number>(`SELECT count(*) FROM "${table}" WHERE id = ?`, [id]) === 1;
}

/** Makes bytes known; those known already keep their row. */
export const insertStored = (db: Db, hash: string, size: number, mime: string, now: string): void => {
  db.run(
    'INSERT INTO stored_file (hash, size, mime, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    [hash, size, mime, now],
  );
};

const FACTS = [
  'name',
  'kind',
  'takenOn',
  'author',
  'source',
  'note',
] as const satisfies readonly (keyof Facts)[];
export const insertAttachment = (
  db: Db,
  row: Facts & { entity: string; entityId: number; hash: string },
  now: string,
): number => insertRecord(db, 'attachment', ['entity', 'entityId', 'hash', ...FACTS], row, now);

/** False when the version is stale. */
export const updateAttachment = (db: Db, id: number, version: number, facts: Facts, now: string): boolean =>
  updateRecord(db, 'attachment', FACTS, { ...facts, id, version }, now);

export const setAttachmentDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'attachment', id, at);

/** Attached files in the trash. */
export const trashedAttachments = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM attachment WHERE deleted_at IS NOT NULL');

export interface StoredFile {
  hash: string;
  size: number;
}

/** Every kept file. */
export const storedFiles = (db: Db): StoredFile[] =>
  db.all('SELECT hash, size FROM stored_file ORDER BY hash');

/** Columns of other tables that point at kept files. */
const pointers = (db: Db): { table: string; column: string }[] =>
  db.all(
    `SELECT s.name AS "table", k."from" AS "column" FROM sqlite_schema s JOIN pragma_foreign_key_list(s.name) k
     WHERE s.type = 'table' AND k."table" = 'stored_file'`,
  );

/** Kept files that no record points at, not even one in the trash. */
export function unusedFiles(db: Db): StoredFile[] {
  const used = pointers(db).map(
    ({ table, column }) => `SELECT "${column}" FROM "${table}" WHERE "${column}" IS NOT NULL`,
  );
  return db.all(`SELECT hash, size FROM stored_file WHERE hash NOT IN (${used.join(' UNION ALL ')})`);
}

export const forgetFiles = (db: Db, hashes: readonly string[]): void => {
  db.run('DELETE FROM stored_file WHERE hash IN (SELECT value FROM json_each(?))', [JSON.stringify(hashes)]);
};

/** What files are called where they are attached. */
export const namesOfFiles = (db: Db, hashes: readonly string[]): Map<string, string> =>
  new Map(
    db
      .all<{ hash: string; name: string }>(
        `SELECT hash, name FROM (
           SELECT hash, name FROM attachment UNION ALL SELECT hash, label FROM review_evidence WHERE hash IS NOT NULL)
         WHERE hash IN (SELECT value FROM json_each(?))`,
        [JSON.stringify(hashes)],
      )
      .map((row) => [row.hash, row.name]),
  );
