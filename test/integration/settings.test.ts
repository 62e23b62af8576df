import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';

let store: TestCore;
beforeEach(async () => {
  store = await openTestCore({ clock: () => new Date('2026-11-22T02:00:00Z') });
});
afterEach(async () => store.close());

describe('settings', () => {
  it('begin with Vietnamese, the calendar year, two digits and "lẻ"', async () => {
    expect(await store.invoke('settings.get', {})).toEqual({
      version: 1,
      language: 'vi',
      density: 'normal',
      unionYearStart: '01-01',
      unionYearHistory: [],
      twoDigits: true,
      oddWord: 'le',
      thousandWord: 'nghin',
      evenWord: false,
    });
  });

  it('change only what is given, with a row in the change log', async () => {
    const after = await store.invoke('settings.update', { version: 1, language: 'en' });
    expect(after).toMatchObject({ version: 2, language: 'en', density: 'normal', oddWord: 'le' });
    const { rows } = await store.invoke('audit.list', { entity: 'settings' });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      action: 'update',
      before: { language: 'vi' },
      after: { language: 'en' },
    });
  });

  it('hold a union year from a day on; one of the future is not yet in force', async () => {
    await store.invoke('settings.update', { version: 1, unionYear: { from: '2024-12-01', start: '12-01' } });
    const later = await store.invoke('settings.update', {
      version: 2,
      unionYear: { from: '2027-01-01', start: '01-01' },
    });
    expect(later.unionYearStart).toBe('12-01');
    expect(later.unionYearHistory).toEqual([
      { from: '2024-12-01', start: '12-01' },
      { from: '2027-01-01', start: '01-01' },
    ]);
  });

  it('refuse a stale version, a day that is not in the calendar, and a year that starts inside a month', async () => {
    const code = async (input: unknown) => {
      const reply = await store.raw('settings.update', input);
      return reply.ok ? 'ok' : reply.error.code;
    };
    expect(await code({ version: 7, twoDigits: false })).toBe('VERSION_CONFLICT');
    expect(await code({ version: 1, unionYear: { from: '2026-02-30', start: '01-01' } })).toBe(
      'INVALID_INPUT',
    );
    expect(await code({ version: 1, unionYear: { from: '2026-01-01', start: '12-15' } })).toBe(
      'INVALID_INPUT',
    );
  });
});

it('shows versions without naming the folder it is in', async () => {
  const about = await store.invoke('settings.about', {});
  expect(about).toMatchObject({ product: 'Sổ Công đoàn', licence: 'MIT', electronVersion: null });
  expect(about.sqliteVersion).toMatch(/^3\./);
  expect(JSON.stringify(about)).not.toContain('/');
});

it('lists what is in the trash, newest first, each with the way back', async () => {
  const { id } = await store.invoke('members.create', { fullName: 'Lý Thị Mười' });
  await store.invoke('members.trash', { ids: [id] });
  const { rows } = await store.invoke('trash.list', {});
  expect(rows).toMatchObject([
    { entity: 'member', area: 'members', id, label: 'Lý Thị Mười', restoreOperation: 'members.restore' },
  ]);
  expect((await store.invoke('trash.list', { area: 'events' })).rows).toEqual([]);
  expect((await store.raw(rows[0]?.restoreOperation as string, { ids: [id] })).ok).toBe(true);
  expect((await store.invoke('trash.list', {})).rows).toEqual([]);
});

it('pages through the change log without gaps or repeats', async () => {
  for (let version = 1; version <= 7; version++)
    await store.invoke('settings.update', { version, twoDigits: version % 2 === 0 });
  const ids: number[] = [];
  for (let before: number | undefined; ; ) {
    const page = await store.invoke('audit.list', { limit: 3, before });
    ids.push(...page.rows.map((row) => row.id));
    if (page.next === null) break;
    before = page.next;
  }
  expect(ids).toEqual([7, 6, 5, 4, 3, 2, 1]);
});
