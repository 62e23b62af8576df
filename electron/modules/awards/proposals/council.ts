/** The council (họp xét): who was called and came, votes on each proposal, and results with their reasons. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { reachesThreshold, voteText } from '../../../../shared/domain/proposals';
import { fold } from '../../../../shared/text/fold';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { organisationHandlers, termOn } from '../../organisation/service';
import * as repo from './councilRepository';
import { liveProposal } from './proposals';
import { proposalsOf } from './repository';
import { liveRound } from './rounds';

type Meeting = Omit<ParsedInputOf<'proposals.saveMeeting'>, 'id' | 'version'>;
type Change = ParsedInputOf<'proposals.vote'>['rows'][number];
type Whole = ParsedInputOf<'proposals.putVotes'>['rows'][number];

/** Share of votes asked for while no meeting says otherwise; to be checked against the office's own rules. */
const USUAL_THRESHOLD = 50;

/** A meeting that is not in the trash. Errors: NOT_FOUND. */
export function liveMeeting(ctx: Pick<Ctx, 'db'>, id: number): repo.MeetingRecord {
  const row = repo.meetingById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

export const fieldsOf = (m: repo.MeetingRecord): repo.MeetingFields => ({
  heldOn: m.heldOn,
  startsAt: m.startsAt,
  endsAt: m.endsAt,
  place: m.place,
  chairName: m.chairName,
  chairPost: m.chairPost,
  secretaryName: m.secretaryName,
  threshold: m.threshold,
  opinions: m.opinions,
  conclusion: m.conclusion,
});

/** The emulation council if the unit has one, else the executive committee, as in post on the day. */
function councilOn(ctx: Ctx, day: string) {
  const { committees } = organisationHandlers['organisation.committees']({ termId: null, asOf: day }, ctx);
  return (
    committees.find((one) => fold(one.name).includes('thi dua')) ??
    committees.find((one) => one.kind === 'executive') ??
    null
  );
}

/** Who leads the council: its chair, else the chair of the term; whoever stands first where neither is known. */
function chairOf(ctx: Ctx, council: ReturnType<typeof councilOn>, day: string) {
  const own = council?.posts.find((post) => post.role === 'chair');
  if (own) return { name: own.name, post: own.title };
  const term = termOn(ctx, day);
  if (term?.chairName) return { name: term.chairName, post: term.chairTitle ?? 'Chủ tịch' };
  const first = council?.posts[0];
  return first ? { name: first.name, post: first.title } : null;
}

function meetingDefaults(
  input: ParsedInputOf<'proposals.meetingDefaults'>,
  ctx: Ctx,
): OutputOf<'proposals.meetingDefaults'> {
  liveRound(ctx, input.roundId);
  const council = councilOn(ctx, input.heldOn);
  const people = new Map<string, repo.Attendee>();
  for (const post of council?.posts ?? []) {
    const key = post.memberId === null ? fold(post.name) : String(post.memberId);
    if (people.has(key)) continue;
    const { memberId, name, title } = post;
    people.set(key, { memberId, name, post: title, present: true, reason: null });
  }
  const chair = chairOf(ctx, council, input.heldOn);
  const last = repo.lastMeeting(ctx.db);
  return {
    place: last?.place ?? null,
    chairName: chair?.name ?? null,
    chairPost: chair?.post ?? null,
    secretaryName: last?.secretaryName ?? null,
    threshold: last?.threshold ?? USUAL_THRESHOLD,
    attendees: [...people.values()],
  };
}

/** Every proposal of the round beside what this meeting said of it. */
export function voteRows(ctx: Pick<Ctx, 'db'>, m: repo.MeetingRecord): OutputOf<'proposals.meeting'>['rows'] {
  const votes = new Map(repo.votesOf(ctx.db, m.id).map((vote) => [vote.proposalId, vote]));
  return proposalsOf(ctx.db, m.roundId).map((p) => {
    const vote = votes.get(p.id);
    return {
      proposalId: p.id,
      kind: p.kind,
      memberId: p.memberId,
      name: p.name,
      unitName: p.unitName,
      formId: p.formId,
      form: p.form,
      formEn: p.formEn,
      votesFor: vote?.votesFor ?? null,
      voters: vote?.voters ?? null,
      votes: voteText(vote?.votesFor ?? null, vote?.voters ?? null),
      result: vote?.result ?? null,
      changedFormId: vote?.formId ?? null,
      reason: vote?.reason ?? null,
    };
  });
}

function meeting(input: ParsedInputOf<'proposals.meeting'>, ctx: Ctx): OutputOf<'proposals.meeting'> {
  const m = repo.meetingById(ctx.db, input.id);
  if (!m) throw new AppError('NOT_FOUND');
  const attendees = repo.attendeesOf(ctx.db, m.id);
  return {
    id: m.id,
    version: m.version,
    roundId: m.roundId,
    deletedAt: m.deletedAt,
    fields: fieldsOf(m),
    attendees,
    present: attendees.filter((one) => one.present).length,
    called: attendees.length,
    rows: voteRows(ctx, m),
  };
}

function saveMeeting(
  input: ParsedInputOf<'proposals.saveMeeting'>,
  ctx: Ctx,
): OutputOf<'proposals.saveMeeting'> {
  const { id, version, ...typed } = input;
  const { roundId, attendees, ...fields } = typed;
  liveRound(ctx, roundId);
  if (id === null) {
    const made = repo.insertMeeting(ctx.db, { ...fields, roundId, uid: uuid() }, ctx.now());
    repo.setAttendees(ctx.db, made, attendees);
    recordChange(ctx, { entity: 'council_meeting', entityId: made, action: 'create', after: typed });
    ctx.undo('proposals.trashMeetings', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = liveMeeting(ctx, id);
  if (row.roundId !== roundId) throw new AppError('NOT_FOUND');
  const before: Meeting = { roundId, ...fieldsOf(row), attendees: repo.attendeesOf(ctx.db, id) };
  const held = version ?? row.version;
  if (!repo.updateMeeting(ctx.db, { ...fields, id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  repo.setAttendees(ctx.db, id, attendees);
  recordChange(ctx, { entity: 'council_meeting', entityId: id, action: 'update', before, after: typed });
  ctx.undo('proposals.saveMeeting', { id, version: held + 1, ...before });
  return { id, version: held + 1 };
}

function trashMeetings(input: ParsedInputOf<'proposals.trashMeetings'>, ctx: Ctx): { count: number } {
  for (const id of input.ids) {
    const row = liveMeeting(ctx, id);
    repo.setMeetingDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'council_meeting', entityId: id, action: 'trash', before: fieldsOf(row) });
  }
  ctx.undo('proposals.restoreMeetings', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreMeetings(input: ParsedInputOf<'proposals.restoreMeetings'>, ctx: Ctx): { count: number } {
  const back = input.ids.filter((id) => repo.setMeetingDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'council_meeting', entityId: id, action: 'restore' });
  ctx.undo('proposals.trashMeetings', { ids: input.ids });
  return { count: back.length };
}

const NO_VOTE = { votesFor: null, voters: null, result: null, formId: null, reason: null } as const;

/** The vote after a change. Errors: VOTES_MORE, REASON_REQUIRED, INVALID_INPUT. */
function changed(
  vote: repo.Vote,
  change: Change,
  m: repo.MeetingRecord,
  present: number,
  at: number,
): repo.Vote {
  const refuse = (code: 'VOTES_MORE' | 'REASON_REQUIRED' | 'INVALID_INPUT', field: string) =>
    new AppError(code, { fields: { [`rows.${at}.${field}`]: code } });
  const keep = <T>(given: T | undefined, now: T): T => (given === undefined ? now : given);
  const votesFor = keep(change.votesFor, vote.votesFor);
  const voters =
    votesFor === null ? null : (keep(change.voters, vote.voters) ?? (present > 0 ? present : null));
  if (votesFor !== null && voters === null) throw refuse('INVALID_INPUT', 'voters');
  if (votesFor !== null && voters !== null && votesFor > voters) throw refuse('VOTES_MORE', 'votesFor');
  const voted =
    votesFor === null || voters === null
      ? null
      : reachesThreshold(votesFor, voters, m.threshold)
        ? ('approved' as const)
        : ('refused' as const);
  const counted = change.votesFor !== undefined || change.voters !== undefined;
  const result = change.result === undefined ? (counted ? voted : vote.result) : change.result;
  const formId = result === 'changed' ? keep(change.formId, vote.formId) : null;
  const reason = keep(change.reason, vote.reason);
  if (result === 'changed' && formId === null) throw refuse('INVALID_INPUT', 'formId');
  const against = voted !== null && result !== null && (result === 'refused') !== (voted === 'refused');
  if ((result === 'changed' || against) && reason === null) throw refuse('REASON_REQUIRED', 'reason');
  return { proposalId: vote.proposalId, votesFor, voters, result, formId, reason };
}

function vote(input: ParsedInputOf<'proposals.vote'>, ctx: Ctx): { count: number } {
  const m = liveMeeting(ctx, input.meetingId);
  const present = repo.attendeesOf(ctx.db, m.id).filter((one) => one.present).length;
  const rows = input.rows.map((change, at) => {
    const { proposalId } = change;
    if (liveProposal(ctx, proposalId).roundId !== m.roundId) throw new AppError('NOT_FOUND');
    const held = repo.voteOn(ctx.db, m.id, proposalId);
    const after = changed(held ?? { proposalId, ...NO_VOTE }, change, m, present, at);
    return write(ctx, m.id, held, after);
  });
  ctx.undo('proposals.putVotes', { meetingId: m.id, rows });
  return { count: rows.length };
}

/** Writes a vote, or none, and answers what was there. */
function write(ctx: Ctx, meetingId: number, held: repo.Vote | undefined, after: repo.Vote | number): Whole {
  const proposalId = typeof after === 'number' ? after : after.proposalId;
  if (typeof after === 'number') repo.dropVote(ctx.db, meetingId, after);
  else repo.putVote(ctx.db, meetingId, after);
  recordChange(ctx, {
    entity: 'proposal',
    entityId: proposalId,
    action: 'update',
    before: { vote: held ?? null },
    after: { vote: typeof after === 'number' ? null : after },
  });
  return held ? { ...held, known: true } : { proposalId, known: false, ...NO_VOTE };
}

function putVotes(input: ParsedInputOf<'proposals.putVotes'>, ctx: Ctx): { count: number } {
  const m = liveMeeting(ctx, input.meetingId);
  const rows = input.rows.map(({ known, ...row }) => {
    const held = repo.voteOn(ctx.db, m.id, row.proposalId);
    return write(ctx, m.id, held, known ? row : row.proposalId);
  });
  ctx.undo('proposals.putVotes', { meetingId: m.id, rows });
  return { count: rows.length };
}

export const councilHandlers = {
  'proposals.meetingDefaults': meetingDefaults,
  'proposals.meeting': meeting,
  'proposals.saveMeeting': saveMeeting,
  'proposals.trashMeetings': trashMeetings,
  'proposals.restoreMeetings': restoreMeetings,
  'proposals.vote': vote,
  'proposals.putVotes': putVotes,
};
