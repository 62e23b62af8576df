import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
const clock = () => new Date('2026-11-22T03:00:00Z');
beforeEach(async () => {
  t = await openTestCore({ clock });
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    shortName: 'CĐCS TTYT khu vực Suối Mơ',
    symbol: 'CĐCS',
    place: 'Suối Mơ',
  });
  await t.invoke('organisation.saveTerm', {
    startsOn: '2023',
    endsOn: '2028',
    chairName: 'Hoàng Minh Tuệ',
    chairTitle: 'Chủ tịch',
    onBehalfOf: 'TM. BAN CHẤP HÀNH',
  });
});
afterEach(async () => t.close());

let lastNumber = 100;
const formId = async (code: string) =>
  (await t.invoke('awards.forms', {})).rows.find((row) => row.code === code)!.id;
async function decide(code: string, more: Partial<InputOf<'awards.create'>> = {}) {
  const id = await formId(code);
  const form = (await t.invoke('awards.forms', {})).rows.find((row) => row.id === id)!;
  const made = await t.invoke('awards.create', {
    formId: id,
    side: form.side,
    level: form.level,
    awardYear: 2026,
    decidedOn: '2026-11-20',
    number: `${++lastNumber}/QĐ`,
    signerFor: 'TM. BAN CHẤP HÀNH',
    signerTitle: 'Chủ tịch',
    signerName: 'Hoàng Minh Tuệ',
    reasonTemplate: form.reasonTemplate,
    ...more,
  });
  return made.id;
}
const issue = async (id: number) =>
  t.invoke('awards.issue', { id, version: (await t.invoke('awards.get', { id })).version });
const people = async (id: number) => (await t.invoke('awards.recipients', { id })).rows;
/** Runs a command and answers the function that takes it back. */
async function undoable(operation: string, input: unknown) {
  const reply = await t.raw(operation, input);
  if (!reply.ok) throw new Error(reply.error.code);
  return async () => {
    const back = await t.raw(reply.undo!.operation, reply.undo!.input);
    if (!back.ok) throw new Error(back.error.code);
  };
}

test('a new decision is proposed with the signer of its day and the next number', async () => {
  const gk = await formId('GK-CS');
  await decide('GK-CS', { number: '44/QĐ-CĐCS' });
  const proposed = await t.invoke('awards.defaults', { formId: gk, decidedOn: '2026-11-23' });
  expect(proposed).toMatchObject({
    number: '45/QĐ-CĐCS',
    authority: 'Ban Chấp hành Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    signerName: 'Hoàng Minh Tuệ',
    level: 'unit',
    awardYear: 2026,
  });
});

test('the confederation 1 collective and 2 individuals, the sector union 1: 4 certificates; unknown stays blank', async () => {
  const counts = { countsOnly: true, countHousehold: 0, decidedOn: '2024-03-12', awardYear: 2024 };
  await issue(await decide('BK-TLD', { ...counts, countCollective: 1, countIndividual: 2 }));
  await issue(await decide('BK-CDN', { ...counts, countCollective: 1, countIndividual: 0 }));
  const table = await t.invoke('awards.table', { from: '2024-01-01', to: '2024-06-30' });
  const line = table.levels.map((row) => [row.level, row.counts.collective, row.counts.individual]);
  expect(line).toEqual([
    ['confederation', 1, 2],
    ['sector', 1, 0],
  ]);
  expect(table.total).toMatchObject({ collective: 2, individual: 2 });
  expect(table.certificates).toBe(4);
  expect(table.unknown).toBe(0);

  await issue(await decide('BK-LD', { countsOnly: true, decidedOn: '2024-05-01', awardYear: 2024 }));
  const after = await t.invoke('awards.table', { year: 2024 });
  const province = after.rows.find((row) => row.level === 'province')!;
  expect(province.counts).toEqual({ collective: null, individual: null, household: null });
  expect(after).toMatchObject({ certificates: 4, unknown: 1 });
  const behind = await t.invoke('awards.register', { year: 2024, kind: 'collective' });
  expect(behind.amount).toBe(2);
  expect(behind.rows.every((row) => row.name === null)).toBe(true);
});

describe('issuing', () => {
  async function draft() {
    const department = (
      await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Nội', departmentId: null })
    ).id;
    const member = async (fullName: string, gender: 'male' | 'female' | null) =>
      (
        await t.invoke('members.create', {
          fullName,
          gender,
          departmentId: department,
          jobTitle: 'Điều dưỡng',
        })
      ).id;
    const hoa = await member('Nguyễn Thị Hoa', 'female');
    const bao = await member('Y Bảo Niê', 'male');
    const id = await decide('GK-CS', {
      number: '45/QĐ-CĐCS',
      moneyIndividual: 300_000,
      moneyCollective: 600_000,
    });
    await t.invoke('awards.addRecipients', {
      id,
      items: [
        { kind: 'individual', memberId: hoa },
        { kind: 'individual', memberId: bao },
        { kind: 'collective', orgUnitId: department },
        {
          kind: 'household',
          memberId: bao,
          name: 'Y Bảo Niê',
          spouseName: 'H’Nguyệt Êban',
          spouseHonorific: 'Bà',
        },
      ],
    });
    return { id, hoa, bao, department };
  }

  test('people come with their honorific, post and unit; somebody already named is skipped', async () => {
    const { id, hoa } = await draft();
    expect((await people(id)).map((row) => [row.honorific, row.name, row.post, row.unitName])).toEqual([
      ['Bà', 'Nguyễn Thị Hoa', 'Điều dưỡng', 'Khoa Nội'],
      ['Ông', 'Y Bảo Niê', 'Điều dưỡng', 'Khoa Nội'],
      [null, 'Khoa Nội', null, null],
      ['Ông', 'Y Bảo Niê', 'Điều dưỡng', 'Khoa Nội'],
    ]);
    expect(
      await t.invoke('awards.addRecipients', { id, items: [{ kind: 'individual', memberId: hoa }] }),
    ).toEqual({
      ids: [],
      skipped: 1,
    });
  });

  test('numbers follow the ceremony order and are never given twice; the paper keeps its names', async () => {
    const { id, hoa, department } = await draft();
    await t.invoke('awards.orderRecipients', { id, by: 'department' });
    expect(await issue(id)).toMatchObject({ registered: 4 });
    const rows = await people(id);
    expect(rows.map((row) => [row.register, row.name])).toEqual([
      ['001/2026', 'Khoa Nội'],
      ['002/2026', 'Y Bảo Niê'],
      ['003/2026', 'Y Bảo Niê'],
      ['004/2026', 'Nguyễn Thị Hoa'],
    ]);
    expect(rows[3]!.reasonText).toBe('Đã có thành tích xuất sắc trong hoạt động công đoàn năm 2026');
    const view = await t.invoke('awards.get', { id });
    expect(view).toMatchObject({
      moneyTotal: 1_200_000,
      moneyInWords: 'Một triệu hai trăm nghìn đồng',
      status: 'issued',
    });
    await expect(t.invoke('awards.removeRecipients', { ids: [rows[0]!.id] })).rejects.toThrow('CLOSED');
    await expect(t.invoke('awards.update', { id, version: view.version, ...view.fields })).rejects.toThrow(
      'CLOSED',
    );

    await t.invoke('awards.saveForm', {
      ...withoutCount((await t.invoke('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!),
      name: 'Giấy khen kiểu mới',
    });
    expect((await t.invoke('awards.get', { id })).form).toBe('Giấy khen');

    await t.invoke('awards.reopen', { id, version: view.version, reason: 'Ghi sai tên' });
    await t.invoke('awards.removeRecipients', { ids: [rows[3]!.id] });
    await t.invoke('awards.addRecipients', {
      id,
      items: [{ kind: 'individual', memberId: hoa, name: 'Nguyễn Thị Hoà' }],
    });
    expect(await issue(id)).toMatchObject({ registered: 1 });
    expect((await people(id)).map((row) => row.register)).toEqual([
      '001/2026',
      '002/2026',
      '003/2026',
      '005/2026',
    ]);
    expect(department).toBeGreaterThan(0);
  });

  test('a decision without a number, a day or anybody is not issued', async () => {
    const empty = await decide('GK-CS', { number: null, decidedOn: null });
    await expect(issue(empty)).rejects.toThrow('INVALID_INPUT');
    const nobody = await decide('GK-CS');
    await expect(issue(nobody)).rejects.toThrow('NOTHING_TO_PRINT');
  });

  test('a number is used once in a year at a level', async () => {
    await decide('GK-CS', { number: '45/QĐ-CĐCS' });
    await expect(decide('GK-CS', { number: '45/qđ-cđcs' })).rejects.toThrow('NUMBER_TAKEN');
    await decide('GK-CS', { number: '45/QĐ-CĐCS', decidedOn: '2025-11-20', awardYear: 2025 });
    await decide('BK-LD', { number: '45/QĐ-CĐCS' });
  });

  test('warns of a name twice and of a form of address that is missing', async () => {
    const { id } = await draft();
    await t.invoke('awards.addRecipients', {
      id,
      items: [
        { kind: 'individual', name: 'Đỗ An' },
        { kind: 'individual', name: 'Đỗ An' },
      ],
    });
    const rows = await people(id);
    const codes = (name: string) =>
      rows.filter((row) => row.name === name).map((row) => row.warnings.map((w) => w.code));
    expect(codes('Nguyễn Thị Hoa')).toEqual([[]]);
    expect(codes('Đỗ An')).toEqual([
      ['duplicate', 'noHonorific'],
      ['duplicate', 'noHonorific'],
    ]);
    expect((await t.invoke('awards.recipients', { id, flagged: true })).total).toBe(2);
  });

  test('every change of recipients is undone', async () => {
    const { id, hoa } = await draft();
    const before = await people(id);
    const [first, second] = before;
    const steps: [string, unknown][] = [
      ['awards.removeRecipients', { ids: [first!.id, second!.id] }],
      ['awards.orderRecipients', { id, order: [...before].reverse().map((row) => row.id) }],
      ['awards.addRecipients', { id, items: [{ kind: 'collective', name: 'Tổ công đoàn 9' }] }],
    ];
    for (const [operation, input] of steps) {
      const back = await undoable(operation, input);
      expect(await people(id)).not.toEqual(before);
      await back();
      expect(await people(id)).toEqual(before);
    }
    expect(hoa).toBeGreaterThan(0);
  });

  test('an award stands in the member’s story; the trash takes it out of the figures and gives it back', async () => {
    const { id, hoa } = await draft();
    await issue(id);
    const story = await t.invoke('members.timeline', { id: hoa });
    expect(story.rows.find((row) => row.kind === 'award')).toMatchObject({
      recordId: id,
      date: '2026-11-20',
    });
    const back = await undoable('awards.trash', { ids: [id] });
    expect((await t.invoke('awards.table', { year: 2026 })).certificates).toBeNull();
    await back();
    expect((await t.invoke('awards.table', { year: 2026 })).certificates).toBe(4);
  });
});

function withoutCount<T extends { decisions: number }>(row: T): Omit<T, 'decisions'> {
  const { decisions: _, ...rest } = row;
  return rest;
}

test('the list finds by number, form and occasion without tones; the register keeps to its year', async () => {
  const id = await decide('GK-CS', { number: '45/QĐ-CĐCS', occasion: 'Tổng kết hoạt động' });
  await t.invoke('awards.addRecipients', { id, items: [{ kind: 'collective', name: 'Tổ công đoàn số 4' }] });
  await issue(id);
  await decide('VHTT', { decidedOn: '2025-05-01', awardYear: 2025 });
  const numbers = async (input: InputOf<'awards.list'>) =>
    (await t.invoke('awards.list', input)).rows.map((row) => row.number);
  for (const search of ['45/qd', 'giay khen', 'tong ket'])
    expect(await numbers({ search })).toEqual(['45/QĐ-CĐCS']);
  expect(await t.invoke('awards.list', { year: 2025, levels: ['unit'], side: 'union' })).toMatchObject({
    total: 1,
    drafts: 1,
  });
  expect(await t.invoke('awards.list', { status: 'issued', limit: 1 })).toMatchObject({
    total: 1,
    drafts: 1,
  });
  expect(await t.invoke('awards.register', { year: 2026, search: 'cong doan 4' })).toMatchObject({
    total: 1,
    amount: 1,
  });
  expect(await t.invoke('awards.register', { year: 2025 })).toMatchObject({ total: 0, rows: [] });
});

test('the catalogue holds the forms of the domain and a used one is not thrown away', async () => {
  const { rows } = await t.invoke('awards.forms', {});
  expect(rows.map((row) => row.code)).toEqual(
    expect.arrayContaining([
      'DVXS',
      'TOVM',
      'GK-CS',
      'GK-CT',
      'BK-LD',
      'BK-TLD',
      'CO-TLD',
      'BLDST',
      'KNC',
      'LDTT',
      'CSTDCS',
    ]),
  );
  await decide('GK-CS');
  await expect(t.invoke('awards.trashForms', { ids: [await formId('GK-CS')] })).rejects.toThrow('IN_USE');
  await t.invoke('awards.trashForms', { ids: [await formId('CO-LD')] });
});

describe('papers', () => {
  async function readFile(token: string) {
    const { readFileSync } = await import('node:fs');
    return readFileSync(t.core.files.outgoing(token).path);
  }
  test('the decision as PDF and Word, the table, the register as a workbook', async () => {
    const { readPdf } = await import('../helpers/readPdf');
    const id = await decide('GK-CS', { number: '45/QĐ-CĐCS', moneyIndividual: 300_000 });
    await t.invoke('awards.addRecipients', {
      id,
      items: [{ kind: 'individual', name: 'Điểu Thị Ngọc Ẩn', honorific: 'Bà', post: 'Y sĩ' }],
    });
    await issue(id);
    const pdf = await t.job('awards.decisionPdf', { id });
    const text = JSON.stringify(await readPdf(await readFile(pdf.token)));
    expect(text).toContain('45/QĐ-CĐCS');
    expect(text).toContain('001/2026');
    expect(pdf.name).toMatch(/\.pdf$/);
    const docx = await readFile((await t.job('awards.decisionDocx', { id })).token);
    expect(docx.subarray(0, 2).toString()).toBe('PK');
    const table = await t.job('awards.tablePdf', { year: 2026 });
    expect((await readFile(table.token)).subarray(0, 4).toString()).toBe('%PDF');
    const xlsx = await t.job('awards.registerXlsx', { year: 2026 });
    const { readTables } = (await import('../../electron/documents/tables/readTables')) as {
      readTables: (bytes: Uint8Array, name: string) => Promise<unknown>;
    };
    expect(JSON.stringify(await readTables(await readFile(xlsx.token), 'so.xlsx'))).toContain('001/2026');
    await expect(t.job('awards.registerXlsx', { year: 1999 })).rejects.toThrow('NOTHING_TO_PRINT');
  });
});
