/** The sums of a campaign are those of its lines, whatever was done in whatever order, and after taking it back. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';

let test: TestCore;
beforeAll(async () => {
  test = await openTestCore();
});
afterAll(() => test.close());

const worth = fc.record({
  cash: fc.integer({ min: 0, max: 5_000_000 }),
  kindValue: fc.integer({ min: 0, max: 900_000 }),
});
const at = fc.nat(30);
const step = fc.oneof(
  fc.record({ does: fc.constant('add' as const), count: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ does: fc.constant('worth' as const), at, worth }),
  fc.record({ does: fc.constant('remove' as const), at }),
  fc.record({ does: fc.constant('receive' as const), at }),
  fc.record({ does: fc.constant('arrange' as const) }),
  fc.record({ does: fc.constant('apply' as const) }),
);

async function sums(id: number) {
  const { totals } = await test.invoke('welfare.campaign', { id });
  const { rows } = await test.invoke('welfare.recipients', { id, limit: 500 });
  expect(rows.map((row) => row.number)).toEqual(rows.map((_, index) => index + 1));
  const total = rows.reduce((sum, row) => sum + row.cash + row.kindValue, 0);
  expect(totals).toMatchObject({
    gifts: rows.length,
    total,
    received: rows.filter((row) => row.receivedOn !== null).length,
    mean: rows.length === 0 ? null : Math.round(total / rows.length),
  });
  return { totals, lines: rows.map(({ version: _, ...row }) => row) };
}

describe('sums of a list', () => {
  it('are those of its lines, and every step can be taken back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const { id } = await test.invoke('welfare.createCampaign', {
          name: 'Quà',
          year: 2026,
          onDate: '2026-02-01',
          values: [{ category: 'outsider', cash: 300_000, kindValue: 50_000 }],
        });
        for (const one of steps) {
          const before = await sums(id);
          const line =
            before.lines.length > 0 && 'at' in one ? before.lines[one.at % before.lines.length]! : null;
          if ('at' in one && !line) continue;
          const call = (): [string, unknown] => {
            if (one.does === 'add')
              return [
                'welfare.addOutsiders',
                { id, people: Array.from({ length: one.count }, (_, n) => ({ name: `Lò Văn ${n}` })) },
              ];
            if (one.does === 'worth')
              return ['welfare.setWorth', { rows: [{ id: line!.id, category: 'ill', ...one.worth }] }];
            if (one.does === 'remove') return ['welfare.removeRecipients', { ids: [line!.id] }];
            if (one.does === 'receive')
              return ['welfare.receive', { id, recipientIds: [line!.id], receivedOn: '2026-02-01' }];
            if (one.does === 'arrange') return ['welfare.arrange', { id, by: 'name' }];
            return ['welfare.applyValues', { id }];
          };
          const reply = await test.raw(...call());
          expect(reply.ok).toBe(true);
          const after = await sums(id);
          if (!reply.ok || !reply.undo) continue;
          expect((await test.raw(reply.undo.operation, reply.undo.input)).ok).toBe(true);
          expect(await sums(id)).toEqual(before);
          await test.raw(...call());
          expect((await sums(id)).totals).toMatchObject({
            gifts: after.totals.gifts,
            total: after.totals.total,
          });
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
