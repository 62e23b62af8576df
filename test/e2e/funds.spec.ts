/** Funds in the window: opening balance, a receipt and a payment by keyboard, papers, a closed period, the workbook. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { readPdf } from '../helpers/readPdf';
import { addPeople, field, go, plain, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const textOf = (pages: Awaited<ReturnType<typeof readPdf>>) =>
  pages.map((page) => page.texts.map((item) => item.text).join(' ')).join(' ');

const notice = (page: Page, text: string) => page.locator('.so-notice__text', { hasText: text });

async function fundWith(
  app: App,
  ...vouchers: { kind: 'receipt' | 'payment'; onDate: string; amount: number }[]
) {
  const { id } = await app.call('funds.save', {
    name: 'Quỹ công đoàn cơ sở',
    openedOn: '2026-01-01',
    openingCash: 5_000_000,
  });
  for (const voucher of vouchers)
    await app.call('funds.createVoucher', {
      ...voucher,
      fundId: id,
      reason: 'Khoản đã ghi',
      papers: 'Hóa đơn',
    });
  return id;
}

test('a fund is opened, a receipt and a payment are typed without the mouse, printed and read back', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await addPeople(app, { 'Khoa Nhi': ['H’Nguyệt Niê Kđăm'] });
  await go(app, '/funds');
  await page.getByRole('button', { name: 'Thêm quỹ' }).click();
  await field(page, 'Tên quỹ').fill('Quỹ công đoàn cơ sở');
  await field(page, 'Ngày bắt đầu').fill('01/01/2026');
  await field(page, 'Số dư đầu, tiền mặt').fill('5.000.000');
  await field(page, 'Số dư đầu, tiền mặt').press('Control+s');
  await expect(page.getByText('Tiền mặt 5.000.000')).toBeVisible();

  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+n');
  await expect(field(page, 'Số tiền')).toBeFocused();
  await page.keyboard.type('2868500');
  await page.keyboard.press('Tab');
  await page.keyboard.type('05/11/2026');
  await field(page, 'Lý do').focus();
  await page.keyboard.type('Nộp đoàn phí tháng 10 năm 2026');
  await field(page, 'Người nộp tiền').focus();
  await page.keyboard.type('nguyet nie');
  await expect(page.locator('.ant-select-item-option').filter({ hasText: 'Niê Kđăm' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await expect(notice(page, 'Đã ghi phiếu PT 001')).toBeVisible();
  await expect(field(page, 'Số tiền')).toHaveValue('');
  await page.getByRole('dialog').getByText('Phiếu chi', { exact: true }).click();
  await field(page, 'Số tiền').fill('3000000');
  await field(page, 'Lý do').fill('Trợ cấp đoàn viên khó khăn');
  await field(page, 'Người nhận tiền').fill('Vàng A Chẩu');
  await page.keyboard.press('Control+s');
  await expect(notice(page, 'Đã ghi phiếu PC 001')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // The newer voucher takes the place of the older one in the book when it comes.
  await expect(page.getByRole('link', { name: 'PC 001' })).toBeVisible();

  await page.getByRole('link', { name: 'PT 001' }).click();
  await expect(page.getByText('Hai triệu tám trăm sáu mươi tám nghìn năm trăm đồng')).toBeVisible();
  await expect(page.getByText('Khoa Nhi')).toBeVisible();
  const { name, bytes } = await app.saved(() => page.getByRole('button', { name: 'In 2 liên' }).click());
  expect(name).toBe('Phiếu thu PT 001 năm 2026.pdf');
  const pages = await readPdf(bytes);
  expect(pages).toHaveLength(1);
  expect(textOf(pages)).toContain('PHIẾU THU');
  expect(textOf(pages)).toContain('2.868.500 đồng');
});

test('a closed period refuses an edit in plain words; a correction of a later day is recorded', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const fundId = await fundWith(app, { kind: 'payment', onDate: '2026-02-10', amount: 700_000 });
  await go(app, '/funds?tab=closings&year=2026');
  await page.getByRole('button', { name: 'Khóa sổ' }).click();
  await expect(page.getByRole('cell', { name: 'Tháng 1/2026' })).toBeVisible();
  const [paid] = (await app.call('funds.vouchers', { fundId })).rows;
  await go(app, `/funds/vouchers/${paid!.id}`);
  await page.getByRole('button', { name: 'Sửa' }).click();
  await expect(field(page, 'Số tiền')).toHaveValue('700.000');
  await app.call('funds.close', { fundId, period: '2026-02' });
  await field(page, 'Số tiền').fill('1');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText(/sổ quỹ đã khóa đến hết ngày 28\/02\/2026/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Phiếu thuộc kỳ đã khóa sổ nên không sửa được.')).toBeVisible();
  await page.getByRole('button', { name: 'Điều chỉnh số tiền' }).first().click();
  await field(page, 'Số tiền đúng').fill('500.000');
  await field(page, 'Số tiền đúng').press('Enter');
  await expect(notice(page, 'Đã ghi phiếu PT 001')).toBeVisible();
  const { rows } = await app.call('funds.list', {});
  expect(rows[0]!.cash).toBe(4_500_000);
});

test('the book is exported for the accountant, and an older one is read in', async ({
  app,
  page,
  folder,
}) => {
  await setUpUnit(app);
  await fundWith(app, { kind: 'receipt', onDate: '2026-02-10', amount: 700_000 });
  await go(app, '/funds?year=2026');
  const more = page.getByRole('button', { name: 'Việc khác' });
  await more.click();
  const { bytes } = await app.saved(() => page.getByRole('menuitem', { name: 'Xuất Excel' }).click());
  const sheet = Object.values(read(bytes).Sheets)[0]!;
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
  expect(rows.at(-1)).toEqual(expect.arrayContaining([700_000, 5_700_000]));

  const old = utils.aoa_to_sheet([
    ['Ngày', 'Số chứng từ', 'Diễn giải', 'Thu', 'Chi'],
    ['05/03/2026', 'PC 9', 'Mua hoa ngày 8/3', null, 450_000],
    ['06/03/2026', 'PT 4', 'Ủng hộ', 1_000_000, null],
  ]);
  const path = join(folder, 'so-quy.xlsx');
  writeFileSync(path, write(utils.book_new(old, 'Sổ'), { type: 'buffer', bookType: 'xlsx' }));
  await more.click();
  await page.getByRole('menuitem', { name: 'Nhập sổ quỹ từ Excel' }).click();
  await app.answerPick(path, () => page.getByRole('button', { name: 'Chọn tệp' }).click());
  await expect(page.getByText('2 dòng ghi được')).toBeVisible();
  await page.getByRole('button', { name: 'Ghi 2 phiếu vào sổ' }).click();
  await expect(notice(page, 'Đã ghi 2 phiếu từ sổ cũ')).toBeVisible();
  expect(plain(await page.getByText(/^Tiền mặt 6/).textContent())).toContain('6.250.000 đ');
});

test('money drawn from the account is a payment and a receipt, taken back in one step', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await app.call('funds.save', {
    name: 'Quỹ công đoàn cơ sở',
    openedOn: '2026-01-01',
    openingCash: 5_000_000,
    openingBank: 9_000_000,
  });
  await go(app, '/funds?new=move');
  await expect(field(page, 'Số tiền')).toBeFocused();
  await page.keyboard.type('2000000');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Tiền mặt 7.000.000')).toBeVisible();
  await expect(page.getByText('Tiền gửi 7.000.000')).toBeVisible();
  await expect(page.getByRole('row', { name: /Rút tiền gửi về quỹ tiền mặt/ })).toHaveCount(2);
  await page.getByRole('link', { name: 'PC 001' }).click();
  await page.getByRole('link', { name: 'PT 001' }).click();
  await expect(page.getByRole('heading', { name: 'Phiếu thu PT 001' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await go(app, '/funds');
  await expect(page.getByText('Tiền mặt 5.000.000')).toBeVisible();
});
