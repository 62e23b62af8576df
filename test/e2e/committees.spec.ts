/** Committees, posts and terms: set up, a vacancy and a by-election, any day, the signer, group leaders, a member's posts. */
import type { Locator, Page } from '@playwright/test';
import { addPeople, field, go, plain, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

async function setUp(app: App): Promise<Record<string, number>> {
  const people = await addPeople(app, {
    'Khoa Nội': ['Đặng Thị Ước', 'Lý Thị Mỷ', 'Nguyễn Thị Hòa', 'Trần Văn Ân'],
  });
  await setUpUnit(app);
  await go(app, '/organisation?tab=terms');
  return people;
}

const committee = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Chooses a person by typing without tones, as an officer would. */
async function typePerson(drawer: Locator, typed: string, name: RegExp): Promise<void> {
  const box = field(drawer, 'Họ và tên');
  await box.fill(typed);
  await expect(
    drawer
      .page()
      .getByRole('option')
      .or(drawer.page().locator('.ant-select-item-option'))
      .filter({ hasText: name })
      .first(),
  ).toBeVisible();
  await drawer.page().locator('.ant-select-item-option').filter({ hasText: name }).first().click();
}

async function choose(drawer: Locator, label: string, option: string): Promise<void> {
  await field(drawer, label).click();
  await drawer.page().locator('.ant-select-item-option').filter({ hasText: option }).first().click();
}

test('the usual committees are set up at once; the signer is the chair; a seat falls vacant and is filled', async ({
  app,
  page,
}) => {
  const people = await setUp(app);
  await page.getByRole('button', { name: 'Lập ba ban thường có' }).click();
  const bch = committee(page, 'Ban chấp hành');
  await expect(bch.getByRole('row', { name: /Đặng Thị Ước/ })).toContainText('Chủ tịch');
  await expect(committee(page, 'Ban nữ công')).toContainText('Khuyết người đứng đầu');
  await expect(page.locator('.so-committees__signer')).toHaveText(
    'Người ký giấy tờ ngày này: Đặng Thị Ước, Chủ tịch',
  );

  // Number of seats, then a member found without tones.
  await bch.getByRole('button', { name: 'Việc khác' }).first().click();
  await page.getByRole('menuitem', { name: 'Sửa ban' }).click();
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Số lượng ủy viên').fill('3');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(bch).toContainText('Khuyết 2');
  await bch.getByRole('button', { name: 'Thêm chức vụ' }).click();
  await typePerson(drawer, 'ly thi my', /Lý Thị Mỷ/);
  await choose(drawer, 'Giữ vai trò', 'Phó Chủ tịch');
  await expect(field(drawer, 'Tên chức vụ')).toHaveValue('Phó Chủ tịch');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(page.locator('.so-notice').last()).toContainText('Đã ghi Lý Thị Mỷ: Phó Chủ tịch');
  await expect(bch).toContainText('2 trên 3 ủy viên');

  // The chair leaves; the vice chair signs until the by-election.
  await bch
    .getByRole('row', { name: /Đặng Thị Ước/ })
    .getByRole('button')
    .click();
  await page.getByRole('menuitem', { name: 'Thôi giữ chức' }).click();
  await field(drawer, 'Thôi giữ từ ngày').fill('1/3/2026');
  await field(drawer, 'Lý do').fill('Nghỉ hưu');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(bch).toContainText('Khuyết người đứng đầu');
  await expect(page.locator('.so-committees__signer')).toContainText(
    'Lý Thị Mỷ, Phó Chủ tịch, thay khi khuyết chủ tịch',
  );
  await bch.getByRole('button', { name: 'Bầu bổ sung' }).click();
  await typePerson(drawer, 'hoa', /Nguyễn Thị Hòa/);
  await expect(field(drawer, 'Tên chức vụ')).toHaveValue('Chủ tịch');
  await field(drawer, 'Giữ từ ngày').fill('1/6/2026');
  await field(drawer, 'Số quyết định').fill('30/QĐ-LĐLĐ');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(page.locator('.so-committees__signer')).toContainText('Nguyễn Thị Hòa, Chủ tịch');
  await expect(bch.getByRole('row', { name: /Nguyễn Thị Hòa/ })).toContainText('Bầu bổ sung · 30/QĐ-LĐLĐ');

  // As of a day before, everybody stands as then.
  await field(page, 'Tính đến ngày').fill('28/2/2026');
  await field(page, 'Tính đến ngày').press('Enter');
  await expect(bch.getByRole('row', { name: /Đặng Thị Ước/ })).toContainText('01/03/2026');
  await expect(page.locator('.so-committees__signer')).toContainText('Đặng Thị Ước, Chủ tịch');
  await expect(bch.getByRole('table').first()).not.toContainText('Nguyễn Thị Hòa');
  await page.getByRole('button', { name: 'Hôm nay' }).click();
  await expect(bch.getByRole('row', { name: /Nguyễn Thị Hòa/ })).toBeVisible();

  // Undo takes the by-election back.
  await page.keyboard.press('Control+z');
  await expect(bch).toContainText('Khuyết người đứng đầu');
  const officers = await app.call('organisation.officers', {});
  expect(officers.rows.map((row) => row.memberId)).toEqual([people['Lý Thị Mỷ']]);
});

test('somebody from outside holds a post; the printed list of the committee holds everybody', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUp(app);
  await page.getByRole('button', { name: 'Lập ba ban thường có' }).click();
  const bch = committee(page, 'Ban chấp hành');
  await bch.getByRole('button', { name: 'Thêm chức vụ' }).click();
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Họ và tên').fill('Phan Văn Khách');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(bch.getByRole('row', { name: /Phan Văn Khách/ })).toContainText('ngoài danh sách');
  const file = await app.saved(async () => {
    await bch.getByRole('button', { name: 'Việc khác' }).first().click();
    await page.getByRole('menuitem', { name: 'In trích ngang' }).click();
  });
  expect(file.name).toMatch(/^Ban chấp hành .*\.pdf$/);
  expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

test('leaders of groups, officers of a day, and the posts on a member’s own page and in the list', async ({
  app,
  page,
}) => {
  const people = await setUp(app);
  const { id } = await app.call('organisation.createUnit', { kind: 'group', name: 'Tổ công đoàn số 01' });
  await page.getByRole('button', { name: 'Tổ trưởng, tổ phó' }).click();
  await expect(page.getByText('Khuyết tổ trưởng: 1 tổ')).toBeVisible();
  await page.getByRole('button', { name: 'Tổ trưởng: Tổ công đoàn số 01' }).click();
  const drawer = page.getByRole('dialog');
  await typePerson(drawer, 'tran an', /Trần Văn Ân/);
  await expect(field(drawer, 'Tên chức vụ')).toHaveValue('Tổ trưởng');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('row', { name: /Tổ công đoàn số 01/ })).toContainText('Trần Văn Ân');
  await page.getByRole('button', { name: 'Cán bộ công đoàn' }).click();
  await expect(page.getByRole('row', { name: /Trần Văn Ân/ })).toContainText('Tổ trưởng, Tổ công đoàn số 01');
  await expect
    .poll(async () => plain(await page.locator('main').textContent()))
    .toContain('1 người giữ chức');

  await go(app, `/members/${people['Trần Văn Ân']}?tab=posts`);
  await expect(page.getByRole('row', { name: /Tổ công đoàn số 01/ })).toContainText('Đang giữ');
  await expect(page.locator('main header, .so-page__head').first()).toContainText(
    'Tổ trưởng, Tổ công đoàn số 01',
  );
  await page
    .getByRole('row', { name: /Tổ công đoàn số 01/ })
    .getByRole('button')
    .click();
  await page.getByRole('menuitem', { name: 'Chuyển vào thùng rác' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa ghi chức vụ nào' })).toBeVisible();
  await go(app, '/trash');
  await page.getByRole('button', { name: /^Lấy lại: Trần Văn Ân · Tổ trưởng/ }).click();
  await expect(page.getByRole('button', { name: /^Lấy lại: Trần Văn Ân/ })).toBeHidden();
  expect((await app.call('organisation.posts', { orgUnitId: id })).rows).toHaveLength(1);
  const listed = await app.call('members.list', { search: 'tran van an' });
  expect(listed.rows[0]?.unionPosition).toBe('Tổ trưởng, Tổ công đoàn số 01');
});
