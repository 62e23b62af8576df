/** Templates of events, and a new event made from one or from an earlier event: all but dates and figures. */
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { AppError } from '../../../../shared/contract/errors';
import { templateBody } from '../../../../shared/contract/eventPlanFields';
import { addDays, dateBounds, daysBetween } from '../../../../shared/domain/dateMath';
import { eventKind } from '../../../../shared/domain/eventKinds';
import { type Edition, GROUP_NAMES, READ_GROUPS, renamed } from '../../../../shared/domain/eventPlans';
import { withoutYears, withYears } from '../../../../shared/domain/templateYears';
import { USUAL_TEMPLATES } from '../../../../shared/domain/usualTemplates';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { liveEvent } from '../attendance/list';
import { type EventFields, toColumns, toFields } from '../record';
import { insertEvent, type ListedEvent } from '../repository';
import { inviteMembers } from './marks';
import { saveGroup } from './records';
import * as plans from './repository';
import { nextEdition } from './series';
import * as repo from './seriesRepository';

type Body = z.output<typeof templateBody>;

const yearOf = (day: string): number => Number(day.slice(0, 4));

const bodyOf = (row: repo.TemplateRow): Body => templateBody.parse(JSON.parse(row.body));

export function templates(_: ParsedInputOf<'events.templates'>, ctx: Ctx): OutputOf<'events.templates'> {
  return { rows: repo.templates(ctx.db).map((row) => ({ ...row, body: bodyOf(row) })) };
}

export function saveTemplate(
  input: ParsedInputOf<'events.saveTemplate'>,
  ctx: Ctx,
): OutputOf<'events.saveTemplate'> {
  const { id, version, name, body } = input;
  if (id === null) return insertTemplate(ctx, name, body);
  const before = repo.templateById(ctx.db, id);
  if (!before) throw new AppError('NOT_FOUND');
  const next = { id, version: version ?? 0, name, body: JSON.stringify(body) };
  if (!repo.updateTemplate(ctx.db, next, ctx.now())) throw new AppError('VERSION_CONFLICT');
  const known = { id, version: next.version + 1, name: before.name, body: bodyOf(before) };
  recordChange(ctx, {
    entity: 'event_template',
    entityId: id,
    action: 'update',
    before: known,
    after: input,
  });
  ctx.undo('events.saveTemplate', known);
  return { id, version: next.version + 1 };
}

function insertTemplate(ctx: Ctx, name: string, body: Body): OutputOf<'events.saveTemplate'> {
  const id = repo.insertTemplate(ctx.db, { uid: uuid(), name, body: JSON.stringify(body) }, ctx.now());
  recordChange(ctx, { entity: 'event_template', entityId: id, action: 'create', after: { name, body } });
  ctx.undo('events.trashTemplates', { ids: [id] });
  return { id, version: 1 };
}

/** What an event has that a template keeps. */
function bodyFrom(ctx: Ctx, event: ListedEvent): Body {
  const { kind, name, mode, startsAt, endsAt, place, content } = toFields(event);
  const people = plans.attendeesOf(ctx.db, event.id, 0);
  const agenda = plans.itemsOf(ctx.db, event.id).filter((item) => item.kind === 'agenda');
  return {
    kind,
    eventName: name,
    mode,
    startsAt,
    endsAt,
    place,
    content,
    agenda: agenda.map(({ at, text, who }) => ({ at, text, who })),
    groups: plans
      .groupsOf(ctx.db, event.id)
      .map(({ id, version: _, takenOn: __, eventId: ___, ...group }) => ({
        ...group,
        guests: people
          .filter((row) => row.groupId === id && row.memberId === null && !READ_GROUPS.has(group.kind))
          .slice(0, 300)
          .map((row) => ({
            name: row.fullName,
            honorific: row.honorific,
            title: row.title,
            organisation: row.organisation,
          })),
      })),
  };
}

export function keepTemplate(
  input: ParsedInputOf<'events.keepTemplate'>,
  ctx: Ctx,
): OutputOf<'events.keepTemplate'> {
  const event = liveEvent(ctx, input.id);
  return insertTemplate(ctx, input.name, withoutYears(bodyFrom(ctx, event), yearOf(event.starts_on)));
}

export function addUsualTemplates(
  _: ParsedInputOf<'events.addUsualTemplates'>,
  ctx: Ctx,
): OutputOf<'events.addUsualTemplates'> {
  const known = new Set(repo.templates(ctx.db).map((row) => row.name));
  const made = USUAL_TEMPLATES.filter(({ name }) => !known.has(name)).map(
    ({ name, ...body }) => insertTemplate(ctx, name, templateBody.parse(body)).id,
  );
  if (made.length > 0) ctx.undo('events.trashTemplates', { ids: made });
  return { count: made.length };
}

/** The edition after that of the event copied, and both in words for its name. */
function editionAfter(
  ctx: Ctx,
  from: ListedEvent | null,
  year: number,
): { before: Edition | null; after: (Edition & { seriesId: number }) | null } {
  const known = from && repo.editionOf(ctx.db, from.id);
  const series = known && repo.seriesById(ctx.db, known.seriesId);
  if (!known || !series) return { before: null, after: null };
  const held = repo.editions(ctx.db).filter((one) => one.series_id === series.id);
  return {
    before: known,
    after: { ...nextEdition(series, held, year), numbering: series.numbering, seriesId: series.id },
  };
}

export function createFrom(
  input: ParsedInputOf<'events.createFrom'>,
  ctx: Ctx,
): OutputOf<'events.createFrom'> {
  const { templateId, eventId, startsOn } = input;
  if ((templateId === null) === (eventId === null)) throw new AppError('INVALID_INPUT');
  const from = eventId === null ? null : liveEvent(ctx, eventId);
  const template = templateId === null ? null : repo.templateById(ctx.db, templateId);
  if (templateId !== null && !template) throw new AppError('NOT_FOUND');
  const year = yearOf(startsOn);
  const { before, after } = editionAfter(ctx, from, year);
  const oldYear = from ? yearOf(from.starts_on) : year;
  const body = withYears(template ? bodyOf(template) : withoutYears(bodyFrom(ctx, from!), oldYear), year);
  const told = from ? renamed(from.name, before, after, [oldYear, year]) : body.eventName;
  const name = input.name ?? told;
  const fields = newFields(body, from, { name, startsOn, inSeries: after !== null });
  const id = insertEvent(ctx.db, { ...toColumns(fields), uid: uuid() }, ctx.now());
  if (after) {
    const { numbering: _, ...edition } = after;
    repo.setEdition(ctx.db, id, edition);
  }
  const event = liveEvent(ctx, id);
  fillPlan(ctx, event, body, from);
  recordChange(ctx, {
    entity: 'event',
    entityId: id,
    action: 'create',
    after: { ...fields, templateId, copiedFrom: eventId },
  });
  ctx.undo('events.trash', { ids: [id] });
  return { id, version: 1, name };
}

/** Fields of the new event; in a series the edition tells its number, else it is the next of its year. */
function newFields(
  body: Body,
  from: ListedEvent | null,
  to: { name: string; startsOn: string; inSeries: boolean },
): EventFields {
  const { eventName: _, agenda: __, groups: ___, ...kept } = body;
  const known = from ? toFields(from) : null;
  const sameYear = known?.startsOn.slice(0, 4) === to.startsOn.slice(0, 4);
  const sequence = known?.sequence ? known.sequence + (sameYear ? 1 : 0) : null;
  return {
    ...kept,
    name: to.name,
    startsOn: to.startsOn,
    endsOn: null,
    organiserLevel: known?.organiserLevel ?? 'grassroots',
    organiserName: known?.organiserName ?? null,
    audience: known?.audience ?? (body.groups.length > 0 ? 'invited' : eventKind(body.kind).audience),
    sequence: to.inSeries ? null : sequence,
    sessions: known?.sessions ?? null,
    result: null,
    documents: null,
  };
}

function fillPlan(ctx: Ctx, event: ListedEvent, body: Body, from: ListedEvent | null): void {
  plans.putItems(
    ctx.db,
    event.id,
    body.agenda.map((line) => ({
      kind: 'agenda',
      ...line,
      votesFor: null,
      votesAgainst: null,
      votesOther: null,
    })),
  );
  if (from) {
    const { chair, secretary, figure } = plans.planOf(ctx.db, from.id);
    if (chair || secretary || figure === 'turns')
      plans.putPlan(ctx.db, event.id, { chair, secretary, figure, version: 0 });
    const later = daysBetween(dateBounds(from.starts_on).first, event.first_day);
    for (const { id: _, version: __, came: ___, ...session } of plans.sessionsOf(ctx.db, from.id))
      plans.insertSession(
        ctx.db,
        { ...session, eventId: event.id, onDay: addDays(session.onDay, later) },
        ctx.now(),
      );
  }
  const old = from ? plans.groupsOf(ctx.db, from.id) : [];
  const people = from ? plans.attendeesOf(ctx.db, from.id, 0) : [];
  for (const [at, { guests, ...group }] of body.groups.entries()) {
    const { id } = saveGroup(
      { ...group, name: group.name ?? GROUP_NAMES[group.kind], id: null, version: null, eventId: event.id },
      ctx,
    );
    const members = people.filter((row) => row.groupId === old[at]?.id && row.memberId !== null);
    const own = READ_GROUPS.has(group.kind)
      ? []
      : members.map((row) => ({
          memberId: row.memberId,
          name: null,
          honorific: row.honorific,
          title: row.title,
          organisation: row.organisation,
        }));
    for (const person of [...own, ...guests.map((guest) => ({ ...guest, memberId: null }))])
      plans.insertAttendee(ctx.db, { ...person, groupId: id, invitation: 'planned', note: null });
  }
  inviteMembers(ctx, event);
}
