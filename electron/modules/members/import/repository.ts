/** SQL of imports: the staging of a preview, the hidden writing of rows, and the way back. */
import type { Db } from '../../../db/database';
import type { MemberRecord } from '../repository';

export type ImportState = 'open' | 'previewed' | 'writing' | 'committed' | 'undone' | 'discarded';
export type Verdict = 'new' | 'changed' | 'same' | 'suspect';
export type Decision = 'undecided' | 'add' | 'merge' | 'skip';

export interface ImportRecord {
  id: number;
  file_name: string;
  state: ImportState;
  summary_json: string | null;
  created_at: string;
  committed_at: string | null;
}

/** One staged row as SQL holds it; row_json is a StagedRow (see staged.ts). */
export interface StagedRecord {
  line: number;
  verdict: Verdict;
  attention: number;
  decision: Decision;
  member_id: number | null;
  row_json: string;
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

export const stageRow = (db: Db, importId: number, row: StagedRecord): void => {
  db.run(
    `INSERT INTO import_row (import_id, line, verdict, attention, decision, member_id, row_json)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [importId, row.line, row.verdict, row.attention, row.decision, row.member_id, row.row_json],
  );
};
/** Removes up to `limit` staged rows; true when none is left. */
export const unstageRows = (db: Db, importId: number, limit: number): boolean =>
  db.run(
    'DELETE FROM import_row WHERE import_id = @importId AND line IN (SELECT line FROM import_row WHERE import_id = @importId LIMIT @limit)',
    { importId, limit },
  ).changes < limit;

const SHOW: Record<string, string> = {
  attention: "AND (attention = 1 OR verdict = 'suspect')",
  new: "AND verdict = 'new'",
  changed: "AND verdict = 'changed'",
  same: "AND verdict = 'same'",
  suspect: "AND verdict = 'suspect'",
  all: '',
};
export const countStaged = (db: Db, importId: number, show: string): number =>
  db.pluck<number>(`SELECT count(*) FROM import_row WHERE import_id = ? ${SHOW[show] ?? ''}`, [importId]) ??
  0;
export const stagedRows = (
  db: Db,
  importId: number,
  show: string,
  offset: number,
  limit: number,
): StagedRecord[] =>
  db.all(
    `SELECT line, verdict, attention, decision, member_id, row_json FROM import_row
     WHERE import_id = ? ${SHOW[show] ?? ''} ORDER BY line LIMIT ? OFFSET ?`,
    [importId, limit, offset],
  );
export const stagedAfter = (db: Db, importId: number, line: number, limit: number): StagedRecord[] =>
  db.all(
    `SELECT line, verdict, attention, decision, member_id, row_json FROM import_row
     WHERE import_id = ? AND line > ? ORDER BY line LIMIT ?`,
    [importId, line, limit],
  );
export const stagedRow = (db: Db, importId: number, line: number): StagedRecord | undefined =>
  db.get(
    'SELECT line, verdict, attention, decision, member_id, row_json FROM import_row WHERE import_id = ? AND line = ?',
    [importId, line],
  );
export const decide = (
  db: Db,
  importId: number,
  line: number,
  decision: Decision,
  memberId: number | null,
): boolean =>
  db.run(
    `UPDATE import_row SET decision = ?, member_id = ? WHERE import_id = ? AND line = ? AND verdict = 'suspect'`,
    [decision, memberId, importId, line],
  ).changes === 1;
export const undecided = (db: Db, importId: number): number =>
  db.pluck<number>(
    `SELECT count(*) FROM import_row WHERE import_id = ? AND verdict = 'suspect' AND decision = 'undecided'`,
    [importId],
  ) ?? 0;
export const verdictCounts = (db: Db, importId: number): { verdict: Verdict; n: number }[] =>
  db.all('SELECT verdict, count(*) AS n FROM import_row WHERE import_id = ? GROUP BY verdict', [importId]);

/** Remembers what a merged or changed member was, so that the import can be taken back. */
export const rememberBefore = (
  db: Db,
  importId: number,
  line: number,
  memberId: number,
  before: unknown,
  afterVersion: number,
): void => {
  db.run(
    'UPDATE import_row SET before_json = ?, after_version = ?, member_id = ? WHERE import_id = ? AND line = ?',
    [JSON.stringify(before), afterVersion, memberId, importId, line],
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
