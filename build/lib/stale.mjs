/** Tells whether a built thing is older than its sources, by a hash of their contents. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { cacheDir, root } from './paths.mjs';

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

/** Hash over the contents of every file under the given paths (relative to the project). */
export function fingerprint(paths, extra = '') {
  const hash = createHash('sha256').update(process.platform).update(extra);
  for (const path of paths)
    for (const file of filesUnder(join(root, path))) {
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  return hash.digest('hex');
}

const stampOf = (name) => join(cacheDir, 'stamps', `${name}.txt`);

export function isFresh(name, print, outputs) {
  const stamp = stampOf(name);
  return (
    outputs.every((path) => existsSync(path)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print
  );
}

export function markFresh(name, print) {
  mkdirSync(dirname(stampOf(name)), { recursive: true });
  writeFileSync(stampOf(name), print);
}

/** What was built under this name is no longer known to be fresh. */
export function forget(name) {
  rmSync(stampOf(name), { force: true });
}

/** Runs `work` while no other process of this project builds; a lock left by a dead process is taken over. */
export async function withBuildLock(work) {
  const lock = join(cacheDir, 'build.lock');
  mkdirSync(cacheDir, { recursive: true });
  for (let waited = 0; ; waited += 200) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      if (waited > 180_000 || !isAlive(lock)) rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAlive(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (!pid) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
