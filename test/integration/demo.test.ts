import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEPARTMENTS } from '../../electron/demo/people';
import { seedDemo } from '../../electron/demo/seed';
import { wordless } from '../../electron/modules/export/words';
import type { OutputOf } from '../../shared/contract';
import { INDICATORS } from '../../shared/domain/indicators';
import { openTestCore, type TestCore } from '../helpers/core';
import { type ReadExport, readExport, rebuildStore } from '../helpers/readExport';
import { dump, LOG_TABLES, removeAtExit, STORE } from '../helpers/store';

let t: TestCore;
let people: OutputOf<'members.list'>['rows'];
beforeAll(async () => {
  t = await openTestCore();
  await seedDemo(t.core, '2026-11-22');
  people = (await t.invoke('members.list', { limit: 500 })).rows;
}, 240_000);
afterAll(() => t.close());

it('fills a store with an invented hospital of 320 members and three years of work', async () => {
  expect((await t.invoke('members.counts', {})).active).toBe(320);
  expect((await t.invoke('members.households', {})).total).toBe(14);
  expect((await t.invoke('members.children', {})).total).toBeGreaterThan(40);
  expect((await t.job('members.findDuplicates', {})).total).toBe(3);
  const years = await t.invoke('events.years', {});
  expect(years.rows.map((row) => row.year)).toEqual([2026, 2025, 2024]);
  const late = await t.invoke('events.list', { search: 'thi trực tuyến', limit: 5 });
  expect(late.total).toBeGreaterThan(0);
});

it('tells of nobody what happened before joining: no move, post, award, absence, discipline or event', async () => {
  const told = new Set(['status', 'moved', 'event', 'award', 'post', 'postEnded', 'discipline', 'absence']);
  const early: string[] = [];
  for (const person of (await t.invoke('members.list', { limit: 500, statuses: [] })).rows) {
    const joined = person.unionJoinDate;
    if (joined === null) continue;
    const { rows } = await t.invoke('members.timeline', { id: person.id });
    for (const row of rows)
      if (told.has(row.kind) && row.date < joined)
        early.push(`${person.fullName} (${joined}): ${row.date} ${row.kind} ${row.title}`);
  }
  expect(early).toEqual([]);
});

it('lets nobody join the union before they were hired, unless they came from another union', async () => {
  const early: string[] = [];
  for (const person of (await t.invoke('members.list', { limit: 500, statuses: [] })).rows) {
    const { hireDate, unionJoinDate } = person;
    if (!hireDate || !unionJoinDate || hireDate <= unionJoinDate) continue;
    const { rows } = await t.invoke('members.facts', { memberId: person.id });
    if (!rows.some((row) => row.kind === 'transferredIn'))
      early.push(`${person.fullName}: ${hireDate} ${unionJoinDate}`);
  }
  expect(early).toEqual([]);
});

it('gives everybody a title of their department, and every department a head who may be one', () => {
  const title = new Map(people.map((row) => [row.id, row.jobTitle ?? '']));
  const inDepartment = (name: string) => people.filter((row) => row.department === name && row.unionJoinDate);
  for (const { name } of DEPARTMENTS) {
    const staff = inDepartment(name);
    const heads = staff.filter((row) => /^Trưởng (khoa|phòng|trạm)$/.test(row.position ?? ''));
    expect(heads, name).toHaveLength(1);
    for (const row of staff) {
      const own = title.get(row.id)!;
      const who = `${row.fullName}, ${own}, ${row.position ?? ''}, ${name}`;
      if (row.position === 'Điều dưỡng trưởng') expect(own, who).toMatch(/^(Điều dưỡng|Hộ sinh)$/);
      else if (/khoa$/.test(row.position ?? ''))
        expect(own, who).toMatch(name.startsWith('Khoa Dược') ? /^Dược sĩ$/ : /^Bác sĩ/);
      if (own === 'Hộ sinh') expect(row.gender, who).toBe('female');
      if (own === 'Kế toán viên') expect(name, who).toBe('Phòng Tài chính - Kế toán');
      if (/Bác sĩ|Điều dưỡng|Hộ sinh/.test(own)) expect(name, who).not.toMatch(/Tài chính|Tổ chức|Dược/);
    }
  }
});

it('spreads committees over the alphabet', async () => {
  const { committees } = await t.invoke('organisation.committees', {});
  const names = committees.flatMap((one) => one.posts.map((post) => post.name));
  const initials = new Set(names.map((name) => name.split(' ').at(-1)!.charAt(0)));
  expect(names.length).toBeGreaterThan(15);
  expect(initials.size).toBeGreaterThan(4);
  expect(names.filter((name) => /^[AÁ]/.test(name.split(' ').at(-1)!)).length).toBeLessThan(names.length / 4);
});

it('has money figures that are those of their boards, each the sum of the list behind it', async () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const shown: Record<string, number | null> = {};
  for (const { id, unit } of INDICATORS) {
    if (!/^(dues|drives|donors|funds|welfare)\./.test(id)) continue;
    const { figure, total, amount, rows } = await t.invoke('dashboard.records', { id, ...year, limit: 500 });
    shown[id] = figure.value;
    expect(total > 0, id).toBe(figure.value !== 0);
    expect(rows, id).toHaveLength(total);
    if (figure.value !== null) expect(amount, id).toBe(unit === 'percent' ? figure.part : figure.value);
  }
  const board = await t.invoke('dues.board', { year: 2026 });
  const gifts = await t.invoke('welfare.figures', { from: year.from, to: '2026-11-22' });
  const { rows: funds } = await t.invoke('funds.list', { year: 2026 });
  const sum = (key: 'income' | 'spending') => funds.reduce((all, fund) => all + fund[key], 0);
  expect(shown).toMatchObject({
    'dues.collected': board.collected,
    'dues.expected': board.unknown > 0 ? null : board.expected,
    'dues.behind': board.behind,
    'donors.gifts': board.gifts,
    'donors.money': board.giftMoney,
    'welfare.gifts': gifts.gifts,
    'welfare.giftMoney': gifts.total,
    'funds.income': sum('income'),
    'funds.spending': sum('spending'),
  });
});

describe('an export of everything', () => {
  let made: OutputOf<'machine.exportAll'>;
  let read: ReadExport;
  const steps: number[] = [];
  beforeAll(async () => {
    made = await t.job('machine.exportAll', {}, { onProgress: (done) => steps.push(done) });
    read = readExport(readFileSync(t.core.files.outgoing(made.file.token).path));
  }, 120_000);

  it('is read back completely: every table byte for byte, every file, and the store opens', async () => {
    expect(steps.length).toBeGreaterThan(20);
    expect(read.contents).toMatchObject({ complete: true, leftOut: [] });
    expect(made).toMatchObject({ lost: 0, tables: read.contents.tables.length });
    const dir = mkdtempSync(join(tmpdir(), 'so-read-'));
    removeAtExit(dir);
    rebuildStore(read, dir);
    const searches = ['member_search', 'extra_search'].flatMap((name) =>
      ['', '_config', '_data', '_docsize', '_idx'].map((part) => `${name}${part}`),
    );
    const [before, after] = [t.dir, dir].map((folder) =>
      dump(join(folder, STORE), [...searches, ...LOG_TABLES]),
    );
    expect(after === before).toBe(true);
    const files = (folder: string) => readdirSync(join(folder, 'files'), { recursive: true }).sort();
    expect(files(dir)).toEqual(files(t.dir));
    const again = await openTestCore({ dataDir: dir });
    const found = (core: TestCore) => core.invoke('members.list', { search: 'hoang minh tue', limit: 5 });
    expect((await found(again)).total).toBe((await found(t)).total);
    expect(await again.job('audit.verify', {})).toMatchObject({ problems: [] });
    expect((await again.invoke('audit.changes', {})).rows.length).toBeGreaterThan(10);
    await again.close();
  });

  it('has workbooks a reader understands, and words for every table and column', async () => {
    const tables = read.contents.tables.map(({ name, columns }) => ({
      table: name,
      columns: columns.map((column) => column.name),
    }));
    expect(wordless(tables)).toEqual([]);
    const books = Object.keys(read.entries).filter((name) => name.startsWith('bang-tinh/'));
    expect(books.length).toBeGreaterThan(10);
    const { sheets } = await readXlsx(read.entries[books.find((name) => name.endsWith('Đoàn viên.xlsx'))!]!);
    const people = sheets.find((sheet) => sheet.name === 'Đoàn viên')!;
    expect(people.rows[0]).toEqual(expect.arrayContaining(['Họ và tên', 'Ngày sinh', 'Khoa, phòng (tên)']));
    expect(people.rows).toHaveLength(1 + read.contents.tables.find(({ name }) => name === 'member')!.rows);
    expect(read.text('DOC-TRUOC.txt')).toContain('ĐẦY ĐỦ');
  });

  it('stops when asked, and leaves nothing behind', async () => {
    const left = readdirSync(join(t.dir, 'transit')).length;
    const stop = new AbortController();
    const asked = t.job('machine.exportAll', {}, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(asked).rejects.toThrow('CANCELLED');
    expect(readdirSync(join(t.dir, 'transit')).length).toBe(left);
  });
});
