/** What only the desktop host does: the system's own viewer and file manager. */
import { addPeople, go, setUpUnit } from './fixtures/flows';
import { type App, expect, test } from './fixtures/hosts';

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

/** Makes the printed list of members through the window; the viewer answers as told, what it was given is returned. */
async function printMembers(app: App, answer: string): Promise<string[]> {
  await app.electron!.evaluate(({ shell }, said) => {
    const seen: string[] = [];
    shell.openPath = (path) => {
      seen.push(path);
      return Promise.resolve(said);
    };
    Object.assign(globalThis, { seen });
  }, answer);
  await app.page.locator('main').getByRole('button', { name: 'Việc khác' }).first().click();
  await app.page.getByRole('menuitem', { name: 'In danh sách', exact: true }).click();
  const print = app.page.getByRole('dialog').getByRole('button', { name: 'In 1 người' });
  if (answer === '') await print.click();
  else {
    const { bytes } = await app.saved(() => print.click());
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  }
  await expect(app.page.getByRole('dialog')).toBeHidden();
  return app.electron!.evaluate(() => (globalThis as never as { seen: string[] }).seen);
}

test('printing says that the viewer is open, and saves the file where there is no viewer', async ({
  app,
}) => {
  await setUpUnit(app);
  await addPeople(app, { 'Khoa Nội': ['Lê Thị Ánh'] });
  await go(app, '/members');
  const notice = app.page.locator('.so-notice').last();
  const [path] = await printMembers(app, '');
  expect(path).toMatch(/\.pdf$/);
  await expect(notice).toContainText('trình xem PDF của máy');
  expect(await printMembers(app, 'không có chương trình')).toHaveLength(1);
  await expect(notice).toContainText('đã lưu tệp');
});
