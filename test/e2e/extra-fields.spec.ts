/** The unit's own fields in the window: added, filled in, found, put away and taken back. */
import type { Page } from '@playwright/test';
import { addPeople, field, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

const notice = (page: Page) => page.locator('.so-notice').last();
const pick = async (page: Page, label: string, option: string) => {
  await field(page, label).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
};
const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true }).click();

test('fields of every kind are added, filled in on the form, shown, found and put away with undo', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  const ids = await addPeople(app, { 'Khoa Nội': ['Lò Thị Mai', 'Vàng A Chía'] });
  const id = ids['Lò Thị Mai']!;
  await go(app, '/settings/extra');
  await expect(page.getByRole('heading', { name: 'Chưa có mục thêm nào' })).toBeVisible();
  const kinds = { 'Câu lạc bộ': 'Chữ', 'Số lần hiến máu': 'Số', 'Ngày ký': 'Ngày', 'Cỡ áo': 'Chọn một' };
  for (const [label, kind] of Object.entries(kinds)) {
    await page.getByRole('button', { name: 'Thêm mục' }).click();
    await field(page, 'Tên mục').fill(label);
    await pick(page, 'Loại', kind);
    if (kind === 'Chọn một') await field(page, 'Các giá trị để chọn').fill('S\nM\nL');
    await save(page);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('row', { name: new RegExp(`^${label}`) })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Đưa Cỡ áo lên' }).click();
  await expect
    .poll(async () => (await app.call('members.extraFields', {})).rows.map((row) => row.label))
    .toEqual(['Câu lạc bộ', 'Số lần hiến máu', 'Cỡ áo', 'Ngày ký']);

  await go(app, `/members/${id}/edit`);
  await field(page, 'Câu lạc bộ').fill('Cầu lông');
  await field(page, 'Số lần hiến máu').fill('3');
  await field(page, 'Ngày ký').fill('5/2020');
  await pick(page, 'Cỡ áo', 'M');
  await save(page);
  const own = page.getByRole('region', { name: 'Mục thêm của đơn vị' });
  await expect(own).toContainText('Cầu lông');
  await expect(own).toContainText('05/2020');
  const values = Object.values((await app.call('members.get', { id })).extra);
  expect(values).toEqual(expect.arrayContaining(['Cầu lông', 3, '2020-05', 'M']));

  await go(app, '/members');
  await page.getByRole('textbox', { name: 'Tên không dấu, thẻ, đuôi số' }).fill('cau long');
  await expect(page.getByRole('row', { name: /Lò Thị Mai/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Vàng A Chía/ })).toHaveCount(0);

  await go(app, '/settings/extra');
  await page.getByRole('button', { name: 'Chuyển mục Câu lạc bộ vào thùng rác' }).click();
  await expect(notice(page)).toContainText('Đã chuyển mục “Câu lạc bộ” vào thùng rác');
  expect((await app.call('members.list', { search: 'cau long' })).total).toBe(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /^Câu lạc bộ/ })).toBeVisible();
  expect((await app.call('members.list', { search: 'cau long' })).total).toBe(1);
});

test('a name that is taken and a choice without values are refused beside the field', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await app.call('members.saveExtraField', { label: 'Cỡ áo', kind: 'text' });
  await go(app, '/settings/extra');
  await page.getByRole('button', { name: 'Thêm mục' }).click();
  await field(page, 'Tên mục').fill('cỡ áo');
  await save(page);
  await expect(page.locator('[data-field="label"]').getByRole('alert')).toContainText('Tên này đã có');
  await field(page, 'Tên mục').fill('Đội');
  await pick(page, 'Loại', 'Chọn một');
  await save(page);
  await expect(page.locator('[data-field="choices"]').getByRole('alert')).toContainText(
    'chưa có giá trị nào',
  );
});
