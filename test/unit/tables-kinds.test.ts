import { utils, write } from '@e965/xlsx';
import { strToU8 } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../electron/documents/tables';
import { readFormat, serialToIso } from '../../electron/documents/tables/formats';
import { cellText, columnLetter } from '../../shared/domain/import';

const ROWS = [
  ['Họ và tên', 'Ngày sinh', 'SĐT', 'Hệ số'],
  ['Lê Văn An', new Date('1988-03-15T00:00:00Z'), '0912345678', 2.34],
  ['Ngô Thị Bích', new Date('1969-12-31T00:00:00Z'), '000123', 3],
];
const EXPECTED = [
  ['Họ và tên', 'Ngày sinh', 'SĐT', 'Hệ số'],
  ['Lê Văn An', '15/03/1988', '0912345678', '2.34'],
  ['Ngô Thị Bích', '31/12/1969', '000123', '3'],
];
const texts = async (bytes: Uint8Array, name: string) =>
  (await readTables(bytes, name)).sheets[0]?.rows.map((row) => row.cells.map(cellText));

describe('every kind of table file', () => {
  it('reads XLSX with its types', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'DS', rows: ROWS }] });
    expect(await texts(bytes, 'a.xlsx')).toEqual(EXPECTED);
    const cell = (await readTables(bytes, 'a.xlsx')).sheets[0]?.rows[1]?.cells[1];
    expect(cell).toMatchObject({ type: 'date', value: '1988-03-15' });
  });

  it.each(['biff8', 'biff5'] as const)('reads XLS (%s)', async (bookType) => {
    const sheet = utils.aoa_to_sheet([
      ['Ho va ten', 'Ngay sinh', 'SDT'],
      ['Le Van An', { t: 'n', v: 32217, z: 'dd/mm/yyyy' }, '0912345678'],
      ['Ngo Bich', { t: 'n', v: 1969 }, { t: 'n', v: 123, z: '000000' }],
    ]);
    const bytes = new Uint8Array(
      write({ SheetNames: ['DS'], Sheets: { DS: sheet } }, { type: 'array', bookType }),
    );
    expect(await texts(bytes, 'a.xls')).toEqual([
      ['Ho va ten', 'Ngay sinh', 'SDT'],
      ['Le Van An', '15/03/1988', '0912345678'],
      ['Ngo Bich', '1969', '000123'],
    ]);
  });

  it('shows numbers as their format does', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['CCCD', 'Năm'],
            [35165983988, 24476],
          ],
          cells: new Map([
            ['1,0', { style: { numFmt: '000000000000' } }],
            ['1,1', { style: { numFmt: 'yyyy' } }],
          ]),
        },
      ],
    });
    expect((await texts(bytes, 'a.xlsx'))?.[1]).toEqual(['035165983988', '1967']);
  });

  it.each([
    ['semicolons with a mark', strToU8('\ufeffHọ tên;SĐT\r\nLê An;0123\r\n')],
    ['commas and quotes', strToU8('Họ tên,SĐT\n"Lê An",0123\n')],
    ['tabs', strToU8('Họ tên\tSĐT\nLê An\t0123')],
    [
      'UTF-16 without a mark',
      new Uint8Array(
        Buffer.from(
          'Ho ten;SDT\nLe An;0123\n'
            .replace('Ho ten', 'Họ tên')
            .replace('SDT', 'SĐT')
            .replace('Le An', 'Lê An'),
          'utf16le',
        ),
      ),
    ],
    ['a separator line', strToU8('sep=;\r\nHọ tên;SĐT\r\nLê An;0123')],
  ])('reads text files: %s', async (_, bytes) => {
    expect(await texts(bytes, 'a.csv')).toEqual([
      ['Họ tên', 'SĐT'],
      ['Lê An', '0123'],
    ]);
  });

  it('reads web pages with spans, entities and nested tables, and XML spreadsheets', async () => {
    const page = `<table><tr><td><table><tr><td rowspan=2>Họ &amp; tên</td><td colspan="2">Ngày sinh</td></tr>
      <tr><td>Nam</td><td>N&#7919;</td></tr><tr><td>Lê<br>An</td><td>000123</td></tr></table></td></tr></table>`;
    const sheet = (await readTables(strToU8(page), 'a.xls')).sheets[0];
    expect(sheet?.rows.map((row) => row.cells)).toEqual([
      ['Họ & tên', 'Ngày sinh'],
      [null, 'Nam', 'Nữ'],
      ['Lê\nAn', '000123'],
    ]);
    expect(sheet?.merges).toHaveLength(2);
    const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="DS"><Table>
      <Row><Cell><Data ss:Type="String">Họ tên</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">0123</Data></Cell></Row></Table></Worksheet></Workbook>`;
    expect((await readTables(strToU8(xml), 'a.xls')).sheets[0]).toMatchObject({
      name: 'DS',
      rows: [{ cells: ['Họ tên', null, '0123'] }],
    });
  });

  it('agrees with the other reader cell by cell', async () => {
    const rows = Array.from({ length: 400 }, (_, line) =>
      Array.from({ length: 12 }, (_, column) =>
        column % 4 === 0
          ? `Ô ${line} <&"'> ${column}\n_x0041_`
          : column % 4 === 1
            ? line * 1.5
            : column % 4 === 2
              ? new Date(Date.UTC(1900 + (line % 150), 3, 1))
              : line % 3 === 0
                ? null
                : line % 2 === 0,
      ),
    );
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows }] });
    const peer = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
    const own = (await readTables(bytes, 'a.xlsx')).sheets[0]?.rows ?? [];
    expect(own).toHaveLength(peer.length);
    for (const row of own) {
      const other = peer[row.line - 1] ?? [];
      row.cells.forEach((cell, column) => {
        const value = other[column] ?? null;
        const wanted = value instanceof Date ? value.toISOString().slice(0, 10) : value;
        expect(typeof cell === 'object' && cell ? cell.value : cell).toEqual(wanted);
      });
    }
  });

  it('knows formats, serial days and column letters', () => {
    expect(
      ['dd/mm/yyyy', '[$-1010000]d/m/yyyy;@', 'mm/yyyy', 'yyyy', '#,##0', '0.00', '"ngày "0', 'hh:mm'].map(
        (code) => readFormat(code).kind,
      ),
    ).toEqual(['date', 'date', 'date', 'date', 'number', 'number', 'number', 'number']);
    expect([1, 59, 61, 24476, 45000.75].map((day) => serialToIso(day))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '1967-01-04',
      '2023-03-15',
    ]);
    expect(serialToIso(0, true)).toBe('1904-01-01');
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});
