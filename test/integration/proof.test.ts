/** Proof of certificates: what is signed, what the code on the sheet holds, and what the check says of it. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecipientKind } from '../../shared/domain/awards';
import { openTestCore, type TestCore } from '../helpers/core';
import { STORE } from '../helpers/store';

const UNIT = 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ';
const LONGEST = 'Nguyễn Hoàng Thị Phương Thảo Nguyên Uyển Khuyên';
const HARD = ['H’Nguyệt Niê Kđăm', 'Điểu Thị Ngọc Ẩn', 'Vàng A Chẩu', 'Tôn Nữ Diễm Ỷ', LONGEST];

const opened: TestCore[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function office(name = UNIT): Promise<TestCore> {
  const t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  opened.push(t);
  await t.invoke('organisation.saveProfile', { name, shortName: 'CĐCS', symbol: 'CĐCS', place: 'Suối Mơ' });
  return t;
}

async function issue(t: TestCore, id: number) {
  const { version } = await t.invoke('awards.get', { id });
  await t.invoke('awards.issue', { id, version });
}

async function decision(
  t: TestCore,
  names: readonly string[],
  kind: RecipientKind = 'individual',
  number = '45/QĐ-CĐCS',
) {
  const form = (await t.invoke('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!;
  const { id } = await t.invoke('awards.create', {
    formId: form.id,
    number,
    decidedOn: '2026-11-20',
    awardYear: 2026,
    signerTitle: 'Chủ tịch',
    signerName: 'Hoàng Minh Tuệ',
    reasonTemplate: 'Đã có thành tích xuất sắc năm {năm}',
  });
  const spouse = { spouseHonorific: 'Bà', spouseName: 'Nguyễn Hoàng Thiên Nghi Quỳnh' };
  const items = names.map((name) => ({
    ...{ kind, name, honorific: kind === 'collective' ? null : 'Bà', unitName: 'Khoa Kiểm soát bệnh tật' },
    ...(kind === 'household' ? spouse : {}),
  }));
  await t.invoke('awards.addRecipients', { id, items });
  await issue(t, id);
  return id;
}

const bytesOf = (t: TestCore, token: string) => readFileSync(t.core.files.outgoing(token).path);
async function codeOn(t: TestCore, on = true) {
  const { version, national } = await t.invoke('certificates.settings', {});
  await t.invoke('certificates.saveSettings', { version, national, code: on });
}

/** Rendered at 300 dpi as a scanner would, and read back. */
function scan(t: TestCore, pdf: Uint8Array, pages = 1): (string | null)[] {
  const path = join(t.dir, 'sheets.pdf');
  writeFileSync(path, pdf);
  execFileSync('pdftoppm', ['-r', '300', '-l', String(pages), '-gray', path, join(t.dir, 'scan')]);
  return readdirSync(t.dir)
    .filter((name) => /^scan.*\.pgm$/.test(name))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(t.dir, name));
      const [head, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
      const grey = bytes.subarray(head!.length);
      const dots = new Uint32Array(grey.length);
      for (let i = 0; i < dots.length; i++) dots[i] = grey[i]! * 0x010101;
      const data = new Uint8ClampedArray(dots.buffer);
      return jsQR(data, Number(width), Number(height), { inversionAttempts: 'dontInvert' })?.data ?? null;
    });
}

async function texts(t: TestCore, decisionId: number, pages = 1): Promise<string[]> {
  const made = await t.job('certificates.print', { decisionId });
  return scan(t, bytesOf(t, made.file.token), pages) as string[];
}

const check = (t: TestCore, text: string) => t.invoke('certificates.verify', { text });

describe('a printed sheet', () => {
  let t: TestCore;
  let id: number;
  beforeEach(async () => {
    t = await office();
    await codeOn(t);
    id = await decision(t, HARD);
  });

  test('is read from the scan and is the unit’s own, letter for letter', { timeout: 60_000 }, async () => {
    for (const [i, text] of (await texts(t, id, HARD.length)).entries()) {
      expect(text).toMatch(/^SCD2\.\d{200,350}$/);
      const found = await check(t, text);
      expect(found).toMatchObject({ verdict: 'own', owner: UNIT, record: { state: 'same', decisionId: id } });
      expect(found.facts).toMatchObject({
        registerNo: i + 1,
        registerYear: 2026,
        decisionNo: '45/QĐ-CĐCS',
        decidedOn: '2026-11-20',
        name: `Bà ${HARD[i]}`,
        form: 'Giấy khen',
        awardYear: 2026,
        issuer: UNIT,
      });
    }
  });

  test('the register tells when it has changed since', { timeout: 60_000 }, async () => {
    const [text] = await texts(t, id);
    const state = async () => (await check(t, text!)).record?.state;
    const { version } = await t.invoke('awards.get', { id });
    await t.invoke('awards.reopen', { id, version, reason: 'Sai tên' });
    expect(await state()).toBe('draft');
    const [row] = (await t.invoke('awards.recipients', { id })).rows;
    const { kind, honorific, unitName } = row!;
    await t.invoke('awards.updateRecipient', {
      ...{ id: row!.id, version: row!.version, kind, honorific, unitName, name: 'H’Nguyệt Niê' },
    });
    await issue(t, id);
    expect((await check(t, text!)).record).toMatchObject({
      state: 'differs',
      differences: [{ field: 'name', recorded: 'Bà H’Nguyệt Niê' }],
    });
    await t.invoke('awards.trash', { ids: [id] });
    expect(await state()).toBe('trashed');
  });

  test('one character changed anywhere is never taken for genuine', { timeout: 120_000 }, async () => {
    const [text] = await texts(t, id);
    const at = fc.nat({ max: text!.length - 1 });
    const letter = fc.constantFrom(...'0123456789ABCX.|');
    await fc.assert(
      fc.asyncProperty(at, letter, async (i, put) => {
        fc.pre(text![i] !== put);
        const found = await check(t, text!.slice(0, i) + put + text!.slice(i + 1));
        expect(['own', 'trusted']).not.toContain(found.verdict);
      }),
      { numRuns: 1500 },
    );
    for (const cut of [text!.slice(0, -1), `${text}0`, text!.slice(5), text!.replace('.', '.0')])
      expect(['own', 'trusted']).not.toContain((await check(t, cut)).verdict);
  });

  test('blanks and line ends of a scanner or a phone do no harm', { timeout: 60_000 }, async () => {
    const [text] = await texts(t, id);
    const broken = `\n${text!.toLowerCase().replace(/(.{40})/g, '$1\r\n')} \t`;
    expect((await check(t, broken)).verdict).toBe('own');
    for (const other of ['', 'https://example.org', 'SCD2.', '9'.repeat(4000), 'SCD2.1'.padEnd(300, '7')])
      expect(['unreadable', 'unknownKey']).toContain((await check(t, other)).verdict);
    const old = await check(t, 'SCD1|GK|001/2026|45/QĐ-CĐCS|2026-11-20');
    expect(old).toMatchObject({ verdict: 'unsigned', record: { state: 'same' } });
  });
});

describe('keys', () => {
  test('another office checks with the public file; old papers outlive a change of key', {
    timeout: 60_000,
  }, async () => {
    const [mine, theirs] = [await office(), await office('Công đoàn cơ sở Bệnh viện Thảo Nguyên')];
    await codeOn(mine);
    const id = await decision(mine, ['Lò Thị Ánh']);
    const [first] = await texts(mine, id);
    await mine.invoke('certificates.newSigningKey', {});
    expect(await texts(mine, id)).toEqual([first]);
    const later = await decision(mine, ['Lò Thị Ánh'], 'individual', '46/QĐ-CĐCS');
    const [second] = await texts(mine, later);
    expect(await check(mine, first!)).toMatchObject({ verdict: 'own', retiredAt: expect.any(String) });
    expect(await check(mine, second!)).toMatchObject({ verdict: 'own', retiredAt: null });
    expect((await check(theirs, first!)).verdict).toBe('unknownKey');
    const { rows } = await mine.invoke('certificates.signingKeys', {});
    expect(rows.map((row) => row.current)).toEqual([true, false]);
    await mine.invoke('certificates.useSigningKey', { id: rows[1]!.id });
    expect((await check(mine, first!)).retiredAt).toBeNull();
    expect((await check(mine, second!)).retiredAt).not.toBeNull();

    const file = await mine.job('certificates.exportSigningKeys', {});
    const bytes = bytesOf(mine, file.token);
    const give = (data: Uint8Array) => theirs.core.files.registerUpload('khoa.json', data).token;
    const { ids } = await theirs.invoke('certificates.trustKeys', { token: give(bytes) });
    expect(ids).toHaveLength(2);
    for (const text of [first!, second!])
      expect(await check(theirs, text)).toMatchObject({ verdict: 'trusted', owner: UNIT, record: null });
    const again = await theirs.raw('certificates.trustKeys', { token: give(bytes) });
    expect(again).toMatchObject({ ok: false, error: { code: 'DUPLICATE' } });
    const bad = await theirs.raw('certificates.trustKeys', { token: give(Buffer.from('{"schema":1}')) });
    expect(bad).toMatchObject({ ok: false, error: { code: 'FILE_BROKEN' } });
    await theirs.invoke('certificates.trashKeys', { ids });
    expect((await check(theirs, first!)).verdict).toBe('unknownKey');
    await theirs.invoke('certificates.restoreKeys', { ids });
    expect((await check(theirs, first!)).verdict).toBe('trusted');
  });

  test('a paper signed by somebody else under our key’s name is wrong', { timeout: 60_000 }, async () => {
    const { signFacts, signerOf } = await import('../../electron/modules/certificates/proof/text');
    const t = await office();
    await t.invoke('certificates.newSigningKey', {});
    const { code } = (await t.invoke('certificates.signingKeys', {})).rows[0]!;
    const forged = signFacts(
      {
        ...{
          paper: 'award' as const,
          registerNo: 1,
          registerYear: 2026,
          decisionNo: '45/QĐ-CĐCS',
          decidedOn: '2026-11-20',
        },
        ...{ name: 'Bà Giả Mạo', unit: null, form: 'Giấy khen', awardYear: 2026, issuer: UNIT },
      },
      { ...signerOf(new Uint8Array(32).fill(7)), code },
    );
    expect(await check(t, forged)).toMatchObject({ verdict: 'wrong', record: null });
  });

  test('the private half is in the store alone: in no file, answer or change log', {
    timeout: 60_000,
  }, async () => {
    const t = await office();
    await codeOn(t);
    const id = await decision(t, ['Lò Thị Ánh']);
    const made = await t.job('certificates.print', { decisionId: id });
    const file = await t.job('certificates.exportSigningKeys', {});
    const { default: Database } = await import('better-sqlite3');
    const db = new Database(join(t.dir, STORE), { readonly: true });
    const secret = db.prepare('SELECT private_key FROM proof_key').pluck().get() as Buffer;
    const log = JSON.stringify(db.prepare('SELECT * FROM audit').all());
    db.close();
    expect(secret).toHaveLength(32);
    const answers = JSON.stringify([
      await t.invoke('certificates.signingKeys', {}),
      await t.invoke('certificates.settings', {}),
      await t.invoke('audit.list', {}),
    ]);
    const files = [made.file.token, file.token].map((token) => bytesOf(t, token).toString('latin1'));
    for (const text of [log, answers, ...files])
      for (const form of ['hex', 'base64', 'base64url', 'latin1'] as const)
        expect(text.includes(secret.toString(form))).toBe(false);
  });
});

describe('every layout with a code', () => {
  test.each<[string, RecipientKind, string]>([
    ['bang-khen-a3-ngang', 'individual', LONGEST],
    ['giay-khen-a4-doc', 'individual', LONGEST],
    ['giay-khen-a4-ngang-co-dien', 'individual', LONGEST],
    ['giay-khen-a4-ngang-hien-dai', 'individual', LONGEST],
    ['giay-khen-a4-ngang-gia-dinh', 'household', 'Vàng A Chẩu Hoàng Thiên Ẩn'],
    [
      'giay-khen-a4-ngang-tap-the',
      'collective',
      'Tổ công đoàn Khoa Kiểm soát bệnh tật và HIV/AIDS – Y tế công cộng',
    ],
  ])('%s is read at 300 dpi with the longest name', { timeout: 60_000 }, async (layoutId, kind, name) => {
    const t = await office();
    await codeOn(t);
    const id = await decision(t, [name], kind);
    await t.invoke('certificates.setLayout', { decisionId: id, kind, layoutId });
    const made = await t.job('certificates.print', { decisionId: id, acceptOverflow: true });
    expect(made.problems.filter((one) => one.reason === 'qr')).toEqual([]);
    const [text] = scan(t, bytesOf(t, made.file.token));
    const found = await check(t, text ?? '');
    expect(found).toMatchObject({ verdict: 'own', record: { state: 'same' } });
    expect(found.facts?.name).toContain(name);
    await t.invoke('certificates.setLayoutCode', { layoutId, on: false });
    const later = await decision(t, [name], kind, '46/QĐ-CĐCS');
    const [row] = (await t.invoke('certificates.get', { decisionId: later })).rows;
    const shown = (await t.invoke('certificates.preview', { recipientId: row!.id, layoutId })).page.items;
    expect(shown.filter((item) => (item as { kind: string }).kind === 'code')).toEqual([]);
  });
});

test('a certificate of a course is signed as such, and the check finds it in the course', async () => {
  const t = await office();
  await codeOn(t);
  const name = 'Nguyễn Thị H’Hồng Đào';
  const { layoutsCoded } = await t.invoke('certificates.signingKeys', {});
  expect(layoutsCoded).toContain('chung-nhan-tap-huan-a4-ngang');
  expect(layoutsCoded).not.toContain('giay-khen-a4-ngang-in-phoi');
  const { id: memberId } = await t.invoke('members.create', { fullName: name, gender: 'female' });
  const { id } = await t.invoke('events.create', {
    ...{ kind: 'training', name: 'Nghiệp vụ công tác công đoàn cơ sở dành cho tổ trưởng, tổ phó năm 2026' },
    ...{ startsOn: '2026-10-12', sessions: 1 },
  });
  await t.invoke('events.setPeople', { id, add: [memberId] });
  await t.invoke('training.issue', { eventId: id, issuedOn: '2026-11-20', result: null });
  const { rows } = await t.invoke('training.certificates', { eventId: id });
  const given = rows[0]!.certificate!;
  const [text] = scan(t, bytesOf(t, (await t.job('training.printCertificates', { eventId: id })).file.token));
  expect(text).toMatch(/^SCD2\.\d+$/);
  const found = await check(t, text!);
  expect(found).toMatchObject({
    verdict: 'own',
    facts: { paper: 'training', name, decisionNo: given.number, decidedOn: '2026-11-20' },
    record: { state: 'same', eventId: id, decisionId: null },
  });
  const at = text!.length - 30;
  const changed = `${text!.slice(0, at)}${(Number(text![at]) + 1) % 10}${text!.slice(at + 1)}`;
  expect((await check(t, changed)).verdict).toBe('wrong');
  await t.invoke('training.trashCertificates', { ids: [given.id] });
  expect((await check(t, text!)).record).toMatchObject({ state: 'trashed', eventId: id });
  await codeOn(t, false);
  await t.invoke('training.restoreCertificates', { ids: [given.id] });
  const plain = await t.job('training.printCertificates', { eventId: id });
  expect(scan(t, bytesOf(t, plain.file.token))[0]).toBeNull();
}, 60_000);
