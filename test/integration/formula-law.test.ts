/**
 * Nothing typed by anybody becomes a formula in a file the program writes: one law for all exporters. Workbooks are
 * written by one adapter and CSV by another, which the first test sees to; the second gives both every beginning that
 * a spreadsheet runs; the third poisons a register and reads back what is exported.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeCsv } from '../../electron/documents/spreadsheets/csv';
import { writeWorkbook } from '../../electron/documents/spreadsheets/workbook';
import { openTestCore, type TestCore } from '../helpers/core';

const POISON = [
  '=1+1',
  "=cmd|'/C calc'!A0",
  '+1+cmd|calc',
  '-2+3+cmd|calc',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '|calc',
  '%0A=1',
  '＝1+1',
  '＋1+x',
  '－1+x',
  '＠SUM(A1)',
  "'=1+1",
  '=HYPERLINK("http://x.invalid","Bấm")',
  '"=1+1',
  ';=1+1',
];
/** What a spreadsheet would run at the beginning of a cell. */
const RUNS = /^[=+\-@\t\r|%＝＋－＠]/;
const NUMBER = /^[+-]\d[\d .,]*$/;

const sources = readdirSync('electron', { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts') && !file.startsWith('demo'));

it('only the two adapters write tables', () => {
  const writers = sources.filter((file) => {
    const text = readFileSync(join('electron', file), 'utf8');
    return /\bwriteXlsx(?:Stream)?\b|from 'hucre\/xlsx'|Papa\.unparse|XLSX\.write|utils\.(?:json|aoa)_to_/.test(
      text,
    );
  });
  const lines = sources.filter((file) =>
    /\.join\((?:'[,;\\t]'|"[,;]"|separator)\)[^\n]*\r?\n?[^\n]*\\r\\n/.test(
      readFileSync(join('electron', file), 'utf8'),
    ),
  );
  expect(writers.filter((file) => !file.includes(join('documents', 'tables')))).toEqual([
    join('documents', 'spreadsheets', 'workbook.ts'),
  ]);
  expect(lines.filter((file) => file !== join('documents', 'spreadsheets', 'csv.ts'))).toEqual([]);
});

/** Every formula of a workbook, and every cell that is no plain text, number or date. */
function formulasOf(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  return Object.entries(parts).flatMap(([name, content]) => {
    if (!/^xl\/worksheets\/.*\.xml$/.test(name)) return [];
    const xml = strFromU8(content);
    const found = xml.match(/<f[ >][^<]*|<c [^>]*t="(?:str|e)"[^>]*>|<hyperlink [^>]*>/g) ?? [];
    return found.map((one) => `${name}: ${one.slice(0, 120)}`);
  });
}

const cellsOf = (text: string, delimiter = ''): string[] =>
  Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter }).data.flat();

const columns = (['text', 'date', 'partial-date', 'number', 'money'] as const).map((type) => ({
  key: type,
  title: `=${type}`,
  width: 10,
  type,
}));
const rows = POISON.map((text) => Object.fromEntries(columns.map(({ key }) => [key, text])));

it('both adapters keep every beginning of a formula as text', async () => {
  const book = await writeWorkbook({ sheets: [{ name: '=1+1', title: '=2+2', columns, rows }] });
  expect(formulasOf(book)).toEqual([]);
  for (const separator of [',', ';', '\t']) {
    const text = Buffer.from(writeCsv({ columns, rows }, separator))
      .toString('utf8')
      .replace(/^\ufeff/, '');
    const running = cellsOf(text, separator).filter((cell) => RUNS.test(cell) && !NUMBER.test(cell));
    expect(running, JSON.stringify(separator)).toEqual([]);
  }
});

let store: TestCore;
beforeAll(async () => {
  store = await openTestCore();
  for (const [at, fullName] of POISON.entries()) {
    const typed = { fullName, address: fullName, note: fullName, jobTitle: fullName } as const;
    const reply = await store.raw('members.create', { ...typed, cardNo: `CD${at}` });
    if (!reply.ok) await store.raw('members.create', { fullName: `Lê ${at}`, note: fullName });
  }
});
afterAll(() => store.close());

it('a poisoned register comes out as text', async () => {
  const columns = ['fullName', 'note', 'address'];
  const book = await store.job('members.exportList', { columns } as never);
  expect(formulasOf(new Uint8Array(readFileSync(store.core.files.outgoing(book.token).path)))).toEqual([]);
  const list = await store.job('members.exportList', { columns, format: 'csv' } as never);
  const text = readFileSync(store.core.files.outgoing(list.token).path, 'utf8');
  expect(cellsOf(text).filter((cell) => RUNS.test(cell) && !NUMBER.test(cell))).toEqual([]);
}, 120_000);
