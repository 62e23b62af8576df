/** The award chain from the list a department fills in to register numbers: forms out, lists in, council, decisions, papers. */
import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTables } from '../../electron/documents/tables';
import { blocksOf } from '../../electron/documents/word/blocks';
import type { RawSheet } from '../../shared/domain/import/raw';
import { readProposalList } from '../../shared/domain/proposalList';
import { voteText } from '../../shared/domain/proposals';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
const units: Record<string, number> = {};
const people: Record<string, number> = {};
let forms: { merit: number; title: number; group: number };

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    shortName: 'CĐCS Suối Mơ',
    symbol: 'CĐCS',
    place: 'Suối Mơ',
  });
  const term = await t.invoke('organisation.saveTerm', { startsOn: '2025', chairName: 'Hoàng Minh Tuệ' });
  for (const name of ['Khoa Nội', 'Khoa Nhi', 'Khoa Ngoại'])
    units[name] = (await t.invoke('organisation.createUnit', { kind: 'department', name })).id;
  const add = async (fullName: string, unit: string, more: object = {}) => {
    people[fullName] = (
      await t.invoke('members.create', { fullName, departmentId: units[unit]!, ...more })
    ).id;
  };
  await add('Nguyễn Thị Hoa', 'Khoa Nội', {
    gender: 'female',
    birthDate: '1989-07-14',
    jobTitle: 'Điều dưỡng',
  });
  await add('Trần Văn Bình', 'Khoa Nội', { gender: 'male', birthDate: '1980' });
  await add('Lò Thị Mai', 'Khoa Nhi', { gender: 'female', birthDate: '1991' });
  await add('Lò Thị Mại', 'Khoa Nhi', { gender: 'female', birthDate: '1991' });
  await add('Vàng A Chẩu', 'Khoa Ngoại', { gender: 'male', birthDate: '1975' });
  const bch = await t.invoke('organisation.saveCommittee', {
    termId: term.id,
    kind: 'executive',
    name: 'Ban Chấp hành',
  });
  for (const [name, role, title] of [
    ['Vàng A Chẩu', 'chair', 'Chủ tịch'],
    ['Nguyễn Thị Hoa', 'vice', 'Phó Chủ tịch'],
    ['Trần Văn Bình', 'member', 'Ủy viên'],
  ] as const)
    await t.invoke('organisation.savePost', {
      committeeId: bch.id,
      memberId: people[name]!,
      role,
      title,
      fromDate: '2025',
      how: 'congress',
    });
  const rows = (await t.invoke('awards.forms', { on: '2026-11-01' })).rows;
  const form = (code: string) => rows.find((row) => row.code === code)!.id;
  forms = { merit: form('GK-CS'), title: form('DVXS'), group: form('TOVM') };
}, 120_000);
afterAll(() => t.close());

const openRound = async (name: string, more: object = {}) =>
  (
    await t.invoke('proposals.saveRound', {
      year: 2026,
      name,
      occasion: 'Tổng kết hoạt động công đoàn năm 2026',
      deadline: '2026-11-25',
      formIds: [forms.merit, forms.title, forms.group],
      unitIds: Object.values(units),
      ...more,
    })
  ).id;
const bytesOf = (token: string) => new Uint8Array(readFileSync(t.core.files.outgoing(token).path));
const upload = (name: string, bytes: Uint8Array) => t.core.files.registerUpload(name, bytes).token;
const sheetsOf = async (bytes: Uint8Array): Promise<RawSheet[]> => (await readTables(bytes, 'a.xlsx')).sheets;
const text = (cell: unknown) =>
  typeof cell === 'string' ? cell : ((cell as { text?: string } | null)?.text ?? '');

/** The form given out, with what a department typed, its columns in another order. */
async function filled(
  bytes: Uint8Array,
  sheet: string,
  typed: Record<string, Record<string, string>>,
  added: string[][],
) {
  const found = (await sheetsOf(bytes)).find((one) => one.name === sheet)!;
  const at = found.rows.findIndex((row) => row.cells.some((cell) => text(cell) === 'STT'));
  const head = found.rows[at]!.cells.map(text);
  const body = found.rows.slice(at + 1).map((row) => {
    const cells = head.map((_, i) => text(row.cells[i]));
    const extra = typed[cells[head.indexOf('Họ và tên / Tên tập thể')]!] ?? {};
    for (const [column, value] of Object.entries(extra)) cells[head.indexOf(column)] = value;
    return cells;
  });
  const order = head.map((_, i) => i).reverse();
  const rows = [
    ['Tên bảng bất kỳ'],
    order.map((i) => head[i]!),
    ...body.map((cells) => order.map((i) => cells[i]!)),
    ...added.map((cells) => head.map((_, i) => cells[order[i]!] ?? '')),
    ['TM. BAN CHẤP HÀNH'],
  ];
  const written = await writeXlsx({ sheets: [{ name: sheet, rows }] });
  return { head, bytes: new Uint8Array(written) };
}

it('gives a form out with the department’s people, and reads it back with moved columns, names without tones and added rows', async () => {
  const roundId = await openRound('Xét khen cuối năm 2026');
  const out = await t.job('proposals.formXlsx', {
    roundId,
    orgUnitIds: [units['Khoa Nội']!, units['Khoa Nhi']!],
  });
  const bytes = bytesOf(out.token);
  const [, noi, catalogue] = await sheetsOf(bytes);
  expect(noi!.name).toBe('Khoa Nội');
  const listed = noi!.rows.flatMap((row) => row.cells.map(text));
  expect(listed).toEqual(
    expect.arrayContaining(['Khoa Nội', 'Nguyễn Thị Hoa', 'Trần Văn Bình', 'Phó Chủ tịch']),
  );
  expect(catalogue!.rows.map((row) => text(row.cells[0])).slice(1)).toEqual([
    'Giấy khen',
    'Đoàn viên công đoàn xuất sắc',
    'Tổ công đoàn hoàn thành xuất sắc nhiệm vụ',
  ]);
  const head = ['key', 'STT', 'Đối tượng', 'name'];
  const back = await filled(
    bytes,
    'Khoa Nội',
    {
      'Nguyễn Thị Hoa': { 'Hình thức đề nghị': 'giay khen', 'Tóm tắt thành tích': 'Trực đủ 120 buổi' },
      'Khoa Nội': { 'Hình thức đề nghị': 'Giấy khen' },
    },
    [
      ['', '3', 'Cá nhân', 'tran van binh', '', '', '', '', 'Đoàn viên công đoàn xuất sắc'],
      ['', '4', 'Cá nhân', 'lo thi mai', '', '', '', '', 'Giấy khen'],
      ['', '5', 'Cá nhân', 'Nguyễn Văn Lạ', '', '', '', '', 'Bằng gì đó'],
    ],
  );
  expect(back.head.slice(0, 4).slice(1, 3)).toEqual(head.slice(1, 3));
  const read = await t.job('proposals.readList', { roundId, token: upload('noi.xlsx', back.bytes) });
  expect(read.orgUnitIds).toEqual([units['Khoa Nội']]);
  expect(read.rows.map((row) => [row.written, row.match, row.formId !== null, row.kind])).toEqual([
    ['Khoa Nội', 'key', true, 'collective'],
    ['Nguyễn Thị Hoa', 'key', true, 'individual'],
    ['tran van binh', 'toneless', true, 'individual'],
    ['lo thi mai', 'several', true, 'individual'],
    ['Nguyễn Văn Lạ', 'none', false, 'individual'],
  ]);
  expect(read.rows[1]).toMatchObject({ memberId: people['Nguyễn Thị Hoa'], achievement: 'Trực đủ 120 buổi' });
  expect(read.rows[3]!.candidates.map((one) => one.name)).toEqual(['Lò Thị Mai', 'Lò Thị Mại']);

  const rows = read.rows.slice(0, 3).map((row) => ({
    kind: row.kind,
    memberId: row.memberId,
    orgUnitId: row.orgUnitId,
    formId: row.formId!,
    fromUnitId: row.fromUnitId,
    achievement: row.achievement,
  }));
  const took = await t.raw('proposals.takeIn', {
    roundId,
    fileName: 'noi.xlsx',
    orgUnitIds: read.orgUnitIds,
    rows,
  });
  expect(took).toMatchObject({ ok: true, data: { skipped: 0 } });
  const round = await t.invoke('proposals.round', { id: roundId });
  expect(round.round).toMatchObject({ units: 3, handedIn: 1, proposals: { collective: 1, individual: 2 } });
  const again = await t.invoke('proposals.takeIn', { roundId, orgUnitIds: [], rows });
  expect(again).toMatchObject({ ids: [], skipped: 3 });
  const reread = await t.job('proposals.readList', { roundId, token: upload('noi.xlsx', back.bytes) });
  expect(reread.rows.filter((row) => row.known)).toHaveLength(3);

  if (!took.ok || !took.undo) throw new Error('no undo');
  const undone = await t.raw(took.undo.operation, took.undo.input);
  expect((await t.invoke('proposals.list', { roundId })).total).toBe(0);
  expect((await t.invoke('proposals.round', { id: roundId })).round.handedIn).toBe(0);
  if (!undone.ok || !undone.undo) throw new Error('no redo');
  await t.raw(undone.undo.operation, undone.undo.input);
  expect((await t.invoke('proposals.list', { roundId })).total).toBe(3);
  const due = await t.invoke('dashboard.due', { from: '2026-01-01', to: '2026-12-31' });
  expect(due.rows.find((row) => row.kind === 'proposalsMissing')).toMatchObject({
    count: 2,
    due: '2026-11-25',
  });
}, 120_000);

it('has a council of those in post, counts votes against the threshold, and asks for a reason against it', async () => {
  const [round] = (await t.invoke('proposals.rounds', {})).rows;
  const roundId = round!.id;
  const proposed = await t.invoke('proposals.meetingDefaults', { roundId, heldOn: '2026-11-18' });
  expect(proposed.attendees.map((one) => [one.name, one.post])).toEqual([
    ['Vàng A Chẩu', 'Chủ tịch'],
    ['Nguyễn Thị Hoa', 'Phó Chủ tịch'],
    ['Trần Văn Bình', 'Ủy viên'],
  ]);
  const attendees = proposed.attendees.map((one, at) =>
    at === 2 ? { ...one, present: false, reason: 'đi công tác' } : one,
  );
  const meeting = await t.invoke('proposals.saveMeeting', {
    roundId,
    heldOn: '2026-11-18',
    startsAt: '14:00',
    chairName: proposed.chairName,
    secretaryName: 'Lò Thị Mai',
    threshold: 70,
    attendees,
  });
  const rows = (await t.invoke('proposals.list', { roundId })).rows;
  const of = (name: string) => rows.find((row) => row.name === name)!.id;
  expect(
    await t.raw('proposals.vote', {
      meetingId: meeting.id,
      rows: [{ proposalId: of('Khoa Nội'), votesFor: 3 }],
    }),
  ).toMatchObject({ ok: false, error: { code: 'VOTES_MORE' } });
  await t.invoke('proposals.vote', {
    meetingId: meeting.id,
    rows: [
      { proposalId: of('Khoa Nội'), votesFor: 2 },
      { proposalId: of('Trần Văn Bình'), votesFor: 1 },
    ],
  });
  const changed = {
    proposalId: of('Nguyễn Thị Hoa'),
    votesFor: 2,
    result: 'changed',
    formId: forms.title,
  } as const;
  expect(await t.raw('proposals.vote', { meetingId: meeting.id, rows: [changed] })).toMatchObject({
    ok: false,
    error: { code: 'REASON_REQUIRED' },
  });
  const voted = await t.raw('proposals.vote', {
    meetingId: meeting.id,
    rows: [{ ...changed, reason: 'Đủ tiêu chuẩn danh hiệu' }],
  });
  const got = await t.invoke('proposals.meeting', { id: meeting.id });
  expect(got.rows.map((row) => [row.name, row.votes, row.result])).toEqual([
    ['Khoa Nội', '2/2, 100%', 'approved'],
    ['Trần Văn Bình', '1/2, 50%', 'refused'],
    ['Nguyễn Thị Hoa', '2/2, 100%', 'changed'],
  ]);
  if (!voted.ok || !voted.undo) throw new Error('no undo');
  await t.raw(voted.undo.operation, voted.undo.input);
  expect(
    (await t.invoke('proposals.list', { roundId, outcome: 'open' })).rows.map((row) => row.name),
  ).toEqual(['Nguyễn Thị Hoa']);
  await t.invoke('proposals.vote', {
    meetingId: meeting.id,
    rows: [{ ...changed, reason: 'Đủ tiêu chuẩn danh hiệu' }],
  });
  expect(voteText(12, 15)).toBe('12/15, 80%');
  expect(voteText(11, 15)).toBe('11/15, 73,33%');
});

it('drafts one decision a form, nobody twice, with links both ways, the ceremony, and takes it back', async () => {
  const [round] = (await t.invoke('proposals.rounds', {})).rows;
  const roundId = round!.id;
  const made = await t.raw('proposals.makeDecisions', { roundId });
  if (!made.ok || !made.undo) throw new Error(JSON.stringify(made));
  expect(made.data).toMatchObject({ added: 2 });
  expect(await t.raw('proposals.makeDecisions', { roundId })).toMatchObject({
    ok: false,
    error: { code: 'NOTHING_APPROVED' },
  });
  let got = await t.invoke('proposals.round', { id: roundId });
  expect(got.decisions.map((row) => [row.form, row.counts.collective, row.counts.individual])).toEqual([
    ['Giấy khen', 1, 0],
    ['Đoàn viên công đoàn xuất sắc', 0, 1],
  ]);
  await t.raw(made.undo.operation, made.undo.input);
  expect((await t.invoke('proposals.round', { id: roundId })).decisions).toEqual([]);
  await t.invoke('proposals.makeDecisions', { roundId });
  got = await t.invoke('proposals.round', { id: roundId });
  const [first] = got.decisions;
  const rows = (await t.invoke('proposals.list', { roundId })).rows;
  expect(rows.find((row) => row.name === 'Khoa Nội')!.decision).toMatchObject({
    id: first!.id,
    status: 'draft',
  });
  const event = await t.invoke('events.create', {
    kind: 'other',
    name: 'Lễ trao thưởng',
    startsOn: '2026-12-20',
  });
  await t.invoke('proposals.setCeremony', { decisionId: first!.id, eventId: event.id });
  expect(await t.invoke('proposals.ofDecision', { decisionId: first!.id })).toMatchObject({
    round: { id: roundId },
    event: { name: 'Lễ trao thưởng' },
    proposals: 1,
  });
  expect((await t.invoke('proposals.ofEvent', { eventId: event.id })).rows).toMatchObject([
    { id: first!.id, form: 'Giấy khen', number: null, status: 'draft', recipients: 1 },
  ]);
});

it('shows the deadline on the calendar, and in a member’s story what the council approved', async () => {
  const [round] = (await t.invoke('proposals.rounds', {})).rows;
  expect(round!.deadline).not.toBeNull();
  const [year, month] = round!.deadline!.split('-').map(Number);
  const { items } = await t.invoke('calendar.month', { year: year!, month: month! });
  expect(items.filter((item) => item.kind === 'round')).toMatchObject([
    { entity: 'award_round', id: round!.id, from: round!.deadline, title: round!.name },
  ]);
  const { rows } = await t.invoke('proposals.list', { roundId: round!.id });
  const told = async (memberId: number) =>
    (await t.invoke('members.timeline', { id: memberId })).rows.filter((row) => row.kind === 'proposal');
  const persons = rows.filter((row) => row.memberId !== null);
  const approved = persons.filter(
    (row) => row.outcome?.result === 'approved' || row.outcome?.result === 'changed',
  );
  expect(approved.length).toBeGreaterThan(0);
  expect(approved.length).toBeLessThan(persons.length);
  for (const row of persons) expect(await told(row.memberId!)).toHaveLength(approved.includes(row) ? 1 : 0);
});

const wordsOf = (bytes: Uint8Array) =>
  blocksOf(bytes)
    .flatMap((block) => [block.paragraph, ...(block.table?.rows.flat(2) ?? [])])
    .flatMap((paragraph) => paragraph?.runs.map((run) => run.text) ?? [])
    .join(' ');
const plain = (words: string) => words.replace(/\s+/g, '');

it('prints every paper of the chain as PDF and Word with the names, the votes and the numbers', async () => {
  const [round] = (await t.invoke('proposals.rounds', {})).rows;
  const roundId = round!.id;
  const meetingId = (await t.invoke('proposals.round', { id: roundId })).meetings[0]!.id;
  const says = {
    registration: ['BẢN ĐĂNG KÝ THI ĐUA', 'Bà Nguyễn Thị Hoa', '01 tập thể và 02 cá nhân'],
    submission: ['TỜ TRÌNH', '01 tập thể và 01 cá nhân', '18 tháng 11 năm 2026'],
    summary: ['DANH SÁCH TRÍCH NGANG', 'Trực đủ 120 buổi', '1/2, 50%'],
    personalReport: ['BÁO CÁO THÀNH TÍCH', '14/07/1989', 'Nguyễn Thị Hoa'],
    collectiveReport: ['BÁO CÁO THÀNH TÍCH', 'Khoa Nội'],
    councilMinutes: ['BIÊN BẢN', 'đi công tác', '2/2, 100%', 'Đủ tiêu chuẩn danh hiệu', 'có mặt: 02 người'],
  } as const;
  for (const [paper, words] of Object.entries(says)) {
    const input = { roundId, paper: paper as keyof typeof says, meetingId };
    const pdf = await t.job('proposals.paperPdf', input);
    const pages = await readPdf(bytesOf(pdf.token));
    const read = plain(pages.flatMap((page) => page.texts.map((one) => one.text)).join(' '));
    for (const word of words) expect(read, paper).toContain(plain(word));
    const docx = await t.job('proposals.paperDocx', input);
    const written = plain(wordsOf(bytesOf(docx.token)));
    for (const word of words) expect(written, paper).toContain(plain(word));
  }
}, 120_000);

it('takes 4 collectives and 72 people from an imported list to numbers in the register', async () => {
  const unit = (await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Khám bệnh' })).id;
  const names = Array.from(
    { length: 72 },
    (_, i) => `Nguyễn Văn ${LETTERS[i % 26]}${LETTERS[Math.floor(i / 26)]}`,
  );
  for (const fullName of names)
    await t.invoke('members.create', { fullName, departmentId: unit, gender: 'male' });
  const groups = ['Tổ công đoàn số 1', 'Tổ công đoàn số 2', 'Tổ công đoàn số 3'];
  for (const name of groups) await t.invoke('organisation.createUnit', { kind: 'group', name });
  const rows: string[][] = [
    ['CÔNG ĐOÀN CƠ SỞ'],
    ['DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG'],
    ['STT', 'Họ và tên', 'Đơn vị', 'Hình thức khen thưởng'],
    ['I', 'TẬP THỂ'],
    ...[...groups, 'Khoa Khám bệnh'].map((name, i) => [String(i + 1), name, '', 'Giấy khen']),
    ['II', 'CÁ NHÂN'],
    ...names.map((name, i) => [String(i + 1), name, 'Khoa Khám bệnh', 'Giấy khen']),
    ['', 'Tổng cộng', '', '76'],
  ];
  const bytes = new Uint8Array(await writeXlsx({ sheets: [{ name: 'Danh sách', rows }] }));
  const roundId = await openRound('Khen thưởng tổng kết', { unitIds: [] });
  const read = await t.job('proposals.readList', { roundId, token: upload('76.xlsx', bytes) });
  expect(read.rows).toHaveLength(76);
  expect(read.rows.filter((row) => row.match === 'name' && row.formId === forms.merit)).toHaveLength(76);
  await t.invoke('proposals.takeIn', {
    roundId,
    fileName: '76.xlsx',
    rows: read.rows.map((row) => ({
      kind: row.kind,
      memberId: row.memberId,
      orgUnitId: row.orgUnitId,
      formId: row.formId!,
    })),
  });
  const meeting = await t.invoke('proposals.saveMeeting', {
    roundId,
    heldOn: '2026-11-20',
    attendees: [{ name: 'Vàng A Chẩu' }, { name: 'Lò Thị Mai' }],
  });
  const { rows: proposals } = await t.invoke('proposals.list', { roundId });
  await t.invoke('proposals.vote', {
    meetingId: meeting.id,
    rows: proposals.map((row) => ({ proposalId: row.id, votesFor: 2 })),
  });
  const { decisions } = await t.invoke('proposals.makeDecisions', { roundId });
  expect(decisions).toMatchObject([{ form: 'Giấy khen', created: true, added: 76 }]);
  const decision = await t.invoke('awards.get', { id: decisions[0]!.id });
  expect(decision.counts).toEqual({ collective: 4, individual: 72, household: 0 });
  await t.invoke('awards.update', {
    ...decision.fields,
    id: decision.id,
    version: decision.version,
    number: '52/QĐ-CĐCS',
    decidedOn: '2026-11-21',
    signerName: 'Hoàng Minh Tuệ',
  });
  const { version } = await t.invoke('awards.get', { id: decision.id });
  expect(await t.invoke('awards.issue', { id: decision.id, version })).toMatchObject({ registered: 76 });
  const { rows: given } = await t.invoke('proposals.list', { roundId });
  const numbers = given.map((row) => row.decision!.register!);
  expect(new Set(numbers).size).toBe(76);
  expect(numbers.every((number) => /^\d{3}\/2026$/.test(number))).toBe(true);
  expect((await t.invoke('proposals.rounds', {})).rows[0]).toMatchObject({ approved: 76, decided: 76 });
}, 240_000);

const LETTERS = 'ABCDEGHIKLMNOPQRSTUVXYÂĐÊÔ';

const sheet = (rows: string[][]): RawSheet => ({
  name: 'A',
  hidden: false,
  merges: [],
  legacyFonts: {},
  rows: rows.map((cells, i) => ({ line: i + 1, cells })),
});

it('reads sections, skips totals and signatures, and finds no list where there is none', () => {
  expect(readProposalList([sheet([['Họ và tên'], ['Nguyễn Văn An']])])).toBeUndefined();
  const read = readProposalList([
    sheet([
      ['TT', 'Họ tên', 'Danh hiệu đăng ký'],
      ['A', 'Tập thể'],
      ['1', 'Khoa Nội', 'TT LĐTT'],
      ['B', 'Cá nhân'],
      ['1', 'Ông Nguyễn Văn An', 'LĐTT'],
      ['', 'Cộng: 2', ''],
      ['', 'Người lập biểu', 'Trưởng khoa'],
    ]),
  ]);
  expect(read!.lines.map((row) => [row.kind, row.name, row.form])).toEqual([
    ['collective', 'Khoa Nội', 'TT LĐTT'],
    ['individual', 'Nguyễn Văn An', 'LĐTT'],
  ]);
});

it('family names that look like a total or a body are people', () => {
  const rows = ['Tòng Thị Hoa', 'tong van an', 'Tô Minh Hải', 'Bàn Thị Xuân', 'Đới Văn Sáu', 'to thi la'];
  const bodies = ['Tổ công đoàn Khoa Nội', 'to cong doan so 2', 'Phong Dieu duong', 'Ban nữ công'];
  const read = readProposalList([
    sheet([
      ['TT', 'Họ tên', 'Danh hiệu'],
      ...[...rows, ...bodies].map((name, at) => [String(at + 1), name, 'LĐTT']),
      ['', 'Tổng cộng: 10 người', 'x'],
      ['', 'Tổng: 10', 'x'],
    ]),
  ]);
  expect(read!.lines.map((row) => [row.kind, row.name])).toEqual([
    ...rows.map((name) => ['individual', name]),
    ...bodies.map((name) => ['collective', name]),
  ]);
});
