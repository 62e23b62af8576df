/**
 * Numbered SQL files; `user_version` is the number of the last one applied. All pending files run in one
 * transaction: on any failure the store stays exactly as it was. A file that was released is never edited.
 */
import Database from 'better-sqlite3';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** "SoCD": marks a file as a store of this program. */
export const APPLICATION_ID = 0x536f4344;

const sources = import.meta.glob('./migrations/*.sql', {
  query: '?raw',
  eager: true,
  import: 'default',
}) as Record<string, string>;

/** Every migration, oldest first. */
export const migrations: readonly Migration[] = Object.entries(sources)
  .map(([path, sql]) => {
    const match = /(\d{4})_(\w+)\.sql$/.exec(path);
    if (!match) throw new Error(`migration without a number: ${path}`);
    return { version: Number(match[1]), name: match[2] as string, sql };
  })
  .sort((a, b) => a.version - b.version);

/** The newest schema this program knows. */
export const SCHEMA_VERSION: number = migrations[migrations.length - 1]?.version ?? 0;

/** Applies what is pending of `list`; returns the number of files applied. Throws with nothing changed. */
export function migrate(raw: Database.Database, list: readonly Migration[] = migrations): number {
  const from = raw.pragma('user_version', { simple: true }) as number;
  const pending = list.filter((migration) => migration.version > from);
  if (pending.length === 0) return 0;
  raw.pragma('foreign_keys = OFF');
  try {
    raw
      .transaction(() => {
        if (from > 0)
          rebuildIndices(
            raw,
            list.filter((migration) => migration.version <= from),
          );
        for (const migration of pending) raw.exec(migration.sql);
        raw.pragma(`application_id = ${APPLICATION_ID}`);
        raw.pragma(`user_version = ${pending[pending.length - 1]?.version}`);
        const broken = raw.pragma('foreign_key_check') as unknown[];
        if (broken.length > 0) throw new Error('migration breaks foreign keys');
        const drift = schemaDrift(raw, list) ?? indexDrift(raw, list)[0];
        if (drift) throw new Error(`migrated schema differs from a fresh one at ${drift}`);
      })
      .immediate();
  } finally {
    raw.pragma('foreign_keys = ON');
  }
  return pending.length;
}

/** Every object of the schema with its text, whitespace evened out. */
export function schemaText(raw: Database.Database): Map<string, string> {
  const rows = raw
    .prepare("SELECT type || ' ' || name AS object, coalesce(sql, '') AS sql FROM sqlite_schema ORDER BY 1")
    .all() as { object: string; sql: string }[];
  return new Map(
    rows
      .filter((row) => !row.object.includes(' sqlite_stat'))
      .map((row) => [row.object, row.sql.replace(/\s+/g, ' ').trim()]),
  );
}

/** Schemas of the released versions, by how many migrations made them. */
const released = new Map<number, Map<string, string>>();

function expectedSchema(list: readonly Migration[]): Map<string, string> {
  if (!list.every((migration, at) => migration === migrations[at])) return makeFresh(list);
  const schema = released.get(list.length) ?? makeFresh(list);
  released.set(list.length, schema);
  return schema;
}

/** A plain index holds nothing of its own: it may be lacking, differ or be too much without harm to a record. */
const isPlainIndex = (sql: string | undefined): boolean => sql === undefined || /^CREATE INDEX /i.test(sql);

/**
 * Names the first object that differs from a freshly made store, or undefined if none does. Plain indices do not
 * count: `rebuildIndices` puts them right. An index that keeps a rule (UNIQUE) counts.
 */
export function schemaDrift(
  raw: Database.Database,
  list: readonly Migration[] = migrations,
): string | undefined {
  return differing(raw, list).find(({ expected, actual }) => !isPlainIndex(expected) || !isPlainIndex(actual))
    ?.object;
}

/** Names of plain indices that are lacking, differ or are too much. */
export function indexDrift(raw: Database.Database, list: readonly Migration[] = migrations): string[] {
  return differing(raw, list)
    .filter(({ expected, actual }) => isPlainIndex(expected) && isPlainIndex(actual))
    .map(({ object }) => object);
}

/** Makes the plain indices those of a freshly made store, in one transaction; answers their names. */
export function rebuildIndices(raw: Database.Database, list: readonly Migration[] = migrations): string[] {
  const wanted = expectedSchema(list);
  const names = indexDrift(raw, list);
  raw.transaction(() => {
    for (const object of names) {
      raw.exec(`DROP INDEX IF EXISTS "${object.slice('index '.length).replaceAll('"', '""')}"`);
      const sql = wanted.get(object);
      if (sql !== undefined) raw.exec(sql);
    }
  })();
  return names;
}

/** Every object that is not the same as in a freshly made store. */
function differing(
  raw: Database.Database,
  list: readonly Migration[],
): { object: string; expected: string | undefined; actual: string | undefined }[] {
  const expected = expectedSchema(list);
  const actual = schemaText(raw);
  return [...new Set([...expected.keys(), ...actual.keys()])]
    .map((object) => ({ object, expected: expected.get(object), actual: actual.get(object) }))
    .filter((one) => one.expected !== one.actual);
}

function makeFresh(list: readonly Migration[]): Map<string, string> {
  const fresh = new Database(':memory:');
  try {
    for (const migration of list) fresh.exec(migration.sql);
    return schemaText(fresh);
  } finally {
    fresh.close();
  }
}
