/** SQL of imports: the hidden writing of rows, and the way back. */
import type { Db } from '../../../db/database';
import type { MemberRecord } from '../repository';
import { type StagedRecord, WRITTEN } from './staged';

export type ImportState = 'open' | 'previewed' | 'writing' | 'committed' | 'undone' | 'discarded';
export interface ImportRecord {
  id: number;
  file_name: string;
  state: ImportState;
  summary_json: string | null;
  created_at: string;
  committed_at: string | null;
}

export const insertImport = (db: Db, fileName: string, now: string): number =>
  db.run(`INSERT INTO import (unit_id, file_name, state, created_at) VALUES (1, ?, 'open', ?)`, [
    fileName,
    now,
  ]).lastInsertRowid;
export const importById = (db: Db, id: number): ImportRecord | undefined =>
  db.get('SELECT * FROM import WHERE id = ?', [id]);
export const setImportState = (db: Db, id: number, state: ImportState): void => {
  db.run('UPDATE import SET state = ? WHERE id = ?', [state, id]);
};
export const finishImport = (db: Db, id: number, summary: unknown, now: string): void => {
  db.run(`UPDATE import SET state = 'committed', summary_json = ?, committed_at = ? WHERE id = ?`, [
    JSON.stringify(summary),
    now,
    id,
  ]);
};
export const writtenImports = (db: Db): ImportRecord[] =>
  db.all(`SELECT * FROM import WHERE state IN ('committed', 'undone') ORDER BY id DESC LIMIT 200`);
/** Previews left behind by an earlier day. */
export const staleImports = (db: Db): number[] =>
  db.all<{ id: number }>(`SELECT id FROM import WHERE state IN ('open', 'previewed')`).map((row) => row.id);

/** Remembers what a merged or changed member was, so that the import can be taken back. */
export const rememberBefore = (
  db: Db,
  importId: number,
  row: Pick<StagedRecord, 'line' | 'verdict' | 'attention' | 'decision' | 'remarks'>,
  memberId: number,
  before: unknown,
  afterVersion: number,
): void => {
  db.run(
    `INSERT INTO import_row (import_id, line, verdict, attention, decision, member_id, row_json, before_json, after_version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      importId,
      row.line,
      row.verdict,
      row.attention,
      row.decision,
      memberId,
      row.remarks,
      JSON.stringify(before),
      afterVersion,
    ],
  );
};
export const remembered = (
  db: Db,
  importId: number,
): { line: number; member_id: number; before_json: string; after_version: number }[] =>
  db.all(
    `SELECT line, member_id, before_json, after_version FROM import_row
     WHERE import_id = ? AND before_json IS NOT NULL ORDER BY line DESC`,
    [importId],
  );

export const hideImport = (db: Db, id: number, state: 'writing' | 'undone'): void => {
  db.run('INSERT INTO import_hidden (import_id, state) VALUES (?, ?)', [id, state]);
};
export const showImport = (db: Db, id: number): void => {
  db.run('DELETE FROM import_hidden WHERE import_id = ?', [id]);
};
export const hiddenImports = (db: Db): { import_id: number; state: 'writing' | 'undone' }[] =>
  db.all('SELECT * FROM import_hidden');

const INSERT_IMPORTED = `INSERT INTO member (uid, unit_id, ${WRITTEN.join(', ')}, department_id, group_id, import_id, created_at, updated_at)
  VALUES (?, 1, ${WRITTEN.map(() => '?').join(', ')}, ?, ?, ?, ?, ?)`;
const NAME_KEY = WRITTEN.indexOf('name_key');

/** Writes a staged row as a member with its index entry; answers its id. */
export function insertImported(
  db: Db,
  importId: number,
  row: StagedRecord,
  places: { department: number | null; group: number | null },
  now: string,
): number {
  const written = JSON.parse(row.written) as unknown[];
  const id = db.run(INSERT_IMPORTED, [
    row.uid,
    ...written,
    places.department,
    places.group,
    importId,
    now,
    now,
  ]).lastInsertRowid;
  db.run('INSERT INTO member_search (rowid, name, initials, codes) VALUES (?, ?, ?, ?)', [
    id,
    written[NAME_KEY],
    row.initials,
    row.codes,
  ]);
  return id;
}

export const importedMembers = (
  db: Db,
  importId: number,
): Pick<MemberRecord, 'id' | 'version' | 'department_id' | 'group_id'>[] =>
  db.all('SELECT id, version, department_id, group_id FROM member WHERE import_id = ?', [importId]);
/** Makes a member stay though its import is taken back. */
export const keepMember = (db: Db, id: number): void => {
  db.run('UPDATE member SET import_id = NULL WHERE id = ?', [id]);
};
export const keepOrgUnitsInUse = (db: Db, importId: number): void => {
  db.run(
    `UPDATE org_unit SET import_id = NULL WHERE import_id = ? AND id IN (
       SELECT department_id FROM member_live UNION SELECT group_id FROM member_live)`,
    [importId],
  );
};

/** Deletes up to `limit` rows of a hidden import; true when all is gone, its departments too. */
export function purgeImport(db: Db, importId: number, limit: number): boolean {
  const ids = db.all<{ id: number }>('SELECT id FROM member WHERE import_id = ? LIMIT ?', [importId, limit]);
  for (const { id } of ids) {
    db.run('DELETE FROM member_search WHERE rowid = ?', [id]);
    db.run('DELETE FROM member_movement WHERE member_id = ?', [id]);
    db.run('DELETE FROM member WHERE id = ?', [id]);
  }
  if (ids.length === limit) return false;
  db.run('DELETE FROM org_unit WHERE import_id = ?', [importId]);
  return true;
}
