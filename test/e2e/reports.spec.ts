/** Reports in the window: begun, changed by hand, a figure opened, proof-read, put together and issued. */
import { field, go, setUpUnit } from './fixtures/flows';
import { expect, test } from './fixtures/hosts';

test('a report is begun, changed by hand, proof-read and issued with its number', {
  tag: '@desktop',
}, async ({ app, page }) => {
  await setUpUnit(app);
  const year = new Date().getFullYear();
  for (const fullName of ['Trần Thu Hà', 'Lê Thị Mai'])
    await app.call('members.create', { fullName, gender: 'female', unionJoinDate: `${year - 3}-05-01` });

  await go(app, '/reports');
  await expect(page.getByText('Chưa có báo cáo nào')).toBeVisible();
  await page.getByRole('button', { name: 'Lập báo cáo' }).first().click();
  await expect(field(page, 'Trích yếu')).toHaveValue(new RegExp(`năm ${year} `));
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Tổng kết hoạt động công đoàn/);
  const { rows } = await app.call('reports.list', {});
  const id = rows[0]!.id;
  const texts = async () =>
    (await app.call('reports.get', { id })).parts.map((part) => part.runs.map((run) => run.text).join(''));

  const sheet = page.getByRole('article');
  const strength = sheet.locator('.so-reports-part').filter({ hasText: 'Công đoàn cơ sở có' });
  await strength.getByRole('button', { name: /^2\s+Đoàn viên đang sinh hoạt/ }).click();
  await expect(page.getByRole('link', { name: 'Trần Thu Hà' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Trần Thu Hà' })).toBeHidden();

  await strength.hover();
  await strength.getByRole('button', { name: 'Sửa đoạn này' }).click();
  const words = page.getByRole('textbox', { name: 'Lời của đoạn' });
  await expect(words).toBeFocused();
  await words.fill('Tính đến nay công đoàn có 2 đoàn viên; hội nghị họp thứ Hai, ngày 24/07/2024.');
  await page.getByRole('button', { name: 'Lưu đoạn' }).click();
  await expect(words).toBeHidden();
  await expect(sheet.getByText('Lời sửa tay')).toBeVisible();
  await expect
    .poll(texts)
    .toContain('Tính đến nay công đoàn có 2 đoàn viên; hội nghị họp thứ Hai, ngày 24/07/2024.');

  await page.getByRole('button', { name: 'Soát lỗi' }).click();
  const panel = page.getByRole('complementary').last();
  await expect(panel.getByText('Ngày 24/07/2024 là thứ Tư', { exact: false })).toBeVisible();
  await panel.getByRole('button', { name: 'Sửa thành “thứ Tư”' }).click();
  await expect.poll(async () => (await texts()).join(' ')).toContain('họp thứ Tư, ngày 24/07/2024');
  await app.call('members.create', { fullName: 'Vũ Minh Anh', unionJoinDate: `${year - 3}-05-01` });
  await expect(panel.getByText('số liệu đã đổi', { exact: false })).toBeVisible();
  await panel.getByRole('button', { name: 'Tính lại tất cả' }).click();
  await expect.poll(async () => (await texts()).join(' ')).toContain('công đoàn có 3 đoàn viên');

  await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ban hành', exact: true }).click();
  await expect(page.getByRole('link', { name: /^Số 01\/BC-/ })).toBeVisible();
  await expect(page.getByText('lời và số giữ nguyên', { exact: false })).toBeVisible();
  const state = async () => (await app.call('reports.get', { id })).closedAt !== null;
  expect(await state()).toBe(true);
  await page.keyboard.press('Control+z');
  await expect.poll(state).toBe(false);
});

test('sentences are chosen as they would read; paragraphs move, go and come back', async ({ app, page }) => {
  await setUpUnit(app);
  const event = await app.call('events.create', {
    ...{ kind: 'online_contest', name: 'Cuộc thi tìm hiểu nghị quyết', startsOn: '2026-03-04' },
  });
  await app.call('events.setCount', {
    ...event,
    count: { value: 1484, unit: 'member', denominator: 2178, denominatorOn: '2026-06-30', source: 'báo cáo' },
  });
  const { id } = await app.call('reports.create', {
    ...{ kind: 'thematic', year: 2026, from: '2026-01-01', to: '2026-06-30', asOf: '2026-06-30' },
  });
  const texts = async () =>
    (await app.call('reports.get', { id })).parts.map((part) =>
      part.runs.map((run) => run.text.replaceAll('\u00a0', ' ')).join(''),
    );
  await go(app, `/reports/${id}`);
  const results = page.locator('.so-reports-part').filter({ hasText: 'KẾT QUẢ THỰC HIỆN' });
  await results.hover();
  await results.getByRole('button', { name: 'Thêm vào dưới đoạn này' }).click();
  await page.getByPlaceholder('Tìm câu, hoạt động, chỉ tiêu').fill('nghị quyết');
  await page.getByRole('button', { name: /1\.484\/2\.178 đoàn viên tham gia, đạt tỷ lệ 68%\.$/ }).click();
  const sentence =
    'Cuộc thi tìm hiểu nghị quyết (ngày 04/03/2026): có 1.484/2.178 đoàn viên tham gia, đạt tỷ lệ 68%.';
  await expect.poll(texts).toContain(sentence);
  expect((await texts()).indexOf(sentence)).toBe((await texts()).indexOf('KẾT QUẢ THỰC HIỆN') + 1);

  const part = page.locator('.so-reports-part').filter({ hasText: '1.484/2.178' });
  await part.hover();
  await part.getByRole('button', { name: 'Lên trên' }).click();
  await expect
    .poll(async () => (await texts()).indexOf(sentence))
    .toBe((await texts()).indexOf('KẾT QUẢ THỰC HIỆN') - 1);
  await part.hover();
  await part.getByRole('button', { name: 'Bỏ đoạn này' }).click();
  await expect.poll(texts).not.toContain(sentence);
  await page.keyboard.press('Control+z');
  await expect.poll(texts).toContain(sentence);
});
