import * as XLSX from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_MEMBER_COLUMNS,
  MEMBER_EXPORT_COLUMNS,
  type MemberExportRow,
  memberListWorkbook,
  streamMemberList,
} from '../../electron/documents/spreadsheets/memberList';
import { selfReviewWorkbook } from '../../electron/documents/spreadsheets/selfReview';
import { dateSerial, writeWorkbook } from '../../electron/documents/spreadsheets/workbook';
import { IMPORT_FIELDS } from '../../shared/domain/import/fields';
import { matchHeader } from '../../shared/domain/import/vocabulary';
import { xmlFault } from './papersReaders';
import { selfReviewData } from './papersSamples';

function read(bytes: Uint8Array) {
  const book = XLSX.read(bytes, { cellNF: true, cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  return { book, sheet, cell: (ref: string) => sheet[ref] as XLSX.CellObject | undefined };
}

const columns = [
  { key: 'name', title: 'Họ và tên', width: 28, type: 'text' as const },
  { key: 'code', title: 'Số thẻ', width: 14, type: 'text' as const },
  { key: 'born', title: 'Ngày sinh', width: 12, type: 'partial-date' as const },
  { key: 'amount', title: 'Số tiền', width: 14, type: 'money' as const },
];

describe('writeWorkbook', () => {
  it('keeps codes as text, figures as numbers and whole dates as dates', async () => {
    const rows = [
      { name: 'Đỗ Thị Ngọc Ẩn', code: '001204000123', born: '1989-07-14', amount: 500_000 },
      { name: 'Lý Y Ba', code: '0912 345 678', born: '1989', amount: null },
      { name: 'Vàng A Chẩu', code: null, born: '1989-07', amount: 0 },
    ];
    const { cell, sheet } = read(
      await writeWorkbook({ sheets: [{ name: 'A', title: 'Đầu đề', columns, rows }] }),
    );
    expect(cell('A1')).toMatchObject({ t: 's', v: 'Đầu đề' });
    expect(cell('A2')?.v).toBe('Họ và tên');
    expect(cell('B3')).toMatchObject({ t: 's', v: '001204000123', z: '@' });
    expect(cell('B4')).toMatchObject({ t: 's', v: '0912 345 678' });
    expect(cell('C3')).toMatchObject({ t: 'n', v: dateSerial('1989-07-14'), z: 'dd/mm/yyyy' });
    expect(cell('C3')?.w).toBe('14/07/1989');
    expect(cell('C4')).toMatchObject({ t: 's', v: '1989', z: '@' });
    expect(cell('C5')).toMatchObject({ t: 's', v: '07/1989' });
    expect(cell('D3')).toMatchObject({ t: 'n', v: 500_000, z: '#,##0' });
    expect(cell('D4')?.v).toBeUndefined();
    expect(cell('D5')).toMatchObject({ t: 'n', v: 0 });
    expect(sheet['!ref']).toBe('A1:D5');
  });

  it('never lets typed text become a formula', async () => {
    const names = ['=1+1', '+84912345678', '-5', '@SUM(A1)', '=HYPERLINK("http://x","y")', '\t=1+1'];
    const rows = names.map((name) => ({ name, code: name, born: null, amount: null }));
    const bytes = await writeWorkbook({ sheets: [{ name: 'A', columns, rows }] });
    const { cell } = read(bytes);
    names.forEach((name, i) => {
      expect(cell(`A${i + 2}`)).toMatchObject({ t: 's', v: name });
      expect(cell(`A${i + 2}`)?.f).toBeUndefined();
    });
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect(xml).not.toMatch(/<f[ >]/);
  });

  it('writes Times New Roman, borders, a frozen head and sound XML whatever the text', async () => {
    const rows = [
      { name: 'A\u0001<b> & "c"\uD800', code: 'x'.repeat(40_000), born: 'không rõ', amount: Number.NaN },
    ];
    const bytes = await writeWorkbook({
      sheets: [
        { name: 'Danh sách: [2026] / quý 1 của đơn vị dài', title: 'T', columns, rows },
        { name: 'Danh sách: [2026] / quý 1 của đơn vị dài', columns, rows: [] },
      ],
    });
    const parts = unzipSync(bytes);
    for (const [name, data] of Object.entries(parts))
      if (name.endsWith('.xml')) expect([name, xmlFault(strFromU8(data))]).toEqual([name, null]);
    expect(strFromU8(parts['xl/styles.xml']!)).toContain('Times New Roman');
    expect(strFromU8(parts['xl/styles.xml']!)).toMatch(/<left style="thin"/);
    expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toMatch(/<pane [^>]*ySplit="2"[^>]*state="frozen"/);
    const { book, cell } = read(bytes);
    expect(new Set(book.SheetNames).size).toBe(2);
    expect(book.SheetNames.every((name) => name.length <= 31)).toBe(true);
    expect(cell('A3')?.v).toBe('A<b> & "c"');
    expect(cell('C3')?.v).toBe('không rõ');
  });

  it('counts days as Excel does', () => {
    expect(dateSerial('1900-03-01')).toBe(61);
    expect(dateSerial('2026-11-22')).toBe(46_348);
    expect(dateSerial('1899-05-01')).toBeNull();
    expect(dateSerial('2026-02-30')).toBeNull();
    expect(dateSerial('2026-02')).toBeNull();
  });
});

const member: MemberExportRow = {
  fullName: 'H’Nguyệt Niê Kđăm',
  gender: 'female',
  birthDate: '1977',
  department: 'Khoa Nhi',
  unionJoinDate: '1999-03-08',
  cardNo: '000123',
  phone: '0912345678',
  isParty: true,
  status: 'active',
};

describe('memberListWorkbook', () => {
  it('has a head the import understands, and no sensitive column unless chosen', async () => {
    const data = { unitName: 'CĐCS TTYT Suối Mơ', asOf: '2026-11-22', rows: [member] };
    const { sheet } = read(await memberListWorkbook(data));
    const lines = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
    expect(lines[1]?.[0]).toBe('DANH SÁCH ĐOÀN VIÊN (đến ngày 22/11/2026)');
    expect(lines[2]).toHaveLength(DEFAULT_MEMBER_COLUMNS.length + 1);
    expect(lines[2]).not.toContain('Số CCCD');
    expect(lines[2]).not.toContain('Đảng viên');
    expect(lines[3]?.slice(0, 4)).toEqual([1, 'H’Nguyệt Niê Kđăm', 'Nữ', '1977']);
    expect(lines[3]).toContain('000123');
    expect(lines[3]).toContain('0912345678');
  });

  it('names every column so that the import knows its field', () => {
    const fields: readonly string[] = IMPORT_FIELDS;
    for (const [key, { title }] of Object.entries(MEMBER_EXPORT_COLUMNS))
      if (fields.includes(key)) expect([title, matchHeader(title)[0]?.field]).toEqual([title, key]);
  });

  it('streams the same rows', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => ({ ...member, cardNo: String(i).padStart(6, '0') }));
    const stream = streamMemberList(rows, ['fullName', 'cardNo', 'unionJoinDate', 'isParty']);
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const { cell } = read(bytes);
    expect(cell('B1')?.v).toBe('Họ và tên');
    expect(cell('C501')).toMatchObject({ t: 's', v: '000499' });
    expect(cell('D501')?.w).toBe('08/03/1999');
    expect(cell('E501')?.v).toBe('x');
  });
});

describe('selfReviewWorkbook', () => {
  it('holds scores as numbers, blanks as blanks, and the note', async () => {
    const { sheet } = read(await selfReviewWorkbook(selfReviewData(3)));
    const lines = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null });
    const text = lines.map((line) => line.join('|'));
    expect(text.some((line) => line.includes('chưa đối chiếu với công đoàn cấp trên'))).toBe(true);
    const total = lines.find((line) => line[1] === 'TỔNG ĐIỂM');
    expect(total?.slice(2, 6)).toEqual([100, null, 90, 92.5]);
    const manual = lines.find((line) => line[0] === '1.1');
    expect(manual?.slice(3, 6)).toEqual([null, null, 4]);
  });
});
