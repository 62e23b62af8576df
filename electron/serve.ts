/**
 * Browser entry (plain Node): the same core on loopback, for a PC where Electron cannot run.
 * Prints its address on a line of its own, then shows it in the PC's browser if there is one and a display.
 */
import { join } from 'node:path';
import { findBrowser, hasDisplay, openWindow } from './hosts/browser/open';
import { serveBrowserHost } from './hosts/browser/server';
import { createGate } from './hosts/gate';
import { readOptions } from './hosts/options';
import { programFolders, startCore } from './hosts/start';
import { APP_VERSION } from './version';

/** A browser that ends sooner than this has handed the address to one already running. */
const HANDED_OVER_MS = 5_000;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const folders = programFolders(__dirname);
  const core = await startCore(options, folders);
  const gate = createGate(core, {
    'host.info': () => ({
      host: 'browser',
      version: APP_VERSION,
      platform: process.platform,
      runtime: `Node ${process.versions.node}`,
      demo: options.demo,
    }),
    'host.openDataFolder': () => ({ opened: false }),
    'host.pickFolder': () => null,
  });
  const server = await serveBrowserHost({
    gate,
    files: core.files,
    folders: { renderer: folders.renderer, fonts: join(folders.resources, 'fonts') },
  });

  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    gate.cancelAll();
    await server.close();
    await core.close();
    options.cleanUp();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
  process.on('disconnect', () => void end());

  console.log(server.url);
  if (options.flags.has('no-window')) return;
  const browser = hasDisplay() ? findBrowser() : undefined;
  if (!browser) {
    console.log('Mở địa chỉ trên bằng trình duyệt của máy này. Bấm Ctrl+C để kết thúc.');
    return;
  }
  const opened = Date.now();
  const window = openWindow(browser, server.url, join(options.dataDir, 'browser-window'));
  window.on('error', () => undefined);
  window.on('exit', () => {
    if (Date.now() - opened > HANDED_OVER_MS) void end();
  });
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exit(1);
});

function sentenceFor(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'BUSY'
    ? 'Sổ này đang được mở ở một cửa sổ khác.'
    : `Không mở được chương trình: ${message ?? String(error)}`;
}
