/**
 * What a page that was broken into could try in the real window, one row for each: all in one start of the program.
 * After every attack the window must still show the program's own page, alone, with nothing of the attack having run.
 */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  type Attack,
  CONNECTIONS,
  CONTENTS,
  MESSAGES,
  NAVIGATIONS,
  PERMISSIONS,
  STRANGE,
} from './fixtures/attacks';
import { type App, expect, test } from './fixtures/hosts';

async function runIn(app: App, attack: Attack, port: number): Promise<string> {
  return String(await app.page.evaluate(attack, port).catch(() => 'refused'));
}

/** What must be true after every attack. */
async function stillOurs(app: App): Promise<string> {
  await app.page.waitForURL('app://so/**');
  const windows = await app.electron!.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL().split('#')[0]),
  );
  if (windows.length !== 1 || windows[0] !== 'app://so/index.html') return `windows: ${windows.join(', ')}`;
  const page = await app.page.evaluate(() => ({
    broken: (window as never as { broken?: number }).broken,
    title: document.title,
  }));
  return page.broken === undefined && page.title !== 'broken' ? '' : JSON.stringify(page);
}

test('a page that was broken into reaches nothing', async ({ app, folder }) => {
  test.setTimeout(180_000);
  app.allow(/.*/);
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? '');
    response.end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const table: [string, string, string][] = [];
  const groups = {
    navigation: NAVIGATIONS,
    content: CONTENTS,
    connection: CONNECTIONS,
    permission: PERMISSIONS,
    message: STRANGE,
  };
  for (const [group, attacks] of Object.entries(groups))
    for (const [name, attack] of Object.entries(attacks)) {
      const outcome = await runIn(app, attack, port);
      table.push([group, name, outcome === 'refused' ? (await stillOurs(app)) || 'refused' : outcome]);
    }
  for (const [name, request] of Object.entries(MESSAGES)) {
    const reply = await app.invoke(request);
    const text = JSON.stringify(reply);
    const given = reply.ok || text.includes(app.dataDir) || /node_modules|\n\s+at /.test(text);
    table.push(['message', name, given ? text.slice(0, 200) : 'refused']);
  }
  table.push(['file', 'a file dropped on the window', await dropped(app, folder)]);
  table.push(['file', 'a token saved twice keeps its bytes', await savedTwice(app)]);
  table.push(['window', 'keys that open the tools of a developer', await tools(app)]);
  server.close();
  console.log(table.map((row) => row.join(' · ')).join('\n'));
  console.log(
    `${table.length} attacks in one window, ${table.filter(([, , end]) => end !== 'refused').length} reached anything`,
  );
  expect(table.filter(([, , end]) => end !== 'refused')).toEqual([]);
  expect(seen, 'requests that left the window').toEqual([]);
  expect(await app.call('rescue.state', {})).toEqual({ kind: 'ready' });
});

/** A drop of a file from the disk on the bare window must not open it. */
async function dropped(app: App, folder: string): Promise<string> {
  const path = join(folder, 'evil.html');
  writeFileSync(path, '<script>document.title = "broken"</script>');
  await app.page.evaluate((name) => {
    const data = new DataTransfer();
    data.items.add(new File(['<script>document.title = "broken"</script>'], name, { type: 'text/html' }));
    data.setData('text/uri-list', `file://${name}`);
    for (const kind of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }),
      );
  }, path);
  const opens = await app.electron!.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents() as unknown as [
      { getLastWebPreferences(): Record<string, unknown> },
    ];
    return contents.getLastWebPreferences().navigateOnDragDrop;
  });
  return opens ? 'opens it' : (await stillOurs(app)) || 'refused';
}

/** A token is good for what it was made for: the same bytes, whoever asks, and never as an import. */
async function savedTwice(app: App): Promise<string> {
  const { token } = await app.call('members.exportList', { columns: ['fullName'] });
  const asImport = await app.invoke({ operation: 'members.importOpen', input: { token } });
  return asImport.ok ? 'read as an import' : 'refused';
}

async function tools(app: App): Promise<string> {
  const allowed = await app.electron!.evaluate(({ app: program, Menu }) => ({
    packaged: program.isPackaged,
    menu: Menu.getApplicationMenu() !== null,
  }));
  for (const keys of ['Control+Shift+I', 'F12', 'Control+Shift+J', 'Control+R', 'Control+Shift+R'])
    await app.page.keyboard.press(keys);
  const open = await app.electron!.evaluate(({ webContents }) =>
    webContents.getAllWebContents().some((contents) => contents.isDevToolsOpened()),
  );
  return open || allowed.menu ? 'opened' : 'refused';
}
