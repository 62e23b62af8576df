/** Every screen, full and empty, in both languages: one heading, one language, nothing axe calls serious, no overflow. */
import type { InputOf } from '../../shared/contract';
import { go, settled } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';
import { type Language, problemsOf, scrollsSideways, zoomed } from './fixtures/screens';

/** Data without Vietnamese letters, so that any such letter on an English screen is the program's own. */
async function fill(app: App): Promise<string[]> {
  await app.call('organisation.saveProfile', {
    name: 'CDCS Benh vien Suoi Ngan',
    shortName: 'CDCS Suoi Ngan',
    symbol: 'CDCS',
    upperName: 'LDLD Thanh Lam',
    upperLevel: 'province',
    employer: 'Benh vien Suoi Ngan',
    place: 'Suoi Ngan',
    staffCount: 40,
    validFrom: '2025-07-01',
  });
  await app.call('organisation.saveTerm', {
    startsOn: '2025',
    endsOn: '2030',
    chairName: 'Dang Thi Uoc',
    chairTitle: 'Chu tich',
    onBehalfOf: 'TM. BCH',
  });
  const department = await app.call('organisation.createUnit', { kind: 'department', name: 'Khoa Noi' });
  const group = await app.call('organisation.createUnit', {
    kind: 'group',
    name: 'To 01',
    departmentId: department.id,
  });
  await app.call('members.setSensitive', { group: 'party', enabled: true, purpose: 'Bao cao' });
  const members: number[] = [];
  for (const [at, fullName] of ['Nguyen Thi Hoa', 'Sung Thi Hoa', 'Do Van Dung', 'Le Hai Yen'].entries())
    members.push(
      (
        await app.call('members.create', {
          fullName,
          gender: at === 2 ? 'male' : 'female',
          birthDate: `19${70 + at * 6}-05-0${at + 1}`,
          departmentId: department.id,
          groupId: group.id,
          jobTitle: 'Dieu duong',
          unionJoinDate: '2012-06-12',
          isParty: at === 1,
          idNumber: `01430189486${at}`,
        })
      ).id,
    );
  const steps = [{ stage: 'admitted' as const, onDate: '2026-02-03' }];
  await app.call('party.create', { memberId: members[0]!, steps });
  const year = new Date().getFullYear();
  const event = await app.call('events.create', {
    kind: 'online_contest',
    name: 'Cuoc thi mua he',
    startsOn: `${year}-07-20`,
    place: 'Hoi truong',
  });
  await app.call('events.setPeople', { id: event.id, add: members.slice(0, 3), remove: [] });
  const decision = await decide(app, year, members);
  const review = await app.call('review.create', { year });
  const set = (await app.call('review.sets', {})).rows[0]!.id;
  const gone = await app.call('members.create', { fullName: 'Tran Van Bo' });
  await app.call('members.trash', { ids: [gone.id] });
  return [
    `/members/${members[0]}`,
    `/members/${members[0]}/edit`,
    `/events/${event.id}`,
    `/events/${event.id}/edit`,
    `/events/${event.id}?tab=people`,
    `/events/${event.id}?tab=people&view=names`,
    `/events/${event.id}?tab=people&view=count`,
    `/awards/${decision}`,
    `/certificates/${decision}`,
    `/review/${review.id}`,
    `/review/sets/${set}`,
  ];
}

async function decide(app: App, year: number, members: number[]): Promise<number> {
  const form = (await app.call('awards.forms', {})).rows.find(
    ({ level, side }) => level === 'unit' && side === 'union',
  )!;
  const fields: InputOf<'awards.create'> = {
    formId: form.id,
    number: '08/QD-CDCS',
    decidedOn: `${year}-11-18`,
    authority: 'BCH CDCS Suoi Ngan',
    signerFor: 'TM. BCH',
    signerTitle: 'Chu tich',
    signerName: 'Dang Thi Uoc',
    occasion: 'Tong ket nam',
    reasonTemplate: 'Thanh tich nam {năm}',
    awardYear: year,
  };
  const { id, version } = await app.call('awards.create', fields);
  await app.call('awards.addRecipients', {
    id,
    items: [
      ...members.slice(0, 2).map((memberId) => ({ kind: 'individual' as const, memberId, honorific: 'Ba' })),
      { kind: 'collective' as const, name: 'Khoa Noi' },
    ],
  });
  const issued = await app.call('awards.get', { id });
  await app.call('awards.issue', { id, version: issued.version ?? version });
  const draft = await app.call('awards.create', { ...fields, number: '09/QD-CDCS' });
  await app.call('awards.addRecipients', {
    id: draft.id,
    items: [{ kind: 'individual', memberId: members[3]! }],
  });
  return id;
}

const KNOWN = [
  '/members/new',
  '/members/import',
  '/members/999999',
  '/events/new',
  '/calendar?view=year',
  '/calendar/occasions',
  '/awards/new',
  '/review/sets',
  '/khong-co-trang-nay',
];

async function speak(app: App, language: Language): Promise<void> {
  const { version } = await app.call('settings.get', {});
  await app.call('settings.update', { version, language });
  await expect(app.page.locator('html')).toHaveAttribute('lang', language);
}

/** Looks at the page and at each of its tabs; at their marking and width in one language, being the same in both. */
async function look(app: App, path: string, language: Language): Promise<string[]> {
  const { page } = app;
  const problems: string[] = [];
  const tabs = page.locator('main [role="tab"]');
  await go(app, path);
  const count = path.includes('?') ? 0 : await tabs.count();
  for (let at = 0; at < Math.max(1, count); at++) {
    let place = path;
    if (count > 0) {
      await tabs.nth(at).click();
      await settled(page);
      place = `${path} › ${at + 1}`;
    }
    problems.push(...(await problemsOf(app, place, language, { withAxe: language === 'vi' })));
    if (language === 'vi') problems.push(...(await tooWide(app, place)));
  }
  return problems;
}

/** Sideways scrolling at 100 and at 200 %. */
async function tooWide(app: App, place: string): Promise<string[]> {
  const found: string[] = [];
  for (const on of [false, true]) {
    await zoomed(app, on);
    const wide = await scrollsSideways(app.page);
    if (wide) found.push(`${place} at ${on ? '200' : '100'} %: ${wide}`);
  }
  await zoomed(app, false);
  return found;
}

/** The areas of the navigation. */
async function areasOf(app: App): Promise<string[]> {
  const links = app.page.getByRole('navigation').first().getByRole('link');
  await expect(links.first()).toBeVisible();
  const areas = await links.evaluateAll((nodes) =>
    nodes.map((node) => (node as HTMLAnchorElement).getAttribute('href')!.replace(/^.*#/, '')),
  );
  expect(areas.length).toBeGreaterThan(6);
  return areas;
}

for (const state of ['empty', 'full'] as const)
  for (const language of ['vi', 'en'] as const)
    test(`every screen of ${state === 'full' ? 'a store in use' : 'an empty store'}, in ${language}`, async ({
      app,
      page,
    }) => {
      test.setTimeout(240_000);
      const details = state === 'full' ? await fill(app) : [];
      await speak(app, language);
      await expect(page.locator('h1').first()).toBeVisible();
      const problems = await problemsOf(app, 'first run', language);
      await app.call('organisation.finishSetup', { done: true });
      for (const path of [...(await areasOf(app)), ...KNOWN, ...details])
        problems.push(...(await look(app, path, language)));
      expect(problems.join('\n')).toBe('');
    });

test('every screen of a store in use has its heading and fits the window at the zoom of the host', {
  tag: '@desktop',
}, async ({ app, page }) => {
  const details = await fill(app);
  await app.call('organisation.finishSetup', { done: true });
  const problems: string[] = [];
  for (const path of [...(await areasOf(app)), ...KNOWN, ...details]) {
    await go(app, path);
    if ((await page.locator('h1:visible').count()) !== 1) problems.push(`${path}: not one heading`);
    if (app.electron) problems.push(...(await tooWide(app, path)));
  }
  expect(problems.join('\n')).toBe('');
});

test('the palette and the list of keys', async ({ app, page }) => {
  await app.call('organisation.finishSetup', { done: true });
  for (const language of ['vi', 'en'] as const) {
    await speak(app, language);
    await go(app, '/members');
    for (const key of ['Control+k', 'F1']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      expect((await problemsOf(app, key, language)).join('\n')).toBe('');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  }
});
