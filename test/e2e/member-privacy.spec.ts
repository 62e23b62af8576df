/** Private fields in the window: off, switched on with a purpose, masked, shown and logged, off again everywhere. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { addPeople, field, go, setUpUnit, switchOn } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const notice = (page: Page) => page.locator('.so-notice').last();
const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true }).click();
const reveals = async (app: App, id: number) =>
  (await app.call('audit.list', { entity: 'member', entityId: id, limit: 50 })).rows
    .filter((row) => row.action === 'reveal')
    .map((row) => (row.after as { fields: string[] }).fields);

test('a group is off until switched on with a purpose; then entered, masked, shown and logged; and off everywhere', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  const ids = await addPeople(app, { 'Khoa Nội': ['Lò Thị Mai'] });
  const id = ids['Lò Thị Mai']!;
  await go(app, `/members/${id}/edit`);
  await expect(page.getByText('Đang tắt: Đảng viên', { exact: false })).toBeVisible();
  await expect(field(page, 'Sức khỏe')).toHaveCount(0);

  await page.getByRole('link', { name: 'Bật ở Cài đặt' }).click();
  await page.getByRole('button', { name: 'Bật mục Sức khỏe' }).click();
  const card = group(page, 'Sức khỏe');
  await card.getByRole('button', { name: 'Bật', exact: true }).click();
  await expect(card.getByRole('alert')).toBeVisible();
  await field(card, 'Dùng để làm gì').fill('Thăm hỏi đoàn viên ốm đau');
  await card.getByRole('button', { name: 'Bật', exact: true }).click();
  await expect(card).toContainText('Đang bật từ');
  await expect(card).toContainText('Thăm hỏi đoàn viên ốm đau');

  await go(app, `/members/${id}/edit`);
  await field(page, 'Sức khỏe').fill('Chạy thận mỗi tuần');
  await save(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lò Thị Mai');
  await expect(page.getByText('Chạy thận mỗi tuần')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Hiện Sức khỏe' })).toBeVisible();
  expect(await reveals(app, id)).toEqual([]);
  await page.getByRole('button', { name: 'Hiện Sức khỏe' }).click();
  await expect(page.getByText('Chạy thận mỗi tuần')).toBeVisible();
  expect(await reveals(app, id)).toEqual([['healthNote']]);
  await page.keyboard.press('F9');
  await expect(page.getByText('Chạy thận mỗi tuần')).toHaveCount(0);
  await page.keyboard.press('F9');

  await go(app, '/settings/privacy');
  await group(page, 'Sức khỏe').getByRole('button', { name: 'Tắt mục Sức khỏe' }).click();
  await expect(notice(page)).toContainText('Đã tắt mục Sức khỏe');
  await expect(group(page, 'Sức khỏe')).toContainText('Đã có dữ liệu 1 người; đang tắt');
  await go(app, `/members/${id}`);
  await expect(page.getByRole('region', { name: 'Thông tin riêng' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hiện Sức khỏe' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Hiện Sức khỏe' })).toBeVisible();
});

test('a masked value stays closed in the form until asked for, and saving the rest leaves it as it is', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await switchOn(app, 'hardship');
  const ids = await addPeople(app, {
    'Khoa Nội': [
      { fullName: 'Lò Thị Mai', hardship: 'hard', hardshipNote: 'Nhà dột', idNumber: '014301894863' },
    ],
  });
  const id = ids['Lò Thị Mai']!;
  await go(app, `/members/${id}/edit`);
  await expect(field(page, 'Điện thoại')).toBeVisible();
  await expect(field(page, 'Hoàn cảnh cụ thể')).toHaveCount(0);
  await field(page, 'Điện thoại').fill('0912345678');
  await save(page);
  await expect(page.getByText('0912345678')).toBeVisible();
  expect(await reveals(app, id)).toEqual([]);

  await go(app, `/members/${id}/edit`);
  await page.getByRole('button', { name: 'Hiện để sửa: Hoàn cảnh khó khăn' }).click();
  await expect(field(page, 'Hoàn cảnh cụ thể')).toHaveValue('Nhà dột');
  await page.keyboard.press('F9');
  await expect(field(page, 'Hoàn cảnh cụ thể')).toHaveCount(0);
  await page.keyboard.press('F9');
  await expect(field(page, 'Hoàn cảnh cụ thể')).toHaveValue('Nhà dột');
  await field(page, 'Hoàn cảnh cụ thể').fill('Nhà đã lợp lại');
  await save(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lò Thị Mai');
  expect(await reveals(app, id)).toEqual([['hardship', 'hardshipNote']]);
  const { values } = await app.call('members.reveal', {
    id,
    fields: ['hardship', 'hardshipNote', 'idNumber'],
  });
  expect(values).toEqual({ hardship: 'hard', hardshipNote: 'Nhà đã lợp lại', idNumber: '014301894863' });
  const drafts = await page.evaluate(() => JSON.stringify(localStorage));
  expect(drafts).not.toContain('Nhà');
  expect(drafts).not.toContain('014301894863');
});

test('an export offers a private column only while it is on, and holds it only when ticked', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await switchOn(app, 'ethnicity');
  await addPeople(app, { 'Khoa Nội': [{ fullName: 'Lò Thị Mai', ethnicity: 'Thái' }] });
  const sheet = async (tick: boolean) => {
    await go(app, '/members');
    await expect(page.getByRole('row', { name: /Lò Thị Mai/ })).toBeVisible();
    await page.getByRole('button', { name: 'Xuất Excel' }).first().click();
    const dialog = page.getByRole('dialog');
    const box = dialog.getByRole('checkbox', { name: 'Dân tộc' });
    await expect(box).not.toBeChecked();
    await expect(dialog.getByRole('checkbox', { name: 'Tôn giáo' })).toHaveCount(0);
    if (tick) {
      await box.click();
      await dialog.getByLabel('Mục đích dùng các cột riêng').fill('Báo cáo cơ cấu');
    }
    const file = await app.saved(() => dialog.getByRole('button', { name: 'Xuất 1 người' }).click());
    await expect(dialog).toBeHidden();
    return JSON.stringify((await readXlsx(file.bytes)).sheets[0]!.rows);
  };
  expect(await sheet(false)).not.toContain('Thái');
  expect(await sheet(true)).toContain('Thái');
});

test('the Party figure of the dashboard is unknown while the field is off', async ({ app, page }) => {
  await setUpUnit(app);
  await addPeople(app, { 'Khoa Nội': ['Lò Thị Mai'] });
  await go(app, '/members');
  await go(app, '/dashboard');
  await expect(page.getByText('Chưa bật mục Đảng viên')).toBeVisible();
  await switchOn(app, 'party');
  await go(app, '/members');
  await go(app, '/dashboard');
  await expect(page.getByText('0 đảng viên')).toBeVisible();
});

test('a picture is chosen, cut small, changed, removed and taken back', { tag: '@desktop' }, async ({
  app,
  page,
  folder,
}) => {
  await setUpUnit(app);
  const ids = await addPeople(app, { 'Khoa Nội': ['Lò Thị Mai'] });
  const id = ids['Lò Thị Mai']!;
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1600;
    canvas.height = 1200;
    const pen = canvas.getContext('2d')!;
    for (let at = 0; at < 400; at++) {
      pen.fillStyle = `hsl(${(at * 37) % 360} 80% 50%)`;
      pen.fillRect((at * 97) % 1600, (at * 61) % 1200, 120, 90);
    }
    return canvas.toDataURL('image/png').split(',')[1]!;
  });
  const path = join(folder, 'anh.png');
  writeFileSync(path, Buffer.from(drawn, 'base64'));
  await go(app, `/members/${id}`);
  await app.answerPick(path, () => page.getByRole('button', { name: 'Thêm ảnh' }).click());
  await expect(notice(page)).toContainText('Đã lưu ảnh của Lò Thị Mai');
  await expect(page.getByRole('img', { name: 'Ảnh của Lò Thị Mai' }).first()).toBeVisible();
  const { photo } = await app.call('members.photo', { id });
  expect(photo).toMatchObject({ mime: 'image/jpeg', width: 472, height: 708 });
  expect((photo!.data.length * 3) / 4).toBeLessThan(300 * 1024);
  await page.getByRole('button', { name: 'Bỏ ảnh' }).click();
  await expect(page.getByRole('img', { name: 'Ảnh của Lò Thị Mai' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('img', { name: 'Ảnh của Lò Thị Mai' }).first()).toBeVisible();
  writeFileSync(path, 'không phải ảnh');
  await app.answerPick(path, () => page.getByRole('button', { name: 'Đổi ảnh' }).click());
  await expect(notice(page)).toContainText('Chưa lấy được ảnh');
});
