/** Writes a settled preview into the register: hidden slices first, then one short transaction that shows them. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { additions, diffRow } from '../../../../shared/domain/import/match';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf } from '../../../ipc/context';
import { findOrCreateUnit } from '../../organisation/service';
import { type MemberFields, toFields } from '../record';
import * as members from '../repository';
import { saveMember } from '../service';
import { knownValues, type ListFields } from './known';
import * as repo from './repository';
import type { StagedRow } from './staged';

type Sums = OutputOf<'members.importCommit'>['sums'];

const SLICE_ROWS = 400;
/** A slice ends when it has held the main loop this long, in milliseconds. */
const SLICE_MS = 25;

interface Work {
  importId: number;
  /** Member written or matched for each line, for rows that repeat it. */
  memberOfLine: Map<number, number>;
  departments: Map<string, number>;
  groups: Map<string, number>;
  /** Rows that change a known person, applied in the last transaction. */
  changes: { line: number; memberId: number; row: StagedRow; repeated: boolean }[];
  sums: Sums;
}

/** All or nothing. Errors: CANCELLED and storage errors; the register is then as it was. */
export async function commitImport(ctx: Ctx, importId: number): Promise<Sums> {
  const work: Work = {
    importId,
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
  };
  ctx.db.immediate(() => {
    repo.hideImport(ctx.db, importId, 'writing');
    repo.setImportState(ctx.db, importId, 'writing');
  });
  try {
    await writeSlices(ctx, work);
    ctx.write(() => finish(ctx, work));
    return work.sums;
  } catch (error) {
    await takeBack(ctx, importId);
    throw error;
  }
}

async function writeSlices(ctx: Ctx, work: Work): Promise<void> {
  const total = repo.countStaged(ctx.db, work.importId, 'all');
  let line = 0;
  let done = 0;
  for (;;) {
    if (ctx.job?.signal.aborted) throw new AppError('CANCELLED');
    const rows = repo.stagedAfter(ctx.db, work.importId, line, SLICE_ROWS);
    if (rows.length === 0) return;
    const taken = ctx.db.immediate(() => writeSlice(ctx, work, rows));
    line = rows[taken - 1]!.line;
    done += taken;
    ctx.job?.progress(done, total, 'writing');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Takes as many rows as fit into the time of a slice; returns how many. */
function writeSlice(ctx: Ctx, work: Work, rows: repo.StagedRecord[]): number {
  const started = performance.now();
  for (const [i, record] of rows.entries()) {
    takeRow(ctx, work, record);
    if (performance.now() - started > SLICE_MS) return i + 1;
  }
  return rows.length;
}

function takeRow(ctx: Ctx, work: Work, record: repo.StagedRecord): void {
  const { sums } = work;
  sums.rows++;
  const settled = record.verdict === 'suspect' ? record.decision : record.verdict;
  if (settled === 'skip') {
    sums.skipped++;
    return;
  }
  if (settled === 'same') {
    sums.same++;
    if (record.member_id !== null) work.memberOfLine.set(record.line, record.member_id);
    return;
  }
  const row = JSON.parse(record.row_json) as StagedRow;
  if (settled === 'new' || settled === 'add') {
    work.memberOfLine.set(record.line, insert(ctx, work, row));
    sums.created++;
    return;
  }
  const repeated = settled === 'merge' && record.member_id === null;
  const memberId = record.member_id ?? work.memberOfLine.get(row.repeatsLine ?? -1);
  if (memberId === undefined) throw new AppError('IMPORT_NOT_READY');
  work.memberOfLine.set(record.line, memberId);
  if (settled === 'merge') sums.merged++;
  else sums.updated++;
  work.changes.push({ line: record.line, memberId, row, repeated });
}

function insert(ctx: Ctx, work: Work, row: StagedRow): number {
  const columns = {
    ...row.columns,
    department_id: place(ctx, work, 'department', row.department),
    group_id: place(ctx, work, 'group', row.group),
    uid: uuid(),
    import_id: work.importId,
  };
  const id = members.insertMember(ctx.db, columns, ctx.now());
  members.indexMember(ctx.db, { id, ...row.search });
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

/** The last, short transaction: known people get their changes, and everything is seen at once. */
function finish(ctx: Ctx, work: Work): void {
  repo.showImport(ctx.db, work.importId);
  for (const change of work.changes) applyChange(ctx, work, change);
  repo.finishImport(ctx.db, work.importId, work.sums, ctx.now());
  recordChange(ctx, { entity: 'import', entityId: work.importId, action: 'import', after: work.sums });
}

function applyChange(ctx: Ctx, work: Work, change: Work['changes'][number]): void {
  const before = members.memberById(ctx.db, change.memberId);
  if (!before || before.deleted_at !== null) throw new AppError('IMPORT_NOT_READY');
  const fields = toFields(before);
  const wanted = writtenFields(ctx, work, changedValues(before, change));
  if (Object.keys(wanted).length === 0) return;
  saveMember(ctx, before, before.version, { ...fields, ...wanted });
  repo.rememberBefore(ctx.db, work.importId, change.line, change.memberId, fields, before.version + 1);
}

/** A row that repeats a person of the file adds only what is lacking; another one changes what differs. */
function changedValues(before: members.ListedMember, change: Work['changes'][number]): Partial<ListFields> {
  const existing = knownValues(before);
  if (change.repeated) return additions(existing, change.row.values as Partial<ListFields>);
  const changes = diffRow(existing, change.row.values as Partial<ListFields>);
  return Object.fromEntries(changes.map(({ field, after }) => [field, after]));
}

function writtenFields(ctx: Ctx, work: Work, values: Partial<ListFields>): Partial<MemberFields> {
  const { department, group, ...rest } = values;
  const wanted: Partial<MemberFields> = { ...(rest as Partial<MemberFields>) };
  if (department) wanted.departmentId = place(ctx, work, 'department', department);
  if (group) wanted.groupId = place(ctx, work, 'group', group);
  return wanted;
}

async function takeBack(ctx: Ctx, importId: number): Promise<void> {
  while (!ctx.db.immediate(() => repo.purgeImport(ctx.db, importId, 300)))
    await new Promise((resolve) => setImmediate(resolve));
  ctx.db.immediate(() => {
    repo.showImport(ctx.db, importId);
    repo.setImportState(ctx.db, importId, 'previewed');
  });
}
