/** Word templates in the window: an event's papers, a copy edited in Word, what is wrong in it, and the way back. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readDocx } from '../unit/papersReaders';
import { go, plain, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

const textOf = (bytes: Buffer) => plain(readDocx(bytes).lines.join('\n'));

/** The same file with a line put in before everything, as an officer would in Word. */
function withLine(bytes: Buffer, text: string): Uint8Array {
  const parts = unzipSync(new Uint8Array(bytes));
  const xml = strFromU8(parts['word/document.xml']!);
  const line = `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace('<w:body>', `<w:body>${line}`)) });
}

test('papers of an event follow the template the office edited', { tag: '@desktop' }, async ({
  app,
  page,
  folder,
}) => {
  await setUpUnit(app);
  const { id } = await app.call('events.create', {
    kind: 'committee_meeting',
    name: 'Hội nghị Ban Chấp hành quý IV',
    startsOn: '2026-11-25',
    startsAt: '14:00',
    place: 'Hội trường tầng 3',
  });
  await go(app, `/events/${id}`);
  const paper = async (name: string) =>
    app.saved(async () => {
      await page.getByRole('button', { name: 'Việc khác', exact: true }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    });
  const first = await paper('Giấy mời chung');
  expect(first.name).toBe('Giấy mời Hội nghị Ban Chấp hành quý IV.docx');
  expect(textOf(first.bytes)).toContain('Thời gian: 14 giờ 00, thứ Tư, ngày 25 tháng 11 năm 2026.');

  await go(app, '/settings/templates');
  await page.getByRole('button', { name: 'Giấy mời' }).click();
  const sheet = page.locator('.so-templates__sheet');
  await expect(sheet).toContainText('Ông Phạm Quốc Việt');
  await page.getByLabel('Điền bằng').click();
  await page.getByText('Hội nghị Ban Chấp hành quý IV · 25/11/2026').click();
  await expect(sheet).toContainText('Các đồng chí đại biểu');
  await expect(sheet).toContainText('Đặng Thị Ước');

  const copy = await app.saved(() =>
    page.getByRole('button', { name: 'Lưu một bản để sửa trong Word' }).click(),
  );
  const wrong = join(folder, 'Giấy mời sai.docx');
  writeFileSync(wrong, withLine(copy.bytes, 'Kính mời dự {ten_su_kein}'));
  const bring = () => page.getByRole('button', { name: 'Đưa bản đã sửa vào' }).click();
  await app.answerPick(wrong, bring);
  await expect(page.getByText('{ten_su_kein}: sổ không có chỗ điền này.')).toBeVisible();
  await expect(page.getByText('Gõ lại là {ten_su_kien}')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Dùng mẫu này' })).toBeHidden();
  await page.getByRole('button', { name: 'Bỏ, giữ mẫu đang dùng' }).click();

  const own = join(folder, 'Giấy mời của đơn vị.docx');
  writeFileSync(own, withLine(copy.bytes, 'Bản riêng của {TEN_NGAN}'));
  await app.answerPick(own, bring);
  await page.getByRole('button', { name: 'Dùng mẫu này' }).click();
  await expect(page.getByText('Bản 1: Giấy mời của đơn vị.docx')).toBeVisible();
  await expect(sheet).toContainText('Bản riêng của CĐCS BVĐK KHU VỰC SUỐI NGÀN');

  const again = await app.call('events.word', { id, template: 'invitation' });
  expect(again.name).toBe(first.name);
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Mẫu có sẵn' })
    .getByRole('button', { name: 'Dùng bản này' })
    .click();
  await expect(sheet).not.toContainText('Bản riêng');
  await page.keyboard.press('Control+z');
  await expect(sheet).toContainText('Bản riêng');
});
