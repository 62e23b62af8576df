/**
 * Puts another file in the store's place, so that an interruption at any step ends in the old store or the new one.
 * The journal is written before the first move and removed when the new store has opened; at the next start it tells
 * whether to go on or to go back. The old files are moved together and unchanged.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupReason } from '../../shared/contract/backup';
import { AppError } from '../../shared/contract/errors';
import type { User } from '../ipc/context';
import { recordChange } from './audit';
import { bringBack } from './copiedFiles';
import { copyFile, type Manifest, readManifest } from './copies';
import type { Db } from './database';
import { companions, type StoreLayout } from './layout';
import { SCHEMA_VERSION } from './migrate';
import { moveFile, removeFile, sha256, syncFile, writeWhole } from './safeFs';

/** A copy in the store's place, who put it there and when. */
export interface PutBack {
  copyAt: string;
  reason: BackupReason;
  at: string;
  requestId: string;
  user: User;
}

export interface SwapPlan {
  /** Folder inside quarantine that takes the old files. */
  aside: string;
  /** Keep them there for good: they are evidence, not a store that has a verified copy. */
  keep: boolean;
  /** Told in the log of the new store; undefined when it is a new one. */
  putBack?: PutBack;
}

/** For tests: called before each step; throwing stands for a crash there. */
export type StepHook = (step: string) => void;
const noHook: StepHook = () => undefined;

/** Copies a verified copy next to the store, whole and synced. Errors: NOT_FOUND, BACKUP_NOT_VALID, STORE_NEWER. */
export function stageCopy(layout: StoreLayout, id: string): Manifest {
  const entry = readManifest(layout.backups, id);
  if (!entry) throw new AppError('NOT_FOUND');
  if (entry.schemaVersion > SCHEMA_VERSION) throw new AppError('STORE_NEWER');
  removeFile(layout.staged);
  copyFileSync(copyFile(layout.backups, id), layout.staged);
  syncFile(layout.staged);
  if (sha256(layout.staged) !== entry.sha256) {
    removeFile(layout.staged);
    throw new AppError('BACKUP_NOT_VALID');
  }
  return entry;
}

/** The same with the attached files of the copy put back into the data folder, where they are in nobody's way. */
export async function stageWithFiles(layout: StoreLayout, id: string) {
  const entry = stageCopy(layout, id);
  return { entry, ...(await bringBack(layout, id)) };
}

/** Moves the old files aside and the staged one in. No connection may be open. */
export async function swapIn(layout: StoreLayout, plan: SwapPlan, hook: StepHook = noHook): Promise<void> {
  hook('journal');
  writeWhole(layout.restoreJournal, JSON.stringify(plan));
  hook('forget');
  removeFile(layout.closed);
  removeFile(layout.marker);
  await moveAside(layout, plan, hook);
  await placeStaged(layout, hook);
}

async function moveAside(layout: StoreLayout, plan: SwapPlan, hook: StepHook): Promise<void> {
  const aside = asideFolder(layout, plan);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const file of companions(layout.db)) {
    hook(`aside ${basename(file)}`);
    if (existsSync(file)) await moveFile(file, join(aside, basename(file)));
  }
}

async function placeStaged(layout: StoreLayout, hook: StepHook): Promise<void> {
  hook('place');
  await moveFile(layout.staged, layout.db);
  hook('placed');
}

/** The new store opened: tells of it in its log, forgets the journal, and the old files unless they are evidence. */
export function finishSwap(layout: StoreLayout, db: Db): void {
  const plan = readPlan(layout);
  if (plan?.putBack) logRestore(db, plan.putBack);
  removeFile(layout.restoreJournal);
  if (plan && !plan.keep) rmSync(asideFolder(layout, plan), { recursive: true, force: true });
}

/** The new store did not open: brings the old files back. */
export async function rollBackSwap(layout: StoreLayout): Promise<void> {
  const plan = readPlan(layout);
  if (!plan) return;
  removeFile(layout.closed);
  removeFile(layout.marker);
  const aside = asideFolder(layout, plan);
  for (const file of companions(layout.db)) {
    removeFile(file);
    const kept = join(aside, basename(file));
    if (existsSync(kept)) await moveFile(kept, file);
  }
  removeFile(layout.restoreJournal);
  rmSync(aside, { recursive: true, force: true });
}

/**
 * At start: takes up a swap that was interrupted. Answers 'placed' if the new store now lies in place and must
 * still prove itself (then `finishSwap` or `rollBackSwap`), else undefined.
 */
export async function resumeSwap(layout: StoreLayout): Promise<'placed' | undefined> {
  const plan = readPlan(layout);
  if (!plan) {
    removeFile(layout.staged);
    removeFile(layout.restoreJournal);
    return undefined;
  }
  const staged = existsSync(layout.staged);
  const placed = existsSync(layout.db);
  if (staged && placed) {
    // Nothing was moved yet: the store is moved first and the staged file last.
    removeFile(layout.staged);
    removeFile(layout.restoreJournal);
    return undefined;
  }
  if (staged) {
    await moveAside(layout, plan, noHook);
    await placeStaged(layout, noHook);
    return 'placed';
  }
  if (placed) return 'placed';
  await rollBackSwap(layout);
  return undefined;
}

/** Takes up an interrupted swap and opens the store; `placed` when what was put in place opened and must be finished. */
export async function openAfterSwap<T extends { kind: string }>(
  layout: StoreLayout,
  open: () => Promise<T>,
): Promise<{ opened: T; placed: boolean }> {
  const placed = await resumeSwap(layout);
  const opened = await open();
  if (!placed || opened.kind === 'open') return { opened, placed: placed !== undefined };
  await rollBackSwap(layout);
  return { opened: await open(), placed: false };
}

/** Name of a quarantine folder not yet used. */
export function quarantineName(layout: StoreLayout, now: Date): string {
  const stamp = now.toISOString().replace(/[-:.]/g, '');
  for (let n = 0; ; n++) {
    const name = n === 0 ? stamp : `${stamp}-${n}`;
    if (!existsSync(join(layout.quarantine, name))) return name;
  }
}

function asideFolder(layout: StoreLayout, plan: SwapPlan): string {
  return join(layout.quarantine, plan.aside);
}

function readPlan(layout: StoreLayout): SwapPlan | undefined {
  if (!existsSync(layout.restoreJournal)) return undefined;
  // A disk that does not answer is no reason to forget a swap: the error goes on.
  const text = readFileSync(layout.restoreJournal, 'utf8');
  try {
    const plan = JSON.parse(text) as SwapPlan;
    return /^[\w-]+$/.test(plan.aside) ? plan : undefined;
  } catch {
    return undefined;
  }
}

/** The store put back tells of it: what was done since that copy is not in its change log. */
function logRestore(db: Db, { copyAt, reason, at, requestId, user }: PutBack): void {
  const ctx = { db, requestId, user, now: () => at };
  const change = { entity: 'store', entityId: null, action: 'restore' } as const;
  db.immediate(() => recordChange(ctx, { ...change, after: { copyAt, reason } }));
}
