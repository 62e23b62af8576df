/** The application core as hosts, tests and the command line see it. */
import type { BackupInfo } from '../shared/contract/backup';
import type { CoreEvent } from '../shared/contract/bridge';
import type { RescueReason } from '../shared/contract/rescue';
import type { OpenOptions } from './db/open';
import type { User } from './ipc/context';
import type { FileStore } from './ipc/files';
import type { Router } from './ipc/router';
import type { Session } from './ipc/session';
import { CoreRuntime } from './runtime';
import './webCrypto';

export interface CoreOptions {
  /** Folder of the store and its copies; made if it is not there. */
  dataDir: string;
  /** Folder of fonts and layouts. */
  resourcesDir: string;
  /** The built jobs/worker entry. */
  workerFile: string;
  /** Who asks where a caller names nobody. */
  user?: User;
  clock?: () => Date;
  /** Minutes between automatic copies; 0 for none. */
  backupMinutes?: number;
  /** Only for tests: another list of migrations. */
  migrations?: OpenOptions['migrations'];
}

export type CoreState =
  | { kind: 'ready' }
  | {
      kind: 'rescue';
      reason: RescueReason;
      cause: string;
      fileVersion: number | null;
      copies: BackupInfo[];
    };

export interface Core {
  state(): CoreState;
  readonly router: Router;
  readonly files: FileStore;
  /** The officer at this PC, who acts while the store has no users. */
  readonly user: User;
  /** Who is at the PC. */
  readonly session: Session;
  /** Answers the function that stops listening. */
  onEvent(listener: (event: CoreEvent) => void): () => void;
  /**
   * Refuses new requests, waits for those under way, makes the last copy if something changed, closes the store and
   * lets go of the folder. Safe to call twice. Answers how many worker threads would not end: everything is closed
   * and saved then too, but a process that ends in the ordinary way would wait for them for ever.
   */
  close(): Promise<{ threadsLeft: number }>;
}

/** Opens a data folder. Errors: BUSY when another program has it open. */
export async function openCore(options: CoreOptions): Promise<Core> {
  const runtime = new CoreRuntime(options);
  await runtime.start();
  return runtime;
}
