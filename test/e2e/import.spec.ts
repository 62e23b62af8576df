/** The import guide in the window: the mapping it guessed, every row judged, a sum that adds up, one step back. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseFile, fixture, go, plain, previewFigures, previewFile, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

const truth = JSON.parse(readFileSync(fixture('truth.json'), 'utf8'))['members-office.xlsx'] as {
  people: number;
  duplicates: number;
  female: number;
  departments: number;
};
const lines = truth.people + truth.duplicates;

test('an office list: mapping, preview, sum, the same file again, and everything taken back at once', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/members/import');
  await chooseFile(app, fixture('members-office.xlsx'));
  await expect(
    page.getByText(/^Thấy 272 người trong tệp “members-office.xlsx”, tiêu đề ở dòng \d+\.$/),
  ).toBeVisible();
  const row = page.getByRole('row', { name: /Nam/ }).first();
  await expect(row).toBeVisible();
  await page.getByRole('button', { name: `Xem trước ${lines} dòng` }).click();
  await expect(page.getByRole('list', { name: 'Xem trước' })).toBeVisible({ timeout: 30_000 });
  expect(await previewFigures(page)).toEqual({
    Mới: truth.people,
    'Thay đổi': 0,
    'Giống hệt': 0,
    'Nghi vấn': truth.duplicates,
    'Tất cả': lines,
  });
  await expect(page.getByText(`Sẽ lập thêm: ${truth.departments} khoa, phòng`)).toBeVisible();
  await expect(
    page.getByText(/Cùng (số thẻ|số CCCD|họ tên và ngày sinh) với dòng \d+|Có thể là người ở dòng/),
  ).toHaveCount(truth.duplicates);
  expect((await app.call('members.list', {})).total).toBe(0);
  await page.getByRole('button', { name: `Ghi ${lines} dòng vào sổ` }).click();
  await expect(page.getByRole('heading', { name: `Đã ghi ${lines} dòng vào sổ` })).toBeVisible({
    timeout: 30_000,
  });
  await expect
    .poll(async () => plain(await page.locator('main').innerText()))
    .toContain(
      `${lines} dòng = ${truth.people} mới + 0 thay đổi + 0 giống hệt + ${truth.duplicates} gộp vào người đã có + 0 bỏ qua`,
    );
  expect((await app.call('members.list', { genders: ['female'] })).total).toBe(truth.female);

  await previewFile(app, fixture('members-office.xlsx'));
  expect(await previewFigures(page)).toMatchObject({ Mới: 0, 'Thay đổi': 0 });

  await go(app, '/members');
  await expect(page.getByRole('tab', { name: /Đang sinh hoạt/ })).toContainText(String(truth.people));
  await go(app, '/members/import');
  await page.getByRole('button', { name: 'Hoàn tác lần nhập “members-office.xlsx”' }).click();
  await expect(page.getByText('Không có gì phải giữ lại')).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click();
  await expect(page.locator('.so-notice').last()).toContainText(`bỏ ${truth.people} người`);
  expect((await app.call('members.list', {})).total).toBe(0);
  expect((await app.call('organisation.units', {})).rows).toEqual([]);
});

test('Ctrl+Z takes an import back as well', async ({ app, page }) => {
  await setUpUnit(app);
  await previewFile(app, fixture('members-semicolon.csv'));
  await page.getByRole('button', { name: /^Ghi \d+ dòng vào sổ/ }).click();
  await expect(page.getByRole('heading', { name: 'Đã ghi 57 dòng vào sổ' })).toBeVisible();
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await app.call('members.list', {})).total).toBe(0);
});

test('the mapping can be changed, and columns left out', async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/members/import');
  await chooseFile(app, fixture('members-clean.xlsx'));
  const phone = page.getByLabel(/^Ghi vào: .*(Điện thoại|SĐT|ĐT)/i).first();
  await phone.click();
  await page.keyboard.type('khong nhap');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Xem trước 312 dòng' }).click();
  await page.getByRole('button', { name: /^Ghi 312 dòng/ }).click();
  await expect(page.getByRole('heading', { name: 'Đã ghi 312 dòng vào sổ' })).toBeVisible({
    timeout: 30_000,
  });
  const { rows } = await app.call('members.list', { limit: 500 });
  expect(rows).toHaveLength(312);
  expect(rows.every((row) => row.phone === null)).toBe(true);
});

test('a name alone only proposes: nothing is written until each suspect is settled', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const known = await app.call('members.create', { fullName: 'Ngô Bá Mạnh', birthDate: '1977' });
  await previewFile(app, fixture('members-clean.xlsx'));
  expect(await previewFigures(page)).toMatchObject({ Mới: 311, 'Nghi vấn': 1 });
  const commit = page.getByRole('button', { name: 'Còn 1 dòng nghi vấn' });
  await expect(commit).toBeDisabled();
  await page.getByRole('radio', { name: /^Là Ngô Bá Mạnh/ }).click();
  await expect(page.getByRole('radio', { name: /^Là Ngô Bá Mạnh/ })).toBeChecked();
  await page.getByRole('button', { name: 'Ghi 312 dòng vào sổ' }).click();
  await expect(page.getByRole('heading', { name: 'Đã ghi 312 dòng vào sổ' })).toBeVisible({
    timeout: 30_000,
  });
  expect((await app.call('members.list', {})).total).toBe(312);
  expect((await app.call('members.get', { id: known.id })).fields.birthDate).toBe('1977-07-28');
});

test('changed cells show both values', async ({ app, page }) => {
  await setUpUnit(app);
  await previewFile(app, fixture('members-clean.xlsx'));
  await page.getByRole('button', { name: /^Ghi 312 dòng/ }).click();
  await expect(page.getByRole('heading', { name: 'Đã ghi 312 dòng vào sổ' })).toBeVisible({
    timeout: 30_000,
  });
  const { rows } = await app.call('members.list', { search: 'Ngô Bá Mạnh' });
  const one = await app.call('members.get', { id: rows[0]!.id });
  await app.call('members.update', { id: one.id, version: one.version, ...one.fields, jobTitle: 'Lái xe' });
  await previewFile(app, fixture('members-clean.xlsx'));
  expect(await previewFigures(page)).toMatchObject({ Mới: 0, 'Thay đổi': 1, 'Giống hệt': 311 });
  await page.getByRole('button', { name: 'Thay đổi', exact: true }).click();
  await expect(page.locator('.so-import-change')).toContainText('Lái xe');
});

test.describe('a file that cannot be read says why, and nothing changes', () => {
  const cases: [string, Buffer | 'fixture', RegExp][] = [
    ['hỏng.xlsx', Buffer.from('PK\u0003\u0004 không phải Excel'), /Chưa đọc được tệp.*hỏng/],
    ['rỗng.xlsx', Buffer.alloc(0), /Chưa đọc được tệp.*Tệp không có dòng nào/],
    [
      'mật khẩu.xlsx',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(504),
        Buffer.from('EncryptedPackage', 'utf16le'),
        Buffer.alloc(1024),
      ]),
      /Chưa đọc được tệp/,
    ],
  ];
  for (const [name, bytes, sentence] of cases)
    test(name, async ({ app, page, folder }) => {
      await setUpUnit(app);
      const path = join(folder, name);
      writeFileSync(path, bytes);
      await go(app, '/members/import');
      await chooseFile(app, path);
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(sentence);
      await expect(alert).toContainText('Sổ chưa thay đổi gì');
      expect((await app.call('members.list', { statuses: [] })).total).toBe(0);
      await expect(page.getByRole('button', { name: 'Chọn tệp danh sách' })).toBeVisible();
    });
});
