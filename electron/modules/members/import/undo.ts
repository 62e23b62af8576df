/**
 * Taking an import back, at once or long after. Promise: what nobody touched since goes back to what it was, field by
 * field; whatever was edited, used or moved since stays, and is named with the reason.
 */
import { AppError } from '../../../../shared/contract/errors';
import { isExtraField } from '../../../../shared/domain/import/fields';
import { DATED_FIELDS, DATED_KINDS } from '../../../../shared/domain/memberHistory';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { extraValuesOf } from '../extra/service';
import { type MemberFields, toFields } from '../record';
import * as members from '../repository';
import { saveMember } from '../service';
import { extraInput } from './known';
import { offFields } from './read';
import * as repo from './repository';
import { memberUses } from './uses';

type Kept = OutputOf<'members.importUndoPreview'>['rows'][number];
type Reason = Kept['reasons'][number];

interface Change {
  row: repo.RememberedRow;
  /** Fields that go back, with the value they had. */
  back: Record<string, unknown>;
  stays: Reason[];
  /** The dated changes written with it go back as they came. */
  wholeBatch: boolean;
}

interface Plan {
  remove: number[];
  changes: Change[];
  kept: Map<number, Kept>;
}

const DATED = new Set<string>(Object.values(DATED_FIELDS));

function planUndo(ctx: Ctx, importId: number): Plan {
  if (repo.importById(ctx.db, importId)?.state !== 'committed') throw new AppError('NOT_FOUND');
  const plan: Plan = { remove: [], changes: [], kept: new Map() };
  const changed = repo.remembered(ctx.db, importId);
  const merged = new Map<number, number>();
  for (const row of changed) merged.set(row.member_id, (merged.get(row.member_id) ?? 0) + 1);
  planAdded(ctx, importId, plan, merged);
  const off = new Set(offFields(ctx));
  const held = new Map<number, Record<string, unknown>>();
  const batches = batchesOf(changed);
  for (const row of changed) planChange(ctx, importId, plan, row, { off, held, batches });
  return plan;
}

/** People the import added: they leave unless somebody edited, moved or used them since. */
function planAdded(ctx: Ctx, importId: number, plan: Plan, merged: Map<number, number>): void {
  const used = memberUses(ctx.db);
  const links = repo.usesOf(ctx.db, importId);
  for (const member of repo.importedMembers(ctx.db, importId)) {
    const reasons: Reason[] = [];
    const tables = links.get(member.id) ?? [];
    if (tables.length > 0 || used.has(member.id)) reasons.push({ code: 'used', fields: tables, at: null });
    if (member.version > 1 + (merged.get(member.id) ?? 0))
      reasons.push({ code: member.deleted_at ? 'trashed' : 'edited', fields: [], at: member.updated_at });
    if (reasons.length === 0) plan.remove.push(member.id);
    else
      plan.kept.set(member.id, {
        memberId: member.id,
        fullName: member.full_name,
        department: member.department,
        added: true,
        reasons,
      });
  }
}

interface Surroundings {
  /** Fields switched off. */
  off: ReadonlySet<string>;
  /** What members hold, with the steps back planned so far. */
  held: Map<number, Record<string, unknown>>;
  /** Batches of dated changes that the import wrote, by member. */
  batches: ReadonlyMap<number, number[]>;
}

function batchesOf(rows: readonly repo.RememberedRow[]): Map<number, number[]> {
  const batches = new Map<number, number[]>();
  for (const { member_id: id, moves_batch: batch } of rows)
    if (batch !== null) batches.set(id, [...(batches.get(id) ?? []), Number(batch)]);
  return batches;
}

/** A person the import changed: each field it wrote goes back unless it holds something else by now. */
function planChange(
  ctx: Ctx,
  importId: number,
  plan: Plan,
  row: repo.RememberedRow,
  { off, held: states, batches }: Surroundings,
): void {
  const now = members.memberById(ctx.db, row.member_id);
  if (!now || now.import_id === importId) return;
  const change: Change = { row, back: {}, stays: [], wholeBatch: row.moves_batch !== null };
  const written = writtenOf(row, now);
  const held = states.get(now.id) ?? heldBy(ctx, now);
  states.set(now.id, held);
  const edited: string[] = [];
  const hidden: string[] = [];
  const moved = movedSince(ctx, row, batches);
  for (const { field, before, after } of written) {
    const same = (held[field] ?? null) === (after ?? null) && !moved.has(field);
    if (same && !off.has(field)) {
      change.back[field] = before;
      held[field] = before;
    } else (same ? hidden : edited).push(field);
  }
  if ([...edited, ...hidden].some((field) => DATED.has(field))) change.wholeBatch = false;
  if (edited.length > 0) change.stays.push({ code: 'edited', fields: edited, at: now.updated_at });
  if (hidden.length > 0) change.stays.push({ code: 'off', fields: hidden, at: null });
  if (now.deleted_at !== null) change.stays.push({ code: 'trashed', fields: [], at: now.deleted_at });
  plan.changes.push(change);
  if (change.stays.length === 0) return;
  plan.kept.set(now.id, {
    memberId: now.id,
    fullName: now.full_name,
    department: now.department,
    added: false,
    reasons: [...(plan.kept.get(now.id)?.reasons ?? []), ...change.stays],
  });
}

/** Dated fields of which something was recorded since, even if it ended in the same value. */
function movedSince(
  ctx: Ctx,
  row: repo.RememberedRow,
  batches: Surroundings['batches'],
): ReadonlySet<string> {
  if (row.moves_batch === null) return new Set();
  const kinds = repo.kindsMovedSince(
    ctx.db,
    row.member_id,
    Number(row.moves_batch),
    batches.get(row.member_id) ?? [],
  );
  return new Set(DATED_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => DATED_FIELDS[kind]));
}

/** A member's values, own fields among them; the plan takes its steps back on it. */
function heldBy(ctx: Ctx, now: members.ListedMember): Record<string, unknown> {
  const held: Record<string, unknown> = { ...toFields(now) };
  const extras = extraValuesOf(ctx.db, [now.id]).get(now.id) ?? {};
  for (const [id, value] of Object.entries(extras)) held[`extra:${id}`] = value;
  return held;
}

/** Equal to nothing: what an older version of the program wrote into a record that was edited since. */
const UNKNOWN = Symbol('unknown');

/** What the import wrote; one of an older version of the program tells only the whole record before it. */
function writtenOf(row: repo.RememberedRow, now: members.ListedMember): repo.WrittenField[] {
  if (row.written_json !== null) return JSON.parse(row.written_json) as repo.WrittenField[];
  const before = JSON.parse(row.before_json) as Record<string, unknown>;
  const held = toFields(now) as unknown as Record<string, unknown>;
  const untouched = now.version === row.after_version;
  return Object.entries(before)
    .filter(([field, value]) => (held[field] ?? null) !== (value ?? null))
    .map(([field, value]) => ({ field, before: value, after: untouched ? held[field] : UNKNOWN }));
}

export function importUndoPreview(
  input: ParsedInputOf<'members.importUndoPreview'>,
  ctx: Ctx,
): OutputOf<'members.importUndoPreview'> {
  const plan = planUndo(ctx, input.importId);
  const kept = [...plan.kept.values()];
  return {
    ...countsOf(plan),
    rows: kept.slice(input.offset, input.offset + input.limit),
  };
}

const countsOf = (plan: Plan) => ({
  removed: plan.remove.length,
  reverted: new Set(plan.changes.filter(goesBack).map(({ row }) => row.member_id)).size,
  kept: plan.kept.size,
});
const goesBack = (change: Change) =>
  Object.keys(change.back).length > 0 && !change.stays.some(({ code }) => code === 'trashed');

export function importUndo(
  input: ParsedInputOf<'members.importUndo'>,
  ctx: Ctx,
): OutputOf<'members.importUndo'> {
  const plan = planUndo(ctx, input.importId);
  const result = countsOf(plan);
  for (const change of plan.changes) if (goesBack(change)) giveBack(ctx, change);
  for (const kept of plan.kept.values()) if (kept.added) repo.keepMember(ctx.db, kept.memberId);
  repo.hideImport(ctx.db, input.importId, 'undone');
  repo.keepOrgUnitsInUse(ctx.db, input.importId);
  repo.setImportState(ctx.db, input.importId, 'undone');
  recordChange(ctx, { entity: 'import', entityId: input.importId, action: 'restore', after: result });
  return result;
}

/** Gives back what an import that never finished had written into known people, and forgets it. */
export function giveBackWritten(ctx: Ctx, importId: number): void {
  const plan: Plan = { remove: [], changes: [], kept: new Map() };
  const rows = repo.remembered(ctx.db, importId);
  const how: Surroundings = { off: new Set(), held: new Map(), batches: batchesOf(rows) };
  for (const row of rows) planChange(ctx, importId, plan, row, how);
  for (const change of plan.changes) if (goesBack(change)) giveBack(ctx, change);
  // Nobody has ever seen these changes: they leave no trace that would keep a department they name.
  for (const { row, wholeBatch } of plan.changes)
    if (wholeBatch) repo.dropBatch(ctx.db, Number(row.moves_batch));
  repo.forgetRows(ctx.db, importId);
}

function giveBack(ctx: Ctx, { row, back, wholeBatch }: Change): void {
  const now = members.memberById(ctx.db, row.member_id);
  if (!now) return;
  const fields = Object.fromEntries(Object.entries(back).filter(([field]) => !isExtraField(field)));
  saveMember(
    ctx,
    now,
    now.version,
    { ...toFields(now), ...(fields as Partial<MemberFields>) },
    {
      extra: extraInput(back),
      change: wholeBatch ? { how: 'revert', batchId: Number(row.moves_batch) } : { how: 'correct' },
    },
  );
}
