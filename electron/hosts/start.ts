/** Opens the core for a host, from the folders of the built program; fills a demo store. */
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Core, openCore } from '../core';
import type { User } from '../ipc/context';
import type { Options } from './options';

/** The person at this PC: there is one user, who chairs the unit's books. */
function localUser(): User {
  let name = '';
  try {
    name = userInfo().username;
  } catch {
    // Some systems have no name for the account.
  }
  return { name: name.normalize('NFC') || 'local', role: 'chair' };
}

/** Layout of the built program: everything lies beside out/main, in the source tree and in the package. */
export interface ProgramFolders {
  readonly renderer: string;
  readonly resources: string;
  readonly preload: string;
  readonly worker: string;
}

/** @param mainDir the folder of the running bundle, out/main. */
export function programFolders(mainDir: string): ProgramFolders {
  const out = join(mainDir, '..');
  return {
    renderer: join(out, 'renderer'),
    resources: join(out, 'resources'),
    preload: join(out, 'preload', 'preload.cjs'),
    worker: join(mainDir, 'worker.cjs'),
  };
}

/** Errors: what openCore throws when the store can be neither opened nor rescued. */
export async function startCore(options: Options, folders: ProgramFolders): Promise<Core> {
  const core = await openCore({
    dataDir: options.dataDir,
    resourcesDir: folders.resources,
    workerFile: folders.worker,
    user: localUser(),
  });
  if (options.demo) {
    const { seedDemo } = await import('../demo/seed');
    await seedDemo(core);
  }
  return core;
}
