/** Visits and a case of help through the window: recorded by keyboard, slip printed, paid, led to the next step. */
import { readPdf } from '../helpers/readPdf';
import { go, plain, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

async function people(app: App): Promise<number> {
  await setUpUnit(app);
  const { id } = await app.call('organisation.createUnit', { kind: 'department', name: 'Khoa Nhi' });
  const made = await app.call('members.create', { fullName: 'Lò Thị Ón', departmentId: id });
  await app.call('members.create', { fullName: 'Quàng Văn Nam', departmentId: id });
  return made.id;
}

test('a visit is recorded by keyboard, found without tones, printed and paid', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await people(app);
  const { reasons } = await app.call('care.catalogue', {});
  await app.call('care.saveNorm', { reasonId: reasons[0]!.id, cash: 300_000 });
  await app.call('funds.save', { name: 'Quỹ công đoàn', openedOn: '2020-01-01', openingCash: 9_000_000 });
  await go(app, '/welfare?tab=visits');
  await page.getByRole('button', { name: 'Ghi thăm hỏi' }).first().click();
  const drawer = page.getByRole('dialog');
  const who = drawer.getByRole('combobox', { name: 'Đoàn viên', exact: true });
  await expect(who).toBeFocused();
  await page.keyboard.type('lo thi on');
  await expect(drawer.getByRole('option', { name: /Lò Thị Ón/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(drawer.getByText('Lò Thị Ón')).toBeVisible();
  await drawer.getByLabel('Lý do', { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('Ốm đau, nằm viện', { exact: true }).click();
  await expect(drawer.getByLabel('Số tiền')).toHaveValue('300.000');
  await drawer.getByRole('button', { name: 'Lưu, ghi tiếp' }).click();
  await expect(page.locator('.so-notice__text')).toContainText('Đã ghi TH 001');
  await drawer.getByRole('button', { name: /^Đóng/ }).click();

  await go(app, '/welfare?tab=visits&q=lo+thi+on');
  const row = page.getByRole('row', { name: /TH 001/ });
  await row.dblclick();
  await drawer.getByLabel('Diễn giải trên phiếu').fill('nằm viện 05 ngày');
  await page.keyboard.press('Control+s');
  await expect(page.locator('.so-notice__text')).toContainText('Đã lưu lượt thăm Lò Thị Ón');
  await expect(row).toContainText('Chưa có');
  await row.getByRole('checkbox').check();
  if (app.host === 'browser') {
    const file = await app.saved(() => page.getByRole('button', { name: /^In 1 phiếu/ }).click());
    const [sheet] = await readPdf(new Uint8Array(file.bytes));
    const text = sheet!.texts
      .map((item) => item.text)
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(text).toContain('PHIẾU THĂM HỎI ĐOÀN VIÊN');
    expect(text).toContain('Ba trăm nghìn đồng');
  }
  await page.getByRole('button', { name: 'Lập phiếu chi' }).click();
  await expect(drawer).toContainText('Lập phiếu chi cho 1 lượt');
  await drawer.locator('form').getByRole('button', { name: 'Lập phiếu chi' }).click();
  await expect(page.locator('.so-notice__text')).toContainText('Đã lập phiếu chi PC 001');
  await expect(row).toContainText('PC 001');
});

test('a case of help goes a step further and tells its money', async ({ app, page }) => {
  const memberId = await people(app);
  const { kinds } = await app.call('care.catalogue', {});
  const { id } = await app.call('care.createCase', {
    kindId: kinds[0]!.id,
    title: 'Mái ấm công đoàn gia đình chị Ón',
    memberId,
    openedOn: '2026-03-02',
    money: [{ source: 'sponsor', name: 'Công ty Thảo Nguyên', amount: 100_000_000 }],
  });
  await go(app, '/welfare?tab=cases&year=all');
  await expect(
    page
      .getByRole('row', { name: /gia đình chị Ón/ })
      .or(page.getByText('Mái ấm công đoàn gia đình chị Ón'))
      .first(),
  ).toBeVisible();
  await go(app, `/welfare/cases/${id}`);
  await expect
    .poll(async () => plain(await page.locator('.so-care-page').textContent()))
    .toContain('100.000.000 đ');
  await expect(page.getByText('Một trăm triệu đồng')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Đánh dấu đã làm: Khảo sát' }).click();
  await expect(page.getByText('1/5 bước').first()).toBeVisible();
  const { steps } = await app.call('care.case', { id });
  expect(steps[0]!.doneOn).not.toBeNull();
  await go(app, `/members/${memberId}?tab=welfare`);
  await expect(page.getByRole('link', { name: /Mái ấm công đoàn gia đình chị Ón/ })).toBeVisible();
});
