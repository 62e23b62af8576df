/** Agreements in the window: signed, a commitment kept, work linked and undone, scored, reviewed and printed. */
import type { Locator, Page } from '@playwright/test';
import { field, go, plain, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

/** A field that may stay empty. */
const option = (scope: Page | Locator, label: string) => field(scope, `${label} (không bắt buộc)`);

const TITLE = 'Quy chế phối hợp giai đoạn 2024–2028';

test('an agreement is recorded, a result is written, a gift is linked and taken back', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/agreements');
  await expect(page.getByText('Chưa có quy chế phối hợp nào')).toBeVisible();
  await page.getByRole('button', { name: 'Thêm quy chế' }).first().click();
  await field(page, 'Tên quy chế, chương trình').fill(TITLE);
  await option(page, 'Ngày ký').fill('05/03/2024');
  await field(page, 'Thực hiện từ').fill('2024');
  await field(page, 'Đến').fill('2028');
  const party = page.getByRole('group', { name: 'Bên 1' });
  await field(party, 'Tên bên').fill('Ban Giám đốc');
  await option(party, 'Chức vụ khi ký').fill('Giám đốc');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  const id = (await app.call('agreements.list', {})).rows[0]!.id;
  const sheet = () => app.call('agreements.get', { id });
  expect((await sheet()).parties.map((one) => one.own)).toEqual([false, true]);

  await page.getByRole('button', { name: 'Thêm nội dung' }).click();
  await field(page, 'Nội dung').fill('Chăm lo đoàn viên');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('button', { name: 'Thêm cam kết' }).click();
  await field(page, 'Cam kết').fill('Tặng quà đoàn viên khó khăn');
  await option(page, 'Thời hạn').fill('31/12/2024');
  await option(page, 'Chỉ tiêu').fill('300');
  await option(page, 'Đơn vị tính').fill('suất');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText(/Quá hạn \d+ ngày/)).toBeVisible();
  await page.getByRole('button', { name: 'Tặng quà đoàn viên khó khăn' }).click();
  await page.getByRole('button', { name: 'Ghi kết quả' }).click();
  await field(page, 'Ngày').fill('20/12/2024');
  await field(page, 'Số đạt được').fill('344');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect.poll(async () => (await sheet()).agreement).toMatchObject({ kept: 1, overdue: 0 });
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();

  const donor = await app.call('donors.save', { name: 'Công ty Phúc An', kind: 'organisation' });
  await app.call('donors.saveGift', {
    ...{ donorId: donor.id, onDate: '2024-12-02', kind: 'money', amount: 100_000_000 },
  });
  await page.getByRole('button', { name: 'Gắn việc đã làm' }).click();
  await field(page, 'Việc trong sổ').fill('phuc an');
  await page.getByRole('button', { name: 'Công ty Phúc An' }).click();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const money = async () => (await sheet()).agreement.money.total;
  await expect.poll(money).toBe(100_000_000);
  await page.keyboard.press('Control+z');
  await expect.poll(money).toBeNull();
});

test('contents are scored, and the review refuses a rounded sum that is not true', async ({ app, page }) => {
  await setUpUnit(app);
  const [scale] = (await app.call('agreements.scales', {})).rows;
  const { id } = await app.call('agreements.save', {
    ...{ title: 'Chương trình phối hợp 2020–2025', signedOn: '2020-09-26', startsOn: '2020', endsOn: '2025' },
    ...{ scaleId: scale!.id, parties: [{ name: 'Sở Y tế' }, { name: 'Công đoàn ngành', own: true }] },
  });
  const content = await app.call('agreements.saveContent', { agreementId: id, name: 'Chăm lo' });
  await app.call('agreements.saveDelivery', {
    ...{ agreementId: id, contentId: content.id, label: 'Hỗ trợ', onDate: '2023', amount: 800_000_000 },
  });
  await go(app, '/agreements?state=ended');
  await page.getByText('Chương trình phối hợp 2020–2025').dblclick();
  await page.getByRole('tab', { name: 'Chấm điểm' }).click();
  const cell = page.getByLabel('Tự chấm, Chăm lo 2025');
  await cell.fill('8,5');
  await cell.press('Enter');
  const scores = async () => (await app.call('agreements.get', { id })).scores.map((one) => one.score);
  await expect.poll(scores).toEqual([8.5]);

  await page.getByRole('button', { name: 'Tổng kết', exact: true }).click();
  await option(page, 'Đánh giá chung').fill('Hai bên phối hợp kịp thời.');
  await option(page, 'Số tròn nêu trong báo cáo').fill('800.000.000');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText(/Các khoản đã ghi chưa đủ/).first()).toBeVisible();
  await option(page, 'Số tròn nêu trong báo cáo').fill('790.000.000');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText(/Đã tổng kết ngày/)).toBeVisible();
  const { agreement } = await app.call('agreements.get', { id });
  expect([agreement.state, plain(agreement.said)]).toEqual(['closed', 'hơn 790 triệu đồng']);
});
