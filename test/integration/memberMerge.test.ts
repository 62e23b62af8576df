/** Duplicates on a real store: proposed with reasons, merged with everything linked, and taken apart to the byte. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memberReferences } from '../../electron/modules/members/merge/references';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { dump, STORE } from '../helpers/store';

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T05:00:00Z') });
});
afterEach(() => t.close());

type Fields = InputOf<'members.create'>;
const add = async (fields: Fields) => (await t.invoke('members.create', fields)).id;
const versionOf = async (id: number) => (await t.invoke('members.get', { id })).version;
const merge = async (
  keptId: number,
  goneId: number,
  more: Pick<InputOf<'members.merge'>, 'choices' | 'marriageId'> = {},
) =>
  t.invoke('members.merge', {
    keptId,
    goneId,
    keptVersion: await versionOf(keptId),
    goneVersion: await versionOf(goneId),
    ...more,
  });
const rows = <T>(sql: string): T[] => {
  const raw = new Database(join(t.dir, STORE), { readonly: true });
  const found = raw.prepare(sql).all() as T[];
  raw.close();
  return found;
};

it('has every column that points at a member taken care of by a reference', () => {
  const raw = new Database(join(t.dir, STORE), { readonly: true });
  const tables = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const pointing = tables.flatMap((table) =>
    (raw.pragma(`foreign_key_list("${table}")`) as { table: string; from: string }[])
      .filter((key) => key.table === 'member')
      .map((key) => `${table}.${key.from}`),
  );
  raw.close();
  const moved = new Set(memberReferences().flatMap((reference) => reference.columns ?? []));
  /** Told of the record as it was then, or of the pair itself. */
  const staying = [
    'member_distinct.low_id',
    'member_distinct.high_id',
    'member_merge.kept_id',
    'member_merge.gone_id',
    'extra_value.member_id',
    'bulk_change_row.member_id',
    'import_write.member_id',
    'member_anonymised.member_id',
    'retention_hold.member_id',
  ];
  expect(pointing.filter((column) => !moved.has(column) && !staying.includes(column))).toEqual([]);
});

describe('proposing', () => {
  it('finds one person by name without tones, birth date and numbers, and gives the reasons', async () => {
    const hoa = await add({ fullName: 'Nguyễn Thị Hoà', birthDate: '1989-02-17', phone: '0915 318 881' });
    const again = await add({ fullName: 'NGUYỄN THỊ HÒA', birthDate: '1989', phone: '+84915318881' });
    const swapped = await add({ fullName: 'Lê Văn Bình', birthDate: '1990-03-07' });
    const slip = await add({ fullName: 'Lê Văn Bình', birthDate: '1990-07-03' });
    const short = await add({ fullName: 'Trần Thị Kim Ngân', birthDate: '1985-05-05' });
    const shorter = await add({ fullName: 'Trần Kim Ngân', birthDate: '1985-05-05' });
    await add({ fullName: 'Phạm Văn Tú', birthDate: '1980-01-01', phone: '0915318881' });
    await add({ fullName: 'Nguyễn Thị Hoa', birthDate: '1975-09-09' });
    const found = await t.job('members.findDuplicates', {});
    const pairs = found.rows.map((row) => [row.first.id, row.second.id, row.reasons]);
    expect(pairs).toEqual([
      [hoa, again, ['nameBirthYear', 'phone']],
      [swapped, slip, ['nameBirthSwapped']],
      [short, shorter, ['alikeBirthDate']],
    ]);
    expect(found.rows.every((row) => row.score >= 40 && row.score <= 99)).toBe(true);
  });

  it('does not propose a pair again that was settled as two people, until that is forgotten', async () => {
    const first = await add({ fullName: 'Lê Hải Yến', birthDate: '1992' });
    const second = await add({ fullName: 'Lê Hải Yến', birthDate: '1992-04-01' });
    const settled = await t.raw('members.setDistinct', { pairs: [{ firstId: second, secondId: first }] });
    if (!settled.ok || !settled.undo) throw new Error('not settled');
    expect((await t.job('members.findDuplicates', {})).total).toBe(0);
    expect((await t.invoke('members.distinctPairs', {})).rows[0]).toMatchObject({ first: { id: first } });
    expect((await t.invoke('members.comparePair', { keptId: first, goneId: second })).distinct).toBe(true);
    await t.raw(settled.undo.operation, settled.undo.input);
    expect((await t.job('members.findDuplicates', {})).total).toBe(1);
  });
});

describe('merging', () => {
  it('takes chosen fields, fills what is missing, joins notes, and hides the other record for good', async () => {
    const kept = await add({
      fullName: 'Nguyễn Thị Hoà',
      birthDate: '1989',
      note: 'Tổ trưởng tổ 3',
      cardNo: 'CD1',
    });
    const gone = await add({
      ...{ fullName: 'Nguyễn Thị Hòa', birthDate: '1989-02-17', note: 'Chuyển từ Hà Giang' },
      ...{
        phone: '0915318881',
        cardNo: 'CD2',
        cardDate: '2020',
        idNumber: '014189000001',
        idPlace: 'Điện Biên',
      },
    });
    const compared = await t.invoke('members.comparePair', { keptId: kept, goneId: gone });
    const field = (name: string) => compared.fields.find((one) => one.field === name);
    expect(field('birthDate')).toMatchObject({ proposed: 'gone', same: false });
    expect(field('note')).toMatchObject({ proposed: 'both', joinable: true });
    expect(field('idNumber')).toMatchObject({
      private: true,
      kept: null,
      gone: null,
      keptHas: false,
      goneHas: true,
    });
    expect(JSON.stringify(compared)).not.toContain('014189000001');
    expect(field('cardDate')).toMatchObject({ proposed: 'kept' });
    const done = await merge(kept, gone, { choices: [{ field: 'cardNo', from: 'gone' }] });
    const { fields } = await t.invoke('members.get', { id: kept });
    expect(fields).toMatchObject({
      ...{
        fullName: 'Nguyễn Thị Hoà',
        birthDate: '1989-02-17',
        phone: '0915318881',
        cardNo: 'CD2',
        cardDate: '2020',
      },
      note: 'Tổ trưởng tổ 3\nChuyển từ Hà Giang',
    });
    expect(rows('SELECT id_number FROM member ORDER BY id')[0]).toEqual({ id_number: '014189000001' });
    expect((await t.invoke('members.list', { statuses: [] })).total).toBe(1);
    expect((await t.invoke('members.list', { search: '318881' })).rows[0]?.id).toBe(kept);
    expect((await t.invoke('trash.list', {})).rows).toEqual([]);
    expect((await t.invoke('members.restore', { ids: [gone] })).count).toBe(0);
    expect((await t.invoke('members.merges', { memberId: gone })).rows[0]).toMatchObject({
      id: done.mergeId,
      keptId: kept,
      gone: 'Nguyễn Thị Hòa',
    });
    await expect(merge(kept, gone)).rejects.toThrow(/NOT_FOUND/);
  });

  it('moves posts, events, awards and facts; coming twice is coming once', async () => {
    const unit = (name: string) =>
      t.invoke('organisation.createUnit', { kind: 'department' as const, name }).then((made) => made.id);
    const [internal, surgery] = [await unit('Khoa Nội'), await unit('Khoa Ngoại')];
    const kept = await add({ fullName: 'Lê Văn An', departmentId: surgery, unionJoinDate: '2010' });
    const gone = await add({ fullName: 'Lê Văn An', departmentId: internal, unionJoinDate: '2010' });
    const other = await add({ fullName: 'Phạm Thị Mai', departmentId: surgery, unionJoinDate: '2010' });
    await t.invoke('members.update', {
      ...{ id: gone, version: 1, fullName: 'Lê Văn An', unionJoinDate: '2010', departmentId: surgery },
      change: { how: 'from', onDate: '2024-05-01' },
    });
    const event = await t.invoke('events.create', {
      kind: 'contest',
      name: 'Hội thi',
      startsOn: '2026-10-01',
    });
    for (const departmentId of [surgery])
      await t.invoke('events.setDepartment', { id: event.id, departmentId, mode: 'all' });
    const before = await t.invoke('events.get', { id: event.id });
    const done = await merge(kept, gone);
    expect(done.moved.map((one) => one.entity)).toEqual(expect.arrayContaining(['event', 'fact']));
    const after = await t.invoke('events.get', { id: event.id });
    expect(before.participation).toMatchObject({ value: 3, whole: 3 });
    expect(after.participation).toMatchObject({ value: 2, whole: 2 });
    expect(
      (await t.invoke('members.list', { asOf: '2023-01-01', departmentIds: [internal] })).rows[0]?.id,
    ).toBe(kept);
    expect((await t.invoke('members.list', { departmentIds: [surgery] })).total).toBe(2);
    await t.invoke('members.unmerge', { mergeId: done.mergeId });
    expect((await t.invoke('events.get', { id: event.id })).participation).toEqual(before.participation);
    expect(
      (await t.invoke('members.list', { asOf: '2023-01-01', departmentIds: [internal] })).rows[0]?.id,
    ).toBe(gone);
    expect(other).toBeGreaterThan(0);
  });

  it('refuses a couple, and asks which household stays when both have a spouse', async () => {
    const names = ['Lê Văn An', 'Lê Văn Ân', 'Phạm Thị Mai', 'Đỗ Thị Lan'];
    const [an, twin, mai, lan] = (await Promise.all(names.map((fullName) => add({ fullName })))) as [
      number,
      number,
      number,
      number,
    ];
    const first = await t.invoke('members.saveMarriage', { memberId: mai, spouseId: an });
    const second = await t.invoke('members.saveMarriage', { memberId: twin, spouseId: lan });
    await expect(merge(an, mai)).rejects.toThrow(/MERGE_MARRIED/);
    await expect(merge(an, twin)).rejects.toThrow(/MERGE_HOUSEHOLD/);
    const compared = await t.invoke('members.comparePair', { keptId: an, goneId: twin });
    expect(compared.marriages.map((one) => one.spouse)).toEqual(['Phạm Thị Mai', 'Đỗ Thị Lan']);
    const done = await merge(an, twin, { marriageId: second.id });
    const family = await t.invoke('members.family', { id: an });
    expect(family.marriages.map((one) => one.spouse?.fullName)).toEqual(['Đỗ Thị Lan']);
    expect((await t.invoke('members.family', { id: mai })).marriages).toEqual([]);
    expect((await t.invoke('trash.list', {})).rows).toEqual([]);
    await t.invoke('members.unmerge', { mergeId: done.mergeId });
    expect((await t.invoke('members.family', { id: an })).marriages[0]?.id).toBe(first.id);
    expect((await t.invoke('members.family', { id: twin })).marriages[0]?.id).toBe(second.id);
  });

  it('makes one of a child recorded for both, with the results of both', async () => {
    const [an, twin] = [await add({ fullName: 'Lê Văn An' }), await add({ fullName: 'Lê Văn An' })];
    const child = { fullName: 'Lê Bảo Ngọc' };
    const ours = await t.invoke('members.saveChild', { ...child, parentIds: [an], birthDate: '2015' });
    const theirs = await t.invoke('members.saveChild', {
      ...child,
      parentIds: [twin],
      birthDate: '2015-08-09',
    });
    await t.invoke('members.saveSchoolResult', { childId: ours.id, schoolYear: 2024, result: 'good' });
    await t.invoke('members.saveSchoolResult', { childId: theirs.id, schoolYear: 2025, result: 'fair' });
    const done = await merge(an, twin);
    const { children } = await t.invoke('members.family', { id: an });
    expect(children).toMatchObject([{ birthDate: '2015-08-09', parentIds: [an] }]);
    expect(children[0]?.results.map((one) => one.schoolYear)).toEqual([2025, 2024]);
    expect((await t.invoke('members.children', {})).total).toBe(1);
    await t.invoke('members.unmerge', { mergeId: done.mergeId });
    expect((await t.invoke('members.family', { id: an })).children[0]).toMatchObject({
      id: ours.id,
      birthDate: '2015',
    });
    expect((await t.invoke('members.family', { id: twin })).children[0]?.results).toHaveLength(1);
  });
});

describe('taking apart', () => {
  it('leaves what was changed and added since with the kept record, and says so', async () => {
    const kept = await add({ fullName: 'Lê Văn An', phone: '1' });
    const gone = await add({ fullName: 'Lê Văn An', phone: '22222222', email: 'an@suoimo.vn' });
    await t.invoke('members.saveChild', { parentIds: [gone], fullName: 'Lê Bảo Ngọc' });
    const { mergeId } = await merge(kept, gone);
    const { fields, version } = await t.invoke('members.get', { id: kept });
    await t.invoke('members.update', { id: kept, version, ...fields, phone: '333' });
    await t.invoke('members.saveChild', { parentIds: [kept], fullName: 'Lê Gia Huy' });
    const preview = await t.invoke('members.unmergePreview', { mergeId });
    expect(preview).toMatchObject({
      ...{ blocked: null, staying: ['phone'] },
      returning: [{ entity: 'family', count: 1 }],
      addedSince: [{ entity: 'family', count: 1 }],
    });
    expect((await t.invoke('members.unmerge', { mergeId })).staying).toEqual(['phone']);
    const now = await t.invoke('members.get', { id: kept });
    expect(now.fields).toMatchObject({ phone: '333', email: null });
    expect((await t.invoke('members.get', { id: gone })).fields).toMatchObject({ phone: '22222222' });
    const names = async (id: number) =>
      (await t.invoke('members.family', { id })).children.map((child) => child.fullName);
    expect(await names(kept)).toEqual(['Lê Gia Huy']);
    expect(await names(gone)).toEqual(['Lê Bảo Ngọc']);
  });

  it('is refused while a later merge, the trash or a taken card stands in the way', async () => {
    const kept = await add({ fullName: 'Lê Văn An' });
    const gone = await add({ fullName: 'Lê Văn An', cardNo: 'CD9' });
    const third = await add({ fullName: 'Lê Văn An' });
    const first = await merge(kept, gone, { choices: [{ field: 'cardNo', from: 'kept' }] });
    const second = await merge(third, kept);
    const blocked = async () =>
      (await t.invoke('members.unmergePreview', { mergeId: first.mergeId })).blocked;
    expect(await blocked()).toBe('mergedFurther');
    await expect(t.invoke('members.unmerge', { mergeId: first.mergeId })).rejects.toThrow(/UNMERGE_BLOCKED/);
    await t.invoke('members.unmerge', { mergeId: second.mergeId });
    await t.invoke('members.trash', { ids: [kept] });
    expect(await blocked()).toBe('keptInTrash');
    await t.invoke('members.restore', { ids: [kept] });
    await add({ fullName: 'Người khác', cardNo: 'CD9' });
    expect(await blocked()).toBe('cardTaken');
  });
});

type ValueOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** All rows but versions, times of writing, the log and the merges themselves. */
function state(): string {
  const text = dump(join(t.dir, STORE), [
    'audit_link',
    ...['audit', 'member_merge', 'sqlite_sequence', 'member_state', 'meta'],
    ...['member_search_data', 'member_search_idx', 'member_search_docsize', 'extra_search_data'],
    ...['extra_search_idx', 'extra_search_docsize'],
  ]);
  const states = rows('SELECT * FROM member_state ORDER BY member_id, from_date');
  const members = rows<Record<string, unknown>>('SELECT * FROM member ORDER BY id').map(
    ({ version: _, ...row }) => row,
  );
  return `${text.replace(/^member\n(?:\[.*\n?)*/m, '')}${JSON.stringify([members, states])}`;
}

it('brings every row back to the byte, whatever was linked and chosen', async () => {
  const department = (await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Nội' })).id;
  const field = await t.invoke('members.saveExtraField', { label: 'Cỡ áo', kind: 'text' });
  const event = await t.invoke('events.create', { kind: 'contest', name: 'Hội thi', startsOn: '2026-10-01' });
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
  const person = fc.record({
    fullName: fc.constantFrom('Nguyễn Thị Hoà', 'Nguyễn Thị Hòa', 'Y Bảo Niê'),
    sortName: maybe(fc.constant('Bảo')),
    birthDate: maybe(fc.constantFrom('1989', '1989-02', '1989-02-17')),
    departmentId: maybe(fc.constant(department)),
    jobTitle: maybe(fc.constantFrom('Điều dưỡng', 'Bác sĩ')),
    unionJoinDate: maybe(fc.constantFrom('2010', '2012-05-01')),
    note: maybe(fc.constantFrom('Ghi chú một', 'Ghi chú hai')),
    phone: maybe(fc.constantFrom('0915318881', '0915 318 881')),
    extra: fc.record({ [String(field.id)]: maybe(fc.constantFrom('M', 'L')) }),
  });
  const links = fc.record({
    status: maybe(fc.constantFrom('retired' as const, 'left' as const)),
    moved: fc.boolean(),
    spouse: maybe(fc.constantFrom('Đỗ Văn Ngoài', 'Đinh Thị Khác')),
    child: maybe(fc.constantFrom('2015', '2015-08-09')),
    result: fc.boolean(),
    absent: fc.boolean(),
  });
  const sources = fc.constantFrom('kept' as const, 'gone' as const, 'both' as const);
  const choices = fc.array(
    fc.record({
      field: fc.constantFrom(
        'fullName',
        'departmentId',
        'jobTitle',
        'note',
        'phone',
        'status',
        `extra:${field.id}`,
      ),
      from: sources,
    }),
    { maxLength: 5 },
  );
  const make = async (fields: ValueOf<typeof person>, linked: ValueOf<typeof links>) => {
    const id = await add(fields);
    const get = () => t.invoke('members.get', { id });
    if (linked.moved) {
      const { fields: open, version } = await get();
      const change = { how: 'from' as const, onDate: '2023-02-01' };
      await t.invoke('members.update', { ...open, id, version, jobTitle: 'Điều dưỡng trưởng', change });
    }
    if (linked.status)
      await t.invoke('members.setStatus', {
        ...{ id, version: (await get()).version, status: linked.status, statusDate: '2025-01-01' },
      });
    if (linked.spouse) await t.invoke('members.saveMarriage', { memberId: id, spouseName: linked.spouse });
    if (linked.child) {
      const child = { parentIds: [id], fullName: 'Lê Bảo Ngọc', birthDate: linked.child };
      const made = await t.invoke('members.saveChild', child);
      if (linked.result)
        await t.invoke('members.saveSchoolResult', { childId: made.id, schoolYear: 2025, result: 'good' });
    }
    if (linked.absent)
      await t.invoke('members.saveAbsence', { memberId: id, kind: 'sick', fromDate: '2026-03-02' });
    return id;
  };
  await fc.assert(
    fc.asyncProperty(
      person,
      links,
      person,
      links,
      choices,
      fc.boolean(),
      async (a, la, b, lb, picked, ours) => {
        const [kept, gone] = [await make(a, la), await make(b, lb)];
        await t.invoke('events.setPeople', { id: event.id, add: [kept], remove: [gone] });
        const before = state();
        const { marriages } = await t.invoke('members.comparePair', { keptId: kept, goneId: gone });
        const marriageId = marriages[ours ? 0 : 1]?.id ?? null;
        const { mergeId } = await merge(kept, gone, { choices: picked, marriageId });
        expect((await t.raw('members.get', { id: gone })).ok).toBe(true);
        await t.invoke('members.unmerge', { mergeId });
        expect(state()).toBe(before);
        await t.invoke('members.trash', { ids: [kept, gone] });
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);
