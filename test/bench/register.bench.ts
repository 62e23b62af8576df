/** Finding in the register at 100,000 members with 300,000 dated facts: lists in every order, filters, searches, one person. */
import { performance } from 'node:perf_hooks';
import { randomFrom } from '../../electron/demo/people';
import type { InputOf } from '../../shared/contract';
import { MEMBER_SORTS } from '../../shared/contract/members';
import { fold } from '../../shared/text/fold';
import { makeBigRegister } from './bigRegister';
import { distinctPeople } from './list';
import { type BenchRow, limitRow, percentile } from './row';
import { call, open } from './tasks';
import type { Workshop } from './workshop';

const PEOPLE = 100_000;
const FACTS = 300_000;
const PAGE = 100;
/** Each question counts by its fastest pass: on a shared machine another program interrupts some. */
const PASSES = 3;
type List = InputOf<'members.list'>;
type Question = { name: string; input: List };

/** Every order from the first, the middle and the last rows. */
function lists(): Question[] {
  return MEMBER_SORTS.flatMap((sort) =>
    [0, 40_000, 79_000].flatMap((offset) =>
      [false, true].map((descending) => ({
        name: `${sort} ${offset} ${descending ? 'down' : 'up'}`,
        input: { sort, offset, descending, limit: PAGE },
      })),
    ),
  );
}

type Leaf = { field: string; op: string; values: (string | number | boolean)[] };
const asked = (name: string, items: Leaf[], more: List = {}): Question => ({
  name,
  input: { conditions: { match: 'all', items } as never, limit: PAGE, ...more },
});

/** The drawer's conditions, every kind of comparison, and combinations as offices save them. */
function filters(): Question[] {
  const one = (field: string, op: string, ...values: Leaf['values']) =>
    asked(`${field} ${op}`, [{ field, op, values }]);
  return [
    { name: 'department', input: { departmentIds: [3], limit: PAGE } },
    { name: 'three departments', input: { departmentIds: [2, 3, 4], limit: PAGE } },
    { name: 'gender', input: { genders: ['female'], limit: PAGE } },
    { name: 'ages', input: { ageFrom: 25, ageTo: 55, limit: PAGE } },
    { name: 'without card', input: { missing: 'cardNo', limit: PAGE } },
    { name: 'not active', input: { statuses: ['retired', 'left'], limit: PAGE } },
    { name: 'joined', input: { joinedFrom: '2015', joinedTo: '2016', limit: PAGE } },
    one('jobTitle', 'contains', 'điều'),
    one('jobTitle', 'isNot', 'Bác sĩ'),
    one('birthMonth', 'in', '03'),
    one('age', 'atLeast', 50),
    one('unionYears', 'between', 5, 10),
    one('hireDate', 'between', '2010', '2012'),
    one('education', 'empty'),
    one('contractType', 'notEmpty'),
    one('unionJoinDate', 'is', '2015'),
    one('fullName', 'contains', 'hoa'),
    one('phone', 'startsWith', '091'),
    one('note', 'contains', 'a'),
    one('hometown', 'contains', 'mường'),
    asked('combined', [
      { field: 'gender', op: 'in', values: ['female'] },
      { field: 'age', op: 'atLeast', values: [50] },
      { field: 'jobTitle', op: 'contains', values: ['sĩ'] },
      { field: 'department', op: 'in', values: [2, 3] },
    ]),
    asked('combined by birth date', [{ field: 'gender', op: 'in', values: ['male'] }], { sort: 'birthDate' }),
    asked('with a search', [{ field: 'gender', op: 'in', values: ['female'] }], { search: 'nguyen' }),
  ];
}

/** What people type: names with and without tones, two words, beginnings, one word, initials, tails of numbers. */
function searches(count: number): Question[] {
  const people = distinctPeople(PEOPLE);
  const random = randomFrom(7);
  return Array.from({ length: count }, (_, at) => {
    const person = people[Math.floor(random() * people.length)]!;
    const words = fold(person.fullName).split(' ');
    const last = words.at(-1)!;
    const ways = [
      words.join(' '),
      person.fullName,
      `${words[0]} ${last}`,
      words.map((word) => word.slice(0, 2)).join(' '),
      last,
      words.map((word) => word[0]).join(''),
      person.phone.slice(-5),
      person.idNumber.slice(-6),
    ];
    const search = ways[at % ways.length]!;
    return { name: search, input: { search, limit: PAGE } };
  });
}

export async function run(shop: Workshop): Promise<BenchRow[]> {
  const places = shop.places('big');
  await makeBigRegister(places, PEOPLE, FACTS);
  const core = await open(places);
  try {
    const p99 = async (title: string, questions: readonly { name: string; ask(): Promise<unknown> }[]) => {
      const best = questions.map(() => Number.POSITIVE_INFINITY);
      for (let pass = 0; pass < PASSES; pass++)
        for (const [at, question] of questions.entries()) {
          const begun = performance.now();
          await question.ask();
          best[at] = Math.min(best[at]!, performance.now() - begun);
        }
      const slow = [...best.entries()].sort((a, b) => b[1] - a[1]).slice(0, 5);
      shop.say(
        `${title}: p50 ${percentile(best, 0.5).toFixed(1)} ms; slowest ${slow.map(([at, ms]) => `${questions[at]!.name} ${ms.toFixed(1)}`).join(', ')}`,
      );
      return percentile(best, 0.99);
    };
    const listed = (questions: readonly Question[]) =>
      questions.map(({ name, input }) => ({ name, ask: () => call(core, 'members.list', input) }));
    const ids = (await call(core, 'members.ids', {})).ids;
    const person = (name: string, ask: (id: number) => Promise<unknown>) =>
      Array.from({ length: 200 }, (_, at) => ({ name, ask: () => ask(ids[at * 397]!) }));
    const at = `at ${PEOPLE.toLocaleString('en')} members, ${FACTS.toLocaleString('en')} facts`;
    return [
      limitRow(`register: a page of the list ${at}, p99`, 'ms', await p99('lists', listed(lists())), 50),
      limitRow(`register: a filtered list ${at}, p99`, 'ms', await p99('filters', listed(filters())), 50),
      limitRow(`register: a search ${at}, p99`, 'ms', await p99('searches', listed(searches(400))), 50),
      limitRow(
        `register: opening a person ${at}, p99`,
        'ms',
        await p99(
          'person',
          person('person', async (id) => {
            await call(core, 'members.get', { id });
            await call(core, 'members.timeline', { id });
          }),
        ),
        20,
      ),
      limitRow(
        `register: ids of everyone listed ${at}`,
        'ms',
        await p99('ids', [{ name: 'all', ask: () => call(core, 'members.ids', {}) }]),
        null,
      ),
    ];
  } finally {
    await core.close();
  }
}
