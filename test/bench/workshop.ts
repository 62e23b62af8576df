/** The folder a bench run works in, and where the built parts are. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Places } from './tasks';

export interface Workshop {
  readonly folder: string;
  /** A data folder of this name, and the built parts a core needs. */
  places(name: string): Places;
  /** Tells what goes on, besides the table. */
  say(line: string): void;
  close(): void;
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'so-bench-'));
  return {
    folder,
    places: (name) => ({
      dataDir: join(folder, name),
      resourcesDir: resolve('out/resources'),
      workerFile: resolve('out/main/worker.cjs'),
    }),
    say: (line) => console.error(line),
    close: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
