/** Papers of funds, read back from the files: vouchers, the cash book over pages, the statement, the workbook. */
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';
import { type PdfPage, readPdf } from '../helpers/readPdf';

let t: TestCore;
let fundId: number;
const bytesOf = (token: string) => new Uint8Array(readFileSync(t.core.files.outgoing(token).path));
const textOf = (page: PdfPage) => page.texts.map((item) => item.text).join(' ');
const flat = (text: string) => text.replace(/\s+/g, ' ');

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    shortName: 'CĐCS TTYT Suối Mơ',
    symbol: 'CĐCS',
    upperName: 'Liên đoàn Lao động tỉnh Lâm Đồng',
    place: 'Suối Mơ',
  });
  await t.invoke('organisation.saveTerm', { startsOn: '2023', chairName: 'Hoàng Minh Tuệ' });
  const names = { accountant: 'Bùi Thị Quỳnh Uyển', treasurer: 'Lê Hoàng Ngọc Yến' };
  const fund = {
    name: 'Quỹ công đoàn cơ sở',
    openedOn: '2026-01-01',
    openingCash: 12_000_000,
    bookNumber: '01',
  };
  fundId = (await t.invoke('funds.save', { ...fund, ...names, openingBank: 180_000_000 })).id;
  const { rows } = await t.invoke('funds.categories', {});
  const category = (code: string) => rows.find((row) => row.code === code)!.id;
  for (let i = 0; i < 70; i++) {
    const day = `2026-${String(Math.floor(i / 7) + 1).padStart(2, '0')}-${String((i % 7) * 4 + 2).padStart(2, '0')}`;
    const receipt = i % 7 === 0;
    await t.invoke('funds.createVoucher', {
      fundId,
      kind: receipt ? 'receipt' : 'payment',
      onDate: day,
      amount: receipt ? 8_868_500 : 1_000_000,
      personName: receipt ? 'H’Nguyệt Niê Kđăm' : 'Vàng A Chẩu',
      address: receipt ? 'Tổ Công đoàn số 4, Khoa Nhi' : 'Tổ Công đoàn Khoa Dược – Vật tư',
      reason: receipt ? 'Nộp đoàn phí (26 đoàn viên)' : 'Trợ cấp đoàn viên có hoàn cảnh đặc biệt khó khăn',
      categoryId: category(receipt ? 'T-DP' : 'C-TH'),
      papers: receipt ? 'Bảng thu đoàn phí' : 'Đơn đề nghị; Quyết định số 25/QĐ-CĐCS',
      paperCount: receipt ? 1 : 2,
    });
  }
  const lines = [
    { categoryId: category('T-DP'), amount: 100_000_000 },
    { categoryId: category('C-TH'), amount: 60_000_000 },
    { categoryId: category('C-PT'), amount: 20_000_000, note: 'Hội thao quý IV' },
  ];
  await t.invoke('funds.setBudget', { fundId, year: 2026, lines });
}, 120_000);
afterAll(() => t.close());

it('prints a receipt and a payment on one sheet, and two copies of one', async () => {
  const { rows } = await t.invoke('funds.vouchers', {
    fundId,
    sort: 'number',
    descending: false,
    limit: 200,
  });
  const receipt = rows.find((row) => row.code === 'PT 003')!;
  const payment = rows.find((row) => row.code === 'PC 031')!;
  const both = await t.job('funds.printVouchers', { ids: [receipt.id, payment.id], twoCopies: false });
  const pages = await readPdf(bytesOf(both.token));
  expect(pages).toHaveLength(1);
  const text = flat(textOf(pages[0]!));
  for (const part of [
    'PHIẾU THU',
    'Mẫu số: C40-BB',
    'Quyển số: 01 Số: PT 003',
    'Ngày 02 tháng 3 năm 2026',
    '8.868.500 đồng',
    'Tám triệu tám trăm sáu mươi tám nghìn năm trăm đồng',
    '01 chứng từ gốc: Bảng thu đoàn phí',
    'PHIẾU CHI',
    'C41-BB',
    'Người nhận',
    'Hoàng Minh Tuệ',
  ])
    expect(text).toContain(part);
  const halves = pages[0]!.texts.filter((item) => /^PHIẾU/.test(item.text)).map((item) => item.y > 148.5);
  expect(halves).toEqual([false, true]);

  const copies = await t.job('funds.printVouchers', { ids: [payment.id] });
  expect(copies.name).toBe('Phiếu chi PC 031 năm 2026.pdf');
  const [sheet, ...rest] = await readPdf(bytesOf(copies.token));
  expect(rest).toEqual([]);
  expect(flat(textOf(sheet!))).toMatch(/Liên 1.*Liên 2/);
});

it('keeps a long reason and a cancelled mark inside the half', async () => {
  const made = await t.invoke('funds.createVoucher', {
    fundId,
    kind: 'payment',
    onDate: '2026-11-02',
    amount: 181_181_181,
    reason: `Chi hỗ trợ ${'đoàn viên có hoàn cảnh đặc biệt khó khăn '.repeat(6)}`.slice(0, 290),
    personName: 'Nguyễn Hoàng Phương Thảo Vy',
    papers:
      'Giấy đề nghị trợ cấp; biên bản họp Ban Chấp hành; quyết định trợ cấp; danh sách ký nhận; ảnh chụp',
    paperCount: 5,
  });
  const { voucher } = await t.invoke('funds.voucher', { id: made.id });
  await t.invoke('funds.cancelVoucher', {
    id: made.id,
    version: voucher.version,
    reason: 'Ghi nhầm số tiền',
  });
  const file = await t.job('funds.printVouchers', { ids: [made.id] });
  const [sheet] = await readPdf(bytesOf(file.token));
  expect(flat(textOf(sheet!))).toContain('ĐÃ HỦY, lý do: Ghi nhầm số tiền');
  const first = sheet!.texts.slice(0, sheet!.texts.length / 2);
  for (const item of first) expect(item.y).toBeLessThan(147);
});

it('carries the sums of the cash book from page to page', async () => {
  const days = { fundId, holding: 'cash', from: '2026-01-01', to: '2026-12-31' } as const;
  const book = await t.invoke('funds.book', days);
  const file = await t.job('funds.bookPaper', days);
  const pages = await readPdf(bytesOf(file.token));
  expect(pages.length).toBeGreaterThan(2);
  const sums = (page: PdfPage, label: string) =>
    new RegExp(`${label} ([\\d.]+) ([\\d.]+) (-?[\\d.]+)`).exec(flat(textOf(page)))?.slice(1);
  pages.forEach((page, i) => {
    if (i === 0) return;
    const carried = sums(page, 'Trang trước chuyển sang');
    expect(carried).toBeDefined();
    expect(carried).toEqual(sums(pages[i - 1]!, 'Cộng chuyển trang sau'));
  });
  const figure = (value: number) => value.toLocaleString('de-DE');
  expect(sums(pages.at(-1)!, 'Cộng phát sinh, số dư cuối kỳ')).toEqual(
    [book.received, book.paid, book.closing].map(figure),
  );
  for (const page of pages) for (const item of page.texts) expect(item.y).toBeLessThan(290);
});

it('gives the accountant the book with real numbers', async () => {
  const days = { fundId, from: '2026-01-01', to: '2026-12-31' };
  const book = await t.invoke('funds.book', days);
  const file = await t.job('funds.bookPaper', { ...days, format: 'xlsx' });
  const sheet = Object.values(read(bytesOf(file.token)).Sheets)[0]!;
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true });
  expect(rows).toHaveLength(book.rows.length + 5);
  expect(rows.at(-1)!.slice(-3)).toEqual([book.received, book.paid, book.closing]);
  expect(rows[4]!.slice(1)).toEqual([
    'PT 001',
    undefined,
    'Nộp đoàn phí (26 đoàn viên) – H’Nguyệt Niê Kđăm',
    8_868_500,
    undefined,
    200_868_500,
  ]);
});

it('states the year by category against the budget', async () => {
  const file = await t.job('funds.statementPaper', { fundId, year: 2026 });
  const text = flat((await readPdf(bytesOf(file.token))).map(textOf).join(' '));
  expect(text).toContain('Đoàn phí công đoàn 100.000.000 88.685.000 89% 11.315.000');
  expect(text).toContain('Thăm hỏi, trợ cấp đoàn viên 60.000.000 60.000.000 100% 0');
  expect(text).toContain(
    'Hoạt động phong trào, văn hóa, thể thao 20.000.000 0 0% 20.000.000 Hội thao quý IV',
  );
  expect(text).toContain('Hai trăm hai mươi triệu sáu trăm tám mươi lăm nghìn đồng');
  expect(text).toContain('Số liệu đến ngày 22/11/2026');
});
