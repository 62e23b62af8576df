/** Plans in the window: a hundred people marked by exceptions from the keyboard, the quorum, work to follow. */
import { go } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ'];
const MIDDLE = ['Thị', 'Văn', 'Minh', 'Thu', 'Hải', 'Quốc', 'Ngọc', 'Đức', 'Kim', 'Xuân'];
/** A hundred different names. */
const NAMES = FAMILY.flatMap((family, at) =>
  MIDDLE.map((middle, i) => `${family} ${middle} ${'ABCDEFGHIJ'[at]}n${'ghklmnprst'[i]}`),
);

test('a hundred people are marked by exceptions with few keys; the quorum says so', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await app.call('organisation.finishSetup', { done: true });
  const event = await app.call('events.create', {
    kind: 'year_review',
    name: 'Hội nghị tổng kết',
    startsOn: '2024-07-24',
    audience: 'invited',
  });
  const group = await app.call('events.saveGroup', {
    eventId: event.id,
    kind: 'own',
    name: 'Đại biểu',
    quorum: 'twoThirds',
  });
  for (const name of NAMES) await app.call('events.saveAttendee', { groupId: group.id, name });
  await go(app, `/events/${event.id}?tab=groups`);
  await page.getByRole('button', { name: 'Điểm danh', exact: true }).click();
  const picker = page.getByRole('combobox', { name: 'Điểm danh: Đại biểu' });
  await expect(picker).toBeFocused();
  const away = [NAMES[3]!, NAMES[17]!, NAMES[42]!, NAMES[58]!, NAMES[99]!];
  let keys = 0;
  for (const [at, name] of away.entries()) {
    const typed = name.split(' ').at(-1)!;
    await page.keyboard.type(typed);
    await expect(page.getByRole('option').first()).toContainText(name);
    await page.keyboard.press(at === 4 ? 'Control+Enter' : 'Enter');
    await expect(page.locator('.so-events-marks .so-events-person')).toHaveCount(at + 1);
    keys += typed.length + 1;
  }
  expect(keys).toBeLessThanOrEqual(30);
  await expect(page.getByText('95/100 đại biểu, đủ 2/3')).toBeVisible();
  const { rows } = await app.call('events.groupPeople', { id: group.id });
  const absent = rows.filter((row) => row.came === false);
  expect(absent.map((row) => row.name).sort()).toEqual([...away].sort());
  expect(absent.find((row) => row.name === NAMES[99])?.reason).toBe('có phép');
  await page.keyboard.press('Escape');
  await expect(picker).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('96/100 đại biểu, đủ 2/3')).toBeVisible();
});

test('a direction given to all groups becomes a list of those that have not reported', async ({
  app,
  page,
}) => {
  await app.call('organisation.finishSetup', { done: true });
  for (const name of ['Tổ 1', 'Tổ 2']) await app.call('organisation.createUnit', { kind: 'group', name });
  await go(app, '/events/follow-ups');
  await page.getByRole('button', { name: 'Thêm việc' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Việc phải làm').fill('Áp dụng ngay tại đơn vị');
  await drawer.getByLabel('Người chỉ đạo').fill('Nguyễn Thu Hà');
  await drawer.getByLabel('Ngày chỉ đạo').fill('1/2/2024');
  await drawer.getByLabel('Hạn').fill('15/2/2024');
  await drawer.getByRole('button', { name: 'Chọn tất cả tổ công đoàn' }).click();
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('.so-notice__text').getByText('Đã giao việc cho 2 nơi.')).toBeVisible();
  await page.getByRole('row', { name: /Tổ 1/ }).getByRole('button', { name: 'Đã xong' }).click();
  await expect(page.getByRole('row', { name: /Tổ 1/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Áp dụng ngay tại đơn vị' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 nơi chưa báo cáo');
  await expect(page.getByRole('dialog')).toContainText('Tổ 2');
  await page.keyboard.press('Escape');
  await go(app, '/');
  await page.getByRole('link', { name: /1 việc cần theo dõi đã quá hạn/ }).click();
  await expect(page.getByRole('row', { name: /Tổ 2/ })).toContainText('quá hạn');
});

test('guests are put in order from the keyboard; a follow-up is given to somebody else; a rate opens both lists', async ({
  app,
  page,
}) => {
  await app.call('organisation.finishSetup', { done: true });
  const members: number[] = [];
  for (const fullName of ['Nguyễn Thị Hoa', 'Lê Thị Mai', 'Trần Văn Bình'])
    members.push((await app.call('members.create', { fullName, unionJoinDate: '2020-01-01' })).id);
  const { id } = await app.call('events.create', {
    kind: 'year_review',
    name: 'Hội nghị tổng kết',
    startsOn: '2024-07-24',
    audience: 'members',
  });
  await app.call('events.setPeople', { id, add: members.slice(0, 2), remove: [] });
  const guests = await app.call('events.saveGroup', { eventId: id, kind: 'guests' });
  for (const name of ['Lò Thị Mây', 'Phạm Quốc Việt'])
    await app.call('events.saveAttendee', { groupId: guests.id, name });
  await app.call('events.createFollowUps', {
    eventId: id,
    text: 'Lập danh sách đoàn viên khó khăn',
    owners: [{ name: 'Ban nữ công' }],
  });
  await go(app, `/events/${id}?tab=groups`);
  await page.getByRole('button', { name: 'Đại biểu khách mời', exact: true }).click();
  const places = page.locator('.so-events-order li');
  await expect(places.first()).toContainText('Lò Thị Mây');
  await page.getByRole('textbox', { name: /Phạm Quốc Việt/ }).press('Alt+ArrowUp');
  await expect(places.first()).toContainText('Phạm Quốc Việt');

  await go(app, '/events/follow-ups');
  await page.getByRole('button', { name: 'Lập danh sách đoàn viên khó khăn' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Đoàn viên', { exact: true }).click();
  const picker = drawer.getByRole('combobox', { name: 'Đoàn viên làm' });
  await picker.fill('le thi mai');
  await expect(drawer.getByRole('option').first()).toContainText('Lê Thị Mai');
  await picker.press('Enter');
  await drawer.getByLabel('Hạn').fill('15/8/2024');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('row', { name: /Lập danh sách/ })).toContainText('Lê Thị Mai');
  await expect(page.getByRole('row', { name: /Lập danh sách/ })).toContainText('15/08/2024');

  await go(app, `/events/${id}?tab=people`);
  await page.locator('.so-events-rate').getByText('67%').click();
  const lists = page.getByRole('dialog');
  await expect(lists).toContainText('Nguyễn Thị Hoa');
  await lists
    .getByText(/^Không tham gia/)
    .first()
    .click();
  await expect(lists).toContainText('Trần Văn Bình');
});
