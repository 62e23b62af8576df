/** Opinions and petitions: received, sent on, followed up, answered; who gave one leaves only through `opinions.reveal`. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { addDays } from '../../../shared/domain/dateMath';
import { OPINION_SOON_DAYS, opinionCode } from '../../../shared/domain/opinions';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { liveKept } from '../kept';
import { catalogueHandlers, kindKept, topicKept } from './catalogue';
import { followHandlers } from './follow';
import { registerPaper } from './papers';
import {
  giverColumns,
  liveOpinion,
  logged,
  type OpinionFields,
  refuseSent,
  toColumns,
  toFields,
  toRow,
} from './record';
import * as repo from './repository';

export { membersWithOpinions } from './repository';

type Filter = Omit<ParsedInputOf<'opinions.list'>, 'offset' | 'limit'>;

/** The conditions of a list as the store takes them. */
export function conditionsOf(ctx: Ctx, { search, ...filter }: Filter): repo.OpinionConditions {
  const today = ctx.today();
  const words = fold(search).split(' ').filter(Boolean);
  return { ...filter, words, today, soon: addDays(today, OPINION_SOON_DAYS) };
}

function list(input: ParsedInputOf<'opinions.list'>, ctx: Ctx): OutputOf<'opinions.list'> {
  const { offset, limit, ...filter } = input;
  const conditions = conditionsOf(ctx, filter);
  const { total, ...states } = repo.countOpinions(ctx.db, conditions);
  return {
    total,
    states,
    rows: repo.listOpinions(ctx.db, conditions, { offset, limit }).map((row) => toRow(row, conditions.today)),
  };
}

function get(input: ParsedInputOf<'opinions.get'>, ctx: Ctx): OutputOf<'opinions.get'> {
  const row = repo.opinionById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  return { opinion: toRow(row, ctx.today()), deletedAt: row.deletedAt };
}

function figures(input: ParsedInputOf<'opinions.figures'>, ctx: Ctx): OutputOf<'opinions.figures'> {
  if (input.to < input.from) throw new AppError('DATE_ORDER', { fields: { to: 'DATE_ORDER' } });
  const span = { ...input, today: ctx.today() };
  return {
    ...repo.tallyOf(ctx.db, span),
    topics: repo.tallyBy(ctx.db, 'topic', span),
    kinds: repo.tallyBy(ctx.db, 'kind', span),
    months: repo.tallyByMonth(ctx.db, span),
  };
}

/** What an opinion is saved with, checked against the lists and the dialogue it names. */
function columnsOf(
  ctx: Ctx,
  fields: OpinionFields,
  giver: ParsedInputOf<'opinions.update'>['giver'],
  before: repo.OpinionRecord | null,
): repo.OpinionColumns {
  const kind = liveKept(ctx, kindKept, fields.kindId, 'kindId');
  liveKept(ctx, topicKept, fields.topicId, 'topicId');
  const { dialogueId } = fields;
  if (dialogueId !== null && dialogueId !== before?.dialogueId && !repo.dialogueExists(ctx.db, dialogueId))
    throw new AppError('NOT_FOUND', { fields: { dialogueId: 'NOT_FOUND' } });
  const kept = before === null ? null : repo.giverOf(ctx.db, before.id);
  return toColumns(ctx, fields, { kind, giver: giverColumns(ctx, fields, giver, kept), before });
}

function create(input: ParsedInputOf<'opinions.create'>, ctx: Ctx): OutputOf<'opinions.create'> {
  const { giver, ...fields } = input;
  const columns = columnsOf(ctx, fields, giver, null);
  const id = repo.insertOpinion(ctx.db, { ...columns, uid: uuid() }, ctx.now());
  recordChange(ctx, { entity: 'opinion', entityId: id, action: 'create', after: logged(fields) });
  ctx.undo('opinions.trash', { ids: [id] });
  return {
    id,
    version: 1,
    code: opinionCode({ year: Number(columns.year), number: Number(columns.number) }),
  };
}

function update(input: ParsedInputOf<'opinions.update'>, ctx: Ctx): OutputOf<'opinions.update'> {
  const { id, version, giver, ...fields } = input;
  const row = liveOpinion(ctx, id);
  const columns = columnsOf(ctx, fields, giver, row);
  const was = repo.giverOf(ctx.db, id);
  if (!repo.updateOpinion(ctx.db, { ...columns, id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = toFields(row);
  const moved = was.memberId !== columns.memberId || was.personName !== columns.personName;
  recordChange(ctx, {
    entity: 'opinion',
    entityId: id,
    action: 'update',
    before: logged(before),
    after: { ...logged(fields), ...(moved ? { giver: true } : {}) },
  });
  const back = moved ? { giver: { memberId: was.memberId, name: was.personName } } : {};
  ctx.undo('opinions.update', { id, version: version + 1, ...before, ...back });
  return { id, version: version + 1 };
}

type Step = 'sentTo' | 'sentOn' | 'answer' | 'answeredOn';

/** Writes a step of an opinion with its log row; the undo is the same operation with what stood before. */
function step(
  ctx: Ctx,
  operation: 'opinions.send' | 'opinions.answer',
  row: repo.OpinionRecord,
  version: number,
  after: Partial<Record<Step, string | null>>,
): { id: number; version: number } {
  const fields = Object.keys(after) as Step[];
  const { id } = row;
  if (!repo.setOpinion(ctx.db, fields, { ...(after as Record<Step, string | null>), id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = Object.fromEntries(fields.map((field) => [field, row[field]]));
  recordChange(ctx, { entity: 'opinion', entityId: id, action: 'update', before, after });
  ctx.undo(operation, { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

function send(input: ParsedInputOf<'opinions.send'>, ctx: Ctx): OutputOf<'opinions.send'> {
  const { id, version, sentTo, sentOn } = input;
  const row = liveOpinion(ctx, id);
  refuseSent({ sentTo, sentOn }, row.receivedOn);
  return step(ctx, 'opinions.send', row, version, { sentTo, sentOn });
}

function answer(input: ParsedInputOf<'opinions.answer'>, ctx: Ctx): OutputOf<'opinions.answer'> {
  const { id, version, answeredOn } = input;
  const row = liveOpinion(ctx, id);
  if (answeredOn !== null && answeredOn < row.receivedOn)
    throw new AppError('DATE_ORDER', { fields: { answeredOn: 'DATE_ORDER' } });
  if (answeredOn !== null && answeredOn > ctx.today())
    throw new AppError('OPINION_ANSWERED', { fields: { answeredOn: 'OPINION_ANSWERED' } });
  const said = answeredOn === null ? null : input.answer;
  return step(ctx, 'opinions.answer', row, version, { answeredOn, answer: said });
}

function reveal(input: ParsedInputOf<'opinions.reveal'>, ctx: Ctx): OutputOf<'opinions.reveal'> {
  const row = liveOpinion(ctx, input.id);
  const { memberId, name } = repo.giverOf(ctx.db, row.id);
  recordChange(ctx, { entity: 'opinion', entityId: row.id, action: 'reveal', after: { fields: ['giver'] } });
  return { memberId, name };
}

function trash(input: ParsedInputOf<'opinions.trash'>, ctx: Ctx): OutputOf<'opinions.trash'> {
  for (const id of input.ids) {
    const row = liveOpinion(ctx, id);
    repo.setOpinionDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'opinion', entityId: id, action: 'trash', before: logged(toFields(row)) });
  }
  ctx.undo('opinions.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'opinions.restore'>, ctx: Ctx): OutputOf<'opinions.restore'> {
  const back = input.ids.filter((id) => repo.setOpinionDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'opinion', entityId: id, action: 'restore' });
  ctx.undo('opinions.trash', { ids: input.ids });
  return { count: back.length };
}

/** What waits past its day, and what is due within the days before it. */
export const opinionsDue = (ctx: Ctx): { overdue: number; soon: number } =>
  repo.dueCounts(ctx.db, ctx.today(), addDays(ctx.today(), OPINION_SOON_DAYS));

/** Opinions of a dialogue in the order of their numbers, for its minutes. */
export const opinionsOfDialogue = (ctx: Ctx, dialogueId: number): repo.OpinionRecord[] => {
  const any = {
    show: null,
    kindId: null,
    topicId: null,
    orgUnitId: null,
    source: null,
    from: null,
    to: null,
  };
  const conditions = conditionsOf(ctx, { ...any, search: '', dialogueId, linkEntity: null, linkId: null });
  return repo.listOpinions(ctx.db, conditions, { offset: 0, limit: 1000, inOrder: true });
};

export const opinionsHandlers: HandlersOf<'opinions'> = {
  'opinions.list': list,
  'opinions.get': get,
  'opinions.figures': figures,
  'opinions.create': create,
  'opinions.update': update,
  'opinions.send': send,
  'opinions.answer': answer,
  'opinions.reveal': reveal,
  'opinions.trash': trash,
  'opinions.restore': restore,
  'opinions.register': ({ format, names, purpose, ...filter }, ctx) =>
    registerPaper({ format, names, purpose }, ctx, conditionsOf(ctx, filter)),
  ...followHandlers,
  ...catalogueHandlers,
};
