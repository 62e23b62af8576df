/** The one window. */
import { BrowserWindow } from 'electron';
import { PAGE_URL } from './protocol';

/** Zoom of 200 % on a 1366×768 screen leaves 683×384 points: the smallest size every screen must work at. */
const MIN_SIZE = { minWidth: 683, minHeight: 384 };
const ZOOM_LEVELS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

export function createWindow(options: { preload: string; devTools: boolean; icon?: string }): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    ...MIN_SIZE,
    title: 'Sổ Công đoàn',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#f6f4ef',
    ...(options.icon ? { icon: options.icon } : {}),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.devTools,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !(input.control || input.meta) || input.alt) return;
    const zoom = zoomAfter(input.key, window.webContents.getZoomFactor());
    if (zoom === undefined) return;
    event.preventDefault();
    window.webContents.setZoomFactor(zoom);
  });
  void window.loadURL(PAGE_URL);
  return window;
}

/** The zoom after Ctrl with +, − or 0; undefined for any other key. */
export function zoomAfter(key: string, zoom: number): number | undefined {
  if (key === '0') return 1;
  if (key === '+' || key === '=') return ZOOM_LEVELS.find((level) => level > zoom + 0.01) ?? 2;
  if (key === '-') return ZOOM_LEVELS.filter((level) => level < zoom - 0.01).pop() ?? 0.5;
  return undefined;
}
