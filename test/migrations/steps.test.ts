/** Each schema version is reached from the one before it, all or nothing, and ends as a fresh store would. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { migrate, migrations, SCHEMA_VERSION, schemaText } from '../../electron/db/migrate';
import { openTestCore } from '../helpers/core';
import { fillEveryTable } from '../helpers/fill';
import { splitStatements } from '../helpers/sql';
import { dump, STORE } from '../helpers/store';
import { counter } from '../resilience/lib/tally';

const reached = counter('migration');
const failing = counter('migration-fails');
afterAll(() => {
  reached.tell(`từ ${migrations.length - 1} phiên bản`);
  failing.tell(`${migrations.length} phiên bản, mỗi câu lệnh một lần`);
});

const dirs: string[] = [];
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** The file of an empty store of each version, each made from the one before it. */
const made = new Map<number, Buffer>();
function emptyAt(version: number): Buffer {
  const known = made.get(version);
  if (known) return known;
  const raw = version > 0 ? new Database(emptyAt(version - 1)) : new Database(':memory:');
  migrate(raw, upTo(version));
  const bytes = raw.serialize();
  raw.close();
  made.set(version, bytes);
  return bytes;
}

function storeAt(version: number): { raw: Database.Database; file: string } {
  const dir = mkdtempSync(join(tmpdir(), 'so-migrate-'));
  dirs.push(dir);
  const file = join(dir, STORE);
  writeFileSync(file, emptyAt(version));
  return { raw: new Database(file), file };
}
const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

type Shape = Record<string, readonly string[]>;

/** The columns of every table. */
function columnsOf(raw: Database.Database): Shape {
  const tables = raw
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  const columns = raw.prepare('SELECT name FROM pragma_table_info(?)').pluck();
  return Object.fromEntries(tables.map((table) => [table, columns.all(table) as string[]]));
}

/** Every row as text, only the columns of `shape`. */
const rowsUnder = (raw: Database.Database, shape: Shape): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(shape).map(([table, columns]) => [
      table,
      raw
        .prepare(`SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM "${table}"`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row)),
    ]),
  );

const pairs = (raw: Database.Database) => Object.fromEntries(schemaText(raw));

let newest: Record<string, string> | undefined;
/** The schema of a store that was never of another version. */
function newestSchema(): Record<string, string> {
  if (!newest) {
    const raw = new Database(':memory:');
    migrate(raw);
    newest = pairs(raw);
    raw.close();
  }
  return newest;
}

describe('the list of migrations', () => {
  it('is numbered from 1 without gaps', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('makes only STRICT tables', () => {
    const { raw } = storeAt(SCHEMA_VERSION);
    const tables = raw.pragma('table_list') as {
      name: string;
      type: string;
      strict: number;
      schema: string;
    }[];
    const loose = tables.filter(
      (table) =>
        table.schema === 'main' && table.type === 'table' && !table.strict && !/^sqlite_/.test(table.name),
    );
    raw.close();
    expect(loose.map((table) => table.name)).toEqual([]);
  });
});

describe.each(migrations.slice(0, -1))('from version $version ($name)', ({ version }) => {
  it('reaches the newest schema and keeps every row', () => {
    const { raw } = storeAt(version);
    const filled = fillEveryTable(raw);
    expect(filled).toBeGreaterThan(0);
    // Files of evidence are kept with all others from then on, under the same hash.
    const { evidence_file: hashes, ...shape } = columnsOf(raw);
    const kept = hashes ? raw.prepare('SELECT sha256 FROM evidence_file').pluck().all() : [];
    if (hashes)
      shape.review_evidence = (shape.review_evidence ?? []).filter((column) => column !== 'file_id');
    // Editions of contests are kept with those of all events from then on.
    if (shape.contest)
      shape.contest = shape.contest.filter((name) => !['edition', 'from_year', 'to_year'].includes(name));
    // Forms of award are in force from the day of their regulation from then on.
    if (shape.award_form && version < 34)
      shape.award_form = shape.award_form.filter((name) => name !== 'valid_from');
    const before = rowsUnder(raw, shape);
    migrate(raw);
    expect(pairs(raw)).toEqual(newestSchema());
    // Columns that a later version added do not count.
    const after = rowsUnder(raw, shape);
    // Former names are now read from the facts of the tree, under other row numbers.
    if (before.org_unit_name) {
      const named = (rows: string[] = []) => rows.map((row) => JSON.stringify(JSON.parse(row).slice(1)));
      before.org_unit_name = named(before.org_unit_name);
      after.org_unit_name = named(after.org_unit_name);
    }
    // The criterion on visits goes by slips once there are any (0032, 0039), unless the office chose its own rule.
    if (before.criterion && version < 39) {
      const notVisits = (row: string) => !row.includes('"default-1.7"');
      before.criterion = before.criterion.filter(notVisits);
    }
    for (const [table, rows] of Object.entries(before))
      expect(after[table], table).toEqual(expect.arrayContaining(rows));
    expect(raw.prepare('SELECT hash FROM stored_file').pluck().all()).toEqual(expect.arrayContaining(kept));
    raw.close();
  });
});

describe.each(migrations)('failing inside $name', ({ version, sql }) => {
  const statements = splitStatements(sql);
  it(`leaves the store as it was, wherever of ${statements.length + 1} places it fails`, () => {
    const { raw, file } = storeAt(version - 1);
    const before = dump(file);
    const schema = pairs(raw);
    for (let place = 0; place <= statements.length; place++) {
      const broken = [
        ...statements.slice(0, place),
        'SELECT no_such_function();',
        ...statements.slice(place),
      ];
      const list = [...upTo(version - 1), { version, name: 'broken', sql: broken.join('\n') }];
      failing.try(() => {
        expect(() => migrate(raw, list)).toThrow();
        expect(raw.pragma('user_version', { simple: true })).toBe(upTo(version - 1).at(-1)?.version ?? 0);
        expect(pairs(raw)).toEqual(schema);
      });
    }
    raw.close();
    expect(dump(file)).toBe(before);
  });
});

it('makes a verified copy first, and on failure stops with the store as it was', async () => {
  const store = await openTestCore({ keep: true });
  await store.invoke('members.create', { fullName: 'Lê Thị Hòa' });
  await store.core.close();
  const before = dump(join(store.dir, STORE));
  const broken = [
    ...migrations,
    {
      version: SCHEMA_VERSION + 1,
      name: 'broken',
      sql: 'CREATE TABLE a (b) STRICT; SELECT no_such_function();',
    },
  ];
  const failed = await openTestCore({ dataDir: store.dir, migrations: broken });
  const state = failed.core.state();
  expect(state).toMatchObject({ kind: 'rescue', reason: 'migration' });
  expect(state.kind === 'rescue' && state.copies[0]?.reason).toBe('before-migration');
  await failed.core.close();
  expect(dump(join(store.dir, STORE))).toBe(before);
  const again = await openTestCore({ dataDir: store.dir });
  expect(again.core.state()).toEqual({ kind: 'ready' });
  await again.close();
});

it('migrates with a copy of the version before, listed with its counts', async () => {
  const store = await openTestCore({ keep: true });
  await store.invoke('members.create', { fullName: 'Lê Thị Hòa' });
  await store.core.close();
  const more = [
    ...migrations,
    { version: SCHEMA_VERSION + 1, name: 'more', sql: 'CREATE TABLE more (a INTEGER) STRICT;' },
  ];
  const next = await openTestCore({ dataDir: store.dir, migrations: more });
  expect(next.core.state()).toEqual({ kind: 'ready' });
  const { copies } = await next.invoke('backup.list', {});
  expect(copies[0]).toMatchObject({
    reason: 'before-migration',
    schemaVersion: SCHEMA_VERSION,
    counts: { members: 1 },
  });
  await next.core.close();
  // The program without that migration now meets a newer file.
  const old = await openTestCore({ dataDir: store.dir });
  expect(old.core.state()).toMatchObject({ kind: 'rescue', reason: 'newer' });
  await old.close();
});
