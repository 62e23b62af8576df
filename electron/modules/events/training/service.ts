/** Courses (tập huấn): what was taught by whom, who of the officers in post came, who has not been trained. */
import { AppError } from '../../../../shared/contract/errors';
import { certificateNumber, sumTenths } from '../../../../shared/domain/training';
import { recordChange } from '../../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { liveEvent } from '../attendance/list';
import { attendanceHandlers } from '../attendance/service';
import type { ListedEvent } from '../repository';
import { certificateHandlers } from './certificates';
import { paperHandlers } from './papers';
import { postsThatDay, programme, type TrainingFields } from './record';
import { reportHandlers } from './reports';
import * as repo from './repository';
import { untrainedHandlers } from './untrained';

export { trashedCertificates } from './repository';

function get(input: ParsedInputOf<'training.get'>, ctx: Ctx): OutputOf<'training.get'> {
  const event = liveEvent(ctx, input.eventId);
  const stored = programme(ctx, event.id);
  return {
    ...stored,
    tenths: sumTenths(stored.fields.topics),
    came: event.present_count ?? 0,
    certificates: repo.certificatesOf(ctx.db, event.id).length,
  };
}

/** Speakers with the post of the day where none was typed. */
function withPosts(
  ctx: Ctx,
  event: ListedEvent,
  speakers: TrainingFields['speakers'],
): TrainingFields['speakers'] {
  const asked = speakers.flatMap(({ memberId, post }) =>
    memberId !== null && post === null ? memberId : [],
  );
  const posts = postsThatDay(ctx, asked, event.last_day);
  return speakers.map((one) => ({
    ...one,
    post: one.post ?? (one.memberId === null ? null : (posts.get(one.memberId) ?? null)),
  }));
}

function save(input: ParsedInputOf<'training.save'>, ctx: Ctx): OutputOf<'training.save'> {
  const { eventId, version, ...typed } = input;
  const event = liveEvent(ctx, eventId);
  const before = programme(ctx, eventId);
  if (before.version !== version) throw new AppError('VERSION_CONFLICT');
  const speakers = withPosts(ctx, event, typed.speakers);
  const topics = typed.topics.map((topic) => ({
    ...topic,
    speaker: topic.speaker !== null && topic.speaker < speakers.length ? topic.speaker : null,
  }));
  const fields = { ...typed, topics, speakers };
  const { topics: _t, speakers: _s, ...row } = fields;
  repo.putProgramme(ctx.db, eventId, { ...row, version: version + 1 }, { topics, speakers }, ctx.now());
  recordChange(ctx, {
    entity: 'training',
    entityId: eventId,
    action: version === 0 ? 'create' : 'update',
    ...(version === 0 ? {} : { before: before.fields }),
    after: fields,
  });
  ctx.undo('training.save', { eventId, version: version + 1, ...before.fields });
  return { id: eventId, version: version + 1 };
}

/** Those in post on the event's day go on its list, by the same way as names typed one by one. */
function invite(input: ParsedInputOf<'training.invite'>, ctx: Ctx): OutputOf<'training.invite'> {
  const event = liveEvent(ctx, input.eventId);
  const every = input.groups.includes('every');
  const kinds = input.groups.filter((group) => group !== 'heads' && group !== 'every');
  const add = repo.inPost(ctx.db, event.last_day, every ? null : kinds, input.groups.includes('heads'));
  if (add.length === 0) throw new AppError('NOBODY_IN_POST');
  return attendanceHandlers['events.setInvited']({ id: event.id, add, remove: [] }, ctx);
}

const filterOf = (input: ParsedInputOf<'training.list'>): repo.CourseFilter => ({
  from: input.year === null ? null : `${input.year}-01-01`,
  to: input.year === null ? null : `${input.year}-12-31`,
  type: input.type,
  kind: input.kind,
});

function list(input: ParsedInputOf<'training.list'>, ctx: Ctx): OutputOf<'training.list'> {
  const filter = filterOf(input);
  const rows = repo.courses(ctx.db, filter);
  const sum = (figure: (row: repo.CourseRow) => number) =>
    rows.reduce((total, row) => total + figure(row), 0);
  const quarters = [1, 2, 3, 4].map((quarter) => {
    const inIt = rows.filter(
      ({ startsOn, firstDay }) =>
        startsOn.length > 4 && Math.ceil(Number(firstDay.slice(5, 7)) / 3) === quarter,
    );
    return {
      quarter,
      events: inIt.length,
      turns: inIt.reduce((total, row) => total + (row.turns ?? 0), 0),
    };
  });
  return {
    rows: rows.map(({ firstDay: _, ...row }) => row),
    totals: {
      events: rows.length,
      topics: sum((row) => row.topics),
      turns: sum((row) => row.turns ?? 0),
      unrecorded: sum((row) => (row.turns === null ? 1 : 0)),
      people: repo.coursePeople(ctx.db, filter).length,
      certificates: sum((row) => row.certificates),
    },
    quarters,
  };
}

/** Certificates in a member's story. */
export function trainingTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  return repo.certificatesOfMember(ctx.db, memberId).map((row) => {
    const number = certificateNumber(row.number, row.year, row.symbol);
    return {
      kind: 'event',
      date: row.issuedOn,
      title: `Giấy chứng nhận ${number}`,
      titleEn: `Certificate ${number}`,
      detail: row.course,
      recordId: row.eventId,
    };
  });
}

export const trainingHandlers: HandlersOf<'training'> = {
  'training.get': get,
  'training.save': save,
  'training.invite': invite,
  'training.list': list,
  'training.people': (input, ctx) => ({ rows: repo.coursePeople(ctx.db, filterOf(input)) }),
  ...untrainedHandlers,
  ...reportHandlers,
  ...certificateHandlers,
  ...paperHandlers,
};
