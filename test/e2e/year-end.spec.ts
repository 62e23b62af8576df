/** The year-end pack in the window: nothing yet, what each paper waits for and where that is mended, all of it in one file. */
import { strFromU8, unzipSync } from 'fflate';
import { go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';
import { problemsOf } from './fixtures/screens';

const YEAR = 2025;

test('the papers of a year are listed with what they wait for, and saved as one file', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/reports');
  await page.getByRole('button', { name: 'Hồ sơ cuối năm' }).click();
  await expect(page.getByRole('heading', { name: /Hồ sơ cuối năm \d{4}/ })).toBeVisible();
  await expect(page.getByText(/chưa có gì để lập hồ sơ/)).toBeVisible();

  await app.call('reports.create', { kind: 'year', year: YEAR });
  await app.call('review.create', { year: YEAR });
  await go(app, `/year-end?year=${YEAR}`);
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row('Báo cáo năm')).toContainText('Báo cáo chưa chốt, chưa lấy số');
  await expect(row('Bảng tự kiểm tra, chấm điểm')).toContainText('28 tiêu chí chưa chấm');
  await expect(row('Kết quả thực hiện chỉ tiêu')).toContainText('Chưa có');

  expect(await problemsOf(app, 'year-end', 'vi')).toEqual([]);

  const { name, bytes } = await app.saved(() => page.keyboard.press('Control+s'));
  expect(name).toBe(`Hồ sơ cuối năm ${YEAR}.zip`);
  const zip = unzipSync(new Uint8Array(bytes));
  const names = Object.keys(zip).map((path) => path.split('/').at(-1)!);
  expect(names.filter((one) => /^0[123]-/.test(one))).toHaveLength(8);
  expect(names.filter((one) => /^0[4-9]-|^10-/.test(one))).toEqual([]);
  expect(strFromU8(zip[`Hồ sơ cuối năm ${YEAR}/00-Mục lục.html`]!)).toContain('Chưa ghi chỉ tiêu của năm');

  await page.getByRole('link', { name: 'Chưa ghi chỉ tiêu của năm' }).click();
  await expect(page).toHaveURL(new RegExp(`#/targets\\?year=${YEAR}$`));
  await expect(page.getByRole('heading', { name: 'Chỉ tiêu', level: 1 })).toBeVisible();
});
