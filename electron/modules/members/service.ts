/** Rules of the register of members (đoàn viên). */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { NO_CONDITIONS, toConditions } from './conditions';
import { importHandlers } from './import/service';
import { type MemberFields, searchEntry, toColumns, toFields, toRow } from './record';
import * as repo from './repository';
import { timeline } from './timeline';

function list(input: ParsedInputOf<'members.list'>, ctx: Ctx): OutputOf<'members.list'> {
  const { sort, descending, offset, limit, ...filter } = input;
  const conditions = toConditions(filter, ctx);
  const rows = repo.listMembers(ctx.db, conditions, { sort, descending, offset, limit }).map(toRow);
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
    fields: toFields(row),
    sameName: repo.sameNames(ctx.db, row.name_key, row.id),
  };
}

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
  refuseTaken(ctx, input, null);
  const columns = toColumns(input);
  const id = repo.insertMember(ctx.db, { ...columns, uid: uuid(), import_id: null }, ctx.now());
  repo.indexMember(ctx.db, searchEntry(id, columns));
  if (input.unionJoinDate !== null)
    repo.insertMovement(
      ctx.db,
      { memberId: id, kind: 'joined', onDate: input.unionJoinDate, from: null, to: null, reason: null },
      ctx.now(),
    );
  recordChange(ctx, { entity: 'member', entityId: id, action: 'create', after: input });
  ctx.undo('members.trash', { ids: [id] });
  return { id, version: 1 };
}

function update(input: ParsedInputOf<'members.update'>, ctx: Ctx): OutputOf<'members.update'> {
  const { id, version, ...fields } = input;
  const before = repo.memberById(ctx.db, id);
  if (!before || before.deleted_at !== null) throw new AppError('NOT_FOUND');
  refuseTaken(ctx, fields, id);
  saveMember(ctx, before, version, fields);
  ctx.undo('members.update', { id, version: version + 1, ...toFields(before) });
  return { id, version: version + 1 };
}

/** Writes a changed record with its index entry, movements and log row; shared by the form and the import. */
export function saveMember(ctx: Ctx, before: repo.ListedMember, version: number, fields: MemberFields): void {
  const columns = toColumns(fields);
  if (!repo.updateMember(ctx.db, { ...columns, id: before.id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  repo.indexMember(ctx.db, searchEntry(before.id, columns));
  for (const [kind, from, to] of [
    ['department', before.department_id, fields.departmentId],
    ['group', before.group_id, fields.groupId],
  ] as const) {
    if (from === to) continue;
    repo.insertMovement(
      ctx.db,
      {
        memberId: before.id,
        kind,
        onDate: ctx.today(),
        from: nameOf(ctx, from),
        to: nameOf(ctx, to),
        reason: null,
      },
      ctx.now(),
    );
  }
  recordChange(ctx, {
    entity: 'member',
    entityId: before.id,
    action: 'update',
    before: toFields(before),
    after: fields,
  });
}

function nameOf(ctx: Ctx, orgUnitId: number | null): string | null {
  return orgUnitId === null ? null : repo.orgUnitName(ctx.db, orgUnitId);
}

function setStatus(input: ParsedInputOf<'members.setStatus'>, ctx: Ctx): OutputOf<'members.setStatus'> {
  const before = repo.memberById(ctx.db, input.id);
  if (!before || before.deleted_at !== null) throw new AppError('NOT_FOUND');
  if (!repo.setStatus(ctx.db, input.id, input.version, input.status, input.statusDate, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  repo.insertMovement(
    ctx.db,
    {
      memberId: input.id,
      kind: 'status',
      onDate: input.statusDate ?? ctx.today(),
      from: before.status,
      to: input.status,
      reason: input.reason,
    },
    ctx.now(),
  );
  recordChange(ctx, {
    entity: 'member',
    entityId: input.id,
    action: 'update',
    before: { status: before.status, statusDate: before.status_date },
    after: { status: input.status, statusDate: input.statusDate, reason: input.reason },
  });
  ctx.undo('members.setStatus', {
    id: input.id,
    version: input.version + 1,
    status: before.status,
    statusDate: before.status_date,
  });
  return { id: input.id, version: input.version + 1 };
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
  for (const id of input.ids) {
    const row = repo.memberById(ctx.db, id);
    if (!row || row.deleted_at === null) continue;
    refuseTaken(ctx, toFields(row), id);
    repo.setDeleted(ctx.db, id, null);
    repo.indexMember(ctx.db, searchEntry(id, row));
    recordChange(ctx, { entity: 'member', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('members.trash', { ids: input.ids });
  return { count };
}

async function exportXlsx(
  input: ParsedInputOf<'members.exportXlsx'>,
  ctx: Ctx,
): Promise<OutputOf<'members.exportXlsx'>> {
  const { columns, ...filter } = input;
  const bytes = await ctx.jobs.run<Uint8Array>(
    'exportMembers',
    { conditions: toConditions(filter, ctx), columns, asOf: ctx.today() },
    { signal: ctx.job?.signal, progress: ctx.job?.progress },
  );
  const name = `Danh sách đoàn viên ${ctx.today().split('-').reverse().join('-')}.xlsx`;
  return ctx.files.put(name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes);
}

export const membersHandlers: HandlersOf<'members'> = {
  'members.list': list,
  'members.ids': memberIds,
  'members.counts': counts,
  'members.suggest': suggest,
  'members.get': get,
  'members.timeline': timeline,
  'members.create': create,
  'members.update': update,
  'members.setStatus': setStatus,
  'members.trash': trash,
  'members.restore': restore,
  'members.exportXlsx': exportXlsx,
  ...importHandlers,
};
