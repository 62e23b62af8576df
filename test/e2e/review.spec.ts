/** The self-review in the window: opened, scored by typing, proven, printed, closed; and the criteria set edited. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocx } from '../unit/papersReaders';
import { go } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** A unit with a few recorded events in the running year. */
async function openUnit(app: App): Promise<number> {
  await app.call('organisation.saveProfile', {
    name: 'CÔNG ĐOÀN CƠ SỞ TRUNG TÂM Y TẾ SUỐI MƠ',
    shortName: 'CĐCS Suối Mơ',
    symbol: 'CĐCS',
  });
  await app.call('organisation.saveTerm', { startsOn: '2023-01-01', chairName: 'Hoàng Văn Sơn' });
  await app.call('organisation.finishSetup', { done: true });
  const { currentYear } = await app.call('review.list', {});
  await app.call('events.create', {
    kind: 'staff_conference',
    name: 'Hội nghị cán bộ, công chức, viên chức',
    startsOn: `${currentYear}-01-02`,
  });
  return currentYear;
}

test('is opened, scored by typing, proven with a file, printed and closed', { tag: '@desktop' }, async ({
  app,
  page,
  folder,
}) => {
  const year = await openUnit(app);
  await go(app, '/review');
  await page.getByRole('button', { name: `Mở bảng năm ${year}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Tự kiểm tra năm ${year}`);
  await expect(page.locator('.so-review-reference')).toHaveText('tham khảo, chưa đối chiếu cấp trên');

  await page.getByLabel('Điểm tự chấm tiêu chí 1.1', { exact: true }).fill('5');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Điểm tự chấm tiêu chí 1.2')).toBeFocused();
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('9 lớn hơn điểm tối đa của tiêu chí 1.2 là 5');
  await page.getByLabel('Điểm tự chấm tiêu chí 1.2').fill('5');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('chưa có minh chứng nào');

  const panel = page.getByRole('complementary', { name: 'Tiêu chí đang xem' });
  await expect(panel).toContainText('Chấm tay: sổ không ghi số liệu');
  const file = join(folder, 'Quy chế dân chủ.pdf');
  writeFileSync(file, '%PDF-1.4 quy chế');
  await panel.getByRole('button', { name: 'Gắn thêm' }).click();
  await app.answerPick(file, () => page.getByRole('menuitem', { name: 'Tệp trên máy' }).click());
  await expect(panel.getByRole('button', { name: 'Quy chế dân chủ.pdf' }).first()).toBeVisible();
  await page.getByLabel('Điểm tự chấm tiêu chí 1.2').click();
  await page.getByLabel('Điểm tự chấm tiêu chí 1.2').fill('4,5');
  await page.keyboard.press('Enter');
  await expect(page.locator('.so-review-rank__points')).toHaveText('9,5');

  await page
    .getByRole('button', { name: /^1 hội nghị/ })
    .first()
    .click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('link', { name: 'Hội nghị cán bộ, công chức, viên chức' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();

  const saved = await app.saved(async () => {
    await page.getByRole('button', { name: 'Xuất Word' }).click();
    await page.getByRole('menuitem', { name: 'Word (.docx)' }).click();
  });
  expect(saved.name).toBe(`Tự chấm điểm công đoàn cơ sở năm ${year}.docx`);
  const text = plain(readDocx(saved.bytes).lines.join('\n'));
  expect(text).toContain('Quy chế dân chủ.pdf');
  expect(text).toContain('chỉ để tham khảo');

  await page.getByRole('button', { name: 'Chốt', exact: true }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('Còn 26 tiêu chí chưa chấm.');
  await question.getByRole('button', { name: 'Chốt', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Mở lại' })).toBeVisible();
  await expect(page.getByLabel('Điểm tự chấm tiêu chí 1.3')).toBeDisabled();
  await app.call('events.create', {
    kind: 'staff_conference',
    name: 'Hội nghị thứ hai',
    startsOn: `${year}-01-03`,
  });
  await page.reload();
  await expect(page.getByRole('button', { name: /^1 hội nghị/ }).first()).toBeVisible();
});

test('a score and a removed evidence are taken back with Ctrl Z', async ({ app, page }) => {
  await openUnit(app);
  const { currentYear } = await app.call('review.list', {});
  await app.call('review.create', { year: currentYear });
  await go(app, '/review');
  const input = page.getByLabel('Điểm tự chấm tiêu chí 1.4');
  await input.fill('2');
  await input.press('Enter');
  await expect(page.locator('.so-review-rank__points')).toHaveText('2');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.so-review-rank__points')).toHaveText('–');
  await expect(input).toHaveValue('');
});

test('the criteria set is edited line by line and marked as compared', async ({ app, page }) => {
  await openUnit(app);
  await go(app, '/review/sets');
  await page.getByRole('link', { name: 'Bộ tiêu chí tham khảo 40/40/15/5' }).click();
  await page.getByRole('button', { name: 'Họp Ban Chấp hành định kỳ, biên bản đủ' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByLabel('Điểm tối đa').fill('3,5');
  await panel.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Cộng các tiêu chí là 39,5')).toBeVisible();
  await page.getByRole('button', { name: 'Ghi ngày đã đối chiếu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi ngày đối chiếu' }).click();
  await expect(page.getByRole('button', { name: 'Bỏ ngày đối chiếu' })).toBeVisible();
  const { rows } = await app.call('review.sets', {});
  expect(rows[0]?.confirmedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
});
