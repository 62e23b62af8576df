/** The dashboard in the window: every figure and bar opens the list behind it; what is missing leads to its records. */
import { go } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

async function openUnit(app: App) {
  await app.call('organisation.saveProfile', {
    name: 'CÔNG ĐOÀN CƠ SỞ TRUNG TÂM Y TẾ SUỐI MƠ',
    shortName: 'CĐCS Suối Mơ',
    symbol: 'CĐCS',
    staffCount: 4,
    validFrom: '2020-01-01',
  });
  await app.call('organisation.finishSetup', { done: true });
}

test('an empty register shows what is missing, not zeros in disguise', async ({ app, page }) => {
  await openUnit(app);
  await go(app, '/dashboard');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Tổng quan năm');
  await expect(page.getByText('Chưa có đoàn viên nào.').first()).toBeVisible();
  await expect(page.getByText(/Chưa mở bảng tự kiểm tra năm/)).toBeVisible();
});

test('figures, bars and gaps open their records, in both languages', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await openUnit(app);
  const year = (await app.call('review.list', {})).currentYear;
  const { id: khoa } = await app.call('organisation.createUnit', { kind: 'department', name: 'Khoa Nội' });
  for (const [fullName, gender, birthDate] of [
    ['Nguyễn Thị Hoa', 'female', '1990-05-04'],
    ['Sùng Thị Hoá', 'female', null],
    ['Đỗ Văn Dũng', 'male', '1975'],
  ] as const)
    await app.call('members.create', {
      fullName,
      gender,
      birthDate,
      departmentId: khoa,
      jobTitle: 'Điều dưỡng',
    });
  const event = await app.call('events.create', {
    kind: 'training',
    name: 'Tập huấn cán bộ',
    startsOn: `${year}-01-05`,
  });
  await app.call('events.setCount', {
    id: event.id,
    version: 1,
    count: { value: 24, unit: 'person', source: 'báo cáo' },
  });
  await go(app, '/dashboard');

  const strip = page.getByRole('list', { name: 'Số liệu chính' });
  await expect(strip).toContainText('75%');
  await strip.getByRole('link', { name: /^3/ }).first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('link')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();

  await page.getByRole('link', { name: /Khoa Nội: 3/ }).click();
  await expect(drawer.getByRole('heading', { name: 'Khoa Nội' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: /Nữ, 3\d–3\d: 1/ }).click();
  await expect(drawer.getByRole('link', { name: 'Nguyễn Thị Hoa' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: /1 đoàn viên chưa có ngày sinh/ }).click();
  await drawer.getByRole('link', { name: 'Sùng Thị Hoá' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sùng Thị Hoá');
  await page.goBack();
  await expect(drawer).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: new RegExp(`Tháng 1/${year}: 24 lượt`) }).click();
  await expect(drawer.getByRole('link', { name: 'Tập huấn cán bộ' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();

  const address = () => new URL(page.url()).hash;
  await page.getByRole('button', { name: 'Năm trước' }).click();
  await expect.poll(address).toContain(`year=${year - 1}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Tổng quan năm ${year - 1}`);
  await page.getByRole('button', { name: /Tính đến ngày/ }).click();
  await page.getByRole('textbox', { name: 'Tính đến ngày' }).fill(`5/3/${year - 2}`);
  await page.keyboard.press('Enter');
  await expect.poll(address).toContain(`on=${year - 2}-03-05`);
  await page.reload();
  await expect(page.getByText(`Tính đến 05/03/${year - 2}`)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Tổng quan năm ${year - 1}`);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Tổng quan năm ${year}`);

  const settings = await app.call('settings.get', {});
  await app.call('settings.update', { version: settings.version, language: 'en' });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Overview of ${year}`);
  await expect(page.getByRole('heading', { name: 'Members by age and sex' })).toBeVisible();
});
