/** Proposals of a round: listed, typed or taken in from a list, corrected. Nobody is proposed twice for one form. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { registerText } from '../../../../shared/domain/awards';
import { voteText } from '../../../../shared/domain/proposals';
import { fold } from '../../../../shared/text/fold';
import { sortKey, textSortKey } from '../../../../shared/text/name';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { postsHeld } from '../../organisation/committees/service';
import { orgUnitName } from '../repository';
import * as repo from './repository';
import { liveRound, writeUnits } from './rounds';

type Row = OutputOf<'proposals.list'>['rows'][number];
type Typed = ParsedInputOf<'proposals.takeIn'>['rows'][number];

/** A proposal that is not in the trash. Errors: NOT_FOUND. */
export function liveProposal(ctx: Pick<Ctx, 'db'>, id: number): repo.ProposalRecord {
  const row = repo.proposalById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

export const fieldsOf = (r: repo.ProposalRecord): repo.ProposalFields => ({
  kind: r.kind,
  memberId: r.memberId,
  orgUnitId: r.orgUnitId,
  formId: r.formId,
  fromUnitId: r.fromUnitId,
  name: r.name,
  post: r.post,
  unionPost: r.unionPost,
  unitName: r.unitName,
  achievement: r.achievement,
  initiative: r.initiative,
  awardedBefore: r.awardedBefore,
  note: r.note,
});

function rowOf(r: repo.ProposalRecord): Row {
  const outcome =
    r.result === null || r.meetingId === null
      ? null
      : {
          meetingId: r.meetingId,
          heldOn: r.heldOn ?? '',
          result: r.result,
          votesFor: r.votesFor,
          voters: r.voters,
          votes: voteText(r.votesFor, r.voters),
          form: r.changedForm,
          formEn: r.changedFormEn,
          reason: r.reason,
        };
  return {
    ...fieldsOf(r),
    id: r.id,
    version: r.version,
    form: r.form,
    formEn: r.formEn,
    fromUnit: r.fromUnit,
    birthYear: r.birthYear,
    gender: r.gender,
    gone: r.gone === 1,
    outcome,
    decision:
      r.decisionId === null || r.decisionStatus === null
        ? null
        : {
            id: r.decisionId,
            number: r.decisionNumber,
            status: r.decisionStatus,
            register: registerText(r.registerNo, r.registerYear),
          },
  };
}

function list(input: ParsedInputOf<'proposals.list'>, ctx: Ctx): OutputOf<'proposals.list'> {
  const words = fold(input.search).split(' ').filter(Boolean);
  const rows = repo
    .proposalsOf(ctx.db, liveRound(ctx, input.roundId).id)
    .filter((row) => {
      const text = fold([row.name, row.unitName, row.fromUnit].filter(Boolean).join(' '));
      return (
        (input.kind === null || row.kind === input.kind) &&
        (input.formId === null || row.formId === input.formId) &&
        (input.fromUnitId === null || row.fromUnitId === input.fromUnitId) &&
        (input.outcome === null || (row.result ?? 'open') === input.outcome) &&
        words.every((word) => text.includes(word))
      );
    })
    .map(rowOf);
  return { total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit) };
}

/** Who is proposed for what: the same key is the same proposal. */
export const sameProposal = (p: {
  kind: string;
  memberId: number | null;
  orgUnitId: number | null;
  formId: number;
  name: string | null;
}): string =>
  `${p.kind}:${p.formId}:${p.memberId ?? ''}:${p.orgUnitId ?? ''}:${p.memberId || p.orgUnitId ? '' : fold(p.name ?? '')}`;

/** What is left out of a proposal, from the registers of members and units. Errors: NOT_FOUND, INVALID_INPUT. */
function complete(
  ctx: Ctx,
  typed: Typed,
  at: number,
): repo.ProposalFields & { nameKey: string; sortKey: string } {
  const collective = typed.kind === 'collective';
  const memberId = collective ? null : typed.memberId;
  const orgUnitId = collective ? typed.orgUnitId : null;
  const person = memberId === null ? undefined : repo.personById(ctx.db, memberId);
  const unit = orgUnitId === null ? undefined : orgUnitName(ctx.db, orgUnitId);
  if ((memberId !== null && !person) || (orgUnitId !== null && unit === undefined))
    throw new AppError('NOT_FOUND');
  const name = typed.name ?? person?.fullName ?? unit ?? null;
  if (name === null)
    throw new AppError('INVALID_INPUT', { fields: { [`rows.${at}.name`]: 'INVALID_INPUT' } });
  return {
    ...typed,
    memberId,
    orgUnitId,
    name,
    post: typed.post ?? person?.post ?? null,
    unionPost:
      typed.unionPost ??
      (memberId === null ? null : (postsHeld(ctx, [memberId], ctx.today()).get(memberId) ?? null)),
    unitName: typed.unitName ?? person?.department ?? null,
    nameKey: fold(name),
    sortKey: collective ? textSortKey(name) : sortKey(name, person?.sortName ?? null),
  };
}

function takeIn(input: ParsedInputOf<'proposals.takeIn'>, ctx: Ctx): OutputOf<'proposals.takeIn'> {
  const { roundId, fileName } = input;
  liveRound(ctx, roundId);
  const known = new Set(repo.proposalsOf(ctx.db, roundId).map(sameProposal));
  const made: number[] = [];
  let skipped = 0;
  input.rows.forEach((typed, at) => {
    const row = complete(ctx, typed, at);
    if (known.has(sameProposal(row))) {
      skipped += 1;
      return;
    }
    known.add(sameProposal(row));
    const id = repo.insertProposal(ctx.db, { ...row, roundId, uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'proposal', entityId: id, action: 'create', after: typed });
    made.push(id);
  });
  const handedOn = ctx.today();
  const units = writeUnits(
    ctx,
    roundId,
    [...new Set(input.orgUnitIds)].map((orgUnitId) => ({ orgUnitId, handedOn, fileName, note: null })),
  );
  if (units.length > 0)
    recordChange(ctx, {
      entity: 'award_round',
      entityId: roundId,
      action: 'import',
      after: { fileName, rows: made.length, skipped },
    });
  if (made.length > 0 || units.length > 0)
    ctx.undo('proposals.takeBack', { roundId, trash: made, restore: [], units });
  return { ids: made, skipped };
}

function takeBack(input: ParsedInputOf<'proposals.takeBack'>, ctx: Ctx): { count: number } {
  const { roundId } = input;
  liveRound(ctx, roundId);
  const move = (ids: readonly number[], action: 'trash' | 'restore') => {
    for (const id of ids) {
      const row = repo.proposalById(ctx.db, id);
      if (
        row?.roundId !== roundId ||
        !repo.setProposalDeleted(ctx.db, id, action === 'trash' ? ctx.now() : null)
      )
        throw new AppError('NOT_FOUND');
      recordChange(ctx, { entity: 'proposal', entityId: id, action });
    }
  };
  move(input.trash, 'trash');
  move(input.restore, 'restore');
  const units = writeUnits(ctx, roundId, input.units);
  ctx.undo('proposals.takeBack', { roundId, trash: input.restore, restore: input.trash, units });
  return { count: input.trash.length + input.restore.length + units.length };
}

function save(input: ParsedInputOf<'proposals.save'>, ctx: Ctx): OutputOf<'proposals.save'> {
  const { id, version, ...fields } = input;
  const row = liveProposal(ctx, id);
  const person = fields.memberId === null ? undefined : repo.personById(ctx.db, fields.memberId);
  const written = {
    ...fields,
    memberId: fields.kind === 'collective' ? null : fields.memberId,
    orgUnitId: fields.kind === 'collective' ? fields.orgUnitId : null,
    nameKey: fold(fields.name),
    sortKey:
      fields.kind === 'collective'
        ? textSortKey(fields.name)
        : sortKey(fields.name, person?.sortName ?? null),
  };
  if (!repo.updateProposal(ctx.db, { ...written, id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = fieldsOf(row);
  recordChange(ctx, { entity: 'proposal', entityId: id, action: 'update', before, after: fields });
  ctx.undo('proposals.save', { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

function trash(input: ParsedInputOf<'proposals.trash'>, ctx: Ctx): { count: number } {
  for (const id of input.ids) {
    const row = liveProposal(ctx, id);
    repo.setProposalDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'proposal', entityId: id, action: 'trash', before: fieldsOf(row) });
  }
  ctx.undo('proposals.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'proposals.restore'>, ctx: Ctx): { count: number } {
  const back = input.ids.filter((id) => repo.setProposalDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'proposal', entityId: id, action: 'restore' });
  ctx.undo('proposals.trash', { ids: input.ids });
  return { count: back.length };
}

export const proposalHandlers = {
  'proposals.list': list,
  'proposals.takeIn': takeIn,
  'proposals.takeBack': takeBack,
  'proposals.save': save,
  'proposals.trash': trash,
  'proposals.restore': restore,
};
