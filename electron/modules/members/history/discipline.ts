/** Discipline (kỷ luật) as dated records of the union, the employer or the Party. Gates ask who was disciplined. */
import { AppError } from '../../../../shared/contract/errors';
import { dateBounds } from '../../../../shared/domain/dateMath';
import { type DisciplineSide, FORMS_OF_SIDE } from '../../../../shared/domain/memberHistory';
import { recordChange } from '../../../db/audit';
import { setDeletedAt } from '../../../db/trash';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { sensitiveState } from '../privacy/service';
import { memberById } from '../repository';
import * as repo from './disciplineRepository';

/** Whether it counts on a day: begun, and not past its last day. */
export const inEffect = (row: Pick<repo.DisciplineRecord, 'onDate' | 'effectUntil'>, day: string): boolean =>
  dateBounds(row.onDate).first <= day && row.effectUntil !== null && day <= row.effectUntil;

/** That of the Party is a Party field: it is shown and kept only while those are switched on. */
export const shownSides = (ctx: Ctx): readonly DisciplineSide[] =>
  sensitiveState(ctx).isParty ? ['union', 'employer', 'party'] : ['union', 'employer'];

function list(input: ParsedInputOf<'members.disciplines'>, ctx: Ctx): OutputOf<'members.disciplines'> {
  if (!memberById(ctx.db, input.memberId)) throw new AppError('NOT_FOUND');
  const sides = shownSides(ctx);
  return {
    rows: repo
      .disciplinesOf(ctx.db, input.memberId)
      .filter((row) => sides.includes(row.side))
      .map(({ memberId: _m, deletedAt: _d, ...row }) => ({ ...row, inEffect: inEffect(row, ctx.today()) })),
  };
}

type Fields = Omit<ParsedInputOf<'members.saveDiscipline'>, 'id' | 'version' | 'memberId'>;

function refuseWrong(ctx: Ctx, fields: Fields): void {
  if (!shownSides(ctx).includes(fields.side))
    throw new AppError('FIELD_OFF', { fields: { side: 'FIELD_OFF' } });
  if (!FORMS_OF_SIDE[fields.side].includes(fields.form))
    throw new AppError('INVALID_INPUT', { fields: { form: 'INVALID_INPUT' } });
  if (fields.effectUntil !== null && fields.effectUntil < dateBounds(fields.onDate).first)
    throw new AppError('DATE_ORDER', { fields: { effectUntil: 'DATE_ORDER' } });
}

function save(input: ParsedInputOf<'members.saveDiscipline'>, ctx: Ctx): OutputOf<'members.saveDiscipline'> {
  const { id, version, memberId, ...fields } = input;
  const member = memberById(ctx.db, memberId);
  if (!member || member.deleted_at !== null) throw new AppError('NOT_FOUND');
  refuseWrong(ctx, fields);
  if (id === null) {
    const made = repo.insertDiscipline(ctx.db, { ...fields, memberId }, ctx.now());
    recordChange(ctx, {
      entity: 'member_discipline',
      entityId: made,
      action: 'create',
      after: { memberId, ...fields },
    });
    ctx.undo('members.trashDisciplines', { ids: [made] });
    return { id: made, version: 1 };
  }
  const before = repo.disciplineById(ctx.db, id);
  if (!before || before.deletedAt !== null || before.memberId !== memberId) throw new AppError('NOT_FOUND');
  if (!repo.updateDiscipline(ctx.db, { ...fields, id, version: version ?? 0 }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const next = (version ?? 0) + 1;
  const { deletedAt: _d, ...was } = before;
  recordChange(ctx, {
    entity: 'member_discipline',
    entityId: id,
    action: 'update',
    before: was,
    after: { ...was, ...fields },
  });
  ctx.undo('members.saveDiscipline', { ...was, version: next });
  return { id, version: next };
}

function trash(
  input: ParsedInputOf<'members.trashDisciplines'>,
  ctx: Ctx,
): OutputOf<'members.trashDisciplines'> {
  for (const id of input.ids) {
    const before = repo.disciplineById(ctx.db, id);
    if (!before || !setDeletedAt(ctx.db, 'member_discipline', id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, { entity: 'member_discipline', entityId: id, action: 'trash', before });
  }
  ctx.undo('members.restoreDisciplines', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(
  input: ParsedInputOf<'members.restoreDisciplines'>,
  ctx: Ctx,
): OutputOf<'members.restoreDisciplines'> {
  const back = input.ids.filter((id) => setDeletedAt(ctx.db, 'member_discipline', id, null));
  for (const id of back) recordChange(ctx, { entity: 'member_discipline', entityId: id, action: 'restore' });
  ctx.undo('members.trashDisciplines', { ids: input.ids });
  return { count: back.length };
}

export const disciplineHandlers = {
  'members.disciplines': list,
  'members.saveDiscipline': save,
  'members.trashDisciplines': trash,
  'members.restoreDisciplines': restore,
};
