/**
 * The first half-hour of an officer, from the empty program to the papers in hand: the unit, the member list of the
 * office, two events of this year, an award decision, its certificates, and the year's self-review already filled.
 * Every produced file is read back.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { fold } from '../../shared/text/fold';
import { readPdf } from '../helpers/readPdf';
import { readDocx } from '../unit/papersReaders';
import { chooseFile, field, fixture, PROFILE, plain, previewFigures, tabTo } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';
import { projectRoot } from './fixtures/launch';

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
const year = Number(today.slice(0, 4));
const typedToday = today.split('-').reverse().join('/');

const CONFERENCE = `Hội nghị sơ kết 6 tháng đầu năm ${year}`;
const CONTEST = `Thi trực tuyến tìm hiểu Nghị quyết Đại hội Công đoàn năm ${year}`;
const NUMBER = '27/QĐ-CĐCS';
const COLLECTIVE = 'Tập thể Khoa Khám bệnh - Cấp cứu';

const textOf = (pages: Awaited<ReturnType<typeof readPdf>>) =>
  plain(pages.map((page) => page.texts.map(({ text }) => text).join(' ')).join('\n')).replace(/ +/g, ' ');

// From nothing at all: the program makes its folder and its store itself.
test.use({ storeMade: false });

test('the first half-hour, from the empty program to the certificates and the review', {
  tag: '@desktop',
}, async ({ app }) => {
  test.setTimeout(240_000);
  app.page.setDefaultTimeout(15_000);
  await firstRun(app);
  await importList(app);
  const departments = await conference(app);
  await signInSheet(app, departments);
  await contest(app);
  const awarded = await decision(app, departments);
  await certificates(app, awarded);
  await review(app);
});

/** Names the unit and its chair, and goes on to the member list. */
async function firstRun({ page }: App): Promise<void> {
  const type = async (label: string, text: string) => {
    await tabTo(page, field(page, label));
    await page.keyboard.type(text);
  };
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mở sổ lần đầu');
  await type('Công đoàn cơ sở', PROFILE.name);
  await type('Tên rút gọn ở đầu văn bản', PROFILE.shortName);
  await type('Công đoàn cấp trên trực tiếp', PROFILE.upperName!);
  await type('Có hiệu lực từ ngày', '1/7/2025');
  await type('Cơ quan, đơn vị (chính quyền)', PROFILE.employer!);
  await type('Địa danh ghi trước ngày tháng', PROFILE.place!);
  await type('Số lao động hiện có', '280');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Người ký (Chủ tịch)')).toBeFocused();
  await page.keyboard.type('Đặng Thị Ước');
  await type('Bắt đầu', `28/10/${year - 1}`);
  await type('Kết thúc', String(year + 4));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Tiếp: Danh sách' }).click();
  await page.getByRole('button', { name: 'Nhập từ Excel' }).click();
}

/** Brings in the list the office keeps in Excel. */
async function importList(app: App): Promise<void> {
  const { page } = app;
  await chooseFile(app, fixture('members-office.xlsx'));
  await page.getByRole('button', { name: 'Xem trước 272 dòng' }).click();
  await expect(page.getByRole('list', { name: 'Xem trước' })).toBeVisible({ timeout: 30_000 });
  expect(await previewFigures(page)).toMatchObject({ Mới: 268, 'Nghi vấn': 4, 'Tất cả': 272 });
  await page.getByRole('button', { name: 'Ghi 272 dòng vào sổ' }).click();
  await expect(page.getByRole('heading', { name: 'Đã ghi 272 dòng vào sổ' })).toBeVisible({
    timeout: 30_000,
  });
  await page.getByRole('button', { name: 'Xem danh sách' }).click();
  await expect(page.getByRole('tab', { name: /Đang sinh hoạt/ })).toContainText('268');
}

async function addEvent({ page }: App, kind: string, option: RegExp, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Hoạt động', exact: true }).first().click();
  await page.getByRole('button', { name: 'Thêm hoạt động' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hoạt động mới');
  await field(page, 'Loại hoạt động').click();
  await page.keyboard.type(kind);
  await expect(page.locator('.ant-select-item-option-active')).toContainText(option);
  await page.keyboard.press('Enter');
  await field(page, 'Tên hoạt động').fill(name);
  await field(page, 'Ngày bắt đầu').fill(typedToday);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.getByRole('tab', { name: 'Người tham gia' }).click();
}

interface Departments {
  whole: { name: string; members: number };
  except: { name: string; members: number };
  absent: string;
  people: { fullName: string; gender: string | null }[];
}

/** One department came whole, of another everybody but one, whose name is typed without tones. */
async function conference(app: App): Promise<Departments> {
  const { page } = app;
  const units = (await app.call('organisation.units', { kind: 'department' })).rows
    .filter(({ members }) => members >= 5)
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  const [whole, except] = units as [(typeof units)[0], (typeof units)[0]];
  const { rows } = await app.call('members.list', { departmentIds: [except.id] });
  const absent = rows.find(
    (row) => rows.filter((one) => fold(one.fullName) === fold(row.fullName)).length === 1,
  )!;
  await addEvent(app, 'so ket', /sơ kết/, CONFERENCE);
  const choice = (name: string) => page.getByRole('radiogroup', { name: new RegExp(name) });
  await choice(whole.name).getByText('Tất cả', { exact: true }).click();
  await choice(except.name).getByText('Tất cả trừ').click();
  const picker = page.getByRole('combobox', { name: new RegExp(except.name) });
  await picker.pressSequentially(`${fold(absent.fullName)}, ốm`);
  await expect(page.getByRole('option', { name: new RegExp(absent.fullName) })).toBeVisible();
  await picker.press('Enter');
  const came = whole.members + except.members - 1;
  await expect(page.locator('.so-events-quote')).toContainText(`${came}/268`);
  return {
    whole: { name: whole.name, members: whole.members },
    except: { name: except.name, members: except.members },
    absent: absent.fullName,
    people: rows.filter((row) => row.id !== absent.id),
  };
}

/** The list to be signed, as a PDF of every member by department. */
async function signInSheet(app: App, { whole, absent }: Departments): Promise<void> {
  const { page } = app;
  await page.keyboard.press('Control+p');
  await page.getByRole('button', { name: 'Tạo bản in' }).click();
  const save = page.getByRole('button', { name: 'Lưu tệp PDF' });
  await expect(save).toBeVisible({ timeout: 30_000 });
  const { name, bytes } = await app.saved(() => save.click());
  expect(name).toMatch(/^Danh sách ký.*\.pdf$/);
  const pages = await readPdf(bytes);
  expect(pages.length).toBeGreaterThan(5);
  const text = textOf(pages);
  for (const words of [absent, whole.name, 'Độc lập - Tự do - Hạnh phúc', 'SUỐI NGÀN'])
    expect(text).toContain(words);
  expect(pages.every(({ w, h }) => Math.round(Math.min(w, h)) === 210)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** A count only: 1.484 of 2.178 is 68%. */
async function contest(app: App): Promise<void> {
  const { page } = app;
  await addEvent(app, 'thi truc tuyen', /trực tuyến/, CONTEST);
  await page.getByText('Chỉ nhập số', { exact: true }).first().click();
  await field(page, 'Số tham gia').fill('2310');
  await page.getByLabel(/^Trên tổng số/).fill('2178');
  await page.getByLabel(/^Tổng số chốt ngày/).fill(typedToday);
  await field(page, 'Theo báo cáo, danh sách nào').fill('báo cáo số 12/BC-CĐCS');
  await page.getByRole('button', { name: 'Lưu số này' }).click();
  await expect(page.getByRole('alert')).toContainText(
    `2.310 lớn hơn số đoàn viên ngày ${typedToday} là 2.178`,
  );
  await field(page, 'Số tham gia').fill('1484');
  await page.getByRole('button', { name: 'Lưu số này' }).click();
  await expect(page.getByText('68%').first()).toBeVisible();
  await expect.poll(async () => plain(await page.locator('main').innerText())).toContain('1.484/2.178');
}

/** A decision for three people and one collective, issued into the register. */
async function decision(app: App, { people }: Departments): Promise<string[]> {
  const { page } = app;
  await page.getByRole('link', { name: 'Thi đua, khen thưởng' }).click();
  await page.getByRole('button', { name: 'Thêm quyết định' }).first().click();
  await expect(field(page, 'Họ và tên người ký')).toHaveValue('Đặng Thị Ước');
  await field(page, 'Số quyết định').fill(NUMBER);
  await field(page, 'Ngày ký').fill(typedToday);
  await page.getByRole('button', { name: 'Lưu quyết định' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(NUMBER);
  await page.getByRole('button', { name: 'Thêm người được khen' }).click();
  const drawer = page.getByRole('dialog');
  const chosen = people.slice(0, 3).map(({ fullName }) => fullName);
  const picker = page.getByRole('combobox', { name: 'Tìm đoàn viên' });
  for (const [at, name] of chosen.entries()) {
    await picker.pressSequentially(fold(name));
    await expect(page.getByRole('option', { name: new RegExp(name) }).first()).toBeVisible();
    await picker.press('Enter');
    await expect
      .poll(async () => (await app.call('awards.list', {})).rows[0]?.counts.individual)
      .toBe(at + 1);
  }
  await drawer.getByRole('tab', { name: 'Tập thể' }).click();
  await field(drawer, 'Tên in trên giấy').fill(COLLECTIVE);
  await drawer.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect.poll(async () => (await app.call('awards.list', {})).rows[0]?.counts.collective).toBe(1);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await page.getByRole('button', { name: 'Ban hành cho 4 người, tập thể' }).click();
  await expect(page.getByRole('cell', { name: `004/${year}` })).toBeVisible();
  return [...chosen, COLLECTIVE];
}

const capitals = (text: string) => text.replace(/\s/g, '').toLocaleUpperCase('vi');
const layoutOf = (name: string) =>
  JSON.parse(readFileSync(join(projectRoot, 'resources', 'layouts', `${name}.json`), 'utf8')) as {
    page: { w: number; h: number };
  };

/** One PDF of four certificates, each with its name, number and register number where they belong. */
async function certificates(app: App, names: string[]): Promise<void> {
  const { page } = app;
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('img', { name: /^Bản xem trước giấy của/ })).toBeVisible();
  const print = page.getByRole('button', { name: 'In 4 giấy' });
  const { bytes } = await app.saved(() => print.click());
  const pages = await readPdf(bytes);
  const { rows } = await app.call('certificates.get', {
    decisionId: (await app.call('awards.list', {})).rows[0]!.id,
  });
  expect(pages).toHaveLength(4);
  const size = layoutOf('giay-khen-a4-ngang-co-dien').page;
  expect(rows.map(({ name }) => names.find((one) => name.endsWith(one))).sort()).toEqual([...names].sort());
  for (const [at, sheet] of pages.entries()) {
    const text = textOf([sheet]);
    const { name, register } = rows[at]!;
    expect([Math.round(sheet.w), Math.round(sheet.h)]).toEqual([size.w, size.h]);
    for (const words of [NUMBER, register ?? '?', 'Đặng Thị Ước', `năm ${year}`])
      expect(text).toContain(words);
    const middle = sheet.texts.filter(({ y }) => y > sheet.h * 0.3 && y < sheet.h * 0.65);
    expect(capitals(middle.map((one) => one.text).join(''))).toContain(capitals(name));
    expect(sheet.texts.every(({ x, y }) => x > 0 && y > 0 && x < sheet.w && y < sheet.h)).toBe(true);
  }
}

/** The review of the year holds what was recorded; it is scored, and exported three ways. */
async function review(app: App): Promise<void> {
  const { page } = app;
  await page.getByRole('link', { name: 'Tự kiểm tra' }).click();
  await page.getByRole('button', { name: `Mở bảng năm ${year}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Tự kiểm tra năm ${year}`);
  const { rows } = await app.call('review.list', {});
  const sheet = await app.call('review.get', { id: rows[0]!.id });
  const figures = sheet.groups.flatMap((group) => group.items.flatMap((item) => item.figures));
  const known = figures.filter((figure) => (figure.value ?? 0) > 0);
  expect(known.length).toBeGreaterThan(1);
  const filled = sheet.groups
    .flatMap((group) => group.items)
    .find(
      (item) =>
        item.proposed !== null && item.proposed > 0 && item.figures.some((one) => (one.value ?? 0) > 0),
    )!;
  expect(filled).toBeDefined();
  const figure = page
    .getByRole('row', { name: new RegExp(`^${filled.code.replace('.', '\\.')} `) })
    .getByRole('button');
  await expect(figure.first()).toBeVisible();
  const score = page.getByLabel(`Điểm tự chấm tiêu chí ${filled.code}`, { exact: true });
  await score.fill(String(filled.proposed).replace('.', ','));
  await score.press('Enter');
  await expect(page.locator('.so-review-rank__points')).toHaveText(String(filled.proposed).replace('.', ','));

  const exported = (kind: string) =>
    app.saved(async () => {
      await page.getByRole('button', { name: 'Xuất Word' }).click();
      await page.getByRole('menuitem', { name: kind }).click();
    });
  const docx = await exported('Word (.docx)');
  const word = plain(readDocx(docx.bytes).lines.join('\n'));
  const pdf = await exported('PDF');
  const pages = await readPdf(pdf.bytes);
  const print = textOf(pages);
  for (const text of [word, print]) {
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text.toLocaleUpperCase('vi')).toContain('BVĐK KHU VỰC SUỐI NGÀN');
    expect(text).toContain('Đặng Thị Ước');
    expect(text).toContain(plain(filled.figureText));
  }
  expect(Math.round(Math.min(pages[0]!.w, pages[0]!.h))).toBe(210);
  const nation = pages[0]!.texts.find(({ text }) => text.includes('CỘNG HÒA'));
  expect(nation!.y).toBeLessThan(45);
  const xlsx = await exported('Excel (.xlsx)');
  const cells = (await readXlsx(xlsx.bytes)).sheets.flatMap((one) => one.rows.flat());
  expect(cells).toContain(filled.proposed);
  expect(cells.map(String)).toContain(filled.code);
}
