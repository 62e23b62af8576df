/** The unit's own fields: text, number, date, choice; kept, found, changed, put away and taken back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore();
});
afterEach(() => t.close());

const addField = async (label: string, kind: 'text' | 'number' | 'date' | 'choice', choices: string[] = []) =>
  (await t.invoke('members.saveExtraField', { label, kind, choices })).id;
const labels = async () => (await t.invoke('members.extraFields', {})).rows.map((row) => row.label);
const undo = async (operation: string, input: unknown) => {
  const reply = await t.raw(operation, input);
  if (!reply.ok) throw new Error(reply.error.code);
  if (!reply.undo) throw new Error(`${operation} has no undo`);
  await t.invoke(reply.undo.operation as 'members.update', reply.undo.input as never);
};

describe('the fields', () => {
  it('are added, renamed, put in order, into the trash and back', async () => {
    const shirt = await addField('Cỡ áo', 'choice', ['S', 'M', 'L', 'm']);
    const club = await addField('Câu lạc bộ', 'text');
    const rows = (await t.invoke('members.extraFields', { counts: true })).rows;
    expect(rows[0]).toMatchObject({ label: 'Cỡ áo', kind: 'choice', choices: ['S', 'm', 'L'], used: 0 });
    await t.invoke('members.orderExtraFields', { ids: [club, shirt] });
    expect(await labels()).toEqual(['Câu lạc bộ', 'Cỡ áo']);
    await undo('members.orderExtraFields', { ids: [shirt, club] });
    expect(await labels()).toEqual(['Câu lạc bộ', 'Cỡ áo']);
    await undo('members.saveExtraField', { id: club, version: 1, label: 'CLB', kind: 'text' });
    expect(await labels()).toEqual(['Câu lạc bộ', 'Cỡ áo']);
    await t.invoke('members.trashExtraFields', { ids: [shirt] });
    expect(await labels()).toEqual(['Câu lạc bộ']);
    expect((await t.invoke('trash.list', {})).rows).toMatchObject([
      { entity: 'extra_field', label: 'Cỡ áo' },
    ]);
    await t.invoke('members.restoreExtraFields', { ids: [shirt] });
    expect(await labels()).toEqual(['Câu lạc bộ', 'Cỡ áo']);
  });

  it('have names of their own, choices to choose from, and a kind that stays once used', async () => {
    const shirt = await addField('Cỡ áo', 'text');
    expect(await t.raw('members.saveExtraField', { label: 'cỡ  ÁO', kind: 'text' })).toMatchObject({
      error: { code: 'DUPLICATE' },
    });
    expect(await t.raw('members.saveExtraField', { label: 'Đội', kind: 'choice' })).toMatchObject({
      error: { code: 'CHOICES_REQUIRED' },
    });
    await t.invoke('members.create', { fullName: 'Lò Thị Mai', extra: { [shirt]: 'M' } });
    const change = { id: shirt, version: 1, label: 'Cỡ áo', kind: 'number' };
    expect(await t.raw('members.saveExtraField', change)).toMatchObject({ error: { code: 'IN_USE' } });
    expect(await t.raw('members.saveExtraField', { ...change, kind: 'text', version: 9 })).toMatchObject({
      error: { code: 'VERSION_CONFLICT' },
    });
  });
});

describe('a choice under a new name', () => {
  it('takes values and saved filters along, and undo brings all back', async () => {
    const size = await addField('Cỡ áo', 'choice', ['Nhỏ', 'Vừa']);
    const { id: mai } = await t.invoke('members.create', {
      fullName: 'Lò Thị Mai',
      extra: { [size]: 'Nhỏ' },
    });
    await t.invoke('members.create', { fullName: 'Đỗ Văn An', extra: { [size]: 'Vừa' } });
    const conditions = {
      match: 'all' as const,
      items: [{ field: `extra:${size}`, op: 'in' as const, values: ['Nhỏ'] }],
    };
    await t.invoke('members.saveView', { name: 'Áo nhỏ', filter: { conditions } });
    const found = async () => {
      const { filter } = (await t.invoke('members.views', {})).rows[0]!;
      const names = (await t.invoke('members.list', filter)).rows.map((row) => row.fullName);
      const value = (await t.invoke('members.get', { id: mai })).extra[size];
      return [value, names, (await t.invoke('members.list', { search: 'size' })).total];
    };
    const field = {
      id: size,
      version: 1,
      label: 'Cỡ áo',
      kind: 'choice' as const,
      choices: ['Size S', 'Vừa'],
    };
    const renamed = [{ from: 'Nhỏ', to: 'Size S' }];
    for (const wrong of [
      { from: 'Vừa', to: 'Size S' },
      { from: 'Nhỏ', to: 'Vừa' },
      { from: 'Nhỏ', to: 'Size M' },
    ])
      expect(await t.raw('members.saveExtraField', { ...field, renamed: [wrong] })).toMatchObject({
        error: { code: 'INVALID_INPUT' },
      });
    const reply = await t.raw('members.saveExtraField', { ...field, renamed });
    expect(await found()).toEqual(['Size S', ['Lò Thị Mai'], 1]);
    if (reply.ok && reply.undo)
      await t.invoke(reply.undo.operation as 'members.saveExtraField', reply.undo.input as never);
    expect(await found()).toEqual(['Nhỏ', ['Lò Thị Mai'], 0]);
  });
});

describe('the values', () => {
  it('are kept as their kind wants them and refused otherwise', async () => {
    const text = await addField('Câu lạc bộ', 'text');
    const number = await addField('Số con', 'number');
    const date = await addField('Ngày ký', 'date');
    const choice = await addField('Cỡ áo', 'choice', ['S', 'M']);
    const extra = { [text]: '  Cầu   lông ', [number]: 2.5, [date]: '2020-05', [choice]: 'm' };
    const { id } = await t.invoke('members.create', { fullName: 'Lò Thị Mai', extra });
    const kept = { [text]: 'Cầu lông', [number]: 2.5, [date]: '2020-05', [choice]: 'M' };
    expect((await t.invoke('members.get', { id })).extra).toEqual(kept);
    expect((await t.invoke('members.list', {})).rows[0]?.extra).toEqual(kept);
    for (const bad of [{ [number]: 'hai' }, { [date]: '2020-02-31' }, { [choice]: 'XL' }, { 999: 'x' }])
      expect(await t.raw('members.create', { fullName: 'A', extra: bad })).toMatchObject({
        error: { code: 'INVALID_INPUT', fields: { [`extra.${Object.keys(bad)[0]}`]: 'INVALID_INPUT' } },
      });
    expect((await t.invoke('members.counts', {})).active).toBe(1);
  });

  it('put the register in order, numbers as numbers, words without tones, people without a value last', async () => {
    const shirt = await addField('Cỡ áo', 'text');
    const number = await addField('Số con', 'number');
    for (const [fullName, size, count] of [
      ['Lò Thị Mai', 'Đen', 10],
      ['Đỗ Văn An', 'cam', 9],
      ['Hà Thị Cúc', 'Xanh', null],
      ['Vũ Thị Bé', null, 9],
    ] as const)
      await t.invoke('members.create', {
        fullName,
        extra: { ...(size ? { [shirt]: size } : {}), ...(count ? { [number]: count } : {}) },
      });
    const given = async (input: object) =>
      (await t.invoke('members.list', input)).rows.map((row) => row.givenName);
    expect(await given({ sort: `extra:${shirt}` })).toEqual(['An', 'Mai', 'Cúc', 'Bé']);
    expect(await given({ sort: `extra:${shirt}`, descending: true })).toEqual(['Cúc', 'Mai', 'An', 'Bé']);
    expect(await given({ sort: `extra:${number}` })).toEqual(['An', 'Bé', 'Mai', 'Cúc']);
    expect(await given({ sort: `extra:${number}`, offset: 2, limit: 1 })).toEqual(['Mai']);
    expect(await given({ sort: 'extra:999' })).toEqual(['An', 'Bé', 'Cúc', 'Mai']);
    expect(await t.raw('members.list', { sort: 'extra:1 DESC' })).toMatchObject({ ok: false });
  });

  it('change with the record, one log row, and undo gives back what was', async () => {
    const club = await addField('Câu lạc bộ', 'text');
    const year = await addField('Năm', 'number');
    const { id } = await t.invoke('members.create', {
      fullName: 'Lò Thị Mai',
      extra: { [club]: 'Cầu lông', [year]: 2020 },
    });
    const { fields } = await t.invoke('members.get', { id });
    const reply = await t.raw('members.update', { id, version: 1, ...fields, extra: { [club]: null } });
    expect((await t.invoke('members.get', { id })).extra).toEqual({ [year]: 2020 });
    const [row] = (await t.invoke('audit.list', { limit: 1 })).rows;
    expect(row?.before).toMatchObject({ [`extra:${club}`]: 'Cầu lông' });
    expect(row?.after).toMatchObject({ [`extra:${club}`]: null });
    if (!reply.ok || !reply.undo) throw new Error('no undo');
    await t.invoke('members.revertUpdate', reply.undo.input as never);
    expect((await t.invoke('members.get', { id })).extra).toEqual({ [club]: 'Cầu lông', [year]: 2020 });
  });

  it('are found by the register’s search, without tones, until their field is put away', async () => {
    const club = await addField('Câu lạc bộ', 'text');
    const shirt = await addField('Cỡ áo', 'choice', ['Rộng', 'Vừa']);
    await t.invoke('members.create', { fullName: 'Lò Thị Mai', extra: { [club]: 'Đội cầu lông' } });
    await t.invoke('members.create', { fullName: 'Cầu Văn Long', extra: { [shirt]: 'Rộng' } });
    const found = async (search: string) =>
      (await t.invoke('members.list', { search })).rows.map((row) => row.fullName);
    expect(await found('cau long')).toEqual(['Cầu Văn Long', 'Lò Thị Mai']);
    expect(await found('doi cau')).toEqual(['Lò Thị Mai']);
    expect(await found('rong')).toEqual(['Cầu Văn Long']);
    expect((await t.invoke('members.list', { search: 'cau long', limit: 1 })).total).toBe(2);
    expect((await t.invoke('members.ids', { search: 'lông' })).ids).toHaveLength(2);
    await t.invoke('members.trashExtraFields', { ids: [club] });
    expect(await found('doi cau')).toEqual([]);
    await t.invoke('members.restoreExtraFields', { ids: [club] });
    expect(await found('doi cau')).toEqual(['Lò Thị Mai']);
    const { id } = (await t.invoke('members.list', { search: 'mai' })).rows[0]!;
    await t.invoke('members.trash', { ids: [id] });
    expect(await found('doi cau')).toEqual([]);
  });

  it('are asked for by combined conditions', async () => {
    const year = await addField('Năm', 'number');
    await t.invoke('members.create', { fullName: 'Lò Thị Mai', extra: { [year]: 2020 } });
    await t.invoke('members.create', { fullName: 'Cầu Văn Long', extra: { [year]: 2024 } });
    await t.invoke('members.create', { fullName: 'Vàng A Chía' });
    const ask = async (op: 'atLeast' | 'empty', values: number[]) =>
      (
        await t.invoke('members.list', {
          conditions: { match: 'all', items: [{ field: `extra:${year}`, op, values }] },
        })
      ).rows.map((row) => row.fullName);
    expect(await ask('atLeast', [2021])).toEqual(['Cầu Văn Long']);
    expect(await ask('empty', [])).toEqual(['Vàng A Chía']);
  });
});
