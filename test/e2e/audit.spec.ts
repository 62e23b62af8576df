/** The change log as sentences: read, narrowed, opened, one field put back, masked values shown on demand. */
import { addPeople, field, go, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

async function changed(app: App): Promise<number> {
  const people = await addPeople(app, {
    'Khoa Nội': [
      { fullName: 'Nguyễn Thị Hòa', phone: '0900000001', idNumber: '079189001234' },
      'Trần Văn Ân',
    ],
  });
  await setUpUnit(app);
  const id = people['Nguyễn Thị Hòa']!;
  const { fields, version } = await app.call('members.get', { id });
  await app.call('members.update', {
    ...fields,
    id,
    version,
    phone: '0900000002',
    address: 'Tổ 5, Mường Đăng',
    idNumber: '079189009999',
  });
  return id;
}

test('each change is a sentence with the names of fields and values; the filters narrow it', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await changed(app);
  await app.call('events.create', { kind: 'other', name: 'Hội thao chào mừng', startsOn: '2026' });
  await go(app, '/settings/log');
  const lines = page.getByRole('listitem').filter({ has: page.locator('time') });
  await expect(lines.filter({ hasText: 'sửa hồ sơ Nguyễn Thị Hòa' })).toContainText('Số CCCD (được che)');
  await expect(lines.filter({ hasText: 'sửa hồ sơ Nguyễn Thị Hòa' })).toContainText('và 1 chỗ khác');
  await expect(lines.filter({ hasText: 'thêm hoạt động Hội thao chào mừng' })).toBeVisible();
  await expect(page.locator('main')).not.toContainText('079189009999');

  await page.getByLabel('Phần', { exact: true }).click();
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: /^Hoạt động$/ })
    .click();
  await expect(lines).toHaveCount(1);
  await expect(lines.first()).toContainText('Hội thao chào mừng');
  await page.getByLabel('Tìm không dấu trong nhật ký').fill('khong co ai');
  await expect(
    page.getByRole('heading', { name: 'Không thấy dòng nào hợp các điều kiện này' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ các điều kiện' }).click();
  await page.getByLabel('Tìm không dấu trong nhật ký').fill('muong dang');
  await expect(lines).toHaveCount(1);
  await expect(lines.first()).toContainText('Nguyễn Thị Hòa');
  await lines.first().getByRole('link', { name: 'Nguyễn Thị Hòa' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nguyễn Thị Hòa' })).toBeVisible();
});

test('on a member’s page: before and after, one field put back, undone, and refused after a later change', async ({
  app,
  page,
}) => {
  const id = await changed(app);
  await go(app, `/members/${id}?tab=log`);
  const line = page.getByRole('listitem').filter({ hasText: 'sửa hồ sơ Nguyễn Thị Hòa' }).first();
  await line.getByRole('button', { name: 'Xem trước và sau' }).click();
  const row = (name: string) => line.getByRole('row', { name: new RegExp(name) });
  await expect(row('Điện thoại')).toContainText('0900000001');
  await expect(row('Điện thoại')).toContainText('0900000002');
  await expect(row('Địa chỉ')).toContainText('trống');
  await row('Điện thoại').getByRole('button', { name: 'Trả lại Điện thoại như trước' }).click();
  await expect(page.locator('.so-notice')).toContainText('Đã trả lại Điện thoại của Nguyễn Thị Hòa');
  const fields = async () => (await app.call('members.get', { id })).fields;
  expect(await fields()).toMatchObject({ phone: '0900000001', address: 'Tổ 5, Mường Đăng' });
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await fields()).phone).toBe('0900000002');

  const { version } = await app.call('members.get', { id });
  await app.call('members.update', { ...(await fields()), id, version, phone: '0900000003' });
  const old = page.getByRole('listitem').filter({ hasText: 'Số CCCD' }).first();
  await old.getByRole('button', { name: 'Trả lại Điện thoại như trước' }).click();
  await expect(page.locator('.so-notice')).toContainText('Chưa trả lại được vì chỗ này đã được sửa tiếp');
  expect((await fields()).phone).toBe('0900000003');
});

test('a masked value is shown only on demand, and the look is a line of the log', async ({ app, page }) => {
  const id = await changed(app);
  await go(app, `/members/${id}?tab=log`);
  const line = page.getByRole('listitem').filter({ hasText: 'sửa hồ sơ Nguyễn Thị Hòa' }).first();
  await line.getByRole('button', { name: 'Xem trước và sau' }).click();
  await expect(line).not.toContainText('079189009999');
  await line.getByRole('button', { name: /Hiện Số CCCD, Sau/ }).click();
  await expect(line).toContainText('079189009999');
  await expect(
    page.getByRole('listitem').filter({ hasText: 'xem thông tin riêng của hồ sơ Nguyễn Thị Hòa: Số CCCD' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Mở cả nhật ký' }).click();
  await expect(page.locator('.so-chip').first()).toContainText('Nguyễn Thị Hòa');
  await expect(page.getByLabel('Từ ngày')).toBeVisible();
  await field(page, 'Từ ngày').fill('1/1/2020');
  await field(page, 'Từ ngày').press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'thêm hồ sơ Nguyễn Thị Hòa' })).toBeVisible();
});
