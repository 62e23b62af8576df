/** Supplementary files without a column of names: people are found by card, ID or phone number, and nobody is added. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';

type Cell = string | number | null;

let t: TestCore;
const ids: Record<string, number> = {};
beforeEach(async () => {
  t = await openTestCore();
  for (const [fullName, cardNo, idNumber, phone] of [
    ['Nguyễn Thị Ánh', 'CD100001', '001089000011', '0912345671'],
    ['Trần Văn Bắc', 'CD100002', '001079000022', '0912345672'],
    ['Lê Thị Cúc', null, '001091000033', '0912345673'],
    ['Phạm Thị Dung', 'CD100004', null, '0912345674'],
    ['Đỗ Văn Em', 'CD100005', null, '0912345674'],
  ] as const)
    ids[fullName] = (await t.invoke('members.create', { fullName, cardNo, idNumber, phone })).id;
});
afterEach(() => t.close());

let files = 0;
async function open(rows: Cell[][], name = 'bo-sung.xlsx') {
  const path = join(t.dir, `${files++}-${name}`);
  const bytes = name.endsWith('.csv')
    ? new TextEncoder().encode(rows.map((row) => row.join(';')).join('\r\n'))
    : await writeXlsx({ sheets: [{ name: 'DS', rows }] });
  writeFileSync(path, bytes);
  const { token } = t.core.files.registerPicked(path);
  const opened = await t.job('members.importOpen', { token });
  const mapping = opened.columns.map(({ index, field }) => ({ layout: 0, index, field }));
  return { opened, mapping };
}
async function preview(rows: Cell[][], change: Record<number, string> = {}, name?: string) {
  const { opened, mapping } = await open(rows, name);
  const set = mapping.map((entry) => ({ ...entry, field: change[entry.index] ?? entry.field }));
  const { importId } = opened;
  const seen = await t.job('members.importPreview', { importId, mapping: set });
  return { opened, importId, seen, rows: (await t.invoke('members.importRows', { importId })).rows };
}
const fields = async (name: string) => (await t.invoke('members.get', { id: ids[name]! })).fields;
const count = async () => (await t.invoke('members.list', { statuses: [] })).total;

describe('a file without a column of names', () => {
  it('changes whom it finds by card, tells whom it does not find, and adds nobody', async () => {
    const { opened, importId, seen, rows } = await preview([
      ['CÔNG ĐOÀN CƠ SỞ', null],
      ['Danh sách đổi số điện thoại', null],
      ['Mã thẻ', 'Số điện thoại mới'],
      ['CD100001', '0988000001'],
      ['CD100002', '0912 345 672'],
      ['CD999999', '0988000009'],
      ['Tổng số: 3', null],
      ['Người lập biểu', null],
    ]);
    expect(opened.columns.map(({ field }) => field)).toEqual(['cardNo', 'phone']);
    expect(opened.notes.map(({ kind }) => kind)).toContain('no-names');
    expect(seen).toMatchObject({
      total: 3,
      undecided: 0,
      counts: { new: 0, changed: 1, same: 1, suspect: 1 },
    });
    expect(rows.map(({ who }) => who)).toEqual(['Nguyễn Thị Ánh', 'Trần Văn Bắc', null]);
    expect(rows[0]!.changes).toEqual([{ field: 'phone', before: '0912345671', after: '0988000001' }]);
    expect(rows[2]).toMatchObject({
      verdict: 'suspect',
      decision: 'skip',
      reason: { code: 'missing.cardNo', details: { value: 'CD999999' } },
    });
    await expect(
      t.invoke('members.importDecide', { importId, lines: [rows[2]!.line], decision: 'add' }),
    ).rejects.toThrow('IMPORT_NAMELESS');
    const { sums } = await t.job('members.importCommit', { importId });
    expect(sums).toMatchObject({ rows: 3, created: 0, updated: 1, same: 1, skipped: 1 });
    expect((await fields('Nguyễn Thị Ánh')).phone).toBe('0988000001');
    expect(await count()).toBe(5);
    await t.invoke('members.importUndo', { importId });
    expect((await fields('Nguyễn Thị Ánh')).phone).toBe('0912345671');
  });

  it('finds by ID and writes a field of the unit’s own, from a CSV file with numbers that lost their zeros', async () => {
    const { id } = await t.invoke('members.saveExtraField', { label: 'Ngày vào Đoàn', kind: 'date' });
    const { opened, importId, rows } = await preview(
      [
        ['CCCD', 'Ngày vào Đoàn'],
        ['1089000011', '26/03/2005'],
        ['001091000033', '19/5/2008'],
        ['001099999999', '1/1/2001'],
        ['', '2/9/2002'],
      ],
      {},
      'ngay-vao-doan.csv',
    );
    expect(opened.columns.map(({ field }) => field)).toEqual(['idNumber', `extra:${id}`]);
    expect(rows.map(({ verdict, reason }) => [verdict, reason?.code])).toEqual([
      ['changed', 'match.id'],
      ['changed', 'match.id'],
      ['suspect', 'missing.idNumber'],
      ['suspect', 'missing.key'],
    ]);
    await t.job('members.importCommit', { importId });
    expect((await t.invoke('members.get', { id: ids['Lê Thị Cúc']! })).extra).toEqual({
      [id]: '2008-05-19',
    });
    expect(await count()).toBe(5);
  });

  it('finds by a phone number of one person alone; one of several is asked', async () => {
    const { importId, seen, rows } = await preview([
      ['TT', 'Điện thoại', 'Email'],
      [1, '+84 912 345 673', 'cuc@example.vn'],
      [2, '0912345674', 'ai@example.vn'],
      [3, '0900000000', 'khong@example.vn'],
      [4, '0900000000', 'khong@example.vn'],
    ]);
    expect(rows.map(({ verdict, decision, reason }) => [verdict, decision, reason?.code])).toEqual([
      ['changed', 'undecided', 'match.phone'],
      ['suspect', 'undecided', 'propose.phone-of-several'],
      ['suspect', 'skip', 'missing.phone'],
      ['suspect', 'skip', 'missing.phone'],
    ]);
    expect(seen.undecided).toBe(1);
    expect(rows[1]!.candidates.map(({ fullName }) => fullName)).toEqual(['Phạm Thị Dung', 'Đỗ Văn Em']);
    await t.invoke('members.importDecide', {
      importId,
      lines: [rows[1]!.line],
      decision: 'merge',
      memberId: ids['Đỗ Văn Em']!,
    });
    const { sums } = await t.job('members.importCommit', { importId });
    expect(sums).toMatchObject({ rows: 4, created: 0, updated: 1, merged: 1, skipped: 2 });
    expect((await fields('Lê Thị Cúc')).email).toBe('cuc@example.vn');
    expect((await fields('Đỗ Văn Em')).email).toBe('ai@example.vn');
    expect((await fields('Phạm Thị Dung')).email).toBeNull();
  });

  it('asks before a new card number is given to somebody found by phone alone', async () => {
    const { importId, rows } = await preview([
      ['Số điện thoại', 'Số thẻ đoàn viên'],
      ['0912345673', 'CD100033'],
      ['0912345671', 'CD777777'],
    ]);
    expect(rows.map(({ decision, reason }) => [decision, reason?.code])).toEqual([
      ['undecided', 'propose.phone-only'],
      ['skip', 'missing.cardNo'],
    ]);
    await t.invoke('members.importDecide', { importId, lines: 'one', decision: 'merge' });
    await t.job('members.importCommit', { importId });
    expect((await fields('Lê Thị Cúc')).cardNo).toBe('CD100033');
    expect((await fields('Nguyễn Thị Ánh')).cardNo).toBe('CD100001');
  });

  it('offers the person of a row with an unreadable cell, and empties by the marker', async () => {
    const { importId, rows } = await preview([
      ['Số thẻ', 'Ngày sinh', 'Điện thoại'],
      ['CD100001', '31/02/1990', '0988000001'],
      ['CD100002', '02/03/1979', '(xóa)'],
    ]);
    expect(rows[0]).toMatchObject({ decision: 'skip', reason: { code: 'problem.date-invalid' } });
    expect(rows[0]!.candidates.map(({ fullName }) => fullName)).toEqual(['Nguyễn Thị Ánh']);
    await t.job('members.importCommit', { importId });
    expect(await fields('Nguyễn Thị Ánh')).toMatchObject({ phone: '0912345671', birthDate: null });
    expect(await fields('Trần Văn Bắc')).toMatchObject({ phone: null, birthDate: '1979-03-02' });
  });

  it('is still no list when nothing in it tells who a row is', async () => {
    await expect(
      open([
        ['Mặt hàng', 'Số lượng'],
        ['Gạo', 12],
        ['Đường', 7],
      ]),
    ).rejects.toThrow('FILE_NOT_TABLE');
  });
});
