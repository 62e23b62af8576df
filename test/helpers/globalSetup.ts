/**
 * Builds what tests need besides sources: the worker threads' entry. Sources that do not build fail the tests that
 * use the worker, not those that do not.
 */
import { rmSync } from 'node:fs';

export default async function setup(): Promise<void> {
  // @ts-expect-error: a build script without types
  const { buildStale } = await import('../../build/build.mjs');
  try {
    await buildStale(['worker']);
  } catch (error) {
    rmSync('.cache/worker', { recursive: true, force: true });
    console.error(`The worker does not build: ${(error as Error).message.slice(0, 600)}`);
  }
}
