/** What only the desktop host does: the system's own viewer and file manager. */
import { expect, test } from './fixtures/hosts';

test('a PDF is opened in the system’s viewer, anything else is not', async ({ app }) => {
  const opened = await app.electron!.evaluate(({ shell }) => {
    const seen: string[] = [];
    shell.openPath = (path) => {
      seen.push(path);
      return Promise.resolve('');
    };
    Object.assign(globalThis, { seen });
    return seen.length;
  });
  expect(opened).toBe(0);
  expect(await app.invoke({ operation: 'host.openDataFolder', input: {} })).toEqual({
    ok: true,
    data: { opened: true },
  });
  const exported = await app.call('members.exportList', { columns: ['fullName'] });
  expect(await app.invoke({ operation: 'host.printFile', input: { token: exported.token } })).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT' },
  });
  const seen = await app.electron!.evaluate(() => (globalThis as never as { seen: string[] }).seen);
  expect(seen).toEqual([app.dataDir]);
});
