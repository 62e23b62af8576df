/** A rate and the people behind it: 1.484 of 2.178 by name, every list complete and the same on paper. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

const DEPARTMENTS = 12;
const ALL = 2178;
const CAME = 1484;

let t: TestCore;
let event: number;

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2024-10-21T03:00:00Z') });
  const departments: number[] = [];
  for (let i = 1; i <= DEPARTMENTS; i++)
    departments.push(
      (await t.invoke('organisation.createUnit', { kind: 'department', name: `Khoa số ${i}` })).id,
    );
  const members: number[] = [];
  for (let i = 0; i < ALL; i++) {
    const { id } = await t.invoke('members.create', {
      fullName: `Nguyễn Thị Hoa ${i + 1}`,
      departmentId: departments[i % DEPARTMENTS]!,
      unionJoinDate: '2020-01-01',
    });
    members.push(id);
  }
  event = (
    await t.invoke('events.create', {
      kind: 'sports',
      name: 'Hội thao',
      startsOn: '2024-10-20',
      audience: 'members',
    })
  ).id;
  await t.invoke('events.setPeople', { id: event, add: members.slice(0, CAME), remove: [] });
}, 120_000);
afterAll(() => t.close());

/** Everyone of a list, read department by department as the window does. */
async function whole(show: 'onList' | 'absent'): Promise<number[]> {
  const { departments, total } = await t.invoke('events.participants', { id: event, show, limit: 1 });
  const found: number[] = [];
  for (const { departmentId, count } of departments) {
    const { rows } = await t.invoke('events.participants', {
      id: event,
      show,
      department: departmentId ?? 'none',
      limit: 500,
    });
    expect(rows.length).toBe(count);
    found.push(...rows.map((row) => row.memberId));
  }
  expect(found.length).toBe(total);
  return found;
}
const bytesOf = (token: string) => new Uint8Array(readFileSync(t.core.files.outgoing(token).path));

test('68% opens the 1.484 who came and the 694 who did not, by department, nobody twice', async () => {
  const { rate, participation } = await t.invoke('events.attendance', { id: event });
  expect(rate).toBe('68%');
  expect(participation).toMatchObject({ value: CAME, whole: ALL });
  const came = await whole('onList');
  const absent = await whole('absent');
  expect([came.length, absent.length]).toEqual([CAME, 694]);
  expect(new Set([...came, ...absent]).size).toBe(ALL);
});

test('the printed list and the workbook hold the same people and say the same rate', async () => {
  const pdf = await t.job('events.participantsPaper', { id: event, show: 'absent' });
  const pages = await readPdf(bytesOf(pdf.token));
  const words = pages.flatMap((page) => page.texts.map((one) => one.text)).join(' ');
  expect(words.match(/Nguyễn Thị Hoa \d+/g)).toHaveLength(694);
  expect(words).toMatch(/1\.484\/2\.178 đoàn viên \(68%\)/);
  expect(words).toMatch(/Tổng cộng: 694 đoàn viên/);
  const xlsx = await t.job('events.participantsPaper', { id: event, show: 'onList', format: 'xlsx' });
  const text = Object.entries(unzipSync(bytesOf(xlsx.token)))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => new TextDecoder().decode(part))
    .join('');
  expect(new Set(text.match(/Nguyễn Thị Hoa \d+/g)).size).toBe(CAME);
}, 60_000);

test('249 of 250 is 99,6% on the screen and on paper; members and people add up only as turns', async () => {
  const { rows } = await t.invoke('members.list', { limit: 250 });
  const { id } = await t.invoke('events.create', {
    kind: 'other',
    name: 'Gặp mặt',
    startsOn: '2024-10-20',
    audience: 'invited',
  });
  const invited = rows.map((row) => row.id);
  await t.invoke('events.setInvited', { id, add: invited, remove: [] });
  await t.invoke('events.setPeople', { id, add: invited.slice(1), remove: [invited[0]!] });
  expect(await t.invoke('events.attendance', { id })).toMatchObject({ rate: '99,6%' });
  const pdf = await t.job('events.participantsPaper', { id, show: 'absent' });
  const words = (await readPdf(bytesOf(pdf.token)))
    .flatMap((page) => page.texts.map((one) => one.text))
    .join(' ');
  expect(words).toMatch(/249\/250 người \(99,6%\)/);
  expect(await t.invoke('events.list', { limit: 1 })).toMatchObject({ total: 2, turns: CAME + 249 });
});
