/** Builds what tests need besides sources: the worker threads' entry. */
export default async function setup(): Promise<void> {
  // @ts-expect-error: a build script without types
  const { buildStale } = await import('../../build/build.mjs');
  await buildStale(['worker']);
}
