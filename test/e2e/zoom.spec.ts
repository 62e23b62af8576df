/** 200 % zoom on a 1366 × 768 screen: navigation is a menu, tables keep their first column, nothing is lost. */
import { addPeople, field, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';
import { scrollsSideways, zoomed } from './fixtures/screens';

test('the register at 200 %', { tag: '@desktop' }, async ({ app, page }) => {
  await setUpUnit(app);
  await addPeople(app, { 'Khoa Khám bệnh - Cấp cứu': ['Nguyễn Hoàng Thị Phương Thảo Nguyên', 'Y Bảo Niê'] });
  await go(app, '/members');
  await zoomed(app, true);
  await expect(page.getByRole('row', { name: /Phương Thảo Nguyên/ })).toBeVisible();
  const name = page.getByRole('gridcell', { name: /Phương Thảo Nguyên/ }).first();
  await page.getByRole('grid').evaluate((grid) => {
    grid.scrollLeft = 400;
  });
  await expect(name).toBeInViewport();
  expect(await scrollsSideways(page)).toBeNull();
  await page.getByRole('button', { name: 'Danh mục' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Tổ chức' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tổ chức');
});

test('the first run and a form at 200 %', async ({ app, page }) => {
  await zoomed(app, true);
  await expect(page.getByRole('button', { name: 'Tiếp: Nhiệm kỳ' })).toBeInViewport();
  expect(await scrollsSideways(page)).toBeNull();
  await setUpUnit(app).catch(() => undefined);
  await go(app, '/members/new');
  await field(page, 'Ghi chú').scrollIntoViewIfNeeded();
  await expect(field(page, 'Ghi chú')).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Lưu', exact: true })).toBeVisible();
  expect(await scrollsSideways(page)).toBeNull();
});

test("every button of the year's work is reached at 200 % without scrolling sideways", async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await addPeople(app, { 'Khoa Khám bệnh - Cấp cứu': ['Vi Thị Hạnh', 'Y Bảo Niê'] });
  await zoomed(app, true);
  for (const path of ['/dues', '/funds', '/welfare', '/events', '/calendar']) {
    await go(app, path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await scrollsSideways(page)).toBeNull();
    const cut = await page
      .locator('.so-header button, .so-page__toolbar button')
      .evaluateAll((buttons) =>
        buttons
          .filter((one) => one.getBoundingClientRect().right > window.innerWidth)
          .map((one) => one.textContent),
      );
    expect(cut, path).toEqual([]);
  }
});
