/** Finding people among 100,000: the page the register shows with its total, against the same SQL on bare better-sqlite3. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { type InventedPerson, randomFrom } from '../../electron/demo/people';
import { searchTerms } from '../../electron/modules/members/conditions';
import { fold } from '../../shared/text/fold';
import { distinctPeople, memberList } from './list';
import { type BenchRow, limitRow, percentile, ratioRow } from './row';
import { call, importFile, open } from './tasks';
import type { Workshop } from './workshop';

const PEOPLE = 100_000;
const QUERIES = 1_000;
/** Each query counts by its fastest pass: on a shared machine another program interrupts a few of any thousand. */
const PASSES = 3;
/** What the register asks for at a time. */
const PAGE = 100;

/** What people type: a name without tones, two words, beginnings, a single word, initials, the tail of a number. */
function queriesFor(people: readonly InventedPerson[]): string[] {
  const random = randomFrom(7);
  return Array.from({ length: QUERIES }, (_, i) => {
    const person = people[Math.floor(random() * people.length)] as InventedPerson;
    const words = fold(person.fullName).split(' ');
    const last = words[words.length - 1] as string;
    switch (i % 8) {
      case 0:
        return words.join(' ');
      case 1:
        return person.fullName;
      case 2:
        return `${words[0]} ${last}`;
      case 3:
        return words.map((word) => word.slice(0, 2)).join(' ');
      case 4:
        return last;
      case 5:
        return words.map((word) => word[0]).join('');
      case 6:
        return person.phone.slice(-4 - (i % 3));
      default:
        return person.idNumber.slice(-6);
    }
  });
}

const FOUND = `FROM member m INDEXED BY member_lookup, member_search f
  WHERE f.rowid = m.id AND f.member_search MATCH ? AND m.status = 'active' AND m.deleted_at IS NULL
  AND (m.import_id IS NULL OR m.import_id NOT IN (SELECT import_id FROM import_hidden))`;

/** The same question in the same SQL, written out: one page in the order of the register, and how many there are. */
function bareSearch(file: string): (typed: string) => number {
  const db = new Database(file, { readonly: true });
  db.pragma('cache_size = -65536');
  const rows = db.prepare(`SELECT m.*, d.name AS department, g.name AS group_name FROM json_each(?) page
    CROSS JOIN member m ON m.id = page.value LEFT JOIN org_unit d ON d.id = m.department_id
    LEFT JOIN org_unit g ON g.id = m.group_id ORDER BY page.key`);
  const count = db.prepare(`SELECT count(*) ${FOUND}`).pluck();
  return (typed) => {
    const { match, exact } = searchTerms(typed) ?? { match: '', exact: [] };
    const toned = exact.map((word) => `(instr(' ' || m.name_tones, ' ${word}') > 0)`).join(' + ');
    const order = `ORDER BY ${toned ? `${toned} DESC, ` : ''}m.sort_key, m.id LIMIT ${PAGE}`;
    const ids = db.prepare(`SELECT m.id ${FOUND} ${order}`).pluck().all(match);
    const page = rows.all(JSON.stringify(ids));
    return page.length < PAGE ? page.length : (count.get(match) as number);
  };
}

export async function run(shop: Workshop): Promise<BenchRow[]> {
  const places = shop.places('search');
  const file = join(shop.folder, 'search.xlsx');
  writeFileSync(file, await memberList(PEOPLE));
  const core = await open(places);
  try {
    await importFile(core, file);
    const bare = bareSearch(join(places.dataDir, 'so-cong-doan.db'));
    const queries = queriesFor(distinctPeople(PEOPLE));
    const mine = queries.map(() => Number.POSITIVE_INFINITY);
    const theirs = [...mine];
    let found = 0;
    for (let pass = 0; pass < PASSES; pass++)
      for (const [i, typed] of queries.entries()) {
        const started = performance.now();
        const { total } = await call(core, 'members.list', { search: typed, limit: PAGE });
        const between = performance.now();
        const same = bare(typed);
        theirs[i] = Math.min(theirs[i] as number, performance.now() - between);
        mine[i] = Math.min(mine[i] as number, between - started);
        if (total !== same) throw new Error(`“${typed}” finds ${total}, bare SQL ${same}`);
        found += total;
      }
    shop.say(
      `search: ${Math.round(found / QUERIES / PASSES)} hits a query; p50 ${percentile(mine, 0.5)} / ${percentile(theirs, 0.5)} ms`,
    );
    const pair = { ours: percentile(mine, 0.99), peer: percentile(theirs, 0.99) };
    const of = 'search: p99 of 1,000 over 100,000 members';
    return [
      ratioRow(`${of}, against the same query on bare better-sqlite3`, 'ms', pair, 2),
      limitRow(of, 'ms', pair.ours, 16, pair.peer),
    ];
  } finally {
    await core.close();
  }
}
