/** What every script of the project needs first: installed packages and a fresh build, on Node 24. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { nodeBinary, root } from './paths.mjs';
import { run } from './process.mjs';

/** Installs and builds what is out of date; answers the Node 24 to go on with. */
export async function prepare(targets = []) {
  await ensureInstalled();
  const node = nodeBinary();
  if ((await run(node, [join(root, 'build', 'build.mjs'), ...targets], { cwd: root })) !== 0)
    throw new Error('Không dựng được chương trình: xem lỗi ở trên.');
  return node;
}

/** Runs a program in the foreground, passes signals on, and resolves with its exit code. */
export function foreground(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: root, ...options });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.on('error', () => resolve({ code: 127, signal: null }));
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve({ code: code ?? 1, signal });
    });
  });
}
