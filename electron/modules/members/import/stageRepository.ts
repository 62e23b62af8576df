/**
 * SQL of the staging table: what a preview judged, row by row. It lives in the connection's memory, not in the store:
 * a preview dies with the program anyway, and so neither the file nor its copies ever carry it.
 */
import type { Db } from '../../../db/database';
import type { Decision, StagedRecord, Verdict } from './staged';

const made = new WeakSet<Db>();

/** The connection, with its staging table there. */
function staging(db: Db): Db {
  if (made.has(db)) return db;
  db.exec(`CREATE TEMP TABLE IF NOT EXISTS import_stage (
    import_id INTEGER NOT NULL, line INTEGER NOT NULL, verdict TEXT NOT NULL, attention INTEGER NOT NULL,
    decision TEXT NOT NULL, member_id INTEGER, repeats_line INTEGER, department TEXT, group_name TEXT,
    extras TEXT NOT NULL, clears TEXT NOT NULL, kinds TEXT NOT NULL, choices INTEGER NOT NULL,
    uid TEXT NOT NULL, written TEXT NOT NULL, initials TEXT NOT NULL, codes TEXT NOT NULL, remarks TEXT NOT NULL,
    PRIMARY KEY (import_id, line)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS temp.import_stage_verdict ON import_stage (import_id, verdict, line);`);
  made.add(db);
  return db;
}

const COLUMNS =
  'line, verdict, attention, decision, member_id, repeats_line, department, group_name, extras, clears, kinds, choices, uid, written, initials, codes, remarks';

export function stageRows(db: Db, importId: number, rows: readonly StagedRecord[]): void {
  staging(db);
  for (const r of rows)
    db.run(
      `INSERT INTO import_stage (import_id, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        importId,
        r.line,
        r.verdict,
        r.attention,
        r.decision,
        r.member_id,
        r.repeats_line,
        r.department,
        r.group_name,
        r.extras,
        r.clears,
        r.kinds,
        r.choices,
        r.uid,
        r.written,
        r.initials,
        r.codes,
        r.remarks,
      ],
    );
}

/** Removes up to `limit` staged rows; true when none is left. */
export const unstageRows = (db: Db, importId: number, limit: number): boolean =>
  staging(db).run(
    'DELETE FROM import_stage WHERE import_id = @importId AND line IN (SELECT line FROM import_stage WHERE import_id = @importId LIMIT @limit)',
    { importId, limit },
  ).changes < limit;

const SHOW: Record<string, string> = {
  remarked: "AND kinds <> ''",
  attention: "AND (attention = 1 OR verdict = 'suspect')",
  new: "AND verdict = 'new'",
  changed: "AND verdict = 'changed'",
  same: "AND verdict = 'same'",
  suspect: "AND verdict = 'suspect'",
  all: '',
};
const KIND = "AND (@remark = '' OR instr(kinds, @remark) > 0)";
const marked = (remark: string | null) => (remark === null ? '' : ` ${remark} `);

export const countStaged = (db: Db, importId: number, show: string, remark: string | null = null): number =>
  staging(db).pluck<number>(
    `SELECT count(*) FROM import_stage WHERE import_id = @importId ${SHOW[show] ?? ''} ${KIND}`,
    { importId, remark: marked(remark) },
  ) ?? 0;
export const stagedRows = (
  db: Db,
  importId: number,
  filter: { show: string; remark: string | null },
  offset: number,
  limit: number,
): StagedRecord[] =>
  staging(db).all(
    `SELECT ${COLUMNS} FROM import_stage WHERE import_id = @importId ${SHOW[filter.show] ?? ''} ${KIND}
     ORDER BY line LIMIT @limit OFFSET @offset`,
    { importId, remark: marked(filter.remark), limit, offset },
  );
/** Lines of undecided rows; those with exactly one person they can be, if `one`. */
export const openLines = (db: Db, importId: number, one: boolean): number[] =>
  staging(db)
    .all<{ line: number }>(
      `SELECT line FROM import_stage INDEXED BY import_stage_verdict
      WHERE import_id = ? AND verdict = 'suspect' AND decision = 'undecided'
       ${one ? 'AND choices = 1' : ''} ORDER BY line`,
      [importId],
    )
    .map((row) => row.line);
export const stagedAfter = (db: Db, importId: number, line: number, limit: number): StagedRecord[] =>
  staging(db).all(
    `SELECT ${COLUMNS} FROM import_stage WHERE import_id = ? AND line > ? ORDER BY line LIMIT ?`,
    [importId, line, limit],
  );
export const stagedRow = (db: Db, importId: number, line: number): StagedRecord | undefined =>
  staging(db).get(`SELECT ${COLUMNS} FROM import_stage WHERE import_id = ? AND line = ?`, [importId, line]);
export const decide = (
  db: Db,
  importId: number,
  line: number,
  decision: Decision,
  memberId: number | null,
): boolean =>
  staging(db).run(
    `UPDATE import_stage SET decision = ?, member_id = ? WHERE import_id = ? AND line = ? AND verdict = 'suspect'`,
    [decision, memberId, importId, line],
  ).changes === 1;
export const undecided = (db: Db, importId: number): number =>
  staging(db).pluck<number>(
    `SELECT count(*) FROM import_stage INDEXED BY import_stage_verdict
      WHERE import_id = ? AND verdict = 'suspect' AND decision = 'undecided'`,
    [importId],
  ) ?? 0;
export const verdictCounts = (db: Db, importId: number): { verdict: Verdict; n: number }[] =>
  staging(db).all('SELECT verdict, count(*) AS n FROM import_stage WHERE import_id = ? GROUP BY verdict', [
    importId,
  ]);
