/** Gets Electron's binary, within a limit of time and without ever requiring the package. Built-ins only. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronBinary, root } from './paths.mjs';
import { run } from './process.mjs';

const ATTEMPT_MS = 60_000;
const REST_MS = 24 * 60 * 60 * 1000;
const memoryOf = (base) => join(base, '.cache', 'electron-attempt.json');

function electronVersion(base) {
  return JSON.parse(readFileSync(join(base, 'node_modules', 'electron', 'package.json'), 'utf8')).version;
}

/** Whether fetching this version failed within the last day: a PC without internet is not made to wait each time. */
function failedLately(version, base) {
  const memory = memoryOf(base);
  if (!existsSync(memory)) return false;
  try {
    const last = JSON.parse(readFileSync(memory, 'utf8'));
    return last.version === version && Date.now() - last.at < REST_MS;
  } catch {
    return false;
  }
}

/**
 * The path of Electron's executable, fetched if need be by the package's own script in a child process that is
 * ended with everything it started after `limitMs`; undefined when it cannot be had.
 */
export async function obtainElectron({
  node,
  base = root,
  limitMs = ATTEMPT_MS,
  again = false,
  say = console.error,
}) {
  const present = electronBinary(base);
  if (present) return present;
  const script = join(base, 'node_modules', 'electron', 'install.js');
  if (!existsSync(script)) return undefined;
  const version = electronVersion(base);
  if (!again && failedLately(version, base)) return undefined;
  say(`Đang lấy Electron ${version} (tối đa ${Math.round(limitMs / 1000)} giây)…`);
  await run(node, [script], { cwd: base, timeoutMs: limitMs, stdio: 'ignore' });
  const fetched = electronBinary(base);
  if (!fetched) {
    mkdirSync(join(base, '.cache'), { recursive: true });
    writeFileSync(memoryOf(base), JSON.stringify({ version, at: Date.now() }));
  }
  return fetched;
}
