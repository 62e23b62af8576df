/**
 * No reading of the product gives away a masked value: every query of the contract is asked with every likely input
 * about a member whose masked fields hold known words. A new query is covered by being in the contract.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract';
import type { Operation } from '../../shared/contract/kernel';
import { INDICATOR_IDS } from '../../shared/domain/indicators';
import { MASKED_FIELDS, SENSITIVE_FIELD_GROUPS } from '../../shared/domain/privateFields';
import { openTestCore, type TestCore } from '../helpers/core';

const SECRETS = {
  idNumber: '014301894863',
  idDate: '2021-04-23',
  idPlace: 'Nơi cấp kín',
  isParty: true,
  partyDate: '2019-02-03',
  hardship: 'very_hard',
  hardshipNote: 'Hoàn cảnh kín',
  healthNote: 'Bệnh kín',
  salaryCoefficient: 3.6667,
  duesBase: 8_765_432,
  bankAccount: '9704-kín',
  ethnicity: 'Dân tộc kín',
  religion: 'Tôn giáo kín',
} as const;
const TRACES = Object.values(SECRETS)
  .filter((value) => value !== true && value !== 'very_hard')
  .map(String);

let t: TestCore;
let id: number;
let twin: number;
beforeAll(async () => {
  t = await openTestCore();
  for (const group of SENSITIVE_FIELD_GROUPS)
    await t.invoke('members.setSensitive', { group, enabled: true, purpose: 'Thử' });
  ({ id } = await t.invoke('members.create', { fullName: 'Lò Thị Mai', ...SECRETS }));
  ({ id: twin } = await t.invoke('members.create', {
    fullName: 'Lò Thị Mai',
    ...SECRETS,
    idNumber: '014301894864',
    religion: 'Tôn giáo kín',
  }));
  const { version, fields } = await t.invoke('members.get', { id });
  await t.invoke('members.update', { id, version, ...fields, healthNote: 'Bệnh kín hơn' });
  await t.invoke('members.trash', { ids: [twin] });
  await t.invoke('members.restore', { ids: [twin] });
});
afterAll(() => t.close());

/** Inputs that queries are likely to take; those that a schema refuses are left out. */
function inputs(): unknown[] {
  const period = { from: '2015-01-01', to: '2027-12-31' };
  const day = { asOf: '2026-11-22' };
  const fields = [...MASKED_FIELDS, 'fullName'].map((field) => ({ field, search: '' }));
  return [
    {},
    { id },
    { ids: [id, twin] },
    { memberId: id },
    { entity: 'member', entityId: id },
    { memberIds: [id, twin] },
    { keptId: id, goneId: twin },
    { aId: id, bId: twin },
    { search: 'lo thi mai' },
    { search: '014301894863' },
    { limit: 50 },
    { year: 2026 },
    { day: '2026-11-22' },
    { person: null },
    { decisionId: id },
    { recipientId: id },
    { roundId: id },
    { eventId: id },
    { direction: 'in' },
    { direction: 'out' },
    { id, day: '2026-11-22' },
    { ...period },
    { ...day },
    ...fields,
    ...fields.map(({ field }) => ({ field })),
    ...INDICATOR_IDS.map((indicator) => ({ id: indicator, ...period })),
    ...MASKED_FIELDS.map((field) => ({ ids: [id, twin], changes: [{ field, value: null }] })),
    ...MASKED_FIELDS.map((field) => ({ chosen: { ids: [id, twin] }, changes: [{ field, clear: true }] })),
  ];
}

const queries = Object.entries<Operation>(contract).filter(([, operation]) => operation.kind === 'query');

describe.each(queries)('%s', (name, operation) => {
  it('holds no masked value', async () => {
    for (const input of inputs()) {
      if (!operation.input.safeParse(input).success) continue;
      const text = JSON.stringify(await t.raw(name, input));
      const found = TRACES.filter((trace) => text.includes(trace));
      expect(found, `${name} ${JSON.stringify(input)}`).toEqual([]);
    }
  });
});

it('asks most queries', async () => {
  const asked = queries.filter(([, operation]) =>
    inputs().some((input) => operation.input.safeParse(input).success),
  );
  expect(asked.length / queries.length).toBeGreaterThan(0.8);
});
