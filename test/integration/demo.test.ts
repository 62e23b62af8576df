import { expect, it } from 'vitest';
import { seedDemo } from '../../electron/demo/seed';
import { openTestCore } from '../helpers/core';

it('fills a store with an invented hospital of 320 members and three years of work', async () => {
  const t = await openTestCore();
  await seedDemo(t.core, '2026-11-22');
  expect((await t.invoke('members.counts', {})).active).toBe(320);
  expect((await t.invoke('members.households', {})).total).toBe(14);
  expect((await t.invoke('members.children', {})).total).toBeGreaterThan(40);
  expect((await t.job('members.findDuplicates', {})).total).toBe(3);
  const imports = (await t.invoke('members.importHistory', {})).rows;
  expect(imports.map(({ sums }) => [sums.updated, sums.created, sums.skipped])).toEqual([
    [12, 0, 1],
    [24, 0, 0],
  ]);
  for (const { importId } of imports)
    expect((await t.invoke('members.importUndoPreview', { importId })).kept).toBe(0);
  const years = await t.invoke('events.years', {});
  expect(years.rows.map((row) => row.year)).toEqual([2026, 2025, 2024]);
  const late = await t.invoke('events.list', { search: 'thi trực tuyến', limit: 5 });
  expect(late.total).toBeGreaterThan(0);
  await t.close();
}, 120_000);
