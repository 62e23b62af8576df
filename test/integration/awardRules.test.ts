/** Rules of eligibility over real records, going past them, people not considered, award money and its voucher. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
let khoa: number;
const member: Record<string, number> = {};
let forms: Map<string, number>;
let merit: number;

const PEOPLE = ['Lò Thị Ón', 'Cà Văn Pản', 'Đỗ Thị Hường', 'Vũ Minh Khôi', 'Hà Thị Sen'] as const;
const HIRED: Record<string, string> = {
  'Lò Thị Ón': '2010-08-15',
  'Cà Văn Pản': '2026-02-01',
  'Đỗ Thị Hường': '2015',
  'Vũ Minh Khôi': '2012-03-01',
};

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', { name: 'CĐCS Suối Mơ', shortName: 'Suối Mơ', symbol: 'CĐCS' });
  await t.invoke('organisation.saveTerm', { startsOn: '2025', chairName: 'Hoàng Minh Tuệ' });
  khoa = (await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Nội' })).id;
  for (const fullName of PEOPLE)
    member[fullName] = (
      await t.invoke('members.create', {
        fullName,
        departmentId: khoa,
        unionJoinDate: '2016-01-01',
        hireDate: HIRED[fullName] ?? null,
      })
    ).id;
  forms = new Map(
    (await t.invoke('awards.forms', { on: '2026-11-01' })).rows.map((row) => [row.code, row.id]),
  );
  merit = await decision(
    'GK-CS',
    '2026-11-18',
    PEOPLE.map((name) => member[name]!),
  );
  await t.invoke('awards.addRecipients', {
    id: merit,
    items: [
      { kind: 'collective', orgUnitId: khoa },
      { kind: 'individual', name: 'Người ngoài sổ' },
    ],
  });
}, 60_000);
afterAll(() => t.close());

let number = 0;
async function decision(
  code: string,
  decidedOn: string,
  members: readonly number[],
  more: Partial<InputOf<'awards.create'>> = {},
): Promise<number> {
  const proposed = await t.invoke('awards.defaults', { formId: forms.get(code)!, decidedOn });
  const made = await t.invoke('awards.create', {
    ...proposed,
    formId: forms.get(code)!,
    number: `${++number}/QĐ-TEST`,
    decidedOn,
    signerName: 'Hoàng Minh Tuệ',
    awardYear: Number(decidedOn.slice(0, 4)),
    ...more,
  });
  if (members.length > 0)
    await t.invoke('awards.addRecipients', {
      id: made.id,
      items: members.map((memberId) => ({ kind: 'individual' as const, memberId })),
    });
  return made.id;
}
const issue = async (id: number) => {
  const { version } = await t.invoke('awards.get', { id });
  await t.invoke('awards.issue', { id, version });
};
const rules = async () => (await t.invoke('awardRules.list', {})).rows;
async function turn(kind: string, enabled: boolean, change: object = {}): Promise<number> {
  const { inForce: _, ...row } = (await rules()).find((one) => one.kind === kind && one.mark === 'local')!;
  await t.invoke('awardRules.save', { ...row, ...change, enabled });
  return row.id;
}
const check = (decisionId = merit) => t.invoke('awardRules.check', { decisionId });
const line = async (name: string, kind: string, of = merit) =>
  (await check(of)).rows.find((row) => row.name === name)?.lines.find((one) => one.kind === kind);
const undo = async (reply: unknown) => {
  const { operation, input } = (reply as { undo: { operation: string; input: object } }).undo;
  return t.raw(operation, input);
};

it('ships local examples switched off, published texts with their days, and says what is to be checked', async () => {
  const all = await rules();
  expect(
    all.filter((row) => row.mark === 'local').every((row) => !row.enabled && row.source?.startsWith('Ví dụ')),
  ).toBe(true);
  expect(all.filter((row) => row.mark === 'toCheck').every((row) => !row.enabled)).toBe(true);
  expect(all.find((row) => row.kind === 'quotaPercent' && row.needs.includes('LDTT'))).toMatchObject({
    validTo: '2023-12-31',
    inForce: false,
  });
  const { wages } = await t.invoke('awardMoney.rates', {});
  expect(wages.map((row) => [row.validFrom, row.amount, row.toCheck])).toEqual([
    ['2024-07-01', 2_340_000, true],
    ['2023-07-01', 1_800_000, false],
  ]);
});

describe('a draft', () => {
  it('tells of absence with its share of the year, maternity left out, and the record behind it', async () => {
    await turn('absence', true);
    expect(await line('Lò Thị Ón', 'absence')).toMatchObject({ verdict: 'unknown', why: 'noRecords' });
    // 2025-12-22 to 2026-01-16: the year holds 2026-01-02 (Friday; 1/1 is a holiday) and two weeks of five days
    const early = { memberId: member['Lò Thị Ón']!, fromDate: '2025-12-22', toDate: '2026-01-16' };
    await t.invoke('members.saveAbsence', { ...early, kind: 'sick' });
    await t.invoke('members.saveAbsence', {
      ...{
        memberId: member['Lò Thị Ón']!,
        kind: 'unpaid',
        fromDate: '2026-06-01',
        toDate: '2026-07-31',
        days: 29,
      },
    });
    await t.invoke('members.saveAbsence', {
      ...{
        memberId: member['Đỗ Thị Hường']!,
        kind: 'maternity',
        fromDate: '2026-01-05',
        toDate: '2026-07-05',
      },
    });
    const found = await line('Lò Thị Ón', 'absence');
    expect(found).toMatchObject({ verdict: 'missing', figure: 40, threshold: 40 });
    expect(found!.records.map((row) => [row.kind, row.label, row.days])).toEqual([
      ['absence', 'sick', 11],
      ['absence', 'unpaid', 29],
    ]);
    expect(await line('Đỗ Thị Hường', 'absence')).toMatchObject({ verdict: 'met', figure: 0, records: [] });
    expect(await line('Người ngoài sổ', 'absence')).toMatchObject({ verdict: 'unknown', why: 'notMember' });
    expect(
      (await check()).rows.find((row) => row.kind === 'collective')!.lines.map((one) => one.kind),
    ).not.toContain('absence');
  });

  it('tells of service, discipline and registration', async () => {
    await turn('service', true);
    await turn('discipline', true);
    await turn('registered', true);
    expect(await line('Cà Văn Pản', 'service')).toMatchObject({ verdict: 'missing', figure: 9 });
    expect(await line('Vũ Minh Khôi', 'service')).toMatchObject({ verdict: 'met', figure: 176 });
    expect(await line('Hà Thị Sen', 'service')).toMatchObject({ verdict: 'unknown', why: 'noDate' });
    await t.invoke('members.saveDiscipline', {
      ...{ memberId: member['Vũ Minh Khôi']!, side: 'employer', form: 'reprimand', onDate: '2026-04' },
    });
    const found = await line('Vũ Minh Khôi', 'discipline');
    expect(found).toMatchObject({
      verdict: 'missing',
      figure: 1,
      records: [{ kind: 'discipline', label: 'reprimand', on: '2026-04' }],
    });
    expect(await line('Lò Thị Ón', 'registered')).toMatchObject({ verdict: 'unknown', why: 'noRecords' });
    const movement = await t.invoke('movements.save', { name: '“Lao động giỏi”', launchedOn: '2026-01-20' });
    const entry = { memberId: member['Lò Thị Ón']!, kind: 'person' as const, registeredOn: '2026-02-01' };
    await t.invoke('movements.saveEntries', { id: movement.id, rows: [entry] });
    expect(await line('Lò Thị Ón', 'registered')).toMatchObject({
      verdict: 'met',
      records: [{ kind: 'movement', id: movement.id }],
    });
    expect(await line('Cà Văn Pản', 'registered')).toMatchObject({ verdict: 'missing' });
    expect(
      (await check()).rows
        .find((row) => row.kind === 'collective')!
        .lines.find((one) => one.kind === 'registered'),
    ).toMatchObject({
      verdict: 'unknown',
    });
  });

  it('tells of another award of the level and year, of suspension, and keeps the unknown unknown (case 45)', async () => {
    const sport = await decision('VHTT', '2026-05-29', [member['Hà Thị Sen']!]);
    await issue(sport);
    expect(await line('Hà Thị Sen', 'sameLevel')).toMatchObject({
      verdict: 'missing',
      records: [{ kind: 'decision', id: sport }],
    });
    const recipientId = (await t.invoke('certificates.get', { decisionId: sport })).rows[0]!.id;
    const [paper] = (await t.invoke('certificates.story', { recipientId })).certificates;
    const gone = await t.raw('certificates.void', {
      ...{ id: paper?.id, version: paper?.version, on: '2026-11-21', reason: 'Ghi sai họ tên' },
    });
    expect(await line('Hà Thị Sen', 'sameLevel')).toMatchObject({ verdict: 'met' });
    await undo(gone);
    expect(await line('Hà Thị Sen', 'sameLevel')).toMatchObject({ verdict: 'missing' });
    expect(await line('Lò Thị Ón', 'sameLevel')).toMatchObject({ verdict: 'met' });
    const hold = await t.invoke('awardRules.saveHold', {
      ...{ memberId: member['Lò Thị Ón']!, fromOn: '2026-10-01', reason: 'Đang xác minh đơn thư' },
    });
    expect(await line('Lò Thị Ón', 'investigation')).toMatchObject({
      verdict: 'missing',
      records: [{ kind: 'hold', label: 'Đang xác minh đơn thư' }],
    });
    await t.invoke('awardRules.saveHold', {
      ...{ id: hold.id, version: hold.version, memberId: member['Lò Thị Ón']!, fromOn: '2026-10-01' },
      ...{ untilOn: '2026-11-10', reason: 'Đã kết luận' },
    });
    expect(await line('Lò Thị Ón', 'investigation')).toMatchObject({ verdict: 'met' });

    const fighters = await decision('CSTDCS', '2026-11-20', [member['Lò Thị Ón']!], {
      level: 'employer',
      side: 'state',
    });
    expect(await line('Lò Thị Ón', 'titleYears', fighters)).toMatchObject({ verdict: 'missing', figure: 0 });
    const nameless = await decision('LDTT', '2026-11-15', [], {
      ...{ level: 'employer', side: 'state', countsOnly: true, countIndividual: null },
    });
    await issue(nameless);
    expect(await line('Lò Thị Ón', 'titleYears', fighters)).toMatchObject({
      ...{ verdict: 'unknown', why: 'nameless', records: [{ id: nameless }] },
    });
    const named = await decision('LDTT', '2026-11-16', [member['Lò Thị Ón']!], {
      level: 'employer',
      side: 'state',
    });
    await issue(named);
    expect(await line('Lò Thị Ón', 'titleYears', fighters)).toMatchObject({ verdict: 'met', figure: 1 });
  });

  it('tells of quotas for the list as a whole and of the share of a collective', async () => {
    await turn('quotaPercent', true, { threshold: 50 });
    const { general } = await check();
    // six individuals are named; 50% of five members is two
    expect(general).toMatchObject([{ kind: 'quotaPercent', verdict: 'missing', figure: 6, of: 2 }]);
    await turn('collectiveShare', true, { threshold: 20 });
    const group = await t.invoke('awards.create', {
      ...{ formId: forms.get('TOVM')!, number: '99/QĐ-TEST', decidedOn: '2026-11-21', awardYear: 2026 },
    });
    await t.invoke('awards.addRecipients', {
      id: group.id,
      items: [{ kind: 'collective', orgUnitId: khoa }],
    });
    const share = (await check(group.id)).rows[0]!.lines.find((one) => one.kind === 'collectiveShare');
    expect(share).toMatchObject({ verdict: 'met', figure: 1, of: 5 });
    await turn('collectiveShare', true, { threshold: 21 });
    const less = (await check(group.id)).rows[0]!.lines.find((one) => one.kind === 'collectiveShare');
    expect(less).toMatchObject({ verdict: 'unknown', why: 'nameless' });
  });

  it('is never blocked, and a rule is gone past by name with a reason, undone, kept in the trash and the log', async () => {
    const before = await check();
    // everybody in the register but one did not register; that one was away too long
    expect(before.look).toBe(5);
    const missing = before.rows.find((row) => row.name === 'Lò Thị Ón')!;
    const ruleId = missing.lines.find((one) => one.kind === 'absence')!.ruleId;
    const order = {
      subjects: [missing.uid],
      ruleId,
      reason: 'Nghỉ do tai nạn lao động',
      decidedBy: 'Ban Chấp hành',
    };
    const reply = await t.raw('awardRules.override', order);
    expect(reply).toMatchObject({ ok: true, data: { count: 1 } });
    expect(await t.raw('awardRules.override', order)).toMatchObject({
      ok: false,
      error: { code: 'DUPLICATE' },
    });
    const after = await check();
    expect(after).toMatchObject({ look: 4 });
    expect(
      after.rows.find((row) => row.name === 'Lò Thị Ón')!.lines.find((one) => one.kind === 'absence')!
        .override,
    ).toMatchObject({
      ...{ reason: 'Nghỉ do tai nạn lao động', decidedBy: 'Ban Chấp hành', decidedOn: '2026-11-22' },
    });
    const back = await undo(reply);
    expect((await check()).look).toBe(5);
    await undo(back);
    expect((await check()).look).toBe(4);

    const taken = await t.raw('awards.removeRecipients', { ids: [missing.id] });
    expect((await check()).rows.some((row) => row.name === 'Lò Thị Ón')).toBe(false);
    await undo(taken);
    expect(await line('Lò Thị Ón', 'absence')).toMatchObject({ override: { decidedBy: 'Ban Chấp hành' } });
    expect(await t.raw('awardRules.override', { ...order, subjects: ['nobody'] })).toMatchObject({
      ...{ ok: false, error: { code: 'NOT_FOUND' } },
    });
    const log = await t.invoke('audit.changes', { entity: 'award_override' });
    expect(JSON.stringify(log)).toContain('Nghỉ do tai nạn lao động');
    await issue(merit);
    expect((await t.invoke('awards.get', { id: merit })).status).toBe('issued');
  });
});

describe('award money', () => {
  it('is the coefficient of the wage of the day, rounded up, proposed beside what was typed and never written over it', async () => {
    const id = await decision('LDTT', '2023-12-20', [member['Lò Thị Ón']!, member['Vũ Minh Khôi']!], {
      ...{
        level: 'employer',
        side: 'state',
        moneyIndividual: 500_000,
        moneySource: 'Quỹ thi đua, khen thưởng',
      },
    });
    expect((await t.invoke('awardMoney.propose', { decisionId: id })).kinds).toEqual([]);
    await t.invoke('awardMoney.saveCoefficient', {
      ...{
        formCode: 'LDTT',
        recipient: 'individual',
        hundredths: 30,
        validFrom: '2017-10-01',
        validTo: '2023-12-31',
      },
    });
    const of2023 = await t.invoke('awardMoney.propose', { decisionId: id });
    expect(of2023.baseWage).toMatchObject({ amount: 1_800_000, toCheck: false });
    expect(of2023.kinds).toMatchObject([
      { kind: 'individual', hundredths: 30, proposed: 540_000, typed: 500_000 },
    ]);
    expect(of2023.total).toBe(1_000_000);
    const later = await decision('LDTT', '2025-01-10', [member['Lò Thị Ón']!], {
      level: 'employer',
      side: 'state',
    });
    const of2025 = await t.invoke('awardMoney.propose', { decisionId: later });
    expect(of2025).toMatchObject({
      baseWage: { amount: 2_340_000, toCheck: true },
      kinds: [{ proposed: 710_000, typed: null }],
    });
    const early = await decision('LDTT', '2022-01-10', [member['Lò Thị Ón']!], {
      level: 'employer',
      side: 'state',
    });
    expect(await t.invoke('awardMoney.propose', { decisionId: early })).toMatchObject({
      ...{ baseWage: null, kinds: [{ proposed: null }] },
    });
  });

  it('is paid once, is summed by source, and its voucher is taken back by undo', async () => {
    const fund = { name: 'Quỹ công đoàn', openedOn: '2026-01-01', openingCash: 50_000_000 };
    const { id: fundId } = await t.invoke('funds.save', fund);
    const id = await decision('GK-CS', '2026-11-19', [member['Vũ Minh Khôi']!, member['Hà Thị Sen']!], {
      ...{ moneyIndividual: 300_000, moneySource: 'Nguồn công đoàn' },
    });
    const order = { decisionId: id, fundId, onDate: '2026-11-20', personName: 'Lò Thị Ón' };
    expect(await t.raw('awardMoney.pay', order)).toMatchObject({ ok: false, error: { code: 'AWARD_DRAFT' } });
    await issue(id);
    const reply = await t.raw('awardMoney.pay', order);
    expect(reply).toMatchObject({ ok: true, data: { amount: 600_000, code: 'PC 001' } });
    expect(await t.raw('awardMoney.pay', order)).toMatchObject({ ok: false, error: { code: 'AWARD_PAID' } });
    const sums = () => t.invoke('awardMoney.sums', { year: 2026 });
    expect(await sums()).toMatchObject({
      ...{ total: 600_000, paid: 600_000 },
      rows: [{ source: 'Nguồn công đoàn', decisions: 1, amount: 600_000, items: [{ decisionId: id }] }],
    });
    expect((await t.invoke('funds.vouchers', { kind: 'payment' })).rows[0]).toMatchObject({
      ...{ amount: 600_000, source: { entity: 'award_decision', id } },
    });
    const unpaid = async () => (await t.invoke('funds.checks', { fundId, year: 2026 })).others;
    expect(await unpaid()).toEqual([]);
    const back = await undo(reply);
    expect(await sums()).toMatchObject({ total: 600_000, paid: 0 });
    expect(await unpaid()).toMatchObject([{ path: `/awards/${id}`, explained: null }]);
    await undo(back);
    expect(await sums()).toMatchObject({ paid: 600_000 });
    const empty = await decision('GK-CS', '2026-11-21', [member['Vũ Minh Khôi']!]);
    await issue(empty);
    expect(await t.raw('awardMoney.pay', { ...order, decisionId: empty })).toMatchObject({
      ...{ ok: false, error: { code: 'AWARD_NO_MONEY' } },
    });
  });
});

it('goes to the trash and comes back: rules, wages, coefficients, suspensions', async () => {
  for (const [trash, of] of [
    ['awardRules.trash', async () => (await rules()).length],
    ['awardMoney.trashWages', async () => (await t.invoke('awardMoney.rates', {})).wages.length],
    [
      'awardMoney.trashCoefficients',
      async () => (await t.invoke('awardMoney.rates', {})).coefficients.length,
    ],
    ['awardRules.trashHolds', async () => (await t.invoke('awardRules.holds', {})).rows.length],
  ] as const) {
    const count = await of();
    const reply = await t.raw(trash, { ids: [1] });
    expect(await of()).toBe(count - 1);
    await undo(reply);
    expect(await of()).toBe(count);
  }
});

it('judges the proposals of a round each for its own form, counts them into quotas, and carries what was decided on', async () => {
  const formId = forms.get('GK-CS')!;
  const { id: roundId } = await t.invoke('proposals.saveRound', {
    ...{ year: 2026, name: 'Khen thưởng cuối năm', formIds: [formId], unitIds: [khoa] },
  });
  const row = { kind: 'individual' as const, memberId: member['Cà Văn Pản']!, formId, fromUnitId: khoa };
  await t.invoke('proposals.takeIn', { roundId, rows: [row] });
  const check = await t.invoke('awardRules.checkRound', { roundId });
  expect(check).toMatchObject({ look: 1, rows: [{ name: 'Cà Văn Pản', state: 'look' }] });
  const late = check.rows[0]!.lines.find((one) => one.kind === 'service');
  expect(late).toMatchObject({ verdict: 'missing', figure: 9 });
  const quota = check.general.find((one) => one.kind === 'quotaPercent')!;
  const { general } = await t.invoke('awardRules.check', { decisionId: merit });
  expect(quota.figure).toBe(general[0]!.figure! + 1);
  for (const one of check.rows[0]!.lines.filter((each) => each.verdict === 'missing'))
    await t.invoke('awardRules.override', {
      subjects: [check.rows[0]!.uid],
      ruleId: one.ruleId,
      reason: 'Có sáng kiến',
    });
  expect(await t.invoke('awardRules.checkRound', { roundId })).toMatchObject({ look: 0, overridden: 1 });

  const { id: meetingId } = await t.invoke('proposals.saveMeeting', {
    ...{
      roundId,
      heldOn: '2026-11-22',
      place: 'Hội trường',
      chairName: 'Hoàng Minh Tuệ',
      secretaryName: 'Lò Thị Ón',
    },
    ...{ threshold: 75, attendees: [{ name: 'Hoàng Minh Tuệ', post: 'Chủ tịch', present: true }] },
  });
  const vote = { proposalId: check.rows[0]!.id, votesFor: 9, voters: 9 };
  await t.invoke('proposals.vote', { meetingId, rows: [vote] });
  const file = await t.job('proposals.paperPdf', { roundId, meetingId, paper: 'councilMinutes' });
  const pages = await readPdf(new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path)));
  const minutes = pages.flatMap((page) => page.texts.map((one) => one.text)).join(' ');
  expect(minutes.replace(/\s+/g, ' ')).toContain(
    'Vẫn khen Cà Văn Pản, dù chưa đạt “Đã vào cơ quan từ 10 tháng trở lên”: Có sáng kiến',
  );

  const made = await t.invoke('proposals.makeDecisions', { roundId });
  const decisionId = made.decisions[0]!.id;
  const carried = (await t.invoke('awardRules.check', { decisionId })).rows[0]!;
  expect(carried).toMatchObject({ name: 'Cà Văn Pản' });
  expect(carried.lines.find((one) => one.kind === 'service')!.override).toMatchObject({
    reason: 'Có sáng kiến',
  });
});
