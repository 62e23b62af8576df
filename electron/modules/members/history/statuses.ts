/** A status of many members from one day on: a fact of each, in one batch that is taken back as a whole. */
import { FACT_OF_STATUS } from '../../../../shared/domain/memberHistory';
import { recordChange } from '../../../db/audit';
import type { Ctx } from '../../../ipc/context';
import type { MemberStatus } from '../repository';
import { follow } from './moves';
import * as repo from './repository';

export interface StatusChange {
  memberId: number;
  before: MemberStatus;
  status: MemberStatus;
  /** ISO, of any precision. */
  onDate: string;
  /** Where to, or from where. */
  place: string | null;
  decisionNo: string | null;
  decisionDate: string | null;
  reason: string | null;
}

/** Writes the facts into a batch, a new one unless told, brings the records up to today and logs each person's change. */
export function recordStatuses(ctx: Ctx, changes: readonly StatusChange[], batch: number | null): number {
  const batchId = batch ?? repo.newBatch(ctx.db, ctx.now());
  for (const { before: _, status, ...fact } of changes)
    repo.insertFact(ctx.db, { ...fact, kind: FACT_OF_STATUS[status], value: null }, batchId, ctx.now());
  follow(
    ctx,
    changes.map((change) => change.memberId),
    1,
  );
  for (const { memberId, before, status, onDate, ...why } of changes)
    recordChange(ctx, {
      entity: 'member',
      entityId: memberId,
      action: 'update',
      before: { status: before },
      after: { status, statusDate: onDate, ...why },
    });
  return batchId;
}
