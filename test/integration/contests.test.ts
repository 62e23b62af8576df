/** Contests: rows 14–16 (Đắk Nông 2024) and 53 (press award, second edition), entries, prizes, results on paper. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { editionText } from '../../shared/domain/eventPlans';
import { roman } from '../../shared/text/roman';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
const bytesOf = (token: string) => new Uint8Array(readFileSync(t.core.files.outgoing(token).path));
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2024-07-24T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Bệnh viện Suối Mơ',
    shortName: 'CĐCS Suối Mơ',
    symbol: 'CĐCS',
    place: 'Suối Mơ',
  });
});
afterEach(async () => t.close());

const member = async (fullName: string, departmentId: number | null = null) =>
  (await t.invoke('members.create', { fullName, departmentId, unionJoinDate: '2015-01-05' })).id;
const department = async (name: string) =>
  (await t.invoke('organisation.createUnit', { kind: 'department', name, departmentId: null })).id;
const event = async (more: Partial<InputOf<'events.create'>> = {}) =>
  (
    await t.invoke('events.create', {
      kind: 'sports',
      name: 'Hội thao ngành Y tế',
      startsOn: '2024-05-22',
      organiserLevel: 'sector',
      ...more,
    })
  ).id;

async function sportsDay() {
  const [noi, ngoai] = [await department('Khoa Nội'), await department('Khoa Ngoại')];
  const people = {
    hoa: await member('Nguyễn Thị Hoa', noi),
    bao: await member('Y Bảo Niê', noi),
    dung: await member('Đỗ Văn Dũng', ngoai),
    an: await member('Trần Văn Ân', ngoai),
    yen: await member('Lê Hải Yến', ngoai),
  };
  const id = await event();
  await t.invoke('contests.save', {
    eventId: id,
    version: 0,
    rounds: [{ name: 'Vòng loại', onDate: '2024-05-22' }, { name: 'Chung kết' }],
    subjects: ['Cầu lông đơn', 'Kéo co'],
  });
  const series = await t.invoke('events.saveSeries', { name: 'Hội thao ngành Y tế' });
  await t.invoke('events.setEdition', {
    id,
    edition: { seriesId: series.id, number: 3, yearFrom: 2024, yearTo: 2024 },
  });
  await t.invoke('contests.saveEntry', {
    eventId: id,
    kind: 'person',
    subject: 0,
    people: [{ memberId: people.hoa }],
    results: [
      { round: 0, hundredths: 850 },
      { round: 1, words: '2–1' },
    ],
    prizes: [{ rank: 'first', money: 500_000 }],
  });
  await t.invoke('contests.saveEntry', {
    eventId: id,
    kind: 'team',
    name: 'Đội Khoa Ngoại',
    subject: 1,
    people: [{ memberId: people.dung }, { memberId: people.an }, { name: 'Hồ Văn Khách' }],
    prizes: [
      { rank: 'second', money: 300_000 },
      { rank: 'own', name: 'Đội cổ vũ hay nhất' },
    ],
  });
  return { id, noi, ngoai, people };
}

describe('a sports day', () => {
  test('entries, people and rate by department over the members of the day', async () => {
    const { id, ngoai } = await sportsDay();
    const view = await t.invoke('contests.get', { eventId: id });
    expect(view.totals).toEqual({
      entries: 2,
      people: 3,
      outsiders: 1,
      members: 5,
      prizes: 3,
      money: 800_000,
    });
    expect(
      view.departments.map(({ name, entries, people: n, members, prizes }) => [
        name,
        entries,
        n,
        members,
        prizes,
      ]),
    ).toEqual([
      ['Khoa Ngoại', 1, 2, 3, 2],
      ['Khoa Nội', 1, 1, 2, 1],
    ]);
    expect(view.entries[0]).toMatchObject({ name: 'Nguyễn Thị Hoa', department: 'Khoa Nội' });
    expect(view.entries[1]).toMatchObject({ departmentId: ngoai });
  });

  test('results are printed with prizes, rounds, money in words, and kept as a workbook', async () => {
    const { id } = await sportsDay();
    const pdf = await t.job('contests.paper', { eventId: id });
    const text = (await readPdf(bytesOf(pdf.token)))
      .flatMap((page) => page.texts.map((one) => one.text))
      .join('')
      .replaceAll(/\s/g, '');
    for (const part of [
      'KẾT QUẢ HỘI THAO',
      'lần thứ III năm 2024',
      'Giải Nhất',
      'Đội cổ vũ hay nhất',
      '8,5',
      '2–1',
      '800.000',
      'Tám trăm nghìn đồng',
      '67%',
    ])
      expect(text).toContain(part.replaceAll(' ', ''));
    const xlsx = await t.job('contests.paper', { eventId: id, format: 'xlsx' });
    const parts = unzipSync(bytesOf(xlsx.token));
    const sheets = Object.entries(parts)
      .filter(([name]) => /sharedStrings|sheet\d/.test(name))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
      .join('');
    expect(sheets).toContain('Nguyễn Thị Hoa');
    expect(sheets).toContain('Đội Khoa Ngoại');
  });

  test('an entry is corrected, trashed, restored; each change can be undone; its people’s story tells the prize', async () => {
    const { id, people } = await sportsDay();
    const { entries } = await t.invoke('contests.get', { eventId: id });
    const { department: _, ...first } = entries[0]!;
    const reply = await t.raw('contests.saveEntry', { ...first, eventId: id, prizes: [{ rank: 'third' }] });
    if (!reply.ok) throw new Error(reply.error.code);
    expect((await t.invoke('contests.get', { eventId: id })).entries[0]!.prizes).toEqual([
      { rank: 'third', name: null, money: null },
    ]);
    expect((await t.raw(reply.undo!.operation, reply.undo!.input)).ok).toBe(true);
    expect((await t.invoke('contests.get', { eventId: id })).entries[0]!.prizes[0]).toMatchObject({
      rank: 'first',
    });
    await t.invoke('contests.trashEntries', { ids: [first.id] });
    expect((await t.invoke('contests.get', { eventId: id })).totals.entries).toBe(1);
    expect((await t.invoke('trash.list', {})).rows.some((row) => row.entity === 'contest_entry')).toBe(true);
    await t.invoke('contests.restoreEntries', { ids: [first.id] });
    const story = await t.invoke('members.timeline', { id: people.hoa });
    expect(story.rows.map((row) => row.title)).toContain('Giải Nhất – Hội thao ngành Y tế');
    const won = await t.invoke('contests.prizes', { year: 2024 });
    expect(won.rows.map(({ rank, memberIds }) => [rank, memberIds.length])).toEqual([
      ['first', 1],
      ['second', 2],
      ['own', 2],
    ]);
  });

  test('entries keep their content and round when the lists around them change, and an undo puts them back', async () => {
    const { id } = await sportsDay();
    const get = () => t.invoke('contests.get', { eventId: id });
    const shown = async () => {
      const { entries, fields } = await get();
      return entries
        .map((one) => [
          one.name,
          one.subject === null ? null : fields.subjects[one.subject],
          one.results.map(({ round, hundredths, words }) => [fields.rounds[round]?.name, hundredths, words]),
        ])
        .sort();
    };
    const before = await shown();
    const { version, fields } = await get();
    const made = await t.raw('contests.save', {
      ...{ eventId: id, version, subjects: ['Kéo co nữ', ...fields.subjects.toReversed()] },
      rounds: [{ name: 'Vòng bảng' }, ...fields.rounds],
    });
    if (!made.ok) throw new Error(made.error.code);
    expect((await get()).fields.rounds[0]?.name).toBe('Vòng bảng');
    expect(await shown()).toEqual(before);
    await t.raw(made.undo!.operation, made.undo!.input as object);
    expect(await shown()).toEqual(before);
  });

  test('a content or round in use is not taken away; nobody is named twice; an own prize has a name', async () => {
    const { id, people } = await sportsDay();
    const refused = (input: object, operation = 'contests.saveEntry') =>
      t.raw(operation, { eventId: id, ...input }).then((reply) => (reply.ok ? null : reply.error.code));
    expect(await refused({ version: 1, subjects: ['Cầu lông đơn'], rounds: [] }, 'contests.save')).toBe(
      'CONTEST_PART_USED',
    );
    const twice = [{ memberId: people.hoa }, { memberId: people.hoa }];
    expect(await refused({ kind: 'team', name: 'Đội A', people: twice })).toBe('ENTRY_TWICE');
    expect(await refused({ kind: 'team', people: [{ memberId: people.hoa }] })).toBe('ENTRY_NAME');
    expect(await refused({ people: [{ memberId: people.hoa }], prizes: [{ rank: 'own' }] })).toBe(
      'PRIZE_NAME',
    );
    expect(await refused({ people: [{ memberId: people.hoa }], subject: 9 })).toBe('NOT_FOUND');
  });
});

test('prizes become a draft award decision; doing it again adds only what is new', async () => {
  const { id, noi, people } = await sportsDay();
  const reply = await t.raw('contests.proposeAwards', { eventId: id });
  if (!reply.ok) throw new Error(reply.error.code);
  const { decisionId } = reply.data as { decisionId: number };
  const recipients = async () => (await t.invoke('awards.recipients', { id: decisionId })).rows;
  expect(
    (await recipients()).map(({ kind, memberId, name, reason, amount }) => [
      kind,
      memberId,
      name,
      reason,
      amount,
    ]),
  ).toEqual([
    [
      'individual',
      people.hoa,
      'Nguyễn Thị Hoa',
      'Đạt giải Nhất Cầu lông đơn tại Hội thao ngành Y tế lần thứ III năm 2024',
      500_000,
    ],
    [
      'collective',
      null,
      'Đội Khoa Ngoại',
      'Đạt giải Nhì Kéo co, Đội cổ vũ hay nhất Kéo co tại Hội thao ngành Y tế lần thứ III năm 2024',
      300_000,
    ],
  ]);
  expect(await t.invoke('awards.get', { id: decisionId })).toMatchObject({
    status: 'draft',
    form: 'Giấy khen',
    moneyTotal: 800_000,
    fields: { occasion: 'Đạt giải tại Hội thao ngành Y tế lần thứ III năm 2024', awardYear: 2024 },
  });
  expect(await t.invoke('contests.proposeAwards', { eventId: id })).toMatchObject({ decisionId, added: 0 });
  await t.invoke('contests.saveEntry', {
    eventId: id,
    kind: 'unit',
    departmentId: noi,
    prizes: [{ rank: 'encourage' }],
  });
  expect(await t.invoke('contests.proposeAwards', { eventId: id })).toMatchObject({ decisionId, added: 1 });
  expect(await recipients()).toHaveLength(3);
  expect(await t.raw('awards.trash', { ids: [decisionId] })).toMatchObject({ ok: true });
  const anew = await t.invoke('contests.proposeAwards', { eventId: id });
  expect([anew.decisionId === decisionId, anew.added]).toEqual([false, 3]);
  expect((await t.invoke('awards.list', {})).total).toBe(1);
});

test('the proposal is undone whole, and a contest without prizes proposes nothing', async () => {
  const { id } = await sportsDay();
  const reply = await t.raw('contests.proposeAwards', { eventId: id });
  if (!reply.ok) throw new Error(reply.error.code);
  await t.raw(reply.undo!.operation, reply.undo!.input);
  expect((await t.invoke('awards.list', {})).total).toBe(0);
  expect(await t.raw('contests.proposeAwards', { eventId: await event() })).toMatchObject({
    ok: false,
    error: { code: 'NO_PRIZES' },
  });
});

test('the press award: second edition 2023–2024, works with their authors', async () => {
  const id = await event({
    kind: 'contest',
    name: 'Giải báo chí về công nhân và công đoàn',
    startsOn: '2023-11-23',
    endsOn: '2024-06',
  });
  const author = await member('Sùng Thị Hoá');
  await t.invoke('contests.save', {
    eventId: id,
    version: 0,
    subjects: ['Báo in', 'Báo hình'],
  });
  const series = await t.invoke('events.saveSeries', { name: 'Giải báo chí về công nhân và công đoàn' });
  await t.invoke('events.setEdition', {
    id,
    edition: { seriesId: series.id, number: 2, yearFrom: 2023, yearTo: 2024 },
  });
  await t.invoke('contests.saveEntry', {
    eventId: id,
    kind: 'work',
    name: 'Ca trực đêm giao thừa',
    subject: 0,
    people: [{ memberId: author }, { name: 'Bùi Văn Ngoài' }],
  });
  const view = await t.invoke('contests.get', { eventId: id });
  expect(editionText(view.edition!)).toBe('lần thứ II, 2023–2024');
  expect(view.entries[0]!.people.map((one) => one.name)).toEqual(['Sùng Thị Hoá', 'Bùi Văn Ngoài']);
  expect([1, 4, 9, 14, 40, 99].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL', 'XCIX']);
});
