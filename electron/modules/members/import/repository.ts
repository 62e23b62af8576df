/** SQL of imports: the hidden writing of rows, and the way back. */
import type { Db } from '../../../db/database';
import { indexedName } from '../record';
import type { ListedMember } from '../repository';
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

/** Id of the newest entry of the change log that is not about a preview; 0 for none. */
export const lastAudit = (db: Db): number =>
  db.pluck<number>(
    `SELECT id FROM audit WHERE entity <> 'import' OR action IN ('import', 'restore') ORDER BY id DESC LIMIT 1`,
  ) ?? 0;

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
  db.all(`SELECT * FROM import WHERE state IN ('committed', 'undone')
    OR (state IN ('discarded', 'writing') AND summary_json IS NOT NULL) ORDER BY id DESC LIMIT 200`);
/** Keeps in the history that writing was interrupted; 'writing' when it could not be cleared away. */
export const markInterrupted = (db: Db, id: number, state: 'discarded' | 'writing', now: string): void => {
  db.run(`UPDATE import SET state = ?, summary_json = '{}', committed_at = ? WHERE id = ?`, [state, now, id]);
};
/** Previews left behind by an earlier day. */
export const staleImports = (db: Db): number[] =>
  db.all<{ id: number }>(`SELECT id FROM import WHERE state IN ('open', 'previewed')`).map((row) => row.id);

/** One field an import wrote. */
export interface WrittenField {
  field: string;
  before: unknown;
  after: unknown;
}

/** Remembers what an import changed in a known member, so that it can be taken back. */
export const rememberBefore = (
  db: Db,
  importId: number,
  row: Pick<StagedRecord, 'line' | 'verdict' | 'attention' | 'decision' | 'remarks'>,
  memberId: number,
  was: { before: unknown; afterVersion: number; written: readonly WrittenField[]; batchId: number | null },
): void => {
  db.run(
    `INSERT INTO import_row (import_id, line, verdict, attention, decision, member_id, row_json, before_json, after_version,
       written_json, moves_batch)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      importId,
      row.line,
      row.verdict,
      row.attention,
      row.decision,
      memberId,
      row.remarks,
      JSON.stringify(was.before),
      was.afterVersion,
      JSON.stringify(was.written),
      was.batchId === null ? null : String(was.batchId),
    ],
  );
};

export const forgetRows = (db: Db, importId: number): void => {
  db.run('DELETE FROM import_row WHERE import_id = ?', [importId]);
};

export interface RememberedRow {
  line: number;
  member_id: number;
  before_json: string;
  after_version: number;
  /** Null for an import of an older version of the program. */
  written_json: string | null;
  moves_batch: string | null;
}
/** Changed members of an import, the last change first. */
export const remembered = (db: Db, importId: number): RememberedRow[] =>
  db.all(
    `SELECT line, member_id, before_json, after_version, written_json, moves_batch FROM import_row
     WHERE import_id = ? AND before_json IS NOT NULL ORDER BY line DESC`,
    [importId],
  );

/** Kinds of dated facts of a member recorded after a batch, other than by `batches`. */
export const kindsMovedSince = (
  db: Db,
  memberId: number,
  batchId: number,
  batches: readonly number[],
): string[] =>
  db
    .all<{ kind: string }>(
      `SELECT DISTINCT f.kind AS kind FROM member_fact f
       WHERE f.member_id = @memberId AND f.deleted_at IS NULL AND (f.batch_id IS NOT NULL OR f.on_date <> '')
         AND (f.batch_id IS NULL OR f.batch_id NOT IN (SELECT value FROM json_each(@batches)))
         AND f.id > (SELECT coalesce(max(own.id), 0) FROM member_fact own
                     WHERE own.batch_id = @batchId AND own.member_id = @memberId AND own.kind = f.kind)`,
      { memberId, batchId, batches: JSON.stringify(batches) },
    )
    .map((row) => row.kind);

/** Removes the facts of a batch that was taken back. */
export const dropBatch = (db: Db, batchId: number): void => {
  db.run('DELETE FROM member_fact WHERE batch_id = @batchId AND gone_by = @batchId', { batchId });
};

/** Members by id, many in one reading: one by one costs twenty times as much. Those of import `importId` are seen while hidden. */
export const membersByIds = (db: Db, ids: readonly number[], importId = 0): Map<number, ListedMember> =>
  new Map(
    db
      .all<ListedMember>(
        `SELECT m.*, d.name AS department, g.name AS group_name FROM json_each(?) page
         CROSS JOIN member m ON m.id = page.value
         LEFT JOIN org_unit d ON d.id = m.department_id LEFT JOIN org_unit g ON g.id = m.group_id
         WHERE m.import_id IS NULL OR m.import_id = ? OR m.import_id NOT IN (SELECT import_id FROM import_hidden)`,
        [JSON.stringify(ids), importId],
      )
      .map((row) => [row.id, row]),
  );

/** Names of departments or groups in use. */
export const unitNames = (db: Db, kind: 'department' | 'group'): string[] =>
  db.all<{ name: string }>('SELECT name FROM org_unit_live WHERE kind = ?', [kind]).map((row) => row.name);

export const hideImport = (db: Db, id: number, state: 'writing' | 'undone'): void => {
  db.run('INSERT INTO import_hidden (import_id, state) VALUES (?, ?)', [id, state]);
};
export const showImport = (db: Db, id: number): void => {
  db.run('DELETE FROM import_hidden WHERE import_id = ?', [id]);
};
export const hiddenImports = (db: Db): { import_id: number; state: 'writing' | 'undone' }[] =>
  db.all('SELECT * FROM import_hidden');

/** The index of names writes small portions and puts them together seldom: otherwise one row in some hundreds takes long. */
export function mergeIndexGently(db: Db): void {
  db.exec(`INSERT INTO member_search (member_search, rank) VALUES ('hashsize', 262144);
    INSERT INTO member_search (member_search, rank) VALUES ('automerge', 8);`);
}

const INSERT_IMPORTED = `INSERT INTO member (uid, unit_id, ${WRITTEN.join(', ')}, department_id, group_id, import_id, created_at, updated_at)
  VALUES (?, 1, ${WRITTEN.map(() => '?').join(', ')}, ?, ?, ?, ?, ?)`;
const FULL_NAME = WRITTEN.indexOf('full_name');
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
    indexedName(String(written[FULL_NAME]), String(written[NAME_KEY])),
    row.initials,
    row.codes,
  ]);
  return id;
}

export interface ImportedMember {
  id: number;
  version: number;
  full_name: string;
  department: string | null;
  updated_at: string;
  deleted_at: string | null;
}
export const importedMembers = (db: Db, importId: number): ImportedMember[] =>
  db.all(
    `SELECT m.id, m.version, m.full_name, d.name AS department, m.updated_at, m.deleted_at
     FROM member m LEFT JOIN org_unit d ON d.id = m.department_id WHERE m.import_id = ?`,
    [importId],
  );
/** How many members of an import are in the register. */
export const presentOf = (db: Db, importId: number): number =>
  db.pluck<number>('SELECT count(*) FROM member_live WHERE import_id = ?', [importId]) ?? 0;
/** Who wrote an import. */
export const importActor = (db: Db, importId: number): string | undefined =>
  db.pluck<string>(
    `SELECT actor FROM audit WHERE entity = 'import' AND entity_id = ? AND action = 'import' ORDER BY id LIMIT 1`,
    [importId],
  );

/** Tables that only say more of what a member's own row says: they go with it. */
const OWN_TABLES = new Set(['member_movement', 'member_fact', 'member_state', 'extra_value', 'import_row']);

/** Tables with rows that point at members or parts of the organisation, and the column that does. */
const linksTo = (db: Db, table: 'member' | 'org_unit'): { name: string; link: string }[] =>
  db.all<{ name: string; link: string }>(
    `SELECT t.name AS name, f."from" AS link FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
       WHERE t.schema = 'main' AND t.type = 'table' AND f."table" = ?`,
    [table],
  );
/** Members of an import that rows of other tables point at, with the tables. */
export function usesOf(db: Db, importId: number): Map<number, string[]> {
  const uses = new Map<number, string[]>();
  for (const { name, link } of linksTo(db, 'member')) {
    if (OWN_TABLES.has(name)) continue;
    const rows = db.all<{ id: number }>(
      `SELECT DISTINCT m.id AS id FROM member m JOIN "${name}" r ON r."${link}" = m.id WHERE m.import_id = ?`,
      [importId],
    );
    for (const { id } of rows) uses.set(id, [...new Set([...(uses.get(id) ?? []), name])]);
  }
  return uses;
}

/** Makes a member of an import stay in the trash. */
export const keepInTrash = (db: Db, id: number, now: string): void => {
  db.run('UPDATE member SET import_id = NULL, deleted_at = coalesce(deleted_at, ?) WHERE id = ?', [now, id]);
  db.run('DELETE FROM member_search WHERE rowid = ?', [id]);
};
/** Makes a member stay though its import is taken back. */
export const keepMember = (db: Db, id: number): void => {
  db.run('UPDATE member SET import_id = NULL WHERE id = ?', [id]);
};
/** Departments and groups an import added stay when anybody or anything else is in them by now. */
export function keepOrgUnitsInUse(db: Db, importId: number): void {
  const others = linksTo(db, 'org_unit')
    .filter(({ name, link }) => name !== 'member' && !(name === 'org_unit_fact' && link === 'org_unit_id'))
    .map(({ name, link }) => `UNION SELECT "${link}" FROM "${name}" WHERE "${link}" IS NOT NULL`);
  db.run(
    `WITH others AS (SELECT id, department_id, group_id FROM member WHERE import_id IS NOT @importId)
     UPDATE org_unit SET import_id = NULL WHERE import_id = @importId AND id IN (
       SELECT department_id FROM others UNION SELECT group_id FROM others
       UNION SELECT CAST(f.value AS INTEGER) FROM member_fact f JOIN others m ON m.id = f.member_id
         WHERE f.kind IN ('department', 'group') ${others.join(' ')})`,
    { importId },
  );
}

/** Deletes up to `limit` rows of a hidden import; true when all is gone, its departments too. */
export function purgeImport(db: Db, importId: number, limit: number): boolean {
  const ids = db
    .all<{ id: number }>('SELECT id FROM member WHERE import_id = ? LIMIT ?', [importId, limit])
    .map((row) => row.id);
  const given = JSON.stringify(ids);
  if (ids.length > 0) {
    for (const { name, link } of linksTo(db, 'member'))
      if (OWN_TABLES.has(name) && name !== 'import_row')
        db.run(`DELETE FROM "${name}" WHERE "${link}" IN (SELECT value FROM json_each(?))`, [given]);
    db.run('DELETE FROM member_search WHERE rowid IN (SELECT value FROM json_each(?))', [given]);
    db.run('DELETE FROM member WHERE id IN (SELECT value FROM json_each(?))', [given]);
  }
  if (ids.length === limit) return false;
  db.run('DELETE FROM org_unit_fact WHERE org_unit_id IN (SELECT id FROM org_unit WHERE import_id = ?)', [
    importId,
  ]);
  db.run('DELETE FROM org_unit WHERE import_id = ?', [importId]);
  return true;
}
