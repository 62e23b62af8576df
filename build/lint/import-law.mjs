/** Checks every source file against the import law (see law.mjs). Exit code 1 when it is broken. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from '../lib/paths.mjs';
import { judge } from './law.mjs';

let broken = 0;
let files = 0;
for (const top of ['electron', 'renderer', 'shared'])
  for (const entry of readdirSync(join(root, top), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:ts|tsx|mts|mjs)$/.test(entry.name)) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const path = relative(root, file).split(sep).join('/');
    files++;
    for (const breach of judge(path, readFileSync(file, 'utf8'))) {
      broken++;
      console.error(`${path}: ${breach}`);
    }
  }
console.error(broken === 0 ? `import law: ${files} files, kept` : `import law: ${broken} breaches`);
process.exit(broken === 0 ? 0 : 1);
