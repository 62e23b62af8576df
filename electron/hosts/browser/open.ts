/** Shows the address in a window of the PC's own Chrome, Edge or Chromium, without tabs and address bar. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const LINUX_NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chromium',
  'chromium-browser',
  'brave-browser',
];

/** The first such browser on this PC. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const candidates: string[] = [];
  if (process.platform === 'win32') {
    for (const base of [environment.ProgramFiles, environment['ProgramFiles(x86)'], environment.LOCALAPPDATA])
      if (base)
        candidates.push(
          join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        );
  } else if (process.platform === 'darwin') {
    candidates.push(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    );
  } else {
    for (const name of LINUX_NAMES)
      for (const folder of (environment.PATH ?? '').split(delimiter))
        if (folder) candidates.push(join(folder, name));
  }
  return candidates.find((path) => existsSync(path));
}

export function hasDisplay(environment: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/** Opens the window with its own profile, so that the browser's process lives as long as the window. */
export function openWindow(browser: string, url: string, profileDir: string): ChildProcess {
  return spawn(
    browser,
    [
      `--app=${url}`,
      `--user-data-dir=${profileDir}`,
      '--window-size=1366,768',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-sync',
      '--lang=vi',
    ],
    { stdio: 'ignore' },
  );
}
