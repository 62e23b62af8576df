/** Contests and sports days: rounds, contents; entries with people, results and prizes. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { prizeName } from '../../../../shared/domain/contests';
import { recordChange } from '../../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { liveEvent } from '../attendance/list';
import { departmentNames, departmentsOf } from '../attendance/repository';
import type { ListedEvent } from '../repository';
import { awardHandlers } from './awards';
import { contestHandlers } from './papers';
import { keepPlaces } from './places';
import * as repo from './repository';
import { contestView } from './view';

export { trashedEntries } from './repository';

type EntryInput = ParsedInputOf<'contests.saveEntry'>;

function save(input: ParsedInputOf<'contests.save'>, ctx: Ctx): OutputOf<'contests.save'> {
  const { eventId, version, ...fields } = input;
  liveEvent(ctx, eventId);
  if (repo.versionOf(ctx.db, eventId) !== version) throw new AppError('VERSION_CONFLICT');
  const before = {
    rounds: repo.roundsOf(ctx.db, eventId),
    subjects: repo.subjectsOf(ctx.db, eventId),
  };
  keepPlaces(ctx.db, eventId, before, fields);
  repo.putContest(ctx.db, eventId, version + 1, fields, ctx.now());
  recordChange(ctx, {
    entity: 'contest',
    entityId: eventId,
    action: version === 0 ? 'create' : 'update',
    ...(version === 0 ? {} : { before }),
    after: fields,
  });
  ctx.undo('contests.save', { eventId, version: version + 1, ...before });
  return { id: eventId, version: version + 1 };
}

/** The people under the names of the register. */
function namedPeople(ctx: Ctx, people: EntryInput['people']): repo.EntryPerson[] {
  const ids = people.flatMap(({ memberId }) => memberId ?? []);
  if (new Set(ids).size < ids.length)
    throw new AppError('ENTRY_TWICE', { fields: { people: 'ENTRY_TWICE' } });
  const names = new Map(repo.memberNames(ctx.db, ids).map((one) => [one.id, one.name]));
  return people.map(({ memberId, name }) => {
    const known = memberId === null ? name : names.get(memberId);
    if (!known) throw new AppError('NOT_FOUND', { fields: { people: 'NOT_FOUND' } });
    return { memberId, name: known };
  });
}

/** Columns of an entry, with the name and the department that follow from its people. */
function columnsOf(
  ctx: Ctx,
  event: ListedEvent,
  input: EntryInput,
  people: readonly repo.EntryPerson[],
): repo.EntryColumns {
  const day = event.last_day;
  const members = people.flatMap(({ memberId }) => memberId ?? []);
  const found = new Set(departmentsOf(ctx.db, members, day).map((one) => one.departmentId));
  const [common] = found.size === 1 ? found : [];
  const departmentId = input.departmentId ?? (common || null);
  const unit =
    input.kind === 'unit' && departmentId !== null
      ? (departmentNames(ctx.db, [departmentId], day)[0]?.name ?? null)
      : null;
  const name = input.name ?? (input.kind === 'person' ? (people[0]?.name ?? null) : unit);
  if (name === null) throw new AppError('ENTRY_NAME', { fields: { name: 'ENTRY_NAME' } });
  return { kind: input.kind, name, subject: input.subject, departmentId, note: input.note };
}

function partsOf(ctx: Ctx, input: EntryInput): repo.EntryParts {
  if (input.prizes.some((prize) => prize.rank === 'own' && prize.name === null))
    throw new AppError('PRIZE_NAME', { fields: { prizes: 'PRIZE_NAME' } });
  return {
    people: namedPeople(ctx, input.people),
    results: input.results.filter(({ hundredths, words }) => hundredths !== null || words !== null),
    prizes: input.prizes.map((prize) => (prize.rank === 'own' ? prize : { ...prize, name: null })),
  };
}

function saveEntry(input: EntryInput, ctx: Ctx): OutputOf<'contests.saveEntry'> {
  const event = liveEvent(ctx, input.eventId);
  if (repo.versionOf(ctx.db, event.id) === 0)
    repo.putContest(ctx.db, event.id, 1, { rounds: [], subjects: [] }, ctx.now());
  const subjects = repo.subjectsOf(ctx.db, event.id).length;
  const rounds = repo.roundsOf(ctx.db, event.id).length;
  if ((input.subject ?? -1) >= subjects || input.results.some(({ round }) => round >= rounds))
    throw new AppError('NOT_FOUND', { fields: { subject: 'NOT_FOUND' } });
  const parts = partsOf(ctx, input);
  const columns = columnsOf(ctx, event, input, parts.people);
  const after = { ...columns, ...parts };
  if (input.id === null) {
    const id = repo.insertEntry(ctx.db, { ...columns, eventId: event.id, uid: uuid() }, ctx.now());
    repo.putParts(ctx.db, id, parts);
    recordChange(ctx, { entity: 'contest_entry', entityId: id, action: 'create', after });
    ctx.undo('contests.trashEntries', { ids: [id] });
    return { id, version: 1 };
  }
  return changeEntry(ctx, { id: input.id, version: input.version ?? 0, eventId: event.id }, columns, parts);
}

function changeEntry(
  ctx: Ctx,
  key: { id: number; version: number; eventId: number },
  columns: repo.EntryColumns,
  parts: repo.EntryParts,
): OutputOf<'contests.saveEntry'> {
  const { id, version, eventId } = key;
  const row = repo.entryById(ctx.db, id);
  if (!row || row.deletedAt !== null || row.eventId !== eventId) throw new AppError('NOT_FOUND');
  const { kind, name, subject, departmentId, note } = row;
  const before = { kind, name, subject, departmentId, note, ...repo.partsOf(ctx.db, id) };
  if (!repo.updateEntry(ctx.db, { ...columns, id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  repo.putParts(ctx.db, id, parts);
  recordChange(ctx, {
    entity: 'contest_entry',
    entityId: id,
    action: 'update',
    before,
    after: { ...columns, ...parts },
  });
  ctx.undo('contests.saveEntry', { eventId, id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

function trash(input: ParsedInputOf<'contests.trashEntries'>, ctx: Ctx): OutputOf<'contests.trashEntries'> {
  for (const id of input.ids) {
    const row = repo.entryById(ctx.db, id);
    if (!row || !repo.setEntryDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, {
      entity: 'contest_entry',
      entityId: id,
      action: 'trash',
      before: { ...row, ...repo.partsOf(ctx.db, id) },
    });
  }
  ctx.undo('contests.restoreEntries', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(
  input: ParsedInputOf<'contests.restoreEntries'>,
  ctx: Ctx,
): OutputOf<'contests.restoreEntries'> {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setEntryDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: 'contest_entry', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('contests.trashEntries', { ids: input.ids });
  return { count };
}

function prizes(input: ParsedInputOf<'contests.prizes'>, ctx: Ctx): OutputOf<'contests.prizes'> {
  const rows = repo.prizes(ctx.db, input.year);
  return {
    rows: rows.map((row) => ({
      ...row,
      memberIds: repo.partsOf(ctx.db, row.entryId).people.flatMap(({ memberId }) => memberId ?? []),
    })),
  };
}

/** Entries and prizes in a member's story. */
export function contestTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  return repo.entriesOfMember(ctx.db, memberId).map((row) => {
    const won = repo.partsOf(ctx.db, row.entryId).prizes;
    const words = (locale: 'vi' | 'en') =>
      [won.map((prize) => prizeName(prize, locale)).join(', '), row.contest].filter(Boolean).join(' – ');
    return {
      kind: 'event',
      date: row.startsOn,
      title: words('vi'),
      titleEn: words('en'),
      detail: row.kind === 'person' ? null : row.name,
      recordId: row.eventId,
    };
  });
}

export const contestsHandlers: HandlersOf<'contests'> = {
  'contests.get': (input, ctx) => contestView(ctx, liveEvent(ctx, input.eventId)),
  'contests.save': save,
  'contests.saveEntry': saveEntry,
  'contests.trashEntries': trash,
  'contests.restoreEntries': restore,
  'contests.prizes': prizes,
  ...awardHandlers,
  ...contestHandlers,
};
