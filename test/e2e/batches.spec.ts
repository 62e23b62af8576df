/** A batch of 76 certificates through the window: from a list to numbered sheets on a blank, one made void and given again. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { readPdf } from '../helpers/readPdf';
import { go, plain, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';
import { projectRoot } from './fixtures/launch';

const LAYOUT = 'giay-khen-a4-ngang-in-phoi';
const SCAN = join(projectRoot, 'test', 'fixtures', 'blank-a4.png');
const GIVEN = ['Hòa', 'Ẩn', 'Yến', 'Đào', 'Thủy', 'Phượng', 'Lượng', 'Nhẫn'];

/** 72 people of a list and four collectives, named in a draft that is printed onto a scanned blank. */
async function prepared(app: App, folder: string): Promise<number> {
  await setUpUnit(app);
  const people = Array.from({ length: 72 }, (_, n) => [
    `Lường Thị ${GIVEN[n % GIVEN.length]} ${String.fromCharCode(65 + (n % 24))}${n}`,
    'Nữ',
    n % 2 ? 'Khoa Nội' : 'Khoa Ngoại',
  ]);
  const path = join(folder, 'danh-sach.xlsx');
  const header = ['Họ và tên', 'Giới tính', 'Khoa, phòng'];
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'DS', rows: [header, ...people] }] }));
  const { importId, columns } = await app.call('members.importOpen', { token: await app.pick(path) });
  const mapping = columns.map(({ index, field }) => ({ index, field }));
  await app.call('members.importPreview', { importId, mapping });
  await app.call('members.importCommit', { importId });
  const members = (await app.call('members.list', { limit: 100 })).rows;
  expect(members).toHaveLength(72);
  const { hash } = await app.call('certificates.addScan', { token: await app.pick(SCAN) });
  const place = { x: 0, y: 0, w: 297, h: 210 };
  const blank = { name: 'Phôi viền đỏ', w: 297, h: 210, scan: hash, place, layouts: [LAYOUT], off: [] };
  await app.call('certificates.saveBlank', blank);
  const form = (await app.call('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!;
  const decision = { formId: form.id, number: '45/QĐ-CĐCS', decidedOn: '2026-11-20', awardYear: 2026 };
  const { id } = await app.call('awards.create', {
    ...decision,
    signerName: 'Đặng Thị Ước',
    reasonTemplate: 'Đã có thành tích xuất sắc năm {năm}',
  });
  const collectives = [1, 2, 3, 4].map((n) => ({
    kind: 'collective' as const,
    name: `Tổ công đoàn số ${n}`,
  }));
  const named = members.map((row) => ({ kind: 'individual' as const, memberId: row.id }));
  await app.call('awards.addRecipients', { id, items: [...collectives, ...named] });
  for (const kind of ['individual', 'collective'] as const)
    await app.call('certificates.setLayout', { decisionId: id, kind, layoutId: LAYOUT });
  return id;
}

const textsOf = async (bytes: Uint8Array) =>
  (await readPdf(bytes)).map((page) => plain(page.texts.map((one) => one.text).join(' ')));

test('76 from a list are numbered and printed on a blank; one is made void and given again', {
  tag: '@desktop',
}, async ({ app, page, folder }) => {
  test.slow();
  const id = await prepared(app, folder);
  await go(app, `/awards/${id}`);
  await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await page.getByRole('button', { name: 'Ban hành cho 76 người, tập thể' }).click();
  await expect.poll(async () => (await app.call('awards.get', { id })).status).toBe('issued');

  await go(app, `/certificates/${id}`);
  await page.getByText('Trên phôi', { exact: true }).click();
  const all = await app.saved(() => page.getByRole('button', { name: /^In 76 giấy/ }).click());
  const sheets = await textsOf(all.bytes);
  expect(sheets).toHaveLength(76);
  sheets.forEach((text, i) => {
    expect(text).toContain(`${String(i + 1).padStart(3, '0')}/2026`);
    expect(text).not.toContain('GIẤY KHEN');
  });

  await page.getByLabel('Chọn theo số').fill('7, 12, 20–25, 99');
  await page.getByLabel('Chọn theo số').press('Enter');
  await expect(page.getByText('Đã chọn 8 giấy. Không có số 99.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Lý do in lại' }).fill('Kẹt giấy');
  const again = await app.saved(() => page.getByRole('button', { name: /^In 8 giấy đã chọn/ }).click());
  expect((await textsOf(again.bytes)).map((text) => /\d{3}\/2026/.exec(text)?.[0])).toEqual(
    [7, 12, 20, 21, 22, 23, 24, 25].map((no) => `${String(no).padStart(3, '0')}/2026`),
  );
  await expect
    .poll(async () => (await app.call('certificates.runs', { decisionId: id })).rows)
    .toMatchObject([{ numbers: '007/2026, 012/2026, 020–025/2026', cause: 'Kẹt giấy' }, { pages: 76 }]);

  const seventh = page.getByRole('listitem').filter({ hasText: '007/2026' });
  await seventh.getByRole('button').click();
  await page.getByRole('button', { name: 'Thu hồi, cấp lại' }).click();
  const drawer = page.getByRole('dialog', { name: /Giấy khen của/ });
  await drawer.getByRole('button', { name: 'Thu hồi giấy', exact: true }).click();
  await drawer.getByLabel('Lý do thu hồi').fill('Ghi sai họ tên');
  await drawer.getByRole('button', { name: 'Thu hồi giấy số 007/2026' }).click();
  await expect(drawer.getByText('Đã thu hồi', { exact: true })).toBeVisible();
  await drawer.getByRole('button', { name: 'Cấp lại giấy' }).click();
  await drawer.getByLabel('Lý do cấp lại').fill('Cấp lại đúng họ tên');
  await drawer.getByRole('button', { name: 'Cấp lại giấy' }).click();
  await expect(drawer.getByText('077/2026').first()).toBeVisible();
  const copy = await app.saved(() => drawer.getByRole('button', { name: /In bản lưu/ }).click());
  expect((await textsOf(copy.bytes))[0]).toContain('007/2026');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();

  await go(app, '/awards?tab=register&year=2026');
  const line = page.getByRole('row').filter({ hasText: '007/2026' });
  await expect(line).toContainText('Đã thu hồi');
  expect((await app.call('awards.table', { year: 2026 })).total).toMatchObject({
    collective: 4,
    individual: 72,
  });
});

test('the ceremony is put in order by keys and dragging, and its list follows', async ({ app, page }) => {
  await setUpUnit(app);
  const form = (await app.call('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!;
  const { id } = await app.call('awards.create', { formId: form.id, awardYear: 2026 });
  const items = [1, 2, 3, 4].map((n) => ({ kind: 'collective' as const, name: `Tổ công đoàn số ${n}` }));
  await app.call('awards.addRecipients', { id, items });
  await go(app, `/certificates/${id}`);
  const names = () => page.getByRole('region', { name: 'Thứ tự trao' }).getByRole('listitem');
  await expect(names().first()).toContainText('Tổ công đoàn số 1');
  await names().first().getByRole('button').press('Alt+ArrowDown');
  await expect(names().nth(1)).toContainText('Tổ công đoàn số 1');
  await names().nth(3).dragTo(names().first());
  await expect(names().first()).toContainText('Tổ công đoàn số 4');
  await page.keyboard.press('Control+z');
  await expect(names().first()).toContainText('Tổ công đoàn số 2');
  await page.getByRole('button', { name: 'Việc khác' }).click();
  const list = await app.saved(() =>
    page.getByRole('menuitem', { name: 'Danh sách xướng tên (PDF)' }).click(),
  );
  const text = (await textsOf(list.bytes)).join(' ');
  expect(text.indexOf('số 2')).toBeLessThan(text.indexOf('số 1'));
});
