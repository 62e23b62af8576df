/** Part of a year typed through the window shows the same figures as when a file of operations enters it. */
import type { Page } from '@playwright/test';
import { runSteps } from '../../electron/batch/run';
import { readSteps } from '../../electron/batch/steps';
import { expectedTotals } from '../generators/year/expected';
import { giftsOf, type Happening, type Voucher, YEAR } from '../generators/year/facts';
import { partOfYear as part } from '../generators/year/part';
import { readTotals } from '../generators/year/readTotals';
import { inOrder, personSteps, setUp, toLines, yearPhases } from '../generators/year/steps';
import { field, go, plain } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';
import { askStore, runFile } from './fixtures/otherStore';

const vietnamese = (iso: string) => iso.split('-').reverse().join('/');
const money = (value: number) => value.toLocaleString('vi-VN');
const notice = (page: Page, text: string) => page.locator('.so-notice__text', { hasText: text });

/** The unit, its departments and the people who were there before, through operations. */
async function openUnit(app: App): Promise<void> {
  const { steps } = readSteps(toLines(inOrder([[setUp(part)], part.known.map(personSteps)])));
  const { fault } = await runSteps(steps, {
    invoke: (step, input) => app.invoke({ operation: step.op, input }),
  });
  expect(fault).toBeNull();
}

async function typePeople(page: Page): Promise<void> {
  for (const [at, person] of part.typed.entries()) {
    const cell = (name: string) =>
      page.getByRole('textbox', { name: `${name}, dòng ${at + 1}`, exact: true });
    await expect(cell('Họ và tên')).toBeFocused();
    await page.keyboard.type(person.fullName);
    for (const text of [
      person.gender === 'female' ? 'nữ' : 'nam',
      vietnamese(person.birthDate),
      part.departments[person.department]!.name,
      '',
      person.jobTitle,
      vietnamese(person.joined),
    ]) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText(`Đã ghi ${part.typed.length} người`)).toBeVisible();
}

async function typeEvent(app: App, event: Happening): Promise<void> {
  const { page } = app;
  await go(app, '/events/new');
  await field(page, 'Loại hoạt động').click();
  const { rows } = await app.call('events.kinds', {});
  await page.keyboard.type(rows.find((row) => row.code === event.kind)!.name);
  await page.keyboard.press('Enter');
  await field(page, 'Tên hoạt động').fill(event.name);
  await field(page, 'Ngày bắt đầu').fill(vietnamese(event.startsOn));
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.name);
  const { attendance } = event;
  if (attendance.how === 'departments') for (const mark of attendance.marks) await typeMark(page, mark);
  if (attendance.how === 'count') await typeCount(page, event.name, attendance);
  if (attendance.how === 'invited') await typeInvited(page, attendance);
}

const MODES = { all: 'Tất cả', except: 'Tất cả trừ', only: 'Chỉ có', none: 'Chưa ai' } as const;

async function typeMark(
  page: Page,
  mark: Extract<Happening['attendance'], { how: 'departments' }>['marks'][number],
): Promise<void> {
  const department = new RegExp(part.departments[mark.department]!.name);
  const choice = page.getByRole('radiogroup', { name: department });
  await choice.getByText(MODES[mark.mode], { exact: true }).click();
  for (const person of mark.people) {
    const picker = page.getByRole('combobox', { name: department });
    await picker.pressSequentially(person.fullName);
    await expect(page.getByRole('option', { name: new RegExp(person.fullName) })).toBeVisible();
    await picker.press('Enter');
  }
}

async function typeCount(
  page: Page,
  name: string,
  { value }: Extract<Happening['attendance'], { how: 'count' }>,
): Promise<void> {
  await page.getByText('Chỉ nhập số', { exact: true }).first().click();
  await field(page, 'Đơn vị tính').click();
  await page.keyboard.type('lượt');
  await page.keyboard.press('Enter');
  await page.getByLabel('Số tham gia').fill(String(value));
  await page.getByLabel('Theo báo cáo, danh sách nào').fill(`Báo cáo về “${name}”`);
  await page.getByRole('button', { name: 'Lưu số này' }).click();
  await expect(notice(page, 'Đã ghi số tham gia')).toBeVisible();
}

async function typeInvited(
  page: Page,
  { invited, came }: Extract<Happening['attendance'], { how: 'invited' }>,
): Promise<void> {
  const picker = page.getByRole('combobox', { name: 'Gõ tên người được mời, bấm Enter' });
  for (const { fullName } of invited) {
    await picker.pressSequentially(fullName);
    await expect(page.getByRole('option', { name: new RegExp(fullName) })).toBeVisible();
    await picker.press('Enter');
    await expect(page.getByRole('row', { name: new RegExp(fullName) })).toBeVisible();
  }
  for (const { fullName } of came)
    await page.getByRole('checkbox', { name: `${fullName} có tham gia` }).click();
  await expect(page.locator('.so-events-quote')).toContainText(`${came.length}/${invited.length}`);
}

async function typeCampaign(app: App): Promise<void> {
  const { page } = app;
  const campaign = part.campaigns[0]!;
  const gifts = giftsOf(part, campaign);
  const worth = gifts[0]!.cash;
  await go(app, '/welfare/new');
  await field(page, 'Tên đợt').fill(campaign.name);
  await field(page, 'Dịp').click();
  await page.keyboard.type('Phụ nữ Việt Nam');
  await page.keyboard.press('Enter');
  await field(page, 'Năm').click();
  await page.keyboard.type(String(YEAR));
  await page.keyboard.press('Enter');
  await field(page, 'Ngày trao').fill(vietnamese(campaign.onDate));
  await field(page, 'Diện').first().click();
  await page.keyboard.type('Nữ đoàn viên');
  await page.keyboard.press('Enter');
  await field(page, 'Tiền mặt').first().fill(String(worth));
  await field(page, 'Số tiền')
    .first()
    .fill(String(worth * gifts.length));
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(campaign.name);

  await page.getByRole('button', { name: 'Thêm người nhận' }).first().click();
  const drawer = page.getByRole('dialog');
  await field(page, 'Những ai').click();
  await page.keyboard.type('Nữ đoàn viên');
  await page.keyboard.press('Enter');
  await expect(drawer).toContainText(`Sẽ thêm ${gifts.length} suất`);
  await drawer.getByRole('button', { name: 'Thêm vào danh sách' }).click();
  await expect(notice(page, `Đã thêm ${gifts.length} suất`)).toBeVisible();
  await page.getByRole('button', { name: 'Chốt danh sách' }).click();
  await page.getByRole('button', { name: 'Ghi đã phát' }).click();
  await expect(page.getByText(`Còn ${gifts.length} suất chưa ký nhận.`)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Đánh dấu tất cả' }).check();
  await page.getByRole('button', { name: 'Đã ký nhận', exact: true }).click();
  await expect(page.getByText('suất chưa ký nhận.')).toHaveCount(0);
}

async function typeFund(app: App): Promise<void> {
  const { page } = app;
  const fund = part.funds[0]!;
  await go(app, `/funds?year=${YEAR}`);
  await page.getByRole('button', { name: 'Thêm quỹ' }).click();
  await field(page, 'Tên quỹ').fill(fund.name);
  await field(page, 'Ngày bắt đầu').fill(`01/01/${YEAR}`);
  await field(page, 'Số dư đầu, tiền mặt').fill(money(fund.openingCash));
  await field(page, 'Số dư đầu, tiền gửi').fill(money(fund.openingBank));
  await page.keyboard.press('Control+s');
  await expect(page.getByText(`Tiền mặt ${money(fund.openingCash)}`)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+n');
  const { rows } = await app.call('funds.categories', {});
  const names = new Map(rows.map((row) => [row.code, row.name]));
  const counts = { receipt: 0, payment: 0 };
  for (const voucher of part.vouchers)
    await typeVoucher(page, voucher, names.get(voucher.category!)!, ++counts[voucher.kind]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function typeVoucher(page: Page, voucher: Voucher, category: string, number: number): Promise<void> {
  const dialog = page.getByRole('dialog');
  const receipt = voucher.kind === 'receipt';
  await expect(field(page, 'Số tiền')).toBeFocused();
  await expect(field(page, 'Số tiền')).toHaveValue('');
  await dialog.getByText(receipt ? 'Phiếu thu' : 'Phiếu chi', { exact: true }).click();
  await dialog.getByText(voucher.holding === 'cash' ? 'Tiền mặt' : 'Tiền gửi', { exact: true }).click();
  await field(page, 'Số tiền').fill(String(voucher.amount));
  await field(page, 'Ngày').fill(vietnamese(voucher.onDate));
  await field(page, 'Lý do').fill(voucher.reason);
  await field(page, 'Mục thu, chi').click();
  await page.keyboard.type(category);
  await page.keyboard.press('Enter');
  await field(page, 'Chứng từ kèm theo').fill('Hóa đơn');
  await page.keyboard.press('Control+s');
  const code = `${receipt ? 'PT' : 'PC'} ${String(number).padStart(3, '0')}`;
  await expect(notice(page, `Đã ghi phiếu ${code}`)).toBeVisible();
}

/** Every figure a screen shows stands in its text. */
async function shows(app: App, path: string, ...figures: string[]): Promise<void> {
  await go(app, path);
  for (const figure of figures)
    await expect
      .poll(async () => plain(await app.page.locator('main').textContent()), {
        message: `${path}: ${figure}`,
      })
      .toContain(figure);
}

test('people, events, gifts and vouchers typed in the window add up as a file of operations does', {
  tag: '@desktop',
}, async ({ app, page, folder }) => {
  test.setTimeout(180_000);
  await openUnit(app);
  await go(app, '/members/quick');
  await typePeople(page);
  for (const event of part.events) await typeEvent(app, event);
  await typeCampaign(app);
  await typeFund(app);
  const typed = await readTotals((operation, input) => app.call(operation, input));

  const { dataDir, printed } = await runFile(folder, toLines(inOrder(yearPhases(part))));
  expect(JSON.parse(printed)).toMatchObject({ ok: true });
  const entered = await askStore(dataDir, readTotals);
  expect(entered).toEqual(expectedTotals(part));
  expect(typed).toEqual(entered);

  const { members, events, welfare, funds } = entered;
  const fund = funds[part.funds[0]!.name]!;
  await shows(
    app,
    `/dashboard?year=${YEAR}`,
    `Đoàn viên${members.figures['members.active']}`,
    `${members.figures['members.female']} nữ`,
    `Kết nạp mới${members.figures['members.joined']}`,
    `Lượt tham gia${events.figures['events.turns']}`,
    `Tồn tiền mặt${money(fund.figures.cash!)}`,
    `Tồn tiền gửi${money(fund.figures.bank!)}`,
  );
  await shows(
    app,
    `/events?year=${YEAR}`,
    `${events.figures['events.all']} hoạt động · ${events.figures['events.turns']} lượt tham gia`,
    ...Object.values(part.events).map((event) => event.name),
  );
  await shows(
    app,
    `/welfare?year=${YEAR}`,
    `Suất quà đã phát${welfare.figures.gifts}`,
    `Tổng giá trị${money(welfare.figures.total!)}`,
    `${welfare.figures.gifts}/${welfare.figures.gifts}`,
  );
  await shows(
    app,
    `/funds?year=${YEAR}&tab=statement`,
    `Thu trong năm${money(fund.figures.income!)}`,
    `Chi trong năm${money(fund.figures.spending!)}`,
    `Tồn cuối năm${money(fund.closing.cash! + fund.closing.bank!)}`,
    `Mặt ${money(fund.closing.cash!)}`,
  );
});
