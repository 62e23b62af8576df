/**
 * npm run hostile: the long run of hostile requests and spoilt files; npm test runs a small share of the same.
 *   npm run hostile -- [--requests=N] [--files=N] [--seed=N] [--only=requests|files]
 *   requests: to each operation, through the desktop's door (10,000), and a quarter as many over HTTP
 *   files: spoilt copies of each real file (2,000)
 * Each part ends with a line of counts; a failure names the seed and the request or copy that shows it.
 */
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run } from './lib/process.mjs';

const PARTS = {
  requests: ['test/contract/hostileReads.test.ts', 'test/contract/hostileWrites.test.ts'],
  files: ['test/fuzz/readers.test.ts', 'test/integration/worker-limits.test.ts'],
};

const option = (name, otherwise) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise;

async function main() {
  const node = await prepare(['worker']);
  const only = option('only');
  const files = Object.entries(PARTS).flatMap(([name, tests]) => (only && only !== name ? [] : tests));
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const seed = option('seed');
  return run(node, [vitest, 'run', ...files, '--testTimeout=7200000'], {
    cwd: root,
    env: {
      ...process.env,
      HOSTILE: option('requests', '10000'),
      READERS: option('files', '2000'),
      ...(seed ? { SEED: seed } : {}),
    },
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
