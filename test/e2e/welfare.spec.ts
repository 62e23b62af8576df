/** Gift campaigns through the window: people chosen, a warning left with a reason, the list printed, signatures. */
import type { Page } from '@playwright/test';
import { readPdf } from '../helpers/readPdf';
import { field, go, plain, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

async function people(app: App): Promise<void> {
  await setUpUnit(app);
  const { id } = await app.call('organisation.createUnit', { kind: 'department', name: 'Khoa Nhi' });
  const made: number[] = [];
  for (const fullName of ['Lò Thị Ón', 'Quàng Văn Nam', 'Bùi Thị Hoa'])
    made.push((await app.call('members.create', { fullName, departmentId: id, birthDate: '1985' })).id);
  await app.call('members.saveMarriage', { memberId: made[0]!, spouseId: made[1]!, marriedOn: '2010' });
}

const tet = {
  name: 'Quà Tết Đinh Mùi 2027',
  occasion: 'tet',
  year: 2027,
  onDate: '2027-01-28',
  values: [{ category: 'standard' as const, cash: 500_000 }],
  sources: [{ kind: 'own' as const, name: null, amount: 1_000_000 }],
};
const drawer = (page: Page) => page.getByRole('dialog');

test('people are chosen by a filter, one of a household, and a warning stands with its reason', async ({
  app,
  page,
}) => {
  await people(app);
  const { id } = await app.call('welfare.createCampaign', tet);
  await go(app, `/welfare/${id}`);
  await page.getByRole('button', { name: 'Thêm người nhận' }).first().click();
  await expect(drawer(page)).toContainText('Có 3 người. Sẽ thêm 2 suất');
  await expect(drawer(page)).toContainText('Cùng hộ với người đã có, không thêm (1): Lò Thị Ón');
  await drawer(page).getByRole('button', { name: 'Thêm vào danh sách' }).click();
  await expect(page.locator('.so-notice__text')).toContainText(
    'Đã thêm 2 suất; bỏ qua 0 người đã có, 1 người cùng hộ',
  );
  await expect
    .poll(async () => plain(await page.locator('.so-welfare-strip').textContent()))
    .toContain('1.000.000 đ');

  await page.getByRole('row').nth(1).dblclick();
  await drawer(page).getByLabel('Ghi chú').fill('nhận tại khoa');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('row').nth(1)).toContainText('nhận tại khoa');

  const { ids } = await app.call('members.ids', {});
  await app.call('welfare.addMembers', { id, filter: { ids }, category: 'standard', householdOnce: false });
  const print = page.getByRole('button', { name: /^In danh sách ký nhận/ });
  await expect(print).toContainText('1 điều chưa xem');
  await expect(page.getByText('Hai suất trong một hộ')).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ qua, ghi lý do' }).click();
  await drawer(page).getByLabel('Lý do').fill('Hai vợ chồng ở hai khoa, chuyên môn đồng ý');
  await drawer(page).getByRole('button', { name: 'Lưu' }).click();
  await expect(print).toHaveText(/^In danh sách ký nhận(Ctrl P)?$/);
  const { rows } = await app.call('welfare.warnings', { id });
  expect(rows.map((row) => row.reason)).toEqual(['Hai vợ chồng ở hai khoa, chuyên môn đồng ý']);
});

test('the list is printed with its sums, signatures are taken, and unsigned lines are a to-do', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await people(app);
  const { id } = await app.call('welfare.createCampaign', { ...tet, year: 2026, onDate: '2026-02-07' });
  await app.call('welfare.addMembers', { id, filter: {}, category: 'standard', householdOnce: false });
  await go(app, `/welfare/${id}`);
  if (app.host === 'browser') {
    const file = await app.saved(() => page.getByRole('button', { name: /^In danh sách ký nhận/ }).click());
    const pages = await readPdf(new Uint8Array(file.bytes));
    const text = pages[0]!.texts
      .map((item) => item.text)
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(text).toContain('Tổng cộng (03 suất) 1.500.000');
    expect(text).toContain('Bằng chữ: Một triệu năm trăm nghìn đồng.');
  }
  await page.getByRole('button', { name: 'Chốt danh sách' }).click();
  await page.getByRole('button', { name: 'Ghi đã phát' }).click();
  await expect(page.getByText('Còn 3 suất chưa ký nhận.')).toBeVisible();
  await page.getByRole('checkbox', { name: /Lò Thị Ón/ }).check();
  await page.getByRole('button', { name: 'Đã ký nhận', exact: true }).click();
  await expect(page.getByText('Còn 2 suất chưa ký nhận.')).toBeVisible();
  await go(app, '/welfare?year=2026&check=unsigned');
  await expect(page.getByRole('row', { name: /Quà Tết Đinh Mùi 2027/ })).toContainText('1/3');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /Quà Tết Đinh Mùi 2027/ })).toContainText('0/3');
});

test('people ticked in the register go on a list, stand in the order given by keys, and are paid for once', async ({
  app,
  page,
}) => {
  await people(app);
  await app.call('funds.save', { name: 'Quỹ công đoàn', openedOn: '2026-01-01', openingCash: 5_000_000 });
  const { id } = await app.call('welfare.createCampaign', { ...tet, year: 2026, onDate: '2026-02-07' });
  await go(app, '/members');
  await page.getByRole('checkbox', { name: /Lò Thị Ón/ }).check();
  await page.getByRole('checkbox', { name: /Bùi Thị Hoa/ }).check();
  await page.getByRole('button', { name: 'Thêm vào đợt quà' }).click();
  await expect(drawer(page)).toContainText('Có 2 người. Sẽ thêm 2 suất');
  await drawer(page).getByRole('button', { name: 'Thêm vào danh sách' }).click();

  const names = async () =>
    (await app.call('welfare.recipients', { id })).rows.map((row) => row.name.split(' ').at(-1));
  await expect(page.getByRole('row', { name: /Bùi Thị Hoa/ })).toBeVisible();
  expect(await names()).toEqual(['Hoa', 'Ón']);
  await page.getByRole('row', { name: /Bùi Thị Hoa/ }).click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(names).toEqual(['Ón', 'Hoa']);
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(['Hoa', 'Ón']);

  await page.getByRole('tab', { name: 'Chứng từ' }).click();
  await page.getByRole('button', { name: 'Lập phiếu chi' }).click();
  await expect(field(page, 'Ngày')).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('link', { name: 'PC 001' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lập phiếu chi', exact: true })).toHaveCount(0);
  const { rows } = await app.call('funds.vouchers', {});
  expect(rows.map((row) => [row.amount, row.reason])).toEqual([
    [1_000_000, 'Chi Quà Tết Đinh Mùi 2027 (2 suất)'],
  ]);
});
