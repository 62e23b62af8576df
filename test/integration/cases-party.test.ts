/** Party development: case 18 through operations (counts open, names not), the steps, the register, what the log keeps. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartyStage } from '../../shared/domain/party';
import { misplacedStep, standingOf } from '../../shared/domain/party';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const NAMES = ['Vàng Thị Xoan', 'Lò Văn Ngoạt', 'Quàng Thị Kín', 'Cà Văn Lặng'];

let t: TestCore;
const people: number[] = [];
const code = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: Error) => /[A-Z_]{4,}/.exec(error.message.replace(/^party\.\w+/, ''))?.[0] ?? error.message,
  );
const steps = (...given: [PartyStage, string][]) => given.map(([stage, onDate]) => ({ stage, onDate }));
const overview = (year = 2026) => t.invoke('party.overview', { year });
const as = async (role: 'viewer' | 'clerk' | 'chair', operation: string, input: unknown) =>
  t.core.router.dispatch(operation, input, { user: { name: 'Người khác', role } });

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    ...{ name: 'CĐCS Suối Mơ', shortName: 'CĐCS Suối Mơ', symbol: 'CĐCS', place: 'Suối Mơ' },
    validFrom: '2020',
  });
  for (const fullName of NAMES) people.push((await t.invoke('members.create', { fullName })).id);
}, 60_000);
afterAll(() => t.close());

describe('where a person stands', () => {
  const months = new Map<PartyStage, number | null>([['class', 12]]);
  it('follows from the latest step, with its term and the days past it', () => {
    const file = { steps: steps(['nominated', '2025-03']), stoppedOn: null };
    expect(standingOf(file, months, '2026-04-01')).toMatchObject({
      ...{ stage: 'nominated', state: 'open', next: 'class', due: '2026-03-31', late: 1 },
    });
    expect(standingOf({ ...file, stoppedOn: '2025-09-01' }, months, '2026-04-01')).toMatchObject({
      ...{ state: 'stopped', next: null, due: null, late: null },
    });
  });
  it('is refused only when the days surely contradict', () => {
    expect(misplacedStep(steps(['admitted', '2026-02-03'], ['nominated', '2026']))).toBeNull();
    expect(misplacedStep(steps(['admitted', '2026-02-03'], ['nominated', '2026-03']))).toBe('admitted');
  });
});

it('keeps no file while Party fields are off; the counts are open', async () => {
  const first = { memberId: people[0]!, steps: steps(['nominated', '2025-05-04']) };
  expect(await code(t.invoke('party.create', first))).toBe('FIELD_OFF');
  expect(await code(t.invoke('party.list', {}))).toBe('FIELD_OFF');
  expect(await overview()).toMatchObject({ enabled: false, open: 0 });
  await t.invoke('members.setSensitive', { group: 'party', enabled: true, purpose: 'Phát triển Đảng' });
});

it('counts 22 admitted of a target of 40, and gives no name to anybody but the chair', async () => {
  for (let at = 0; at < 22; at++) {
    const { id: memberId } = await t.invoke('members.create', { fullName: `Người Kín Đáo ${at}` });
    await t.invoke('party.create', {
      memberId,
      steps: steps(['nominated', '2025-01-10'], ['admitted', '2026-03-02']),
    });
  }
  const figure = await t.invoke('dashboard.indicator', { id: 'party.admitted', ...YEAR });
  expect(figure.value).toBe(22);
  expect(Math.round(((figure.value ?? 0) * 100) / 40)).toBe(55);
  expect((await overview()).counts).toMatchObject({ admitted: 22, nominated: 0 });
  expect((await overview(2025)).counts.nominated).toBe(22);
  const records = await t.invoke('dashboard.records', { id: 'party.admitted', ...YEAR });
  expect(records.amount).toBe(22);
  const list = await t.invoke('party.list', {});
  const open = JSON.stringify([records, list, await overview(), figure]);
  expect(open).not.toContain('Kín Đáo');
  expect(open).not.toContain('2026-03-02');
  const ids = list.rows.map((row) => row.id);
  for (const role of ['viewer', 'clerk'] as const)
    expect(await as(role, 'party.reveal', { ids })).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    });
  expect(await as('viewer', 'party.overview', { year: 2026 })).toMatchObject({ ok: true });
  expect((await t.invoke('party.reveal', { ids })).rows[0]).toMatchObject({ fullName: 'Người Kín Đáo 21' });
  const { rows } = await t.invoke('audit.changes', { entity: 'party_file', action: 'reveal' });
  expect(rows[0]).toMatchObject({ action: 'reveal', count: 22, subject: null });
});

it('answers one way everywhere: by the files, and by the records of those without one', async () => {
  const figures = async (year = 2026) => {
    const days = { from: `${year}-01-01`, to: `${year}-12-31` };
    const value = async (id: 'party.admitted' | 'members.partyJoined') =>
      (await t.invoke('dashboard.indicator', { id, ...days })).value;
    const { counts, recordOnly, years } = await overview(year);
    const told = years.find((row) => row.year === year)?.counts.admitted;
    return [
      await value('party.admitted'),
      await value('members.partyJoined'),
      ...[counts.admitted, told, recordOnly],
    ];
  };
  const party = (partyDate: string) => ({ isParty: true, partyDate });
  const alone = await t.invoke('members.create', { fullName: 'Lường Văn Sổ', ...party('2026-07-01') });
  expect(await figures()).toEqual([23, 23, 23, 23, 1]);
  const both = await t.invoke('members.create', { fullName: 'Tòng Thị Cả', ...party('2026-04-05') });
  const admitted = steps(['admitted', '2026-04']);
  const file = await t.invoke('party.create', { memberId: both.id, steps: admitted });
  expect(await figures()).toEqual([24, 24, 24, 24, 1]);
  const april = await t.invoke('dashboard.indicator', {
    ...{ id: 'party.admitted', from: '2026-04-01', to: '2026-04-10' },
  });
  expect(april.value).toBe(1);
  const step = { onDate: '2025-12-30' };
  await t.invoke('party.setStep', { id: file.id, version: file.version, stage: 'admitted', step });
  expect(await figures()).toEqual([23, 23, 23, 23, 1]);
  expect(await figures(2025)).toEqual([1, 1, 1, 1, 0]);
  const { rows } = await t.invoke('dashboard.records', { id: 'members.partyJoined', ...YEAR });
  expect(rows.filter((row) => row.entity === 'member')).toMatchObject([{ id: alone.id, date: null }]);
  expect(rows.filter((row) => row.entity === 'party_file')).toHaveLength(22);
  await t.invoke('members.trash', { ids: [alone.id, both.id] });
  expect(await figures()).toEqual([22, 22, 22, 22, 0]);
});

it('is what a target of 40 is measured by', async () => {
  const resolution = await t.invoke('targets.saveResolution', {
    ...{ name: 'Nghị quyết nhiệm kỳ 2023–2028', level: 'unit', fromYear: 2023, toYear: 2028 },
  });
  await t.invoke('targets.save', {
    ...{ resolutionId: resolution.id, text: 'Kết nạp Đảng', unit: 'người', indicator: 'party.admitted' },
    values: [{ year: 2026, value: 40 }],
  });
  const { rows } = await t.invoke('targets.list', { year: 2026 });
  expect(rows[0]).toMatchObject({ shown: '22/40', rate: '55%' });
});

describe('a file', () => {
  let id: number;
  let version: number;
  const step = async (stage: PartyStage, onDate: string | null, more: object = {}) => {
    const reply = await t.invoke('party.setStep', {
      ...{ id, version, stage, step: onDate === null ? null : { onDate, ...more } },
    });
    version = reply.version;
    return reply.file;
  };
  it('is one for each person, goes step by step, and refuses days in the wrong order', async () => {
    const made = await t.invoke('party.create', {
      memberId: people[0]!,
      steps: steps(['nominated', '2025-05-04']),
    });
    [id, version] = [made.id, made.version];
    const again = { memberId: people[0]!, steps: steps(['nominated', '2025-05-04']) };
    expect(await code(t.invoke('party.create', again))).toBe('PARTY_OPEN_FILE');
    expect(await code(step('class', '2025-01-01'))).toBe('DATE_ORDER');
    expect(await code(step('nominated', null))).toBe('PARTY_LAST_STEP');
    expect(
      (await step('class', '2025-09-20', { decisionNo: 'GCN 12', note: 'Loại khá' })).steps,
    ).toHaveLength(2);
  });
  it('links a class on political theory, and no other', async () => {
    const course = async (type: 'political_theory' | 'law') => {
      const event = await t.invoke('events.create', {
        ...{ kind: 'training', name: `Lớp ${type}`, startsOn: '2025-09-15' },
      });
      await t.invoke('training.save', { eventId: event.id, version: 0, type });
      return event.id;
    };
    expect(await code(step('class', '2025-09-20', { eventId: await course('law') }))).toBe('PARTY_CLASS');
    const eventId = await course('political_theory');
    const file = await step('class', '2025-09-20', { eventId });
    expect(file.steps[1]).toMatchObject({ eventId, event: 'Lớp political_theory' });
  });
  it('is overdue past its term, stopped with a reason, gone on with', async () => {
    const overdue = async () =>
      (await t.invoke('party.list', { check: 'overdue' })).rows.map((row) => row.id);
    expect(await overdue()).toContain(id);
    const due = await t.invoke('dashboard.due', YEAR);
    expect(due.rows.find((row) => row.kind === 'partyOverdue')?.count).toBe((await overview()).overdue);
    const stopped = { onDate: '2026-01-15', reason: 'Chuyển công tác' };
    ({ version } = await t.invoke('party.stop', { id, version, stopped }));
    expect(await overdue()).not.toContain(id);
    ({ version } = await t.invoke('party.stop', { id, version, stopped: null }));
    expect(await overdue()).toContain(id);
  });
  it('proposes to write the day of admission into the member’s record, and never writes it by itself', async () => {
    await step('admitted', '2026-06-01', { decisionNo: '15-QĐ/ĐU' });
    const waits = async () =>
      (await t.invoke('party.list', { check: 'unwritten' })).rows.some((r) => r.id === id);
    const partyDate = async () =>
      (await t.invoke('members.reveal', { id: people[0]!, fields: ['isParty', 'partyDate'] })).values;
    expect([await waits(), await partyDate()]).toEqual([true, { isParty: null, partyDate: null }]);
    const reply = await t.core.router.dispatch('party.writeMember', { id }, { user: t.core.user });
    expect(reply).toMatchObject({ ok: true, undo: { operation: 'members.revertUpdate' } });
    expect([await waits(), await partyDate()]).toEqual([false, { isParty: true, partyDate: '2026-06-01' }]);
    if (reply.ok && reply.undo) await t.raw(reply.undo.operation, reply.undo.input);
    expect(await partyDate()).toEqual({ isParty: null, partyDate: null });
  });
  it('leaves neither name, day nor reason in the log, the story, the trash or the search', async () => {
    const { rows } = await t.invoke('audit.changes', { entity: 'party_file', entityId: id });
    expect(rows.length).toBeGreaterThan(4);
    const told = JSON.stringify([
      rows,
      await t.invoke('audit.changes', { memberId: people[0]! }),
      await t.invoke('members.timeline', { id: people[0]! }),
      await t.invoke('audit.changes', { search: 'chuyen cong tac' }),
    ]);
    for (const secret of ['Chuyển công tác', '2025-09-20', 'GCN 12', '15-QĐ/ĐU'])
      expect(told).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(NAMES[0]);
    const { id: row } = rows.find((one) => one.changes.some((change) => change.field === 'stopReason'))!;
    expect((await t.invoke('audit.reveal', { id: row, field: 'stopReason' })).before?.text).toBe(
      'Chuyển công tác',
    );
    await t.invoke('party.trash', { ids: [id] });
    const trash = JSON.stringify(
      (await t.invoke('trash.list', {})).rows.filter((one) => one.entity === 'party_file'),
    );
    expect(trash).toContain('Hồ sơ số 24');
    expect(trash).not.toContain(NAMES[0]);
    await t.invoke('party.restore', { ids: [id] });
  });
});

it('is taken back, whatever was done, and done again', async () => {
  const { rows } = await t.invoke('party.list', { reached: 'admitted', limit: 1 });
  const id = rows[0]!.id;
  const stage = (await overview()).stages[1]!;
  const whole = async () =>
    JSON.stringify([
      (await t.invoke('party.reveal', { ids: [id] })).rows.map(({ version: _v, ...file }) => file),
      (await overview()).stages.map(({ version: _v, ...one }) => one),
    ]);
  const versionOf = async () => (await t.invoke('party.list', {})).rows.find((row) => row.id === id)!.version;
  const commands: [string, () => Promise<object> | object][] = [
    [
      'party.setStep',
      async () => ({ id, version: await versionOf(), stage: 'class', step: { onDate: '2025-06' } }),
    ],
    ['party.setStep', async () => ({ id, version: await versionOf(), stage: 'admitted', step: null })],
    [
      'party.stop',
      async () => ({
        id,
        version: await versionOf(),
        stopped: { onDate: '2026-05-05', reason: 'Chuyển đi' },
      }),
    ],
    [
      'party.saveStage',
      () => ({ id: stage.id, version: stage.version, name: 'Lớp đối tượng Đảng', months: null }),
    ],
  ];
  for (const [operation, input] of commands) {
    const before = await whole();
    const done = await t.core.router.dispatch(operation, await input(), { user: t.core.user });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    const after = await whole();
    expect(after, operation).not.toBe(before);
    const undone = await t.raw(done.undo!.operation, done.undo!.input);
    expect(await whole(), operation).toBe(before);
    if (!undone.ok) throw new Error(JSON.stringify(undone.error));
    const again = await t.raw(undone.undo!.operation, undone.undo!.input);
    expect(await whole(), operation).toBe(after);
    if (again.ok) await t.raw(again.undo!.operation, again.undo!.input);
  }
});

describe('the register', () => {
  const textOf = async (file: { token: string }) => {
    const bytes = new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
    return (await readPdf(bytes)).flatMap((page) => page.texts.map((one) => one.text)).join(' ');
  };
  it('names nobody until asked with a purpose, and the log says that it was', async () => {
    const plain = await textOf(await t.job('party.register', { year: 2026 }));
    expect(plain).toMatch(/SỔ THEO DÕI PHÁT TRIỂN ĐẢNG/i);
    expect(plain).toContain('kết nạp 23');
    expect(plain).not.toMatch(/Kín Đáo|Xoan|02\/03\/2026/);
    expect(await code(t.job('party.register', { names: true }))).toBe('EXPORT_PURPOSE');
    const whole = { names: true, purpose: 'Báo cáo Đảng ủy' };
    const named = await textOf(await t.job('party.register', whole));
    expect(named).toMatch(/Vàng Thị Xoan/);
    expect(named).toContain('02/03/2026');
    const reply = await as('clerk', 'party.register', whole);
    expect(reply).toMatchObject({ ok: false });
    const { rows } = await t.invoke('audit.changes', { entity: 'party_file', action: 'export' });
    expect(rows[0]).toMatchObject({ count: 23 });
  });
});

it('goes with a merge without being counted there, and keeps the counts when made anonymous', async () => {
  const [, gone, kept] = people as [number, number, number];
  const { id } = await t.invoke('party.create', {
    memberId: gone,
    steps: steps(['nominated', '2026-02-02']),
  });
  const pair = { keptId: kept, goneId: gone };
  expect(JSON.stringify((await t.invoke('members.comparePair', pair)).linked)).not.toContain('party');
  const versionOf = async (one: number) => (await t.invoke('members.get', { id: one })).version;
  const versions = { keptVersion: await versionOf(kept), goneVersion: await versionOf(gone) };
  const choices = [{ field: 'fullName', from: 'kept' as const }];
  await t.invoke('members.merge', { ...pair, ...versions, choices });
  expect((await t.invoke('party.reveal', { ids: [id] })).rows[0]?.memberId).toBe(kept);
  await t.job('members.anonymise', { ids: [kept], confirm: '1' }).catch(() => undefined);
  expect((await overview()).counts.nominated).toBe(1);
});
