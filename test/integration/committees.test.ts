/** Committees of a term, posts as dated records, vacancies, by-elections, the signer and the officers of a day. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
const ids = { term: 0, bch: 0, ubkt: 0, tue: 0, my: 0, hoa: 0, an: 0, to: 0 };

beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  const profile = { name: 'Công đoàn cơ sở Bệnh viện Suối Mơ', shortName: 'CĐCS Suối Mơ', symbol: 'CĐCS' };
  await t.invoke('organisation.saveProfile', { ...profile, place: 'Suối Mơ' });
  ids.term = (
    await t.invoke('organisation.saveTerm', {
      startsOn: '2025-10-28',
      endsOn: '2030',
      chairName: 'Hoàng Minh Tuệ',
    })
  ).id;
  const person = async (fullName: string) => (await t.invoke('members.create', { fullName })).id;
  ids.tue = await person('Hoàng Minh Tuệ');
  ids.my = await person('Lý Thị Mỷ');
  ids.hoa = await person('Nguyễn Thị Hòa');
  ids.an = await person('Trần Văn Ân');
  ids.to = (await t.invoke('organisation.createUnit', { kind: 'group', name: 'Tổ 1' })).id;
  const made = await t.invoke('organisation.startCommittees', {
    termId: ids.term,
    items: [
      { kind: 'executive', name: 'Ban chấp hành', seats: 3 },
      { kind: 'inspection', name: 'Ủy ban kiểm tra', seats: 3 },
    ],
    chairTitle: 'Chủ tịch',
  });
  [ids.bch, ids.ubkt] = made.ids as [number, number];
});
afterEach(() => t.close());

const post = (fields: Partial<InputOf<'organisation.savePost'>>) =>
  t.invoke('organisation.savePost', {
    committeeId: ids.bch,
    role: 'member',
    title: 'Ủy viên',
    fromDate: '2025-10-28',
    how: 'congress',
    ...fields,
  });
const onDay = async (asOf: string | null) => {
  const { committees } = await t.invoke('organisation.committees', { termId: ids.term, asOf });
  const bch = committees.find((row) => row.id === ids.bch)!;
  return { names: bch.posts.map((row) => row.name), vacant: bch.vacant, notes: bch.notes.map((n) => n.kind) };
};

describe('the committees of a term', () => {
  it('starts with the signer of the term as the chair, found in the register', async () => {
    const answer = await t.invoke('organisation.committees', {});
    expect(answer).toMatchObject({
      termId: ids.term,
      asOf: '2026-11-22',
      overdue: false,
      missing: ['women'],
    });
    expect(answer.committees[0]).toMatchObject({ kind: 'executive', seats: 3, vacant: 2 });
    expect(answer.committees[0]!.posts).toMatchObject([{ memberId: ids.tue, title: 'Chủ tịch', held: true }]);
    expect(answer.committees[1]!.notes.map((note) => note.kind)).toEqual(['noChair', 'vacant']);
  });

  it('shows a vacancy from the day somebody leaves until the by-election, as of any day', async () => {
    const my = await post({ memberId: ids.my, role: 'vice', title: 'Phó Chủ tịch' });
    await post({ memberId: ids.hoa });
    await t.invoke('organisation.endPosts', {
      items: [{ ...my, endedOn: '2026-03-01', endReason: 'Chuyển công tác', endDecisionNo: '12/QĐ-LĐLĐ' }],
    });
    await post({ memberId: ids.an, fromDate: '2026-06-15', how: 'byElection', decisionNo: '30/QĐ-LĐLĐ' });
    expect(await onDay('2026-02-28')).toEqual({
      names: ['Hoàng Minh Tuệ', 'Lý Thị Mỷ', 'Nguyễn Thị Hòa'],
      vacant: 0,
      notes: [],
    });
    expect(await onDay('2026-03-01')).toMatchObject({
      names: ['Hoàng Minh Tuệ', 'Nguyễn Thị Hòa'],
      vacant: 1,
    });
    expect(await onDay('2026-06-14')).toMatchObject({ vacant: 1 });
    expect(await onDay('2026-06-15')).toMatchObject({
      names: ['Hoàng Minh Tuệ', 'Nguyễn Thị Hòa', 'Trần Văn Ân'],
      vacant: 0,
    });
    expect(await onDay('2025-10-27')).toMatchObject({ names: [] });
  });

  it('counts a person with two posts on one seat, and says when there are more people than seats', async () => {
    await post({ memberId: ids.my });
    await post({ memberId: ids.hoa });
    await post({ memberId: ids.an });
    expect(await onDay(null)).toMatchObject({ vacant: 0, notes: ['over'] });
  });

  it('marks a post whose holder left the union', async () => {
    await post({ memberId: ids.my });
    await t.invoke('members.setStatus', {
      id: ids.my,
      version: (await t.invoke('members.get', { id: ids.my })).version,
      status: 'retired',
      statusDate: '2026-10-01',
    });
    expect((await onDay(null)).notes).toContain('gone');
  });

  it('stays in office after the last day of the term, until the next term begins', async () => {
    await post({ memberId: ids.my });
    const later = await t.invoke('organisation.committees', { termId: ids.term, asOf: '2031-02-01' });
    expect(later.committees[0]!.posts).toHaveLength(2);
    await t.invoke('organisation.saveTerm', {
      startsOn: '2031-01-15',
      endsOn: '2036',
      chairName: 'Lý Thị Mỷ',
    });
    const after = await t.invoke('organisation.committees', { termId: ids.term, asOf: '2031-02-01' });
    expect(after.committees[0]!.posts).toHaveLength(0);
    expect(after.committees[0]!.otherPosts[0]).toMatchObject({ heldUntil: '2031-01-15', endedOn: null });
  });
});

describe('what is refused', () => {
  it.each([
    ['no body', { committeeId: null, memberId: 1 }, 'POST_PLACE'],
    ['two bodies', { orgUnitId: 1, memberId: 1 }, 'POST_PLACE'],
    ['nobody', {}, 'POST_PERSON'],
    ['two people', { memberId: 1, personName: 'Người khác' }, 'POST_PERSON'],
    ['an end before the beginning', { memberId: 2, endedOn: '2025-01-01' }, 'DATE_ORDER'],
    ['a member who is not there', { memberId: 9999 }, 'NOT_FOUND'],
  ] as const)('%s', async (_, fields, code) => {
    await expect(post(fields)).rejects.toThrow(code);
  });

  it('the same person twice on one committee at the same time, but not one after the other', async () => {
    const first = await post({ memberId: ids.hoa, endedOn: '2026-03-01' });
    await expect(post({ memberId: ids.hoa, fromDate: '2026-02-01' })).rejects.toThrow('POST_TWICE');
    await post({ memberId: ids.hoa, fromDate: '2026-03-01', role: 'vice', title: 'Phó Chủ tịch' });
    await post({ memberId: ids.hoa, committeeId: ids.ubkt, fromDate: '2025-11-01' });
    expect(first.version).toBe(1);
  });
});

describe('posts on groups', () => {
  it('name the leader of the group before what was typed', async () => {
    const leader = async () => (await t.invoke('organisation.units', { kind: 'group' })).rows[0]!;
    const { members: _, leader: __, kind: ___, ...unit } = await leader();
    await t.invoke('organisation.updateUnit', { ...unit, leaderName: 'Hồ Ngọc Ánh' });
    expect(await leader()).toMatchObject({ leader: 'Hồ Ngọc Ánh', leaderName: 'Hồ Ngọc Ánh' });
    const on = { committeeId: null, orgUnitId: ids.to, title: 'Tổ trưởng' };
    const { id, version } = await post({ ...on, memberId: ids.hoa, role: 'head' });
    await post({ ...on, memberId: ids.an, role: 'deputy', title: 'Tổ phó' });
    expect(await leader()).toMatchObject({ leader: 'Nguyễn Thị Hòa', leaderName: 'Hồ Ngọc Ánh' });
    await t.invoke('organisation.endPosts', { items: [{ id, version, endedOn: '2026-11-01' }] });
    expect((await leader()).leader).toBe('Hồ Ngọc Ánh');
  });

  it('are held until the group closes', async () => {
    await post({ committeeId: null, orgUnitId: ids.to, memberId: ids.hoa, role: 'head', title: 'Tổ trưởng' });
    await post({ committeeId: null, orgUnitId: ids.to, memberId: ids.an, role: 'deputy', title: 'Tổ phó' });
    const list = (asOf: string) => t.invoke('organisation.posts', { onUnits: true, asOf });
    expect((await list('2026-01-01')).rows.map((row) => [row.title, row.name, row.body])).toEqual([
      ['Tổ trưởng', 'Nguyễn Thị Hòa', 'Tổ 1'],
      ['Tổ phó', 'Trần Văn Ân', 'Tổ 1'],
    ]);
    const unit = (await t.invoke('organisation.units', { kind: 'group' })).rows[0]!;
    const { id, version, name, shortName, departmentId, leaderName } = unit;
    const fields = { id, version, name, shortName, departmentId, leaderName };
    await t.invoke('organisation.updateUnit', { ...fields, closedOn: '2026-07-01' });
    expect((await list('2026-06-30')).rows).toHaveLength(2);
    expect((await list('2026-07-01')).rows).toHaveLength(0);
  });
});

describe('the signer of a paper', () => {
  const signer = (day: string) => t.invoke('organisation.signer', { day });

  it('is the chair in post that day, a vice chair in between, then the chair elected anew', async () => {
    const chair = (await t.invoke('organisation.posts', { committeeId: ids.bch })).rows[0]!;
    await post({ memberId: ids.my, role: 'vice', title: 'Phó Chủ tịch' });
    await t.invoke('organisation.endPosts', {
      items: [{ id: chair.id, version: chair.version, endedOn: '2026-05-01', endReason: 'Nghỉ hưu' }],
    });
    await post({
      memberId: ids.an,
      role: 'chair',
      title: 'Chủ tịch',
      fromDate: '2026-08-01',
      how: 'byElection',
    });
    expect(await signer('2026-04-30')).toEqual({
      onBehalfOf: 'TM. BAN CHẤP HÀNH',
      title: 'Chủ tịch',
      name: 'Hoàng Minh Tuệ',
      from: 'post',
    });
    expect(await signer('2026-05-01')).toMatchObject({
      title: 'Phó Chủ tịch',
      name: 'Lý Thị Mỷ',
      from: 'vice',
    });
    expect(await signer('2026-08-01')).toMatchObject({
      title: 'Chủ tịch',
      name: 'Trần Văn Ân',
      from: 'post',
    });
    const form = (await t.invoke('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!;
    const paper = await t.invoke('awards.defaults', { formId: form.id, decidedOn: '2026-06-01' });
    expect(paper).toMatchObject({ signerName: 'Lý Thị Mỷ', signerTitle: 'Phó Chủ tịch' });
  });

  it('is the one written in the term while no chair is recorded', async () => {
    await t.invoke('organisation.trashCommittees', { ids: [ids.bch] });
    expect(await signer('2026-05-01')).toMatchObject({ name: 'Hoàng Minh Tuệ', from: 'term' });
    await t.invoke('organisation.restoreCommittees', { ids: [ids.bch] });
    expect(await signer('2026-05-01')).toMatchObject({ from: 'post' });
  });
});

describe('officers of a day', () => {
  it('are each person once with all posts of that day, outsiders too', async () => {
    await post({ committeeId: ids.ubkt, memberId: ids.tue, title: 'Ủy viên', how: 'committee' });
    await post({ committeeId: ids.ubkt, personName: 'Đinh Văn Khách', role: 'chair', title: 'Chủ nhiệm' });
    await post({
      committeeId: null,
      orgUnitId: ids.to,
      memberId: ids.hoa,
      role: 'head',
      title: 'Tổ trưởng',
      fromDate: '2026-01-01',
    });
    const on = async (asOf: string) =>
      (await t.invoke('organisation.officers', { asOf })).rows.map((row) => [row.name, row.posts.length]);
    expect(await on('2025-12-31')).toEqual([
      ['Hoàng Minh Tuệ', 2],
      ['Đinh Văn Khách', 1],
    ]);
    expect(await on('2026-01-01')).toContainEqual(['Nguyễn Thị Hòa', 1]);
    expect(await on('2024-01-01')).toEqual([]);
  });
});

describe("a member's own posts", () => {
  it('stand in the story with both days, and follow a person taken back from the trash', async () => {
    await post({ memberId: ids.an, fromDate: '2026-01-05', endedOn: '2026-09-01', endReason: 'Xin thôi' });
    const story = await t.invoke('members.timeline', { id: ids.an });
    expect(
      story.rows.filter((row) => row.kind.startsWith('post')).map((row) => [row.kind, row.date]),
    ).toEqual([
      ['postEnded', '2026-09-01'],
      ['post', '2026-01-05'],
    ]);
    await t.invoke('members.trash', { ids: [ids.an] });
    await t.invoke('members.restore', { ids: [ids.an] });
    expect((await t.invoke('organisation.posts', { memberId: ids.an, all: true })).rows).toHaveLength(1);
  });
});

describe('the trash', () => {
  it('takes terms, committees, posts and names of the unit, and gives each back with its links', async () => {
    const one = await post({ memberId: ids.an });
    await t.invoke('organisation.trashPosts', { ids: [one.id] });
    await t.invoke('organisation.trashCommittees', { ids: [ids.ubkt] });
    await t.invoke('organisation.trashTerms', { ids: [ids.term] });
    const listed = (await t.invoke('trash.list', { area: 'organisation' })).rows;
    expect(listed.map((row) => [row.entity, row.label]).sort()).toEqual([
      ['committee', 'Ủy ban kiểm tra'],
      ['term', '2025–2030 · Hoàng Minh Tuệ'],
      ['union_post', 'Trần Văn Ân · Ủy viên · Ban chấp hành'],
    ]);
    expect(await t.invoke('organisation.committees', {})).toMatchObject({ termId: null, committees: [] });
    for (const row of listed) {
      const reply = await t.raw(row.restoreOperation, { ids: [row.id] });
      expect(reply.ok).toBe(true);
    }
    const { committees } = await t.invoke('organisation.committees', {});
    expect(committees.map((row) => row.posts.length)).toEqual([2, 0]);
    const { history } = await t.invoke('organisation.get', {});
    await expect(t.invoke('organisation.trashProfiles', { ids: [history[0]!.id] })).rejects.toThrow('IN_USE');
  });
});

describe('the printed list', () => {
  it('holds everybody in post on the day, the number of seats and the signer', async () => {
    await post({ memberId: ids.my, role: 'vice', title: 'Phó Chủ tịch' });
    const file = await t.job('organisation.committeePdf', { id: ids.bch });
    const pages = await readPdf(readFileSync(t.core.files.outgoing(file.token).path));
    const text = pages.flatMap((page) => page.texts.map((item) => item.text)).join(' ');
    for (const words of ['DANH SÁCH TRÍCH NGANG', 'Lý Thị Mỷ', 'Phó Chủ tịch', 'khuyết 1', 'Hoàng Minh Tuệ'])
      expect(text).toContain(words);
    await expect(t.job('organisation.committeePdf', { id: ids.ubkt })).rejects.toThrow('NOTHING_TO_PRINT');
  });
});
