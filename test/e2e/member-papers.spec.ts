/** What leaves the program: lists, printed pages, cards, the record a member asks for; and making people anonymous. */
import { readXlsx } from 'hucre/xlsx';
import { addPeople, field, go, plain, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const notice = (app: App) => app.page.locator('.so-notice').last();
const dialog = (app: App) => app.page.getByRole('dialog');
const pdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString('latin1');

async function people(app: App): Promise<Record<string, number>> {
  await setUpUnit(app);
  return addPeople(app, {
    'Khoa Khám bệnh': [
      {
        fullName: 'Nguyễn Thị Hoa',
        gender: 'female',
        birthDate: '1989-02-17',
        idNumber: '001189004567',
        phone: '+84 915 318 881',
      },
      { fullName: 'Y Bảo Niê', sortName: 'Bảo', gender: 'male', note: '=1+1', cardNo: 'CD7' },
    ],
    'Khoa Ngoại': [{ fullName: 'Đỗ Văn Dũng', birthDate: '1970-05', cardStatus: 'lost', cardNo: 'CD9' }],
  });
}

async function openMore(app: App, item: string): Promise<void> {
  await app.page.locator('main').getByRole('button', { name: 'Việc khác' }).first().click();
  await app.page.getByRole('menuitem', { name: item, exact: true }).click();
  await expect(dialog(app)).toBeVisible();
}

test('a list leaves as CSV or Excel; private columns only when ticked and with a purpose that the log keeps', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await people(app);
  await go(app, '/members');
  await page.getByRole('button', { name: 'Xuất Excel' }).first().click();
  await expect(dialog(app).getByText('Đang tắt trong sổ')).toBeVisible();
  await expect(dialog(app).getByRole('checkbox', { name: 'Đảng viên' })).toHaveCount(0);
  await dialog(app).getByRole('checkbox', { name: 'Số CCCD' }).check();
  await expect(dialog(app).getByRole('button', { name: 'Còn ghi mục đích' })).toBeDisabled();
  await dialog(app).getByLabel('Mục đích dùng các cột riêng').fill('Mua bảo hiểm năm 2027');
  await dialog(app).getByRole('radio', { name: 'Văn bản (.csv)' }).check();
  const csv = await app.saved(() => dialog(app).getByRole('button', { name: 'Xuất 3 người' }).click());
  const text = Buffer.from(csv.bytes).toString('utf8');
  expect(csv.name).toMatch(/^Danh sách đoàn viên .*\.csv$/);
  expect(text.startsWith('\ufeffSTT;Họ và tên;')).toBe(true);
  expect(text).toContain(';+84 915 318 881;');
  expect(text).toContain("'=1+1");
  expect(text).toContain('001189004567');

  await page.getByRole('button', { name: 'Xuất Excel' }).first().click();
  await dialog(app).getByRole('button', { name: 'Lấy các cột đang xem' }).click();
  const xlsx = await app.saved(() => dialog(app).getByRole('button', { name: 'Xuất 3 người' }).click());
  const { sheets } = await readXlsx(xlsx.bytes);
  const cells = JSON.stringify(sheets[0]!.rows);
  expect(cells).toContain('Nguyễn Thị Hoa');
  expect(cells).not.toContain('001189004567');

  const { rows } = await app.call('audit.list', { limit: 50 });
  const taken = rows.filter((line) => line.entity === 'member_list');
  expect(taken.map((line) => (line.after as { purpose: string | null }).purpose)).toEqual([
    null,
    'Mua bảo hiểm năm 2027',
  ]);
});

test('the list is printed by department, and cards and lists of cards are drawn', {
  tag: '@desktop',
}, async ({ app }) => {
  await people(app);
  await go(app, '/members');
  await openMore(app, 'In danh sách');
  await dialog(app).getByLabel('Tên danh sách').fill('Danh sách nhận quà Tết');
  await dialog(app).getByRole('checkbox', { name: 'Thêm cột ký nhận' }).check();
  const list = await app.saved(() => dialog(app).getByRole('button', { name: 'Lưu tệp PDF' }).click());
  expect(pdf(list.bytes)).toBe('%PDF-');
  await expect(dialog(app)).toHaveCount(0);

  await openMore(app, 'Thẻ đoàn viên');
  const cards = await app.saved(() => dialog(app).getByRole('button', { name: 'Lưu tệp PDF' }).click());
  expect(cards.name).toMatch(/^Thẻ đoàn viên/);
  expect(pdf(cards.bytes)).toBe('%PDF-');

  await openMore(app, 'Thẻ đoàn viên');
  await dialog(app).getByRole('radio', { name: 'Danh sách đề nghị cấp lại' }).check();
  const lost = await app.saved(() => dialog(app).getByRole('button', { name: 'Lưu tệp PDF' }).click());
  expect(lost.name).toContain('cấp lại thẻ');

  await openMore(app, 'Thẻ đoàn viên');
  await dialog(app).getByRole('radio', { name: 'Danh sách đề nghị đổi thẻ' }).check();
  await dialog(app).getByRole('button', { name: 'Lưu tệp PDF' }).click();
  await expect(notice(app)).toContainText('Chưa có gì để in');
});

test('a member asks what is kept: the request has its day, the record answers it, and it comes back from the trash', async ({
  app,
  page,
}) => {
  const ids = await people(app);
  await go(app, `/members/${ids['Nguyễn Thị Hoa']}?tab=requests`);
  await page.getByRole('button', { name: 'Ghi yêu cầu' }).click();
  await expect(field(dialog(app), 'Người yêu cầu')).toHaveValue('Nguyễn Thị Hoa');
  await dialog(app).getByRole('button', { name: 'Lưu', exact: true }).click();
  const row = page.getByRole('row', { name: /Xin bản ghi dữ liệu/ });
  await expect(row).toContainText('Hạn ');
  await row.getByRole('button', { name: 'Việc khác' }).click();
  const file = await app.saved(() => page.getByRole('menuitem', { name: 'Phiếu thông tin PDF' }).click());
  expect(pdf(file.bytes)).toBe('%PDF-');
  expect(file.name).toContain('Phiếu thông tin Nguyễn Thị Hoa');
  await expect(row).toContainText('Đã trả lời');
  await row.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Chuyển vào thùng rác' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa có yêu cầu nào' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row).toContainText('Đã trả lời');
});

test('somebody who left long ago is made anonymous after typing the number, and no name is left', async ({
  app,
  page,
}) => {
  const ids = await people(app);
  const id = ids['Đỗ Văn Dũng']!;
  const { version } = await app.call('members.get', { id });
  await app.call('members.setStatus', {
    id,
    version,
    status: 'retired',
    statusDate: '2012-05-01',
    reason: 'Đến tuổi',
  });
  await page.evaluate(() => {
    localStorage.setItem('so.quickEntry', '[{"fullName":"Đỗ Văn Dũng"}]');
    localStorage.setItem('so.draft.members:1', '{"at":1,"values":{"fullName":"Đỗ Văn Dũng"}}');
  });
  await go(app, '/settings/retention');
  await expect(page.getByRole('heading', { name: 'Chưa đặt thời hạn' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Giữ hồ sơ sau khi rời' }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('10 năm', { exact: true }).click();
  await expect(page.getByRole('heading', { name: '1 người đã đến hạn' })).toBeVisible();
  await page.getByRole('button', { name: 'Ẩn danh Đỗ Văn Dũng' }).click();
  await expect(dialog(app)).toContainText('Không hoàn tác được');
  await expect(dialog(app)).toContainText('Các bản sao lưu cũ');
  await expect(dialog(app).getByRole('button', { name: 'Còn gõ 1' })).toBeDisabled();
  await dialog(app).getByLabel('Gõ 1 để xác nhận').fill('1');
  await dialog(app).getByRole('button', { name: 'Ẩn danh 1 người' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa ai đến hạn' })).toBeVisible();
  await expect(page.getByText('Đã ẩn danh: 1 người')).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain('Dũng');
  const after = await app.call('members.get', { id });
  expect(after.fields).toMatchObject({ birthDate: '1970', cardNo: null });
  expect(plain(after.fields.fullName)).toMatch(/^Đoàn viên ẩn danh \d{6}$/);
  await go(app, '/members?tab=all');
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Tên không dấu, thẻ, đuôi số' }).fill('do van dung');
  await expect(page.getByRole('heading', { name: 'Không có dòng nào khớp' })).toBeVisible();
});
