/** Opinions and workplace democracy in the window: an opinion answered, its sender asked for, a conference, minutes. */
import { field, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

test('an opinion is entered, sent on and answered; its sender is told only when asked for', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/opinions');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ý kiến, dân chủ');
  await page.getByRole('button', { name: 'Ghi ý kiến, đơn thư' }).first().click();
  await field(page, 'Nội dung').fill('Phòng trực thiếu quạt');
  await page.getByRole('combobox', { name: 'Loại' }).last().click();
  await page.getByTitle('Kiến nghị, đề xuất').last().click();
  await page.getByRole('combobox', { name: 'Lĩnh vực' }).last().click();
  await page.getByTitle('Điều kiện làm việc, an toàn lao động').last().click();
  await page.getByText('Cá nhân', { exact: true }).click();
  await field(page, 'Họ tên người gửi').fill('Bà Sùng Thị Dợ');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Ý kiến số 01\//);

  await expect(page.getByText('Bà Sùng Thị Dợ')).toHaveCount(0);
  await page.getByRole('button', { name: 'Hiện Họ tên người gửi' }).click();
  await expect(page.getByText('Bà Sùng Thị Dợ')).toBeVisible();

  await page.getByRole('button', { name: 'Chuyển giải quyết' }).click();
  await field(page, 'Chuyển đến').fill('Ban Giám đốc');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(
    page.getByRole('banner').or(page.getByRole('main')).getByText('Đã chuyển').first(),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Ghi trả lời' }).click();
  await page.getByLabel(/^Nội dung trả lời/).fill('Đã lắp hai quạt');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Đã lắp hai quạt')).toBeVisible();
  const states = async () => (await app.call('opinions.list', {})).states;
  await expect.poll(states).toEqual({ new: 0, sent: 0, overdue: 0, answered: 1 });
  await page.keyboard.press('Control+z');
  await expect.poll(states).toEqual({ new: 0, sent: 1, overdue: 0, answered: 0 });
});

test('conferences of all parts but one are recorded at once, and the missing one is named', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  const year = Number(
    (await app.call('dashboard.figures', { from: '2020-01-01', to: '2020-01-02' })).today.slice(0, 4),
  );
  for (const name of ['Khoa Nội', 'Khoa Ngoại'])
    await app.call('organisation.createUnit', { kind: 'department', name });
  const board = () => app.call('democracy.conferences', { year });
  const before = await board();
  await app.call('democracy.recordConferences', {
    ...{ year, heldOn: `${year}-01-05` },
    orgUnitIds: before.rows.map((row) => row.orgUnitId).slice(0, -1),
  });
  const last = before.rows.at(-1)!.name;

  await go(app, '/opinions?tab=conferences');
  await expect(page.getByText(`Chưa tổ chức: ${last}`)).toBeVisible();
  await page.getByRole('button', { name: `Ghi hội nghị ${last}` }).click();
  await field(page, 'Ngày tổ chức').fill(`06/01/${year}`);
  await page.getByLabel(/^Có mặt/).fill('18');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Mọi đơn vị đã tổ chức hội nghị.')).toBeVisible();
  await expect.poll(async () => (await board()).missing).toEqual([]);
});

test('a dialogue is recorded with an opinion raised there', async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/opinions?tab=dialogues');
  await page.getByRole('button', { name: 'Ghi cuộc đối thoại' }).first().click();
  await field(page, 'Tên, chủ đề đối thoại').fill('Chế độ trực');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chế độ trực');
  const { rows } = await app.call('democracy.dialogues', {});
  const { kinds, topics } = await app.call('opinions.catalogue', {});
  await app.call('opinions.create', {
    ...{ receivedOn: rows[0]!.onDate, how: 'dialogue', text: 'Tiền trực chi chậm', source: 'anonymous' },
    ...{ kindId: kinds[0]!.id, topicId: topics[0]!.id, dialogueId: rows[0]!.id },
  });
  await expect(page.getByText('Tiền trực chi chậm')).toBeVisible();
  await go(app, '/opinions?tab=dialogues');
  await expect(page.getByText('đã trả lời 0/1')).toBeVisible();
});
