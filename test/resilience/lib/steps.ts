/**
 * What the program does with its files, step by step, so that each can be cut or refused anywhere and then judged:
 * what was acknowledged must be there, and nothing may be half there.
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { writeXlsx } from 'hucre/xlsx';
import { verifyLog } from '../../../electron/db/auditChain';
import { copyFile, listManifests } from '../../../electron/db/copies';
import { storeLayout } from '../../../electron/db/layout';
import { migrate, migrations, schemaText } from '../../../electron/db/migrate';
import { sha256 } from '../../../electron/db/safeFs';
import type { InputOf, OperationName, OutputOf } from '../../../shared/contract';
import { openTestCore, type TestCore } from '../../helpers/core';
import { dump, hashes, LOG_TABLES, STORE } from '../../helpers/store';

export const STEPS = [
  'commands',
  'import',
  'copy',
  'restore',
  'rescue',
  'opening',
  'closing',
  'migration',
  'first',
  'list',
] as const;
export type Step = (typeof STEPS)[number];
/** Steps that are the opening of a folder itself. */
export const OPENINGS: ReadonlySet<Step> = new Set(['opening', 'migration', 'first']);

/** What the folders made by `makeBases` hold. */
export interface Facts {
  copyId: string;
  older: string;
  present: string;
  migrated: string;
  old: string;
  damaged: Record<string, string | null>;
}

const KNOWN = 12;
const NEW = 40;
/** The released version that migrations begin with. */
const OLD_VERSION = 20;
const BASES: Record<Step, string> = {
  commands: 'base',
  import: 'base',
  copy: 'base',
  restore: 'base',
  rescue: 'damaged',
  opening: 'unclean',
  closing: 'base',
  migration: 'old',
  first: 'empty',
  list: 'base',
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Rows of a store without its log, as one number. */
export const digestOf = (file: string): string => digest(dump(file, LOG_TABLES));
/** Shows itself in every step: a person's name. */
export const named = (n: number): string => `Lường Thị Hiền ${n}`;

/** Lays a fresh copy of the folder a step begins with at `dir`. */
export function lay(root: string, step: Step, dir: string): void {
  rmSync(dir, { recursive: true, force: true });
  cpSync(join(root, BASES[step]), dir, { recursive: true });
}

/** Makes the folders the steps begin with, below `root`. */
export async function makeBases(root: string): Promise<Facts> {
  const base = join(root, 'base');
  mkdirSync(join(root, 'empty'), { recursive: true });
  const store = await openTestCore({ dataDir: base, keep: true });
  const add = (n: number) => store.invoke('members.create', { fullName: named(n), cardNo: `CD${n}` });
  for (let n = 0; n < KNOWN - 4; n++) await add(n);
  const { id: copyId } = await store.job('backup.create', {});
  const older = digestOf(join(base, STORE));
  for (let n = KNOWN - 4; n < KNOWN; n++) await add(n);
  cpSync(base, join(root, 'unclean'), { recursive: true });
  await store.close();
  cpSync(base, join(root, 'damaged'), { recursive: true });
  const bytes = readFileSync(join(base, STORE));
  bytes.fill(0, 20 * 4096, 21 * 4096);
  writeFileSync(join(root, 'damaged', STORE), bytes);
  const people = Array.from({ length: NEW }, (_, n) => [named(1000 + n), `CD${1000 + n}`]);
  const rows = [['Họ và tên', 'Số thẻ'], ...people];
  writeFileSync(join(root, 'list.xlsx'), await writeXlsx({ sheets: [{ name: 'DS', rows }] }));
  return {
    copyId,
    older,
    present: digestOf(join(base, STORE)),
    damaged: hashes(join(root, 'damaged')),
    ...(await makeOld(root)),
  };
}

/** A store of a released version, and what it becomes. */
async function makeOld(root: string) {
  const dir = join(root, 'old');
  mkdirSync(dir);
  const raw = new Database(join(dir, STORE));
  migrate(
    raw,
    migrations.filter(({ version }) => version <= OLD_VERSION),
  );
  raw.close();
  cpSync(dir, join(root, 'whole'), { recursive: true });
  const store = await openTestCore({ dataDir: join(root, 'whole'), keep: true });
  if (store.core.state().kind !== 'ready') throw new Error('the old store cannot be migrated');
  await store.close();
  return { old: shapeOf(join(dir, STORE)), migrated: shapeOf(join(root, 'whole', STORE)) };
}

/** Version, schema and number of rows: migrations draw numbers and ask the clock, so that the rows differ each time. */
function shapeOf(file: string): string {
  const folder = mkdtempSync(`${file}-`);
  for (const suffix of ['', '-wal'])
    if (existsSync(`${file}${suffix}`)) cpSync(`${file}${suffix}`, join(folder, `copy${suffix}`));
  const raw = new Database(join(folder, 'copy'));
  try {
    const tables = raw
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'member_followed' ORDER BY 1",
      )
      .pluck()
      .all() as string[];
    const rows = tables.map((name) => [name, raw.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]);
    const version = raw.pragma('user_version', { simple: true });
    return digest(JSON.stringify([version, [...schemaText(raw)], rows]));
  } finally {
    raw.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Say = (acknowledged: string) => void;

/** Does the step in an open core. A refusal is thrown as an error with its code. */
export async function work(step: Step, store: TestCore, root: string, facts: Facts, say: Say): Promise<void> {
  const ask = async <N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const job = { signal: new AbortController().signal, progress: () => undefined };
    const reply = await store.core.router.dispatch(name, input, { user: store.core.user }, job);
    if (!reply.ok) throw Object.assign(new Error(`${name} ${reply.error.code}`), { code: reply.error.code });
    return reply.data as OutputOf<N>;
  };
  if (step === 'commands') {
    for (let n = 500; n < 504; n++) {
      await ask('members.create', { fullName: named(n), cardNo: `CD${n}` });
      say(named(n));
    }
  } else if (step === 'closing') {
    await store.core.close();
  } else if (step === 'copy') {
    say((await ask('backup.create', {})).id);
  } else if (step === 'restore') {
    await ask('backup.restore', { id: facts.copyId });
    say('restored');
  } else if (step === 'rescue') {
    await ask('rescue.restore', { id: facts.copyId });
    say('restored');
  } else if (step === 'list') {
    await ask('members.exportList', { columns: ['fullName', 'cardNo'] });
  } else if (step === 'import') {
    const { token } = store.core.files.registerPicked(join(root, 'list.xlsx'));
    const { importId, columns } = await ask('members.importOpen', { token });
    const mapping = columns.map(({ index, field }) => ({ index, field }));
    await ask('members.importPreview', { importId, mapping });
    await ask('members.importCommit', { importId });
    say('imported');
  }
}

function check(right: boolean, what: string): void {
  if (!right) throw new Error(what);
}

/** Looks at what a step left in `dir` once the disk is well again. Throws what does not hold. */
export async function judge(step: Step, dir: string, facts: Facts, told: readonly string[]): Promise<void> {
  if (step === 'migration' && existsSync(join(dir, STORE))) {
    const before = shapeOf(join(dir, STORE));
    check([facts.old, facts.migrated].includes(before), 'the migrated store is between old and new');
  }
  const store = await openTestCore({ dataDir: dir, keep: true });
  try {
    const state = store.core.state();
    if (step === 'rescue' && state.kind === 'rescue') {
      check(told.length === 0, 'the restore was acknowledged, and is not there');
      check(sameFiles(dir, facts.damaged), 'the damaged files changed');
      await store.job('rescue.restore', { id: facts.copyId });
    } else check(state.kind === 'ready', `not ready: ${JSON.stringify(state)}`);
    if (step === 'rescue') {
      const kept = readdirSync(join(dir, 'quarantine')).map((name) => join(dir, 'quarantine', name));
      check(
        kept.some((one) => sameFiles(one, facts.damaged)),
        'the damaged files are not in quarantine',
      );
    }
    await judgeRows(step, store, dir, facts, told);
    judgeCopies(dir, told, step);
  } finally {
    await store.close();
  }
}

const sameFiles = (dir: string, wanted: Record<string, string | null>) =>
  hashes(dir)[STORE] === wanted[STORE];

async function judgeRows(step: Step, store: TestCore, dir: string, facts: Facts, told: readonly string[]) {
  const raw = new Database(join(dir, STORE), { readonly: true });
  const count = (sql: string) => raw.prepare(sql).pluck().get() as number;
  try {
    check(raw.pragma('quick_check(1)', { simple: true }) === 'ok', 'the store is damaged');
    check(count('SELECT count(*) FROM pragma_foreign_key_check') === 0, 'keys are broken');
    check(count('SELECT count(*) FROM import_hidden') === 0, 'somebody is hidden');
    const members = count('SELECT count(*) FROM member');
    const names = new Set(raw.prepare('SELECT full_name FROM member').pluck().all() as string[]);
    check(names.size === members, 'somebody is there twice');
    const found = (await store.invoke('members.list', { statuses: [] })).total;
    check(found === members, 'the list does not show everybody');
    const made = count("SELECT count(*) FROM audit WHERE entity = 'member' AND action = 'create'");
    if (step === 'commands') {
      check(
        told.every((name) => names.has(name)),
        'an acknowledged command is lost',
      );
      check(made === members, 'a command is half there');
    }
    if (step === 'import')
      check(members === KNOWN + NEW || (members === KNOWN && !told.length), 'half a list');
  } finally {
    raw.close();
  }
  const rows = step === 'migration' ? shapeOf(join(dir, STORE)) : digestOf(join(dir, STORE));
  const wanted: Partial<Record<Step, string[]>> = {
    copy: [facts.present],
    list: [facts.present],
    opening: [facts.present],
    closing: [facts.present],
    migration: [facts.migrated],
    rescue: [facts.older],
    restore: told.length > 0 ? [facts.older] : [facts.older, facts.present],
  };
  const allowed = wanted[step];
  if (allowed) check(allowed.includes(rows), 'the rows are neither the old ones nor the new ones');
}

/** Every copy that is offered is whole and of the same log; one that was acknowledged is offered. */
function judgeCopies(dir: string, told: readonly string[], step: Step): void {
  const { backups, db } = storeLayout(dir);
  const copies = listManifests(backups);
  for (const copy of copies)
    check(sha256(copyFile(backups, copy.id)) === copy.sha256, 'a copy that is offered is not whole');
  if (step === 'copy')
    for (const id of told)
      check(
        copies.some((copy) => copy.id === id),
        'an acknowledged copy is not there',
      );
  const heads = copies.flatMap(({ at, lastAudit, logHead }) =>
    logHead === null ? [] : [{ at, lastAudit, head: logHead }],
  );
  const raw = new Database(db, { readonly: true });
  const { problems } = verifyLog(raw, heads);
  raw.close();
  check(problems.length === 0, `the chain of the log is broken: ${JSON.stringify(problems)}`);
}
