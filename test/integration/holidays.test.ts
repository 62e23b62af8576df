/** Announced days off: entered, used by the calendar, absences and deadlines, taken back, and refused when wrong. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';

let store: TestCore;
beforeEach(async () => {
  store = await openTestCore({ clock: () => new Date('2026-11-22T02:00:00Z') });
});
afterEach(async () => store.close());

const SWAP = {
  tetFrom: null,
  beside: '2026-09-03',
  swaps: [{ off: '2026-08-31', work: '2026-08-22' }],
  note: 'Thông báo về nghỉ Tết và Quốc khánh năm 2026',
};
const set = (version: number, announced: object | null, year = 2026) =>
  store.raw('settings.setHolidays', { year, version, announced });

describe('announced days off', () => {
  it('count in the calendar, in absences and in deadlines, and undo takes them back', async () => {
    const { id } = await store.invoke('members.create', { fullName: 'Cà Thị Lan' });
    await store.invoke('members.saveAbsence', {
      ...{ memberId: id, kind: 'sick', fromDate: '2026-08-17', toDate: '2026-09-04' },
    });
    const days = async () => (await store.invoke('members.absences', { memberId: id })).rows[0]?.workingDays;
    const due = async () => {
      await store.invoke('members.addRequest', {
        memberId: id,
        askedBy: 'Cà Thị Lan',
        askedOn: '2026-08-28',
      });
      return (await store.invoke('members.requests', { memberId: id })).rows.map(({ dueOn }) => dueOn);
    };
    const off = async () => {
      const view = await store.invoke('calendar.month', { year: 2026, month: 9 });
      return view.days.filter((one) => one.off).map(({ date }) => date);
    };
    expect(await days()).toBe(13);
    expect(await due()).toEqual(['2026-09-03']);
    expect(await off()).toEqual(['2026-09-01', '2026-09-02']);
    const reply = await set(0, SWAP);
    expect(reply).toMatchObject({ ok: true, undo: { operation: 'settings.setHolidays' } });
    // A Monday off, the Saturday before worked for it; 1/9 worked, 3/9 off.
    expect(await days()).toBe(13);
    expect(await off()).toEqual(['2026-08-31', '2026-09-02', '2026-09-03']);
    expect((await due()).sort()).toEqual(['2026-09-03', '2026-09-04']);
    const month = await store.invoke('calendar.month', { year: 2026, month: 8 });
    expect(month.items.map(({ title }) => title)).toContain('Nghỉ hoán đổi ngày làm việc');
    const changes = await store.invoke('audit.changes', { area: 'settings' });
    expect(changes.rows[0]).toMatchObject({ entity: 'holidays', action: 'update' });
    if (!reply.ok || !reply.undo) throw new Error('no undo');
    await store.raw(reply.undo.operation, reply.undo.input);
    expect(await off()).toEqual(['2026-09-01', '2026-09-02']);
    expect((await store.invoke('settings.holidays', {})).years).toEqual([
      { year: 2026, version: 2, announced: null },
    ]);
  });

  it('move the Tết days of the year', async () => {
    await set(0, { tetFrom: '2027-02-05', beside: null, swaps: [], note: null }, 2027);
    const view = await store.invoke('calendar.month', { year: 2027, month: 2 });
    expect(view.days.filter((one) => one.off).map(({ date }) => date)).toEqual([
      ...['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'],
    ]);
  });

  it('are refused on a stale version, on another year, and where a weekend and a weekday are mixed up', async () => {
    const code = async (version: number, announced: object) => {
      const reply = await set(version, { ...SWAP, ...announced });
      return reply.ok ? 'ok' : reply.error.code;
    };
    expect(await code(3, {})).toBe('VERSION_CONFLICT');
    expect(await code(0, { tetFrom: '2026-04-01' })).toBe('HOLIDAY_OTHER_YEAR');
    expect(await code(0, { beside: '2026-09-04' })).toBe('HOLIDAY_NOT_BESIDE');
    expect(await code(0, { swaps: [{ off: '2026-08-30', work: null }] })).toBe('SWAP_ON_WEEKEND');
    expect(await code(0, { swaps: [{ off: '2026-08-31', work: '2026-08-24' }] })).toBe('SWAP_NOT_WEEKEND');
    expect(await code(0, { swaps: [{ off: '2025-12-31', work: null }] })).toBe('HOLIDAY_OTHER_YEAR');
    expect((await store.invoke('settings.holidays', {})).years).toEqual([]);
  });
});
