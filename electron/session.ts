/** The session of a store: what the store says of users, and a log row for a screen that locked itself. */
import { randomUUID } from 'node:crypto';
import type { Db } from './db/database';
import type { User } from './ipc/context';
import { createSession, type Session } from './ipc/session';
import type { Log } from './log';
import { recordLock, sessionFacts } from './modules/users/door';

export interface StoreSessionOptions {
  officer: User;
  clock(): Date;
  log: Pick<Log, 'failure'>;
  db(): Db | undefined;
  /** Told after each change, for the windows. */
  onChange(): void;
}

export function createStoreSession(options: StoreSessionOptions): Session & { followStore(): void } {
  const { officer, clock, log } = options;
  const session = createSession({
    officer,
    clock,
    onChange(idle) {
      const db = options.db();
      if (idle && db)
        try {
          const now = () => clock().toISOString();
          db.immediate(() => recordLock({ db, now, requestId: randomUUID() }, idle));
        } catch (error) {
          log.failure('session.lock', error);
        }
      options.onChange();
    },
  });
  return Object.assign(session, {
    followStore() {
      const db = options.db();
      if (db) session.follow(sessionFacts(db));
    },
  });
}
