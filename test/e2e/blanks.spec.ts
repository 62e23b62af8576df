/** Blanks through the window: a scan becomes a blank, a printer is calibrated for it, certificates are printed onto it. */
import { join } from 'node:path';
import { readPdf } from '../helpers/readPdf';
import { go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';
import { projectRoot } from './fixtures/launch';

const SCAN = join(projectRoot, 'test', 'fixtures', 'blank-a4.png');
const LAYOUT = 'giay-khen-a4-ngang-in-phoi';
const backdrop = 'svg image[data-backdrop="true"]';

test('a blank is made of its scan, its printer measured and the adjustment tried', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/certificates?tab=blanks');
  await page.getByRole('button', { name: 'Thêm phôi' }).click();
  await expect(page.getByRole('button', { name: 'Lưu phôi', exact: true })).toBeDisabled();
  await app.answerPick(SCAN, () => page.getByRole('button', { name: 'Chọn ảnh' }).click());
  await expect(page.locator(backdrop)).toHaveAttribute('width', '297');
  await page.getByLabel('Tên phôi').fill('Phôi viền đỏ');
  await page.getByText('Chữ TẶNG', { exact: true }).click();
  await page.getByRole('button', { name: 'Lưu phôi', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Phôi viền đỏ' })).toBeVisible();
  await page.getByText('Bốn góc', { exact: true }).click();
  await page.getByRole('button', { name: 'Góc trên trái' }).press('Shift+ArrowRight');
  await page.getByRole('button', { name: 'Lưu phôi', exact: true }).click();
  await expect
    .poll(async () => (await app.call('certificates.blanks', {})).rows)
    .toMatchObject([{ name: 'Phôi viền đỏ', off: ['gift'], place: { corners: [{ x: 0.055 }, {}, {}, {}] } }]);
  await page.getByText('Xem trên giấy', { exact: true }).click();
  await expect(page.locator(backdrop)).toHaveAttribute('href', /^data:image\/jpeg/);

  await page.getByRole('button', { name: 'Căn chỉnh máy in' }).click();
  const made = await app.saved(() => page.getByRole('button', { name: 'Tạo tờ căn chỉnh' }).click());
  const [sheet] = await readPdf(made.bytes);
  expect(sheet!.texts.map((one) => one.text)).toContain('D (272; 185)');
  for (const [label, value] of [
    ['Mép trái → A', '24,2'],
    ['Mép trái → B', '271,2'],
    ['Mép trên → A', '26,2'],
    ['Mép trên → C', '186,2'],
  ] as const)
    await page.getByLabel(label).fill(value);
  await page.getByLabel('Đoạn 100 ngang').fill('98');
  await page.getByRole('button', { name: 'Tính độ lệch' }).click();
  await expect(page.getByText('Đoạn 100 mm không khớp với số đo. Nên đo lại.')).toBeVisible();
  await expect(page.getByText('Sang phải 0,8 mm · xuống dưới −1,2 mm · cỡ 100 %')).toBeVisible();
  await page.getByRole('button', { name: 'Sang phải 0,1 mm' }).click();
  await page.getByLabel('Máy in', { exact: true }).fill('Máy phòng Tổ chức');
  await page.getByLabel('Khay', { exact: true }).fill('khay tay');
  await page.getByRole('button', { name: 'Lưu căn chỉnh' }).click();
  await expect
    .poll(async () => (await app.call('certificates.printers', {})).rows)
    .toMatchObject([{ name: 'Máy phòng Tổ chức, khay tay, Phôi viền đỏ', dx: 0.9, dy: -1.2, scale: 1 }]);
  const trial = await app.saved(() => page.getByRole('button', { name: 'In thử giấy thường' }).click());
  const text = (await readPdf(trial.bytes))[0]!.texts.map((one) => one.text).join(' ');
  expect(text).toContain('BẢN THỬ');
  expect(text).not.toContain('TẶNG');
});

test('printing onto a blank shows it, brings its adjustment, and says when sizes differ', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const { hash } = await app.call('certificates.addScan', { token: await app.pick(SCAN) });
  const sized = { w: 420, h: 297, scan: hash, place: { x: 0, y: 0, w: 420, h: 297 } };
  const more = { name: 'Phôi A3', layouts: [LAYOUT], off: ['gift'] };
  const { id: blankId } = await app.call('certificates.saveBlank', { ...sized, ...more });
  const { id: printerId } = await app.call('certificates.savePrinter', {
    name: 'Máy in văn phòng',
    blankId,
    dx: 1,
    dy: 0.5,
  });
  const form = (await app.call('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!;
  const decision = { formId: form.id, number: '45/QĐ-CĐCS', decidedOn: '2026-11-20', awardYear: 2026 };
  const { id } = await app.call('awards.create', { ...decision, signerName: 'Đặng Thị Ước' });
  const items = [{ kind: 'individual' as const, name: 'Điểu Thị Ngọc Ẩn', honorific: 'Bà', post: 'Y sĩ' }];
  await app.call('awards.addRecipients', { id, items });
  await app.call('certificates.setLayout', { decisionId: id, kind: 'individual', layoutId: LAYOUT });
  await app.call('awards.issue', { id, version: (await app.call('awards.get', { id })).version });

  await go(app, `/certificates/${id}`);
  await page.getByText('Trên phôi', { exact: true }).click();
  await expect(page.locator(backdrop)).toHaveAttribute('width', '420');
  await expect(page.getByText('Mẫu giấy 297 × 210 mm, phôi 420 × 297 mm.')).toBeVisible();
  await expect(page.getByTitle('Máy in văn phòng')).toBeVisible();
  const { bytes } = await app.saved(() => page.getByRole('button', { name: /^In 1 giấy/ }).click());
  const words = (await readPdf(bytes))[0]!.texts.map((one) => one.text).join(' ');
  expect(words).not.toContain('TẶNG');
  expect(bytes.includes('/Subtype /Image')).toBe(false);
  await expect
    .poll(async () => (await app.call('certificates.blanks', {})).rows[0]?.lastPrinterId)
    .toBe(printerId);
});
