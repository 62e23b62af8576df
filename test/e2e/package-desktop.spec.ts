/**
 * The packed program: it opens a store, writes, quits, and finds its work again; the shipped one has every fuse
 * hardened. Packed around the Electron of this machine, which is not the version that is shipped.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { _electron } from '@playwright/test';
import { electronBinary, nodeBinary } from '../../build/lib/paths.mjs';
import { expect, test } from './fixtures/hosts';
import { inheritedEnvironment, projectRoot, rootSwitches } from './fixtures/launch';

/** States of a fuse as they stand in the executable: the characters 0 and 1. */
const DISABLED = 0x30;
const ENABLED = 0x31;
const PACK_MS = 240_000;

/** Packs the program; answers the executable and its folder of resources. */
function pack(release: boolean): { executable: string; resources: string } {
  const args = [join(projectRoot, 'build', 'package.mjs'), '--dir', ...(release ? ['--release'] : [])];
  execFileSync(nodeBinary()!, args, { cwd: projectRoot, stdio: 'pipe', timeout: PACK_MS });
  const folder = join(projectRoot, 'dist', release ? 'release' : 'test', 'linux-unpacked');
  return { executable: join(folder, 'so-cong-doan'), resources: join(folder, 'resources') };
}

/** An Electron older than the one we ship cannot load the shipped addon and brings a build of its own. */
function useAddonOfRuntime(resources: string): void {
  const own = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'lab', 'better_sqlite3.node');
  const prebuilds = join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds');
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH && existsSync(own))
    copyFileSync(own, join(prebuilds, 'linux-x64.node'));
}

test.describe.configure({ mode: 'serial' });

test.beforeEach(() => {
  test.skip(process.platform !== 'linux' || !electronBinary(), 'needs Electron on Linux');
});

test('the packed program keeps what was written', async ({ folder }) => {
  test.setTimeout(PACK_MS + 60_000);
  const { executable, resources } = pack(false);
  useAddonOfRuntime(resources);
  const open = async () => {
    const app = await _electron.launch({
      executablePath: executable,
      args: [...rootSwitches(), '--data', join(folder, 'data')],
      env: { ...inheritedEnvironment(), SO_NO_DIALOGS: '1' },
      timeout: 60_000,
    });
    const page = await app.firstWindow();
    await page.waitForURL('app://so/**');
    const invoke = (operation: string, input: unknown) =>
      page.evaluate(
        (request) =>
          (window as never as { so: { invoke(r: unknown): Promise<never> } }).so.invoke(request) as Promise<{
            ok: boolean;
            data: Record<string, unknown>;
          }>,
        { operation, input },
      );
    return { app, page, invoke };
  };

  const first = await open();
  expect(await first.invoke('rescue.state', {})).toMatchObject({ ok: true, data: { kind: 'ready' } });
  expect(await first.app.evaluate(({ app }) => app.isPackaged)).toBe(true);
  const { data: before } = await first.invoke('settings.get', {});
  const written = await first.invoke('settings.update', { version: before.version, oddWord: 'linh' });
  expect(written.ok).toBe(true);
  await first.app.close();

  const second = await open();
  expect((await second.invoke('settings.get', {})).data.oddWord).toBe('linh');
  const found = await second.app.evaluate(async ({ webContents }) => {
    const contents = webContents.getAllWebContents()[0]!;
    const reader = contents as unknown as { getLastWebPreferences(): { sandbox: boolean } };
    contents.openDevTools({ mode: 'detach' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { sandbox: reader.getLastWebPreferences().sandbox, devTools: contents.isDevToolsOpened() };
  });
  expect(found).toEqual({ sandbox: true, devTools: false });
  await second.app.close();
});

test('the packed program for tests leaves only the inspect-arguments fuse on', async () => {
  const wire = await getCurrentFuseWire(join(projectRoot, 'dist', 'test', 'linux-unpacked', 'so-cong-doan'));
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(ENABLED);
  expectHardened(wire as never);
});

test('the shipped program has every fuse hardened', async () => {
  test.setTimeout(PACK_MS + 30_000);
  const { executable } = pack(true);
  const wire = await getCurrentFuseWire(executable);
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(DISABLED);
  expectHardened(wire as never);
});

function expectHardened(wire: Record<number, number>): void {
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  ];
  const on = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ];
  for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(DISABLED);
  for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(ENABLED);
  const young = wire[FuseV1Options.GrantFileProtocolExtraPrivileges];
  if (young !== undefined) expect(young).toBe(DISABLED);
}
