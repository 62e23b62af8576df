/** Combined conditions, saved filters, the register as of a day, and changes of many with their undo. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConditionGroup } from '../../shared/contract/memberConditions';
import { openTestCore, type TestCore } from '../helpers/core';

let store: TestCore;
const ids: Record<string, number> = {};
beforeEach(async () => {
  store = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  const unit = async (kind: 'department' | 'group', name: string) =>
    (await store.invoke('organisation.createUnit', { kind, name })).id;
  ids.noi = await unit('department', 'Khoa Nội');
  ids.ngoai = await unit('department', 'Khoa Ngoại');
  const people = {
    hoa: {
      fullName: 'Nguyễn Thị Hoà',
      gender: 'female',
      birthDate: '1989-02-17',
      jobTitle: 'Điều dưỡng',
      departmentId: ids.noi,
    },
    dung: {
      fullName: 'Đỗ Văn Dũng',
      gender: 'male',
      birthDate: '1970',
      jobTitle: 'Bác sĩ',
      departmentId: ids.noi,
      phone: '0912345678',
    },
    bao: {
      fullName: 'Y Bảo Niê',
      sortName: 'Bảo',
      gender: 'male',
      birthDate: '1994-03-08',
      jobTitle: 'Bác sĩ CKI',
      departmentId: ids.ngoai,
    },
    yen: {
      fullName: 'Lê Hải Yến',
      gender: 'female',
      birthDate: '1990-12-31',
      unionJoinDate: '2015',
      departmentId: ids.ngoai,
    },
  } as const;
  for (const [key, person] of Object.entries(people))
    ids[key] = (await store.invoke('members.create', person)).id;
});
afterEach(() => store.close());

type Items = readonly unknown[];
const all = (...items: Items): ConditionGroup => ({ match: 'all', items }) as ConditionGroup;
const any = (...items: Items): ConditionGroup => ({ match: 'any', items }) as ConditionGroup;
const is = (field: string, ...values: (string | number | boolean)[]) => ({
  field,
  op: 'is' as const,
  values,
});
const names = async (conditions: ConditionGroup, more = {}) =>
  (await store.invoke('members.list', { conditions, statuses: [], ...more })).rows.map((row) => row.fullName);
const code = async (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: Error) => /: ([A-Z_]+) /.exec(error.message)?.[1] ?? error.message,
  );

describe('combined conditions', () => {
  it('compare words without tones, whole or in part', async () => {
    expect(await names(all(is('jobTitle', 'bac si')))).toEqual(['Đỗ Văn Dũng']);
    expect(await names(all({ field: 'jobTitle', op: 'contains', values: ['BÁC'] }))).toEqual([
      'Y Bảo Niê',
      'Đỗ Văn Dũng',
    ]);
    expect(await names(all({ field: 'jobTitle', op: 'isNot', values: ['bác sĩ'] }))).toEqual([
      'Y Bảo Niê',
      'Nguyễn Thị Hoà',
      'Lê Hải Yến',
    ]);
    expect(await names(all({ field: 'fullName', op: 'contains', values: ['hòa'] }))).toEqual([
      'Nguyễn Thị Hoà',
    ]);
    expect(await names(all({ field: 'jobTitle', op: 'empty', values: [] }))).toEqual(['Lê Hải Yến']);
  });

  it('join by all of, any of, and groups within groups', async () => {
    const tree = all(
      is('gender', 'female'),
      any(is('department', ids.noi!), { field: 'unionJoinDate', op: 'between', values: ['2014', '2016'] }),
    );
    expect(await names(tree)).toEqual(['Nguyễn Thị Hoà', 'Lê Hải Yến']);
    expect(
      await names(any(is('gender', 'male'), all(is('gender', 'female'), is('department', ids.ngoai!)))),
    ).toEqual(['Y Bảo Niê', 'Đỗ Văn Dũng', 'Lê Hải Yến']);
    expect(await names(all())).toHaveLength(4);
  });

  it('know ages on the day, months of birth, and dates of less precision', async () => {
    expect(await names(all({ field: 'age', op: 'atLeast', values: [37] }))).toEqual([
      'Đỗ Văn Dũng',
      'Nguyễn Thị Hoà',
    ]);
    expect(await names(all({ field: 'age', op: 'atMost', values: [35] }))).toEqual([
      'Y Bảo Niê',
      'Lê Hải Yến',
    ]);
    expect(await names(all(is('birthMonth', '12')))).toEqual(['Lê Hải Yến']);
    expect(await names(all(is('birthDate', '1970')))).toEqual(['Đỗ Văn Dũng']);
    expect(await names(all(is('birthDate', '1989-02')))).toEqual(['Nguyễn Thị Hoà']);
    expect(await names(all({ field: 'birthDate', op: 'atMost', values: ['1989'] }))).toEqual([
      'Đỗ Văn Dũng',
      'Nguyễn Thị Hoà',
    ]);
  });

  it('ask by the fields a unit added', async () => {
    const text = await store.invoke('members.saveExtraField', { label: 'Cỡ áo', kind: 'text' });
    const number = await store.invoke('members.saveExtraField', { label: 'Số con', kind: 'number' });
    const { version } = await store.invoke('members.get', { id: ids.hoa! });
    await store.invoke('members.update', {
      id: ids.hoa!,
      version,
      fullName: 'Nguyễn Thị Hoà',
      extra: { [text.id]: 'Vừa', [number.id]: 2 },
    });
    expect(await names(all({ field: `extra:${text.id}`, op: 'contains', values: ['vua'] }))).toEqual([
      'Nguyễn Thị Hoà',
    ]);
    expect(await names(all({ field: `extra:${number.id}`, op: 'atLeast', values: [2] }))).toEqual([
      'Nguyễn Thị Hoà',
    ]);
    expect(await names(all({ field: `extra:${number.id}`, op: 'empty', values: [] }))).toHaveLength(3);
  });

  it('refuse a field there is not, and one that is switched off', async () => {
    expect(await code(names(all(is('nothing', 'x'))))).toBe('INVALID_INPUT');
    expect(await code(names(all(is('age', 'x'))))).toBe('INVALID_INPUT');
    expect(await code(names(all(is('isParty', true))))).toBe('FIELD_OFF');
    await store.invoke('members.setSensitive', {
      group: 'party',
      enabled: true,
      purpose: 'Theo dõi phát triển đảng viên',
    });
    expect(await names(all(is('isParty', true)))).toEqual([]);
    const fields = (await store.invoke('members.conditionFields', {})).fields;
    expect(fields.find((field) => field.key === 'isParty')?.off).toBe(false);
    expect(fields.find((field) => field.key === 'religion')?.off).toBe(true);
  });

  it('answer every field with every operation that fits it', async () => {
    const { fields } = await store.invoke('members.conditionFields', {});
    const sample = { text: 'a', number: 3, date: '1990', yesNo: true };
    for (const field of fields) {
      if (field.off) continue;
      const value = field.type === 'choice' ? (field.choices?.[0]?.value ?? 'x') : sample[field.type];
      const ordered = field.type === 'number' || field.type === 'date';
      const ops = [
        'is',
        'isNot',
        'in',
        'empty',
        'notEmpty',
        ...(ordered ? ['atLeast', 'atMost', 'between'] : []),
        ...(field.type === 'text' ? ['contains', 'startsWith'] : []),
      ];
      for (const op of ops) {
        const { count } = await store.invoke('members.countOf', {
          statuses: [],
          conditions: all({
            field: field.key,
            op,
            values: [value, ...(op === 'between' ? [value] : [])],
          }),
        });
        expect(count, `${field.key} ${op}`).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('see the register as it stood on a day', async () => {
    const { version } = await store.invoke('members.get', { id: ids.dung! });
    await store.invoke('members.setStatus', {
      id: ids.dung!,
      version,
      status: 'retired',
      statusDate: '2026-06-01',
    });
    const asOf = (day: string, more = {}) => names(all(), { asOf: day, statuses: ['active'], ...more });
    expect(await asOf('2026-05-31')).toContain('Đỗ Văn Dũng');
    expect(await asOf('2026-06-01')).not.toContain('Đỗ Văn Dũng');
    expect(await asOf('2026-05-31', { search: 'dung' })).toEqual(['Đỗ Văn Dũng']);
    expect(
      (await store.invoke('members.ids', { asOf: '2014-01-01', statuses: ['active'] })).ids,
    ).not.toContain(ids.yen);
    const { count } = await store.invoke('members.countOf', { asOf: '2026-05-31', statuses: ['active'] });
    expect(count).toBe(4);
  });
});

describe('saved filters', () => {
  const filter = { conditions: all(is('gender', 'female')), statuses: ['active' as const] };

  it('are saved, renamed, ordered, trashed and restored, each step undone', async () => {
    const a = await store.invoke('members.saveView', { name: 'Nữ công', filter });
    const b = await store.invoke('members.saveView', { name: 'Bác sĩ', filter: { search: 'bs' } });
    expect(await code(store.invoke('members.saveView', { name: 'nu CONG', filter }))).toBe('DUPLICATE');
    await store.invoke('members.orderViews', { ids: [b.id, a.id] });
    const rows = async () => (await store.invoke('members.views', {})).rows;
    expect((await rows()).map((row) => row.name)).toEqual(['Bác sĩ', 'Nữ công']);
    const renamed = await store.raw('members.saveView', { id: a.id, version: 1, name: 'Phụ nữ', filter });
    expect(renamed.ok && renamed.undo?.operation).toBe('members.saveView');
    expect(await code(store.invoke('members.saveView', { id: a.id, version: 1, name: 'X', filter }))).toBe(
      'VERSION_CONFLICT',
    );
    if (renamed.ok && renamed.undo) await store.raw(renamed.undo.operation, renamed.undo.input);
    expect((await rows())[1]?.name).toBe('Nữ công');
    await store.invoke('members.trashViews', { ids: [a.id] });
    expect(await rows()).toHaveLength(1);
    const trash = await store.invoke('trash.list', {});
    expect(trash.rows.map((row) => row.label)).toContain('Nữ công');
    await store.invoke('members.restoreViews', { ids: [a.id] });
    const [, back] = await rows();
    expect(await names(back!.filter.conditions!)).toEqual(['Nguyễn Thị Hoà', 'Lê Hải Yến']);
  });

  it('keep columns, widths and order of each view in the store', async () => {
    const layout = {
      order: ['name', 'cardNo'],
      on: ['cardNo'],
      off: ['gender'],
      widths: { name: 240 },
      sort: { key: 'birthDate', descending: true },
    };
    await store.invoke('members.saveLayout', { view: 'active', layout });
    store = await store.reopen();
    expect((await store.invoke('members.views', {})).layouts.active).toEqual(layout);
    await store.invoke('members.saveLayout', { view: 'active', layout: null });
    expect((await store.invoke('members.views', {})).layouts).toEqual({});
  });
});

describe('changing many', () => {
  const people = () => [ids.hoa!, ids.dung!, ids.bao!, ids.yen!];

  it('shows before and after, writes as judged, and is undone as a whole after others edited other people', async () => {
    const changes = [
      { field: 'education' as const, value: 'Đại học' },
      { field: 'departmentId' as const, value: ids.noi! },
    ];
    const preview = await store.invoke('members.bulkPreview', { ids: people(), changes });
    expect(preview).toMatchObject({ changed: 4, same: 0, refused: 0 });
    expect(preview.rows.find((row) => row.id === ids.yen)?.values).toEqual([
      { field: 'education', before: null, after: 'Đại học', masked: false },
      { field: 'departmentId', before: 'Khoa Ngoại', after: 'Khoa Nội', masked: false },
    ]);
    const reply = await store.raw('members.bulkUpdate', {
      ids: people(),
      changes,
      onDate: '2026-10-01',
      decisionNo: '15/QĐ',
    });
    if (!reply.ok) throw new Error(reply.error.code);
    expect(reply.data).toMatchObject({ changed: 4, same: 0, refused: 0 });
    expect((await store.invoke('members.get', { id: ids.yen! })).department).toBe('Khoa Nội');
    expect(
      (await store.invoke('members.list', { asOf: '2026-09-30', departmentIds: [ids.ngoai!] })).total,
    ).toBe(2);
    expect(
      (await store.invoke('members.list', { asOf: '2026-10-01', departmentIds: [ids.ngoai!] })).total,
    ).toBe(0);

    const other = await store.invoke('members.create', { fullName: 'Trần Thị Mới' });
    const yen = await store.invoke('members.get', { id: ids.yen! });
    await store.invoke('members.update', {
      id: ids.yen!,
      version: yen.version,
      fullName: 'Lê Hải Yến',
      departmentId: ids.noi!,
      education: 'Thạc sĩ',
    });
    const undone = await store.raw(reply.undo!.operation, reply.undo!.input);
    if (!undone.ok) throw new Error(undone.error.code);
    expect(undone.data).toEqual({ reverted: 3, kept: 1 });
    const fields = async (id: number) => (await store.invoke('members.get', { id })).fields;
    expect(await fields(ids.hoa!)).toMatchObject({ education: null, departmentId: ids.noi });
    expect(await fields(ids.bao!)).toMatchObject({ education: null, departmentId: ids.ngoai });
    expect(await fields(ids.yen!)).toMatchObject({ education: 'Thạc sĩ', departmentId: ids.ngoai });
    expect((await fields(other.id)).fullName).toBe('Trần Thị Mới');

    const again = await store.raw(undone.undo!.operation, undone.undo!.input);
    expect(again.ok).toBe(true);
    expect(await fields(ids.bao!)).toMatchObject({ education: 'Đại học', departmentId: ids.noi });
    expect((await store.invoke('members.bulkChanges', {})).rows[0]).toMatchObject({
      people: 4,
      undone: false,
    });
    expect(await code(store.invoke('members.bulkRevert', { bulkId: 1, again: true }))).toBe('CLOSED');
  });

  it('records a status from a day on for many, undone and done again as a whole', async () => {
    const input = {
      ids: people(),
      changes: [{ field: 'status' as const, value: 'retired' }],
      onDate: '2026-10-01',
      decisionNo: '77/QĐ',
    };
    const preview = await store.invoke('members.bulkPreview', input);
    expect(preview).toMatchObject({ changed: 4, same: 0 });
    expect(preview.rows[0]?.values).toEqual([
      { field: 'status', before: 'active', after: 'retired', masked: false },
    ]);
    const reply = await store.raw('members.bulkUpdate', input);
    if (!reply.ok) throw new Error(reply.error.code);
    const count = async (asOf: string, status: 'active' | 'retired') =>
      (await store.invoke('members.list', { ids: people(), statuses: [status], asOf })).total;
    expect(await count('2026-09-30', 'active')).toBe(4);
    expect(await count('2026-10-01', 'retired')).toBe(4);
    const [fact] = (await store.invoke('members.facts', { memberId: ids.hoa! })).rows;
    expect(fact).toMatchObject({ kind: 'retired', onDate: '2026-10-01', decisionNo: '77/QĐ' });
    expect(await store.invoke('members.bulkPreview', input)).toMatchObject({ changed: 0, same: 4 });
    const undone = await store.raw(reply.undo!.operation, reply.undo!.input);
    if (!undone.ok) throw new Error(undone.error.code);
    expect(await count('2026-10-01', 'active')).toBe(4);
    expect((await store.invoke('members.get', { id: ids.hoa! })).status).toBe('active');
    await store.raw(undone.undo!.operation, undone.undo!.input);
    expect(await count('2026-10-01', 'retired')).toBe(4);
    for (const value of [null, 'gone', 1])
      expect(
        await code(
          store.invoke('members.bulkUpdate', { ids: people(), changes: [{ field: 'status', value }] }),
        ),
      ).toBe('INVALID_INPUT');
  });

  it('counts who stays and who is left out, and empties a field', async () => {
    await store.invoke('members.trash', { ids: [ids.dung!] });
    const changes = [{ field: 'jobTitle' as const, value: null }];
    const input = { ids: [...people(), 999], changes };
    expect(await store.invoke('members.bulkPreview', input)).toMatchObject({
      changed: 2,
      same: 1,
      refused: 2,
      total: 2,
    });
    const refused = await store.invoke('members.bulkPreview', { ...input, show: 'refused' });
    expect(refused.rows.map((row) => row.refusal).sort()).toEqual(['gone', 'trashed']);
    await store.invoke('members.bulkUpdate', input);
    expect((await store.invoke('members.get', { id: ids.bao! })).fields.jobTitle).toBeNull();
    const none = await store.invoke('members.bulkUpdate', input);
    expect(none).toEqual({ bulkId: null, changed: 0, same: 3, refused: 2 });
  });

  it('refuses values the form would refuse, and fields that are switched off', async () => {
    const judge = (field: string, value: unknown) =>
      code(store.invoke('members.bulkUpdate', { ids: people(), changes: [{ field, value }] as never }));
    expect(await judge('hireDate', '2026-02-30')).toBe('DATE_INVALID');
    expect(await judge('departmentId', 12345)).toBe('NOT_FOUND');
    expect(await judge('gender', 'x')).toBe('INVALID_INPUT');
    expect(await judge('extra:9', 'x')).toBe('INVALID_INPUT');
    expect(await judge('religion', 'Không')).toBe('FIELD_OFF');
  });

  it('changes the fields a unit added, and takes them back', async () => {
    const own = await store.invoke('members.saveExtraField', {
      label: 'Cỡ áo',
      kind: 'choice',
      choices: ['S', 'M'],
    });
    const reply = await store.raw('members.bulkUpdate', {
      ids: people(),
      changes: [{ field: `extra:${own.id}`, value: 'm' }],
    });
    if (!reply.ok) throw new Error(reply.error.code);
    const value = async () => (await store.invoke('members.get', { id: ids.hoa! })).extra[own.id];
    expect(await value()).toBe('M');
    await store.raw(reply.undo!.operation, reply.undo!.input);
    expect(await value()).toBeUndefined();
  });
});

describe('names', () => {
  const find = async (search: string) =>
    (await store.invoke('members.list', { search })).rows.map((row) => row.fullName);

  it('are found by tones in either place, initials, tails of numbers, either apostrophe, the exact tones first', async () => {
    await store.invoke('members.create', { fullName: 'H’Hen Niê' });
    await store.invoke('members.create', { fullName: 'H Linh Êban' });
    await store.invoke('members.create', { fullName: 'Nguyễn Thị Hóa' });
    await store.invoke('members.create', {
      fullName: 'Nguyễn Thị Hoa',
      cardNo: 'CD1322406',
      idNumber: '014301894863',
    });
    expect((await find('hòa'))[0]).toBe('Nguyễn Thị Hoà');
    expect((await find('hoá'))[0]).toBe('Nguyễn Thị Hóa');
    expect((await find('hoa')).slice(0, 1)).toEqual(['Nguyễn Thị Hoa']);
    for (const typed of ["h'hen", 'h’hen', 'hhen', 'h hen nie', 'hhn'])
      expect(await find(typed)).toContain('H’Hen Niê');
    for (const typed of ["h'linh", 'H’Linh Êban', 'h linh'])
      expect(await find(typed)).toEqual(['H Linh Êban']);
    expect(await find('nth')).toHaveLength(3);
    expect(await find('2406')).toEqual(['Nguyễn Thị Hoa']);
    expect(await find('894863')).toEqual(['Nguyễn Thị Hoa']);
    expect(await find('5678')).toEqual(['Đỗ Văn Dũng']);
  });

  it('stand in the order of given names, a person’s own “sắp theo” first', async () => {
    await store.invoke('members.create', { fullName: 'Vàng A Chía' });
    const all = (await store.invoke('members.list', {})).rows.map((row) => row.fullName);
    expect(all).toEqual(['Y Bảo Niê', 'Vàng A Chía', 'Đỗ Văn Dũng', 'Nguyễn Thị Hoà', 'Lê Hải Yến']);
  });
});
