/**
 * Changing many people at once (sửa hàng loạt): judged first, then written in one transaction as a batch that can be
 * taken back as a whole. Taking back touches only what the batch wrote: a value somebody changed since stays.
 */
import { AppError } from '../../../../shared/contract/errors';
import { MEMBER_STATUSES } from '../../../../shared/contract/memberFilter';
import { memberFields } from '../../../../shared/contract/members';
import { type BulkField, DATED_FIELDS } from '../../../../shared/contract/memberViews';
import { MASKED_FIELDS } from '../../../../shared/domain/privateFields';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { checkExtra, extraValuesOf } from '../extra/service';
import { type Move, recordMoves, restoreMoves, revertMoves } from '../history/service';
import { recordStatuses } from '../history/statuses';
import { requireOn } from '../privacy/service';
import { type MemberFields, toFields } from '../record';
import type { ListedMember, MemberStatus } from '../repository';
import { saveMember } from '../service';
import * as repo from './bulkRepository';
import { isLiveUnit } from './repository';

type Input = ParsedInputOf<'members.bulkUpdate'>;
type Value = string | number | boolean | null;
type Values = Record<string, Value>;
type Refusal = 'trashed' | 'gone';

interface Judged {
  id: number;
  member: ListedMember | null;
  before: Values;
  after: Values;
  refusal: Refusal | null;
}

const isDated = (field: string): boolean => (DATED_FIELDS as readonly string[]).includes(field);
const isStatus = (value: unknown): value is MemberStatus =>
  (MEMBER_STATUSES as readonly unknown[]).includes(value);
const isExtra = (field: string): boolean => field.startsWith('extra:');

/** The values asked for, read as the form reads them. Errors: INVALID_INPUT, DATE_INVALID, FIELD_OFF, NOT_FOUND. */
function readChanges(ctx: Ctx, input: Input): Values {
  const wanted: Values = {};
  for (const [at, { field, value }] of input.changes.entries()) {
    const path = `changes.${at}.value`;
    if (isExtra(field)) {
      wanted[field] = value;
      continue;
    }
    if (field === 'status') {
      if (!isStatus(value)) throw new AppError('INVALID_INPUT', { fields: { [path]: 'INVALID_INPUT' } });
      wanted.status = value;
      continue;
    }
    const read = memberFields[field as Exclude<BulkField, 'status'>].safeParse(value);
    if (!read.success) {
      const dated = read.error.issues.some((issue) => issue.message === 'DATE_INVALID');
      const code = dated ? 'DATE_INVALID' : 'INVALID_INPUT';
      throw new AppError(code, { fields: { [path]: code } });
    }
    wanted[field] = read.data as Value;
    const kind = field === 'departmentId' ? 'department' : field === 'groupId' ? 'group' : null;
    if (kind && read.data !== null && !isLiveUnit(ctx.db, read.data as number, kind))
      throw new AppError('NOT_FOUND', { fields: { [path]: 'NOT_FOUND' } });
  }
  requireOn(ctx, Object.keys(wanted));
  for (const [id, value] of Object.entries(checkExtra(ctx.db, extrasIn(wanted))))
    wanted[`extra:${id}`] = value;
  return wanted;
}

/** Values of the unit's own fields by field id. */
function extrasIn(values: Values): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([field]) => isExtra(field))
      .map(([field, value]) => [field.slice(6), value as string | number | null]),
  );
}

function judge(ctx: Ctx, ids: readonly number[], wanted: Values): Judged[] {
  const found = repo.membersById(ctx.db, [...new Set(ids)]);
  const extras = Object.keys(wanted).some(isExtra)
    ? extraValuesOf(
        ctx.db,
        found.map((member) => member.id),
      )
    : new Map<number, Record<string, string | number>>();
  const judged = found.map((member): Judged => {
    const fields: Values = { ...(toFields(member) as unknown as Values), status: member.status };
    const own = extras.get(member.id) ?? {};
    const differing = Object.entries(wanted).filter(
      ([field, value]) => (isExtra(field) ? (own[field.slice(6)] ?? null) : fields[field]) !== value,
    );
    const before = Object.fromEntries(
      differing.map(([field]) => [
        field,
        isExtra(field) ? (own[field.slice(6)] ?? null) : (fields[field] ?? null),
      ]),
    );
    return {
      id: member.id,
      member,
      before,
      after: Object.fromEntries(differing),
      refusal: member.deleted_at === null ? null : 'trashed',
    };
  });
  const known = new Set(found.map((member) => member.id));
  for (const id of new Set(ids))
    if (!known.has(id)) judged.push({ id, member: null, before: {}, after: {}, refusal: 'gone' });
  return judged;
}

const kindOf = (one: Judged): 'changed' | 'same' | 'refused' =>
  one.refusal ? 'refused' : Object.keys(one.after).length > 0 ? 'changed' : 'same';

function sums(judged: readonly Judged[]) {
  const count = (kind: string) => judged.filter((one) => kindOf(one) === kind).length;
  return { changed: count('changed'), same: count('same'), refused: count('refused') };
}

function bulkPreview(input: ParsedInputOf<'members.bulkPreview'>, ctx: Ctx): OutputOf<'members.bulkPreview'> {
  const judged = judge(ctx, input.ids, readChanges(ctx, input));
  const shown = judged.filter((one) => kindOf(one) === input.show);
  const page = shown.slice(input.offset, input.offset + input.limit);
  const names = placeNames(ctx, page);
  const inWords = (field: string, value: Value): Value =>
    (field === 'departmentId' || field === 'groupId') && typeof value === 'number'
      ? (names.get(value) ?? null)
      : value;
  return {
    ...sums(judged),
    total: shown.length,
    rows: page.map((one) => ({
      id: one.id,
      fullName: one.member?.full_name ?? `#${one.id}`,
      givenName: one.member?.given_name ?? '',
      department: one.member?.department ?? null,
      values: Object.keys(one.after).map((field) => {
        const masked = (MASKED_FIELDS as readonly string[]).includes(field) && one.before[field] !== null;
        return {
          field,
          before: masked ? null : inWords(field, one.before[field] ?? null),
          after: inWords(field, one.after[field] ?? null),
          masked,
        };
      }),
      refusal: one.refusal,
    })),
  };
}

function placeNames(ctx: Ctx, page: readonly Judged[]): Map<number, string> {
  const ids = page.flatMap((one) =>
    ['departmentId', 'groupId'].flatMap((field) => [one.before[field], one.after[field]]),
  );
  return repo.unitNames(ctx.db, [...new Set(ids.filter((id): id is number => typeof id === 'number'))]);
}

function bulkUpdate(input: Input, ctx: Ctx): OutputOf<'members.bulkUpdate'> {
  const judged = judge(ctx, input.ids, readChanges(ctx, input));
  const changed = judged.filter((one) => kindOf(one) === 'changed');
  if (changed.length === 0) return { bulkId: null, ...sums(judged) };
  const fields = [...new Set(changed.flatMap((one) => Object.keys(one.after)))];
  const bulkId = repo.insertBulk(ctx.db, {
    actor: ctx.user.name,
    fields: JSON.stringify(fields),
    onDate: input.onDate,
    now: ctx.now(),
  });
  for (const one of changed) repo.insertBulkRow(ctx.db, bulkId, one.id, one.before, one.after);
  writePlain(ctx, changed);
  repo.setMovesBatch(ctx.db, bulkId, move(ctx, changed, input));
  recordChange(ctx, {
    entity: 'bulk_change',
    entityId: bulkId,
    action: 'update',
    after: { fields, people: changed.length, onDate: input.onDate },
  });
  ctx.undo('members.bulkRevert', { bulkId });
  return { bulkId, ...sums(judged) };
}

type When = Pick<Input, 'onDate' | 'decisionNo' | 'decisionDate' | 'reason' | 'place'>;
type Wanted = Pick<Judged, 'member' | 'after'>;

/** Fields without a date, through the record's own saving. */
function writePlain(ctx: Ctx, people: readonly Wanted[]): void {
  for (const { member, after } of people) {
    const direct = Object.entries(after).filter(([field]) => !isDated(field));
    if (!member || direct.length === 0) continue;
    const plain = direct.filter(([field]) => !isExtra(field));
    const fields = { ...toFields(member), ...Object.fromEntries(plain) } as MemberFields;
    saveMember(ctx, member, member.version, fields, { extra: extrasIn(after) });
  }
}

const KIND = {
  departmentId: 'department',
  groupId: 'group',
  jobTitle: 'jobTitle',
  position: 'position',
  contractType: 'contractType',
} as const satisfies Record<Exclude<(typeof DATED_FIELDS)[number], 'status'>, Move['kind']>;
type MovedField = keyof typeof KIND;
const MOVED_FIELDS = Object.keys(KIND) as MovedField[];

/** The dated fields as facts of one batch; null when there are none. */
function move(ctx: Ctx, people: readonly Judged[], when: When): number | null {
  const { decisionNo, decisionDate, reason } = when;
  const moves = people.flatMap(({ id, after }) =>
    MOVED_FIELDS.filter((field) => field in after).map(
      (field): Move => ({
        memberId: id,
        kind: KIND[field],
        to: after[field] as string | number | null,
        onDate: when.onDate ?? ctx.today(),
        decisionNo,
        decisionDate,
        reason,
      }),
    ),
  );
  const batch = moves.length > 0 ? recordMoves(ctx, moves).batchId : null;
  const statuses = people.flatMap(({ id, member, after: { status } }) =>
    member && isStatus(status) ? [{ memberId: id, before: member.status, status }] : [],
  );
  if (statuses.length === 0) return batch;
  const { place } = when;
  const why = { onDate: when.onDate ?? ctx.today(), place, decisionNo, decisionDate, reason };
  return recordStatuses(
    ctx,
    statuses.map((change) => ({ ...change, ...why })),
    batch,
  );
}

function bulkRevert(input: ParsedInputOf<'members.bulkRevert'>, ctx: Ctx): OutputOf<'members.bulkRevert'> {
  const bulk = repo.bulkById(ctx.db, input.bulkId);
  if (!bulk) throw new AppError('NOT_FOUND');
  if ((bulk.undone_at === null) === input.again) throw new AppError('CLOSED');
  const rows = repo.bulkRows(ctx.db, bulk.id);
  const wanted = rows.map((row) => ({
    memberId: row.memberId,
    is: (input.again ? row.before : row.after) as Values,
    to: (input.again ? row.after : row.before) as Values,
  }));
  const settled = settle(ctx, wanted);
  writePlain(ctx, settled.people);
  if (bulk.moves_batch !== null) (input.again ? restoreMoves : revertMoves)(ctx, bulk.moves_batch);
  repo.setUndone(ctx.db, bulk.id, input.again ? null : ctx.now());
  recordChange(ctx, {
    entity: 'bulk_change',
    entityId: bulk.id,
    action: input.again ? 'update' : 'restore',
    after: { people: rows.length - settled.kept },
  });
  ctx.undo('members.bulkRevert', { bulkId: bulk.id, again: !input.again });
  return { reverted: rows.length - settled.kept, kept: settled.kept };
}

/** Of each person the fields that still are as the batch left them, with what they become. */
function settle(ctx: Ctx, wanted: readonly { memberId: number; is: Values; to: Values }[]) {
  const ids = wanted.map((one) => one.memberId);
  const members = new Map(repo.membersById(ctx.db, ids).map((member) => [member.id, member]));
  const extras = extraValuesOf(ctx.db, ids);
  let kept = 0;
  const people: Wanted[] = [];
  for (const { memberId, is, to } of wanted) {
    const member = members.get(memberId);
    if (!member || member.deleted_at !== null) {
      kept++;
      continue;
    }
    const fields = toFields(member) as unknown as Values;
    const now = (field: string): Value =>
      isExtra(field) ? (extras.get(memberId)?.[field.slice(6)] ?? null) : (fields[field] ?? null);
    const plain = Object.keys(to).filter((field) => !isDated(field));
    const free = plain.filter((field) => now(field) === is[field]);
    if (free.length < plain.length) kept++;
    people.push({ member, after: Object.fromEntries(free.map((field) => [field, to[field] ?? null])) });
  }
  return { people, kept };
}

function bulkChanges(input: ParsedInputOf<'members.bulkChanges'>, ctx: Ctx): OutputOf<'members.bulkChanges'> {
  return {
    rows: repo.lastBulks(ctx.db, input.limit).map((row) => ({
      id: row.id,
      at: row.at,
      actor: row.actor,
      fields: JSON.parse(row.fields_json) as string[],
      people: row.people,
      undone: row.undone_at !== null,
    })),
  };
}

export const bulkHandlers = {
  'members.bulkPreview': bulkPreview,
  'members.bulkUpdate': bulkUpdate,
  'members.bulkRevert': bulkRevert,
  'members.bulkChanges': bulkChanges,
};
