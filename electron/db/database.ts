/** A thin, synchronous face over better-sqlite3 with statements prepared once. Only db/ and repositories use it. */
import type BetterSqlite from 'better-sqlite3';

export type Params = readonly unknown[] | Record<string, unknown>;

export interface Db {
  /** All rows of a query. */
  all<T>(sql: string, params?: Params): T[];
  /** The first row, or undefined. */
  get<T>(sql: string, params?: Params): T | undefined;
  /** The first column of all rows. */
  column<T>(sql: string, params?: Params): T[];
  /** The first column of the first row, or undefined. */
  pluck<T>(sql: string, params?: Params): T | undefined;
  /** Runs a writing statement. */
  run(sql: string, params?: Params): { changes: number; lastInsertRowid: number };
  /** Runs several statements without parameters. */
  exec(sql: string): void;
  /** One IMMEDIATE transaction; inside another it is a savepoint. All or nothing. */
  immediate<T>(fn: () => T): T;
  /**
   * Writes into a transaction that stays open over several turns of the event loop, so that a long piece of writing
   * touches each page of the file once. For rows nobody sees yet, or that can be given back: it is committed by `settle` or by the next
   * `immediate`, and a failure takes back all since the last commit. These commits neither wait for the disk nor take
   * the log over into the store: `takeOverLog` does both in a thread. A crash leaves none or some of the rows.
   */
  draft<T>(fn: () => T): T;
  /** Commits what `draft` wrote. */
  settle(): void;
  /** Takes back what `draft` wrote since the last commit. */
  drop(): void;
  /** Total rows changed since the connection opened; tells whether a backup is due. */
  totalChanges(): number;
  readonly raw: BetterSqlite.Database;
}

/** Pages of the log at which a commit takes it over into the store. */
const LOG_PAGES = 1000;

/** Wraps an open better-sqlite3 connection. */
export function wrapDatabase(raw: BetterSqlite.Database): Db {
  const cache = new Map<string, BetterSqlite.Statement>();
  const prepare = (sql: string) => {
    let statement = cache.get(sql);
    if (!statement) {
      if (cache.size > 600) cache.clear();
      statement = raw.prepare(sql);
      cache.set(sql, statement);
    }
    return statement;
  };
  const bind = (params: Params | undefined): unknown[] =>
    params === undefined ? [] : Array.isArray(params) ? [...params] : [params];
  let drafting = false;
  const endDraft = () => {
    drafting = false;
    if (raw.inTransaction) raw.exec('ROLLBACK');
    raw.pragma('synchronous = FULL');
    raw.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
  };
  const settle = () => {
    if (!drafting) return;
    try {
      raw.exec('COMMIT');
    } finally {
      endDraft();
    }
  };
  const beginDraft = () => {
    raw.pragma('synchronous = NORMAL');
    raw.pragma('wal_autocheckpoint = 0');
    drafting = true;
    raw.exec('BEGIN IMMEDIATE');
  };
  const draft = <T>(fn: () => T): T => {
    try {
      if (!drafting) beginDraft();
      return fn();
    } catch (error) {
      endDraft();
      throw error;
    }
  };
  return {
    all: <T>(sql: string, params?: Params) => prepare(sql).all(...bind(params)) as T[],
    get: <T>(sql: string, params?: Params) => prepare(sql).get(...bind(params)) as T | undefined,
    column: <T>(sql: string, params?: Params) => {
      const statement = prepare(sql);
      try {
        return statement.pluck(true).all(...bind(params)) as T[];
      } finally {
        statement.pluck(false);
      }
    },
    pluck: <T>(sql: string, params?: Params) => {
      const row = prepare(sql).get(...bind(params)) as Record<string, unknown> | undefined;
      return row === undefined ? undefined : (Object.values(row)[0] as T);
    },
    run: (sql, params) => {
      const result = prepare(sql).run(...bind(params));
      return { changes: result.changes, lastInsertRowid: Number(result.lastInsertRowid) };
    },
    exec: (sql) => {
      raw.exec(sql);
    },
    immediate: <T>(fn: () => T) => {
      settle();
      return raw.transaction(fn).immediate() as T;
    },
    draft,
    settle,
    drop: () => {
      if (drafting) endDraft();
    },
    totalChanges: () => raw.prepare('SELECT total_changes()').pluck().get() as number,
    raw,
  };
}
