/** Reading plans: figures of groups and sessions, quorum, the guests to be greeted. */
import { AppError } from '../../../../shared/contract/errors';
import {
  editionText,
  fewestFor,
  groupWord,
  quorumText,
  reachesQuorum,
  THRESHOLDS,
  type Threshold,
} from '../../../../shared/domain/eventPlans';
import { fold } from '../../../../shared/text/fold';
import type { Locale } from '../../../../shared/text/locale';
import { matchRank, parseQuery } from '../../../../shared/text/search';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { eventById, type ListedEvent } from '../repository';
import { registerNow } from './records';
import * as repo from './repository';
import { editionOf } from './seriesRepository';

type Plan = OutputOf<'events.plan'>;
type Group = Plan['groups'][number];

export const thresholdOf = (group: repo.GroupFields): Threshold | null => {
  if (group.quorum === null) return null;
  if (group.quorum !== 'own') return THRESHOLDS[group.quorum];
  return { part: group.quorumPart ?? 1, whole: group.quorumWhole ?? 1, strict: group.quorumStrict };
};

function quorumOf(group: repo.GroupRow, eligible: number, came: number, language: Locale): Group['quorum'] {
  const threshold = thresholdOf(group);
  if (!threshold || group.quorum === null) return null;
  const word = groupWord(group.kind, language);
  return {
    code: group.quorum,
    came,
    eligible,
    fewest: fewestFor(threshold, eligible),
    reached: reachesQuorum(threshold, came, eligible),
    text: quorumText({ code: group.quorum, threshold, came, eligible, word }, language),
  };
}

function groupView(
  ctx: Ctx,
  event: ListedEvent,
  group: repo.GroupRow,
  people: readonly repo.AttendeeRow[],
  language: Locale,
): Group {
  const came = people.filter((one) => one.came === 1).length;
  const absent = people.filter((one) => one.came === 0);
  const recorded = came + absent.length > 0;
  const { quorum, eventId: _, ...shown } = group;
  return {
    ...shown,
    quorumCode: quorum,
    people: people.length,
    came,
    absent: absent.length,
    excused: absent.filter((one) => one.reason !== null).length,
    recorded,
    quorum: recorded ? quorumOf(group, people.length, came, language) : null,
    registerNow: registerNow(ctx, event, group, people),
  };
}

const personKey = (row: repo.AttendeeRow) => (row.memberId === null ? `a${row.id}` : `m${row.memberId}`);

/** "ông Phạm Quốc Việt, Phó Chủ tịch Liên đoàn Lao động tỉnh" */
export const guestText = (
  row: Pick<repo.AttendeeRow, 'honorific' | 'fullName' | 'title' | 'organisation'>,
): string => {
  const post = [row.title, row.organisation].filter(Boolean).join(' ');
  return [[row.honorific, row.fullName].filter(Boolean).join(' '), post].filter(Boolean).join(', ');
};

/** An event that is there, also one in the trash. */
function eventOf(ctx: Ctx, id: number): ListedEvent {
  const event = eventById(ctx.db, id);
  if (!event) throw new AppError('NOT_FOUND');
  return event;
}

export function plan(input: ParsedInputOf<'events.plan'>, ctx: Ctx): Plan {
  const event = eventOf(ctx, input.id);
  const { chair, secretary, figure, version } = repo.planOf(ctx.db, event.id);
  const items = repo.itemsOf(ctx.db, event.id);
  const people = repo.attendeesOf(ctx.db, event.id, input.sessionId ?? 0);
  const ofGroup = (id: number) => people.filter((row) => row.groupId === id);
  const groups = repo.groupsOf(ctx.db, event.id);
  const edition = editionOf(ctx.db, event.id);
  const guests = groups.filter((group) => group.kind === 'guests').flatMap((group) => ofGroup(group.id));
  return {
    version,
    chair,
    secretary,
    figure,
    edition: edition
      ? {
          seriesId: edition.seriesId,
          seriesName: edition.seriesName,
          number: edition.number,
          yearFrom: edition.yearFrom,
          yearTo: edition.yearTo,
          text: editionText(edition, input.language),
        }
      : null,
    agenda: items.filter((item) => item.kind === 'agenda').map(({ at, text, who }) => ({ at, text, who })),
    resolutions: items
      .filter((item) => item.kind === 'resolution')
      .map(({ text, votesFor, votesAgainst, votesOther }) => ({ text, votesFor, votesAgainst, votesOther })),
    sessions: repo.sessionsOf(ctx.db, event.id).map(({ eventId: _, ...session }) => session),
    groups: groups.map((group) => groupView(ctx, event, group, ofGroup(group.id), input.language)),
    people: new Set(people.map(personKey)).size,
    came: new Set(people.filter((row) => row.came === 1).map(personKey)).size,
    turns: repo.turnsOf(ctx.db, event.id),
    addressing: guests
      .filter((row) => row.invitation !== 'declined')
      .map((row) => `Kính thưa ${guestText(row)}`),
  };
}

export function groupPeople(
  input: ParsedInputOf<'events.groupPeople'>,
  ctx: Ctx,
): OutputOf<'events.groupPeople'> {
  const group = repo.groupById(ctx.db, input.id);
  if (!group) throw new AppError('NOT_FOUND');
  const all = repo.attendeesOf(ctx.db, group.eventId, input.sessionId ?? 0, group.id);
  const order = new Map(all.map((row, at) => [row.id, at + 1]));
  const found = input.search.trim() === '' ? all : matching(all, input.search);
  return {
    total: found.length,
    rows: found.slice(0, input.limit).map(({ fullName, nameKey: _, came, ...row }) => ({
      ...row,
      order: order.get(row.id) ?? 0,
      name: fullName,
      came: came === null ? null : came === 1,
    })),
  };
}

function matching(rows: readonly repo.AttendeeRow[], typed: string): repo.AttendeeRow[] {
  const query = parseQuery(typed);
  return rows
    .map((row) => ({ row, rank: matchRank(row.fullName, query, row.nameKey ?? fold(row.fullName)) }))
    .filter((one): one is { row: repo.AttendeeRow; rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map((one) => one.row);
}

/** What papers of an event say of its plan: invitation, agenda, minutes, resolution. */
export function planPapers(ctx: Ctx, eventId: number) {
  const seen = plan({ id: eventId, sessionId: null, language: 'vi' }, ctx);
  const people = repo.attendeesOf(ctx.db, eventId, 0);
  const guestGroups = new Set(
    seen.groups.filter((group) => group.kind === 'guests').map((group) => group.id),
  );
  return {
    chair: seen.chair,
    secretary: seen.secretary,
    edition: seen.edition?.text ?? null,
    groups: seen.groups,
    agenda: seen.agenda,
    resolutions: seen.resolutions,
    /** Guests in order of precedence. */
    guests: people.filter((row) => guestGroups.has(row.groupId)),
    /** Everybody of the groups, by group and precedence. */
    people,
    /** "9/11 ủy viên, đủ 2/3" of each group that has a quorum. */
    quorums: seen.groups.flatMap((group) =>
      group.quorum ? [{ group: group.name, text: group.quorum.text }] : [],
    ),
  };
}
export type PlanPapers = ReturnType<typeof planPapers>;
