/** Figures in the window: a line opens its records, a figure is typed in place with its source, the annex is printed. */
import { addPeople, field, go, plain, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

test('figures open their records, are typed with a source, tell why years differ, and are printed', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await addPeople(app, {
    'Khoa Nội': [
      { fullName: 'Sùng Thị Hoa', gender: 'female', unionJoinDate: '2020-03-01', education: 'Đại học' },
      { fullName: 'Đỗ Văn Dũng', gender: 'male', unionJoinDate: '2026-02-01', education: 'Thạc sĩ' },
    ],
  });
  await app.call('figures.saveTyped', {
    ...{ indicator: 'events.conduct', from: '2025-01-01', to: '2025-11-30', part: 40, whole: 50 },
    source: 'Bản đăng ký năm 2025',
  });
  const typed = async () => (await app.call('figures.typed', { indicator: 'events.conduct' })).rows.length;
  const line = (name: string) => page.getByRole('row').filter({ hasText: name });

  await go(app, '/figures?period=unionYear&year=2026');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Số liệu');
  await expect(line('Đoàn viên nữ')).toContainText('1');
  await line('Trình độ sau đại học')
    .getByRole('button', { name: /Trình độ sau đại học/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Đỗ Văn Dũng' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const conduct = line('Tỷ lệ đăng ký quy tắc ứng xử');
  await expect(conduct).toContainText('Hồ sơ không cho biết, cần nhập tay');
  await conduct.getByRole('button', { name: /Nhập hoặc sửa/ }).click();
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Từ ngày').fill('01/02/2026');
  await field(drawer, 'Đến ngày').fill('28/02/2026');
  await drawer.getByLabel(/^Tử số/).fill('60');
  await drawer.getByLabel(/^Mẫu số/).fill('60');
  await field(drawer, 'Nguồn').fill('Bản đăng ký của các khoa');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(conduct).toContainText('100%');
  await expect(conduct).toContainText('Nhập tay, nguồn: Bản đăng ký của các khoa');
  await expect(conduct).toContainText('80%');
  await conduct.getByText('Vì sao khác năm trước?').click();
  await expect(conduct).toContainText('Mẫu số kỳ này 60');

  const { name, bytes } = await app.saved(() => page.getByRole('button', { name: /In phụ lục/ }).click());
  expect(plain(name)).toContain('Phụ lục số liệu');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');

  await page.keyboard.press('Control+z');
  await expect.poll(typed).toBe(1);
  await expect(conduct).toContainText('cần nhập tay');
});
