/** The rest of the import in the window: remembered mappings, several lists, encodings, dates, own fields, the way back. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import { toVni } from '../generators/oldEncodings';
import { chooseFile, go, plain, previewFigures, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

type Cell = string | number | null;
const HEADER = ['STT', 'Họ và tên', 'Ngày sinh', 'Khoa, phòng', 'Số thẻ', 'Điện thoại'];
const PEOPLE: Cell[][] = [
  [1, 'Nguyễn Thị Ánh', '14/07/1989', 'Khoa Nội', 'CD100001', '0912345671'],
  [2, 'Trần Văn Bắc', '02/03/1979', 'Khoa Ngoại', 'CD100002', '0912345672'],
  [3, 'Lê Thị Cúc', '25/12/1991', 'Khoa Nội', 'CD100003', '0912345673'],
];

async function make(folder: string, name: string, sheets: Record<string, Cell[][]>): Promise<string> {
  const path = join(folder, name);
  writeFileSync(
    path,
    await writeXlsx({ sheets: Object.entries(sheets).map(([sheet, rows]) => ({ name: sheet, rows })) }),
  );
  return path;
}

const mappingTable = (app: App) => app.page.getByRole('table', { name: 'Ghép cột' });
const rowOf = (app: App, header: string): Locator =>
  mappingTable(app)
    .getByRole('row')
    .filter({ has: app.page.getByText(header, { exact: true }) });

async function setField(app: App, header: string, typed: string): Promise<void> {
  await app.page.getByLabel(`Ghi vào: ${header}`).click();
  await app.page.keyboard.type(typed);
  await app.page.keyboard.press('Enter');
}
async function preview(app: App): Promise<void> {
  await app.page.getByRole('button', { name: /^Xem trước \d/ }).click();
  await expect(app.page.getByRole('list', { name: 'Xem trước' })).toBeVisible({ timeout: 30_000 });
}
async function writeAll(app: App, count: number): Promise<void> {
  await app.page.getByRole('button', { name: `Ghi ${count} dòng vào sổ` }).click();
  await expect(app.page.getByRole('heading', { name: /^Đã ghi \d+ dòng vào sổ/ })).toBeVisible({
    timeout: 30_000,
  });
}

test('a mapping agreed to once is known again, renamed, put into the trash and brought back', async ({
  app,
  page,
  folder,
}) => {
  await setUpUnit(app);
  const odd = [
    ['TT', 'Họ và tên', 'Mốc A', 'Mốc B'],
    [1, 'Nguyễn Thị Ánh', '14/07/2009', 'Bác sĩ'],
    [2, 'Trần Văn Bắc', '02/03/2010', 'Y tá'],
  ];
  await go(app, '/members/import');
  await chooseFile(app, await make(folder, 'to-chuc.xlsx', { DS: odd }));
  await expect(rowOf(app, 'Mốc A').getByText('Chưa rõ')).toBeVisible();
  await setField(app, 'Mốc A', 'ngay vao co quan');
  await setField(app, 'Mốc B', 'chuc danh nghe nghiep');
  await preview(app);
  await writeAll(app, 2);
  expect((await app.call('members.list', {})).rows.map((row) => row.jobTitle)).toEqual(['Bác sĩ', 'Y tá']);

  await go(app, '/members');
  await go(app, '/members/import');
  await chooseFile(
    app,
    await make(folder, 'thang-sau.xlsx', { DS: [...odd, [3, 'Lê Thị Cúc', '01/06/2011', 'Dược sĩ']] }),
  );
  await expect(page.getByText(/^Đã nhớ cách ghép từ “to-chuc.xlsx”/)).toBeVisible();
  await expect(rowOf(app, 'Mốc A').getByText('Ngày vào cơ quan')).toBeVisible();
  await page.getByRole('button', { name: 'Đoán lại từ đầu' }).click();
  await expect(rowOf(app, 'Mốc A').getByText('Chưa rõ')).toBeVisible();

  await go(app, '/members/imports');
  await page.getByRole('button', { name: 'Tên của cách ghép “to-chuc.xlsx”' }).click();
  await page.getByRole('textbox', { name: 'Tên của cách ghép “to-chuc.xlsx”' }).fill('Mẫu phòng Tổ chức');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Mẫu phòng Tổ chức', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Chuyển “Mẫu phòng Tổ chức” vào thùng rác' }).click();
  await expect(page.getByText('Chưa nhớ cách ghép nào')).toBeVisible();
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Mẫu phòng Tổ chức', { exact: true })).toBeVisible();
});

test('a supplementary file completes known people, empties by the marker, and adds nobody', {
  tag: '@desktop',
}, async ({ app, page, folder }) => {
  await setUpUnit(app);
  for (const [, fullName, , , cardNo, phone] of PEOPLE)
    await app.call('members.create', {
      fullName: String(fullName),
      cardNo: String(cardNo),
      phone: String(phone),
    });
  await go(app, '/members/import');
  await chooseFile(
    app,
    await make(folder, 'bo-sung.xlsx', {
      DS: [
        HEADER,
        [1, 'Nguyễn Thị Ánh', '14/07/1989', null, 'CD100001', '(xóa)'],
        [2, 'Trần Văn Bắc', null, null, 'CD100002', '0988888888'],
        [3, 'Người Chưa Có', '01/01/1990', null, 'CD100009', null],
      ],
    }),
  );
  await page.getByLabel('Chỉ bổ sung cho người đã có trong sổ, không thêm người mới').check();
  await preview(app);
  expect(await previewFigures(page)).toMatchObject({ Mới: 0, 'Thay đổi': 2, 'Nghi vấn': 1 });
  await page.getByRole('button', { name: 'Tất cả', exact: true }).click();
  await expect(page.getByText('(để trống)')).toBeVisible();
  await page.getByRole('button', { name: '1 Điện thoại sẽ để trống' }).click();
  await expect(page.getByText('Trần Văn Bắc')).toHaveCount(0);
  await page.getByRole('button', { name: /^Ghi \d+ dòng vào sổ/ }).click();
  await expect(page.getByRole('heading', { name: 'Đã ghi 2 dòng vào sổ' })).toBeVisible({ timeout: 30_000 });
  const { rows } = await app.call('members.list', {});
  expect(rows.map(({ fullName, phone, birthDate }) => [fullName, phone, birthDate])).toEqual([
    ['Nguyễn Thị Ánh', null, '1989-07-14'],
    ['Trần Văn Bắc', '0988888888', null],
    ['Lê Thị Cúc', '0912345673', null],
  ]);
});

test('a file with card numbers and new phone numbers only changes whom it finds and tells whom it does not', async ({
  app,
  page,
  folder,
}) => {
  await setUpUnit(app);
  for (const [, fullName, , , cardNo, phone] of PEOPLE)
    await app.call('members.create', {
      fullName: String(fullName),
      cardNo: String(cardNo),
      phone: String(phone),
    });
  await go(app, '/members/import');
  await chooseFile(
    app,
    await make(folder, 'so-moi.xlsx', {
      DS: [
        ['Mã thẻ', 'Số điện thoại mới'],
        ['CD100002', '0988888888'],
        ['CD100003', '0912345673'],
        ['CD999999', '0977777777'],
      ],
    }),
  );
  await expect(page.getByText('Danh sách không có cột họ tên', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Chỉ bổ sung cho người đã có trong sổ, không thêm người mới')).toBeDisabled();
  await preview(app);
  expect(await previewFigures(page)).toMatchObject({ Mới: 0, 'Thay đổi': 1, 'Giống hệt': 1, 'Nghi vấn': 1 });
  await expect(page.getByText('Không tìm thấy ai có số thẻ CD999999')).toBeVisible();
  await page.getByRole('button', { name: 'Tất cả', exact: true }).click();
  await expect(page.getByText('Trần Văn Bắc')).toBeVisible();
  await page.getByRole('button', { name: /^Ghi \d+ dòng vào sổ/ }).click();
  await expect(page.getByRole('heading', { name: 'Đã ghi 1 dòng vào sổ' })).toBeVisible({ timeout: 30_000 });
  const { rows } = await app.call('members.list', {});
  expect(rows.map(({ fullName, phone }) => [fullName, phone])).toEqual([
    ['Nguyễn Thị Ánh', '0912345671'],
    ['Trần Văn Bắc', '0988888888'],
    ['Lê Thị Cúc', '0912345673'],
  ]);
});

test('several sheets and lists are read in one go, and a list can be left out', async ({
  app,
  page,
  folder,
}) => {
  await setUpUnit(app);
  const bare = (row: Cell[]) => row.filter((_, at) => at !== 3);
  await go(app, '/members/import');
  await chooseFile(
    app,
    await make(folder, 'nhieu-trang.xlsx', {
      'Khoa Nội': [bare(HEADER), bare(PEOPLE[0]!), bare(PEOPLE[2]!)],
      'Khoa Ngoại': [bare(HEADER), bare(PEOPLE[1]!)],
      'Hợp đồng': [
        ['Họ tên', 'Năm sinh', 'Đơn vị'],
        ['Hồ Văn Dần', '1990', 'Tổ bảo vệ'],
      ],
    }),
  );
  const lists = page.getByRole('table', { name: 'Danh sách trong tệp' });
  await expect(lists.getByRole('checkbox')).toHaveCount(3);
  await expect(lists.getByRole('checkbox').nth(2)).not.toBeChecked();
  await expect(page.getByRole('button', { name: 'Xem trước 3 dòng' })).toBeVisible();
  await lists.getByRole('checkbox').nth(2).check();
  await page.getByRole('tab', { name: /Hợp đồng/ }).click();
  await expect(rowOf(app, 'Đơn vị').getByText('Khoa, phòng')).toBeVisible();
  await page.getByRole('button', { name: 'Xem trước 4 dòng' }).click();
  await expect(page.getByRole('list', { name: 'Xem trước' })).toBeVisible({ timeout: 30_000 });
  await writeAll(app, 4);
  const { rows } = await app.call('members.list', {});
  expect(rows.map(({ fullName, department }) => [fullName, department])).toEqual([
    ['Nguyễn Thị Ánh', 'Khoa Nội'],
    ['Trần Văn Bắc', 'Khoa Ngoại'],
    ['Lê Thị Cúc', 'Khoa Nội'],
    ['Hồ Văn Dần', 'Tổ bảo vệ'],
  ]);
});

test('the encoding and the order of dates are chosen by what they read', async ({ app, page, folder }) => {
  await setUpUnit(app);
  await go(app, '/members/import');
  await chooseFile(
    app,
    await make(folder, 'phong-cu.xlsx', {
      DS: [
        ['Họ và tên', 'Ngày sinh', 'Chức danh'],
        ['Lê Văn An', '05/02/1980', toVni('Điều dưỡng')],
        ['Tô Thị Na', '03/04/1981', 'Y tá'],
      ],
    }),
  );
  await expect(page.getByText('05/02/1980 là 05/02/1980')).toBeVisible();
  await page
    .getByRole('radiogroup', { name: 'Thứ tự ngày tháng của cột Ngày sinh' })
    .getByText('Tháng trước')
    .click();
  await expect(page.getByText('05/02/1980 là 02/05/1980')).toBeVisible();
  await page.getByLabel('Bảng mã của cột Chức danh').click();
  await page.getByText('VNI: Điều dưỡng').click();
  await preview(app);
  await writeAll(app, 2);
  const { rows } = await app.call('members.list', {});
  expect(rows.map(({ birthDate, jobTitle }) => [birthDate, jobTitle])).toEqual([
    ['1980-05-02', 'Điều dưỡng'],
    ['1981-03-04', 'Y tá'],
  ]);
});

test('a column of a switched-off field says so and is switched on with its purpose; own fields are targets', async ({
  app,
  page,
  folder,
}) => {
  await setUpUnit(app);
  const { id } = await app.call('members.saveExtraField', {
    label: 'Cỡ áo',
    kind: 'choice',
    choices: ['S', 'M', 'L'],
  });
  await go(app, '/members/import');
  await chooseFile(
    app,
    await make(folder, 'luong.xlsx', {
      DS: [
        ['Họ và tên', 'Hệ số lương', 'Áo đồng phục'],
        ['Lê Văn An', 2.34, 'm'],
        ['Tô Thị Na', 3.66, 'L'],
      ],
    }),
  );
  await expect(rowOf(app, 'Hệ số lương').getByText('Đang tắt: Hệ số lương')).toBeVisible();
  await page.getByRole('button', { name: 'Bật để nhập' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Dùng để làm gì').fill('Tính đoàn phí');
  await dialog.getByRole('button', { name: 'Bật', exact: true }).click();
  await expect(rowOf(app, 'Hệ số lương').getByText('Chắc')).toBeVisible({ timeout: 30_000 });
  await setField(app, 'Áo đồng phục', 'Cỡ áo');
  await preview(app);
  await writeAll(app, 2);
  const { rows } = await app.call('members.list', {});
  expect(rows.map((row) => row.extra[id])).toEqual(['M', 'L']);
  const { values } = await app.call('members.reveal', { id: rows[1]!.id, fields: ['salaryCoefficient'] });
  expect(values.salaryCoefficient).toBe(3.66);
});

test('an import is taken back after later edits; what stays is named with the reason', async ({
  app,
  page,
  folder,
}) => {
  await setUpUnit(app);
  await go(app, '/members/import');
  await chooseFile(app, await make(folder, 'dau-nam.xlsx', { DS: [HEADER, ...PEOPLE] }));
  await preview(app);
  await writeAll(app, 3);
  const { rows } = await app.call('members.list', {});
  const got = await app.call('members.get', { id: rows[0]!.id });
  await app.call('members.update', { id: got.id, version: got.version, ...got.fields, note: 'đã gặp' });
  await go(app, '/members/imports');
  await page.getByRole('button', { name: 'Hoàn tác lần nhập “dau-nam.xlsx”' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('link', { name: 'Nguyễn Thị Ánh' })).toBeVisible();
  expect(plain(await drawer.innerText())).toContain('đã sửa sau lần nhập');
  await drawer.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click();
  await expect(page.locator('.so-notice').last()).toContainText('bỏ 2 người');
  await expect(page.getByText('Đã hoàn tác', { exact: true })).toBeVisible();
  expect((await app.call('members.list', {})).rows.map((row) => row.fullName)).toEqual(['Nguyễn Thị Ánh']);
});

test('of an old and a new number the new one is taken, and the mapping says why the old one is not', async ({
  app,
  folder,
}) => {
  await setUpUnit(app);
  await go(app, '/members/import');
  await chooseFile(
    app,
    await make(folder, 'doi-so.xlsx', {
      DS: [
        ['Họ và tên', 'SĐT cũ', 'SĐT mới', 'CMND cũ', 'CCCD mới'],
        ['Nguyễn Thị Ánh', '01682345678', '0382345678', '040123456', '011190000111'],
        ['Trần Văn Bắc', '01692345678', '0392345678', '040123457', '011090000222'],
      ],
    }),
  );
  await expect(rowOf(app, 'SĐT cũ').getByText('Không dùng: đã lấy cột “SĐT mới”')).toBeVisible();
  await expect(rowOf(app, 'CMND cũ').getByText('Không dùng: đã lấy cột “CCCD mới”')).toBeVisible();
  await preview(app);
  await writeAll(app, 2);
  const { rows } = await app.call('members.list', {});
  expect(rows.map(({ phone }) => phone).sort()).toEqual(['0382345678', '0392345678']);
});
