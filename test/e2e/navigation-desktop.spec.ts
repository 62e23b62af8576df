/** No way leads out of the desktop window: twenty addresses by four ways. In a browser the address bar is its user's. */
import type { Page } from '@playwright/test';
import { type App, expect, test } from './fixtures/hosts';

const NAVIGATIONS = [
  ['another site', 'https://example.com/'],
  ['plain http', 'http://example.com/'],
  ['another local port', 'http://127.0.0.1:9/'],
  ['a file', 'file:///etc/passwd'],
  ['a script address', 'javascript:document.title="xâm nhập"'],
  ['a data page', 'data:text/html,<script>1</script>'],
  ['another host of the scheme', 'app://other/index.html'],
  ['a look-alike host', 'app://so.example.com/index.html'],
  ['a user before the host', 'app://so@example.com/'],
  ['the devtools', 'devtools://devtools/bundled/inspector.html'],
  ['the browser itself', 'chrome://settings/'],
  ['a mail', 'mailto:a@example.com'],
  ['a telephone', 'tel:0900000000'],
  ['the settings of Windows', 'ms-settings:privacy'],
  ['an installed program', 'ms-msdt:/id'],
  ['a share', '\\\\example.com\\share'],
  ['a websocket', 'wss://example.com/'],
  ['an ftp server', 'ftp://example.com/'],
  ['source of the page', 'view-source:https://example.com/'],
  ['a blank page', 'about:blank'],
] as const;

const WAYS = {
  location: (address: string) => {
    location.href = address;
  },
  link: (address: string) => {
    const link = document.createElement('a');
    link.href = address;
    document.body.append(link);
    link.click();
    link.remove();
  },
  'a link in a new window': (address: string) => {
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
  },
  form: (address: string) => {
    const form = document.createElement('form');
    form.action = address;
    document.body.append(form);
    form.submit();
    form.remove();
  },
} as const;

async function attempt(page: Page, way: keyof typeof WAYS, address: string): Promise<void> {
  await page.evaluate(WAYS[way], address).catch(() => undefined);
  await page.waitForTimeout(60);
}

/** A blank page cannot be refused before it is shown; the window comes home from it by itself. */
async function expectHome(app: App, attack: string): Promise<void> {
  const home = app.url.replace(/#.*$/, '').replace(/index\.html$/, '');
  await expect
    .poll(() => app.page.evaluate(() => `${location.href} ${document.title}`).catch(() => ''), {
      message: attack,
    })
    .toMatch(new RegExp(`^${home}.* .*Sổ Công đoàn`));
}

test.describe('leaving the page', () => {
  test('no address and no way leads out of the window', async ({ app }) => {
    app.allow(/.*/);
    for (const [, address] of NAVIGATIONS)
      for (const way of Object.keys(WAYS) as (keyof typeof WAYS)[]) {
        await attempt(app.page, way, address);
        await expectHome(app, `${way} to ${address}`);
      }
    expect(await app.electron!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('no new window is opened by script', async ({ app }) => {
    const opened = await app.page.evaluate(() => [
      window.open('https://example.com/') === null,
      window.open('app://so/index.html') === null,
      window.open('about:blank') === null,
    ]);
    expect(opened).toEqual([true, true, true]);
  });
});
