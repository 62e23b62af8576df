/** The register of documents in the window: numbers given and kept, a void one, an answer, minutes of an event. */
import { field, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

test('papers get the next number, one is void and one answers an incoming paper in time', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  const { rows: types } = await app.call('documents.types', {});
  const plan = types.find((type) => type.code === 'plan')!.id;
  await app.call('documents.create', {
    ...{ direction: 'out', typeId: plan, onDate: '2026-01-05', subject: 'Công tác năm', number: 7 },
  });
  await app.call('documents.create', {
    ...{ direction: 'in', typeId: plan, onDate: '2026-01-06', subject: 'Tháng Công nhân' },
    ...{ party: 'Liên đoàn Lao động tỉnh', theirNumber: '12/KH-LĐLĐ', deadline: '2026-01-20' },
  });
  const numbers = async () =>
    (await app.call('documents.list', { direction: 'out' })).rows.map((row) => [row.number, row.status]);

  await go(app, '/documents?year=2026');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Văn bản');
  await expect(page.getByText('Công tác năm')).toBeVisible();
  await page.getByRole('button', { name: 'Vào sổ văn bản đi' }).first().click();
  await page.getByRole('combobox', { name: 'Loại văn bản' }).last().click();
  await page.getByTitle('Kế hoạch').last().click();
  await field(page, 'Ngày văn bản').fill('10/02/2026');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/Số kế tiếp: 08\/KH-/)).toBeVisible();
  await field(page, 'Trích yếu').fill('Tổ chức hội thao');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tổ chức hội thao');
  await expect.poll(numbers).toEqual([
    [8, 'given'],
    [7, 'given'],
  ]);

  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Hủy số' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Ban hành nhầm');
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy số' }).click();
  await expect(page.getByText('Số này đã hủy: Ban hành nhầm')).toBeVisible();
  await expect.poll(numbers).toEqual([
    [8, 'void'],
    [7, 'given'],
  ]);
  await page.keyboard.press('Control+z');
  await expect.poll(numbers).toEqual([
    [8, 'given'],
    [7, 'given'],
  ]);

  await go(app, '/documents?tab=in&check=overdue');
  await page.getByText('Tháng Công nhân').dblclick();
  await page.getByRole('button', { name: 'Ghi đã trả lời' }).click();
  await field(page, 'Ngày trả lời, giải quyết').fill('15/01/2026');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Đã giải quyết 15/01/2026')).toBeVisible();
  await expect.poll(async () => (await app.call('documents.list', { direction: 'in' })).overdue).toBe(0);
});

test('minutes of an event take their number on its page', async ({ app, page }) => {
  await setUpUnit(app);
  const event = await app.call('events.create', {
    ...{ kind: 'committee_meeting', name: 'Họp Ban Chấp hành quý I', startsOn: '2026-03-25' },
  });
  await go(app, `/events/${event.id}`);
  await page.getByRole('button', { name: /Lấy số 01\/BB-/ }).click();
  await expect(page.getByRole('link', { name: /01\/BB-.* Biên bản/ })).toBeVisible();
  const of = async () =>
    (await app.call('documents.of', { entity: 'event', id: event.id })).rows.map((row) => row.typeCode);
  await expect.poll(of).toEqual(['minutes']);
});
