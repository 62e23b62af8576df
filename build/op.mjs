/** npm run op: see electron/op.ts. */
import { join } from 'node:path';
import { outDir } from './lib/paths.mjs';
import { foreground, prepare } from './lib/prepare.mjs';

try {
  const node = await prepare(['main', 'resources']);
  const { code } = await foreground(node, [join(outDir, 'main', 'op.cjs'), ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
