/** Agreements on a real store: undo of every command, refusals, money told once, the trash, merge and figures. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
let id: number;
let content: number;
let other: number;
const sheet = () => t.invoke('agreements.get', { id });
const undone = async (operation: string, input: unknown) => {
  const reply = await t.raw(operation, input);
  if (!reply.ok) throw new Error(`${operation}: ${reply.error.code} ${JSON.stringify(reply.error.fields)}`);
  const undo = reply.undo as { operation: string; input: unknown };
  const back = await t.raw(undo.operation, undo.input);
  if (!back.ok) throw new Error(`${undo.operation}: ${back.error.code}`);
};
/** Versions rise with every change, also with one taken back. */
const still = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === 'version' ? undefined : inner)));
const deliver = (more: Partial<InputOf<'agreements.saveDelivery'>>) =>
  t.invoke('agreements.saveDelivery', { agreementId: id, ...more });

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', { name: 'CĐCS Suối Mơ', shortName: 'Suối Mơ', symbol: 'CĐCS' });
  await t.invoke('organisation.saveTerm', { startsOn: '2023', chairName: 'Hoàng Minh Tuệ' });
  id = (
    await t.invoke('agreements.save', {
      ...{
        title: 'Quy chế phối hợp với Ban Giám đốc',
        signedOn: '2024-01-10',
        startsOn: '2024',
        endsOn: '2026',
      },
      parties: [{ name: 'Ban Giám đốc' }, { name: 'Công đoàn', own: true, signer: 'Hoàng Minh Tuệ' }],
      scaleId: (await t.invoke('agreements.scales', {})).rows[0]!.id,
    })
  ).id;
  content = (await t.invoke('agreements.saveContent', { agreementId: id, name: 'Chăm lo' })).id;
  other = (await t.invoke('agreements.saveContent', { agreementId: id, name: 'Thi đua' })).id;
}, 60_000);
afterAll(() => t.close());

it('takes back every command as if it had not been', async () => {
  const commitment = (
    await t.invoke('agreements.saveCommitment', { contentId: content, name: 'Tặng quà', dueOn: '2026-12-01' })
  ).id;
  const progress = (
    await t.invoke('agreements.saveProgress', {
      commitmentId: commitment,
      onDate: '2026-05-01',
      result: 'Đợt 1',
    })
  ).id;
  const line = (await deliver({ label: 'Hỗ trợ', onDate: '2025', amount: 5_000_000 })).id;
  const before = still(await sheet());
  const { agreement } = await sheet();
  const fields = { title: 'Tên khác', startsOn: '2024', endsOn: '2027', parties: [{ name: 'Một bên' }] };
  const steps: [string, (version: number) => unknown][] = [
    ['agreements.save', (version) => ({ id, version, ...fields })],
    ['agreements.saveContent', () => ({ id: content, agreementId: id, name: 'Tên khác' })],
    ['agreements.saveContent', () => ({ agreementId: id, name: 'Nội dung mới' })],
    ['agreements.orderContents', () => ({ agreementId: id, ids: [other, content] })],
    ['agreements.trashContents', () => ({ ids: [content] })],
    ['agreements.saveCommitment', () => ({ id: commitment, contentId: other, name: 'Chuyển nội dung' })],
    ['agreements.saveCommitment', () => ({ contentId: other, name: 'Mới', measure: 'count', target: 5 })],
    ['agreements.trashCommitments', () => ({ ids: [commitment] })],
    [
      'agreements.saveProgress',
      () => ({ id: progress, commitmentId: commitment, onDate: '2026-06-01', done: true }),
    ],
    ['agreements.trashProgress', () => ({ ids: [progress] })],
    [
      'agreements.saveDelivery',
      () => ({ id: line, agreementId: id, label: 'Khác', onDate: '2026-01', contentId: other }),
    ],
    ['agreements.trashDeliveries', () => ({ ids: [line] })],
    [
      'agreements.setScores',
      () => ({ id, year: 2025, rows: [{ contentId: content, side: 'self', score: 8 }] }),
    ],
    ['agreements.close', (version) => ({ id, version, closedOn: '2026-11-20', summary: 'Tốt' })],
    ['agreements.setReminders', () => ({ days: [60] })],
    ['agreements.trash', () => ({ ids: [id] })],
  ];
  for (const [operation, input] of steps) {
    const { version } = (await sheet()).agreement;
    await undone(operation, input(version));
    expect(still(await sheet()), operation).toEqual(before);
  }
  expect((await t.invoke('agreements.reminders', {})).days).toEqual([180, 90, 30]);
  expect(agreement.reminder).toBe(90);
});

describe('refuses', () => {
  it('what cannot be, each with its own sentence', async () => {
    const commit = (more: object) =>
      t.invoke('agreements.saveCommitment', { contentId: content, name: 'A', ...more });
    await expect(commit({ droppedOn: '2026-01-01' })).rejects.toThrow('AGREEMENT_DROP');
    await expect(commit({ measure: 'text', target: 5 })).rejects.toThrow('AGREEMENT_TARGET');
    await expect(deliver({ label: 'Không có ngày' })).rejects.toThrow('AGREEMENT_DELIVERY');
    await expect(deliver({ record: { entity: 'event', id: 999 } })).rejects.toThrow('NOT_FOUND');
    const parties = [{ name: 'Một bên' }];
    await expect(
      t.invoke('agreements.save', { title: 'A', startsOn: '2026', endsOn: '2025', parties }),
    ).rejects.toThrow('DATE_ORDER');
    const [scale] = (await t.invoke('agreements.scales', {})).rows;
    await expect(t.invoke('agreements.trashScales', { ids: [scale!.id] })).rejects.toThrow('IN_USE');
    const stale = { id, version: 0, title: 'A', startsOn: '2024', endsOn: '2026', parties };
    await expect(t.invoke('agreements.save', stale)).rejects.toThrow('VERSION_CONFLICT');
  });
});

describe('money', () => {
  it('of a gift campaign is told when it was given, with its wording; what is planned is not told', async () => {
    const base = (await sheet()).agreement.money.total ?? 0;
    const campaign = await t.invoke('welfare.createCampaign', {
      ...{ name: 'Quà Tết Giáp Thìn', year: 2024, onDate: '2024-02-02', kind: 'count' },
      count: { value: 344, flag: 'atLeast', amount: 181_000_000, source: 'Báo cáo 6 tháng' },
    });
    await deliver({ contentId: content, record: { entity: 'welfare_campaign', id: campaign.id } });
    const line = async () =>
      (await sheet()).deliveries.find((one) => one.record?.entity === 'welfare_campaign');
    expect(await line()).toMatchObject({ amount: 181_000_000, flag: 'atLeast', ahead: true });
    expect((await sheet()).agreement.money.total).toBe(base);
    await t.invoke('welfare.setState', { id: campaign.id, version: campaign.version, state: 'given' });
    expect(await line()).toMatchObject({ ahead: false });
    expect((await sheet()).agreement.money).toEqual({
      total: base + 181_000_000,
      flag: 'atLeast',
      unknown: 0,
    });
    const future = await deliver({ label: 'Quà Tết năm sau', onDate: '2027-01-20', amount: 90_000_000 });
    expect((await sheet()).deliveries.find((one) => one.id === future.id)?.ahead).toBe(true);
    expect((await sheet()).byYear.find((one) => one.year === 2027)).toMatchObject({ delivered: 0 });
    await t.invoke('agreements.trashDeliveries', { ids: [future.id] });
  });
  it('of a gift and of its receipt is told once', async () => {
    const { id: fundId } = await t.invoke('funds.save', {
      ...{ name: 'Quỹ công đoàn', openedOn: '2025-01-01', openingCash: 0 },
    });
    const donor = await t.invoke('donors.save', { name: 'Công ty Phúc An', kind: 'organisation' });
    const gift = await t.invoke('donors.saveGift', {
      ...{ donorId: donor.id, onDate: '2026-03-05', kind: 'money', amount: 7_000_000 },
      book: { fundId, holding: 'cash' },
    });
    const { gifts } = await t.invoke('donors.get', { id: donor.id });
    const voucherId = gifts[0]!.voucherId!;
    const of = async () => (await sheet()).byYear.find((one) => one.year === 2026)!.money.total;
    const before = (await of()) ?? 0;
    const alone = await deliver({ record: { entity: 'fund_voucher', id: voucherId } });
    expect(await of()).toBe(before + 7_000_000);
    const both = await deliver({ record: { entity: 'donor_gift', id: gift.id } });
    expect(await of()).toBe(before + 7_000_000);
    expect((await sheet()).deliveries.find((one) => one.id === alone.id)?.countedIn).toBe('Công ty Phúc An');
    await t.invoke('agreements.trashDeliveries', { ids: [alone.id, both.id] });
  });
  it('of a record in the trash stays as it was known', async () => {
    const donor = await t.invoke('donors.save', { name: 'Công ty An Khang', kind: 'organisation' });
    const gift = await t.invoke('donors.saveGift', {
      ...{ donorId: donor.id, onDate: '2025-03-05', kind: 'money', amount: 20_000_000 },
    });
    const line = await deliver({ contentId: content, record: { entity: 'donor_gift', id: gift.id } });
    await t.invoke('donors.trashGifts', { ids: [gift.id] });
    expect((await sheet()).deliveries.find((one) => one.id === line.id)).toMatchObject({
      gone: true,
      amount: 20_000_000,
      label: 'Công ty An Khang',
    });
    await t.invoke('donors.restoreGifts', { ids: [gift.id] });
  });
});

it('is found by words, by the records under it and in a member’s story; a merge keeps its people', async () => {
  const event = await t.invoke('events.create', {
    kind: 'dialogue',
    name: 'Đối thoại quý III',
    startsOn: '2026-09-25',
  });
  const found = await t.invoke('agreements.findRecords', { search: 'doi thoai quy' });
  expect(found.rows.map((row) => [row.entity, row.id])).toContainEqual(['event', event.id]);
  await deliver({ contentId: other, record: { entity: 'event', id: event.id } });
  expect((await t.invoke('agreements.of', { entity: 'event', id: event.id })).rows).toEqual([
    { id, title: 'Quy chế phối hợp với Ban Giám đốc' },
  ]);
  const hoa = (await t.invoke('members.create', { fullName: 'Nguyễn Thị Hoa' })).id;
  await t.invoke('agreements.saveCommitment', {
    contentId: other,
    name: 'Hội thao',
    memberId: hoa,
    dueOn: '2026-12-31',
  });
  const story = await t.invoke('members.timeline', { id: hoa });
  expect(story.rows).toContainEqual(expect.objectContaining({ kind: 'agreement', recordId: id }));
  const twin = (await t.invoke('members.create', { fullName: 'Nguyễn Thị Hoa', birthDate: '1990' })).id;
  const versions = await Promise.all([hoa, twin].map((one) => t.invoke('members.get', { id: one })));
  expect(versions).toHaveLength(2);
  const { contents } = await sheet();
  expect(contents[1]!.commitments.map((one) => one.person)).toEqual(['Nguyễn Thị Hoa']);
  expect((await t.invoke('agreements.list', { search: 'ban giam doc' })).rows.map((row) => row.id)).toEqual([
    id,
  ]);
});

it('is counted by its indicators, with the records behind each', async () => {
  const figure = (indicator: string) =>
    t.invoke('dashboard.records', { id: indicator, from: '2025-01-01', to: '2025-12-31' } as never);
  const money = await figure('agreements.money');
  expect(money.figure.value).toBe(25_000_000);
  expect(money.rows.map((row) => row.label).sort()).toEqual(['Công ty An Khang', 'Hỗ trợ']);
  expect((await figure('agreements.works')).figure.value).toBe(2);
  const now = await t.invoke('dashboard.records', {
    ...{ id: 'agreements.inForce', from: '2026-01-01', to: '2026-12-31' },
  });
  expect(now.rows.map((row) => row.id)).toEqual([id]);
});
