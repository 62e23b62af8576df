/** Taking an import back takes the dated changes back that it wrote: periods, the register of a past day, current values. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeLayout } from '../../electron/db/layout';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
let id = 0;
let day = '2026-03-01';
let departments: Record<string, number> = {};
beforeEach(async () => {
  day = '2026-03-01';
  t = await openTestCore({ clock: () => new Date(`${day}T03:00:00Z`) });
  for (const name of ['Khoa Nội', 'Khoa Ngoại', 'Khoa Sản'])
    departments[name] = (await t.invoke('organisation.createUnit', { kind: 'department', name })).id;
  id = (
    await t.invoke('members.create', {
      fullName: 'Nguyễn Thị Ánh',
      cardNo: 'CD100001',
      departmentId: departments['Khoa Nội']!,
      jobTitle: 'Điều dưỡng',
    })
  ).id;
});
afterEach(async () => {
  await t.close();
  departments = {};
});

let files = 0;
async function importList(department: string, jobTitle: string): Promise<number> {
  const path = join(t.dir, `${files++}.xlsx`);
  const rows = [
    ['Họ và tên', 'Số thẻ', 'Khoa, phòng', 'Chức danh'],
    ['Nguyễn Thị Ánh', 'CD100001', department, jobTitle],
  ];
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'DS', rows }] }));
  const opened = await t.job('members.importOpen', { token: t.core.files.registerPicked(path).token });
  const mapping = opened.columns.map(({ index, field }) => ({ layout: 0, index, field }));
  await t.job('members.importPreview', { importId: opened.importId, mapping });
  await t.job('members.importCommit', { importId: opened.importId });
  return opened.importId;
}
function states() {
  const reader = new Database(storeLayout(t.dir).db, { readonly: true });
  const rows = reader
    .prepare(
      'SELECT status, department_id, job_title, from_date, to_date FROM member_state WHERE member_id = ? ORDER BY from_date',
    )
    .all(id);
  reader.close();
  return rows;
}
const asOf = async (on: string) =>
  (await t.invoke('members.list', { asOf: on, statuses: [] })).rows.map(({ department, jobTitle }) => [
    department,
    jobTitle,
  ]);
const now = async () => {
  const { version, fields } = await t.invoke('members.get', { id });
  return { version, fields };
};

describe('the dated changes of an import', () => {
  it('go back whole when nobody touched the person since', async () => {
    const before = states();
    day = '2026-05-10';
    const importId = await importList('Khoa Ngoại', 'Điều dưỡng trưởng');
    expect(await asOf('2026-05-09')).toEqual([['Khoa Nội', 'Điều dưỡng']]);
    expect(await asOf('2026-05-10')).toEqual([['Khoa Ngoại', 'Điều dưỡng trưởng']]);
    expect(states()).not.toEqual(before);
    day = '2026-06-20';
    expect(await t.invoke('members.importUndo', { importId })).toEqual({ removed: 0, reverted: 1, kept: 0 });
    expect(states()).toEqual(before);
    for (const on of ['2026-05-10', '2026-06-19', '2026-06-20'])
      expect(await asOf(on)).toEqual([['Khoa Nội', 'Điều dưỡng']]);
    expect((await now()).fields).toMatchObject({
      departmentId: departments['Khoa Nội'],
      jobTitle: 'Điều dưỡng',
    });
  });

  it('stay where the same field was edited by hand since, and the undo says so', async () => {
    day = '2026-05-10';
    const importId = await importList('Khoa Ngoại', 'Điều dưỡng trưởng');
    day = '2026-06-01';
    const { version, fields } = await now();
    await t.invoke('members.update', { ...fields, id, version, departmentId: departments['Khoa Sản']! });
    day = '2026-06-20';
    const plan = await t.invoke('members.importUndoPreview', { importId });
    expect(plan.rows.map(({ reasons }) => reasons.map((one) => [one.code, one.fields]))).toEqual([
      [['edited', ['departmentId']]],
    ]);
    await t.invoke('members.importUndo', { importId });
    expect((await now()).fields).toMatchObject({
      departmentId: departments['Khoa Sản'],
      jobTitle: 'Điều dưỡng',
    });
    expect(await asOf('2026-05-09')).toEqual([['Khoa Nội', 'Điều dưỡng']]);
    expect(await asOf('2026-05-20')).toEqual([['Khoa Ngoại', 'Điều dưỡng']]);
    expect(await asOf('2026-06-20')).toEqual([['Khoa Sản', 'Điều dưỡng']]);
  });

  it('stay where a move was recorded since that ends in the same department', async () => {
    day = '2026-05-10';
    const importId = await importList('Khoa Ngoại', 'Điều dưỡng');
    for (const [on, to] of [
      ['2026-06-01', 'Khoa Sản'],
      ['2026-07-01', 'Khoa Ngoại'],
    ] as const) {
      day = on;
      const { version, fields } = await now();
      await t.invoke('members.update', { ...fields, id, version, departmentId: departments[to]! });
    }
    const before = states();
    const plan = await t.invoke('members.importUndoPreview', { importId });
    expect(plan.rows[0]?.reasons).toMatchObject([{ code: 'edited', fields: ['departmentId'] }]);
    await t.invoke('members.importUndo', { importId });
    expect(states()).toEqual(before);
    expect((await now()).fields.departmentId).toBe(departments['Khoa Ngoại']);
  });

  it('of two imports go back one after the other, in either order of asking', async () => {
    const before = states();
    day = '2026-05-10';
    const first = await importList('Khoa Ngoại', 'Điều dưỡng');
    day = '2026-06-10';
    const second = await importList('Khoa Sản', 'Điều dưỡng');
    await t.invoke('members.importUndo', { importId: second });
    expect(await asOf('2026-06-10')).toEqual([['Khoa Ngoại', 'Điều dưỡng']]);
    await t.invoke('members.importUndo', { importId: first });
    expect(states()).toEqual(before);
    expect((await now()).fields.departmentId).toBe(departments['Khoa Nội']);
  });
});
