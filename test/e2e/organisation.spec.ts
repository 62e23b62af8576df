/** The first-run guide and the unit's own pages, typed as an officer would. */
import { field, go, PROFILE, plain, setUpUnit, tabTo } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

test('the guide of the first run is filled by keyboard alone, and its heading follows every key', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mở sổ lần đầu');
  await expect(field(page, 'Công đoàn cơ sở')).toBeFocused();
  await page.keyboard.type(PROFILE.name);
  const type = async (label: string, text: string) => {
    await tabTo(page, field(page, label));
    await page.keyboard.type(text);
  };
  await type('Tên rút gọn ở đầu văn bản', PROFILE.shortName);
  await expect(page.locator('.so-heading')).toContainText('CĐCS BVĐK KHU VỰC SUỐI NGÀN');
  await tabTo(page, field(page, 'Ký hiệu trong số văn bản'));
  await expect(field(page, 'Ký hiệu trong số văn bản')).toHaveValue('CĐCS');
  await type('Công đoàn cấp trên trực tiếp', PROFILE.upperName!);
  await tabTo(page, field(page, 'Thuộc cấp'));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Liên đoàn Lao động tỉnh' })).toBeAttached();
  await page.keyboard.press('Enter');
  await type('Có hiệu lực từ ngày', '1/7/2025');
  await type('Cơ quan, đơn vị (chính quyền)', PROFILE.employer!);
  await type('Địa danh ghi trước ngày tháng', PROFILE.place!);
  await expect(page.locator('.so-heading')).toContainText('Suối Ngàn, ngày');
  await type('Số lao động hiện có', '2214');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 2, name: 'Nhiệm kỳ và người ký' })).toBeVisible();
  await expect(field(page, 'Người ký (Chủ tịch)')).toBeFocused();
  await page.keyboard.type('Đặng Thị Ước');
  await type('Bắt đầu', '28/10/2025');
  await type('Kết thúc', '2030');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 2, name: 'Nơi lưu và sao lưu' })).toBeVisible();
  await page.getByRole('button', { name: 'Sao lưu ngay' }).press('Enter');
  await expect(page.locator('.so-notice')).toContainText('Đã sao lưu và kiểm tra bản sao');
  await page.getByRole('button', { name: 'Tiếp: Danh sách' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Nhập từ Excel' })).toBeVisible();
  await page.getByRole('button', { name: 'Mở sổ', exact: true }).press('Enter');

  await expect(page.getByRole('heading', { name: 'Mở sổ lần đầu' })).toBeHidden();
  const { profile, term, setup } = await app.call('organisation.get', {});
  expect(profile).toMatchObject({ ...PROFILE });
  expect(term).toMatchObject({
    startsOn: '2025-10-28',
    endsOn: '2030',
    chairName: 'Đặng Thị Ước',
    chairTitle: 'Chủ tịch',
    onBehalfOf: 'TM. BAN CHẤP HÀNH',
  });
  expect(setup).toMatchObject({ unit: true, term: true, done: true });
  await app.restart();
  await expect(app.page.getByRole('link', { name: /Đoàn viên/ }).first()).toBeVisible();
});

test('the guide can wait as a whole; what was typed stays as a draft', async ({ app, page }) => {
  await expect(field(page, 'Công đoàn cơ sở')).toBeFocused();
  await page.keyboard.type('Công đoàn cơ sở Trạm Y tế Mường Đăng');
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('Mường Đăng');
  await page.getByRole('button', { name: 'Vào sổ ngay' }).click();
  await expect(page.getByRole('link', { name: 'Tổ chức' })).toBeVisible();
  await go(app, '/organisation');
  await expect(page.getByRole('heading', { name: 'Chưa khai tên đơn vị' })).toBeVisible();
  expect((await app.call('organisation.get', {})).profile).toBeNull();
});

test('a required field that is empty says so beside itself, and nothing is saved', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Tiếp: Nhiệm kỳ' }).click();
  await expect(page.locator('[data-field="name"]').getByRole('alert')).toContainText(
    'Chưa ghi Công đoàn cơ sở',
  );
  await expect(field(page, 'Công đoàn cơ sở')).toBeFocused();
  expect((await app.call('organisation.get', {})).profile).toBeNull();
});

test('the unit is edited, and a new name from a day keeps the old one', async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/organisation');
  await page.getByRole('button', { name: 'Sửa', exact: true }).click();
  await field(page, 'Địa danh ghi trước ngày tháng').fill('Mường Đăng');
  await page.keyboard.press('Control+s');
  await expect(page.locator('.so-notice')).toContainText('Đã lưu tên đơn vị');
  await expect(page.locator('.so-facts')).toContainText('Mường Đăng');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await app.call('organisation.get', {})).profile?.place).toBe('Suối Ngàn');

  await page.getByRole('button', { name: 'Ghi tên mới từ một ngày' }).click();
  await field(page, 'Công đoàn cơ sở').fill('Công đoàn Bệnh viện đa khoa Suối Ngàn');
  await field(page, 'Có hiệu lực từ ngày').fill('1/9/2026');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Các tên đã dùng' })).toBeVisible();
  const { profile, history } = await app.call('organisation.get', {});
  expect(profile).toMatchObject({ name: 'Công đoàn Bệnh viện đa khoa Suối Ngàn', validFrom: '2026-09-01' });
  expect(history).toHaveLength(2);
});

test('departments: added, corrected, renamed from a day, closed; the trash gives them back', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/organisation?tab=departments');
  await expect(page.getByRole('heading', { name: 'Chưa có khoa, phòng nào' })).toBeVisible();
  await page.getByRole('button', { name: 'Thêm khoa, phòng' }).click();
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Tên').fill('Khoa Khám bệnh - Cấp cứu');
  await field(drawer, 'Tên ngắn').fill('KB - CC');
  await field(drawer, 'Tổ trưởng, trưởng đơn vị').fill('Hồ Ngọc Ánh');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  const name = page.getByRole('button', { name: 'Khoa Khám bệnh - Cấp cứu', exact: true });
  await expect(name).toBeVisible();

  await name.click();
  await field(drawer, 'Tên').fill('Khoa Khám bệnh');
  await field(drawer, 'Tên mới có hiệu lực từ').fill('1/7/2026');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('button', { name: 'Khoa Khám bệnh', exact: true })).toBeVisible();
  expect((await app.call('organisation.units', {})).rows).toMatchObject([
    { name: 'Khoa Khám bệnh', shortName: 'KB - CC', leaderName: 'Hồ Ngọc Ánh' },
  ]);

  await page.getByRole('button', { name: 'Chuyển vào thùng rác: Khoa Khám bệnh' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa có khoa, phòng nào' })).toBeVisible();
  await expect(page.locator('.so-notice')).toContainText('Đã chuyển Khoa Khám bệnh vào thùng rác');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Khoa Khám bệnh', exact: true })).toBeVisible();
});

test('union groups belong to departments; the head count opens their members', async ({ app, page }) => {
  await setUpUnit(app);
  const { id } = await app.call('organisation.createUnit', { kind: 'department', name: 'Khoa Nội' });
  await go(app, '/organisation?tab=groups');
  await page.getByRole('button', { name: 'Thêm tổ công đoàn' }).click();
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Tên').fill('Tổ công đoàn số 01');
  await field(drawer, 'Thuộc khoa, phòng').click();
  await page.getByTitle('Khoa Nội').click();
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  const group = (await app.call('organisation.units', { kind: 'group' })).rows[0]!;
  expect(group).toMatchObject({ name: 'Tổ công đoàn số 01', departmentId: id });
  await app.call('members.create', { fullName: 'Y Bảo Niê', groupId: group.id, departmentId: id });
  await page.getByRole('link', { name: /Xem đoàn viên: Tổ công đoàn số 01/ }).click();
  await expect(page.locator('.so-chip').first()).toContainText('Tổ công đoàn số 01');
  await expect(page.getByRole('row', { name: /Y Bảo Niê/ })).toBeVisible();
  await expect
    .poll(async () => plain(await page.locator('.so-toolbar, main').first().textContent()))
    .toContain('1 người');
});

test('terms: a new one, and the one in force today is marked', async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/organisation?tab=terms&view=terms');
  await expect(page.getByRole('row', { name: /Đặng Thị Ước/ })).toContainText('Đang giữ');
  await page.getByRole('button', { name: 'Thêm nhiệm kỳ' }).click();
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Người ký (Chủ tịch)').fill('Lường Thị Hồng Gấm');
  await field(drawer, 'Bắt đầu').fill('2020');
  await field(drawer, 'Kết thúc').fill('10/2025');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('row', { name: /Lường Thị Hồng Gấm/ })).not.toContainText('Đang giữ');
  await page.getByRole('button', { name: '2025–2030', exact: true }).click();
  await field(drawer, 'Chức vụ khi ký').fill('Phó Chủ tịch');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  expect((await app.call('organisation.get', {})).term?.chairTitle).toBe('Phó Chủ tịch');
});
