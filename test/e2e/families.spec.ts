/** Families in the window: a couple seen from both sides, a child counted once, the list by occasion, households. */
import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { addPeople, field, go, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const notice = (page: Page) => page.locator('.so-notice').last();
const drawer = (page: Page) => page.locator('.ant-drawer').last();
const couple = (app: App) =>
  addPeople(app, {
    'Khoa Khám bệnh': [{ fullName: 'Trần Văn Nam', birthDate: '1985-02-01' }, { fullName: 'Phạm Thị Mai' }],
    'Khoa Ngoại': [{ fullName: 'Lê Thị Hồng', birthDate: '1988' }],
  });

/** Picks a member in a field found by typing without tones. */
async function pickMember(page: Page, label: string, typed: string, name: string): Promise<void> {
  await field(drawer(page), label).click();
  await page.keyboard.type(typed);
  await page.locator('.ant-select-dropdown:visible').getByText(name, { exact: true }).click();
}

test('a marriage of two members shows on both pages and makes one household', async ({ app, page }) => {
  await setUpUnit(app);
  const ids = await couple(app);
  await go(app, `/members/${ids['Trần Văn Nam']}?tab=family`);
  await expect(page.getByText('Chưa ghi vợ hoặc chồng.')).toBeVisible();
  await page.getByRole('button', { name: 'Ghi hôn nhân' }).click();
  await pickMember(page, 'Tên đoàn viên', 'le thi hong', 'Lê Thị Hồng');
  await field(drawer(page), 'Ngày kết hôn').fill('2012');
  await drawer(page).getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(notice(page)).toContainText('Đã ghi hôn nhân của Trần Văn Nam');
  await expect(page.getByText('Một hộ với Lê Thị Hồng: quà theo hộ chỉ tính một suất.')).toBeVisible();
  await page.getByRole('table').getByRole('link', { name: 'Lê Thị Hồng' }).click();
  await expect(page.getByText('Một hộ với Trần Văn Nam: quà theo hộ chỉ tính một suất.')).toBeVisible();

  await go(app, '/members/families?tab=households');
  await expect(page.getByText('cặp vợ chồng cùng là đoàn viên')).toBeVisible();
  const figures = page.locator('.so-family-count strong');
  await expect(figures).toHaveText([/^3/, '2', '1']);
  await page.keyboard.press('Control+z');
  await expect(figures).toHaveText([/^3/, '3', '0']);
  await expect(page.getByText('Chưa có cặp vợ chồng nào cùng là đoàn viên')).toBeVisible();
});

test('a child of two members is one row, with school results, and one more goes to the trash and back', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const ids = await couple(app);
  const [nam, hong] = [ids['Trần Văn Nam']!, ids['Lê Thị Hồng']!];
  await app.call('members.saveMarriage', { memberId: nam, spouseId: hong });
  await go(app, `/members/${nam}?tab=family`);
  await page.getByRole('button', { name: 'Thêm con' }).click();
  await field(drawer(page), 'Họ và tên con').fill('Trần Bảo An');
  await field(drawer(page), 'Ngày sinh').fill('5/9/2015');
  await expect(drawer(page).locator('[data-field="otherParentId"]')).toContainText('Lê Thị Hồng');
  await drawer(page).getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(notice(page)).toContainText('Đã ghi Trần Bảo An');
  await page.getByRole('button', { name: 'Kết quả học tập của Trần Bảo An' }).click();
  await drawer(page).getByRole('button', { name: 'Thêm năm học' }).click();
  await field(drawer(page), 'Giải thưởng').fill('Giải Nhì Toán');
  await field(drawer(page), 'Xếp loại').click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('Xuất sắc', { exact: true }).click();
  await drawer(page).getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer(page)).toContainText('Giải Nhì Toán');
  await page.keyboard.press('Escape');

  await go(app, `/members/${hong}?tab=family`);
  const row = page.getByRole('row', { name: /Trần Bảo An/ });
  await expect(row).toContainText('Giải Nhì Toán');
  expect((await app.call('members.children', { under: null })).total).toBe(1);

  await page.getByRole('button', { name: 'Thêm con' }).click();
  await field(drawer(page), 'Họ và tên con').fill('Trần bảo An');
  await drawer(page).getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer(page).getByRole('alert')).toContainText('đã ghi là con của');
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name: /thùng rác.*Trần Bảo An/i }).click();
  await expect(page.getByText('Chưa ghi con.')).toBeVisible();
  await go(app, '/trash');
  await expect(page.getByText('Trần Bảo An (2015)')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Trần Bảo An (2015)')).toHaveCount(0);
  expect((await app.call('members.family', { id: nam })).children[0]?.parentIds).toHaveLength(2);
});

test('the list of children follows the occasion and its day, and is saved as a workbook', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  const ids = await couple(app);
  const parentIds = [ids['Phạm Thị Mai']!];
  const year = new Date().getFullYear();
  await app.call('members.saveChild', { parentIds, fullName: 'Đỗ Gia Huy', birthDate: `${year - 5}-03-02` });
  const older = { parentIds, fullName: 'Đỗ Khánh Linh', birthDate: `${year - 20}-03-02` };
  const linh = await app.call('members.saveChild', older);
  await app.call('members.saveSchoolResult', {
    ...{ childId: linh.id, schoolYear: year - 1 - (new Date().getMonth() < 8 ? 1 : 0), result: 'good' },
  });
  await go(app, '/members');
  await page.getByRole('button', { name: 'Việc khác', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Con đoàn viên, hộ gia đình' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Con đoàn viên');
  await expect(page.getByText('1 cháu', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Tất cả' }).click();
  await expect(page.getByText('2 cháu', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Khen học sinh/ }).click();
  await expect(page.getByRole('row', { name: /Đỗ Khánh Linh/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Đỗ Gia Huy/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^Tết Thiếu nhi 01\/06/ }).click();
  await expect(page.getByRole('row', { name: /Đỗ Gia Huy/ })).toBeVisible();
  const file = await app.saved(() => page.getByRole('button', { name: 'Xuất Excel' }).click());
  const sheet = (await readXlsx(file.bytes)).sheets[0]!;
  expect(JSON.stringify(sheet.rows)).toContain('Đỗ Gia Huy');
  expect(JSON.stringify(sheet.rows)).not.toContain('Đỗ Khánh Linh');
});
