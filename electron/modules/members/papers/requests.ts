/** What members ask about the data kept of them: requests with the day an answer is due, and the record as a file. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { addDays } from '../../../../shared/domain/dateMath';
import { formatDate } from '../../../../shared/domain/dates';
import { replyDueOn, requestDueOn } from '../../../../shared/domain/requestDeadlines';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { MemberRecordInput } from '../../../jobs/memberRecord';
import { announcedHolidays } from '../../settings/holidays/service';
import { memberById } from '../repository';
import { paperBase } from './lists';
import * as repo from './repository';

function refuseOrder(fields: repo.RequestFields): void {
  if (fields.repliedOn !== null && fields.repliedOn < fields.askedOn)
    throw new AppError('DATE_ORDER', { fields: { repliedOn: 'DATE_ORDER' } });
  if (fields.answeredOn !== null && fields.answeredOn < fields.askedOn)
    throw new AppError('DATE_ORDER', { fields: { answeredOn: 'DATE_ORDER' } });
}

export function listRequests(
  input: ParsedInputOf<'members.requests'>,
  ctx: Ctx,
): OutputOf<'members.requests'> {
  const { offset, limit, memberId, open } = input;
  const filter = { memberId, open: open ? 1 : 0 };
  const announced = announcedHolidays(ctx.db);
  return {
    total: repo.countRequests(ctx.db, filter),
    rows: repo
      .requests(ctx.db, { ...filter, offset, limit })
      .map((row) => ({ ...row, replyDueOn: replyDueOn(row.askedOn, announced) })),
  };
}

/** How many requests wait past their day, and how many within a week of it. */
export const requestsDue = (ctx: Pick<Ctx, 'db' | 'today'>): { overdue: number; soon: number } =>
  repo.requestsDue(ctx.db, ctx.today(), addDays(ctx.today(), 7));

export function addRequest(
  input: ParsedInputOf<'members.addRequest'>,
  ctx: Ctx,
): OutputOf<'members.addRequest'> {
  const id = writeRequest(ctx, input);
  ctx.undo('members.trashRequests', { ids: [id] });
  return { id, version: 1 };
}

/** Writes a request down; answers its id. */
export function writeRequest(ctx: Ctx, input: ParsedInputOf<'members.addRequest'>): number {
  const member = memberById(ctx.db, input.memberId);
  if (!member) throw new AppError('NOT_FOUND');
  refuseOrder(input);
  const { memberId, ...fields } = input;
  const row = {
    ...fields,
    memberId,
    dueOn: requestDueOn(fields.kind, fields.askedOn, announcedHolidays(ctx.db), fields),
  };
  const id = repo.insertRequest(ctx.db, { ...row, uid: uuid(), now: ctx.now() });
  recordChange(ctx, { entity: 'member_request', entityId: id, action: 'create', after: row });
  return id;
}

const fieldsOf = (row: repo.RequestRow): repo.RequestFields => {
  const { kind, askedBy, askedOn, thirdParty, extraDays, repliedOn, answeredOn, answerNo, answer, note } =
    row;
  return { kind, askedBy, askedOn, thirdParty, extraDays, repliedOn, answeredOn, answerNo, answer, note };
};

function saveRequest(ctx: Ctx, before: repo.RequestRow, version: number, fields: repo.RequestFields): void {
  refuseOrder(fields);
  const row = {
    ...fields,
    id: before.id,
    version,
    dueOn: requestDueOn(fields.kind, fields.askedOn, announcedHolidays(ctx.db), fields),
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

/** Moves requests to the trash with the work that undoes them. */
export function setRequestsDeleted(ctx: Ctx, ids: readonly number[]): void {
  for (const id of ids) setDeleted(ctx, id, ctx.now());
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
  zip: 'application/zip',
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
    dataDir: ctx.paths.data,
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
    if (
      now &&
      (now.kind === 'copy' || now.kind === 'see') &&
      now.answeredOn === null &&
      now.askedOn <= ctx.today()
    )
      saveRequest(ctx, now, now.version, { ...fieldsOf(now), answeredOn: ctx.today() });
  });
  const name = `Phiếu thông tin ${member.full_name} ${formatDate(ctx.today()).replace(/\//g, '-')}.${format}`;
  return ctx.files.put(name, MIMES[format], bytes);
}
