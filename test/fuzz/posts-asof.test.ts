/** Posts as of a day against a naive replay: random terms, committees, beginnings and ends. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../shared/domain/dateMath';
import { openTestCore } from '../helpers/core';

const FIRST = '2015-01-01';
const day = fc.integer({ min: 0, max: 6000 }).map((n) => addDays(FIRST, n));
const post = fc.record({
  term: fc.nat({ max: 2 }),
  person: fc.nat({ max: 30 }),
  from: day,
  lasts: fc.option(fc.integer({ min: 1, max: 2500 })),
});
const terms = ['2015-03-01', '2020-10-20', '2025-10-28'];

it('answers who is in post on any day as a replay of the facts would', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(post, { minLength: 1, maxLength: 14, selector: (one) => `${one.term}:${one.person}` }),
      fc.array(day, { minLength: 4, maxLength: 8 }),
      async (posts, days) => {
        const t = await openTestCore();
        try {
          const committees: number[] = [];
          for (const startsOn of terms) {
            const term = await t.invoke('organisation.saveTerm', { startsOn, chairName: 'Người ký' });
            const committee = { termId: term.id, kind: 'executive', name: 'Ban chấp hành' } as const;
            committees.push((await t.invoke('organisation.saveCommittee', committee)).id);
          }
          for (const { term, person, from, lasts } of posts)
            await t.invoke('organisation.savePost', {
              committeeId: committees[term]!,
              personName: `Người ${person}`,
              role: 'member',
              title: 'Ủy viên',
              fromDate: from,
              how: 'congress',
              endedOn: lasts === null ? null : addDays(from, lasts),
            });
          for (const on of [...days, ...terms, ...terms.map((start) => addDays(start, -1))]) {
            const expected = posts.filter(({ term, from, lasts }) => {
              const next = terms[term + 1];
              const ended = lasts !== null && addDays(from, lasts) <= on;
              return from <= on && !ended && (next === undefined || on < next);
            });
            const { rows } = await t.invoke('organisation.officers', { asOf: on });
            const held = rows.flatMap((row) => row.posts.map((one) => `${row.name} ${one.fromDate}`));
            expect(held.sort()).toEqual(expected.map((one) => `Người ${one.person} ${one.from}`).sort());
          }
        } finally {
          await t.close();
        }
      },
    ),
    { numRuns: 8 },
  );
}, 120_000);
