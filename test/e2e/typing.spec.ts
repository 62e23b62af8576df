/**
 * Telex and VNI as they reach a window: a system input method composes each syllable, Unikey sends backspaces and
 * whole letters. Every text field of one form of each kind must hold exactly what was typed, keep the caret, and take
 * no Enter that belongs to the input method.
 */
import type { CDPSession, Locator, Page } from '@playwright/test';
import { go, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

/** What an input method shows while "Hoà" is typed in Telex (h o a f), and "đường" (d d u w o w n g f). */
const COMPOSED = [
  ['H', 'Ho', 'Hoa', 'Hoà'],
  ['d', 'đ', 'đu', 'đư', 'đưo', 'đươ', 'đươn', 'đương', 'đường'],
] as const;

/** One syllable by a composing input method; an Enter in the middle belongs to it. */
async function compose(session: CDPSession, steps: readonly string[]): Promise<void> {
  for (const text of steps) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await session.send('Input.dispatchKeyEvent', {
      type,
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
  await session.send('Input.insertText', { text: steps.at(-1)! });
}

/** "Ượng" as Unikey sends it: letters, then backspaces and the letters that replace them. */
async function unikey(page: Page): Promise<void> {
  const replace = async (count: number, text: string) => {
    for (let at = 0; at < count; at++) await page.keyboard.press('Backspace');
    await page.keyboard.insertText(text);
  };
  await page.keyboard.type('U');
  await replace(1, 'Ư');
  await page.keyboard.type('o');
  await replace(1, 'ơ');
  await page.keyboard.type('ng');
  await replace(3, 'ợng');
}

const caretOf = (field: Locator) => field.evaluate((node) => (node as HTMLInputElement).selectionStart);

/** Empties a field and answers its name and what kind of field it is. */
async function emptied(page: Page, field: Locator): Promise<{ name: string; kind: string }> {
  await field.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  return field.evaluate((node) => ({
    name: (node as HTMLInputElement).labels?.[0]?.textContent ?? node.getAttribute('aria-label') ?? '',
    kind: `${node.tagName} ${node.className} ${node.getAttribute('inputmode')}`,
  }));
}

/** One syllable composed, one by Unikey: enough for a field of a kind that was tried in every way. */
async function typeShortly(page: Page, session: CDPSession, field: Locator, name: string): Promise<void> {
  await compose(session, COMPOSED[0]);
  await unikey(page);
  await expect(field, name).toHaveValue('HoàƯợng');
  expect(await caretOf(field), name).toBe(7);
}

/** Types into one field in both ways, at the end and in the middle. */
async function typeInto(page: Page, session: CDPSession, field: Locator): Promise<void> {
  const { name } = await emptied(page, field);
  await typeFully(page, session, field, name);
}

async function typeFully(page: Page, session: CDPSession, field: Locator, name: string): Promise<void> {
  await compose(session, COMPOSED[0]);
  await page.keyboard.type(' ');
  await compose(session, COMPOSED[1]);
  await page.keyboard.type(' ');
  await unikey(page);
  await expect(field, name).toHaveValue('Hoà đường Ượng');
  await field.evaluate((node) => (node as HTMLInputElement).setSelectionRange(4, 4));
  await unikey(page);
  await expect(field, name).toHaveValue('Hoà Ượngđường Ượng');
  expect(await caretOf(field), name).toBe(8);
  await compose(session, ['ê', 'ế']);
  await expect(field, name).toHaveValue('Hoà Ượngếđường Ượng');
  expect(await caretOf(field), name).toBe(9);
  await expect(field).toBeFocused();
}

const session = (app: App) => app.page.context().newCDPSession(app.page);

/** Every field of the form on screen that takes text. */
async function everyField(app: App, least: number): Promise<void> {
  const { page } = app;
  const cdp = await session(app);
  const fields = page.locator(
    'main form.so-form :is(input:not([type=checkbox], [type=radio], [role=combobox]), textarea):not([disabled])',
  );
  await expect(fields.first()).toBeVisible();
  const count = await fields.count();
  expect(count).toBeGreaterThanOrEqual(least);
  const before = page.url();
  const tried = new Set<string>();
  for (let at = 0; at < count; at++) {
    const field = fields.nth(at);
    const { name, kind } = await emptied(page, field);
    await (tried.has(kind) ? typeShortly : typeFully)(page, cdp, field, name);
    tried.add(kind);
  }
  expect(page.url()).toBe(before);
  await expect(page.locator('.so-notice')).toHaveCount(0);
}

test('the form of a member', { tag: '@desktop' }, async ({ app }) => {
  await setUpUnit(app);
  await go(app, '/members/new');
  await everyField(app, 20);
  expect((await app.call('members.list', {})).total).toBe(0);
});

test('the profile of the unit', async ({ app, page }) => {
  await setUpUnit(app);
  await go(app, '/organisation');
  await page.getByRole('button', { name: 'Sửa', exact: true }).click();
  await everyField(app, 7);
  expect((await app.call('organisation.get', {})).profile?.version).toBe(1);
});

test('the form of an event', async ({ app }) => {
  await setUpUnit(app);
  await go(app, '/events/new');
  await everyField(app, 5);
  expect((await app.call('events.list', {})).total).toBe(0);
});

test('the form of an award decision', async ({ app }) => {
  await setUpUnit(app);
  await go(app, '/awards/new');
  await everyField(app, 8);
  expect((await app.call('awards.list', {})).total).toBe(0);
});

test('the note of a criterion is saved as typed', async ({ app, page }) => {
  await setUpUnit(app);
  const { currentYear } = await app.call('review.list', {});
  const { id } = await app.call('review.create', { year: currentYear });
  await go(app, '/review');
  await page.getByLabel('Điểm tự chấm tiêu chí 1.2').click();
  const note = page.getByLabel('Ghi chú của người chấm');
  await typeInto(page, await session(app), note);
  await page.getByRole('heading', { level: 1 }).click();
  const notes = async () =>
    (await app.call('review.get', { id })).groups.flatMap((group) => group.items.map((item) => item.note));
  await expect.poll(notes).toContain('Hoà Ượngếđường Ượng');
});

test('search waits for the whole syllable, in the list and in the palette', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await app.call('members.create', { fullName: 'Sùng Thị Hoà' });
  await app.call('members.create', { fullName: 'Đỗ Văn Đường' });
  const cdp = await session(app);
  await go(app, '/members');
  await page.keyboard.press('Control+f');
  await compose(cdp, COMPOSED[0]);
  await expect(page.getByRole('row', { name: /Đỗ Văn Đường/ })).toBeHidden();
  await expect(page.getByRole('row', { name: /Sùng Thị Hoà/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await compose(cdp, COMPOSED[1]);
  await expect(page.getByRole('option', { name: /Đỗ Văn Đường/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đỗ Văn Đường');
});

test('a required field refuses nothing while it is being composed', { tag: '@desktop' }, async ({
  app,
  page,
}) => {
  await setUpUnit(app);
  await go(app, '/members/new');
  const cdp = await session(app);
  await page.getByLabel('Họ và tên', { exact: true }).click();
  await compose(cdp, COMPOSED[0]);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect((await app.call('members.list', {})).total).toBe(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hoà');
});
