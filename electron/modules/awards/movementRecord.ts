/** Between the contract's fields of movements and their columns. */
import { AppError } from '../../../shared/contract/errors';
import { dateBounds } from '../../../shared/domain/dates';
import { fold } from '../../../shared/text/fold';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './movementsRepository';
import { countsOf } from './record';
import { decisionById } from './repository';

export type Fields = Omit<ParsedInputOf<'movements.save'>, 'id' | 'version'>;
type Row = OutputOf<'movements.list'>['rows'][number];

export function toColumns(f: Fields): repo.EditableMovement {
  const known = f.launchedOn ?? f.startsOn;
  const days = known === null ? null : dateBounds(known);
  return {
    name: f.name,
    theme: f.theme,
    level: f.level,
    launched_by: f.launchedBy,
    launched_on: f.launchedOn,
    first_day: days?.first ?? null,
    last_day: days?.last ?? null,
    starts_on: f.startsOn,
    ends_on: f.endsOn,
    paper_no: f.paperNo,
    summed_up_on: f.summedUpOn,
    note: f.note,
    search_key: fold([f.name, f.theme, f.launchedBy, f.paperNo].filter(Boolean).join(' ')),
  };
}

export const toFields = (r: repo.MovementRecord): Fields => ({
  name: r.name,
  theme: r.theme,
  level: r.level,
  launchedBy: r.launched_by,
  launchedOn: r.launched_on,
  startsOn: r.starts_on,
  endsOn: r.ends_on,
  paperNo: r.paper_no,
  summedUpOn: r.summed_up_on,
  note: r.note,
});

export const toRow = (r: repo.CountedMovement): Row => ({
  id: r.id,
  version: r.version,
  ...toFields(r),
  people: r.people,
  units: r.units,
  results: r.results,
  achieved: r.achieved,
  decisions: r.decisions,
});

/** A movement that is not in the trash. Errors: NOT_FOUND. */
export function liveMovement(ctx: Pick<Ctx, 'db'>, id: number): repo.CountedMovement {
  const row = repo.movementById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  return row;
}

/** Award decisions of a movement with what each gives. */
export function decisionsOf(
  ctx: Pick<Ctx, 'db'>,
  movementId: number,
): OutputOf<'movements.get'>['decisions'] {
  return repo.decisionIdsOf(ctx.db, movementId).flatMap((id) => {
    const d = decisionById(ctx.db, id);
    return d
      ? [
          {
            id,
            number: d.number,
            decidedOn: d.decided_on,
            level: d.level,
            form: d.form,
            formEn: d.form_en,
            status: d.status,
            ...countsOf(d),
          },
        ]
      : [];
  });
}
