/** Scales of scores, and the reminders before an agreement ends: the office's own data. */
import { AppError } from '../../../shared/contract/errors';
import type { Grade } from '../../../shared/domain/agreements';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './repository';

type Scale = OutputOf<'agreements.scales'>['rows'][number];

export const toScale = ({ deletedAt: _, grades, ...row }: repo.ScaleRecord): Scale => ({
  ...row,
  grades: JSON.parse(grades) as Grade[],
});
const fieldsOf = (row: repo.ScaleRecord) => {
  const { id: _, version: _v, used: _u, ...fields } = toScale(row);
  return fields;
};
const logged = ({ grades, ...fields }: ReturnType<typeof fieldsOf>) => ({
  ...fields,
  grades: grades.map((grade) => `${grade.name} ≥ ${grade.least}`).join(', '),
});

export function liveScale(ctx: Pick<Ctx, 'db'>, id: number): repo.ScaleRecord {
  const row = repo.scaleById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

function saveScale(input: ParsedInputOf<'agreements.saveScale'>, ctx: Ctx): OutputOf<'agreements.saveScale'> {
  const { id, version, ...told } = input;
  const fields = { ...told, grades: [...told.grades].sort((a, b) => b.least - a.least) };
  if (repo.scaleNamed(ctx.db, fields.name, id ?? 0))
    throw new AppError('DUPLICATE', { fields: { name: 'DUPLICATE' }, details: { name: fields.name } });
  const columns = { ...fields, grades: JSON.stringify(fields.grades) };
  if (id === null) {
    const made = repo.insertScale(ctx.db, columns);
    recordChange(ctx, { entity: 'agreement_scale', entityId: made, action: 'create', after: logged(fields) });
    ctx.undo('agreements.trashScales', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = liveScale(ctx, id);
  const held = version ?? row.version;
  if (!repo.updateScale(ctx.db, { ...columns, id, version: held })) throw new AppError('VERSION_CONFLICT');
  const before = fieldsOf(row);
  recordChange(ctx, {
    ...{ entity: 'agreement_scale', entityId: id, action: 'update' },
    before: logged(before),
    after: logged(fields),
  });
  ctx.undo('agreements.saveScale', { id, version: held + 1, ...before });
  return { id, version: held + 1 };
}

function trashScales(
  input: ParsedInputOf<'agreements.trashScales'>,
  ctx: Ctx,
): OutputOf<'agreements.trashScales'> {
  for (const id of input.ids) {
    const row = liveScale(ctx, id);
    if (row.used > 0) throw new AppError('IN_USE');
    repo.setScaleDeleted(ctx.db, id, ctx.now());
    const before = logged(fieldsOf(row));
    recordChange(ctx, { entity: 'agreement_scale', entityId: id, action: 'trash', before });
  }
  ctx.undo('agreements.restoreScales', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreScales(
  input: ParsedInputOf<'agreements.restoreScales'>,
  ctx: Ctx,
): OutputOf<'agreements.restoreScales'> {
  const back = input.ids.filter((id) => repo.setScaleDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'agreement_scale', entityId: id, action: 'restore' });
  ctx.undo('agreements.trashScales', { ids: input.ids });
  return { count: back.length };
}

function setReminders(
  input: ParsedInputOf<'agreements.setReminders'>,
  ctx: Ctx,
): OutputOf<'agreements.setReminders'> {
  const before = repo.reminders(ctx.db);
  repo.writeReminders(ctx.db, input.days);
  recordChange(ctx, {
    ...{ entity: 'agreement_reminder', entityId: null, action: 'update' },
    before: { days: before.join(', ') },
    after: { days: repo.reminders(ctx.db).join(', ') },
  });
  ctx.undo('agreements.setReminders', { days: before });
  return { count: input.days.length };
}

export const scaleHandlers = {
  'agreements.scales': (_: ParsedInputOf<'agreements.scales'>, ctx: Ctx) => ({
    rows: repo.scales(ctx.db).map(toScale),
  }),
  'agreements.saveScale': saveScale,
  'agreements.trashScales': trashScales,
  'agreements.restoreScales': restoreScales,
  'agreements.reminders': (_: ParsedInputOf<'agreements.reminders'>, ctx: Ctx) => ({
    days: repo.reminders(ctx.db),
  }),
  'agreements.setReminders': setReminders,
};
