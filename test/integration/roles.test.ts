/**
 * Who may do what, over the real router: every operation for every role is exactly as the table says, and private values
 * of people reach no role whose group is closed, through lists, records, the log, search, exports or figures.
 */
import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, type OperationName } from '../../shared/contract';
import type { Operation } from '../../shared/contract/kernel';
import { MASKED_FIELDS, SENSITIVE_FIELD_GROUPS, sensitiveGroupOf } from '../../shared/domain/privateFields';
import {
  maySee,
  type PrivateGroup,
  ROLE_EXCEPTIONS,
  ROLE_TABLE,
  ROLES,
  type Role,
} from '../../shared/domain/roles';
import { openTestCore, type TestCore } from '../helpers/core';

const SECRETS = {
  idNumber: '014301894863',
  isParty: true,
  partyDate: '2019-02-03',
  hardship: 'very_hard',
  hardshipNote: 'Hoàn cảnh kín',
  healthNote: 'Bệnh kín',
  bankAccount: '9704-kín',
  ethnicity: 'Dân tộc kín',
  religion: 'Tôn giáo kín',
} as const;
type Secret = keyof typeof SECRETS;
const groupOf = (field: Secret): PrivateGroup => sensitiveGroupOf(field) ?? 'identity';
const FIELDS = Object.keys(SECRETS) as Secret[];

let t: TestCore;
let id: number;
beforeAll(async () => {
  t = await openTestCore();
  for (const group of SENSITIVE_FIELD_GROUPS)
    await t.invoke('members.setSensitive', { group, enabled: true, purpose: 'Thử' });
  ({ id } = await t.invoke('members.create', { fullName: 'Lò Thị Mai', ...SECRETS }));
});
afterAll(() => t.close());

const as = (role: Role, operation: string, input: unknown) =>
  t.core.router.dispatch(operation, input, { user: { name: `Người ${role}`, role } });
const codeOf = async (role: Role, operation: string, input: unknown) => {
  const reply = await as(role, operation, input);
  return reply.ok ? 'OK' : reply.error.code;
};

const operations = Object.entries(contract) as [OperationName, Operation][];

describe('the table of roles', () => {
  it('has a row for every area, and names no operation that is not there', () => {
    const areas = new Set(operations.map(([name]) => name.split('.')[0]!));
    expect(
      [...areas].filter((area) => !(area in ROLE_TABLE)),
      'shared/domain/roles.ts: add a row',
    ).toEqual([]);
    expect(Object.keys(ROLE_TABLE).filter((area) => !areas.has(area) && area !== 'awardMoney')).toEqual([]);
    expect([...ROLE_EXCEPTIONS.keys()].filter((name) => !(name in contract))).toEqual([]);
  });

  it('lets the chair do everything, and who changes an area read it', () => {
    for (const [name, { access }] of operations) expect(access.roles, name).toContain('chair');
    for (const [area, { read, change }] of Object.entries(ROLE_TABLE))
      expect(
        change.filter((role) => !read.includes(role)),
        area,
      ).toEqual([]);
  });

  it('gives a viewer nothing that changes a record', () => {
    const own = new Set(['users.lock', 'users.leave', 'files.keepSmall', 'members.saveLayout']);
    const changing = operations.filter(
      ([name, { kind, access }]) => kind === 'command' && access.roles.includes('viewer') && !own.has(name),
    );
    expect(changing.map(([name]) => name)).toEqual([]);
  });

  it('keeps money with the chair and the treasurer, inspection with the inspector, users with the chair', () => {
    const roles = (name: OperationName) => contract[name].access.roles;
    for (const name of ['funds.createVoucher', 'care.pay', 'awardMoney.pay', 'dues.collect'] as const)
      expect(roles(name), name).toEqual(['chair', 'treasurer']);
    expect(roles('funds.close')).toEqual(['chair', 'treasurer']);
    expect(roles('inspection.saveFinding')).toEqual(['chair', 'inspector']);
    expect(roles('members.create')).toEqual(['chair', 'clerk']);
    expect(roles('audit.changes')).toEqual(['chair', 'inspector']);
    for (const name of ['users.create', 'users.list', 'backup.restore', 'members.setSensitive'] as const)
      expect(roles(name), name).toEqual(['chair']);
  });
});

/** An input that the schema takes, for operations that need little; the refusal of a role does not depend on it. */
function inputFor({ input }: Operation): unknown {
  const tries = [{}, { id: 999 }, { ids: [999] }, { id: 999, version: 1 }, { year: 2026 }];
  const period = { from: '2026-01-01', to: '2026-12-31' };
  return [...tries, period, { search: '' }, { day: '2026-01-01' }].find(
    (one) => input.safeParse(one).success,
  );
}
/** One reading of each kind of area. */
const OPEN = [
  'members.list',
  'care.cases',
  'funds.list',
  'dues.rates',
  'opinions.list',
  'audit.facets',
  'settings.get',
] as const;
/** These replace the store, end the session or take seconds. */
const APART = /^(backup|rescue|machine|users)\./;

describe.each(ROLES)('the router for %s', (role) => {
  it('refuses exactly what the table refuses', async () => {
    const refused = operations.filter(([name, one]) => !one.access.roles.includes(role) && !APART.test(name));
    for (const [name, operation] of refused) {
      const input = inputFor(operation);
      if (input !== undefined) expect(await codeOf(role, name, input), name).toBe('FORBIDDEN');
    }
    for (const name of OPEN)
      expect(await codeOf(role, name, {}), name).toBe(
        contract[name].access.roles.includes(role) ? 'OK' : 'FORBIDDEN',
      );
  });
});

describe.each(ROLES)('private values for %s', (role) => {
  const open = FIELDS.filter((field) => maySee(role, groupOf(field)));
  const closed = FIELDS.filter((field) => !maySee(role, groupOf(field)));
  const traces = closed.map((field) => String(SECRETS[field])).filter((text) => text.length > 8);

  it('are named and shown in the record only where open', async () => {
    const reply = await as(role, 'members.get', { id });
    const { held } = (reply as { data: { held: string[] } }).data;
    expect(MASKED_FIELDS.filter((field) => held.includes(field)).sort()).toEqual([...open].sort());
    for (const field of FIELDS) {
      const code = await codeOf(role, 'members.reveal', { id, fields: [field] });
      expect(code, field).toBe(open.includes(field) ? 'OK' : 'FORBIDDEN');
    }
  });

  it('cannot be asked for by conditions, filters or lists behind figures', async () => {
    for (const field of closed) {
      if (field === 'bankAccount') continue;
      const conditions = { match: 'all', items: [{ field, op: 'notEmpty', values: [] }] };
      expect(await codeOf(role, 'members.list', { conditions }), field).toMatch(/FIELD_OFF|FORBIDDEN/);
      expect(await codeOf(role, 'members.fieldValues', { field, search: '' }), field).toMatch(
        /OFF|FORBIDDEN/,
      );
    }
    const span = { from: '2019-01-01', to: '2019-12-31' };
    const list = await codeOf(role, 'dashboard.records', { id: 'members.partyJoined', ...span });
    expect(list).toBe(maySee(role, 'party') ? 'OK' : 'FORBIDDEN');
    expect(await codeOf(role, 'dashboard.indicator', { id: 'members.partyJoined', ...span })).toBe('OK');
  });

  it('leave in no export, log or list', async () => {
    for (const field of closed) {
      const input = { columns: ['fullName', field], purpose: 'Thử', format: 'xlsx' };
      expect(await codeOf(role, 'members.exportList', input), field).toBe('FORBIDDEN');
    }
    const shown = open.filter((field) => field !== 'isParty');
    if (role !== 'viewer') {
      const reply = await as(role, 'members.exportList', { columns: ['fullName', ...shown], purpose: 'Thử' });
      if (!reply.ok) throw new Error(reply.error.code);
      const { token } = reply.data as { token: string };
      const book = await readXlsx(readFileSync(t.core.files.outgoing(token).path));
      const text = JSON.stringify(book.sheets.map((sheet) => sheet.rows));
      expect(text).toContain('Lò Thị Mai');
      for (const trace of traces) expect(text).not.toContain(trace);
    }
    const told = JSON.stringify([
      await as(role, 'audit.changes', { memberId: id }),
      await as(role, 'members.timeline', { id }),
      await as(role, 'members.list', { search: 'lo thi mai' }),
      await as(role, 'members.sensitive', {}),
    ]);
    for (const trace of traces) expect(told).not.toContain(trace);
  });
});

it('shows the inspector who looked, and lets them open only their own groups in the log', async () => {
  const { rows } = await t.invoke('audit.changes', { memberId: id, action: 'create' });
  const change = rows.find((row) => row.entity === 'member')!.id;
  expect(await codeOf('inspector', 'audit.reveal', { id: change, field: 'bankAccount' })).toBe('OK');
  expect(await codeOf('inspector', 'audit.reveal', { id: change, field: 'religion' })).toBe('FORBIDDEN');
  expect(await codeOf('clerk', 'audit.reveal', { id: change, field: 'religion' })).toBe('FORBIDDEN');
  const looked = await t.invoke('audit.changes', { memberId: id, action: 'reveal' });
  expect(new Set(looked.rows.map((row) => row.actor))).toContain('Người treasurer');
});

it('does not let a clerk change what is closed to clerks, nor lose it by saving the record', async () => {
  const { version, fields } = await t.invoke('members.get', { id });
  const update = { id, version, ...fields };
  expect(await codeOf('clerk', 'members.update', { ...update, bankAccount: 'khác' })).toBe('FORBIDDEN');
  expect(await codeOf('clerk', 'members.update', { ...update, phone: '0912345678' })).toBe('OK');
  const { values } = await t.invoke('members.reveal', { id, fields: ['bankAccount', 'idNumber'] });
  expect(values).toEqual({ bankAccount: SECRETS.bankAccount, idNumber: SECRETS.idNumber });
});
