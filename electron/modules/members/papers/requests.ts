/** What members ask about the data kept of them: requests with the day an answer is due, and the record as a file. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { formatDate } from '../../../../shared/domain/dates';
import { requestDueOn } from '../../../../shared/domain/requestDeadlines';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { MemberRecordInput } from '../../../jobs/memberRecord';
import { announcedHolidays } from '../../settings/holidays/service';
import { memberById } from '../repository';
import { paperBase } from './lists';
import * as repo from './repository';

function refuseOrder(fields: repo.RequestFields): void {
  if (fields.answeredOn !== null && fields.answeredOn < fields.askedOn)
    throw new AppError('DATE_ORDER', { fields: { answeredOn: 'DATE_ORDER' } });
}

export function listRequests(
  input: ParsedInputOf<'members.requests'>,
  ctx: Ctx,
): OutputOf<'members.requests'> {
  const { offset, limit, memberId, open } = input;
  const filter = { memberId, open: open ? 1 : 0 };
  return {
    total: repo.countRequests(ctx.db, filter),
    rows: repo.requests(ctx.db, { ...filter, offset, limit }),
  };
}

export function addRequest(
  input: ParsedInputOf<'members.addRequest'>,
  ctx: Ctx,
): OutputOf<'members.addRequest'> {
  const member = memberById(ctx.db, input.memberId);
  if (!member) throw new AppError('NOT_FOUND');
  refuseOrder(input);
  const { memberId, ...fields } = input;
  const row = {
    ...fields,
    memberId,
    dueOn: requestDueOn(fields.kind, fields.askedOn, announcedHolidays(ctx.db)),
  };
  const id = repo.insertRequest(ctx.db, { ...row, uid: uuid(), now: ctx.now() });
  recordChange(ctx, { entity: 'member_request', entityId: id, action: 'create', after: row });
  ctx.undo('members.trashRequests', { ids: [id] });
  return { id, version: 1 };
}

const fieldsOf = ({
  kind,
  askedBy,
  askedOn,
  answeredOn,
  answer,
  note,
}: repo.RequestRow): repo.RequestFields => ({
  kind,
  askedBy,
  askedOn,
  answeredOn,
  answer,
  note,
});

function saveRequest(ctx: Ctx, before: repo.RequestRow, version: number, fields: repo.RequestFields): void {
  refuseOrder(fields);
  const row = {
    ...fields,
    id: before.id,
    version,
    dueOn: requestDueOn(fields.kind, fields.askedOn, announcedHolidays(ctx.db)),
    now: ctx.now(),
  };
  if (!repo.updateRequest(ctx.db, row)) throw new AppError('VERSION_CONFLICT');
  const { memberId } = before;
  recordChange(ctx, {
    entity: 'member_request',
    entityId: before.id,
    action: 'update',
    before: { memberId, ...fieldsOf(before) },
    after: { memberId, ...fields },
  });
}

export function updateRequest(
  input: ParsedInputOf<'members.updateRequest'>,
  ctx: Ctx,
): OutputOf<'members.updateRequest'> {
  const { id, version, ...fields } = input;
  const before = repo.requestById(ctx.db, id);
  if (!before || before.deletedAt !== null) throw new AppError('NOT_FOUND');
  saveRequest(ctx, before, version, fields);
  ctx.undo('members.updateRequest', { id, version: version + 1, ...fieldsOf(before) });
  return { id, version: version + 1 };
}

function setDeleted(ctx: Ctx, id: number, at: string | null): boolean {
  const row = repo.requestById(ctx.db, id);
  if (!row) throw new AppError('NOT_FOUND');
  if (!repo.setRequestDeleted(ctx.db, id, at)) return false;
  recordChange(ctx, {
    entity: 'member_request',
    entityId: id,
    action: at === null ? 'restore' : 'trash',
    before: { memberId: row.memberId, ...fieldsOf(row) },
  });
  return true;
}

export function trashRequests(
  input: ParsedInputOf<'members.trashRequests'>,
  ctx: Ctx,
): OutputOf<'members.trashRequests'> {
  for (const id of input.ids) if (!setDeleted(ctx, id, ctx.now())) throw new AppError('NOT_FOUND');
  ctx.undo('members.restoreRequests', { ids: input.ids });
  return { count: input.ids.length };
}

export function restoreRequests(
  input: ParsedInputOf<'members.restoreRequests'>,
  ctx: Ctx,
): OutputOf<'members.restoreRequests'> {
  const restored = input.ids.filter((id) => repo.requestById(ctx.db, id) && setDeleted(ctx, id, null));
  if (restored.length > 0) ctx.undo('members.trashRequests', { ids: restored });
  return { count: restored.length };
}

const MIMES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;

/** The whole record as a file; an open request for a copy counts as answered the same day. */
export async function recordFile(
  input: ParsedInputOf<'members.recordFile'>,
  ctx: Ctx,
): Promise<OutputOf<'members.recordFile'>> {
  const { id, format, requestId } = input;
  const member = memberById(ctx.db, id);
  const request = requestId === null ? undefined : repo.requestById(ctx.db, requestId);
  if (!member || (requestId !== null && (request?.memberId !== id || request.deletedAt !== null)))
    throw new AppError('NOT_FOUND');
  const job: MemberRecordInput = {
    ...paperBase(ctx, ctx.today()),
    id,
    format,
    name: member.full_name,
    request: request ? { askedBy: request.askedBy, askedOn: request.askedOn } : null,
  };
  const bytes = await ctx.jobs.run<Uint8Array>('memberRecord', job, { signal: ctx.job?.signal });
  ctx.write(() => {
    recordChange(ctx, {
      entity: 'member',
      entityId: id,
      action: 'export',
      after: { fullName: member.full_name, paper: 'record', format, requestId },
    });
    const now = requestId === null ? undefined : repo.requestById(ctx.db, requestId);
    if (now && now.kind === 'copy' && now.answeredOn === null && now.askedOn <= ctx.today())
      saveRequest(ctx, now, now.version, { ...fieldsOf(now), answeredOn: ctx.today() });
  });
  const name = `Phiếu thông tin ${member.full_name} ${formatDate(ctx.today()).replace(/\//g, '-')}.${format}`;
  return ctx.files.put(name, MIMES[format], bytes);
}
