/** Copies as one file: packed, locked, damaged in every part, cut, mixed, and put back on another PC. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCopy, copyFile, writeManifest } from '../../electron/db/copies';
import { hashesIn } from '../../electron/db/fileVault';
import { storeLayout } from '../../electron/db/layout';
import { migrate, migrations, SCHEMA_VERSION } from '../../electron/db/migrate';
import type { Lock } from '../../electron/db/oneFile/format';
import { packCopy } from '../../electron/db/oneFile/pack';
import { CopyWriter, readOutside } from '../../electron/db/oneFile/stream';
import { unpackCopy } from '../../electron/db/oneFile/unpack';
import { openTestCore, type TestCore } from '../helpers/core';
import { dump, LOG_TABLES, removeAtExit, STORE, seeded } from '../helpers/store';

const WORDS = 'lúa chín vàng ngoài đồng';
const CHUNK = (1 << 20) + 16;
let source: TestCore;
let fresh: TestCore;
let folder: string;
/** Bytes of an open and of a locked copy of the same store. */
let plain: Buffer;
let locked: Buffer;
let then: string;
/** The same with a key that is known, so that trying it does not cost what a passphrase costs. */
let shut: Buffer;
let lock: Lock;

async function pack(core: TestCore, passphrase: string | null, id: string | null = null): Promise<Buffer> {
  const { file } = await core.job('backup.packFile', { id, passphrase });
  return readFileSync(core.core.files.outgoing(file.token).path);
}

/** Hands bytes over as a file the user picked; answers its token. */
function picked(core: TestCore, bytes: Uint8Array): string {
  const path = join(folder, `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.sod`);
  writeFileSync(path, bytes);
  return core.core.files.registerPicked(path).token;
}

const refusal = async (bytes: Uint8Array, passphrase: string | null = null) => {
  const reply = await fresh.raw('backup.restoreFile', { token: picked(fresh, bytes), passphrase });
  return reply.ok ? 'taken' : reply.error.code;
};

const state = (dir: string) => [
  dump(join(dir, STORE), LOG_TABLES),
  existsSync(join(dir, 'backups'))
    ? readdirSync(join(dir, 'backups'), { recursive: true }).filter((name) => String(name).includes('.'))
    : [],
];

async function startOf(bytes: Buffer): Promise<number> {
  const path = join(folder, 'start.sod');
  writeFileSync(path, bytes);
  const file = await open(path, 'r');
  const { start } = await readOutside(file);
  await file.close();
  return start;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-one-'));
  removeAtExit(folder);
  source = await openTestCore();
  fresh = await openTestCore();
  for (let n = 0; n < 3; n++) await source.invoke('members.create', { fullName: `Lê Thị Hạnh ${n}` });
  const { id } = await source.invoke('events.create', {
    kind: 'other',
    name: 'Hội thao',
    startsOn: '2026-05-20',
  });
  // Larger than two chunks, and not to be pressed smaller.
  const large = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(3 << 20), Buffer.from('\n%%EOF\n')]);
  const { token } = source.core.files.registerUpload('Ảnh chụp.pdf', large);
  await source.invoke('files.attach', { entity: 'event', entityId: id, token });
  plain = await pack(source, null);
  locked = await pack(source, WORDS);
  lock = {
    derivation: { name: 'scrypt', n: 2 ** 15, r: 8, p: 1, salt: '0f'.repeat(16) },
    key: randomBytes(32),
  };
  const [copy] = (await source.invoke('backup.list', {})).copies;
  const target = join(folder, 'shut.sod');
  await packCopy({ layout: storeLayout(source.dir), id: copy?.id ?? '', target, lock });
  shut = readFileSync(target);
  then = dump(join(source.dir, STORE), LOG_TABLES);
}, 120_000);
afterAll(async () => {
  await source.close();
  await fresh.close();
});

describe('what a copy says before it is taken', () => {
  it('is everything of an open one, and only date, version and size of a locked one', async () => {
    const open = await fresh.job('rescue.lookAtFile', { token: picked(fresh, plain), passphrase: null });
    expect(open).toMatchObject({
      encrypted: false,
      schemaVersion: SCHEMA_VERSION,
      size: plain.length,
      inside: { counts: { members: 3, events: 1 }, files: 1, missing: 0 },
    });
    const shut = await fresh.job('rescue.lookAtFile', { token: picked(fresh, locked), passphrase: null });
    expect(shut).toMatchObject({ encrypted: true, inside: null, size: locked.length });
    expect(locked.includes('Hạnh')).toBe(false);
    expect(locked.includes('member_live')).toBe(false);
    const opened = await fresh.job('rescue.lookAtFile', { token: picked(fresh, locked), passphrase: WORDS });
    expect(opened.inside).toMatchObject({ counts: { members: 3, events: 1 }, files: 1, missing: 0 });
  });

  it('takes the passphrase in whatever way its accents were typed', async () => {
    const typed = WORDS.normalize('NFD');
    expect(typed).not.toBe(WORDS);
    const { inside } = await fresh.job('rescue.lookAtFile', {
      token: picked(fresh, locked),
      passphrase: typed,
    });
    expect(inside?.counts.members).toBe(3);
  });
});

describe('a copy is refused, and nothing changes', () => {
  it('without its passphrase, with a wrong one, and when it is another file', async () => {
    const before = state(fresh.dir);
    expect(await refusal(locked)).toBe('PASSPHRASE_NEEDED');
    expect(await refusal(locked, 'lúa chín vàng')).toBe('PASSPHRASE_WRONG');
    for (const other of [Buffer.alloc(0), Buffer.from('SoCD'), readFileSync(join(source.dir, 'log.txt'))])
      expect(await refusal(other)).toBe('COPY_FOREIGN');
    expect(state(fresh.dir)).toEqual(before);
  });

  it.each(['open', 'locked'])('when a part of the %s one was altered, cut, moved or added', async (kind) => {
    const bytes = kind === 'open' ? plain : shut;
    const before = state(fresh.dir);
    const start = await startOf(bytes);
    const seed = 20_261;
    const random = seeded(seed);
    const at = (from: number, to: number) => from + random(to - from);
    const flipped = (place: number) => {
      const copy = Buffer.from(bytes);
      copy[place] = (copy[place] as number) ^ (1 << random(8));
      return copy;
    };
    const chunk = (n: number) => bytes.subarray(start + n * CHUNK, start + (n + 1) * CHUNK);
    const damaged = {
      magic: flipped(at(0, 8)),
      header: flipped(at(12, start - 32)),
      'sum of the header': flipped(at(start - 32, start)),
      manifest: flipped(at(start, start + 2000)),
      'seal of the first chunk': flipped(start + CHUNK - 1 - random(16)),
      'somewhere in the middle': flipped(at(start + CHUNK, bytes.length - CHUNK)),
      'the last byte': flipped(bytes.length - 1),
      'cut in the header': bytes.subarray(0, at(12, start)),
      'cut after the header': bytes.subarray(0, start),
      'cut after a whole chunk': bytes.subarray(0, start + 2 * CHUNK),
      'cut anywhere': bytes.subarray(0, at(start, bytes.length)),
      'one byte short': bytes.subarray(0, bytes.length - 1),
      'chunks changed about': Buffer.concat([
        bytes.subarray(0, start),
        chunk(0),
        chunk(2),
        chunk(1),
        bytes.subarray(start + 3 * CHUNK),
      ]),
      'a chunk twice': Buffer.concat([bytes.subarray(0, start + 2 * CHUNK), bytes.subarray(start + CHUNK)]),
      'a chunk left out': Buffer.concat([
        bytes.subarray(0, start + CHUNK),
        bytes.subarray(start + 2 * CHUNK),
      ]),
      'something added': Buffer.concat([bytes, Buffer.from('x')]),
      'another copy put behind': Buffer.concat([bytes, bytes]),
    };
    for (const [name, wrong] of Object.entries(damaged)) {
      const path = join(folder, 'damaged.sod');
      writeFileSync(path, wrong);
      const code = await unpackCopy(storeLayout(fresh.dir), path, kind === 'open' ? null : lock).then(
        () => 'taken',
        (error) => error.code,
      );
      expect([name, code], `seed ${seed}`).toEqual([name, name === 'magic' ? 'COPY_FOREIGN' : 'COPY_BROKEN']);
    }
    expect(state(fresh.dir)).toEqual(before);
  });

  it('when a newer program made it', async () => {
    const path = join(folder, 'newer.sod');
    const file = await open(path, 'w');
    const facts = { at: '2030-01-01T00:00:00.000Z', appVersion: '9.0.0', schemaVersion: SCHEMA_VERSION + 1 };
    const writer = await CopyWriter.begin(file, facts, null);
    await writer.write(Buffer.from('content'));
    await writer.finish();
    await file.close();
    expect(await refusal(readFileSync(path))).toBe('COPY_NEWER');
  });

  it('when it is stopped halfway', async () => {
    const before = state(fresh.dir);
    const control = new AbortController();
    const stopped = fresh.job(
      'backup.restoreFile',
      { token: picked(fresh, plain), passphrase: null },
      { signal: control.signal, onProgress: (done) => done > 20 && control.abort() },
    );
    await expect(stopped).rejects.toThrow('CANCELLED');
    expect(state(fresh.dir)).toEqual(before);
  });
});

describe('put back on another PC', () => {
  it.each(['locked', 'open'])(
    'from a %s copy every table and every file is what it was, and it can be undone',
    async (kind) => {
      const core = await openTestCore();
      await core.invoke('members.create', { fullName: 'Người của sổ khác' });
      const mine = dump(join(core.dir, STORE), LOG_TABLES);
      const [bytes, passphrase] = kind === 'open' ? [plain, null] : [locked, WORDS];
      const reply = await core.raw('backup.restoreFile', { token: picked(core, bytes), passphrase });
      expect(reply).toMatchObject({ ok: true, data: { filesBack: 1, filesMissing: 0 } });
      expect(dump(join(core.dir, STORE), LOG_TABLES)).toBe(then);
      expect(hashesIn(storeLayout(core.dir).files)).toEqual(hashesIn(storeLayout(source.dir).files));
      expect((await core.invoke('members.list', {})).total).toBe(3);
      const log = await core.job('audit.verify', {}).catch(() => null);
      if (log) expect(log.problems).toEqual([]);
      if (!reply.ok || !reply.undo) throw new Error('no way back');
      await core.raw(reply.undo.operation, reply.undo.input);
      expect(dump(join(core.dir, STORE), LOG_TABLES)).toBe(mine);
      await core.close();
    },
  );

  it('from the rescue window, when the store and its copies are gone', async () => {
    const core = await openTestCore();
    await core.invoke('members.create', { fullName: 'Phan Văn Tài' });
    const wrecked = await core.reopen();
    await wrecked.core.close();
    writeFileSync(join(core.dir, STORE), 'đây không phải sổ');
    const rescue = await openTestCore({ dataDir: core.dir });
    expect(rescue.core.state().kind).toBe('rescue');
    const wrong = { token: picked(rescue, plain.subarray(0, -5)), passphrase: null };
    expect(await rescue.raw('rescue.restoreFile', wrong)).toMatchObject({ error: { code: 'COPY_BROKEN' } });
    expect(rescue.core.state().kind).toBe('rescue');
    const token = picked(rescue, locked);
    expect(await rescue.job('rescue.restoreFile', { token, passphrase: WORDS })).toEqual({ kind: 'ready' });
    expect(dump(join(core.dir, STORE), LOG_TABLES)).toBe(then);
    await rescue.close();
  });

  it('from an older program it is brought up to date', async () => {
    const layout = storeLayout(join(folder, 'older'));
    const id = '20250101T000000000Z-manual';
    mkdirSync(layout.backups, { recursive: true });
    const raw = new Database(copyFile(layout.backups, id));
    migrate(raw, migrations.slice(0, -1));
    raw.close();
    const facts = checkCopy(copyFile(layout.backups, id));
    expect(facts.schemaVersion).toBeLessThan(SCHEMA_VERSION);
    const at = '2025-01-01T00:00:00.000Z';
    writeManifest(layout.backups, {
      ...facts,
      id,
      at,
      reason: 'manual',
      appVersion: '0.1.0',
      year: null,
      files: null,
    });
    const target = join(folder, 'older.sod');
    await packCopy({ layout, id, target, lock: null });
    const core = await openTestCore();
    const { token } = core.core.files.registerPicked(target);
    const done = await core.job('backup.restoreFile', { token, passphrase: null });
    expect(done.restored.schemaVersion).toBe(facts.schemaVersion);
    expect(core.core.state()).toEqual({ kind: 'ready' });
    await core.close();
  });
});
