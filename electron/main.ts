/** Desktop entry (Electron): an ordered list of set-up calls. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, Menu, session } from 'electron';
import { answerWindow, desktopGate } from './hosts/desktop/ipc';
import { closeBeforeQuit, fail, reviveWindow, takeInstance } from './hosts/desktop/lifecycle';
import { declareProtocol, serveProtocol } from './hosts/desktop/protocol';
import { hardenContents, hardenSession } from './hosts/desktop/security';
import { createWindow } from './hosts/desktop/window';
import { readOptions } from './hosts/options';
import { programFolders, startCore } from './hosts/start';

const options = readOptions(process.argv.slice(1));
const folders = programFolders(__dirname);
let window: BrowserWindow | undefined;

// Forced for every process, save where the system's sandbox was turned off by hand: tests run as root.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// No name is ever looked up: even a page that was broken into can tell no server of names anything.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
const profile = join(options.dataDir, 'window');
mkdirSync(profile, { recursive: true });
app.setPath('userData', profile);
declareProtocol();
hardenContents();
if (takeInstance(() => window)) void app.whenReady().then(open).catch(giveUp);
else app.exit(0);

async function open(): Promise<void> {
  Menu.setApplicationMenu(null);
  hardenSession(session.defaultSession);
  serveProtocol(session.defaultSession, {
    renderer: folders.renderer,
    fonts: join(folders.resources, 'fonts'),
  });
  const starting = startCore(options, folders);
  const page = createWindow({ preload: folders.preload, devTools: !app.isPackaged });
  window = page;
  const gate = starting.then((core) => desktopGate(core, page, options));
  answerWindow(() => window, gate);
  reviveWindow(page);
  closeBeforeQuit(page, async () => {
    (await gate).cancelAll();
    const { threadsLeft } = await (await starting).close();
    options.cleanUp();
    return threadsLeft === 0;
  });
  await gate;
}

function giveUp(error: unknown): void {
  const { code, message } = error as { code?: string; message?: string };
  fail(
    code === 'BUSY'
      ? 'Sổ này đang được mở ở một cửa sổ khác.'
      : `Không mở được chương trình: ${message ?? String(error)}`,
  );
}
