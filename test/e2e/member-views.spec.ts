/** Combined conditions, saved filters with their columns, and the register as of a past day, in the window. */
import type { Page } from '@playwright/test';
import { addPeople, go, plain, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const people = (app: App) =>
  addPeople(app, {
    'Khoa Khám bệnh': [
      { fullName: 'Nguyễn Thị Hoa', gender: 'female', birthDate: '1979-02-17', jobTitle: 'Điều dưỡng' },
      {
        fullName: 'Đỗ Văn Dũng',
        gender: 'male',
        birthDate: '1970-05',
        jobTitle: 'Bác sĩ',
        unionJoinDate: '2001',
      },
    ],
    'Khoa Ngoại': [
      {
        fullName: 'Y Bảo Niê',
        sortName: 'Bảo',
        gender: 'male',
        birthDate: '1994-03-08',
        jobTitle: 'Bác sĩ CKI',
      },
      { fullName: 'Lê Hải Yến', gender: 'female', birthDate: '1996', jobTitle: 'Hộ sinh' },
    ],
  });

const names = (page: Page) =>
  page.locator('.so-table [role="row"][id] [role="gridcell"]:nth-child(2)').allTextContents();
const drawer = (page: Page) => page.locator('.ant-drawer');

/** Picks a field in the newest condition by typing without tones. */
async function pickField(page: Page, typed: string, label: string): Promise<void> {
  await drawer(page).getByRole('combobox', { name: 'Mục' }).last().click();
  await page.keyboard.type(typed);
  await page.locator('.ant-select-dropdown:visible').getByTitle(label, { exact: true }).click();
}

async function askForDoctorsOrOld(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm điều kiện' }).click();
  const box = drawer(page);
  await box.getByRole('button', { name: 'Thêm điều kiện' }).click();
  await pickField(page, 'chuc danh nghe', 'Chức danh nghề nghiệp');
  await box.getByRole('combobox', { name: 'Giá trị' }).click();
  await page.keyboard.type('bac si');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await box.getByRole('button', { name: 'Thêm điều kiện' }).last().click();
  await pickField(page, 'tuoi', 'Tuổi');
  await box.getByRole('textbox', { name: 'Giá trị' }).fill('45');
  await box.getByText('Thỏa một trong').click();
}

test('conditions are joined, read as a sentence, and saved as a filter that can be renamed, trashed and taken back', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await people(app);
  await go(app, '/members');
  await askForDoctorsOrOld(page);
  await expect(drawer(page)).toContainText('Đọc là: Chức danh nghề nghiệp có chữ “bac si” hoặc Tuổi từ 45');
  await drawer(page).getByRole('button', { name: 'Xem danh sách' }).click();
  await expect(page.getByText('3 người')).toBeVisible();
  await expect.poll(() => names(page)).toEqual(['Y Bảo Niê', 'Đỗ Văn Dũng', 'Nguyễn Thị Hoa']);
  await expect(page.locator('.so-chip').filter({ hasText: 'Điều kiện:' })).toContainText('hoặc Tuổi từ 45');

  await page.getByRole('button', { name: 'Lưu bộ lọc này' }).click();
  await page.getByLabel('Tên bộ lọc').fill('Bác sĩ, người lớn tuổi');
  await page.keyboard.press('Enter');
  const tab = page.getByRole('tab', { name: /Bác sĩ, người lớn tuổi/ });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(tab).toContainText('3');
  await expect(page.getByRole('button', { name: 'Lưu bộ lọc này' })).toHaveCount(0);

  await page.getByRole('tab', { name: /Đang sinh hoạt/ }).click();
  await expect(page.getByText('4 người')).toBeVisible();
  await app.restart();
  await go(app, '/members');
  const { page: again } = app;
  await again.getByRole('tab', { name: /Bác sĩ, người lớn tuổi/ }).click();
  await expect(again.getByText('3 người')).toBeVisible();

  await again.getByRole('button', { name: 'Việc khác' }).click();
  await again.getByRole('menuitem', { name: /Chuyển bộ lọc .* vào thùng rác/ }).click();
  await expect(again.getByRole('tab', { name: /Bác sĩ/ })).toHaveCount(0);
  await again.keyboard.press('Control+z');
  await expect(again.getByRole('tab', { name: /Bác sĩ/ })).toBeVisible();
});

test('each view remembers its own columns and order', { tag: '@desktop' }, async ({ app, page }) => {
  await setUpUnit(app);
  await people(app);
  await go(app, '/members');
  await expect(page.getByRole('columnheader', { name: 'Số thẻ' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Chọn cột' }).click();
  await page
    .getByRole('group', { name: 'Cột hiện trong bảng' })
    .getByLabel('Số thẻ', { exact: true })
    .check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Số thẻ' })).toBeVisible();
  await page.getByRole('button', { name: 'Ngày sinh', exact: true }).click();
  await expect.poll(() => names(page)).toEqual(['Đỗ Văn Dũng', 'Nguyễn Thị Hoa', 'Y Bảo Niê', 'Lê Hải Yến']);
  await page.getByRole('tab', { name: /Tất cả/ }).click();
  await expect(page.getByRole('columnheader', { name: 'Số thẻ' })).toHaveCount(0);
  await expect
    .poll(async () => (await app.call('members.views', {})).layouts.active)
    .toMatchObject({ on: ['cardNo'], sort: { key: 'birthDate', descending: false } });
  await app.restart();
  await go(app, '/members');
  await expect(app.page.getByRole('columnheader', { name: 'Số thẻ' })).toBeVisible();
  await expect
    .poll(() => names(app.page))
    .toEqual(['Đỗ Văn Dũng', 'Nguyễn Thị Hoa', 'Y Bảo Niê', 'Lê Hải Yến']);
});

test('the register is seen as it stood on a past day', async ({ app, page }) => {
  await setUpUnit(app);
  const ids = await people(app);
  const { version } = await app.call('members.get', { id: ids['Đỗ Văn Dũng']! });
  await app.call('members.setStatus', {
    id: ids['Đỗ Văn Dũng']!,
    version,
    status: 'retired',
    statusDate: '2025-06-01',
    reason: null,
  });
  await go(app, '/members');
  await expect(page.getByText('3 người')).toBeVisible();
  await page.getByRole('button', { name: /Tính đến ngày/ }).click();
  await page.locator('.so-members-asof').getByLabel('Tính đến ngày').fill('31/5/2025');
  await page.keyboard.press('Enter');
  await expect(page.getByText('4 người')).toBeVisible();
  await expect.poll(() => names(page)).toContain('Đỗ Văn Dũng');
  expect(plain(await page.getByRole('button', { name: /Tính đến ngày/ }).textContent())).toContain(
    '31/05/2025',
  );
  await page.getByRole('button', { name: 'Về hôm nay' }).click();
  await expect(page.getByText('3 người')).toBeVisible();
});
