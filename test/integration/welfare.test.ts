/** Gift campaigns with the figures of the published cases: 344 gifts worth 181.000.000 đ, hundreds without a list. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let test: TestCore;
let departments: number[];
const DAY = '2024-02-02';

beforeAll(async () => {
  test = await openTestCore({ clock: () => new Date('2024-07-24T03:00:00Z') });
  await test.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    shortName: 'CĐCS TTYT Suối Mơ',
    symbol: 'CĐCS',
    upperName: 'Liên đoàn Lao động tỉnh Đồng Khê',
    upperLevel: 'province',
    employer: 'Trung tâm Y tế khu vực Suối Mơ',
    place: 'Suối Mơ',
    staffCount: 400,
    validFrom: '2020-01-01',
  });
  await test.invoke('members.setSensitive', {
    group: 'hardship',
    enabled: true,
    purpose: 'Chăm lo đoàn viên',
  });
  departments = [];
  for (const name of ['Khoa Khám bệnh', 'Khoa Nhi', 'Khoa Dược – Vật tư'])
    departments.push((await test.invoke('organisation.createUnit', { kind: 'department', name })).id);
  for (let at = 0; at < 344; at++)
    await test.invoke('members.create', {
      fullName: `Nguyễn Thị ${FAMILY[at % 10]} ${GIVEN[Math.floor(at / 10) % 35]}`,
      gender: 'female',
      birthDate: String(1965 + (at % 35)),
      departmentId: departments[at % 3]!,
      unionJoinDate: '2015-01-01',
      hardship: at % 19 === 3 ? 'very_hard' : 'none',
    });
}, 240_000);
afterAll(() => test.close());

const FAMILY = ['Hồng', 'Bích', 'Ngọc', 'Thu', 'Kim', 'Minh', 'Thanh', 'Mai', 'Lan', 'Phương'];
const GIVEN = Array.from({ length: 35 }, (_, i) => `${'ABCDEGHIKLMNOPQRSTUVXY'[i % 22]}${'aeiou'[i % 5]}nh`);

const TET: InputOf<'welfare.createCampaign'> = {
  name: 'Quà Tết Giáp Thìn 2024',
  occasion: 'tet',
  year: 2024,
  onDate: DAY,
  budget: 200_000_000,
  programme: 'Tết Sum vầy',
  values: [
    { category: 'standard', cash: 500_000 },
    { category: 'very_hard', cash: 1_000_000 },
  ],
  sources: [
    { kind: 'own', name: null, amount: 121_000_000 },
    { kind: 'above', name: 'Liên đoàn Lao động tỉnh', amount: 60_000_000 },
  ],
};
const bytesOf = (token: string) => new Uint8Array(readFileSync(test.core.files.outgoing(token).path));
const everyone = { statuses: ['active' as const] };

describe('344 gifts worth 181.000.000 đ', () => {
  let id: number;
  beforeAll(async () => {
    ({ id } = await test.invoke('welfare.createCampaign', TET));
    const seen = await test.invoke('welfare.preview', { id, filter: everyone, category: 'byHardship' });
    expect(seen).toMatchObject({ found: 344, already: 0, toAdd: 344 });
    const made = await test.invoke('welfare.addMembers', { id, filter: everyone, category: 'byHardship' });
    expect(made.added).toBe(344);
    const { rows } = await test.invoke('welfare.recipients', { id, limit: 500 });
    const extra = rows.filter((row) => row.category === 'very_hard').length;
    const wanted = [
      ...rows
        .filter((row) => row.category === 'very_hard')
        .slice(18)
        .map((row) => ({ row, hard: false })),
      ...rows
        .filter((row) => row.category === 'standard')
        .slice(0, Math.max(0, 18 - extra))
        .map((row) => ({ row, hard: true })),
    ];
    if (wanted.length > 0)
      await test.invoke('welfare.setWorth', {
        rows: wanted.map(({ row, hard }) => ({
          id: row.id,
          category: hard ? ('very_hard' as const) : ('standard' as const),
          cash: hard ? 1_000_000 : 500_000,
        })),
      });
  });

  it('adds up to the published figures, on Tết of that year', async () => {
    const found = await test.invoke('welfare.campaign', { id });
    expect(found.totals).toMatchObject({
      gifts: 344,
      total: 181_000_000,
      mean: 526_163,
      sources: 181_000_000,
    });
    expect(found.inWords).toBe('Một trăm tám mươi mốt triệu đồng');
    expect(found.occasionDay).toBe('2024-02-10');
    expect(found.worths).toEqual([
      { worth: 500_000, gifts: 326 },
      { worth: 1_000_000, gifts: 18 },
    ]);
  });

  it.each(['portrait', 'landscape'] as const)(
    'prints 344 numbered lines with sums of pages, %s',
    async (orientation) => {
      const file = await test.job('welfare.signatureList', { id, orientation });
      const pages = await readPdf(bytesOf(file.token));
      expect(pages.length).toBeGreaterThan(8);
      for (const page of pages) expect(page.w > page.h).toBe(orientation === 'landscape');
      let carried = { count: 0, amount: 0 };
      let numbered = 0;
      for (const [at, page] of pages.entries()) {
        const all = page.texts
          .map(({ text }) => text)
          .join(' ')
          .replace(/\s+/g, ' ');
        const sum = /Cộng trang (\d+) \((\d+) suất\) ([\d.]+)/.exec(all);
        expect(Number(sum?.[1])).toBe(at + 1);
        const head = /Trang trước chuyển sang \((\d+) suất\) ([\d.]+)/.exec(all);
        if (at === 0) expect(head).toBeNull();
        else expect([Number(head?.[1]), money(head?.[2])]).toEqual([carried.count, carried.amount]);
        carried = { count: carried.count + Number(sum?.[2]), amount: carried.amount + money(sum?.[3]) };
        const numbers = page.texts.filter(
          ({ text, x }) => /^\d{1,3}$/.test(text) && x < (orientation === 'landscape' ? 33 : 42),
        );
        for (const { text } of numbers) expect(Number(text)).toBe(++numbered);
      }
      expect(numbered).toBe(344);
      expect(carried).toEqual({ count: 344, amount: 181_000_000 });
      const last = pages[pages.length - 1]!.texts.map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' ');
      expect(last).toContain('Tổng cộng (344 suất) 181.000.000');
      expect(last).toContain('Bằng chữ: Một trăm tám mươi mốt triệu đồng.');
      expect(last).toContain('THỦ QUỸ');
    },
  );

  it('is grouped by department, and is a workbook too', async () => {
    const grouped = await test.job('welfare.signatureList', { id, grouped: true });
    const pages = await readPdf(bytesOf(grouped.token));
    const all = pages.flatMap((page) => page.texts.map(({ text }) => text)).join(' ');
    expect(all).toMatch(/Khoa Nhi/);
    expect(all).toMatch(/\(tiếp theo\)/);
    const sheet = await test.job('welfare.signatureList', { id, format: 'xlsx' });
    expect(sheet.name).toMatch(/\.xlsx$/);
    expect(sheet.size).toBeGreaterThan(5000);
  });

  it('leads to settled only when signed, financed and papered', async () => {
    let { version } = await test.invoke('welfare.campaign', { id });
    ({ version } = await test.invoke('welfare.setState', { id, version, state: 'listed' }));
    await expect(test.invoke('welfare.removeRecipients', { ids: [1] })).rejects.toThrow('WELFARE_LISTED');
    ({ version } = await test.invoke('welfare.setState', { id, version, state: 'given' }));
    await test.invoke('welfare.receive', { id, receivedOn: DAY });
    const { rows } = await test.invoke('welfare.recipients', { id, limit: 10 });
    await test.invoke('welfare.receive', { id, recipientIds: rows.map((row) => row.id), receivedOn: null });
    await expect(test.invoke('welfare.setState', { id, version, state: 'settled' })).rejects.toThrow(
      '"unsigned":10',
    );
    const figures = await test.invoke('welfare.figures', { from: '2024-01-01', to: '2024-06-30' });
    expect(figures).toMatchObject({
      gifts: 344,
      total: 181_000_000,
      unsigned: 10,
      unsignedCampaigns: 1,
      withoutVoucher: 1,
    });
    const todo = await test.invoke('welfare.campaigns', { check: 'unsigned' });
    expect(todo.rows.map((row) => row.totals.unsigned)).toEqual([10]);
    await test.invoke('welfare.receive', { id, receivedOn: DAY, receivedBy: 'Tổ trưởng' });
    await expect(test.invoke('welfare.setState', { id, version, state: 'settled' })).rejects.toThrow(
      '"papers":0',
    );
    ({ version } = await test.invoke('welfare.setException', {
      id,
      version,
      exception: 'Công đoàn cấp trên chi trực tiếp',
    }));
    expect((await test.invoke('welfare.campaigns', { check: 'noVoucher' })).total).toBe(0);
    await test.invoke('welfare.setState', { id, version, state: 'settled' });
    await expect(test.invoke('welfare.receive', { id, receivedOn: null })).rejects.toThrow('CLOSED');
    const story = await test.invoke('members.timeline', { id: rows[0]!.memberId! });
    expect(story.rows.find((row) => row.kind === 'gift')?.title).toMatch(
      /^Nhận quà Tết Giáp Thìn 2024: (500\.000|1\.000\.000)\u00a0đ$/,
    );
  });

  it('is more than 200 million with what else was given in the half year, and hundreds add nothing', async () => {
    const may = await test.invoke('welfare.createCampaign', {
      ...TET,
      name: 'Hỗ trợ đoàn viên khó khăn Tháng Công nhân 2024',
      occasion: 'workers_month',
      onDate: '2024-05-10',
      values: [{ category: 'hard', cash: 1_000_000 }],
      sources: [{ kind: 'own', name: null, amount: 20_000_000 }],
    });
    await test.invoke('welfare.addOutsiders', {
      id: may.id,
      people: Array.from({ length: 20 }, (_, i) => ({
        name: `Trần Văn ${GIVEN[i]}`,
        category: 'hard' as const,
      })),
    });
    let { version } = await test.invoke('welfare.campaign', { id: may.id });
    ({ version } = await test.invoke('welfare.setState', { id: may.id, version, state: 'given' }));
    await expect(
      test.invoke('welfare.createCampaign', { ...TET, kind: 'count', values: [], sources: [] }),
    ).rejects.toThrow('WELFARE_COUNT_SOURCE');
    const hundreds = await test.invoke('welfare.createCampaign', {
      ...TET,
      name: 'Quà Tết của công đoàn cơ sở trực thuộc',
      kind: 'count',
      values: [],
      sources: [],
      count: { wording: 'hàng trăm', source: 'Báo cáo sơ kết 6 tháng' },
    });
    const figures = await test.invoke('welfare.figures', { from: '2024-01-01', to: '2024-06-30' });
    expect(figures.total).toBe(201_000_000);
    expect(figures.gifts).toBe(364);
    const behind = await test.invoke('welfare.campaigns', {
      check: 'given',
      from: '2024-01-01',
      to: '2024-06-30',
    });
    expect(behind.rows.reduce((sum, row) => sum + row.totals.total, 0)).toBe(figures.total);
    expect(figures.occasions.find((row) => row.occasion === 'tet')).toMatchObject({
      total: 181_000_000,
      gifts: 344,
    });
    expect(figures.counts).toMatchObject([{ id: hundreds.id, value: null, wording: 'hàng trăm' }]);
    expect(figures.sources).toEqual(
      expect.arrayContaining([
        { kind: 'own', amount: 141_000_000, campaigns: 2 },
        { kind: 'above', amount: 60_000_000, campaigns: 1 },
      ]),
    );
    await expect(
      test.invoke('welfare.addOutsiders', { id: hundreds.id, people: [{ name: 'Trần Văn Ất' }] }),
    ).rejects.toThrow('WELFARE_COUNT_ONLY');
  });

  it('is copied to the next year without receipts, at the same distance from Tết', async () => {
    const copied = await test.invoke('welfare.copyCampaign', { id, year: 2025 });
    const found = await test.invoke('welfare.campaign', { id: copied.id });
    expect(found.fields).toMatchObject({ name: 'Quà Tết Ất Tỵ 2025', onDate: '2025-01-21', year: 2025 });
    expect(found).toMatchObject({ state: 'draft', occasionDay: '2025-01-29', exception: null });
    expect(found.totals).toMatchObject({ gifts: 344, received: 0, total: 181_000_000 });
    await test.invoke('welfare.trash', { ids: [copied.id] });
    const { rows } = await test.invoke('trash.list', {});
    expect(rows.some((row) => row.entity === 'welfare_campaign' && row.id === copied.id)).toBe(true);
  });
});

const money = (text: string | undefined) => Number((text ?? '').replaceAll('.', ''));

describe('warnings before printing', () => {
  let id: number;
  let people: number[];
  const keys = async () => (await test.invoke('welfare.warnings', { id })).rows;

  beforeAll(async () => {
    people = (await test.invoke('members.ids', { ...everyone })).ids;
    await test.invoke('members.saveMarriage', {
      memberId: people[10]!,
      spouseId: people[11]!,
      marriedOn: '2012',
    });
    for (const year of [2021, 2022, 2023]) {
      const old = await test.invoke('welfare.createCampaign', {
        ...TET,
        name: `Quà 8/3 năm ${year}`,
        occasion: 'womens_day',
        year,
        onDate: `${year}-03-08`,
      });
      await test.invoke('welfare.addMembers', {
        id: old.id,
        filter: { ids: people.slice(0, 60) },
        category: 'women',
        householdOnce: false,
      });
      const { version } = await test.invoke('welfare.campaign', { id: old.id });
      await test.invoke('welfare.setState', { id: old.id, version, state: 'given' });
    }
    ({ id } = await test.invoke('welfare.createCampaign', {
      ...TET,
      name: 'Quà 8/3 năm 2024',
      occasion: 'womens_day',
      onDate: '2024-03-08',
    }));
  });

  it('takes one of a household when people are chosen, and tells of two that were put there', async () => {
    const made = await test.invoke('welfare.addMembers', {
      id,
      filter: { ids: people.slice(0, 20) },
      category: 'women',
    });
    expect(made).toMatchObject({ added: 19, household: 1 });
    expect((await keys()).filter((row) => row.kind === 'household')).toEqual([]);
    const spouse = [people[10]!, people[11]!];
    await test.invoke('welfare.addMembers', {
      id,
      filter: { ids: spouse },
      category: 'women',
      householdOnce: false,
    });
    const [two] = (await keys()).filter((row) => row.kind === 'household');
    expect(two?.memberIds.sort()).toEqual(spouse.sort());
  });

  it('tells of one person twice, here and in another campaign of the occasion', async () => {
    await test.invoke('welfare.addOutsiders', {
      id,
      people: [
        { name: 'Lò Thị Uyên', birthYear: '1960' },
        { name: 'Lo thi uyen', birthYear: '1960' },
      ],
    });
    expect((await keys()).filter((row) => row.kind === 'twice')).toMatchObject([{ numbers: [21, 22] }]);
    const second = await test.invoke('welfare.createCampaign', {
      ...TET,
      name: 'Quà 8/3 của chuyên môn',
      occasion: 'womens_day',
      onDate: '2024-03-07',
    });
    await test.invoke('welfare.addMembers', {
      id: second.id,
      filter: { ids: [people[0]!] },
      category: 'women',
    });
    expect((await keys()).filter((row) => row.kind === 'other')).toMatchObject([
      { memberIds: [people[0]], detail: 'Quà 8/3 của chuyên môn', otherId: second.id },
    ]);
  });

  it('tells of one from outside written like a member of the list', async () => {
    const { rows } = await test.invoke('welfare.recipients', { id, limit: 500 });
    const { name, birthYear } = rows.find((row) => row.who === 'member')!;
    expect(birthYear).not.toBeNull();
    await test.invoke('welfare.addOutsiders', { id, people: [{ name: name.toLowerCase(), birthYear }] });
    const alike = async () =>
      (await keys()).filter((row) => row.kind === 'twice' && row.memberIds.length === 1);
    expect(await alike()).toMatchObject([{ names: [name, name.toLowerCase()] }]);
    await test.invoke('welfare.addOutsiders', { id, people: [{ name, birthYear: '1931' }] });
    expect(await alike()).toHaveLength(1);
  });

  it('tells of those in hardship passed over for three years, of who left, and of who has no department', async () => {
    const hard = (
      await test.invoke('members.ids', {
        ...everyone,
        conditions: { match: 'all', items: [{ field: 'hardship', op: 'is', values: ['very_hard'] }] },
      })
    ).ids;
    const passed = (await keys()).filter((row) => row.kind === 'passed').flatMap((row) => row.memberIds);
    expect(passed.sort()).toEqual(hard.filter((one) => !people.slice(0, 60).includes(one)).sort());
    expect(passed.length).toBeGreaterThan(5);
    const nobody = await test.invoke('members.create', {
      fullName: 'Vi Thị Không Khoa',
      unionJoinDate: '2020-01-01',
    });
    await test.invoke('welfare.addMembers', { id, filter: { ids: [nobody.id] }, category: 'women' });
    expect((await keys()).filter((row) => row.kind === 'noDepartment')).toMatchObject([
      { memberIds: [nobody.id] },
    ]);
  });

  it('stands with a reason, and opens again when it is taken back', async () => {
    const before = await test.invoke('welfare.warnings', { id });
    const key = before.rows[0]!.key;
    const reply = await test.raw('welfare.overrideWarnings', { id, rows: [{ key, reason: 'Đã xác minh' }] });
    const after = await test.invoke('welfare.warnings', { id });
    expect(after.open).toBe(before.open - 1);
    expect(after.rows.find((row) => row.key === key)?.reason).toBe('Đã xác minh');
    if (reply.ok && reply.undo) await test.raw(reply.undo.operation, reply.undo.input);
    expect((await test.invoke('welfare.warnings', { id })).open).toBe(before.open);
  });

  it('weighs gifts against people by department, and lists who never got anything', async () => {
    const board = await test.invoke('welfare.board', { year: 2024 });
    expect(board.rows.reduce((sum, row) => sum + row.people, 0)).toBe(345);
    expect(board.rows.find((row) => row.departmentId === departments[0])).toMatchObject({ people: 115 });
    const never = await test.invoke('welfare.neverGiven', { year: 2024 });
    expect(never).toMatchObject({ from: '2022-01-01', total: 1 });
    expect((await test.invoke('welfare.neverGiven', { year: 2023 })).total).toBe(345 - 60);
  });
});

describe('voucher of a batch', () => {
  it('is linked to it, or explained', async () => {
    const fund = await test.invoke('funds.save', {
      name: 'Quỹ công đoàn',
      openedOn: '2024-01-01',
      openingCash: 500_000_000,
    });
    const { id } = await test.invoke('welfare.createCampaign', {
      ...TET,
      name: 'Quà 27/7',
      occasion: 'invalids_day',
      onDate: '2024-07-20',
    });
    await test.invoke('welfare.addOutsiders', { id, people: [{ name: 'Bà Lò Thị Ón', category: 'policy' }] });
    await test.invoke('welfare.addUnits', { id, orgUnitIds: [departments[1]!] });
    const { version } = await test.invoke('welfare.campaign', { id });
    await test.invoke('welfare.setState', { id, version, state: 'given' });
    expect((await test.invoke('welfare.campaigns', { check: 'noVoucher', search: '27/7' })).total).toBe(1);
    const voucher = await test.invoke('funds.createVoucher', {
      fundId: fund.id,
      kind: 'payment',
      onDate: '2024-07-20',
      amount: 1_000_000,
      reason: 'Quà 27/7',
    });
    await test.invoke('funds.linkVoucher', {
      id: voucher.id,
      source: { entity: 'welfare_campaign', id, label: 'Quà 27/7' },
    });
    expect((await test.invoke('welfare.campaigns', { check: 'noVoucher', search: '27/7' })).total).toBe(0);
    expect((await test.invoke('welfare.campaign', { id })).vouchers).toMatchObject([{ amount: 1_000_000 }]);
  });

  it('is made from the sources in one step, once; money of others is received first', async () => {
    const fundId = (await test.invoke('funds.list', {})).rows[0]!.id;
    const { id } = await test.invoke('welfare.createCampaign', {
      ...TET,
      name: 'Quà Trung thu 2024',
      occasion: 'invalids_day',
      onDate: '2024-07-22',
      preparer: 'Lê Hoàng Ngọc Yến',
      values: [{ category: 'policy', cash: 500_000 }],
      sources: [
        { kind: 'own', name: null, amount: 300_000 },
        { kind: 'sponsor', name: 'Công ty Ban Mai', amount: 200_000 },
      ],
    });
    await test.invoke('welfare.addOutsiders', { id, people: [{ name: 'Bà Lò Thị Ón', category: 'policy' }] });
    const { version } = await test.invoke('welfare.campaign', { id });
    await test.invoke('welfare.setState', { id, version, state: 'given' });
    const open = async () =>
      (await test.invoke('funds.checks', { fundId, year: 2024 })).others.filter((row) =>
        row.path.startsWith(`/welfare/${id}?`),
      );
    expect(await open()).toMatchObject([{ label: 'Quà Trung thu 2024', explained: null }]);
    const pay = { id, fundId, onDate: '2024-07-22', holding: 'cash' as const, sources: [0, 1] };
    const made = await test.raw('welfare.makeVouchers', pay);
    expect(made).toMatchObject({ ok: true, data: { amount: 500_000, receipts: 1 } });
    const { vouchers } = await test.invoke('welfare.campaign', { id });
    expect(vouchers.map(({ kind, amount, reason }) => [kind, amount, reason])).toEqual([
      ['receipt', 200_000, 'Công ty Ban Mai hỗ trợ Quà Trung thu 2024'],
      ['payment', 500_000, 'Chi Quà Trung thu 2024 (1 suất)'],
    ]);
    expect(await open()).toEqual([]);
    expect(await test.raw('welfare.makeVouchers', pay)).toMatchObject({ error: { code: 'WELFARE_PAID' } });
    if (!made.ok || !made.undo) throw new Error('no undo');
    await test.raw(made.undo.operation, made.undo.input);
    expect((await test.invoke('welfare.campaign', { id })).vouchers).toEqual([]);
    const seen = await test.invoke('welfare.campaign', { id });
    const exception = 'Công đoàn cấp trên chi trực tiếp';
    await test.invoke('welfare.setException', { id, version: seen.version, exception });
    expect(await open()).toMatchObject([{ explained: exception }]);
  });
});

describe('people ticked in the register', () => {
  it('are told of before they go on a list: there already, of one household, given elsewhere', async () => {
    const people = (await test.invoke('members.ids', { ...everyone })).ids;
    const made = async (name: string) =>
      (
        await test.invoke('welfare.createCampaign', {
          ...TET,
          name,
          occasion: 'vn_womens_day',
          onDate: '2024-07-23',
        })
      ).id;
    const first = await made('Quà 20/10 đợt một');
    const id = await made('Quà 20/10 đợt hai');
    const ids = [people[10]!, people[11]!, people[20]!, people[21]!];
    await test.invoke('welfare.addMembers', { id: first, filter: { ids: [people[20]!] }, category: 'women' });
    await test.invoke('welfare.addMembers', { id, filter: { ids: [people[21]!] }, category: 'women' });
    const seen = await test.invoke('welfare.preview', { id, filter: { ids }, category: 'women' });
    expect(seen).toMatchObject({ found: 4, already: 1, household: 1, toAdd: 2 });
    expect(seen.warnings.map(({ kind, count }) => [kind, count])).toEqual([
      ['already', 1],
      ['household', 1],
      ['other', 1],
    ]);
  });

  it('stand in the order they were put in, one line moved at a time, and back', async () => {
    const { rows: campaigns } = await test.invoke('welfare.campaigns', { search: 'đợt hai' });
    const id = campaigns[0]!.id;
    const people = (await test.invoke('members.ids', { ...everyone })).ids;
    await test.invoke('welfare.addMembers', { id, filter: { ids: people.slice(30, 34) }, category: 'women' });
    const order = async () => (await test.invoke('welfare.recipients', { id })).rows.map((row) => row.id);
    const before = await order();
    const moved = await test.raw('welfare.arrange', { id, move: { id: before[0], number: 3 } });
    expect(await order()).toEqual([before[1], before[2], before[0], ...before.slice(3)]);
    const pages = await readPdf(bytesOf((await test.job('welfare.signatureList', { id })).token));
    expect(pages.length).toBe(1);
    if (!moved.ok || !moved.undo) throw new Error('no undo');
    await test.raw(moved.undo.operation, moved.undo.input);
    expect(await order()).toEqual(before);
    expect(await test.raw('welfare.arrange', { id, move: { id: 999_999, number: 1 } })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});
