/**
 * Start and end. There is one instance for a data folder; quitting refuses new requests, waits for those under
 * way and closes the store before the process ends, also when Windows logs off. Nothing acknowledged depends on it.
 */
import { app, type BrowserWindow, dialog, powerMonitor, session } from 'electron';

/** False when another instance has this data folder open; that one then comes to the front. */
export function takeInstance(currentWindow: () => BrowserWindow | undefined): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    const window = currentWindow();
    if (!window) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  return true;
}

/**
 * Runs `close` once before the program ends, whichever way it ends. `close` answers false when something of the program
 * would not end by itself; the process is then ended by force, for nothing is open any more.
 */
export function closeBeforeQuit(window: BrowserWindow, close: () => Promise<boolean>): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  const finish = async () => {
    if (state !== 'open') return;
    state = 'closing';
    try {
      if (!(await close())) endByForce();
    } catch (error) {
      console.error('close failed', (error as Error)?.message);
    }
    state = 'closed';
    app.quit();
  };
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    void finish();
  });
  app.on('window-all-closed', () => app.quit());
  window.on('session-end', () => void finish());
  powerMonitor.on('shutdown', () => void finish());
}

/** Ends the process at once; app.exit would wait for its threads. What the page keeps is written out first. */
function endByForce(): void {
  session.defaultSession.flushStorageData();
  process.kill(process.pid, 'SIGKILL');
}

/** A window whose page process died is loaded again, at most three times in a minute. */
export function reviveWindow(window: BrowserWindow): void {
  let deaths: number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < 60_000), now];
    if (deaths.length <= 3) window.webContents.reload();
    else fail('Cửa sổ chương trình bị lỗi nhiều lần liên tiếp. Dữ liệu đã lưu vẫn còn nguyên.');
  });
}

/** Tells in one sentence why the program cannot go on, then ends it. */
export function fail(sentence: string): void {
  console.error(sentence);
  if (!process.env.SO_NO_DIALOGS) dialog.showErrorBox('Sổ Công đoàn', sentence);
  app.exit(1);
}
