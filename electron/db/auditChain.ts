/**
 * The chain of the change log. Each row has a link: hash = SHA-256(hash before ‖ the row's facts ‖ content), where
 * content = SHA-256(salt ‖ before ‖ after). A row edited, taken out or slipped in breaks the chain; a cut tail is found
 * because every copy's manifest holds the hash of its newest link. Making a person anonymous changes what rows say: the
 * salt goes, and the row that tells of it holds a hash over what those rows say since.
 *
 * What it does not hold against: somebody who works out the whole chain anew and takes away every copy.
 */
import { createHash, randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { LogFindings } from '../../shared/contract/audit';
import type { Db } from './database';

export interface LoggedRow {
  id: number;
  at: string;
  actor: string;
  role: string;
  entity: string;
  entity_id: number | null;
  action: string;
  before_json: string | null;
  after_json: string | null;
  request_id: string;
}
interface Link {
  salt: Buffer | null;
  content: Buffer;
  hash: Buffer;
}

const START = Buffer.alloc(32);

const digest = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const contentOf = (salt: Buffer | null, row: Pick<LoggedRow, 'before_json' | 'after_json'>): Buffer =>
  digest(salt ?? '', JSON.stringify([row.before_json, row.after_json]));

const hashOf = (previous: Buffer, row: LoggedRow, content: Buffer): Buffer => {
  const { id, at, actor, role, entity, entity_id, action, request_id } = row;
  return digest(
    previous,
    JSON.stringify([id, at, actor, role, entity, entity_id, action, request_id]),
    content,
  );
};

/** Links a row that was just written. Must be called in its transaction. */
export function linkRow(db: Db, row: LoggedRow): void {
  const previous = db.pluck<Buffer>('SELECT hash FROM audit_link ORDER BY audit_id DESC LIMIT 1') ?? START;
  const salt = randomBytes(16);
  const content = contentOf(salt, row);
  db.run('INSERT INTO audit_link (audit_id, salt, content, hash) VALUES (?, ?, ?, ?)', [
    row.id,
    salt,
    content,
    hashOf(previous, row, content),
  ]);
}

/** Links the rows of a log that has no chain yet; does nothing to one that has. */
export function sealLog(db: Db): void {
  if (db.pluck("SELECT 1 FROM sqlite_schema WHERE name = 'audit_link'") === undefined) return;
  if (db.pluck('SELECT 1 FROM audit_link LIMIT 1') !== undefined) return;
  if (db.pluck('SELECT 1 FROM audit LIMIT 1') === undefined) return;
  db.immediate(() => {
    for (const id of db.column<number>('SELECT id FROM audit ORDER BY id'))
      linkRow(db, db.get<LoggedRow>('SELECT * FROM audit WHERE id = ?', [id]) as LoggedRow);
  });
}

/** Newest link of a store as hex; null for a log without a chain or without rows. */
export function headOf(raw: Database.Database): string | null {
  if (raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit_link'").get() === undefined) return null;
  const head = raw
    .prepare('SELECT lower(hex(hash)) FROM audit_link ORDER BY audit_id DESC LIMIT 1')
    .pluck()
    .get() as string | undefined;
  return head ?? null;
}

/** What an anonymising changed in the log so far: to be told in its own row, then kept by `keepScrubbed`. */
export interface Scrubbed {
  rows: { id: number; content: Buffer }[];
  digest: string;
}

/** Rows of the log that the running anonymising has changed, with the hash over what they say now. */
export function scrubbedRows(db: Db): Scrubbed {
  const rows = db
    .all<LoggedRow>(
      'SELECT a.* FROM audit_link l JOIN audit a ON a.id = l.audit_id WHERE l.touched = 1 ORDER BY a.id',
    )
    .map((row) => ({ id: row.id, content: contentOf(null, row) }));
  return { rows, digest: digestOf(rows) };
}

const digestOf = (rows: readonly { id: number; content: Buffer }[]): string =>
  digest(...rows.flatMap(({ id, content }) => [`${id}:`, content])).toString('hex');

/** Keeps what the rows say since the anonymising that the row `by` tells of. */
export function keepScrubbed(db: Db, by: number, { rows }: Scrubbed): void {
  for (const { id, content } of rows)
    db.run('INSERT INTO audit_scrub (by_id, audit_id, content) VALUES (?, ?, ?)', [by, id, content]);
  db.run('UPDATE audit_link SET touched = 0 WHERE touched = 1');
}

/** A copy that was made of the store, as its manifest tells. */
export interface KnownHead {
  at: string;
  lastAudit: number;
  head: string;
}

type LogProblem = LogFindings['problems'][number];

/** Most problems told by number; the first is what matters. */
const TOLD = 100;

/** Reads the whole log and follows its chain. `progress` is told of every thousand rows. */
export function verifyLog(
  raw: Database.Database,
  heads: readonly KnownHead[],
  progress: (done: number, total: number) => void = () => undefined,
): LogFindings {
  const findings: LogFindings = {
    rows: 0,
    anonymised: 0,
    from: null,
    to: null,
    head: headOf(raw),
    copies: 0,
    setBack: 0,
    problems: [],
  };
  const tell = (problem: LogProblem) => {
    if (findings.problems.length < TOLD) findings.problems.push(problem);
  };
  const total = raw.prepare('SELECT count(*) FROM audit').pluck().get() as number;
  const since = new Scrubs(raw);
  let previous: Buffer = START;
  for (const row of allRows(raw)) {
    findings.rows += 1;
    if (findings.rows % 1000 === 0) progress(findings.rows, total);
    findings.from ??= row.at;
    if (row.at !== null) findings.to = row.at;
    if (row.hash === null) {
      tell({ kind: 'added', id: row.id, at: row.at });
      continue;
    }
    if (row.at === null) tell({ kind: 'removed', id: row.id, at: null });
    else if (!saysWhatItSaid(row as LoggedRow & Link, since, findings))
      tell({ kind: 'edited', id: row.id, at: row.at });
    else if (!hashOf(previous, row as LoggedRow, row.content as Buffer).equals(row.hash))
      tell({ kind: 'edited', id: row.id, at: row.at });
    previous = row.hash;
  }
  for (const { id, at } of since.untold()) tell({ kind: 'edited', id, at });
  checkHeads(raw, heads, findings, tell);
  return findings;
}

type ChainedRow = { [K in keyof LoggedRow]: LoggedRow[K] | null } & { id: number } & {
  [K in keyof Link]: Link[K] | null;
};

/** Rows and links together, in order; what one side lacks is null. */
const allRows = (raw: Database.Database): IterableIterator<ChainedRow> =>
  raw
    .prepare(
      `SELECT coalesce(a.id, l.audit_id) AS id, a.at, a.actor, a.role, a.entity, a.entity_id, a.action,
         a.before_json, a.after_json, a.request_id, l.salt, l.content, l.hash
       FROM audit a FULL JOIN audit_link l ON l.audit_id = a.id ORDER BY 1`,
    )
    .iterate() as IterableIterator<ChainedRow>;

function saysWhatItSaid(row: LoggedRow & Link, since: Scrubs, findings: LogFindings): boolean {
  if (row.salt !== null) return contentOf(row.salt, row).equals(row.content);
  findings.anonymised += 1;
  return since.latest(row.id)?.equals(contentOf(null, row)) ?? false;
}

/** What anonymised rows say, and the rows that tell of each anonymising. */
class Scrubs {
  private readonly contents = new Map<number, Buffer>();
  private readonly groups = new Map<number, { id: number; content: Buffer }[]>();

  constructor(private readonly raw: Database.Database) {
    const rows = raw
      .prepare('SELECT by_id, audit_id AS id, content FROM audit_scrub ORDER BY by_id, audit_id')
      .all() as {
      by_id: number;
      id: number;
      content: Buffer;
    }[];
    for (const { by_id, id, content } of rows) {
      this.contents.set(id, content);
      this.groups.set(by_id, [...(this.groups.get(by_id) ?? []), { id, content }]);
    }
  }

  latest = (id: number): Buffer | undefined => this.contents.get(id);

  /** Anonymisings whose row tells of other contents than are kept. */
  untold(): { id: number; at: string | null }[] {
    const told = this.raw.prepare(
      `SELECT at, json_extract(after_json, '$.log') AS digest FROM audit WHERE id = ? AND action = 'anonymise'`,
    );
    return [...this.groups].flatMap(([id, rows]) => {
      const row = told.get(id) as { at: string; digest: string | null } | undefined;
      return row?.digest === digestOf(rows) ? [] : [{ id, at: row?.at ?? null }];
    });
  }
}

/** Every copy's newest row must be here, unless an older copy was put back since. */
function checkHeads(
  raw: Database.Database,
  heads: readonly KnownHead[],
  findings: LogFindings,
  tell: (problem: LogProblem) => void,
): void {
  const link = raw.prepare('SELECT lower(hex(hash)) FROM audit_link WHERE audit_id = ?').pluck();
  const putBack = (raw
    .prepare(`SELECT max(at) FROM audit WHERE entity = 'store' AND action = 'restore'`)
    .pluck()
    .get() ?? '') as string;
  for (const { at, lastAudit, head } of heads) {
    if (link.get(lastAudit) === head) findings.copies += 1;
    else if (at <= putBack) findings.setBack += 1;
    else tell({ kind: 'cut', id: lastAudit, at });
  }
}
