/** Operations on the dated facts of members. */
import { AppError } from '../../../../shared/contract/errors';
import { FACT_OF_STATUS, type FactKind, isDatedKind } from '../../../../shared/domain/memberHistory';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { type ListedMember, memberById } from '../repository';
import { absenceHandlers } from './absence';
import { disciplineHandlers } from './discipline';
import { follow, type Move, recordMembership, recordMoves, restoreMoves, revertMoves } from './moves';
import * as names from './namesRepository';
import * as repo from './repository';

type FactRow = OutputOf<'members.facts'>['rows'][number];

/** Errors: NOT_FOUND, also for one in the trash. */
export function liveMember(ctx: Ctx, id: number): ListedMember {
  const row = memberById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  return row;
}

function facts(input: ParsedInputOf<'members.facts'>, ctx: Ctx): OutputOf<'members.facts'> {
  const member = memberById(ctx.db, input.memberId);
  if (!member) throw new AppError('NOT_FOUND');
  const all = repo.factsOf(ctx.db, input.memberId);
  const rows = all.filter((fact) => fact.kind !== 'joined' && worthTelling(all, fact));
  const told = rows.map((fact) => toRow(ctx, all, fact));
  const joined = joinedRow(
    member,
    all.find((fact) => fact.kind === 'joined'),
  );
  return { rows: [...told, ...(joined ? [joined] : [])].sort(byDay) };
}

const byDay = (a: FactRow, b: FactRow): number => {
  const [left, right] = [a.onDate ?? '', b.onDate ?? ''];
  return left < right ? 1 : left > right ? -1 : 0;
};

/** What held before the first change is told only beside a change, and only if it was anything. */
function worthTelling(all: readonly repo.FactRecord[], fact: repo.FactRecord): boolean {
  if (fact.onDate !== '' || !isDatedKind(fact.kind)) return true;
  return fact.value !== null && all.some((other) => other.kind === fact.kind && other.id !== fact.id);
}

/** Facts about being a member are one line of the story; each dated field is another. */
const lineOf = (kind: FactKind) => (isDatedKind(kind) ? kind : 'membership');

function toRow(ctx: Ctx, all: readonly repo.FactRecord[], fact: repo.FactRecord): FactRow {
  const today = ctx.today();
  const newest = all.find((other) => lineOf(other.kind) === lineOf(fact.kind) && other.onDate <= today);
  const state =
    fact.onDate > today
      ? 'ahead'
      : newest?.id === fact.id
        ? 'now'
        : fact.onDate === '' && isDatedKind(fact.kind)
          ? 'start'
          : 'past';
  const isPlace = fact.kind === 'department' || fact.kind === 'group';
  return {
    id: fact.id,
    version: fact.version,
    kind: fact.kind,
    onDate: fact.onDate === '' ? null : fact.onDate,
    value: isPlace && fact.value !== null ? Number(fact.value) : fact.value,
    valueName:
      isPlace && fact.value !== null ? names.unitNameOn(ctx.db, Number(fact.value), fact.onDate) : fact.value,
    place: fact.place,
    decisionNo: fact.decisionNo,
    decisionDate: fact.decisionDate,
    reason: fact.reason,
    state,
  };
}

function joinedRow(member: ListedMember, more: repo.FactRecord | undefined): FactRow | null {
  if (member.union_join_date === null && member.union_join_decision === null && !more) return null;
  return {
    id: null,
    version: member.version,
    kind: 'joined',
    onDate: member.union_join_date,
    value: null,
    valueName: null,
    place: member.union_join_place,
    decisionNo: member.union_join_decision,
    decisionDate: more?.decisionDate ?? null,
    reason: more?.reason ?? null,
    state: 'past',
  };
}

/** The value as it is stored. Errors: INVALID_INPUT when it does not suit the kind, NOT_FOUND for no such unit. */
function storedValue(ctx: Ctx, kind: FactKind, value: number | string | null): string | null {
  const wrong = () => new AppError('INVALID_INPUT', { fields: { value: 'INVALID_INPUT' } });
  if (!isDatedKind(kind)) {
    if (value !== null) throw wrong();
    return null;
  }
  if (value === null) return null;
  if (kind !== 'department' && kind !== 'group') {
    if (typeof value !== 'string') throw wrong();
    return value;
  }
  if (typeof value !== 'number') throw wrong();
  const unit = names.unitKind(ctx.db, value);
  if (!unit) throw new AppError('NOT_FOUND', { fields: { value: 'NOT_FOUND' } });
  if ((unit === 'department') !== (kind === 'department')) throw wrong();
  return String(value);
}

function saveFact(input: ParsedInputOf<'members.saveFact'>, ctx: Ctx): OutputOf<'members.saveFact'> {
  if (input.kind === 'joined') return saveJoined(input, ctx);
  const { id, memberId } = input;
  liveMember(ctx, memberId);
  const value = storedValue(ctx, input.kind, input.value);
  const { kind, place, decisionNo, decisionDate, reason } = input;
  const fields = { kind, value, place, decisionNo, decisionDate, reason, onDate: input.onDate ?? '' };
  if (id === null) return addFact(ctx, memberId, fields, input);
  const before = repo.factById(ctx.db, id);
  if (!before || before.deletedAt !== null || before.memberId !== memberId) throw new AppError('NOT_FOUND');
  const version = input.version ?? 0;
  if (!repo.updateFact(ctx.db, { ...fields, id, version }, ctx.now())) throw new AppError('VERSION_CONFLICT');
  follow(ctx, [memberId], 1);
  recordChange(ctx, {
    entity: 'member_fact',
    entityId: id,
    action: 'update',
    before,
    after: { ...before, ...fields },
  });
  ctx.undo('members.saveFact', { ...asInput(before), id, version: version + 1 });
  return { id, version: version + 1 };
}

function addFact(
  ctx: Ctx,
  memberId: number,
  fields: Omit<repo.NewFact, 'memberId'>,
  input: ParsedInputOf<'members.saveFact'>,
): OutputOf<'members.saveFact'> {
  if (isDatedKind(fields.kind)) {
    const { kind, onDate } = fields;
    const move: Move = { ...fields, memberId, kind, onDate, to: input.value };
    const { batchId } = recordMoves(ctx, [move]);
    ctx.undo('members.revertMoves', { batchId });
    return { id: repo.newestFact(ctx.db, memberId, kind), version: 1 };
  }
  const id = repo.insertFact(ctx.db, { ...fields, memberId }, null, ctx.now());
  follow(ctx, [memberId], 1);
  recordChange(ctx, {
    entity: 'member_fact',
    entityId: id,
    action: 'create',
    after: { ...fields, memberId },
  });
  ctx.undo('members.trashFacts', { ids: [id] });
  return { id, version: 1 };
}

function asInput(fact: repo.FactRecord) {
  const isPlace = fact.kind === 'department' || fact.kind === 'group';
  return {
    memberId: fact.memberId,
    kind: fact.kind,
    onDate: fact.onDate === '' ? null : fact.onDate,
    value: isPlace && fact.value !== null ? Number(fact.value) : fact.value,
    place: fact.place,
    decisionNo: fact.decisionNo,
    decisionDate: fact.decisionDate,
    reason: fact.reason,
  };
}

/** The admission: its day, place and decision are fields of the record, the rest is kept beside it. */
function saveJoined(input: ParsedInputOf<'members.saveFact'>, ctx: Ctx): OutputOf<'members.saveFact'> {
  const before = liveMember(ctx, input.memberId);
  const more = repo.factsOfKind(ctx.db, input.memberId, 'joined').at(-1);
  const version = input.version ?? before.version;
  const written = repo.setJoined(ctx.db, { ...input, id: input.memberId, version }, ctx.now());
  if (!written) throw new AppError('VERSION_CONFLICT');
  const kept = { decisionDate: input.decisionDate, reason: input.reason };
  const bare = {
    memberId: input.memberId,
    kind: 'joined',
    onDate: '',
    value: null,
    place: null,
    decisionNo: null,
  } as const;
  if (more) repo.updateFact(ctx.db, { ...more, ...kept }, ctx.now());
  else if (kept.decisionDate !== null || kept.reason !== null)
    repo.insertFact(ctx.db, { ...bare, ...kept }, null, ctx.now());
  follow(ctx, [input.memberId]);
  const row = joinedRow(before, more);
  const was = {
    onDate: before.union_join_date,
    place: before.union_join_place,
    decisionNo: before.union_join_decision,
    decisionDate: row?.decisionDate ?? null,
    reason: row?.reason ?? null,
  };
  recordChange(ctx, {
    entity: 'member',
    entityId: input.memberId,
    action: 'update',
    before: { unionJoinDate: was.onDate, unionJoinPlace: was.place, unionJoinDecision: was.decisionNo },
    after: { unionJoinDate: input.onDate, unionJoinPlace: input.place, unionJoinDecision: input.decisionNo },
  });
  ctx.undo('members.saveFact', { memberId: input.memberId, kind: 'joined', version: version + 1, ...was });
  return { id: null, version: version + 1 };
}

function trashFacts(input: ParsedInputOf<'members.trashFacts'>, ctx: Ctx): OutputOf<'members.trashFacts'> {
  for (const id of input.ids) {
    const before = repo.factById(ctx.db, id);
    if (!before || !repo.setFactDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    follow(ctx, [before.memberId], 1);
    recordChange(ctx, { entity: 'member_fact', entityId: id, action: 'trash', before });
  }
  ctx.undo('members.restoreFacts', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreFacts(
  input: ParsedInputOf<'members.restoreFacts'>,
  ctx: Ctx,
): OutputOf<'members.restoreFacts'> {
  let count = 0;
  for (const id of input.ids) {
    const row = repo.factById(ctx.db, id);
    if (!row || !repo.setFactDeleted(ctx.db, id, null)) continue;
    follow(ctx, [row.memberId], 1);
    recordChange(ctx, { entity: 'member_fact', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('members.trashFacts', { ids: input.ids });
  return { count };
}

function recordMany(input: ParsedInputOf<'members.recordMoves'>, ctx: Ctx): OutputOf<'members.recordMoves'> {
  for (const move of input.moves) storedValue(ctx, move.kind, move.to);
  const { batchId } = recordMoves(ctx, input.moves);
  ctx.undo('members.revertMoves', { batchId });
  return { batchId };
}

function revert(input: ParsedInputOf<'members.revertMoves'>, ctx: Ctx): OutputOf<'members.revertMoves'> {
  const { memberIds } = revertMoves(ctx, input.batchId);
  ctx.undo('members.restoreMoves', input);
  return { count: memberIds.length };
}

function restore(input: ParsedInputOf<'members.restoreMoves'>, ctx: Ctx): OutputOf<'members.restoreMoves'> {
  const { memberIds } = restoreMoves(ctx, input.batchId);
  ctx.undo('members.revertMoves', input);
  return { count: memberIds.length };
}

/** One status from a day on, as a fact of its kind. */
function setStatus(input: ParsedInputOf<'members.setStatus'>, ctx: Ctx): OutputOf<'members.setStatus'> {
  const before = liveMember(ctx, input.id);
  if (!repo.raiseVersion(ctx.db, input.id, input.version, ctx.now())) throw new AppError('VERSION_CONFLICT');
  const { batchId } = recordMembership(ctx, {
    memberId: input.id,
    kind: FACT_OF_STATUS[input.status],
    onDate: input.statusDate ?? ctx.today(),
    place: input.place,
    decisionNo: input.decisionNo,
    decisionDate: input.decisionDate,
    reason: input.reason,
  });
  const { id: _id, version: _version, ...after } = input;
  recordChange(ctx, {
    entity: 'member',
    entityId: input.id,
    action: 'update',
    before: { status: before.status, statusDate: before.status_date },
    after,
  });
  ctx.undo('members.revertMoves', { batchId });
  return { id: input.id, version: input.version + 1 };
}

export const historyHandlers = {
  'members.setStatus': setStatus,
  'members.facts': facts,
  'members.saveFact': saveFact,
  'members.trashFacts': trashFacts,
  'members.restoreFacts': restoreFacts,
  'members.recordMoves': recordMany,
  'members.revertMoves': revert,
  'members.restoreMoves': restore,
  ...disciplineHandlers,
  ...absenceHandlers,
};
