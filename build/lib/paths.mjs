/** Where things lie. Plain Node built-ins only: this runs before anything is installed. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const outDir = join(root, 'out');
export const cacheDir = join(root, '.cache');

/** The Node 24 of the npm package `node`; undefined until it is installed. */
export function nodeBinary(base = root) {
  const names = process.platform === 'win32' ? ['node.exe', 'node'] : ['node'];
  for (const name of names) {
    const path = join(base, 'node_modules', 'node', 'bin', name);
    if (existsSync(path)) return path;
  }
  return undefined;
}

const ELECTRON_EXECUTABLE = {
  win32: 'electron.exe',
  darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
};

/** Electron's executable if it is on the disk. Asks the file system only: requiring 'electron' would download. */
export function electronBinary(base = root, environment = process.env) {
  const package_ = join(base, 'node_modules', 'electron');
  const pathFile = join(package_, 'path.txt');
  const name = existsSync(pathFile)
    ? readFileSync(pathFile, 'utf8').trim()
    : (ELECTRON_EXECUTABLE[process.platform] ?? 'electron');
  const dist = environment.ELECTRON_OVERRIDE_DIST_PATH || join(package_, 'dist');
  const path = join(dist, name);
  return existsSync(path) ? path : undefined;
}

/** The user's own data folder of this program. */
export function defaultDataDir(environment = process.env) {
  if (process.platform === 'win32')
    return join(environment.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'Sổ Công đoàn');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Sổ Công đoàn');
  return join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'so-cong-doan');
}
