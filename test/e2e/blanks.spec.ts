/** Calibrating a printer for a blank through the window: distances become an adjustment, tried on plain paper. */
import { readPdf } from '../helpers/readPdf';
import { go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

test('what was measured becomes an adjustment of the printer, kept and tried', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await go(app, '/certificates/calibrate');
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
  await page.getByRole('button', { name: 'Tính độ lệch' }).click();
  await expect(page.getByText('Sang phải 0,8 mm · xuống dưới −1,2 mm · cỡ 100 %')).toBeVisible();
  await page.getByRole('button', { name: 'Sang phải 0,1 mm' }).click();
  await page.getByLabel('Máy in', { exact: true }).fill('Máy phòng Tổ chức');
  await page.getByLabel('Khay', { exact: true }).fill('khay tay');
  await page.getByRole('button', { name: 'Lưu căn chỉnh' }).click();
  await expect
    .poll(async () => (await app.call('certificates.printers', {})).rows)
    .toMatchObject([{ name: 'Máy phòng Tổ chức, khay tay', dx: 0.9, dy: -1.2, scale: 1 }]);
  const trial = await app.saved(() => page.getByRole('button', { name: 'In thử giấy thường' }).click());
  const text = (await readPdf(trial.bytes))[0]!.texts.map((one) => one.text).join(' ');
  expect(text).toContain('BẢN THỬ');
});
