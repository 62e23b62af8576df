import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wrapDatabase } from '../../electron/db/database';
import { storeLayout } from '../../electron/db/layout';
import {
  countEvents,
  eventRecords,
  membersTakingPart,
  participationByMonth,
  participationRecords,
  participationTurns,
} from '../../electron/modules/events/service';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
const clock = () => new Date('2026-11-22T03:00:00Z');
beforeEach(async () => {
  t = await openTestCore({ clock });
});
afterEach(async () => t.close());

const department = async (name: string) =>
  (await t.invoke('organisation.createUnit', { kind: 'department', name, departmentId: null })).id;
const member = async (fullName: string, more: Partial<InputOf<'members.create'>> = {}) =>
  (await t.invoke('members.create', { fullName, ...more })).id;
const event = async (more: Partial<InputOf<'events.create'>> = {}) =>
  (
    await t.invoke('events.create', {
      kind: 'online_contest',
      name: 'Thi tìm hiểu nghị quyết',
      startsOn: '2026-07-01',
      ...more,
    })
  ).id;
const attendance = (id: number) => t.invoke('events.attendance', { id });
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;
/** Runs the inverse operation a command named. */
async function undoOf(operation: string, input: unknown) {
  const reply = await t.raw(operation, input);
  if (!reply.ok) throw new Error(reply.error.code);
  return async () => {
    const back = await t.raw(reply.undo!.operation, reply.undo!.input);
    if (!back.ok) throw new Error(back.error.code);
    return back;
  };
}

/** Two departments: 3 people and 2 people, and one without a department. */
async function smallUnit() {
  const [internal, surgery] = [await department('Khoa Nội'), await department('Khoa Ngoại')];
  const people = {
    hoa: await member('Nguyễn Thị Hoa', { departmentId: internal }),
    an: await member('Trần Văn Ân', { departmentId: internal }),
    bao: await member('Y Bảo Niê', { departmentId: internal }),
    dung: await member('Đỗ Dũng', { departmentId: surgery }),
    yen: await member('Lê Hải Yến', { departmentId: surgery }),
    kha: await member('Phạm Kha'),
  };
  return { internal, surgery, people };
}

describe('counts without names', () => {
  const source = 'báo cáo số 12/BC-CĐCS';
  const count = {
    value: 1484,
    unit: 'member' as const,
    denominator: 2178,
    denominatorOn: '2026-07-01',
    source,
  };

  test('1.484/2.178 on a day gives 68% and the sentence', async () => {
    const id = await event();
    await t.invoke('events.setCount', { id, version: 1, count });
    const view = await attendance(id);
    expect(view.rate).toBe('68%');
    expect(plain(view.sentence)).toBe('Cuộc thi có 1.484/2.178 đoàn viên tham gia, đạt tỷ lệ 68%.');
  });

  test('more than the whole is refused and nothing changes', async () => {
    const id = await event();
    const reply = await t.raw('events.setCount', { id, version: 1, count: { ...count, value: 2310 } });
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'COUNT_OVER_DENOMINATOR',
        details: { value: 2310, denominator: 2178, day: '2026-07-01' },
      },
    });
    expect((await t.invoke('events.get', { id })).count).toBeNull();
  });

  test('a whole needs its day; people are not compared with members', async () => {
    const id = await event();
    expect(
      await t.raw('events.setCount', { id, version: 1, count: { ...count, denominatorOn: null } }),
    ).toMatchObject({
      error: { code: 'DENOMINATOR_DATE_REQUIRED' },
    });
    expect(
      await t.raw('events.setCount', { id, version: 1, count: { ...count, unit: 'person' } }),
    ).toMatchObject({
      error: { code: 'DENOMINATOR_UNIT' },
    });
  });

  test('three contests add up to 3.290 turns; one of them has no rate', async () => {
    const figures = [
      count,
      { value: 1023, unit: 'person' as const, source },
      { value: 783, unit: 'member' as const, source },
    ];
    for (const one of figures)
      await t.invoke('events.setCount', { id: await event(), version: 1, count: one });
    await event();
    const list = await t.invoke('events.list', { year: 2026 });
    expect(list).toMatchObject({ total: 4, turns: 3290, unrecorded: 1 });
    const second = list.rows.find((row) => row.participation?.value === 1023)!;
    expect((await attendance(second.id)).rate).toBeNull();
  });

  test('a count is taken back by its undo', async () => {
    const id = await event();
    const undo = await undoOf('events.setCount', { id, version: 1, count });
    await undo();
    expect((await t.invoke('events.get', { id })).count).toBeNull();
  });
});

describe('departments', () => {
  test('all, all except, only and none against the list of the day', async () => {
    const { internal, surgery, people } = await smallUnit();
    const id = await event();
    expect(await attendance(id)).toMatchObject({
      frozen: false,
      eligible: 6,
      present: 0,
      participation: null,
      sentence: null,
    });
    await t.invoke('events.setDepartment', { id, departmentId: surgery, mode: 'all' });
    await t.invoke('events.setDepartment', {
      id,
      departmentId: internal,
      mode: 'except',
      people: [{ memberId: people.hoa, reason: 'thai sản' }],
    });
    await t.invoke('events.setDepartment', { id, departmentId: null, mode: 'none' });
    const view = await attendance(id);
    expect(view).toMatchObject({
      frozen: true,
      takenOn: '2026-07-01',
      eligible: 6,
      present: 4,
      recordedDepartments: 3,
      rate: '67%',
    });
    expect(view.departments.map((one) => [one.name, one.mode, one.present, one.eligible])).toEqual([
      ['Khoa Ngoại', 'all', 2, 2],
      ['Khoa Nội', 'except', 2, 3],
      [null, 'none', 0, 1],
    ]);
    expect(view.departments[1]!.people).toEqual([
      { memberId: people.hoa, fullName: 'Nguyễn Thị Hoa', reason: 'thai sản' },
    ]);
    const absent = await t.invoke('events.participants', { id, show: 'absent' });
    expect(absent.rows.map((row) => [row.fullName, row.reason])).toEqual([
      ['Nguyễn Thị Hoa', 'thai sản'],
      ['Phạm Kha', null],
    ]);
  });

  test('who joins later does not change the rate; taking the list again does', async () => {
    const { internal, surgery } = await smallUnit();
    const id = await event();
    await t.invoke('events.setDepartment', { id, departmentId: surgery, mode: 'all' });
    await member('Vàng A Chẩu', { departmentId: surgery });
    await member('Lò Văn Ửng', { departmentId: internal, unionJoinDate: '2026-09-01' });
    expect(await attendance(id)).toMatchObject({ eligible: 6, present: 2 });
    const undo = await undoOf('events.retakeList', { id, reason: 'Ghi sót người mới chuyển đến' });
    expect(await attendance(id)).toMatchObject({ eligible: 7, present: 3 });
    await undo();
    expect(await attendance(id)).toMatchObject({ eligible: 6, present: 2 });
  });

  test('the list is of the event’s day: who had left is not on it, who moved later stands where they were', async () => {
    const { internal, surgery, people } = await smallUnit();
    await t.invoke('members.setStatus', {
      id: people.an,
      version: 1,
      status: 'retired',
      statusDate: '2026-05-01',
    });
    await t.invoke('members.setStatus', {
      id: people.hoa,
      version: 1,
      status: 'transferred',
      statusDate: '2026-08-01',
    });
    await t.invoke('members.update', {
      id: people.yen,
      version: 1,
      fullName: 'Lê Hải Yến',
      departmentId: internal,
    });
    await member('Hà Mới', { departmentId: internal, unionJoinDate: '2026-07-02' });
    const id = await event();
    await t.invoke('events.setDepartment', { id, departmentId: surgery, mode: 'all' });
    const all = await t.invoke('events.participants', { id });
    expect(all.rows.map((row) => row.fullName).sort()).toEqual(
      ['Lê Hải Yến', 'Nguyễn Thị Hoa', 'Phạm Kha', 'Y Bảo Niê', 'Đỗ Dũng'].sort(),
    );
    expect(all.rows.find((row) => row.memberId === people.yen)?.department).toBe('Khoa Ngoại');
  });

  test('a change of participation is taken back exactly, reasons included', async () => {
    const { internal, people } = await smallUnit();
    const id = await event();
    const except = [{ memberId: people.hoa, reason: 'ốm' }];
    await t.invoke('events.setDepartment', { id, departmentId: internal, mode: 'except', people: except });
    const before = await attendance(id);
    const undo = await undoOf('events.setDepartment', { id, departmentId: internal, mode: 'none' });
    expect((await attendance(id)).present).toBe(0);
    await undo();
    expect(await attendance(id)).toEqual(before);
  });

  test('an exception must be of the department', async () => {
    const { internal, people } = await smallUnit();
    const id = await event();
    const except = [{ memberId: people.dung, reason: null }];
    expect(
      await t.raw('events.setDepartment', { id, departmentId: internal, mode: 'except', people: except }),
    ).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect((await attendance(id)).frozen).toBe(false);
  });
});

describe('people one by one', () => {
  test('ticking, taking off with a reason, and undo', async () => {
    const { people } = await smallUnit();
    const id = await event();
    await t.invoke('events.setPeople', { id, add: [people.hoa, people.dung] });
    expect(await attendance(id)).toMatchObject({ eligible: 6, present: 2 });
    const undo = await undoOf('events.setPeople', {
      id,
      reasons: [{ memberId: people.dung, reason: 'trực' }],
    });
    expect(
      (await t.invoke('events.participants', { id, show: 'came' })).rows.map((row) => row.fullName),
    ).toEqual(['Nguyễn Thị Hoa']);
    await undo();
    expect(await attendance(id)).toMatchObject({ present: 2 });
  });

  test('someone who is not on the list takes part beside it', async () => {
    await smallUnit();
    const late = await member('Hà Mới', { unionJoinDate: '2026-08-01' });
    const id = await event();
    await t.invoke('events.setPeople', { id, add: [late] });
    expect(await attendance(id)).toMatchObject({ eligible: 6, present: 0, outside: 1 });
    await t.invoke('events.setPeople', { id, remove: [late] });
    expect((await attendance(id)).outside).toBe(0);
  });

  test('a meeting counts those invited to it', async () => {
    const { people } = await smallUnit();
    const id = await event({ kind: 'committee_meeting', name: 'Họp ban chấp hành', audience: 'invited' });
    await t.invoke('events.setInvited', { id, add: [people.hoa, people.dung, people.kha] });
    await t.invoke('events.setPeople', { id, add: [people.hoa, people.dung] });
    const view = await attendance(id);
    expect(view).toMatchObject({ eligible: 3, present: 2, rate: '67%' });
    expect(plain(view.sentence)).toBe('Cuộc họp có 2/3 người tham gia, đạt tỷ lệ 67%.');
  });

  test('names are found without tones; the story of a member shows the event', async () => {
    const { people } = await smallUnit();
    const id = await event();
    const found = await t.invoke('events.participants', { id, search: 'hai yen' });
    expect(found.rows.map((row) => row.memberId)).toEqual([people.yen]);
    await t.invoke('events.setPeople', { id, add: [people.yen] });
    const story = await t.invoke('members.timeline', { id: people.yen });
    expect(story.rows).toContainEqual(
      expect.objectContaining({ kind: 'event', recordId: id, date: '2026-07-01' }),
    );
    expect((await t.invoke('events.list', { memberId: people.yen })).total).toBe(1);
  });
});

describe('the record', () => {
  test('an event ends after it begins', async () => {
    expect(
      await t.raw('events.create', {
        kind: 'training',
        name: 'Tập huấn',
        startsOn: '2023-11-23',
        endsOn: '2023-11-22',
      }),
    ).toMatchObject({
      error: { code: 'DATE_ORDER' },
    });
    expect(
      await t.raw('events.create', {
        kind: 'training',
        name: 'Tập huấn',
        startsOn: '2023-11-23',
        startsAt: '14:00',
        endsAt: '09:00',
      }),
    ).toMatchObject({ error: { code: 'DATE_ORDER' } });
    await event({ startsOn: '2026', endsOn: '2026-05' });
  });

  test('a stale version is a conflict; an edit is taken back', async () => {
    const id = await event();
    const fields = {
      kind: 'training' as const,
      name: 'Tập huấn nghiệp vụ',
      startsOn: '2023-11-23',
      sequence: 2,
      sessions: 1,
    };
    const undo = await undoOf('events.update', { id, version: 1, ...fields });
    expect(await t.raw('events.update', { id, version: 1, ...fields })).toMatchObject({
      error: { code: 'VERSION_CONFLICT' },
    });
    await undo();
    expect((await t.invoke('events.get', { id })).fields.name).toBe('Thi tìm hiểu nghị quyết');
  });

  test('the trash takes an event with its participation, and gives both back', async () => {
    const { people } = await smallUnit();
    const id = await event();
    await t.invoke('events.setPeople', { id, add: [people.hoa] });
    const undo = await undoOf('events.trash', { ids: [id] });
    expect((await t.invoke('events.list', {})).total).toBe(0);
    expect((await t.invoke('trash.list', {})).rows).toContainEqual(
      expect.objectContaining({ entity: 'event', id }),
    );
    await undo();
    expect(await attendance(id)).toMatchObject({ present: 1 });
  });

  test('filters: year, period, kind, category, words without tones', async () => {
    await event({ startsOn: '2025-12-31', name: 'Hội thao ngành', kind: 'sports', place: 'Nhà văn hóa' });
    await event({ startsOn: '2026', name: 'Thăm hỏi cả năm', kind: 'visit' });
    const july = await event({ startsOn: '2026-07' });
    const names = async (input: InputOf<'events.list'>) =>
      (await t.invoke('events.list', input)).rows.map((row) => row.name);
    expect(await names({ year: 2025 })).toEqual(['Hội thao ngành']);
    expect(await names({ from: '2026-07-01', to: '2026-07-31' })).toEqual([
      (await t.invoke('events.get', { id: july })).fields.name,
    ]);
    expect(await names({ kinds: ['visit'] })).toEqual(['Thăm hỏi cả năm']);
    expect(await names({ categories: ['culture'] })).toEqual(['Hội thao ngành']);
    expect(await names({ search: 'nha van hoa' })).toEqual(['Hội thao ngành']);
    expect((await t.invoke('events.years', {})).rows).toEqual([
      { year: 2026, events: 2 },
      { year: 2025, events: 1 },
    ]);
  });

  test('every change writes the log', async () => {
    const { people } = await smallUnit();
    const id = await event();
    await t.invoke('events.setPeople', { id, add: [people.hoa] });
    await t.invoke('events.setCount', {
      id,
      version: 1,
      count: { value: 5, unit: 'turn', source: 'báo cáo' },
    });
    await t.invoke('events.trash', { ids: [id] });
    const log = await t.invoke('audit.list', { entity: 'event', entityId: id });
    expect(log.rows.map((row) => row.action)).toEqual(['trash', 'update', 'update', 'create']);
  });
});

test('the sign-in sheet is a PDF', async () => {
  await smallUnit();
  const id = await event({ startsAt: '14:00', place: 'Hội trường tầng 3' });
  const file = await t.job('events.signInSheet', { id });
  expect(file.mime).toBe('application/pdf');
  expect(file.size).toBeGreaterThan(5000);
  expect(file.name).toBe('Danh sách ký Thi tìm hiểu nghị quyết 01-07-2026.pdf');
});

test('figures for other areas: events of a kind, turns, months, people', async () => {
  const { people } = await smallUnit();
  const meeting = await event({ kind: 'committee_meeting', name: 'Họp quý I', startsOn: '2026-03-10' });
  await t.invoke('events.setPeople', { id: meeting, add: [people.hoa, people.an] });
  const contest = await event();
  await t.invoke('events.setCount', {
    id: contest,
    version: 1,
    count: { value: 1023, unit: 'person', source: 'báo cáo' },
  });
  await event({ startsOn: '2026', name: 'Thăm hỏi trong năm', kind: 'visit' });
  await event({ startsOn: '2025-07-01' });
  const raw = new Database(storeLayout(t.dir).db, { readonly: true });
  const db = wrapDatabase(raw);
  const all = { from: '2026-01-01', to: '2026-12-31' };
  const half = { from: '2026-01-01', to: '2026-06-30' };
  expect(countEvents(db, ['committee_meeting'], all)).toBe(1);
  expect(countEvents(db, null, all)).toBe(3);
  expect(countEvents(db, null, half)).toBe(1);
  expect(eventRecords(db, ['committee_meeting'], all)).toMatchObject([
    { id: meeting, label: 'Họp quý I', amount: 1 },
  ]);
  expect(participationTurns(db, all)).toEqual({ turns: 1025, events: 3, unrecorded: 1, flags: ['exact'] });
  expect(participationRecords(db, all).map((row) => row.amount)).toEqual([2, 1023]);
  const months = participationByMonth(db, 2026);
  expect(months).toHaveLength(12);
  expect(months[2]).toEqual({ month: 3, events: 1, turns: 2 });
  expect(months[6]).toEqual({ month: 7, events: 1, turns: 1023 });
  expect(membersTakingPart(db, all)).toBe(2);
  raw.close();
});
