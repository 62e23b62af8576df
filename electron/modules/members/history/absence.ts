/** Absence as dated records: sick, maternity, unpaid, study, other. Gates read the days (cases.md section 3, row 14). */
import { AppError } from '../../../../shared/contract/errors';
import type { Announced } from '../../../../shared/domain/holidays';
import { workingDays } from '../../../../shared/domain/workingDays';
import { recordChange } from '../../../db/audit';
import type { Db } from '../../../db/database';
import { setDeletedAt } from '../../../db/trash';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { announcedHolidays } from '../../settings/holidays/service';
import { memberById } from '../repository';
import * as repo from './absenceRepository';

const earlier = (a: string, b: string) => (a < b ? a : b);
const later = (a: string, b: string) => (a > b ? a : b);

/**
 * Working days of an absence that fall between two days: as typed when the whole absence does, else its share of the
 * typed days by counted ones. An open absence lasts until `until`.
 */
export function daysWithin(
  row: Pick<repo.AbsenceRecord, 'fromDate' | 'toDate' | 'days'>,
  from: string,
  until: string,
  announced: Announced,
): number {
  const end = row.toDate ?? later(row.fromDate, until);
  const inside = workingDays(later(row.fromDate, from), earlier(end, until), announced);
  if (row.days === null) return inside;
  const whole = workingDays(row.fromDate, end, announced);
  if (row.fromDate >= from && end <= until) return row.days;
  return whole === 0 ? 0 : Math.round((row.days * inside) / whole);
}

/** Working days a member was away in a period (both days included). ISO days. */
export function absenceDays(
  db: Db,
  memberId: number,
  period: { from: string; to: string },
  options: { withoutMaternity?: boolean } = {},
): number {
  const announced = announcedHolidays(db);
  return repo
    .absencesOf(db, memberId)
    .filter((row) => row.fromDate <= period.to && (row.toDate ?? '9999') >= period.from)
    .filter((row) => !(options.withoutMaternity && row.kind === 'maternity'))
    .reduce((sum, row) => sum + daysWithin(row, period.from, period.to, announced), 0);
}

function list(input: ParsedInputOf<'members.absences'>, ctx: Ctx): OutputOf<'members.absences'> {
  if (!memberById(ctx.db, input.memberId)) throw new AppError('NOT_FOUND');
  const today = ctx.today();
  const period = { from: `${today.slice(0, 4)}-01-01`, to: today };
  const { memberId } = input;
  const announced = announcedHolidays(ctx.db);
  return {
    year: {
      year: Number(today.slice(0, 4)),
      days: absenceDays(ctx.db, memberId, period),
      withoutMaternity: absenceDays(ctx.db, memberId, period, { withoutMaternity: true }),
    },
    rows: repo.absencesOf(ctx.db, input.memberId).map(({ memberId: _m, deletedAt: _d, ...row }) => ({
      ...row,
      workingDays: row.days ?? workingDays(row.fromDate, row.toDate ?? later(row.fromDate, today), announced),
    })),
  };
}

function save(input: ParsedInputOf<'members.saveAbsence'>, ctx: Ctx): OutputOf<'members.saveAbsence'> {
  const { id, version, memberId, ...fields } = input;
  const member = memberById(ctx.db, memberId);
  if (!member || member.deleted_at !== null) throw new AppError('NOT_FOUND');
  if (fields.toDate !== null && fields.toDate < fields.fromDate)
    throw new AppError('DATE_ORDER', { fields: { toDate: 'DATE_ORDER' } });
  if (id === null) {
    const made = repo.insertAbsence(ctx.db, { ...fields, memberId }, ctx.now());
    recordChange(ctx, {
      entity: 'member_absence',
      entityId: made,
      action: 'create',
      after: { memberId, ...fields },
    });
    ctx.undo('members.trashAbsences', { ids: [made] });
    return { id: made, version: 1 };
  }
  const before = repo.absenceById(ctx.db, id);
  if (!before || before.deletedAt !== null || before.memberId !== memberId) throw new AppError('NOT_FOUND');
  if (!repo.updateAbsence(ctx.db, { ...fields, id, version: version ?? 0 }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const next = (version ?? 0) + 1;
  const { deletedAt: _d, ...was } = before;
  recordChange(ctx, {
    entity: 'member_absence',
    entityId: id,
    action: 'update',
    before: was,
    after: { ...was, ...fields },
  });
  ctx.undo('members.saveAbsence', { ...was, version: next });
  return { id, version: next };
}

function trash(input: ParsedInputOf<'members.trashAbsences'>, ctx: Ctx): OutputOf<'members.trashAbsences'> {
  for (const id of input.ids) {
    const before = repo.absenceById(ctx.db, id);
    if (!before || !setDeletedAt(ctx.db, 'member_absence', id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, { entity: 'member_absence', entityId: id, action: 'trash', before });
  }
  ctx.undo('members.restoreAbsences', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(
  input: ParsedInputOf<'members.restoreAbsences'>,
  ctx: Ctx,
): OutputOf<'members.restoreAbsences'> {
  const back = input.ids.filter((id) => setDeletedAt(ctx.db, 'member_absence', id, null));
  for (const id of back) recordChange(ctx, { entity: 'member_absence', entityId: id, action: 'restore' });
  ctx.undo('members.trashAbsences', { ids: input.ids });
  return { count: back.length };
}

export const absenceHandlers = {
  'members.absences': list,
  'members.saveAbsence': save,
  'members.trashAbsences': trash,
  'members.restoreAbsences': restore,
};
