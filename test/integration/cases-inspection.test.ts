/** Inspection, women's work and finance: each with its plan, what was done and the evidence (cases.md row 21), read back from lists and papers. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roomOf } from '../../electron/documents/papers/officerSheet';
import type { InputOf } from '../../shared/contract';
import { itemState } from '../../shared/domain/inspection';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
const unit: Record<string, number> = {};
const member: Record<string, number> = {};
let fundId = 0;
let planId = 0;
let financeItem = 0;
let session = 0;

const bytesOf = (file: { token: string }) =>
  new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
const textOf = async (file: { token: string }) =>
  (await readPdf(bytesOf(file)))
    .flatMap((page) => page.texts.map((one) => one.text))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
const year = (value: number, kind: 'inspection' | 'women' = 'inspection') =>
  t.invoke('inspection.plan', { kind, year: value });
const attach = (entity: string, entityId: number, text: string) =>
  t.invoke('files.attach', {
    ...{ entity, entityId, token: t.core.files.registerUpload('Biên bản.txt', Buffer.from(text)).token },
  });
const hold = (more: Partial<InputOf<'inspection.saveSession'>>) =>
  t.invoke('inspection.saveSession', {
    ...{ kind: 'inspection', topic: 'charter', title: 'Kiểm tra', heldOn: '2026-05-12', ...more },
  });

async function committee(kind: 'inspection' | 'women', name: string, people: [string, string][]) {
  const [term] = (await t.invoke('organisation.get', {})).terms;
  const { id } = await t.invoke('organisation.saveCommittee', { termId: term!.id, kind, name });
  for (const [i, [who, title]] of people.entries())
    await t.invoke('organisation.savePost', {
      ...{ committeeId: id, memberId: member[who]!, role: i === 0 ? 'chair' : 'member', title },
      ...{ fromDate: i === 2 ? '2026-06-01' : '2025-10-28', how: 'committee' },
    });
}

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    ...{ name: 'Công đoàn cơ sở Suối Mơ', shortName: 'CĐCS Suối Mơ', symbol: 'CĐCS', place: 'Suối Mơ' },
    validFrom: '2020',
  });
  await t.invoke('organisation.saveTerm', { startsOn: '2025-10-28', chairName: 'Hoàng Minh Tuệ' });
  for (const name of ['Khoa Nội', 'Tổ công đoàn số 1'])
    unit[name] = (
      await t.invoke('organisation.createUnit', {
        kind: name.startsWith('Khoa') ? 'department' : 'group',
        name,
      })
    ).id;
  for (const fullName of ['Nguyễn Thu Hà', 'Trần Văn Bình', 'Lê Thị Mai', 'Phạm Thị Cúc'])
    member[fullName] = (await t.invoke('members.create', { fullName })).id;
  await committee('inspection', 'Ủy ban kiểm tra', [
    ['Nguyễn Thu Hà', 'Chủ nhiệm'],
    ['Trần Văn Bình', 'Ủy viên'],
    ['Lê Thị Mai', 'Ủy viên'],
  ]);
  await committee('women', 'Ban nữ công', [['Phạm Thị Cúc', 'Trưởng ban']]);
  fundId = (
    await t.invoke('funds.save', {
      ...{ name: 'Quỹ công đoàn', openedOn: '2026-01-01', openingCash: 5_000_000, openingBank: 20_000_000 },
    })
  ).id;
}, 60_000);
afterAll(() => t.close());

describe('a plan', () => {
  it('has its sessions by month, late once the month is over', async () => {
    planId = (
      await t.invoke('inspection.savePlan', {
        ...{ kind: 'inspection', year: 2026, approvedOn: '2026-01-15' },
        purpose: 'Phòng ngừa sai sót\nGiúp tổ công đoàn làm đúng Điều lệ',
      })
    ).id;
    const items: Omit<InputOf<'inspection.saveItem'>, 'planId'>[] = [
      {
        topic: 'charter',
        title: 'Kiểm tra chấp hành Điều lệ',
        orgUnitId: unit['Tổ công đoàn số 1']!,
        month: 5,
      },
      {
        topic: 'finance',
        title: 'Kiểm tra tài chính năm 2025',
        fundId,
        month: 3,
        memberId: member['Nguyễn Thu Hà']!,
      },
      { topic: 'supervision', title: 'Giám sát quy chế dân chủ', subjectName: 'Ban Chấp hành', month: 12 },
    ];
    const made: number[] = [];
    for (const item of items) made.push((await t.invoke('inspection.saveItem', { planId, ...item })).id);
    financeItem = made[1]!;
    const { items: rows, figures } = await year(2026);
    expect(rows.map((row) => [row.month, row.subject ?? row.fund, row.state, row.person])).toEqual([
      [3, 'Quỹ công đoàn', 'late', 'Nguyễn Thu Hà'],
      [5, 'Tổ công đoàn số 1', 'late', null],
      [12, 'Ban Chấp hành', 'coming', null],
    ]);
    expect(figures).toMatchObject({ planned: 3, plannedDone: 0, plannedLate: 2, sessions: 0 });
    expect(itemState({ year: 2026, month: null, sessions: 0 }, '2026-12-31')).toBe('coming');
    expect(itemState({ year: 2026, month: null, sessions: 0 }, '2027-01-01')).toBe('late');
  });
  it('is one for each line of work and year, and refuses a topic of the other line', async () => {
    await expect(t.invoke('inspection.savePlan', { kind: 'inspection', year: 2026 })).rejects.toThrow(
      'INSPECTION_PLAN',
    );
    await expect(
      t.invoke('inspection.saveItem', { planId, topic: 'activity', title: 'Hội thi' }),
    ).rejects.toThrow('INSPECTION_TOPIC');
  });
  it('can be taken over for the next year, with the years it names', async () => {
    const { id, count } = await t.invoke('inspection.copyPlan', { kind: 'inspection', from: 2026, to: 2027 });
    expect(count).toBe(3);
    const next = await year(2027);
    expect(next.items.map((row) => [row.title, row.state])).toEqual([
      ['Kiểm tra tài chính năm 2026', 'coming'],
      ['Kiểm tra chấp hành Điều lệ', 'coming'],
      ['Giám sát quy chế dân chủ', 'coming'],
    ]);
    expect(next.plan).toMatchObject({ approvedOn: null, purpose: expect.stringContaining('Phòng ngừa') });
    await t.invoke('inspection.trashPlans', { ids: [id] });
    expect((await year(2027)).items).toEqual([]);
    await t.invoke('inspection.restorePlans', { ids: [id] });
    expect((await year(2027)).items).toHaveLength(3);
    await t.invoke('inspection.trashPlans', { ids: [id] });
  });
});

describe('a session', () => {
  it('begins with the committee in post that day and what its plan says', async () => {
    const ask = (heldOn: string) =>
      t.invoke('inspection.sessionDefaults', { kind: 'inspection', heldOn, itemId: financeItem });
    const march = await ask('2026-03-20');
    expect(march).toMatchObject({ topic: 'finance', title: 'Kiểm tra tài chính năm 2025', fundId });
    expect(march.attendees.map((one) => [one.shown, one.part])).toEqual([
      ['Nguyễn Thu Hà', 'leader'],
      ['Trần Văn Bình', 'member'],
    ]);
    expect((await ask('2026-07-01')).attendees).toHaveLength(3);
  });
  it('keeps team, content and findings, and says what its fund held that day', async () => {
    const { attendees } = await t.invoke('inspection.sessionDefaults', {
      ...{ kind: 'inspection', heldOn: '2026-03-20', itemId: financeItem },
    });
    session = (
      await hold({
        ...{
          topic: 'finance',
          title: 'Kiểm tra tài chính năm 2025',
          heldOn: '2026-03-20',
          itemId: financeItem,
        },
        ...{ fundId, startsAt: '14:00', endsAt: '16:00', place: 'Phòng họp tầng 2', scope: 'niên độ 2025' },
        content: 'Đối chiếu sổ quỹ với chứng từ\nKiểm kê tiền mặt',
        strengths: 'Sổ sách rõ ràng',
        conclusion: 'Thu, chi đúng quy định',
        attendees: attendees.map(({ shown: _, ...one }, i) => ({
          ...one,
          part: i === 0 ? ('leader' as const) : ('secretary' as const),
        })),
      })
    ).id;
    const found = await t.invoke('inspection.session', { id: session });
    expect(found.balance).toEqual({ cash: 5_000_000, bank: 20_000_000 });
    expect(found.attendees.map((one) => one.name)).toEqual([null, null]);
    expect((await year(2026)).items[0]).toMatchObject({ state: 'done', held: [{ heldOn: '2026-03-20' }] });
    await expect(hold({ heldOn: '2026-12-01' })).rejects.toThrow('INSPECTION_FUTURE');
    await expect(hold({ attendees: [{ part: 'member' }] })).rejects.toThrow('INSPECTION_PERSON');
    await expect(hold({ startsAt: '15:00', endsAt: '14:00' })).rejects.toThrow('DATE_ORDER');
  });
  it('comes back from an edit with the team it had', async () => {
    const before = await t.invoke('inspection.session', { id: session });
    const { undo } = await t.core.router
      .dispatch(
        'inspection.saveSession',
        { id: session, version: before.version, ...before.fields, place: 'Phòng 5', attendees: [] },
        { user: { name: 'A', role: 'chair' } },
      )
      .then((reply) => reply as unknown as { undo: { operation: 'inspection.saveSession'; input: never } });
    expect((await t.invoke('inspection.session', { id: session })).attendees).toEqual([]);
    await t.invoke(undo.operation, undo.input);
    const after = await t.invoke('inspection.session', { id: session });
    expect([after.fields, after.attendees]).toEqual([before.fields, before.attendees]);
  });
});

describe('a finding', () => {
  it('waits for its owner, is overdue past its day, and is mended with evidence', async () => {
    const add = (text: string, more: object) =>
      t.invoke('inspection.saveFinding', { sessionId: session, text, ...more });
    const late = await add('Hai phiếu chi chưa kèm hóa đơn', {
      ...{ recommendation: 'Bổ sung chứng từ', dueOn: '2026-04-30', ownerName: 'Thủ quỹ công đoàn' },
    });
    const mended = await add('Chưa kiểm kê quỹ hằng tháng', {
      ...{
        recommendation: 'Kiểm kê cuối tháng',
        dueOn: '2026-04-15',
        ownerMemberId: member['Trần Văn Bình']!,
      },
    });
    expect(await t.invoke('inspection.findings', { kind: 'inspection' })).toMatchObject({
      open: 2,
      overdue: 2,
    });
    await add('Nhầm', { dueOn: '2026-01-01' }).then(
      () => expect.unreachable(),
      (error) => expect(String(error)).toContain('DATE_ORDER'),
    );
    const row = (await t.invoke('inspection.findings', { search: 'kiem ke' })).rows[0]!;
    await t.invoke('inspection.saveFinding', {
      ...{ id: mended.id, version: row.version, sessionId: session, text: row.text },
      ...{ recommendation: row.recommendation, ownerMemberId: row.ownerMemberId, dueOn: row.dueOn },
      ...{ mendedOn: '2026-04-10', result: 'Đã kiểm kê ba tháng liền' },
    });
    await attach('inspection_finding', mended.id, 'biên bản kiểm kê');
    const all = await t.invoke('inspection.findings', { kind: 'inspection' });
    expect(all.rows.map((one) => [one.id, one.owner, one.late, one.files])).toEqual([
      [late.id, 'Thủ quỹ công đoàn', 206, 0],
      [mended.id, 'Trần Văn Bình', null, 1],
    ]);
    expect(await t.invoke('inspection.findings', { show: 'overdue' })).toMatchObject({ total: 1 });
  });
  it('is on the dashboard, on the calendar and in the figures of the year', async () => {
    const period = { from: '2026-01-01', to: '2026-12-31' };
    const due = (await t.invoke('dashboard.due', period)).rows;
    expect(due.find((row) => row.kind === 'findingsOverdue')).toMatchObject({ count: 1, urgency: 'late' });
    expect(due.find((row) => row.kind === 'inspectionsLate')).toMatchObject({ count: 1 });
    const ids = ['planned', 'held', 'finance', 'findings', 'mended', 'open'] as const;
    const values = [];
    for (const id of ids)
      values.push((await t.invoke('dashboard.indicator', { id: `inspection.${id}`, ...period })).value);
    expect(values).toEqual([3, 1, 1, 2, 1, 1]);
    const before = await t.invoke('dashboard.indicator', {
      ...{ id: 'inspection.mended', from: '2026-01-01', to: '2026-03-31' },
    });
    expect(before.value).toBe(0);
  });
});

describe('papers', () => {
  it('carry the number of the register, the team and the balances of the day', async () => {
    const { code } = await t.invoke('documents.take', {
      ...{ typeCode: 'minutes', onDate: '2026-03-20', subject: 'Kiểm tra tài chính' },
      link: { entity: 'inspection_session', id: session, label: 'Kiểm tra tài chính' },
    });
    const minutes = await textOf(
      await t.job('inspection.paperPdf', { kind: 'inspection', paper: 'minutes', sessionId: session }),
    );
    expect(minutes).toContain(code);
    expect(minutes).toContain('Chủ trì: Nguyễn Thu Hà. Thư ký: Trần Văn Bình.');
    expect(minutes).toContain('là 25.000.000 đồng, gồm tiền mặt 5.000.000 đồng, tiền gửi 20.000.000 đồng.');
    expect(minutes).toContain('Hai phiếu chi chưa kèm hóa đơn.');
    const conclusion = await textOf(
      await t.job('inspection.paperPdf', { kind: 'inspection', paper: 'conclusion', sessionId: session }),
    );
    expect(conclusion).toContain('TM. ỦY BAN KIỂM TRA CHỦ NHIỆM');
    expect(conclusion).toContain('Thu, chi đúng quy định');
  });
  it('say of the year what was planned, held and mended, as PDF and as Word', async () => {
    const plan = await textOf(
      await t.job('inspection.paperPdf', { kind: 'inspection', paper: 'plan', year: 2026 }),
    );
    for (const said of ['Giúp tổ công đoàn làm đúng Điều lệ.', 'Tháng 3', 'Quỹ công đoàn', 'Nguyễn Thu Hà'])
      expect(plan).toContain(said);
    const report = await textOf(
      await t.job('inspection.paperPdf', { kind: 'inspection', paper: 'report', year: 2026 }),
    );
    expect(report).toContain('kế hoạch năm có 03 việc, đã làm 01 việc.');
    expect(report).toContain(
      'Kiến nghị: 02; đã khắc phục 01; chưa khắc phục 01, trong đó 01 kiến nghị quá hạn.',
    );
    expect(report).toContain('Kiểm tra chấp hành Điều lệ (tháng 5).');
    const word = await t.job('inspection.paperDocx', { kind: 'inspection', paper: 'report', year: 2026 });
    expect([word.name, word.size > 5000]).toEqual(['Báo cáo hoạt động ủy ban kiểm tra năm 2026.docx', true]);
    const none = t.job('inspection.paperPdf', { kind: 'women', paper: 'plan', year: 2026 });
    await expect(none).rejects.toThrow('NOTHING_TO_PRINT');
  });
});

describe('three lines of work (case 21)', () => {
  const lines = async () => (await t.invoke('inspection.lines', { year: 2026 })).rows;
  it('show what each of them lacks', async () => {
    expect((await lines()).map((row) => [row.line, row.plan.made, row.complete])).toEqual([
      ['inspection', true, true],
      ['women', false, false],
      ['finance', false, false],
    ]);
  });
  it('each has plan, done, evidence', async () => {
    const event = await t.invoke('events.create', {
      ...{ kind: 'womens_day', name: 'Gặp mặt ngày 8/3', startsOn: '2026-03-06' },
    });
    await t.invoke('events.setCount', {
      ...{ id: event.id, version: event.version, count: { value: 120, unit: 'person', source: 'Báo cáo' } },
    });
    const womenPlan = await t.invoke('inspection.savePlan', { kind: 'women', year: 2026 });
    const item = await t.invoke('inspection.saveItem', {
      ...{ planId: womenPlan.id, topic: 'activity', title: 'Gặp mặt ngày 8/3', month: 3 },
    });
    const held = await hold({
      ...{ kind: 'women', topic: 'activity', title: 'Gặp mặt ngày 8/3', heldOn: '2026-03-06' },
      ...{ itemId: item.id, eventId: event.id },
    });
    await attach('inspection_session', held.id, 'ảnh');
    expect((await t.invoke('inspection.session', { id: held.id })).eventPeople).toBe(120);
    const categories = (await t.invoke('funds.categories', {})).rows;
    const spending = categories.find((row) => row.direction === 'out' && !row.internal)!;
    await t.invoke('funds.setBudget', {
      ...{ fundId, year: 2026, lines: [{ categoryId: spending.id, amount: 3_000_000 }] },
    });
    await t.invoke('funds.createVoucher', {
      ...{ fundId, kind: 'payment', onDate: '2026-03-05', holding: 'cash', amount: 1_200_000 },
      ...{ categoryId: spending.id, reason: 'Hoa, nước ngày 8/3', personName: 'Phạm Thị Cúc', paperCount: 2 },
    });
    const rows = await lines();
    expect(rows.every((row) => row.complete)).toBe(true);
    expect(rows.map((row) => [row.plan.count, row.done.held, row.done.planned])).toEqual([
      [3, 1, 3],
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(rows[2]).toMatchObject({
      money: { estimated: 3_000_000, spent: 1_200_000 },
      evidence: { papers: 1, of: 1 },
    });
  });
  it('stand on one page', async () => {
    const file = await t.job('inspection.linesPaper', { year: 2026 });
    const pages = await readPdf(bytesOf(file));
    expect(pages).toHaveLength(1);
    const text = await textOf(file);
    for (const said of [
      'Công tác nữ công',
      'Đã làm 1/3 việc theo kế hoạch',
      '1 kiến nghị chưa khắc phục, 1 quá hạn',
    ])
      expect(text).toContain(said);
    expect(text).toContain('Dự toán 1 mục, chi 3.000.000 đồng');
    expect(text).toContain('1/1 phiếu đủ chứng từ');
  });
});

it('an officer has posts, training, awards and discipline on one page (case 54)', async () => {
  const memberId = member['Nguyễn Thu Hà']!;
  const course = await t.invoke('events.create', {
    ...{ kind: 'training', name: 'Tập huấn nghiệp vụ kiểm tra', startsOn: '2026-04-21', place: 'Thanh Lâm' },
  });
  await t.invoke('events.setPeople', { id: course.id, add: [memberId], remove: [] });
  const file = await t.job('members.officerSheets', { memberId });
  const pages = await readPdf(bytesOf(file));
  expect(pages).toHaveLength(1);
  const text = await textOf(file);
  for (const said of [
    'PHIẾU CÁN BỘ CÔNG ĐOÀN',
    'Chủ nhiệm',
    'Ủy ban kiểm tra',
    'Tập huấn nghiệp vụ kiểm tra',
  ])
    expect(text).toContain(said);
  expect(text).toContain('Không có hình thức kỷ luật nào trong sổ.');
  const all = await t.job('members.officerSheets', { asOf: '2026-07-01' });
  expect(await readPdf(bytesOf(all))).toHaveLength(4);
  const lines = (count: number) => Array.from({ length: count }, () => 1);
  expect(roomOf([lines(30), lines(2), lines(12), lines(1)], 19)).toEqual([7, 2, 7, 1]);
});

it('a member who is made one with another brings places in teams and findings along', async () => {
  const twin = (await t.invoke('members.create', { fullName: 'Trần Văn Bình' })).id;
  await t.invoke('members.merge', {
    ...{ keptId: twin, keptVersion: 1, goneId: member['Trần Văn Bình']!, goneVersion: 1 },
  });
  const found = await t.invoke('inspection.session', { id: session });
  expect(found.attendees.map((one) => one.memberId)).toContain(twin);
  expect(found.findings.map((one) => one.ownerMemberId)).toContain(twin);
});
