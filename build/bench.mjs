/**
 * npm run bench: builds what is missing and measures the program beside its peers.
 *   npm run bench -- [--only=NAME,NAME]   names: the files test/bench/NAME.bench.ts
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run } from './lib/process.mjs';

const built = join(cacheDir, 'bench');

/** Bundles our own sources only: peers and their packages are loaded as Node finds them. */
async function bundle() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: built,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: { run: join(root, 'test', 'bench', 'run.ts') },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}

async function main() {
  if (process.argv[2] === '--bundle') return bundle().then(() => 0);
  const node = await prepare(['main', 'renderer', 'resources']);
  const self = join(root, 'build', 'bench.mjs');
  rmSync(built, { recursive: true, force: true });
  if ((await run(node, [self, '--bundle'], { cwd: root })) !== 0) return 1;
  return run(node, [join(built, 'run.mjs'), ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

process.exitCode = await main();
