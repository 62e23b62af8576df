/** The change log: one row for each changed record, written in the transaction that changes it. */
import type { Ctx } from '../ipc/context';
import { linkRow } from './auditChain';

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
  const row = {
    at: ctx.now(),
    actor: ctx.user.name,
    role: ctx.user.role,
    entity: change.entity,
    entity_id: change.entityId,
    action: change.action,
    before_json: change.before === undefined ? null : JSON.stringify(change.before),
    after_json: change.after === undefined ? null : JSON.stringify(change.after),
    request_id: ctx.requestId,
  };
  const { lastInsertRowid: id } = ctx.db.run(
    `INSERT INTO audit (at, actor, role, entity, entity_id, action, before_json, after_json, request_id)
     VALUES (@at, @actor, @role, @entity, @entity_id, @action, @before_json, @after_json, @request_id)`,
    row,
  );
  linkRow(ctx.db, { id, ...row });
  return id;
}
