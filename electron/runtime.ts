/**
 * The application core: owns one data folder, answers operations through the router, tells of changes. It is in one
 * of two states: ready, or rescue when the store cannot be opened; in rescue only `rescue.*` is answered. The router
 * object stays the same through restores and rescues. A reply to a command means that it is on the disk.
 */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { BackupInfo } from '../shared/contract/backup';
import type { CoreEvent } from '../shared/contract/bridge';
import { AppError } from '../shared/contract/errors';
import type { RescueState } from '../shared/contract/rescue';
import { todayInVietnam } from '../shared/domain/dateMath';
import { type CopyRounds, createCopyRounds } from './copyRounds';
import type { Core, CoreOptions, CoreState } from './core';
import {
  BACKUP_MINUTES,
  type BackupService,
  createBackupService,
  createIdleBackupService,
  type RescueDesk,
} from './db/backup';
import { closeStore } from './db/connection';
import { listManifests, type Manifest, toInfo } from './db/copies';
import type { Db } from './db/database';
import { type StoreLayout, storeLayout } from './db/layout';
import { type FolderLock, takeFolder } from './db/lock';
import { SCHEMA_VERSION } from './db/migrate';
import { takeIn } from './db/oneFile/unpack';
import { makeFreshStore, type Opened, openStore, type RescueInfo, rescueFrom, whyNotOpened } from './db/open';
import * as swap from './db/restore';
import { salvageJson } from './db/salvage';
import { asAppError } from './ipc/asAppError';
import type { User } from './ipc/context';
import { createFileStore, type FileStore } from './ipc/files';
import { type CoreParts, createRouter, type Router } from './ipc/router';
import { createWorkerPool, type WorkerPool } from './jobs/pool';
import { createLog, type Log } from './log';
import { handlers } from './modules';
import { followDay, settleStore } from './modules/start';
import { createStoreSession } from './session';

interface Working {
  db: Db;
  jobs: WorkerPool;
  backups: BackupService;
}

/** The core's life: opening, replacing, rescuing and closing the store. */
export class CoreRuntime implements Core {
  readonly files: FileStore;
  readonly user: User;
  readonly router: Router;
  readonly session: ReturnType<typeof createStoreSession>;
  private readonly layout: StoreLayout;
  private readonly log: Log;
  private readonly clock: () => Date;
  private readonly listeners = new Set<(event: CoreEvent) => void>();
  private readonly writable: boolean;
  private readonly lock: FolderLock | undefined;
  private readonly rounds: CopyRounds;
  private inner: Router | undefined;
  private working: Working | undefined;
  private trouble: RescueInfo | undefined;
  /** Requests wait here while the store is being replaced. */
  private replacing: Promise<unknown> | undefined;
  private suspect = false;
  /** The day up to which dated facts were taken over. */
  private followed: string | undefined;
  private closing: Promise<{ threadsLeft: number }> | undefined;

  constructor(private readonly options: CoreOptions) {
    this.layout = storeLayout(options.dataDir);
    this.clock = options.clock ?? (() => new Date());
    this.user = options.user ?? { name: 'local', role: 'chair' };
    this.log = createLog(this.layout.log, this.clock);
    this.session = createStoreSession({
      ...{ officer: this.user, clock: this.clock, log: this.log, db: () => this.working?.db },
      onChange: () => this.emit({ type: 'session' }),
    });
    this.lock = takeFolder(this.layout);
    this.writable = this.lock !== undefined;
    this.rounds = createCopyRounds({
      layout: this.layout,
      log: this.log,
      clock: this.clock,
      working: () => this.working,
      onCopy: (at) => this.emit({ type: 'backup', at }),
    });
    this.files = createFileStore(
      this.writable ? this.layout.transit : join(tmpdir(), `so-cong-doan-${process.pid}`),
    );
    this.router = {
      dispatch: async (name, input, caller, job) => {
        while (this.replacing) await this.replacing.catch(() => undefined);
        this.followToday();
        const reply = await (this.inner as Router).dispatch(name, input, caller, job);
        if (!reply.ok && reply.error.code === 'STORE_DAMAGED' && this.working) this.suspect = true;
        return reply;
      },
      drain: (except) => (this.inner as Router).drain(except),
      close: async () => void (await this.close()),
    };
  }

  async start(): Promise<void> {
    if (this.writable) return this.boot();
    const cause = 'folder-not-writable';
    this.enterRescue({ kind: 'rescue', reason: 'unreadable', cause, fileVersion: null });
  }

  state(): CoreState {
    return this.trouble ? { ...this.trouble, copies: this.copies() } : { kind: 'ready' };
  }

  onEvent(listener: (event: CoreEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): Promise<{ threadsLeft: number }> {
    this.closing ??= this.shutDown();
    return this.closing;
  }

  /** Takes up an interrupted restore, opens the store, and enters the state that follows. */
  private async boot(acceptChanged = false): Promise<void> {
    try {
      const { opened, placed } = await swap.openAfterSwap(this.layout, () => this.open(acceptChanged));
      if (opened.kind === 'open') this.enter(opened, placed);
      else this.enterRescue(opened);
    } catch (error) {
      this.log.failure('store.boot', error);
      this.enterRescue(rescueFrom(error));
    }
  }

  /** Enters the state an opening leads to; a store that cannot be taken up is closed again. */
  private enter(opened: Extract<Opened, { kind: 'open' }>, placed: boolean): void {
    try {
      if (placed) swap.finishSwap(this.layout, opened.db);
      this.enterReady(opened.db);
    } catch (error) {
      closeStore(this.layout, opened.db, true);
      throw error;
    }
  }

  private open(acceptChanged: boolean) {
    return openStore(this.layout, {
      acceptChanged,
      migrations: this.options.migrations,
      onError: (error) => this.log.failure('store.open', error),
      onIndices: (names) => this.log.write('store.indices', { rebuilt: names.length }),
      copyBeforeMigration: async (db) => {
        await this.makeBackups(db, undefined).create('before-migration');
      },
    });
  }

  private makeBackups(db: Db, jobs: WorkerPool | undefined): BackupService {
    return createBackupService({
      layout: this.layout,
      db,
      jobs,
      clock: this.clock,
      onCopy: (at) => this.emit({ type: 'backup', at }),
      restore: (id, asked) => this.restore(id, asked),
      restoreFile: async (source, asked, control) =>
        this.restore((await takeIn(this.layout, source, control)).id, asked),
      place: this.rounds.place,
      rescue: this.desk,
    });
  }

  private enterReady(db: Db): void {
    if (!this.options.migrations) settleStore(db, this.clock, this.log);
    const jobs = createWorkerPool(this.options.workerFile, {
      dbPath: this.layout.db,
      resources: this.options.resourcesDir,
    });
    const backups = this.makeBackups(db, jobs);
    this.working = { db, jobs, backups };
    this.session.forget();
    if (!this.options.migrations) this.session.followStore();
    this.trouble = undefined;
    this.suspect = false;
    this.followed = undefined;
    this.inner = this.makeRouter({ db, jobs, backups });
    const minutes = this.options.backupMinutes ?? BACKUP_MINUTES;
    if (minutes > 0) this.rounds.start(minutes);
    this.log.write('core.ready', { schema: SCHEMA_VERSION });
    this.emit({ type: 'state', state: 'ready' });
  }

  /** Dated facts whose day has come are taken over once a day. */
  private followToday(): void {
    const db = this.working?.db;
    const today = todayInVietnam(this.clock());
    if (!db || this.followed === today || this.options.migrations) return;
    try {
      const taken = followDay(db, this.clock());
      this.followed = today;
      if (taken > 0) this.emit({ type: 'changed', areas: ['members', 'organisation'] });
    } catch (error) {
      this.log.failure('facts.follow', error);
    }
  }

  private enterRescue(trouble: RescueInfo): void {
    this.trouble = trouble;
    this.working = undefined;
    const backups = createIdleBackupService(this.layout, this.desk, this.rounds.place);
    const absent = undefined as unknown as Db & WorkerPool;
    const why = new AppError(trouble.reason === 'newer' ? 'STORE_NEWER' : 'STORE_DAMAGED');
    this.inner = this.makeRouter({ db: absent, jobs: absent, backups }, (name) =>
      name.startsWith('rescue.') ? undefined : why,
    );
    this.log.write('core.rescue', { reason: trouble.reason, cause: trouble.cause });
    this.emit({ type: 'state', state: 'rescue' });
  }

  private makeRouter(working: Working, refuse?: (name: string) => AppError | undefined): Router {
    const now = () => this.clock().toISOString();
    const core: CoreParts = {
      ...working,
      files: this.files,
      session: this.session,
      paths: { resources: this.options.resourcesDir, data: this.layout.dir },
      now,
      today: () => todayInVietnam(this.clock()),
    };
    return createRouter({
      handlers,
      core,
      refuse,
      onChanged: (areas) => {
        if (areas.includes('settings')) this.session.followStore();
        this.emit({ type: 'changed', areas });
      },
      onFailure: ({ operation, error, requestId }) =>
        this.log.failure('operation.failed', error, { operation, requestId }),
    });
  }

  /** Restores in the ready state: the present is saved first, so the restore can be taken back. */
  private async restore(id: string, asked: { requestId: string; user: User }) {
    const { requestId } = asked;
    const { backups, db, jobs } = this.ready();
    const inner = this.inner as Router;
    await inner.drain(requestId);
    return this.replacement(async () => {
      // Staged first: making the saving copy thins out old ones, and the chosen one may be among them.
      const { entry, ...files } = await swap.stageWithFiles(this.layout, id);
      const saved = await backups.create('before-restore');
      await inner.drain(requestId);
      this.rounds.stop();
      await jobs.close();
      closeStore(this.layout, db);
      this.working = undefined;
      await this.swapAndOpen(false, this.putBack(entry, asked.user, requestId));
      return { restored: toInfo(entry), saved, ...files };
    });
  }

  private putBack(entry: Manifest, user: User, requestId: string): swap.PutBack {
    return { copyAt: entry.at, reason: entry.reason, at: this.clock().toISOString(), requestId, user };
  }

  /** Swaps the staged file in and opens it; on failure the old one comes back. Errors: BACKUP_NOT_VALID, those of the disk. */
  private async swapAndOpen(keep: boolean, putBack?: swap.PutBack): Promise<void> {
    let why = new AppError('BACKUP_NOT_VALID');
    try {
      const aside = swap.quarantineName(this.layout, this.clock());
      await swap.swapIn(this.layout, { aside, keep, putBack });
      const opened = await this.open(false);
      if (opened.kind === 'open') return this.enter(opened, true);
      why = whyNotOpened(opened);
      await swap.rollBackSwap(this.layout);
    } catch (error) {
      this.log.failure('restore.failed', error);
      const known = asAppError(error);
      if (known.code !== 'INTERNAL') why = known;
    }
    await this.boot();
    throw why;
  }

  /** Runs a step during which every other request waits. Errors: BUSY if one is under way already. */
  private async replacement<T>(step: () => Promise<T>): Promise<T> {
    if (this.replacing || this.closing) throw new AppError('BUSY');
    const work = step();
    this.replacing = work;
    try {
      return await work;
    } finally {
      this.replacing = undefined;
    }
  }

  private ready(): Working {
    if (!this.working) throw new AppError('STORE_DAMAGED');
    return this.working;
  }

  private copies(): BackupInfo[] {
    return listManifests(this.layout.backups).map(toInfo);
  }

  private rescueState(): RescueState {
    const state = this.state();
    if (state.kind === 'ready') return state;
    const folderName = basename(resolve(this.layout.dir));
    return { ...state, programVersion: SCHEMA_VERSION, folderName };
  }

  private fromRescue(step: () => Promise<void>): Promise<RescueState> {
    if (!this.trouble) throw new AppError('IN_USE');
    return this.replacement(async () => {
      await step();
      return this.rescueState();
    });
  }

  /** Replaces an unusable store; a newer one is never touched. */
  private replaceUnusable(stage: () => Promise<Manifest | undefined>): Promise<RescueState> {
    return this.fromRescue(async () => {
      if (this.trouble?.reason === 'newer') throw new AppError('STORE_NEWER');
      if (!this.writable) throw new AppError('READ_ONLY');
      const entry = await stage();
      await this.swapAndOpen(true, entry && this.putBack(entry, this.user, randomUUID()));
    });
  }

  private readonly desk: RescueDesk = {
    state: () => this.rescueState(),
    retry: async () => {
      if (!this.trouble) return this.rescueState();
      return this.fromRescue(async () => {
        if (this.writable) await this.boot();
      });
    },
    openAnyway: () =>
      this.fromRescue(async () => {
        if (this.trouble?.reason === 'newer') throw new AppError('STORE_NEWER');
        if (this.writable) await this.boot(true);
        if (this.trouble) throw new AppError('STORE_DAMAGED');
      }),
    restore: (id) => this.replaceUnusable(async () => (await swap.stageWithFiles(this.layout, id)).entry),
    restoreFile: (source, control) =>
      this.replaceUnusable(async () => {
        const { id } = await takeIn(this.layout, source, control);
        return (await swap.stageWithFiles(this.layout, id)).entry;
      }),
    startNew: () =>
      this.replaceUnusable(() => makeFreshStore(this.layout, this.layout.staged).then(() => undefined)),
    salvage: async (files) => {
      if (!this.trouble) throw new AppError('IN_USE');
      const { json, tables } = salvageJson(this.layout.db, this.writable ? this.layout.transit : tmpdir());
      return { file: files.put('so-cong-doan-cuu-duoc.json', 'application/json', json), tables };
    },
  };

  private async shutDown(): Promise<{ threadsLeft: number }> {
    let threadsLeft = 0;
    while (this.replacing) await this.replacing.catch(() => undefined);
    this.rounds.stop();
    const working = this.working;
    const finished = this.inner?.close();
    await working?.jobs.close();
    await finished;
    try {
      if (working) {
        await this.rounds.last();
        await working.backups.idle();
        threadsLeft = await working.jobs.close();
        closeStore(this.layout, working.db, this.suspect);
      }
      this.files.dispose();
    } catch (error) {
      this.log.failure('core.close', error);
    } finally {
      this.lock?.release();
    }
    this.listeners.clear();
    this.log.write('core.closed');
    return { threadsLeft };
  }

  /** A listener that fails must not turn a committed command into an error. */
  private emit(event: CoreEvent): void {
    for (const listener of this.listeners)
      try {
        listener(event);
      } catch (error) {
        this.log.failure('event.listener', error, { type: event.type });
      }
  }
}
