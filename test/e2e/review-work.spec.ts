/** The work around the self-review in the window: who does what, who checks, what is left, ratings typed in a grid, sets as workbooks. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocx } from '../unit/papersReaders';
import { go } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

async function openUnit(app: App): Promise<number> {
  await app.call('organisation.saveProfile', {
    name: 'CÔNG ĐOÀN CƠ SỞ TRUNG TÂM Y TẾ SUỐI MƠ',
    shortName: 'CĐCS Suối Mơ',
    symbol: 'CĐCS',
  });
  await app.call('organisation.saveTerm', { startsOn: '2023-01-01', chairName: 'Hoàng Văn Sơn' });
  await app.call('organisation.finishSetup', { done: true });
  return (await app.call('review.list', {})).currentYear;
}

test('union groups are rated in a grid by keyboard, counted, closed into yearly classes and printed', {
  tag: '@desktop',
}, async ({ app, page }) => {
  const year = await openUnit(app);
  for (const name of ['Tổ công đoàn số 01', 'Tổ công đoàn số 02'])
    await app.call('organisation.createUnit', { kind: 'group', name });
  await app.call('review.create', { year });
  await go(app, '/review?tab=ratings');
  await page.getByRole('button', { name: 'Mở bảng xếp loại tổ công đoàn' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Xếp loại tổ công đoàn năm ${year}`);

  const cell = (group: string, code: string) =>
    page.getByLabel(`Tổ công đoàn số ${group}, tiêu chí ${code}`, { exact: true });
  await cell('01', '1').click();
  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  await expect(cell('02', '1')).toBeFocused();
  await page.keyboard.type('21');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('21 lớn hơn điểm tối đa 20');
  await cell('02', '1').fill('12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page.locator('tr', { hasText: 'số 02' }).locator('td[data-total]')).toHaveText('12');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(cell('02', '1')).toHaveValue('');

  const { rows } = await app.call('review.ratings', { year });
  const { id } = rows[0] ?? { id: 0 };
  const sheet = await app.call('review.rating', { id });
  await app.call('review.setRatingScores', {
    id,
    who: 'group',
    cells: sheet.lines.flatMap(({ subjectId }) =>
      sheet.groups.flatMap((group) =>
        group.criteria.map((each) => ({ subjectId, criterion: each.uid, score: each.max })),
      ),
    ),
  });
  await expect(page.locator('[data-rank="Hoàn thành xuất sắc nhiệm vụ"]')).toContainText('2');
  const saved = await app.saved(async () => {
    await page.getByRole('button', { name: 'Xuất tệp' }).click();
    await page.getByRole('menuitem', { name: 'Word (.docx)' }).click();
  });
  expect(readDocx(saved.bytes).lines.join('\n')).toContain('(2/0/0/0)');
  await page.getByRole('button', { name: 'Chốt', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Mở lại' })).toBeVisible();
  await expect(cell('01', '1')).toBeDisabled();
  const classes = (await app.call('organisation.classes', { unitId: null, year })).rows;
  expect(classes.map((row) => row.class)).toEqual(['excellent', 'excellent']);
});

test('criteria are given to people, checked from above, and what is left goes into next year’s plan', async ({
  app,
  page,
}) => {
  const year = await openUnit(app);
  await app.call('review.create', { year });
  await go(app, '/review?tab=people');
  await page.getByLabel('Chọn tiêu chí 1.2', { exact: true }).check();
  await page.getByLabel('Chọn tiêu chí 1.4', { exact: true }).check();
  await page.getByRole('button', { name: 'Giao 2 tiêu chí đã chọn' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Hoặc người ngoài danh sách').fill('Đỗ Thị Cam');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  const progress = page.getByRole('table', { name: 'Tiến độ theo người' });
  await expect(progress.getByRole('row', { name: /Đỗ Thị Cam/ })).toContainText('2');

  const { rows } = await app.call('review.list', {});
  const id = rows[0]?.id ?? 0;
  const { version } = await app.call('review.get', { id });
  await app.call('review.setCheckers', { id, version, upperBy: 'Lò Thị Mai', upperOn: `${year}-12-01` });
  await page.getByRole('tab', { name: 'Bảng chấm' }).click();
  await page.getByLabel('Điểm tự chấm tiêu chí 1.2', { exact: true }).fill('4');
  await page.keyboard.press('Enter');
  await page.getByLabel('Điểm cấp trên chấm tiêu chí 1.2', { exact: true }).fill('3,5');
  await page.keyboard.press('Enter');
  await expect(page.getByTitle('chênh −0,5 so với tự chấm')).toBeVisible();
  await expect(page.getByLabel('Điểm cấp trên chấm tiêu chí 1.3', { exact: true })).toBeFocused();

  await page.getByRole('tab', { name: 'Chuyển sang năm sau' }).click();
  await page.getByRole('button', { name: new RegExp(`việc vào chương trình năm ${year + 1}`) }).click();
  await expect(page.locator('.so-notice__text')).toContainText('việc vào chương trình công tác.');
  const plan = await app.call('plans.list', { year: year + 1 });
  expect(plan.rows.find((row) => row.origin?.endsWith('tiêu chí 1.2'))?.personName).toBe('Đỗ Thị Cam');

  await page.getByRole('button', { name: 'Chốt', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText(`việc sẽ chuyển sang năm ${year + 1}`);
});

test('a criteria set goes out as a workbook and comes back; a bad one is told by row and column', async ({
  app,
  page,
  folder,
}) => {
  await openUnit(app);
  await go(app, '/review/sets');
  await page.getByRole('link', { name: 'Bảng chấm điểm tổ công đoàn (tham khảo)' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bảng chấm điểm tổ công đoàn (tham khảo)');
  const saved = await app.saved(async () => {
    await page.getByRole('button', { name: 'Việc khác' }).click();
    await page.getByRole('menuitem', { name: 'Xuất Excel' }).click();
  });
  const good = join(folder, 'Bộ.xlsx');
  writeFileSync(good, saved.bytes);
  await go(app, '/review/sets');
  await app.answerPick(good, () => page.getByRole('button', { name: 'Đọc từ Excel' }).click());
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('2 nhóm, 8 tiêu chí, 4 mức xếp loại');
  await drawer.getByRole('button', { name: 'Lập bộ này' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bảng chấm điểm tổ công đoàn (tham khảo)');
  const sets = await app.call('review.sets', { kind: 'group' });
  expect(sets.rows).toHaveLength(2);

  await go(app, '/review/sets');
  const bad = join(folder, 'Sai.csv');
  writeFileSync(bad, 'Mục,Giá trị\nTên bộ,Bộ sai\n');
  await app.answerPick(bad, () => page.getByRole('button', { name: 'Đọc từ Excel' }).click());
  await expect(drawer.getByRole('alert')).toContainText('Thiếu trang này');
});
