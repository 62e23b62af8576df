/** The dated tree of the organisation: changes that people follow, the past as it was, and the way back. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
let today = '2026-11-22';
beforeEach(async () => {
  today = '2026-11-22';
  t = await openTestCore({ clock: () => new Date(`${today}T03:00:00Z`) });
});
afterEach(() => t.close());

type Change = InputOf<'organisation.change'>['change'];
type Tree = OutputOf<'organisation.tree'>;
const unit = async (kind: 'section' | 'group' | 'department', name: string, more = {}) =>
  (await t.invoke('organisation.createUnit', { kind, name, ...more })).id;
const person = async (fullName: string, groupId: number | null, departmentId: number | null = null) =>
  (await t.invoke('members.create', { fullName, groupId, departmentId, unionJoinDate: '2010-01-01' })).id;
const change = (one: Change, more: Partial<InputOf<'organisation.change'>> = {}) =>
  t.invoke('organisation.change', { change: one, ...more });
const tree = (asOf: string | null = null, withClosed = false) =>
  t.invoke('organisation.tree', { asOf, withClosed });
const heads = (found: Tree) => Object.fromEntries(found.units.map((one) => [one.name, one.members]));
const namesIn = async (
  unitId: number,
  asOf: string | null = null,
  kind: 'group' | 'department' | 'section' = 'group',
) => (await t.invoke('organisation.unitPeople', { unitId, kind, asOf })).rows.map((row) => row.fullName);
const codeOf = async (input: InputOf<'organisation.change'>) => {
  const reply = await t.raw('organisation.change', input);
  return reply.ok ? 'ok' : reply.error.code;
};

describe('a change with its day', () => {
  it('merges two groups into a new one: people follow, the past stays, papers and lists of the day are right', async () => {
    const a = await unit('group', 'Tổ Nội');
    const b = await unit('group', 'Tổ Nhi');
    const hoa = await person('Nguyễn Thị Hoa', a);
    await person('Trần Văn Ân', b);
    const asked: Change = {
      kind: 'merge',
      on: '2026-07-01',
      unitIds: [a, b],
      into: { name: 'Tổ Nội - Nhi' },
    };
    const seen = await t.invoke('organisation.previewChange', { change: asked });
    expect(seen.moved).toBe(2);
    expect(seen.moves).toEqual([
      { from: 'Tổ Nội', to: 'Tổ Nội - Nhi', members: 1 },
      { from: 'Tổ Nhi', to: 'Tổ Nội - Nhi', members: 1 },
    ]);
    expect(seen.lines.find((line) => line.id === a)).toMatchObject({
      before: { name: 'Tổ Nội', open: true, members: 1 },
      after: { open: false, members: 0 },
    });
    expect((await tree()).units).toHaveLength(2);

    const done = await change(asked, { decisionNo: '12/QĐ-CĐCS', note: 'Sắp xếp lại tổ' });
    expect(done).toMatchObject({ moved: 2 });
    const [c] = done.created;
    expect(heads(await tree())).toEqual({ 'Tổ Nội - Nhi': 2 });
    expect(heads(await tree('2026-06-30'))).toEqual({ 'Tổ Nhi': 1, 'Tổ Nội': 1 });
    expect(await namesIn(c!)).toEqual(['Trần Văn Ân', 'Nguyễn Thị Hoa']);
    expect(await namesIn(a, '2026-06-30')).toEqual(['Nguyễn Thị Hoa']);
    expect((await t.invoke('members.get', { id: hoa })).group).toBe('Tổ Nội - Nhi');
    const [row] = (await t.invoke('organisation.changes', { unitId: a })).rows;
    expect(row).toMatchObject({
      kind: 'merge',
      on: '2026-07-01',
      decisionNo: '12/QĐ-CĐCS',
      from: ['Tổ Nội', 'Tổ Nhi'],
      to: ['Tổ Nội - Nhi'],
      moved: 2,
      undoneAt: null,
    });
  });

  it('is taken back as if it had not been, and brought again', async () => {
    const a = await unit('group', 'Tổ Nội');
    const b = await unit('group', 'Tổ Nhi');
    await person('Nguyễn Thị Hoa', a);
    await person('Trần Văn Ân', b);
    const before = [await tree(), await tree('2026-07-02')];
    const { id } = await change({ kind: 'merge', on: '2026-07-01', unitIds: [a], targetId: b });
    const after = [await tree(), await tree('2026-07-02')];
    expect(heads(after[0]!)).toEqual({ 'Tổ Nhi': 2 });
    const plain = (trees: Tree[]) =>
      trees.map((one) => ({ ...one, units: one.units.map(({ version: _, ...rest }) => rest) }));
    await t.invoke('organisation.revertChange', { id });
    expect(plain([await tree(), await tree('2026-07-02')])).toEqual(plain(before));
    expect(await namesIn(a)).toEqual(['Nguyễn Thị Hoa']);
    await t.invoke('organisation.repeatChange', { id });
    expect(plain([await tree(), await tree('2026-07-02')])).toEqual(plain(after));
    await t.invoke('organisation.revertChange', { id });
    expect((await t.invoke('organisation.changes', {})).rows[0]?.undoneAt).not.toBeNull();
    // Left out of the trash: the part a change made is not a record by itself.
    expect((await t.invoke('trash.list', {})).rows).toEqual([]);
  });

  it('names, places and closings of the future wait for their day', async () => {
    const a = await unit('department', 'Khoa Nội');
    await change({ kind: 'rename', on: '2027-01-01', unitId: a, name: 'Khoa Nội tổng hợp' });
    expect((await t.invoke('organisation.units', {})).rows[0]?.name).toBe('Khoa Nội');
    expect((await tree('2027-01-01')).units[0]?.name).toBe('Khoa Nội tổng hợp');
    today = '2027-01-01';
    expect((await t.invoke('organisation.units', {})).rows[0]?.name).toBe('Khoa Nội tổng hợp');
    expect((await tree('2026-12-31')).units[0]?.name).toBe('Khoa Nội');
  });

  it('people who came to a closed part later are led on from their own day', async () => {
    const a = await unit('group', 'Tổ 1');
    const b = await unit('group', 'Tổ 2');
    const late = await person('Lê Văn Muộn', b);
    await change({
      kind: 'split',
      on: '2026-09-01',
      unitId: b,
      parts: [{ targetId: a, name: '-', memberIds: [late] }],
    });
    expect(await namesIn(a)).toEqual(['Lê Văn Muộn']);
    // Recorded afterwards, holding from before: who was moved in on 1/9 goes on to the new group on that day.
    const { created } = await change({
      kind: 'merge',
      on: '2026-06-01',
      unitIds: [a, b],
      into: { name: 'Tổ 3' },
    });
    expect(await namesIn(created[0]!)).toEqual(['Lê Văn Muộn']);
    expect(heads(await tree('2026-08-01'))).toEqual({ 'Tổ 3': 1 });
    expect(heads(await tree('2026-09-02'))).toEqual({ 'Tổ 3': 1 });
  });

  it('splits a group by chosen people, the rest to one of the parts', async () => {
    const a = await unit('group', 'Tổ Ngoại');
    const [x, y, z] = [await person('A Một', a), await person('B Hai', a), await person('C Ba', a)];
    const { created } = await change({
      kind: 'split',
      on: '2026-10-01',
      unitId: a,
      restTo: 1,
      parts: [
        { name: 'Tổ Ngoại 1', memberIds: [x!, y!] },
        { name: 'Tổ Ngoại 2', memberIds: [] },
      ],
    });
    expect(heads(await tree())).toEqual({ 'Tổ Ngoại 1': 2, 'Tổ Ngoại 2': 1 });
    expect(await namesIn(created[1]!)).toEqual(['C Ba']);
    expect(z).toBeGreaterThan(0);
    // A new part may carry the name of what is split, when that ends.
    const again = await change({
      kind: 'split',
      on: '2026-11-01',
      unitId: created[0]!,
      restTo: 0,
      parts: [{ name: 'Tổ Ngoại 1' }],
    });
    expect(heads(await tree())).toEqual({ 'Tổ Ngoại 1': 2, 'Tổ Ngoại 2': 1 });
    expect(again.moved).toBe(2);
  });

  it('leads on again whoever was recorded to come later to a part they are in already', async () => {
    const [a, b, c] = [await unit('group', 'Tổ 1'), await unit('group', 'Tổ 2'), await unit('group', 'Tổ 3')];
    const hoa = await person('Nguyễn Thị Hoa', a);
    const give = (on: string) =>
      change({
        kind: 'split',
        on,
        unitId: a,
        restTo: null,
        parts: [{ name: '-', targetId: b, memberIds: [hoa] }],
      });
    await give('2025-08-30');
    await give('2024-01-08');
    const { id } = await change({ kind: 'close', on: '2025-01-12', unitId: b, targetId: c });
    for (const day of ['2025-01-12', '2025-08-29', '2025-08-30', today])
      expect([day, await namesIn(c, day)]).toEqual([day, ['Nguyễn Thị Hoa']]);
    await t.invoke('organisation.revertChange', { id });
    expect(await namesIn(b, today)).toEqual(['Nguyễn Thị Hoa']);
  });

  it('leads on whoever lies in the trash, without counting or asking about them', async () => {
    const a = await unit('group', 'Tổ Nội');
    const b = await unit('group', 'Tổ Nhi');
    const hoa = await person('Nguyễn Thị Hoa', a);
    const an = await person('Trần Văn Ân', a);
    await t.invoke('members.trash', { ids: [an] });
    const close: Change = { kind: 'close', on: '2026-07-01', unitId: a, targetId: b };
    expect((await t.invoke('organisation.previewChange', { change: close })).moved).toBe(1);
    const { id, moved } = await change(close);
    expect(moved).toBe(1);
    expect(await namesIn(b, '2026-07-01')).toEqual(['Nguyễn Thị Hoa']);
    expect(await t.invoke('members.restore', { ids: [an] })).toEqual({ count: 1, placeless: 0 });
    expect((await t.invoke('members.get', { id: an })).fields.groupId).toBe(b);
    expect(await namesIn(a, '2026-06-30')).toEqual(['Trần Văn Ân', 'Nguyễn Thị Hoa']);
    expect((await tree('2026-07-01')).figures.withoutGroup).toBe(0);
    await t.invoke('organisation.revertChange', { id });
    for (const one of [hoa, an]) expect((await t.invoke('members.get', { id: one })).fields.groupId).toBe(a);
    await t.invoke('organisation.repeatChange', { id });
    expect((await t.invoke('members.get', { id: an })).fields.groupId).toBe(b);
  });

  it('that closes a part only people in the trash belong to leaves them without one when they come back', async () => {
    const a = await unit('group', 'Tổ Nội');
    const an = await person('Trần Văn Ân', a);
    await t.invoke('members.trash', { ids: [an] });
    await change({ kind: 'close', on: '2026-07-01', unitId: a, targetId: null });
    expect(await t.invoke('members.restore', { ids: [an] })).toEqual({ count: 1, placeless: 1 });
    expect((await t.invoke('members.get', { id: an })).fields.groupId).toBe(null);
    expect(await namesIn(a, '2026-06-30')).toEqual(['Trần Văn Ân']);
    expect((await tree('2026-07-01')).figures.withoutGroup).toBe(1);
  });

  it('closes a section: its groups go to another or stand under the unit', async () => {
    const s = await unit('section', 'CĐBP Khối lâm sàng');
    const other = await unit('section', 'CĐBP Khối hành chính');
    const g = await unit('group', 'Tổ Nội', { parentId: s });
    await person('Nguyễn Thị Hoa', g);
    expect(heads(await tree())).toEqual({ 'CĐBP Khối lâm sàng': 1, 'CĐBP Khối hành chính': 0, 'Tổ Nội': 1 });
    const first = await change({ kind: 'close', on: '2026-08-01', unitId: s, targetId: other });
    expect((await tree()).units.find((one) => one.id === g)?.parentId).toBe(other);
    expect(await namesIn(other, null, 'section')).toEqual(['Nguyễn Thị Hoa']);
    expect((await tree('2026-07-31')).units.find((one) => one.id === g)?.parentId).toBe(s);
    await t.invoke('organisation.revertChange', { id: first.id });
    await change({ kind: 'close', on: '2026-08-01', unitId: s });
    expect((await tree()).units.find((one) => one.id === g)?.parentId).toBeNull();
  });

  it('departments that are merged keep their sub-departments and take their groups along', async () => {
    const noi = await unit('department', 'Khoa Nội');
    const nhi = await unit('department', 'Khoa Nhi');
    const sub = await unit('department', 'Đơn nguyên Thận', { parentId: noi });
    const g = await unit('group', 'Tổ Nội', { departmentId: noi });
    await person('Nguyễn Thị Hoa', g, noi);
    await person('Trần Văn Ân', null, sub);
    const { created } = await change({
      kind: 'merge',
      on: '2026-08-01',
      unitIds: [noi, nhi],
      into: { name: 'Khoa Nội - Nhi' },
    });
    const now = await tree();
    expect(now.units.find((one) => one.id === sub)?.parentId).toBe(created[0]);
    expect(now.units.find((one) => one.id === g)?.departmentId).toBe(created[0]);
    expect(now.units.find((one) => one.id === created[0])?.members).toBe(2);
    expect((await t.invoke('organisation.units', { kind: 'group' })).rows[0]?.departmentId).toBe(created[0]);
  });
});

describe('what stands against a change is said', () => {
  it.each([
    ['ORG_TARGET_NEEDED', (a: number) => ({ kind: 'close', on: '2026-01-01', unitId: a }) as Change],
    ['ORG_NOTHING', (a: number) => ({ kind: 'rename', on: '2026-01-01', unitId: a, name: 'Tổ 1' }) as Change],
    ['DUPLICATE', (a: number) => ({ kind: 'rename', on: '2026-01-01', unitId: a, name: 'tổ 2' }) as Change],
    [
      'ORG_KIND',
      (a: number, b: number) => ({ kind: 'move', on: '2026-01-01', unitId: a, parentId: b }) as Change,
    ],
    ['NOT_FOUND', () => ({ kind: 'rename', on: '2026-01-01', unitId: 999, name: 'X' }) as Change],
    [
      'ORG_NOTHING',
      (a: number) => ({ kind: 'merge', on: '2026-01-01', unitIds: [a], into: { name: 'X' } }) as Change,
    ],
    [
      'ORG_NOT_INSIDE',
      (a: number) =>
        ({
          kind: 'split',
          on: '2026-01-01',
          unitId: a,
          parts: [{ name: 'X', memberIds: [12345] }],
        }) as Change,
    ],
  ])('%s', async (code, make) => {
    const a = await unit('group', 'Tổ 1');
    const b = await unit('group', 'Tổ 2');
    await person('Nguyễn Thị Hoa', a);
    expect(await codeOf({ change: make(a, b) })).toBe(code);
    expect((await t.invoke('organisation.changes', {})).rows).toEqual([]);
  });

  it('a department cannot go under its own sub-department, a closed part takes nobody', async () => {
    const top = await unit('department', 'Khoa Nội');
    const sub = await unit('department', 'Đơn nguyên', { parentId: top });
    const far = await unit('department', 'Khoa Nhi');
    expect(await codeOf({ change: { kind: 'move', on: '2026-01-01', unitId: top, parentId: sub } })).toBe(
      'ORG_CYCLE',
    );
    await change({ kind: 'close', on: '2026-05-01', unitId: far });
    expect(await codeOf({ change: { kind: 'merge', on: '2026-06-01', unitIds: [sub], targetId: far } })).toBe(
      'ORG_NOT_OPEN',
    );
    expect(await codeOf({ change: { kind: 'merge', on: '2026-04-01', unitIds: [sub], targetId: far } })).toBe(
      'ORG_CLOSED_LATER',
    );
  });

  it('an earlier change waits until the one built on it is taken back; a new part somebody joined stays', async () => {
    const a = await unit('group', 'Tổ 1');
    const b = await unit('group', 'Tổ 2');
    await person('Nguyễn Thị Hoa', a);
    const first = await change({ kind: 'merge', on: '2026-03-01', unitIds: [a, b], into: { name: 'Tổ 3' } });
    const second = await change({
      kind: 'rename',
      on: '2026-04-01',
      unitId: first.created[0]!,
      name: 'Tổ Ba',
    });
    const refused = await t.raw('organisation.revertChange', { id: first.id });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'ORG_LATER_CHANGE', details: { date: '01/04/2026' } },
    });
    await t.invoke('organisation.revertChange', { id: second.id });
    const joined = await person('Trần Mới', first.created[0]!);
    expect(await t.raw('organisation.revertChange', { id: first.id })).toMatchObject({
      ok: false,
      error: { code: 'IN_USE' },
    });
    await t.invoke('members.trash', { ids: [joined] });
    // In the trash it still says where it was, and would come back there.
    expect(await t.raw('organisation.revertChange', { id: first.id })).toMatchObject({
      ok: false,
      error: { code: 'IN_USE' },
    });
  });
});

describe('figures of a day (case 20)', () => {
  it('counts parts, those with members, and those without a place', async () => {
    const a = await unit('group', 'Tổ 1');
    const b = await unit('group', 'Tổ 2');
    await unit('group', 'Tổ 3');
    await person('Nguyễn Thị Hoa', a);
    await person('Trần Văn Ân', b);
    await person('Lê Chưa Xếp', null);
    await change({ kind: 'close', on: '2026-10-01', unitId: b, targetId: a });
    const { figures } = await tree();
    expect(figures.group).toEqual({ open: 2, active: 1, closed: 1 });
    expect(figures).toMatchObject({ members: 3, withoutGroup: 1, withoutDepartment: 3 });
    expect((await tree('2026-09-30')).figures.group).toEqual({ open: 3, active: 2, closed: 0 });
    expect((await t.invoke('organisation.unitPeople', { unitId: null, kind: 'group' })).rows).toMatchObject([
      { fullName: 'Lê Chưa Xếp' },
    ]);
  });

  it('n units, n active, with the day of the count, as figures with their lists', async () => {
    const s = await unit('section', 'CĐBP Khối lâm sàng');
    await unit('section', 'CĐBP Trạm Y tế');
    const a = await unit('group', 'Tổ 1', { parentId: s });
    await unit('group', 'Tổ 2');
    await person('Nguyễn Thị Hoa', a);
    await change({ kind: 'rename', on: '2026-07-01', unitId: a, name: 'Tổ Một' });
    const of = async (id: 'organisation.unions' | 'organisation.unionsActive', to: string) => {
      const found = await t.invoke('dashboard.records', {
        id,
        from: '2026-01-01',
        to,
        limit: 50,
        offset: 0,
        slice: null,
      });
      expect(found.figure).toMatchObject({ value: found.rows.length, asOf: to });
      return found.rows.map((row) => row.label);
    };
    expect(await of('organisation.unions', '2026-11-22')).toEqual([
      'CĐBP Khối lâm sàng',
      'CĐBP Trạm Y tế',
      'Tổ 2',
      'Tổ Một',
    ]);
    expect(await of('organisation.unionsActive', '2026-11-22')).toEqual(['CĐBP Khối lâm sàng', 'Tổ Một']);
    // Under the name of that day.
    expect(await of('organisation.unionsActive', '2026-06-30')).toEqual(['CĐBP Khối lâm sàng', 'Tổ 1']);
  });

  it('keeps one class per part and year, with undo and trash (case 10)', async () => {
    const a = await unit('group', 'Tổ 1');
    const saved = await t.invoke('organisation.saveClass', { unitId: a, year: 2025, class: 'excellent' });
    await t.invoke('organisation.saveClass', { unitId: a, year: 2024, class: 'good' });
    await t.invoke('organisation.saveClass', { unitId: null, year: 2025, class: 'good' });
    const second = await t.raw('organisation.saveClass', { unitId: a, year: 2025, class: 'done' });
    expect(second).toMatchObject({
      ok: false,
      error: { code: 'CLASS_TAKEN', details: { name: 'Tổ 1', year: 2025 } },
    });
    const { rows } = await t.invoke('organisation.classes', { unitId: a });
    expect(rows.map((row) => [row.year, row.class])).toEqual([
      [2025, 'excellent'],
      [2024, 'good'],
    ]);
    await t.invoke('organisation.trashClasses', { ids: [saved.id] });
    expect((await t.invoke('trash.list', {})).rows).toMatchObject([
      { entity: 'org_unit_class', label: 'Tổ 1 · 2025' },
    ]);
    await t.invoke('organisation.restoreClasses', { ids: [saved.id] });
    expect((await t.invoke('organisation.classes', { year: 2025 })).rows).toHaveLength(2);
  });
});

it('a list that uses a former name, or that of a part taken in, finds the part of today', async () => {
  const a = await unit('department', 'Khoa Nội');
  const b = await unit('department', 'Khoa Nhi');
  await change({ kind: 'rename', on: '2026-02-01', unitId: a, name: 'Khoa Nội tổng hợp' });
  await change({ kind: 'merge', on: '2026-03-01', unitIds: [b], targetId: a });
  const { unitCalled } = await import('../../electron/modules/organisation/tree/corrections');
  const ctx = { db: (t.core as unknown as { working: { db: never } }).working.db, today: () => today };
  expect(unitCalled(ctx, 'department', 'khoa noi')).toBe(a);
  expect(unitCalled(ctx, 'department', 'Khoa Nhi')).toBe(a);
  expect(unitCalled(ctx, 'department', 'Khoa Mắt')).toBeNull();
});

/** What a plain reading of the changes, one after another, says. */
interface Model {
  open: Set<number>;
  parent: Map<number, number | null>;
  seat: Map<number, number>;
}
const copy = (model: Model): Model => ({
  open: new Set(model.open),
  parent: new Map(model.parent),
  seat: new Map(model.seat),
});

/** A random change told by numbers, fitted to what is open. */
interface Step {
  kind: 'merge' | 'mergeInto' | 'give' | 'split' | 'splitAll' | 'close' | 'move' | 'rename' | 'open';
  a: number;
  b: number;
  day: number;
}
const dayOf = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom<Step['kind']>(
      'merge',
      'mergeInto',
      'give',
      'give',
      'split',
      'splitAll',
      'close',
      'move',
      'rename',
      'open',
    ),
    a: fc.nat(99),
    b: fc.nat(99),
    day: fc.nat(900),
  }),
  { minLength: 3, maxLength: 9 },
);

let serial = 0;
/** The change a step asks for among the groups (and sections) given; null when it makes none. */
function toChange(
  step: Step,
  groups: readonly number[],
  sections: readonly number[],
  people: readonly number[],
  on: string,
): Change | null {
  const one = groups[step.a % groups.length];
  const other = groups[step.b % groups.length];
  if (one === undefined || other === undefined) return null;
  const name = `Tổ mới ${++serial}`;
  if (step.kind === 'open')
    return {
      kind: 'open',
      on,
      unitKind: 'group',
      name,
      parentId: sections[step.b % sections.length] ?? null,
    };
  if (step.kind === 'rename') return { kind: 'rename', on, unitId: one, name };
  if (step.kind === 'move')
    return {
      kind: 'move',
      on,
      unitId: one,
      parentId: step.b % 3 === 0 ? null : (sections[step.b % sections.length] ?? null),
    };
  if (step.kind === 'split' || step.kind === 'splitAll') {
    const chosen = people.filter((_, at) => (at + step.b) % 2 === 0);
    return {
      kind: 'split',
      on,
      unitId: one,
      restTo: step.kind === 'splitAll' ? 1 : null,
      parts: [
        { name, memberIds: chosen },
        { name: `${name} b`, memberIds: [] },
      ],
    };
  }
  if (one === other) return null;
  if (step.kind === 'give') {
    const memberIds = people.filter((_, at) => (at + step.b) % 2 === 0);
    const parts = [{ name: '-', targetId: other, memberIds }];
    return { kind: 'split', on, unitId: one, restTo: null, parts };
  }
  if (step.kind === 'close') return { kind: 'close', on, unitId: one, targetId: other };
  return step.kind === 'merge'
    ? { kind: 'merge', on, unitIds: [one, other], into: { name } }
    : { kind: 'merge', on, unitIds: [one], targetId: other };
}

/** Applies a change to the model; `created` are the ids the store gave. */
function replay(model: Model, asked: Change, created: readonly number[]): void {
  const lead = (from: number, to: number, only?: readonly number[]) => {
    for (const [member, seat] of model.seat)
      if (seat === from && (!only || only.includes(member))) model.seat.set(member, to);
  };
  for (const id of created) {
    model.open.add(id);
    model.parent.set(id, null);
  }
  if (asked.kind === 'open') model.parent.set(created[0]!, asked.parentId ?? null);
  else if (asked.kind === 'move') model.parent.set(asked.unitId, asked.parentId ?? null);
  else if (asked.kind === 'merge') {
    const goal = asked.targetId ?? created[0]!;
    for (const id of asked.unitIds) {
      lead(id, goal);
      model.open.delete(id);
    }
  } else if (asked.kind === 'split') {
    lead(asked.unitId, asked.parts[0]!.targetId ?? created[0]!, asked.parts[0]!.memberIds);
    if (typeof asked.restTo === 'number') {
      lead(asked.unitId, created[asked.restTo]!);
      model.open.delete(asked.unitId);
    }
  } else if (asked.kind === 'close') {
    lead(asked.unitId, asked.targetId!);
    model.open.delete(asked.unitId);
  }
}

async function startWorld(): Promise<{ sections: number[]; people: number[]; model: Model }> {
  const sections = [await unit('section', 'Bộ phận A'), await unit('section', 'Bộ phận B')];
  const model: Model = { open: new Set(), parent: new Map(), seat: new Map() };
  for (let g = 0; g < 4; g++) {
    const id = await unit('group', `Tổ ${g}`);
    model.open.add(id);
    model.parent.set(id, null);
    for (let p = 0; p < 3; p++) model.seat.set(await person(`Người ${g}${p}`, id), id);
  }
  return { sections, people: [...model.seat.keys()], model };
}

/** Where everybody is on a day, as the store answers. */
async function storeOn(
  day: string,
): Promise<{ open: Record<number, number | null>; seats: Record<number, number> }> {
  const found = await tree(day);
  const groups = found.units.filter((one) => one.kind === 'group');
  const seats: Record<number, number> = {};
  for (const group of groups) {
    const { rows } = await t.invoke('organisation.unitPeople', {
      unitId: group.id,
      kind: 'group',
      asOf: day,
      limit: 500,
    });
    expect(rows).toHaveLength(group.members);
    for (const row of rows) {
      expect(seats[row.id]).toBeUndefined();
      seats[row.id] = group.id;
    }
  }
  expect(found.figures.withoutGroup).toBe(0);
  return { open: Object.fromEntries(groups.map((one) => [one.id, one.parentId])), seats };
}

describe('random sequences of changes', () => {
  it('recorded in order: every day is what a plain replay says, and taking all back gives the beginning', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        await t.close();
        t = await openTestCore({ clock: () => new Date(`${today}T03:00:00Z`) });
        const { sections, people, model } = await startWorld();
        const snapshots: [string, Model][] = [['2023-12-31', copy(model)]];
        const made: number[] = [];
        for (const [at, step] of [...list].sort((x, y) => x.day - y.day).entries()) {
          const on = dayOf(step.day + at);
          const one = [...model.open].sort((x, y) => x - y)[step.a % model.open.size];
          const inside = people.filter((id) => model.seat.get(id) === one);
          const asked = toChange(
            step,
            [...model.open].sort((x, y) => x - y),
            sections,
            inside,
            on,
          );
          if (!asked) continue;
          const reply = await t.raw('organisation.change', { change: asked });
          if (!reply.ok) {
            expect(['ORG_NOTHING']).toContain(reply.error.code);
            continue;
          }
          const data = reply.data as OutputOf<'organisation.change'>;
          made.push(data.id);
          replay(model, asked, data.created);
          snapshots.push([on, copy(model)]);
        }
        for (const [at, [day, then]] of snapshots.entries()) {
          if (snapshots[at + 1]?.[0] === day) continue;
          const { open, seats } = await storeOn(day);
          expect(Object.keys(open).map(Number).sort()).toEqual([...then.open].sort());
          for (const id of then.open) expect(open[id]).toBe(then.parent.get(id));
          expect(seats).toEqual(Object.fromEntries(then.seat));
        }
        for (const id of made.reverse()) await t.invoke('organisation.revertChange', { id });
        for (const day of ['2023-12-31', '2025-01-01', today]) {
          const first = snapshots[0]![1];
          const { open, seats } = await storeOn(day);
          expect(Object.keys(open).map(Number).sort()).toEqual([...first.open].sort());
          expect(seats).toEqual(Object.fromEntries(first.seat));
        }
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it('recorded in any order of days: on every day everybody is in exactly one open group, or the change is refused', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        await t.close();
        t = await openTestCore({ clock: () => new Date(`${today}T03:00:00Z`) });
        const { sections, people } = await startWorld();
        const days = new Set<string>(['2023-12-31', today]);
        // People given away late, so that earlier changes meet those who came to a part after them.
        const late = list
          .slice(0, 3)
          .map((step) => ({ ...step, kind: 'give' as const, day: 600 + (step.day % 300) }));
        for (const step of [...late, ...list]) {
          const on = dayOf(step.day);
          const now = await storeOn(on);
          const groups = Object.keys(now.open).map(Number);
          const inside = people.filter((id) => now.seats[id] === groups[step.a % groups.length]);
          const asked = toChange(step, groups, sections, inside, on);
          if (!asked) continue;
          const reply = await t.raw('organisation.change', { change: asked });
          if (reply.ok) days.add(on);
          else expect(['ORG_NOTHING', 'ORG_CLOSED_LATER', 'DUPLICATE']).toContain(reply.error.code);
        }
        for (const day of days) expect(Object.keys((await storeOn(day)).seats)).toHaveLength(people.length);
      }),
      { numRuns: 6 },
    );
  }, 240_000);
});

describe('handover', () => {
  const unzip = (token: string) => {
    return unzipSync(new Uint8Array(readFileSync(t.core.files.outgoing(token).path)));
  };

  it('is one file: minutes, lists, data, and checksums that fit', async () => {
    await t.invoke('organisation.saveProfile', {
      name: 'Công đoàn cơ sở Trung tâm Y tế Suối Mơ',
      shortName: 'CĐCS TTYT Suối Mơ',
      symbol: 'CĐCS',
      upperName: 'LĐLĐ tỉnh Thanh Lâm',
      place: 'Suối Mơ',
    });
    const d = await unit('department', 'Khoa Nội');
    const a = await unit('group', 'Tổ 1');
    const b = await unit('group', 'Tổ 2');
    await person('Nguyễn Thị Hoa', a, d);
    await person('Trần Văn Ân', b, d);
    await t.invoke('organisation.saveClass', { unitId: a, year: 2025, class: 'excellent' });
    await t.invoke('events.create', { kind: 'other', name: 'Hội nghị sắp tới', startsOn: '2026-12-20' });
    const made = await t.job('organisation.handover', {
      fromName: 'Hoàng Minh Tuệ',
      fromPost: 'Chủ tịch',
      toName: 'Lý Thị Mỷ',
      reason: 'Thay đổi chủ tịch',
    });
    expect(made).toMatchObject({ name: 'Bàn giao công đoàn cơ sở 22-11-2026.zip', members: 2 });
    const files = unzip(made.token);
    const sums = new TextDecoder().decode(files['ma-kiem-tra.sha256']);
    for (const [name, bytes] of Object.entries(files))
      if (!name.endsWith('.sha256'))
        expect(sums).toContain(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
    expect(Object.keys(files)).toHaveLength(5);
    const data = JSON.parse(new TextDecoder().decode(files['so-lieu.json']));
    expect(data).toMatchObject({ format: 'so-cong-doan/ban-giao', asOf: '2026-11-22', part: null });
    expect(data.members.map((one: { fullName: string }) => one.fullName)).toEqual([
      'Trần Văn Ân',
      'Nguyễn Thị Hoa',
    ]);
    expect(data.open).toMatchObject([{ what: 'Hội nghị sắp tới', todo: 'Sắp diễn ra' }]);
    expect(data.classes).toEqual([{ year: 2025, name: 'Tổ 1', class: 'Hoàn thành xuất sắc nhiệm vụ' }]);
    const pdf = await readPdf(files['bien-ban-ban-giao.pdf']!);
    const text = pdf.flatMap((page) => page.texts.map((one) => one.text)).join(' ');
    for (const words of [
      'BIÊN BẢN BÀN GIAO',
      'Hoàng Minh Tuệ',
      'Lý Thị Mỷ',
      'Thay đổi chủ tịch',
      'Nguyễn Thị Hoa',
    ])
      expect(text).toContain(words);
  });

  it('of a part holds its people as they were on the day, and is in the log', async () => {
    const a = await unit('group', 'Tổ 1');
    const b = await unit('group', 'Tổ 2');
    await person('Nguyễn Thị Hoa', a);
    await person('Trần Văn Ân', b);
    await change({ kind: 'close', on: '2026-09-01', unitId: b, targetId: a });
    const made = await t.job('organisation.handover', { unitId: b, asOf: '2026-08-31' });
    expect(made.members).toBe(1);
    const data = JSON.parse(new TextDecoder().decode(unzip(made.token)['so-lieu.json']));
    expect(data).toMatchObject({
      part: 'Tổ 2',
      members: [{ fullName: 'Trần Văn Ân', group: 'Tổ 2' }],
      open: [],
    });
    expect(await t.raw('organisation.handover', { unitId: 999 })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });
});
