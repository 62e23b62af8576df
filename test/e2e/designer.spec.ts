/** The designer in the window: moved by keys and numbers, steps back, versions, and the paper read back in millimetres. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readPdf } from '../helpers/readPdf';
import { go, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const CLASSIC = 'giay-khen-a4-ngang-co-dien';
const NAME = 'Giấy khen của đơn vị';

async function openCopy(app: App): Promise<string> {
  await setUpUnit(app);
  const { layoutId } = await app.call('certificates.copyLayout', { layoutId: CLASSIC, name: NAME });
  await go(app, `/certificates/layouts/${layoutId}`);
  await expect(app.page.locator('[data-block="name"]')).toBeVisible();
  return layoutId;
}

const row = (page: Page, name: string) => page.getByRole('option', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const board = (page: Page) => page.getByRole('group', { name: 'Tờ giấy đang thiết kế' });

/** Where the first letter of each text stands on the screen's sheet, millimetres. */
const onScreen = (page: Page) =>
  page.locator('.so-des-drawn [data-block] > text[data-item]').evaluateAll((texts) =>
    texts.flatMap((text) => {
      const span = text.querySelector('tspan') as SVGTSpanElement | null;
      if (!span || span.getNumberOfChars() === 0) return [];
      const { x, y } = span.getStartPositionOfChar(0);
      const shift = text.closest('g[transform]')?.getAttribute('transform') ?? '';
      const [dx = 0, dy = 0] = (shift.match(/-?[\d.]+/g) ?? []).map(Number);
      return [{ item: text.getAttribute('data-item') ?? '', x: x + dx, y: y + dy }];
    }),
  );

test('an item is moved, set and filled, saved as a version, and stands in the PDF where it was put', {
  tag: '@desktop',
}, async ({ app, page }) => {
  const layoutId = await openCopy(app);
  await row(page, 'Số quyết định').click();
  await page.getByRole('listbox', { name: 'Các ô trên giấy' }).press('Enter');
  await expect(board(page)).toBeFocused();
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown'])
    await page.keyboard.press(key);
  await expect(field(page, 'X')).toHaveValue('55');
  await expect(field(page, 'Y')).toHaveValue('168,5');
  await page.keyboard.press('Control+z');
  await expect(field(page, 'X')).toHaveValue('54');
  await expect(field(page, 'Y')).toHaveValue('168,2');
  await page.keyboard.press('Control+y');
  await expect(field(page, 'Y')).toHaveValue('168,5');
  const layers = () =>
    page.getByRole('listbox', { name: 'Các ô trên giấy' }).getByRole('option').allInnerTexts();
  const stack = await layers();
  await page.keyboard.press('Control+[');
  await expect.poll(layers).not.toEqual(stack);
  await page.getByRole('button', { name: 'Đưa lên một lớp' }).click();
  await expect.poll(layers).toEqual(stack);
  await field(page, 'X').fill('61,');
  await expect(field(page, 'X')).toHaveValue('61,');
  await field(page, 'X').fill('61,25');
  await page.getByRole('combobox', { name: 'Phông chữ' }).click();
  await page.getByTitle('Tinos đậm', { exact: true }).click();
  await field(page, 'Nội dung').press('End');
  await page.getByRole('button', { name: 'Chèn mục' }).click();
  await page.getByRole('menuitem', { name: 'Số sổ khen thưởng' }).click();
  await expect(field(page, 'Nội dung')).toHaveValue('Quyết định số {Số quyết định}{Số sổ khen thưởng}');
  await expect(page.getByText(/Đã giữ bản nháp lúc/)).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.locator('.so-notice__text', { hasText: 'Đã lưu bản 2.' })).toBeVisible();
  await expect(page.getByText('Không có gì chưa lưu')).toBeVisible();
  const kept = await app.call('certificates.layout', { layoutId });
  expect(kept.own).toMatchObject({ current: 2, draft: null });
  await expect
    .poll(async () => (await onScreen(page)).find((one) => one.item === 'decision')?.x)
    .toBeCloseTo(61.25, 3);
  const { bytes } = await app.saved(() => page.getByRole('button', { name: 'In thử' }).click());
  const [sheet] = await readPdf(bytes);
  const printed = sheet!.texts.find((one) => one.text.startsWith('Quyết'))!;
  expect(Math.abs(printed.x - 61.25)).toBeLessThan(0.1);
  expect(Math.abs(printed.y - 173.5)).toBeLessThan(0.1);
  for (const { item, x, y } of await onScreen(page)) {
    const near = sheet!.texts.some((one) => Math.hypot(one.x - x, one.y - y) < 0.3);
    expect(near, `${item} at ${x}, ${y}`).toBe(true);
  }
});

test('by mouse an item is drawn to the guide it comes near, and unsaved work is there again', async ({
  app,
  page,
}) => {
  const layoutId = await openCopy(app);
  await row(page, 'Số sổ').click();
  const hit = page.locator('[data-hit="register"]');
  const box = (await hit.boundingBox())!;
  const perMm = box.width / 80;
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 20 - 33.5 * perMm, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  // The left edge of the name's box, 36 mm from the left, or another line near it.
  const x = async () => Number(((await field(page, 'X').inputValue()) || 'x').replace(',', '.'));
  await expect.poll(x).toBeLessThan(25);
  await page.getByRole('button', { name: 'Căn giữa theo chiều ngang' }).click();
  await expect(field(page, 'X')).toHaveValue('108,5');
  await expect(page.getByText(/Đã giữ bản nháp lúc/)).toBeVisible();
  await go(app, '/certificates?tab=layouts');
  await expect(page.getByText(/Bản nháp lúc/)).toBeVisible();
  await go(app, `/certificates/layouts/${layoutId}`);
  await row(page, 'Số sổ').click();
  await expect(field(page, 'X')).toHaveValue('108,5');
});

test('a layout leaves as a file and comes back as another one; a broken file is refused in words', async ({
  app,
  page,
  folder,
}) => {
  await openCopy(app);
  await page.getByRole('button', { name: 'Việc khác' }).click();
  const { name, bytes } = await app.saved(() =>
    page.getByRole('menuitem', { name: 'Xuất mẫu ra tệp' }).click(),
  );
  expect(name).toBe(`${NAME} (bản 1).json`);
  const [good, bad] = [join(folder, 'good.json'), join(folder, 'bad.json')];
  writeFileSync(good, bytes);
  writeFileSync(bad, bytes.toString('utf8').replace('"x":36', '"x":37'));
  await go(app, '/certificates?tab=layouts');
  const bring = () => page.getByRole('button', { name: 'Nhận mẫu từ tệp' }).click();
  await app.answerPick(bad, bring);
  await expect(page.locator('.so-notice__text', { hasText: 'không khớp mã kiểm tra' })).toBeVisible();
  await app.answerPick(good, bring);
  await expect(page.locator('.so-notice__text', { hasText: `Đã nhận mẫu ${NAME}.` })).toBeVisible();
  await expect(page.getByRole('heading', { name: NAME })).toHaveCount(2);
});
