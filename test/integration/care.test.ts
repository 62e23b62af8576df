/** Visits, their slips and money, and cases of help: the figures of published cases as far as they speak of them. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
let departmentId: number;
let otherId: number;
let hoa: number;
let yen: number;
const reason: Record<string, number> = {};
const kind: Record<string, number> = {};
const TODAY = '2026-11-22';
const LONG = 'Công Tằng Tôn Nữ Hoàng Nguyễn Thị Bích Phượng Uyên';

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date(`${TODAY}T03:00:00Z`) });
  const { invoke } = t;
  await invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    shortName: 'CĐCS TTYT Suối Mơ',
    symbol: 'CĐCS',
    upperName: 'Liên đoàn Lao động tỉnh Đồng Khê',
    upperLevel: 'province',
    employer: 'Trung tâm Y tế khu vực Suối Mơ',
    place: 'Suối Mơ',
    validFrom: '2020-01-01',
  });
  const term = { name: null, startsOn: '2025-10-28', endsOn: '2030', chairName: 'Hoàng Minh Tuệ' };
  const { id: termId } = await invoke('organisation.saveTerm', {
    ...term,
    chairTitle: 'Chủ tịch',
    onBehalfOf: 'TM. BAN CHẤP HÀNH',
  });
  const unit = (name: string) => invoke('organisation.createUnit', { kind: 'department', name });
  departmentId = (await unit('Khoa Hồi sức cấp cứu – Chống độc')).id;
  otherId = (await unit('Khoa Kiểm soát bệnh tật')).id;
  const person = (fullName: string, place: number) =>
    invoke('members.create', { fullName, departmentId: place, unionJoinDate: '2015-01-01' });
  hoa = (await person(LONG, departmentId)).id;
  yen = (await person('Lê Hoàng Ngọc Yến', otherId)).id;
  const { ids } = await invoke('organisation.startCommittees', {
    termId,
    items: [{ kind: 'executive', name: 'Ban Chấp hành', seats: 5 }],
    chairTitle: 'Chủ tịch',
  });
  await invoke('organisation.savePost', {
    committeeId: ids[0]!,
    memberId: yen,
    title: 'Ủy viên Ban Chấp hành',
    how: 'congress',
    role: 'member',
    fromDate: '2025-10-28',
  });
  const lists = await invoke('care.catalogue', {});
  const code = (names: readonly { id: number; name: string }[], name: string) =>
    names.find((row) => row.name.startsWith(name))!.id;
  reason.illness = code(lists.reasons, 'Ốm đau');
  reason.funeral = code(lists.reasons, 'Việc hiếu');
  reason.other = code(lists.reasons, 'Lý do khác');
  kind.housing = code(lists.kinds, 'Mái ấm công đoàn: xây');
}, 120_000);
afterAll(() => t.close());

const visit = (more: Partial<InputOf<'care.createVisit'>> = {}): InputOf<'care.createVisit'> => ({
  memberId: hoa,
  reasonId: reason.illness!,
  onDate: '2026-11-19',
  words: 'điều trị nội trú 07 ngày',
  cash: 500_000,
  visitors: [{ memberId: yen }],
  ...more,
});
const bytesOf = (file: { token: string }): Uint8Array =>
  new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
const textOf = async (file: { token: string }): Promise<string> =>
  (await readPdf(bytesOf(file)))
    .flatMap((page) => page.texts.map((item) => item.text))
    .join(' ')
    .replace(/\s+/g, ' ');

describe('a visit', () => {
  let id: number;
  it('takes the department and the posts of its day, and the next number of the year', async () => {
    const made = await t.invoke('care.createVisit', visit());
    id = made.id;
    expect(made.code).toBe('TH 001');
    const { row, inWords } = await t.invoke('care.visit', { id });
    expect(row).toMatchObject({
      name: LONG,
      department: 'Khoa Hồi sức cấp cứu – Chống độc',
      relation: 'self',
    });
    expect(row.visitors).toEqual([
      { memberId: yen, name: 'Lê Hoàng Ngọc Yến', post: 'Ủy viên Ban Chấp hành' },
    ]);
    expect(inWords).toBe('Năm trăm nghìn đồng');
  });

  it('prints the slip after form C01-TLĐ', async () => {
    const text = await textOf(await t.job('care.slips', { ids: [id] }));
    for (const words of [
      'Mẫu số: C01-TLĐ',
      'Số: TH 001',
      'PHIẾU THĂM HỎI ĐOÀN VIÊN',
      'Ngày 19 tháng 11 năm 2026',
      'Lê Hoàng Ngọc Yến, Ủy viên Ban Chấp hành',
      LONG,
      'Ốm đau, nằm viện, điều trị nội trú 07 ngày',
      '500.000 đồng',
      'Năm trăm nghìn đồng',
      'Hoàng Minh Tuệ',
    ])
      expect(text).toContain(words);
    expect((await t.invoke('care.visit', { id })).row.printedAt).not.toBeNull();
    const word = await t.job('care.slips', { ids: [id], format: 'docx' });
    expect(word.name).toBe(`Phiếu thăm hỏi TH 001 ${LONG}.docx`);
  });

  it('asks why when the same person was visited for the same reason lately', async () => {
    const again = await t.raw('care.createVisit', visit({ onDate: '2026-11-21' }));
    expect(again).toMatchObject({
      ok: false,
      error: {
        code: 'CARE_AGAIN',
        fields: { again: 'CARE_AGAIN' },
        details: { day: '19/11/2026', code: 'TH 001' },
      },
    });
    const advice = await t.invoke('care.advise', {
      memberId: hoa,
      reasonId: reason.illness!,
      onDate: '2026-11-21',
    });
    expect(advice.recent.map((row) => row.code)).toEqual(['TH 001']);
    const made = await t.invoke(
      'care.createVisit',
      visit({ onDate: '2026-11-21', again: 'Chuyển viện tuyến trên' }),
    );
    expect(made.code).toBe('TH 002');
    await t.invoke('care.trashVisits', { ids: [made.id] });
    const next = await t.invoke(
      'care.createVisit',
      visit({ reasonId: reason.funeral!, who: 'family', relation: 'parent', name: 'Công Tằng Tôn Thất Lâm' }),
    );
    expect(next.code).toBe('TH 003');
  });

  it('is proposed what the office wrote, and never refused another amount', async () => {
    const norm = { reasonId: reason.funeral!, source: 'Quy chế chi tiêu nội bộ' };
    await t.invoke('care.saveNorm', { ...norm, cash: 300_000, validFrom: '2020', validTo: '2025' });
    await t.invoke('care.saveNorm', { ...norm, cash: 500_000, validFrom: '2026' });
    await t.invoke('care.saveNorm', { ...norm, cash: 1_000_000, relation: 'self', validFrom: '2026' });
    const about = { memberId: hoa, reasonId: reason.funeral!, name: 'Ai đó' };
    const asked = async (more: object) =>
      (await t.invoke('care.advise', { ...about, onDate: '2026-05-01', ...more })).norm?.cash;
    expect(await asked({ who: 'family', relation: 'parent' })).toBe(500_000);
    expect(await asked({})).toBe(1_000_000);
    expect(await asked({ who: 'family', relation: 'parent', onDate: '2024-05-01' })).toBe(300_000);
  });

  it('keeps what is about health apart', async () => {
    const off = await t.raw(
      'care.createVisit',
      visit({ reasonId: reason.other!, healthDetail: 'Viêm phổi' }),
    );
    expect(off).toMatchObject({ ok: false, error: { code: 'FIELD_OFF' } });
    await t.invoke('members.setSensitive', { group: 'health', enabled: true, purpose: 'Thăm hỏi' });
    const { row } = await t.invoke('care.visit', { id });
    await t.invoke('care.updateVisit', {
      ...visit(),
      id,
      version: row.version,
      healthDetail: 'Viêm phổi nặng',
    });
    const shown = await t.invoke('care.visits', {});
    expect(JSON.stringify(shown)).not.toContain('Viêm phổi');
    expect(shown.rows.find((one) => one.id === id)?.hasHealth).toBe(true);
    expect((await t.invoke('care.reveal', { entity: 'care_visit', id })).text).toBe('Viêm phổi nặng');
    const log = await t.invoke('audit.list', { entity: 'care_visit', entityId: id });
    expect(JSON.stringify(log)).not.toContain('Viêm phổi');
    expect(log.rows.some((one) => one.action === 'reveal')).toBe(true);
  });

  it('is found without tones and opens from every figure', async () => {
    expect((await t.invoke('care.visits', { search: 'phuong uyen' })).total).toBe(1);
    expect((await t.invoke('care.visits', { search: 'ton that lam hieu' })).total).toBe(1);
    const year = { from: '2026-01-01', to: '2026-12-31' };
    const figures = await t.invoke('care.figures', year);
    expect(figures).toMatchObject({ visits: 2, money: 1_000_000, people: 2 });
    for (const row of figures.reasons) {
      const list = await t.invoke('care.visits', { ...year, reasonId: row.reasonId });
      expect([list.total, list.money]).toEqual([row.visits, row.money]);
    }
    const turns = await t.invoke('dashboard.indicator', { id: 'welfare.visits', ...year });
    expect(turns.value).toBe(2);
    const records = await t.invoke('dashboard.records', { id: 'welfare.visitMoney', ...year });
    expect(records.amount).toBe(1_000_000);
  });
});

describe('the money of visits', () => {
  let fundId: number;
  let ids: number[];
  beforeAll(async () => {
    fundId = (
      await t.invoke('funds.save', { name: 'Quỹ công đoàn', openedOn: '2026-01-01', openingCash: 50_000_000 })
    ).id;
    ids = (await t.invoke('care.visits', {})).rows.map((row) => row.id);
  });
  const loose = async () => (await t.invoke('funds.checks', { year: 2026 })).others;

  it('is among the checks of funds until a voucher or an explanation is there', async () => {
    expect((await loose()).map((row) => row.label)).toContain(
      `Thăm hỏi ${LONG} ngày 19/11/2026 (TH 001): 500.000\u00a0đ chưa có phiếu chi`,
    );
    const due = await t.invoke('dashboard.due', { from: '2026-01-01', to: '2026-12-31' });
    expect(due.rows.find((row) => row.kind === 'visitsUnpaid')?.count).toBe(2);
  });

  it('is paid by one voucher for several visits, taken back and given again by undo', async () => {
    const reply = await t.raw('care.pay', { ids, fundId, onDate: TODAY });
    expect(reply).toMatchObject({ ok: true, data: { amount: 1_000_000, code: 'PC 001' } });
    expect(await loose()).toEqual([]);
    const again = await t.raw('care.pay', { ids, fundId, onDate: TODAY });
    expect(again).toMatchObject({ ok: false, error: { code: 'CARE_PAID' } });
    const undo = (reply as { undo: { operation: string; input: object } }).undo;
    const back = await t.raw(undo.operation, undo.input);
    expect(await loose()).toHaveLength(2);
    const redo = (back as { undo: { operation: string; input: object } }).undo;
    await t.raw(redo.operation, redo.input);
    expect(await loose()).toEqual([]);
    const { rows } = await t.invoke('funds.vouchers', { kind: 'payment' });
    expect(rows[0]).toMatchObject({ amount: 1_000_000, paperCount: 2, source: { entity: 'care_visit' } });
  });

  it('is linked to a voucher that is there, unlinked, or explained', async () => {
    const { rows } = await t.invoke('funds.vouchers', { kind: 'payment' });
    await t.invoke('care.setVouchers', { rows: ids.map((id) => ({ id, voucherId: null })) });
    expect((await t.invoke('funds.voucher', { id: rows[0]!.id })).voucher.source).toBeNull();
    await t.invoke('care.setVouchers', { rows: [{ id: ids[0]!, voucherId: rows[0]!.id }] });
    const told = await t.invoke('funds.voucher', { id: rows[0]!.id });
    expect(told.voucher.source).toMatchObject({ entity: 'care_visit', id: ids[0] });
    await t.invoke('care.setExceptions', { rows: [{ id: ids[1]!, exception: 'Chuyên môn chi trực tiếp' }] });
    expect((await loose()).map((row) => row.explained)).toEqual(['Chuyên môn chi trực tiếp']);
    const due = await t.invoke('dashboard.due', { from: '2026-01-01', to: '2026-12-31' });
    expect(due.rows.some((row) => row.kind === 'visitsUnpaid')).toBe(false);
  });

  it('leaves the book as a workbook, health only when asked for', async () => {
    const plain = await t.job('care.exportVisits', {});
    const bytes = Buffer.from(bytesOf(plain));
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    const { readXlsx } = await import('hucre/xlsx');
    const cells = async (file: { token: string }) =>
      JSON.stringify((await readXlsx(bytesOf(file))).sheets[0]!.rows);
    expect(await cells(plain)).toContain('TH 001');
    expect(await cells(plain)).not.toContain('Viêm phổi');
    expect(await cells(await t.job('care.exportVisits', { sensitive: true }))).toContain('Viêm phổi nặng');
  });
});

it('a unit is visited like a person (Phú Thọ: support to front-line units against Covid)', async () => {
  const made = await t.invoke('care.createVisit', {
    who: 'collective',
    orgUnitId: otherId,
    reasonId: reason.other!,
    onDate: '2026-08-11',
    words: 'tuyến đầu chống dịch',
    kindText: '20 bộ đồ bảo hộ',
    kindValue: 6_000_000,
    source: 'above',
    sourceName: 'Liên đoàn Lao động tỉnh Đồng Khê',
  });
  const { row } = await t.invoke('care.visit', { id: made.id });
  expect(row).toMatchObject({
    name: 'Khoa Kiểm soát bệnh tật',
    who: 'collective',
    cash: 0,
    kindValue: 6_000_000,
  });
  const text = await textOf(await t.job('care.slips', { ids: [made.id] }));
  expect(text).toContain('20 bộ đồ bảo hộ trị giá 6.000.000');
  expect((await t.invoke('care.visits', { who: 'collective' })).total).toBe(1);
});

describe('a house (Mái ấm công đoàn)', () => {
  let id: number;
  const house: InputOf<'care.createCase'> = {
    kindId: 0,
    title: 'Mái ấm công đoàn gia đình chị Uyên',
    openedOn: '2026-03-02',
    memberId: 0,
    object: 'Nhà cấp bốn 60 m², mái tôn',
    decision: 'Quyết định số 15/QĐ-LĐLĐ ngày 20/4/2026',
    money: [
      { source: 'sponsor', name: 'Công ty Dược phẩm Thảo Nguyên', amount: 100_000_000, onDate: '2026-05-05' },
      { source: 'own', amount: 10_000_000, onDate: '2026-05-10' },
      { source: 'family', amount: 70_000_000 },
    ],
  };

  it('goes from survey to handover with money by source; a sponsor’s hundred million stands apart', async () => {
    id = (await t.invoke('care.createCase', { ...house, kindId: kind.housing!, memberId: hoa })).id;
    const opened = await t.invoke('care.case', { id });
    expect(opened.steps.map((step) => step.name)).toEqual([
      'Khảo sát',
      'Đề nghị',
      'Quyết định',
      'Khởi công, xây dựng',
      'Bàn giao',
    ]);
    expect(opened.row.total).toBe(180_000_000);
    expect(opened.bySource).toContainEqual({ source: 'sponsor', amount: 100_000_000 });
    const year = { from: '2026-01-01', to: '2026-12-31' };
    const { cases, caseSources } = await t.invoke('care.figures', year);
    expect(cases).toMatchObject({ open: 1, finished: 0, money: 110_000_000, noHandover: 0 });
    expect(caseSources).toContainEqual({ source: 'family', amount: 70_000_000 });
    const money = await t.invoke('dashboard.indicator', { id: 'welfare.caseMoney', ...year });
    expect(money.value).toBe(110_000_000);
    expect((await t.invoke('care.cases', { source: 'sponsor' })).total).toBe(1);
  });

  it('reminds of a step whose day has passed, and of the paper after the last', async () => {
    const plan = (done: number) => async () => {
      const { steps, row } = await t.invoke('care.case', { id });
      const at = ['2026-03-05', '2026-03-20', '2026-04-20', '2026-06-01', '2026-11-01'];
      await t.invoke('care.saveSteps', {
        id,
        version: row.version,
        steps: steps.map(({ id: step, name, note }, i) => ({
          id: step,
          name,
          note,
          plannedOn: at[i]!,
          doneOn: i < done ? at[i]! : null,
        })),
      });
    };
    await plan(4)();
    const dueKinds = async () => {
      const { rows } = await t.invoke('dashboard.due', { from: '2026-01-01', to: '2026-12-31' });
      return rows.map((row) => row.kind);
    };
    expect(await dueKinds()).toContain('careStepsOverdue');
    expect((await t.invoke('care.cases', { check: 'overdue' })).rows[0]).toMatchObject({
      id,
      step: 'Bàn giao',
    });
    await plan(5)();
    expect(await dueKinds()).not.toContain('careStepsOverdue');
    expect(await dueKinds()).toContain('casesWithoutPapers');
    const paper = await t.job('care.casePaper', {
      id,
      paper: 'handover',
      witnesses: ['Ông Lò Văn Pâng, Trưởng bản'],
    });
    const text = await textOf(paper);
    expect(text).toContain('BIÊN BẢN BÀN GIAO');
    expect(text).toContain('Nhà cấp bốn 60 m², mái tôn');
    expect(text).toContain('180.000.000 đồng (Một trăm tám mươi triệu đồng)');
    expect(text).toContain('Công ty Dược phẩm Thảo Nguyên');
    const step = (await t.invoke('care.case', { id })).steps.at(-1)!.id;
    const scan = t.core.files.registerUpload('Biên bản bàn giao.pdf', bytesOf(paper));
    await t.invoke('files.attach', { entity: 'care_step', entityId: step, token: scan.token, kind: 'scan' });
    expect(await dueKinds()).not.toContain('casesWithoutPapers');
  });

  it('is finished, listed as such, and told on the member’s page', async () => {
    const { row } = await t.invoke('care.case', { id });
    await t.invoke('care.setCaseState', {
      id,
      version: row.version,
      state: 'finished',
      closedOn: '2026-11-02',
    });
    const { cases } = await t.invoke('care.figures', { from: '2026-01-01', to: '2026-12-31' });
    expect(cases).toMatchObject({ open: 0, finished: 1 });
    const then = { from: '2026-01-01', to: '2026-06-30' };
    expect((await t.invoke('care.figures', then)).cases.open).toBe(1);
    expect((await t.invoke('care.cases', { ...then, state: 'open' })).total).toBe(1);
    const told = await t.invoke('care.ofMember', { memberId: hoa });
    expect(told.visits).toHaveLength(2);
    expect(told.cases.map((one) => one.id)).toEqual([id]);
    const story = await t.invoke('members.timeline', { id: hoa });
    expect(story.rows.map((one) => one.kind)).toEqual(expect.arrayContaining(['visit', 'careCase']));
  });

  it('prints its record, with the circumstances only when asked for', async () => {
    const { row } = await t.invoke('care.case', { id });
    await t.invoke('members.setSensitive', { group: 'hardship', enabled: true, purpose: 'Chăm lo' });
    const fields = { ...house, kindId: kind.housing!, memberId: hoa };
    await t.invoke('care.updateCase', {
      ...fields,
      id,
      version: row.version,
      circumstances: 'Nuôi mẹ già, nhà dột',
    });
    expect(JSON.stringify(await t.invoke('care.case', { id }))).not.toContain('nhà dột');
    expect(await textOf(await t.job('care.casePaper', { id, paper: 'record' }))).not.toContain('nhà dột');
    const told = await textOf(await t.job('care.casePaper', { id, paper: 'record', sensitive: true }));
    expect(told).toContain('Nuôi mẹ già, nhà dột');
    expect(told).toContain('Khởi công, xây dựng');
  });

  it('thanks a sponsor and condoles with a member in the office’s own words', async () => {
    const thanks = await t.job('care.letter', { template: 'thankYou', caseId: id });
    expect(thanks.name).toBe('Thư cảm ơn Công ty Dược phẩm Thảo Nguyên.docx');
    const { rows } = await t.invoke('care.visits', { who: 'family' });
    const values = { huong_tho: 'hưởng thọ 86 tuổi' };
    const sorry = await t.job('care.letter', { template: 'condolence', visitId: rows[0]!.id, values });
    expect(sorry.name).toContain('Thư chia buồn');
  });

  it('lets the register, and so a gift list, ask for people with an open case', async () => {
    const opened = { ...house, kindId: kind.housing!, memberId: yen, title: 'Sửa nhà chị Yến', money: [] };
    await t.invoke('care.createCase', opened);
    const conditions = {
      match: 'all' as const,
      items: [{ field: 'careCase', op: 'in' as const, values: [kind.housing!] }],
    };
    expect((await t.invoke('members.ids', { conditions })).ids).toEqual([yen]);
  });
});

it('follows a merge and is made anonymous with the member', async () => {
  const { id: twin } = await t.invoke('members.create', {
    fullName: 'Lê Hoàng Ngọc Yến',
    departmentId: otherId,
  });
  await t.invoke('care.createVisit', visit({ memberId: twin, onDate: '2026-02-02', visitors: [] }));
  expect((await t.invoke('care.ofMember', { memberId: twin })).visits).toHaveLength(1);
});
