/** Blanks: what stands on them is not printed, their picture never reaches the PDF, an adjustment is applied exactly. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DisplayPage, Layout } from '../../shared/domain/layout';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

const SCAN = readFileSync(join(__dirname, '..', 'fixtures', 'blank-a4.png'));
const LAYOUT = 'giay-khen-a4-ngang-in-phoi';
const PLACE = { x: 0, y: 0, w: 297, h: 210, turn: 0, corners: null };
const ADJUSTMENT = { dx: 0.8, dy: -1.2, scale: 0.997 };

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
});
afterEach(async () => t.close());

const bytesOf = (token: string) => new Uint8Array(readFileSync(t.core.files.outgoing(token).path));
const pictures = (bytes: Uint8Array) =>
  Buffer.from(bytes).toString('latin1').split('/Subtype /Image').length - 1;

async function blank(off: string[] = []) {
  const { token } = t.core.files.registerUpload('phôi.png', SCAN);
  const { hash } = await t.invoke('certificates.addScan', { token });
  const made = await t.invoke('certificates.saveBlank', {
    name: 'Phôi A4',
    w: 297,
    h: 210,
    scan: hash,
    place: PLACE,
    off,
    layouts: [LAYOUT],
  });
  return { ...made, hash };
}

async function decision() {
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế Suối Mơ',
    shortName: 'CĐCS Suối Mơ',
    symbol: 'CĐCS',
  });
  const form = (await t.invoke('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!;
  const { id } = await t.invoke('awards.create', {
    formId: form.id,
    number: '45/QĐ-CĐCS',
    decidedOn: '2026-11-20',
    signerFor: 'TM. BAN CHẤP HÀNH',
    signerTitle: 'Chủ tịch',
    signerName: 'Hoàng Minh Tuệ',
    awardYear: 2026,
  });
  const items = [{ kind: 'individual' as const, name: 'Điểu Thị Ngọc Ẩn', honorific: 'Bà', post: 'Y sĩ' }];
  await t.invoke('awards.addRecipients', { id, items });
  await t.invoke('certificates.setLayout', { decisionId: id, kind: 'individual', layoutId: LAYOUT });
  await t.invoke('awards.issue', { id, version: (await t.invoke('awards.get', { id })).version });
  return id;
}

test('onto a blank: adjusted to the hundredth, without what it says already, without its picture', async () => {
  const { id: blankId, hash } = await blank(['gift', 'authority']);
  expect(await t.invoke('certificates.scan', { hash })).toMatchObject({ width: 1754, height: 1240 });
  const { id: printerId } = await t.invoke('certificates.savePrinter', {
    name: 'Máy phòng Tổ chức, khay tay',
    printer: 'Máy phòng Tổ chức',
    tray: 'Khay tay',
    blankId,
    ...ADJUSTMENT,
  });
  const decisionId = await decision();
  const recipientId = (await t.invoke('certificates.get', { decisionId })).rows[0]!.id;
  const shown = await t.invoke('certificates.preview', { recipientId, mode: 'blank', blankId, printerId });
  const page = shown.page as unknown as DisplayPage;
  const texts = page.items.flatMap((item) => (item.kind === 'text' ? [item] : []));
  expect(texts.map((item) => item.id)).not.toContain('gift');
  expect(texts.map((item) => item.id)).toContain('name');
  const made = await t.job('certificates.print', { decisionId, mode: 'blank', blankId, printerId });
  const bytes = bytesOf(made.file.token);
  const [sheet] = await readPdf(bytes);
  for (const line of texts.flatMap((item) => item.lines)) {
    const [x, y] = [
      ADJUSTMENT.dx + ADJUSTMENT.scale * line.x,
      ADJUSTMENT.dy + ADJUSTMENT.scale * line.baseline,
    ];
    const near = sheet!.texts.some((one) => Math.abs(one.x - x) < 0.1 && Math.abs(one.y - y) < 0.1);
    expect(near, line.text).toBe(true);
  }
  expect(sheet!.texts.map((one) => one.text).join('')).not.toContain('BAN CHẤP HÀNH CÔNG ĐOÀN');
  expect(pictures(bytes)).toBe(0);
  const { rows } = await t.invoke('certificates.blanks', {});
  expect(rows[0]).toMatchObject({ off: ['gift', 'authority'], lastPrinterId: printerId });
});

test('a trial says that it is one and holds no picture of the blank', async () => {
  const { id: blankId } = await blank(['gift']);
  const { file } = await t.job('certificates.trial', { layoutId: LAYOUT, blankId, adjustment: ADJUSTMENT });
  const bytes = bytesOf(file.token);
  const text = (await readPdf(bytes))[0]!.texts.map((one) => one.text).join(' ');
  expect(text).toContain('BẢN THỬ');
  expect(text).not.toContain('TẶNG');
  expect(pictures(bytes)).toBe(0);
  expect((await t.invoke('certificates.runs', {})).rows).toEqual([]);
});

test('a calibration sheet of an own size is made', async () => {
  const { file } = await t.job('certificates.calibrationSheet', { w: 400, h: 300 });
  const [page] = await readPdf(bytesOf(file.token));
  expect([page!.w, page!.h].map(Math.round)).toEqual([400, 300]);
  expect(page!.texts.map((one) => one.text)).toContain('D (375; 275)');
});

test('a blank is corrected, undone, trashed and restored; a stale version is refused', async () => {
  const { id, version, hash } = await blank();
  const change = { id, version, name: 'Phôi mới', w: 297, h: 210, scan: hash, place: PLACE };
  await t.invoke('certificates.saveBlank', change);
  await expect(t.invoke('certificates.saveBlank', change)).rejects.toThrow(/VERSION_CONFLICT/);
  await t.invoke('certificates.trashBlanks', { ids: [id] });
  expect((await t.invoke('certificates.blanks', {})).rows).toEqual([]);
  await t.invoke('certificates.restoreBlanks', { ids: [id] });
  expect((await t.invoke('certificates.blanks', {})).rows[0]!.name).toBe('Phôi mới');
});

test('a file that is no picture is refused', async () => {
  const { token } = t.core.files.registerUpload('phôi.png', new Uint8Array([1, 2, 3]));
  await expect(t.invoke('certificates.addScan', { token })).rejects.toThrow(/FILE_NOT_PICTURE/);
});

test('corners of a photo are kept, those that are no sheet refused; undo brings the place back', async () => {
  const { id, version, hash } = await blank();
  const corners = [
    { x: 0.1, y: 0.08 },
    { x: 0.93, y: 0.04 },
    { x: 0.97, y: 0.9 },
    { x: 0.05, y: 0.95 },
  ];
  const change = (four: typeof corners) => ({
    ...{ id, version, name: 'Phôi chụp', w: 297, h: 210, scan: hash },
    place: { ...PLACE, corners: four },
  });
  const crossed = [corners[1], corners[0], corners[2], corners[3]] as typeof corners;
  await expect(t.invoke('certificates.saveBlank', change(crossed))).rejects.toThrow(/INVALID_INPUT/);
  const saved = await t.raw('certificates.saveBlank', change(corners));
  expect((await t.invoke('certificates.blanks', {})).rows[0]!.place.corners).toEqual(corners);
  const undo = (saved as unknown as { undo: { operation: 'certificates.saveBlank'; input: never } }).undo;
  await t.invoke(undo.operation, undo.input);
  expect((await t.invoke('certificates.blanks', {})).rows[0]).toMatchObject({
    name: 'Phôi A4',
    place: PLACE,
  });
});

test('a trial for a recipient bears the code the certificate will bear', async () => {
  const { version, national } = await t.invoke('certificates.settings', {});
  await t.invoke('certificates.saveSettings', { version, national, code: true });
  const decisionId = await decision();
  await t.invoke('certificates.newSigningKey', {});
  const recipientId = (await t.invoke('certificates.get', { decisionId })).rows[0]!.id;
  const { id, layoutId } = await t.invoke('certificates.copyLayout', {
    layoutId: 'giay-khen-a4-ngang-co-dien',
    name: 'Có mã trên phôi',
  });
  const layout = JSON.parse((await t.invoke('certificates.layout', { layoutId })).layout) as Layout;
  const items = layout.items.map((item) => (item.type === 'qr' ? { ...item, blank: true } : item));
  const own = { id, version: 1, layout: JSON.stringify({ ...layout, items }), note: 'Mã trên phôi' };
  await t.invoke('certificates.saveLayout', own);
  const codeOf = ({ page }: { page: unknown }) =>
    (page as DisplayPage).items.filter((item) => item.kind === 'code');
  const printed = codeOf(await t.invoke('certificates.preview', { recipientId, layoutId, mode: 'blank' }));
  expect(printed).toHaveLength(1);
  expect(codeOf(await t.invoke('certificates.onBlank', { recipientId, layoutId }))).toEqual(printed);
});
