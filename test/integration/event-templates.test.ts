/** Templates of events: the usual ones of an office that has none, and the years in their words. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
beforeAll(async () => {
  t = await openTestCore();
}, 60_000);
afterAll(() => t.close());

const plan = (id: number) => t.invoke('events.plan', { id });

test('years of a template and of a copied agenda are those of the new event', async () => {
  const { id } = await t.invoke('events.create', {
    kind: 'year_review',
    name: 'Tổng kết năm 2024',
    startsOn: '2024-12-20',
  });
  const agenda = [{ text: 'Báo cáo năm 2024 theo QĐ 12/2024, phương hướng năm 2025' }];
  await t.invoke('events.savePlan', { id, version: 0, agenda });
  const kept = await t.invoke('events.keepTemplate', { id, name: 'Tổng kết' });
  const told = 'Báo cáo năm 2026 theo QĐ 12/2024, phương hướng năm 2027';
  for (const from of [{ templateId: kept.id }, { eventId: id }]) {
    const made = await t.invoke('events.createFrom', { ...from, startsOn: '2026-12-18' });
    expect(made.name).toBe('Tổng kết năm 2026');
    expect((await plan(made.id)).agenda[0]!.text).toBe(told);
  }
});

test('the usual templates are added once, used, and undone', async () => {
  const added = await t.raw('events.addUsualTemplates', {});
  if (!added.ok || !added.undo) throw new Error('cannot be undone');
  expect(await t.invoke('events.addUsualTemplates', {})).toEqual({ count: 0 });
  const names = async () => (await t.invoke('events.templates', {})).rows.map((row) => row.name);
  const { rows } = await t.invoke('events.templates', {});
  const review = rows.find((row) => row.name === 'Hội nghị tổng kết năm')!;
  const made = await t.invoke('events.createFrom', { templateId: review.id, startsOn: '2026-12-18' });
  expect(made.name).toBe('Hội nghị tổng kết công tác công đoàn năm 2026');
  expect((await plan(made.id)).groups.map((group) => group.kind)).toContain('guests');
  await t.raw(added.undo.operation, added.undo.input);
  expect(await names()).toEqual(['Tổng kết']);
});

test('posts of an imported list fill a group until posts are recorded', async () => {
  const group = await t.invoke('organisation.createUnit', { kind: 'group', name: 'Tổ 1' });
  for (const [fullName, unionPosition] of [
    ['Nguyễn Thị Hoa', 'Tổ trưởng tổ công đoàn'],
    ['Lê Hải Yến', 'Tổ phó tổ công đoàn'],
    ['Đỗ Văn Dũng', 'Ủy viên BCH'],
  ] as const)
    await t.invoke('members.create', { fullName, unionPosition, groupId: group.id, unionJoinDate: '2010' });
  const { id } = await t.invoke('events.create', {
    kind: 'congress',
    name: 'Đại hội',
    startsOn: '2025-05-20',
  });
  const people = async (kind: 'chairs' | 'vices' | 'executive' | 'inspection') => {
    const group = await t.invoke('events.saveGroup', { eventId: id, kind });
    const { rows } = await t.invoke('events.groupPeople', { id: group.id });
    return rows.map((row) => `${row.name}: ${row.title}`);
  };
  expect(await people('chairs')).toEqual(['Nguyễn Thị Hoa: Tổ trưởng tổ công đoàn, Tổ 1']);
  expect(await people('vices')).toEqual(['Lê Hải Yến: Tổ phó tổ công đoàn, Tổ 1']);
  expect(await people('executive')).toEqual(['Đỗ Văn Dũng: Ủy viên BCH']);
  expect(await people('inspection')).toEqual([]);
});
