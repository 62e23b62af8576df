/** A course in the window: programme typed, certificates issued and printed, officers not trained, a frozen list. */

import { readPdf } from '../helpers/readPdf';
import { field, go, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const DAY = '2025-11-20';

async function officers(app: App) {
  await setUpUnit(app);
  const term = (await app.call('organisation.get', {})).terms[0]!;
  const committee = await app.call('organisation.saveCommittee', {
    termId: term.id,
    kind: 'executive',
    name: 'Ban chấp hành',
  });
  const ids: number[] = [];
  for (const [fullName, role, title] of [
    ['Lê Thị Ánh', 'chair', 'Chủ tịch'],
    ['Trần Văn Ân', 'vice', 'Phó Chủ tịch'],
  ] as const) {
    const { id } = await app.call('members.create', {
      fullName,
      gender: 'female',
      unionJoinDate: '2015-01-05',
    });
    await app.call('organisation.savePost', {
      committeeId: committee.id,
      memberId: id,
      role,
      title,
      fromDate: '2025-10-28',
      how: 'congress',
    });
    ids.push(id);
  }
  const { id } = await app.call('events.create', {
    kind: 'training',
    name: 'Tập huấn nghiệp vụ công đoàn',
    mode: 'online',
    startsOn: DAY,
    sequence: 2,
    sessions: 1,
    audience: 'officers',
  });
  return { event: id, ids };
}

test('a programme is typed, its certificates are given and printed', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  const { event, ids } = await officers(app);
  await app.call('events.setPeople', { id: event, add: [ids[0]!] });
  await go(app, `/events/${event}?tab=training`);
  await page.getByRole('button', { name: 'Ghi chương trình' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Thêm người trình bày' }).click();
  await drawer.getByLabel('Họ và tên 1').fill('Nguyễn Hữu Phước');
  await drawer.getByLabel('Chức vụ ngày 20/11/2025 1').fill('Trưởng ban Tuyên giáo');
  await drawer.getByRole('button', { name: 'Thêm chuyên đề' }).click();
  await drawer.getByLabel('Tên chuyên đề 1').fill('Thực hiện dân chủ ở cơ sở');
  await drawer.getByLabel('Số tiết 1').fill('4,5');
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer).toBeHidden();
  const topics = page.getByRole('table', { name: 'Chuyên đề' });
  await expect(topics).toContainText('Thực hiện dân chủ ở cơ sở');
  await expect(topics).toContainText('4,5');
  await page.getByRole('button', { name: 'Cấp giấy chứng nhận' }).click();
  await field(page, 'Ngày cấp').fill('25/11/2025');
  await page.getByRole('dialog').getByRole('button', { name: 'Cấp giấy chứng nhận' }).click();
  const list = page.getByRole('table', { name: 'Giấy chứng nhận' });
  await expect(list).toContainText('01/2025/CN-');
  const { rows } = await app.call('training.certificates', { eventId: event });
  expect(rows[0]).toMatchObject({
    fullName: 'Lê Thị Ánh',
    certificate: { post: 'Chủ tịch', issuedOn: '2025-11-25' },
  });
  const { bytes } = await app.saved(() =>
    list.getByRole('button', { name: 'In giấy của Lê Thị Ánh' }).click(),
  );
  const [sheet] = await readPdf(bytes);
  const printed = sheet!.texts
    .map((one) => one.text)
    .join('')
    .replaceAll(/\s/g, '');
  for (const part of ['GIẤY CHỨNG NHẬN', 'Thực hiện dân chủ ở cơ sở', '4,5 tiết', '01/2025/CN-CĐCS'])
    expect(printed).toContain(part.replaceAll(' ', ''));
  const paper = { paper: 'training' as const, eventId: event };
  const { layoutId } = await app.call('certificates.copyLayout', {
    layoutId: 'chung-nhan-tap-huan-a4-ngang',
    name: 'Mẫu của đơn vị',
  });
  await page.getByRole('combobox', { name: 'Mẫu giấy' }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: 'Mẫu của đơn vị' }).click();
  await expect.poll(async () => (await app.call('certificates.paperLayouts', paper)).chosen).toBe(layoutId);
  await list.getByRole('button', { name: /Thu hồi giấy/ }).click();
  await expect(list).toContainText('chưa cấp');
  await page.keyboard.press('Control+z');
  await expect(list).toContainText('01/2025/CN-');
});

test('who in office was not trained, and a frozen list that is renewed with a reason', async ({
  app,
  page,
}) => {
  const { event, ids } = await officers(app);
  await app.call('events.setPeople', { id: event, add: [ids[0]!] });
  await go(app, '/events/training?tab=untrained');
  const list = page.getByRole('table', { name: 'Chưa được tập huấn' });
  await expect(list).toContainText('Trần Văn Ân');
  await expect(list).not.toContainText('Lê Thị Ánh');
  await page.getByRole('link', { name: /Đã tập huấn – Ban chấp hành/ }).click();
  await expect(page.getByRole('table', { name: 'Đã được tập huấn' })).toContainText('Lê Thị Ánh');
  const { name } = await app.saved(() => page.getByRole('button', { name: 'Lưu bảng tính' }).click());
  expect(name).toMatch(/^Cán bộ chưa được tập huấn .*\.xlsx$/);
  await go(app, `/events/${event}?tab=people`);
  const side = page.getByRole('complementary', { name: 'Tỷ lệ tham gia' });
  await expect(side).toContainText('đóng băng ngày 20/11/2025');
  await page.getByRole('button', { name: /Việc khác|Thêm việc/ }).click();
  await page.getByRole('menuitem', { name: 'Chốt lại danh sách' }).click();
  await field(page, 'Vì sao chốt lại').fill('Ghi sót một ủy viên');
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt lại danh sách' }).click();
  await expect(side).toContainText('Chốt lại vì: Ghi sót một ủy viên');
});
