/** What stands under an agreement: contents in order, commitments, their progress, yearly scores. */
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { commitmentFields, liveAgreement, progressFields } from './record';
import * as repo from './repository';
import { liveScale } from './scales';
import * as work from './workRepository';

const ENTITIES = {
  agreement_content: 'Contents',
  agreement_commitment: 'Commitments',
  agreement_progress: 'Progress',
} as const;
type Entity = keyof typeof ENTITIES;

function liveContent(ctx: Pick<Ctx, 'db'>, id: number): work.ContentRecord {
  const row = work.contentById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  liveAgreement(ctx, row.agreementId);
  return row;
}
function liveCommitment(ctx: Pick<Ctx, 'db'>, id: number): work.CommitmentRecord {
  const row = work.commitmentById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  liveContent(ctx, row.contentId);
  return row;
}
function liveProgress(ctx: Pick<Ctx, 'db'>, id: number): work.ProgressRecord {
  const row = work.progressById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  liveCommitment(ctx, row.commitmentId);
  return row;
}

/** Logs a new record, with the trash as its undo. */
function created(ctx: Ctx, entity: Entity, id: number, after: unknown) {
  recordChange(ctx, { entity, entityId: id, action: 'create', after });
  ctx.undo(`agreements.trash${ENTITIES[entity]}`, { ids: [id] });
  return { id, version: 1 };
}

function saveContent(
  input: ParsedInputOf<'agreements.saveContent'>,
  ctx: Ctx,
): OutputOf<'agreements.saveContent'> {
  const { id, version, agreementId, ...fields } = input;
  if (id === null) {
    liveAgreement(ctx, agreementId);
    const ordinal = work.nextOrdinal(ctx.db, agreementId);
    const made = work.insertContent(ctx.db, { ...fields, agreementId, ordinal });
    return created(ctx, 'agreement_content', made, fields);
  }
  const row = liveContent(ctx, id);
  if (row.agreementId !== agreementId) throw new AppError('NOT_FOUND');
  const held = version ?? row.version;
  if (!work.updateContent(ctx.db, { ...fields, id, version: held })) throw new AppError('VERSION_CONFLICT');
  const before = { name: row.name, detail: row.detail };
  recordChange(ctx, { entity: 'agreement_content', entityId: id, action: 'update', before, after: fields });
  ctx.undo('agreements.saveContent', { id, version: held + 1, agreementId, ...before });
  return { id, version: held + 1 };
}

function orderContents(
  input: ParsedInputOf<'agreements.orderContents'>,
  ctx: Ctx,
): OutputOf<'agreements.orderContents'> {
  const { title } = liveAgreement(ctx, input.agreementId);
  const before = work.contentsOf(ctx.db, [input.agreementId]).map((one) => one.id);
  if (new Set(input.ids).size !== before.length || !before.every((id) => input.ids.includes(id)))
    throw new AppError('NOT_FOUND');
  work.orderContents(ctx.db, input.ids);
  const named = (ids: readonly number[]) => ids.map((id) => work.contentById(ctx.db, id)!.name).join('; ');
  recordChange(ctx, {
    ...{ entity: 'agreement', entityId: input.agreementId, action: 'update' },
    before: { title, contents: named(before) },
    after: { title, contents: named(input.ids) },
  });
  ctx.undo('agreements.orderContents', { agreementId: input.agreementId, ids: before });
  return { count: input.ids.length };
}

function refuseCommitment(ctx: Ctx, f: Omit<work.EditableCommitment, 'yearly'>): void {
  if ((f.droppedOn === null) !== (f.dropReason === null))
    throw new AppError('AGREEMENT_DROP', {
      fields: { [f.droppedOn === null ? 'droppedOn' : 'dropReason']: 'AGREEMENT_DROP' },
    });
  if (f.measure === 'text' && f.target !== null)
    throw new AppError('AGREEMENT_TARGET', { fields: { target: 'AGREEMENT_TARGET' } });
  if (f.memberId !== null && repo.memberName(ctx.db, f.memberId) === null)
    throw new AppError('NOT_FOUND', { fields: { memberId: 'NOT_FOUND' } });
}

function saveCommitment(
  input: ParsedInputOf<'agreements.saveCommitment'>,
  ctx: Ctx,
): OutputOf<'agreements.saveCommitment'> {
  const { id, version, ...told } = input;
  const fields = { ...told, personName: told.memberId === null ? told.personName : null };
  const { agreementId } = liveContent(ctx, fields.contentId);
  const columns = { ...fields, yearly: fields.yearly ? (1 as const) : (0 as const) };
  const row = id === null ? null : liveCommitment(ctx, id);
  if (row?.memberId !== fields.memberId || row === null) refuseCommitment(ctx, columns);
  else refuseCommitment(ctx, { ...columns, memberId: null });
  if (row === null)
    return created(ctx, 'agreement_commitment', work.insertCommitment(ctx.db, columns, ctx.now()), fields);
  if (liveContent(ctx, row.contentId).agreementId !== agreementId) throw new AppError('NOT_FOUND');
  const held = version ?? row.version;
  if (!work.updateCommitment(ctx.db, { ...columns, id: row.id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = commitmentFields(row);
  recordChange(ctx, {
    ...{ entity: 'agreement_commitment', entityId: row.id, action: 'update' },
    before,
    after: fields,
  });
  ctx.undo('agreements.saveCommitment', { id: row.id, version: held + 1, ...before });
  return { id: row.id, version: held + 1 };
}

/** Errors: AGREEMENT_PROGRESS for an entry that says nothing. */
function refuseProgress(f: ParsedInputOf<'agreements.saveProgress'>): void {
  if (f.figure === null && f.result === null && !f.done)
    throw new AppError('AGREEMENT_PROGRESS', { fields: { result: 'AGREEMENT_PROGRESS' } });
}

function saveProgress(
  input: ParsedInputOf<'agreements.saveProgress'>,
  ctx: Ctx,
): OutputOf<'agreements.saveProgress'> {
  refuseProgress(input);
  const { id, version, ...fields } = input;
  liveCommitment(ctx, fields.commitmentId);
  const columns = { ...fields, done: fields.done ? (1 as const) : (0 as const) };
  if (id === null)
    return created(ctx, 'agreement_progress', work.insertProgress(ctx.db, columns, ctx.now()), fields);
  const row = liveProgress(ctx, id);
  if (row.commitmentId !== fields.commitmentId) throw new AppError('NOT_FOUND');
  const held = version ?? row.version;
  if (!work.updateProgress(ctx.db, { ...columns, id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = progressFields(row);
  recordChange(ctx, { entity: 'agreement_progress', entityId: id, action: 'update', before, after: fields });
  ctx.undo('agreements.saveProgress', { id, version: held + 1, ...before });
  return { id, version: held + 1 };
}

interface Kind {
  /** The live record as the log keeps it. Errors: NOT_FOUND. */
  told(ctx: Ctx, id: number): unknown;
  set(db: Ctx['db'], id: number, at: string | null): boolean;
}
const KINDS: Readonly<Record<Entity, Kind>> = {
  agreement_content: {
    told: (ctx, id) => {
      const { name, detail } = liveContent(ctx, id);
      return { name, detail };
    },
    set: work.setContentDeleted,
  },
  agreement_commitment: {
    told: (ctx, id) => commitmentFields(liveCommitment(ctx, id)),
    set: work.setCommitmentDeleted,
  },
  agreement_progress: {
    told: (ctx, id) => progressFields(liveProgress(ctx, id)),
    set: work.setProgressDeleted,
  },
};

const trasher = (entity: Entity) => (input: { ids: number[] }, ctx: Ctx) => {
  for (const id of input.ids) {
    const before = KINDS[entity].told(ctx, id);
    KINDS[entity].set(ctx.db, id, ctx.now());
    recordChange(ctx, { entity, entityId: id, action: 'trash', before });
  }
  ctx.undo(`agreements.restore${ENTITIES[entity]}`, { ids: input.ids });
  return { count: input.ids.length };
};
const restorer = (entity: Entity) => (input: { ids: number[] }, ctx: Ctx) => {
  const back = input.ids.filter((id) => KINDS[entity].set(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity, entityId: id, action: 'restore' });
  ctx.undo(`agreements.trash${ENTITIES[entity]}`, { ids: input.ids });
  return { count: back.length };
};

function setScores(input: ParsedInputOf<'agreements.setScores'>, ctx: Ctx): OutputOf<'agreements.setScores'> {
  const { title, scaleId } = liveAgreement(ctx, input.id);
  const most = scaleId === null ? null : liveScale(ctx, scaleId).most;
  const contents = work.contentsOf(ctx.db, [input.id]);
  const all = work.scoresOf(
    ctx.db,
    contents.map((one) => one.id),
  );
  const before = input.rows.map((row) => {
    const content = contents.find((one) => one.id === row.contentId);
    if (!content) throw new AppError('NOT_FOUND');
    if (row.score !== null && most !== null && row.score > most)
      throw new AppError('AGREEMENT_SCORE', { details: { most } });
    const known = all.find(
      (one) => one.contentId === row.contentId && one.year === input.year && one.side === row.side,
    );
    work.writeScore(ctx.db, { ...row, year: input.year });
    return { ...row, score: known?.score ?? null, note: known?.note ?? null };
  });
  const told = (rows: typeof before) => ({
    title,
    year: input.year,
    scores: rows
      .map((row) => `${contents.find((one) => one.id === row.contentId)!.name}: ${row.score ?? '–'}`)
      .join('; '),
  });
  recordChange(ctx, {
    ...{ entity: 'agreement', entityId: input.id, action: 'update' },
    before: told(before),
    after: told(input.rows),
  });
  ctx.undo('agreements.setScores', { id: input.id, year: input.year, rows: before });
  return { count: input.rows.length };
}

export const workHandlers = {
  'agreements.saveContent': saveContent,
  'agreements.orderContents': orderContents,
  'agreements.trashContents': trasher('agreement_content'),
  'agreements.restoreContents': restorer('agreement_content'),
  'agreements.saveCommitment': saveCommitment,
  'agreements.trashCommitments': trasher('agreement_commitment'),
  'agreements.restoreCommitments': restorer('agreement_commitment'),
  'agreements.saveProgress': saveProgress,
  'agreements.trashProgress': trasher('agreement_progress'),
  'agreements.restoreProgress': restorer('agreement_progress'),
  'agreements.setScores': setScores,
};
