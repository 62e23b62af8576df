/**
 * Changes of dated fields and of membership. Every change belongs to a batch that can be taken back and brought again,
 * whatever was recorded of other people, or of these, since.
 */
import { AppError } from '../../../../shared/contract/errors';
import {
  DATED_FIELDS,
  DATED_KINDS,
  type DatedKind,
  type FactKind,
} from '../../../../shared/domain/memberHistory';
import { recordChange } from '../../../db/audit';
import type { Ctx } from '../../../ipc/context';
import type { MemberFields } from '../record';
import { type ListedMember, memberById } from '../repository';
import * as repo from './repository';

export interface Move {
  memberId: number;
  kind: DatedKind;
  /** Id of a department or group, else the text. */
  to: number | string | null;
  /** ISO, of any precision; '' when it is not known. */
  onDate: string;
  decisionNo?: string | null | undefined;
  decisionDate?: string | null | undefined;
  reason?: string | null | undefined;
  /** The person is in the trash and is to be in the right place when brought back. */
  away?: boolean | undefined;
}

/** How the form means a change of dated fields. */
export type DatedChange =
  | {
      how: 'from';
      onDate: string;
      decisionNo?: string | null | undefined;
      decisionDate?: string | null | undefined;
      reason?: string | null | undefined;
    }
  | { how: 'correct' }
  | { how: 'revert' | 'restore'; batchId: number };

const COLUMNS = {
  department: 'department_id',
  group: 'group_id',
  jobTitle: 'job_title',
  position: 'position',
  contractType: 'contract_type',
} as const satisfies Record<DatedKind, keyof ListedMember>;

const asValue = (value: number | string | null): string | null => (value === null ? null : String(value));
const bare = { place: null, decisionNo: null, decisionDate: null, reason: null };

/** Writes moves as facts of one batch, brings the records up to today and logs each person's change. */
export function recordMoves(ctx: Ctx, moves: readonly Move[]): { batchId: number } {
  const batchId = repo.newBatch(ctx.db, ctx.now());
  const changed = new Map<number, Move[]>();
  for (const move of moves) {
    const before = memberById(ctx.db, move.memberId);
    if (!before || (before.deleted_at !== null && !move.away)) throw new AppError('NOT_FOUND');
    addMove(ctx, batchId, before, move);
    changed.set(move.memberId, [...(changed.get(move.memberId) ?? []), move]);
  }
  const ids = [...changed.keys()];
  const before = new Map(ids.map((id) => [id, memberById(ctx.db, id)]));
  follow(ctx, ids, 1);
  for (const [id, own] of changed) logMoves(ctx, id, before.get(id), own);
  return { batchId };
}

/** Somebody brought back whose group or department has closed is in none from its last day on. True if so. */
export function leaveClosedParts(ctx: Ctx, memberId: number): boolean {
  const closed = repo.closedSeats(ctx.db, memberId);
  if (closed.length === 0) return false;
  recordMoves(
    ctx,
    closed.map(({ kind, closedOn }) => ({ memberId, kind, to: null, onDate: closedOn })),
  );
  return true;
}

function logMoves(ctx: Ctx, id: number, before: ListedMember | undefined, moves: readonly Move[]): void {
  const fields = (value: (move: Move) => unknown) =>
    Object.fromEntries(moves.map((move) => [DATED_FIELDS[move.kind], value(move)]));
  const [first] = moves;
  recordChange(ctx, {
    entity: 'member',
    entityId: id,
    action: 'move',
    before: fields((move) => before?.[COLUMNS[move.kind]] ?? null),
    after: {
      ...fields((move) => move.to),
      onDate: first?.onDate ?? null,
      decisionNo: first?.decisionNo ?? null,
      reason: first?.reason ?? null,
    },
  });
}

/** Takes a batch of moves or a correction back. */
export function revertMoves(ctx: Ctx, batchId: number): { memberIds: number[] } {
  return turnBatch(ctx, batchId, repo.undoBatch, 1);
}

/** Brings a batch again that was taken back. */
export function restoreMoves(ctx: Ctx, batchId: number): { memberIds: number[] } {
  return turnBatch(ctx, batchId, repo.redoBatch, 1);
}

function turnBatch(
  ctx: Ctx,
  batchId: number,
  turn: typeof repo.undoBatch,
  rise: 0 | 1,
): { memberIds: number[] } {
  const memberIds = repo.membersOfBatch(ctx.db, batchId);
  const dated = (id: number) => {
    const row = memberById(ctx.db, id);
    return Object.fromEntries([
      ['status', row?.status],
      ['statusDate', row?.status_date],
      ...DATED_KINDS.map((kind) => [DATED_FIELDS[kind], row?.[COLUMNS[kind]]]),
    ]);
  };
  const before = new Map(memberIds.map((id) => [id, dated(id)]));
  turn(ctx.db, batchId, ctx.now());
  follow(ctx, memberIds, rise);
  if (rise === 1)
    for (const id of memberIds)
      recordChange(ctx, {
        entity: 'member',
        entityId: id,
        action: 'move',
        before: before.get(id),
        after: dated(id),
      });
  return { memberIds };
}

/** Where the person was before stands as a fact without a date, so that the first dated move has something before it. */
function addMove(ctx: Ctx, batchId: number, before: ListedMember, move: Move): void {
  const { memberId, kind } = move;
  const to = asValue(move.to);
  const facts = repo.factsOfKind(ctx.db, memberId, kind);
  const started = asValue(before[COLUMNS[kind]]);
  if (facts.length === 0)
    repo.insertFact(ctx.db, { ...bare, memberId, kind, onDate: '', value: started }, null, ctx.now());
  const sameDay = facts.filter((fact) => fact.onDate === move.onDate && fact.onDate !== '');
  const earlier = facts.filter((fact) => fact.onDate < move.onDate).at(-1)?.value ?? null;
  if (sameDay.length > 0 && earlier === to) {
    repo.takeOut(
      ctx.db,
      sameDay.map((fact) => fact.id),
      batchId,
      ctx.now(),
    );
    return;
  }
  repo.insertFact(
    ctx.db,
    {
      memberId,
      kind,
      onDate: move.onDate,
      value: to,
      place: null,
      decisionNo: move.decisionNo ?? null,
      decisionDate: move.decisionDate ?? null,
      reason: move.reason ?? null,
    },
    batchId,
    ctx.now(),
  );
}

/** Gives the fact in force today another value; one that has no facts is simply the record. */
function correct(ctx: Ctx, batchId: number, memberId: number, kind: DatedKind, to: string | null): void {
  const facts = repo.factsOfKind(ctx.db, memberId, kind);
  if (facts.length === 0) return;
  const today = ctx.today();
  const inForce = facts.filter((fact) => fact.onDate <= today).at(-1);
  if (inForce) repo.takeOut(ctx.db, [inForce.id], batchId, ctx.now());
  const { onDate, place, decisionNo, decisionDate, reason } = inForce ?? { ...bare, onDate: '' };
  repo.insertFact(
    ctx.db,
    { memberId, kind, onDate, place, decisionNo, decisionDate, reason, value: to },
    batchId,
    ctx.now(),
  );
}

/** Which dated fields differ between a record and what is to be saved. */
export function changedKinds(before: ListedMember, fields: MemberFields): DatedKind[] {
  return DATED_KINDS.filter(
    (kind) => (before[COLUMNS[kind]] ?? null) !== (fields[DATED_FIELDS[kind]] ?? null),
  );
}

/**
 * Called before a record is saved: turns its changed dated fields into facts. A field that was empty and has no facts
 * is filled in, not moved. Answers the batch, or null when nothing dated changed.
 */
export function recordFormChanges(
  ctx: Ctx,
  before: ListedMember,
  fields: MemberFields,
  change: DatedChange | null = null,
): number | null {
  if (change?.how === 'revert' || change?.how === 'restore') {
    turnBatch(ctx, change.batchId, change.how === 'revert' ? repo.undoBatch : repo.redoBatch, 0);
    return change.batchId;
  }
  const kinds = changedKinds(before, fields);
  if (kinds.length === 0) return null;
  const batchId = repo.newBatch(ctx.db, ctx.now());
  const from = change?.how === 'from' ? change : { onDate: ctx.today() };
  for (const kind of kinds) {
    const to = fields[DATED_FIELDS[kind]];
    const unknown = before[COLUMNS[kind]] === null && repo.factsOfKind(ctx.db, before.id, kind).length === 0;
    if (change?.how === 'correct' || unknown) correct(ctx, batchId, before.id, kind, asValue(to));
    else addMove(ctx, batchId, before, { memberId: before.id, kind, to, ...from });
  }
  return batchId;
}

/** Called after a record was saved: what holds today is what it shows. */
export function follow(ctx: Ctx, memberIds: readonly number[], rise: 0 | 1 = 0): void {
  repo.followStates(ctx.db, memberIds, ctx.today(), rise, ctx.now());
}

/** Writes a fact of membership as a batch of its own. */
export function recordMembership(
  ctx: Ctx,
  fact: Omit<repo.NewFact, 'kind' | 'value'> & { kind: Exclude<FactKind, DatedKind | 'joined'> },
  rise: 0 | 1 = 0,
): { batchId: number } {
  const batchId = repo.newBatch(ctx.db, ctx.now());
  repo.insertFact(ctx.db, { ...fact, value: null }, batchId, ctx.now());
  follow(ctx, [fact.memberId], rise);
  return { batchId };
}
