/**
 * The import of a list. Promise: the register changes in one short transaction or not at all. New people are written
 * in slices while hidden (import_hidden), so that the program stays responsive; the last transaction applies changes
 * to known people and makes everything seen at once. A crash in between leaves hidden rows that the next start removes (recover.ts).
 */
import { AppError } from '../../../../shared/contract/errors';
import { PART_LINES } from '../../../../shared/domain/import';
import { recordChange } from '../../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import * as members from '../repository';
import { commitImport } from './commit';
import { beginCopy, ensureCopy } from './copyBefore';
import { mappingHandlers } from './mappings';
import { type ImportAnswer, type ImportChoice, offFields, readInWorker } from './read';
import * as repo from './repository';
import { type RowRemarks, remarksOf, type StagedRecord, valuesOf } from './staged';
import * as stage from './stageRepository';
import { importUndo, importUndoPreview } from './undo';

/** Files of open previews, by import id; a mapping changed by hand reads the file again. */
interface OpenFile {
  token: string;
  sheet: number | null;
  recall: boolean;
  answer: ImportAnswer;
  /** What the staged rows were read by. */
  choice: ImportChoice | null;
  /** Last change of a member that the judging has seen. */
  seen: number;
}
const openFiles = new Map<number, OpenFile>();

type Open = OutputOf<'members.importOpen'>;

async function importOpen(input: ParsedInputOf<'members.importOpen'>, ctx: Ctx): Promise<Open> {
  const file = ctx.files.open(input.token);
  const { sheet, recall } = input;
  beginCopy(ctx);
  const importId = ctx.write(() => repo.insertImport(ctx.db, file.name, ctx.now()));
  try {
    const seen = members.lastChange(ctx.db);
    const answer = await readInWorker(ctx, importId, file, { sheet, recall, choice: null });
    ctx.write(() => repo.setImportState(ctx.db, importId, 'previewed'));
    openFiles.set(importId, { token: input.token, sheet, recall, answer, choice: null, seen });
    const { newDepartments: _d, newGroups: _g, remarks: _r, parts: _p, agreed: _a, ...shown } = answer;
    return { importId, fileName: file.name, ...shown };
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
  const { importId, ...choice } = input;
  const open = openImport(ctx, importId);
  refuseOffFields(ctx, choice);
  if (!sameReading(open, choice) || open.seen !== members.lastChange(ctx.db)) {
    open.seen = members.lastChange(ctx.db);
    await clearStaging(ctx, importId);
    const file = ctx.files.open(open.token);
    open.answer = await readInWorker(ctx, importId, file, {
      sheet: open.sheet,
      recall: open.recall,
      choice,
    });
    open.choice = choice;
  }
  const counts = { new: 0, changed: 0, same: 0, suspect: 0 };
  for (const { verdict, n } of stage.verdictCounts(ctx.db, importId)) counts[verdict] = n;
  const { newDepartments, newGroups, remarks } = open.answer;
  return {
    total: counts.new + counts.changed + counts.same + counts.suspect,
    counts,
    undecided: stage.undecided(ctx.db, importId),
    newDepartments,
    newGroups,
    remarks,
    oneCandidate: stage.openLines(ctx.db, importId, true).length,
  };
}

/** No list may write a field that is switched off. */
function refuseOffFields(ctx: Ctx, choice: ImportChoice): void {
  const off = new Set(offFields(ctx));
  const used = choice.mapping.find(({ field }) => field !== null && off.has(field));
  if (used?.field) throw new AppError('FIELD_OFF', { fields: { [used.field]: 'FIELD_OFF' } });
}

/** Whether the staged rows were read as the choice wants them. */
function sameReading(open: OpenFile, choice: ImportChoice): boolean {
  const { answer } = open;
  if (choice.addPeople !== (open.choice?.addPeople ?? true)) return false;
  const read = answer.tables.filter(({ chosen }) => chosen).map(({ table }) => table);
  const proposed = answer.tables
    .filter(({ why }) => why === 'main' || why === 'same-sheet' || why === 'same-columns')
    .map(({ table }) => table);
  const wanted = [...new Set(choice.tables ?? proposed)].sort((a, b) => a - b);
  if (JSON.stringify(wanted) !== JSON.stringify(read.sort((a, b) => a - b))) return false;
  return answer.layouts.every(({ layout, columns }) => {
    const chosen = new Map(
      choice.mapping.filter((entry) => entry.layout === layout).map((entry) => [entry.index, entry]),
    );
    if (chosen.size === 0 && !answer.tables.some((table) => table.chosen && table.layout === layout))
      return true;
    return columns.every((column) => {
      const entry = chosen.get(column.index);
      return (
        (entry?.field ?? null) === column.field &&
        (entry?.encoding ?? column.encoding) === column.encoding &&
        (entry?.dateOrder ?? column.dates?.order) === column.dates?.order
      );
    });
  });
}

function importRows(input: ParsedInputOf<'members.importRows'>, ctx: Ctx): OutputOf<'members.importRows'> {
  if (!repo.importById(ctx.db, input.importId)) throw new AppError('IMPORT_NOT_READY');
  const filter = { show: input.show ?? 'all', remark: input.remark };
  const sheets = new Map(openFiles.get(input.importId)?.answer.parts.map(({ part, sheet }) => [part, sheet]));
  return {
    total: stage.countStaged(ctx.db, input.importId, filter.show, filter.remark),
    rows: withNames(
      ctx,
      stage.stagedRows(ctx.db, input.importId, filter, input.offset, input.limit),
      (record) => ({
        line: record.line,
        sheet: sheets.get(Math.floor(record.line / PART_LINES)) ?? null,
        verdict: record.verdict,
        decision: record.decision,
        memberId: record.member_id,
        values: shownValues(record),
        ...withSheets(remarksOf(record), sheets),
      }),
    ),
  };
}

/** Rows with the name of the member they are of, where they name nobody themselves. */
function withNames<T extends { memberId: number | null; values: Record<string, unknown> }>(
  ctx: Ctx,
  records: readonly StagedRecord[],
  show: (record: StagedRecord) => T,
): (T & { who: string | null })[] {
  const rows = records.map(show);
  const nameless = rows.flatMap(({ memberId, values }) =>
    memberId !== null && !values.fullName ? [memberId] : [],
  );
  const people = nameless.length > 0 ? repo.membersByIds(ctx.db, nameless) : new Map();
  return rows.map((row) => ({ ...row, who: people.get(row.memberId)?.full_name ?? null }));
}

/** Earlier rows of the file with the sheet they stand on. */
function withSheets(remarks: RowRemarks, sheets: ReadonlyMap<number, string>): RowRemarks {
  if (sheets.size === 0) return remarks;
  const candidates = remarks.candidates.map((one) => ({
    ...one,
    sheet: one.line === null ? null : (sheets.get(Math.floor(one.line / PART_LINES)) ?? null),
  }));
  return { ...remarks, candidates };
}

const shownValues = (record: StagedRecord) =>
  valuesOf(record) as OutputOf<'members.importRows'>['rows'][number]['values'];

function importDecide(
  input: ParsedInputOf<'members.importDecide'>,
  ctx: Ctx,
): OutputOf<'members.importDecide'> {
  openImport(ctx, input.importId);
  const lines =
    typeof input.lines === 'string'
      ? stage.openLines(ctx.db, input.importId, input.lines === 'one')
      : input.lines;
  for (const line of lines) {
    const staged = stage.stagedRow(ctx.db, input.importId, line);
    if (!staged) throw new AppError('NOT_FOUND');
    const proposed = remarksOf(staged).candidates[0]?.memberId ?? null;
    const memberId = input.decision === 'merge' ? (input.memberId ?? proposed) : null;
    if (input.decision === 'add' && !valuesOf(staged).fullName) {
      if (input.lines === 'open') continue;
      throw new AppError('IMPORT_NAMELESS');
    }
    if (input.decision === 'merge' && memberId === null && staged.repeats_line === null)
      throw new AppError('NOT_FOUND');
    if (!stage.decide(ctx.db, input.importId, line, input.decision, memberId))
      throw new AppError('NOT_FOUND');
  }
  recordChange(ctx, {
    entity: 'import',
    entityId: input.importId,
    action: 'update',
    after: { lines: lines.length, decision: input.decision },
  });
  return {
    undecided: stage.undecided(ctx.db, input.importId),
    oneCandidate: stage.openLines(ctx.db, input.importId, true).length,
  };
}

async function importCommit(
  input: ParsedInputOf<'members.importCommit'>,
  ctx: Ctx,
): Promise<OutputOf<'members.importCommit'>> {
  openImport(ctx, input.importId);
  if (stage.undecided(ctx.db, input.importId) > 0) throw new AppError('IMPORT_UNDECIDED');
  await ensureCopy(ctx);
  // While the copy was made, the same list may have been sent twice or somebody added by hand.
  if (openImport(ctx, input.importId).seen !== members.lastChange(ctx.db)) throw new AppError('IMPORT_STALE');
  const { agreed } = openImport(ctx, input.importId).answer;
  const sums = await commitImport(ctx, input.importId, agreed);
  await clearStaging(ctx, input.importId);
  openFiles.delete(input.importId);
  ctx.undo('members.importUndo', { importId: input.importId });
  return { importId: input.importId, sums };
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

const NOTHING: OutputOf<'members.importCommit'>['sums'] = {
  rows: 0,
  created: 0,
  updated: 0,
  same: 0,
  merged: 0,
  skipped: 0,
  departmentsCreated: 0,
  groupsCreated: 0,
};
const SHOWN_STATES: Partial<Record<repo.ImportState, 'undone' | 'interrupted' | 'stuck'>> = {
  undone: 'undone',
  discarded: 'interrupted',
  writing: 'stuck',
};

function importHistory(
  _: ParsedInputOf<'members.importHistory'>,
  ctx: Ctx,
): OutputOf<'members.importHistory'> {
  return {
    rows: repo.writtenImports(ctx.db).map((row) => ({
      importId: row.id,
      fileName: row.file_name,
      at: row.committed_at ?? row.created_at,
      state: SHOWN_STATES[row.state] ?? 'committed',
      actor: repo.importActor(ctx.db, row.id) ?? null,
      present: repo.presentOf(ctx.db, row.id),
      sums: { ...NOTHING, ...JSON.parse(row.summary_json ?? '{}') },
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

type ImportOperation = Extract<
  keyof HandlersOf<'members'>,
  `members.import${string}` | `members.${string}ImportMapping${string}`
>;
export const importHandlers: Pick<HandlersOf<'members'>, ImportOperation> = {
  'members.importOpen': importOpen,
  'members.importPreview': importPreview,
  'members.importRows': importRows,
  'members.importDecide': importDecide,
  'members.importCommit': importCommit,
  'members.importUndo': importUndo,
  'members.importUndoPreview': importUndoPreview,
  'members.importDiscard': importDiscard,
  'members.importHistory': importHistory,
  ...mappingHandlers,
};
