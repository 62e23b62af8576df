/** Rules of the register of members (đoàn viên). */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { MASKED_FIELDS, sensitiveGroupOf } from '../../../shared/domain/privateFields';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { postsHeld } from '../organisation/committees/service';
import { NO_CONDITIONS, toConditions } from './conditions';
import { type ExtraInput, extraHandlers, extraValuesOf, writeExtra } from './extra/service';
import { familyHandlers } from './family/service';
import { historyHandlers } from './history/handlers';
import { type DatedChange, follow, leaveClosedParts, recordFormChanges } from './history/service';
import { importHandlers } from './import/service';
import { mergedInto } from './merge/repository';
import { mergeHandlers } from './merge/service';
import { papersHandlers } from './papers/service';
import { consentHandlers } from './privacy/consents';
import { photoHandlers } from './privacy/photos';
import { heldFields, privacyHandlers, refuseOff, sensitiveState } from './privacy/service';
import { type MemberFields, searchEntry, toColumns, toFields, toRow } from './record';
import * as repo from './repository';
import { timeline } from './timeline';
import { viewHandlers } from './views/service';

export type { ConditionField } from './views/conditionSources';

function list(input: ParsedInputOf<'members.list'>, ctx: Ctx): OutputOf<'members.list'> {
  const { sort, descending, offset, limit, ...filter } = input;
  const conditions = toConditions(filter, ctx);
  const found = repo.listMembers(ctx.db, conditions, { sort, descending, offset, limit });
  const ids = found.map((row) => row.id);
  const extra = extraValuesOf(ctx.db, ids);
  const posts = postsHeld(ctx, ids, filter.asOf ?? ctx.today());
  const rows = found.map((row) => ({
    ...toRow(row, extra.get(row.id) ?? {}),
    unionPosition: posts.get(row.id) ?? row.union_position,
  }));
  const whole = offset === 0 && rows.length < limit;
  return { total: whole ? rows.length : repo.countMembers(ctx.db, conditions), rows };
}

function memberIds(input: ParsedInputOf<'members.ids'>, ctx: Ctx): OutputOf<'members.ids'> {
  return { ids: repo.memberIds(ctx.db, toConditions(input, ctx)) };
}

function counts(_: ParsedInputOf<'members.counts'>, ctx: Ctx): OutputOf<'members.counts'> {
  const rows = repo.statusCounts(ctx.db);
  const byStatus = Object.fromEntries(rows.map((row) => [row.status, row.n]));
  return { active: byStatus.active ?? 0, byStatus, withoutCard: repo.countWithoutCard(ctx.db) };
}

function suggest(input: ParsedInputOf<'members.suggest'>, ctx: Ctx): OutputOf<'members.suggest'> {
  const conditions = toConditions(
    {
      ...NO_CONDITIONS,
      search: input.search,
      departmentIds: input.departmentId === null ? [] : [input.departmentId],
      statuses: ['active'],
    },
    ctx,
  );
  const rows = repo.listMembers(ctx.db, conditions, {
    sort: 'name',
    descending: false,
    offset: 0,
    limit: input.limit,
  });
  return {
    rows: rows.map((r) => ({
      id: r.id,
      fullName: r.full_name,
      birthDate: r.birth_date,
      department: r.department,
      jobTitle: r.job_title,
    })),
  };
}

function get(input: ParsedInputOf<'members.get'>, ctx: Ctx): OutputOf<'members.get'> {
  const row = repo.memberById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  const fields = toFields(row);
  return {
    id: row.id,
    version: row.version,
    uid: row.uid,
    status: row.status,
    statusDate: row.status_date,
    deletedAt: row.deleted_at,
    givenName: row.given_name,
    department: row.department,
    group: row.group_name,
    unionPosts: postsHeld(ctx, [row.id], ctx.today()).get(row.id) ?? null,
    fields: openFieldsOf(fields),
    held: heldFields(ctx, fields, row.id),
    extra: extraValuesOf(ctx.db, [row.id]).get(row.id) ?? {},
    sameName: repo.sameNames(ctx.db, row.name_key, row.id),
  };
}

/** What may be read of a record without revealing. */
function openFieldsOf(fields: MemberFields): OutputOf<'members.get'>['fields'] {
  return Object.fromEntries(
    Object.entries(fields).filter(([key]) => !MASKED_FIELDS.includes(key as never)),
  ) as OutputOf<'members.get'>['fields'];
}

/** The values of own fields as the change log keeps them: `extra:ID`. */
const logged = (values: ExtraInput) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [`extra:${id}`, value]));

function refuseTaken(ctx: Ctx, fields: MemberFields, exceptId: number | null): void {
  for (const [column, field, code] of [
    ['card_no', 'cardNo', 'CARD_TAKEN'],
    ['id_number', 'idNumber', 'ID_TAKEN'],
  ] as const) {
    const value = fields[field];
    const owner = value === null ? undefined : repo.ownerOf(ctx.db, column, value, exceptId);
    if (owner)
      throw new AppError(code, {
        fields: { [field]: code },
        details: {
          value: value ?? '',
          name: owner.full_name,
          year: owner.birth_date?.slice(0, 4) ?? '—',
          memberId: owner.id,
        },
      });
  }
}

function create(input: ParsedInputOf<'members.create'>, ctx: Ctx): OutputOf<'members.create'> {
  const { extra, ...fields } = input;
  refuseOff(ctx, {}, fields);
  refuseTaken(ctx, fields, null);
  const columns = toColumns(fields);
  const id = repo.insertMember(ctx.db, { ...columns, uid: uuid(), import_id: null }, ctx.now());
  repo.indexMember(ctx.db, searchEntry(id, columns));
  const values = writeExtra(ctx, id, extra);
  recordChange(ctx, {
    entity: 'member',
    entityId: id,
    action: 'create',
    after: { ...fields, ...logged(values.after) },
  });
  ctx.undo('members.trash', { ids: [id] });
  return { id, version: 1 };
}

function update(input: ParsedInputOf<'members.update'>, ctx: Ctx): OutputOf<'members.update'> {
  const { id, version, extra, change, ...given } = input;
  const before = repo.memberById(ctx.db, id);
  if (!before || before.deleted_at !== null) throw new AppError('NOT_FOUND');
  const was = toFields(before);
  const wanted = writable(ctx, given);
  const fields = { ...was, ...wanted };
  refuseTaken(ctx, fields, id);
  const { changeId, batchId } = saveMember(ctx, before, version, fields, { extra, change });
  const again = change?.how === 'revert';
  ctx.undo('members.revertUpdate', { id, version: version + 1, changeId, batchId, again });
  return { id, version: version + 1 };
}

function revertUpdate(
  input: ParsedInputOf<'members.revertUpdate'>,
  ctx: Ctx,
): OutputOf<'members.revertUpdate'> {
  const { id, version, batchId, again } = input;
  const member = repo.memberById(ctx.db, id);
  const saved = repo.savedChange(ctx.db, id, input.changeId);
  if (!member || member.deleted_at !== null || !saved) throw new AppError('NOT_FOUND');
  const { held, extra } = changedValues(saved);
  const now = toFields(member);
  const fields = { ...now, ...writable(ctx, held) };
  refuseTaken(ctx, fields, id);
  const change: DatedChange | null = batchId === null ? null : { how: again ? 'restore' : 'revert', batchId };
  const { changeId } = saveMember(ctx, member, version, fields, { extra, change });
  ctx.undo('members.revertUpdate', { id, version: version + 1, changeId, batchId, again: !again });
  return { id, version: version + 1 };
}

/** What the fields a change differs in were before it; those of the unit's own by their ids. */
function changedValues(saved: { before: string; after: string }) {
  const before = JSON.parse(saved.before) as Record<string, unknown>;
  const after = JSON.parse(saved.after) as Record<string, unknown>;
  const differing = Object.entries(before).filter(([key, value]) => value !== (after[key] ?? null));
  const own = differing.filter(([key]) => key.startsWith('extra:'));
  return {
    held: Object.fromEntries(differing.filter((one) => !own.includes(one))) as Partial<MemberFields>,
    extra: Object.fromEntries(own.map(([key, value]) => [key.slice('extra:'.length), value])) as ExtraInput,
  };
}

/** What a form sends without the fields that were left out, and without empty ones that are switched off. */
function writable(ctx: Ctx, given: Partial<MemberFields>): Partial<MemberFields> {
  const state: Record<string, boolean> = sensitiveState(ctx);
  const hidden = (key: string) => sensitiveGroupOf(key) !== null && !state[key];
  return Object.fromEntries(
    Object.entries(given).filter(([key, value]) => value !== undefined && !(value === null && hidden(key))),
  );
}

/** What a change of a member brings besides its fields. */
export interface SaveMore {
  /** Values of the unit's own fields; those left out stay. */
  extra?: ExtraInput;
  /** How a change of department, group, job … is meant; from today unless told. */
  change?: DatedChange | null | undefined;
}

/**
 * Writes a changed record with its index entry, movements and log row; shared by the form, the import and changes of
 * many. Answers what changed values of own fields were, the batch of dated facts it wrote (`revertMoves` takes it
 * back; null when nothing dated changed) and the row of the change log. Errors: VERSION_CONFLICT, FIELD_OFF for a change of a field
 * that is switched off, INVALID_INPUT for a value an own field cannot hold.
 */
export function saveMember(
  ctx: Ctx,
  before: repo.ListedMember,
  version: number,
  fields: MemberFields,
  more: SaveMore = {},
): { extraBefore: ExtraInput; batchId: number | null; changeId: number } {
  const was = toFields(before);
  refuseOff(ctx, was, fields);
  const columns = toColumns(fields);
  const batchId = recordFormChanges(ctx, before, fields, more.change);
  // Dated facts may have changed the stored row already.
  const stored = batchId === null ? before : null;
  if (!repo.updateMember(ctx.db, { ...columns, id: before.id, version }, ctx.now(), stored))
    throw new AppError('VERSION_CONFLICT');
  repo.indexMember(ctx.db, searchEntry(before.id, columns));
  if (batchId !== null) follow(ctx, [before.id]);
  const extra = writeExtra(ctx, before.id, more.extra ?? {});
  const changeId = recordChange(ctx, {
    entity: 'member',
    entityId: before.id,
    action: 'update',
    before: { ...was, ...logged(extra.before) },
    after: { ...fields, ...logged(extra.after) },
  });
  return { extraBefore: extra.before, batchId, changeId };
}

function trash(input: ParsedInputOf<'members.trash'>, ctx: Ctx): OutputOf<'members.trash'> {
  for (const id of input.ids) {
    const before = repo.memberById(ctx.db, id);
    if (!before || !repo.setDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    repo.unindexMember(ctx.db, id);
    recordChange(ctx, { entity: 'member', entityId: id, action: 'trash', before: toFields(before) });
  }
  ctx.undo('members.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'members.restore'>, ctx: Ctx): OutputOf<'members.restore'> {
  let count = 0;
  let placeless = 0;
  for (const id of input.ids) {
    const row = repo.memberById(ctx.db, id);
    if (!row || row.deleted_at === null || mergedInto(ctx.db, id) !== null) continue;
    refuseTaken(ctx, toFields(row), id);
    repo.setDeleted(ctx.db, id, null);
    repo.indexMember(ctx.db, searchEntry(id, row));
    recordChange(ctx, { entity: 'member', entityId: id, action: 'restore' });
    if (leaveClosedParts(ctx, id)) placeless++;
    count++;
  }
  ctx.undo('members.trash', { ids: input.ids });
  return { count, placeless };
}

/** Words after a sign ("H’Hen") were not in indexes of older versions: those names are indexed once more. */
export function renewIndex(db: Ctx['db']): void {
  if (repo.indexIsLost(db))
    db.immediate(() => {
      for (const row of repo.everybodyLive(db)) repo.indexMember(db, searchEntry(row.id, row));
    });
  if (!repo.indexIsOld(db)) return;
  db.immediate(() => {
    for (const row of repo.signedNames(db)) repo.indexMember(db, searchEntry(row.id, row));
    repo.indexRenewed(db);
  });
}

export { requestsDue } from './papers/requests';

export const membersHandlers: HandlersOf<'members'> = {
  'members.list': list,
  'members.ids': memberIds,
  'members.counts': counts,
  'members.suggest': suggest,
  'members.get': get,
  'members.timeline': timeline,
  'members.create': create,
  'members.update': update,
  'members.revertUpdate': revertUpdate,
  'members.trash': trash,
  'members.restore': restore,
  ...historyHandlers,
  ...importHandlers,
  ...papersHandlers,
  ...familyHandlers,
  ...mergeHandlers,
  ...privacyHandlers,
  ...consentHandlers,
  ...photoHandlers,
  ...extraHandlers,
  ...viewHandlers,
};
