/** A member's history in the window: dated moves, corrections, what lies ahead, leaving, discipline, absence, and past days. */
import type { Page } from '@playwright/test';
import { addPeople, field, go, plain, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

const notice = (page: Page) => page.locator('.so-notice').last();
const pick = async (page: Page, label: string, option: string) => {
  await field(page, label).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
};
const facts = (page: Page) => page.getByRole('table', { name: 'Sinh hoạt và công tác' });

test('a changed department asks whether it is new or was wrong, and the register remembers both', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  const ids = await addPeople(app, {
    'Khoa Nội': [{ fullName: 'Nguyễn Thị Hoa', unionJoinDate: '2015-05-01', jobTitle: 'Điều dưỡng' }],
    'Khoa Nhi': ['Lê Hải Yến'],
  });
  const id = ids['Nguyễn Thị Hoa']!;
  await go(app, `/members/${id}/edit`);
  await expect(field(page, 'Họ và tên')).toHaveValue('Nguyễn Thị Hoa');
  await expect(page.getByRole('region', { name: 'Những thay đổi sau được hiểu thế nào?' })).toHaveCount(0);
  await pick(page, 'Khoa, phòng', 'Khoa Nhi');
  const ask = page.getByRole('region', { name: 'Những thay đổi sau được hiểu thế nào?' });
  await expect(ask).toContainText('Khoa, phòng: Khoa Nội → Khoa Nhi');
  await field(ask, 'Từ ngày').fill('1/3/2024');
  await field(ask, 'Số quyết định').fill('12/QĐ-TTYT');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nguyễn Thị Hoa');

  await page.getByRole('tab', { name: 'Quá trình' }).click();
  await expect(facts(page).getByRole('row')).toHaveCount(4);
  await expect(facts(page).getByRole('row').nth(1)).toContainText('01/03/2024');
  await expect(facts(page).getByRole('row').nth(1)).toContainText('Khoa Nhi');
  await expect(facts(page).getByRole('row').nth(1)).toContainText('QĐ 12/QĐ-TTYT');
  await expect(facts(page).getByRole('row').nth(3)).toContainText('Từ trước');

  const inNoi = async (day: string) =>
    (await app.call('members.list', { asOf: day, departmentIds: [ids['Khoa Nội']!] })).total;
  expect([await inNoi('2024-02-29'), await inNoi('2024-03-01')]).toEqual([1, 0]);

  await page.keyboard.press('Control+z');
  await expect(
    page.getByText('Chưa ghi việc nào có ngày.').or(facts(page).getByRole('row').nth(1)),
  ).toBeVisible();
  expect([await inNoi('2024-02-29'), await inNoi('2024-03-01')]).toEqual([1, 1]);

  await go(app, `/members/${id}/edit`);
  await pick(page, 'Khoa, phòng', 'Khoa Nhi');
  await ask.getByText('Sửa cho đúng').click();
  await expect(field(ask, 'Từ ngày')).toHaveCount(0);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nguyễn Thị Hoa');
  await expect.poll(() => inNoi('2020-01-01')).toBe(0);
});

test('facts are added, corrected, put into the trash and taken back; one ahead waits for its day', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const ids = await addPeople(app, {
    'Khoa Nội': [{ fullName: 'Trần Văn Ân', unionJoinDate: '2012' }],
    'Khoa Ngoại': [],
  });
  const id = ids['Trần Văn Ân']!;
  await go(app, `/members/${id}?tab=history`);
  const drawer = page.getByRole('dialog');
  const add = async (kind: string) => {
    await page.getByRole('button', { name: 'Ghi thêm' }).click();
    await pick(page, 'Việc', kind);
  };
  await add('Chuyển khoa, phòng');
  await pick(page, 'Khoa, phòng', 'Khoa Ngoại');
  await field(drawer, 'Từ ngày').fill('1/1/2090');
  await expect(drawer).toContainText('hồ sơ tự đổi khi tới ngày');
  await drawer.getByRole('button', { name: 'Lưu' }).click();
  await expect(facts(page)).toContainText('Sắp tới');
  expect((await app.call('members.get', { id })).fields.departmentId).toBe(ids['Khoa Nội']);

  await add('Đổi chức danh nghề nghiệp');
  await field(drawer, 'Chức danh nghề nghiệp').fill('Bác sĩ');
  await field(drawer, 'Từ ngày').fill('7/2020');
  await drawer.getByRole('button', { name: 'Lưu' }).click();
  await expect(notice(page)).toContainText('Đã ghi: Đổi chức danh nghề nghiệp');
  await expect(facts(page)).toContainText('07/2020');

  await page.getByRole('button', { name: /^Sửa: Đổi chức danh nghề nghiệp/ }).click();
  await field(drawer, 'Chức danh nghề nghiệp').fill('Bác sĩ chính');
  await drawer.getByRole('button', { name: 'Lưu' }).click();
  await expect(facts(page)).toContainText('Bác sĩ chính');
  await expect.poll(async () => (await app.call('members.get', { id })).fields.jobTitle).toBe('Bác sĩ chính');

  await page.getByRole('button', { name: /^Chuyển vào thùng rác: Đổi chức danh/ }).click();
  await expect(facts(page)).not.toContainText('Bác sĩ chính');
  await expect.poll(async () => (await app.call('members.get', { id })).fields.jobTitle).toBeNull();
  await go(app, '/trash');
  await expect(page.getByText('Việc trong quá trình')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Việc trong quá trình')).toHaveCount(0);
  await expect.poll(async () => (await app.call('members.get', { id })).fields.jobTitle).toBe('Bác sĩ chính');
});

test('leaving with a decision changes the head count from its day on, on the dashboard of any day too', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const ids = await addPeople(app, {
    'Khoa Nội': [
      { fullName: 'Đỗ Văn Dũng', unionJoinDate: '2001-05-01' },
      { fullName: 'Y Bảo Niê', unionJoinDate: '2010-05-01' },
    ],
  });
  await go(app, `/members/${ids['Đỗ Văn Dũng']}`);
  await page.getByRole('button', { name: 'Đổi tình trạng' }).click();
  const dialog = page.getByRole('dialog');
  await pick(page, 'Tình trạng', 'Nghỉ hưu');
  await field(dialog, 'Từ ngày')
    .or(dialog.locator('[data-field="statusDate"] input'))
    .first()
    .fill('1/6/2025');
  await field(dialog, 'Số quyết định').fill('61/QĐ-TTYT');
  await dialog.locator('button[type="submit"]').click();
  await expect(page.locator('main')).toContainText('Nghỉ hưu');
  await page.getByRole('tab', { name: 'Quá trình' }).click();
  await expect(facts(page).getByRole('row').nth(1)).toContainText('QĐ 61/QĐ-TTYT');

  const shown = page.getByRole('link', { name: /Đoàn viên/ });
  await go(app, '/?year=2025');
  const count = async (day: string) => {
    await page.getByRole('button', { name: /^Tính đến ngày/ }).click();
    const form = page.locator('.ant-popover:visible');
    await field(form, 'Tính đến ngày').fill(day);
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toContainText(`Tính đến ${day}`);
  };
  await count('31/05/2025');
  await expect.poll(async () => plain(await page.locator('.so-dash').innerText())).toMatch(/Đoàn viên\s+2\b/);
  await count('01/06/2025');
  await expect.poll(async () => plain(await page.locator('.so-dash').innerText())).toMatch(/Đoàn viên\s+1\b/);
  await expect(shown.first()).toBeVisible();
});

test('discipline and absence are recorded with their days', async ({ app, page }) => {
  await setUpUnit(app);
  const ids = await addPeople(app, { 'Khoa Nội': ['Sùng Thị Hoá'] });
  await go(app, `/members/${ids['Sùng Thị Hoá']}?tab=history`);
  const drawer = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Ghi kỷ luật' }).click();
  await pick(page, 'Hình thức', 'Cảnh cáo');
  await field(drawer, 'Ngày kỷ luật').fill('10/2/2026');
  await field(drawer, 'Có hiệu lực đến hết ngày').fill('10/2/2099');
  await field(drawer, 'Lý do').fill('Vi phạm giờ trực');
  await drawer.getByRole('button', { name: 'Lưu' }).click();
  const discipline = page.getByRole('table', { name: 'Kỷ luật' });
  await expect(discipline).toContainText('Cảnh cáo');
  await expect(discipline).toContainText('Đang có hiệu lực');

  await page.getByRole('button', { name: 'Ghi nghỉ' }).click();
  await pick(page, 'Loại nghỉ', 'Nghỉ thai sản');
  await field(drawer, 'Từ ngày').fill('2/3/2026');
  await field(drawer, 'Đến hết ngày').fill('13/3/2026');
  await drawer.getByRole('button', { name: 'Lưu' }).click();
  const absence = page.getByRole('table', { name: 'Thời gian nghỉ' });
  await expect(absence).toContainText('10 ngày làm việc');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Chưa ghi lần nghỉ nào.')).toBeVisible();
});
