/** Lists typed in different old fonts, one under the other. */
import { describe, expect, it } from 'vitest';
import { eachRow, type RawCell, type RawSheet, readWorkbook } from '../../shared/domain/import';
import { toTcvn3, toVni } from '../generators/oldEncodings';

const NAMES = [
  'Nguyễn Thị Ánh',
  'Trần Văn Bắc',
  'Lê Thị Cúc',
  'Phạm Thị Dương',
  'Đỗ Văn Được',
  'Hoàng Thị Ngọc Huyền',
  'Vũ Đức Thắng',
  'Bùi Thị Nguyệt',
  'Đặng Quốc Việt',
  'Ngô Thị Hường',
];
const HEADER = ['STT', 'Họ và tên', 'Ngày sinh', 'Khoa, phòng', 'Điện thoại'];
type Write = (text: string) => string;

function list(write: Write, from: number, header = true): RawCell[][] {
  const people = NAMES.map((name, at) => [
    String(at + 1),
    write(`${name} ${['Một', 'Hai'][from]}`),
    `1${at % 9}/0${1 + (at % 8)}/198${at}`,
    write('Khoa Nội tổng hợp'),
    `09123456${from}${at}`,
  ]);
  return header ? [HEADER.map(write), ...people] : people;
}
function sheetOf(rows: RawCell[][]): RawSheet {
  return {
    name: 'DS',
    hidden: false,
    rows: rows.map((cells, at) => ({ line: at + 1, cells })).filter(({ cells }) => cells.length > 0),
    merges: [],
    legacyFonts: {},
  };
}
const book = (rows: RawCell[][]) => ({
  kind: 'xlsx' as const,
  fileName: 'ds.xlsx',
  notes: [],
  sheets: [sheetOf(rows)],
});
function read(rows: RawCell[][]) {
  const reading = readWorkbook(book(rows));
  const people = reading.tables.flatMap((table) => [
    ...eachRow({ ...table, sheets: reading.sheets }, table.columns, { today: '2026-11-22' }),
  ]);
  return { reading, names: people.map(({ values }) => values.fullName), people };
}
const both = ['Một', 'Hai'].flatMap((tail) => NAMES.map((name) => `${name} ${tail}`));
const plain: Write = (text) => text;

describe('two lists in one column of a sheet', () => {
  it.each([
    ['VNI over TCVN3', toVni, toTcvn3],
    ['TCVN3 over VNI', toTcvn3, toVni],
    ['VNI over Unicode', toVni, plain],
    ['Unicode over TCVN3', plain, toTcvn3],
  ])('%s: each list is read in its own font', (_, upper, lower) => {
    const { reading, names, people } = read([...list(upper, 0), [], ...list(lower, 1)]);
    expect(reading.tables).toHaveLength(2);
    expect(names).toEqual(both);
    expect(new Set(people.map(({ values }) => values.department))).toEqual(new Set(['Khoa Nội tổng hợp']));
    expect(reading.tables.every(({ chosen }) => chosen)).toBe(true);
  });

  it('says so when one list is typed in two fonts without a header between them', () => {
    const { reading, people } = read([...list(toVni, 0), ...list(toTcvn3, 1, false)]);
    expect(people).toHaveLength(20);
    expect(reading.main.notes).toContainEqual({ kind: 'mixed-fonts', details: { column: 'B' } });
  });

  it('says nothing of the kind about one font', () => {
    for (const write of [plain, toVni, toTcvn3])
      expect(read(list(write, 0)).reading.main.notes.map(({ kind }) => kind)).not.toContain('mixed-fonts');
  });
});
