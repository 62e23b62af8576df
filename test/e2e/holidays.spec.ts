/** Announced days off: entered in settings, seen in the calendar, taken back, and refused where they cannot be. */
import { go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

test('days off of a year are entered as announced, change the calendar, and return to habit', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await app.call('settings.setHolidays', {
    year: new Date().getFullYear(),
    version: 0,
    announced: { tetFrom: null, beside: null, swaps: [], note: 'Thông báo của năm nay' },
  });
  await go(app, '/settings/holidays');
  const main = page.locator('main');
  await expect(main).toContainText('Thông báo của năm nay');
  for (let year = new Date().getFullYear(); year < 2031; year++)
    await page.getByRole('button', { name: 'Năm sau' }).click();
  await expect(main).toContainText('Năm 2031 đang tính theo lệ thường');
  const days = page.getByRole('table').getByRole('row');
  await expect(days.filter({ hasText: 'Hoán đổi ngày làm việc' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Ghi ngày nghỉ được thông báo' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Ngày được nghỉ').first().fill('30/12/2031');
  await form.getByLabel('Làm bù vào').first().fill('24/12/2031');
  await form.getByLabel('Theo thông báo').fill('Thông báo số 12/TB ngày 05/11/2030');
  await page.keyboard.press('Control+s');
  await expect(form).toContainText('thứ Bảy');
  await form.getByLabel('Làm bù vào').first().fill('27/12/2031');
  await page.keyboard.press('Control+s');
  await expect(form).toBeHidden();
  await expect(main).toContainText('Năm 2031 tính theo ngày nghỉ đã thông báo');
  await expect(main).toContainText('Thông báo số 12/TB ngày 05/11/2030');
  await expect(days.filter({ hasText: '30/12/2031' })).toContainText('Làm bù');

  await go(app, '/calendar?day=2031-12-30');
  await expect(page.locator('main [data-day="2031-12-30"]')).toHaveAccessibleName(/ngày nghỉ lễ/);
  await expect(page.locator('main [data-day="2031-12-29"]')).not.toHaveAccessibleName(/ngày nghỉ lễ/);

  await app.call('settings.setHolidays', { year: 2031, version: 1, announced: null });
  await expect(page.locator('main [data-day="2031-12-30"]')).not.toHaveAccessibleName(/ngày nghỉ lễ/);
});
