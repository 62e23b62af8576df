/** Events in the window: recorded, attended by department with exceptions, counted, printed, trashed and taken back. */
import { go } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** A unit that has been set up, with two departments of three people. */
async function openUnit(app: App) {
  await app.call('organisation.saveProfile', {
    name: 'CÔNG ĐOÀN CƠ SỞ TRUNG TÂM Y TẾ SUỐI MƠ',
    shortName: 'CĐCS Suối Mơ',
    symbol: 'CĐCS',
  });
  await app.call('organisation.finishSetup', { done: true });
  const people: Record<string, number> = {};
  for (const [department, names] of [
    ['Khoa Nội', ['Nguyễn Thị Hoa', 'Sùng Thị Hoá', 'Y Bảo Niê']],
    ['Khoa Ngoại', ['Đỗ Văn Dũng', 'Lê Hải Yến', 'Trần Văn Ân']],
  ] as const) {
    const { id } = await app.call('organisation.createUnit', { kind: 'department', name: department });
    for (const fullName of names)
      people[fullName] = (await app.call('members.create', { fullName, departmentId: id })).id;
  }
  return people;
}

const CONTEST = {
  kind: 'online_contest',
  name: 'Thi trực tuyến tìm hiểu Nghị quyết Đại hội',
  mode: 'online',
  startsOn: '2024-07-24',
} as const;

test('an event is added by typing and shows its weekday', async ({ app, page }) => {
  await openUnit(app);
  await go(app, '/events');
  await expect(page.getByRole('heading', { name: 'Chưa có hoạt động nào' })).toBeVisible();
  await page.getByRole('button', { name: 'Thêm hoạt động' }).first().click();
  await expect(page.getByRole('heading', { name: 'Hoạt động mới' })).toBeVisible();
  await page.getByLabel('Loại hoạt động').click();
  await page.keyboard.type('so ket');
  await page.keyboard.press('Enter');
  await page.getByLabel('Tên hoạt động').fill('Hội nghị sơ kết 6 tháng đầu năm 2024');
  await page.getByLabel('Ngày bắt đầu').fill('24/7/2024');
  await page.getByLabel('Từ giờ').fill('8h30');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hội nghị sơ kết 6 tháng đầu năm 2024');
  await expect(page.locator('.so-header__facts')).toContainText('Thứ Tư, 24/07/2024, 08:30');
  const list = await app.call('events.list', { year: 2024 });
  expect(list.rows[0]).toMatchObject({ kind: 'year_review', startsOn: '2024-07-24' });
});

test('whole departments, an exception typed without tones, undo, and those who did not come', {
  tag: '@desktop',
}, async ({ app, page }) => {
  const people = await openUnit(app);
  const { id } = await app.call('events.create', CONTEST);
  await go(app, `/events/${id}?tab=people`);
  await page
    .getByRole('radiogroup', { name: /Khoa Ngoại/ })
    .getByText('Tất cả', { exact: true })
    .click();
  await expect(page.locator('.so-events-rate')).toContainText('50%');
  const inside = page.getByRole('radiogroup', { name: /Khoa Nội/ }).getByRole('radio');
  await page.keyboard.press('ArrowDown');
  await expect(inside.first()).toBeFocused();
  await page.keyboard.press('2');
  const picker = page.getByRole('combobox', { name: /Khoa Nội/ });
  await picker.pressSequentially('sung th, ốm');
  await expect(page.getByRole('option', { name: /Sùng Thị Hoá/ })).toBeVisible();
  await picker.press('Enter');
  await expect(page.locator('.so-events-rate')).toContainText('83%');
  await expect(page.locator('.so-events-quote')).toContainText('5/6');
  const absent = await app.call('events.participants', { id, show: 'absent' });
  expect(absent.rows).toMatchObject([{ memberId: people['Sùng Thị Hoá'], reason: 'ốm' }]);
  await picker.press('Escape');
  await expect(inside.nth(1)).toBeFocused();
  await page.getByTitle('Mở danh sách: người không tham gia').click();
  await expect(page.getByRole('dialog')).toContainText('Sùng Thị Hoá');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.so-events-rate')).toContainText('100%');
});

test('1.484 of 2.178 is 68%; 2.310 is refused beside the field', async ({ app, page }) => {
  await openUnit(app);
  const { id } = await app.call('events.create', CONTEST);
  await go(app, `/events/${id}?tab=people&view=count`);
  await page.getByLabel('Số tham gia').fill('2310');
  await page.getByLabel(/^Trên tổng số/).fill('2178');
  await page.getByLabel(/^Tổng số chốt ngày/).fill('1/7/2024');
  await page.getByLabel('Theo báo cáo, danh sách nào').fill('báo cáo số 12/BC-CĐCS');
  await page.getByRole('button', { name: 'Lưu số này' }).click();
  await expect(page.getByRole('alert')).toContainText(
    '2.310 lớn hơn số đoàn viên ngày 01/07/2024 là 2.178. Sửa số này hoặc đổi ngày chốt danh sách.',
  );
  await page.getByLabel('Số tham gia').fill('1484');
  await page.getByRole('button', { name: 'Lưu số này' }).click();
  await expect(page.locator('.so-events-rate')).toHaveText('68%');
  await expect
    .poll(async () => plain((await page.locator('.so-events-quote').textContent()) ?? ''))
    .toBe('Cuộc thi có 1.484/2.178 đoàn viên tham gia, đạt tỷ lệ 68%.');
});

test('those invited are typed in and ticked', async ({ app, page }) => {
  await openUnit(app);
  const { id } = await app.call('events.create', {
    kind: 'committee_meeting',
    name: 'Họp ban chấp hành quý III',
    startsOn: '2024-09-14',
    audience: 'invited',
  });
  await go(app, `/events/${id}?tab=people`);
  const field = page.getByRole('combobox', { name: 'Gõ tên người được mời, bấm Enter' });
  for (const [typed, name] of [
    ['hai yen', 'Lê Hải Yến'],
    ['y bao', 'Y Bảo Niê'],
  ] as const) {
    await field.pressSequentially(typed);
    await expect(page.getByRole('option', { name: new RegExp(name) })).toBeVisible();
    await field.press('Enter');
    await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  }
  await page.getByRole('checkbox', { name: 'Y Bảo Niê có tham gia' }).click();
  await expect(page.locator('.so-events-quote')).toContainText('1/2');
});

test('the next meeting invites the same people', async ({ app, page }) => {
  const people = await openUnit(app);
  const meeting = { kind: 'committee_meeting', audience: 'invited' } as const;
  const before = await app.call('events.create', { ...meeting, name: 'Họp quý II', startsOn: '2024-06-14' });
  await app.call('events.setInvited', { id: before.id, add: Object.values(people).slice(0, 3) });
  const { id } = await app.call('events.create', { ...meeting, name: 'Họp quý III', startsOn: '2024-09-14' });
  await go(app, `/events/${id}?tab=people`);
  await page.getByRole('button', { name: 'Mời như “Họp quý II”' }).click();
  await expect(page.getByRole('checkbox', { name: 'Y Bảo Niê có tham gia' })).toBeVisible();
  expect(await app.call('events.attendance', { id })).toMatchObject({ eligible: 3, present: 0 });
});

test('the sign-in sheet is a PDF that can be saved', { tag: '@desktop' }, async ({ app, page }) => {
  await openUnit(app);
  const { id } = await app.call('events.create', CONTEST);
  await go(app, `/events/${id}`);
  await expect(page.getByRole('button', { name: 'In danh sách ký' })).toBeVisible();
  await page.keyboard.press('Control+p');
  await page.getByRole('button', { name: 'Tạo bản in' }).click();
  const save = page.getByRole('button', { name: 'Lưu tệp PDF' });
  await expect(save).toBeVisible();
  const file = await app.saved(() => save.click());
  expect(file.name).toContain('Danh sách ký');
  expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

test('the trash takes an event and gives it back; both languages are whole', async ({ app, page }) => {
  await openUnit(app);
  const { id } = await app.call('events.create', CONTEST);
  await go(app, '/events?year=2024');
  await page.getByRole('checkbox', { name: new RegExp(CONTEST.name) }).click();
  await page.getByRole('button', { name: 'Chuyển vào thùng rác' }).click();
  await expect(page.getByRole('button', { name: /Hoàn tác/ }).last()).toBeVisible();
  expect((await app.call('events.list', { year: 2024 })).total).toBe(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(CONTEST.name)).toBeVisible();
  await app.call('settings.update', {
    version: (await app.call('settings.get', {})).version,
    language: 'en',
  });
  await go(app, `/events/${id}?tab=people`);
  await expect(page.getByRole('tab', { name: 'Who took part' })).toBeVisible();
});
