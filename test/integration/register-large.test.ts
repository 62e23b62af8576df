/** Lists of a register so large that pages are walked off an index: the same people in the same order as read plainly. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { fold } from '../../shared/text/fold';
import { openTestCore, type TestCore } from '../helpers/core';

const PEOPLE = 24_000;
const TODAY = '2026-11-22';
interface Person {
  id: number;
  status: string;
  sort_key: string;
  gender: string;
  birth_date: string | null;
  address: string | null;
  job_title: string;
  retired: string | null;
  name_key: string;
  name_tones: string;
  shot: string | null;
  word: string | null;
  size: number | null;
}
let store: TestCore;
let people: Person[];

beforeAll(async () => {
  store = await openTestCore({ clock: () => new Date(`${TODAY}T03:00:00Z`) });
  await store.invoke('members.create', { fullName: 'Trần Văn Mẫu', unionJoinDate: '2001' });
  const db = new Database(join(store.dir, 'so-cong-doan.db'));
  db.pragma('synchronous = OFF');
  const columns = `unit_id, given_name, name_tones, union_join_date, created_at, updated_at`;
  db.exec(`BEGIN;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${PEOPLE})
    INSERT INTO member (uid, full_name, sort_key, name_key, gender, birth_date, address, job_title, ${columns})
    SELECT 'u' || i, 'Người ' || i, printf('%05d', i * 7919 % 24001), 'nguoi ' || i, iif(i % 3, 'female', 'male'),
      CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN '19' || (60 + i % 40) ELSE '19' || (60 + i % 40) || '-11-' || (10 + i % 19) END,
      iif(i % 50, 'Bản ' || (i % 900) || ', xã Mường Lay', NULL), CASE i % 4 WHEN 0 THEN 'Bác sĩ' ELSE 'Điều dưỡng' END, ${columns}
    FROM n, member WHERE uid NOT LIKE 'u%';
    INSERT INTO member_fact (member_id, kind, on_date, created_at, updated_at)
    SELECT id, 'retired', '20' || (10 + id % 15) || '-06-15', 'x', 'x' FROM member WHERE id % 6 = 0;
    UPDATE member SET status = 'retired' WHERE id % 6 = 0;
    UPDATE member SET name_key = 'co ' || id, name_tones = iif(id % 20, 'co ', 'cò ') || id WHERE id % 10 = 0;
    INSERT INTO member_search (rowid, name, initials, codes) SELECT id, name_key, '', '' FROM member WHERE uid LIKE 'u%';
    INSERT INTO extra_field (id, unit_id, label, label_key, kind, choices_json, position, created_at) VALUES
      (1, 1, 'Tiêm', 'tiem', 'choice', '["Có rồi","Chưa"]', 1, 'x'), (2, 1, 'Ghi', 'ghi', 'text', '[]', 2, 'x'),
      (3, 1, 'Cỡ', 'co', 'number', '[]', 3, 'x');
    INSERT INTO extra_value (member_id, field_id, value, folded)
    SELECT id, 1, iif(id % 2, 'Có rồi', 'Chưa'), iif(id % 2, 'co roi', 'chua') FROM member WHERE id % 7;
    INSERT INTO extra_value (member_id, field_id, value, folded)
    SELECT id, 2, v, v FROM (SELECT id, iif(id % 3, 'nb' || id, 'quan-' || iif(id % 2, 'nba ', 'xnb ') || id) AS v FROM member);
    INSERT INTO extra_value (member_id, field_id, value, number, folded) SELECT id, 3, id % 40, id % 40, id % 40 FROM member WHERE id % 4;
    COMMIT`);
  people = db
    .prepare(
      `SELECT m.*, (SELECT on_date FROM member_fact f WHERE f.member_id = m.id AND f.kind = 'retired') AS retired,
         (SELECT folded FROM extra_value x WHERE x.member_id = m.id AND field_id = 1) AS shot,
         (SELECT folded FROM extra_value x WHERE x.member_id = m.id AND field_id = 2) AS word,
         (SELECT number FROM extra_value x WHERE x.member_id = m.id AND field_id = 3) AS size FROM member m`,
    )
    .all() as Person[];
  db.close();
}, 120_000);
afterAll(() => store.close());

const age = (born: string) => {
  const whole = `${born}-01-01`.slice(0, 10);
  return Number(TODAY.slice(0, 4)) - Number(whole.slice(0, 4)) - (TODAY.slice(5) < whole.slice(5) ? 1 : 0);
};
type Leaf = { field: string; op: string; values: (string | number)[] };
const of = (...items: Leaf[]): InputOf<'members.list'> => ({
  conditions: { match: 'all', items } as never,
  statuses: ['active'],
});
const active = (test: (p: Person) => boolean) => (p: Person) => p.status === 'active' && test(p);
const CASES: [string, InputOf<'members.list'>, (p: Person) => boolean][] = [
  [
    'ages',
    of({ field: 'age', op: 'atLeast', values: [50] }),
    active((p) => p.birth_date !== null && age(p.birth_date) >= 50),
  ],
  [
    'youngest',
    of({ field: 'age', op: 'atMost', values: [41.5] }),
    active((p) => p.birth_date !== null && age(p.birth_date) <= 41),
  ],
  [
    'between',
    of({ field: 'age', op: 'between', values: [40, 45] }),
    active((p) => p.birth_date !== null && age(p.birth_date) >= 40 && age(p.birth_date) <= 45),
  ],
  [
    'a text most have',
    of({ field: 'address', op: 'contains', values: ['muong'] }),
    active((p) => p.address !== null),
  ],
  [
    'a text many have',
    of({ field: 'address', op: 'contains', values: ['ban 1'] }),
    active((p) => p.address?.startsWith('Bản 1') ?? false),
  ],
  [
    'a text few have',
    of({ field: 'address', op: 'contains', values: ['ban 19,'] }),
    active((p) => p.address?.startsWith('Bản 19,') ?? false),
  ],
  [
    'not a text',
    of({ field: 'address', op: 'isNot', values: ['Bản 7, xã Mường Lay'] }),
    active((p) => p.address !== 'Bản 7, xã Mường Lay'),
  ],
  [
    'a fact many have',
    { ...of({ field: 'goneOn', op: 'notEmpty', values: [] }), statuses: [] },
    (p) => p.retired !== null,
  ],
  [
    'a fact many lack',
    { ...of({ field: 'goneOn', op: 'empty', values: [] }), statuses: [] },
    (p) => p.retired === null,
  ],
  ['a choice', { genders: ['female'], statuses: ['active', 'retired'] }, (p) => p.gender === 'female'],
  ['a number lacking', { missing: 'idNumber', statuses: ['active'] }, active(() => true)],
  [
    'two together',
    of(
      { field: 'jobTitle', op: 'isNot', values: ['Bác sĩ'] },
      { field: 'birthDate', op: 'empty', values: [] },
    ),
    active((p) => p.job_title !== 'Bác sĩ' && p.birth_date === null),
  ],
  [
    'a past day',
    { asOf: '2016-01-01', statuses: ['active'] },
    (p) => p.retired === null || p.retired > '2016-01-01',
  ],
  [
    'women on a past day',
    { asOf: '2016-01-01', genders: ['female'], statuses: ['retired'] },
    (p) => p.gender === 'female' && p.retired !== null && p.retired <= '2016-01-01',
  ],
  [
    'an own choice',
    of({ field: 'extra:1', op: 'is', values: ['Có rồi'] }),
    active((p) => p.shot === 'co roi'),
  ],
  [
    'not an own choice',
    of({ field: 'extra:1', op: 'isNot', values: ['Chưa'] }),
    active((p) => p.shot !== 'chua'),
  ],
  ['an own word', of({ field: 'extra:2', op: 'contains', values: ['nb'] }), active(() => true)],
  [
    'an own number and more',
    of(
      { field: 'extra:3', op: 'atLeast', values: [9] },
      { field: 'extra:1', op: 'notEmpty', values: [] },
      { field: 'birthDate', op: 'notEmpty', values: [] },
    ),
    active((p) => (p.size ?? 0) >= 9 && p.shot !== null && p.birth_date !== null),
  ],
  [
    'an own number lacking',
    of({ field: 'extra:3', op: 'empty', values: [] }),
    active((p) => p.size === null),
  ],
  [
    'an own number on a past day',
    { ...of({ field: 'extra:3', op: 'atMost', values: [20] }), asOf: '2016-01-01' },
    (p) => p.size !== null && p.size <= 20 && (p.retired === null || p.retired > '2016-01-01'),
  ],
  [
    'one or the other',
    {
      statuses: ['active'],
      conditions: {
        match: 'all',
        items: [
          { field: 'gender', op: 'in', values: ['female'] },
          {
            match: 'any',
            items: [
              { field: 'extra:1', op: 'is', values: ['Chưa'] },
              { field: 'extra:3', op: 'atLeast', values: [30] },
            ],
          },
          { match: 'all', items: [{ field: 'extra:1', op: 'isNot', values: ['Có rồi'] }] },
        ],
      },
    },
    active((p) => p.gender === 'female' && p.shot !== 'co roi' && (p.shot === 'chua' || (p.size ?? 0) >= 30)),
  ],
];

/** By the column, nothing first; then by name. */
const ordered = (rows: Person[], column: 'birth_date' | 'job_title' | null) => {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...rows].sort(
    (a, b) =>
      (column === null ? 0 : compare(a[column] ?? '', b[column] ?? '')) ||
      compare(a.sort_key, b.sort_key) ||
      a.id - b.id,
  );
};
const SORTS = [
  ['name', null],
  ['birthDate', 'birth_date'],
  ['jobTitle', 'job_title'],
] as const;

it.each(CASES)('%s: every page holds whom it should', async (_, input, test) => {
  for (const [sort, column] of SORTS) {
    const wanted = ordered(people.filter(test), column).map((p) => p.id);
    expect(wanted.length).toBeGreaterThan(0);
    for (const offset of [
      0,
      7,
      Math.floor(wanted.length / 2),
      Math.max(0, wanted.length - 5),
      wanted.length,
    ]) {
      const page = await store.invoke('members.list', { ...input, sort, offset, limit: 20 });
      expect(page.total).toBe(wanted.length);
      expect(page.rows.map((row) => row.id)).toEqual(wanted.slice(offset, offset + 20));
    }
  }
});

const SEARCHES: [string, InputOf<'members.list'>, (p: Person) => boolean][] = [
  ['co', { statuses: [] }, (p) => p.name_key.startsWith('co ') || p.shot === 'co roi'],
  ['cò', { statuses: ['active'] }, active((p) => p.name_key.startsWith('co ') || p.shot === 'co roi')],
  ['rồi co', { genders: ['male'], statuses: [] }, (p) => p.gender === 'male' && p.shot === 'co roi'],
  ['nb', { statuses: [] }, (p) => !p.word?.includes('xnb')],
  [
    'co',
    { ...of({ field: 'extra:3', op: 'atLeast', values: [9] }), asOf: '2016-01-01' },
    (p) =>
      (p.name_key.startsWith('co ') || p.shot === 'co roi') &&
      (p.size ?? 0) >= 9 &&
      (p.retired === null || p.retired > '2016-01-01'),
  ],
];
it.each(SEARCHES)(
  '“%s” finds by names and own values, names that hold it first',
  async (search, input, test) => {
    const found = people.filter(test);
    expect(found.length).toBeGreaterThan(0);
    const words = search.split(' ');
    const whole = (p: Person) =>
      p.name_key.split(' ').filter((word) => words.some((w) => fold(w) === word)).length;
    const exact = (p: Person) => (search === 'cò' && p.name_tones.startsWith('cò ') ? 1 : 0);
    for (const [sort, column, descending] of [
      ['name', null, false],
      ['name', null, true],
      ['birthDate', 'birth_date', false],
      ['status', 'status', false],
    ] as const) {
      const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
      const wanted = [...found].sort(
        (a, b) =>
          (column === null
            ? exact(b) - exact(a) || whole(b) - whole(a)
            : compare(a[column] ?? '', b[column] ?? '')) ||
          compare(a.sort_key, b.sort_key) * (descending ? -1 : 1) ||
          a.id - b.id,
      );
      for (const offset of [0, 7, Math.floor(wanted.length / 2), wanted.length - 5]) {
        const page = await store.invoke('members.list', {
          ...input,
          search,
          sort,
          descending,
          offset,
          limit: 20,
        });
        expect(page.total).toBe(wanted.length);
        expect(page.rows.map((row) => row.id)).toEqual(wanted.slice(offset, offset + 20).map((p) => p.id));
      }
    }
  },
);

it('shows children and couples of the day, page by page, as a plain reading does', async () => {
  const file = new Database(join(store.dir, 'so-cong-doan.db'));
  file.exec(`BEGIN;
    INSERT INTO child (uid, unit_id, full_name, given_name, sort_key, name_key, birth_date, created_at, updated_at)
    SELECT 'c' || id, 1, full_name, given_name, sort_key, name_key, iif(id % 9, (2010 + id % 20) || '-03-15', NULL), 'x', 'x'
    FROM member WHERE id % 4 = 0;
    INSERT INTO child_parent (child_id, member_id) SELECT c.id, m.id FROM child c JOIN member m ON c.uid = 'c' || m.id;
    INSERT INTO marriage (uid, unit_id, member_id, spouse_id, married_on, created_at, updated_at)
    SELECT 'h' || id, 1, id, id + 1, '2005', 'x', 'x' FROM member WHERE id % 10 = 3 AND id < 20000;
    COMMIT`);
  const active = `m.status = 'active'`;
  const children = file
    .prepare(
      `SELECT c.id, c.birth_date AS born FROM child c JOIN member m ON c.uid = 'c' || m.id
       WHERE ${active} AND (c.birth_date IS NULL OR c.birth_date <= '${TODAY}') ORDER BY c.birth_date, c.sort_key, c.id`,
    )
    .all() as { id: number; born: string | null }[];
  const couples = file
    .prepare(
      `SELECT h.id FROM marriage h JOIN member m ON m.id = h.member_id JOIN member n ON n.id = h.spouse_id
       WHERE ${active} AND n.status = 'active' ORDER BY min(m.sort_key, n.sort_key)`,
    )
    .pluck()
    .all() as number[];
  file.close();
  for (const offset of [0, 1500, children.length - 3]) {
    const page = await store.invoke('members.children', {
      sort: 'birthDate',
      under: null,
      offset,
      limit: 20,
    });
    expect(page.total).toBe(children.length);
    expect(page.uncertain).toBe(children.filter((child) => child.born === null).length);
    expect(page.rows.map((row) => row.id)).toEqual(children.slice(offset, offset + 20).map(({ id }) => id));
  }
  for (const offset of [0, 900]) {
    const page = await store.invoke('members.households', { offset, limit: 20 });
    expect(page.members).toBe(people.filter((p) => p.status === 'active').length);
    expect(page.total).toBe(couples.length);
    expect(page.rows.map((row) => row.marriageId)).toEqual(couples.slice(offset, offset + 20));
  }
});

it('counts the people of a past day by sex, profession and department', async () => {
  const figures = await store.invoke('dashboard.figures', { from: '2016-01-01', to: '2016-01-01' });
  const there = people.filter((p) => p.retired === null || p.retired > '2016-01-01');
  const count = (test: (p: Person) => boolean) => there.filter(test).length;
  const value = (bars: readonly { key: string; value: number }[], key: string) =>
    bars.find((bar) => bar.key === key)?.value ?? 0;
  expect(value(figures.gender, 'female')).toBe(count((p) => p.gender === 'female'));
  expect(value(figures.professions, 'Bác sĩ')).toBe(count((p) => p.job_title === 'Bác sĩ'));
  expect(value(figures.departments, 'none')).toBe(there.length);
  for (const [id, test] of [
    ['members.active', () => true],
    ['members.without.birthDate', (p: Person) => p.birth_date === null],
    ['members.female', (p: Person) => p.gender === 'female'],
  ] as const) {
    const wanted = ordered(there.filter(test), null).map((p) => p.id);
    for (const offset of [0, Math.floor(wanted.length / 2), wanted.length - 3]) {
      const span = { from: '2016-01-01', to: '2016-01-01' };
      const page = await store.invoke('dashboard.records', { id, ...span, slice: null, offset, limit: 20 });
      expect(page.total).toBe(wanted.length);
      expect(page.rows.map((row) => row.id)).toEqual(wanted.slice(offset, offset + 20));
    }
  }
  const unknown = figures.ages.find((row) => row.key === 'none');
  expect((unknown?.female ?? 0) + (unknown?.male ?? 0) + (unknown?.unknown ?? 0)).toBe(
    count((p) => p.birth_date === null),
  );
});
