/** Party development in the window: counts without names, a file step by step, names opened on demand, the register. */
import { field, go, setUpUnit, switchOn } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

test('a member is put forward, goes step by step, and the record is written only when told', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await app.call('members.create', { fullName: 'Vàng Thị Xoan' });

  await go(app, '/party');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phát triển Đảng');
  await expect(page.getByText('Chưa có hồ sơ phát triển Đảng nào')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mở Thông tin riêng' })).toBeVisible();

  await switchOn(app, 'party');
  await go(app, '/party?tab=files&new=1');
  const form = page.getByRole('dialog');
  await form.getByRole('combobox').first().fill('vang thi');
  await page.getByRole('option', { name: /Vàng Thị Xoan/ }).click();
  await field(page, 'Ngày').fill('04/05/2025');
  await form.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(form.getByRole('heading', { name: 'Vàng Thị Xoan' })).toBeVisible();

  await form.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Ghi bước khác' }).click();
  await form.getByRole('combobox', { name: 'Bước' }).click();
  await page.getByTitle('Kết nạp').last().click();
  await field(page, 'Ngày').fill('03/02/2026');
  await form.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(form.getByText('Ngày vào Đảng chưa khớp với hồ sơ đoàn viên')).toBeVisible();
  await form.getByRole('button', { name: 'Ghi 03/02/2026 vào hồ sơ đoàn viên' }).click();
  await expect(form.getByText('Ngày vào Đảng chưa khớp với hồ sơ đoàn viên')).toHaveCount(0);
  const unwritten = async () => (await app.call('party.overview', { year: 2026 })).unwritten;
  await expect.poll(unwritten).toBe(0);
});

test('counts are open; names show only when asked, and the log says so', async ({ app, page }) => {
  await setUpUnit(app);
  await switchOn(app, 'party');
  for (const fullName of ['Lò Văn Ngoạt', 'Quàng Thị Kín']) {
    const { id: memberId } = await app.call('members.create', { fullName });
    await app.call('party.create', { memberId, steps: [{ stage: 'nominated', onDate: '2026-01-10' }] });
  }
  await go(app, '/party?year=2026');
  await expect(page.getByRole('list', { name: 'Kết quả năm 2026' })).toContainText('2');
  await page.getByRole('list', { name: 'Kết quả năm 2026' }).getByRole('link').first().click();
  await expect(page.getByRole('tab', { name: 'Hồ sơ' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('••••••').first()).toBeVisible();
  await expect(page.getByText(/Ngoạt|Kín/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Hiện họ tên' }).click();
  await expect(page.getByText('Ngoạt')).toBeVisible();
  const looks = async () =>
    (await app.call('audit.changes', { entity: 'party_file', action: 'reveal' })).rows.map(
      (row) => row.count,
    );
  await expect.poll(looks).toEqual([2]);
  await page.getByRole('button', { name: 'Ẩn họ tên' }).click();
  await expect(page.getByText('Ngoạt')).toHaveCount(0);
});
