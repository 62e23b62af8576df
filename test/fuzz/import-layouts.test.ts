import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../electron/documents/tables';
import {
  applyMapping,
  eachRow,
  interpret,
  linkWithinFile,
  type MemberFields,
  type RawSheet,
  readWorkbook,
} from '../../shared/domain/import';
import { type ListLayout, makeLayout, makeList } from '../generators/memberLists';
import { makePeople, Random } from '../generators/people';

async function read(bytes: Uint8Array, fileName: string) {
  const interpretation = interpret(await readTables(bytes, fileName));
  return {
    interpretation,
    rows: applyMapping(interpretation, interpretation.columns, { today: '2026-11-22' }),
  };
}

const filled = (values: Partial<MemberFields>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));

describe('member lists in layouts nobody drew up beforehand', () => {
  it('gives exactly the people the list was made of', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.integer({ min: 8, max: 60 }),
        async (seed, count) => {
          const random = new Random(seed);
          const made = await makeList(random, makePeople(random, count), makeLayout(random));
          const { rows, interpretation } = await read(made.bytes, made.fileName);
          expect(interpretation.notes.map(({ kind }) => kind)).not.toContain('mixed-fonts');
          expect(rows.map((row) => filled(row.values))).toEqual(made.expected);
          expect(rows.flatMap((row) => row.problems)).toEqual([]);
        },
      ),
      { numRuns: Number(process.env.IMPORT_RUNS ?? 120) },
    );
  }, 120_000);

  it('gives the same register for the same people in two layouts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
        const random = new Random(seed);
        const people = makePeople(random, 30);
        const columns: ListLayout['columns'] = [
          'stt',
          'fullName',
          'gender',
          'birthDate',
          'department',
          'idNumber',
          'cardNo',
          'phone',
        ];
        const fixed = {
          clears: false,
          name: 'whole',
          birth: 'one',
          sex: 'words',
          place: 'column',
          columns,
        } as const;
        const one = await makeList(random, people, makeLayout(random, { ...fixed, format: 'xlsx' }));
        const other = await makeList(
          random,
          people,
          makeLayout(random, { ...fixed, columns: [...columns].reverse() }),
        );
        const register = async (list: typeof one) =>
          linkWithinFile((await read(list.bytes, list.fileName)).rows).people.map((person) =>
            filled(person.values),
          );
        expect(await register(other)).toEqual(await register(one));
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('gives the same register for one list and for the same people over several sheets and lists', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
        const random = new Random(seed);
        const people = makePeople(random, random.int(24, 60));
        const whole = makeLayout(random, { clears: false, place: 'column', format: 'xlsx' });
        const one = await makeList(random, people, whole);
        const parts = cut(random, people);
        const stacked = random.chance(0.5);
        const fixed = {
          clears: false,
          place: 'column',
          format: 'xlsx',
          columns: whole.columns,
          name: whole.name,
          birth: whole.birth,
          sex: whole.sex,
        } as const;
        const books = await Promise.all(
          parts.map((part) => makeList(random, part, makeLayout(random, fixed))),
        );
        const sheets = await Promise.all(
          books.map(async (book) => (await readTables(book.bytes, book.fileName)).sheets[0]!),
        );
        const several = {
          kind: 'xlsx' as const,
          fileName: 'ds.xlsx',
          notes: [],
          sheets: stacked
            ? [below(sheets)]
            : sheets.map((sheet, at) => ({ ...sheet, name: `Trang ${at + 1}` })),
        };
        const reading = readWorkbook(several);
        const rows = reading.tables.flatMap((table) => [
          ...eachRow({ ...table, sheets: reading.sheets }, table.columns, {
            today: '2026-11-22',
            lineBase: table.part * 1e7,
          }),
        ]);
        const register = (all: typeof rows) =>
          linkWithinFile(all)
            .people.map((person) =>
              JSON.stringify(filled(person.values), Object.keys(filled(person.values)).sort()),
            )
            .sort();
        expect(register(rows)).toEqual(register((await read(one.bytes, one.fileName)).rows));
      }),
      { numRuns: Number(process.env.IMPORT_RUNS ?? 60) },
    );
  }, 120_000);
});

/** The people cut into two to four portions of at least six. */
function cut<T>(random: Random, people: readonly T[]): T[][] {
  const parts: T[][] = [];
  let rest = [...people];
  while (rest.length >= 12 && parts.length < 3) {
    const size = random.int(6, rest.length - 6);
    parts.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return [...parts, rest];
}

/** The sheets one under the other, as somebody pastes them together. */
function below(sheets: readonly RawSheet[]): RawSheet {
  const all: RawSheet = { name: 'DS', hidden: false, rows: [], merges: [], legacyFonts: {} };
  for (const sheet of sheets) {
    const from = (all.rows[all.rows.length - 1]?.line ?? 0) + 1;
    all.rows.push(...sheet.rows.map((row) => ({ ...row, line: row.line + from })));
    all.merges.push(
      ...sheet.merges.map((merge) => ({
        ...merge,
        fromLine: merge.fromLine + from,
        toLine: merge.toLine + from,
      })),
    );
  }
  return all;
}
