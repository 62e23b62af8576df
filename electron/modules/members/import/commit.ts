/**
 * Writes a settled preview into the register. New people are written in hidden slices; then known people get their
 * changes in slices of one open transaction, whose last slice shows everything and commits. What interrupts it (cancel,
 * error, crash) leaves the register as it was: the open transaction is rolled back, and should another command have
 * committed a part of it meanwhile, the journal of changes gives that part back.
 */
import { AppError } from '../../../../shared/contract/errors';
import { isExtraField } from '../../../../shared/domain/import/fields';
import { additions, clearings, diffRow } from '../../../../shared/domain/import/match';
import { recordChange } from '../../../db/audit';
import { takeOverLog } from '../../../db/takeOverLog';
import type { Ctx, OutputOf } from '../../../ipc/context';
import { findOrCreateUnit } from '../../organisation/service';
import { writeExtra } from '../extra/service';
import { type MemberFields, toFields } from '../record';
import type * as members from '../repository';
import { saveMember } from '../service';
import { extraInput, extrasOf, knownValues, type ListFields } from './known';
import { rememberAgreed } from './mappings';
import type { LayoutChoice } from './read';
import * as repo from './repository';
import { clearsOf, type StagedRecord, valuesOf } from './staged';
import * as stage from './stageRepository';
import { giveBackWritten } from './undo';

type Sums = OutputOf<'members.importCommit'>['sums'];

/** Rows read from the staging table at a time. */
const READ_ROWS = 400;
/** A slice ends when it has held the main loop this long, in milliseconds. */
const SLICE_MS = 10;
const SLICES_A_COMMIT = 8;
/** A commit of so many slices writes some megabytes: after so many the log is taken over beside the writing. */
const COMMITS_A_LOG = 16;
/** Known people read ahead of their changes. */
const AHEAD = 12;

interface Work {
  importId: number;
  /** Mappings to remember once the list is written. */
  agreed: readonly LayoutChoice[];
  /** Member written or matched for each line, for rows that repeat it. */
  memberOfLine: Map<number, number>;
  departments: Map<string, number>;
  groups: Map<string, number>;
  /** Rows that change a known person, applied in the last transaction. */
  changes: { memberId: number; row: StagedRecord; repeated: boolean }[];
  sums: Sums;
  /** The log being taken over in a thread; null when it is not. */
  log: Promise<void> | null;
}

/** All or nothing. Errors: CANCELLED and storage errors; the register is then as it was. */
export async function commitImport(
  ctx: Ctx,
  importId: number,
  agreed: readonly LayoutChoice[],
): Promise<Sums> {
  const work: Work = {
    importId,
    agreed,
    memberOfLine: new Map(),
    departments: new Map(),
    groups: new Map(),
    changes: [],
    sums: {
      rows: 0,
      created: 0,
      updated: 0,
      same: 0,
      merged: 0,
      skipped: 0,
      departmentsCreated: 0,
      groupsCreated: 0,
    },
    log: null,
  };
  ctx.db.immediate(() => {
    repo.mergeIndexGently(ctx.db);
    repo.hideImport(ctx.db, importId, 'writing');
    repo.setImportState(ctx.db, importId, 'writing');
  });
  try {
    await writeSlices(ctx, work);
    await applyChanges(ctx, work);
    ctx.db.draft(() => finish(ctx, work));
    ctx.db.settle();
    await work.log;
    await takeOverLog(ctx);
    // A commit that waits for the disk, for all before it too; then the screens are told.
    ctx.write(() => repo.setImportState(ctx.db, importId, 'committed'));
    return work.sums;
  } catch (error) {
    await work.log;
    await takeBack(ctx, importId);
    throw error;
  }
}

/** Writes in slices with a turn of the event loop between them; each commit covers several. */
async function writeSlices(ctx: Ctx, work: Work): Promise<void> {
  const total = stage.countStaged(ctx.db, work.importId, 'all');
  let last = 0;
  let sinceCommit = 0;
  let commits = 0;
  let waiting: StagedRecord[] = [];
  for (;;) {
    if (ctx.job?.signal.aborted) throw new AppError('CANCELLED');
    if (waiting.length === 0) {
      waiting = stage.stagedAfter(ctx.db, work.importId, last, READ_ROWS).reverse();
      if (waiting.length === 0) break;
      last = waiting[0]!.line;
    }
    ctx.db.draft(() => writeSlice(ctx, work, waiting));
    ctx.job?.progress(work.sums.rows, total, 'writing');
    await nextTurn();
    sinceCommit += 1;
    if (sinceCommit < SLICES_A_COMMIT) continue;
    sinceCommit = 0;
    ctx.db.settle();
    await nextTurn();
    commits += 1;
    if (commits % COMMITS_A_LOG === 0) takeOverBeside(ctx, work);
  }
  ctx.db.settle();
}

/** Empties the log while more is written behind it, so that little is left to wait for at the end. */
function takeOverBeside(ctx: Ctx, work: Work): void {
  work.log ??= takeOverLog(ctx).then(() => {
    work.log = null;
  });
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Takes rows off the end of `waiting` for the time of a slice. */
function writeSlice(ctx: Ctx, work: Work, waiting: StagedRecord[]): void {
  const started = performance.now();
  const now = ctx.now();
  do takeRow(ctx, work, waiting.pop()!, now);
  while (waiting.length > 0 && performance.now() - started < SLICE_MS);
}

function takeRow(ctx: Ctx, work: Work, row: StagedRecord, now: string): void {
  const { sums } = work;
  sums.rows++;
  const settled = row.verdict === 'suspect' ? row.decision : row.verdict;
  if (settled === 'skip') {
    sums.skipped++;
    return;
  }
  if (settled === 'same') {
    sums.same++;
    if (row.member_id !== null) work.memberOfLine.set(row.line, row.member_id);
    return;
  }
  if (settled === 'new' || settled === 'add') {
    work.memberOfLine.set(row.line, insert(ctx, work, row, now));
    sums.created++;
    return;
  }
  const repeated = settled === 'merge' && row.member_id === null;
  const memberId = row.member_id ?? work.memberOfLine.get(row.repeats_line ?? -1);
  if (memberId === undefined) {
    // It repeats a row that was left out.
    if (row.repeats_line === null) throw new AppError('IMPORT_NOT_READY');
    sums.skipped++;
    return;
  }
  work.memberOfLine.set(row.line, memberId);
  if (settled === 'merge') sums.merged++;
  else sums.updated++;
  work.changes.push({ memberId, row, repeated });
}

function insert(ctx: Ctx, work: Work, row: StagedRecord, now: string): number {
  const department = place(ctx, work, 'department', row.department);
  const group = place(ctx, work, 'group', row.group_name);
  const id = repo.insertImported(ctx.db, work.importId, row, { department, group }, now);
  if (row.extras !== '{}') writeExtra(ctx, id, extraInput(JSON.parse(row.extras)));
  return id;
}

function place(ctx: Ctx, work: Work, kind: 'department' | 'group', name: string | null): number | null {
  if (name === null) return null;
  const known = kind === 'department' ? work.departments : work.groups;
  let id = known.get(name);
  if (id === undefined) {
    const found = findOrCreateUnit(ctx, kind, name, work.importId);
    if (found.created) work.sums[kind === 'department' ? 'departmentsCreated' : 'groupsCreated']++;
    id = found.id;
    known.set(name, id);
  }
  return id;
}

/** Known people get their changes in one open transaction, with turns of the event loop in between. */
async function applyChanges(ctx: Ctx, work: Work): Promise<void> {
  const waiting = [...work.changes].reverse();
  const total = waiting.length;
  while (waiting.length > 0) {
    if (ctx.job?.signal.aborted) throw new AppError('CANCELLED');
    ctx.db.draft(() => {
      const started = performance.now();
      const ahead = repo.membersByIds(
        ctx.db,
        waiting.slice(-AHEAD).map(({ memberId }) => memberId),
        work.importId,
      );
      do applyChange(ctx, work, waiting.pop()!, ahead);
      while (waiting.length > 0 && performance.now() - started < SLICE_MS);
    });
    ctx.job?.progress(total - waiting.length, total, 'writing');
    await nextTurn();
  }
}

/** The last slice: everything is seen at once. */
function finish(ctx: Ctx, work: Work): void {
  repo.showImport(ctx.db, work.importId);
  repo.finishImport(ctx.db, work.importId, work.sums, ctx.now());
  rememberAgreed(ctx, repo.importById(ctx.db, work.importId)?.file_name ?? '', work.agreed);
  recordChange(ctx, { entity: 'import', entityId: work.importId, action: 'import', after: work.sums });
}

function applyChange(
  ctx: Ctx,
  work: Work,
  change: Work['changes'][number],
  ahead: Map<number, members.ListedMember>,
): void {
  const { memberId } = change;
  const before = ahead.get(memberId) ?? repo.membersByIds(ctx.db, [memberId], work.importId).get(memberId);
  // A later row may change the same person again: what was read ahead holds once.
  ahead.delete(change.memberId);
  if (!before || before.deleted_at !== null) throw new AppError('IMPORT_NOT_READY');
  const values = changedValues(ctx, before, change);
  const extra = extraInput(values);
  const wanted = writtenFields(ctx, work, values);
  if (Object.keys(wanted).length === 0 && Object.keys(extra).length === 0) return;
  const fields = toFields(before);
  const { extraBefore, batchId } = saveMember(
    ctx,
    before,
    before.version,
    { ...fields, ...wanted },
    { extra },
  );
  const written = Object.entries(wanted).map(([field, after]) => ({
    field,
    before: fields[field as keyof MemberFields] ?? null,
    after: after ?? null,
  }));
  for (const [id, after] of Object.entries(extra))
    written.push({ field: `extra:${id}`, before: extraBefore[id] ?? null, after });
  repo.rememberBefore(ctx.db, work.importId, change.row, change.memberId, {
    before: fields,
    afterVersion: before.version + 1,
    written,
    batchId,
  });
}

/** A row that repeats a person of the file adds only what is lacking; another one changes what differs. */
function changedValues(
  ctx: Ctx,
  before: members.ListedMember,
  change: Work['changes'][number],
): Record<string, unknown> {
  const values = valuesOf(change.row);
  const clears = clearsOf(change.row);
  const existing = knownValues(before, extrasOf(ctx.db, before.id, [...Object.keys(values), ...clears]));
  if (change.repeated) return additions(existing, values);
  const changes = [...diffRow(existing, values), ...clearings(existing, clears)];
  return Object.fromEntries(changes.map(({ field, after }) => [field, after]));
}

function writtenFields(ctx: Ctx, work: Work, values: Record<string, unknown>): Partial<MemberFields> {
  const { department, group, ...rest } = values as Partial<ListFields>;
  const wanted = Object.fromEntries(
    Object.entries(rest).filter(([field]) => !isExtraField(field)),
  ) as Partial<MemberFields>;
  if (department !== undefined) wanted.departmentId = place(ctx, work, 'department', department);
  if (group !== undefined) wanted.groupId = place(ctx, work, 'group', group);
  return wanted;
}

async function takeBack(ctx: Ctx, importId: number): Promise<void> {
  ctx.db.drop();
  ctx.db.immediate(() => giveBackWritten(ctx, importId));
  while (!ctx.db.immediate(() => repo.purgeImport(ctx.db, importId, 300)))
    await new Promise((resolve) => setImmediate(resolve));
  ctx.db.immediate(() => {
    repo.showImport(ctx.db, importId);
    repo.setImportState(ctx.db, importId, 'previewed');
  });
}
