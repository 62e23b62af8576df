/** The sign-in sheet of an event (danh sách ký) as PDF; drawn in a worker, the same in both hosts. */
import { AppError } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dates';
import { eventKind } from '../../../shared/domain/eventKinds';
import type { SignInSheetData } from '../../documents/papers/signInSheet';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { paperUnit, profileOn } from '../organisation/service';
import { liveEvent } from './attendance/list';
import type { ListedPerson } from './attendance/repository';
import { byDepartment, peopleOf } from './attendance/view';
import type { ListedEvent } from './repository';

type Input = ParsedInputOf<'events.signInSheet'>;

export async function signInSheet(input: Input, ctx: Ctx): Promise<OutputOf<'events.signInSheet'>> {
  const event = liveEvent(ctx, input.id);
  const data = sheetData(input, ctx, event);
  const bytes = await ctx.jobs.run<Uint8Array>('signInSheet', data, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const day = formatDate(event.starts_on).replace(/\//g, '-');
  return ctx.files.put(`Danh sách ký ${event.name.slice(0, 80)} ${day}.pdf`, 'application/pdf', bytes);
}

/** What the sheet holds: the list's people by department, those on it first. */
export function sheetData(input: Input, ctx: Ctx, event: ListedEvent): SignInSheetData {
  const { people, departments, day } = peopleOf(ctx, event);
  const byId = new Map(departments.map((one) => [one.departmentId, one]));
  const chosen = people.filter(
    (person) =>
      person.eligible === 1 &&
      (input.departmentIds.length === 0 || input.departmentIds.includes(person.departmentId)),
  );
  if (chosen.length + input.blankLines === 0) throw new AppError('NOTHING_TO_PRINT');
  const isMeeting = event.audience === 'invited' || event.audience === 'officers';
  const profile = profileOn(ctx, day);
  return {
    unit: paperUnit(profile),
    title: isMeeting ? 'Danh sách đại biểu ký tên' : 'Danh sách đoàn viên ký tên',
    subject: event.name || eventKind(event.kind).name,
    time: clockText(event.starts_at),
    date: event.starts_on.length === 10 ? event.starts_on : null,
    place: event.place ?? (event.mode === 'online' ? 'trực tuyến' : null),
    groups: input.grouped ? inGroups(chosen, byId) : [{ name: null, people: chosen.map(signer) }],
    countWord: isMeeting ? 'đại biểu' : 'đoàn viên',
    blankLines: input.blankLines,
  };
}

function inGroups(
  people: readonly ListedPerson[],
  departments: Parameters<typeof byDepartment>[1],
): { name: string | null; people: { name: string; post: string | null }[] }[] {
  const groups = new Map<number, { name: string | null; people: { name: string; post: string | null }[] }>();
  for (const person of byDepartment(people, departments)) {
    const name = departments.get(person.departmentId)?.name ?? 'Chưa xếp khoa, phòng';
    const group = groups.get(person.departmentId) ?? { name, people: [] };
    group.people.push(signer(person));
    groups.set(person.departmentId, group);
  }
  return [...groups.values()];
}

function signer(person: ListedPerson): { name: string; post: string | null } {
  return { name: person.fullName, post: person.unionPosition ?? person.position ?? person.jobTitle };
}

/** "14:00" on paper: "14 giờ 00". */
export function clockText(clock: string | null): string | null {
  if (clock === null) return null;
  const [hour, minute] = clock.split(':');
  return `${Number(hour)} giờ ${minute}`;
}
