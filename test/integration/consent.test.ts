/** What members were told, who agreed, what withdrawing does, and the clocks of what they ask. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../unit/papersReaders';

let t: TestCore;
let hoa: number;
let dung: number;
const bytesOf = (file: { token: string }) =>
  new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
const code = async (operation: string, input: unknown) => {
  const reply = await t.raw(operation, input);
  return reply.ok ? 'OK' : reply.error.code;
};
const purposeOf = async (purpose: string) =>
  (await t.invoke('members.purposes', {})).rows.find((row) => row.purpose === purpose)!;
const consentOf = async (memberId: number, purpose: string) =>
  (await t.invoke('members.consents', { memberId })).rows.find((row) => row.purpose === purpose)!.consent;

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-20T03:00:00Z') });
  await t.invoke('members.setSensitive', { group: 'health', enabled: true, purpose: 'Thăm hỏi' });
  const person = { healthNote: 'Bệnh tim kín' };
  ({ id: hoa } = await t.invoke('members.create', { fullName: 'Nguyễn Thị Hoa', ...person }));
  ({ id: dung } = await t.invoke('members.create', { fullName: 'Đỗ Văn Dũng', ...person }));
});
afterAll(() => t.close());

describe('purposes', () => {
  it('hold what was told and how long data are kept, version by version, and can be taken back', async () => {
    const told = {
      told: 'Giữ để thăm hỏi khi ốm đau',
      toldOn: '2026-01-10',
      toldHow: 'Họp tổ',
      asks: true,
      years: 2,
    };
    await t.invoke('members.savePurpose', { purpose: 'health', version: 0, ...told });
    expect(await purposeOf('health')).toMatchObject({
      ...told,
      version: 1,
      used: true,
      lacking: 2,
      given: 0,
    });
    expect(await purposeOf('religion')).toMatchObject({ version: 0, used: false, told: null });
    expect(await purposeOf('basic')).toMatchObject({ asks: false, lacking: 0 });
    expect(await code('members.savePurpose', { purpose: 'health', version: 0, asks: true })).toBe(
      'VERSION_CONFLICT',
    );
    await t.invoke('members.savePurpose', { purpose: 'health', version: 1, ...told, years: 3 });
    expect((await purposeOf('health')).version).toBe(2);
  });

  it('print a sheet to sign for those who have not answered', async () => {
    const { pages } = await readPdf(bytesOf(await t.job('members.consentSheet', { purpose: 'health' })));
    const text = pages.map((page) => page.text).join(' ');
    for (const held of [
      'Giữ để thăm hỏi khi ốm đau',
      'Không đồng ý',
      'Nguyễn Thị Hoa',
      'Đỗ Văn Dũng',
      '91/2025/QH15',
    ])
      expect(text).toContain(held);
  });
});

describe('consent', () => {
  it('is written for many at once, once for each, and not for days to come', async () => {
    const given = { purpose: 'health' as const, ids: [hoa, dung], how: 'list' as const };
    expect(await code('members.giveConsent', { ...given, givenOn: '2026-11-21' })).toBe('DATE_ORDER');
    expect(await t.invoke('members.giveConsent', { ...given, givenOn: '2026-01-12' })).toEqual({ count: 2 });
    expect(await t.invoke('members.giveConsent', { ...given, givenOn: '2026-01-13' })).toEqual({ count: 0 });
    expect(await purposeOf('health')).toMatchObject({ given: 2, lacking: 0 });
    expect(await code('members.consentSheet', { purpose: 'health' })).toBe('NOTHING_TO_PRINT');
  });

  it('withdrawn, closes the field for that person alone and asks for its deletion; taken back, it opens again', async () => {
    const { id, version } = (await consentOf(hoa, 'health'))!;
    expect((await t.invoke('members.get', { id: hoa })).held).toContain('healthNote');
    const ended = await t.invoke('members.withdrawConsent', { id, version, withdrawnOn: '2026-11-19' });
    expect((await t.invoke('members.get', { id: hoa })).held).not.toContain('healthNote');
    expect((await t.invoke('members.get', { id: dung })).held).toContain('healthNote');
    expect(await code('members.reveal', { id: hoa, fields: ['healthNote'] })).toBe('CONSENT_WITHDRAWN');
    const list = await t.job('members.exportList', {
      columns: ['fullName', 'healthNote'],
      purpose: 'Thử',
      format: 'csv',
    });
    const csv = Buffer.from(bytesOf(list)).toString('utf8');
    expect(csv.match(/Bệnh tim kín/g)).toHaveLength(1);
    const [request] = (await t.invoke('members.requests', { open: true })).rows;
    expect(request).toMatchObject({
      id: ended.requestId,
      kind: 'withdraw',
      memberId: hoa,
      dueOn: '2026-12-04',
    });
    expect(await purposeOf('health')).toMatchObject({ given: 1, withdrawn: 1, lacking: 0 });
    await t.invoke('members.renewConsent', { id, version: ended.version });
    expect((await t.invoke('members.requests', { open: true })).total).toBe(0);
    expect((await t.invoke('members.get', { id: hoa })).held).toContain('healthNote');
  });

  it('written by mistake goes to the trash; it does not come back over a newer one', async () => {
    const { id } = (await consentOf(dung, 'health'))!;
    await t.invoke('members.trashConsents', { ids: [id] });
    await t.invoke('members.giveConsent', {
      purpose: 'health',
      ids: [dung],
      givenOn: '2026-02-01',
      how: 'paper',
    });
    expect(await t.invoke('members.restoreConsents', { ids: [id] })).toEqual({ count: 0 });
    expect(await consentOf(dung, 'health')).toMatchObject({ givenOn: '2026-02-01' });
  });
});

describe('requests', () => {
  const ask = (more: object) =>
    t.invoke('members.addRequest', {
      memberId: dung,
      askedBy: 'Đỗ Văn Dũng',
      askedOn: '2026-11-02',
      ...more,
    });
  const due = async (id: number) =>
    (await t.invoke('members.requests', { memberId: dung })).rows.find((row) => row.id === id)!;

  it('have the days of the law: two working days to see, fifteen to act, five more with others, one extension', async () => {
    const seen = await ask({ kind: 'see' });
    expect(await due(seen.id)).toMatchObject({ dueOn: '2026-11-04', replyDueOn: '2026-11-04' });
    const erased = await ask({ kind: 'erase' });
    expect((await due(erased.id)).dueOn).toBe('2026-11-17');
    const shared = await ask({ kind: 'stop', thirdParty: true });
    // 22/11 is a Sunday: the last day moves to Monday.
    expect((await due(shared.id)).dueOn).toBe('2026-11-23');
    const longer = await ask({ kind: 'correct', extraDays: 15 });
    expect((await due(longer.id)).dueOn).toBe('2026-12-02');
    expect(
      await code('members.addRequest', {
        memberId: dung,
        askedBy: 'A',
        askedOn: '2026-11-02',
        extraDays: 16,
      }),
    ).toBe('INVALID_INPUT');
    const rows = (await t.invoke('dashboard.due', { from: '2026-01-01', to: '2026-12-31' })).rows;
    expect(rows.find((row) => row.kind === 'requestsOverdue')?.count).toBe(2);
    expect(rows.find((row) => row.kind === 'requestsDue')?.count).toBe(1);
  });

  it('are answered with everything in one package', async () => {
    await t
      .invoke('opinions.create', {
        receivedOn: '2026-05-04',
        text: 'Xin sửa mái nhà để xe',
        source: 'person',
        memberId: dung,
      } as never)
      .catch(() => undefined);
    const made = await t.job('members.recordFile', { id: dung, format: 'zip' });
    const entries = unzipSync(bytesOf(made));
    expect(Object.keys(entries)).toEqual(
      expect.arrayContaining(['phieu-thong-tin.pdf', 'phieu-thong-tin.xlsx', 'phieu-thong-tin.json']),
    );
    const data = Buffer.from(entries['phieu-thong-tin.json']!).toString('utf8');
    for (const held of [
      'Đỗ Văn Dũng',
      'Bệnh tim kín',
      'Tình trạng sức khỏe',
      'Xin ngừng dùng',
      'Ý kiến, kiến nghị đã nêu',
    ])
      expect(data).toContain(held);
  });
});
