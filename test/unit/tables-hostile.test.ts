import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../electron/documents/tables';
import { interpret } from '../../shared/domain/import';

const code = async (bytes: Uint8Array, name = 'ds.xlsx', options = {}) =>
  readTables(bytes, name, options).then(
    () => 'read',
    (error: { code?: string }) => error.code,
  );

const CONTENT_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A package around the given worksheet XML. */
function book(sheet: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="r1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${REL}"><sheets><sheet name="DS" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="r1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...more,
  });
}

const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const sheetOf = (rows: string, before = '') =>
  `<worksheet>${before}<sheetData>${rows}</sheetData></worksheet>`;

/** Rewrites the declared unpacked size of the worksheet in the central directory. */
function declareSize(zip: Uint8Array, size: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (name.endsWith('sheet1.xml')) view.setUint32(at + 24, size, true);
  }
  return copy;
}

describe('files that are not what they should be', () => {
  it('names the empty ones', async () => {
    expect(await code(new Uint8Array())).toBe('FILE_EMPTY');
    expect(await code(strToU8('  \r\n \r\n'), 'ds.csv')).toBe('FILE_EMPTY');
    expect(await code(book(sheetOf('')))).toBe('FILE_EMPTY');
    expect(await code(await writeXlsx({ sheets: [{ name: 'Sheet1', rows: [] }] }))).toBe('FILE_EMPTY');
  });

  it('names the broken ones', async () => {
    const good = await writeXlsx({ sheets: [{ name: 'A', rows: [['Họ và tên'], ['Lê An']] }] });
    expect(await code(good.slice(0, good.length - 40))).toBe('FILE_BROKEN');
    expect(await code(good.slice(0, 200))).toBe('FILE_BROKEN');
    expect(await code(book('<worksheet><sheetData><row r="1"><c r="A1"><v>1'))).toBe('FILE_BROKEN');
    expect(await code(zipSync({ '[Content_Types].xml': strToU8(CONTENT_TYPES) }))).toBe('FILE_BROKEN');
    expect(await code(book(sheetOf('<row r="99999999"><c r="A99999999"><v>1</v></c></row>')))).toBe(
      'FILE_BROKEN',
    );
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(3000).fill(7)]);
    expect(await code(ole, 'ds.xls')).toBe('FILE_BROKEN');
  });

  it('names the encrypted ones', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: 'A', rows: [['Họ và tên']] }],
      encryption: { password: 'mat khau', spinCount: 100 },
    });
    expect(await code(locked)).toBe('FILE_ENCRYPTED');
    expect(await code(locked, 'ds.xls')).toBe('FILE_ENCRYPTED');
  });

  it('refuses what is no table, whatever its name says', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
    expect(await code(png, 'ds.xlsx')).toBe('FILE_NOT_TABLE');
    expect(await code(strToU8('%PDF-1.7 danh sách'), 'ds.xls')).toBe('FILE_NOT_TABLE');
    expect(await code(zipSync({ 'anh.png': png }), 'ds.xlsx')).toBe('FILE_NOT_TABLE');
    expect(
      await code(
        zipSync({ '[Content_Types].xml': strToU8(CONTENT_TYPES), 'word/document.xml': strToU8('<w/>') }),
        'ds.docx',
      ),
    ).toBe('FILE_NOT_TABLE');
    expect(await code(strToU8('{"a": 1}'), 'ds.csv')).toBe('FILE_NOT_TABLE');
    expect(await code(strToU8('<html><body><p>Không có bảng</p></body></html>'), 'ds.xls')).toBe(
      'FILE_NOT_TABLE',
    );
    expect(
      await code(
        Uint8Array.from({ length: 4000 }, (_, at) => (at * 37) % 32),
        'ds.csv',
      ),
    ).toBe('FILE_NOT_TABLE');
    const numbers = await readTables(strToU8('a;b\n1;2\n3;4\n'), 'ds.csv');
    expect(() => interpret(numbers)).toThrow(expect.objectContaining({ code: 'FILE_NOT_TABLE' }));
    const nobody = await readTables(strToU8('STT;Họ và tên;Ngày sinh\n;;\n;Tổng cộng: 0;\n'), 'ds.csv');
    expect(() => interpret(nobody)).toThrow(expect.objectContaining({ code: 'FILE_NO_PEOPLE' }));
  });
});

describe('files made to do harm', () => {
  it('refuses a package that declares gigabytes before unpacking anything', async () => {
    expect(await code(declareSize(book(sheetOf('')), 4_000_000_000))).toBe('FILE_TOO_LARGE');
  });

  it('stops unpacking a part that is larger than it declares', async () => {
    const bomb = book(sheetOf(' '.repeat(15_000_000)));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await code(declareSize(bomb, 20_000))).toBe('FILE_TOO_LARGE');
    expect(await code(declareSize(bomb, 100_000_000))).toBe('FILE_TOO_LARGE');
  });

  it('reads a sheet of millions of declared rows by the rows it has', async () => {
    const rows = `<row r="1">${text('A1', 'Họ và tên')}</row><row r="2">${text('A2', 'Lê Văn An')}</row>`;
    const far = `<row r="1048576">${text('XFD1048576', 'x')}</row>`;
    const workbook = await readTables(
      book(sheetOf(rows + far, '<dimension ref="A1:XFD1048576"/>')),
      'ds.xlsx',
    );
    expect(workbook.sheets[0]?.rows).toHaveLength(2);
    expect(workbook.notes).toContainEqual({ code: 'columns-left-out', count: 1, detail: 'DS' });
    let empty = '';
    for (let line = 3; line < 400_000; line++) empty += `<row r="${line}"/>`;
    expect((await readTables(book(sheetOf(rows + empty)), 'ds.xlsx')).sheets[0]?.rows).toHaveLength(2);
  });

  it('refuses more rows than a list can have', async () => {
    let rows = '';
    for (let line = 1; line < 3000; line++) rows += `<row r="${line}">${text(`A${line}`, 'Lê An')}</row>`;
    expect(await code(book(sheetOf(rows)), 'ds.xlsx', { maxRows: 1000 })).toBe('FILE_TOO_LARGE');
    expect(await code(strToU8('a;b\n'.repeat(3000)), 'ds.csv', { maxRows: 1000 })).toBe('FILE_TOO_LARGE');
    const html = `<table>${'<tr><td>a</td></tr>'.repeat(3000)}</table>`;
    expect(await code(strToU8(html), 'ds.xls', { maxRows: 1000 })).toBe('FILE_TOO_LARGE');
  });

  it('takes the value a formula keeps and never evaluates one', async () => {
    const rows =
      `<row r="1">${text('A1', 'Họ và tên')}<c r="B1" t="str"><f>CONCAT("Ghi"," chú")</f><v>Ghi chú</v></c></row>` +
      `<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://x.invalid")</f><v>Lê Văn An</v></c><c r="B2"><f>1+1</f></c></row>` +
      `<row r="3">${text('A3', 'Lê Thị Bé')}<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`;
    const workbook = await readTables(book(sheetOf(rows)), 'ds.xlsx');
    expect(workbook.sheets[0]?.rows.map((row) => row.cells[0])).toEqual([
      'Họ và tên',
      'Lê Văn An',
      'Lê Thị Bé',
    ]);
    expect(workbook.sheets[0]?.rows[1]?.cells[1] ?? null).toBeNull();
    expect(workbook.notes).toContainEqual({ code: 'formula-without-value', count: 1, detail: 'DS' });
    const command = await readTables(strToU8('Họ và tên;Ghi chú\nLê An;=cmd|calc!A1\n'), 'ds.csv');
    expect(command.sheets[0]?.rows[1]?.cells[1]).toBe('=cmd|calc!A1');
  });

  it('refuses entity tricks and reads unusual XML by another reader', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheetOf('')}`;
    expect(await code(book(laughs))).toBe('FILE_BROKEN');
    const ns = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const prefixed = `<x:worksheet ${ns}><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Họ tên</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const workbook = await readTables(book(prefixed), 'ds.xlsx');
    expect(workbook.sheets[0]?.rows[0]?.cells[0]).toBe('Họ tên');
  });

  it('answers a cancel', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [['Họ và tên'], ['Lê An']] }] });
    expect(await code(bytes, 'ds.xlsx', { signal: AbortSignal.abort() })).toBe('CANCELLED');
  });

  // Read in squared time, any of these would take hours.
  it('comes to an end on markup that never closes', async () => {
    await code(strToU8(`<table>${'<'.repeat(300_000)}`), 'ds.xls');
    await code(strToU8(`<table>${'<td rowspan=60000 colspan=60000>'.repeat(3000)}`), 'ds.xls');
    await code(book(sheetOf('<row r="1"></row>'.repeat(200_000))), 'ds.xlsx');
    await code(book(sheetOf(`<row r="1">${'<c r="A1"><f>1</f></c>'.repeat(100_000)}</row>`)), 'ds.xlsx');
  }, 60_000);

  it('survives a package whose parts are packed wrongly', async () => {
    const zip = book(sheetOf(''));
    const noise = deflateRawSync(Buffer.from('x'.repeat(1000)));
    for (let at = 60; at < zip.length - 60; at += 41) {
      const copy = zip.slice();
      copy.set(noise.subarray(0, 6), at);
      expect(await code(copy)).toMatch(
        /^(FILE_BROKEN|FILE_EMPTY|FILE_TOO_LARGE|FILE_ENCRYPTED|FILE_NOT_TABLE)$/,
      );
    }
  });
});
