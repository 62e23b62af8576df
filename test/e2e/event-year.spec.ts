/** An event planned from a template and copied for the next year: sessions, the series, agenda, all typed. */
import { addPeople, field, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

test('a template becomes an event with sessions and an edition; next year is copied from it', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  const main = page.locator('main');
  const dialog = page.getByRole('dialog');
  const saved = dialog.getByRole('button', { name: 'Lưu', exact: true });
  await go(app, '/events/series');
  await page.getByRole('button', { name: 'Thêm chuỗi' }).first().click();
  await expect(dialog.getByLabel('Tên chuỗi')).toBeFocused();
  await page.keyboard.type('Hội thao công đoàn');
  await saved.click();
  await expect(dialog).toBeHidden();

  await go(app, '/events/templates');
  await page.getByRole('button', { name: 'Thêm mẫu' }).first().click();
  await dialog.getByLabel('Tên mẫu').fill('Hội thao hằng năm');
  await dialog.getByLabel('Tên hoạt động').fill('Hội thao công đoàn năm 2023');
  await dialog.getByLabel('Chương trình').fill('Khai mạc\nBế mạc, trao giải');
  await saved.click();
  await expect(dialog).toBeHidden();
  await page
    .getByRole('row', { name: /Hội thao hằng năm/ })
    .getByRole('button', { name: 'Dùng mẫu này' })
    .click();
  await dialog.getByLabel('Ngày bắt đầu').fill('20/5/2023');
  await dialog.getByRole('button', { name: 'Tạo hoạt động' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hội thao công đoàn năm 2023');
  await expect(field(page, 'Chương trình')).toHaveValue(/Bế mạc, trao giải/);

  await page.getByRole('button', { name: 'Thêm buổi' }).click();
  await dialog.getByLabel('Tên buổi').fill('Vòng loại');
  await dialog.getByLabel('Từ giờ').fill('7h30');
  await saved.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('table', { name: 'Các buổi' })).toContainText('07:30');

  const edition = page.getByRole('button', { name: 'Đặt lần tổ chức' });
  await edition.click();
  await field(page, 'Chuỗi hoạt động').click();
  await page.locator('.ant-select-item-option', { hasText: 'Hội thao công đoàn' }).click();
  await field(page, 'Lần thứ').fill('2');
  await expect(dialog).toContainText('Ghi là “lần thứ II năm 2023”.');
  await saved.click();
  await expect(dialog).toBeHidden();
  await expect(main).toContainText('lần thứ II năm 2023');

  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Chép từ hoạt động này' }).click();
  await dialog.getByLabel('Ngày bắt đầu').fill('22/5/2024');
  await dialog.getByRole('button', { name: 'Tạo hoạt động' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('năm 2024');
  await expect(main).toContainText('lần thứ III năm 2024');
  await expect(page.getByRole('table', { name: 'Các buổi' })).toContainText('22/05/2024');
  await edition.click();
  await field(page, 'Lần thứ').fill('4');
  await saved.click();
  await expect(dialog).toBeHidden();
  await expect(main).toContainText('lần thứ IV năm 2024');
  const { id } = await app.call('events.create', {
    kind: 'sports',
    name: 'Hội thao mới',
    startsOn: '2025-05-20',
  });
  await go(app, `/events/${id}?tab=plan`);
  await edition.click();
  await field(page, 'Chuỗi hoạt động').click();
  await page.locator('.ant-select-item-option', { hasText: 'Hội thao công đoàn' }).click();
  await expect(field(page, 'Lần thứ')).toHaveValue('5');
  await go(app, '/events/series');
  for (const edition of ['lần thứ II năm 2023', 'lần thứ IV năm 2024'])
    await expect(page.getByRole('table', { name: 'Hội thao công đoàn' })).toContainText(edition);
});

test('an empty book gives the usual templates; guests are typed one after another', async ({ app, page }) => {
  await setUpUnit(app);
  const dialog = page.getByRole('dialog');
  await go(app, '/events');
  await page.getByRole('button', { name: 'Lập từ mẫu' }).click();
  await page.getByRole('button', { name: 'Thêm các mẫu thường dùng' }).click();
  await page
    .getByRole('row', { name: /Hội nghị tổng kết năm/ })
    .getByRole('button', { name: 'Dùng mẫu này' })
    .click();
  await dialog.getByLabel('Ngày bắt đầu').fill('20/12/2025');
  await dialog.getByRole('button', { name: 'Tạo hoạt động' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('công tác công đoàn năm 2025');
  await page.getByRole('tab', { name: 'Thành phần dự' }).click();
  await page.getByRole('button', { name: 'Ủy viên Ủy ban kiểm tra' }).click();
  await expect(dialog.getByRole('link', { name: 'Mở các ban của nhiệm kỳ' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Đại biểu khách mời' }).click();
  await dialog.getByRole('button', { name: 'Thêm khách mời' }).click();
  for (const [at, words] of [['Ông', 'Phạm Quốc Việt'] as const, ['Bà', 'Lò Thị Mây'] as const].entries()) {
    await expect(dialog.getByLabel('Cách xưng')).toBeFocused();
    await expect(dialog.getByLabel('Họ và tên')).toHaveValue('');
    await page.keyboard.type(words[0]);
    await page.keyboard.press('Tab');
    await page.keyboard.type(words[1]);
    await page.keyboard.press('Enter');
    await expect(page.locator('.so-events-order li')).toHaveCount(at + 1);
  }
});

test('rounds and a team are typed; departments are asked to report after a course', async ({ app, page }) => {
  await setUpUnit(app);
  const people = await addPeople(app, { 'Khoa Nội': ['Nguyễn Thị Hoa'], 'Khoa Ngoại': ['Y Bảo Niê'] });
  const create = (kind: 'contest' | 'training', name: string) =>
    app.call('events.create', { kind, name, startsOn: '2025-05-22' });
  const contest = await create('contest', 'Hội thi nấu ăn');
  const dialog = page.getByRole('dialog');
  await go(app, `/events/${contest.id}?tab=contest`);
  await page.getByRole('button', { name: 'Vòng thi, nội dung' }).first().click();
  await dialog.getByLabel(/Nội dung \(môn\)/).fill('Món mặn\nMón chay');
  await dialog.getByRole('button', { name: 'Thêm vòng' }).click();
  await dialog.getByLabel('Tên vòng 1').fill('Chung kết');
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Thêm dự thi' }).first().click();
  await dialog.getByText('Đội', { exact: true }).click();
  await dialog.getByLabel('Tên đội').fill('Đội Hoa Ban');
  const member = dialog.getByRole('combobox', { name: 'Thành viên đội 1' });
  await member.fill('y bao');
  await member.press('Enter');
  await expect(member).toHaveValue('Y Bảo Niê');
  await dialog.getByLabel('Điểm – Chung kết').fill('9,5');
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(dialog).toBeHidden();
  const entries = page.getByRole('table', { name: 'Dự thi' });
  for (const part of ['Đội Hoa Ban', 'Y Bảo Niê', '9,5']) await expect(entries).toContainText(part);

  const course = await create('training', 'Tập huấn an toàn lao động');
  await app.call('events.setPeople', {
    id: course.id,
    add: [people['Nguyễn Thị Hoa']!, people['Y Bảo Niê']!],
  });
  await go(app, `/events/${course.id}?tab=training`);
  await page.getByRole('button', { name: 'Giao việc cho các đơn vị' }).click();
  await dialog.getByLabel('Việc phải làm').fill('Phổ biến lại cho đoàn viên');
  await dialog.getByLabel('Hạn').fill('30/6/2025');
  await dialog.getByRole('button', { name: 'Giao việc cho các đơn vị' }).click();
  await expect(dialog).toBeHidden();
  const reports = page.getByRole('table', { name: 'Báo cáo của các đơn vị sau tập huấn' });
  for (const unit of ['Khoa Nội', 'Khoa Ngoại'])
    await expect(reports.getByRole('row', { name: new RegExp(unit) })).toContainText('Phổ biến lại');
  await expect(page.locator('main')).toContainText('0/2 đơn vị đã báo cáo');
});
