import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
const clock = () => new Date('2022-03-01T03:00:00Z');
beforeEach(async () => {
  t = await openTestCore({ clock });
});
afterEach(async () => t.close());

const meeting = async () =>
  (
    await t.invoke('events.create', {
      kind: 'year_review',
      name: 'Hội nghị Ban Chấp hành mở rộng tổng kết năm 2021',
      startsOn: '2022-01-12',
    })
  ).id;
const group = async (name: string) => (await t.invoke('organisation.createUnit', { kind: 'group', name })).id;
const ask = {
  text: 'Lắng nghe đoàn viên',
  saidBy: 'Nguyễn Thu Hà',
  saidTitle: 'Chủ tịch',
  saidOn: '2022-01-12',
};

async function undoable(operation: string, input: unknown) {
  const reply = await t.raw(operation, input);
  if (!reply.ok) throw new Error(`${reply.error.code} ${JSON.stringify(reply.error.fields)}`);
  return {
    data: reply.data as Record<string, never>,
    undo: async () => {
      const back = await t.raw(reply.undo!.operation, reply.undo!.input);
      if (!back.ok) throw new Error(back.error.code);
    },
  };
}

test('row 6: one direction of a guest becomes one follow-up with owner and date', async () => {
  const eventId = await meeting();
  await t.invoke('events.createFollowUps', {
    ...ask,
    eventId,
    dueOn: '2022-02-15',
    owners: [{ name: 'Ban nữ công' }],
  });
  const { total, rows } = await t.invoke('events.followUps', { eventId });
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({
    owner: 'Ban nữ công',
    dueOn: '2022-02-15',
    saidBy: 'Nguyễn Thu Hà',
    eventName: 'Hội nghị Ban Chấp hành mở rộng tổng kết năm 2021',
    overdue: true,
  });
  const { token } = await t.job('events.followUpsPaper', { eventId });
  const pages = await readPdf(new Uint8Array(readFileSync(t.core.files.outgoing(token).path)));
  const words = pages.flatMap((page) => page.texts.map((one) => one.text)).join(' ');
  for (const part of ['Lắng nghe đoàn viên', 'Nguyễn Thu Hà', 'Ban nữ công', '15/02/2022'])
    expect(words).toContain(part);
  const due = await t.invoke('dashboard.due', { from: '2022-01-01', to: '2022-12-31' });
  expect(due.rows.find((row) => row.kind === 'followUpsOverdue')).toMatchObject({
    urgency: 'late',
    count: 1,
  });
});

test('row 44: five directions are five follow-ups with owner and deadline; the overdue come first', async () => {
  const eventId = await meeting();
  const asked = [
    ['Lắng nghe đoàn viên', '2022-06-30'],
    ['Bảo vệ quyền lợi đoàn viên', '2022-02-10'],
    ['Đào tạo, bồi dưỡng cán bộ công đoàn', '2022-09-30'],
    ['Chăm sóc sức khỏe đoàn viên', '2022-04-30'],
    ['Đổi mới công tác tuyên truyền', '2022-02-01'],
  ] as const;
  for (const [text, dueOn] of asked)
    await t.invoke('events.createFollowUps', {
      ...ask,
      text,
      eventId,
      dueOn,
      owners: [{ name: 'Ban Chấp hành' }],
    });
  const answer = await t.invoke('events.followUps', { eventId });
  expect(answer).toMatchObject({ total: 5, waiting: 5, overdue: 2, done: 0 });
  expect(answer.rows.map((row) => row.dueOn)).toEqual([
    '2022-02-01',
    '2022-02-10',
    '2022-04-30',
    '2022-06-30',
    '2022-09-30',
  ]);
  expect(answer.rows.every((row) => row.owner === 'Ban Chấp hành')).toBe(true);
  const { rows } = await t.invoke('dashboard.due', { from: '2022-01-01', to: '2022-12-31' });
  expect(rows.find((row) => row.kind === 'followUpsOverdue')).toMatchObject({ count: 2, urgency: 'late' });
  const month = await t.invoke('events.followUps', { show: 'overdue' });
  expect(month.rows.map((row) => row.text)).toEqual([
    'Đổi mới công tác tuyên truyền',
    'Bảo vệ quyền lợi đoàn viên',
  ]);
});

test('row 50: given to many units at once, the list tells which have not reported', async () => {
  const units = [await group('Tổ 1'), await group('Tổ 2'), await group('Tổ 3')];
  const made = await t.invoke('events.createFollowUps', {
    ...ask,
    text: 'Áp dụng ngay tại đơn vị',
    dueOn: '2022-03-31',
    owners: units.map((unitId) => ({ unitId })),
  });
  expect(made.ids).toHaveLength(3);
  await t.invoke('events.reportFollowUp', {
    id: made.ids[1]!,
    version: 1,
    state: 'done',
    result: 'Đã phổ biến',
  });
  const waiting = await t.invoke('events.followUps', { batch: made.batch, show: 'waiting' });
  expect(waiting.rows.map((row) => row.owner)).toEqual(['Tổ 1', 'Tổ 3']);
  expect(waiting.rows[0]).toMatchObject({ inBatch: 3, reportedInBatch: 1 });
  const { rows } = await t.invoke('events.followUpOwners', {});
  expect(rows).toEqual([
    { name: 'Tổ 1', waiting: 1, all: 1 },
    { name: 'Tổ 3', waiting: 1, all: 1 },
    { name: 'Tổ 2', waiting: 0, all: 1 },
  ]);
});

test('a list of units prints those that have not reported first; another list prints as it is shown', async () => {
  const units = [await group('Tổ 1'), await group('Tổ 2')];
  const made = await t.invoke('events.createFollowUps', {
    ...ask,
    dueOn: '2022-02-15',
    owners: units.map((unitId) => ({ unitId })),
  });
  await t.invoke('events.reportFollowUp', {
    id: made.ids[0]!,
    version: 1,
    state: 'done',
    result: 'Đã phổ biến',
  });
  const words = async (input: object) => {
    const { token } = await t.job('events.followUpsPaper', input);
    const pages = await readPdf(new Uint8Array(readFileSync(t.core.files.outgoing(token).path)));
    return pages.flatMap((page) => page.texts.map((one) => one.text)).join(' ');
  };
  const paper = await words({ batch: made.batch });
  expect(paper).toMatch(/TÌNH HÌNH BÁO CÁO CỦA CÁC ĐƠN VỊ/);
  expect(paper).toMatch(
    /Chưa báo cáo[\s\S]*Tổ 2[\s\S]*quá hạn[\s\S]*Đã báo cáo[\s\S]*Tổ 1[\s\S]*Đã phổ biến/,
  );
  expect(await words({ show: 'overdue' })).toMatch(/Lắng nghe đoàn viên[\s\S]*Tổ 2/);
  expect((await t.raw('events.followUpsPaper', { batch: 'none' })).ok).toBe(false);
});

test('one follow-up is put right: owner, deadline, state and result, and undone', async () => {
  const member = (await t.invoke('members.create', { fullName: 'Lê Thị Mai' })).id;
  const { ids } = await t.invoke('events.createFollowUps', { ...ask, owners: [{ name: 'Ban nữ công' }] });
  const read = async () => (await t.invoke('events.followUps', { id: ids[0]! })).rows[0]!;
  const saved = await undoable('events.updateFollowUp', {
    ...ask,
    id: ids[0],
    version: 1,
    dueOn: '2022-04-30',
    owner: { memberId: member },
    state: 'doing',
    result: 'Đã họp một lần',
  });
  expect(await read()).toMatchObject({
    owner: 'Lê Thị Mai',
    dueOn: '2022-04-30',
    state: 'doing',
    result: 'Đã họp một lần',
  });
  await saved.undo();
  expect(await read()).toMatchObject({ owner: 'Ban nữ công', dueOn: null, state: 'open', result: null });
});

describe('rules', () => {
  test('exactly one owner; a deadline not before the direction; nothing is done in the future', async () => {
    const code = async (operation: string, input: unknown) => {
      const reply = await t.raw(operation, input);
      return reply.ok ? null : reply.error.code;
    };
    expect(await code('events.createFollowUps', { ...ask, owners: [{}] })).toBe('FOLLOW_UP_OWNER');
    expect(await code('events.createFollowUps', { ...ask, owners: [{ unitId: 99 }] })).toBe('NOT_FOUND');
    expect(
      await code('events.createFollowUps', { ...ask, dueOn: '2022-01-01', owners: [{ name: 'A' }] }),
    ).toBe('DATE_ORDER');
    const { ids } = await t.invoke('events.createFollowUps', { ...ask, owners: [{ name: 'Ban nữ công' }] });
    const report = { id: ids[0]!, version: 1, state: 'done' as const, doneOn: '2022-03-02' };
    expect(await code('events.reportFollowUp', report)).toBe('FOLLOW_UP_DONE_ON');
  });

  test('every command can be undone; the trash gives back', async () => {
    const member = (await t.invoke('members.create', { fullName: 'Lê Thị Mai' })).id;
    const made = await undoable('events.createFollowUps', { ...ask, owners: [{ memberId: member }] });
    const [id] = (made.data as unknown as { ids: number[] }).ids;
    const read = async () => (await t.invoke('events.followUps', {})).rows[0];
    const first = await read();
    const reported = await undoable('events.reportFollowUp', {
      id,
      version: 1,
      state: 'done',
      result: 'Xong',
    });
    expect(await read()).toMatchObject({ state: 'done', doneOn: '2022-03-01', result: 'Xong' });
    const story = await t.invoke('members.timeline', { id: member });
    expect(story.rows).toContainEqual(expect.objectContaining({ kind: 'followUp', date: '2022-01-12' }));
    await reported.undo();
    expect(await read()).toEqual({ ...first, version: 3 });
    await made.undo();
    expect(await read()).toBeUndefined();
    const { rows } = await t.invoke('trash.list', {});
    expect(rows.map((row) => row.label)).toContain('Lắng nghe đoàn viên · Lê Thị Mai');
    await t.invoke('events.restoreFollowUps', { ids: [id!] });
    expect(await read()).toMatchObject({ owner: 'Lê Thị Mai' });
  });
});
