/** Records of one person in the window: proposed with reasons, compared, merged, taken apart; and two people kept apart. */
import type { Page } from '@playwright/test';
import { addPeople, go, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const notice = (page: Page) => page.locator('.so-notice').last();
const people = (app: App) =>
  addPeople(app, {
    'Khoa Khám bệnh': [
      { fullName: 'Nguyễn Thị Hoà', birthDate: '1989-02-17', note: 'Tổ trưởng', idNumber: '014189000001' },
      { fullName: 'Lê Hải Yến', birthDate: '1992' },
    ],
    'Khoa Ngoại': [
      { fullName: 'Nguyễn Thị Hòa', birthDate: '1989', phone: '0915318881', note: 'Mới chuyển đến' },
      { fullName: 'Lê Hải Yến', birthDate: '1992-04-01' },
    ],
  });

async function addTwins(app: App): Promise<{ kept: number; gone: number }> {
  await people(app);
  const { rows } = await app.call('members.list', { search: 'nguyen thi hoa' });
  const kept = rows.find((row) => row.department === 'Khoa Khám bệnh')!.id;
  return { kept, gone: rows.find((row) => row.id !== kept)!.id };
}

test('a pair is found with its reasons, merged field by field, and taken apart after another change', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const { kept, gone } = await addTwins(app);
  await app.call('members.saveChild', { parentIds: [gone], fullName: 'Trần Bảo An' });
  await go(app, '/members/duplicates');
  const pair = page.getByRole('row', { name: /Nguyễn Thị Hòa/ });
  await expect(pair).toContainText('Cùng họ tên, cùng năm sinh');
  await pair.getByRole('button', { name: 'So sánh' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('So sánh hai hồ sơ');
  await expect(page.getByText('014189000001')).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Ngày sinh: Hồ sơ giữ lại' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Điện thoại: Hồ sơ gộp vào' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Ghi chú: Ghi cả hai' })).toBeChecked();
  await page.getByRole('radio', { name: 'Khoa, phòng: Hồ sơ gộp vào' }).check();
  await page.getByRole('button', { name: 'Gộp 2 hồ sơ' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nguyễn Thị Hoà');
  await expect(notice(page)).toContainText('Đã gộp hồ sơ của Nguyễn Thị Hoà');
  await expect(page.getByText('Hồ sơ này đã gộp thêm Nguyễn Thị Hòa (1989)')).toBeVisible();
  const merged = await app.call('members.get', { id: kept });
  expect(merged).toMatchObject({
    department: 'Khoa Ngoại',
    fields: { phone: '0915318881', birthDate: '1989-02-17', note: 'Tổ trưởng\nMới chuyển đến' },
  });
  expect((await app.call('members.family', { id: kept })).children).toHaveLength(1);
  expect((await app.call('members.list', {})).total).toBe(3);
  await go(app, `/members/${gone}`);
  await expect(page.getByText('Hồ sơ này đã gộp vào hồ sơ của Nguyễn Thị Hoà')).toBeVisible();
  await expect(page.getByText('Hồ sơ đang ở thùng rác')).toHaveCount(0);

  await app.call('members.update', {
    ...merged.fields,
    id: kept,
    version: merged.version,
    email: 'hoa@suoingan.vn',
  });
  await go(app, '/members/duplicates?tab=merged');
  await page.getByRole('button', { name: 'Tách lại' }).click();
  const drawer = page.locator('.ant-drawer').last();
  await expect(drawer).toContainText('Ở lại vì đã sửa sau khi gộp');
  await expect(drawer).toContainText('Thư điện tử');
  await expect(drawer).toContainText('Gia đình: 1');
  await drawer.getByRole('button', { name: 'Tách thành 2 hồ sơ' }).click();
  await expect(page.getByText('Chưa gộp hồ sơ nào')).toBeVisible();
  const [one, two] = [
    await app.call('members.get', { id: kept }),
    await app.call('members.get', { id: gone }),
  ];
  expect(one).toMatchObject({
    department: 'Khoa Khám bệnh',
    fields: { phone: null, note: 'Tổ trưởng', email: 'hoa@suoingan.vn' },
  });
  expect(two).toMatchObject({ deletedAt: null, department: 'Khoa Ngoại', fields: { phone: '0915318881' } });
  expect((await app.call('members.family', { id: gone })).children).toHaveLength(1);
});

test('a merge is taken back at once by Ctrl Z', { tag: '@desktop' }, async ({ app, page }) => {
  await setUpUnit(app);
  const { kept, gone } = await addTwins(app);
  await go(app, `/members/duplicates/${kept}/${gone}`);
  await page.getByRole('button', { name: 'Gộp 2 hồ sơ' }).click();
  await expect(page.getByText('Hồ sơ này đã gộp thêm')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Hồ sơ này đã gộp thêm')).toHaveCount(0);
  expect((await app.call('members.list', {})).total).toBe(4);
});

test('two spouses must be chosen between; two people kept apart are not proposed again', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const { kept, gone } = await addTwins(app);
  await app.call('members.saveMarriage', { memberId: kept, spouseName: 'Đỗ Văn Ngoài' });
  await app.call('members.saveMarriage', { memberId: gone, spouseName: 'Mai Văn Khác' });
  await go(app, `/members/duplicates/${kept}/${gone}`);
  await expect(page.getByRole('button', { name: 'Còn chọn hộ gia đình' })).toBeDisabled();
  await page.getByRole('radio', { name: 'Với Mai Văn Khác' }).check();
  await expect(page.getByRole('button', { name: 'Gộp 2 hồ sơ' })).toBeEnabled();
  await page.getByRole('button', { name: 'Không phải một người' }).click();
  await expect(notice(page)).toContainText('Đã ghi nhớ');
  await expect(page.getByRole('row', { name: /Lê Hải Yến/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Nguyễn Thị Hòa/ })).toHaveCount(0);
  await page.getByRole('tab', { name: /Hai người khác nhau/ }).click();
  await page.getByRole('button', { name: 'Bỏ ghi nhớ' }).click();
  await expect(page.getByText('Chưa ghi nhớ cặp nào')).toBeVisible();
  expect((await app.call('members.list', {})).total).toBe(4);
});
