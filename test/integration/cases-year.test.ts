/** Published cases read back from lists, papers and workbooks (cases.md section 1, rows 7, 9, 11–16, 19, 30, 41, 42, 53). */
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
const HALF = { from: '2024-01-01', to: '2024-06-30' };

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2024-07-24T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    ...{ name: 'Công đoàn cơ sở Bệnh viện Suối Mơ', shortName: 'CĐCS Suối Mơ', symbol: 'CĐCS' },
    ...{ place: 'Suối Mơ', validFrom: '2020' },
  });
}, 60_000);
afterAll(() => t.close());

const bytesOf = (file: { token: string }) =>
  new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ');
const paperText = async (file: { token: string }) =>
  squeezed((await readPdf(bytesOf(file))).flatMap((page) => page.texts.map((one) => one.text)).join(' '));
const sheets = (file: { token: string }) =>
  Object.values(read(bytesOf(file)).Sheets).map((sheet) =>
    utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: false }),
  );
const wordText = (file: { token: string }) =>
  new TextDecoder().decode(unzipSync(bytesOf(file))['word/document.xml']!).replaceAll(/<[^>]+>/g, '');

const event = async (input: InputOf<'events.create'>, count?: object) => {
  const made = await t.invoke('events.create', input);
  if (count)
    await t.invoke('events.setCount', {
      ...made,
      count: { source: 'báo cáo số 12/BC-CĐCS', ...count },
    } as never);
  return made.id;
};

describe('three contests of 2024 (rows 14–16)', () => {
  const filter = { kinds: ['online_contest', 'contest'] as const, from: HALF.from, to: HALF.to };
  const asked = () => ({ ...filter, kinds: [...filter.kinds] });
  beforeAll(async () => {
    const whole = { denominator: 2178, denominatorOn: '2024-06-30' };
    const sector = 'Công đoàn Y tế Việt Nam';
    await event(
      {
        ...{ kind: 'online_contest', name: 'Tìm hiểu nghị quyết đại hội', startsOn: '2024-03-04' },
        ...{ organiserLevel: 'province', organiserName: 'Liên đoàn Lao động tỉnh' },
      },
      { value: 1484, unit: 'member', ...whole },
    );
    await event(
      { kind: 'contest', name: 'Tìm hiểu dinh dưỡng', startsOn: '2024-04-15', organiserName: sector },
      { value: 1023, unit: 'person' },
    );
    await event(
      { kind: 'online_contest', name: 'Hành động của đoàn viên', startsOn: '2024-05-20' },
      { value: 783, unit: 'member' },
    );
  });

  it('stand on the list: 68% of 2.178, people without a rate, 3.290 as turns only', async () => {
    const list = await t.invoke('events.list', { ...asked(), descending: false });
    expect(list).toMatchObject({ total: 3, turns: 3290, unrecorded: 0 });
    const first = await t.invoke('events.attendance', { id: list.rows[0]!.id });
    expect(first.rate).toBe('68%');
    for (const { id } of list.rows.slice(1))
      expect((await t.invoke('events.attendance', { id })).rate).toBeNull();
  });

  it('stand so on paper and in the workbook', async () => {
    const text = await paperText(await t.job('events.listPaper', asked()));
    expect(text).toContain('Từ ngày 01/01/2024 đến ngày 30/06/2024');
    expect(text).toMatch(/1\.484\/2\.178 đoàn viên 68%/);
    expect(text).toContain('1.023 người');
    expect(text).toContain('783 đoàn viên');
    expect(text).toContain('Tổng cộng: 3 cuộc, 3.290 lượt');
    expect(text.match(/%/g)).toHaveLength(1);
    expect(text).not.toContain('3.290 người');
    const [rows] = sheets(await t.job('events.listPaper', { ...asked(), format: 'xlsx' }));
    expect(rows!.flat()).toEqual(expect.arrayContaining([1484, 1023, 783, 3290, '68%']));
  });

  it('gives the third 36% only once the same whole is confirmed', async () => {
    const { rows } = await t.invoke('events.list', { ...asked(), search: 'hanh dong' });
    const { id, version } = rows[0]!;
    const count = { value: 783, unit: 'member' as const, source: 'báo cáo', denominator: 2178 };
    expect(await t.raw('events.setCount', { id, version, count })).toMatchObject({ ok: false });
    await t.invoke('events.setCount', { id, version, count: { ...count, denominatorOn: '2024-06-30' } });
    expect(await paperText(await t.job('events.listPaper', asked()))).toMatch(/783\/2\.178 đoàn viên 36%/);
  });
});

describe('communication and courses of a year by quarter, with their topics (rows 19, 30, 42)', () => {
  beforeAll(async () => {
    for (const [kind, type, startsOn, topics, value] of [
      ['communication', 'law', '2023-02-10', ['Luật An toàn, vệ sinh lao động'], 120],
      ['communication', 'ethics', '2023-03-15', ['12 điều y đức', 'Quy tắc ứng xử'], 80],
      ['communication', 'ethics', '2023-08-21', ['12 điều y đức'], 210],
      ['communication', 'law', '2023-11-09', ['Luật Công đoàn'], null],
      ['training', 'political_theory', '2023-05-10', ['Bồi dưỡng lý luận chính trị'], 35],
    ] as const) {
      const name = `${kind === 'training' ? 'Lớp' : 'Buổi'} ${topics[0]}`;
      const count = value === null ? undefined : { value, unit: 'person' };
      const eventId = await event({ kind, name, startsOn }, count);
      await t.invoke('training.save', {
        ...{ eventId, version: 0, type },
        topics: topics.map((topic) => ({ name: topic })),
      });
    }
  });

  it('are counted with who came and what is not known', async () => {
    const file = { year: 2023, kinds: ['communication' as const] };
    const text = await paperText(await t.job('events.listPaper', file));
    expect(text).toContain('Năm 2023');
    expect(text).toContain('Quý I 2 3 200');
    expect(text).toContain('Quý II 0 0 0');
    expect(text).toContain('Quý III 1 1 210');
    expect(text).toContain('Quý IV 1 1 1 Cả năm');
    expect(text).toContain('Cả năm 4 5 410 1');
    expect(text).toContain('12 điều y đức; Quy tắc ứng xử');
    expect(text).toContain('chưa có số liệu');
    const [, quarters] = sheets(await t.job('events.listPaper', { ...file, format: 'xlsx' }));
    expect(quarters).toContainEqual(['Cả năm', 4, 5, 410, 1]);
    const { quarters: shown } = await t.invoke('training.list', { year: 2023, kind: 'communication' });
    expect(shown.map(({ events, turns }) => [events, turns])).toEqual([
      [2, 200],
      [0, 0],
      [1, 210],
      [1, 0],
    ]);
  });

  it('are told apart by type', async () => {
    const theory = await t.invoke('training.list', { year: 2023, type: 'political_theory' });
    expect(theory.rows.map((row) => row.name)).toEqual(['Lớp Bồi dưỡng lý luận chính trị']);
    const ethics = await t.invoke('training.list', { year: 2023, type: 'ethics' });
    expect(ethics.totals).toMatchObject({ events: 2, topics: 3, turns: 290 });
  });
});

describe('gifts of the first half of 2024 (rows 11–13, 41)', () => {
  let id: number;
  beforeAll(async () => {
    ({ id } = await t.invoke('welfare.createCampaign', {
      ...{ name: 'Quà Tết Giáp Thìn 2024', year: 2024, occasion: 'tet', onDate: '2024-02-02' },
      values: [
        { category: 'hard', cash: 500_000 },
        { category: 'very_hard', cash: 1_000_000 },
      ],
      sources: [
        { kind: 'own', name: null, amount: 121_000_000 },
        { kind: 'above', name: 'Liên đoàn Lao động tỉnh', amount: 60_000_000 },
      ],
    }));
    const people = Array.from({ length: 344 }, (_, at) => ({
      name: `Lò Thị Hoa Số ${at + 1}`,
      category: at < 326 ? ('hard' as const) : ('very_hard' as const),
    }));
    await t.invoke('welfare.addOutsiders', { id, people });
    const { version } = await t.invoke('welfare.campaign', { id });
    await t.invoke('welfare.setState', { id, version, state: 'given' });
  }, 60_000);

  it('344 lines and 181.000.000 đ in the workbook of the list to sign', async () => {
    const [rows] = sheets(await t.job('welfare.signatureList', { id, format: 'xlsx' }));
    const lines = rows!.filter((row) => row.some((cell) => /^Lò Thị Hoa Số \d+$/.test(String(cell))));
    expect(lines.map((row) => row[0])).toEqual(Array.from({ length: 344 }, (_, at) => at + 1));
    expect(rows!.flat()).toContain(181_000_000);
  });

  it('526.163 đ a gift on average, given before 10/02/2024, the first lunar day', async () => {
    const { rows } = await t.invoke('welfare.campaigns', { year: 2024, search: 'Giáp Thìn' });
    expect(rows).toMatchObject([{ totals: { gifts: 344, total: 181_000_000, mean: 526_163 } }]);
    expect(await t.invoke('welfare.campaign', { id })).toMatchObject({
      occasionDay: '2024-02-10',
      totals: { gifts: 344, mean: 526_163 },
    });
    expect(await t.invoke('welfare.figures', HALF)).toMatchObject({ mean: 526_163 });
    const month = await paperText(await t.job('calendar.printMonth', { year: 2024, month: 2 }));
    expect(month).toMatch(/10 1\/1 Tết Nguyên đán/);
  });

  it('are figures of the half year that open the campaigns; hundreds add nothing', async () => {
    const department = await t.invoke('organisation.createUnit', {
      kind: 'department',
      name: 'Khoa Truyền nhiễm',
    });
    const unit = await t.invoke('welfare.createCampaign', {
      ...{ name: 'Hỗ trợ tuyến đầu', year: 2024, onDate: '2024-05-10', sources: [] },
      values: [{ category: 'collective', cash: 20_000_000 }],
    });
    await t.invoke('welfare.addUnits', { id: unit.id, orgUnitIds: [department.id] });
    const { version } = await t.invoke('welfare.campaign', { id: unit.id });
    await t.invoke('welfare.setState', { id: unit.id, version, state: 'given' });
    await t.invoke('welfare.createCampaign', {
      ...{ name: 'Quà của các công đoàn cơ sở', year: 2024, occasion: 'tet', onDate: '2024-02-02' },
      ...{
        kind: 'count',
        values: [],
        sources: [],
        count: { wording: 'hàng trăm', source: 'Báo cáo sơ kết' },
      },
    });
    const money = await t.invoke('dashboard.records', { id: 'welfare.giftMoney', ...HALF });
    expect(money.figure.value).toBe(201_000_000);
    expect(money.rows.map((row) => [row.label, row.amount])).toEqual([
      ['Hỗ trợ tuyến đầu', 20_000_000],
      ['Quà Tết Giáp Thìn 2024', 181_000_000],
    ]);
    expect(await t.invoke('dashboard.indicator', { id: 'welfare.gifts', ...HALF })).toMatchObject({
      value: 345,
    });
    const { counts, occasions } = await t.invoke('welfare.figures', HALF);
    expect(counts).toMatchObject([{ wording: 'hàng trăm', value: null }]);
    expect(occasions.find((row) => row.occasion === 'tet')).toMatchObject({ gifts: 344, total: 181_000_000 });
    const text = await paperText(await t.job('welfare.signatureList', { id: unit.id }));
    expect(text).toContain('Khoa Truyền nhiễm');
    expect(text).toContain('Hai mươi triệu đồng');
  });
});

it('keeps the photo of a news item with its author, day and source, and opens the same bytes (row 9)', async () => {
  const id = await event({ kind: 'other', name: 'Ký quy chế phối hợp', startsOn: '2024-03-05' });
  const photo = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const { token } = t.core.files.registerUpload('le-ky.png', photo);
  const source = 'Trang tin Sở Y tế, syt.example.vn/tin-5';
  await t.invoke('files.attach', {
    ...{ entity: 'event', entityId: id, token, name: 'Lễ ký', kind: 'photo' },
    ...{ takenOn: '2024-03-05', author: 'Lò Văn Ảnh', source },
  });
  const [kept] = (await t.invoke('files.list', { entity: 'event', entityId: id })).rows;
  expect(kept).toMatchObject({ author: 'Lò Văn Ảnh', takenOn: '2024-03-05', source, present: true });
  expect(kept!.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(Buffer.from(bytesOf(await t.job('files.open', { id: kept!.id })))).toEqual(photo);
});

it('thanks for 100.000.000 đ in words, in the letter itself (row 7)', async () => {
  const donor = await t.invoke('donors.save', {
    name: 'Công ty Dược Thảo Nguyên',
    addressForm: 'Quý Công ty',
  });
  const earmark = await t.invoke('donors.saveEarmark', { name: 'Nhà ở cán bộ y tế' });
  const gift = await t.invoke('donors.saveGift', {
    ...{ donorId: donor.id, onDate: '2024-03-05', amount: 100_000_000, earmarkId: earmark.id },
  });
  const letter = wordText(await t.job('donors.letters', { ids: [gift.id] }));
  expect(letter).toContain('Công ty Dược Thảo Nguyên');
  expect(letter).toContain('100.000.000');
  expect(letter).toMatch(/[Mm]ột trăm triệu đồng/);
  expect(await t.invoke('dashboard.indicator', { id: 'donors.money', ...HALF })).toMatchObject({
    value: 100_000_000,
  });
});

it('prints the second press award over its two years (row 53)', async () => {
  const name = 'Giải báo chí về công nhân và công đoàn';
  const eventId = await event({ kind: 'contest', name, startsOn: '2023-11-23', endsOn: '2024-06' });
  await t.invoke('contests.save', { eventId, version: 0, subjects: ['Báo in'] });
  const series = await t.invoke('events.saveSeries', { name });
  await t.invoke('events.setEdition', {
    id: eventId,
    edition: { seriesId: series.id, number: 2, yearFrom: 2023, yearTo: 2024 },
  });
  await t.invoke('contests.saveEntry', {
    ...{ eventId, kind: 'work', name: 'Ca trực đêm giao thừa', subject: 0 },
    people: [{ name: 'Bùi Văn Ngoài' }],
    prizes: [{ rank: 'first', money: 5_000_000 }],
  });
  const text = await paperText(await t.job('contests.paper', { eventId }));
  expect(text).toContain('lần thứ II, 2023–2024');
  expect(text).toContain('Bùi Văn Ngoài');
  expect(text).toContain('Năm triệu đồng');
});
