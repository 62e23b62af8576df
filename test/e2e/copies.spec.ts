/** A locked copy put away from this PC, and a new PC that begins with it. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { go, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';
import { copyEmptyStore } from './fixtures/launch';

const WORDS = 'mưa rào giếng cổ';

async function typePassphrase(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Khóa bản sao bằng cụm mật khẩu' }).check();
  await dialog.getByLabel(/^Cụm mật khẩu/).fill('mưa rào');
  await expect(dialog.getByRole('button', { name: 'Cần từ 8 chữ trở lên' })).toBeDisabled();
  await dialog.getByLabel(/^Cụm mật khẩu/).fill(WORDS);
  await expect(dialog).toContainText('Khó đoán');
  await expect(dialog).toContainText('không ai mở lại được bản sao');
  await dialog.getByLabel(/^Gõ lại/).fill(WORDS);
}

/** On the desktop into a folder that stands for a stick; a browser downloads it. Answers where it lies. */
async function copyAway({ app, page, stick }: { app: App; page: Page; stick: string }): Promise<string> {
  if (app.host === 'browser') {
    await page.getByRole('button', { name: 'Lưu bản sao thành tệp' }).click();
    await typePassphrase(page);
    const { name, bytes } = await app.saved(() =>
      page.getByRole('button', { name: 'Lưu thành tệp', exact: true }).click(),
    );
    writeFileSync(join(stick, name), bytes);
    await expect(page.getByText('Bản tải về gần nhất')).toBeVisible();
    return join(stick, name);
  }
  await page.getByRole('button', { name: 'Chọn USB hoặc ổ đĩa khác' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Chọn thư mục trước' })).toBeDisabled();
  await app.answerPick(stick, () =>
    dialog.getByRole('button', { name: 'Chọn thư mục', exact: true }).click(),
  );
  await typePassphrase(page);
  await dialog.getByRole('button', { name: 'Dùng nơi này' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Đang cắm', { exact: true })).toBeVisible();
  await expect(page.getByText('Ở đó chưa có bản nào.')).toBeVisible();
  await page.getByRole('button', { name: 'Sao lưu ngay ra đây' }).click();
  await expect(page.getByText(/^Bản mới nhất ở đó/)).toBeVisible();
  const [name] = readdirSync(stick).filter((one) => one.endsWith('.sod'));
  return join(stick, name as string);
}

test('a locked copy is put away, and a new PC begins with it', { tag: '@desktop' }, async ({
  app,
  folder,
}) => {
  const stick = join(folder, 'USB');
  mkdirSync(stick);
  await setUpUnit(app);
  for (const fullName of ['Hoàng Thị Nga', 'Lương Văn Sơn']) await app.call('members.create', { fullName });
  await go(app, '/settings/backup');
  const file = await copyAway({ app, page: app.page, stick });

  await app.restart(() => {
    rmSync(app.dataDir, { recursive: true, force: true });
    copyEmptyStore(app.dataDir);
  });
  const { page } = app;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mở sổ lần đầu');
  await page.getByRole('button', { name: 'Khôi phục từ bản sao' }).click();
  await app.answerPick(file, () => page.getByRole('button', { name: 'Chọn tệp bản sao (.sod)' }).click());
  await page.getByLabel('Cụm mật khẩu').fill('mưa rào giếng mới');
  await page.getByRole('button', { name: 'Mở bản sao' }).click();
  await expect(page.getByText('Cụm mật khẩu chưa đúng')).toBeVisible();
  await page.getByLabel('Cụm mật khẩu').fill(WORDS);
  await page.getByRole('button', { name: 'Mở bản sao' }).click();
  await expect(page.locator('.so-restore')).toContainText(/Đoàn viên\s*2/);
  await page.getByRole('button', { name: 'Khôi phục', exact: true }).click();
  await expect(page.getByRole('link', { name: /Đoàn viên/ }).first()).toBeVisible();
  await expect(page.locator('.so-notice')).toContainText('2 đoàn viên');
  expect((await app.call('members.list', {})).total).toBe(2);
  const { copies } = await app.call('backup.list', {});
  expect(copies.map((copy) => copy.reason)).toContain('before-restore');
});
