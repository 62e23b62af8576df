/**
 * What each area lets be taken back one field at a time from the change log. The record is read as it stands and saved
 * through the area's own operation, with its rules, its log row and its undo.
 */
import type { z } from 'zod';
import { contract, type OperationName } from '../../shared/contract';
import { AppError } from '../../shared/contract/errors';
import { openFields } from '../../shared/contract/members';
import type { Ctx } from '../ipc/context';
import { recipientFields, toFields as toDecision } from './awards/record';
import { decisionById, recipientById } from './awards/repository';
import { awardsHandlers } from './awards/service';
import { toFields as toEvent } from './events/record';
import { eventById } from './events/repository';
import { eventsHandlers } from './events/service';
import { extraValuesOf } from './members/extra/service';
import { toFields as toMember } from './members/record';
import { memberById } from './members/repository';
import { membersHandlers } from './members/service';
import { committeeById, postById } from './organisation/committees/repository';
import { orgUnit, profiles, terms } from './organisation/repository';
import { organisationHandlers } from './organisation/service';

type Values = Readonly<Record<string, unknown>>;

export interface Revert {
  /** The record's fields under the names of the log, and its version; undefined when it is gone. */
  read(ctx: Ctx, id: number): { version: number; fields: Values } | undefined;
  /** The operation that saves it, and what it is given. */
  operation: OperationName;
  input(record: { id: number; version: number; fields: Values }, field: string, value: unknown): Values;
}

const whole: Revert['input'] = ({ id, version, fields }, field, value) => ({
  ...fields,
  id,
  version,
  [field]: value,
});

/** A row whose columns are its fields. */
function plain<Row extends { version: number }>(
  operation: OperationName,
  find: (ctx: Ctx, id: number) => Row | undefined,
): Revert {
  return {
    operation,
    input: whole,
    read(ctx, id) {
      const row = find(ctx, id);
      if (!row) return undefined;
      const { version, ...fields } = row;
      return { version, fields };
    },
  };
}

const reverts: Readonly<Record<string, Revert>> = {
  member: {
    operation: 'members.update',
    read(ctx, id) {
      const row = memberById(ctx.db, id);
      if (!row || row.deleted_at !== null) return undefined;
      const own = Object.entries(extraValuesOf(ctx.db, [id]).get(id) ?? {}).map(([key, value]) => [
        `extra:${key}`,
        value,
      ]);
      return { version: row.version, fields: { ...toMember(row), ...Object.fromEntries(own) } };
    },
    input({ id, version, fields }, field, value) {
      const open = Object.fromEntries(Object.entries(fields).filter(([key]) => key in openFields));
      const extra = /^extra:(\d+)$/.exec(field)?.[1];
      return extra
        ? { ...open, id, version, extra: { [extra]: value } }
        : { ...open, id, version, [field]: value, change: { how: 'correct' } };
    },
  },
  event: {
    operation: 'events.update',
    input: whole,
    read(ctx, id) {
      const row = eventById(ctx.db, id);
      return row && row.deleted_at === null ? { version: row.version, fields: toEvent(row) } : undefined;
    },
  },
  award_decision: {
    operation: 'awards.update',
    input: whole,
    read(ctx, id) {
      const row = decisionById(ctx.db, id);
      return row && row.deleted_at === null ? { version: row.version, fields: toDecision(row) } : undefined;
    },
  },
  award_recipient: {
    operation: 'awards.updateRecipient',
    input: whole,
    read(ctx, id) {
      const row = recipientById(ctx.db, id);
      return row ? { version: row.version, fields: recipientFields(row) } : undefined;
    },
  },
  term: plain('organisation.saveTerm', (ctx, id) => terms(ctx.db).find((row) => row.id === id)),
  unit_profile: plain('organisation.saveProfile', (ctx, id) => profiles(ctx.db).find((row) => row.id === id)),
  committee: plain('organisation.saveCommittee', (ctx, id) => committeeById(ctx.db, id)),
  union_post: plain('organisation.savePost', (ctx, id) => postById(ctx.db, id)),
  org_unit: {
    ...plain('organisation.updateUnit', (ctx, id) => orgUnit(ctx.db, id)),
    input: ({ id, version, fields }, field, value) => {
      const { name, shortName, departmentId, leaderName, closedOn } = fields;
      return { name, shortName, departmentId, leaderName, closedOn, id, version, [field]: value };
    },
  },
};

/** True if the log offers to take such a field back. */
export const canRevert = (entity: string): boolean => Object.hasOwn(reverts, entity);

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Puts `field` back from `after` to `before`. Errors: NOT_FOUND for a record that is gone, REVERT_NONE when it is so
 * already, REVERT_CHANGED when it was changed again; and those of the area's own operation.
 */
export function revertField(
  ctx: Ctx,
  target: { entity: string; id: number; field: string; before: unknown; after: unknown },
): void {
  const revert = reverts[target.entity];
  const record = revert?.read(ctx, target.id);
  if (!revert || !record) throw new AppError('NOT_FOUND');
  const now = record.fields[target.field];
  if (same(now, target.before)) throw new AppError('REVERT_NONE');
  if (!same(now, target.after)) throw new AppError('REVERT_CHANGED');
  const { id, field, before } = target;
  save(ctx, revert.operation, revert.input({ id, ...record }, field, before ?? null));
}

/** Runs a command of an area as the window would: through its schema. */
function save(ctx: Ctx, operation: OperationName, values: Values): void {
  const handlers: Record<string, unknown> = {
    ...membersHandlers,
    ...organisationHandlers,
    ...eventsHandlers,
    ...awardsHandlers,
  };
  const read = (contract[operation].input as z.ZodType).safeParse(values);
  if (!read.success) throw new AppError('INVALID_INPUT');
  (handlers[operation] as (input: unknown, ctx: Ctx) => unknown)(read.data, ctx);
}
