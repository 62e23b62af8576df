/** Targets and the plan of the year in the window: entered, typed with a source, warned of, ticked, copied on. */
import { field, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

const YEAR = new Date().getFullYear();

test('a target of a resolution is entered, its result typed with a source, and a congress that does not fit is warned of', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/targets?tab=resolutions');
  await page.getByRole('button', { name: 'Thêm nghị quyết' }).first().click();
  await field(page, 'Tên nghị quyết').fill('Nghị quyết Đại hội XII Công đoàn Việt Nam, nhiệm kỳ 2023-2028');
  await expect(page.getByText('Số đại hội không khớp nhiệm kỳ 2023-2028')).toBeVisible();
  await expect(
    page.getByText(/Đại hội XIII nhiệm kỳ 2023-2028 hoặc Đại hội XII nhiệm kỳ 2018-2023/),
  ).toBeVisible();
  await field(page, 'Tên nghị quyết').fill('Nghị quyết Hội nghị Ban Chấp hành');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const resolutions = async () => (await app.call('targets.resolutions', {})).rows.map((row) => row.name);
  await expect.poll(resolutions).toEqual(['Nghị quyết Hội nghị Ban Chấp hành']);

  await go(app, '/targets');
  await page.getByRole('button', { name: 'Thêm chỉ tiêu' }).first().click();
  await page.getByRole('combobox', { name: 'Thuộc nghị quyết' }).click();
  await page.getByTitle('Nghị quyết Hội nghị Ban Chấp hành').last().click();
  await field(page, 'Nội dung chỉ tiêu').fill('Giới thiệu đoàn viên ưu tú');
  await field(page, 'Đơn vị tính').fill('đoàn viên');
  await field(page, `Năm ${YEAR}`).fill('40');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('button', { name: 'Ghi kết quả' }).click();
  await field(page, 'Số đạt được từ đầu năm').fill('8');
  await field(page, 'Nguồn số liệu').fill('Sổ theo dõi của chi bộ');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('08/40')).toBeVisible();
  const shown = async () =>
    (await app.call('targets.list', { year: YEAR })).rows.map((row) => [row.shown, row.rate]);
  await expect.poll(shown).toEqual([['08/40', '20%']]);
});

test('work is typed into months, ticked when done, and copied on into the next year', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await app.call('plans.save', { year: YEAR - 1, month: 3, text: `Tọa đàm 8/3 năm ${YEAR - 1}` });
  await go(app, '/plans?tab=plan');
  await expect(page.getByText(`Chưa có chương trình công tác năm ${YEAR}`)).toBeVisible();
  await page
    .getByRole('button', { name: `Chép từ năm ${YEAR - 1}` })
    .first()
    .click();
  await page.getByRole('button', { name: 'Chép 1 việc' }).click();
  const texts = async () =>
    (await app.call('plans.list', { year: YEAR })).rows.map((row) => [row.text, row.status]);
  await expect.poll(texts).toEqual([[`Tọa đàm 8/3 năm ${YEAR}`, 'todo']]);

  const quick = page.getByPlaceholder('Gõ việc rồi Enter để thêm vào tháng này');
  await quick.fill('Rà soát quy chế');
  await quick.press('Enter');
  await expect(quick).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Rà soát quy chế' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Đã xong: Rà soát quy chế' }).click();
  const done = async () => (await texts()).filter(([, status]) => status === 'done').map(([text]) => text);
  await expect.poll(done).toEqual(['Rà soát quy chế']);
  await page.keyboard.press('Control+z');
  await expect.poll(done).toEqual([]);

  await go(app, '/plans?month=3');
  await expect(page.getByRole('heading', { name: 'Việc thường làm trong tháng 3' })).toBeVisible();
  await expect(page.getByRole('link', { name: `Tọa đàm 8/3 năm ${YEAR}` })).toBeVisible();
});
