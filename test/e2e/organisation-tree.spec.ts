/** The tree of the organisation through the window: changed by keys and by mouse, seen as of a day, handed over. */
import { unzipSync } from 'fflate';
import { field, go, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

/** The row of the part called just so. */
const row = (app: App, name: string) =>
  app.page.locator('.so-tree__row', { has: app.page.locator(`.so-tree__words[title="${name}"]`) });
const menu = async (app: App, name: string, item: string) => {
  await app.page.getByRole('button', { name: `Việc với ${name}`, exact: true }).click();
  await app.page.getByRole('menuitem', { name: item, exact: true }).click();
};
/** A choice in the open list of a field. */
const option = (app: App, name: string) =>
  app.page.locator(`.ant-select-item-option[title="${name}"]:visible`);
const save = async (app: App) => {
  const drawer = app.page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Ghi thay đổi' }).click();
  await expect(drawer).toBeHidden();
};

/** Two groups under a section, four people. */
async function start(app: App) {
  await setUpUnit(app);
  const section = await app.call('organisation.createUnit', { kind: 'section', name: 'CĐBP Khối lâm sàng' });
  const groups: Record<string, number> = {};
  for (const name of ['Tổ Nội', 'Tổ Nhi'])
    groups[name] = (
      await app.call('organisation.createUnit', { kind: 'group', name, parentId: section.id })
    ).id;
  const people = {
    'Nguyễn Thị Hoa': 'Tổ Nội',
    'Trần Văn Ân': 'Tổ Nội',
    'Y Bảo Niê': 'Tổ Nội',
    'Lò Thị Gấm': 'Tổ Nhi',
  };
  for (const [fullName, group] of Object.entries(people))
    await app.call('members.create', { fullName, groupId: groups[group]!, unionJoinDate: '2015-01-01' });
  await go(app, '/organisation?tab=tree');
  await expect(row(app, 'Tổ Nội')).toBeVisible();
}

test('two groups are merged from a day on: seen before, followed by their people, taken back by Ctrl Z', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await start(app);
  await menu(app, 'Tổ Nội', 'Gộp');
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Gộp cùng').click();
  await option(app, 'Tổ Nhi').click();
  await field(drawer, 'Tên mới').fill('Tổ Nội - Nhi');
  await field(drawer, 'Có hiệu lực từ ngày').fill('1/7/2026');
  const preview = drawer.getByRole('region', { name: 'Xem trước' });
  await expect(preview).toContainText('4 đoàn viên chuyển theo');
  await expect(preview.getByRole('row', { name: /Tổ Nhi/ })).toContainText('ngừng hoạt động');
  await drawer.getByLabel('Số quyết định').fill('12/QĐ-CĐCS');
  await save(app);
  await expect(page.locator('.so-notice')).toContainText('Đã gộp: 4 đoàn viên chuyển theo');
  await expect(row(app, 'Tổ Nội - Nhi')).toContainText('4');
  await expect(row(app, 'Tổ Nhi')).toHaveCount(0);

  // The day before, both were there.
  await field(page, 'Tính đến ngày').fill('30/6/2026');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Cây tổ chức như ngày 30/06/2026')).toBeVisible();
  await expect(row(app, 'Tổ Nội')).toContainText('3');
  await page.getByRole('button', { name: /đoàn viên ở Tổ Nhi/ }).click();
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Lò Thị Gấm' })).toBeVisible();
  await expect(page.getByRole('dialog')).toContainText('1 đoàn viên, tính đến ngày 30/06/2026');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Hôm nay' }).click();

  await menu(app, 'Tổ Nội - Nhi', 'Các thay đổi');
  const history = page.getByRole('dialog');
  await expect(history).toContainText('Gộp Tổ Nội, Tổ Nhi thành Tổ Nội - Nhi');
  await expect(history).toContainText('Từ ngày 01/07/2026 · Quyết định 12/QĐ-CĐCS · 4 đoàn viên chuyển theo');
  await page.keyboard.press('Escape');
  await expect(history).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(row(app, 'Tổ Nội')).toContainText('3');
  await expect(row(app, 'Tổ Nội - Nhi')).toHaveCount(0);
  expect((await app.call('members.list', { search: 'Lò Thị Gấm' })).rows[0]).toMatchObject({
    group: 'Tổ Nhi',
  });
});

test('a group is split by chosen people, and closed with its people going elsewhere', async ({
  app,
  page,
}) => {
  await start(app);
  await menu(app, 'Tổ Nội', 'Tách');
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('textbox', { name: 'Tên 1' }).fill('Tổ Nội 2');
  await drawer.getByRole('checkbox', { name: 'Y Bảo Niê' }).check();
  await expect(drawer.getByText('Đã chọn 1 người')).toBeVisible();
  await expect(drawer.getByRole('region', { name: 'Xem trước' })).toContainText('1 đoàn viên chuyển theo');
  await save(app);
  await expect(row(app, 'Tổ Nội 2')).toContainText('1');

  await menu(app, 'Tổ Nhi', 'Ngừng hoạt động');
  await expect(drawer.getByRole('region', { name: 'Xem trước' })).toContainText('Còn 1 đoàn viên ở Tổ Nhi');
  await field(drawer, 'Đoàn viên và các nơi trực thuộc chuyển về').click();
  await option(app, 'Tổ Nội 2').click();
  await save(app);
  await expect(row(app, 'Tổ Nội 2')).toContainText('2');
  await expect(row(app, 'Tổ Nhi')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Cả nơi đã ngừng hoạt động' }).check();
  await expect(row(app, 'Tổ Nhi')).toContainText('Ngừng từ');
});

test('the tree is walked and changed by keys alone', async ({ app, page }) => {
  await start(app);
  await page.getByRole('row', { name: /CĐBP Khối lâm sàng/ }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(row(app, 'Tổ Nội')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(row(app, 'Tổ Nội')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('row', { name: /^Tổ Nhi/ })).toBeFocused();
  await page.keyboard.press('F2');
  const drawer = page.getByRole('dialog', { name: /Đổi tên Tổ Nhi/ });
  await expect(field(drawer, 'Tên mới')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Tổ Nhi - Sơ sinh');
  await expect(drawer.getByRole('region', { name: 'Xem trước' })).toContainText('Tổ Nhi - Sơ sinh');
  await page.keyboard.press('Control+s');
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('row', { name: /^Tổ Nhi - Sơ sinh/ })).toBeVisible();
  await page.getByRole('row', { name: /^Tổ Nhi - Sơ sinh/ }).focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Tách' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /^Tổ Nhi - Sơ sinh/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Lò Thị Gấm' })).toBeVisible();
});

test('new parts are opened, classes recorded, and the figures say what is open and active', async ({
  app,
  page,
}) => {
  await start(app);
  await page.getByRole('button', { name: 'Mở tổ công đoàn' }).click();
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Tên').fill('Tổ Ngoại');
  await field(drawer, 'Thuộc công đoàn bộ phận').click();
  await option(app, 'CĐBP Khối lâm sàng').click();
  await save(app);
  await expect(row(app, 'Tổ Ngoại')).toContainText('Mở từ');
  const figures = page.getByRole('list', { name: 'Số liệu tổ chức' });
  await expect(figures.getByRole('listitem').filter({ hasText: 'Tổ công đoàn' })).toContainText(
    '2/3 có đoàn viên',
  );

  await menu(app, 'Tổ Nội', 'Xếp loại các năm');
  await drawer.getByRole('button', { name: 'Ghi xếp loại' }).click();
  await field(drawer, 'Năm').fill('2025');
  await field(drawer, 'Xếp loại').click();
  await option(app, 'Hoàn thành xuất sắc nhiệm vụ').click();
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer.getByRole('row', { name: /2025/ })).toContainText('Hoàn thành xuất sắc nhiệm vụ');
});

test('the handover is one file with minutes, lists and data', { tag: '@desktop' }, async ({ app, page }) => {
  await start(app);
  await menu(app, 'Tổ Nội', 'Bàn giao, chốt số liệu');
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('group', { name: 'Bên giao' }).getByLabel('Họ và tên').fill('Đặng Thị Ước');
  await drawer.getByRole('group', { name: 'Bên nhận' }).getByLabel('Họ và tên').fill('Lường Thị Gấm');
  const { name, bytes } = await app.saved(() =>
    drawer.getByRole('button', { name: 'Lập hồ sơ bàn giao' }).click(),
  );
  expect(name).toMatch(/^Bàn giao Tổ Nội .*\.zip$/);
  const files = unzipSync(new Uint8Array(bytes));
  expect(Object.keys(files).sort()).toEqual([
    'bien-ban-ban-giao.docx',
    'bien-ban-ban-giao.pdf',
    'ma-kiem-tra.sha256',
    'so-lieu.json',
    'so-lieu.xlsx',
  ]);
  const data = JSON.parse(new TextDecoder().decode(files['so-lieu.json']));
  expect(data.members).toHaveLength(3);
});
