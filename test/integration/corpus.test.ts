/**
 * Nothing said about a person, and no path, gets into what may be sent to a stranger: invented names, numbers and paths
 * go through a wide set of operations, right and wrong; then every byte of the log, of the file about the machine, of
 * every refusal and of what the processes said is searched, as it was written and without marks.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { contract } from '../../shared/contract';
import { fold } from '../../shared/text/fold';
import { openTestCore, type TestCore } from '../helpers/core';

const CORPUS = {
  fullName: 'Quàng Thị Ngọc Khuê',
  idNumber: '011187654329',
  phone: '0978 123 457',
  email: 'khue.quang@suoimo.example',
  note: 'Bị đau dạ dày, vay nợ',
  hometown: 'Bản Pắc Ngà, Mường Lạng',
  cardNo: 'CĐ-77120934',
};
const PATHS = ['C:\\Users\\Khuê\\Tài liệu\\luong.xlsx', '/home/khue/luong-thang-8.xlsx', '../../etc/passwd'];
const SAID = [...Object.values(CORPUS), ...PATHS, 'Khuê', 'luong-thang-8', 'dạ dày'];
const squeezed = (text: string) => fold(text).replace(/[^a-z0-9]/g, '');

let t: TestCore;
const refusals: string[] = [];
/** What fills the sentences an officer reads: it may name the file just chosen, never where it lies. */
const told: string[] = [];
const spoken: string[] = [];

beforeAll(async () => {
  for (const stream of [process.stderr, process.stdout])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => spoken.push(String(chunk)) > 0);
  for (const way of ['error', 'warn', 'log'] as const)
    vi.spyOn(console, way).mockImplementation((...words) => void spoken.push(words.map(String).join(' ')));
  t = await openTestCore();
  await work();
}, 120_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await t.close();
});

/** Asks, and keeps the whole refusal. */
async function ask(operation: string, input: unknown): Promise<unknown> {
  const reply = await t.core.router.dispatch(operation, input, {});
  if (reply.ok) return reply.data;
  const { requestId: _, details, ...said } = reply.error;
  refusals.push(JSON.stringify(said));
  told.push(Object.values(details ?? {}).join(' '));
  return undefined;
}

async function work(): Promise<void> {
  const made = (await ask('members.create', { ...CORPUS, gender: 'female' })) as { id: number } | undefined;
  expect(made?.id).toBeGreaterThan(0);
  await ask('members.setSensitive', { group: 'health', enabled: true, purpose: CORPUS.note });
  await ask('members.addRequest', {
    memberId: made!.id,
    askedBy: CORPUS.fullName,
    askedOn: '2026-11-02',
    note: CORPUS.note,
  });
  await ask('organisation.createUnit', { kind: 'department', name: CORPUS.hometown });
  await ask('events.create', {
    kind: 'other',
    name: CORPUS.note,
    startsOn: '2026-03-01',
    place: CORPUS.hometown,
  });
  const files = PATHS.map(
    (path) => t.core.files.registerUpload(path, new Uint8Array([80, 75, 3, 4, 1, 2, 3])).token,
  );
  for (const token of [...files, CORPUS.fullName]) {
    await ask('files.attach', { entity: 'member', entityId: made!.id, token });
    await ask('members.inspectFile', { token });
    await ask('members.pickedPhoto', { token });
    await ask('wordTemplates.upload', { token, name: CORPUS.fullName });
  }
  for (const name of Object.keys(contract))
    for (const input of [
      { id: 999_999, fullName: CORPUS.fullName, name: CORPUS.note, search: CORPUS.phone },
      { ...CORPUS, path: PATHS[0], token: CORPUS.idNumber },
      CORPUS.fullName,
    ])
      if (!name.startsWith('backup.') && !name.startsWith('rescue.')) await ask(name, input);
  await ask(`${CORPUS.email}.${CORPUS.phone}`, {});
  await ask('members.get', { id: CORPUS.idNumber });
  t.core.onEvent(() => {
    throw new Error(`${CORPUS.fullName} ${PATHS[0]}`);
  });
  await ask('members.create', { fullName: `${CORPUS.fullName} Hai` });
}

function found(text: string): string[] {
  const plain = squeezed(text);
  return SAID.filter((word) => text.includes(word) || plain.includes(squeezed(word)));
}

it('asks widely, and is refused often', () => {
  expect(refusals.length).toBeGreaterThan(1000);
});

it('leaves nothing in the log of the program', () => {
  const log = readFileSync(join(t.dir, 'log.txt'), 'utf8');
  expect(log).toContain('event.listener');
  expect(found(log)).toEqual([]);
  expect(log).not.toContain(t.dir);
});

it('leaves nothing in refusals', () => {
  const telling = refusals.filter((refusal) => found(refusal).length > 0 || refusal.includes(t.dir));
  expect(telling).toEqual([]);
  expect(told.filter((words) => [...PATHS, t.dir].some((path) => words.includes(path)))).toEqual([]);
});

it('leaves nothing in what the processes say', () => {
  const said = spoken.join('\n');
  expect(found(said)).toEqual([]);
});

it('leaves nothing in the file about the machine', async () => {
  const { file, parts } = await t.job('machine.report', {});
  const entries = unzipSync(new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path)));
  const text = Object.values(entries)
    .map((bytes) => Buffer.from(bytes).toString('utf8'))
    .join('\n');
  expect(Object.keys(entries)).toEqual(['ket-qua.txt', 'ket-qua.json', 'nhat-ky.txt']);
  expect(parts.map(({ name }) => name)).toEqual(Object.keys(entries));
  expect(text).toContain('Nhật ký thay đổi: còn nguyên');
  expect(found(text)).toEqual([]);
  expect(text).not.toContain(t.dir);
  expect(text.length).toBeLessThan(600_000);
});
