/** The change log as sentences: what a row holds, filters, masked values, one field put back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
let now = new Date('2026-11-20T03:00:00Z');
const ids = { noi: 0, ngoai: 0, hoa: 0, an: 0, event: 0 };

beforeEach(async () => {
  now = new Date('2026-11-20T03:00:00Z');
  t = await openTestCore({ clock: () => now });
  ids.noi = (await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Nội' })).id;
  ids.ngoai = (await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Ngoại' })).id;
  ids.hoa = (
    await t.invoke('members.create', {
      fullName: 'Nguyễn Thị Hòa',
      phone: '0900000001',
      departmentId: ids.noi,
    })
  ).id;
  ids.an = (await t.invoke('members.create', { fullName: 'Trần Văn Ân' })).id;
});
afterEach(() => t.close());

const edit = async (id: number, change: Partial<InputOf<'members.update'>>) => {
  const { fields, version } = await t.invoke('members.get', { id });
  await t.invoke('members.update', { ...fields, id, version, ...change });
};
const log = async (filter: Partial<InputOf<'audit.changes'>> = {}) =>
  (await t.invoke('audit.changes', filter)).rows;

describe('a row of the log', () => {
  it('names the record, and each changed field with what it was and is', async () => {
    await edit(ids.hoa, { phone: '0900000002', departmentId: ids.ngoai, birthDate: '1989-07' });
    const [row] = await log({ entity: 'member', action: 'update' });
    expect(row).toMatchObject({
      subject: 'Nguyễn Thị Hòa',
      path: `/members/${ids.hoa}`,
      area: 'members',
      action: 'update',
    });
    const shown = Object.fromEntries(row!.changes.map((one) => [one.field, [one.before, one.after]]));
    expect(shown).toEqual({
      birthDate: [null, { kind: 'date', text: '1989-07' }],
      departmentId: [
        { kind: 'text', text: 'Khoa Nội' },
        { kind: 'text', text: 'Khoa Ngoại' },
      ],
      phone: [
        { kind: 'text', text: '0900000001' },
        { kind: 'text', text: '0900000002' },
      ],
    });
    expect(row!.changes.map((one) => one.label)).toContain('members.field.phone');
  });

  it('keeps the name of a record in the trash', async () => {
    await t.invoke('members.trash', { ids: [ids.an] });
    expect((await log({ action: 'trash' }))[0]).toMatchObject({ subject: 'Trần Văn Ân', changes: [] });
  });

  it('tells of posts with the person, the committee and the choice', async () => {
    const term = await t.invoke('organisation.saveTerm', { startsOn: '2025', chairName: 'Ai đó' });
    const made = await t.invoke('organisation.saveCommittee', {
      termId: term.id,
      kind: 'women',
      name: 'Ban nữ công',
    });
    await t.invoke('organisation.savePost', {
      committeeId: made.id,
      memberId: ids.hoa,
      role: 'chair',
      title: 'Trưởng ban',
      fromDate: '2025-11',
      how: 'exOfficio',
    });
    const [row] = await log({ entity: 'union_post' });
    expect(row!.subject).toBe('Nguyễn Thị Hòa · Trưởng ban');
    expect(row!.changes.find((one) => one.field === 'committeeId')?.after?.text).toBe('Ban nữ công');
    expect(row!.changes.find((one) => one.field === 'how')?.after).toEqual({
      kind: 'choice',
      text: 'committees.how.exOfficio',
    });
    // It is part of the member's own log.
    expect((await log({ memberId: ids.hoa })).map((one) => one.entity)).toEqual(['union_post', 'member']);
  });
});

describe('masked values', () => {
  const secret = '079189001234';
  beforeEach(() => edit(ids.hoa, { idNumber: secret }));

  it('are in no answer of the log, not even to a search', async () => {
    const rows = await log();
    expect(JSON.stringify(rows)).not.toContain(secret);
    const field = rows[0]!.changes.find((one) => one.field === 'idNumber');
    expect(field).toMatchObject({ hidden: true, before: null, after: null });
    expect(await log({ search: secret })).toEqual([]);
    expect(JSON.stringify(await t.invoke('audit.list', { limit: 200 }))).not.toContain(secret);
  });

  it('are shown one at a time, and that is logged', async () => {
    const row = (await log({ action: 'update' }))[0]!;
    const answer = await t.invoke('audit.reveal', { id: row.id, field: 'idNumber' });
    expect(answer).toEqual({ before: null, after: { kind: 'text', text: secret } });
    expect((await log({ action: 'reveal' }))[0]).toMatchObject({
      subject: 'Nguyễn Thị Hòa',
      changes: [{ field: 'idNumber', before: null, after: null }],
    });
  });

  it('stay closed while the group of the field is off', async () => {
    await t.invoke('members.setSensitive', { group: 'party', enabled: true, purpose: 'Báo cáo đảng viên' });
    await edit(ids.hoa, { isParty: true });
    const row = (await log({ action: 'update', memberId: ids.hoa }))[0]!;
    await t.invoke('members.setSensitive', { group: 'party', enabled: false, purpose: null });
    await expect(t.invoke('audit.reveal', { id: row.id, field: 'isParty' })).rejects.toThrow('FIELD_OFF');
  });
});

describe('the filters', () => {
  it('narrow by day in Vietnam, kind, area, record and words without tones', async () => {
    now = new Date('2026-11-20T17:30:00Z'); // 00:30 on the 21st in Vietnam
    await edit(ids.an, { address: 'Tổ 5, phường Mường Đăng' });
    now = new Date('2026-11-22T01:00:00Z');
    ids.event = (
      await t.invoke('events.create', { kind: 'other', name: 'Hội thao chào mừng', startsOn: '2026' })
    ).id;
    const subjects = async (filter: Partial<InputOf<'audit.changes'>>) =>
      (await log(filter)).map((row) => row.subject);
    expect(await subjects({ from: '2026-11-21', to: '2026-11-21' })).toEqual(['Trần Văn Ân']);
    expect(await subjects({ to: '2026-11-20', area: 'members' })).toEqual(['Trần Văn Ân', 'Nguyễn Thị Hòa']);
    expect(await subjects({ area: 'events' })).toEqual(['Hội thao chào mừng']);
    expect(await subjects({ entity: 'org_unit', entityId: ids.ngoai })).toEqual(['Khoa Ngoại']);
    expect(await subjects({ search: 'muong dang' })).toEqual(['Trần Văn Ân']);
    expect(await subjects({ search: 'hoa', area: 'members' })).toEqual(['Nguyễn Thị Hòa']);
    expect(await subjects({ actor: 'không ai' })).toEqual([]);
    const facets = await t.invoke('audit.facets', {});
    expect(facets.first).toBe('2026-11-20T03:00:00.000Z');
    expect(facets.actors).toHaveLength(1);
  });

  it('give pages that meet without a gap or a row twice, also for changes of one moment', async () => {
    for (let n = 0; n < 23; n++) {
      if (n % 5 === 0) now = new Date(now.getTime() + 1000);
      await t.invoke('organisation.createUnit', { kind: 'group', name: `Tổ ${n}` });
    }
    const whole = (await log({ limit: 200 })).map((row) => row.id);
    const pages: number[] = [];
    let after: { at: string; id: number } | null = null;
    do {
      const page: Awaited<ReturnType<typeof pageAfter>> = await pageAfter(after);
      pages.push(...page.rows.map((row) => row.id));
      after = page.next;
    } while (after);
    expect(pages).toEqual(whole);
  });
  const pageAfter = (after: { at: string; id: number } | null) =>
    t.invoke('audit.changes', { limit: 4, after });

  it('search on past the part looked through at once', async () => {
    await t.invoke('members.create', { fullName: 'Người Cần Tìm' });
    for (let n = 0; n < 420; n++)
      await t.invoke('organisation.createUnit', { kind: 'group', name: `Tổ số ${n}` });
    const first = await t.invoke('audit.changes', { search: 'can tim' });
    expect(first.rows).toEqual([]);
    const second = await t.invoke('audit.changes', { search: 'can tim', after: first.next });
    expect(second.rows.map((row) => row.subject)).toEqual(['Người Cần Tìm']);
  }, 30_000);
});

describe('one field put back', () => {
  it('leaves the other fields of the change and later changes as they are, and can be undone', async () => {
    await edit(ids.hoa, { phone: '0900000002', address: 'Số 5' });
    await edit(ids.hoa, { email: 'hoa@example.vn' });
    const change = (await log({ action: 'update' }))[1]!;
    const done = await t.raw('audit.revertField', { id: change.id, field: 'phone' });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    const fields = async () => (await t.invoke('members.get', { id: ids.hoa })).fields;
    expect(await fields()).toMatchObject({ phone: '0900000001', address: 'Số 5', email: 'hoa@example.vn' });
    const undone = await t.raw(done.undo!.operation, done.undo!.input);
    expect(undone.ok).toBe(true);
    expect(await fields()).toMatchObject({ phone: '0900000002', address: 'Số 5' });
  });

  it('is refused when the field was changed again since, or is so already', async () => {
    await edit(ids.hoa, { phone: '0900000002' });
    const change = (await log({ action: 'update' }))[0]!;
    await edit(ids.hoa, { phone: '0900000003' });
    const revert = () => t.invoke('audit.revertField', { id: change.id, field: 'phone' });
    await expect(revert()).rejects.toThrow('REVERT_CHANGED');
    await edit(ids.hoa, { phone: '0900000001' });
    await expect(revert()).rejects.toThrow('REVERT_NONE');
    await t.invoke('members.trash', { ids: [ids.hoa] });
    await expect(revert()).rejects.toThrow('NOT_FOUND');
    await expect(t.invoke('audit.revertField', { id: change.id, field: 'fullname' })).rejects.toThrow(
      'NOT_FOUND',
    );
  });

  it("keeps the area's rules: a card that is somebody else's by now", async () => {
    await edit(ids.hoa, { cardNo: 'CD1' });
    await edit(ids.hoa, { cardNo: 'CD2' });
    await edit(ids.an, { cardNo: 'CD1' });
    const change = (await log({ action: 'update', memberId: ids.hoa }))[0]!;
    await expect(t.invoke('audit.revertField', { id: change.id, field: 'cardNo' })).rejects.toThrow(
      'CARD_TAKEN',
    );
  });

  it('puts a department back as a correction, and a masked field without showing it', async () => {
    await edit(ids.hoa, { departmentId: ids.ngoai, idNumber: '079189001234' });
    await edit(ids.hoa, { idNumber: '079189009999' });
    const [second, first] = await log({ action: 'update' });
    await t.invoke('audit.revertField', { id: first!.id, field: 'departmentId' });
    expect((await t.invoke('members.get', { id: ids.hoa })).department).toBe('Khoa Nội');
    await t.invoke('audit.revertField', { id: second!.id, field: 'idNumber' });
    const { values } = await t.invoke('members.reveal', { id: ids.hoa, fields: ['idNumber'] });
    expect(values.idNumber).toBe('079189001234');
  });

  it('works for events, groups, terms, names of the unit, committees and posts', async () => {
    const event = await t.invoke('events.create', { kind: 'other', name: 'Hội thao', startsOn: '2026' });
    const eventFields = (await t.invoke('events.get', { id: event.id })).fields;
    await t.invoke('events.update', { ...event, ...eventFields, name: 'Hội thao 2026' });
    const profile = { name: 'CĐCS A', shortName: 'A', symbol: 'CĐCS' };
    const unit = await t.invoke('organisation.saveProfile', profile);
    await t.invoke('organisation.saveProfile', { ...unit, ...profile, place: 'Suối Mơ' });
    const term = await t.invoke('organisation.saveTerm', { startsOn: '2025', chairName: 'Ai đó' });
    await t.invoke('organisation.saveTerm', { ...term, startsOn: '2025-10-28', chairName: 'Ai đó' });
    const ban = { termId: term.id, kind: 'women', name: 'Ban nữ công' } as const;
    const committee = await t.invoke('organisation.saveCommittee', ban);
    await t.invoke('organisation.saveCommittee', { ...committee, ...ban, seats: 5 });
    const held = {
      committeeId: committee.id,
      memberId: ids.hoa,
      role: 'chair',
      title: 'Trưởng ban',
      fromDate: '2025-11',
      how: 'exOfficio',
    } as const;
    const post = await t.invoke('organisation.savePost', held);
    await t.invoke('organisation.savePost', { ...post, ...held, title: 'Trưởng ban nữ công' });
    const noi = (await t.invoke('organisation.units', {})).rows.find((row) => row.id === ids.noi)!;
    await t.invoke('organisation.updateUnit', {
      id: noi.id,
      version: noi.version,
      name: 'Khoa Nội',
      shortName: 'Nội',
    });
    const put: Record<string, string> = {
      event: 'name',
      unit_profile: 'place',
      term: 'startsOn',
      committee: 'seats',
      union_post: 'title',
      org_unit: 'shortName',
    };
    for (const [entity, field] of Object.entries(put)) {
      const [row] = await log({ entity, action: 'update' });
      expect(row!.changes.map((one) => [one.field, one.revertable])).toEqual([[field, true]]);
      await t.invoke('audit.revertField', { id: row!.id, field });
    }
    expect((await t.invoke('events.get', { id: event.id })).fields.name).toBe('Hội thao');
    const organisation = await t.invoke('organisation.get', {});
    expect(organisation.profile?.place).toBeNull();
    expect(organisation.term?.startsOn).toBe('2025');
    const { committees } = await t.invoke('organisation.committees', {});
    expect(committees[0]).toMatchObject({ seats: null, posts: [{ title: 'Trưởng ban' }] });
  });
});
