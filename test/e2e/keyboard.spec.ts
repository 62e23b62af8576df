/** The register by keyboard alone, and the help that works without a mouse. */
import { addPeople, go, setUpUnit, tabTo } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

async function openRegister(app: App): Promise<void> {
  await setUpUnit(app);
  await addPeople(app, {
    'Khoa Nội': ['Nguyễn Thị An', 'Lê Trọng Bách', 'Y Chía', 'Đỗ Văn Dũng', 'Lường Thị Gấm'],
  });
}
const total = async (app: App) => (await app.call('members.list', {})).total;
const focusGrid = async ({ page }: App) => {
  const grid = page.getByRole('grid');
  for (let at = 0; at < 40; at++) {
    if (await grid.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach the table');
};

test('find, open, edit, save, take back: never touching the mouse', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await openRegister(app);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('do van dung');
  await expect(page.getByRole('option', { name: /Đỗ Văn Dũng/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đỗ Văn Dũng');
  await page.keyboard.press('F2');
  await expect(page.getByLabel('Họ và tên', { exact: true })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' Em');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đỗ Văn Dũng Em');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đỗ Văn Dũng');
  await page.keyboard.press('Control+y');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đỗ Văn Dũng Em');
});

test('rows: arrows, Space, Shift, Ctrl A, Enter, F2, Delete, Ctrl Z and Esc', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await openRegister(app);
  await go(app, '/members');
  await expect(page.getByRole('row', { name: /Lường Thị Gấm/ })).toBeVisible();
  await focusGrid(app);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar')).toContainText('Đã chọn 3 trong 5');
  await page.keyboard.press('Delete');
  await expect.poll(() => total(app)).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(() => total(app)).toBe(5);
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('toolbar')).toContainText('Đã chọn 5 trong 5');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar')).toBeHidden();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nguyễn Thị An');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('grid')).toBeVisible();
  await focusGrid(app);
  await page.keyboard.press('End');
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sửa hồ sơ');
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Lường Thị Gấm');
});

test('a member is added and its selects are chosen without a mouse', async ({ app, page }) => {
  await openRegister(app);
  await go(app, '/members');
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('Họ và tên', { exact: true })).toBeFocused();
  await page.keyboard.type('Vàng A Chía');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Giới tính', { exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Nam' })).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Ngày sinh', { exact: true }));
  await page.keyboard.type('16/11/1986');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vàng A Chía');
  const { rows } = await app.call('members.list', { search: 'vang a chia' });
  expect(rows[0]).toMatchObject({ gender: 'male', birthDate: '1986-11-16' });
});

test('areas by Alt and a digit, panes by F6, the shield by F9, the keys by F1', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await openRegister(app);
  const areas = await page.getByRole('navigation').first().getByRole('link').allInnerTexts();
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(areas[2]!.split('\n')[0]!.trim());
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toContainText('Ctrl');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+\\');
  await expect(page.locator('.so-nav--small')).toBeVisible();
  await page.keyboard.press('Control+\\');
  await expect(page.locator('.so-nav--small')).toBeHidden();
});

test('the focus is always seen, and a skip link leads past the navigation', async ({ app, page }) => {
  await openRegister(app);
  await go(app, '/members');
  await page.reload();
  await expect(page.getByRole('row', { name: /Lường Thị Gấm/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.locator('.so-skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main#main')).toBeFocused();
  for (let at = 0; at < 25; at++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const focus = document.activeElement as HTMLElement;
      if (focus === document.body) return 'body';
      const frames = [
        focus,
        focus.parentElement!,
        focus.closest('.ant-select, .ant-input-affix-wrapper') ?? focus,
      ];
      const ring = frames.some((node) => {
        const style = getComputedStyle(node);
        return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      });
      return ring ? 'ring' : focus.outerHTML.slice(0, 160);
    });
    if (seen === 'body') break;
    expect(seen).toBe('ring');
  }
});

test('the palette opens the best match even when Enter comes before it is found', async ({ app, page }) => {
  await openRegister(app);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('do van dung\n');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đỗ Văn Dũng');
});
