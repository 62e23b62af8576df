/** Child processes that never outlive their welcome. Plain Node built-ins only. */
import { spawn, spawnSync } from 'node:child_process';

/** Ends a child and everything it started; the child must have been spawned `detached` (except on Windows). */
export function killTree(child, signal = 'SIGTERM') {
  if (!child.pid) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Its group is gone already.
  }
}

/** Runs a command to its end; resolves with its exit code, 124 when it was ended by `timeoutMs`. */
export function run(command, args, { timeoutMs, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      detached: timeoutMs !== undefined && process.platform !== 'win32',
      ...options,
    });
    let late = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            killTree(child, 'SIGKILL');
          }, timeoutMs);
    child.on('error', () => {
      clearTimeout(timer);
      resolve(127);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(late ? 124 : (code ?? (signal ? 1 : 0)));
    });
  });
}

/** npm's own command line, however this script was started. */
export function npmCommand(environment = process.env) {
  const script = environment.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script))
    return { command: process.execPath, prefix: [script], shell: false };
  if (process.platform === 'win32') return { command: 'npm.cmd', prefix: [], shell: true };
  return { command: 'npm', prefix: [], shell: false };
}
