/** Quick entry in the window: typed by keyboard alone, pasted from a workbook, problems in words, nothing lost. */
import { addPeople, go, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

async function open(app: App): Promise<void> {
  await setUpUnit(app);
  await addPeople(app, {
    'Khoa Nội - Nhi': [{ fullName: 'Nguyễn Thị Hoa', birthDate: '1989-02-17', cardNo: 'CD1' }],
    'Khoa Ngoại': [],
  });
  await go(app, '/members/quick');
}

test('rows are typed by keyboard alone and saved as they are finished; what is wrong is said in words', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await open(app);
  await expect(page.getByRole('textbox', { name: 'Họ và tên, dòng 1' })).toBeFocused();
  for (const text of ['Lường Thị Gấm', 'nữ', '14/7/1992', 'ngoai']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã ghi 1 người')).toBeVisible();
  const [gam] = (await app.call('members.list', { search: 'gam' })).rows;
  expect(gam).toMatchObject({ gender: 'female', birthDate: '1992-07-14', department: 'Khoa Ngoại' });

  await expect(page.getByRole('textbox', { name: 'Họ và tên, dòng 2' })).toBeFocused();
  await page.keyboard.type('Đỗ Văn Dũng');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('31/2/1990');
  await page.keyboard.press('Tab');
  await page.keyboard.type('khoa');
  await page.keyboard.press('Enter');
  const problem = page.getByRole('alert');
  await expect(problem).toContainText('Chưa đọc được ngày “31/2/1990”');
  await expect(problem).toContainText('“khoa” có thể là');
  await page.getByRole('textbox', { name: 'Ngày sinh, dòng 2' }).fill('1990');
  await page.getByRole('textbox', { name: 'Khoa, phòng, dòng 2' }).fill('nhi');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText('Đã ghi 2 người')).toBeVisible();
  expect((await app.call('members.list', { search: 'dung' })).rows[0]).toMatchObject({
    birthDate: '1990',
    department: 'Khoa Nội - Nhi',
  });
});

test('somebody who may be in the register already is asked about, a taken card is refused, and rows that wait survive', async ({
  app,
  page,
}) => {
  await open(app);
  await page.getByRole('textbox', { name: 'Họ và tên, dòng 1' }).fill('Nguyen Thi Hoa');
  await page.getByRole('textbox', { name: 'Ngày sinh, dòng 1' }).fill('17/2/1989');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Có thể đã có trong sổ: Nguyễn Thị Hoa, 1989');
  await page.getByRole('textbox', { name: 'Họ và tên, dòng 2' }).fill('Trần Thị Trùng Thẻ');
  await page.getByRole('textbox', { name: 'Số thẻ, dòng 2' }).fill('CD1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Số thẻ đang là của Nguyễn Thị Hoa')).toBeVisible();
  expect((await app.call('members.list', {})).total).toBe(1);

  await go(app, '/members');
  await go(app, '/members/quick');
  await expect(page.getByText('2 dòng chưa ghi')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Họ và tên, dòng 2' })).toHaveValue('Trần Thị Trùng Thẻ');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Là người khác, ghi' }).click();
  await expect(page.getByText('Đã ghi 1 người')).toBeVisible();
  await expect(page.getByRole('link', { name: 'So sánh' })).toHaveAttribute('href', /duplicates\/\d+\/\d+$/);
  await page.getByRole('textbox', { name: 'Số thẻ, dòng 2' }).fill('CD2');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã ghi 2 người')).toBeVisible();
  expect((await app.call('members.list', {})).total).toBe(3);
  await go(app, '/members');
  await go(app, '/members/quick');
  await expect(page.getByText('dòng chưa ghi')).toHaveCount(0);
});

test('a piece of a workbook is pasted with its heading; a running number and a lost zero do no harm', async ({
  app,
  page,
}) => {
  await open(app);
  const cell = page.getByRole('textbox', { name: 'Họ và tên, dòng 1' });
  const paste = (text: string) =>
    cell.evaluate((input, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data);
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await paste(
    [
      'STT\tHọ và tên\tNăm sinh\tKhoa, phòng\tĐiện thoại',
      '1\tLò Thị Ánh\t1991\tKhoa Ngoại\t915318881',
      '2\t"Y Bảo\nNiê"\t8/3/1994\tKhoa Mắt\t0912345678',
      '3\tVàng A Chía\t16/11/1986\t\t',
    ].join('\r\n'),
  );
  await expect(page.getByText('Đã ghi 2 người')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Chưa có “Khoa Mắt” trong sổ');
  const rows = (await app.call('members.list', {})).rows;
  expect(rows.map((row) => row.fullName)).toEqual(['Lò Thị Ánh', 'Vàng A Chía', 'Nguyễn Thị Hoa']);
  expect(rows[0]).toMatchObject({ birthDate: '1991', department: 'Khoa Ngoại', phone: '0915318881' });
  await page.getByRole('textbox', { name: 'Khoa, phòng, dòng 2' }).fill('');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã ghi 3 người')).toBeVisible();
});
