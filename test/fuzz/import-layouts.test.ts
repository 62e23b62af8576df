import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../electron/documents/tables';
import { applyMapping, interpret, linkWithinFile, type MemberFields } from '../../shared/domain/import';
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
          const { rows } = await read(made.bytes, made.fileName);
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
        const fixed = { name: 'whole', birth: 'one', sex: 'words', place: 'column', columns } as const;
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
});
