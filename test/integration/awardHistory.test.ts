/** Awards over the years: case 23 for any period, a department's, by year, as workbook and CSV. */
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
const unit: Record<string, number> = {};
const member: Record<string, number> = {};

const bytesOf = (file: { token: string }) => readFileSync(t.core.files.outgoing(file.token).path);

async function decide(
  code: string,
  decidedOn: string | null,
  more: { counts?: [number | null, number | null]; items?: object[]; year?: number },
) {
  const form = (await t.invoke('awards.forms', {})).rows.find((row) => row.code === code)!;
  const { side, level, id: formId } = form;
  const awardYear = more.year ?? Number(decidedOn?.slice(0, 4));
  const [countCollective = null, countIndividual = null] = more.counts ?? [];
  const made = await t.invoke('awards.create', {
    ...{ formId, side, level, decidedOn, awardYear, countsOnly: more.counts !== undefined },
    ...{ countCollective, countIndividual, number: `${code}-${decidedOn}`, signerName: 'Hoàng Minh Tuệ' },
  });
  if (more.items)
    await t.invoke('awards.addRecipients', { id: made.id, items: more.items as [{ kind: 'individual' }] });
  await t.invoke('awards.issue', made);
  return made.id;
}

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', { name: 'CĐCS Suối Mơ', shortName: 'Suối Mơ', symbol: 'CĐCS' });
  for (const name of ['Khoa Nội', 'Khoa Nhi'])
    unit[name] = (await t.invoke('organisation.createUnit', { kind: 'department', name })).id;
  for (const [fullName, department] of [
    ['Nguyễn Thị Hoa', 'Khoa Nội'],
    ['Vàng A Chẩu', 'Khoa Nhi'],
  ] as const)
    member[fullName] = (
      await t.invoke('members.create', {
        ...{ fullName, gender: 'female', departmentId: unit[department]!, unionJoinDate: '2010-05-01' },
      })
    ).id;
  await t.invoke('members.recordMoves', {
    moves: [
      {
        ...{ memberId: member['Nguyễn Thị Hoa']!, kind: 'department' },
        ...{ to: unit['Khoa Nhi']!, onDate: '2025-06-01' },
      },
    ],
  });
}, 60_000);
afterAll(() => t.close());

it('counts the case of two levels to the digit, for the year and for days (case 23)', async () => {
  await decide('BK-TLD', '2024-03-12', { counts: [1, 2] });
  await decide('BK-CDN', '2024-07-02', { counts: [1, 0] });
  const year = await t.invoke('awards.table', { year: 2024 });
  expect(year.levels.map((row) => [row.level, row.counts.collective, row.counts.individual])).toEqual([
    ['confederation', 1, 2],
    ['sector', 1, 0],
  ]);
  expect([year.total.collective, year.total.individual, year.certificates]).toEqual([2, 2, 4]);
  const list = await t.invoke('awards.register', { year: 2024 });
  expect(list.amount).toBe(4);

  const days = { from: '2024-03-13', to: '2024-07-02' };
  const part = await t.invoke('awards.table', days);
  expect(part.levels.map((row) => [row.level, row.certificates])).toEqual([['sector', 1]]);
  expect((await t.invoke('awards.register', days)).amount).toBe(1);
  const none = await t.invoke('awards.table', { from: '2024-03-13', to: '2024-07-01' });
  expect(none.certificates).toBeNull();
});

it('gives the table as workbook and CSV, the unknown empty', async () => {
  await decide('BK-LD', '2024-09-01', { counts: [null, null] });
  const [sheet] = Object.values(read(bytesOf(await t.job('awards.tableXlsx', { year: 2024 }))).Sheets);
  const cells = utils.sheet_to_json<unknown[]>(sheet!, { header: 1, blankrows: false, defval: null });
  const line = (form: string) => cells.find((row) => row[2] === form)?.slice(3);
  expect(line('Bằng khen của Tổng Liên đoàn')).toEqual([1, 2, null, 3, null]);
  expect(line('Bằng khen của liên đoàn lao động tỉnh')).toEqual([null, null, null, null, 1]);
  expect(cells.at(-1)?.slice(1)).toEqual(['Tổng số giấy', null, 2, 2, null, 4, 1]);
  const csv = await t.job('awards.tableCsv', { year: 2024 });
  expect(csv.name).toBe('Bảng khen thưởng năm 2024.csv');
  const text = bytesOf(csv).toString('utf8');
  expect(text).toContain(
    '\r\nCông đoàn;Tổng Liên đoàn Lao động Việt Nam;Bằng khen của Tổng Liên đoàn;1;2;;3;\r\n',
  );
  expect(text.startsWith('\ufeffHệ;')).toBe(true);
});

it('keeps a department its awards of the day, its people moving later', async () => {
  const [hoa, chau] = [member['Nguyễn Thị Hoa']!, member['Vàng A Chẩu']!];
  const people = [hoa, chau].map((memberId) => ({ kind: 'individual', memberId }));
  await decide('GK-CS', '2024-11-20', {
    items: [...people, { kind: 'collective', orgUnitId: unit['Khoa Nội'] }],
  });
  await decide('GK-CS', '2025-11-20', { items: [people[0]!, { kind: 'collective', name: 'Khoa Nhi' }] });
  const names = async (department: string, more: object = {}) =>
    (await t.invoke('awards.register', { orgUnitId: unit[department]!, ...more })).rows.map((row) => [
      row.decidedOn?.slice(0, 4),
      row.name?.replace('\u00a0', ' '),
    ]);
  expect(await names('Khoa Nội')).toEqual([
    ['2024', 'Bà Nguyễn Thị Hoa'],
    ['2024', 'Khoa Nội'],
  ]);
  expect(await names('Khoa Nhi')).toEqual([
    ['2025', 'Bà Nguyễn Thị Hoa'],
    ['2025', 'Khoa Nhi'],
    ['2024', 'Bà Vàng A Chẩu'],
  ]);
  expect(await names('Khoa Nhi', { kind: 'individual', from: '2025-01-01', to: '2025-12-31' })).toEqual([
    ['2025', 'Bà Nguyễn Thị Hoa'],
  ]);
  const csv = bytesOf(await t.job('awards.registerCsv', { orgUnitId: unit['Khoa Nội']!, separator: ',' }));
  expect(csv.toString('utf8').split('\r\n')).toHaveLength(4);
});

it('adds up by year; a year that says no number is unknown, a department has its own', async () => {
  await decide('BK-LD', null, { counts: [null, null], year: 2023 });
  const years = async (more: object) =>
    (await t.invoke('awards.byYear', more)).rows.map((row) => [
      row.year,
      row.collective,
      row.individual,
      row.certificates,
    ]);
  expect(await years({})).toEqual([
    [2023, null, null, null],
    [2024, 3, 4, 7],
    [2025, 1, 1, 2],
  ]);
  expect(await years({ orgUnitId: unit['Khoa Nhi']! })).toEqual([
    [2024, null, 1, 1],
    [2025, 1, 1, 2],
  ]);
  expect(await years({ memberId: member['Nguyễn Thị Hoa']! })).toEqual([
    [2024, null, 1, 1],
    [2025, null, 1, 1],
  ]);
  expect(await years({ level: 'confederation' })).toEqual([[2024, 1, 2, 3]]);
  expect((await t.invoke('awards.table', { year: 2023 })).unknown).toBe(1);
});
