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
/** Steps of Party development: which day, by which paper. */
const PARTY_SECRETS = { onDate: '2024-05-19', decisionNo: '07-NQ kín', note: 'Nhận xét kín' };
const STOPPED = { onDate: '2025-08-17', reason: 'Lý do kín' };
const TRACES = [SECRETS, PARTY_SECRETS, STOPPED]
  .flatMap((secrets) => Object.values<unknown>(secrets))
  .filter((value) => value !== true && value !== 'very_hard')
  .map(String);

let t: TestCore;
let id: number;
let twin: number;
let fileId: number;
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
  ({ id: fileId } = await t.invoke('party.create', {
    memberId: id,
    steps: [{ stage: 'nominated', ...PARTY_SECRETS }],
  }));
  await t.invoke('party.stop', { id: fileId, version: 1, stopped: { ...STOPPED } });
  await t.invoke('party.create', { memberId: twin, steps: [{ stage: 'nominated', ...PARTY_SECRETS }] });
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
    { entity: 'party_file', entityId: fileId },
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

it('names nobody in Party development: its lists, its figures, its changes, the trash', async () => {
  await t.invoke('party.trash', { ids: [fileId] });
  const period = { from: '2015-01-01', to: '2027-12-31' };
  const told = await Promise.all([
    t.invoke('party.overview', { year: 2024 }),
    t.invoke('party.list', {}),
    t.invoke('dashboard.records', { id: 'party.nominated', ...period }),
    t.invoke('audit.changes', { entity: 'party_file' }),
    t.invoke('members.comparePair', { keptId: id, goneId: twin }).then(({ linked }) => linked),
    t.invoke('trash.list', {}).then(({ rows }) => rows.filter((row) => row.entity === 'party_file')),
  ]);
  await t.invoke('party.restore', { ids: [fileId] });
  expect(JSON.stringify(told)).toContain('Hồ sơ số 01');
  expect(JSON.stringify(told)).not.toContain('Lò Thị Mai');
});

it('asks most queries', async () => {
  const asked = queries.filter(([, operation]) =>
    inputs().some((input) => operation.input.safeParse(input).success),
  );
  expect(asked.length / queries.length).toBeGreaterThan(0.8);
});
