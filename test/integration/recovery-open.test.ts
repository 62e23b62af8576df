import { afterEach, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';

let open: TestCore | undefined;
afterEach(async () => open?.close());

it('makes a store in an empty folder, keeps what was written, and finds it again', async () => {
  open = await openTestCore();
  expect(open.core.state()).toEqual({ kind: 'ready' });
  const before = await open.invoke('settings.get', {});
  await open.invoke('settings.update', { version: before.version, oddWord: 'linh' });
  open = await open.reopen();
  expect(open.core.state()).toEqual({ kind: 'ready' });
  expect((await open.invoke('settings.get', {})).oddWord).toBe('linh');
  const log = await open.invoke('audit.list', {});
  expect(log.rows).toHaveLength(1);
  expect((await open.invoke('backup.status', {})).last?.reason).toBe('quit');
});
