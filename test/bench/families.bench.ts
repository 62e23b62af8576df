/** Duplicates and families at 100,000 members: pairs proposed, two records merged and taken apart, children of a day. */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { makeBigRegister } from './bigRegister';
import { type BenchRow, limitRow, percentile } from './row';
import { call, open } from './tasks';
import type { Workshop } from './workshop';

const PEOPLE = 100_000;
const FACTS = 300_000;
const CHILDREN = 60_000;
const MERGES = 60;
const PASSES = 3;

/** Children of every other member, and couples among them. */
function addFamilies(file: string): void {
  const db = new Database(file);
  const now = '2026-11-22T00:00:00.000Z';
  db.transaction(() => {
    db.exec(`INSERT INTO child (uid, unit_id, full_name, given_name, sort_key, name_key, birth_date, created_at, updated_at)
      SELECT 'c-' || id, 1, full_name, given_name, sort_key, name_key, (2006 + id % 20) || '-0' || (1 + id % 9) || '-15', '${now}', '${now}'
      FROM member WHERE deleted_at IS NULL ORDER BY id LIMIT ${CHILDREN}`);
    db.exec(
      `INSERT INTO child_parent (child_id, member_id) SELECT id, CAST(substr(uid, 3) AS INTEGER) FROM child`,
    );
    db.exec(`INSERT INTO marriage (uid, unit_id, member_id, spouse_id, married_on, created_at, updated_at)
      SELECT 'h-' || id, 1, id, id + 1, '2005', '${now}', '${now}' FROM member WHERE deleted_at IS NULL AND id % 10 = 3 AND id < ${PEOPLE}`);
  })();
  db.close();
}

export async function run(shop: Workshop): Promise<BenchRow[]> {
  const places = shop.places('families');
  await makeBigRegister(places, PEOPLE, FACTS);
  addFamilies(join(places.dataDir, 'so-cong-doan.db'));
  const core = await open(places);
  try {
    const best = async (asks: readonly (() => Promise<unknown>)[], passes = PASSES) => {
      const times = asks.map(() => Number.POSITIVE_INFINITY);
      for (let pass = 0; pass < passes; pass++)
        for (const [at, ask] of asks.entries()) {
          const begun = performance.now();
          await ask();
          times[at] = Math.min(times[at] as number, performance.now() - begun);
        }
      return percentile(times, 0.99);
    };
    const found = await call(core, 'members.findDuplicates', { limit: 300 });
    shop.say(`families: ${found.total} pairs proposed`);
    const find = await best([() => call(core, 'members.findDuplicates', { limit: 300 })]);
    const days = [null, '2025-06-01', '2020-09-15'];
    const sorts = ['name', 'birthDate', 'department', 'parent'] as const;
    const children = await best(
      days.flatMap((day) =>
        sorts.map((sort) => () => call(core, 'members.children', { day, sort, limit: 100 })),
      ),
    );
    const households = await best(
      days.map((day) => () => call(core, 'members.households', { day, limit: 100 })),
    );
    const pairs = found.rows.slice(0, MERGES);
    const compare = await best(
      pairs.map(
        ({ first, second }) =>
          () =>
            call(core, 'members.comparePair', { keptId: first.id, goneId: second.id }),
      ),
    );
    const merge = await best(
      pairs.map(({ first, second }) => async () => {
        const { kept, gone, marriages } = await call(core, 'members.comparePair', {
          keptId: first.id,
          goneId: second.id,
        });
        const { mergeId } = await call(core, 'members.merge', {
          ...{ keptId: kept.id, keptVersion: kept.version, goneId: gone.id, goneVersion: gone.version },
          marriageId: marriages[0]?.id ?? null,
        });
        await call(core, 'members.unmerge', { mergeId });
      }),
      1,
    );
    const at = `at ${PEOPLE.toLocaleString('en')} members`;
    return [
      limitRow(`duplicates: pairs proposed ${at}, in a thread`, 'ms', find, null),
      limitRow(`duplicates: two records compared ${at}, p99`, 'ms', compare, 50),
      limitRow(`duplicates: merged and taken apart ${at}, p99`, 'ms', merge, null),
      limitRow(
        `families: a page of ${CHILDREN.toLocaleString('en')} children on a day, p99`,
        'ms',
        children,
        50,
      ),
      limitRow(`families: households of a day ${at}, p99`, 'ms', households, 50),
    ];
  } finally {
    await core.close();
  }
}
