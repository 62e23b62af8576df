import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DisplayPage } from '../../shared/domain/layout';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

let t: TestCore;
let decisionId: number;
const LONG = 'Tổ công đoàn Khoa Kiểm soát bệnh tật và HIV/AIDS';

beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    shortName: 'CĐCS TTYT khu vực Suối Mơ',
    symbol: 'CĐCS',
    place: 'Suối Mơ',
  });
  const { rows } = await t.invoke('awards.forms', {});
  const form = rows.find((row) => row.code === 'GK-CS')!;
  decisionId = (
    await t.invoke('awards.create', {
      formId: form.id,
      number: '45/QĐ-CĐCS',
      decidedOn: '2026-11-20',
      awardYear: 2026,
      signerFor: 'TM. BAN THƯỜNG VỤ',
      signerTitle: 'Chủ tịch',
      signerName: 'Hoàng Minh Tuệ',
      reasonTemplate: 'Đã có thành tích xuất sắc trong hoạt động công đoàn năm {năm}',
    })
  ).id;
  await t.invoke('awards.addRecipients', {
    id: decisionId,
    items: [
      { kind: 'individual', name: 'Điểu Thị Ngọc Ẩn', honorific: 'Bà', post: 'Y sĩ', unitName: 'Khoa Nội' },
      { kind: 'collective', name: LONG },
      { kind: 'individual', name: 'H’Nguyệt Niê Kđăm', honorific: 'Bà', post: 'Hộ sinh' },
      {
        kind: 'household',
        name: 'Vàng A Chẩu',
        honorific: 'Ông',
        spouseName: 'Sùng Thị Mỷ',
        spouseHonorific: 'Bà',
      },
    ],
  });
});
afterEach(async () => t.close());

const issue = async () =>
  t.invoke('awards.issue', {
    id: decisionId,
    version: (await t.invoke('awards.get', { id: decisionId })).version,
  });
const bytesOf = (token: string) => new Uint8Array(readFileSync(t.core.files.outgoing(token).path));
const view = () => t.invoke('certificates.get', { decisionId });
const pageText = async (bytes: Uint8Array) =>
  (await readPdf(bytes)).map((page) =>
    page.texts
      .map((one) => one.text)
      .join(' ')
      .replaceAll('\u00a0', ' ')
      .replace(/\s+/g, ' '),
  );

test('one PDF in the ceremony order, over the layouts of three kinds, says what the decision says', async () => {
  await issue();
  const made = await t.job('certificates.print', { decisionId });
  expect(made).toMatchObject({ pages: 4, trial: false, problems: [] });
  const texts = await pageText(bytesOf(made.file.token));
  const order = ['Điểu Thị Ngọc Ẩn', 'Tổ công đoàn Khoa Kiểm soát', 'H’Nguyệt Niê Kđăm', 'Sùng Thị Mỷ'];
  texts.forEach((text, i) => {
    expect(text).toContain(order[i]);
    expect(text).toContain('45/QĐ-CĐCS');
    expect(text).toContain(`00${i + 1}/2026`);
    expect(text).toContain('TM. BAN THƯỜNG VỤ');
    expect(text).toContain('năm 2026');
  });
  expect(texts[0]).toContain('Y sĩ, Khoa Nội');
  expect((await view()).rows.map((row) => row.prints)).toEqual([1, 1, 1, 1]);
});

test('every line of the PDF stands where the preview draws it', async () => {
  await issue();
  const { rows } = await view();
  const made = await t.job('certificates.print', { decisionId, recipientIds: [rows[0]!.id] });
  const [page] = await readPdf(bytesOf(made.file.token));
  const shown = (await t.invoke('certificates.preview', { recipientId: rows[0]!.id }))
    .page as unknown as DisplayPage;
  const lines = shown.items.flatMap((item) => (item.kind === 'text' ? item.lines : []));
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) {
    const near = page!.texts.some(
      (one) => Math.abs(one.x - line.x) < 0.3 && Math.abs(one.y - line.baseline) < 0.3,
    );
    expect(near, line.text).toBe(true);
  }
});

test('one file each, in a ZIP named in order; reprinting a few is counted', async () => {
  await issue();
  const { rows } = await view();
  const some = [rows[1]!.id, rows[3]!.id];
  const made = await t.job('certificates.print', { decisionId, recipientIds: some, output: 'each' });
  const files = unzipSync(bytesOf(made.file.token));
  expect(Object.keys(files)).toEqual([
    expect.stringMatching(/^002 002-2026 Tổ/),
    expect.stringMatching(/^004 004-2026 Vàng/),
  ]);
  for (const bytes of Object.values(files)) expect((await readPdf(bytes)).length).toBe(1);
  await t.job('certificates.print', { decisionId });
  expect((await view()).rows.map((row) => row.prints)).toEqual([1, 2, 1, 2]);
  const log = await t.invoke('certificates.runs', { decisionId });
  expect(log.rows.map((row) => [row.output, row.pages])).toEqual([
    ['one', 4],
    ['each', 2],
  ]);
});

describe('text that does not fit', () => {
  beforeEach(async () => {
    await t.invoke('awards.addRecipients', {
      id: decisionId,
      items: [
        {
          kind: 'individual',
          name: 'Nguyễn Hoàng Thị Phương Thảo Nguyên '.repeat(5).trim(),
          honorific: 'Bà',
        },
      ],
    });
  });
  test('is found beforehand, refused unseen, and printed when seen', async () => {
    const { problems } = await t.job('certificates.check', { decisionId });
    expect(problems.map((one) => [one.ordinal, one.item, one.reason])).toEqual([[5, 'name', 'overflow']]);
    await expect(t.job('certificates.print', { decisionId })).rejects.toThrow(
      /TEXT_OVERFLOW.*Phương Thảo Nguyên/,
    );
    expect((await t.invoke('certificates.runs', {})).rows).toEqual([]);
    const made = await t.job('certificates.print', { decisionId, acceptOverflow: true });
    expect(made).toMatchObject({ pages: 5, trial: true });
    expect((await t.invoke('certificates.runs', {})).rows).toEqual([]);
  });
});

test('an issued certificate keeps the names of its day', async () => {
  await issue();
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Bệnh viện Sao Mai',
    shortName: 'CĐCS Sao Mai',
    symbol: 'CĐCS',
    validFrom: '2026-01-01',
  });
  const texts = await pageText(bytesOf((await t.job('certificates.print', { decisionId })).file.token));
  for (const text of texts) expect(text).toContain('SUỐI MƠ');
});

test('a chosen layout, a switched-off item, a blank and a printer’s shift', async () => {
  await t.invoke('certificates.setLayout', {
    decisionId,
    kind: 'individual',
    layoutId: 'giay-khen-a4-ngang-in-phoi',
  });
  const { rows, layouts } = await view();
  expect(layouts.individual).toBe('giay-khen-a4-ngang-in-phoi');
  const printer = await t.invoke('certificates.savePrinter', {
    name: 'Máy in HC',
    dx: 0.8,
    dy: -1.2,
    scale: 0.997,
  });
  const input = { recipientId: rows[0]!.id, mode: 'blank' as const, printerId: printer.id };
  const whole = await t.invoke('certificates.preview', input);
  expect(whole.page.calibration).toEqual({ dx: 0.8, dy: -1.2, scale: 0.997 });
  const less = await t.invoke('certificates.preview', { ...input, skip: ['authority'] });
  expect(less.page.items.length).toBe(whole.page.items.length - 1);
  await expect(
    t.invoke('certificates.setLayout', { decisionId, kind: 'individual', layoutId: 'khong-co' }),
  ).rejects.toThrow('NOT_FOUND');
});

test('an emblem is a small PNG or JPEG, and is taken back by undo', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const upload = (name: string, bytes: Uint8Array) => t.core.files.registerUpload(name, bytes).token;
  const reply = await t.raw('certificates.setEmblem', { token: upload('logo.png', png) });
  expect(reply.ok).toBe(true);
  expect((await t.invoke('certificates.settings', {})).emblem).toMatchObject({
    mime: 'image/png',
    width: 1,
    height: 1,
  });
  await issue();
  expect((await t.job('certificates.print', { decisionId })).pages).toBe(4);
  if (reply.ok) await t.raw(reply.undo!.operation, reply.undo!.input);
  expect((await t.invoke('certificates.settings', {})).emblem).toBeNull();
  await expect(
    t.invoke('certificates.setEmblem', { token: upload('a.svg', Buffer.from('<svg/>')) }),
  ).rejects.toThrow('FILE_BROKEN');
  const large = Buffer.concat([png, Buffer.alloc(3 * 1024 * 1024)]);
  await expect(t.invoke('certificates.setEmblem', { token: upload('b.png', large) })).rejects.toThrow(
    'FILE_TOO_LARGE',
  );
});
