/** Emulation movements: exact names, results by unit, awards that answer a movement, sum-up papers, the catalogue by day. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

/** Cases 26, 28 and 40: names as a launching paper writes them. */
const NAMES = [
  '“Lao động giỏi – Lao động sáng tạo”',
  'Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  "Đổi mới phong cách, thái độ phục vụ 'hướng tới sự hài lòng của người bệnh'",
  'Giỏi việc nước – đảm việc nhà',
  '"Xanh – Sạch – Đẹp, bảo đảm ATVSLĐ"',
  '«Vệ sinh yêu nước» nâng cao sức khỏe nhân dân — thắng đại dịch Covid-19',
];

let t: TestCore;
let units: number[];
let hoa: number;
beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', { name: 'CĐCS Suối Mơ', shortName: 'Suối Mơ', symbol: 'CĐCS' });
  await t.invoke('organisation.saveTerm', { startsOn: '2025', chairName: 'Hoàng Minh Tuệ' });
  units = [];
  for (const name of ['Khoa Nội', 'Khoa Ngoại', 'Khoa Nhi'])
    units.push((await t.invoke('organisation.createUnit', { kind: 'department', name })).id);
  hoa = (
    await t.invoke('members.create', {
      fullName: 'Nguyễn Thị Hoa',
      gender: 'female',
      departmentId: units[0]!,
    })
  ).id;
}, 60_000);
afterAll(() => t.close());

const launch = async (name: string, more: object = {}) =>
  (await t.invoke('movements.save', { name, launchedOn: '2026-01-20', ...more })).id;
const entries = async (id: number) => (await t.invoke('movements.entries', { id })).rows;

it('keeps six names to the letter, in the list, in the papers and on the certificate (case 28)', async () => {
  for (const name of NAMES) await launch(name);
  const { rows } = await t.invoke('movements.list', { year: 2026 });
  expect(rows.map((row) => row.name).sort()).toEqual([...NAMES].sort());
  const form = (await t.invoke('awards.forms', { on: '2026-11-01' })).rows.find((row) => row.code === 'LDG')!;
  for (const row of rows) {
    const proposed = await t.invoke('awards.defaults', {
      formId: form.id,
      decidedOn: '2026-11-01',
      movementId: row.id,
    });
    const made = await t.invoke('awards.create', {
      ...proposed,
      formId: form.id,
      number: `${row.id}/QĐ-CĐCS`,
      decidedOn: '2026-11-01',
    });
    await t.invoke('awards.addRecipients', { id: made.id, items: [{ kind: 'individual', memberId: hoa }] });
    await t.invoke('awards.issue', made);
    const [printed] = (await t.invoke('awards.recipients', { id: made.id })).rows;
    expect(printed!.reasonText).toContain(row.name);
    const decision = await t.invoke('awards.get', { id: made.id });
    expect(decision).toMatchObject({ movement: row.name, fields: { movementId: row.id } });
    const got = await t.invoke('movements.get', { id: row.id });
    expect(got.decisions).toMatchObject([{ number: `${row.id}/QĐ-CĐCS`, individual: 1, status: 'issued' }]);
    await t.invoke('movements.trash', { ids: [row.id] });
  }
}, 60_000);

it('records results by unit over registrations, leaves the unknown blank, and is undone (cases 40, 43, 45)', async () => {
  const id = await launch('Cải tiến chất lượng bệnh viện', { level: 'confederation', endsOn: '2026-12' });
  const registered = await t.invoke('movements.saveEntries', {
    id,
    rows: units
      .slice(0, 2)
      .map((orgUnitId) => ({ orgUnitId, undertakes: 'Đạt 85 điểm', registeredOn: '2026-02' })),
  });
  expect(registered).toMatchObject({ created: 2 });
  const typed = await t.raw('movements.saveEntries', {
    id,
    rows: [{ orgUnitId: units[0]!, achieved: true, figure: 87.25, figureUnit: 'điểm', rank: 'Nhất' }],
  });
  expect((await entries(id)).map((row) => [row.name, row.undertakes, row.achieved, row.figure])).toEqual([
    ['Khoa Ngoại', 'Đạt 85 điểm', null, null],
    ['Khoa Nội', 'Đạt 85 điểm', true, 87.25],
  ]);
  const { movement } = await t.invoke('movements.get', { id });
  expect(movement).toMatchObject({ units: 2, people: 0, results: 1, achieved: 1, decisions: 0 });
  const every = await t.invoke('movements.entries', { id, kind: 'unit', everyDepartment: true });
  expect(every.rows.map((row) => row.name)).toEqual(['Khoa Ngoại', 'Khoa Nhi', 'Khoa Nội']);

  if (!typed.ok || !typed.undo) throw new Error('no undo');
  await t.raw(typed.undo.operation, typed.undo.input);
  expect((await entries(id)).every((row) => row.achieved === null)).toBe(true);
  expect((await entries(id)).every((row) => row.undertakes === 'Đạt 85 điểm')).toBe(true);
});

it('puts a decision without numbers in blank and sums only what is known (case 45)', async () => {
  const id = await launch('Phòng, chống dịch', { level: 'confederation' });
  const form = (await t.invoke('awards.forms', {})).rows.find((row) => row.code === 'BK-TLD')!;
  const { side, level } = form;
  const base = { formId: form.id, side, level, awardYear: 2026, countsOnly: true, movementId: id };
  await t.invoke('awards.create', { ...base, number: '1/QĐ-TLĐ' });
  await t.invoke('awards.create', { ...base, number: '2/QĐ-TLĐ', countIndividual: 2 });
  const { decisions } = await t.invoke('movements.get', { id });
  expect(decisions.map((row) => [row.number, row.collective, row.individual]).sort()).toEqual([
    ['1/QĐ-TLĐ', null, null],
    ['2/QĐ-TLĐ', null, 2],
  ]);
});

it('prints registrations, results and awards as PDF and Word', async () => {
  const id = await launch(NAMES[0]!, {
    launchedBy: 'Công đoàn cơ sở',
    paperNo: '07/KH-CĐCS',
    theme: 'Sáng kiến',
  });
  await t.invoke('movements.saveEntries', {
    id,
    rows: [
      {
        orgUnitId: units[0]!,
        undertakes: 'Hai sáng kiến',
        achieved: true,
        figure: 2,
        figureUnit: 'sáng kiến',
      },
      { orgUnitId: units[1]!, undertakes: 'Một sáng kiến' },
      { memberId: hoa, undertakes: 'Một đề tài', achieved: false },
    ],
  });
  const pdf = await t.job('movements.sumUpPdf', { id });
  const pages = await readPdf(new Uint8Array(readFileSync(t.core.files.outgoing(pdf.token).path)));
  const text = pages
    .flatMap((page) => page.texts.map((one) => one.text))
    .join(' ')
    .replace(/\s+/g, ' ');
  expect(text).toContain('TỔNG KẾT PHONG TRÀO THI ĐUA');
  expect(text).toContain('“Lao động giỏi – Lao động sáng tạo”');
  expect(text).toContain('Đăng ký tham gia: 2 đơn vị, 1 cá nhân.');
  expect(text).toContain('2 sáng kiến');
  expect(text).toMatch(/Nguyễn Thị Hoa[\s\S]*Chưa đạt/);
  const docx = await t.job('movements.sumUpDocx', { id, kind: 'interim' });
  expect(docx.name).toMatch(/^Sơ kết .*\.docx$/);
  expect(docx.size).toBeGreaterThan(3000);
});

it('offers the forms of the regulation in force, and keeps those of before readable', async () => {
  const on = async (day: string) => (await t.invoke('awards.forms', { on: day })).rows;
  const source = (rows: Awaited<ReturnType<typeof on>>) =>
    rows.filter((row) => row.code === 'CDCSVM').map((row) => [row.name, row.source?.slice(0, 8)]);
  expect(source(await on('2024-05-29'))).toEqual([
    ['Công đoàn cơ sở hoàn thành xuất sắc nhiệm vụ', 'QĐ 999/Q'],
  ]);
  expect(source(await on('2024-05-28'))).toEqual([['Công đoàn cơ sở vững mạnh', 'QĐ 1689/']]);
  const all = (await t.invoke('awards.forms', {})).rows;
  expect(all.filter((row) => row.code === 'CDCSVM')).toHaveLength(2);
  expect(all.find((row) => row.code === 'DVXS')?.toCheck).toBe(true);
  expect(all.find((row) => row.code === 'GK-CS')?.toCheck).toBe(false);
});

it('copies a form under a new regulation, ends the old one the day before, and takes it back', async () => {
  const form = async (day: string) =>
    (await t.invoke('awards.forms', { on: day })).rows.filter((row) => row.code === 'VHTT');
  const [before] = await form('2026-11-22');
  const made = await t.raw('awards.renewForm', {
    id: before!.id,
    version: before!.version,
    validFrom: '2027-01-01',
    source: 'Quy định mới',
  });
  expect(await form('2026-12-31')).toMatchObject([{ id: before!.id, validTo: '2026-12-31' }]);
  expect(await form('2027-01-01')).toMatchObject([{ validFrom: '2027-01-01', source: 'Quy định mới' }]);
  const sheet = await t.job('awards.formsXlsx', { on: '2027-01-01', side: 'union' });
  expect(sheet.name).toBe('Danh mục hình thức khen thưởng áp dụng ngày 01-01-2027.xlsx');
  if (!made.ok || !made.undo) throw new Error('no undo');
  await t.raw(made.undo.operation, made.undo.input);
  expect(await form('2027-01-01')).toMatchObject([{ id: before!.id, validTo: null }]);
});

it('tells a member of movements, and one person has one entry', async () => {
  const id = await launch('Nữ công');
  const row = { memberId: hoa, kind: 'person' as const };
  const first = await t.invoke('movements.saveEntries', { id, rows: [{ ...row, undertakes: 'A' }] });
  const again = await t.invoke('movements.saveEntries', { id, rows: [{ ...row, rank: 'Xuất sắc' }] });
  expect(again).toEqual({ ids: first.ids, created: 0 });
  const story = (await t.invoke('members.timeline', { id: hoa })).rows.filter(
    (one) => one.kind === 'movement',
  );
  expect(story.some((one) => one.title === 'Nữ công' && one.detail === 'Xuất sắc')).toBe(true);
  const wrong = await t.raw('movements.save', { name: 'X', startsOn: '2026-05', endsOn: '2026-04' });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'DATE_ORDER', fields: { endsOn: 'DATE_ORDER' } } });
});
