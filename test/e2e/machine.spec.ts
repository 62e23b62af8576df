/** Checking the PC, taking everything out, licences, and consent, as an officer does them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addPeople, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';
import { projectRoot } from './fixtures/launch';

interface Licence {
  name: string;
  licence: string;
  text: string;
}

/** Packages that sources of the program import by name. */
function importedPackages(): string[] {
  const { devDependencies, dependencies } = JSON.parse(
    readFileSync(join(projectRoot, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const sources = ['electron', 'renderer', 'shared'].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true })
      .map(String)
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(projectRoot, folder, name), 'utf8')),
  );
  const code = sources.join('\n');
  return Object.keys({ ...devDependencies, ...dependencies }).filter((name) =>
    new RegExp(`^import (?!type )[^;]*?from '${name}(?:/[^']*)?';`, 'm').test(code),
  );
}

test('the PC is checked line by line, the file to send is read first, everything is taken out', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await addPeople(app, { 'Khoa Nội': [{ fullName: 'Nguyễn Thị Hòa', phone: '0900000001' }] });
  await setUpUnit(app);
  await go(app, '/settings/machine');
  await page.getByRole('button', { name: 'Kiểm tra ngay' }).click();
  const lines = page.locator('.so-machine__line');
  await expect(lines).toHaveCount(13, { timeout: 60_000 });
  await expect(lines.filter({ hasText: 'Sổ: còn nguyên' })).toContainText('Đạt');
  await expect(lines.filter({ hasText: 'Tạo giấy in (PDF)' })).toContainText('vẽ được trang thử');
  await page.getByRole('button', { name: 'Lập tệp và xem trước' }).click();
  const preview = page.getByRole('dialog');
  await expect(preview).toContainText('KIỂM TRA MÁY', { timeout: 60_000 });
  await expect(preview).not.toContainText('Hòa');
  await expect(preview).not.toContainText('0900000001');
  await page.keyboard.press('Escape');

  await go(app, '/settings/export');
  await expect(page.getByLabel('Kèm thông tin riêng của đoàn viên (đầy đủ)')).toBeChecked();
  await page.getByRole('main').getByRole('button', { name: 'Xuất toàn bộ' }).click();
  await expect(page.getByText('Lần xuất trước')).toBeVisible({ timeout: 60_000 });

  await go(app, '/settings/about');
  const table = page.getByRole('table', { name: 'Giấy phép của các thành phần' });
  await expect(table.getByRole('button', { name: 'antd', exact: true })).toBeVisible();
  const { rows } = (await app.call('machine.licences', {})) as { rows: Licence[] };
  const listed = new Set(rows.map(({ name }) => name));
  // react-router-dom only passes react-router on: nothing of its own is bundled.
  const bundled = importedPackages().map((name) => (name === 'react-router-dom' ? 'react-router' : name));
  expect(bundled.length).toBeGreaterThan(15);
  expect(bundled.filter((name) => !listed.has(name))).toEqual([]);
  expect(rows.filter(({ licence, text }) => licence === '' || text === '')).toEqual([]);
  expect(rows.filter(({ licence }) => licence === 'OFL-1.1').length).toBeGreaterThan(5);
  for (const name of ['react', 'better-sqlite3', 'zod']) expect(listed).toContain(name);
});

test('who agreed is written from the list to sign, and withdrawing shows in the record and the register', async ({
  app,
  page,
}) => {
  const people = await addPeople(app, { 'Khoa Nội': ['Nguyễn Thị Hòa', 'Trần Văn Ân'] });
  await setUpUnit(app);
  await go(app, '/settings/personal');
  const photo = page.getByRole('row').filter({ hasText: 'Ảnh chân dung' });
  await photo.getByRole('button', { name: 'Xem ai chưa có' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Chọn Nguyễn Thị Hòa').check();
  await expect(drawer).toContainText('Ghi 1 người đồng ý');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer.getByLabel('Chọn Nguyễn Thị Hòa')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await go(app, `/members/${people['Nguyễn Thị Hòa']}?tab=requests`);
  const consents = page.getByRole('region', { name: 'Đồng ý cho dùng dữ liệu' });
  await expect(consents).toContainText('Đồng ý từ');
  await consents.getByRole('button', { name: 'Rút lại' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(consents).toContainText('Đã rút lại từ');
  await go(app, '/settings/personal');
  const register = page.getByRole('table', { name: 'Sổ yêu cầu về dữ liệu' });
  await expect(register).toContainText('Rút lại đồng ý');
  await expect(register).toContainText('Nguyễn Thị Hòa');
});
