/** Every form that changes a record of the year's work: opened, one text changed, saved by Ctrl S, found when opened again. */
import type { Locator, Page } from '@playwright/test';
import { addPeople, go, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

const DAY = '2026-03-02';
const TEXT = 'Sửa lại cho đúng';

interface Form {
  what: string;
  path: string;
  /** Opens the form; without it the address does. */
  open?(page: Page): Promise<void>;
  field: string | RegExp;
  text?: string;
}

const more = (item: string) => async (page: Page) => {
  await page.getByRole('button', { name: 'Việc khác', exact: true }).first().click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
const press = (name: string | RegExp) => async (page: Page) => {
  await page.locator('main').getByRole('button', { name }).first().click();
};
const row = (name: RegExp) => async (page: Page) => {
  await page.getByRole('row', { name }).first().dblclick();
};

async function money(app: App, memberId: number): Promise<Form[]> {
  const fund = await app.call('funds.save', { name: 'Quỹ công đoàn', openedOn: '2026-01-01' });
  const fundId = fund.id;
  const categories = (await app.call('funds.categories', {})).rows;
  const draft = await app.call('funds.createVoucher', {
    ...{ fundId, kind: 'payment', onDate: DAY, amount: 300_000, reason: 'Thăm đoàn viên ốm' },
    ...{ categoryId: categories.find(({ code }) => code === 'C-TH')!.id, numbered: false },
  });
  await app.call('dues.saveRate', { kind: 'fixed', amount: 30_000, validFrom: '2026-01' });
  const drive = await app.call('drives.save', {
    ...{ name: 'Mái ấm tình thương', launchedOn: DAY, cutOff: DAY, fundId },
  });
  const gift = { onDate: DAY, amount: 100_000 };
  await app.call('drives.record', { id: drive.id, gifts: [{ ...gift, memberId }] });
  const donor = await app.call('donors.save', { name: 'Công ty Dược Thảo Nguyên' });
  const earmark = await app.call('donors.saveEarmark', { name: 'Nhà ở cán bộ y tế', fundId });
  await app.call('donors.saveGift', { ...gift, donorId: donor.id, earmarkId: earmark.id });
  return [
    { what: 'fund', path: '/funds', open: more('Sửa quỹ'), field: 'Thủ quỹ' },
    {
      what: 'category',
      path: '/funds?tab=categories',
      open: press(/^Sửa mục Thu khác/),
      field: /^Nguồn/,
    },
    { what: 'voucher', path: `/funds/vouchers/${draft.id}`, open: press(/^Sửa/), field: /^Lý do/ },
    { what: 'rate', path: '/dues?tab=rates', open: press('Sửa mức đóng từ 01/2026'), field: /^Căn cứ/ },
    { what: 'drive', path: `/dues/drives/${drive.id}`, open: more('Sửa cuộc vận động'), field: /^Ghi chú/ },
    {
      what: 'contribution',
      path: `/dues/drives/${drive.id}?tab=gifts`,
      open: row(/Lò Thị Ón/),
      field: /^Ghi chú/,
    },
    { what: 'donor', path: `/dues/donors/${donor.id}`, open: more('Sửa nhà tài trợ'), field: /^Ghi chú/ },
    {
      what: 'gift of a donor',
      path: `/dues/donors/${donor.id}`,
      open: press('Sửa khoản tài trợ'),
      field: /^Ghi chú/,
    },
    {
      what: 'earmark',
      path: `/dues/earmarks/${earmark.id}`,
      open: more('Sửa nguồn có mục đích'),
      field: /^Ghi chú/,
    },
  ];
}

async function care(app: App, memberId: number): Promise<Form[]> {
  const { id: campaign } = await app.call('welfare.createCampaign', {
    ...{ name: 'Quà Tết', year: 2026, onDate: '2026-02-07', kind: 'list' },
    values: [{ category: 'standard', cash: 300_000 }],
  });
  await app.call('welfare.addMembers', {
    ...{ id: campaign, filter: {}, category: 'standard', householdOnce: false },
  });
  const { reasons, kinds } = await app.call('care.catalogue', {});
  const reasonId = reasons[0]!.id;
  await app.call('care.saveNorm', { reasonId, cash: 300_000 });
  const visit = await app.call('care.createVisit', { memberId, reasonId, onDate: DAY, cash: 300_000 });
  const help = await app.call('care.createCase', {
    ...{ kindId: kinds[0]!.id, title: 'Mái ấm gia đình chị Ón', memberId, openedOn: DAY },
    money: [{ source: 'sponsor', name: 'Công ty Thảo Nguyên', amount: 100_000_000 }],
  });
  const lists = '/welfare/care-lists';
  const nth = (heading: string) => async (page: Page) => {
    const card = page
      .locator('section, .so-card')
      .filter({ has: page.getByRole('heading', { name: heading }) });
    await card.getByRole('button', { name: 'Sửa dòng này' }).first().click();
  };
  return [
    { what: 'campaign', path: `/welfare/${campaign}/edit`, field: 'Nơi trao' },
    { what: 'recipient', path: `/welfare/${campaign}`, open: row(/Lò Thị Ón/), field: /^Ghi chú/ },
    { what: 'visit', path: `/welfare?tab=visits&year=all&visit=${visit.id}`, field: 'Diễn giải trên phiếu' },
    { what: 'case', path: `/welfare/cases/${help.id}`, open: press(/^Sửa hồ sơ/), field: /^Ghi chú/ },
    {
      what: 'money of a case',
      path: `/welfare/cases/${help.id}`,
      open: press('Sửa khoản'),
      field: /^Ghi chú/,
    },
    {
      what: 'step of a case',
      path: `/welfare/cases/${help.id}`,
      open: async (page) => {
        await page.getByRole('button', { name: 'Sửa bước', exact: true }).first().click();
        await page.getByRole('menuitem', { name: 'Sửa bước', exact: true }).click();
      },
      field: /^Ghi chú/,
    },
    { what: 'reason of visits', path: lists, open: nth('Lý do thăm hỏi'), field: 'Tên tiếng Anh' },
    { what: 'norm', path: lists, open: nth('Định mức'), field: /^Căn cứ/ },
    { what: 'kind of cases', path: lists, open: nth('Loại trợ giúp'), field: 'Tên tiếng Anh' },
  ];
}

async function work(app: App, memberId: number): Promise<Form[]> {
  const event = await app.call('events.create', {
    kind: 'committee_meeting',
    name: 'Họp quý I',
    startsOn: DAY,
  });
  await app.call('events.createFollowUps', {
    ...{ eventId: event.id, text: 'Sửa bếp ăn', owners: [{ name: 'Phòng Hành chính' }] },
  });
  const course = await app.call('events.create', { kind: 'training', name: 'Tập huấn', startsOn: DAY });
  await app.call('training.save', { eventId: course.id, version: 0, decisionNo: '01/QĐ' });
  const contest = await app.call('events.create', { kind: 'contest', name: 'Hội thi', startsOn: DAY });
  await app.call('contests.save', { eventId: contest.id, version: 0, rounds: [{ name: 'Sơ khảo' }] });
  await app.call('contests.saveEntry', { eventId: contest.id, kind: 'person', people: [{ memberId }] });
  const form = (await app.call('awards.forms', {})).rows.find(({ code }) => code === 'GK-CS')!;
  const { formId: _, ...proposed } = await app.call('awards.defaults', { formId: form.id, decidedOn: DAY });
  const decision = await app.call('awards.create', {
    ...proposed,
    ...{ formId: form.id, number: '45/QĐ-CĐCS', decidedOn: DAY, awardYear: 2026 },
  });
  await app.call('awards.addRecipients', { id: decision.id, items: [{ kind: 'individual', memberId }] });
  return [
    { what: 'event', path: `/events/${event.id}`, open: press(/^Sửa hoạt động/), field: /^Nơi tổ chức/ },
    { what: 'follow-up', path: '/events/follow-ups', open: press('Sửa bếp ăn'), field: /^Kết quả/ },
    {
      what: 'programme of a course',
      path: `/events/${course.id}?tab=training`,
      open: press(/^Sửa chương trình/),
      field: 'Số quyết định',
    },
    {
      what: 'entry of a contest',
      path: `/events/${contest.id}?tab=contest`,
      open: press(/^Sửa dự thi/),
      field: /^Ghi chú/,
    },
    { what: 'award decision', path: `/awards/${decision.id}`, field: /^Ghi chú/ },
    {
      what: 'recipient of an award',
      path: `/awards/${decision.id}`,
      open: press('Sửa Lò Thị Ón'),
      field: /^Đơn vị/,
    },
  ];
}

/** The field of the form in front: that of the drawer, if one is open. */
function fieldOf(page: Page, { field, open }: Form): Locator {
  const within = open ? page.locator('[role="dialog"], main').last() : page;
  return within.getByLabel(field).locator('visible=true').last();
}

async function change(app: App, form: Form): Promise<void> {
  const { page } = app;
  const text = form.text ?? TEXT;
  const open = async () => {
    await go(app, '/trash');
    await go(app, form.path);
    await form.open?.(page);
    await expect(fieldOf(page, form)).toBeVisible();
  };
  await open();
  await fieldOf(page, form).fill(text);
  await page.keyboard.press('Control+s');
  await expect(page.locator('form.so-form [aria-invalid="true"], form.so-form .so-error')).toHaveCount(0);
  await expect(page.locator('.so-notice__text').first()).toBeVisible();
  await open();
  await expect(fieldOf(page, form)).toHaveValue(text);
}

for (const [area, make] of Object.entries({ money, care, work }))
  test(
    `every form of ${area} saves one changed text`,
    area === 'care' ? { tag: '@desktop' } : {},
    async ({ app }) => {
      await setUpUnit(app);
      const ids = await addPeople(app, { 'Khoa Nhi': ['Lò Thị Ón', 'Quàng Văn Nam'] });
      const refused: string[] = [];
      for (const form of await make(app, ids['Lò Thị Ón']!))
        await change(app, form).catch((error: Error) =>
          refused.push(`${form.what}: ${error.message.slice(0, 700)}`),
        );
      expect(refused).toEqual([]);
    },
  );
