/** Dated facts of members: what the register says of today and of any past day, corrections, undo, trash. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { isDayOff } from '../../shared/domain/holidays';
import { DATED_KINDS, STATUS_OF } from '../../shared/domain/memberHistory';
import { workingDays } from '../../shared/domain/workingDays';
import { formatFraction, formatPercent } from '../../shared/text/numbers';
import { openTestCore, type TestCore } from '../helpers/core';
import { STORE } from '../helpers/store';

const NOW = '2026-11-22';
let clock = new Date(`${NOW}T03:00:00Z`);
let t: TestCore;
let reader: Database.Database;
let khoa: number[];
let to: number[];

beforeEach(async () => {
  clock = new Date(`${NOW}T03:00:00Z`);
  t = await openTestCore({ clock: () => clock });
  reader = new Database(join(t.dir, STORE), { readonly: true });
  khoa = [];
  to = [];
  for (const name of ['Khoa Nội', 'Khoa Ngoại', 'Khoa Nhi'])
    khoa.push((await t.invoke('organisation.createUnit', { kind: 'department', name })).id);
  for (const name of ['Tổ 1', 'Tổ 2'])
    to.push((await t.invoke('organisation.createUnit', { kind: 'group', name })).id);
});
afterEach(async () => {
  reader.close();
  await t.close();
});

const add = async (fields: Partial<InputOf<'members.create'>> = {}) =>
  (await t.invoke('members.create', { fullName: 'Nguyễn Thị Hoa', ...fields })).id;
const undo = async (operation: string, input: unknown) => {
  const reply = await t.raw(operation, input);
  if (!reply.ok) throw new Error(`${operation}: ${reply.error.code}`);
  return {
    data: reply.data,
    back: async () => {
      const step = reply.undo;
      if (!step) throw new Error(`${operation} offers no undo`);
      const again = await t.raw(step.operation, step.input);
      if (!again.ok) throw new Error(`${step.operation}: ${again.error.code} ${JSON.stringify(again.error)}`);
      return again;
    },
  };
};
interface State {
  status: string;
  department_id: number | null;
  group_id: number | null;
  job_title: string | null;
  position: string | null;
  contract_type: string | null;
}
/** What the store says held of a member on a day; undefined before the person came. */
const stateOn = (id: number, day: string) =>
  reader
    .prepare(
      `SELECT status, department_id, group_id, job_title, position, contract_type FROM member_state
       WHERE member_id = ? AND from_date <= ? AND (to_date IS NULL OR to_date > ?)`,
    )
    .get(id, day, day) as State | undefined;
const change = async (id: number, fields: Partial<InputOf<'members.update'>>) => {
  const member = await t.invoke('members.get', { id });
  return undo('members.update', { ...member.fields, ...fields, id, version: member.version });
};
const active = async (day: string) =>
  (await t.invoke('dashboard.indicator', { id: 'members.active', from: `${day.slice(0, 4)}-01-01`, to: day }))
    .value;

describe('moves', () => {
  it('keep where somebody was before, and show today', async () => {
    const id = await add({ departmentId: khoa[0]!, unionJoinDate: '2015-05' });
    const { back } = await undo('members.recordMoves', {
      moves: [
        { memberId: id, kind: 'department', to: khoa[1]!, onDate: '2020-03-01', decisionNo: '12/QĐ' },
        { memberId: id, kind: 'jobTitle', to: 'Điều dưỡng', onDate: '2021', reason: 'thi thăng hạng' },
      ],
    });
    expect(stateOn(id, '2015-04-30')).toBeUndefined();
    expect(stateOn(id, '2020-02-29')).toMatchObject({ department_id: khoa[0], job_title: null });
    expect(stateOn(id, '2020-03-01')).toMatchObject({ department_id: khoa[1], job_title: null });
    expect(stateOn(id, NOW)).toMatchObject({ department_id: khoa[1], job_title: 'Điều dưỡng' });
    expect((await t.invoke('members.get', { id })).fields).toMatchObject({
      departmentId: khoa[1],
      jobTitle: 'Điều dưỡng',
    });
    const again = await back();
    expect(stateOn(id, NOW)).toMatchObject({ department_id: khoa[0], job_title: null });
    expect((await t.invoke('members.get', { id })).fields).toMatchObject({
      departmentId: khoa[0],
      jobTitle: null,
    });
    await t.invoke(
      again.ok && (again.undo?.operation as 'members.restoreMoves'),
      again.ok && (again.undo?.input as never),
    );
    expect(stateOn(id, NOW)).toMatchObject({ department_id: khoa[1], job_title: 'Điều dưỡng' });
  });

  it('of a day ahead are taken over when the day comes', async () => {
    const id = await add({ departmentId: khoa[0]! });
    await t.invoke('members.recordMoves', {
      moves: [{ memberId: id, kind: 'department', to: khoa[2]!, onDate: '2026-12-01' }],
    });
    expect((await t.invoke('members.get', { id })).fields.departmentId).toBe(khoa[0]);
    const { rows } = await t.invoke('members.facts', { memberId: id });
    expect(rows.map((row) => [row.state, row.valueName])).toEqual([
      ['ahead', 'Khoa Nhi'],
      ['now', 'Khoa Nội'],
    ]);
    clock = new Date('2026-11-30T16:59:00Z');
    expect((await t.invoke('members.get', { id })).fields.departmentId).toBe(khoa[0]);
    clock = new Date('2026-11-30T17:00:00Z');
    const after = await t.invoke('members.get', { id });
    expect(after.fields.departmentId).toBe(khoa[2]);
    expect(after.version).toBe(2);
    clock = new Date('2026-12-24T17:00:00Z');
    t = await t.reopen();
    expect((await t.invoke('members.get', { id })).version).toBe(2);
  });

  it('are taken back though others were recorded since, of the same person too', async () => {
    const id = await add({ departmentId: khoa[0]! });
    const first = await undo('members.recordMoves', {
      moves: [{ memberId: id, kind: 'department', to: khoa[1]!, onDate: '2024-01-01' }],
    });
    await t.invoke('members.recordMoves', {
      moves: [{ memberId: id, kind: 'department', to: khoa[2]!, onDate: '2025-01-01' }],
    });
    await first.back();
    expect(stateOn(id, '2024-06-01')?.department_id).toBe(khoa[0]);
    expect(stateOn(id, NOW)?.department_id).toBe(khoa[2]);
  });

  it('name a department as it was called that day', async () => {
    const id = await add({ departmentId: khoa[0]! });
    await t.invoke('members.recordMoves', {
      moves: [{ memberId: id, kind: 'department', to: khoa[1]!, onDate: '2020-03-01' }],
    });
    const { rows } = await t.invoke('organisation.units', { kind: 'department' });
    const ngoai = rows.find((row) => row.id === khoa[1])!;
    const { members: _members, kind: _kind, ...unit } = ngoai as typeof ngoai & { kind: string };
    await t.invoke('organisation.updateUnit', {
      id: unit.id,
      version: unit.version,
      name: 'Khoa Ngoại tổng hợp',
      renamedOn: '2023-01-01',
    });
    const facts = (await t.invoke('members.facts', { memberId: id })).rows;
    expect(facts[0]?.valueName).toBe('Khoa Ngoại');
  });
});

describe('a change in the form', () => {
  it('is from today unless told', async () => {
    const id = await add({ departmentId: khoa[0]!, jobTitle: 'Bác sĩ' });
    const { back } = await change(id, { departmentId: khoa[1]!, note: 'x' });
    expect(stateOn(id, '2026-11-21')?.department_id).toBe(khoa[0]);
    expect(stateOn(id, NOW)?.department_id).toBe(khoa[1]);
    const again = await back();
    expect(stateOn(id, NOW)?.department_id).toBe(khoa[0]);
    expect((await t.invoke('members.get', { id })).fields).toMatchObject({
      departmentId: khoa[0],
      note: null,
    });
    expect((await t.invoke('members.facts', { memberId: id })).rows).toEqual([]);
    expect(again.ok && again.undo?.operation).toBe('members.revertUpdate');
    await t.invoke('members.revertUpdate', again.ok && (again.undo?.input as never));
    expect((await t.invoke('members.get', { id })).fields).toMatchObject({
      departmentId: khoa[1],
      note: 'x',
    });
    expect(stateOn(id, '2026-11-21')?.department_id).toBe(khoa[0]);
  });

  it('may be from a day with a decision', async () => {
    const id = await add({ departmentId: khoa[0]! });
    const decision = { decisionNo: '7/QĐ', decisionDate: '2025-12-20', reason: 'điều động' };
    await change(id, { departmentId: khoa[1]!, change: { how: 'from', onDate: '2026-01-01', ...decision } });
    expect((await t.invoke('members.facts', { memberId: id })).rows[0]).toMatchObject({
      kind: 'department',
      onDate: '2026-01-01',
      state: 'now',
      ...decision,
    });
    expect(stateOn(id, '2025-12-31')?.department_id).toBe(khoa[0]);
  });

  it('that corrects rewrites what held, as if it had always been so', async () => {
    const id = await add({ departmentId: khoa[0]! });
    await change(id, { departmentId: khoa[1]!, change: { how: 'correct' } });
    expect(stateOn(id, '2020-01-01')?.department_id).toBe(khoa[1]);
    await change(id, { departmentId: khoa[2]!, change: { how: 'from', onDate: '2024-01-01' } });
    const { back } = await change(id, { departmentId: khoa[0]!, change: { how: 'correct' } });
    expect(stateOn(id, '2024-01-01')?.department_id).toBe(khoa[0]);
    expect(stateOn(id, '2023-12-31')?.department_id).toBe(khoa[1]);
    await back();
    expect(stateOn(id, '2024-01-01')?.department_id).toBe(khoa[2]);
  });

  it('that fills what was empty is no move', async () => {
    const id = await add();
    await change(id, { jobTitle: 'Dược sĩ' });
    expect(stateOn(id, '2020-01-01')?.job_title).toBe('Dược sĩ');
    expect((await t.invoke('members.facts', { memberId: id })).rows).toEqual([]);
  });

  it('put back on the same day leaves nothing', async () => {
    const id = await add({ departmentId: khoa[0]! });
    await change(id, { departmentId: khoa[1]! });
    await change(id, { departmentId: khoa[0]! });
    expect((await t.invoke('members.facts', { memberId: id })).rows).toEqual([]);
    expect(stateOn(id, NOW)?.department_id).toBe(khoa[0]);
  });
});

describe('membership', () => {
  it('ends, begins again, and an undo of it leaves the record as it was', async () => {
    const id = await add({ unionJoinDate: '2010-03-01' });
    const status = async (value: string, statusDate: string) => {
      const { version } = await t.invoke('members.get', { id });
      return undo('members.setStatus', {
        id,
        version,
        status: value,
        statusDate,
        decisionNo: '3/QĐ',
        place: 'Sở Y tế',
      });
    };
    const out = await status('transferred', '2018-06-01');
    expect(await active('2018-05-31')).toBe(1);
    expect(await active('2018-06-01')).toBe(0);
    expect(await t.invoke('members.get', { id })).toMatchObject({
      status: 'transferred',
      statusDate: '2018-06-01',
    });
    await status('active', '2020-01-01');
    expect([await active('2019-12-31'), await active('2020-01-01')]).toEqual([0, 1]);
    await out.back();
    expect(await active('2019-12-31')).toBe(1);
    expect((await t.invoke('members.facts', { memberId: id })).rows.map((row) => row.kind)).toEqual([
      'rejoined',
      'joined',
    ]);
  });

  it('of somebody admitted elsewhere begins with the transfer', async () => {
    const id = await add({ unionJoinDate: '2005-10-01' });
    await t.invoke('members.saveFact', {
      memberId: id,
      kind: 'transferredIn',
      onDate: '2015-09-01',
      place: 'CĐCS Bệnh viện Đa khoa tỉnh',
    });
    expect([await active('2010-01-01'), await active('2015-09-01')]).toEqual([0, 1]);
    const joined = { id: 'members.joined', from: '2005-01-01', to: '2005-12-31' } as const;
    expect((await t.invoke('dashboard.indicator', joined)).value).toBe(0);
  });

  it('counts joins in a period: 8 of 40, and 20 %', async () => {
    for (let at = 0; at < 8; at++) await add({ unionJoinDate: `2024-0${1 + (at % 6)}-15` });
    for (const unionJoinDate of ['2023-12-31', '2024-07-01', '2024', null]) await add({ unionJoinDate });
    const period = { from: '2024-01-01', to: '2024-06-30' };
    const figure = await t.invoke('dashboard.indicator', { id: 'members.joined', ...period });
    expect(figure.value).toBe(8);
    const list = await t.invoke('dashboard.records', { id: 'members.joined', ...period });
    expect([list.total, list.amount, list.rows.length]).toEqual([8, 8, 8]);
    expect(formatFraction(figure.value!, 40, { twoDigits: true })).toBe('08/40');
    expect(formatPercent(figure.value, 40)).toBe('20%');
  });

  it('has the admission as its first fact, which is the record itself', async () => {
    const id = await add({ unionJoinDate: '2010' });
    const { version } = await t.invoke('members.get', { id });
    const { back } = await undo('members.saveFact', {
      memberId: id,
      version,
      kind: 'joined',
      onDate: '2010-04-30',
      place: 'Trạm Y tế Suối Mơ',
      decisionNo: '5/QĐ-CĐCS',
      decisionDate: '2010-04-20',
      reason: 'đơn tự nguyện',
    });
    expect((await t.invoke('members.get', { id })).fields).toMatchObject({
      unionJoinDate: '2010-04-30',
      unionJoinPlace: 'Trạm Y tế Suối Mơ',
      unionJoinDecision: '5/QĐ-CĐCS',
    });
    expect((await t.invoke('members.facts', { memberId: id })).rows[0]).toMatchObject({
      id: null,
      kind: 'joined',
      decisionDate: '2010-04-20',
      reason: 'đơn tự nguyện',
    });
    await back();
    expect((await t.invoke('members.facts', { memberId: id })).rows[0]).toMatchObject({
      onDate: '2010',
      place: null,
      decisionDate: null,
    });
  });

  it('shows the list and the head count of a department as of a day', async () => {
    const hoa = await add({ fullName: 'Lê Thị Hòa', departmentId: khoa[0]! });
    await add({ fullName: 'Trần Văn Ân', departmentId: khoa[1]! });
    await t.invoke('members.recordMoves', {
      moves: [{ memberId: hoa, kind: 'department', to: khoa[1]!, onDate: '2026-03-01' }],
    });
    const counts = async (day: string) =>
      (await t.invoke('dashboard.figures', { from: '2026-01-01', to: day })).departments.map((bar) => [
        bar.label,
        bar.value,
      ]);
    expect(await counts('2026-02-28')).toEqual([
      ['Khoa Ngoại', 1],
      ['Khoa Nội', 1],
    ]);
    expect(await counts('2026-03-01')).toEqual([['Khoa Ngoại', 2]]);
    const of = (day: string, department: number) =>
      t.invoke('dashboard.records', {
        id: 'members.active',
        from: '2026-01-01',
        to: day,
        slice: { by: 'department', key: String(department) },
      });
    expect((await of('2026-02-28', khoa[0]!)).rows.map((row) => row.label)).toEqual(['Lê Thị Hòa']);
    expect((await of('2026-03-01', khoa[0]!)).total).toBe(0);
    const listed = await t.invoke('members.list', { asOf: '2026-02-28', departmentIds: [khoa[0]!] });
    expect(listed.rows.map((row) => row.fullName)).toEqual(['Lê Thị Hòa']);
  });
});

describe('facts', () => {
  it('can be corrected, put into the trash and taken back; the record follows', async () => {
    const id = await add({ departmentId: khoa[0]! });
    const fact = await t.invoke('members.saveFact', {
      memberId: id,
      kind: 'department',
      value: khoa[1]!,
      onDate: '2025-01-01',
    });
    const { back } = await undo('members.saveFact', {
      id: fact.id,
      version: fact.version,
      memberId: id,
      kind: 'department',
      value: khoa[2]!,
      onDate: '2024-01-01',
    });
    expect(stateOn(id, '2024-01-01')?.department_id).toBe(khoa[2]);
    expect((await t.invoke('members.get', { id })).fields.departmentId).toBe(khoa[2]);
    await back();
    expect(stateOn(id, '2024-06-01')?.department_id).toBe(khoa[0]);
    const trashed = await undo('members.trashFacts', { ids: [fact.id!] });
    expect((await t.invoke('members.get', { id })).fields.departmentId).toBe(khoa[0]);
    const inTrash = (await t.invoke('trash.list', {})).rows.filter((row) => row.entity === 'member_fact');
    expect(inTrash.map((row) => row.label)).toEqual(['Nguyễn Thị Hoa · 01/01/2025']);
    await trashed.back();
    expect((await t.invoke('members.get', { id })).fields.departmentId).toBe(khoa[1]);
  });

  it('refuse what does not suit the kind', async () => {
    const id = await add();
    const code = async (input: object) => {
      const reply = await t.raw('members.saveFact', { memberId: id, onDate: '2025-01-01', ...input });
      return reply.ok ? 'ok' : reply.error.code;
    };
    expect(await code({ kind: 'department', value: 'Khoa Nội' })).toBe('INVALID_INPUT');
    expect(await code({ kind: 'department', value: to[0] })).toBe('INVALID_INPUT');
    expect(await code({ kind: 'department', value: 999 })).toBe('NOT_FOUND');
    expect(await code({ kind: 'retired', value: 'x' })).toBe('INVALID_INPUT');
    expect(await code({ kind: 'jobTitle', value: 3 })).toBe('INVALID_INPUT');
  });

  it('of random sequences say the same of any day as a naive reading of them', async () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const kind = fc.constantFrom(
      'department',
      'group',
      'jobTitle',
      'retired',
      'rejoined',
      'left',
      'transferredOut',
    );
    const step = fc.record({ kind, onDate: day, pick: fc.nat(2), trash: fc.integer({ min: 0, max: 5 }) });
    const story = fc.record({
      joined: fc.option(day),
      steps: fc.array(step, { maxLength: 8 }),
      asked: fc.array(day, { minLength: 6, maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(story, async ({ joined, steps, asked }) => {
        const id = await add({ unionJoinDate: joined, departmentId: khoa[0]!, jobTitle: 'Bác sĩ' });
        const live: {
          id: number;
          kind: string;
          onDate: string;
          value: string | number | null;
          order: number;
        }[] = [];
        for (const [order, { kind: what, onDate, pick, trash }] of steps.entries()) {
          const value =
            what === 'department'
              ? khoa[pick]!
              : what === 'group'
                ? to[pick % 2]!
                : what === 'jobTitle'
                  ? `Bậc ${pick}`
                  : null;
          // Two facts of one kind on one day cannot be told apart by a day.
          if (live.some((fact) => fact.onDate === onDate)) continue;
          const saved = await t.invoke('members.saveFact', { memberId: id, kind: what, onDate, value });
          live.push({ id: saved.id!, kind: what, onDate, value, order });
          if (trash === 0) await t.invoke('members.trashFacts', { ids: [live.pop()!.id] });
        }
        for (const when of [...asked, ...steps.map((one) => one.onDate), NOW])
          expect(stateOn(id, when) ?? null, when).toEqual(replay(joined, live, when));
        const now = await t.invoke('members.get', { id });
        const today = replay(joined, live, NOW)!;
        expect([now.status, now.fields.departmentId, now.fields.groupId, now.fields.jobTitle]).toEqual([
          today.status,
          today.department_id,
          today.group_id,
          today.job_title,
        ]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

/** Walks the facts in order of their days up to `when`. */
function replay(
  joined: string | null,
  facts: readonly { kind: string; onDate: string; value: string | number | null }[],
  when: string,
): State | null {
  const state: State & { status: string } = {
    status: '',
    department_id: khoa[0]!,
    group_id: null,
    job_title: 'Bác sĩ',
    position: null,
    contract_type: null,
  };
  const events = [
    ...facts.map((fact) => ({ ...fact })),
    { kind: 'joined', onDate: joined ?? '', value: null },
  ];
  // The admission comes before what else happened that day.
  events.sort((a, b) =>
    a.onDate < b.onDate
      ? -1
      : a.onDate > b.onDate
        ? 1
        : a.kind === 'joined'
          ? -1
          : b.kind === 'joined'
            ? 1
            : 0,
  );
  for (const { kind, onDate, value } of events) {
    if (onDate > when) break;
    if (kind === 'department') state.department_id = value as number;
    else if (kind === 'group') state.group_id = value as number;
    else if (kind === 'jobTitle') state.job_title = value as string;
    else state.status = STATUS_OF[kind as keyof typeof STATUS_OF];
  }
  return state.status === '' ? null : state;
}

describe('discipline and absence', () => {
  it('discipline is recorded, corrected, trashed and restored; in effect until its day', async () => {
    const id = await add();
    const made = await undo('members.saveDiscipline', {
      memberId: id,
      side: 'employer',
      form: 'warning',
      onDate: '2026-02-10',
      effectUntil: '2027-02-10',
      decisionNo: '88/QĐ-TTYT',
      reason: 'vi phạm giờ trực',
    });
    const list = async () => (await t.invoke('members.disciplines', { memberId: id })).rows;
    const [first] = await list();
    expect(first).toMatchObject({ form: 'warning', inEffect: true });
    const { inEffect: _in, ...fields } = first!;
    await t.invoke('members.saveDiscipline', { ...fields, memberId: id, effectUntil: '2026-08-10' });
    expect((await list())[0]?.inEffect).toBe(false);
    await made.back();
    expect(await list()).toEqual([]);
    await t.invoke('members.restoreDisciplines', { ids: [first!.id] });
    expect(await list()).toHaveLength(1);
    const wrong = await t.raw('members.saveDiscipline', {
      ...fields,
      memberId: id,
      id: null,
      effectUntil: '2020-01-01',
    });
    expect(!wrong.ok && wrong.error.code).toBe('DATE_ORDER');
    const story = await t.invoke('members.timeline', { id });
    expect(story.rows.map((row) => row.kind)).toContain('discipline');
  });

  it('that of the Party is kept and shown only while those fields are on', async () => {
    const id = await add();
    const input = { memberId: id, side: 'party', form: 'reprimand', onDate: '2026-01-05' } as const;
    const refused = await t.raw('members.saveDiscipline', input);
    expect(!refused.ok && refused.error.code).toBe('FIELD_OFF');
    await t.invoke('members.setSensitive', {
      group: 'party',
      enabled: true,
      purpose: 'Theo dõi phát triển Đảng',
    });
    await t.invoke('members.saveDiscipline', input);
    expect((await t.invoke('members.disciplines', { memberId: id })).rows).toHaveLength(1);
    await t.invoke('members.setSensitive', { group: 'party', enabled: false, purpose: null });
    expect((await t.invoke('members.disciplines', { memberId: id })).rows).toEqual([]);
  });

  it('absence counts working days unless typed, and an open one up to today', async () => {
    const id = await add();
    const save = (input: Omit<InputOf<'members.saveAbsence'>, 'memberId'>) =>
      t.invoke('members.saveAbsence', { memberId: id, ...input });
    await save({ kind: 'sick', fromDate: '2026-03-02', toDate: '2026-03-13' });
    await save({ kind: 'maternity', fromDate: '2025-01-01', toDate: '2025-06-30', days: 130 });
    await save({ kind: 'unpaid', fromDate: '2026-11-16' });
    await save({ kind: 'maternity', fromDate: '2026-06-29', toDate: '2026-07-03' });
    const { rows, year } = await t.invoke('members.absences', { memberId: id });
    expect(year).toEqual({ year: 2026, days: 20, withoutMaternity: 15 });
    expect(rows.map((row) => [row.kind, row.workingDays])).toEqual([
      ['unpaid', 5],
      ['maternity', 5],
      ['sick', 10],
      ['maternity', 130],
    ]);
    const wrong = await t.raw('members.saveAbsence', {
      memberId: id,
      kind: 'sick',
      fromDate: '2026-03-02',
      toDate: '2026-03-01',
    });
    expect(!wrong.ok && wrong.error.code).toBe('DATE_ORDER');
  });
});

it('working days are counted as a calendar does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -3, max: 800 }), (start, length) => {
      const dayOf = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10);
      let count = 0;
      for (let n = start; n <= start + length; n++) if (!isDayOff(dayOf(n))) count++;
      expect(workingDays(dayOf(start), dayOf(start + length))).toBe(count);
    }),
  );
});

it('dated kinds all have a column in the stretches', () => {
  expect(DATED_KINDS).toHaveLength(5);
  const columns = reader.pragma('table_info(member_state)') as { name: string }[];
  expect(columns).toHaveLength(4 + DATED_KINDS.length);
});
