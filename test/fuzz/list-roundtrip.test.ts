/** Lists that leave the program come back the same: no text is harmed, none becomes a formula. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MemberExportRow,
  memberListCsv,
  memberListWorkbook,
} from '../../electron/documents/spreadsheets/memberList';
import { readTables } from '../../electron/documents/tables';
import type { RawCell } from '../../shared/domain/import/raw';
import { disarm, rearm } from '../../shared/text/disarm';

const AWKWARD = [
  '+84 912 345 678',
  '+84912345678',
  '-5',
  "'Nguyễn",
  "''+1",
  "'=1+1",
  '=HYPERLINK("http://x";"y")',
  '@SUM(A1)',
  '-2+3+cmd|" /C calc"!A0',
  '0912345678',
  '001189004567',
  'a;b',
  'a,b',
  'a"b',
  '"',
  'Dòng một\nDòng hai',
  "H'Nguyệt Niê Kđăm",
  'Số 4/12',
  '1e5',
  'TRUE',
  '12/05',
];
const text = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc
    .string({ unit: fc.constantFrom(...'=+-@\'"|;,\t 0129aĐừếẰọ(/.%'), minLength: 1, maxLength: 12 })
    .map((value) => value.normalize('NFC').trim())
    .filter((value) => value !== ''),
);
const row = fc.record({ fullName: text, phone: text, address: text, note: text });
const COLUMNS = ['fullName', 'phone', 'address', 'note'] as const;

const plain = (cell: RawCell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' && 'value' in cell ? String(cell.value) : String(cell);
};

async function readBack(bytes: Uint8Array, name: string): Promise<string[][]> {
  const { sheets } = await readTables(bytes, name);
  const rows = sheets[0]!.rows.map(({ cells }) => cells.map(plain));
  const head = rows.findIndex((cells) => cells.includes('Họ và tên'));
  return rows
    .slice(head + 1)
    .map((cells) => COLUMNS.map((_, i) => (cells[i + 1] ?? '').replace(/\r\n/g, '\n')));
}

const asTexts = (rows: readonly MemberExportRow[]) =>
  rows.map((one) => COLUMNS.map((key) => String(one[key])));

describe('disarming', () => {
  it('leaves nothing that a spreadsheet runs, and every text comes back', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (value) => {
        const safe = disarm(value);
        expect(rearm(safe)).toBe(value);
        expect(/^[=@\t\r\n|%]/.test(safe) || (/^[+-]/.test(safe) && !/^[+-][\d .,]+$/.test(safe))).toBe(
          false,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('does not touch phone numbers, signed numbers and words in apostrophes', () => {
    for (const value of ['+84 912 345 678', '-5', '+1.000', "'Nguyễn", "H'Nguyệt"])
      expect(disarm(value)).toBe(value);
  });
});

describe('a list out and in again', () => {
  it.each([';', ','])('is equal as CSV with %s between the columns', async (separator) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 6 }), async (rows) => {
        const bytes = memberListCsv({ columns: COLUMNS, rows }, separator);
        expect(await readBack(bytes, 'list.csv')).toEqual(asTexts(rows));
      }),
      { numRuns: 150 },
    );
  });

  it('is equal as XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const bytes = await memberListWorkbook({
          unitName: 'CĐCS',
          asOf: '2026-11-20',
          columns: COLUMNS,
          rows,
        });
        expect(await readBack(bytes, 'list.xlsx')).toEqual(asTexts(rows));
      }),
      { numRuns: 60 },
    );
  });
});
