/** The award chain in the window: a form given out, filled in, read back, voted on, drafted into a decision. */
import { writeFileSync } from 'node:fs';
import { read, utils, write } from '@e965/xlsx';
import { addPeople, field, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

test(
  'a list is given out, filled in, read back, voted on, and becomes one draft decision',
  {
    tag: '@desktop',
  },
  async ({ app, page }, testInfo) => {
    await setUpUnit(app);
    await addPeople(app, {
      'Khoa Nội': ['Nguyễn Thị Hoa', 'Trần Văn Bình'],
      'Khoa Nhi': ['Lò Thị Mai', 'Lò Thị Mại'],
    });
    await go(app, '/awards?tab=proposals');
    await page.getByRole('button', { name: 'Mở đợt mới' }).click();
    await field(page, 'Tên').fill('Xét khen cuối năm');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xét khen cuối năm');
    const roundId = (await app.call('proposals.rounds', {})).rows[0]!.id;

    await page.getByRole('tab', { name: 'Nơi nộp' }).click();
    const form = await app.saved(() =>
      page.getByRole('button', { name: 'Xuất danh sách để Khoa Nội điền' }).click(),
    );
    const book = read(form.bytes);
    const sheet = book.Sheets['Khoa Nội']!;
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' });
    const head = rows.findIndex((row) => row.includes('STT'));
    const column = (title: string) => rows[head]!.indexOf(title);
    const set = (row: string[], title: string, value: string) => {
      row[column(title)] = value;
    };
    const hoa = rows.find((row) => row.includes('Nguyễn Thị Hoa'))!;
    set(hoa, 'Hình thức đề nghị', 'Giấy khen');
    set(hoa, 'Tóm tắt thành tích', 'Trực đủ 120 buổi');
    const added = rows.findLast((row) => row.every((cell) => cell === ''))!;
    set(added, 'Đối tượng', 'Cá nhân');
    set(added, 'Họ và tên / Tên tập thể', 'lo thi mai');
    set(added, 'Hình thức đề nghị', 'giay khen');
    utils.sheet_add_aoa(sheet, rows);
    const path = testInfo.outputPath('khoa-noi.xlsx');
    writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }));

    await app.answerPick(path, () => page.getByRole('button', { name: 'Đọc danh sách' }).click());
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByText('1 dòng cần chọn')).toBeVisible();
    await expect(drawer.getByRole('button', { name: 'Nhận 1 đề nghị' })).toBeDisabled();
    await drawer
      .getByRole('combobox', { name: /Chọn người cho dòng/ })
      .last()
      .click();
    await page.locator('.ant-select-item-option').filter({ hasText: 'Lò Thị Mại' }).click();
    await drawer.getByRole('button', { name: 'Nhận 2 đề nghị' }).click();
    await expect(page.locator('.so-notice__text', { hasText: 'Đã nhận 2 đề nghị' })).toBeVisible();
    await expect(page.getByText('Đã nộp', { exact: false }).first()).toBeVisible();
    const known = async () =>
      (await app.call('proposals.list', { roundId })).rows.map((row) => row.name).sort();
    expect(await known()).toEqual(['Lò Thị Mại', 'Nguyễn Thị Hoa']);

    const attendees = [{ name: 'Hoàng Minh Tuệ' }, { name: 'Vàng A Chẩu' }, { name: 'Trần Văn Bình' }];
    await app.call('proposals.saveMeeting', { roundId, heldOn: '2026-11-18', threshold: 60, attendees });
    await page.getByRole('tab', { name: 'Họp xét' }).click();
    const votes = (name: string) => page.getByLabel(`Số phiếu đồng ý của ${name}`);
    await votes('Nguyễn Thị Hoa').fill('2');
    await votes('Nguyễn Thị Hoa').press('Tab');
    await expect(page.getByRole('cell', { name: '2/3, 66,67%' })).toBeVisible();
    await votes('Lò Thị Mại').fill('1');
    await votes('Lò Thị Mại').press('Tab');
    await expect(page.getByRole('cell', { name: '1/3, 33,33%' })).toBeVisible();
    const results = async () =>
      (await app.call('proposals.list', { roundId })).rows.map((row) => [row.name, row.outcome?.result]);
    await expect.poll(results).toEqual([
      ['Nguyễn Thị Hoa', 'approved'],
      ['Lò Thị Mại', 'refused'],
    ]);
    const minutes = await app.saved(() => page.getByRole('button', { name: 'Biên bản họp xét' }).click());
    expect(minutes.name).toContain('Biên bản họp xét');

    await page.getByRole('tab', { name: 'Quyết định' }).click();
    await page.getByRole('button', { name: 'Soạn quyết định' }).click();
    const draft = page.locator('#main').getByRole('link', { name: 'Giấy khen' });
    await expect(draft).toBeVisible();
    await expect(page.getByRole('cell', { name: '1 cá nhân' })).toBeVisible();
    await draft.click();
    await expect(page.getByRole('link', { name: 'Xét khen cuối năm' })).toBeVisible();
    await expect(page.getByText('Nguyễn Thị Hoa').first()).toBeVisible();
  },
);
