/**
 * Installs what package-lock.json asks for, without Python or a compiler: no package's install script runs but
 * that of `node`, which only fetches a ready binary. Does nothing when everything is there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBinary, root } from './paths.mjs';
import { npmCommand, run } from './process.mjs';

/** Whether node_modules holds exactly the versions of the lock file. */
export function isInstalled(base = root) {
  const hidden = join(base, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(base, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const found = present[path];
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional);
  });
}

/** Makes node_modules right; throws with a sentence when it cannot. */
export async function ensureInstalled({ base = root, environment = process.env, say = console.error } = {}) {
  const npm = npmCommand(environment);
  const call = (...args) =>
    run(npm.command, [...npm.prefix, ...args], { cwd: base, env: environment, shell: npm.shell });
  if (!isInstalled(base)) {
    say('Đang cài các thành phần còn thiếu (npm ci)…');
    if ((await call('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')) !== 0)
      throw new Error('Không cài được các thành phần: npm ci thất bại. Kiểm tra mạng rồi chạy lại.');
  }
  if (!nodeBinary(base)) {
    say('Đang lấy Node 24 (npm rebuild node)…');
    if ((await call('rebuild', 'node', '--loglevel=error')) !== 0 || !nodeBinary(base))
      throw new Error('Không lấy được Node 24: npm rebuild node thất bại. Kiểm tra mạng rồi chạy lại.');
  }
}
