/** Courses: row 47–49 (Lâm Đồng 2023), certificates of attendance, officers not trained, figures by type and quarter. */
import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { type PdfPage, readPdf } from '../helpers/readPdf';

let t: TestCore;
const bytesOf = (token: string) => new Uint8Array(readFileSync(t.core.files.outgoing(token).path));
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2023-12-20T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    shortName: 'CĐCS Suối Mơ',
    symbol: 'CĐCS',
    upperName: 'Công đoàn ngành Y tế',
    employer: 'Trung tâm Y tế khu vực Suối Mơ',
    place: 'Suối Mơ',
  });
});
afterEach(async () => t.close());

const DAY = '2023-11-23';
const TOPICS = [
  'Nghị quyết Đại hội X Công đoàn tỉnh, nhiệm kỳ 2023–2028',
  'Kết quả Đại hội XIII Công đoàn Việt Nam',
  'Giải báo chí về công nhân và công đoàn lần thứ II',
  'Thực hiện dân chủ ở cơ sở tại nơi làm việc',
];

const member = async (fullName: string, more: Partial<InputOf<'members.create'>> = {}) =>
  (await t.invoke('members.create', { fullName, gender: 'female', unionJoinDate: '2015-01-05', ...more })).id;

/** A term with a chair, a vice chair and a member; a fourth person is elected after the course. */
async function officers() {
  const term = await t.invoke('organisation.saveTerm', {
    startsOn: '2023-03-01',
    endsOn: '2028',
    chairName: 'Lê Thị Ánh',
  });
  const committee = await t.invoke('organisation.saveCommittee', {
    termId: term.id,
    kind: 'executive',
    name: 'Ban chấp hành',
    seats: 5,
  });
  const people: Record<string, number> = {};
  for (const [name, role, title, fromDate] of [
    ['Lê Thị Ánh', 'chair', 'Chủ tịch', '2023-03-01'],
    ['Trần Văn Ân', 'vice', 'Phó Chủ tịch', '2023-03-01'],
    ['Y Bảo Niê', 'member', 'Ủy viên', '2023-03-01'],
    ['Đỗ Văn Dũng', 'member', 'Ủy viên', '2023-12-01'],
  ] as const) {
    people[name] = await member(name);
    await t.invoke('organisation.savePost', {
      committeeId: committee.id,
      memberId: people[name]!,
      role,
      title,
      fromDate,
      how: 'congress',
    });
  }
  return people;
}

const headOfGroup = async (memberId: number) => {
  const group = await t.invoke('organisation.createUnit', { kind: 'group', name: 'Tổ công đoàn số 1' });
  await t.invoke('organisation.savePost', {
    orgUnitId: group.id,
    memberId,
    role: 'head',
    title: 'Tổ trưởng',
    fromDate: '2023-12-01',
    how: 'committee',
  });
};

const course = async (more: Partial<InputOf<'events.create'>> = {}) =>
  (
    await t.invoke('events.create', {
      kind: 'training',
      name: 'Tập huấn nghiệp vụ công đoàn',
      mode: 'online',
      startsOn: DAY,
      sequence: 2,
      sessions: 1,
      audience: 'officers',
      ...more,
    })
  ).id;

const programme = (eventId: number, memberId: number): InputOf<'training.save'> => ({
  eventId,
  version: 0,
  type: 'union_work',
  topics: TOPICS.map((name, at) => ({ name, tenths: at === 0 ? 15 : 10, speaker: at < 2 ? 0 : 1 })),
  speakers: [
    { memberId, name: 'Lê Thị Ánh' },
    { name: 'Nguyễn Hữu Phước', post: 'Trưởng ban Tuyên giáo' },
  ],
});

const words = (page: PdfPage) =>
  page.texts
    .map((one) => one.text)
    .join(' ')
    .replace(/\s+/g, ' ');

describe('the second course of 2023, online', () => {
  test('its audience is the officers in post that day; speakers keep the post of that day', async () => {
    const people = await officers();
    const id = await course();
    const { eligible, takenOn } = await t.invoke('events.attendance', { id });
    expect({ eligible, takenOn }).toEqual({ eligible: 3, takenOn: DAY });
    await t.invoke('training.save', programme(id, people['Lê Thị Ánh']!));
    const { posts } = (await t.invoke('organisation.officers', { asOf: DAY })).rows[0]!;
    const post = posts[0]!;
    await t.invoke('organisation.endPosts', {
      items: [{ id: post.id, version: 1, endedOn: '2023-12-10', endReason: 'Chuyển công tác' }],
    });
    const { fields, tenths } = await t.invoke('training.get', { eventId: id });
    expect(fields.speakers.map((one) => one.post)).toEqual(['Chủ tịch', 'Trưởng ban Tuyên giáo']);
    expect(fields.topics.map((one) => one.name)).toEqual(TOPICS);
    expect(tenths).toBe(45);
  });

  test('certificates go to those who came, list four topics, and say the day and 01 buổi', async () => {
    const people = await officers();
    const id = await course();
    await t.invoke('training.save', { ...programme(id, people['Lê Thị Ánh']!), decisionNo: '27/QĐ-CĐCS' });
    await t.invoke('events.setPeople', { id, add: [people['Lê Thị Ánh']!, people['Trần Văn Ân']!] });
    const given = await t.invoke('training.issue', { eventId: id, issuedOn: '2023-11-25', result: 'Giỏi' });
    expect(given).toEqual({ count: 2, first: '01/2023/CN-CĐCS', last: '02/2023/CN-CĐCS' });
    const printed = await t.job('training.printCertificates', { eventId: id });
    expect(printed.pages).toBe(2);
    const pages = await readPdf(bytesOf(printed.file.token));
    expect([Math.round(pages[0]!.w), Math.round(pages[0]!.h)]).toEqual([297, 210]);
    const text = words(pages[0]!);
    for (const topic of TOPICS) expect(text.replaceAll(' ', '')).toContain(topic.replaceAll(' ', ''));
    for (const part of [
      'GIẤY CHỨNG NHẬN',
      'Chứng nhận bà',
      'Ngày 23 tháng 11 năm 2023 · 01 buổi · 4,5 tiết · Kết quả: Giỏi',
      '01/2023/CN-CĐCS',
      '27/QĐ-CĐCS',
    ])
      expect(text.replace(/\u00a0/g, ' ').replaceAll(' ', '')).toContain(part.replaceAll(' ', ''));
    const annex = await t.job('training.annex', { eventId: id });
    const sheet = words((await readPdf(bytesOf(annex.token)))[0]!);
    for (const part of [
      'lần thứ hai năm 2023',
      'Nguyễn Hữu Phước, Trưởng ban Tuyên giáo',
      '02/2023/CN-CĐCS',
      '4,5',
    ])
      expect(sheet.replaceAll(/\s/g, '')).toContain(part.replaceAll(' ', ''));
  });

  test('a number stays used after a certificate is taken back; undo gives it back to its person', async () => {
    const people = await officers();
    const id = await course();
    await t.invoke('events.setPeople', { id, add: [people['Lê Thị Ánh']!] });
    const reply = await t.raw('training.issue', { eventId: id, issuedOn: '2023-11-25' });
    if (!reply.ok) throw new Error(reply.error.code);
    expect((await t.raw(reply.undo!.operation, reply.undo!.input)).ok).toBe(true);
    expect(await t.invoke('training.certificates', { eventId: id })).toMatchObject({
      issued: 0,
      next: '02/2023/CN-CĐCS',
    });
    const trash = await t.invoke('trash.list', {});
    const row = trash.rows.find((one) => one.entity === 'training_certificate')!;
    await t.invoke('training.restoreCertificates', { ids: [row.id] });
    const { rows } = await t.invoke('training.certificates', { eventId: id });
    expect(rows[0]).toMatchObject({
      fullName: 'Lê Thị Ánh',
      certificate: { number: '01/2023/CN-CĐCS', post: 'Chủ tịch' },
    });
    const refused = await t.raw('training.issue', { eventId: id, issuedOn: '2023-11-25' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'NOBODY_CAME' } });
    const story = await t.invoke('members.timeline', { id: people['Lê Thị Ánh']! });
    expect(story.rows.map((one) => one.title)).toContain('Giấy chứng nhận 01/2023/CN-CĐCS');
  });

  test('those in office who came to no course since their election', async () => {
    const people = await officers();
    const old = await course({ startsOn: '2022-05-10', name: 'Tập huấn năm 2022', audience: 'invited' });
    await t.invoke('events.setPeople', { id: old, add: [people['Y Bảo Niê']!] });
    const id = await course();
    await t.invoke('events.setPeople', { id, add: [people['Lê Thị Ánh']!, people['Trần Văn Ân']!] });
    const found = await t.invoke('training.untrained', { asOf: '2023-12-20' });
    expect({ officers: found.officers, trained: found.trained }).toEqual({ officers: 4, trained: 2 });
    expect(found.rows.map(({ name, since, lastName }) => [name, since, lastName])).toEqual([
      ['Y Bảo Niê', '2023-03-01', 'Tập huấn năm 2022'],
      ['Đỗ Văn Dũng', '2023-12-01', null],
    ]);
  });

  test('by committee on screen, on paper and in a workbook; every figure has its list', async () => {
    const people = await officers();
    await headOfGroup(people['Đỗ Văn Dũng']!);
    const id = await course();
    await t.invoke('events.setPeople', { id, add: [people['Lê Thị Ánh']!, people['Trần Văn Ân']!] });
    const asOf = '2023-12-20';
    const { committees, ...totals } = await t.invoke('training.untrained', { asOf });
    expect([totals.officers, totals.trained]).toEqual([4, 2]);
    expect(committees.map(({ name, officers: all, trained }) => [name, all, trained])).toEqual([
      ['Ban chấp hành', 4, 2],
      [null, 1, 0],
    ]);
    for (const { key, officers: all, trained } of committees)
      for (const [show, count] of [
        ['all', all],
        ['trained', trained],
        ['untrained', all - trained],
      ] as const)
        expect((await t.invoke('training.untrained', { asOf, body: key, show })).rows).toHaveLength(count);
    const pdf = await t.job('training.untrainedPaper', { asOf });
    const text = words((await readPdf(bytesOf(pdf.token)))[0]!).replaceAll(/\s/g, '');
    for (const part of [
      'CHƯA ĐƯỢC TẬP HUẤN',
      'Tính đến ngày 20/12/2023',
      'Ban chấp hành 4 2 2 50%',
      'Tổ công đoàn 1 0 1 0%',
      'Y Bảo Niê',
      'Đỗ Văn Dũng',
      '2/4 người',
    ])
      expect(text).toContain(part.replaceAll(' ', ''));
    const book = await t.job('training.untrainedPaper', { asOf, format: 'xlsx' });
    const [list, byCommittee] = (await readXlsx(bytesOf(book.token))).sheets.map(({ rows }) => rows);
    expect(list!.filter((row) => typeof row[0] === 'number').map((row) => [row[1], row[2]])).toEqual([
      ['Y Bảo Niê', 'Ban chấp hành'],
      ['Đỗ Văn Dũng', 'Ban chấp hành; Tổ công đoàn'],
    ]);
    expect(byCommittee!.at(-1)).toEqual(['Cộng', 4, 2, 2, '50%']);
  });

  test('units whose people came are asked once and report back; the paper names those who have not', async () => {
    const units = await Promise.all(
      ['Khoa Nội', 'Khoa Ngoại'].map((name) =>
        t.invoke('organisation.createUnit', { kind: 'department', name, departmentId: null }),
      ),
    );
    const [noi, ngoai] = units.map((unit) => unit.id) as [number, number];
    const id = await course({ audience: 'invited' });
    const add = [
      await member('Nguyễn Thị Hoa', { departmentId: noi }),
      await member('Vàng A Chẩu', { departmentId: noi }),
      await member('Lê Hải Yến', { departmentId: ngoai }),
    ];
    await t.invoke('events.setPeople', { id, add });
    const text = 'Phổ biến lại cho đoàn viên trong tổ';
    expect(await t.invoke('training.askUnits', { eventId: id, text, dueOn: '2023-12-10' })).toEqual({
      count: 2,
    });
    expect(await t.invoke('training.askUnits', { eventId: id, text })).toEqual({ count: 0 });
    const { rows } = await t.invoke('training.reports', { eventId: id });
    const first = rows.find(({ unit }) => unit === 'Khoa Nội')!;
    await t.invoke('events.reportFollowUp', {
      id: first.task!.id,
      version: 1,
      state: 'done',
      result: 'Đã phổ biến cho 12 đoàn viên',
    });
    const after = await t.invoke('training.reports', { eventId: id });
    expect([after.asked, after.reported]).toEqual([2, 1]);
    expect(after.rows.map(({ unit, came, task }) => [unit, came, task?.state, task?.overdue])).toEqual([
      ['Khoa Ngoại', 1, 'open', true],
      ['Khoa Nội', 2, 'done', false],
    ]);
    const pdf = await t.job('events.followUpsPaper', { eventId: id, batch: after.batch });
    const paper = words((await readPdf(bytesOf(pdf.token)))[0]!).replaceAll(/\s/g, '');
    for (const part of [text, 'Khoa Ngoại', 'quá hạn', 'Đã phổ biến cho 12 đoàn viên'])
      expect(paper).toContain(part.replaceAll(' ', ''));
  });
});

test('those in post are invited by their posts of the day, once, with an undo', async () => {
  const people = await officers();
  const id = await course({ audience: 'invited' });
  const reply = await t.raw('training.invite', { eventId: id, groups: ['executive', 'heads'] });
  expect(reply).toMatchObject({ ok: true, data: { changed: 3, eligible: 3 } });
  expect(await t.invoke('training.invite', { eventId: id, groups: ['every'] })).toMatchObject({ changed: 0 });
  const { rows } = await t.invoke('events.participants', { id });
  expect(rows.map((one) => one.memberId)).not.toContain(people['Đỗ Văn Dũng']);
  expect(await t.raw('training.invite', { eventId: id, groups: ['women'] })).toMatchObject({
    ok: false,
    error: { code: 'NOBODY_IN_POST' },
  });
});

test('a type gives its people and certificates; sessions are counted by quarter', async () => {
  const people = await officers();
  const theory = await course({
    name: 'Bồi dưỡng lý luận chính trị',
    startsOn: '2023-05-10',
    audience: 'invited',
  });
  await t.invoke('training.save', {
    eventId: theory,
    version: 0,
    type: 'political_theory',
    topics: [{ name: 'Chuyên đề 1' }],
  });
  await t.invoke('events.setPeople', { id: theory, add: [people['Lê Thị Ánh']!, people['Y Bảo Niê']!] });
  await t.invoke('training.issue', {
    eventId: theory,
    issuedOn: '2023-05-12',
    memberIds: [people['Y Bảo Niê']!],
  });
  for (const [startsOn, value] of [
    ['2023-02-10', 120],
    ['2023-03-15', 80],
    ['2023-08-21', 210],
  ] as const) {
    const { id, version } = await t.invoke('events.create', {
      kind: 'communication',
      name: '12 điều y đức',
      startsOn,
    });
    await t.invoke('training.save', {
      eventId: id,
      version: 0,
      type: 'ethics',
      topics: [{ name: '12 điều y đức' }, { name: 'Quy tắc ứng xử' }],
    });
    await t.invoke('events.setCount', {
      id,
      version,
      count: { value, unit: 'person', source: 'báo cáo quý' },
    } as never);
  }
  const courses = await t.invoke('training.list', { year: 2023, type: 'political_theory' });
  expect(courses.totals).toMatchObject({ events: 1, people: 2, certificates: 1, topics: 1 });
  const who = await t.invoke('training.people', { year: 2023, type: 'political_theory' });
  expect(who.rows.map(({ fullName, certificates }) => [fullName, certificates])).toEqual([
    ['Lê Thị Ánh', 0],
    ['Y Bảo Niê', 1],
  ]);
  const sessions = await t.invoke('training.list', { year: 2023, kind: 'communication' });
  expect(sessions.quarters).toEqual([
    { quarter: 1, events: 2, turns: 200 },
    { quarter: 2, events: 0, turns: 0 },
    { quarter: 3, events: 1, turns: 210 },
    { quarter: 4, events: 0, turns: 0 },
  ]);
  expect(sessions.totals).toMatchObject({ events: 3, topics: 6, turns: 410 });
});

test('a stale programme is refused, and an undo puts the one before back', async () => {
  const people = await officers();
  const id = await course();
  await t.invoke('training.save', programme(id, people['Lê Thị Ánh']!));
  expect(await t.raw('training.save', { eventId: id, version: 0 })).toMatchObject({
    ok: false,
    error: { code: 'VERSION_CONFLICT' },
  });
  const reply = await t.raw('training.save', { eventId: id, version: 1, topics: [] });
  if (!reply.ok) throw new Error(reply.error.code);
  await t.raw(reply.undo!.operation, reply.undo!.input);
  expect((await t.invoke('training.get', { eventId: id })).fields.topics).toHaveLength(4);
});

test('speakers and certificates follow a merge', async () => {
  const people = await officers();
  const id = await course();
  const kept = people['Lê Thị Ánh']!;
  const twin = await member('Lê Thị Ánh', { birthDate: '1980' });
  await t.invoke('training.save', programme(id, twin));
  await t.invoke('members.merge', { keptId: kept, keptVersion: 1, goneId: twin, goneVersion: 1 });
  const { fields } = await t.invoke('training.get', { eventId: id });
  expect(fields.speakers[0]!.memberId).toBe(kept);
});

test('names of nine words stand on the certificate', async () => {
  const name = 'Công Tằng Tôn Nữ Thị Ngọc Huyền Trân Châu';
  const id = await course();
  await t.invoke('events.setPeople', { id, add: [await member(name)], remove: [] });
  await t.invoke('training.issue', { eventId: id, issuedOn: '2023-11-25' });
  const { file } = await t.job('training.printCertificates', { eventId: id });
  const [page] = await readPdf(bytesOf(file.token));
  expect(words(page!)).toContain(name);
});
