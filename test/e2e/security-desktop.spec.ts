/** Settings of the desktop window and its process, read back at run time. Real Electron only. */
import { expect, test } from './fixtures/hosts';

test('every window is sandboxed and isolated', async ({ app }) => {
  const settings = await app.electron!.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const reader = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
        reader.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  expect(settings.length).toBeGreaterThan(0);
  for (const one of settings)
    expect(one).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
});

test('the window starts at its size, without a menu, and can be made as small as 200 % zoom needs', async ({
  app,
}) => {
  const found = await app.electron!.evaluate(({ BrowserWindow, Menu }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    return { size: window.getSize(), min: window.getMinimumSize(), menu: Menu.getApplicationMenu() === null };
  });
  expect(found).toEqual({ size: [1366, 768], min: [683, 384], menu: true });
});

test('a message from a frame that is not our page is refused', async ({ app }) => {
  const answer = await app.electron!.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const handlers = (
      ipcMain as never as { _invokeHandlers: Map<string, (...args: unknown[]) => Promise<unknown>> }
    )._invokeHandlers;
    const handler = handlers.get('so:invoke')!;
    const contents = BrowserWindow.getAllWindows()[0]!.webContents;
    const request = { operation: 'host.info', input: {} };
    const call = (event: unknown) => handler(event, request).then((reply) => (reply as { ok: boolean }).ok);
    return {
      ours: await call({ sender: contents, senderFrame: contents.mainFrame }),
      gone: await call({ sender: contents, senderFrame: null }),
      foreign: await call({ sender: contents, senderFrame: { url: 'https://example.com/' } }),
      otherWindow: await call({ sender: {}, senderFrame: contents.mainFrame }),
    };
  });
  expect(answer).toEqual({ ours: true, gone: false, foreign: false, otherWindow: false });
});

test('a second start on the same data gives way to the first', async ({ app }) => {
  const { spawn } = await import('node:child_process');
  const { electronBinary } = await import('../../build/lib/paths.mjs');
  const { projectRoot, rootSwitches } = await import('./fixtures/launch');
  const second = spawn(electronBinary()!, [...rootSwitches(), projectRoot, '--data', app.dataDir], {
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => second.on('exit', resolve));
  expect(code).toBe(0);
  expect(await app.call('rescue.state', {})).toEqual({ kind: 'ready' });
});

test('addresses outside the built page answer nothing', async ({ app }) => {
  const statuses = await app.page.evaluate(async () => {
    const paths = [
      '/../main/main.cjs',
      '/%2e%2e/main/main.cjs',
      '/..%2fmain%2fmain.cjs',
      '/fonts/../../main/main.cjs',
      '/nothing.js',
      '/%00',
      '/fonts/..%5c..%5cmain.cjs',
    ];
    const found: number[] = [];
    for (const path of paths)
      found.push(
        await fetch(`app://so${path}`)
          .then((reply) => reply.status)
          .catch(() => 0),
      );
    return found;
  });
  for (const status of statuses) expect([0, 403, 404]).toContain(status);
});
