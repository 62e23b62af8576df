/** Inspection in the window: a plan, a session held under it with the committee of the day, a finding until it is mended, papers; women's work; the three lines. */
import { addPeople, field, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

const YEAR = new Date().getFullYear();

test('a planned inspection is held, what it found is mended, and the figures follow', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  const people = await addPeople(app, { 'Khoa Nội': ['Nguyễn Thu Hà', 'Trần Văn Bình'] });
  const [term] = (await app.call('organisation.get', {})).terms;
  const committee = await app.call('organisation.saveCommittee', {
    ...{ termId: term!.id, kind: 'inspection', name: 'Ủy ban kiểm tra' },
  });
  for (const [name, role] of [
    ['Nguyễn Thu Hà', 'chair'],
    ['Trần Văn Bình', 'member'],
  ] as const)
    await app.call('organisation.savePost', {
      ...{
        committeeId: committee.id,
        memberId: people[name]!,
        role,
        fromDate: '2025-10-28',
        how: 'committee',
      },
      title: role === 'chair' ? 'Chủ nhiệm' : 'Ủy viên',
    });
  const year = () => app.call('inspection.plan', { kind: 'inspection', year: YEAR });

  await go(app, '/inspection');
  await page.getByRole('button', { name: `Lập kế hoạch năm ${YEAR}` }).click();
  await page.getByRole('button', { name: 'Thêm việc' }).first().click();
  await field(page, 'Nội dung').fill('Kiểm tra chấp hành Điều lệ');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect.poll(async () => (await year()).items.map((item) => item.state)).toEqual(['coming']);

  await page.getByRole('button', { name: 'Ghi đã làm' }).click();
  await expect(field(page, 'Nội dung')).toHaveValue('Kiểm tra chấp hành Điều lệ');
  await expect(page.getByRole('checkbox', { name: 'Trần Văn Bình có mặt' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Trần Văn Bình có mặt' }).uncheck();
  await page.getByLabel(/^Nội dung làm việc/).fill('Xem sổ họp tổ');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kiểm tra chấp hành Điều lệ');
  await expect(page.getByText('Xem sổ họp tổ')).toBeVisible();
  await expect.poll(async () => (await year()).figures).toMatchObject({ plannedDone: 1, sessions: 1 });

  await page.getByRole('button', { name: 'Thêm kiến nghị' }).click();
  await field(page, 'Tồn tại').fill('Chưa ghi sổ họp quý I');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('button', { name: 'Chưa ghi sổ họp quý I' }).click();
  await page.getByLabel(/^Kết quả khắc phục/).fill('Đã ghi đủ');
  const today = (await year()).items[0]!.held[0]!.heldOn.split('-').reverse().join('/');
  await page.getByLabel(/^Ngày khắc phục/).fill(today);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect.poll(async () => (await year()).figures.mended).toBe(1);
  await expect(page.getByText(`Đã khắc phục ${today}`)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await year()).figures.mended).toBe(0);

  await page.getByRole('button', { name: /Lấy số 01\/BB-/ }).click();
  await expect(page.getByRole('link', { name: /01\/BB-.* Biên bản/ })).toBeVisible();
});

test('women’s work is kept alike, and the three lines of work stand beside each other', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await go(app, '/women?tab=sessions&new=1');
  await field(page, 'Nội dung').fill('Gặp mặt ngày 8/3');
  await page.getByLabel(/^Số người tham gia/).fill('120');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gặp mặt ngày 8/3');
  await expect(page.getByText('120 người tham gia')).toBeVisible();
  await go(app, '/women?tab=sessions');
  await expect(page.getByText('Gặp mặt ngày 8/3', { exact: true })).toBeVisible();
  await go(app, '/women?tab=lines');
  await expect(page.getByRole('row', { name: /Công tác nữ công/ })).toContainText('1 cuộc khác');
  await expect(page.getByRole('row', { name: /Tài chính công đoàn/ })).toContainText('Chưa có dự toán');
});
