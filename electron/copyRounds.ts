/** Copies made without being asked: every some minutes, once a day in the second place, once a year for good, on closing. */
import { existsSync } from 'node:fs';
import type { BackupService } from './db/backup';
import type { Db } from './db/database';
import type { StoreLayout } from './db/layout';
import { createSecondPlace, type SecondPlace } from './db/secondPlace';
import { yearToKeep } from './db/yearly';
import { asAppError } from './ipc/asAppError';
import type { WorkerPool } from './jobs/pool';
import type { Log } from './log';

/** The first look after opening at what the copies lack, when the window has come up. */
const FIRST_LOOK_MS = 45_000;

export interface CopyRoundsOptions {
  layout: StoreLayout;
  log: Log;
  clock(): Date;
  /** The store at work, while it is open. */
  working(): { db: Db; backups: BackupService; jobs: WorkerPool } | undefined;
  /** Told when a copy came to the second place, or the place changed. */
  onCopy(at: string): void;
}

export interface CopyRounds {
  readonly place: SecondPlace;
  start(minutes: number): void;
  stop(): void;
  /** Everything that is due now; what fails is written into the log. */
  round(): Promise<void>;
  /** The last copy, when the program ends. */
  last(): Promise<void>;
}

export function createCopyRounds(options: CopyRoundsOptions): CopyRounds {
  const { layout, log, clock, working } = options;
  const place = createSecondPlace({
    layout,
    clock,
    jobs: () => working()?.jobs,
    onChange: () => options.onCopy(clock().toISOString()),
  });
  let timer: NodeJS.Timeout | undefined;
  let first: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopping = new AbortController();

  const quietly = async (...steps: (() => Promise<void>)[]) => {
    for (const step of steps)
      await step().catch((error) => log.write('backup.failed', { code: asAppError(error).code }));
  };

  /** A copy if something changed; in any case if the file was moved away or deleted under the open connection. */
  async function copyForSafety(reason: 'auto' | 'quit'): Promise<void> {
    if (existsSync(layout.db)) await working()?.backups.createIfChanged(reason);
    else if (working()) {
      log.write('store.vanished');
      await working()?.backups.create(reason);
    }
  }

  async function keepEndedYear(): Promise<void> {
    const now = working();
    const year = now && yearToKeep(layout, now.db, clock());
    if (now && year != null) await now.backups.create('yearly', year);
  }

  async function copyAway(quitting: boolean): Promise<void> {
    const id = working() && place.due(quitting);
    if (id !== undefined) await place.put(id, { signal: stopping.signal });
  }

  const all = () =>
    quietly(
      () => copyForSafety('auto'),
      keepEndedYear,
      () => copyAway(false),
    );
  const round = () => {
    running ??= all().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    place,
    round,
    async last() {
      await running;
      stopping = new AbortController();
      await quietly(
        () => copyForSafety('quit'),
        () => copyAway(true),
      );
    },
    start(minutes) {
      stopping = new AbortController();
      timer = setInterval(() => void round(), minutes * 60_000);
      first = setTimeout(() => void round(), FIRST_LOOK_MS);
      timer.unref();
      first.unref();
    },
    stop() {
      clearInterval(timer);
      clearTimeout(first);
      stopping.abort();
    },
  };
}
