/** Sign-in sheets of an event's groups: one for each, in one PDF. */
import { AppError } from '../../../../shared/contract/errors';
import { formatDate } from '../../../../shared/domain/dates';
import { editionText, groupWord } from '../../../../shared/domain/eventPlans';
import type { SignInSheetData } from '../../../documents/papers/signInSheet';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { paperUnit, profileOn } from '../../organisation/service';
import { liveEvent } from '../attendance/list';
import { peopleOfList } from '../attendance/repository';
import type { ListedEvent } from '../repository';
import { clockText } from '../signIn';
import * as repo from './repository';
import { editionOf } from './seriesRepository';

type Input = ParsedInputOf<'events.groupSheets'>;

export async function groupSheets(input: Input, ctx: Ctx): Promise<OutputOf<'events.groupSheets'>> {
  const event = liveEvent(ctx, input.id);
  const sheets = sheetsData(input, ctx, event);
  if (sheets.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const bytes = await ctx.jobs.run<Uint8Array>('groupSheets', sheets, { signal: ctx.job?.signal });
  const day = formatDate(event.starts_on).replace(/\//g, '-');
  return ctx.files.put(
    `Danh sách ký theo thành phần ${event.name.slice(0, 70)} ${day}.pdf`,
    'application/pdf',
    bytes,
  );
}

/** What the sheets hold, in the order of the groups. */
export function sheetsData(input: Input, ctx: Ctx, event: ListedEvent): SignInSheetData[] {
  const session = input.sessionId === null ? null : repo.sessionById(ctx.db, input.sessionId);
  if (session === undefined || (session && session.eventId !== event.id)) throw new AppError('NOT_FOUND');
  const day = session?.onDay ?? event.starts_on;
  const profile = profileOn(ctx, session?.onDay ?? event.last_day);
  const people = repo.attendeesOf(ctx.db, event.id, 0);
  const professions = new Map(
    (event.list_id === null ? [] : peopleOfList(ctx.db, event.list_id)).map((row) => [
      row.memberId,
      row.jobTitle,
    ]),
  );
  const edition = editionOf(ctx.db, event.id);
  const said = edition && editionText(edition);
  const subject = said && !event.name.includes(said) ? `${event.name} ${said}` : event.name;
  return repo
    .groupsOf(ctx.db, event.id)
    .filter((group) => input.groupIds.length === 0 || input.groupIds.includes(group.id))
    .map((group) => ({ group, rows: people.filter((row) => row.groupId === group.id) }))
    .filter(({ rows }) => rows.length + input.blankLines > 0)
    .map(({ group, rows }) => ({
      unit: paperUnit(profile),
      title: `Danh sách ${group.name.charAt(0).toLowerCase()}${group.name.slice(1)} ký tên`,
      subject: session ? `${subject}\n${session.name}` : subject,
      time: clockText(session ? session.startsAt : event.starts_at),
      date: day.length === 10 ? day : null,
      place: session?.place ?? event.place ?? (event.mode === 'online' ? 'trực tuyến' : null),
      groups: [
        { name: null, people: rows.map((row) => ({ name: nameOf(row), post: postOf(row, professions) })) },
      ],
      continued: group.name,
      countWord: groupWord(group.kind),
      blankLines: input.blankLines,
      ...(group.kind === 'guests' ? { postTitle: 'Chức vụ, cơ quan' } : {}),
    }));
}

const nameOf = (row: repo.AttendeeRow): string =>
  row.memberId === null && row.honorific ? `${row.honorific} ${row.fullName}` : row.fullName;

function postOf(row: repo.AttendeeRow, professions: ReadonlyMap<number, string | null>): string | null {
  const post = [row.title, row.organisation].filter(Boolean).join(' ');
  if (post) return post;
  const profession = row.memberId === null ? null : professions.get(row.memberId);
  return [profession, row.department].filter(Boolean).join(', ') || null;
}
