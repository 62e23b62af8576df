/**
 * Party development (phát triển Đảng). Promise: who a file is about leaves the core only through `party.reveal`, the
 * commands of the chair and a register asked for with names; each is in the change log, which itself names nobody.
 */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { misplacedStep, PARTY_STAGES, type PartyStage } from '../../../shared/domain/party';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { trainingHandlers } from '../events/training/service';
import { groupState, requireOn } from '../members/privacy/service';
import { membersHandlers } from '../members/service';
import { countedIn } from './counted';
import { registerPaper } from './papers';
import { filesOf, liveFile, masked, matches, opened } from './record';
import * as repo from './repository';

export { membersWithFiles, trashedFiles } from './repository';

const tally = (count: (stage: PartyStage) => number): Record<PartyStage, number> =>
  Object.fromEntries(PARTY_STAGES.map((stage) => [stage, count(stage)])) as Record<PartyStage, number>;

const yearOf = (year: number, until: string) => ({ from: `${year}-01-01`, to: `${year}-12-31`, until });

const peopleIn = (ctx: Ctx, year: number): Record<PartyStage, number> =>
  tally((stage) => countedIn(ctx.db, stage, yearOf(year, ctx.today())).length);

function overview(input: ParsedInputOf<'party.overview'>, ctx: Ctx): OutputOf<'party.overview'> {
  const files = filesOf(ctx);
  const open = files.filter((file) => file.standing.state === 'open');
  const told = files.flatMap((file) => file.steps.map((step) => Number(step.onDate.slice(0, 4))));
  const years = [...new Set([...told, input.year])].sort((a, b) => b - a).slice(0, 8);
  return {
    enabled: groupState(ctx).party,
    year: input.year,
    counts: peopleIn(ctx, input.year),
    recordOnly: countedIn(ctx.db, 'admitted', yearOf(input.year, ctx.today())).filter(({ file }) => !file)
      .length,
    now: tally((stage) => open.filter((file) => file.standing.stage === stage).length),
    open: open.length,
    overdue: open.filter((file) => file.standing.late !== null).length,
    official: files.filter((file) => file.standing.state === 'official').length,
    stopped: files.filter((file) => file.standing.state === 'stopped').length,
    unwritten: files.filter((file) => file.unwritten).length,
    years: years.map((year) => ({ year, counts: peopleIn(ctx, year) })),
    stages: repo.stages(ctx.db),
  };
}

/** Errors: FIELD_OFF while the unit has not switched Party fields on. */
const requireParty = (ctx: Ctx): void => requireOn(ctx, ['isParty']);

function list(input: ParsedInputOf<'party.list'>, ctx: Ctx): OutputOf<'party.list'> {
  requireParty(ctx);
  const rows = filesOf(ctx).filter((file) => matches(file, input));
  return { total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit).map(masked) };
}

function reveal(input: ParsedInputOf<'party.reveal'>, ctx: Ctx): OutputOf<'party.reveal'> {
  requireParty(ctx);
  const files = input.ids.map((id) => liveFile(ctx, id));
  recordChange(ctx, {
    entity: 'party_file',
    entityId: files.length === 1 ? files[0]!.id : null,
    action: 'reveal',
    after: { fields: ['file'], count: files.length, files: files.map((file) => file.id) },
  });
  return { rows: files.map(opened) };
}

type Step = NonNullable<ParsedInputOf<'party.setStep'>['step']>;

function refuseSteps(ctx: Ctx, steps: readonly (Step & { stage: PartyStage })[]): void {
  if (new Set(steps.map((step) => step.stage)).size < steps.length) throw new AppError('DUPLICATE');
  if (misplacedStep(steps) !== null) throw new AppError('DATE_ORDER', { fields: { onDate: 'DATE_ORDER' } });
  for (const { eventId } of steps) {
    if (eventId === null) continue;
    const { type } = trainingHandlers['training.get']({ eventId }, ctx).fields;
    if (type !== 'political_theory')
      throw new AppError('PARTY_CLASS', { fields: { eventId: 'PARTY_CLASS' } });
  }
}

function refuseSecond(ctx: Ctx, memberId: number, except: number | null): void {
  const other = repo.openFileOf(ctx.db, memberId);
  if (other !== undefined && other !== except)
    throw new AppError('PARTY_OPEN_FILE', { fields: { memberId: 'PARTY_OPEN_FILE' } });
}

/** What a command answers: the file as it now is, opened, since the chair is at work on it. */
function answered(ctx: Ctx, id: number): OutputOf<'party.create'> {
  const file = opened(liveFile(ctx, id));
  return { id, version: file.version, file };
}

const logged = (stage: PartyStage, step: Step | null) => ({
  stage,
  onDate: step?.onDate ?? null,
  decisionNo: step?.decisionNo ?? null,
  note: step?.note ?? null,
});

function create(input: ParsedInputOf<'party.create'>, ctx: Ctx): OutputOf<'party.create'> {
  requireParty(ctx);
  if (membersHandlers['members.get']({ id: input.memberId }, ctx).deletedAt !== null)
    throw new AppError('NOT_FOUND');
  refuseSecond(ctx, input.memberId, null);
  refuseSteps(ctx, input.steps);
  const number = repo.nextNumber(ctx.db);
  const id = repo.insertFile(ctx.db, { uid: uuid(), number, memberId: input.memberId }, ctx.now());
  for (const step of input.steps) repo.putStep(ctx.db, { fileId: id, ...step });
  const first = input.steps[0]!;
  recordChange(ctx, {
    entity: 'party_file',
    entityId: id,
    action: 'create',
    after: { number, ...logged(first.stage, first) },
  });
  ctx.undo('party.trash', { ids: [id] });
  return answered(ctx, id);
}

function setStep(input: ParsedInputOf<'party.setStep'>, ctx: Ctx): OutputOf<'party.setStep'> {
  requireParty(ctx);
  const { id, version, stage, step } = input;
  const file = liveFile(ctx, id);
  const kept = file.steps.filter((one) => one.stage !== stage);
  const before = file.steps.find((one) => one.stage === stage);
  if (step === null && kept.length === 0) throw new AppError('PARTY_LAST_STEP');
  refuseSteps(ctx, step === null ? kept : [...kept, { ...step, stage }]);
  if (!repo.touchFile(ctx.db, { id, version }, ctx.now())) throw new AppError('VERSION_CONFLICT');
  if (step === null) repo.dropStep(ctx.db, id, stage);
  else repo.putStep(ctx.db, { fileId: id, stage, ...step });
  const was = before
    ? { onDate: before.onDate, decisionNo: before.decisionNo, eventId: before.eventId, note: before.note }
    : null;
  recordChange(ctx, {
    entity: 'party_file',
    entityId: id,
    action: 'update',
    before: { ...logged(stage, was), stage: was && stage },
    after: { ...logged(stage, step), stage: step && stage },
  });
  ctx.undo('party.setStep', { id, version: version + 1, stage, step: was });
  return answered(ctx, id);
}

function stop(input: ParsedInputOf<'party.stop'>, ctx: Ctx): OutputOf<'party.stop'> {
  requireParty(ctx);
  const { id, version, stopped } = input;
  const file = liveFile(ctx, id);
  if (stopped === null) refuseSecond(ctx, file.memberId, id);
  const after = { stoppedOn: stopped?.onDate ?? null, stopReason: stopped?.reason ?? null };
  if (!repo.updateStop(ctx.db, { id, version, ...after }, ctx.now())) throw new AppError('VERSION_CONFLICT');
  const before = { stoppedOn: file.stoppedOn, stopReason: file.stopReason };
  recordChange(ctx, { entity: 'party_file', entityId: id, action: 'update', before, after });
  const was = file.stoppedOn === null ? null : { onDate: file.stoppedOn, reason: file.stopReason! };
  ctx.undo('party.stop', { id, version: version + 1, stopped: was });
  return answered(ctx, id);
}

function writeMember(input: ParsedInputOf<'party.writeMember'>, ctx: Ctx): OutputOf<'party.writeMember'> {
  requireParty(ctx);
  const file = liveFile(ctx, input.id);
  const partyDate = file.steps.find((step) => step.stage === 'admitted')?.onDate;
  if (partyDate === undefined) throw new AppError('NOT_FOUND');
  const { version } = membersHandlers['members.get']({ id: file.memberId }, ctx);
  const only = { id: file.memberId, version, isParty: true, partyDate, extra: {}, change: null };
  membersHandlers['members.update'](only as ParsedInputOf<'members.update'>, ctx);
  return { memberId: file.memberId, partyDate };
}

function trash(input: ParsedInputOf<'party.trash'>, ctx: Ctx): OutputOf<'party.trash'> {
  for (const id of input.ids) {
    liveFile(ctx, id);
    repo.setFileDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'party_file', entityId: id, action: 'trash' });
  }
  ctx.undo('party.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'party.restore'>, ctx: Ctx): OutputOf<'party.restore'> {
  let count = 0;
  for (const id of input.ids) {
    const row = repo.fileById(ctx.db, id);
    if (!row || row.deletedAt === null) continue;
    const finished = repo.stepsOf(ctx.db, id).some((step) => step.stage === 'official');
    if (row.stoppedOn === null && !finished) refuseSecond(ctx, row.memberId, id);
    repo.setFileDeleted(ctx.db, id, null);
    recordChange(ctx, { entity: 'party_file', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('party.trash', { ids: input.ids });
  return { count };
}

function saveStage(input: ParsedInputOf<'party.saveStage'>, ctx: Ctx): OutputOf<'party.saveStage'> {
  const before = repo.stages(ctx.db).find((stage) => stage.id === input.id);
  if (!before) throw new AppError('NOT_FOUND');
  if (!repo.updateStage(ctx.db, input)) throw new AppError('VERSION_CONFLICT');
  const was = { name: before.name, nameEn: before.nameEn, months: before.months };
  const { id, version, ...after } = input;
  recordChange(ctx, { entity: 'party_stage', entityId: id, action: 'update', before: was, after });
  ctx.undo('party.saveStage', { id, version: version + 1, ...was });
  return { id, version: version + 1 };
}

/** What waits: steps past their day, and admissions the members' own records do not have. */
export function partyDue(ctx: Ctx): { overdue: number; unwritten: number } {
  const files = filesOf(ctx);
  return {
    overdue: files.filter((file) => file.standing.late !== null).length,
    unwritten: files.filter((file) => file.unwritten).length,
  };
}

export const partyHandlers: HandlersOf<'party'> = {
  'party.overview': overview,
  'party.list': list,
  'party.reveal': reveal,
  'party.create': create,
  'party.setStep': setStep,
  'party.stop': stop,
  'party.writeMember': writeMember,
  'party.trash': trash,
  'party.restore': restore,
  'party.saveStage': saveStage,
  'party.register': registerPaper,
};
