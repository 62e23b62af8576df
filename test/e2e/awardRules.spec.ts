/** Conditions of commending in the window: turned on, seen at a draft with the record behind, gone past; money by coefficient, paid. */
import { addPeople, field, go, plain, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

async function draft(app: App): Promise<number> {
  const { rows: forms } = await app.call('awards.forms', { on: '2026-11-01' });
  const form = forms.find((row) => row.code === 'GK-CS')!;
  const { rows: people } = await app.call('members.list', {});
  const made = await app.call('awards.create', {
    ...{
      formId: form.id,
      number: '45/QĐ-CĐCS',
      decidedOn: '2026-11-18',
      awardYear: 2026,
      signerName: 'Đặng Thị Ước',
    },
    ...{ moneyIndividual: 300_000, moneySource: 'Nguồn công đoàn' },
  });
  const items = people.map((one) => ({ kind: 'individual' as const, memberId: one.id }));
  await app.call('awards.addRecipients', { id: made.id, items });
  const hoa = people.find((one) => one.fullName === 'Nguyễn Thị Hoa')!;
  await app.call('members.saveAbsence', {
    ...{ memberId: hoa.id, kind: 'unpaid', fromDate: '2026-03-02', toDate: '2026-05-29', days: 61 },
  });
  return made.id;
}

test('a rule turned on says who is to be looked at and why; the council goes past it, which is undone and done again', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  await addPeople(app, { 'Khoa Nội': ['Nguyễn Thị Hoa', 'Đỗ Văn Dũng'] });
  const id = await draft(app);
  await go(app, '/awards?tab=rules');
  const name = 'Nghỉ không quá 40 ngày làm việc trong năm, không tính thai sản';
  await expect(page.getByRole('switch', { name: `Bật ${name}` })).not.toBeChecked();
  await page.getByRole('switch', { name: `Bật ${name}` }).click();
  await expect(page.getByRole('switch', { name: `Tắt ${name}` })).toBeChecked();

  await go(app, `/awards/${id}`);
  await page.getByRole('button', { name: '1 người, tập thể cần xem lại' }).click();
  const drawer = page.getByRole('dialog');
  const hoa = drawer.getByRole('region', { name: 'Nguyễn Thị Hoa' });
  await expect(hoa).toContainText('Nghỉ 61 ngày làm việc, không tính thai sản; mức 40');
  await expect(hoa.getByRole('link', { name: /Nghỉ không lương, 61 ngày/ })).toBeVisible();
  await hoa.getByRole('button', { name: 'Vẫn khen' }).click();
  await field(hoa, 'Lý do').fill('Nghỉ chăm con ốm dài ngày');
  await hoa.getByLabel(/^Người, tập thể quyết định/).fill('Ban Chấp hành');
  await hoa.getByRole('button', { name: 'Vẫn khen', exact: true }).click();
  const look = async () => (await app.call('awardRules.check', { decisionId: id })).look;
  await expect.poll(look).toBe(0);
  await expect(drawer.getByRole('button', { name: 'Vẫn khen (1)' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('button', { name: '1 vẫn khen, có lý do' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(look).toBe(1);

  await page.getByRole('button', { name: '1 người, tập thể cần xem lại' }).click();
  await hoa.getByRole('link', { name: /Nghỉ không lương, 61 ngày/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nguyễn Thị Hoa');
});

test('money by coefficient is offered beside what was typed, taken by one press, and paid once', async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await addPeople(app, { 'Khoa Nội': ['Nguyễn Thị Hoa', 'Đỗ Văn Dũng'] });
  const id = await draft(app);
  await app.call('funds.save', { name: 'Quỹ công đoàn', openedOn: '2026-01-01', openingCash: 50_000_000 });
  await go(app, '/awards?tab=rules&part=money');
  await page.getByRole('button', { name: 'Thêm hệ số' }).click();
  const drawer = page.getByRole('dialog');
  const form = field(drawer, 'Hình thức, danh hiệu');
  await form.click();
  await form.fill('Giấy khen');
  await page.getByRole('option', { name: 'Giấy khen' }).first().waitFor({ state: 'attached' });
  await form.press('Enter');
  await field(drawer, 'Hệ số').fill('0,15');
  await field(drawer, 'Áp dụng từ').fill('01/01/2026');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('row', { name: /Giấy khen Cá nhân 0,15 360\.000/ })).toBeVisible();

  await go(app, `/awards/${id}`);
  const money = page.getByRole('region', { name: 'Tiền thưởng theo hệ số' });
  await expect(money).toContainText('Đang ghi 300.000');
  await money.getByRole('button', { name: 'Dùng mức này' }).click();
  await expect(money).toContainText('Đúng mức đã ghi');
  const decision = () => app.call('awards.get', { id });
  expect((await decision()).moneyTotal).toBe(720_000);
  await app.call('awards.issue', { id, version: (await decision()).version });
  await page.getByRole('button', { name: 'Lập phiếu chi tiền thưởng' }).click();
  await drawer.getByRole('button', { name: 'Lập phiếu chi tiền thưởng' }).click();
  const voucher = page.getByRole('link', { name: /Phiếu chi PC 001/ });
  await expect(voucher).toBeVisible();
  expect(plain(await voucher.textContent())).toBe('Phiếu chi PC 001, 720.000 đ');
  await expect(page.getByRole('button', { name: 'Lập phiếu chi tiền thưởng' })).toBeHidden();
});
