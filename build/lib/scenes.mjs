/**
 * The screens `npm run pictures` draws, in order. A scene leads the page to what is to be seen; one that answers false
 * has nothing to show. `store` says which program it is drawn on: an empty store, the demo, or a damaged copy of it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hideAccount } from './account.mjs';
import { AWARD_PAPERS, AWARD_SCENES } from './awardScenes.mjs';
import { CARE_PAPERS, CARE_SCENES } from './careScenes.mjs';
import { CHAIN_PAPERS, CHAIN_SCENES } from './chainScenes.mjs';
import { root } from './paths.mjs';
import { QUICK_ENTRY, REGISTER_PAPERS, REGISTER_SCENES } from './registerScenes.mjs';
import { SAFE_PAPERS, SAFE_SCENES, USER_SCENES } from './safeScenes.mjs';
import { WORK_PAPERS, WORK_SCENES } from './workScenes.mjs';
import { YEAR_PAPERS, YEAR_SCENES } from './yearScenes.mjs';

const OFFICE_LIST = join(root, 'test', 'fixtures', 'members', 'members-office.xlsx');

const at = (name, address) => ({ name, play: (stage) => stage.go(address) });

/** The first event of the running year that meets the conditions. */
async function eventOf(stage, kinds) {
  const { rows } = await stage.invoke('events.list', { kinds, limit: 1 });
  return rows[0]?.id;
}

/** The issued decision of the unit with the most names, else any decision of the unit. */
async function ownDecision(stage, status = null) {
  const { rows } = await stage.invoke('awards.list', { levels: ['unit'], status, limit: 100 });
  const named = (row) => (row.counts.individual ?? 0) + (row.counts.collective ?? 0);
  return rows.filter((row) => !row.countsOnly).sort((a, b) => named(b) - named(a))[0]?.id;
}

/** The review of the running year, opened and scored by the proposals where there are some. */
async function openReview(stage) {
  const { rows, currentYear } = await stage.invoke('review.list', {});
  const open = rows.find((row) => row.year === currentYear && row.part === 'year');
  if (open) return open.id;
  const { id } = await stage.invoke('review.create', { year: currentYear });
  const sheet = await stage.invoke('review.get', { id });
  for (const item of sheet.groups.flatMap((group) => group.items).slice(0, 22))
    if (item.proposed !== null)
      await stage
        .invoke('review.setItem', {
          reviewId: id,
          criterion: item.uid,
          version: item.version,
          score: item.proposed,
        })
        .catch(() => undefined);
  return id;
}

async function closeNotice(stage) {
  const close = stage.page.getByRole('button', { name: 'Đóng' });
  if (await close.first().isVisible()) await close.first().click();
}

async function openList(stage) {
  await stage.go('/members/import');
  const [chooser] = await Promise.all([
    stage.page.waitForEvent('filechooser'),
    stage.press('Chọn tệp danh sách'),
  ]);
  await chooser.setFiles(OFFICE_LIST);
  await stage.page.getByRole('button', { name: /^Xem trước \d/ }).waitFor({ timeout: 60_000 });
}

async function previewList(stage) {
  await stage.press(/^Xem trước \d/);
  await stage.page.getByRole('list', { name: 'Xem trước' }).waitFor({ timeout: 60_000 });
}

export const EMPTY_SCENES = [
  { name: 'first-run', play: async (stage) => fillUnit(stage) },
  at('members-empty', '/members'),
  at('import', '/members/import'),
];

/** Types a name, so that the heading beside the form is seen to follow. */
async function fillUnit(stage) {
  const type = (label, text) => stage.page.getByLabel(label, { exact: true }).fill(text);
  await type('Công đoàn cơ sở', 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ');
  await type('Tên rút gọn ở đầu văn bản', 'CĐCS TTYT khu vực Suối Mơ');
  await type('Công đoàn cấp trên trực tiếp', 'Liên đoàn Lao động tỉnh Thanh Lâm');
  await type('Địa danh ghi trước ngày tháng', 'Suối Mơ');
}

export const DEMO_SCENES = [
  at('dashboard', '/dashboard'),
  at('members', '/members'),
  {
    name: 'members-side',
    play: async (stage) => {
      await stage.go('/members');
      await stage.page.getByRole('row').nth(4).click();
    },
  },
  {
    name: 'member',
    play: async (stage) => {
      const { rows } = await stage.invoke('members.list', { limit: 5 });
      await stage.go(`/members/${rows[2].id}`);
    },
  },
  at('member-new', '/members/new'),
  ...REGISTER_SCENES,
  at('organisation', '/organisation'),
  at('events', '/events'),
  {
    name: 'event',
    play: async (stage) => stage.go(`/events/${await eventOf(stage, ['year_review'])}`),
  },
  {
    name: 'event-participation',
    play: async (stage) => stage.go(`/events/${await eventOf(stage, ['year_review'])}?tab=people`),
  },
  {
    name: 'event-count',
    play: async (stage) => stage.go(`/events/${await eventOf(stage, ['online_contest'])}?tab=people`),
  },
  {
    name: 'event-sign-in',
    play: async (stage) => {
      await stage.go(`/events/${await eventOf(stage, ['year_review'])}`);
      await stage.press('In danh sách ký');
    },
  },
  at('event-new', '/events/new'),
  ...WORK_SCENES,
  ...CARE_SCENES,
  at('awards', '/awards'),
  at('awards-table', '/awards?tab=table'),
  at('awards-register', '/awards?tab=register'),
  at('awards-forms', '/awards?tab=forms'),
  at('award-new', '/awards/new'),
  {
    name: 'award',
    play: async (stage) => {
      const id = (await ownDecision(stage, 'draft')) ?? (await ownDecision(stage));
      return id === undefined ? false : stage.go(`/awards/${id}`);
    },
  },
  at('certificates', '/certificates'),
  at('certificate-layouts', '/certificates?tab=layouts'),
  ...AWARD_SCENES,
  {
    name: 'certificate-print',
    play: async (stage) => {
      const id = (await ownDecision(stage, 'issued')) ?? (await ownDecision(stage));
      return id === undefined ? false : stage.go(`/certificates/${id}`);
    },
  },
  ...CHAIN_SCENES,
  ...YEAR_SCENES,
  {
    name: 'review',
    play: async (stage) => stage.go(`/review/${await openReview(stage)}`),
  },
  {
    name: 'review-criterion',
    play: async (stage) => stage.go(`/review/${await openReview(stage)}?criterion=2.2`),
  },
  at('review-sets', '/review/sets'),
  {
    name: 'review-set',
    play: async (stage) => {
      const { rows } = await stage.invoke('review.sets', {});
      return rows[0] ? stage.go(`/review/sets/${rows[0].id}`) : false;
    },
  },
  {
    name: 'figure-records',
    play: async (stage) => {
      await stage.go('/dashboard');
      await stage.page.locator('.so-figure, .so-figures a, .so-figures button').first().click();
    },
  },
  {
    name: 'palette',
    play: async (stage) => {
      await stage.go('/dashboard');
      await stage.page.keyboard.press('Control+k');
      await stage.page.keyboard.type('hoa', { delay: 40 });
      await stage.page.waitForTimeout(600);
    },
  },
  {
    name: 'keys',
    play: async (stage) => {
      await stage.go('/members');
      await stage.page.keyboard.press('F1');
    },
  },
  at('trash', '/trash'),
  {
    name: 'settings-backup',
    play: async (stage) => {
      for (let copies = 0; copies < 2; copies++) await stage.job('backup.create', {});
      await stage.go('/settings/backup');
    },
  },
  {
    name: 'restore',
    play: async (stage) => {
      await stage.go('/settings/backup');
      await stage.press('Xem, quay về');
    },
  },
  at('settings', '/settings/unit'),
  at('settings-look', '/settings/look'),
  at('settings-holidays', '/settings/holidays'),
  at('settings-data', '/settings/data'),
  {
    name: 'settings-log',
    play: async (stage) => {
      await stage.go('/settings/log');
      await stage.press('Kiểm tra nhật ký');
      await stage.page.getByText(/^Nhật ký còn nguyên/).waitFor({ timeout: 60_000 });
      await hideAccount(stage);
    },
  },
  at('settings-about', '/settings/about'),
  ...SAFE_SCENES,
  {
    name: 'dashboard-dark',
    play: async (stage) => {
      await stage.theme('dark');
      await stage.go('/dashboard');
    },
    after: (stage) => stage.theme('light'),
  },
  {
    name: 'dashboard-en',
    play: async (stage) => {
      await stage.language('en');
      await stage.go('/dashboard');
    },
    after: (stage) => stage.language('vi'),
  },
  QUICK_ENTRY,
  {
    name: 'import-mapping',
    play: openList,
  },
  { name: 'import-preview', follows: 'import-mapping', play: previewList },
  {
    name: 'import-done',
    follows: 'import-preview',
    play: async (stage) => {
      const skip = stage.page.getByRole('button', { name: 'Bỏ qua tất cả dòng chưa chọn' });
      if (await skip.isVisible()) await skip.click();
      await stage.press(/^Ghi \d+ dòng vào sổ/);
      await stage.page.getByText(/^Đã ghi \d+ dòng vào sổ/).waitFor({ timeout: 60_000 });
    },
  },
  {
    name: 'imports',
    follows: 'import-done',
    play: async (stage) => {
      await closeNotice(stage);
      await stage.go('/members/imports');
      await hideAccount(stage);
    },
  },
  {
    name: 'import-remembered',
    follows: 'import-done',
    play: openList,
  },
  ...USER_SCENES,
];

export const DAMAGED_SCENES = [
  { name: 'rescue', play: (stage) => stage.page.locator('.so-rescue').waitFor({ timeout: 30_000 }) },
];

/** Papers as the program makes them: an operation, its input, and which page is shown. */
export const PAPERS = [
  {
    name: 'paper-sign-in',
    operation: 'events.signInSheet',
    input: async (stage) => ({ id: await eventOf(stage, ['year_review']), blankLines: 10 }),
  },
  {
    name: 'paper-decision',
    operation: 'awards.decisionPdf',
    input: async (stage) => ({ id: (await ownDecision(stage, 'issued')) ?? (await ownDecision(stage)) }),
  },
  {
    name: 'paper-certificate',
    operation: 'certificates.print',
    input: async (stage) => {
      const decisionId = (await ownDecision(stage, 'issued')) ?? (await ownDecision(stage));
      return { decisionId, acceptOverflow: true };
    },
  },
  {
    name: 'paper-review',
    operation: 'review.exportPdf',
    input: async (stage) => ({ id: await openReview(stage) }),
  },
  ...REGISTER_PAPERS,
  ...WORK_PAPERS,
  ...CARE_PAPERS,
  ...AWARD_PAPERS,
  ...CHAIN_PAPERS,
  ...YEAR_PAPERS,
  ...SAFE_PAPERS,
];

/** Overwrites a stretch in the middle of a store, as a failing disk would. */
export function spoil(file, bytes) {
  const middle = Math.floor(bytes.length / 2);
  bytes.fill(0x5a, middle, middle + 40_960);
  writeFileSync(file, bytes);
}
