/** Rows 10, 17, 25, 35, 36 and 52 (the plan) of the real cases, through operations, read back from list and paper. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
let now = '2024-07-24T03:00:00Z';

const bytesOf = (file: { token: string }) =>
  new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
const textOf = async (file: { token: string }) =>
  (await readPdf(bytesOf(file)))
    .flatMap((page) => page.texts.map((one) => one.text))
    .join(' ')
    .replace(/\s+/g, ' ');
const resolution = async (more: Partial<InputOf<'targets.saveResolution'>> = {}) =>
  (
    await t.invoke('targets.saveResolution', {
      ...{ name: 'Nghị quyết năm', level: 'unit' as const, fromYear: 2024, toYear: 2024 },
      ...more,
    })
  ).id;
const target = async (resolutionId: number, more: Partial<InputOf<'targets.save'>> = {}) =>
  (
    await t.invoke('targets.save', {
      ...{ resolutionId, text: 'Phát triển đoàn viên mới', unit: 'đoàn viên' },
      values: [{ year: 2024, value: 40 }],
      ...more,
    })
  ).id;
const rowOf = async (id: number, year: number | null = 2024) =>
  (await t.invoke('targets.list', { year })).rows.find((row) => row.id === id)!;

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date(now) });
  await t.invoke('organisation.saveProfile', {
    ...{ name: 'Công đoàn cơ sở Suối Mơ', shortName: 'CĐCS Suối Mơ', symbol: 'CĐCS', place: 'Suối Mơ' },
    ...{ upperName: 'Liên đoàn Lao động tỉnh Thanh Lâm', validFrom: '2020' },
  });
  await t.invoke('organisation.saveTerm', { startsOn: '2023', chairName: 'Hoàng Minh Tuệ' });
}, 60_000);
afterAll(() => t.close());

describe('row 10', () => {
  it('one class for a unit in a year, with its history', async () => {
    const unitId = (await t.invoke('organisation.createUnit', { kind: 'group', name: 'Tổ 1' })).id;
    await t.invoke('organisation.saveClass', { unitId, year: 2022, class: 'good' });
    await t.invoke('organisation.saveClass', { unitId, year: 2023, class: 'excellent' });
    await expect(t.invoke('organisation.saveClass', { unitId, year: 2023, class: 'good' })).rejects.toThrow(
      'CLASS_TAKEN',
    );
    const { rows } = await t.invoke('organisation.classes', { unitId });
    expect(rows.map((row) => [row.year, row.class])).toEqual([
      [2023, 'excellent'],
      [2022, 'good'],
    ]);
  });
});

describe('row 17', () => {
  it('prints 08/40 and 20 % of the members who joined, behind an even pace, and opens the eight', async () => {
    for (let at = 1; at <= 8; at++)
      await t.invoke('members.create', {
        fullName: `Lò Văn Kết ${at}`,
        unionJoinDate: `2024-0${(at % 6) + 1}-10`,
      });
    await t.invoke('members.create', { fullName: 'Quàng Thị Trước', unionJoinDate: '2023-12-30' });
    const id = await target(await resolution(), { indicator: 'members.joined' });
    const row = await rowOf(id);
    expect(row).toMatchObject({
      shown: '08/40',
      rate: '20%',
      state: 'behind',
      asked: '≥\u00a040\u00a0đoàn viên',
    });
    expect(row.expected).toBe(22);
    const behind = await t.invoke('dashboard.records', { id: 'members.joined', from: row.from, to: row.to });
    expect(behind.total).toBe(8);
    const due = await t.invoke('dashboard.due', { from: '2024-01-01', to: '2024-12-31' });
    expect(due.rows.find((one) => one.kind === 'targetsBehind')?.count).toBe(1);
    const paper = await textOf(await t.job('targets.paper', { year: 2024 }));
    expect(paper).toContain('KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU');
    expect(paper).toContain('08/40');
    expect(paper).toContain('20%');
    expect(paper).toContain('Chậm (đến nay cần 22)');
    const sheet = await t.job('targets.paper', { year: 2024, format: 'xlsx' });
    const words = new TextDecoder().decode(
      unzipSync(bytesOf(sheet))['xl/sharedStrings.xml'] ?? new Uint8Array(),
    );
    const cells = new TextDecoder().decode(unzipSync(bytesOf(sheet))['xl/worksheets/sheet1.xml']);
    expect(words + cells).toContain('08/40');
  });
});

describe('row 25', () => {
  it('warns of the XIIth congress for 2023-2028 with both readings', async () => {
    const name = 'Nghị quyết Đại hội XII Công đoàn Việt Nam, nhiệm kỳ 2023-2028';
    const id = await resolution({ name, level: 'confederation', fromYear: 2023, toYear: 2028 });
    const [finding] = (await t.invoke('targets.resolutions', {})).rows.find((row) => row.id === id)!.findings;
    expect(finding).toMatchObject({
      byTerm: { number: 13, fromYear: 2023, toYear: 2028 },
      byNumber: { number: 12, fromYear: 2018, toYear: 2023 },
    });
    const saved = (await t.invoke('targets.resolutions', {})).rows.find((row) => row.id === id)!;
    const { targets: _, findings: __, ...fields } = saved;
    await t.invoke('targets.saveResolution', { ...fields, name: name.replace('XII', 'XIII') });
    expect((await t.invoke('targets.resolutions', {})).rows.find((row) => row.id === id)!.findings).toEqual(
      [],
    );
    const text = 'Ngày 24/7, tuyên truyền Nghị quyết Đại hội XII Công đoàn Việt Nam nhiệm kỳ 2023-2028.';
    expect((await t.invoke('targets.checkTerms', { text })).findings).toHaveLength(1);
    const { rows } = await t.invoke('targets.congresses', {});
    const own = rows.find((row) => row.body === 'Công đoàn Việt Nam' && row.number === 12)!;
    await t.invoke('targets.saveCongress', { ...own, fromYear: 2023, toYear: 2028 });
    expect((await t.invoke('targets.checkTerms', { text })).findings).toEqual([]);
    await t.invoke('targets.saveCongress', { ...own, version: own.version + 1 });
    await t.invoke('targets.trashResolutions', { ids: [id] });
  });
});

describe('row 35', () => {
  it('keeps three resolutions of three levels; every target has one of them', async () => {
    const term = { fromYear: 2018, toYear: 2023 };
    const parents = [
      await resolution({
        ...term,
        level: 'confederation',
        name: 'Nghị quyết Đại hội XII Công đoàn Việt Nam',
      }),
      await resolution({ ...term, level: 'province', name: 'Nghị quyết Đại hội XVI Công đoàn tỉnh' }),
      await resolution({ ...term, level: 'sector', name: 'Nghị quyết Đại hội XIII Công đoàn Y tế Việt Nam' }),
    ];
    for (const id of parents) await target(id, { values: [{ year: 2021, value: 10 }] });
    const { rows } = await t.invoke('targets.list', { year: 2021 });
    expect(rows.map((row) => row.resolutionId)).toEqual([parents[0], parents[2], parents[1]]);
    const { rows: known } = await t.invoke('targets.resolutions', {});
    expect(known.filter((row) => parents.includes(row.id)).map((row) => [row.level, row.targets])).toEqual([
      ['confederation', 1],
      ['sector', 1],
      ['province', 1],
    ]);
    expect(known.flatMap((row) => row.findings)).toEqual([]);
    await expect(target(999)).rejects.toThrow('NOT_FOUND');
    await expect(target(parents[0]!, { values: [{ year: 2024, value: 1 }] })).rejects.toThrow('TARGET_YEAR');
    const paper = await textOf(await t.job('targets.paper', { year: 2021 }));
    expect(paper).toContain('Nghị quyết Đại hội XVI Công đoàn tỉnh');
    expect(paper).toContain('Chưa có số liệu');
  });
});

describe('row 36', () => {
  it('says 99,6 % of 249/250 units, and met only with all of them', async () => {
    const id = await target(await resolution(), {
      ...{ text: 'Đơn vị tổ chức hội nghị người lao động', unit: 'đơn vị', percent: true },
      ...{ counting: 'level', pace: 'end', values: [{ year: 2024, value: 100 }] },
    });
    expect((await rowOf(id)).state).toBe('unknown');
    const told = { targetId: id, onDay: '2024-05-31', source: 'Báo cáo Phòng Tổ chức' };
    await expect(t.invoke('targets.saveActual', { ...told, part: 251, whole: 250 })).rejects.toThrow(
      'TARGET_PART',
    );
    await t.invoke('targets.saveActual', { ...told, part: 249, whole: 250 });
    expect(await rowOf(id)).toMatchObject({ shown: '99,6%', rate: '249/250', state: 'onTrack' });
    now = '2025-01-05T03:00:00Z';
    expect(await rowOf(id)).toMatchObject({ state: 'missed' });
    now = '2024-07-24T03:00:00Z';
    await t.invoke('targets.saveActual', { ...told, onDay: '2024-06-30', part: 250, whole: 250 });
    expect(await rowOf(id)).toMatchObject({ shown: '100%', state: 'met' });
    await expect(
      t.invoke('targets.saveActual', { ...told, onDay: '2024-08-30', part: 1, whole: 1 }),
    ).rejects.toThrow('TARGET_FUTURE');
  });
  it('adds the years of a term, says what is vague, and never makes 0 of what is not known', async () => {
    const id = await target(await resolution({ fromYear: 2022, toYear: 2026 }), {
      text: 'Giới thiệu đoàn viên ưu tú',
      values: [
        { year: null, value: 100 },
        { year: 2024, value: 20 },
      ],
    });
    expect((await rowOf(id)).shown).toBeNull();
    for (const [onDay, value, flag] of [
      ['2022-12-31', 18, 'exact'],
      ['2023-12-31', 20, 'atLeast'],
      ['2024-03-31', 4, 'exact'],
      ['2024-06-30', 9, 'exact'],
    ] as const)
      await t.invoke('targets.saveActual', { targetId: id, onDay, value, flag, source: 'Sổ chi bộ' });
    expect(await rowOf(id)).toMatchObject({ shown: '09/20', rate: '45%', state: 'behind' });
    expect(await rowOf(id, null)).toMatchObject({ shown: 'hơn 47/100', value: 100, from: '2022-01-01' });
    expect((await rowOf(id, 2023)).state).toBeNull();
  });
});

describe('row 52, next year’s plan', () => {
  const item = (more: Partial<InputOf<'plans.save'>> = {}) =>
    t.invoke('plans.save', { year: 2023, month: 3, text: 'Tọa đàm 8/3 năm 2023', ...more });
  const list = async (year: number) => (await t.invoke('plans.list', { year })).rows;

  it('is copied from the year before, item by item, once', async () => {
    const { id: day } = await item({ onDate: '2023-03-08', personName: 'Bà Vì Thị Nọi' });
    const { id: late } = await item({ month: 12, text: 'Tổng kết năm 2023' });
    const { id: dropped } = await item({ month: 5, text: 'Hội thao', status: 'dropped' });
    expect((await t.invoke('plans.list', { year: 2024 })).copyable).toBe(2);
    const reply = await t.raw('plans.copy', { ids: [day, late], year: 2024 });
    expect(reply).toMatchObject({ ok: true, data: { count: 2 }, undo: { operation: 'plans.trash' } });
    expect((await list(2024)).map((row) => [row.month, row.onDate, row.text, row.owner])).toEqual([
      [3, '2024-03-08', 'Tọa đàm 8/3 năm 2024', 'Bà Vì Thị Nọi'],
      [12, null, 'Tổng kết năm 2024', null],
    ]);
    expect((await t.invoke('plans.copy', { ids: [day, late, dropped], year: 2024 })).count).toBe(1);
  });
  it('takes the gaps of a review once each, and is late, done and linked', async () => {
    const gap = {
      year: 2024,
      month: 2,
      text: 'Bổ sung quy chế phối hợp',
      origin: 'Tự kiểm tra năm 2023: 1.3',
    };
    expect((await t.invoke('plans.addItems', { items: [gap] })).count).toBe(1);
    expect((await t.invoke('plans.addItems', { items: [gap] })).count).toBe(0);
    const { counts, rows } = await t.invoke('plans.list', { year: 2024, check: 'overdue' });
    expect(rows.map((row) => [row.text, row.late])).toEqual([
      ['Bổ sung quy chế phối hợp', 146],
      ['Tọa đàm 8/3 năm 2024', 138],
      ['Hội thao', 54],
    ]);
    expect(counts).toMatchObject({ all: 4, open: 4, overdue: 3, soon: 0, done: 0 });
    const due = await t.invoke('dashboard.due', { from: '2024-01-01', to: '2024-12-31' });
    expect(due.rows.find((one) => one.kind === 'plansOverdue')?.count).toBe(5);
    const event = await t.invoke('events.create', {
      ...{ kind: 'womens_day', name: 'Tọa đàm 8/3', startsOn: '2024-03-08' },
    });
    const talk = rows[1]!;
    await t.invoke('plans.report', {
      ...{
        id: talk.id,
        version: talk.version,
        status: 'done',
        result: '120 chị em dự',
        doneOn: '2024-03-08',
      },
      link: { entity: 'event', id: event.id, label: 'Tọa đàm 8/3' },
    });
    expect((await t.invoke('plans.get', { id: talk.id })).item).toMatchObject({
      ...{ status: 'done', late: null, link: { id: event.id } },
    });
    await expect(item({ year: 2024, month: 4, onDate: '2024-05-01' })).rejects.toThrow('PLAN_DAY');
  });
  it('prints on A4 landscape by month, as PDF and DOCX, and with what became of it', async () => {
    await t.invoke('plans.saveHeader', {
      ...{ year: 2024, version: 0, number: '02/CTr-CĐCS', signedOn: '2024-01-08' },
      focus: 'Nâng chất lượng chăm lo.\nHoàn thành chỉ tiêu phát triển đoàn viên.',
    });
    const file = await t.job('plans.paper', { year: 2024 });
    const [page] = await readPdf(bytesOf(file));
    expect(page!.w).toBeGreaterThan(page!.h);
    const text = await textOf(file);
    for (const words of [
      'CHƯƠNG TRÌNH CÔNG TÁC',
      'Năm 2024',
      '02/CTr-CĐCS',
      'Tháng 3',
      '08/03',
      'Nâng chất lượng',
    ])
      expect(text).toContain(words);
    const link = { entity: 'work_plan', id: 2024, label: 'Chương trình công tác năm 2024' } as const;
    await t.invoke('documents.take', { typeCode: 'report', onDate: '2024-12-20', subject: link.label, link });
    expect((await t.invoke('documents.of', { entity: 'work_plan', id: 2024 })).rows).toHaveLength(1);
    const results = await textOf(await t.job('plans.paper', { year: 2024, results: true }));
    expect(results).toContain('01/BC-CĐCS');
    expect(results).toContain('120 chị em dự');
    const docx = await t.job('plans.paper', { year: 2024, format: 'docx' });
    const xml = new TextDecoder().decode(unzipSync(bytesOf(docx))['word/document.xml']);
    expect(xml).toContain('w:orient="landscape"');
    expect(xml).toContain('Bổ sung quy chế phối hợp');
    await expect(t.job('plans.paper', { year: 2030 })).rejects.toThrow('NOTHING_TO_PRINT');
  });
  it('has its place in the year: what March held before, and what it has now', async () => {
    await t.invoke('events.create', { kind: 'womens_day', name: 'Gặp mặt 8/3', startsOn: '2023-03-07' });
    const { months } = await t.invoke('plans.unionYear', { year: 2024 });
    const march = months[2]!;
    const step = march.steps.find((one) => one.what === 'womens_day')!;
    expect(step.last.map((one) => one.label)).toEqual(['Gặp mặt 8/3']);
    expect(step.now.map((one) => one.label)).toEqual(['Tọa đàm 8/3']);
    expect(march.plan.map((one) => one.text)).toEqual(['Tọa đàm 8/3 năm 2024']);
    expect(months.flatMap((one) => one.steps).filter((one) => one.official)).toHaveLength(2);
    const open = { opens: 'page' as const, what: 'nowhere', month: 3, name: 'Việc lạ' };
    await expect(t.invoke('plans.saveStep', open)).rejects.toThrow('PLAN_STEP');
  });
});
