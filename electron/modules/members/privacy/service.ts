/**
 * Sensitive fields: off until the unit switches a group on with a purpose, masked when on, and shown only through
 * `members.reveal`, which writes who looked. Promise: the value of a masked field leaves the core in no other way.
 */
import { AppError } from '../../../../shared/contract/errors';
import {
  IDENTITY_FIELDS,
  MASKED_FIELDS,
  type MaskedField,
  SENSITIVE_FIELD_GROUPS,
  SENSITIVE_FIELDS,
  type SensitiveField,
  type SensitiveFieldGroup,
  sensitiveGroupOf,
} from '../../../../shared/domain/privateFields';
import { maySee, type PrivateGroup } from '../../../../shared/domain/roles';
import { recordChange } from '../../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { type MemberFields, toFields } from '../record';
import { memberById } from '../repository';
import { withdrawnOf } from './consentRepository';
import * as repo from './repository';

/** Who asks is looked at where it is known: a count of the store is nobody's. */
type Store = Pick<Ctx, 'db'> & Partial<Pick<Ctx, 'user'>>;
type Values = { readonly [field: string]: unknown };

/** Whether a group of private values is open to the role of the one who asks. */
export const openTo = ({ user }: Store, group: PrivateGroup): boolean =>
  user === undefined || maySee(user.role, group);

const IDENTITY: ReadonlySet<string> = new Set(IDENTITY_FIELDS);
const groupOf = (field: string): PrivateGroup | null =>
  IDENTITY.has(field) ? 'identity' : sensitiveGroupOf(field);

/** Whether each group is switched on, and open to who asks. */
export function groupState(ctx: Store): Record<SensitiveFieldGroup, boolean> {
  const on = new Set(repo.groupsOn(ctx.db));
  return Object.fromEntries(
    SENSITIVE_FIELD_GROUPS.map((group) => [group, on.has(group) && openTo(ctx, group)]),
  ) as Record<SensitiveFieldGroup, boolean>;
}

/** Whether each sensitive field is switched on. */
export function sensitiveState(ctx: Store): Record<SensitiveField, boolean> {
  const groups = groupState(ctx);
  return Object.fromEntries(
    SENSITIVE_FIELD_GROUPS.flatMap((group) => SENSITIVE_FIELDS[group].map((field) => [field, groups[group]])),
  ) as Record<SensitiveField, boolean>;
}

/**
 * Other names than those of private fields pass. Errors: FORBIDDEN for a field (or filter) that is not open to the role
 * of who asks, FIELD_OFF for one that is switched off.
 */
export function requireOn(ctx: Store, fields: readonly string[]): void {
  const closed = fields.find((field) => {
    const group = groupOf(field);
    return group !== null && !openTo(ctx, group);
  });
  if (closed) throw new AppError('FORBIDDEN', { fields: { [closed]: 'FORBIDDEN' } });
  const state = sensitiveState(ctx);
  const off = fields.find((field) => sensitiveGroupOf(field) !== null && !state[field as SensitiveField]);
  if (off) throw new AppError('FIELD_OFF', { fields: { [off]: 'FIELD_OFF' } });
}

/** Errors: FIELD_OFF when a change touches a field that is switched off. */
export function refuseOff(ctx: Store, before: Values, after: Values): void {
  const changed = Object.keys(after).filter(
    (field) => sensitiveGroupOf(field) !== null && (after[field] ?? null) !== (before[field] ?? null),
  );
  if (changed.length > 0) requireOn(ctx, changed);
}

/** The masked fields of a record that are in use, open to who asks, and have a value. */
export function heldFields(ctx: Store, fields: MemberFields, id: number): MaskedField[] {
  const state = sensitiveState(ctx);
  const withdrawn = new Set<string>(withdrawnOf(ctx.db, id));
  return MASKED_FIELDS.filter(
    (field) =>
      fields[field] !== null &&
      !withdrawn.has(sensitiveGroupOf(field) ?? '') &&
      (IDENTITY.has(field) ? openTo(ctx, 'identity') : state[field as SensitiveField]),
  );
}

function sensitive(input: ParsedInputOf<'members.sensitive'>, ctx: Ctx): OutputOf<'members.sensitive'> {
  const uses = repo.sensitiveUses(ctx.db);
  const stored = input.counts ? repo.storedCounts(ctx.db) : null;
  return {
    rows: SENSITIVE_FIELD_GROUPS.map((group) => {
      const history = uses.filter((use) => use.group === group);
      const last = history.at(-1);
      return {
        group,
        enabled: last?.enabled === 1 && openTo(ctx, group),
        purpose: last?.enabled === 1 ? last.purpose : null,
        since: last?.onDate ?? null,
        stored: stored?.[group] ?? null,
        history: history.map(({ at, enabled, purpose, actor }) => ({
          at,
          enabled: enabled === 1,
          purpose,
          actor,
        })),
      };
    }),
  };
}

function setSensitive(
  input: ParsedInputOf<'members.setSensitive'>,
  ctx: Ctx,
): OutputOf<'members.setSensitive'> {
  const { group, enabled, purpose } = input;
  if (enabled && purpose === null)
    throw new AppError('PURPOSE_REQUIRED', { fields: { purpose: 'PURPOSE_REQUIRED' } });
  const last = repo.sensitiveUses(ctx.db).findLast((use) => use.group === group);
  const before = { enabled: last?.enabled === 1, purpose: last?.enabled === 1 ? last.purpose : null };
  const after = { enabled, purpose: enabled ? purpose : null };
  const entityId = repo.insertUse(ctx.db, {
    group,
    ...after,
    onDate: ctx.today(),
    actor: ctx.user.name,
    now: ctx.now(),
  });
  recordChange(ctx, {
    entity: 'sensitive_use',
    entityId,
    action: 'update',
    before: { group, ...before },
    after: { group, ...after },
  });
  ctx.undo('members.setSensitive', { group, ...before });
  return { enabled };
}

/** Errors: CONSENT_WITHDRAWN for a field of a group the person no longer agrees to. */
function refuseWithdrawn(ctx: Ctx, id: number, fields: readonly string[]): void {
  const withdrawn = new Set<string>(withdrawnOf(ctx.db, id));
  const closed = fields.find((field) => withdrawn.has(sensitiveGroupOf(field) ?? ''));
  if (closed) throw new AppError('CONSENT_WITHDRAWN', { fields: { [closed]: 'CONSENT_WITHDRAWN' } });
}

function reveal(input: ParsedInputOf<'members.reveal'>, ctx: Ctx): OutputOf<'members.reveal'> {
  const row = memberById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  requireOn(ctx, input.fields);
  refuseWithdrawn(ctx, input.id, input.fields);
  const fields = toFields(row);
  recordChange(ctx, {
    entity: 'member',
    entityId: input.id,
    action: 'reveal',
    after: { fullName: row.full_name, fields: input.fields },
  });
  return { values: Object.fromEntries(input.fields.map((field) => [field, fields[field]])) };
}

type Own = 'members.sensitive' | 'members.setSensitive' | 'members.reveal';
export const privacyHandlers: Pick<HandlersOf<'members'>, Own> = {
  'members.sensitive': sensitive,
  'members.setSensitive': setSensitive,
  'members.reveal': reveal,
};
