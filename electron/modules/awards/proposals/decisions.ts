/** Approved proposals become draft decisions, one for each form; pressed again nobody stands there twice. */
import { AppError } from '../../../../shared/contract/errors';
import { RECIPIENT_KINDS } from '../../../../shared/domain/awards';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { liveForm } from '../forms';
import { recipientById, recipientsOf } from '../repository';
import { awardsHandlers, liveDecision } from '../service';
import * as repo from './repository';
import { liveRound } from './rounds';
import { type RoundRecord, roundById } from './roundsRepository';

type Made = OutputOf<'proposals.makeDecisions'>['decisions'][number];

const formOf = (p: repo.ProposalRecord): number => p.changedFormId ?? p.formId;

/** The draft of a round for a form, or a new one proposed with the day, the signer and the wording. */
function draftFor(ctx: Ctx, round: RoundRecord, formId: number): { id: number; created: boolean } {
  const known = repo.draftsOf(ctx.db, round.id).find((draft) => draft.formId === formId);
  if (known) return { id: known.id, created: false };
  const proposed = awardsHandlers['awards.defaults'](
    { formId, decidedOn: ctx.today(), movementId: null },
    ctx,
  );
  const { id } = awardsHandlers['awards.create'](
    {
      ...EMPTY_DECISION,
      ...proposed,
      formId,
      number: null,
      decidedOn: null,
      occasion: round.occasion,
      awardYear: round.year,
      basis: round.basis,
    },
    ctx,
  );
  repo.setChain(ctx.db, id, { roundId: round.id, eventId: null });
  return { id, created: true };
}

const EMPTY_DECISION = {
  moneyIndividual: null,
  moneyCollective: null,
  moneyHousehold: null,
  moneySource: null,
  basis: null,
  note: null,
  countsOnly: false,
  countCollective: null,
  countIndividual: null,
  countHousehold: null,
} as const;

/** Puts a proposal into a draft; somebody already there by hand is linked. Answers the recipient if it is new. */
function addTo(ctx: Ctx, decisionId: number, p: repo.ProposalRecord): number | null {
  const { kind, memberId, orgUnitId } = p;
  const item = {
    kind,
    memberId,
    orgUnitId,
    spouseId: null,
    honorific: null,
    name: p.name,
    spouseHonorific: null,
    spouseName: null,
    post: p.post,
    unitName: p.unitName,
    movementId: null,
    reason: null,
    amount: null,
  };
  const { ids } = awardsHandlers['awards.addRecipients']({ id: decisionId, items: [item] }, ctx);
  const [added] = ids;
  const there =
    added ??
    recipientsOf(ctx.db, decisionId).find((row) =>
      memberId !== null ? row.kind === kind && row.member_id === memberId : row.org_unit_id === orgUnitId,
    )?.id;
  if (there !== undefined) repo.linkRecipient(ctx.db, there, p.id);
  return added ?? null;
}

function makeDecisions(
  input: ParsedInputOf<'proposals.makeDecisions'>,
  ctx: Ctx,
): OutputOf<'proposals.makeDecisions'> {
  const round = liveRound(ctx, input.roundId);
  const open = repo
    .proposalsOf(ctx.db, round.id)
    .filter((p) => p.result !== null && p.result !== 'refused' && p.decisionId === null)
    .sort((a, b) => RECIPIENT_KINDS.indexOf(a.kind) - RECIPIENT_KINDS.indexOf(b.kind));
  if (open.length === 0) throw new AppError('NOTHING_APPROVED');
  const decisions: Made[] = [];
  const recipientIds: number[] = [];
  for (const formId of new Set(open.map(formOf))) {
    const draft = draftFor(ctx, round, formId);
    const people = open.filter((p) => formOf(p) === formId);
    for (const p of people) {
      const added = addTo(ctx, draft.id, p);
      if (added !== null) recipientIds.push(added);
    }
    awardsHandlers['awards.orderRecipients']({ id: draft.id, order: null, by: 'department' }, ctx);
    decisions.push({ ...draft, form: liveForm(ctx, formId).name, added: people.length });
  }
  recordChange(ctx, {
    entity: 'award_round',
    entityId: round.id,
    action: 'issue',
    after: { decisions: decisions.map(({ id }) => id), added: open.length },
  });
  const decisionIds = decisions.filter((one) => one.created).map((one) => one.id);
  ctx.undo('proposals.dropDecisions', { roundId: round.id, decisionIds, recipientIds });
  return { added: open.length, decisions };
}

function dropDecisions(input: ParsedInputOf<'proposals.dropDecisions'>, ctx: Ctx): { count: number } {
  const { roundId, decisionIds } = input;
  const dropped = new Set(decisionIds);
  for (const id of decisionIds) if (liveDecision(ctx, id).status === 'issued') throw new AppError('CLOSED');
  const byDecision = new Map<number, number[]>();
  for (const id of input.recipientIds) {
    const row = recipientById(ctx.db, id);
    if (!row || dropped.has(row.decision_id)) continue;
    byDecision.set(row.decision_id, [...(byDecision.get(row.decision_id) ?? []), id]);
  }
  for (const ids of byDecision.values()) awardsHandlers['awards.removeRecipients']({ ids }, ctx);
  if (decisionIds.length > 0) awardsHandlers['awards.trash']({ ids: [...decisionIds] }, ctx);
  ctx.undo('proposals.makeDecisions', { roundId });
  return { count: decisionIds.length + input.recipientIds.length };
}

function ofDecision(
  input: ParsedInputOf<'proposals.ofDecision'>,
  ctx: Ctx,
): OutputOf<'proposals.ofDecision'> {
  const { id } = liveDecision(ctx, input.decisionId);
  const chain = repo.chainOf(ctx.db, id);
  const from = chain?.roundId ? roundById(ctx.db, chain.roundId) : undefined;
  const round = from && from.deletedAt === null ? { id: from.id, name: from.name } : null;
  const event = chain?.eventId ? (repo.eventName(ctx.db, chain.eventId) ?? null) : null;
  return { round, event, proposals: repo.linkedProposals(ctx.db, id) };
}

const ofEvent = (input: ParsedInputOf<'proposals.ofEvent'>, ctx: Ctx): OutputOf<'proposals.ofEvent'> => ({
  rows: repo.decisionsAt(ctx.db, input.eventId),
});

function setCeremony(input: ParsedInputOf<'proposals.setCeremony'>, ctx: Ctx): { count: number } {
  const { id } = liveDecision(ctx, input.decisionId);
  const before = repo.chainOf(ctx.db, id) ?? { roundId: null, eventId: null };
  if (input.eventId !== null && !repo.eventName(ctx.db, input.eventId)) throw new AppError('NOT_FOUND');
  repo.setChain(ctx.db, id, { ...before, eventId: input.eventId });
  recordChange(ctx, {
    entity: 'award_decision',
    entityId: id,
    action: 'update',
    before: { ceremonyId: before.eventId },
    after: { ceremonyId: input.eventId },
  });
  ctx.undo('proposals.setCeremony', { decisionId: id, eventId: before.eventId });
  return { count: 1 };
}

export const chainHandlers = {
  'proposals.makeDecisions': makeDecisions,
  'proposals.dropDecisions': dropDecisions,
  'proposals.ofDecision': ofDecision,
  'proposals.ofEvent': ofEvent,
  'proposals.setCeremony': setCeremony,
};
