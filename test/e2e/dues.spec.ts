/** Dues, drives and donors in the window: many collected by keyboard, who is behind, who is missing, one purpose. */
import { read, utils } from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { readPdf } from '../helpers/readPdf';
import { addPeople, field, go, plain, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const notice = (page: Page, text: string) => page.locator('.so-notice__text', { hasText: text });
const textOf = (pages: Awaited<ReturnType<typeof readPdf>>) =>
  pages.map((page) => page.texts.map((item) => item.text).join(' ')).join(' ');

async function prepare(app: App) {
  await setUpUnit(app);
  const person = (fullName: string) => ({ fullName, unionJoinDate: '2015-03-01' });
  const ids = await addPeople(app, {
    'Khoa Nhi': [person('Lò Thị Hoa'), person('Vàng A Chẩu')],
    'Khoa Dược': [person('Đỗ Thị Sinh')],
  });
  const fund = await app.call('funds.save', { name: 'Quỹ công đoàn', openedOn: '2026-01-01' });
  await app.call('dues.saveRate', { kind: 'fixed', amount: 30_000, validFrom: '2026-01' });
  return { ids, fundId: fund.id };
}

test('dues of a month are typed without the mouse, with one receipt; the rest are behind', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await prepare(app);
  await go(app, '/dues?month=2026-01');
  await expect(page.getByText('90.000').first()).toBeVisible();
  await page.getByRole('button', { name: 'Thu đoàn phí' }).click();
  const dialog = page.getByRole('dialog');
  const first = dialog.getByLabel('Số tiền của Đỗ Thị Sinh');
  await first.focus();
  await expect(first).toBeFocused();
  await page.keyboard.type('30000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Số tiền của Vàng A Chẩu')).toBeFocused();
  await page.keyboard.type('20.000');
  await field(page, 'Người nộp').fill('Tổ công đoàn số 01');
  await expect(dialog.getByText('Cộng 50.000')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(notice(page, 'phiếu PT 001')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Nộp một phần')).toBeVisible();

  const { bytes } = await app.saved(() =>
    page.getByRole('button', { name: 'In danh sách có chỗ ký' }).click(),
  );
  const paper = textOf(await readPdf(bytes));
  expect(paper).toContain('Năm mươi nghìn đồng');
  expect(paper).toContain('Vàng A Chẩu');

  await go(app, '/dues?tab=behind&q=vang');
  await expect(page.getByText('Vàng A Chẩu')).toBeVisible();
  const behind = await app.call('dues.behind', { until: '2026-01' });
  expect(behind.rows.map((row) => [row.fullName, row.amount])).toEqual([
    ['Lò Thị Hoa', 30_000],
    ['Vàng A Chẩu', 10_000],
  ]);
  await go(app, '/dues?tab=year&year=2026');
  await page.getByRole('button', { name: 'Việc khác' }).click();
  const sheet = await app.saved(() => page.getByRole('menuitem', { name: 'Xuất Excel' }).click());
  const rows = utils.sheet_to_json<unknown[]>(Object.values(read(sheet.bytes).Sheets)[0]!, { header: 1 });
  expect(rows.at(-1)).toEqual(expect.arrayContaining([50_000]));
});

test('a drive names who is missing until nobody is, and money for one purpose keeps its own balance', async ({
  app,
  page,
}) => {
  const { ids, fundId } = await prepare(app);
  const today = (await app.call('dues.behind', {})).until;
  expect(today).toMatch(/^\d{4}-\d\d$/);
  const drive = await app.call('drives.save', {
    ...{ name: 'Mái ấm tình thương', launchedOn: '2026-01-05', cutOff: '2026-01-05', fundId },
  });
  const gift = { onDate: '2026-01-10', amount: 100_000 };
  await app.call('drives.record', { id: drive.id, gifts: [{ ...gift, memberId: ids['Lò Thị Hoa']! }] });
  await go(app, `/dues/drives/${drive.id}?tab=missing`);
  await expect(page.getByText('Vàng A Chẩu')).toBeVisible();
  await page.getByRole('button', { name: 'Ghi ủng hộ' }).click();
  await page.getByRole('dialog').getByText('Khoa nộp chung', { exact: true }).click();
  await page.keyboard.press('Escape');
  await app.call('drives.record', {
    id: drive.id,
    gifts: [
      { ...gift, memberId: ids['Vàng A Chẩu']! },
      { ...gift, memberId: ids['Đỗ Thị Sinh']! },
    ],
  });
  await expect(page.getByText('Không còn ai chưa ủng hộ')).toBeVisible();
  await go(app, `/dues/drives/${drive.id}`);
  await expect(page.getByText('100%').first()).toBeVisible();
  await page.getByRole('button', { name: 'Lập phiếu thu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lập phiếu thu' }).click();
  await expect(notice(page, 'Đã lập phiếu PT 001')).toBeVisible();

  const donor = await app.call('donors.save', { name: 'Công ty Dược Thảo Nguyên' });
  const earmark = await app.call('donors.saveEarmark', { name: 'Nhà ở cán bộ y tế', fundId });
  await app.call('donors.saveGift', {
    ...{
      donorId: donor.id,
      onDate: '2026-01-12',
      amount: 100_000_000,
      earmarkId: earmark.id,
      book: { fundId },
    },
  });
  await go(app, `/dues/earmarks/${earmark.id}`);
  await expect(page.getByText('Một trăm triệu đồng')).toBeVisible();
  await page.getByRole('button', { name: 'Ghi khoản chi' }).click();
  await field(page, 'Số tiền').fill('120000000');
  await expect(page.getByText('Khoản chi lớn hơn số còn lại')).toBeVisible();
  await field(page, 'Chi cho việc').fill('Dựng nhà đợt 1');
  await field(page, 'Chi cho việc').press('Control+s');
  await expect(page.getByText('Nguồn này đã chi quá số nhận')).toBeVisible();
  await go(app, '/dues?tab=earmarks');
  const free = page.getByText(/dùng chung được/);
  await expect(free).toBeVisible();
  expect(plain(await free.textContent())).toContain('−20.000.000 đ');
});
