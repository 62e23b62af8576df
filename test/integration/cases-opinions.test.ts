/** Opinions, petitions, dialogues, labour agreements and staff conferences read back from lists, papers and figures (cases.md section 1, rows 8, 22, 29, 36, 38, 39, 51). */
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { figureText } from '../../shared/domain/figures';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const kinds: Record<string, number> = {};
const topics: Record<string, number> = {};
let member: number;
let department: number;

const bytesOf = (file: { token: string }) =>
  new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
const paperText = async (file: { token: string }) =>
  (await readPdf(bytesOf(file)))
    .flatMap((page) => page.texts.map((one) => one.text))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
const sheetRows = (file: { token: string }) =>
  Object.values(read(bytesOf(file)).Sheets).flatMap((sheet) =>
    utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: false }),
  );
const wordText = (file: { token: string }) =>
  new TextDecoder()
    .decode(unzipSync(bytesOf(file))['word/document.xml']!)
    .replaceAll(/<\/w:p>/g, ' ')
    .replaceAll(/<[^>]+>/g, '');
const figure = async (id: InputOf<'dashboard.indicator'>['id'], span = YEAR) =>
  t.invoke('dashboard.indicator', { id, ...span });

const enter = (more: Partial<InputOf<'opinions.create'>> = {}) =>
  t.invoke('opinions.create', {
    receivedOn: '2026-03-02',
    how: 'meeting',
    kindId: kinds['Kiến nghị, đề xuất']!,
    topicId: topics['Điều kiện làm việc, an toàn lao động']!,
    text: 'Đề nghị sửa điều hòa phòng trực',
    source: 'anonymous',
    ...more,
  });

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    ...{ name: 'Công đoàn cơ sở Bệnh viện Suối Mơ', shortName: 'CĐCS Suối Mơ', symbol: 'CĐCS' },
    ...{ place: 'Suối Mơ', validFrom: '2020' },
  });
  const lists = await t.invoke('opinions.catalogue', {});
  for (const { id, name } of lists.kinds) kinds[name] = id;
  for (const { id, name } of lists.topics) topics[name] = id;
  member = (await t.invoke('members.create', { fullName: 'Lò Thị Kín Tiếng' })).id;
  department = (await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Ngoại' })).id;
}, 60_000);
afterAll(() => t.close());

describe('the register of opinions (rows 8 and 51)', () => {
  const LINK = { entity: 'agreement', id: 7, label: 'Quy chế phối hợp 2024–2028' };
  let named: number;
  beforeAll(async () => {
    for (const [receivedOn, answeredOn] of [
      ['2026-03-02', '2026-03-06'],
      ['2026-03-10', '2026-03-16'],
      ['2026-04-01', '2026-04-12'],
    ] as const) {
      const { id } = await enter({
        receivedOn,
        kindId: kinds['Khó khăn, vướng mắc']!,
        sentTo: 'Ban Giám đốc',
        sentOn: receivedOn,
        link: LINK,
      });
      await t.invoke('opinions.answer', { id, version: 1, answeredOn, answer: 'Đã sửa xong' });
    }
    named = (
      await enter({
        receivedOn: '2026-11-02',
        source: 'person',
        giver: { memberId: member },
        text: 'Đề nghị xếp lại lịch trực',
        sentTo: 'Đảng ủy',
        sentOn: '2026-11-03',
      })
    ).id;
    await enter({ receivedOn: '2026-11-20', kindId: kinds['Đơn đề nghị']!, how: 'letter' });
    await enter({
      receivedOn: '2026-10-01',
      kindId: kinds['Đơn khiếu nại']!,
      source: 'collective',
      sourceUnitId: department,
    });
  });

  it('computes the average days to solve: (4 + 6 + 11) / 3', async () => {
    const figures = await t.invoke('opinions.figures', YEAR);
    expect(figures).toMatchObject({ received: 6, answered: 3, averageDays: 7, petitions: 2, anonymous: 4 });
    const ofAgreement = await t.invoke('opinions.list', { linkEntity: 'agreement', linkId: 7 });
    expect(ofAgreement).toMatchObject({ total: 3, states: { new: 0, sent: 0, overdue: 0, answered: 3 } });
    expect(ofAgreement.rows.map((row) => row.days)).toEqual([11, 6, 4]);
  });

  it('counts days to answer in working days: 15 after Monday 02/11 is Monday 23/11; 30 after 01/10 is past', async () => {
    const { rows, states } = await t.invoke('opinions.list', {});
    expect(states).toEqual({ new: 1, sent: 1, overdue: 1, answered: 3 });
    const of = (text: string) => rows.find((row) => row.text.includes(text) && row.answeredOn === null)!;
    expect(of('lịch trực')).toMatchObject({ dueOn: '2026-11-23', dueByRule: true, state: 'sent' });
    const late = rows.find((row) => row.state === 'overdue')!;
    expect(late).toMatchObject({ dueOn: '2026-11-12', late: 10, sourceUnit: 'Khoa Ngoại' });
    expect(await t.invoke('opinions.list', { show: 'soon' })).toMatchObject({ total: 1 });
    const due = await t.invoke('dashboard.due', YEAR);
    expect(due.rows).toContainEqual(expect.objectContaining({ kind: 'opinionsOverdue', count: 1 }));
  });

  it('keeps nobody of an anonymous one, and tells a name only when asked, in writing', async () => {
    await expect(enter({ giver: { name: 'Ai đó' } })).rejects.toThrow('OPINION_SOURCE');
    await expect(enter({ source: 'person' })).rejects.toThrow('OPINION_SOURCE');
    const row = await t.invoke('opinions.get', { id: named });
    expect(JSON.stringify([row, await t.invoke('opinions.list', {})])).not.toContain('Kín Tiếng');
    const found = await t.invoke('opinions.list', { search: 'kin tieng' });
    expect(found.total).toBe(0);
    expect(await t.invoke('opinions.reveal', { id: named })).toEqual({
      memberId: member,
      name: 'Lò Thị Kín Tiếng',
    });
    const log = await t.invoke('audit.changes', { entity: 'opinion', entityId: named, limit: 10 });
    expect(log.rows[0]).toMatchObject({ action: 'reveal' });
    expect(JSON.stringify(log)).not.toContain('Kín Tiếng');
    const story = await t.invoke('members.timeline', { id: member });
    expect(JSON.stringify(story)).not.toContain('lịch trực');
  });

  it('prints open, answered and overdue; names only for a purpose', async () => {
    const text = await paperText(await t.job('opinions.register', { ...YEAR }));
    expect(text).toContain('SỔ THEO DÕI Ý KIẾN, KIẾN NGHỊ, ĐƠN THƯ');
    expect(text).toContain('Tổng số 6: đã trả lời 3, đang giải quyết 2, quá hạn 1.');
    expect(text).toContain('Trả lời ngày 12/04/2026; Đã sửa xong');
    expect(text).toContain('Cá nhân');
    expect(text).not.toContain('Kín Tiếng');
    await expect(t.job('opinions.register', { ...YEAR, names: true })).rejects.toThrow('EXPORT_PURPOSE');
    const told = await t.job('opinions.register', {
      ...{ ...YEAR, names: true, purpose: 'Báo cáo Đảng ủy' },
      format: 'xlsx',
    });
    expect(JSON.stringify(sheetRows(told))).toContain('Lò Thị Kín Tiếng');
  });

  it('makes a follow-up that stands in the list of events, and takes it back', async () => {
    const { opinion } = await t.invoke('opinions.get', { id: named });
    const owner = { name: 'Phòng Tổ chức' };
    const followed = await t.raw('opinions.follow', { id: named, version: opinion.version, owner });
    if (!followed.ok) throw new Error(followed.error.code);
    const waiting = async () => (await t.invoke('events.followUps', { show: 'waiting' })).rows;
    expect((await waiting()).map((row) => [row.owner, row.text])).toEqual([
      ['Phòng Tổ chức', `Giải quyết ý kiến số ${opinion.code}: Đề nghị xếp lại lịch trực`],
    ]);
    expect((await t.invoke('opinions.get', { id: named })).opinion.followUp).toMatchObject({
      owner: owner.name,
    });
    const { operation, input } = followed.undo!;
    await t.raw(operation, input);
    expect(await waiting()).toEqual([]);
  });

  it('gives the lines of the annex: 3 petitions are not 6 opinions', async () => {
    const texts = [];
    for (const id of [
      'opinions.received',
      'opinions.answered',
      'opinions.petitions',
      'opinions.overdue',
    ] as const)
      texts.push(figureText(await figure(id)));
    expect(texts).toEqual([
      '6\u00a0ý kiến, kiến nghị',
      '3\u00a0ý kiến, kiến nghị',
      '2\u00a0đơn',
      '1\u00a0ý kiến, kiến nghị',
    ]);
    const behind = await t.invoke('dashboard.records', { id: 'opinions.petitions', ...YEAR });
    expect(behind).toMatchObject({ total: 2, amount: 2 });
  });
});

describe('taking part and protecting rights (rows 22 and 29)', () => {
  it('counts documents commented in a period; rights work is linked to a content of an agreement', async () => {
    const log = (onDate: string, kind: InputOf<'democracy.saveParticipation'>['kind'], more = {}) =>
      t.invoke('democracy.saveParticipation', { kind, onDate, title: 'Dự thảo quy chế chi tiêu', ...more });
    await log('2026-02-03', 'comment', { given: 12, taken: 9, organiser: 'Phòng Kế toán' });
    await log('2026-05-31', 'comment', { given: 4, taken: 1 });
    await log('2026-06-01', 'comment');
    await log('2026-04-04', 'meeting', { title: 'Giao ban tháng 4' });
    const link = { entity: 'agreement_content', id: 2, label: 'Nội dung 2: Bảo vệ quyền lợi hợp pháp' };
    await log('2026-04-20', 'protect', { title: 'Thanh toán tiền trực còn nợ', link });
    await expect(log('2026-04-20', 'comment', { given: 1, taken: 2 })).rejects.toThrow('OPINIONS_TAKEN');

    const half = { from: '2025-12-01', to: '2026-05-31' };
    expect(figureText(await figure('democracy.comments', half))).toBe('2\u00a0văn bản');
    const list = await t.invoke('democracy.participation', { ...half });
    expect(list).toMatchObject({
      total: 4,
      kinds: { comment: 2, meeting: 1, protect: 1 },
      given: 16,
      taken: 10,
    });
    const linked = await t.invoke('democracy.participation', { linkEntity: 'agreement_content', linkId: 2 });
    expect(linked.rows.map((row) => [row.kind, row.title])).toEqual([
      ['protect', 'Thanh toán tiền trực còn nợ'],
    ]);
    const text = await paperText(await t.job('democracy.paper', { list: 'participation', ...half }));
    expect(text).toContain('Tổng số 4: góp ý văn bản 2, dự họp 1, bảo vệ quyền lợi 1.');
    expect(text).toContain('thuộc Nội dung 2: Bảo vệ quyền lợi hợp pháp');
  });
});

describe('staff conferences of 250 units (row 36)', () => {
  const YEAR_OF = 2026;
  let units: number[] = [];
  beforeAll(async () => {
    for (let at = 1; at <= 250; at++) {
      const name = `Công đoàn đơn vị ${String(at).padStart(3, '0')}`;
      units.push((await t.invoke('organisation.createUnit', { kind: 'section', name })).id);
    }
    await t.invoke('democracy.setScope', { fromYear: YEAR_OF, scope: 'section' });
    const all = { year: YEAR_OF, orgUnitIds: units, heldOn: '2026-02-12' };
    expect(await t.invoke('democracy.recordConferences', all)).toEqual({ count: 250 });
    const board = await t.invoke('democracy.conferences', { year: YEAR_OF });
    const { conference } = board.rows.find((row) => row.orgUnitId === units[99])!;
    await t.invoke('democracy.trashConferences', { ids: [conference!.id] });
    units = [...units];
  }, 60_000);

  it('is 99,6% with one missing, who is named, and never 100%', async () => {
    const board = await t.invoke('democracy.conferences', { year: YEAR_OF });
    expect(board).toMatchObject({ units: 250, held: 249, missing: ['Công đoàn đơn vị 100'] });
    expect(figureText(await figure('democracy.conferenceRate'))).toBe('99,6% (249/250)');
    const text = await paperText(await t.job('democracy.paper', { list: 'conferences', ...YEAR }));
    expect(text).toContain('Đã tổ chức: 249/250 công đoàn bộ phận, đạt 99,6% (tính đến ngày 22/11/2026).');
    expect(text).toContain('Chưa tổ chức: Công đoàn đơn vị 100.');
    expect(text).not.toContain('100%');
  });

  it('stays below 100% for one recorded as not held, and is 100% when nobody is missing', async () => {
    const orgUnitId = units[99]!;
    const not = { orgUnitId, year: YEAR_OF, held: false, reason: 'Đang sáp nhập' };
    const saved = await t.invoke('democracy.saveConference', not);
    expect((await t.invoke('democracy.conferences', { year: YEAR_OF })).held).toBe(249);
    await expect(t.invoke('democracy.saveConference', not)).rejects.toThrow('DUPLICATE');
    const wrong = { ...not, id: saved.id, version: 1, held: true, heldOn: '2028-01-01' };
    await expect(t.invoke('democracy.saveConference', wrong)).rejects.toThrow('CONFERENCE_YEAR');
    await t.invoke('democracy.saveConference', {
      ...{ id: saved.id, version: 1, orgUnitId, year: YEAR_OF, held: true, heldOn: '2026-03-01' },
      ...{ invited: 40, present: 38 },
    });
    expect(figureText(await figure('democracy.conferenceRate'))).toBe('100% (250/250)');
    const rows = sheetRows(await t.job('democracy.paper', { list: 'conferences', ...YEAR, format: 'xlsx' }));
    expect(rows.filter((row) => row.includes('Có'))).toHaveLength(250);
  });
});

describe('labour agreements (row 38)', () => {
  it('are reminded of 90 days before their end, until one follows', async () => {
    const { rows: classes } = await t.invoke('democracy.classes', {});
    const save = (more: Partial<InputOf<'democracy.saveLabour'>>) =>
      t.invoke('democracy.saveLabour', {
        ...{ title: 'Thỏa ước 2024–2027', number: '01/TƯLĐTT', signedOn: '2024-02-20', fromOn: '2024-02-20' },
        ...{ toOn: '2027-02-20', classId: classes[0]!.id },
        articles: [{ article: 'Điều 7', text: 'Nghỉ cưới 5 ngày hưởng lương', law: '3 ngày' }],
        ...more,
      });
    const first = await save({});
    const second = await save({ title: 'Thỏa ước 2023–2027', toOn: '2027-02-21', classId: null });
    const list = await t.invoke('democracy.labour', { search: 'nghi cuoi' });
    expect(list.rows.map((row) => [row.title, row.state, row.daysLeft, row.className])).toEqual([
      ['Thỏa ước 2024–2027', 'ending', 90, 'Loại A'],
      ['Thỏa ước 2023–2027', 'active', 91, null],
    ]);
    const reminded = async () =>
      (await t.invoke('dashboard.due', YEAR)).rows.find((row) => row.kind === 'labourEnding');
    expect(await reminded()).toMatchObject({ count: 1, due: '2027-02-20', urgency: 'soon' });
    const text = await paperText(await t.job('democracy.paper', { list: 'labour', ...YEAR }));
    expect(text).toContain('Còn 90 ngày');
    await save({
      title: 'Thỏa ước 2027–2030',
      fromOn: '2027-02-21',
      toOn: '2030-02-20',
      predecessorId: first.id,
    });
    expect(await reminded()).toBeUndefined();
    expect(
      (await t.invoke('democracy.labourAgreement', { id: first.id })).agreement.successorId,
    ).not.toBeNull();
    await expect(save({ fromOn: '2024-01-01', toOn: '2023-01-01' })).rejects.toThrow('DATE_ORDER');
    expect(figureText(await figure('democracy.labourInForce'))).toBe('2\u00a0thỏa ước');
    expect(second.version).toBe(1);
  });
});

describe('grassroots democracy (row 39)', () => {
  it('prints the minutes of a dialogue with the opinions raised there, without who raised them', async () => {
    const { id } = await t.invoke('democracy.saveDialogue', {
      ...{ kind: 'regular', onDate: '2026-06-24', startsAt: '14:00', endsAt: '16:30', place: 'Hội trường A' },
      ...{ title: 'Chế độ trực, thu nhập tăng thêm', employerCount: 5, workerCount: 12 },
      ...{
        employerLead: 'Ông Nguyễn Văn Bình, Giám đốc',
        workerLead: 'Bà Hoàng Minh Tuệ, Chủ tịch công đoàn',
      },
      workerPeople: 'Ông Lò Văn Pâng, Tổ trưởng tổ Ngoại\nBà Mùa Thị Ly, điều dưỡng',
      conclusions: 'Thống nhất chi tiền trực hằng tháng trước ngày 10',
    });
    const raised = await enter({
      ...{ receivedOn: '2026-06-24', how: 'dialogue', dialogueId: id, source: 'person' },
      ...{ giver: { memberId: member }, text: 'Tiền trực chi chậm hai tháng' },
    });
    await t.invoke('opinions.answer', {
      ...{ id: raised.id, version: 1, answeredOn: '2026-06-24', answer: 'Chi trước ngày 10 hằng tháng' },
    });
    const { rows } = await t.invoke('democracy.dialogues', {});
    expect(rows[0]).toMatchObject({ opinions: 1, answered: 1, workerCount: 12 });
    const pdf = await paperText(await t.job('democracy.minutes', { id }));
    const word = wordText(await t.job('democracy.minutes', { id, format: 'docx' }));
    for (const text of [pdf, word]) {
      expect(text).toContain('Tiền trực chi chậm hai tháng');
      expect(text).toContain('Chi trước ngày 10 hằng tháng');
      expect(text).toContain('ngày 24 tháng 6 năm 2026');
      expect(text).toContain('Bên người lao động (12 người)');
      expect(text).toContain('Bà Mùa Thị Ly, điều dưỡng');
      expect(text).not.toContain('Kín Tiếng');
    }
  });

  it('counts a dialogue recorded as an event too once, and lists regulations by date', async () => {
    const event = await t.invoke('events.create', {
      ...{ kind: 'dialogue', name: 'Đối thoại quý III', startsOn: '2026-09-10' },
    });
    expect((await figure('democracy.dialogues')).value).toBe(2);
    await t.invoke('democracy.saveDialogue', {
      onDate: '2026-09-10',
      title: 'Đối thoại quý III',
      eventId: event.id,
    });
    expect((await figure('democracy.dialogues')).value).toBe(2);
    const old = await t.invoke('democracy.saveRegulation', {
      name: 'Quy chế dân chủ 2020',
      issuedOn: '2020-05-05',
    });
    await t.invoke('democracy.saveRegulation', {
      ...{ name: 'Quy chế dân chủ 2024', number: '15/QĐ-BV', issuedOn: '2024-03-04', replacesId: old.id },
      consulted: true,
    });
    const list = await t.invoke('democracy.regulations', {});
    expect(list.rows.map((row) => [row.name, row.inForce])).toEqual([
      ['Quy chế dân chủ 2024', true],
      ['Quy chế dân chủ 2020', false],
    ]);
    const text = await paperText(await t.job('democracy.paper', { list: 'regulations', ...YEAR }));
    expect(text).toContain('Đã thay thế');
  });
});

describe('what was done is taken back', () => {
  /** Runs a command, then what takes it back; answers the list after both. */
  async function backAndForth<T>(
    operation: string,
    input: unknown,
    state: () => Promise<T>,
  ): Promise<[T, T]> {
    const done = await t.raw(operation, input);
    if (!done.ok) throw new Error(`${operation}: ${done.error.code} ${JSON.stringify(done.error.fields)}`);
    const after = await state();
    const back = await t.raw(done.undo!.operation, done.undo!.input);
    if (!back.ok) throw new Error(`${done.undo!.operation}: ${back.error.code}`);
    return [after, await state()];
  }

  it('a change of an opinion, its way, its answer, its name', async () => {
    const made = await enter({
      receivedOn: '2026-11-10',
      source: 'person',
      giver: { name: 'Bà Sùng Thị Dợ' },
    });
    const read = async () => {
      const { opinion } = await t.invoke('opinions.get', { id: made.id });
      const { version: _, ...rest } = opinion;
      return { ...rest, who: (await t.invoke('opinions.reveal', { id: made.id })).name };
    };
    const version = async () => (await t.invoke('opinions.get', { id: made.id })).opinion.version;
    const before = await read();
    const fields = {
      ...{ receivedOn: '2026-11-11', how: 'box', kindId: kinds['Đơn tố cáo'], text: 'Nội dung khác' },
      ...{ topicId: topics['Nội dung khác'], source: 'anonymous' },
    };
    const steps: [string, object][] = [
      ['opinions.update', fields],
      ['opinions.send', { sentTo: 'Ban Giám đốc', sentOn: '2026-11-12' }],
      ['opinions.answer', { answeredOn: '2026-11-20', answer: 'Xong' }],
    ];
    for (const [operation, input] of steps) {
      const [after, back] = await backAndForth(
        operation,
        { id: made.id, version: await version(), ...input },
        read,
      );
      expect(after).not.toEqual(before);
      expect(back).toEqual(before);
    }
    const [gone, again] = await backAndForth('opinions.trash', { ids: [made.id] }, async () =>
      (await t.invoke('opinions.list', { search: made.code })).rows.map((row) => row.id),
    );
    expect([gone, again]).toEqual([[], [made.id]]);
  });

  it('its last day is on the calendar until it is answered, without who gave it', async () => {
    const made = await enter({ receivedOn: '2026-11-20', dueOn: '2027-02-11', source: 'anonymous' });
    const marks = async () =>
      (await t.invoke('calendar.month', { year: 2027, month: 2 })).items.filter(
        (item) => item.kind === 'opinion',
      );
    expect(await marks()).toMatchObject([
      {
        entity: 'opinion',
        id: made.id,
        from: '2027-02-11',
        title: `${made.code} · Điều kiện làm việc, an toàn lao động`,
      },
    ]);
    const { version } = (await t.invoke('opinions.get', { id: made.id })).opinion;
    await t.invoke('opinions.answer', { id: made.id, version, answeredOn: '2026-11-21', answer: 'Đã sửa' });
    expect(await marks()).toEqual([]);
  });

  it('kinds with their days, and what is in use stays', async () => {
    const catalogue = async () => (await t.invoke('opinions.catalogue', {})).kinds;
    const before = await catalogue();
    const [after, back] = await backAndForth(
      'opinions.saveKind',
      { name: 'Phản ánh nóng', workingDays: 2, petition: false },
      catalogue,
    );
    expect(after.find((row) => row.name === 'Phản ánh nóng')?.workingDays).toBe(2);
    expect(back).toEqual(before);
    await expect(t.invoke('opinions.saveKind', { name: 'kiến nghị, đề xuất' })).rejects.toThrow('DUPLICATE');
    const ids = [kinds['Kiến nghị, đề xuất']!];
    await expect(t.invoke('opinions.trashKinds', { ids })).rejects.toThrow('IN_USE');
  });
});
