/**
 * Every reader of files, given spoilt copies of real ones. Each must end within seconds in a reading or in a code with
 * a sentence: no crash, no INTERNAL, nothing written outside, the store as it was. READERS=2000 for the long run.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureFacts } from '../../electron/documents/pictures';
import { readTables } from '../../electron/documents/tables';
import { builtinTemplate } from '../../electron/documents/word/builtins';
import { checkTemplate } from '../../electron/documents/word/check';
import { openWord } from '../../electron/documents/word/container';
import { fillTemplate } from '../../electron/documents/word/fill';
import { pictureSize } from '../../electron/modules/certificates/picture';
import { AppError } from '../../shared/contract/errors';
import { readCashBook } from '../../shared/domain/cashBook';
import { eachRow, readWorkbook } from '../../shared/domain/import';
import { readSetWorkbook } from '../../shared/domain/reviewSetRead';
import { sampleOf, TEMPLATES } from '../../shared/domain/wordTemplates';
import { openTestCore, type TestCore } from '../helpers/core';
import { wrongWith } from '../helpers/hostileRun';
import { mutate, mutatePackage } from '../helpers/mutate';
import { type Draw, RUN_SEED, seeded } from '../helpers/seeded';

/** Spoilt copies of each file. */
const RUNS = Number(process.env.READERS ?? 24);
/** Longest any one copy may take here, in ms; the thread's own clock is far longer. */
const LIMIT_MS = 8_000;

const counts = new Map<string, number>();
const count = (reader: string, end: string) => {
  const key = `${reader}: ${end}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
afterAll(() => {
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const told = [...counts].map(([key, times]) => `${key} ${times}`).sort();
  console.log(`${total} spoilt files read (seed ${RUN_SEED}): ${told.join(', ')}`);
});

/** Reads spoilt copies one after another; fails on anything thrown but our codes, and on slowness. */
async function spoil(
  reader: string,
  name: string,
  bytes: Uint8Array,
  read: (bytes: Uint8Array) => unknown,
  ways: readonly ((bytes: Uint8Array, draw: Draw) => Uint8Array)[] = [mutate],
  runs = RUNS,
): Promise<void> {
  const draw = seeded(`${reader}${name}`);
  for (let at = 0; at < runs; at++) {
    const spoilt = draw.pick(ways)(bytes, draw);
    const begun = performance.now();
    const where = `${reader}, ${name}, copy ${at}, seed ${RUN_SEED}`;
    try {
      await read(spoilt);
      count(reader, 'read');
    } catch (error) {
      if (!(error instanceof AppError)) throw new Error(`${where}: ${(error as Error).stack}`);
      if (error.code === 'INTERNAL') throw new Error(`${where}: INTERNAL`);
      count(reader, error.code);
    }
    expect(performance.now() - begun, where).toBeLessThan(LIMIT_MS);
  }
}

const filesOf = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !/\.(md|json)$/.test(name))
    .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const);
const tables = [...filesOf('test/fixtures/foreign'), ...filesOf('test/fixtures/members')];

/** A table file read to its last row, by every area that takes one. */
async function readTable(bytes: Uint8Array, name: string): Promise<void> {
  const workbook = await readTables(bytes, name, { maxRows: 20_000 });
  const sheet = workbook.sheets[0];
  if (sheet) readCashBook(sheet, {});
  readSetWorkbook(workbook);
  const { tables: found, sheets } = readWorkbook(workbook);
  for (const table of found)
    for (const row of eachRow(
      { ...table, sheets },
      table.columns.map(({ index, field, encoding }) => ({ index, field, encoding })) as never,
    ))
      if (!row) throw new Error('no row');
}

describe('table files', () => {
  it.each(tables)(
    '%s in spoilt copies',
    async (name, bytes) => {
      const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
      await spoil(
        'tables',
        name,
        bytes,
        (spoilt) => readTable(spoilt, name),
        isPackage ? [mutate, mutatePackage, mutatePackage] : [mutate],
      );
    },
    7_200_000,
  );

  it('under endings that are not theirs', async () => {
    for (const [name, bytes] of tables)
      for (const ending of ['xlsx', 'xls', 'ods', 'csv', 'html', 'docx', 'png'])
        await spoil(
          'wrong ending',
          name,
          bytes,
          (same) => readTable(same, `ds.${ending}`),
          [(same) => same],
          1,
        );
  }, 120_000);
});

describe('Word templates', () => {
  it.each(Object.keys(TEMPLATES).slice(0, 4))(
    '%s in spoilt copies',
    async (key) => {
      const { fields } = TEMPLATES[key as keyof typeof TEMPLATES];
      const bytes = await builtinTemplate(key as keyof typeof TEMPLATES);
      const read = (spoilt: Uint8Array) => {
        const { problems } = checkTemplate(openWord(spoilt), fields);
        if (problems.every(({ code }) => code === 'unknown' || code === 'outside'))
          fillTemplate(spoilt, sampleOf(fields));
      };
      await spoil('Word', key, bytes, read, [mutate, mutatePackage, mutatePackage]);
    },
    7_200_000,
  );

  it('refuses bombs', () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': new Uint8Array(70 * 1024 * 1024),
    });
    expect(() => openWord(bomb)).toThrow(expect.objectContaining({ code: 'DOCX_TOO_LARGE' }));
  });
});

describe('pictures', () => {
  const png = new Uint8Array(readFileSync('test/fixtures/blank-a4.png'));
  it('say their size or nothing', async () => {
    const read = (spoilt: Uint8Array) => {
      const size = pictureSize(spoilt);
      if (size) expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(6000);
      const facts = pictureFacts(spoilt);
      if (facts) expect(Math.max(facts.width, facts.height)).toBeLessThanOrEqual(20_000);
    };
    await spoil(
      'pictures',
      'png',
      png,
      read,
      [(bytes, draw) => mutate(bytes.slice(0, 400), draw)],
      RUNS * 40,
    );
    const jpeg = Uint8Array.from([
      255,
      216,
      255,
      224,
      0,
      16,
      ...new Array(14).fill(0),
      255,
      192,
      0,
      17,
      8,
      0,
      9,
      0,
      9,
      3,
      ...new Array(40).fill(1),
      255,
      217,
    ]);
    await spoil('pictures', 'jpeg', jpeg, read, [mutate], RUNS * 40);
  });
});

describe('files of exchange, through the operations', () => {
  let store: TestCore;
  let outside: string;
  beforeAll(async () => {
    store = await openTestCore();
    outside = join(store.dir, '..', 'so-fuzz-out.txt');
    await store.invoke('members.create', { fullName: 'Đỗ Thị Hường' });
  });
  afterAll(async () => {
    expect(existsSync(outside)).toBe(false);
    expect((await store.invoke('members.list', {})).total).toBe(1);
    await store.close();
  });

  const bytesOf = (token: string) => new Uint8Array(readFileSync(store.core.files.outgoing(token).path));
  const throughOperation = (operation: string, name: string, more: object) => async (bytes: Uint8Array) => {
    const { token } = store.core.files.registerUpload(name, bytes);
    const reply = await store.raw(operation, { token, ...more });
    const wrong = wrongWith(reply, store.dir);
    if (wrong) throw new Error(`${operation}: ${wrong}`);
    if (!reply.ok) throw new AppError(reply.error.code);
  };

  it('layouts', async () => {
    const { rows } = await store.invoke('certificates.layouts', {});
    const layoutId = (rows[0] as { id: string }).id;
    const file = bytesOf((await store.job('certificates.exportLayout', { layoutId })).token);
    const { layout } = JSON.parse(Buffer.from(file).toString('utf8'));
    const read = throughOperation('certificates.importLayout', 'mẫu.json', {});
    await spoil('layouts', 'wrapped', file, read, [mutate], RUNS * 2);
    await spoil('layouts', 'bare', file, read, [(_, draw) => spoilJson(layout, draw)], RUNS * 4);
  }, 7_200_000);

  it('keys of other offices', async () => {
    await store.invoke('certificates.newSigningKey', {});
    const file = bytesOf((await store.job('certificates.exportSigningKeys', {})).token);
    const read = throughOperation('certificates.trustKeys', 'khóa.json', {});
    const content = JSON.parse(Buffer.from(file).toString('utf8'));
    await spoil('keys', 'file', file, read, [mutate, (_, draw) => spoilJson(content, draw)], RUNS * 4);
  }, 7_200_000);

  it('copies in one file, open and locked', async () => {
    for (const passphrase of [null, 'mật khẩu dài để thử']) {
      const { file } = await store.job('backup.packFile', { id: null, passphrase });
      const bytes = bytesOf(file.token);
      const read = throughOperation('rescue.lookAtFile', 'sổ.sod', { passphrase });
      await spoil('copies', passphrase ? 'locked' : 'open', bytes, read, [mutate], Math.ceil(RUNS / 4));
    }
  }, 7_200_000);

  it('pictures with a right head and spoilt insides never stop a paper', async () => {
    const layoutId = 'giay-khen-a4-ngang-co-dien';
    const bytes = rgbaPng(seeded('emblem').bytes(60));
    const { token } = store.core.files.registerUpload('huy hiệu.png', bytes);
    await store.invoke('certificates.setEmblem', { token });
    expect(await store.raw('certificates.trial', { layoutId })).toMatchObject({ ok: true });
    const [person] = (await store.invoke('members.list', {})).rows;
    const id = (person as { id: number }).id;
    await store.invoke('members.setPhoto', { id, data: Buffer.from(bytes).toString('base64') });
    const cards = await store.raw('members.printCards', {});
    expect(cards.ok, JSON.stringify(cards)).toBe(true);
  }, 120_000);

  it('tables and templates in the threads', async () => {
    const [name, bytes] = tables.find(([one]) => one.endsWith('clean.xlsx'))!;
    const read = throughOperation('members.importOpen', name, {});
    await spoil('threads', name, bytes, read, [mutate, mutatePackage], Math.ceil(RUNS / 6));
    const word = await builtinTemplate(Object.keys(TEMPLATES)[0] as keyof typeof TEMPLATES);
    const key = Object.keys(TEMPLATES)[0];
    const check = throughOperation('wordTemplates.preview', 'mẫu.docx', { key });
    await spoil('threads', 'docx', word, check, [mutate, mutatePackage], Math.ceil(RUNS / 6));
    expect(statSync(store.dir).isDirectory()).toBe(true);
  }, 7_200_000);
});

const VALUES = [
  null,
  -1,
  0,
  1e308,
  1e-9,
  '',
  'x'.repeat(5000),
  '\u0000',
  '\u202E',
  [],
  {},
  true,
  4_294_967_296,
  '__proto__',
  '#zzz',
];

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** An eight by eight picture with an alpha channel, whose pixels are whatever is given. */
function rgbaPng(pixels: Uint8Array): Uint8Array {
  const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 6, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A copy of a JSON file with a value or two made wrong. */
function spoilJson(content: unknown, draw: Draw): Uint8Array {
  const copy = structuredClone(content);
  for (let n = 1 + draw.below(2); n > 0; n--) {
    const places: [Record<string, unknown>, string][] = [];
    const walk = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        places.push([value as Record<string, unknown>, key]);
        walk((value as Record<string, unknown>)[key]);
      }
    };
    walk(copy);
    if (places.length === 0) break;
    const [parent, key] = draw.pick(places);
    if (draw.chance(0.2)) delete parent[key];
    else parent[key] = draw.pick(VALUES);
  }
  return strToU8(JSON.stringify(copy));
}
