/** Sensitive fields are off until switched on with a purpose, masked when on, and leave the core only when revealed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MASKED_FIELDS, SENSITIVE_FIELD_GROUPS, SENSITIVE_FIELDS } from '../../shared/domain/privateFields';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore();
});
afterEach(() => t.close());

const PRIVATE = {
  party: { isParty: true, partyDate: '2019-02-03' },
  hardship: { hardship: 'very_hard', hardshipNote: 'Nhà cháy bí mật' },
  health: { healthNote: 'Bệnh tim bí mật' },
  money: { salaryCoefficient: 3.66, duesBase: 8_500_000, bankAccount: '0123-bí-mật' },
  ethnicity: { ethnicity: 'Thái bí mật' },
  religion: { religion: 'Phật giáo bí mật' },
} as const;
const EVERYTHING = Object.assign({}, ...Object.values(PRIVATE)) as (typeof PRIVATE)['party'] &
  (typeof PRIVATE)['money'];
const switchOn = (group: keyof typeof PRIVATE, enabled = true) =>
  t.invoke('members.setSensitive', { group, enabled, purpose: enabled ? 'Thử' : null });
const switchAll = async (enabled: boolean) => {
  for (const group of SENSITIVE_FIELD_GROUPS) await switchOn(group, enabled);
};
const code = async (operation: string, input: unknown) => {
  const reply = await t.raw(operation, input);
  return reply.ok ? 'OK' : reply.error.code;
};
const addWithAll = async () => {
  await switchAll(true);
  const { id } = await t.invoke('members.create', { fullName: 'Lò Thị Mai', ...EVERYTHING } as never);
  return id;
};

describe('while a group is off', () => {
  it.each(SENSITIVE_FIELD_GROUPS)('%s takes no input, in form or change', async (group) => {
    const fields = PRIVATE[group];
    expect(await code('members.create', { fullName: 'Lò Thị Mai', ...fields })).toBe('FIELD_OFF');
    const { id, version } = await t.invoke('members.create', { fullName: 'Lò Thị Mai' });
    const reply = await t.raw('members.update', { id, version, fullName: 'Lò Thị Mai', ...fields });
    expect(reply.ok).toBe(false);
    if (!reply.ok) expect(Object.keys(reply.error.fields ?? {})[0]).toBe(Object.keys(fields)[0]);
    expect(await code('members.reveal', { id, fields: SENSITIVE_FIELDS[group] })).toBe('FIELD_OFF');
    const column = SENSITIVE_FIELDS[group][0];
    for (const operation of ['members.exportList', 'members.printList'])
      expect(await code(operation, { columns: ['fullName', column], purpose: 'Thử' })).toBe('FIELD_OFF');
    expect(
      await code('members.list', {
        conditions: { match: 'all', items: [{ field: column, op: 'notEmpty', values: [] }] },
      }),
    ).toBe('FIELD_OFF');
  });

  it('asks for a purpose', async () => {
    const reply = await t.raw('members.setSensitive', { group: 'party', enabled: true, purpose: '  ' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'PURPOSE_REQUIRED' } });
  });

  it('cannot be filtered by, and its figures are unknown, not 0', async () => {
    expect(await code('members.list', { party: true })).toBe('FIELD_OFF');
    const span = { from: '2019-01-01', to: '2019-12-31' };
    for (const id of ['members.party', 'members.partyJoined'] as const) {
      const figure = await t.invoke('dashboard.indicator', { id, ...span });
      expect(figure).toMatchObject({ value: null, gap: 'fieldOff' });
      expect((await t.invoke('dashboard.records', { id, ...span })).rows).toEqual([]);
    }
    const id = await addWithAll();
    const figure = await t.invoke('dashboard.indicator', { id: 'members.partyJoined', ...span });
    expect(figure).toMatchObject({ value: 1, gap: null });
    expect((await t.invoke('members.list', { party: true })).rows.map((row) => row.id)).toEqual([id]);
  });
});

describe('what is stored before', () => {
  it('stays, is counted and told, but not shown nor lost by saving the record', async () => {
    const id = await addWithAll();
    await switchAll(false);
    const rows = (await t.invoke('members.sensitive', { counts: true })).rows;
    expect(rows.map((row) => [row.enabled, row.stored])).toEqual(rows.map(() => [false, 1]));
    const member = await t.invoke('members.get', { id });
    expect(member.held).toEqual([]);
    await t.invoke('members.update', {
      id,
      version: member.version,
      ...member.fields,
      phone: '0912345678',
      isParty: null,
      ethnicity: null,
    });
    await switchAll(true);
    const fields = Object.keys(EVERYTHING) as never[];
    expect((await t.invoke('members.reveal', { id, fields })).values).toEqual(EVERYTHING);
  });
});

describe('while a group is on', () => {
  it('no reading operation holds a value; only reveal does, and it is logged', async () => {
    const id = await addWithAll();
    const reads = [
      await t.raw('members.get', { id }),
      await t.raw('members.list', {}),
      await t.raw('members.suggest', { search: 'mai' }),
      await t.raw('members.timeline', { id }),
      await t.raw('dashboard.records', { id: 'members.active', from: '2026-01-01', to: '2026-12-31' }),
    ];
    const text = JSON.stringify(reads);
    for (const secret of ['bí mật', '0123-bí-mật', '2019-02-03', '8500000', '3.66'])
      expect(text).not.toContain(secret);
    expect((await t.invoke('members.get', { id })).held).toEqual(
      expect.arrayContaining(Object.keys(EVERYTHING)),
    );
    const { values } = await t.invoke('members.reveal', { id, fields: ['healthNote', 'duesBase'] });
    expect(values).toEqual({ healthNote: 'Bệnh tim bí mật', duesBase: 8_500_000 });
    const [row] = (await t.invoke('audit.list', { limit: 1 })).rows;
    expect(row).toMatchObject({
      entity: 'member',
      entityId: id,
      action: 'reveal',
      after: { fields: ['healthNote', 'duesBase'] },
    });
    expect(JSON.stringify(row)).not.toContain('bí mật');
  });

  it('masks the identity numbers too, without any switching on', async () => {
    const { id } = await t.invoke('members.create', { fullName: 'Lò Thị Mai', idNumber: '011190000123' });
    const text = JSON.stringify([await t.raw('members.get', { id }), await t.raw('members.list', {})]);
    expect(text).not.toContain('011190000123');
    expect((await t.invoke('members.get', { id })).held).toEqual(['idNumber']);
    const { values } = await t.invoke('members.reveal', { id, fields: ['idNumber'] });
    expect(values).toEqual({ idNumber: '011190000123' });
  });

  it('saves the other fields without anybody seeing the masked ones, and undo gives none of them away', async () => {
    const id = await addWithAll();
    const { version, fields } = await t.invoke('members.get', { id });
    const reply = await t.raw('members.update', { id, version, ...fields, phone: '0912345678' });
    expect(reply.ok && JSON.stringify(reply.undo)).not.toContain('bí mật');
    expect((await t.invoke('members.reveal', { id, fields: ['religion'] })).values).toEqual({
      religion: 'Phật giáo bí mật',
    });
    if (!reply.ok || !reply.undo) throw new Error('no undo');
    await t.invoke(reply.undo.operation as 'members.revertUpdate', reply.undo.input as never);
    expect((await t.invoke('members.get', { id })).fields.phone).toBeNull();
  });

  it('changes and clears one masked field, and takes it back', async () => {
    const id = await addWithAll();
    const { version, fields } = await t.invoke('members.get', { id });
    const reply = await t.raw('members.update', { id, version, ...fields, healthNote: null });
    expect((await t.invoke('members.get', { id })).held).not.toContain('healthNote');
    if (!reply.ok || !reply.undo) throw new Error('no undo');
    await t.invoke(reply.undo.operation as 'members.revertUpdate', reply.undo.input as never);
    expect((await t.invoke('members.reveal', { id, fields: ['healthNote'] })).values).toEqual({
      healthNote: 'Bệnh tim bí mật',
    });
  });

  it('gives away neither old nor new values where changes are taken back and brought again', async () => {
    const id = await addWithAll();
    const { version, fields } = await t.invoke('members.get', { id });
    const values = async () => (await t.invoke('members.reveal', { id, fields: [...MASKED_FIELDS] })).values;
    const was = await values();
    const changed = {
      ...{
        isParty: false,
        partyDate: null,
        hardship: 'hard',
        hardshipNote: null,
        healthNote: 'Bệnh mới bí mật',
      },
      ...{ salaryCoefficient: 4.3219, duesBase: 9_600_123, bankAccount: null, ethnicity: 'Mông bí mật' },
      ...{ religion: null, idNumber: '011190000123', idDate: '2021-03-04', idPlace: 'Cục bí mật' },
    } as const;
    let reply = await t.raw('members.update', { id, version, ...fields, ...changed, phone: '0912345678' });
    const now = await values();
    expect(now).toMatchObject(changed);
    for (let turn = 1; turn <= 4; turn++) {
      if (!reply.ok || !reply.undo) throw new Error('no undo');
      const secrets = [...Object.values(was), ...Object.values(now)].map(String);
      const text = JSON.stringify(reply);
      for (const secret of secrets.filter((value) => value.length > 5)) expect(text).not.toContain(secret);
      reply = await t.raw(reply.undo.operation, reply.undo.input);
      expect(await values()).toEqual(turn % 2 === 1 ? was : now);
    }
    const { phone } = (await t.invoke('members.get', { id })).fields;
    expect(phone).toBe('0912345678');
  });

  it('takes back the changes of many and merges without naming a value', async () => {
    const id = await addWithAll();
    const { id: twin } = await t.invoke('members.create', { fullName: 'Lò Thị Mai', ...EVERYTHING } as never);
    const bulk = await t.raw('members.bulkUpdate', {
      ids: [id, twin],
      changes: [{ field: 'religion', value: 'Công giáo bí mật' }],
    });
    const merged = await t.raw('members.merge', {
      keptId: id,
      keptVersion: await t.invoke('members.get', { id }).then((one) => one.version),
      goneId: twin,
      goneVersion: await t.invoke('members.get', { id: twin }).then((one) => one.version),
      choices: [{ field: 'religion', from: 'gone' }],
    });
    for (const reply of [bulk, merged]) {
      if (!reply.ok || !reply.undo) throw new Error(JSON.stringify(reply));
      expect(JSON.stringify(reply)).not.toContain('bí mật');
    }
    if (!merged.ok || !merged.undo || !bulk.ok || !bulk.undo) throw new Error('no undo');
    const apart = await t.raw(merged.undo.operation, merged.undo.input);
    expect(apart.ok && apart.undo).toBeTruthy();
    expect(JSON.stringify(apart)).not.toContain('bí mật');
    const back = await t.raw(bulk.undo.operation, bulk.undo.input);
    expect(back.ok).toBe(true);
    expect(JSON.stringify(back)).not.toContain('bí mật');
    const { values } = await t.invoke('members.reveal', { id, fields: ['religion'] });
    expect(values).toEqual({ religion: PRIVATE.religion.religion });
  });

  it('is dated, logged and taken back', async () => {
    const reply = await t.raw('members.setSensitive', {
      group: 'party',
      enabled: true,
      purpose: 'Báo cáo cấp trên',
    });
    expect((await t.invoke('members.sensitive', {})).rows[0]).toMatchObject({
      group: 'party',
      enabled: true,
      purpose: 'Báo cáo cấp trên',
      since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    if (!reply.ok || !reply.undo) throw new Error('no undo');
    await t.invoke(reply.undo.operation as 'members.setSensitive', reply.undo.input as never);
    const [row] = (await t.invoke('members.sensitive', {})).rows;
    expect(row?.enabled).toBe(false);
    expect(row?.history.map((one) => one.enabled)).toEqual([true, false]);
  });
});

describe('the whole record', () => {
  it('keeps every field of it', async () => {
    const fields = {
      unionJoinPlace: 'Công đoàn Trung tâm Y tế',
      unionJoinDecision: '12/QĐ-CĐ',
      cardDate: '2020-05',
      cardStatus: 'changed',
    } as const;
    const { id } = await t.invoke('members.create', { fullName: 'Lò Thị Mai', ...fields });
    expect((await t.invoke('members.get', { id })).fields).toMatchObject(fields);
  });
});

/** 1 × 1 pixels. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('the picture', () => {
  it('is kept, replaced, put into the trash and taken back', async () => {
    const { id } = await t.invoke('members.create', { fullName: 'Lò Thị Mai' });
    const first = await t.invoke('members.setPhoto', { id, data: PNG });
    expect((await t.invoke('members.photo', { id })).photo).toMatchObject({
      id: first.id,
      mime: 'image/png',
      width: 1,
      height: 1,
      data: PNG,
    });
    const second = await t.raw('members.setPhoto', { id, data: PNG });
    expect((await t.invoke('trash.list', {})).rows).toMatchObject([
      { entity: 'member_photo', id: first.id, label: 'Lò Thị Mai' },
    ]);
    if (!second.ok || !second.undo) throw new Error('no undo');
    await t.invoke('members.restorePhotos', second.undo.input as never);
    expect((await t.invoke('members.photo', { id })).photo?.id).toBe(first.id);
    await t.invoke('members.trashPhotos', { ids: [first.id] });
    expect((await t.invoke('members.photo', { id })).photo).toBeNull();
    await t.invoke('members.restorePhotos', { ids: [first.id] });
    expect((await t.invoke('members.photo', { id })).photo?.id).toBe(first.id);
  });

  it('must be a picture of at most 300 KB', async () => {
    const { id } = await t.invoke('members.create', { fullName: 'Lò Thị Mai' });
    const text = Buffer.from('<svg>').toString('base64');
    expect(await code('members.setPhoto', { id, data: text })).toBe('FILE_NOT_PICTURE');
    const broken = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9]).toString('base64');
    expect(await code('members.setPhoto', { id, data: broken })).toBe('FILE_NOT_PICTURE');
    const large = Buffer.alloc(301 * 1024).toString('base64');
    expect(await code('members.setPhoto', { id, data: large })).toMatch(/FILE_TOO_LARGE|INVALID_INPUT/);
    expect(await code('members.setPhoto', { id: 99, data: PNG })).toBe('NOT_FOUND');
  });
});
