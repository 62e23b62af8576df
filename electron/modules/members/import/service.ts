/**
 * The import of a list. Promise: the register changes in one short transaction or not at all. New people are written
 * in slices while hidden (import_hidden), so that the program stays responsive; the last transaction applies changes
 * to known people and makes everything seen at once. A crash in between leaves hidden rows that the next start removes.
 */
import { AppError } from '../../../../shared/contract/errors';
import { recordChange } from '../../../db/audit';
import type { Db } from '../../../db/database';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { MemberFields } from '../record';
import { searchEntry, toColumns } from '../record';
import * as members from '../repository';
import { commitImport } from './commit';
import { type ImportAnswer, readInWorker } from './read';
import * as repo from './repository';
import { remarksOf, valuesOf } from './staged';
import * as stage from './stageRepository';
import { memberUses } from './uses';

/** Files of open previews, by import id; a mapping changed by hand reads the file again. */
interface OpenFile {
  token: string;
  sheet: number | null;
  answer: ImportAnswer;
  /** Last change of a member that the judging has seen. */
  seen: number;
}
const openFiles = new Map<number, OpenFile>();

type Open = OutputOf<'members.importOpen'>;

async function importOpen(input: ParsedInputOf<'members.importOpen'>, ctx: Ctx): Promise<Open> {
  const file = ctx.files.open(input.token);
  const importId = ctx.write(() => repo.insertImport(ctx.db, file.name, ctx.now()));
  try {
    const seen = members.lastChange(ctx.db);
    const answer = await readInWorker(ctx, importId, file, { sheet: input.sheet, mapping: null });
    ctx.write(() => repo.setImportState(ctx.db, importId, 'previewed'));
    openFiles.set(importId, { token: input.token, sheet: input.sheet, answer, seen });
    const { sheets, sheet, headerLine, people, columns, notes } = answer;
    return { importId, fileName: file.name, sheets, sheet, headerLine, people, columns, notes };
  } catch (error) {
    await clearStaging(ctx, importId);
    ctx.write(() => repo.setImportState(ctx.db, importId, 'discarded'));
    throw error;
  }
}

async function importPreview(
  input: ParsedInputOf<'members.importPreview'>,
  ctx: Ctx,
): Promise<OutputOf<'members.importPreview'>> {
  const open = openImport(ctx, input.importId);
  const chosen = new Map(input.mapping.map((entry) => [entry.index, entry.field]));
  const same = open.answer.columns.every((column) => (chosen.get(column.index) ?? null) === column.field);
  if (!same || open.seen !== members.lastChange(ctx.db)) {
    open.seen = members.lastChange(ctx.db);
    await clearStaging(ctx, input.importId);
    const file = ctx.files.open(open.token);
    open.answer = await readInWorker(ctx, input.importId, file, {
      sheet: open.sheet,
      mapping: input.mapping,
    });
  }
  const counts = { new: 0, changed: 0, same: 0, suspect: 0 };
  for (const { verdict, n } of stage.verdictCounts(ctx.db, input.importId)) counts[verdict] = n;
  return {
    total: counts.new + counts.changed + counts.same + counts.suspect,
    counts,
    undecided: stage.undecided(ctx.db, input.importId),
    newDepartments: open.answer.newDepartments,
    newGroups: open.answer.newGroups,
  };
}

function importRows(input: ParsedInputOf<'members.importRows'>, ctx: Ctx): OutputOf<'members.importRows'> {
  if (!repo.importById(ctx.db, input.importId)) throw new AppError('IMPORT_NOT_READY');
  const show = input.show ?? 'all';
  return {
    total: stage.countStaged(ctx.db, input.importId, show),
    rows: stage.stagedRows(ctx.db, input.importId, show, input.offset, input.limit).map((record) => ({
      line: record.line,
      verdict: record.verdict,
      decision: record.decision,
      memberId: record.member_id,
      values: valuesOf(record),
      ...remarksOf(record),
    })),
  };
}

function importDecide(
  input: ParsedInputOf<'members.importDecide'>,
  ctx: Ctx,
): OutputOf<'members.importDecide'> {
  openImport(ctx, input.importId);
  for (const line of input.lines) {
    const staged = stage.stagedRow(ctx.db, input.importId, line);
    if (!staged) throw new AppError('NOT_FOUND');
    const proposed = remarksOf(staged).candidates[0]?.memberId ?? null;
    const memberId = input.decision === 'merge' ? (input.memberId ?? proposed) : null;
    if (input.decision === 'merge' && memberId === null && staged.repeats_line === null)
      throw new AppError('NOT_FOUND');
    if (!stage.decide(ctx.db, input.importId, line, input.decision, memberId))
      throw new AppError('NOT_FOUND');
  }
  recordChange(ctx, {
    entity: 'import',
    entityId: input.importId,
    action: 'update',
    after: { lines: input.lines.length, decision: input.decision },
  });
  return { undecided: stage.undecided(ctx.db, input.importId) };
}

async function importCommit(
  input: ParsedInputOf<'members.importCommit'>,
  ctx: Ctx,
): Promise<OutputOf<'members.importCommit'>> {
  openImport(ctx, input.importId);
  if (stage.undecided(ctx.db, input.importId) > 0) throw new AppError('IMPORT_UNDECIDED');
  await ctx.backups.create('before-import');
  // While the copy was made, the same list may have been sent twice or somebody added by hand.
  if (openImport(ctx, input.importId).seen !== members.lastChange(ctx.db)) throw new AppError('IMPORT_STALE');
  const sums = await commitImport(ctx, input.importId);
  await clearStaging(ctx, input.importId);
  openFiles.delete(input.importId);
  ctx.undo('members.importUndo', { importId: input.importId });
  return { importId: input.importId, sums };
}

function importUndo(input: ParsedInputOf<'members.importUndo'>, ctx: Ctx): OutputOf<'members.importUndo'> {
  const record = repo.importById(ctx.db, input.importId);
  if (record?.state !== 'committed') throw new AppError('NOT_FOUND');
  const result = { removed: 0, reverted: 0, kept: 0 };
  for (const row of repo.remembered(ctx.db, input.importId)) {
    const now = members.memberById(ctx.db, row.member_id);
    if (!now || now.import_id === input.importId) continue;
    const fields = JSON.parse(row.before_json) as MemberFields;
    const columns = toColumns(fields);
    if (
      now.version === row.after_version &&
      members.updateMember(ctx.db, { ...columns, id: now.id, version: now.version }, ctx.now())
    ) {
      members.indexMember(ctx.db, searchEntry(now.id, columns));
      recordChange(ctx, { entity: 'member', entityId: now.id, action: 'update', after: fields });
      result.reverted++;
    } else result.kept++;
  }
  const used = memberUses(ctx.db);
  const merged = new Set(repo.remembered(ctx.db, input.importId).map((row) => row.member_id));
  for (const member of repo.importedMembers(ctx.db, input.importId)) {
    const edited = member.version > (merged.has(member.id) ? 2 : 1);
    if (edited || used.has(member.id)) {
      repo.keepMember(ctx.db, member.id);
      result.kept++;
    } else result.removed++;
  }
  repo.hideImport(ctx.db, input.importId, 'undone');
  repo.keepOrgUnitsInUse(ctx.db, input.importId);
  repo.setImportState(ctx.db, input.importId, 'undone');
  recordChange(ctx, { entity: 'import', entityId: input.importId, action: 'restore', after: result });
  return result;
}

function importDiscard(
  input: ParsedInputOf<'members.importDiscard'>,
  ctx: Ctx,
): OutputOf<'members.importDiscard'> {
  openImport(ctx, input.importId);
  stage.unstageRows(ctx.db, input.importId, 1_000_000);
  repo.setImportState(ctx.db, input.importId, 'discarded');
  openFiles.delete(input.importId);
  recordChange(ctx, { entity: 'import', entityId: input.importId, action: 'trash' });
  return { discarded: true };
}

function importHistory(
  _: ParsedInputOf<'members.importHistory'>,
  ctx: Ctx,
): OutputOf<'members.importHistory'> {
  return {
    rows: repo.writtenImports(ctx.db).map((row) => ({
      importId: row.id,
      fileName: row.file_name,
      at: row.committed_at ?? row.created_at,
      state: row.state as 'committed' | 'undone',
      sums: JSON.parse(row.summary_json ?? '{}'),
    })),
  };
}

function openImport(ctx: Ctx, importId: number) {
  const open = openFiles.get(importId);
  if (!open || repo.importById(ctx.db, importId)?.state !== 'previewed')
    throw new AppError('IMPORT_NOT_READY');
  return open;
}

/** Empties a preview in slices that never hold the main loop long. */
async function clearStaging(ctx: Ctx, importId: number): Promise<void> {
  while (!ctx.write(() => stage.unstageRows(ctx.db, importId, 500)))
    await new Promise((resolve) => setImmediate(resolve));
}

/** At start: removes what a crash left half-written, rows taken back, and previews nobody can return to. */
export function recoverImports(db: Db): void {
  for (const hidden of repo.hiddenImports(db)) {
    db.immediate(() => {
      repo.purgeImport(db, hidden.import_id, 1_000_000);
      repo.showImport(db, hidden.import_id);
      if (hidden.state === 'writing') repo.setImportState(db, hidden.import_id, 'discarded');
    });
  }
  for (const id of repo.staleImports(db)) db.immediate(() => repo.setImportState(db, id, 'discarded'));
}

type ImportOperation = Extract<keyof HandlersOf<'members'>, `members.import${string}`>;
export const importHandlers: Pick<HandlersOf<'members'>, ImportOperation> = {
  'members.importOpen': importOpen,
  'members.importPreview': importPreview,
  'members.importRows': importRows,
  'members.importDecide': importDecide,
  'members.importCommit': importCommit,
  'members.importUndo': importUndo,
  'members.importDiscard': importDiscard,
  'members.importHistory': importHistory,
};
