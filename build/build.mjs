/**
 * Builds what is older than its sources.
 *   node build/build.mjs [--force] [main|preload|renderer|resources|worker …]
 * Without names everything the program needs is built (`worker` is for tests only). Must run on Node 24:
 * build/start.mjs and npm scripts see to it.
 */
import { pathToFileURL } from 'node:url';
import { fingerprint, isFresh, markFresh, withBuildLock } from './lib/stale.mjs';

export async function buildStale(
  names = ['main', 'preload', 'renderer', 'resources'],
  { force = false } = {},
) {
  const { targets } = await import('./targets.mjs');
  await withBuildLock(async () => {
    for (const name of names) {
      const target = targets[name];
      if (!target) throw new Error(`No such target: ${name}`);
      const print = fingerprint(target.sources);
      if (!force && isFresh(name, print, target.outputs)) continue;
      const started = Date.now();
      await target.build();
      markFresh(name, print);
      console.error(`build: ${name} ${Date.now() - started} ms`);
    }
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const names = process.argv
    .slice(2)
    .map((argument) => argument.replace(/^--/, ''))
    .filter((argument) => argument !== 'force');
  try {
    await buildStale(names.length > 0 ? names : undefined, { force: process.argv.includes('--force') });
  } catch (error) {
    console.error(error?.message ?? error);
    process.exit(1);
  }
}
