/** Bundles a child program of a test, so that plain Node can run it and it can be killed. */
import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { removeAtExit } from './store';

/** @returns the built file; each test process builds into its own folder. */
export async function bundleChild(source: string): Promise<string> {
  // @ts-expect-error: a build script without types
  const { nodeConfig } = await import('../../build/targets.mjs');
  const { build } = await import('vite');
  const name = basename(source, '.ts');
  const dir = resolve('.cache', 'test-children', `${name}-${process.pid}`);
  mkdirSync(dir, { recursive: true });
  removeAtExit(dir);
  await build(nodeConfig({ [name]: resolve(source) }, dir));
  return join(dir, `${name}.cjs`);
}
