/** Changing many people in the window: what changes stands beside first, and one undo takes the whole batch back. */
import { addPeople, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

test('ticked people get new values after a look at before and after, and one undo takes the whole batch back', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  const ids = await addPeople(app, {
    'Khoa Khám bệnh': [
      { fullName: 'Nguyễn Thị Hoa', education: 'Trung cấp' },
      { fullName: 'Đỗ Văn Dũng', education: 'Đại học' },
    ],
    'Khoa Ngoại': ['Lê Hải Yến', 'Trần Văn Ở Lại'],
  });
  await go(app, '/members');
  for (const name of ['Nguyễn Thị Hoa', 'Đỗ Văn Dũng', 'Lê Hải Yến'])
    await page.getByRole('checkbox', { name: `Đánh dấu ${name}` }).click();
  await page.getByRole('button', { name: 'Sửa hàng loạt' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sửa hàng loạt');
  await expect(page.getByText('3 người được chọn')).toBeVisible();

  const pick = async (typed: string, label: string) => {
    await page.getByRole('combobox', { name: 'Mục' }).last().click();
    await page.keyboard.type(typed);
    await page.locator('.ant-select-dropdown:visible').getByTitle(label, { exact: true }).click();
  };
  await pick('trinh do', 'Trình độ chuyên môn');
  await page.getByRole('combobox', { name: 'Giá trị mới' }).fill('Đại học');
  const changed = page.getByRole('button', { name: /^Thay đổi/ });
  await expect(changed).toContainText('2');
  await expect(page.getByRole('button', { name: /^Giữ nguyên/ })).toContainText('1');
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row('Nguyễn Thị Hoa')).toContainText('Trung cấp → Đại học');

  await page.getByRole('button', { name: 'Thêm mục' }).click();
  await pick('khoa', 'Khoa, phòng');
  await page.getByRole('combobox', { name: 'Giá trị mới' }).last().click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('Khoa Ngoại', { exact: true }).click();
  await page.getByLabel('Thay đổi từ ngày').fill('1/3/2026');
  await page.getByLabel(/Số quyết định/).fill('15/QĐ-TTYT');
  await expect(changed).toContainText('3');
  await expect(row('Đỗ Văn Dũng')).toContainText('Khoa Khám bệnh → Khoa Ngoại');
  await page.getByRole('button', { name: 'Sửa 3 người' }).click();
  await expect(page.locator('.so-notice').last()).toContainText('Đã sửa 3 người');
  const fields = async (name: string) => (await app.call('members.get', { id: ids[name]! })).fields;
  expect(await fields('Nguyễn Thị Hoa')).toMatchObject({
    education: 'Đại học',
    departmentId: ids['Khoa Ngoại'],
  });
  expect(await fields('Trần Văn Ở Lại')).toMatchObject({ education: null });
  const before = await app.call('members.list', {
    asOf: '2026-02-28',
    departmentIds: [ids['Khoa Khám bệnh']!],
  });
  expect(before.total).toBe(2);

  const stays = await app.call('members.get', { id: ids['Trần Văn Ở Lại']! });
  await app.call('members.update', {
    ...stays.fields,
    id: stays.id,
    version: stays.version,
    note: 'Người khác sửa',
  });
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => await fields('Nguyễn Thị Hoa'))
    .toMatchObject({ education: 'Trung cấp', departmentId: ids['Khoa Khám bệnh'] });
  expect(await fields('Trần Văn Ở Lại')).toMatchObject({ note: 'Người khác sửa' });

  await go(app, '/members');
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Các lần sửa hàng loạt' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sửa hàng loạt');
  const earlier = page.getByRole('listitem').filter({ hasText: '3 người' });
  await expect(earlier).toContainText('Trình độ chuyên môn');
  await page.getByRole('button', { name: 'Sửa lại' }).click();
  await expect.poll(async () => (await fields('Nguyễn Thị Hoa')).education).toBe('Đại học');

  await go(app, '/members');
  for (const name of ['Lê Hải Yến', 'Trần Văn Ở Lại'])
    await page.getByRole('checkbox', { name: `Đánh dấu ${name}` }).click();
  await page.getByRole('button', { name: 'Sửa hàng loạt' }).click();
  await pick('tinh trang', 'Tình trạng');
  await page.getByRole('combobox', { name: 'Giá trị mới' }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('Nghỉ hưu', { exact: true }).click();
  await page.getByLabel('Thay đổi từ ngày').fill('1/9/2026');
  await expect(row('Lê Hải Yến')).toContainText('Đang sinh hoạt → Nghỉ hưu từ ngày 01/09/2026');
  await page.getByRole('button', { name: 'Sửa 2 người' }).click();
  const status = async () => (await app.call('members.get', { id: ids['Lê Hải Yến']! })).status;
  await expect.poll(status).toBe('retired');
  await page.keyboard.press('Control+z');
  await expect.poll(status).toBe('active');
});
