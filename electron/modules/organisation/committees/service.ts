/** Committees of a term and union posts (chức vụ công đoàn) as dated records. */
import { v7 as uuid } from 'uuid';
import type { PostRow } from '../../../../shared/contract/committees';
import { AppError } from '../../../../shared/contract/errors';
import { dateBounds } from '../../../../shared/domain/dateMath';
import { fold } from '../../../../shared/text/fold';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import * as organisation from '../repository';
import { committeePdf } from './paper';
import * as repo from './repository';
import { isOver, signerOn, termInOffice } from './terms';

export { chairSigner, signerOn } from './terms';

type Answer = OutputOf<'organisation.committees'>;
type Note = Answer['committees'][number]['notes'][number];

/** Members of the executive committee of a grassroots union (03/HD-TLĐ 2020, 9.1). */
const SEATS = { fewest: 3, most: 15, mostInLarge: 19, largeFrom: 3000 } as const;
/** Kinds every term is expected to have. */
const USUAL = ['executive', 'inspection', 'women'] as const;

function committees(input: ParsedInputOf<'organisation.committees'>, ctx: Ctx): Answer {
  const today = ctx.today();
  const terms = organisation.terms(ctx.db);
  const term =
    input.termId === null
      ? termInOffice(ctx, input.asOf ?? today)
      : (terms.find((row) => row.id === input.termId) ?? null);
  if (input.termId !== null && !term) throw new AppError('NOT_FOUND');
  if (!term) return { asOf: input.asOf ?? today, termId: null, overdue: false, committees: [], missing: [] };
  const next = terms.filter((row) => row.startsOn > term.startsOn).at(-1);
  const asOf = input.asOf ?? dayOfTerm(term, next?.startsOn ?? null, today);
  const posts = repo.posts(ctx.db, asOf, { termId: term.id, all: true });
  const rows = repo.committeesOf(ctx.db, term.id).map((row) => {
    const own = posts.filter((post) => post.committeeId === row.id);
    const held = own.filter((post) => post.held);
    const people = new Set(held.map((post) => post.memberId ?? post.name)).size;
    const vacant = row.seats === null ? null : Math.max(0, row.seats - people);
    return {
      ...row,
      posts: held,
      otherPosts: own.filter((post) => !post.held),
      vacant,
      notes: notesOf(ctx, row, held, people),
    };
  });
  const missing = USUAL.filter((kind) => !rows.some((row) => row.kind === kind));
  return { asOf, termId: term.id, overdue: !next && isOver(term, today), committees: rows, missing };
}

/** Today, or the last day of a term that is over, the first of one still to come. */
function dayOfTerm(term: organisation.TermRow, nextStart: string | null, today: string): string {
  const first = dateBounds(term.startsOn).first;
  if (first > today) return first;
  if (nextStart === null || nextStart > today) return today;
  const last = new Date(`${dateBounds(nextStart).first}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() - 1);
  return last.toISOString().slice(0, 10);
}

function notesOf(ctx: Ctx, row: repo.CommitteeRecord, held: readonly PostRow[], people: number): Note[] {
  const notes: Note[] = [];
  if (!held.some((post) => post.role === 'chair')) notes.push({ kind: 'noChair', count: 0 });
  if (row.seats !== null && people < row.seats) notes.push({ kind: 'vacant', count: row.seats - people });
  if (row.seats !== null && people > row.seats) notes.push({ kind: 'over', count: people - row.seats });
  const gone = held.filter((post) => post.gone).length;
  if (gone > 0) notes.push({ kind: 'gone', count: gone });
  if (row.kind === 'executive' && row.seats !== null) {
    const large = organisation.activeMembers(ctx.db) >= SEATS.largeFrom;
    const most = large ? SEATS.mostInLarge : SEATS.most;
    if (row.seats < SEATS.fewest) notes.push({ kind: 'fewSeats', count: SEATS.fewest });
    if (row.seats > most) notes.push({ kind: 'manySeats', count: most });
  }
  return notes;
}

function saveCommittee(
  input: ParsedInputOf<'organisation.saveCommittee'>,
  ctx: Ctx,
): OutputOf<'organisation.saveCommittee'> {
  const { id, version, ...fields } = input;
  if (!organisation.terms(ctx.db).some((term) => term.id === fields.termId)) throw new AppError('NOT_FOUND');
  if (id === null) {
    const newId = repo.insertCommittee(ctx.db, { ...fields, uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'committee', entityId: newId, action: 'create', after: fields });
    ctx.undo('organisation.trashCommittees', { ids: [newId] });
    return { id: newId, version: 1 };
  }
  const before = repo.committeeById(ctx.db, id);
  if (!before) throw new AppError('NOT_FOUND');
  const after = { ...fields, id, version: version ?? 0 };
  if (!repo.updateCommittee(ctx.db, after)) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'committee', entityId: id, action: 'update', before, after });
  ctx.undo('organisation.saveCommittee', { ...before, version: after.version + 1 });
  return { id, version: after.version + 1 };
}

function startCommittees(
  input: ParsedInputOf<'organisation.startCommittees'>,
  ctx: Ctx,
): OutputOf<'organisation.startCommittees'> {
  const term = organisation.terms(ctx.db).find((row) => row.id === input.termId);
  if (!term) throw new AppError('NOT_FOUND');
  const ids = input.items.map((item) => {
    const fields = { ...item, termId: term.id, decisionNo: null, decisionDate: null, note: null };
    const id = repo.insertCommittee(ctx.db, { ...fields, uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'committee', entityId: id, action: 'create', after: fields });
    if (item.kind === 'executive' && input.chairTitle !== null) addSigner(ctx, id, term, input.chairTitle);
    return id;
  });
  ctx.undo('organisation.trashCommittees', { ids });
  return { ids };
}

/** The signer of a term as the chair of its executive committee. */
function addSigner(ctx: Ctx, committeeId: number, term: organisation.TermRow, title: string): void {
  const memberId = repo.onlyMemberNamed(ctx.db, fold(term.chairName));
  insertPost(ctx, {
    committeeId,
    orgUnitId: null,
    memberId,
    personName: memberId === null ? term.chairName : null,
    personNote: null,
    role: 'chair',
    title,
    fromDate: term.startsOn,
    how: 'congress',
    decisionNo: null,
    decisionDate: null,
    endedOn: null,
    endReason: null,
    endDecisionNo: null,
    endDecisionDate: null,
    note: null,
  });
}

function insertPost(ctx: Ctx, fields: repo.PostFields): number {
  const id = repo.insertPost(ctx.db, { ...fields, uid: uuid() }, ctx.now());
  recordChange(ctx, { entity: 'union_post', entityId: id, action: 'create', after: fields });
  return id;
}

function posts(input: ParsedInputOf<'organisation.posts'>, ctx: Ctx): OutputOf<'organisation.posts'> {
  const { asOf, ...filter } = input;
  const day = asOf ?? ctx.today();
  return { asOf: day, rows: repo.posts(ctx.db, day, filter) };
}

/** Refuses a post without exactly one body and one person, with its end before its beginning, or held twice at once. */
function refuseWrong(ctx: Ctx, fields: repo.PostFields, id: number | null): void {
  if ((fields.committeeId === null) === (fields.orgUnitId === null))
    throw new AppError('POST_PLACE', { fields: { committeeId: 'POST_PLACE' } });
  if ((fields.memberId === null) === (fields.personName === null))
    throw new AppError('POST_PERSON', { fields: { memberId: 'POST_PERSON' } });
  if (fields.committeeId !== null && !repo.committeeById(ctx.db, fields.committeeId))
    throw new AppError('NOT_FOUND');
  if (fields.orgUnitId !== null && !organisation.orgUnit(ctx.db, fields.orgUnitId))
    throw new AppError('NOT_FOUND');
  refuseOrder(fields.fromDate, fields.endedOn);
  const twin = repo.sameTime(ctx.db, fields, id);
  if (twin)
    throw new AppError('POST_TWICE', { fields: { memberId: 'POST_TWICE' }, details: { title: twin.title } });
}

function refuseOrder(fromDate: string, endedOn: string | null): void {
  if (endedOn !== null && endedOn < fromDate.slice(0, endedOn.length))
    throw new AppError('DATE_ORDER', { fields: { endedOn: 'DATE_ORDER' } });
}

function savePost(
  input: ParsedInputOf<'organisation.savePost'>,
  ctx: Ctx,
): OutputOf<'organisation.savePost'> {
  const { id, version, ...fields } = input;
  if (id === null) {
    refuseWrong(ctx, fields, null);
    const newId = insertPost(ctx, fields);
    ctx.undo('organisation.trashPosts', { ids: [newId] });
    return { id: newId, version: 1 };
  }
  const before = repo.postById(ctx.db, id);
  if (!before) throw new AppError('NOT_FOUND');
  refuseWrong(ctx, fields, id);
  const after = { ...fields, id, version: version ?? 0 };
  if (!repo.updatePost(ctx.db, after)) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'union_post', entityId: id, action: 'update', before, after });
  ctx.undo('organisation.savePost', { ...before, version: after.version + 1 });
  return { id, version: after.version + 1 };
}

function endPosts(
  input: ParsedInputOf<'organisation.endPosts'>,
  ctx: Ctx,
): OutputOf<'organisation.endPosts'> {
  const back = input.items.map((item) => {
    const before = repo.postById(ctx.db, item.id);
    if (!before) throw new AppError('NOT_FOUND');
    refuseOrder(before.fromDate, item.endedOn);
    const after = { ...before, ...item };
    if (!repo.updatePost(ctx.db, after)) throw new AppError('VERSION_CONFLICT');
    recordChange(ctx, { entity: 'union_post', entityId: item.id, action: 'update', before, after });
    const { endedOn, endReason, endDecisionNo, endDecisionDate } = before;
    return { id: item.id, version: item.version + 1, endedOn, endReason, endDecisionNo, endDecisionDate };
  });
  ctx.undo('organisation.endPosts', { items: back });
  return { count: back.length };
}

function officers(input: ParsedInputOf<'organisation.officers'>, ctx: Ctx) {
  const asOf = input.asOf ?? ctx.today();
  return { asOf, rows: officersOn(ctx, asOf) };
}

/** Officers in post on a day: each person once with all posts held that day, the highest first. */
export function officersOn(ctx: Pick<Ctx, 'db'>, day: string): OutputOf<'organisation.officers'>['rows'] {
  const people = new Map<string, OutputOf<'organisation.officers'>['rows'][number]>();
  const held = repo.posts(ctx.db, day, { all: false });
  const onCommittees = held.filter((post) => post.committeeId !== null);
  const onUnits = held.filter((post) => post.committeeId === null);
  for (const post of [...onCommittees, ...onUnits]) {
    const { memberId, name, givenName, birthDate, department } = post;
    const key = memberId === null ? `name:${fold(name)}` : `member:${memberId}`;
    const person = people.get(key) ?? { memberId, name, givenName, birthDate, department, posts: [] };
    const { id, title, body, role, fromDate } = post;
    person.posts.push({ id, title, body, role, fromDate });
    people.set(key, person);
  }
  return [...people.values()];
}

/** What the register shows as the union post of members: posts held on a day, "Chủ tịch; Trưởng ban, Ban nữ công". */
export function postsHeld(
  ctx: Pick<Ctx, 'db'>,
  memberIds: readonly number[],
  day: string,
): Map<number, string> {
  const words = new Map<number, string>();
  for (const { memberId, title, body, kind } of repo.titlesHeld(ctx.db, memberIds, day)) {
    // The chair of the executive committee chairs its standing committee too: told once.
    if (kind === 'standing' && words.get(memberId)?.split('; ').includes(title)) continue;
    const text = postWords(title, body, kind);
    const known = words.get(memberId);
    words.set(memberId, known ? `${known}; ${text}` : text);
  }
  return words;
}

/** "Chủ tịch" of the executive committee needs no body; "Trưởng ban, Ban nữ công", "Tổ trưởng, Tổ 3" do. */
export function postWords(title: string, body: string, kind: string | null): string {
  if (kind === 'executive' || fold(title).includes(fold(body))) return title;
  return `${title}, ${body}`;
}

/** The posts of a member's story: each beginning and each end. */
export function postTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  return repo.posts(ctx.db, ctx.today(), { memberId, all: true }).flatMap((post) => {
    const title = postWords(post.title, post.body, post.committeeKind);
    const row = (kind: 'post' | 'postEnded', date: string, detail: string | null) => ({
      kind,
      date,
      title,
      detail,
      recordId: post.committeeId,
    });
    const decision = [post.decisionNo, post.body].filter(Boolean).join(' · ');
    const begun = row('post', post.fromDate, decision);
    return post.endedOn === null ? [begun] : [begun, row('postEnded', post.endedOn, post.endReason)];
  });
}

/** To the trash or back, with a row of the log for each. */
function mover(
  table: repo.TrashedTable,
  back: 'Committees' | 'Posts' | 'Terms' | 'Profiles',
): Record<'trash' | 'restore', (input: { ids: number[] }, ctx: Ctx) => { count: number }> {
  return {
    trash(input, ctx) {
      for (const id of input.ids) {
        if (!repo.setDeleted(ctx.db, table, id, ctx.now())) throw new AppError('NOT_FOUND');
        recordChange(ctx, { entity: table, entityId: id, action: 'trash' });
      }
      ctx.undo(`organisation.restore${back}`, { ids: input.ids });
      return { count: input.ids.length };
    },
    restore(input, ctx) {
      let count = 0;
      for (const id of input.ids) {
        if (!repo.setDeleted(ctx.db, table, id, null)) continue;
        recordChange(ctx, { entity: table, entityId: id, action: 'restore' });
        count++;
      }
      ctx.undo(`organisation.trash${back}`, { ids: input.ids });
      return { count };
    },
  };
}

const moveCommittees = mover('committee', 'Committees');
const movePosts = mover('union_post', 'Posts');
const moveTerms = mover('term', 'Terms');
const moveProfiles = mover('unit_profile', 'Profiles');

function trashProfiles(input: { ids: number[] }, ctx: Ctx): { count: number } {
  if (organisation.profiles(ctx.db).every((row) => input.ids.includes(row.id)))
    throw new AppError('IN_USE', { details: { name: '', count: 1 } });
  return moveProfiles.trash(input, ctx);
}

export const committeesHandlers = {
  'organisation.committees': committees,
  'organisation.saveCommittee': saveCommittee,
  'organisation.startCommittees': startCommittees,
  'organisation.trashCommittees': moveCommittees.trash,
  'organisation.restoreCommittees': moveCommittees.restore,
  'organisation.posts': posts,
  'organisation.savePost': savePost,
  'organisation.endPosts': endPosts,
  'organisation.trashPosts': movePosts.trash,
  'organisation.restorePosts': movePosts.restore,
  'organisation.officers': officers,
  'organisation.signer': (input: ParsedInputOf<'organisation.signer'>, ctx: Ctx) =>
    signerOn(ctx, input.day ?? ctx.today()),
  'organisation.committeePdf': committeePdf,
  'organisation.trashTerms': moveTerms.trash,
  'organisation.restoreTerms': moveTerms.restore,
  'organisation.trashProfiles': trashProfiles,
  'organisation.restoreProfiles': moveProfiles.restore,
};
