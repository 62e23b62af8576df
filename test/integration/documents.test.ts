/** The register of documents: numbers without gaps whatever is done, deadlines, and the register on paper. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentCode, nextSuffix } from '../../shared/domain/documents';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';
import { STORE } from '../helpers/store';

let t: TestCore;
const types: Record<string, number> = {};
const textOf = async (file: { token: string }) => {
  const bytes = new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
  return (await readPdf(bytes)).flatMap((page) => page.texts.map((one) => one.text)).join(' ');
};
const enter = (more: Record<string, unknown> = {}) =>
  t.invoke('documents.create', {
    direction: 'out',
    typeId: types.plan!,
    onDate: '2026-03-02',
    subject: 'Tổ chức hội thao',
    ...more,
  });

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    ...{ name: 'CĐCS Suối Mơ', shortName: 'CĐCS Suối Mơ', symbol: 'CĐCS', place: 'Suối Mơ' },
    validFrom: '2020',
  });
  await t.invoke('organisation.saveTerm', {
    startsOn: '2020',
    chairName: 'Hoàng Minh Tuệ',
    chairTitle: 'Chủ tịch',
  });
  for (const { code, id } of (await t.invoke('documents.types', {})).rows) types[code] = id;
}, 60_000);
afterAll(() => t.close());

describe('a symbol', () => {
  it('follows its pattern, and leaves the type out where it has no abbreviation', () => {
    const parts = { number: 5, type: 'QĐ', unit: 'CĐCS', year: 2026 };
    expect(documentCode('{so}/{loai}-{donvi}', parts)).toBe('05/QĐ-CĐCS');
    expect(documentCode('{so}/{loai}-{donvi}', { ...parts, type: null })).toBe('05/CĐCS');
    expect(documentCode('{so}/{nam}/{loai}-CĐYT', { ...parts, suffix: 'a' })).toBe('05a/2026/QĐ-CĐYT');
    expect([nextSuffix(['']), nextSuffix(['', 'a', 'b']), nextSuffix(['z'])]).toEqual(['a', 'c', null]);
  });
});

it('a day before the first rule has the symbol of the first', async () => {
  const { code } = await t.invoke('documents.next', {
    ...{ direction: 'out', typeCode: 'decision', onDate: '1984-10-27' },
  });
  expect(code).toBe('01/QĐ-CĐCS');
  const { number } = await t.invoke('awards.defaults', { decidedOn: '1984-10-27' });
  expect(number).toBeNull();
});

describe('numbers', () => {
  it('are given in one row for all types of a year, and begin again the year after', async () => {
    expect((await enter()).code).toBe('01/KH-CĐCS');
    expect((await enter({ typeId: types.letter })).code).toBe('02/CĐCS');
    expect((await enter({ onDate: '2027-01-04' })).code).toBe('01/KH-CĐCS');
    expect((await enter({ direction: 'in', party: 'Liên đoàn Lao động tỉnh' })).code).toBe('01');
  });
  it('may begin where a register on paper stopped; a hole or a number given twice is refused', async () => {
    expect((await enter({ onDate: '2025-06-01', number: 17 })).code).toBe('17/KH-CĐCS');
    await expect(enter({ onDate: '2025-06-01', number: 20 })).rejects.toThrow('DOCUMENT_GAP');
    await expect(enter({ onDate: '2025-06-01', number: 17 })).rejects.toThrow('NUMBER_TAKEN');
    expect((await enter({ onDate: '2025-05-01', number: 16 })).number).toBe(16);
  });
  it('say when a day is before the latest one; a letter in between only where the unit allows it', async () => {
    const day = { direction: 'out' as const, typeId: types.plan!, onDate: '2026-02-20' };
    expect(await t.invoke('documents.next', day)).toMatchObject({ backDated: '2026-03-02', between: null });
    await enter({ onDate: '2026-02-10' });
    await expect(enter({ onDate: '2026-02-20', between: true })).rejects.toThrow('DOCUMENT_BETWEEN');
    const rule = { fromYear: 2026, perType: false, pattern: '{so}/{loai}-{donvi}', insertions: true };
    await t.invoke('documents.setRule', rule);
    expect(await t.invoke('documents.next', day)).toMatchObject({ between: '03a/KH-CĐCS', number: 4 });
    expect((await enter({ onDate: '2026-02-20', between: true })).code).toBe('03a/KH-CĐCS');
    await expect(t.invoke('documents.setRule', { ...rule, perType: true })).rejects.toThrow('IN_USE');
  });
  it('are one row for each type from the year a rule says so', async () => {
    await t.invoke('documents.setRule', {
      ...{ fromYear: 2030, perType: true, pattern: '{so}/{loai}-CĐSM', insertions: false },
    });
    const codes = [];
    for (const typeId of [types.plan, types.decision, types.plan])
      codes.push((await enter({ typeId, onDate: '2030-01-02' })).code);
    expect(codes).toEqual(['01/KH-CĐSM', '01/QĐ-CĐSM', '02/KH-CĐSM']);
    const { rows } = await t.invoke('documents.rules', {});
    expect(rows.map((row) => [row.fromYear, row.example, row.used])).toEqual([
      [2030, '05/QĐ-CĐSM', 3],
      [2026, '05/QĐ-CĐCS', 5],
      [1990, '05/QĐ-CĐCS', 2],
    ]);
  });
  it('stay without gaps whatever is entered, voided, taken back, trashed and taken out', async () => {
    const store = new Database(join(t.dir, STORE), { readonly: true });
    let year = 2040;
    const step = fc.record({
      what: fc.constantFrom('enter', 'enter', 'reserve', 'void', 'back', 'trash', 'restore'),
      at: fc.nat(30),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 18 }), async (steps) => {
        year++;
        const onDate = `${year}-02-03`;
        const made: number[] = [];
        const given = new Map<number, string>();
        for (const { what, at } of steps) {
          const id = made[at % Math.max(1, made.length)];
          if (what === 'enter' || what === 'reserve') {
            const one = await enter({ onDate, reserved: what === 'reserve' });
            made.push(one.id);
          } else if (id !== undefined) {
            const { document, deletedAt } = await t.invoke('documents.get', { id });
            const key = { id, version: document.version };
            if (what === 'void' && deletedAt === null && document.status !== 'void') {
              await t.invoke('documents.void', { ...key, reason: 'Ghi nhầm' });
              given.set(id, document.code!);
            }
            if (what === 'back' && deletedAt === null) await t.invoke('documents.takeBack', { ids: [id] });
            if (what === 'trash' && deletedAt === null) await t.invoke('documents.trash', { ids: [id] });
            if (what === 'restore') await t.invoke('documents.restore', { ids: [id] });
          }
          const numbers = store
            .prepare('SELECT number FROM document WHERE year = ? AND number IS NOT NULL ORDER BY number')
            .pluck()
            .all(year);
          expect(numbers).toEqual(numbers.map((_, i) => i + 1));
        }
        for (const [id, code] of given)
          expect((await t.invoke('documents.get', { id })).document.code).toBe(code);
      }),
      { numRuns: 15 },
    );
    store.close();
  }, 60_000);
  it('differ for two papers entered at the same moment', async () => {
    const both = await Promise.all(Array.from({ length: 12 }, () => enter({ onDate: '2031-05-05' })));
    expect(both.map((one) => one.number).sort((a, b) => a - b)).toEqual(both.map((_, i) => i + 1));
  });
});

describe('an entry', () => {
  it('keeps its number and year; a void number is never given again, and comes back only to its paper', async () => {
    const made = await enter({ onDate: '2032-01-05' });
    const { document } = await t.invoke('documents.get', { id: made.id });
    const { typeId, subject } = document;
    const key = { id: made.id, version: document.version };
    await expect(
      t.invoke('documents.update', { ...key, typeId, subject, onDate: '2033-01-05' }),
    ).rejects.toThrow('DOCUMENT_SERIES');
    await t.invoke('documents.void', { ...key, reason: 'Ban hành nhầm' });
    await expect(enter({ onDate: '2032-01-06', number: 1 })).rejects.toThrow('NUMBER_TAKEN');
    expect((await enter({ onDate: '2032-01-06' })).number).toBe(2);
    await t.invoke('documents.unvoid', { id: made.id, version: 2 });
    expect((await t.invoke('documents.get', { id: made.id })).document).toMatchObject({
      status: 'given',
      code: '01/KH-CĐSM',
    });
  });
  it('with a deadline waits, is overdue, and is settled by an outgoing answer', async () => {
    const made = await enter({
      ...{
        direction: 'in',
        typeId: types.letter,
        subject: 'V/v báo cáo số liệu nữ công',
        onDate: '2026-11-02',
      },
      ...{ party: 'Liên đoàn Lao động tỉnh Thanh Lâm', theirNumber: '311/LĐLĐ-NC', deadline: '2026-11-20' },
    });
    const kinds = async () =>
      (await t.invoke('dashboard.due', { from: '2026-01-01', to: '2026-12-31' })).rows.map((row) => row.kind);
    expect(await kinds()).toContain('documentsOverdue');
    const late = await t.invoke('documents.list', { direction: 'in', check: 'overdue', search: 'nu cong' });
    expect(late.rows.map((row) => [row.theirNumber, row.late])).toEqual([['311/LĐLĐ-NC', 2]]);
    const reply = await enter({ typeId: types.report, subject: 'Số liệu nữ công', onDate: '2026-11-22' });
    const answer = { id: made.id, version: 1, answeredOn: '2026-11-22' };
    await expect(t.invoke('documents.answer', { ...answer, answeredById: made.id })).rejects.toThrow(
      'DOCUMENT_ANSWER',
    );
    await t.invoke('documents.answer', { ...answer, answeredById: reply.id });
    expect(await kinds()).not.toContain('documentsOverdue');
    expect((await t.invoke('documents.get', { id: reply.id })).answers).toMatchObject([
      { code: '311/LĐLĐ-NC' },
    ]);
  });
  it('is printed in the register with void numbers and answers, on paper and as a workbook', async () => {
    const out = await t.job('documents.register', { direction: 'out', year: 2032 });
    const text = await textOf(out);
    expect(text).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐI');
    expect(text).toContain('02/KH-CĐSM');
    const arrived = await textOf(await t.job('documents.register', { direction: 'in', year: 2026 }));
    expect(arrived.replace(/\s+/g, ' ')).toContain('311/LĐLĐ-NC');
    const sheet = await t.job('documents.register', { direction: 'in', year: 2026, format: 'xlsx' });
    expect(sheet.name).toBe('Sổ văn bản đến năm 2026.xlsx');
    const { sheets } = await readXlsx(readFileSync(t.core.files.outgoing(sheet.token).path));
    expect(sheets[0]!.name).toBe('Văn bản đến');
    const rows = sheets[0]!.rows.map((row) => row.map((cell) => String(cell ?? '')));
    const head = rows.findIndex((row) => row.includes('Số đến'));
    expect(rows[head]!.slice(0, 5)).toEqual(['TT', 'Số đến', 'Ngày đến', 'Tác giả', 'Số, ký hiệu']);
    const { rows: kept } = await t.invoke('documents.list', { direction: 'in', year: 2026, limit: 500 });
    const numbers = rows.slice(head + 1, head + 1 + kept.length).map((row) => row[1]);
    expect(numbers).toEqual([...kept].reverse().map((row) => row.code));
    expect(rows.flat()).toContain('311/LĐLĐ-NC');
  });
});

describe('papers of the program', () => {
  it('an award decision is entered under its number when it is issued, and no other paper can have that number', async () => {
    const on = '2028-05-04';
    await enter({ onDate: on, number: 40 });
    const form = (await t.invoke('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!;
    const proposed = await t.invoke('awards.defaults', { formId: form.id, decidedOn: on });
    expect(proposed.number).toBe('41/QĐ-CĐCS');
    await expect(
      t.invoke('awards.create', { ...proposed, formId: form.id, decidedOn: on, number: '40/QĐ-CĐCS' }),
    ).rejects.toThrow('NUMBER_TAKEN');
    const made = await t.invoke('awards.create', { ...proposed, formId: form.id, decidedOn: on });
    const items = [{ kind: 'individual' as const, name: 'Lò Văn Pâng' }];
    await t.invoke('awards.addRecipients', { id: made.id, items });
    const issued = await t.invoke('awards.issue', { id: made.id, version: 1 });
    const link = { entity: 'award_decision' as const, id: made.id };
    const entered = async () => (await t.invoke('documents.of', link)).rows.map((row) => row.code);
    expect(await entered()).toEqual(['41/QĐ-CĐCS']);
    const reopened = await t.invoke('awards.reopen', { id: made.id, version: issued.version, reason: null });
    await t.invoke('awards.issue', { id: made.id, version: reopened.version });
    expect(await entered()).toEqual(['41/QĐ-CĐCS']);
    expect((await enter({ onDate: on })).code).toBe('42/KH-CĐCS');
    await expect(
      t.invoke('awards.create', { ...proposed, formId: form.id, decidedOn: on, number: '42/QĐ-CĐCS' }),
    ).rejects.toThrow('NUMBER_TAKEN');
  });
  it('minutes and resolution of an event take a number each, once', async () => {
    const event = await t.invoke('events.create', {
      ...{ kind: 'committee_meeting', name: 'Họp Ban Chấp hành quý I', startsOn: '2026-11-20' },
    });
    const link = { entity: 'event' as const, id: event.id, label: 'Họp Ban Chấp hành quý I' };
    const take = (typeCode: string) =>
      t.invoke('documents.take', { typeCode, onDate: '2026-11-22', subject: link.label, link });
    const [first, second, again] = [await take('minutes'), await take('resolution'), await take('minutes')];
    expect(second.number).toBe(first.number + 1);
    expect(again.code).toBe(first.code);
    expect(first.code).toMatch(/^\d\d\/BB-CĐCS$/);
  });
});
