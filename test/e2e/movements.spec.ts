/** Emulation movements in the window: launched to the letter, results typed into the table, undone, awarded. */
import { addPeople, field, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

const NAME = 'Xây dựng cơ sở y tế “Xanh – Sạch – Đẹp”';

test('a movement is launched, results are typed by department, and the certificate takes its exact name', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await addPeople(app, { 'Khoa Nội': ['Nguyễn Thị Hoa'], 'Khoa Nhi': ['Đỗ Văn Dũng'] });
  await go(app, '/awards?tab=movements');
  await page.getByRole('button', { name: 'Thêm phong trào' }).first().click();
  await field(page, 'Tên phong trào').fill(NAME);
  await field(page, 'Ngày phát động').fill('10/02/2026');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME);

  const cell = (what: string, unit: string) => page.getByLabel(`Ô ${what} của ${unit}`);
  await cell('Nội dung đăng ký', 'Khoa Nhi').fill('Đạt từ 85 điểm');
  await cell('Nội dung đăng ký', 'Khoa Nhi').press('Enter');
  await expect(cell('Nội dung đăng ký', 'Khoa Nội')).toBeFocused();
  await cell('Số liệu', 'Khoa Nhi').fill('87,5');
  await cell('Xếp loại, xếp hạng', 'Khoa Nhi').fill('Nhất');
  await page.keyboard.press('Tab');
  const id = (await app.call('movements.list', {})).rows[0]!.id;
  const known = async () =>
    (await app.call('movements.entries', { id })).rows.map((row) => [
      row.name,
      row.undertakes,
      row.figure,
      row.rank,
    ]);
  await expect.poll(known).toEqual([['Khoa Nhi', 'Đạt từ 85 điểm', 87.5, 'Nhất']]);
  await page.keyboard.press('Control+z');
  await expect.poll(known).toEqual([['Khoa Nhi', 'Đạt từ 85 điểm', 87.5, null]]);
  await expect(cell('Xếp loại, xếp hạng', 'Khoa Nhi')).toHaveValue('');

  await page.getByRole('button', { name: 'Khen thưởng phong trào' }).click();
  await expect(field(page, 'Nội dung in trên giấy')).toHaveValue(
    `Đã có thành tích xuất sắc trong phong trào thi đua ${NAME} năm {năm}`,
  );
  await field(page, 'Số quyết định').fill('46/QĐ-CĐCS');
  await field(page, 'Ngày ký').fill('20/11/2026');
  await page.getByRole('button', { name: 'Lưu quyết định' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quyết định 46/QĐ-CĐCS tặng Giấy khen');
  const decision = (await app.call('movements.get', { id })).decisions[0]!.id;
  const other = (
    await app.call('movements.save', { name: '"Lao động giỏi" – vượt khó', launchedOn: '2026-03-01' })
  ).id;
  await app.call('awards.addRecipients', {
    id: decision,
    items: [{ kind: 'individual', name: 'Nguyễn Thị Hoa' }],
  });
  await page.getByRole('button', { name: 'Sửa Nguyễn Thị Hoa' }).click();
  await page.getByRole('combobox', { name: 'Phong trào thi đua' }).last().click();
  await page.getByTitle('"Lao động giỏi" – vượt khó').last().click();
  await expect(page.getByLabel('Nội dung riêng')).toHaveValue(
    'Đã có thành tích xuất sắc trong phong trào thi đua "Lao động giỏi" – vượt khó năm {năm}',
  );
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect.poll(async () => (await app.call('movements.get', { id: other })).decisions).toHaveLength(1);
  await expect(page.getByRole('cell', { name: /Hoa.*vượt khó/ })).toBeVisible();
  await go(app, `/awards/movements/${id}?tab=awards`);
  await expect(page.getByRole('link', { name: '46/QĐ-CĐCS' })).toBeVisible();
});
