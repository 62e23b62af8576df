/** What every host must give the page: the bridge, events, files in and out, and a store that outlives it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures/hosts';
import { projectRoot } from './fixtures/launch';

test('the page opens, knows its host and answers queries', async ({ app }) => {
  const info = await app.invoke({ operation: 'host.info', input: {} });
  expect(info).toMatchObject({
    ok: true,
    data: { host: app.host === 'electron' ? 'desktop' : 'browser', demo: false },
  });
  expect(await app.call('rescue.state', {})).toEqual({ kind: 'ready' });
  await expect(app.page).toHaveTitle(/Sổ Công đoàn/);
});

test('a nonce is given to each response and stands in the policy', async ({ app }) => {
  const read = () =>
    app.page.evaluate(async () => {
      const reply = await fetch('./index.html');
      const nonce = /name="csp-nonce" content="([^"]+)"/.exec(await reply.text())?.[1];
      return { nonce, policy: reply.headers.get('content-security-policy') ?? '' };
    });
  const [one, two] = [await read(), await read()];
  expect(one.nonce).toBeTruthy();
  expect(one.nonce).not.toBe(two.nonce);
  expect(one.policy).toContain(`'nonce-${one.nonce}'`);
  expect(one.policy.startsWith("default-src 'none'")).toBe(true);
});

test('shipped fonts are served beside the page', async ({ app }) => {
  const status = await app.page.evaluate(async () => (await fetch('./fonts/Tinos_400Regular.ttf')).status);
  expect(status).toBe(200);
});

test('a change is told to the page after the command has been answered', async ({ app }) => {
  const settings = await app.call('settings.get', {});
  const events = await app.page.evaluate(async (version) => {
    const seen: { type: string; areas?: string[] }[] = [];
    const request = { operation: 'settings.update', input: { version, twoDigits: true } };
    const desktop = (
      window as never as { so?: { invoke(r: unknown): Promise<unknown>; on(l: (e: never) => void): void } }
    ).so;
    if (desktop) {
      desktop.on((event) => seen.push(event));
      await desktop.invoke(request);
    } else {
      const reader = (await fetch('./api/events')).body!.getReader();
      await fetch('./api/invoke', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      const decoder = new TextDecoder();
      for (let text = ''; !text.includes('}\n'); ) {
        text += decoder.decode((await reader.read()).value, { stream: true });
        for (const line of text.split('\n')) if (line.endsWith('}')) seen.push(JSON.parse(line));
      }
      await reader.cancel();
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    return seen;
  }, settings.version);
  expect(events.find((event) => event.type === 'changed')?.areas).toContain('settings');
});

test('a picked file becomes a token that dies with the process', async ({ app, folder }) => {
  const path = join(folder, 'danh sách.csv');
  writeFileSync(path, 'Họ tên\nNguyễn Thị Ánh\n');
  const token = await app.pick(path);
  expect(token).toMatch(/^[0-9a-f-]{36}$/);
});

test('a job reads a picked file in a thread, tells its progress, and its result can be saved', async ({
  app,
}) => {
  const token = await app.pick(join(projectRoot, 'test', 'fixtures', 'members', 'members-clean.xlsx'));
  const opened = await app.invoke({
    operation: 'members.importOpen',
    input: { token },
    jobId: 'job-open',
  });
  expect(opened).toMatchObject({ ok: true, data: { fileName: 'members-clean.xlsx' } });
  const exported = await app.invoke({
    operation: 'members.exportList',
    input: { columns: ['fullName'] },
    jobId: 'job-export',
  });
  if (!exported.ok) throw new Error(JSON.stringify(exported.error));
  const file = exported.data as { token: string; name: string; size: number };
  const saved = await app.saved(async () => {
    if (app.host === 'electron')
      await app.invoke({ operation: 'host.saveFile', input: { token: file.token } });
    else
      await app.page.evaluate((produced) => {
        const link = document.createElement('a');
        link.href = `./api/file/${produced.token}`;
        link.click();
      }, file);
  });
  expect(saved.name).toBe(file.name);
  expect(saved.bytes.length).toBe(file.size);
  expect(saved.bytes.subarray(0, 2).toString()).toBe('PK');
});

test('a job that does not exist cannot be cancelled; a wrong host operation is refused', async ({ app }) => {
  expect(await app.invoke({ operation: 'host.cancelJob', input: { jobId: 'none' } })).toEqual({
    ok: true,
    data: { cancelled: false },
  });
  expect(await app.invoke({ operation: 'host.format', input: {} })).toMatchObject({
    ok: false,
    error: { code: 'UNKNOWN_OPERATION' },
  });
});

test('what was acknowledged is there after the program was ended and opened again', async ({ app }) => {
  const before = await app.call('settings.get', {});
  await app.call('settings.update', { version: before.version, oddWord: 'linh' });
  await app.restart();
  expect((await app.call('settings.get', {})).oddWord).toBe('linh');
});
