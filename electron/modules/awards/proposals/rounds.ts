/** Rounds of emulation registration and of proposal: which forms, who hands in until when, and who has. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { fold } from '../../../../shared/text/fold';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { toRow } from '../record';
import { decisionById } from '../repository';
import { meetingsOf } from './councilRepository';
import { decisionIdsOf } from './repository';
import * as repo from './roundsRepository';

type Fields = Omit<ParsedInputOf<'proposals.saveRound'>, 'id' | 'version'>;
type Row = OutputOf<'proposals.rounds'>['rows'][number];

/** A round that is not in the trash. Errors: NOT_FOUND. */
export function liveRound(ctx: Pick<Ctx, 'db'>, id: number): repo.RoundRecord {
  const row = repo.roundById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

const fieldsOf = (ctx: Pick<Ctx, 'db'>, r: repo.RoundRecord): Fields => ({
  kind: r.kind,
  year: r.year,
  name: r.name,
  occasion: r.occasion,
  deadline: r.deadline,
  addressee: r.addressee,
  basis: r.basis,
  note: r.note,
  formIds: repo.roundFormIds(ctx.db, r.id),
  unitIds: repo.roundUnitIds(ctx.db, r.id),
});

function rowOf(ctx: Pick<Ctx, 'db'>, r: repo.RoundRecord): Row {
  const { id, version, units, handedIn, collective, individual, household, considered, approved, decided } =
    r;
  return {
    ...fieldsOf(ctx, r),
    id,
    version,
    units,
    handedIn,
    proposals: { collective, individual, household },
    considered,
    approved,
    decided,
  };
}

function rounds(input: ParsedInputOf<'proposals.rounds'>, ctx: Ctx): OutputOf<'proposals.rounds'> {
  const conditions = {
    words: fold(input.search).split(' ').filter(Boolean),
    kind: input.kind,
    year: input.year,
  };
  return {
    total: repo.countRounds(ctx.db, conditions),
    rows: repo.roundList(ctx.db, conditions, input).map((row) => rowOf(ctx, row)),
  };
}

function round(input: ParsedInputOf<'proposals.round'>, ctx: Ctx): OutputOf<'proposals.round'> {
  const row = repo.roundById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  return {
    round: rowOf(ctx, row),
    deletedAt: row.deletedAt,
    forms: repo.roundForms(ctx.db, row.id).map((form) => ({
      id: form.id,
      name: form.name,
      nameEn: form.nameEn,
      forIndividual: form.forIndividual === 1,
      forCollective: form.forCollective === 1,
      forHousehold: form.forHousehold === 1,
    })),
    units: repo.roundUnits(ctx.db, row.id).map(({ kind: _, ...unit }) => unit),
    meetings: meetingsOf(ctx.db, row.id),
    decisions: decisionIdsOf(ctx.db, row.id).flatMap((id) => {
      const d = decisionById(ctx.db, id);
      if (!d) return [];
      const { number, form, formEn, status, counts } = toRow(d);
      return [{ id, number, form, formEn, status, counts }];
    }),
  };
}

/** Gives a round its forms and units; a unit that handed in and left the list is IN_USE. */
function setLists(ctx: Ctx, roundId: number, fields: Fields): void {
  repo.setRoundForms(ctx.db, roundId, [...new Set(fields.formIds)]);
  const before = new Set(repo.roundUnitIds(ctx.db, roundId));
  const after = new Set(fields.unitIds);
  for (const id of after) {
    if (before.has(id)) continue;
    if (!repo.unitExists(ctx.db, id)) throw new AppError('NOT_FOUND');
    repo.addRoundUnit(ctx.db, roundId, id);
  }
  for (const id of before) if (!after.has(id)) repo.dropRoundUnit(ctx.db, roundId, id);
  if (repo.roundUnitIds(ctx.db, roundId).length !== after.size)
    throw new AppError('IN_USE', { fields: { unitIds: 'IN_USE' } });
}

function saveRound(input: ParsedInputOf<'proposals.saveRound'>, ctx: Ctx): OutputOf<'proposals.saveRound'> {
  const { id, version, ...fields } = input;
  const { formIds: _forms, unitIds: _units, ...plain } = fields;
  const written = { ...plain, searchKey: fold([plain.name, plain.occasion].filter(Boolean).join(' ')) };
  if (id === null) {
    const made = repo.insertRound(ctx.db, { ...written, uid: uuid() }, ctx.now());
    setLists(ctx, made, fields);
    recordChange(ctx, { entity: 'award_round', entityId: made, action: 'create', after: fields });
    ctx.undo('proposals.trashRounds', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = liveRound(ctx, id);
  const before = fieldsOf(ctx, row);
  const held = version ?? row.version;
  if (!repo.updateRound(ctx.db, { ...written, id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  setLists(ctx, id, fields);
  recordChange(ctx, { entity: 'award_round', entityId: id, action: 'update', before, after: fields });
  ctx.undo('proposals.saveRound', { id, version: held + 1, ...before });
  return { id, version: held + 1 };
}

function trashRounds(input: ParsedInputOf<'proposals.trashRounds'>, ctx: Ctx): { count: number } {
  for (const id of input.ids) {
    const row = liveRound(ctx, id);
    repo.setRoundDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'award_round', entityId: id, action: 'trash', before: fieldsOf(ctx, row) });
  }
  ctx.undo('proposals.restoreRounds', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreRounds(input: ParsedInputOf<'proposals.restoreRounds'>, ctx: Ctx): { count: number } {
  const back = input.ids.filter((id) => repo.setRoundDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'award_round', entityId: id, action: 'restore' });
  ctx.undo('proposals.trashRounds', { ids: input.ids });
  return { count: back.length };
}

/** Writes the state of units and answers what it was. Errors: NOT_FOUND for a unit that is not of the round. */
export function writeUnits(ctx: Ctx, roundId: number, states: readonly repo.UnitState[]): repo.UnitState[] {
  const known = repo.roundUnits(ctx.db, roundId);
  return states.map((state) => {
    const before = known.find((one) => one.orgUnitId === state.orgUnitId);
    if (!before || !repo.markRoundUnit(ctx.db, roundId, state)) throw new AppError('NOT_FOUND');
    const { orgUnitId, handedOn, fileName, note } = before;
    return { orgUnitId, handedOn, fileName, note };
  });
}

function markUnits(input: ParsedInputOf<'proposals.markUnits'>, ctx: Ctx): { count: number } {
  const { roundId } = input;
  liveRound(ctx, roundId);
  const before = writeUnits(ctx, roundId, input.rows);
  recordChange(ctx, {
    entity: 'award_round',
    entityId: roundId,
    action: 'update',
    before: { units: before },
    after: { units: input.rows },
  });
  ctx.undo('proposals.markUnits', { roundId, rows: before });
  return { count: before.length };
}

export const roundHandlers = {
  'proposals.rounds': rounds,
  'proposals.round': round,
  'proposals.saveRound': saveRound,
  'proposals.trashRounds': trashRounds,
  'proposals.restoreRounds': restoreRounds,
  'proposals.markUnits': markUnits,
};
