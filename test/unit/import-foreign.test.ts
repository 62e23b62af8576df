/** Files made by other programs: each gives the people it shows or says why it cannot; none is misread in silence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { strToU8 } from 'fflate';
import { writeOds } from 'hucre/ods';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../electron/documents/tables';
import { AppError } from '../../shared/contract/errors';
import { eachRow, readWorkbook } from '../../shared/domain/import';
import {
  escapeXml,
  inlineRows,
  packBook,
  STYLES,
  sharedStrings,
  worksheet,
} from '../generators/foreignBooks';
import { toWindows1258 } from '../generators/oldEncodings';

interface Person {
  fullName: string;
  birthDate?: string;
  idNumber?: string;
  phone?: string;
}

/** What every file of the same people must give. */
const PEOPLE: Person[] = [
  { fullName: 'Nguyễn Thị Hồng Ánh', birthDate: '1989-07-14', idNumber: '035165983988', phone: '0912345671' },
  { fullName: 'Trần Đức Bằng', birthDate: '1979-03-02', idNumber: '001079000002', phone: '0912345672' },
  { fullName: "H'Yến Niê", birthDate: '1991-12-25', idNumber: '066191000003', phone: '0912345673' },
  { fullName: 'Đỗ Quỳnh Mỵ', birthDate: '1985', idNumber: '001185000004', phone: '0912345674' },
];
const HEAD = ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Điện thoại'];
const vietnamese = (iso = '') => iso.split('-').reverse().join('/');
const TEXT = [
  HEAD,
  ...PEOPLE.map((p, at) => [
    String(at + 1),
    p.fullName,
    vietnamese(p.birthDate),
    p.idNumber ?? '',
    p.phone ?? '',
  ]),
];
const SERIALS = [32703, 28916, 33597];

async function people(bytes: Uint8Array, name: string) {
  const reading = readWorkbook(await readTables(bytes, name));
  const rows = reading.tables
    .filter((table) => table.chosen)
    .flatMap((table) => [
      ...eachRow({ ...table, sheets: reading.sheets }, table.columns, { today: '2026-11-22' }),
    ]);
  return { rows, reading };
}
const said = (rows: Awaited<ReturnType<typeof people>>['rows']): Person[] =>
  rows.map(({ values: { fullName, birthDate, idNumber, phone } }) => ({
    fullName: fullName ?? '',
    ...(birthDate ? { birthDate } : {}),
    ...(idNumber ? { idNumber } : {}),
    ...(phone ? { phone } : {}),
  }));
async function failure(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const { rows } = await people(bytes, name);
    return `read ${rows.length}`;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

/** Serial dates in cells of style 1, the ID of the first person as a number of style 2. */
function typedRows(offset = 0): string {
  const [head, ...rows] = TEXT as [string[], ...string[][]];
  return (
    inlineRows([head]) +
    rows
      .map((row, at) => {
        const line = at + 2;
        const serial = SERIALS[at];
        const cells = [
          `<c r="A${line}"><v>${at + 1}</v></c>`,
          `<c r="B${line}" t="inlineStr"><is><t>${escapeXml(row[1] as string)}</t></is></c>`,
          serial === undefined
            ? `<c r="C${line}"><v>1985</v></c>`
            : `<c r="C${line}" s="1"><v>${serial - offset}</v></c>`,
          at === 0
            ? `<c r="D${line}" s="2"><v>35165983988</v></c>`
            : `<c r="D${line}" t="inlineStr"><is><t>${row[3]}</t></is></c>`,
          `<c r="E${line}" t="inlineStr"><is><t>${row[4]}</t></is></c>`,
        ];
        return `<row r="${line}" spans="1:5">${cells.join('')}</row>`;
      })
      .join('')
  );
}

const one = (xml: string, more = {}) => packBook({ sheets: [{ name: 'DS', xml }], ...more });
const rowsOf = (from = 0) => TEXT.slice(from);
const csv = (delimiter: string, end = '\r\n', quote = false) =>
  TEXT.map((row) => row.map((cell) => (quote ? `"${cell}"` : cell)).join(delimiter)).join(end);
const words = [...new Set(TEXT.flat())];

const BOOKS: Record<string, () => Uint8Array | Promise<Uint8Array>> = {
  'inline texts, no styles, no shared strings': () => one(worksheet(inlineRows(TEXT))),
  'cells and rows without references': () =>
    one(
      worksheet(
        TEXT.map(
          (row) =>
            `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`).join('')}</row>`,
        ).join(''),
      ),
    ),
  'strict OOXML': () => one(worksheet(inlineRows(TEXT), { strict: true }), { strict: true }),
  'prefixed XML names': () =>
    one(
      worksheet(inlineRows(TEXT))
        .replace(/<(\/?)(worksheet|sheetData|row|c|is|t|v)(?=[\s>/])/g, '<$1x:$2')
        .replace('xmlns=', 'xmlns:x='),
    ),
  'dates and numbers with styles': () => one(worksheet(typedRows()), { styles: STYLES }),
  'dates counted from 1904': () =>
    one(worksheet(typedRows(1462)), { styles: STYLES, workbookPr: 'date1904="1"' }),
  'as WPS writes: absolute targets, line breaks in the XML, parts nobody knows': () =>
    one(
      worksheet(inlineRows(TEXT).replace(/<row /g, '\n  <row ').replace(/<c /g, '\n    <c '), {
        before:
          '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:E5"/><cols><col min="1" max="5" width="12"/></cols>',
        after: '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
      }),
      {
        target: (at: number) => `/xl/worksheets/sheet${at + 1}.xml`,
        extra: {
          'docProps/custom.xml': '<Properties/>',
          'xl/cellimages.xml': '<etc:cellImages xmlns:etc="x"/>',
        },
      },
    ),
  'shared strings in runs with reading aids': () =>
    one(
      worksheet(
        TEXT.map(
          (row, line) =>
            `<row r="${line + 1}">${row.map((cell, at) => `<c r="${'ABCDE'[at]}${line + 1}" t="s"><v>${words.indexOf(cell)}</v></c>`).join('')}</row>`,
        ).join(''),
      ),
      {
        strings: sharedStrings(
          words.map((word) => {
            const at = Math.ceil(word.length / 2);
            return `<r><rPr><b/></rPr><t xml:space="preserve">${escapeXml(word.slice(0, at))}</t></r><r><t xml:space="preserve">${escapeXml(word.slice(at))}</t></r><rPh sb="0" eb="1"><t>ア</t></rPh>`;
          }),
        ),
      },
    ),
  'results of formulas, shared ones among them': () =>
    one(
      worksheet(
        inlineRows(TEXT)
          .replace(
            /<c (r="B2") t="inlineStr"><is><t[^>]*>([^<]*)<\/t><\/is><\/c>/,
            '<c $1 t="str"><f>CONCATENATE("a","b")</f><v>$2</v></c>',
          )
          .replace(
            /<c (r="A3") t="inlineStr"><is><t[^>]*>([^<]*)<\/t><\/is><\/c>/,
            '<c $1><f t="shared" ref="A3:A5" si="0">A2+1</f><v>$2</v></c>',
          )
          .replace(
            /<c (r="A4") t="inlineStr"><is><t[^>]*>([^<]*)<\/t><\/is><\/c>/,
            '<c $1><f t="shared" si="0"/><v>$2</v></c>',
          ),
      ),
    ),
  'hidden columns, and a hidden sheet with more people': () =>
    packBook({
      sheets: [
        {
          name: 'Cũ',
          xml: worksheet(inlineRows([...TEXT, ['5', 'Lê Văn Cũ', '1960', '', '0912345675']])),
          state: 'veryHidden',
        },
        {
          name: 'DS',
          xml: worksheet(inlineRows(TEXT), {
            before: '<cols><col min="3" max="4" hidden="1" width="0"/></cols>',
          }),
        },
      ],
    }),
  'comments and CDATA in the XML': () =>
    one(worksheet(inlineRows(TEXT).replace('<row r="3"', '<!-- người thứ hai --><row r="3"'))),
  'cells out of order': () =>
    one(worksheet(inlineRows(TEXT).replace(/(<c r="D3".*?<\/c>)(<c r="E3".*?<\/c>)/, '$2$1'))),
  'a dimension of the whole sheet and a million empty rows declared': () =>
    one(
      worksheet(`${inlineRows(TEXT)}<row r="1048576" ht="15"><c r="XFD1048576" s="0"/></row>`, {
        before: '<dimension ref="A1:XFD1048576"/>',
      }),
    ),
  'dates written as ISO texts': () =>
    one(
      worksheet(
        inlineRows(TEXT).replace(
          /<c (r="C[234]") t="inlineStr"><is><t[^>]*>(\d\d)\/(\d\d)\/(\d{4})<\/t><\/is><\/c>/g,
          '<c $1 t="d"><v>$4-$3-$2T00:00:00</v></c>',
        ),
      ),
    ),
  'a title merged over everything, a header of two rows': () =>
    one(
      worksheet(
        inlineRows([
          ['DANH SÁCH ĐOÀN VIÊN', null, null, null, null],
          ['STT', 'Họ và tên', 'Ngày sinh', 'Giấy tờ và liên lạc', null],
          [null, null, null, 'Số CCCD', 'Điện thoại'],
          ...rowsOf(1),
        ]),
        {
          after:
            '<mergeCells count="5"><mergeCell ref="A1:E1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:C3"/><mergeCell ref="D2:E2"/></mergeCells>',
        },
      ),
    ),
  'a chart sheet before the list': () =>
    packBook({
      sheets: [
        { name: 'Biểu đồ', xml: worksheet('') },
        { name: 'DS', xml: worksheet(inlineRows(TEXT)) },
      ],
    }),
  'XLS of 1995 and of 1997': () =>
    new Uint8Array(
      write(
        { SheetNames: ['DS'], Sheets: { DS: utils.aoa_to_sheet(TEXT) } },
        { type: 'array', bookType: 'biff8' },
      ),
    ),
  'ODS of another writer': () => writeOds({ sheets: [{ name: 'DS', rows: TEXT }] }),
  'CSV, UTF-8 without a mark, commas': () => strToU8(csv(',')),
  'CSV, UTF-8 with a mark, semicolons, everything quoted': () => strToU8(`\ufeff${csv(';', '\r\n', true)}`),
  'CSV, line ends of an old Mac': () => strToU8(csv(';', '\r')),
  'CSV, bars between': () => strToU8(csv('|', '\n')),
  'CSV, a separator line of Excel': () => strToU8(`sep=;\r\n${csv(';')}`),
  'CSV, UTF-16 little-endian with a mark, tabs': () =>
    new Uint8Array(Buffer.from(`\ufeff${csv('\t')}`, 'utf16le')),
  'CSV, UTF-16 big-endian with a mark': () =>
    new Uint8Array(Buffer.from(`\ufeff${csv('\t')}`, 'utf16le').swap16()),
  'CSV, UTF-16 without a mark': () => new Uint8Array(Buffer.from(csv(';'), 'utf16le')),
  'CSV, Windows-1258': () => toWindows1258(csv(';')),
  'CSV, texts kept as formulas and by apostrophes': () =>
    strToU8(
      TEXT.map((row, line) =>
        row
          .map((cell, at) => (line > 0 && at === 3 ? `="${cell}"` : line > 0 && at === 4 ? `'${cell}` : cell))
          .join(';'),
      ).join('\r\n'),
    ),
  'CSV, empty columns and rows around it': () =>
    strToU8(`;;;;;;\r\n;;;;;;\r\n${TEXT.map((row) => `;${row.join(';')};`).join('\r\n')}\r\n;;;;;;\r\n`),
  'CSV, line breaks inside quotes': () =>
    strToU8(csv(';', '\r\n', true).replace('"Điện thoại"', '"Điện\nthoại"')),
  'a web page named .xls': () =>
    strToU8(
      `<html><head><meta charset="utf-8"></head><body><table>${TEXT.map((row) => `<tr>${row.map((cell) => `<td style='mso-number-format:"\\@"'>${escapeXml(cell)}</td>`).join('')}</tr>`).join('')}</table></body></html>`,
    ),
  'XML of Excel 2003': () =>
    strToU8(
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="DS"><Table>${TEXT.map((row) => `<Row>${row.map((cell) => `<Cell><Data ss:Type="String">${escapeXml(cell)}</Data></Cell>`).join('')}</Row>`).join('')}</Table></Worksheet></Workbook>`,
    ),
};

describe('the same people from other hands', () => {
  it.each(Object.entries(BOOKS))('%s', async (_, make) => {
    const { rows } = await people(await make(), 'ds.csv');
    expect(said(rows)).toEqual(PEOPLE);
    expect(rows.flatMap((row) => row.problems)).toEqual([]);
  });
});

/** Written by LibreOffice 7.4 from one list; see the folder's README. */
const FOLDER = 'test/fixtures/foreign';
const WRITTEN = readdirSync(FOLDER).filter((name) => !/\.(md|json)$/.test(name));
const refused: Record<string, string> = JSON.parse(readFileSync(join(FOLDER, 'refused.json'), 'utf8'));

describe('files LibreOffice wrote', () => {
  it.each(WRITTEN)('%s', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(FOLDER, name)));
    if (refused[name]) {
      expect(await failure(bytes, name)).toBe(refused[name]);
      return;
    }
    const { rows } = await people(bytes, name);
    expect(said(rows)).toEqual(PEOPLE);
    expect(rows.map(({ values }) => values.unionJoinDate)).toEqual([
      '2012-03-01',
      '2005',
      '2015-05-19',
      '2010-04',
    ]);
    expect(rows.map(({ values }) => values.gender)).toEqual(['female', 'male', 'female', 'female']);
    expect(rows.map(({ values }) => values.department)).toEqual([
      'Khoa Nội',
      'Khoa Ngoại tổng hợp',
      'Khoa Nội',
      'Phòng Tổ chức cán bộ',
    ]);
    expect(rows.flatMap((row) => row.problems)).toEqual([]);
  });
});

describe('what cannot be read is said, not guessed', () => {
  it('formulas without a kept result are counted, and leave no wrong value', async () => {
    const bytes = one(
      worksheet(inlineRows(TEXT).replace(/<c r="E2".*?<\/c>/, '<c r="E2"><f>VLOOKUP(A2,X:Y,2)</f></c>')),
    );
    const { rows, reading } = await people(bytes, 'a.xlsx');
    expect(rows[0]!.values.phone).toBeUndefined();
    expect(reading.notes).toContainEqual({
      kind: 'formula-without-value',
      details: { count: 1, detail: 'DS' },
    });
  });

  it('an ID whose digits Excel rounded away is a problem, never a number', async () => {
    const long = TEXT.map((row, at) =>
      at === 1 ? row.map((cell, c) => (c === 3 ? '3,51659E+10' : cell)) : row,
    );
    const { rows } = await people(one(worksheet(inlineRows(long))), 'a.xlsx');
    expect(rows[0]!.values.idNumber).toBeUndefined();
    expect(rows[0]!.problems.map(({ code }) => code)).toEqual(['digits-lost']);
  });

  it('hidden rows are people too, and said', async () => {
    const bytes = one(worksheet(inlineRows(TEXT).replace('<row r="3"', '<row r="3" hidden="1"')));
    const { rows, reading } = await people(bytes, 'a.xlsx');
    expect(said(rows)).toEqual(PEOPLE);
    expect(reading.notes).toContainEqual({ kind: 'hidden-rows', details: { count: 1, detail: 'DS' } });
  });

  it.each<[string, () => Uint8Array, string]>([
    [
      'a worksheet in UTF-16',
      () => packBook({ sheets: [{ name: 'DS', xml: '\ufeff<\u0000w\u0000o\u0000r\u0000k' }] }),
      'FILE_BROKEN',
    ],
    [
      'a web archive (.mht)',
      () =>
        strToU8(
          `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html; charset="utf-8"\n\n<html><table><tr><td>H=E1=BB=8D</td></tr></table>\n--x--`,
        ),
      'FILE_NOT_TABLE',
    ],
    ['a PDF named .xlsx', () => strToU8('%PDF-1.7\n1 0 obj'), 'FILE_NOT_TABLE'],
    ['a text without columns', () => strToU8('Kính gửi các đồng chí,\nmời họp lúc 8 giờ.'), 'FILE_NOT_TABLE'],
    ['half of a file', () => one(worksheet(inlineRows(TEXT))).slice(0, 700), 'FILE_BROKEN'],
    ['a workbook without people', () => one(worksheet(inlineRows([HEAD]))), 'FILE_NO_PEOPLE'],
  ])('%s', async (_, make, code) => {
    expect(await failure(make(), 'ds.xlsx')).toBe(code);
  });
});
