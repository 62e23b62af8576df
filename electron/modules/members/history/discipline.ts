/** Discipline (kỷ luật) as dated records of the union, the employer or the Party. Gates ask who was disciplined. */
import { AppError } from '../../../../shared/contract/errors';
import { dateBounds } from '../../../../shared/domain/dateMath';
import {
  type DisciplineForm,
  type DisciplineSide,
  FORMS_OF_SIDE,
} from '../../../../shared/domain/memberHistory';
import { recordChange } from '../../../db/audit';
import type { Db } from '../../../db/database';
import { setDeletedAt } from '../../../db/trash';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { sensitiveState } from '../privacy/service';
import { memberById } from '../repository';
import { trashLabel } from './names';

export interface DisciplineRecord {
  id: number;
  memberId: number;
  side: DisciplineSide;
  form: DisciplineForm;
  onDate: string;
  effectUntil: string | null;
  decisionNo: string | null;
  decisionDate: string | null;
  reason: string | null;
  version: number;
  deletedAt: string | null;
}

const COLUMNS = `d.id, d.member_id AS memberId, d.side, d.form, d.on_date AS onDate, d.effect_until AS effectUntil,
  d.decision_no AS decisionNo, d.decision_date AS decisionDate, d.reason, d.version, d.deleted_at AS deletedAt`;

const byId = (db: Db, id: number): DisciplineRecord | undefined =>
  db.get(`SELECT ${COLUMNS} FROM member_discipline d WHERE d.id = ?`, [id]);

/** Live disciplines of a member, the newest first, of the Party too. */
export const disciplinesOf = (db: Db, memberId: number): DisciplineRecord[] =>
  db.all(
    `SELECT ${COLUMNS} FROM member_discipline d WHERE d.member_id = ? AND d.deleted_at IS NULL ORDER BY d.on_date DESC, d.id DESC`,
    [memberId],
  );

/** Disciplines decided in a period (both days included; a month or year counts as its first day), of living records. */
export const disciplineIn = (db: Db, period: { from: string; to: string }): DisciplineRecord[] =>
  db.all(
    `SELECT ${COLUMNS} FROM member_discipline d JOIN member_live m ON m.id = d.member_id
     WHERE d.deleted_at IS NULL AND substr(d.on_date || '-01-01', 1, 10) BETWEEN @from AND @to ORDER BY d.on_date, d.id`,
    { from: period.from, to: period.to },
  );

export const trashedDisciplines = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db
    .all<{ id: number; name: string; onDate: string; deletedAt: string }>(
      `SELECT d.id, m.full_name AS name, d.on_date AS onDate, d.deleted_at AS deletedAt
     FROM member_discipline d JOIN member m ON m.id = d.member_id WHERE d.deleted_at IS NOT NULL`,
    )
    .map(({ name, onDate, ...row }) => ({ ...row, label: trashLabel({ name, onDate }) }));

/** Whether it counts on a day: begun, and not past its last day. */
export const inEffect = (row: Pick<DisciplineRecord, 'onDate' | 'effectUntil'>, day: string): boolean =>
  dateBounds(row.onDate).first <= day && row.effectUntil !== null && day <= row.effectUntil;

/** That of the Party is a Party field: it is shown and kept only while those are switched on. */
export const shownSides = (ctx: Ctx): readonly DisciplineSide[] =>
  sensitiveState(ctx).isParty ? ['union', 'employer', 'party'] : ['union', 'employer'];

function list(input: ParsedInputOf<'members.disciplines'>, ctx: Ctx): OutputOf<'members.disciplines'> {
  if (!memberById(ctx.db, input.memberId)) throw new AppError('NOT_FOUND');
  const sides = shownSides(ctx);
  return {
    rows: disciplinesOf(ctx.db, input.memberId)
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
    const made = ctx.db.run(
      `INSERT INTO member_discipline (member_id, side, form, on_date, effect_until, decision_no, decision_date, reason, created_at, updated_at)
       VALUES (@memberId, @side, @form, @onDate, @effectUntil, @decisionNo, @decisionDate, @reason, @now, @now)`,
      { ...fields, memberId, now: ctx.now() },
    ).lastInsertRowid;
    recordChange(ctx, {
      entity: 'member_discipline',
      entityId: made,
      action: 'create',
      after: { memberId, ...fields },
    });
    ctx.undo('members.trashDisciplines', { ids: [made] });
    return { id: made, version: 1 };
  }
  const before = byId(ctx.db, id);
  if (!before || before.deletedAt !== null || before.memberId !== memberId) throw new AppError('NOT_FOUND');
  const { changes } = ctx.db.run(
    `UPDATE member_discipline SET side = @side, form = @form, on_date = @onDate, effect_until = @effectUntil,
       decision_no = @decisionNo, decision_date = @decisionDate, reason = @reason, version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { ...fields, id, version: version ?? 0, now: ctx.now() },
  );
  if (changes !== 1) throw new AppError('VERSION_CONFLICT');
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
    const before = byId(ctx.db, id);
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
