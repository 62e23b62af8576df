/** The register in the window: the form, the list, one person's page, the trash, undo, and the workbook read back. */
import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { addPeople, field, go, plain, setUpUnit, switchOn } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const notice = (page: Page) => page.locator('.so-notice').last();

/** Three departments with names that differ only by tones, family, or đ. */
const people = async (app: App) => {
  await switchOn(app, 'party');
  return addPeople(app, {
    'Khoa Khám bệnh': [
      {
        fullName: 'Nguyễn Thị Hoa',
        gender: 'female',
        birthDate: '1989-02-17',
        cardNo: 'CD1322406',
        phone: '0915318881',
      },
      { fullName: 'Sùng Thị Hoá', gender: 'female', birthDate: '1996', idNumber: '014301894863' },
      { fullName: 'Y Bảo Niê', sortName: 'Bảo', gender: 'male', birthDate: '1994-03-08', isParty: true },
    ],
    'Khoa Ngoại': [
      { fullName: 'Đỗ Văn Dũng', gender: 'male', birthDate: '1970-05', jobTitle: 'Bác sĩ' },
      { fullName: 'Lê Hải Yến', gender: 'female', jobTitle: 'Điều dưỡng', cardNo: 'CD1300007' },
    ],
  });
};

const names = async (page: Page) =>
  page.locator('.so-table [role="row"][id] [role="gridcell"]:nth-child(2)').allTextContents();

test('a member is added with every field, edited, and both steps are taken back', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await switchOn(app, 'party', 'ethnicity', 'religion', 'money');
  await addPeople(app, { 'Khoa Khám bệnh': [] });
  await app.call('organisation.createUnit', { kind: 'group', name: 'Tổ công đoàn số 01' });
  await go(app, '/members');
  await expect(page.getByRole('heading', { name: 'Sổ chưa có đoàn viên nào' })).toBeVisible();
  await page.keyboard.press('Control+n');
  const text: Record<string, string> = {
    'Họ và tên': 'Lường Thị Hồng Gấm',
    'Ngày sinh': '14/7/1992',
    'Chức danh nghề nghiệp': 'Điều dưỡng',
    'Chức vụ chuyên môn': 'Điều dưỡng trưởng',
    'Loại hợp đồng': 'Viên chức',
    'Ngày vào cơ quan': '9/2015',
    'Trình độ chuyên môn': 'Đại học',
    'Chức vụ công đoàn': 'Tổ trưởng',
    'Ngày vào công đoàn': '2016',
    'Số quyết định kết nạp': '12/QĐ-CĐ',
    'Nơi kết nạp': 'Công đoàn Trung tâm Y tế Mường Đăng',
    'Số thẻ đoàn viên': 'CD1322410',
    'Ngày cấp thẻ': '5/2016',
    'Điện thoại': '0912 345 678',
    'Thư điện tử': 'gam@suoingan.vn',
    'Địa chỉ': 'Số 4 phố Ước Lễ',
    'Quê quán': 'Mường Đăng',
    'Số CCCD': '014301894863',
    'Ngày cấp CCCD': '20/4/2021',
    'Nơi cấp CCCD': 'Cục Cảnh sát QLHC về TTXH',
    'Lý luận chính trị': 'Sơ cấp',
    'Ngày vào Đảng': '3/2/2019',
    'Dân tộc': 'Thái',
    'Tôn giáo': 'Không',
    'Hệ số lương': '3,66',
    'Lương đóng đoàn phí': '8.500.000',
    'Ghi chú': 'Nghỉ thai sản đến tháng 3',
  };
  for (const [label, value] of Object.entries(text)) await field(page, label).fill(value);
  const pick = async (label: string, option: string) => {
    await field(page, label).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
  };
  await pick('Giới tính', 'Nữ');
  await pick('Khoa, phòng', 'Khoa Khám bệnh');
  await pick('Tổ công đoàn', 'Tổ công đoàn số 01');
  await pick('Đảng viên', 'Có');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lường Thị Hồng Gấm');
  await expect(notice(page)).toContainText('Đã thêm Lường Thị Hồng Gấm');
  const id = Number(page.url().split('/').pop());
  const { fields } = await app.call('members.get', { id });
  expect(fields).toMatchObject({
    gender: 'female',
    birthDate: '1992-07-14',
    hireDate: '2015-09',
    unionJoinDate: '2016',
    unionJoinDecision: '12/QĐ-CĐ',
    unionJoinPlace: 'Công đoàn Trung tâm Y tế Mường Đăng',
    cardNo: 'CD1322410',
    cardDate: '2016-05',
    note: 'Nghỉ thai sản đến tháng 3',
  });
  const masked = {
    idNumber: '014301894863',
    isParty: true,
    partyDate: '2019-02-03',
    salaryCoefficient: 3.66,
    duesBase: 8_500_000,
    ethnicity: 'Thái',
  } as const;
  const shown = await app.call('members.reveal', { id, fields: Object.keys(masked) as never });
  expect(shown.values).toEqual(masked);
  await expect(page.getByText('014301894863')).toHaveCount(0);

  await page.keyboard.press('F2');
  await field(page, 'Điện thoại').fill('0987654321');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('0987654321')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('0912345678').or(page.getByText('0912 345 678'))).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Hồ sơ đang ở thùng rác')).toBeVisible();
  expect((await app.call('members.list', {})).total).toBe(0);
});

test('a card another member has is refused beside the field, and what was typed stays', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await people(app);
  await go(app, '/members/new');
  await field(page, 'Họ và tên').fill('Trần Thị Mới');
  await field(page, 'Số thẻ đoàn viên').fill('CD1322406');
  await field(page, 'Ngày sinh').fill('31/2/1990');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('[data-field="birthDate"]').getByRole('alert')).toContainText(
    'Tháng 2 năm 1990 không có ngày 31. Ghi lại ngày, hoặc chỉ ghi 2/1990 nếu chưa rõ.',
  );
  await field(page, 'Ngày sinh').fill('2/1990');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('[data-field="cardNo"]').getByRole('alert')).toContainText(
    'Số thẻ CD1322406 đang là của Nguyễn Thị Hoa',
  );
  await expect(field(page, 'Họ và tên')).toHaveValue('Trần Thị Mới');
  expect((await app.call('members.list', {})).total).toBe(5);
});

test('a record changed elsewhere meanwhile is shown as a conflict that loses nothing', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const ids = await people(app);
  const id = ids['Đỗ Văn Dũng']!;
  await go(app, `/members/${id}/edit`);
  await field(page, 'Ghi chú').fill('Sửa ở cửa sổ này');
  const stale = await app.call('members.get', { id });
  await app.invoke({
    operation: 'members.setStatus',
    input: { id, version: stale.version, status: 'active', statusDate: null, reason: null },
  });
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Hồ sơ vừa được sửa ở cửa sổ khác.')).toBeVisible();
  await expect(field(page, 'Ghi chú')).toHaveValue('Sửa ở cửa sổ này');
  expect((await app.call('members.get', { id })).fields.note).toBeNull();
  await page.getByRole('button', { name: 'Xem bản mới' }).click();
  await field(page, 'Ghi chú').fill('Ghi lại sau khi xem');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đỗ Văn Dũng');
  await expect(page.getByText('Ghi lại sau khi xem')).toBeVisible();
});

test('the list: sorted by given name, found without tones, by card, ID and phone tail', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await people(app);
  await go(app, '/members');
  await expect(page.getByRole('row', { name: /Lê Hải Yến/ })).toBeVisible();
  await expect
    .poll(() => names(page))
    .toEqual(['Y Bảo Niê', 'Đỗ Văn Dũng', 'Nguyễn Thị Hoa', 'Sùng Thị Hoá', 'Lê Hải Yến']);
  await page
    .getByRole('columnheader', { name: /Họ và tên/ })
    .getByRole('button')
    .first()
    .click();
  await expect
    .poll(() => names(page))
    .toEqual(['Lê Hải Yến', 'Sùng Thị Hoá', 'Nguyễn Thị Hoa', 'Đỗ Văn Dũng', 'Y Bảo Niê']);
  await page.keyboard.press('Control+f');
  const search = page.getByRole('textbox', { name: 'Tên không dấu, thẻ, đuôi số' });
  await expect(search).toBeFocused();
  const find = async (text: string, expected: string[]) => {
    await search.fill(text);
    await expect.poll(async () => (await names(page)).sort()).toEqual([...expected].sort());
  };
  await find('do van dung', ['Đỗ Văn Dũng']);
  await find('hoa', ['Nguyễn Thị Hoa', 'Sùng Thị Hoá']);
  await find('CD1322406', ['Nguyễn Thị Hoa']);
  await find('318881', ['Nguyễn Thị Hoa']);
  await find('894863', ['Sùng Thị Hoá']);
  await search.fill('không có ai');
  await expect(page.getByRole('heading', { name: 'Không có dòng nào khớp' })).toBeVisible();
  await search.press('Escape');
  await expect.poll(() => names(page)).toHaveLength(5);
});

test('filters read as a sentence, open from tabs, and come off one by one', async ({ app, page }) => {
  await setUpUnit(app);
  await people(app);
  await go(app, '/members');
  await page.getByRole('button', { name: 'Thêm điều kiện' }).click();
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Khoa, phòng').click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('Khoa Khám bệnh').click();
  await page.keyboard.press('Escape');
  await field(drawer, 'Giới tính').click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('Nữ', { exact: true }).click();
  await field(drawer, 'Từ tuổi').fill('25');
  await drawer.getByRole('button', { name: 'Xem danh sách' }).click();
  await expect.poll(() => names(page)).toEqual(['Nguyễn Thị Hoa', 'Sùng Thị Hoá']);
  await expect(page.locator('.so-chip').nth(0)).toHaveText('Khoa, phòng: Khoa Khám bệnh');
  await expect(page.locator('.so-chip').nth(1)).toHaveText('Giới tính: Nữ');
  await expect(page.locator('.so-chip').nth(2)).toHaveText('Tuổi: từ 25');
  await page.getByRole('button', { name: 'Bỏ điều kiện Giới tính' }).click();
  await expect.poll(() => names(page)).toEqual(['Y Bảo Niê', 'Nguyễn Thị Hoa', 'Sùng Thị Hoá']);
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await expect.poll(() => names(page)).toHaveLength(5);
  await page.getByRole('tab', { name: /Chưa có số thẻ/ }).click();
  await expect.poll(() => names(page)).toEqual(['Y Bảo Niê', 'Đỗ Văn Dũng', 'Sùng Thị Hoá']);
});

test('columns are chosen and remembered', async ({ app, page }) => {
  await setUpUnit(app);
  await people(app);
  await go(app, '/members');
  await page.getByRole('button', { name: 'Chọn cột' }).click();
  await page.getByRole('checkbox', { name: 'Số thẻ', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: /Số thẻ/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Nguyễn Thị Hoa/ })).toContainText('CD1322406');
  await page.reload();
  await expect(page.getByRole('columnheader', { name: /Số thẻ/ })).toBeVisible();
});

test('trash from the list, undo, trash again, and back from the trash page', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await people(app);
  await go(app, '/members');
  await page.getByRole('checkbox', { name: 'Đánh dấu Nguyễn Thị Hoa' }).click();
  await page.getByRole('checkbox', { name: 'Đánh dấu Sùng Thị Hoá' }).click();
  await expect(page.getByRole('toolbar')).toContainText('Đã chọn 2 trong 5');
  await page.getByRole('toolbar').getByRole('button', { name: 'Chuyển vào thùng rác' }).click();
  await expect(notice(page)).toContainText('Đã chuyển 2 hồ sơ vào thùng rác');
  await expect.poll(() => names(page)).toHaveLength(3);
  await notice(page)
    .getByRole('button', { name: /Hoàn tác/ })
    .click();
  await expect.poll(() => names(page)).toHaveLength(5);
  await page.getByRole('row', { name: /Lê Hải Yến/ }).click();
  await page.keyboard.press('Delete');
  await expect.poll(() => names(page)).toHaveLength(4);
  await go(app, '/trash');
  await page.getByRole('checkbox', { name: /Lê Hải Yến/ }).click();
  await page.getByRole('toolbar').getByRole('button').first().click();
  await expect.poll(async () => (await app.call('members.list', {})).total).toBe(5);
});

test('one person: facts, the private part covered, the change of status and its undo', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const ids = await people(app);
  const { id: event } = await app.call('events.create', {
    kind: 'online_contest',
    name: 'Thi tìm hiểu Nghị quyết Đại hội Công đoàn',
    startsOn: '2026-07-20',
  });
  await app.call('events.setPeople', { id: event, add: [ids['Y Bảo Niê']!], remove: [] });
  await go(app, `/members/${ids['Y Bảo Niê']}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Y Bảo Niê');
  await expect(page.getByRole('link', { name: 'Thi tìm hiểu Nghị quyết Đại hội Công đoàn' })).toBeVisible();
  const party = page.locator('dl > div', { hasText: 'Đảng viên' });
  await expect(party).not.toContainText('Có');
  await party.getByRole('button', { name: /Hiện/ }).click();
  await expect(party).toContainText('Có');
  await page.getByRole('button', { name: 'Đổi tình trạng' }).click();
  const dialog = page.getByRole('dialog');
  await field(dialog, 'Tình trạng').click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('Chuyển đi').click();
  await field(dialog, 'Từ ngày').fill('1/10/2026');
  await field(dialog, 'Lý do').fill('QĐ 118/QĐ-SYT');
  await dialog.getByRole('button', { name: 'Ghi tình trạng' }).click();
  await expect(page.locator('.so-header__facts')).toContainText('Chuyển đi từ 01/10/2026');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.so-header__facts')).toContainText('Đang sinh hoạt');
});

test('the exported workbook holds the chosen columns in the order of the list', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await people(app);
  await go(app, '/members');
  await expect(page.getByRole('row', { name: /Lê Hải Yến/ })).toBeVisible();
  await page.getByRole('button', { name: 'Xuất Excel' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Số CCCD' }).click();
  await dialog.getByLabel('Mục đích dùng các cột riêng').fill('Mua bảo hiểm thân thể');
  const file = await app.saved(() => dialog.getByRole('button', { name: 'Xuất 5 người' }).click());
  expect(file.name).toMatch(/\.xlsx$/);
  const rows = (await readXlsx(file.bytes)).sheets[0]!.rows;
  const head = rows.findIndex((row) => row.includes('Họ và tên'));
  const at = (name: string) => rows[head]!.indexOf(name);
  const body = rows.slice(head + 1).filter((row) => row[at('Họ và tên')]);
  expect(body.map((row) => row[at('Họ và tên')])).toEqual([
    'Y Bảo Niê',
    'Đỗ Văn Dũng',
    'Nguyễn Thị Hoa',
    'Sùng Thị Hoá',
    'Lê Hải Yến',
  ]);
  expect(body.map((row) => String(row[at('Số CCCD')] ?? ''))).toEqual(['', '', '', '014301894863', '']);
  expect(body[2]![at('Số thẻ đoàn viên')]).toBe('CD1322406');
  expect(body[2]![at('Điện thoại')]).toBe('0915318881');
  await expect(notice(page)).toContainText(/Đã (xuất|tải|lưu)/);
  expect(plain(await page.locator('h1').textContent())).toBe('Đoàn viên');
});

test('a given name that is not the last word sorts the list, and a mistyped address leads to it', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const ids = await addPeople(app, {
    'Khoa Khám bệnh': [{ fullName: 'Trần Anh Vy' }, { fullName: 'Nguyễn Thị Hoa' }],
  });
  await go(app, '/members');
  await expect.poll(() => names(page)).toEqual(['Nguyễn Thị Hoa', 'Trần Anh Vy']);
  await go(app, `/members/${ids['Trần Anh Vy']}/edit`);
  await page.getByRole('textbox', { name: /^Sắp theo/ }).fill('Anh');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Trần Anh Vy', level: 1 })).toBeVisible();
  await go(app, '/members');
  await expect.poll(() => names(page)).toEqual(['Trần Anh Vy', 'Nguyễn Thị Hoa']);
  for (const address of ['/members/x', '/members/x/edit']) {
    await go(app, address);
    await expect(page.getByRole('heading', { name: 'Đoàn viên', level: 1 })).toBeVisible();
  }
  await go(app, '/members/children');
  await expect(page.getByRole('heading', { name: /Gia đình|Con đoàn viên/, level: 1 })).toBeVisible();
});
