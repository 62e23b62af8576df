/** Users in the window: the first is the chair, a viewer only reads, the screen locks over what is being typed, the privacy key covers. */
import type { Page } from '@playwright/test';
import { addPeople, field, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

const CHAIR = 'mùa xuân ở bản';
const VIEWER = 'chỉ xem thôi nhé';

const notice = (page: Page) => page.locator('.so-notice').last();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function addUser(page: Page, name: string, role: string | null, password: string): Promise<void> {
  const form = page.getByRole('dialog');
  await field(form, 'Họ và tên').fill(name);
  if (role) await form.getByRole('radio', { name: role }).check();
  await field(form, 'Mật khẩu mới').fill(password);
  await field(form, 'Ghi lại mật khẩu').fill(`${password}.`);
  await button(page, 'Thêm người dùng').last().click();
  await expect(form.getByText('Hai lần ghi chưa giống nhau.')).toBeVisible();
  await field(form, 'Ghi lại mật khẩu').fill(password);
  await button(page, 'Thêm người dùng').last().click();
  await expect(notice(page)).toContainText(`Đã thêm người dùng ${name}`);
  await expect(form).toHaveCount(0);
}

async function enter(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel(`Mật khẩu của ${name}`).fill(password);
  await page.keyboard.press('Enter');
}

test('users log in, a viewer only reads, a locked screen keeps what was typed', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await addPeople(app, { 'Khoa Nội': ['Vàng Thị Xoan'] });
  await go(app, '/settings/users');
  await button(page, 'Thêm người dùng đầu tiên').click();
  await addUser(page, 'Lò Thị Mai', null, CHAIR);
  await button(page, 'Thêm người dùng').click();
  await addUser(page, 'Giàng A Páo', 'Chỉ xem', VIEWER);
  await expect(page.getByRole('row', { name: /Giàng A Páo/ })).toContainText('Chỉ xem');

  await go(app, '/members/new');
  await field(page, 'Họ và tên').fill('Hờ A Của');
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Màn hình đang khóa' })).toBeVisible();
  await expect(field(page, 'Họ và tên')).toBeHidden();
  await enter(page, 'Lò Thị Mai', VIEWER);
  await expect(page.getByText('Mật khẩu chưa đúng', { exact: false })).toBeVisible();
  await enter(page, 'Lò Thị Mai', CHAIR);
  await expect(field(page, 'Họ và tên')).toHaveValue('Hờ A Của');
  await expect(page.getByRole('heading', { name: 'Màn hình đang khóa' })).toHaveCount(0);

  await page.getByRole('button', { name: /Lò Thị Mai, Chủ tịch/ }).click();
  await page.getByRole('menuitem', { name: 'Đổi người dùng' }).click();
  await page.locator('.so-door__choice', { hasText: 'Giàng A Páo' }).click();
  await enter(page, 'Giàng A Páo', VIEWER);
  await expect(page.getByRole('button', { name: /Giàng A Páo, Chỉ xem/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Đoàn phí, tài trợ' })).toHaveCount(0);
  await page.getByRole('link', { name: /^Đoàn viên/ }).click();
  await expect(page.getByRole('row', { name: /Xoan/ })).toBeVisible();
  await expect(button(page, 'Thêm đoàn viên')).toBeDisabled();
  await expect(button(page, 'Thêm đoàn viên')).toBeVisible();
});

test('the privacy key covers birth dates in lists and records until it is pressed again', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const { id } = await app.call('members.create', { fullName: 'Vàng Thị Xoan', birthDate: '1989-07-14' });
  await go(app, '/members');
  await expect(page.getByText('14/07/1989')).toBeVisible();
  await page.keyboard.press('F9');
  await expect(button(page, 'Đang che thông tin riêng')).toBeVisible();
  await expect(page.getByText('14/07/1989')).toHaveCount(0);
  await go(app, `/members/${id}`);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vàng Thị Xoan');
  await expect(page.locator('body')).not.toContainText('14/07/1989');
  await button(page, 'Đang che thông tin riêng').click();
  await expect(page.getByText('14/07/1989', { exact: false })).toBeVisible();
});
