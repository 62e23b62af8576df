/** Reading participation: the departments of the list, the people on it, the rate and the report sentence. */
import { participationRate, participationSentence } from '../../../../shared/domain/eventFigures';
import { matchRank, parseQuery } from '../../../../shared/text/search';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { countOf, figureOf, wordingOf } from '../record';
import type { ListedEvent } from '../repository';
import { departmentsFor, listDay, liveEvent } from './list';
import * as repo from './repository';

type Department = OutputOf<'events.attendance'>['departments'][number];
const NAMED_SHOWN = 50;

/** Departments of a list not taken yet, from the people who would be on it. */
function previewDepartments(ctx: Ctx, event: ListedEvent, day: string): Department[] {
  const people = repo.candidatesOn(ctx.db, day, event.audience);
  const sizes = new Map<number, number>();
  for (const person of people) sizes.set(person.departmentId, (sizes.get(person.departmentId) ?? 0) + 1);
  return departmentsFor(ctx, people, day)
    .sort(
      (a, b) =>
        Number(a.departmentId === 0) - Number(b.departmentId === 0) || (a.nameKey < b.nameKey ? -1 : 1),
    )
    .map(({ departmentId, name }) => ({
      departmentId: departmentId || null,
      name,
      mode: null,
      eligible: sizes.get(departmentId) ?? 0,
      present: 0,
      people: [],
    }));
}

function takenDepartments(ctx: Ctx, listId: number): Department[] {
  const named = new Map<number, Department['people']>();
  for (const { departmentId, ...person } of repo.namedPeople(ctx.db, listId)) {
    const shown = named.get(departmentId) ?? [];
    if (shown.length < NAMED_SHOWN) shown.push(person);
    named.set(departmentId, shown);
  }
  return repo
    .departmentFigures(ctx.db, listId)
    .filter((row) => row.eligible > 0 || row.present > 0)
    .map((row) => ({
      ...row,
      departmentId: row.departmentId || null,
      people: named.get(row.departmentId) ?? [],
    }));
}

export function attendance(
  input: ParsedInputOf<'events.attendance'>,
  ctx: Ctx,
): OutputOf<'events.attendance'> {
  const event = liveEvent(ctx, input.id);
  const day = event.taken_on ?? listDay(ctx, event);
  const departments =
    event.list_id === null ? previewDepartments(ctx, event, day) : takenDepartments(ctx, event.list_id);
  const participation = figureOf(event);
  const present = event.present_eligible ?? 0;
  return {
    frozen: event.list_id !== null,
    takenOn: day,
    takenAgain: event.list_id === null ? null : (repo.listOf(ctx.db, event.list_id)?.reason ?? null),
    audience: event.audience,
    eligible: departments.reduce((sum, one) => sum + one.eligible, 0),
    present,
    outside: (event.present_count ?? 0) - present,
    recordedDepartments: departments.filter((one) => one.mode !== null).length,
    departments,
    count: countOf(event),
    participation,
    rate: participation && participationRate(participation, input.language),
    sentence: participationSentence(event.kind, participation, input.language, wordingOf(event)),
  };
}

export interface EventList {
  people: repo.ListedPerson[];
  departments: repo.ListDepartment[];
  day: string;
}

/** Everyone of the event's list, or of one department of it, taken or as it would be taken. */
export function peopleOf(ctx: Ctx, event: ListedEvent, departmentId: number | null = null): EventList {
  const day = event.taken_on ?? listDay(ctx, event);
  if (event.list_id !== null)
    return {
      people: repo.peopleOfList(ctx.db, event.list_id, departmentId),
      departments: repo.listDepartments(ctx.db, event.list_id),
      day,
    };
  const everyone = repo.peopleOn(ctx.db, day, event.audience);
  const people =
    departmentId === null ? everyone : everyone.filter((person) => person.departmentId === departmentId);
  return { people, departments: departmentsFor(ctx, people, day), day };
}

const SHOWN = {
  all: () => true,
  came: (person: repo.ListedPerson) => person.came === 1,
  onList: (person: repo.ListedPerson) => person.eligible === 1 && person.came === 1,
  absent: (person: repo.ListedPerson) => person.eligible === 1 && person.came !== 1,
  outside: (person: repo.ListedPerson) => person.eligible === 0,
} as const;

/** People of an event's list as asked for, by department. */
export function shownPeople(
  ctx: Ctx,
  event: ListedEvent,
  show: keyof typeof SHOWN,
  only: number | null = null,
): { people: repo.ListedPerson[]; departments: Map<number, repo.ListDepartment> } {
  const { people, departments } = peopleOf(ctx, event, only);
  const byId = new Map(departments.map((one) => [one.departmentId, one]));
  return { people: byDepartment(people.filter(SHOWN[show]), byId), departments: byId };
}

export function participants(
  input: ParsedInputOf<'events.participants'>,
  ctx: Ctx,
): OutputOf<'events.participants'> {
  const event = liveEvent(ctx, input.id);
  const only = input.department === 'none' ? 0 : input.department === 'every' ? null : input.department;
  const { people, departments: byId } = shownPeople(ctx, event, input.show, only);
  const found = input.search.trim() === '' ? people : bestMatches(people, input.search);
  const sizes = new Map<number, number>();
  for (const one of found) sizes.set(one.departmentId, (sizes.get(one.departmentId) ?? 0) + 1);
  return {
    total: found.length,
    departments: [...sizes].map(([one, count]) => ({
      departmentId: one || null,
      name: byId.get(one)?.name ?? null,
      count,
    })),
    rows: found.slice(input.offset, input.offset + input.limit).map((person) => ({
      memberId: person.memberId,
      fullName: person.fullName,
      givenName: person.givenName,
      birthDate: person.birthDate,
      jobTitle: person.jobTitle,
      departmentId: person.departmentId || null,
      department: byId.get(person.departmentId)?.name ?? null,
      eligible: person.eligible === 1,
      came: person.came === null ? null : person.came === 1,
      reason: person.reason,
    })),
  };
}

/** Departments by name, people without one last; the people keep their order by given name. */
export function byDepartment<P extends { departmentId: number }>(
  people: readonly P[],
  departments: ReadonlyMap<number, repo.ListDepartment>,
): P[] {
  const key = (person: P) =>
    person.departmentId === 0 ? '\uffff' : (departments.get(person.departmentId)?.nameKey ?? '');
  return [...people].sort((a, b) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.departmentId - b.departmentId,
  );
}

function bestMatches(people: readonly repo.ListedPerson[], typed: string): repo.ListedPerson[] {
  const query = parseQuery(typed);
  if (query.words.length === 0) return [];
  const firstLetters = (key: string) => key.replace(/(\S)\S*\s*/g, '$1');
  const mayMatch = ({ nameKey }: repo.ListedPerson) =>
    query.words.every((word) => nameKey.includes(word)) ||
    (query.initials !== null && firstLetters(nameKey).endsWith(query.initials)) ||
    nameKey.replace(/ /g, '').includes(query.words.join(''));
  return people
    .filter(mayMatch)
    .map((person) => ({ person, rank: matchRank(person.fullName, query, person.nameKey) }))
    .filter((one): one is { person: repo.ListedPerson; rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map((one) => one.person);
}
