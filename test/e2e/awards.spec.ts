/** Awards in the window: a decision from the form to the register, warnings, undo, the table of two levels. */
import { addPeople, field, go, plain, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const formId = async (app: App, code: string) =>
  (await app.call('awards.forms', {})).rows.find((row) => row.code === code)!;

/** A draft of the unit with nobody in it. */
async function draft(app: App, number = '45/QĐ-CĐCS') {
  const form = await formId(app, 'GK-CS');
  const { formId: _, ...proposed } = await app.call('awards.defaults', {
    formId: form.id,
    decidedOn: '2026-11-20',
  });
  const { id } = await app.call('awards.create', {
    ...proposed,
    formId: form.id,
    number,
    decidedOn: '2026-11-20',
    awardYear: 2026,
    moneyIndividual: 300_000,
    moneyCollective: 600_000,
  });
  return id;
}

test('a decision is typed, names people without tones, is issued and enters the register', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await addPeople(app, {
    'Khoa Nội': [
      { fullName: 'Nguyễn Thị Hoa', gender: 'female', jobTitle: 'Điều dưỡng' },
      { fullName: 'Sùng Thị Hoá', gender: 'female' },
    ],
  });
  await go(app, '/awards');
  await expect(page.getByRole('heading', { name: 'Chưa có quyết định khen thưởng nào' })).toBeVisible();
  await page.getByRole('button', { name: 'Thêm quyết định' }).first().click();
  await expect(field(page, 'Họ và tên người ký')).toHaveValue('Đặng Thị Ước');
  await field(page, 'Số quyết định').fill('45/QĐ-CĐCS');
  await field(page, 'Ngày ký').fill('20/11/2026');
  await page.getByRole('button', { name: 'Lưu quyết định' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quyết định 45/QĐ-CĐCS tặng Giấy khen');

  await page.getByRole('button', { name: 'Thêm người được khen' }).click();
  const picker = page.getByRole('combobox', { name: 'Tìm đoàn viên' });
  await picker.pressSequentially('nguyen thi hoa');
  await expect(page.getByRole('option', { name: /Nguyễn Thị Hoa/ })).toBeVisible();
  await picker.press('Enter');
  await expect(page.getByRole('cell', { name: 'Bà Nguyễn Thị Hoa' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await page.getByRole('button', { name: 'Ban hành cho 1 người, tập thể' }).click();
  await expect(page.getByRole('cell', { name: /^\d{3}\/2026/ })).toBeVisible();
  await go(app, '/awards?tab=register&year=2026');
  await expect(page.getByText('Bà Nguyễn Thị Hoa')).toBeVisible();
});

test('the order is changed and undone, a name twice is pointed out', async ({ app, page }) => {
  await setUpUnit(app);
  const people = await addPeople(app, { 'Khoa Ngoại': ['Đỗ Văn Dũng', 'Lê Hải Yến'] });
  const id = await draft(app);
  await app.call('awards.addRecipients', {
    id,
    items: [
      ...Object.values(people).map((memberId) => ({ kind: 'individual' as const, memberId })),
      { kind: 'collective', name: 'Khoa Ngoại' },
      { kind: 'collective', name: 'Khoa Ngoại' },
    ],
  });
  await go(app, `/awards/${id}`);
  await expect(page.getByText('Trùng tên trong quyết định')).toHaveCount(2);
  const order = async () => (await app.call('awards.recipients', { id })).rows.map((row) => row.name);
  await page.getByRole('button', { name: 'Đưa Lê Hải Yến lên' }).click();
  await expect.poll(order).toEqual(['Lê Hải Yến', 'Đỗ Văn Dũng', 'Khoa Ngoại', 'Khoa Ngoại']);
  await page.keyboard.press('Control+z');
  await expect.poll(order).toEqual(['Đỗ Văn Dũng', 'Lê Hải Yến', 'Khoa Ngoại', 'Khoa Ngoại']);
  await page.getByRole('button', { name: 'Rút tên Đỗ Văn Dũng' }).click();
  await expect.poll(order).toHaveLength(3);
  await page
    .getByRole('button', { name: /Hoàn tác/ })
    .first()
    .click();
  await expect.poll(order).toHaveLength(4);
});

test('1 collective and 2 individuals from the confederation, 1 from the sector union: 4 certificates', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  for (const [code, countCollective, countIndividual] of [
    ['BK-TLD', 1, 2],
    ['BK-CDN', 1, 0],
    ['BK-LD', null, null],
  ] as const) {
    const form = await formId(app, code);
    const made = await app.call('awards.create', {
      formId: form.id,
      side: 'union',
      level: form.level,
      decidedOn: '2024-04-15',
      awardYear: 2024,
      countsOnly: true,
      countCollective,
      countIndividual,
    });
    await app.call('awards.issue', made);
  }
  await go(app, '/awards?tab=table&year=2024');
  const cells = async (name: RegExp) =>
    (await page.getByRole('row', { name }).getByRole('cell').allInnerTexts()).map((text) =>
      plain(text).replace(/[^\d]/g, ''),
    );
  await expect(page.getByRole('row', { name: /Bằng khen của Tổng Liên đoàn/ })).toBeVisible();
  expect((await cells(/Bằng khen của Tổng Liên đoàn/)).slice(1)).toEqual(['1', '2', '3']);
  expect((await cells(/công đoàn ngành trung ương/)).slice(1)).toEqual(['1', '0', '1']);
  expect((await cells(/Bằng khen của liên đoàn lao động tỉnh/)).slice(1)).toEqual(['', '', '']);
  expect((await cells(/Tổng số giấy/)).slice(1)).toEqual(['2', '2', '4']);
  await page
    .getByRole('row', { name: /Tổng số giấy/ })
    .getByRole('link')
    .last()
    .click();
  await expect(page.getByText('2 cá nhân, chưa có danh sách')).toBeVisible();
});

test('a department keeps its awards; days of a period are counted and saved as CSV', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  const people = await addPeople(app, { 'Khoa Nội': ['Nguyễn Thị Hoa'], 'Khoa Nhi': ['Đỗ Văn Dũng'] });
  const id = await draft(app);
  const items = Object.values(people).map((memberId) => ({ kind: 'individual' as const, memberId }));
  await app.call('awards.addRecipients', { id, items });
  await app.call('awards.issue', { id, version: (await app.call('awards.get', { id })).version });
  await go(app, '/organisation?tab=tree');
  await page.getByRole('button', { name: 'Việc với Khoa Nhi' }).click();
  await page.getByRole('menuitem', { name: 'Khen thưởng' }).click();
  await expect(page.getByText('1 cá nhân')).toBeVisible();
  await expect(page.getByText('Nguyễn Thị Hoa')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Khoảng thời gian' }).click();
  await page.getByTitle('Từ ngày đến ngày').click();
  await page.getByRole('textbox', { name: 'Đến ngày' }).fill('19/11/2026');
  await expect(page.getByText('Chưa có khen thưởng nào của Khoa Nhi')).toBeVisible();
  await page.getByRole('textbox', { name: 'Đến ngày' }).fill('20/11/2026');
  await expect(page.getByText(/Đỗ Văn Dũng/)).toBeVisible();
  await page.getByRole('button', { name: 'Việc khác' }).click();
  const { name, bytes } = await app.saved(() => page.getByRole('menuitem', { name: 'Xuất CSV' }).click());
  expect(name).toBe('Sổ khen thưởng từ 01-01-2026 đến 20-11-2026.csv');
  expect(Buffer.from(bytes).toString('utf8')).toContain('Đỗ Văn Dũng');
});

test('a trashed decision comes back from the notice', async ({ app, page }) => {
  await setUpUnit(app);
  const id = await draft(app);
  await go(app, `/awards/${id}`);
  await app.call('awards.trash', { ids: [id] });
  await expect(page.getByText('Quyết định này đang ở thùng rác.')).toBeVisible();
  await page.getByRole('button', { name: 'Lấy lại từ thùng rác' }).click();
  await expect(page.getByRole('button', { name: 'Ban hành', exact: true })).toBeVisible();
});
