/** Published cases of awards and movements read back from certificates, papers, workbooks and lists (cases.md rows 26, 28, 31, 40, 43, 45). */
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { movementReason } from '../../shared/domain/awards';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

const NAMES = [
  '“Lao động giỏi – Lao động sáng tạo”',
  'Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  "Đổi mới phong cách, thái độ phục vụ 'hướng tới sự hài lòng của người bệnh'",
  'Giỏi việc nước – đảm việc nhà',
  '"Xanh – Sạch – Đẹp, bảo đảm ATVSLĐ"',
  '«Vệ sinh yêu nước» nâng cao sức khỏe nhân dân — thắng đại dịch Covid-19',
];

let t: TestCore;
const units: number[] = [];
const people: number[] = [];

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', { name: 'CĐCS Suối Mơ', shortName: 'Suối Mơ', symbol: 'CĐCS' });
  await t.invoke('organisation.saveTerm', { startsOn: '2025', chairName: 'Hoàng Minh Tuệ' });
  for (const name of ['Khoa Nội', 'Khoa Ngoại'])
    units.push((await t.invoke('organisation.createUnit', { kind: 'department', name })).id);
  for (const fullName of ['Nguyễn Thị Hoa', 'Vàng A Chẩu'])
    people.push((await t.invoke('members.create', { fullName, departmentId: units[0]! })).id);
}, 60_000);
afterAll(() => t.close());

const bytesOf = (file: { token: string }) =>
  new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ');
const pagesOf = async (file: { token: string }) =>
  (await readPdf(bytesOf(file))).map((page) => squeezed(page.texts.map((one) => one.text).join(' ')));
const launch = async (name: string, more: object = {}) =>
  (await t.invoke('movements.save', { name, launchedOn: '2026-01-20', ...more })).id;

async function decide(code: string, number: string, items: InputOf<'awards.addRecipients'>['items']) {
  const form = (await t.invoke('awards.forms', { on: '2026-11-20' })).rows.find((row) => row.code === code)!;
  const { formId: _, ...proposed } = await t.invoke('awards.defaults', {
    ...{ formId: form.id, decidedOn: '2026-11-20' },
  });
  const made = await t.invoke('awards.create', {
    ...{ ...proposed, formId: form.id, number, decidedOn: '2026-11-20' },
  });
  await t.invoke('awards.addRecipients', { id: made.id, items });
  await t.invoke('awards.issue', made);
  return made.id;
}

it('prints six movement names to the letter, one on each certificate of a decision (cases 28, 43)', async () => {
  const ids: number[] = [];
  for (const name of NAMES) ids.push(await launch(name));
  const items = NAMES.map((name, i) => ({
    ...{ kind: 'individual' as const, name: `Nguyễn Thị Hoa ${i + 1}`, honorific: 'Bà' },
    ...{ movementId: ids[i]!, reason: movementReason(name) },
  }));
  const decisionId = await decide('LDG', '46/QĐ-CĐCS', items);
  const made = await t.job('certificates.print', { decisionId });
  const pages = await pagesOf(made.file);
  expect(pages).toHaveLength(6);
  NAMES.forEach((name, i) => {
    expect(pages[i]).toContain(squeezed(name));
    expect(pages[i]).toContain(`Nguyễn Thị Hoa ${i + 1}`);
  });
  for (const id of ids) {
    const { decisions } = await t.invoke('movements.get', { id });
    expect(decisions.map((row) => row.number)).toEqual(['46/QĐ-CĐCS']);
  }
  const listed = (await t.invoke('movements.list', { year: 2026 })).rows;
  expect(listed.map((row) => row.decisions)).toEqual([1, 1, 1, 1, 1, 1]);
}, 60_000);

it('holds registrations and results of a campaign by unit, on paper as typed (cases 26, 40)', async () => {
  const id = await launch(NAMES[1]!, { launchedBy: 'Công đoàn ngành Y tế', launchedOn: '2025-03-01' });
  await t.invoke('movements.saveEntries', {
    id,
    rows: [
      { orgUnitId: units[0]!, undertakes: 'Đạt 85 điểm', registeredOn: '2025-03-10' },
      { orgUnitId: units[1]!, undertakes: 'Đạt 80 điểm' },
      { memberId: people[0]!, kind: 'person', undertakes: 'Một việc làm theo Bác', registeredOn: '2025-04' },
    ],
  });
  await t.invoke('movements.saveEntries', {
    id,
    rows: [
      {
        ...{ orgUnitId: units[0]!, achieved: true, figure: 87.25, figureUnit: 'điểm' },
        ...{ rank: 'Nhất', resultOn: '2025-11-20' },
      },
    ],
  });
  const [text] = await pagesOf(await t.job('movements.sumUpPdf', { id }));
  expect(text).toContain(squeezed(NAMES[1]!));
  expect(text).toMatch(/Khoa Nội.*Đạt 85 điểm.*87,25 điểm.*Nhất/);
  expect(text).toContain('Đăng ký tham gia: 2 đơn vị, 1 cá nhân.');

  const figure = async (name: string, from: string, to: string) => {
    const found = await t.invoke('dashboard.records', {
      id: `movements.${name}` as 'movements.launched',
      ...{ from, to, limit: 100 },
    });
    expect(found.amount).toBe(found.figure.value);
    return found.rows.map((row) => row.label);
  };
  expect(await figure('launched', '2025-01-01', '2025-12-31')).toEqual([NAMES[1]]);
  expect(await figure('launched', '2025-03-02', '2025-12-31')).toEqual([]);
  expect(await figure('unitsRegistered', '2025-01-01', '2025-12-31')).toEqual(['Khoa Nội', 'Khoa Ngoại']);
  expect(await figure('peopleRegistered', '2025-04-01', '2025-04-30')).toEqual(['Nguyễn Thị Hoa']);
  expect(await figure('peopleRegistered', '2025-04-02', '2025-04-30')).toEqual([]);
  expect(await figure('unitsAchieved', '2025-01-01', '2025-12-31')).toEqual(['Khoa Nội']);
  expect(await figure('peopleAchieved', '2025-01-01', '2025-12-31')).toEqual([]);
}, 60_000);

it('takes a household and prints both spouses; a title of a profession is added to the catalogue (case 31)', async () => {
  const couple = {
    ...{ kind: 'household' as const, name: 'Vàng A Chẩu', honorific: 'Ông' },
    ...{ spouseName: 'Sùng Thị Mỷ', spouseHonorific: 'Bà' },
  };
  const household = await decide('GDTB', '47/QĐ-CĐCS', [couple]);
  const [page] = await pagesOf((await t.job('certificates.print', { decisionId: household })).file);
  expect(page).toContain('Vàng A Chẩu');
  expect(page).toContain('Sùng Thị Mỷ');
  expect((await t.invoke('awards.table', { year: 2026 })).total.household).toBe(1);

  for (const [code, name] of [
    ['BSTB', 'Thầy thuốc tiêu biểu'],
    ['DDG', 'Điều dưỡng, hộ sinh, kỹ thuật viên giỏi'],
  ] as const)
    await t.invoke('awards.saveForm', { code, name, kind: 'title', side: 'union', level: 'unit' });
  const nurse = await decide('DDG', '48/QĐ-CĐCS', [
    { kind: 'individual', memberId: people[0]!, honorific: 'Bà' },
  ]);
  expect(await t.invoke('awards.get', { id: nurse })).toMatchObject({
    form: 'Điều dưỡng, hộ sinh, kỹ thuật viên giỏi',
  });
}, 60_000);

it('leaves what three levels do not say blank, on paper and in the workbook (case 45)', async () => {
  const { rows } = await t.invoke('awards.forms', {});
  for (const code of ['BK-TLD', 'BK-LD', 'BK-CDN']) {
    const { id: formId, side, level } = rows.find((row) => row.code === code)!;
    const made = await t.invoke('awards.create', { formId, side, level, awardYear: 2021, countsOnly: true });
    await t.invoke('awards.issue', made);
  }
  const table = await t.invoke('awards.table', { year: 2021 });
  expect(table.levels.map((row) => [row.level, row.certificates])).toEqual([
    ['confederation', null],
    ['sector', null],
    ['province', null],
  ]);
  expect(table.certificates).toBeNull();
  const [paper] = await pagesOf(await t.job('awards.tablePdf', { year: 2021 }));
  expect(paper).toMatch(/Bằng khen của Tổng Liên đoàn (?!\d)/);
  expect(paper).toMatch(/Cộng (?!\d)/);
  const book = read(bytesOf(await t.job('awards.tableXlsx', { year: 2021 })));
  const cells = utils.sheet_to_json<unknown[]>(Object.values(book.Sheets)[0]!, { header: 1, defval: null });
  expect(cells.at(-1)).toEqual([null, 'Tổng số giấy', null, null, null, null, null, 3]);
});

it('reads the catalogue back from its workbook as it stands in the list', async () => {
  const on = '2026-11-20';
  const listed = (await t.invoke('awards.forms', { on })).rows;
  const book = read(bytesOf(await t.job('awards.formsXlsx', { on })));
  const cells = utils.sheet_to_json<string[]>(Object.values(book.Sheets)[0]!, {
    ...{ header: 1, defval: null, blankrows: false },
  });
  const head = cells.findIndex((row) => row[0] === 'Mã');
  expect(cells.slice(head + 1).map((row) => [row[0], row[1], row[8]])).toEqual(
    listed.map((row) => [row.code, row.name, row.source]),
  );
  const state = cells.filter((row) => row[2] === 'Chính quyền');
  expect(state).toHaveLength(listed.filter((row) => row.side === 'state').length);
  expect(cells.find((row) => row[0] === 'DVXS')?.[9]).toBe('Cần đối chiếu');
});
