/** The register as of past days, at 100,000 members with 300,000 dated facts: figures, breakdowns, lists, one person. */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import type { IndicatorId } from '../../shared/domain/indicators';
import { makeBigRegister } from './bigRegister';
import { type BenchRow, limitRow, percentile } from './row';
import { call, open } from './tasks';
import type { Workshop } from './workshop';

const PEOPLE = 100_000;
const FACTS = 300_000;
const LIMIT = 100;
const DAYS = Array.from({ length: 17 }, (_, at) => `${2010 + at}-0${1 + (at % 9)}-${10 + at}`);
/** Each question counts by its fastest pass: on a shared machine another program interrupts some. */
const PASSES = 3;

const COUNTS: readonly IndicatorId[] = [
  'members.active',
  'members.female',
  'members.joined',
  'members.left',
  'members.without.department',
  'members.incomplete',
];

export async function run(shop: Workshop): Promise<BenchRow[]> {
  const places = shop.places('history');
  const started = performance.now();
  await makeBigRegister(places, PEOPLE, FACTS);
  shop.say(`history: store made in ${Math.round(performance.now() - started)} ms`);
  const core = await open(places);
  try {
    const span = (day: string) => ({ from: `${day.slice(0, 4)}-01-01`, to: day });
    const p99 = async (ask: (day: string, at: number) => Promise<unknown>): Promise<number> => {
      const best = DAYS.map(() => Number.POSITIVE_INFINITY);
      for (let pass = 0; pass < PASSES; pass++)
        for (const [at, day] of DAYS.entries()) {
          const begun = performance.now();
          await ask(day, at);
          best[at] = Math.min(best[at] as number, performance.now() - begun);
        }
      return percentile(best, 0.99);
    };
    const rows: BenchRow[] = [];
    for (const id of COUNTS) {
      const ms = await p99((day) => call(core, 'dashboard.indicator', { id, ...span(day) }));
      rows.push(limitRow(`history: ${id} as of a past day, p99`, 'ms', ms, LIMIT));
    }
    const page = (slice: { by: 'department' | 'profession'; key: string } | null) => (day: string) =>
      call(core, 'dashboard.records', { id: 'members.active', ...span(day), slice, limit: 100 });
    rows.push(
      limitRow(
        'history: first page behind the head count of a past day, p99',
        'ms',
        await p99(page(null)),
        LIMIT,
      ),
    );
    const inDepartment = await p99(page({ by: 'department', key: '3' }));
    rows.push(
      limitRow('history: first page of one department on a past day, p99', 'ms', inDepartment, LIMIT),
    );
    const whole = await p99((day) => call(core, 'dashboard.figures', span(day)));
    rows.push(limitRow('history: the whole dashboard of a past day, p99', 'ms', whole, null));
    const list = await p99((day) => call(core, 'members.list', { asOf: day, limit: 100 }));
    rows.push(limitRow('history: first page of the register as of a past day, p99', 'ms', list, 50));
    const facts = await p99((_, at) => call(core, 'members.facts', { memberId: 100 + at * 997 }));
    rows.push(limitRow('history: the facts of one member, p99', 'ms', facts, 20));
    const move = await p99((day, at) =>
      call(core, 'members.recordMoves', {
        moves: [{ memberId: 200 + at * 331, kind: 'position', to: 'Trưởng khoa', onDate: day }],
      }),
    );
    rows.push(limitRow('history: one dated change, p99', 'ms', move, null));
    sayPlan(shop, join(places.dataDir, 'so-cong-doan.db'));
    return rows;
  } finally {
    await core.close();
  }
}

function sayPlan(shop: Workshop, file: string): void {
  const db = new Database(file, { readonly: true });
  const n = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  shop.say(`history: ${n('member')} members, ${n('member_fact')} facts, ${n('member_state')} stretches`);
  db.close();
}
