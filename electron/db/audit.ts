/** The change log: one row for each changed record, written in the transaction that changes it. */
import type { Ctx } from '../ipc/context';

export const AUDIT_ACTIONS = [
  'create',
  'update',
  'trash',
  'restore',
  'import',
  'close',
  'reopen',
  'print',
  'issue',
  'reveal',
  'export',
  'merge',
  'unmerge',
  'move',
  'anonymise',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface Change {
  /** Table-like name of the record's kind: 'member', 'event', 'award_decision' … */
  entity: string;
  /** Row id; null for a change that is not of one record. */
  entityId: number | null;
  action: AuditAction;
  before?: unknown;
  after?: unknown;
}

/** Writes who, when, what, before and after; answers the row's id. Must be called inside a command's transaction. */
export function recordChange(ctx: Pick<Ctx, 'db' | 'user' | 'now' | 'requestId'>, change: Change): number {
  const { lastInsertRowid } = ctx.db.run(
    `INSERT INTO audit (at, actor, role, entity, entity_id, action, before_json, after_json, request_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ctx.now(),
      ctx.user.name,
      ctx.user.role,
      change.entity,
      change.entityId,
      change.action,
      change.before === undefined ? null : JSON.stringify(change.before),
      change.after === undefined ? null : JSON.stringify(change.after),
      ctx.requestId,
    ],
  );
  return lastInsertRowid;
}
