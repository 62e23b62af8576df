/** Proof of certificates in the window: a code read from a picture, a changed one, another office's key. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { go, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

async function signedSheet(app: App, page: import('@playwright/test').Page) {
  const form = (await app.call('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!;
  const { formId: _, ...proposed } = await app.call('awards.defaults', { decidedOn: '2026-11-20' });
  const made = await app.call('awards.create', {
    ...{ ...proposed, formId: form.id, number: '45/QĐ-CĐCS', decidedOn: '2026-11-20', awardYear: 2026 },
    ...{ signerTitle: 'Chủ tịch', signerName: 'Hoàng Minh Tuệ' },
  });
  await app.call('awards.addRecipients', {
    id: made.id,
    items: [{ kind: 'individual', name: 'H’Nguyệt Niê Kđăm', honorific: 'Bà', unitName: 'Khoa Sản' }],
  });
  await app.call('awards.issue', made);
  await go(app, '/certificates?tab=settings');
  await page.getByRole('checkbox', { name: 'In mã QR có chữ ký số để kiểm tra giấy' }).click();
  await expect(page.getByText('Đang dùng')).toBeVisible();
  await go(app, `/certificates/${made.id}`);
  const { bytes } = await app.saved(() => page.getByRole('button', { name: 'In 1 giấy' }).click());
  const folder = mkdtempSync(join(tmpdir(), 'so-proof-'));
  writeFileSync(join(folder, 'giay.pdf'), bytes);
  const sheet = (format: string) =>
    execFileSync('pdftoppm', [
      '-r',
      '200',
      '-gray',
      '-singlefile',
      ...(format ? [format] : []),
      join(folder, 'giay.pdf'),
      join(folder, 'giay'),
    ]);
  sheet('-png');
  sheet('');
  const grey = readFileSync(join(folder, 'giay.pgm'));
  const [head, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(grey.toString('latin1', 0, 40)) ?? [];
  const dots = grey.subarray(head!.length);
  const points = new Uint32Array(dots.length);
  for (let i = 0; i < points.length; i++) points[i] = dots[i]! * 0x010101;
  const data = new Uint8ClampedArray(points.buffer);
  const found = jsQR(data, Number(width), Number(height), { inversionAttempts: 'dontInvert' });
  const text = found?.data ?? '';
  return { id: made.id, picture: join(folder, 'giay.png'), text };
}

test('a picture of the paper shows its facts and that the register agrees', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const { picture, text } = await signedSheet(app, page);
  expect(text).toMatch(/^SCD2\.\d+$/);
  await go(app, '/certificates?tab=check');
  await app.answerPick(picture, () => page.getByRole('button', { name: 'Mở ảnh giấy khen' }).click());
  await expect(page.getByText('Đúng chữ ký của đơn vị')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Khớp với sổ khen thưởng')).toBeVisible();
  await expect(page.getByText('Bà H’Nguyệt Niê Kđăm', { exact: true })).toBeVisible();
  await expect(page.getByText('45/QĐ-CĐCS', { exact: true })).toBeVisible();

  const box = page.getByLabel('Nội dung mã QR');
  const at = text.length - 40;
  await box.fill(`${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`);
  await box.press('Enter');
  await expect(page.getByText('Không đúng: chữ ký số không khớp')).toBeVisible();

  await app.call('certificates.newSigningKey', {});
  await box.fill(text);
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await expect(page.getByText(/Khóa này thôi dùng từ/)).toBeVisible();
  await page.getByRole('link', { name: 'Mở quyết định' }).click();
  await expect(page.getByText('45/QĐ-CĐCS').first()).toBeVisible();
});

test('another office’s key file is trusted, taken back and trusted again', async ({ app, page }) => {
  await setUpUnit(app);
  const folder = mkdtempSync(join(tmpdir(), 'so-proof-'));
  const file = join(folder, 'khoa.json');
  const keys = [{ publicKey: Buffer.alloc(32, 9).toString('base64') }];
  writeFileSync(
    file,
    JSON.stringify({ schema: 'so-cong-doan/proof-keys@1', owner: 'CĐCS Thảo Nguyên', keys }),
  );
  await go(app, '/certificates?tab=settings');
  await app.answerPick(file, () => page.getByRole('button', { name: 'Thêm tệp khóa' }).click());
  await expect(page.getByRole('button', { name: 'Bỏ khóa của CĐCS Thảo Nguyên' })).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ khóa của CĐCS Thảo Nguyên' }).click();
  await expect(page.getByRole('button', { name: 'Bỏ khóa của CĐCS Thảo Nguyên' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Bỏ khóa của CĐCS Thảo Nguyên' })).toBeVisible();
});
