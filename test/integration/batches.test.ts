/** A batch of certificates: kept as printed, void, given again, ordered, printed again, its papers, its log. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
let decisionId: number;
let members: number[];

const NAMES = ['Lò Thị Ban', 'Ksor H’Mai', 'Điểu Văn Cảnh', 'Nông Thị Đào'];

beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    shortName: 'CĐCS TTYT khu vực Suối Mơ',
    symbol: 'CĐCS',
    place: 'Suối Mơ',
  });
  members = [];
  for (const fullName of NAMES)
    members.push((await t.invoke('members.create', { fullName, gender: 'female' })).id);
  decisionId = await decide('45/QĐ-CĐCS', [
    { kind: 'collective', name: 'Tổ công đoàn Khoa Nội' },
    ...members.map((memberId) => ({ kind: 'individual' as const, memberId })),
  ]);
});
afterEach(async () => t.close());

async function decide(
  number: string,
  items: { kind: 'collective' | 'individual'; name?: string; memberId?: number }[],
) {
  const form = (await t.invoke('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!;
  const made = await t.invoke('awards.create', {
    formId: form.id,
    number,
    decidedOn: '2026-11-20',
    awardYear: 2026,
    signerFor: 'TM. BAN THƯỜNG VỤ',
    signerTitle: 'Chủ tịch',
    signerName: 'Hoàng Minh Tuệ',
    reasonTemplate: 'Đã có thành tích xuất sắc năm {năm}',
    moneyIndividual: 300_000,
    moneyCollective: 600_000,
  });
  await t.invoke('awards.addRecipients', { id: made.id, items });
  await t.invoke('awards.issue', made);
  return made.id;
}

const bytesOf = (token: string) => new Uint8Array(readFileSync(t.core.files.outgoing(token).path));
const view = () => t.invoke('certificates.get', { decisionId });
const story = async (at: number) =>
  t.invoke('certificates.story', { recipientId: (await view()).rows[at]!.id });
async function pages(token: string): Promise<string[]> {
  return (await readPdf(bytesOf(token))).map((page) =>
    page.texts
      .map((one) => one.text)
      .join(' ')
      .replaceAll('\u00a0', ' ')
      .replace(/\s+/g, ' '),
  );
}
async function printOne(at: number, more: object = {}): Promise<string> {
  const id = (await view()).rows[at]!.id;
  const made = await t.job('certificates.print', { decisionId, recipientIds: [id], ...more });
  return (await pages(made.file.token))[0] as string;
}
async function undone(operation: Parameters<typeof t.raw>[0], input: unknown) {
  const reply = await t.raw(operation, input as never);
  if (!reply.ok || !reply.undo) throw new Error(JSON.stringify(reply));
  return { data: reply.data, back: () => t.raw(reply.undo!.operation, reply.undo!.input as never) };
}
const awards = async () => (await t.invoke('awards.table', { year: 2026 })).total;

describe('what was printed stays', () => {
  test('whatever is renamed, redrawn or chosen later', async () => {
    const own = await t.invoke('certificates.copyLayout', {
      layoutId: 'giay-khen-a4-ngang-hien-dai',
      name: 'Mẫu của cơ sở',
    });
    const { layoutId } = own;
    await t.invoke('certificates.setLayout', { kind: 'individual', layoutId });
    const before = await printOne(1);
    const { fields, version } = await t.invoke('members.get', { id: members[0]! });
    await t.invoke('members.update', { ...fields, id: members[0]!, version, fullName: 'Lò Thị Bản Mới' });
    const { layout } = await t.invoke('certificates.layout', { layoutId });
    const changed = layout.replace(/GIẤY KHEN|Giấy khen/, 'TIÊU ĐỀ MỚI');
    expect(changed).not.toBe(layout);
    await t.invoke('certificates.saveLayout', { id: own.id, version: 1, layout: changed });
    await t.invoke('certificates.setLayout', { kind: 'individual', layoutId: 'giay-khen-a4-doc' });
    await t.invoke('certificates.saveSettings', { version: 1, national: false, code: false });
    expect(await printOne(1)).toBe(before);
    expect((await view()).rows[1]).toMatchObject({ oldLayout: true, prints: 2 });
    expect(await printOne(1, { fresh: true })).toContain('TIÊU ĐỀ MỚI');
    expect((await view()).rows[1]).toMatchObject({ oldLayout: false, prints: 3 });
  });
});

describe('a certificate made void', () => {
  const voidAt = async (at: number) => {
    const { certificates } = await story(at);
    const { id, version } = certificates.at(-1)!;
    return undone('certificates.void', { id, version, on: '2026-11-21', reason: 'Ghi sai họ tên' });
  };

  test('is not printed, not counted, and its number is never given again', async () => {
    await t.job('certificates.print', { decisionId });
    expect(await awards()).toMatchObject({ collective: 1, individual: 4 });
    const { back } = await voidAt(2);
    expect(await awards()).toMatchObject({ collective: 1, individual: 3 });
    const { rows } = await view();
    expect(rows[2]).toMatchObject({ register: '003/2026', voidedOn: '2026-11-21' });
    await expect(t.job('certificates.print', { decisionId, recipientIds: [rows[2]!.id] })).rejects.toThrow(
      'CERTIFICATE_VOID',
    );
    expect((await t.job('certificates.print', { decisionId })).pages).toBe(4);
    const book = await t.invoke('awards.register', { year: 2026 });
    expect(book).toMatchObject({ total: 5, amount: 4 });
    expect(book.rows.find((row) => row.register === '003/2026')).toMatchObject({
      voidedOn: '2026-11-21',
      amount: 0,
    });
    const timeline = await t.invoke('members.timeline', { id: members[1]! } as never);
    expect(JSON.stringify(timeline)).not.toContain('45/QĐ-CĐCS');
    await decide('46/QĐ-CĐCS', [{ kind: 'individual', memberId: members[0]! }]);
    const next = (await t.invoke('awards.register', { year: 2026 })).rows.map((row) => row.register);
    expect(next).toEqual(['001/2026', '002/2026', '003/2026', '004/2026', '005/2026', '006/2026']);
    await back();
    expect(await awards()).toMatchObject({ collective: 1, individual: 5 });
  });

  test('is printed for the files only with the words across it', async () => {
    await voidAt(2);
    const { certificates } = await story(2);
    const made = await t.job('certificates.printVoided', { id: certificates[0]!.id });
    const bytes = bytesOf(made.file.token);
    expect((await pages(made.file.token))[0]).toContain('003/2026');
    const clean = await t.job('certificates.print', {
      decisionId,
      recipientIds: [(await view()).rows[1]!.id],
    });
    expect(bytes.length).toBeGreaterThan(bytesOf(clean.file.token).length);
    const [run] = (await t.invoke('certificates.runs', { decisionId })).rows.slice(1);
    expect(run).toMatchObject({ numbers: '003/2026', cause: 'Bản lưu của giấy đã thu hồi' });
    const valid = (await story(1)).certificates[0]!;
    await expect(t.job('certificates.printVoided', { id: valid.id })).rejects.toThrow('CERTIFICATE_IN_FORCE');
  });

  test('is told by the check of its code', async () => {
    const check = () => t.invoke('certificates.verify', { text: 'SCD1|GK|003/2026|45/QĐ-CĐCS|2026-11-20' });
    expect((await check()).record?.state).toBe('same');
    await voidAt(2);
    expect((await check()).record?.state).toBe('void');
    await t.invoke('certificates.reissue', {
      recipientId: (await view()).rows[2]!.id,
      on: '2026-11-21',
      reason: 'Cấp lại',
    });
    expect((await check()).record?.state).toBe('void');
    const again = await t.invoke('certificates.verify', {
      text: 'SCD1|GK|006/2026|45/QĐ-CĐCS|2026-11-20',
    });
    expect(again.record?.state).toBe('same');
  });

  test('asks for a day not before the decision, a reason, and the row as it is', async () => {
    const { id, version } = (await story(1)).certificates[0]!;
    const ask = (more: object) =>
      t.invoke('certificates.void', { id, version, on: '2026-11-21', reason: 'x', ...more });
    await expect(ask({ on: '2026-11-19' })).rejects.toThrow('DATE_ORDER');
    await expect(ask({ reason: ' ' })).rejects.toThrow('INVALID_INPUT');
    await expect(ask({ version: version + 1 })).rejects.toThrow('VERSION_CONFLICT');
    await ask({});
    await expect(ask({ version: version + 1 })).rejects.toThrow('CERTIFICATE_VOID');
  });
});

describe('a certificate given again', () => {
  test('takes the next number; undo leaves the number used, and the old one in force', async () => {
    await t.job('certificates.print', { decisionId });
    const recipientId = (await view()).rows[1]!.id;
    const { data, back } = await undone('certificates.reissue', {
      recipientId,
      on: '2026-11-21',
      reason: 'Giấy bị ướt',
    });
    expect(data).toMatchObject({ register: '006/2026', copy: 0, replaces: '002/2026' });
    expect(await awards()).toMatchObject({ individual: 4 });
    expect((await view()).rows[1]).toMatchObject({ register: '006/2026', voidedOn: null, prints: 0 });
    expect((await t.invoke('certificates.list', {})).rows[0]).toMatchObject({ recipients: 5, printed: 4 });
    expect(await printOne(1)).toContain('006/2026');
    const again = await back();
    expect((await view()).rows[1]).toMatchObject({ register: '002/2026', voidedOn: null, prints: 1 });
    if (again.ok) await t.raw(again.undo!.operation, again.undo!.input as never);
    expect((await view()).rows[1]).toMatchObject({ register: '006/2026', prints: 1 });
    const told = await story(1);
    expect(told.certificates.map((row) => [row.register, row.replaces, row.reason, row.voidReason])).toEqual([
      ['002/2026', null, null, 'Giấy bị ướt'],
      ['006/2026', '002/2026', 'Giấy bị ướt', null],
    ]);
  });

  test('keeps its number and says which copy it is, where the office wants so', async () => {
    await t.invoke('certificates.saveSettings', { version: 1, national: true, code: false, reissue: 'same' });
    const recipientId = (await view()).rows[1]!.id;
    const give = () =>
      t.invoke('certificates.reissue', { recipientId, on: '2026-11-21', reason: 'Thất lạc' });
    expect(await give()).toMatchObject({ register: '002/2026', copy: 1 });
    expect(await give()).toMatchObject({ register: '002/2026', copy: 2 });
    expect(await printOne(1)).toContain('002/2026 – Bản cấp lại lần 2');
    expect(await awards()).toMatchObject({ individual: 4 });
    const rows = (await t.invoke('awards.register', { year: 2026 })).rows;
    expect(rows.filter((row) => row.register === '002/2026').map((row) => [row.copy, row.amount])).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
    ]);
  });

  test('every layout shows the copy without overflow', async () => {
    await t.invoke('certificates.saveSettings', { version: 1, national: true, code: false, reissue: 'same' });
    const recipientId = (await view()).rows[1]!.id;
    await t.invoke('certificates.reissue', { recipientId, on: '2026-11-21', reason: 'Thất lạc' });
    for (const layout of (await t.invoke('certificates.layouts', {})).rows) {
      if (!layout.kinds.includes('individual')) continue;
      const { page } = await t.invoke('certificates.preview', { recipientId, layoutId: layout.id });
      expect(page.problems, layout.id).toEqual([]);
      expect(JSON.stringify(page.items), layout.id).toContain('Bản cấp lại lần 1');
    }
  });
});

describe('a decision opened again', () => {
  test('is issued with the same numbers; its new wording is printed', async () => {
    await t.job('certificates.print', { decisionId });
    const d = await t.invoke('awards.get', { id: decisionId });
    const opened = await t.invoke('awards.reopen', { id: decisionId, version: d.version });
    const voidIt = (await story(1)).certificates[0]!;
    await expect(
      t.invoke('certificates.void', {
        id: voidIt.id,
        version: voidIt.version,
        on: '2026-11-21',
        reason: 'x',
      }),
    ).rejects.toThrow('DECISION_DRAFT');
    const fixed = await t.invoke('awards.update', {
      ...d.fields,
      id: decisionId,
      version: opened.version,
      reasonTemplate: 'Đã hoàn thành xuất sắc nhiệm vụ năm {năm}',
    });
    await t.invoke('awards.issue', { id: decisionId, version: fixed.version });
    expect((await view()).rows.map((row) => row.register)).toEqual([
      '001/2026',
      '002/2026',
      '003/2026',
      '004/2026',
      '005/2026',
    ]);
    expect(await printOne(1)).toContain('hoàn thành xuất sắc nhiệm vụ');
  });
});

describe('the ceremony', () => {
  test('has an order of its own after issuing; papers and prints follow it, the decision does not', async () => {
    const ids = (await view()).rows.map((row) => row.id);
    const order = [ids[0]!, ids[4]!, ids[1]!, ids[3]!, ids[2]!];
    const { back } = await undone('certificates.orderCeremony', { decisionId, order });
    const shown = await view();
    expect(shown.ownOrder).toBe(true);
    expect(shown.rows.map((row) => row.id)).toEqual(order);
    const list = await t.invoke('awards.recipients', { id: decisionId });
    expect(list.rows.map((row) => row.id)).toEqual(ids);
    const made = await t.job('certificates.print', { decisionId, output: 'each' });
    expect(Object.keys(unzipSync(bytesOf(made.file.token)))).toEqual([
      '001 001-2026 Tổ công đoàn Khoa Nội.pdf',
      '002 005-2026 Nông Thị Đào.pdf',
      '003 002-2026 Lò Thị Ban.pdf',
      '004 004-2026 Điểu Văn Cảnh.pdf',
      '005 003-2026 Ksor H’Mai.pdf',
    ]);
    const positions = (text: string) =>
      ['Khoa Nội', 'Nông Thị Đào', 'Lò Thị Ban', 'Điểu Văn Cảnh', 'H’Mai'].map((name) => text.indexOf(name));
    for (const paper of ['calling', 'receipt', 'seats'] as const) {
      const file = await t.job('certificates.ceremonyPaper', { decisionId, paper });
      const found = positions((await pages(file.token)).join(' '));
      expect(found, paper).toEqual([...found].sort((a, b) => a - b));
      expect(found[0], paper).toBeGreaterThanOrEqual(0);
    }
    const receipt = await t.job('certificates.ceremonyPaper', { decisionId, paper: 'receipt' });
    expect((await pages(receipt.token)).join(' ')).toContain('1.800.000');
    await back();
    expect((await view()).ownOrder).toBe(false);
    await expect(
      t.invoke('certificates.orderCeremony', { decisionId, order: order.slice(1) }),
    ).rejects.toThrow('INVALID_INPUT');
  });

  test('lists go to Word too', async () => {
    for (const paper of ['calling', 'receipt'] as const) {
      const file = await t.job('certificates.ceremonyPaper', { decisionId, paper, format: 'docx' });
      const xml = new TextDecoder().decode(unzipSync(bytesOf(file.token))['word/document.xml']);
      expect(xml).toContain('Điểu Văn Cảnh');
    }
  });
});

test('the log says who printed which numbers, how, on what and why', async () => {
  const ids = (await view()).rows.map((row) => row.id);
  const printer = await t.invoke('certificates.savePrinter', {
    name: 'HP khay tay',
    dx: 0.4,
    dy: 0,
    scale: 1,
  });
  await t.job('certificates.print', { decisionId });
  await t.job('certificates.print', {
    decisionId,
    recipientIds: [ids[0]!, ids[1]!, ids[4]!],
    printerId: printer.id,
    mode: 'blank',
    cause: 'Kẹt giấy',
  });
  const { rows } = await t.invoke('certificates.runs', { decisionId });
  expect(rows).toMatchObject([
    { numbers: '001–002/2026, 005/2026', cause: 'Kẹt giấy', printer: 'HP khay tay', mode: 'blank', pages: 3 },
    { numbers: '001–005/2026', cause: null, printer: null, mode: 'full', pages: 5 },
  ]);
});

test('the emblem of the day a certificate was given stays on it, whatever emblem comes later', async () => {
  const png = (colour: string) =>
    Buffer.from(
      `iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk${colour}AAAABJRU5ErkJggg==`,
      'base64',
    );
  const put = (bytes: Buffer) =>
    t.invoke('certificates.setEmblem', { token: t.core.files.registerUpload('bieu-trung.png', bytes).token });
  const layoutId = 'giay-khen-a4-ngang-co-dien';
  await t.invoke('certificates.setLayout', { decisionId, kind: 'individual', layoutId });
  await put(png('YPhfDwAChwGA60e6kg'));
  const recipientId = (await view()).rows[0]!.id;
  const shown = async () => {
    const { page } = await t.invoke('certificates.preview', { recipientId });
    return /"kind":"image","field":"([^"]+)"/.exec(JSON.stringify(page))?.[1];
  };
  await t.job('certificates.print', { decisionId, recipientIds: [recipientId], fresh: true });
  const given = await shown();
  expect(given).toMatch(/^[0-9a-f]{64}$/);
  expect((await view()).rows[0]).toMatchObject({ oldLayout: false });
  await put(png('+M9QDwADhgGAWjR9aw'));
  expect(await shown()).toBe(given);
  expect((await view()).rows[0]).toMatchObject({ oldLayout: true });
  expect((await t.invoke('certificates.pictures', { hashes: [given!] })).rows).toHaveLength(1);
});
