/** A contest in the window: contents and rounds, an entry with a prize, figures by department, results saved. */
import { field, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

test('an entry with a prize is typed; departments and results follow', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const { id: departmentId } = await app.call('organisation.createUnit', {
    kind: 'department',
    name: 'Khoa Nội',
  });
  for (const fullName of ['Nguyễn Thị Hoa', 'Y Bảo Niê'])
    await app.call('members.create', { fullName, departmentId, unionJoinDate: '2015-01-05' });
  const { id } = await app.call('events.create', {
    kind: 'contest',
    name: 'Giải báo chí về công nhân và công đoàn',
    startsOn: '2023-11-23',
    organiserLevel: 'province',
  });
  await app.call('contests.save', {
    eventId: id,
    version: 0,
    rounds: [{ name: 'Sơ khảo' }],
    subjects: ['Báo in'],
  });
  await go(app, `/events/${id}?tab=contest`);
  await page.getByRole('button', { name: 'Thêm dự thi' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Người dự thi 1').fill('hoa');
  await page.getByText('Nguyễn Thị Hoa').first().click();
  await drawer.getByLabel('Điểm – Sơ khảo').fill('8,75');
  await drawer.getByRole('button', { name: 'Thêm giải' }).click();
  await drawer.getByLabel('Tiền thưởng 1').fill('500000');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: /Việc khác|Thêm việc/ }).click();
  await page.getByRole('menuitem', { name: 'Đặt lần tổ chức' }).click();
  const edition = page.getByRole('dialog');
  await field(page, 'Lần thứ').fill('2');
  await field(page, 'Đến năm').fill('2024');
  await expect(edition).toContainText('Ghi là “lần thứ II, 2023–2024”.');
  await edition.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(edition).toBeHidden();
  const main = page.locator('main');
  await expect(main).toContainText('lần thứ II, 2023–2024');
  const entries = page.getByRole('table', { name: 'Dự thi' });
  for (const part of ['Nguyễn Thị Hoa', '8,75', 'Giải Nhất', '500.000'])
    await expect(entries).toContainText(part);
  await expect(page.getByRole('table', { name: 'Tham gia theo đơn vị' })).toContainText('50%');
  const { rows } = await app.call('contests.prizes', { year: 2023 });
  expect(rows).toMatchObject([{ rank: 'first', money: 500_000, entry: 'Nguyễn Thị Hoa' }]);
  await page.getByRole('button', { name: 'Đề nghị khen thưởng' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Quyết định chưa có số');
  await expect(main).toContainText('Nguyễn Thị Hoa');
  await expect(main).toContainText('500.000');
});
