import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { INDICATOR_IDS } from '../../shared/domain/indicators';
import { openTestCore, type TestCore } from '../helpers/core';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
let t: TestCore;
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-23T03:00:00Z') });
});
afterEach(() => t.close());

const records = (id: (typeof INDICATOR_IDS)[number], slice: { by: 'age'; key: string } | null = null) =>
  t.invoke('dashboard.records', { id, ...YEAR, slice });

async function people() {
  const noi = await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Nội' });
  const rows = [
    {
      fullName: 'Lê Thị An',
      gender: 'female',
      birthDate: '1996-11-23',
      departmentId: noi.id,
      jobTitle: 'Điều dưỡng',
      unionJoinDate: '2026-03-01',
      cardNo: 'CD1',
    },
    {
      fullName: 'Lê Thị Ba',
      gender: 'female',
      birthDate: '1996-11-24',
      departmentId: noi.id,
      jobTitle: 'Điều dưỡng',
      unionJoinDate: '2020',
      cardNo: 'CD2',
    },
    {
      fullName: 'Đỗ Văn Cam',
      gender: 'male',
      birthDate: '1970',
      jobTitle: 'Bác sĩ',
      isParty: true,
      partyDate: '2026-05',
    },
    { fullName: 'Trần Dung', unionJoinDate: '2026' },
    { fullName: 'Phạm Văn Em', gender: 'male', birthDate: '1960-01-01', unionJoinDate: '2027-01-01' },
  ] as const;
  await t.invoke('members.setSensitive', { group: 'party', enabled: true, purpose: 'Báo cáo' });
  const ids: number[] = [];
  for (const row of rows) ids.push((await t.invoke('members.create', row)).id);
  return { noi, ids };
}

describe('figures', () => {
  it('of an empty register are 0 where they are counted and unknown where they are not', async () => {
    const { figures } = await t.invoke('dashboard.figures', YEAR);
    expect(figures['members.active']?.value).toBe(0);
    expect(figures['members.gatherRate']).toMatchObject({ value: null, gap: 'noWhole' });
    expect(figures['events.turns']?.value).toBe(0);
  });

  it('count members as they stood on the day, by sex, department, profession and age', async () => {
    const { noi, ids } = await people();
    const { version } = await t.invoke('members.get', { id: ids[1]! });
    await t.invoke('members.setStatus', {
      id: ids[1]!,
      version,
      status: 'retired',
      statusDate: '2026-11-01',
    });
    const now = await t.invoke('dashboard.figures', YEAR);
    expect(now.asOf).toBe('2026-11-23');
    expect(now.figures['members.active']?.value).toBe(3);
    expect(now.figures['members.left']?.value).toBe(1);
    expect(now.figures['members.joined']?.value).toBe(2);
    expect(now.figures['members.partyJoined']?.value).toBe(1);
    expect(now.figures['members.completeness']).toMatchObject({ part: 1, whole: 3 });
    const earlier = await t.invoke('dashboard.figures', { from: '2025-01-01', to: '2025-12-31' });
    expect(earlier.figures['members.active']?.value).toBe(2);
    const before = await t.invoke('dashboard.figures', { from: '2026-01-01', to: '2026-10-31' });
    expect(before.figures['members.active']?.value).toBe(4);
    expect(before.departments).toEqual([
      { key: String(noi.id), label: 'Khoa Nội', value: 2 },
      { key: 'none', label: null, value: 2 },
    ]);
    expect(before.professions[0]).toEqual({ key: 'Điều dưỡng', label: 'Điều dưỡng', value: 2 });
    expect(now.ages.find((row) => row.key === '30-34')).toMatchObject({ female: 1, male: 0 });
    expect(now.ages.find((row) => row.key === '55-')).toMatchObject({ male: 1 });
    expect(now.ages.find((row) => row.key === 'none')).toMatchObject({ unknown: 1 });
  });

  it('open their records: every part adds up to the whole', async () => {
    await people();
    const { ages, gender, departments, professions } = await t.invoke('dashboard.figures', YEAR);
    const active = (await records('members.active')).total;
    for (const bars of [gender, departments, professions])
      expect(bars.reduce((sum, bar) => sum + bar.value, 0)).toBe(active);
    let sum = 0;
    for (const age of ages)
      for (const [sex, n] of [
        ['f', age.female],
        ['m', age.male],
        ['u', age.unknown],
      ] as const) {
        const found = await records('members.active', { by: 'age', key: `${sex}:${age.key}` });
        expect(found.total).toBe(n);
        sum += found.total;
      }
    expect(sum).toBe(active);
    for (const [by, bars] of [
      ['gender', gender],
      ['department', departments],
      ['profession', professions],
    ] as const)
      for (const bar of bars)
        expect(
          (
            await t.invoke('dashboard.records', {
              id: 'members.active',
              ...YEAR,
              slice: { by, key: bar.key },
            })
          ).total,
        ).toBe(bar.value);
    expect(
      await t.raw('dashboard.records', { id: 'members.active', ...YEAR, slice: { by: 'age', key: 'x' } }),
    ).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
  });

  it('of every id equal the sum of their records', async () => {
    await people();
    const { id } = await t.invoke('events.create', {
      kind: 'training',
      name: 'Tập huấn',
      startsOn: '2026-05-04',
    });
    await t.invoke('events.setCount', {
      id,
      version: 1,
      count: { value: 40, unit: 'person', source: 'báo cáo' },
    });
    await t.invoke('events.create', { kind: 'sports', name: 'Hội thao', startsOn: '2026-12-24' });
    await t.invoke('events.create', { kind: 'tet', name: 'Tết', startsOn: '2026-02' });
    for (const id of INDICATOR_IDS) {
      const figure = await t.invoke('dashboard.indicator', { id, ...YEAR });
      const found = await t.invoke('dashboard.records', { id, ...YEAR, limit: 2 });
      expect(found.rows.length).toBe(Math.min(2, found.total));
      if (figure.unit !== 'percent' && figure.value !== null)
        expect([id, found.amount]).toEqual([id, figure.value]);
    }
    const { figures, months } = await t.invoke('dashboard.figures', YEAR);
    expect(figures['events.all']?.value).toBe(2);
    expect(figures['events.turns']?.value).toBe(40);
    expect(figures['events.unrecorded']?.value).toBe(1);
    expect(months).toHaveLength(12);
    expect(months[4]).toEqual({ month: '2026-05', events: 1, turns: 40 });
    const may = await t.invoke('dashboard.records', {
      id: 'events.turns',
      ...YEAR,
      slice: { by: 'month', key: '2026-05' },
    });
    expect(may).toMatchObject({ total: 1, amount: 40, rows: [{ label: 'Tập huấn', entity: 'event' }] });
  });

  it('page through long lists', async () => {
    for (let i = 0; i < 7; i++)
      await t.invoke('members.create', { fullName: `Lê Văn ${String.fromCharCode(65 + i)}a` });
    const page = await t.invoke('dashboard.records', { id: 'members.active', ...YEAR, offset: 5, limit: 5 });
    expect(page).toMatchObject({ total: 7, rows: [{ label: 'Lê Văn Fa' }, { label: 'Lê Văn Ga' }] });
    expect(await t.raw('dashboard.figures', { from: '2026-02-01', to: '2026-01-01' })).toMatchObject({
      error: { code: 'DATE_ORDER' },
    });
  });
});

describe('what is due', () => {
  const kinds = async () => (await t.invoke('dashboard.due', YEAR)).rows.map((row) => row.kind);

  it('starts with the setup and the review, and names what is missing', async () => {
    expect(await kinds()).toEqual(['setupOpen', 'reviewNotStarted']);
    await t.invoke('organisation.finishSetup', { done: true });
    expect(await kinds()).toEqual(['unitUnnamed', 'reviewNotStarted']);
    await t.invoke('organisation.saveProfile', {
      ...{ name: 'Công đoàn cơ sở Suối Mơ', shortName: 'CĐCS Suối Mơ', symbol: 'CĐCS', validFrom: '2020' },
    });
    await t.invoke('members.create', { fullName: 'Lê Thị An' });
    await t.invoke('events.create', { kind: 'other', name: 'Việc', startsOn: '2026-05-04' });
    await t.invoke('review.create', { year: 2026 });
    expect(await kinds()).toEqual([
      'reviewDue',
      'criteriaOpen',
      'setNotConfirmed',
      'eventsUnrecorded',
      'membersWithoutBirthDate',
      'membersWithoutCard',
    ]);
    const { rows } = await t.invoke('dashboard.due', YEAR);
    expect(rows[0]).toMatchObject({ urgency: 'soon', due: '2026-12-31' });
    expect(rows.find((row) => row.kind === 'membersWithoutCard')).toMatchObject({
      count: 1,
      indicator: 'members.without.cardNo',
    });
  });

  it('shows the progress of the review', async () => {
    expect((await t.invoke('dashboard.review', { year: 2026 })).review).toBeNull();
    const { id } = await t.invoke('review.create', { year: 2026 });
    const item = (await t.invoke('review.get', { id })).groups[0]!.items[1]!;
    await t.invoke('review.setItem', { reviewId: id, criterion: item.uid, version: 0, score: 3 });
    expect((await t.invoke('dashboard.review', { year: 2026 })).review).toMatchObject({
      score: 3,
      max: 100,
      counts: { ok: 0, missing: 1, open: 27 },
      groups: [{ code: '1', score: 3, missing: 1, open: 9 }, {}, {}, {}],
    });
  });
});
