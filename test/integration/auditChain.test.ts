/** The chained change log: whatever is done to it outside of the program is found, and what the program does is not. */
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLog } from '../../electron/db/auditChain';
import { migrate, migrations } from '../../electron/db/migrate';
import { openTestCore, type TestCore } from '../helpers/core';
import { removeAtExit, STORE } from '../helpers/store';

let t: TestCore;
let now = new Date('2026-11-20T03:00:00Z');
beforeEach(async () => {
  now = new Date('2026-11-20T03:00:00Z');
  t = await openTestCore({ clock: () => now });
});
afterEach(() => t.close());

const verify = () => t.job('audit.verify', {});

async function work(people = 12): Promise<number[]> {
  const ids: number[] = [];
  for (let at = 0; at < people; at++)
    ids.push(
      (await t.invoke('members.create', { fullName: `Nguyễn Thị Hòa ${at}`, phone: `09000000${10 + at}` }))
        .id,
    );
  return ids;
}

/** The store as it is now, to be worked on with a tool; the triggers that keep the log are taken away. */
async function outside(): Promise<Database.Database> {
  await t.job('backup.create', {});
  const file = join(t.dir, 'outside.db');
  for (const suffix of ['', '-wal']) {
    try {
      cpSync(join(t.dir, `${STORE}${suffix}`), `${file}${suffix}`);
    } catch {
      // No log is left to copy.
    }
  }
  const raw = new Database(file);
  for (const name of raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all())
    raw.exec(`DROP TRIGGER "${name}"`);
  raw.pragma('foreign_keys = OFF');
  return raw;
}

describe('a log that only the program wrote', () => {
  it('is whole, from its first row to its last, and agrees with every copy', async () => {
    await work();
    await t.job('backup.create', {});
    now = new Date('2026-11-20T04:00:00Z');
    await work(1);
    await t.job('backup.create', {});
    const found = await verify();
    expect(found).toMatchObject({ copies: 2, problems: [], anonymised: 0, to: now.toISOString() });
    expect(found.rows).toBeGreaterThanOrEqual(13);
    expect(found.head).toMatch(/^[0-9a-f]{64}$/);
  });

  it('stays whole when work is undone, refused, and the store opened again', async () => {
    const [id] = await work(2);
    await t.invoke('members.trash', { ids: [id!] });
    await t.invoke('members.restore', { ids: [id!] });
    expect(await t.raw('members.create', { fullName: '' })).toMatchObject({ ok: false });
    t = await t.reopen();
    expect((await verify()).problems).toEqual([]);
  });

  it('knows copies that are younger than the one put back', async () => {
    await work(3);
    const first = await t.job('backup.create', {});
    now = new Date('2026-11-20T05:00:00Z');
    await work(3);
    await t.job('backup.create', {});
    now = new Date('2026-11-20T06:00:00Z');
    await t.job('backup.restore', { id: first.id });
    const found = await verify();
    expect(found).toMatchObject({ problems: [], copies: 1 });
    expect(found.setBack).toBeGreaterThanOrEqual(1);
    const [row] = (await t.invoke('audit.changes', { limit: 1 })).rows;
    expect(row).toMatchObject({ entity: 'store', action: 'restore' });
  });

  it('is chained from its first row when it comes from an older program', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'so-old-'));
    removeAtExit(dir);
    const raw = new Database(join(dir, STORE));
    migrate(
      raw,
      migrations.filter(({ version }) => version < 53),
    );
    const insert = raw.prepare(
      "INSERT INTO audit (at, actor, role, entity, entity_id, action, after_json, request_id) VALUES (?, 'local', 'chair', 'member', ?, 'create', '{}', 'x')",
    );
    for (let at = 1; at <= 30; at++) insert.run(`2024-01-${String(at).padStart(2, '0')}`, at);
    raw.close();
    const old = await openTestCore({ dataDir: dir, clock: () => now });
    const found = await old.job('audit.verify', {});
    expect(found).toMatchObject({ problems: [], from: '2024-01-01' });
    expect(found.rows).toBeGreaterThanOrEqual(30);
    await old.close();
  });
});

describe('a log somebody worked on', () => {
  const COLUMNS = ['at', 'actor', 'role', 'entity', 'entity_id', 'after_json', 'request_id'] as const;

  it('shows any row that was edited', async () => {
    await work();
    const raw = await outside();
    const rows = raw.prepare('SELECT id FROM audit ORDER BY id').pluck().all() as number[];
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.constantFrom(...COLUMNS), (id, column) => {
        raw.exec('SAVEPOINT edit');
        const value =
          column === 'entity_id' ? 987_654 : column === 'after_json' ? '{"fullName":"Ai khác"}' : 'khác';
        raw.prepare(`UPDATE audit SET ${column} = ? WHERE id = ?`).run(value, id);
        const { problems } = verifyLog(raw, []);
        raw.exec('ROLLBACK TO edit; RELEASE edit');
        expect(problems).toEqual([{ kind: 'edited', id, at: column === 'at' ? 'khác' : expect.any(String) }]);
      }),
      { numRuns: 60 },
    );
    raw.close();
  });

  it('shows rows taken out, with or without their links, and rows slipped in', async () => {
    await work();
    const raw = await outside();
    const rows = raw.prepare('SELECT id FROM audit ORDER BY id').pluck().all() as number[];
    const middle = rows[5]!;
    const kinds = (change: () => void) => {
      raw.exec('SAVEPOINT edit');
      change();
      const { problems } = verifyLog(raw, []);
      raw.exec('ROLLBACK TO edit; RELEASE edit');
      return problems.map(({ kind, id }) => `${kind} ${id}`);
    };
    expect(kinds(() => raw.prepare('DELETE FROM audit WHERE id = ?').run(middle))).toEqual([
      `removed ${middle}`,
    ]);
    expect(
      kinds(() => {
        raw.prepare('DELETE FROM audit WHERE id = ?').run(middle);
        raw.prepare('DELETE FROM audit_link WHERE audit_id = ?').run(middle);
      }),
    ).toEqual([`edited ${rows[6]}`]);
    const last = rows.at(-1)! + 1;
    expect(
      kinds(() =>
        raw
          .prepare(
            "INSERT INTO audit (id, at, actor, role, entity, action, request_id) VALUES (?, '2026', 'x', 'chair', 'member', 'update', 'x')",
          )
          .run(last),
      ),
    ).toEqual([`added ${last}`]);
    raw.close();
  });

  it('misses its end: the copies tell', async () => {
    await work();
    const raw = await outside();
    const head = (id: number) =>
      raw.prepare('SELECT lower(hex(hash)) FROM audit_link WHERE audit_id = ?').pluck().get(id) as string;
    const last = raw.prepare('SELECT max(id) FROM audit').pluck().get() as number;
    const heads = [{ at: '2026-11-20T03:00:00.000Z', lastAudit: last, head: head(last) }];
    expect(verifyLog(raw, heads)).toMatchObject({ copies: 1, problems: [] });
    raw.prepare('DELETE FROM audit WHERE id > ?').run(last - 2);
    raw.prepare('DELETE FROM audit_link WHERE audit_id > ?').run(last - 2);
    expect(verifyLog(raw, []).problems).toEqual([]);
    expect(verifyLog(raw, heads)).toMatchObject({
      copies: 0,
      problems: [{ kind: 'cut', id: last, at: '2026-11-20T03:00:00.000Z' }],
    });
    raw.close();
  });
});

describe('people made anonymous', () => {
  it('leave the log whole, and what is said of them now cannot be changed either', async () => {
    const [id] = await work(3);
    await t.invoke('members.setRetention', { years: 1 });
    const { version } = await t.invoke('members.get', { id: id! });
    await t.invoke('members.setStatus', {
      id: id!,
      version,
      status: 'retired',
      statusDate: '2020-01-01',
      reason: null,
    });
    await t.job('members.anonymise', { ids: [id!], confirm: '1' });
    const found = await verify();
    expect(found.problems).toEqual([]);
    expect(found.anonymised).toBeGreaterThanOrEqual(2);
    const raw = await outside();
    const scrubbed = raw
      .prepare('SELECT audit_id FROM audit_link WHERE salt IS NULL')
      .pluck()
      .all() as number[];
    raw.prepare(`UPDATE audit SET after_json = '{"phone":"0911"}' WHERE id = ?`).run(scrubbed[0]);
    expect(verifyLog(raw, []).problems).toEqual([
      { kind: 'edited', id: scrubbed[0], at: expect.any(String) },
    ]);
    raw.prepare('UPDATE audit_link SET salt = NULL WHERE audit_id = ?').run(scrubbed.at(-1)! + 1);
    expect(verifyLog(raw, []).problems.length).toBe(2);
    raw.close();
  });
});

it('is written as a workbook with each change on a line, masked values masked', async () => {
  const [id] = await work(2);
  const { fields, version } = await t.invoke('members.get', { id: id! });
  await t.invoke('members.update', { ...fields, id: id!, version, phone: '0911111111' });
  const file = await t.job('audit.export', { action: 'update' });
  const { Sheets, SheetNames } = read(readFileSync(t.core.files.outgoing(file.token).path));
  const text = JSON.stringify(Sheets[SheetNames[0]!]);
  expect(text).toContain('NHẬT KÝ THAY ĐỔI (lập ngày 20/11/2026)');
  expect(text).toContain('0911111111');
  expect(text).toContain('Điện thoại');
  expect(await t.raw('audit.export', { search: 'không có ai' })).toMatchObject({
    error: { code: 'NOTHING_TO_PRINT' },
  });
});
