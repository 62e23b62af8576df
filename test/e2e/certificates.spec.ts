/** Certificates in the window: the sheet beside the list, text that does not fit, the printed file read back. */
import { readPdf } from '../helpers/readPdf';
import { go, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

async function issued(app: App, more: readonly string[] = []) {
  const form = (await app.call('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!;
  const { formId: _, ...proposed } = await app.call('awards.defaults', {
    formId: form.id,
    decidedOn: '2026-11-20',
  });
  const made = await app.call('awards.create', {
    ...proposed,
    formId: form.id,
    number: '45/QĐ-CĐCS',
    decidedOn: '2026-11-20',
    awardYear: 2026,
  });
  await app.call('awards.addRecipients', {
    id: made.id,
    items: [
      { kind: 'collective', name: 'Tổ công đoàn Khoa Nội' },
      { kind: 'individual', name: 'Điểu Thị Ngọc Ẩn', honorific: 'Bà', post: 'Y sĩ' },
      ...more.map((name) => ({ kind: 'individual' as const, name, honorific: 'Bà' })),
    ],
  });
  await app.call('awards.issue', made);
  return made.id;
}

test('the sheet stands beside the list and the PDF says the same', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const id = await issued(app);
  await go(app, '/certificates');
  await expect(page.getByText('0/2')).toBeVisible();
  await go(app, `/certificates/${id}`);
  const sheet = page.getByRole('img', { name: /Bản xem trước giấy của Tổ công đoàn Khoa Nội/ });
  await expect(sheet).toContainText('Khoa Nội');
  await page.getByRole('button', { name: 'Giấy sau' }).click();
  await expect(page.getByRole('img', { name: /Điểu Thị Ngọc Ẩn/ })).toContainText('002/2026');
  const { bytes } = await app.saved(() => page.getByRole('button', { name: 'In 2 giấy' }).click());
  const pages = (await readPdf(bytes)).map((one) =>
    one.texts
      .map((text) => text.text)
      .join(' ')
      .replaceAll('\u00a0', ' '),
  );
  expect(pages).toHaveLength(2);
  expect(pages[0]).toContain('001/2026');
  expect(pages[1]).toContain('45/QĐ-CĐCS');
  await expect(page.getByText('đã in 1 lần')).toHaveCount(2);
});

test('text that does not fit is shown before it is printed', async ({ app, page }) => {
  await setUpUnit(app);
  const name = 'Nguyễn Hoàng Thị Phương Thảo Nguyên '.repeat(5).trim();
  const id = await issued(app, [name]);
  await go(app, `/certificates/${id}`);
  await page.getByRole('button', { name: 'In 3 giấy' }).click();
  await expect(page.getByText('1 giấy có chữ dài hơn ô dù đã thu nhỏ')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Chữ ở giấy này dài hơn ô “Họ và tên” dù đã thu nhỏ.')).toBeVisible();
  expect((await app.call('certificates.runs', {})).rows).toEqual([]);
  await app.saved(() => page.getByRole('button', { name: 'Đã xem, vẫn in' }).click());
  await expect.poll(async () => (await app.call('certificates.runs', {})).rows.length).toBe(1);
});

test('a layout is chosen for a kind and taken back', async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/certificates?tab=layouts');
  const card = page.getByRole('listitem').filter({ hasText: 'hiện đại' });
  await expect(card.getByRole('img')).toBeVisible();
  await card.getByRole('button', { name: 'Dùng cho cá nhân' }).click();
  await expect(card.getByText('Đang dùng cho cá nhân')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(card.getByRole('button', { name: 'Dùng cho cá nhân' })).toBeVisible();
});
