import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';

const YEAR = { from: '2024-01-01', to: '2024-12-31' };
let t: TestCore;
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2024-11-23T03:00:00Z') });
  await t.invoke('organisation.saveProfile', { name: 'CĐCS Suối Ngàn', shortName: 'CĐCS', symbol: 'CĐCS' });
  await t.invoke('organisation.saveTerm', { startsOn: '2023-01-01', chairName: 'Hoàng Văn Sơn' });
});
afterEach(() => t.close());

async function decision(
  code: string,
  more: Record<string, unknown>,
  names: { kind: 'individual' | 'collective'; name: string }[] = [],
) {
  const { rows } = await t.invoke('awards.forms', {});
  const form = rows.find((row) => row.code === code);
  if (!form) throw new Error(code);
  const made = await t.invoke('awards.create', {
    side: form.side,
    level: form.level,
    formId: form.id,
    number: `${code}/QĐ`,
    decidedOn: '2024-07-24',
    awardYear: 2024,
    signerName: 'Hoàng Văn Sơn',
    ...more,
  });
  if (names.length > 0) await t.invoke('awards.addRecipients', { id: made.id, items: names });
  const { version } = await t.invoke('awards.get', { id: made.id });
  await t.invoke('awards.issue', { id: made.id, version });
  return made.id;
}

describe('awards on the dashboard and in the review', () => {
  it('stand by level with collectives and individuals apart; what is not said is unknown (cases.md rows 23, 45)', async () => {
    await decision('BK-TLD', { countsOnly: true, countCollective: 1, countIndividual: 2 });
    await decision('BK-CDN', { countsOnly: true, countCollective: 1, countIndividual: 0 });
    await decision('BK-LD', { countsOnly: true });
    const { awards, figures } = await t.invoke('dashboard.figures', YEAR);
    expect(awards).toEqual([
      { level: 'confederation', collective: 1, individual: 2, household: null },
      { level: 'sector', collective: 1, individual: 0, household: null },
      { level: 'province', collective: null, individual: null, household: null },
    ]);
    expect(figures['awards.collective']?.value).toBe(2);
    expect(figures['awards.individual']?.value).toBe(2);
    expect(figures['awards.all']?.value).toBe(4);
    const list = await t.invoke('dashboard.records', { id: 'awards.all', ...YEAR });
    expect(list.amount).toBe(4);
    const top = await t.invoke('dashboard.records', {
      id: 'awards.all',
      ...YEAR,
      slice: { by: 'awardLevel', key: 'confederation' },
    });
    expect(top.amount).toBe(3);
    expect(top.rows[0]).toMatchObject({ entity: 'award', date: '2024-07-24' });
  });

  it('wait to be printed, and feed the criteria of movements and of upper levels', async () => {
    await decision('LDG', {}, [
      { kind: 'individual', name: 'Nguyễn Thị Hoa' },
      { kind: 'collective', name: 'Tổ công đoàn Khoa Nội' },
    ]);
    await decision('BK-TLD', { countsOnly: true, countIndividual: 1, countCollective: 0 });
    const due = (await t.invoke('dashboard.due', YEAR)).rows;
    expect(due.find((row) => row.kind === 'certificatesNotPrinted')?.count).toBe(2);
    const { id } = await t.invoke('review.create', { year: 2024 });
    const items = (await t.invoke('review.get', { id })).groups.flatMap((group) => group.items);
    const of = (code: string) => items.find((item) => item.code === code);
    expect(of('3.3')).toMatchObject({ proposed: 3, records: 2 });
    expect(of('4.2')).toMatchObject({ proposed: 2, records: 1 });
    expect(of('4.1')).toMatchObject({ proposed: null });
  });
});
