/** Pictures and papers of an event in the window: picked, dropped, told of, opened, lost and given back. */
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';

/** Drops a drawn picture on the box, as from the PC's file manager. */
async function dropPicture(page: Page, name: string): Promise<void> {
  const transfer = await page.evaluateHandle(async (fileName) => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = 600;
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#a61b1b';
    pen.fillRect(0, 0, 900, 600);
    const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), 'image/png'));
    const carried = new DataTransfer();
    carried.items.add(new File([blob], fileName, { type: 'image/png' }));
    return carried;
  }, name);
  const box = page.getByRole('region', { name: 'Ảnh, giấy tờ kèm theo' });
  await box.dispatchEvent('dragenter', { dataTransfer: transfer });
  await expect(box).toContainText('Thả ra để đính');
  await box.dispatchEvent('drop', { dataTransfer: transfer });
}

test('files are attached, shown, told of and opened', { tag: '@desktop' }, async ({ app, page, folder }) => {
  await setUpUnit(app);
  const { id } = await app.call('events.create', {
    kind: 'contest',
    name: 'Hội thi nét đẹp người cán bộ y tế',
    startsOn: '2026-10-20',
  });
  await go(app, `/events/${id}`);
  const box = page.getByRole('region', { name: 'Ảnh, giấy tờ kèm theo' });
  await expect(box).toContainText('Mỗi tệp tối đa 50 MB');

  const file = join(folder, 'Danh sách ký.pdf');
  writeFileSync(file, PDF);
  await app.answerPick(file, () => box.getByRole('button', { name: 'Đính tệp' }).click());
  await expect(box.getByRole('button', { name: 'Mở Danh sách ký.pdf' })).toBeVisible();
  const wrong = join(folder, 'cai-dat.exe');
  writeFileSync(wrong, 'MZ');
  await app.answerPick(wrong, () => box.getByRole('button', { name: 'Đính tệp' }).click());
  await expect(
    page.getByRole('status').filter({ hasText: 'không thuộc loại cất làm minh chứng' }),
  ).toBeAttached();

  await dropPicture(page, 'Trao giải.png');
  const photo = box.getByRole('listitem').filter({ hasText: 'Trao giải.png' });
  await expect(photo.locator('img')).toHaveJSProperty('naturalWidth', 320);

  await box.getByRole('button', { name: 'Việc khác với Trao giải.png' }).click();
  await page.getByRole('menuitem', { name: 'Sửa thông tin' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Người chụp, người lập' }).fill('Lê Thị Mai');
  await form.getByRole('textbox', { name: 'Nguồn' }).fill('Trang tin của Sở Y tế, bài ngày 21/10/2026');
  await form.getByRole('checkbox', { name: 'Ghi người chụp và nguồn này cho 1 tệp' }).check();
  await form.getByRole('button', { name: 'Lưu' }).click();
  await expect(photo).toContainText('Ảnh: Lê Thị Mai');
  await expect(box.locator('.so-files__sources li')).toHaveText([
    'Trang tin của Sở Y tế, bài ngày 21/10/2026',
  ]);
  const { rows } = await app.call('files.list', { entity: 'event', entityId: id });
  expect(rows.map((row) => row.author)).toEqual(['Lê Thị Mai', 'Lê Thị Mai']);

  const copy = await app.saved(async () => {
    await box.getByRole('button', { name: 'Việc khác với Danh sách ký.pdf' }).click();
    await page.getByRole('menuitem', { name: 'Lưu một bản ra ngoài' }).click();
  });
  expect(copy).toMatchObject({ name: 'Danh sách ký.pdf' });
  expect(copy.bytes.toString()).toBe(PDF);
  if (app.host === 'browser') {
    const [shown] = await Promise.all([
      page.context().waitForEvent('page'),
      photo.getByRole('button', { name: 'Mở Trao giải.png' }).click(),
    ]);
    await expect(shown.locator('img')).toHaveJSProperty('naturalWidth', 900);
    await shown.close();
  }

  await box.getByRole('button', { name: 'Việc khác với Trao giải.png' }).click();
  await page.getByRole('menuitem', { name: 'Chuyển vào thùng rác' }).click();
  await expect(photo).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(photo).toBeVisible();
});

test('a copy holds the files; a lost one is told and comes back from it', async ({ app, page, folder }) => {
  await setUpUnit(app);
  const event = { kind: 'other', name: 'Hội thao', startsOn: '2026-07-01' } as const;
  const { id } = await app.call('events.create', event);
  const file = join(folder, 'Quyết định.pdf');
  writeFileSync(file, PDF);
  await app.call('files.attach', { entity: 'event', entityId: id, token: await app.pick(file) });
  await app.call('backup.create', {});
  const kept = join(app.dataDir, 'files');
  const [first] = readdirSync(kept);
  const [hash] = readdirSync(join(kept, first!));
  chmodSync(join(kept, first!, hash!), 0o600);
  rmSync(join(kept, first!, hash!));

  await go(app, '/settings/backup');
  await expect(page.getByText('1 tệp, ', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await expect(page.getByText('Trong 1 tệp có 1 tệp không thấy')).toBeVisible();
  await expect(page.getByText('Quyết định.pdf: không thấy')).toBeVisible();

  await page
    .getByRole('button', { name: /^Xem, quay về/ })
    .first()
    .click();
  const question = page.getByRole('dialog');
  await question.getByRole('button', { name: 'Đọc lại bản sao này' }).click();
  await expect(question).toContainText('Bản sao còn nguyên, cùng 1 tệp kèm theo.');
  await question.getByRole('button', { name: /^Quay về bản/ }).click();
  await expect(page.getByText('Đã lấy lại 1 tệp kèm theo.').first()).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await expect(page.getByText('Đã đọc lại 1 tệp: còn nguyên.')).toBeVisible();
});
