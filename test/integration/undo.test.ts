/**
 * Every command that offers an undo is taken back exactly: the records are then as before, and where the undo
 * offers one of its own, that brings the change again. Versions, the log and the histories go on.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf, OperationName } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { STORE } from '../helpers/store';

/** Logs and histories, and what is kept for good: numbers once given, pictures, files. */
const GOES_ON = new Set([
  'audit',
  'audit_link',
  'member_movement',
  'member_fact',
  'member_fact_batch',
  'award_register',
  'certificate_image',
  'proof_key',
  'stored_file',
  'org_change',
  'org_change_unit',
  'org_unit_fact',
]);
const LEFT_OUT = new Set(['version', 'updated_at', 'deleted_at', 'rowid']);

let t: TestCore;
let reader: Database.Database;
const ids: Record<
  'term' | 'bch' | 'khoa' | 'to' | 'hoa' | 'an' | 'event' | 'form' | 'decision' | 'review' | 'set',
  number
> = {
  term: 0,
  bch: 0,
  khoa: 0,
  to: 0,
  hoa: 0,
  an: 0,
  event: 0,
  form: 0,
  decision: 0,
  review: 0,
  set: 0,
};

/** All live rows of all tables. */
function records(): Record<string, string[]> {
  const tables = reader
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  const trashedMembers = new Set(
    reader.prepare('SELECT id FROM member WHERE deleted_at IS NOT NULL').pluck().all(),
  );
  const trashedSets = new Set(
    reader.prepare('SELECT id FROM criteria_set WHERE deleted_at IS NOT NULL').pluck().all(),
  );
  const trashedCommittees = new Set(
    reader.prepare('SELECT id FROM committee WHERE deleted_at IS NOT NULL').pluck().all(),
  );
  const counts = (table: string, row: Record<string, unknown>) =>
    (row.deleted_at ?? null) === null &&
    row.key !== 'settings_version' &&
    !trashedSets.has(row.set_id) &&
    // Where somebody in the trash was is kept, and not counted.
    !(table === 'member_state' && trashedMembers.has(row.member_id)) &&
    !trashedCommittees.has(row.committee_id) &&
    // A line without points and note says as much as none.
    !(table === 'review_item' && row.score === null && row.note === null);
  const found: Record<string, string[]> = {};
  for (const table of tables) {
    if (GOES_ON.has(table) || table.startsWith('member_search')) continue;
    const rows = reader.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
    const live = rows.filter((row) => counts(table, row));
    const plain = (row: Record<string, unknown>) =>
      JSON.stringify(Object.entries(row).filter(([column]) => !LEFT_OUT.has(column)));
    found[table] = live.map(plain).sort();
  }
  return found;
}

const versionOf = async (operation: 'events.get' | 'members.get' | 'awards.get' | 'review.get', id: number) =>
  ((await t.invoke(operation, { id })) as { version: number }).version;

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  reader = new Database(join(t.dir, STORE), { readonly: true });
  await t.invoke('organisation.saveProfile', { name: 'CĐCS Suối Mơ', shortName: 'Suối Mơ', symbol: 'CĐCS' });
  ids.term = (await t.invoke('organisation.saveTerm', { startsOn: '2023', chairName: 'Hoàng Minh Tuệ' })).id;
  ids.khoa = (await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Nội' })).id;
  ids.to = (await t.invoke('organisation.createUnit', { kind: 'group', name: 'Tổ 1' })).id;
  const of = { departmentId: ids.khoa };
  ids.hoa = (
    await t.invoke('members.create', { fullName: 'Nguyễn Thị Hoa', birthDate: '1989-07', ...of })
  ).id;
  ids.an = (await t.invoke('members.create', { fullName: 'Trần Văn Ân', ...of })).id;
  const { fields, version } = await t.invoke('members.get', { id: ids.an });
  await t.invoke('members.update', { ...fields, id: ids.an, version, phone: '0900000009' });
  const ban = { termId: ids.term, kind: 'executive', name: 'Ban chấp hành' } as const;
  ids.bch = (await t.invoke('organisation.saveCommittee', ban)).id;
  await t.invoke('organisation.savePost', {
    committeeId: ids.bch,
    memberId: ids.hoa,
    role: 'chair',
    title: 'Chủ tịch',
    fromDate: '2023',
    how: 'congress',
  });
  const event = { kind: 'online_contest', name: 'Thi tìm hiểu', startsOn: '2026-07-01' } as const;
  ids.event = (await t.invoke('events.create', event)).id;
  await t.invoke('events.setPeople', { id: ids.event, add: [ids.an], remove: [] });
  ids.form = (await t.invoke('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!.id;
  const decision = { formId: ids.form, number: '45/QĐ', decidedOn: '2026-11-20', awardYear: 2026 };
  ids.decision = (await t.invoke('awards.create', { ...decision, signerName: 'Hoàng Minh Tuệ' })).id;
  await t.invoke('awards.addRecipients', {
    id: ids.decision,
    items: [
      { kind: 'individual', memberId: ids.hoa },
      { kind: 'collective', name: 'Tổ 2' },
    ],
  });
  ids.review = (await t.invoke('review.create', { year: 2026 })).id;
  ids.set = (await t.invoke('review.sets', {})).rows[0]!.id;
});
afterAll(async () => {
  reader.close();
  await t.close();
});

/** Named with the input made at its turn, since ids and versions are known only then. */
const steps: { [N in OperationName]?: () => Promise<InputOf<N>> | InputOf<N> } = {
  'organisation.saveProfile': async () => {
    const profile = (await t.invoke('organisation.get', {})).profile!;
    return { ...profile, place: 'Suối Mơ', upperName: 'Công đoàn Y tế' };
  },
  'organisation.saveTerm': async () => {
    const term = (await t.invoke('organisation.get', {})).term!;
    return { ...term, endsOn: '2028', chairName: 'Lý Thị Mỷ' };
  },
  'organisation.saveCommittee': () => ({ termId: ids.term, kind: 'women', name: 'Ban nữ công', seats: 5 }),
  'organisation.startCommittees': () => ({
    termId: ids.term,
    items: [{ kind: 'executive', name: 'Ban chấp hành' }],
    chairTitle: 'Chủ tịch',
  }),
  'organisation.trashCommittees': () => ({ ids: [ids.bch] }),
  'organisation.savePost': () => ({
    committeeId: ids.bch,
    memberId: ids.an,
    role: 'vice',
    title: 'Phó Chủ tịch',
    fromDate: '2026-01-05',
    how: 'byElection',
  }),
  'organisation.endPosts': async () => {
    const [post] = (await t.invoke('organisation.posts', { committeeId: ids.bch })).rows;
    return {
      items: [{ id: post!.id, version: post!.version, endedOn: '2026-10-01', endReason: 'Nghỉ hưu' }],
    };
  },
  'organisation.trashPosts': async () => ({
    ids: (await t.invoke('organisation.posts', { committeeId: ids.bch })).rows.map((row) => row.id),
  }),
  'organisation.trashTerms': () => ({ ids: [ids.term] }),
  'audit.revertField': async () => {
    const [row] = (await t.invoke('audit.changes', { entity: 'member', entityId: ids.an, action: 'update' }))
      .rows;
    return { id: row!.id, field: 'phone' };
  },
  'organisation.createUnit': () => ({ kind: 'department', name: 'Khoa Ngoại' }),
  'organisation.updateUnit': async () => {
    const { rows } = await t.invoke('organisation.units', { kind: 'department' });
    const { id, version } = rows.find((row) => row.id === ids.khoa)!;
    return { id, version, name: 'Khoa Nội tổng hợp', shortName: 'Nội', renamedOn: '2026-06-01' };
  },
  'organisation.trash': () => ({ ids: [ids.to] }),
  'organisation.change': () => ({
    change: { kind: 'close', on: '2026-10-01', unitId: ids.to, targetId: null },
    decisionNo: '3/QĐ',
  }),
  'organisation.saveClass': () => ({ unitId: ids.to, year: 2025, class: 'good' }),
  'members.create': () => ({ fullName: 'Lê Hải Yến', unionJoinDate: '2015', groupId: ids.to }),
  'members.update': async () => {
    const { fields, version } = await t.invoke('members.get', { id: ids.hoa });
    return {
      ...fields,
      id: ids.hoa,
      version,
      phone: '0900000001',
      departmentId: null,
      birthDate: '1989-07-14',
    };
  },
  'members.setStatus': async () => ({
    id: ids.hoa,
    version: await versionOf('members.get', ids.hoa),
    status: 'retired',
    statusDate: '2026-10-01',
  }),
  'members.saveFact': () => ({
    memberId: ids.hoa,
    kind: 'transferredOut',
    onDate: '2025-03-01',
    place: 'CĐCS Sở Y tế',
  }),
  'members.recordMoves': () => ({
    moves: [
      { memberId: ids.hoa, kind: 'group', to: ids.to, onDate: '2024' },
      { memberId: ids.an, kind: 'jobTitle', to: 'Bác sĩ', onDate: '2020-01-01' },
    ],
  }),
  'members.saveDiscipline': () => ({
    memberId: ids.an,
    side: 'union',
    form: 'reprimand',
    onDate: '2026-01-05',
  }),
  'members.saveAbsence': () => ({ memberId: ids.an, kind: 'study', fromDate: '2026-01-05' }),
  'members.trash': () => ({ ids: [ids.hoa, ids.an] }),
  'events.create': () => ({ kind: 'other', name: 'Hội nghị', startsOn: '2026' }),
  'events.update': async () => ({
    ...(await t.invoke('events.get', { id: ids.event })).fields,
    id: ids.event,
    version: await versionOf('events.get', ids.event),
    name: 'Thi tìm hiểu luật',
    endsOn: '2026-07-03',
  }),
  'events.setCount': async () => ({
    id: ids.event,
    version: await versionOf('events.get', ids.event),
    count: {
      value: 1484,
      unit: 'member',
      denominator: 2178,
      denominatorOn: '2026-07-01',
      source: 'báo cáo số 12/BC-CĐCS',
    },
  }),
  'events.setPeople': () => ({ id: ids.event, add: [ids.hoa], remove: [ids.an] }),
  'events.setDepartment': () => ({
    id: ids.event,
    departmentId: ids.khoa,
    mode: 'except',
    people: [{ memberId: ids.hoa, reason: 'ốm' }],
  }),
  'events.trash': () => ({ ids: [ids.event] }),
  'awards.saveForm': async () => {
    const { rows } = await t.invoke('awards.forms', {});
    const { decisions: _, ...form } = rows.find((row) => row.id === ids.form)!;
    return { ...form, name: 'Giấy khen của CĐCS', grantor: 'Ban Chấp hành' };
  },
  'awards.create': () => ({ formId: ids.form, number: '46/QĐ', decidedOn: '2026-11-21', awardYear: 2026 }),
  'awards.update': async () => ({
    ...(await t.invoke('awards.get', { id: ids.decision })).fields,
    id: ids.decision,
    version: await versionOf('awards.get', ids.decision),
    number: '47/QĐ',
    moneyIndividual: 500_000,
  }),
  'awards.addRecipients': () => ({ id: ids.decision, items: [{ kind: 'individual', memberId: ids.an }] }),
  'awards.updateRecipient': async () => {
    const [first] = (await t.invoke('awards.recipients', { id: ids.decision })).rows;
    const { ordinal: _o, reasonText: _r, register: _g, warnings: _w, withdrawnOn: _d, ...fields } = first!;
    return { ...fields, post: 'Điều dưỡng', reason: 'Có sáng kiến' };
  },
  'awards.orderRecipients': async () => ({
    id: ids.decision,
    order: (await t.invoke('awards.recipients', { id: ids.decision })).rows.map((row) => row.id).reverse(),
  }),
  'awards.removeRecipients': async () => ({
    ids: (await t.invoke('awards.recipients', { id: ids.decision })).rows.map((row) => row.id),
  }),
  'awards.trash': () => ({ ids: [ids.decision] }),
  'certificates.setLayout': async () => ({
    decisionId: ids.decision,
    kind: 'individual',
    layoutId: (await t.invoke('certificates.layouts', {})).rows.at(-1)!.id,
  }),
  'certificates.saveSettings': async () => {
    const { version, national, code } = await t.invoke('certificates.settings', {});
    return { version, national: !national, code: !code };
  },
  'certificates.setLayoutCode': () => ({ layoutId: 'giay-khen-a4-doc', on: false }),
  'certificates.savePrinter': () => ({ name: 'Máy in phòng Tổ chức', dx: 1.5, dy: -2 }),
  'review.create': () => ({ year: 2025 }),
  'review.setItem': async () => {
    const sheet = await t.invoke('review.get', { id: ids.review });
    const [item] = sheet.groups[0]!.items;
    return { reviewId: ids.review, criterion: item!.uid, version: item!.version, score: 1, note: 'Đã làm' };
  },
  'review.addRecord': async () => {
    const sheet = await t.invoke('review.get', { id: ids.review });
    const criterion = sheet.groups[0]!.items[0]!.uid;
    return { reviewId: ids.review, criterion, entity: 'event', recordId: ids.event, label: 'Thi tìm hiểu' };
  },
  'review.saveSet': async () => {
    const { id, version, fields } = await t.invoke('review.set', { id: ids.set });
    return {
      id,
      version,
      ...fields,
      name: 'Bộ tiêu chí 2026',
      ranks: fields.ranks.map((rank) => ({ ...rank, min: rank.min / 2 })),
    };
  },
  'review.copySet': () => ({ id: ids.set, name: 'Bộ thử' }),
  'review.confirmSet': async () => {
    const { id, version } = await t.invoke('review.set', { id: ids.set });
    return { id, version, confirmedOn: '2026-11-01' };
  },
  'review.trash': () => ({ ids: [ids.review] }),
};

describe.each(Object.entries<() => unknown>(steps))('%s', (operation, makeInput) => {
  it('is taken back, and taken back again', async () => {
    const before = records();
    const done = await t.raw(operation, await makeInput());
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    const after = records();
    expect(after).not.toEqual(before);

    const undone = await t.raw(done.undo!.operation, done.undo!.input);
    if (!undone.ok) throw new Error(JSON.stringify(undone.error));
    expect(records()).toEqual(before);
    if (!undone.undo) return;

    const again = await t.raw(undone.undo.operation, undone.undo.input);
    if (!again.ok) throw new Error(JSON.stringify(again.error));
    expect(records()).toEqual(after);
    const last = await t.raw(again.undo!.operation, again.undo!.input);
    expect(last.ok).toBe(true);
    expect(records()).toEqual(before);
  });
});
