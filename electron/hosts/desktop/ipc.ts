/** The two channels between the window and the core. A message from anyone else is refused. */
import { app, type BrowserWindow, ipcMain, shell } from 'electron';
import { AppError } from '../../../shared/contract/errors';
import type { Core } from '../../core';
import { APP_VERSION } from '../../version';
import { createGate, type Gate, refusal } from '../gate';
import type { Options } from '../options';
import { pickFile, pickFiles, pickFolder, saveFile } from './dialogs';
import { openFile, printFile } from './print';
import { isTrustedSender } from './security';

/** The gate of the desktop host, with the operations Electron answers. */
export function desktopGate(core: Core, window: BrowserWindow, options: Options): Gate {
  const gate = createGate(core, {
    'host.info': () => ({
      host: 'desktop',
      version: APP_VERSION,
      platform: process.platform,
      runtime: `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}`,
      demo: options.demo,
    }),
    'host.pickFile': (input) => pickFile(window, core.files, input),
    'host.pickFiles': (input) => pickFiles(window, core.files, input),
    'host.pickFolder': (input) => pickFolder(window, core.files, input),
    'host.takeFile': ({ name, bytes }) => core.files.registerUpload(name, bytes),
    'host.openFile': (input) => openFile(core.files, input),
    'host.saveFile': (input) => saveFile(window, core.files, input),
    'host.printFile': (input) => printFile(core.files, input),
    'host.openDataFolder': async () => ({ opened: (await shell.openPath(options.dataDir)) === '' }),
  });
  gate.on((event) => {
    if (!window.isDestroyed()) window.webContents.send('so:event', event);
  });
  return gate;
}

/** Answers the window; requests that come before the store is open wait for it. */
export function answerWindow(currentWindow: () => BrowserWindow | undefined, gate: Promise<Gate>): void {
  ipcMain.handle('so:invoke', async (event, request: unknown) =>
    isTrustedSender(event, currentWindow()?.webContents)
      ? (await gate).invoke(request)
      : refusal(new AppError('FORBIDDEN')),
  );
  app.on('will-quit', () => ipcMain.removeHandler('so:invoke'));
}
