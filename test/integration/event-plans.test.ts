import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { editionText, quorumText, renamed, THRESHOLDS } from '../../shared/domain/eventPlans';
import { roman } from '../../shared/text/roman';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
const clock = () => new Date('2026-11-22T03:00:00Z');
beforeEach(async () => {
  t = await openTestCore({ clock });
});
afterEach(async () => t.close());

const event = async (more: Partial<InputOf<'events.create'>> = {}) =>
  (
    await t.invoke('events.create', {
      kind: 'year_review',
      name: 'Hội nghị Ban Chấp hành mở rộng tổng kết năm 2021',
      startsOn: '2022-01-12',
      startsAt: '14:00',
      place: 'Hội trường tầng 3',
      audience: 'invited',
      ...more,
    })
  ).id;
const plan = (id: number, sessionId: number | null = null) => t.invoke('events.plan', { id, sessionId });
const groupOf = async (id: number, name: string) => (await plan(id)).groups.find((one) => one.name === name)!;
const peopleOf = async (id: number, sessionId: number | null = null) =>
  (await t.invoke('events.groupPeople', { id, sessionId })).rows;

/** The text items of all pages, one a line. */
async function textOf(token: string) {
  const pages = await readPdf(await readFile(t.core.files.outgoing(token).path));
  return pages
    .flatMap((page) => page.texts.map((one) => one.text))
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

async function undoable(operation: string, input: unknown) {
  const reply = await t.raw(operation, input);
  if (!reply.ok) throw new Error(`${operation}: ${reply.error.code} ${JSON.stringify(reply.error.fields)}`);
  return {
    data: reply.data as { id: number },
    undo: async () => {
      const back = await t.raw(reply.undo!.operation, reply.undo!.input);
      if (!back.ok) throw new Error(`${reply.undo!.operation}: ${back.error.code}`);
    },
  };
}

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương'];
const names = (count: number, given: string) =>
  Array.from(
    { length: count },
    (_, at) => `${FAMILY[at % FAMILY.length]} Thị ${given} ${'ABCDEFGHIJKL'[at % 12]}`,
  );

/** A committee of the term from October 2020: eleven members, one of whom left at the end of 2021. */
async function committee() {
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    shortName: 'CĐCS TTYT khu vực Suối Mơ',
    symbol: 'CĐCS',
    upperName: 'Liên đoàn Lao động tỉnh Thanh Lâm',
  });
  const term = await t.invoke('organisation.saveTerm', {
    name: null,
    startsOn: '2020-10-28',
    endsOn: '2025',
    chairName: 'Hoàng Minh Tuệ',
    chairTitle: 'Chủ tịch',
    onBehalfOf: 'TM. BAN CHẤP HÀNH',
  });
  const { ids } = await t.invoke('organisation.startCommittees', {
    termId: term.id,
    items: [
      { kind: 'executive', name: 'Ban Chấp hành', seats: 11 },
      { kind: 'inspection', name: 'Ủy ban kiểm tra', seats: 3 },
    ],
    chairTitle: null,
  });
  const seat = async (
    committeeId: number,
    fullName: string,
    more: Partial<InputOf<'organisation.savePost'>> = {},
  ) => {
    const memberId = (await t.invoke('members.create', { fullName, unionJoinDate: '2015-01-01' })).id;
    await t.invoke('organisation.savePost', {
      id: null,
      version: null,
      committeeId,
      memberId,
      role: 'member',
      title: 'Ủy viên',
      fromDate: '2020-10-28',
      how: 'congress',
      ...more,
    });
    return memberId;
  };
  await seat(ids[0]!, 'Hoàng Minh Tuệ', { role: 'chair', title: 'Chủ tịch' });
  for (const name of names(9, 'An')) await seat(ids[0]!, name);
  await seat(ids[0]!, 'Đinh Văn Rời', { endedOn: '2022-01-01' });
  await seat(ids[0]!, 'Cao Thị Tới', { fromDate: '2022-01-01' });
  for (const name of names(3, 'Kiểm')) await seat(ids[1]!, name);
}

describe('wordings', () => {
  test('editions in Roman numbers, in words, over two years', () => {
    expect([1, 2, 4, 9, 14, 40, 99, 444, 999].map(roman)).toEqual([
      'I',
      'II',
      'IV',
      'IX',
      'XIV',
      'XL',
      'XCIX',
      'CDXLIV',
      'CMXCIX',
    ]);
    const second = { number: 2, yearFrom: 2023, yearTo: 2023 };
    expect(editionText({ ...second, numbering: 'roman' })).toBe('lần thứ II năm 2023');
    expect(editionText({ ...second, numbering: 'words' })).toBe('lần thứ hai năm 2023');
    expect(editionText({ ...second, yearTo: 2024, numbering: 'roman' })).toBe('lần thứ II, 2023–2024');
  });

  test('the quorum as minutes say it', () => {
    const say = (code: 'majority' | 'twoThirds', came: number, eligible: number) =>
      quorumText({ code, threshold: THRESHOLDS[code], came, eligible, word: 'ủy viên' });
    expect(say('twoThirds', 9, 11)).toBe('9/11 ủy viên, đủ 2/3');
    expect(say('twoThirds', 7, 11)).toBe('7/11 ủy viên, chưa đủ 2/3');
    expect(say('twoThirds', 8, 12)).toBe('8/12 ủy viên, đủ 2/3');
    expect(say('majority', 6, 12)).toBe('6/12 ủy viên, chưa đủ quá nửa');
    expect(say('majority', 7, 12)).toBe('7/12 ủy viên, đủ quá nửa');
  });

  test('a copied name takes the new year and leaves other numbers alone', () => {
    expect(renamed('Tổng kết năm 2025, QĐ 12025', null, null, [2025, 2026])).toBe(
      'Tổng kết năm 2026, QĐ 12025',
    );
  });
});

describe('row 34: an extended committee conference', () => {
  const GROUPS: InputOf<'events.saveGroup'>[] = [
    { eventId: 0, kind: 'guests', name: 'Đại biểu lãnh đạo Sở' },
    { eventId: 0, kind: 'guests', name: 'Đại biểu Liên đoàn Lao động tỉnh' },
    { eventId: 0, kind: 'executive', quorum: 'twoThirds' },
    { eventId: 0, kind: 'inspection' },
    { eventId: 0, kind: 'chairs', name: 'Chủ tịch công đoàn bộ phận' },
    { eventId: 0, kind: 'own', name: 'Tập thể được khen' },
    { eventId: 0, kind: 'own', name: 'Cá nhân được khen' },
  ];

  async function conference() {
    await committee();
    const id = await event();
    for (const group of GROUPS) await t.invoke('events.saveGroup', { ...group, eventId: id });
    for (const guest of [
      { name: 'Phạm Quốc Việt', honorific: 'Ông', title: 'Phó Giám đốc', organisation: 'Sở Y tế' },
      { name: 'Lò Thị Mây', honorific: 'Bà', title: 'Trưởng phòng', organisation: 'Sở Y tế' },
    ])
      await t.invoke('events.saveAttendee', {
        groupId: (await groupOf(id, 'Đại biểu lãnh đạo Sở')).id,
        ...guest,
      });
    return id;
  }

  test('seven groups; the committee is those in post that day; 9/11 meets two thirds', async () => {
    const id = await conference();
    const { groups, addressing } = await plan(id);
    expect(groups).toHaveLength(7);
    expect(addressing).toEqual([
      'Kính thưa Ông Phạm Quốc Việt, Phó Giám đốc Sở Y tế',
      'Kính thưa Bà Lò Thị Mây, Trưởng phòng Sở Y tế',
    ]);
    const executive = await groupOf(id, 'Ủy viên Ban Chấp hành');
    expect(executive).toMatchObject({ people: 11, recorded: false, quorum: null, registerNow: null });
    const people = await peopleOf(executive.id);
    expect(people[0]).toMatchObject({ name: 'Hoàng Minh Tuệ', title: 'Chủ tịch', order: 1 });
    expect(people.map((one) => one.name)).toContain('Cao Thị Tới');
    expect(people.map((one) => one.name)).not.toContain('Đinh Văn Rời');
    await t.invoke('events.markGroup', {
      id: executive.id,
      except: [{ attendeeId: people[3]!.id, reason: 'có phép' }, { attendeeId: people[5]!.id }],
    });
    expect(await groupOf(id, 'Ủy viên Ban Chấp hành')).toMatchObject({
      came: 9,
      absent: 2,
      excused: 1,
      quorum: { text: '9/11 ủy viên, đủ 2/3', reached: true, fewest: 8 },
    });
    const figure = (await t.invoke('events.get', { id })).participation;
    expect(figure).toMatchObject({ value: 9, whole: 14, unit: 'person' });
  });

  test('one sign-in sheet for each group, numbered, with twenty blank lines', async () => {
    const id = await conference();
    const file = await t.job('events.groupSheets', { id });
    const text = await textOf(file.token);
    for (const title of [
      'DANH SÁCH ĐẠI BIỂU LÃNH ĐẠO SỞ KÝ TÊN',
      'DANH SÁCH ỦY VIÊN BAN CHẤP HÀNH KÝ TÊN',
      'DANH SÁCH ỦY VIÊN ỦY BAN KIỂM TRA KÝ TÊN',
      'DANH SÁCH CÁ NHÂN ĐƯỢC KHEN KÝ TÊN',
    ])
      expect(text).toContain(title);
    expect(text.match(/KÝ TÊN/g)).toHaveLength(7);
    expect(text).toContain('Ông Phạm Quốc Việt');
    expect(text).toContain('Chức vụ, cơ quan');
    const lines = text.split('\n');
    expect(lines.filter((line) => line === '22')).toHaveLength(3);
    expect(lines).toContain('31');
    expect(lines).not.toContain('32');
  });

  test('marks, order, people, groups and taking again can each be undone', async () => {
    const id = await conference();
    const executive = await groupOf(id, 'Ủy viên Ban Chấp hành');
    const seen = async () => ({
      plan: { ...(await plan(id)), version: 0 },
      people: await peopleOf(executive.id),
    });
    const bare = (one: Awaited<ReturnType<typeof seen>>) =>
      JSON.stringify(one).replaceAll(/"version":\d+/g, '');
    const start = bare(await seen());
    const people = await peopleOf(executive.id);
    const steps: [string, unknown][] = [
      ['events.markGroup', { id: executive.id, except: [{ attendeeId: people[1]!.id, reason: 'ốm' }] }],
      ['events.markPeople', { id, people: [{ attendeeId: people[2]!.id, came: true }] }],
      ['events.orderAttendees', { groupId: executive.id, ids: people.map((one) => one.id).reverse() }],
      ['events.trashAttendees', { ids: [people[4]!.id] }],
      ['events.trashGroups', { ids: [executive.id] }],
      ['events.saveGroup', { eventId: id, kind: 'guests', name: 'Khách khác' }],
      ['events.saveAttendee', { groupId: executive.id, name: 'Người ngoài' }],
      [
        'events.savePlan',
        { id, version: 0, chair: 'Hoàng Minh Tuệ', agenda: [{ text: 'Khai mạc', at: '14:00' }] },
      ],
      ['events.retakeGroup', { id: executive.id }],
    ];
    for (const [operation, input] of steps) {
      const { undo } = await undoable(operation, input);
      await undo();
      expect(bare(await seen()), operation).toBe(start);
    }
  });

  test('who leaves the committee later is told by the group, and taking it again follows the day', async () => {
    const id = await conference();
    const executive = await groupOf(id, 'Ủy viên Ban Chấp hành');
    const { rows } = await t.invoke('organisation.posts', { asOf: '2022-01-12' });
    const post = rows.find((row) => row.name === 'Cao Thị Tới')!;
    await t.invoke('organisation.endPosts', {
      items: [
        {
          id: post.id,
          version: post.version,
          endedOn: '2022-01-05',
          endReason: null,
          endDecisionNo: null,
          endDecisionDate: null,
        },
      ],
    });
    expect(await groupOf(id, 'Ủy viên Ban Chấp hành')).toMatchObject({ people: 11, registerNow: 10 });
    await t.invoke('events.retakeGroup', { id: executive.id });
    expect(await groupOf(id, 'Ủy viên Ban Chấp hành')).toMatchObject({ people: 10, registerNow: null });
  });
});

test('row 24: a half-year conference on a Wednesday; a template keeps its plan', async () => {
  const id = await event({ name: 'Sơ kết 6 tháng đầu năm 2024', startsOn: '2024-07-24' });
  await t.invoke('events.saveGroup', { eventId: id, kind: 'guests' });
  const group = await groupOf(id, 'Đại biểu khách mời');
  await t.invoke('events.saveAttendee', { groupId: group.id, name: 'Phạm Quốc Việt', title: 'Giám đốc' });
  const file = await t.job('events.groupSheets', { id });
  expect(await textOf(file.token)).toContain('14 giờ 00, thứ Tư, ngày 24 tháng 7 năm 2024');
  await t.invoke('events.savePlan', {
    id,
    version: 0,
    agenda: [{ at: '14:00', text: 'Khai mạc', who: 'Ban tổ chức' }],
  });
  const kept = await t.invoke('events.keepTemplate', { id, name: 'Hội nghị sơ kết' });
  const made = await t.invoke('events.createFrom', {
    templateId: kept.id,
    startsOn: '2026-07-15',
    name: 'Sơ kết 2026',
  });
  const copy = await plan(made.id);
  expect(copy.agenda).toEqual([{ at: '14:00', text: 'Khai mạc', who: 'Ban tổ chức' }]);
  expect(copy.groups).toMatchObject([{ kind: 'guests', people: 1 }]);
});

describe('sessions', () => {
  test('each has its own attendance; the figure says distinct people or turns', async () => {
    const id = await event();
    const day = (onDay: string, name: string) =>
      t.invoke('events.saveSession', { eventId: id, name, onDay, startsAt: '08:00', place: 'Phòng họp 2' });
    const [first, second] = [
      (await day('2022-01-12', 'Buổi sáng')).id,
      (await day('2022-01-13', 'Buổi hai')).id,
    ];
    await t.invoke('events.saveGroup', { eventId: id, kind: 'own' });
    const group = await groupOf(id, 'Đại biểu khác');
    const members: number[] = [];
    for (const fullName of names(4, 'Lan')) {
      const memberId = (await t.invoke('members.create', { fullName, unionJoinDate: '2015-01-01' })).id;
      members.push((await t.invoke('events.saveAttendee', { groupId: group.id, memberId })).id);
    }
    const guest = await t.invoke('events.saveAttendee', { groupId: group.id, name: 'Khách một' });
    await t.invoke('events.markGroup', {
      id: group.id,
      sessionId: first,
      except: [{ attendeeId: members[0]! }],
    });
    const both = await undoable('events.markGroup', {
      id: group.id,
      sessionId: second,
      except: [{ attendeeId: members[0]! }, { attendeeId: members[1]! }, { attendeeId: guest.id }],
    });
    expect(await plan(id)).toMatchObject({ people: 5, came: 4, turns: 6 });
    expect((await plan(id)).sessions.map((one) => one.came)).toEqual([4, 2]);
    expect((await plan(id, second)).groups[0]).toMatchObject({ came: 2, absent: 3 });
    expect((await t.invoke('events.get', { id })).participation).toMatchObject({
      value: 3,
      whole: 4,
      unit: 'person',
    });
    const turns = await undoable('events.savePlan', { id, version: 0, figure: 'turns' });
    expect((await t.invoke('events.get', { id })).participation).toMatchObject({
      value: 6,
      unit: 'turn',
      whole: null,
    });
    await both.undo();
    expect((await t.invoke('events.get', { id })).participation).toMatchObject({ value: 4, unit: 'turn' });
    await turns.undo();
    expect((await t.invoke('events.get', { id })).participation).toMatchObject({ value: 3, whole: 4 });
    const trash = await undoable('events.trashSessions', { ids: [first] });
    expect((await plan(id)).sessions).toHaveLength(1);
    await trash.undo();
    expect((await plan(id)).sessions).toHaveLength(2);
  });
});

describe('series and copies', () => {
  test('the copy of last year takes all but dates and figures, and the next edition', async () => {
    await committee();
    const series = await t.invoke('events.saveSeries', { name: 'Hội thao công đoàn', numbering: 'roman' });
    const id = await event({
      name: 'Hội thao công đoàn lần thứ II năm 2023',
      startsOn: '2023-05-10',
      content: 'Kéo co',
    });
    await t.invoke('events.setEdition', {
      id,
      edition: { seriesId: series.id, number: 2, yearFrom: 2023, yearTo: 2023 },
    });
    await t.invoke('events.saveSession', {
      eventId: id,
      name: 'Chung kết',
      onDay: '2023-05-12',
      startsAt: '15:00',
    });
    await t.invoke('events.saveGroup', { eventId: id, kind: 'executive', quorum: 'majority' });
    await t.invoke('events.markGroup', { id: (await groupOf(id, 'Ủy viên Ban Chấp hành')).id });
    const copy = await undoable('events.createFrom', { eventId: id, startsOn: '2024-05-15' });
    const made = await t.invoke('events.get', { id: copy.data.id });
    expect(made).toMatchObject({
      participation: null,
      fields: {
        name: 'Hội thao công đoàn lần thứ III năm 2024',
        startsOn: '2024-05-15',
        content: 'Kéo co',
        result: null,
      },
    });
    const next = await plan(copy.data.id);
    expect(next.edition).toMatchObject({ number: 3, yearFrom: 2024, text: 'lần thứ III năm 2024' });
    expect(next.sessions).toMatchObject([{ name: 'Chung kết', onDay: '2024-05-17', came: null }]);
    expect(next.groups).toMatchObject([
      { kind: 'executive', people: 11, quorumCode: 'majority', recorded: false },
    ]);
    const { rows } = await t.invoke('events.series', {});
    expect(rows[0]!.editions.map((one) => [one.text, one.participation])).toEqual([
      ['lần thứ III năm 2024', null],
      ['lần thứ II năm 2023', expect.stringMatching(/^11\/11/)],
    ]);
    expect(rows[0]!.next.text).toBe('lần thứ IV năm 2026');
    await copy.undo();
    expect((await t.invoke('events.series', {})).rows[0]!.editions).toHaveLength(1);
  });

  test('series and templates go to the trash and come back', async () => {
    const series = await t.invoke('events.saveSeries', { name: 'Giải báo chí', numbering: 'roman' });
    const body = { kind: 'training' as const, eventName: 'Tập huấn nghiệp vụ' };
    const template = await t.invoke('events.saveTemplate', { name: 'Tập huấn', body });
    for (const [operation, input] of [
      ['events.trashSeries', { ids: [series.id] }],
      ['events.trashTemplates', { ids: [template.id] }],
      ['events.saveSeries', { id: series.id, version: 1, name: 'Giải khác', numbering: 'words' }],
      ['events.saveTemplate', { id: template.id, version: 1, name: 'Khác', body }],
    ] as const) {
      const current = input as { version?: number; ids?: unknown };
      if (current.version !== undefined)
        current.version = operation.endsWith('Series')
          ? (await t.invoke('events.series', {})).rows[0]!.version
          : (await t.invoke('events.templates', {})).rows[0]!.version;
      const { undo } = await undoable(operation, input);
      await undo();
      expect((await t.invoke('events.series', {})).rows.map((row) => row.name)).toEqual(['Giải báo chí']);
      expect((await t.invoke('events.templates', {})).rows.map((row) => row.name)).toEqual(['Tập huấn']);
    }
  });
});
