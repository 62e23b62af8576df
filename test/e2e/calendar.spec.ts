/** The calendar: keys through days, lunar days, a day's entries and planning for an occasion, papers, own occasions. */
import type { Locator, Page } from '@playwright/test';
import { readPdf } from '../helpers/readPdf';
import { field, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

const day = (page: Page, iso: string): Locator => page.locator(`main [data-day="${iso}"]`);
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Việc của ngày' });

test('keys go through the days of a month and a year, and open a day', async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/calendar?day=2030-02-01');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tháng 2 năm 2030');
  await day(page, '2030-02-01').focus();
  await page.keyboard.press('ArrowRight');
  const tet = day(page, '2030-02-02');
  await expect(tet).toBeFocused();
  await expect(tet).toContainText('1/1');
  await expect(tet).toContainText('Tết Nguyên đán');
  await expect(tet).toHaveAccessibleName(
    'Thứ Bảy, 02/02/2030, mùng 1 tháng Giêng năm Canh Tuất, Tết Nguyên đán, ngày nghỉ lễ, không có việc',
  );
  await expect(panel(page)).toContainText('mùng 1 tháng Giêng năm Canh Tuất');

  for (const [key, iso] of [
    ['ArrowDown', '2030-02-09'],
    ['Home', '2030-02-04'],
    ['End', '2030-02-10'],
    ['PageDown', '2030-03-10'],
    ['Control+Home', '2030-03-01'],
    ['ArrowUp', '2030-02-22'],
    ['Shift+PageUp', '2029-02-22'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(day(page, iso)).toBeFocused();
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tháng 2 năm 2029');

  await page.getByRole('button', { name: 'Năm', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lịch năm 2029');
  await expect(page.getByRole('grid')).toHaveCount(12);
  await day(page, '2029-02-22').focus();
  await page.keyboard.press('PageDown');
  await expect(day(page, '2029-03-22')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeFocused();
  await panel(page).getByRole('button', { name: 'Lập chương trình ngày này' }).click();
  await expect(field(page, 'Ngày bắt đầu')).toHaveValue('22/03/2029');
});

test('a day lists its entries, an occasion is planned with its kind and name, and the event opens', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await app.call('events.create', {
    kind: 'committee_meeting',
    name: 'Họp chuẩn bị Ngày Thầy thuốc',
    startsOn: '2030-02-25',
    startsAt: '14:00',
    place: 'Phòng họp',
  });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('26/1/2030 âm lịch');
  await expect(page.getByRole('option', { name: /Thứ Tư, 27\/02\/2030/ })).toContainText(
    'ngày 26 tháng Giêng',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tháng 2 năm 2030');
  await expect(day(page, '2030-02-25')).toContainText('14:00');
  await panel(page).getByRole('link', { name: 'Lập chương trình', exact: true }).first().click();
  await expect(field(page, 'Tên hoạt động')).toHaveValue('Ngày Thầy thuốc Việt Nam năm 2030');
  await expect(field(page, 'Ngày bắt đầu')).toHaveValue('27/02/2030');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ngày Thầy thuốc Việt Nam năm 2030');

  await go(app, '/calendar?day=2030-02-25');
  const row = panel(page).getByRole('listitem').filter({ hasText: 'Họp chuẩn bị' });
  await expect(row).toContainText('14:00 · Phòng họp');
  await expect(day(page, '2030-02-27')).toContainText('Ngày Thầy thuốc Việt Nam năm 2030');
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Họp chuẩn bị Ngày Thầy thuốc');
});

test('the month is printed, and own lunar occasions stand on their day', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await go(app, '/calendar/occasions');
  await page.getByRole('button', { name: 'Thêm dịp' }).click();
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Tên dịp').fill('Giỗ Hải Thượng Lãn Ông');
  await drawer.getByText('Âm lịch', { exact: true }).click();
  await field(drawer, 'Ngày').fill('15');
  await field(drawer, 'Tháng').fill('1');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('row', { name: /Giỗ Hải Thượng Lãn Ông/ })).toContainText('15/1 âm lịch');
  await page
    .getByRole('row', { name: /Ngày Nhà giáo/ })
    .getByRole('button')
    .click();
  await page.getByRole('menuitem', { name: 'Thôi hiện trên lịch' }).click();
  await expect(page.getByRole('row', { name: /Ngày Nhà giáo/ })).toContainText('Không hiện');

  await go(app, '/calendar?day=2030-02-16');
  await expect(day(page, '2030-02-16')).toContainText('Giỗ Hải Thượng Lãn Ông');
  const file = await app.saved(async () => {
    await page.getByRole('button', { name: 'Việc khác' }).first().click();
    await page.getByRole('menuitem', { name: 'In tháng' }).click();
  });
  const [sheet] = await readPdf(file.bytes);
  expect(Math.round(sheet!.w)).toBe(297);
  const text = sheet!.texts.map((piece) => piece.text).join(' ');
  expect(text).toContain('LỊCH CÔNG TÁC THÁNG 2 NĂM 2030');
  expect(text).toContain('Giỗ Hải Thượng');
});
